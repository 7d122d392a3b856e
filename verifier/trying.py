"""What other rules would make of a bundle that was checked before: scored again from what `evidence.json` kept.

The papers are not read again, so what follows from words, from the period or from another way of counting is not seen;
what of these has changed is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from verifier.errors import UsageError
from verifier.files.output_folder import EVIDENCE
from verifier.model import (
    EvidenceRecord,
    Indicator,
    Number,
    ResultRecord,
    RuleSet,
    Spread,
    TakenCell,
)
from verifier.record import read_evidence, read_result
from verifier.score import capped, points, rounded, shown, spread_of_seen, tally_of, values_of, verdict

_NOTHING = Spread(Fraction(0), Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class Moved:
    cell: Indicator
    before: Spread | None
    """None: the cell is new"""
    after: Spread | None
    """None: a new check has to tell"""

    @property
    def is_changed(self) -> bool:
        return self.before is None or self.after is None or _rounded(self.before) != _rounded(self.after)


@dataclass(frozen=True, slots=True)
class Trial:
    folder: str
    result: ResultRecord
    cells: tuple[Moved, ...]
    gone: tuple[str, ...]
    """cells of the result that the rules no longer have"""
    total: Spread
    grade: str
    award: int
    unseen: tuple[str, ...]
    """what only a new check could tell; Chinese"""


def tried(rules: RuleSet, folder: Path, before: RuleSet | None) -> Trial:
    """A bundle under other rules. `before`: those with which it was checked, where they are there.

    Raises UnreadableRecord.
    """
    result, evidence = read_result(folder), read_evidence(folder)
    cells = tuple(_moved(cell, result, evidence, before) for cell in rules.indicators)
    total = _total(rules, cells)
    known = {cell.id for cell in rules.indicators}
    return Trial(
        folder.name,
        result,
        cells,
        tuple(f"{row.id} {row.name}" for row in result.indicators if row.id not in known),
        total,
        str(verdict(rules.grades, total).proposed),
        int(verdict(rules.awards, total).proposed),
        tuple(_unseen(rules, cells, before)),
    )


def folders_of(folder: Path) -> tuple[Path, ...]:
    """The folder of a check, or those that a batch wrote. Raises UsageError where there is none."""
    if (folder / EVIDENCE).is_file():
        return (folder,)
    found = tuple(sorted(each.parent for each in folder.glob(f"*/{EVIDENCE}")))
    if not found:
        raise UsageError(f"“{folder}”里没有核验结果（{EVIDENCE}），请写 check 或 batch 的输出文件夹")
    return found


# --- scoring --------------------------------------------------------------------------------------


def _moved(cell: Indicator, result: ResultRecord, evidence: EvidenceRecord, before: RuleSet | None) -> Moved:
    row = next((each for each in result.indicators if each.id == cell.id), None)
    taken = evidence.cells.get(cell.id)
    if row is None or taken is None:
        return Moved(cell, None, None)
    was = Spread(_exact(row.low), _exact(row.proposed), _exact(row.high))
    old = _cell_of(before, cell.id)
    if old is not None and old.takes.kind != cell.takes.kind:
        return Moved(cell, was, None)
    now = _scored(cell, taken)
    if old is not None and was.high > _scored(old, taken).high:  # text that nobody sees could bring more
        now = Spread(now.low, now.proposed, max(now.high, min(was.high, cell.max)))
    return Moved(cell, was, now)


def _cell_of(rules: RuleSet | None, id_: str) -> Indicator | None:
    return next((cell for cell in rules.indicators if cell.id == id_), None) if rules else None


def _scored(cell: Indicator, taken: TakenCell) -> Spread:
    tally = tally_of(cell, taken)
    return spread_of_seen(cell, tally, points(cell.readings[0], values_of(tally, "proposed")))


def _total(rules: RuleSet, cells: tuple[Moved, ...]) -> Spread:
    """With the new points, and those of before where a new check has to tell them."""
    earned = {each.cell.id: each.after or each.before or _NOTHING for each in cells}
    groups = ((group, sum((earned[cell.id] for cell in group.indicators), _NOTHING)) for group in rules.groups)
    return sum((capped(group, points) * group.weight for group, points in groups), _NOTHING)


def _exact(value: Number) -> Fraction:
    return Fraction(str(value))


def _rounded(spread: Spread) -> tuple[Fraction, ...]:
    return tuple(map(rounded, (spread.low, spread.proposed, spread.high)))


# --- what is not seen -----------------------------------------------------------------------------


def _unseen(rules: RuleSet, cells: tuple[Moved, ...], before: RuleSet | None) -> Iterator[str]:
    for each in cells:
        if each.before is None:
            yield f"{_named(each.cell)}：这次核验没有这一项"
    if before is None:
        yield "核验时用的规则集不在本机，或此后改过：词表、考核期和计数方式有没有改动，这里看不出"
        return
    if rules.assessment != before.assessment:
        yield "考核期或判断疑点的界限有改动：哪些材料计入，这里看不出"
    if rules.words != before.words or rules.region != before.region:
        yield "识别材料用的词有改动：找到哪些材料，这里看不出"
    for cell in rules.indicators:
        yield from _unseen_of(cell, _cell_of(before, cell.id))


def _unseen_of(cell: Indicator, old: Indicator | None) -> Iterator[str]:
    if old is None:
        return
    if old.takes.kind != cell.takes.kind:
        yield f"{_named(cell)}：计数方式由 {old.takes.kind} 改为 {cell.takes.kind}，得分按原来的算"
    elif (old.takes, old.names) != (cell.takes, cell.names):
        yield f"{_named(cell)}：查找材料的词或计数的写法有改动，找到哪些材料，这里看不出"


# --- text -----------------------------------------------------------------------------------------


def trial_text(trial: Trial) -> str:
    """What moves, cell by cell, and what is not seen."""
    return "\n".join(_lines(trial))


def _lines(trial: Trial) -> Iterator[str]:
    result = trial.result
    changed = [each for each in trial.cells if each.is_changed]
    year = f" {result.year}年度" if result.year else ""
    name = f"{result.school.name or trial.folder}{year}"
    yield f"{name}：{len(changed)} 项有变动，{len(trial.cells) - len(changed)} 项不变"
    was = Spread(*(_exact(each) for each in (result.total.low, result.total.proposed, result.total.high)))
    yield f"  总分：{_told(was)} → {_told(trial.total)}"
    yield f"  等次：{result.grade.proposed} → {trial.grade}"
    yield f"  奖补：{result.award_yuan.proposed}元 → {trial.award}元"
    yield from (f"  {_move(each)}" for each in changed)
    yield from (f"  {name}：取消" for name in trial.gone)
    if trial.unseen:
        yield "  要重新核验才知道的："
        yield from (f"  · {each}" for each in trial.unseen)


def _move(moved: Moved) -> str:
    before = _told(moved.before) if moved.before else "没有这一项"
    return f"{_named(moved.cell)}：{before} → {_told(moved.after) if moved.after else '要重新核验'}"


def _named(cell: Indicator) -> str:
    return f"{cell.id} {cell.name}"


def _told(spread: Spread) -> str:
    low, proposed, high = (shown(each) for each in (spread.low, spread.proposed, spread.high))
    return f"{proposed}分" if low == high else f"{proposed}分（{low}–{high}）"
