"""What a school is asked for: one sentence a flag, for the school and not for the reviewer whom the flag speaks to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from verifier.model import CellRecord, FlagRecord, Letter, ResultRecord, Severity, question_number
from verifier.outputs.points import points_of
from verifier.outputs.wording import citation, exact, one_line

_PAIRS = {"“": "”", "「": "」", "（": "）", "《": "》"}
_TO_THE_REVIEWER = re.compile(r"^(请|确是|需要时请)|请审核人员")
"""of a clause: from it on a message says what a reviewer should do"""
_SUCH = re.compile(r"（同类问题共\d+处）")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that the school may be asked for."""

    key: str
    """the same as long as the sentence is"""
    part: str
    """under which heading of the letter it stands"""
    head: str
    """the indicator, or what else it is of"""
    text: str
    is_usual: bool
    """asked where a reviewer chooses nothing"""
    number: str = ""
    """by which the question is called"""
    lacking: str = ""
    """where nothing at all was found: the papers alone, for a list"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a reviewer chose of it: of what was not there then all that is usual; without a day a blank for it."""

    asked: frozenset[str] = frozenset()
    """keys"""
    left: frozenset[str] = frozenset()
    deadline: date | None = None

    def has(self, wanted: Wanted) -> bool:
        """Whether this is asked for."""
        return wanted.key in self.asked or (wanted.is_usual and wanted.key not in self.left)


def wanted(result: ResultRecord, letter: Letter) -> tuple[Wanted, ...]:
    """All that the school may be asked for, in the order of the letter."""
    parts: tuple[tuple[str, Severity], ...] = ((letter.gaps, "gap"), (letter.reviews, "review"))
    of_flags = (each for part, severity in parts for each in _of_flags(result, part, severity, letter))
    found = (*of_flags, *_questions(result, letter))
    return tuple({each.key: each for each in found}.values())


def _of_flags(result: ResultRecord, part: str, severity: Severity, letter: Letter) -> Iterator[Wanted]:
    """What is open; nothing that the bureau settles, nor what could not be opened when the papers were checked."""
    unreached = {file.path for file in result.files if file.out_of_reach}
    own = [(_head(cell), cell.flags, cell.bureau) for cell in result.indicators if not is_settled(cell, severity)]
    for head, flags, bureau in (*own, ("整份材料", result.flags, False)):
        for flag in flags:
            if flag.severity == severity and flag.code in letter.asks and flag.file not in unreached:
                text = _sentence(f"{_found(flag)}，{_ask(flag, letter, result.year)}")
                lacking = _remedy(flag, result.year) if flag.code == "no-evidence" else ""
                usual = not bureau and flag.code not in letter.unticked
                yield _wanted(part, head, text, usual, flag.number, lacking)


def _questions(result: ResultRecord, letter: Letter) -> Iterator[Wanted]:
    for cell in result.indicators:
        for asked in cell.asked:
            number = question_number(cell.id, "asked", asked.text)
            yield _wanted(letter.questions, _head(cell), _sentence(one_line(asked.text, _LONGEST)), True, number)


def _wanted(part: str, head: str, text: str, is_usual: bool, number: str = "", lacking: str = "") -> Wanted:
    key = sha256("\n".join((part, head, text)).encode()).hexdigest()[:16]
    return Wanted(key, part, head, text, is_usual, number, lacking)


def is_settled(cell: CellRecord, severity: Severity) -> bool:
    """A decision settles the questions of a cell, and its gaps where no point is missing any more."""
    return cell.decided is not None and (severity != "gap" or points_of(cell) >= exact(cell.max))


def _head(cell: CellRecord) -> str:
    return f"指标{cell.id}（{one_line(cell.name).rstrip('。')}）"


# --- one sentence -------------------------------------------------------------------------------------------------


def _found(flag: FlagRecord) -> str:
    """What was found, and where."""
    found, place = found_in(one_line(flag.message, _LONGEST)), citation(flag)
    return f"{found}（{place}）" if place and place not in found else found


def found_in(message: str) -> str:
    """What a message says was found, without what it asks a reviewer to do."""
    kept: list[str] = []
    for clause in _clauses(message.rstrip("。")):
        if _TO_THE_REVIEWER.search(clause.lstrip("，；。")):
            break
        kept.append(clause)
    such = _SUCH.search(message)
    found = "".join(kept).rstrip("，；。")
    return f"{found}{such[0]}" if such and such[0] not in found else found


def _clauses(text: str) -> Iterator[str]:
    """The text cut before each comma, semicolon and full stop that stands in no quotes or brackets."""
    closing: list[str] = []
    clause = ""
    for char in text:
        if closing and char == closing[-1]:
            closing.pop()
        elif char in _PAIRS:
            closing.append(_PAIRS[char])
        elif char in "，；。" and not closing:
            yield clause
            clause = ""
        clause += char
    yield clause


def _ask(flag: FlagRecord, letter: Letter, year: int | None) -> str:
    """What the school should do about it."""
    return letter.asks[flag.code].format(remedy=_remedy(flag, year)).rstrip("：")


def _remedy(flag: FlagRecord, year: int | None) -> str:
    """What would bring the points."""
    remedy = one_line(flag.remedy, _LONGEST).removeprefix("补交")
    return remedy.replace("考核年度", f"{year}年") if year else remedy


def _sentence(text: str) -> str:
    return text if text.endswith(("。", "？", "！")) else f"{text}。"
