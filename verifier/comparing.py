"""Two results side by side: a school's own check against the bureau's, or last year against this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from verifier.decided import with_decisions
from verifier.errors import UsageError
from verifier.files import write_whole
from verifier.files.output_folder import has_summary
from verifier.language.masking import mask_text
from verifier.model import FlagRecord, ResultRecord
from verifier.outputs import rendered
from verifier.outputs.forms.remarks import flag_line
from verifier.outputs.points import award_told, grade_told, points_of, total_of
from verifier.outputs.wording import citation, exact, number, one_line, signed, span
from verifier.record import UnreadableRecord, read_judged, result_file


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two results."""

    folder: str
    school: str
    year: str
    rules: str
    total: Decimal
    range: str
    grade: str
    award: str
    decided: bool
    """whether a reviewer's decisions are in it"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One indicator in both results; the points are None where a result does not have it."""

    id: str
    name: str
    first: Decimal | None
    second: Decimal | None
    ranges: tuple[str, str]
    added: Decimal | None
    """to the total; None where it can't be told"""
    gone: tuple[str, ...]
    """flags of the first that the second does not have, as a person reads them"""
    new: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        return self.first != self.second or self.ranges[0] != self.ranges[1] or bool(self.gone or self.new)

    @property
    def change(self) -> Decimal | None:
        return None if self.first is None or self.second is None else self.second - self.first


@dataclass(frozen=True, slots=True)
class Comparison:
    first: Side
    second: Side
    cells: tuple[Cell, ...]
    gone: tuple[str, ...]
    """flags of the bundle as a whole"""
    new: tuple[str, ...]
    remarks: tuple[str, ...]
    """what makes the two results no like for like"""


def compare(first: Path, second: Path) -> Comparison:
    """Two output folders of `check`. Raises UsageError when one of them holds no result that can be read."""
    return compared(first, record_of(first), second, record_of(second))


def compared(first: Path, one: ResultRecord, second: Path, other: ResultRecord) -> Comparison:
    """As `compare`, of results that were read before."""
    sides = _side(first, one), _side(second, other)
    cells = tuple(_cells(one, other))
    gone, new = _flags(one.flags, other.flags)
    return Comparison(*sides, cells, gone, new, tuple(_remarks(*sides, cells)))


def record_of(path: Path) -> ResultRecord:
    """The result of an output folder, or of its `result.json`, with the decisions that stand beside it.

    Raises UsageError when none can be read.
    """
    if not result_file(path).is_file():
        if has_summary(path):
            raise UsageError(f"“{path}”是各校的汇总，不能整个比较，请给出其中一所学校的结果文件夹")
        raise UsageError(f"“{path}”里没有核验结果，请给出一所学校的结果文件夹")
    try:
        result, seen = read_judged(path)
        return with_decisions(result, seen, result_file(path).parent)
    except UnreadableRecord as fault:
        raise UsageError(f"“{path}”不能比较：{fault}") from fault


def _side(folder: Path, result: ResultRecord) -> Side:
    return Side(
        folder=mask_text(str(folder)),
        school=mask_text(one_line(result.school.name or "学校未知")),
        year=f"{result.year}年度" if result.year else "年度未知",
        rules=result.rules.id,
        total=total_of(result),
        range=span(result.total.low, result.total.high),
        grade=grade_told(result),
        award=award_told(result),
        decided=any(cell.decided for cell in result.indicators),
    )


def _cells(first: ResultRecord, second: ResultRecord) -> Iterator[Cell]:
    """Every cell of either result, in the order of the first, then those that only the second has."""
    old, new = _own_cells(first), _own_cells(second)
    for id_ in dict.fromkeys((*old, *new)):
        a, b = old.get(id_, _NO_CELL), new.get(id_, _NO_CELL)
        gone, came = _flags(a.flags, b.flags)
        yield Cell(
            id=id_,
            name=a.name or b.name,
            first=a.points,
            second=b.points,
            ranges=(a.range, b.range),
            added=None if a.added is None or b.added is None else b.added - a.added,
            gone=gone,
            new=came,
        )


@dataclass(frozen=True, slots=True)
class _OwnCell:
    """An indicator as one of the results has it; without points where it does not."""

    name: str = ""
    points: Decimal | None = None
    added: Decimal | None = None
    """to the total"""
    range: str = ""
    flags: tuple[FlagRecord, ...] = ()


_NO_CELL = _OwnCell()


def _own_cells(result: ResultRecord) -> dict[str, _OwnCell]:
    weights = {group.id: exact(group.weight) for group in result.groups}
    return {
        cell.id: _OwnCell(
            name=mask_text(one_line(cell.name)),
            points=points_of(cell),
            added=points_of(cell) * weights[cell.group],
            range=span(cell.low, cell.high),
            flags=cell.flags,
        )
        for cell in result.indicators
    }


def _flags(first: Sequence[FlagRecord], second: Sequence[FlagRecord]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The flags that went and those that came.

    Two flags are one when their numbers agree, or code and file; what is left is paired by its code, since two bundles
    may hold the same paper in two formats.
    """
    old, new = list(first), list(second)
    for key in (_number, _code_and_file, _code):
        for flag in tuple(old):
            twin = next((each for each in new if key(flag) and key(each) == key(flag)), None)
            if twin is not None:
                old.remove(flag)
                new.remove(twin)
    return tuple(_told(flag) for flag in old), tuple(_told(flag) for flag in new)


def _number(flag: FlagRecord) -> str:
    return flag.number


def _code_and_file(flag: FlagRecord) -> tuple[str, str | None]:
    return flag.code, flag.file


def _code(flag: FlagRecord) -> tuple[str, str | None]:
    return flag.code, None


def _told(flag: FlagRecord) -> str:
    return mask_text(flag_line(flag, citation(flag)))


def _remarks(first: Side, second: Side, cells: Sequence[Cell]) -> Iterator[str]:
    if first.school != second.school:
        yield f"两份结果的学校不同：{first.school}，{second.school}"
    if first.year != second.year:
        yield f"两份结果的年度不同：{first.year}，{second.year}"
    if first.rules != second.rules:
        yield f"两份结果用的规则集不同（{first.rules}，{second.rules}），得分不能直接相比"
    for side, missing in (
        (first, [cell.id for cell in cells if cell.first is None]),
        (second, [cell.id for cell in cells if cell.second is None]),
    ):
        if missing:
            yield f"“{side.folder}”没有指标 {'、'.join(missing)}"


# --- as text and as a page --------------------------------------------------------------------------------------


def as_text(comparison: Comparison) -> str:
    first, second = comparison.first, comparison.second
    lines = [_head("甲", first), _head("乙", second)]
    lines.append(
        f"总分：{number(first.total)}（{first.range}）→ {number(second.total)}（{second.range}），"
        f"{signed(second.total - first.total)}"
    )
    lines += [f"注意：{remark}。" for remark in comparison.remarks]
    changed = [cell for cell in comparison.cells if cell.is_changed]
    lines += ["", f"有变化的指标 {len(changed)} 项，没有变化的 {len(comparison.cells) - len(changed)} 项。"]
    for cell in changed:
        lines += [_cell_line(cell), *_flag_lines(cell.gone, cell.new)]
    if comparison.gone or comparison.new:
        lines += ["整份材料：", *_flag_lines(comparison.gone, comparison.new)]
    return "\n".join(lines)


def _head(name: str, side: Side) -> str:
    decided = "，含审定" if side.decided else ""
    return f"{name}：{side.school} {side.year}，{side.grade}，奖补{side.award}{decided}（{side.folder}）"


def _cell_line(cell: Cell) -> str:
    if cell.first is None or cell.second is None:
        only = "乙" if cell.first is None else "甲"
        points = cell.second if cell.first is None else cell.first
        return f"{cell.id} {cell.name}：只有{only}有这项指标，{number(points)} 分"
    if cell.first == cell.second:
        moved = f"，区间 {cell.ranges[0]} → {cell.ranges[1]}" if cell.ranges[0] != cell.ranges[1] else ""
        return f"{cell.id} {cell.name}：{number(cell.first)} 分不变{moved}"
    total = f"，总分 {signed(cell.added)}" if cell.added is not None else ""
    return (
        f"{cell.id} {cell.name}：{number(cell.first)} → {number(cell.second)} 分"
        f"（{signed(cell.second - cell.first)}{total}）"
    )


def _flag_lines(gone: Sequence[str], new: Sequence[str]) -> list[str]:
    return [f"    已消除 {flag}" for flag in gone] + [f"    新出现 {flag}" for flag in new]


def write_page(comparison: Comparison, target: Path) -> None:
    """Writes the comparison as one HTML file that needs nothing else."""
    write_whole(target, rendered("diff.html", comparison=comparison).encode("utf-8"))
