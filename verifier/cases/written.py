"""The cases that stand beside a rule set, as they are written: facts in, points and flags out.

Numbers may be written as arithmetic, and stay exact: `1740/2468`, `860/4100 - 800/4000`, `79.99%`.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from verifier.cases.word_lists import numbers_of, word_lists
from verifier.model import MAY_BE_EMPTY, Indicator, MaybeText, MaybeWordList, RuleSet
from verifier.rules import naming
from verifier.rules.building import WrittenAs, Wrong, built
from verifier.rules.yamlfile import Keys, YamlFile, read_yaml

UNKNOWN = "unknown"
"""written for a fact that the papers do not tell"""

_OPERATORS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def exact(written: object) -> Fraction | None:
    """The exact number of a text like `860/4100 - 800/4000` or `80%`; None for `unknown`.

    Raises ValueError when it is no arithmetic.
    """
    if written == UNKNOWN:
        return None
    if isinstance(written, bool) or not isinstance(written, int | Fraction | str):
        raise ValueError(written)
    if not isinstance(written, str):
        return Fraction(written)
    text = re.sub(r"(\d+(?:\.\d+)?)\s*%", r"(\1/100)", written.strip())
    try:
        return _value(ast.parse(text, mode="eval").body, text)
    except (SyntaxError, ZeroDivisionError) as error:
        raise ValueError(written) from error


def _value(node: ast.expr, text: str) -> Fraction:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return Fraction(ast.get_source_segment(text, node) or "")
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, text)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, text), _value(node.right, text))
    raise ValueError(text)


def _number(written: object) -> Fraction | None:
    try:
        return exact(written)
    except ValueError as error:
        raise Wrong(f"“{written}”应是数或算式，如 16、79.9%、1740/2468；不知道的写 unknown") from error


Texts = Annotated[tuple[MaybeText, ...], MAY_BE_EMPTY]
Triple = tuple[Fraction | None, Fraction | None, Fraction | None]


def _three(written: object) -> Triple:
    many = written if isinstance(written, list) else [written] * 3
    if len(many) != 3:
        raise Wrong("应是一个数，或最低、预填、最高三个数的一列")
    low, proposed, high = (_number(each) for each in many)
    return low, proposed, high


Number = Annotated[Fraction | None, WrittenAs(_number)]
Three = Annotated[Triple, WrittenAs(_three)]
"""low, proposed, high; or one number for all three"""


@dataclass(frozen=True, slots=True)
class CellCase:
    """Facts of one cell, and the points and flags that follow."""

    name: str
    points: Three
    facts: Annotated[Mapping[str, Three], MAY_BE_EMPTY] = field(default_factory=dict)
    flags: MaybeWordList = ()
    """codes of all flags of the cell"""
    readings: Annotated[Mapping[str, Number], MAY_BE_EMPTY] = field(default_factory=dict)
    """reading → its points; those left out are not compared"""
    final: Number = None
    """the proposed points times the group's weight"""
    evidence: Literal["firm", "counted", "open", "out", False] = "firm"
    """where the evidence stands; `false`: nothing was submitted"""
    open: bool = False
    """an open question could bring the cell to its maximum"""
    draft: bool = False
    """drawn up by the program and confirmed by nobody yet: it counts for nothing until this key is deleted"""


CellCases = Annotated[tuple[CellCase, ...], MAY_BE_EMPTY]


@dataclass(frozen=True, slots=True)
class SheetCase:
    """Points of the groups, and the total, grade, award and flags that follow."""

    name: str
    groups: Mapping[str, Three]
    total: Three
    """as it is shown, with 2 decimals"""
    grade: str
    award: int
    grades: MaybeWordList = ()
    """all possible ones, ascending; none written: the proposed one only"""
    awards: Annotated[tuple[int, ...], MAY_BE_EMPTY] = ()
    flags: MaybeWordList = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class WordCase:
    """Texts, and whether a list of words or expressions finds them."""

    list: str
    """its path: `4.4/takes/against`, `documents/venue-proof/title`"""
    finds: Texts = ()
    whole: Texts = ()
    """texts that an entry is from the first character to the last"""
    leaves: Texts = ()
    """texts in which it must find nothing"""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class NumberCase:
    """A number on which no points hang directly, as it was confirmed."""

    at: str
    """its path: `assessment/conflict_days`"""
    value: Number
    draft: bool = False


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One file of `cases/`: cases of cells by their id, of the whole sheet, of lists of words and of numbers."""

    cells: Annotated[Mapping[str, CellCases], MAY_BE_EMPTY] = field(default_factory=dict)
    sheets: Annotated[tuple[SheetCase, ...], MAY_BE_EMPTY] = ()
    words: Annotated[tuple[WordCase, ...], MAY_BE_EMPTY] = ()
    numbers: Annotated[tuple[NumberCase, ...], MAY_BE_EMPTY] = ()

    def confirmed(self, cell: str) -> tuple[CellCase, ...]:
        """The cases of a cell without the drafts."""
        return tuple(case for case in self.cells.get(cell, ()) if not case.draft)

    @property
    def confirmed_sheets(self) -> tuple[SheetCase, ...]:
        return tuple(case for case in self.sheets if not case.draft)

    @property
    def confirmed_words(self) -> tuple[WordCase, ...]:
        return tuple(case for case in self.words if not case.draft)

    @property
    def confirmed_numbers(self) -> tuple[NumberCase, ...]:
        return tuple(case for case in self.numbers if not case.draft)

    @property
    def drafts(self) -> int:
        """How many there are."""
        every: tuple[Sequence[CellCase | SheetCase | WordCase | NumberCase], ...]
        every = (*self.cells.values(), self.sheets, self.words, self.numbers)
        return sum(case.draft for cases in every for case in cases)


def cases_of(folder: Path, rules: RuleSet) -> list[CaseFile]:
    """The cases in the folder of a rule set, drafts too.

    Raises RuleError for a mistake in a file: names file, line, key and what is allowed there.
    """
    with naming(folder):
        return [load_cases(path, rules) for path in sorted((folder / "cases").glob("*.yaml"))]


def load_cases(path: Path, rules: RuleSet) -> CaseFile:
    """The cases of one file. Raises RuleError as `cases_of` does."""
    file = read_yaml(path)
    loaded: CaseFile = built(CaseFile, file.data, file)
    cells = {cell.id: cell for cell in rules.indicators}
    for cell_id, cases in loaded.cells.items():
        if cell_id not in cells:
            raise file.error(("cells", cell_id), f"没有这项指标；可写：{'、'.join(cells)}")
        for index, case in enumerate(cases):
            _refuse_unknown(case, cells[cell_id], file, ("cells", cell_id, index))
    _refuse_partial(loaded, rules, file)
    _refuse_unknown_lists(loaded, rules, file)
    return loaded


def _refuse_partial(loaded: CaseFile, rules: RuleSet, file: YamlFile) -> None:
    groups = {group.id for group in rules.groups}
    for index, sheet in enumerate(loaded.sheets):
        if sheet.groups.keys() != groups:
            raise file.error(("sheets", index, "groups"), f"应写全各组的得分：{'、'.join(sorted(groups))}")


def _refuse_unknown_lists(loaded: CaseFile, rules: RuleSet, file: YamlFile) -> None:
    lists = word_lists(rules) if loaded.words else {}
    for index, words in enumerate(loaded.words):
        if words.list not in lists:
            alike = "、".join(get_close_matches(words.list, lists, 5, 0))
            raise file.error(("words", index, "list"), f"没有“{words.list}”这个词表；相近的有：{alike}")
    numbers = numbers_of(rules) if loaded.numbers else {}
    for index, number in enumerate(loaded.numbers):
        if number.at not in numbers:
            alike = "、".join(get_close_matches(number.at, numbers, 5, 0))
            raise file.error(("numbers", index, "at"), f"没有“{number.at}”这个数；相近的有：{alike}")


def _refuse_unknown(case: CellCase, cell: Indicator, file: YamlFile, keys: Keys) -> None:
    allowed = facts_of(cell)
    for name in case.facts.keys() - allowed:
        raise file.error((*keys, "facts", name), f"这项指标的分档不用这个事实；可写：{'、'.join(sorted(allowed))}")
    readings = [rule.id for rule in cell.readings]
    for name in case.readings.keys() - set(readings):
        raise file.error((*keys, "readings", name), f"这项指标没有这种读法；可写：{'、'.join(readings)}")


def facts_of(cell: Indicator) -> set[str]:
    """The facts that the cell's tiers ask for."""
    tiers = [tier for rule in cell.readings for tier in rule.tiers]
    asked = {condition.measure for tier in tiers for condition in (*tier.all, *tier.any)}
    return asked | {tier.slope.measure for tier in tiers if tier.slope}
