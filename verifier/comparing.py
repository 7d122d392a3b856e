"""Two results side by side: a school's own check against the bureau's, or last year against this."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from verifier.decisions import apply, read_log
from verifier.errors import RuleError, UsageError
from verifier.language.identity_numbers import mask_text
from verifier.outputs import rendered, write_whole
from verifier.outputs.points import award_of, grade_of, points_of, total_of
from verifier.outputs.wording import SEVERITIES, citation, exact, number, one_line, signed, span, yuan
from verifier.rules import load_rule_set

Record = Mapping[str, Any]
NEEDED = {"school", "year", "rules", "files", "indicators", "groups", "total", "grade", "award_yuan", "flags"}


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
    records = _record(first), _record(second)
    sides = _side(first, records[0]), _side(second, records[1])
    cells = tuple(_cells(*records))
    gone, new = _flags(records[0].get("flags") or (), records[1].get("flags") or (), _names(records))
    return Comparison(*sides, cells, gone, new, tuple(_remarks(*sides, cells)))


def _record(folder: Path) -> Record:
    """The result of an output folder, with the decisions that stand beside it."""
    path = folder / "result.json" if folder.is_dir() else folder
    if not path.is_file():
        raise UsageError(f"“{folder}”里没有 result.json，请给出核验结果文件夹")
    try:
        result: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if result["schema"] != "verifier/result@1" or not result.keys() >= NEEDED:
            raise ValueError(result["schema"])
        return _with_decisions(result, path.parent)
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as fault:
        raise UsageError(f"“{path}”不是完整的核验结果，请重新核验后再比较") from fault


def _with_decisions(result: dict[str, Any], folder: Path) -> Record:
    evidence = folder / "evidence.json"
    decisions = read_log(folder).decisions
    if not decisions or not evidence.is_file():
        return result
    try:
        rules = load_rule_set(result["rules"]["id"])
    except RuleError:  # made under a rule set that is not installed here: its decisions can't be counted again
        return result
    return apply(result, json.loads(evidence.read_text(encoding="utf-8")), decisions, rules)


def _side(folder: Path, result: Record) -> Side:
    return Side(
        folder=mask_text(str(folder)),
        school=mask_text(one_line(result["school"]["name"] or "学校未知")),
        year=f"{result['year']}年度" if result["year"] else "年度未知",
        rules=result["rules"]["id"],
        total=total_of(result),
        range=span(result["total"]["low"], result["total"]["high"]),
        grade=grade_of(result),
        award=yuan(award_of(result)),
        decided=any(cell.get("decided") for cell in result["indicators"]),
    )


def _names(records: Sequence[Record]) -> dict[str, str]:
    """Path → what people see of it."""
    return {file["path"]: file["shown"] for each in records for file in each["files"] if file.get("shown")}


def _cells(first: Record, second: Record) -> Iterator[Cell]:
    """Every cell of either result, in the order of the first, then those that only the second has."""
    old, new = ({cell["id"]: cell for cell in each["indicators"]} for each in (first, second))
    weights = [{group["id"]: exact(group["weight"]) for group in each["groups"]} for each in (first, second)]
    names = _names((first, second))
    for id_ in dict.fromkeys((*old, *new)):
        a, b = old.get(id_), new.get(id_)
        added = None
        if a and b:
            added = points_of(b) * weights[1][b["group"]] - points_of(a) * weights[0][a["group"]]
        yield Cell(
            id_,
            mask_text(one_line((a or b or {})["name"])),
            points_of(a) if a else None,
            points_of(b) if b else None,
            (_range(a), _range(b)),
            added,
            *_flags(a["flags"] if a else (), b["flags"] if b else (), names),
        )


def _range(cell: Record | None) -> str:
    return span(cell["low"], cell["high"]) if cell else ""


def _flags(
    first: Sequence[Record], second: Sequence[Record], names: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The flags that went and those that came.

    Two flags are one when code and file agree; what is left is paired by its code, since two bundles may file the same
    paper under different names.
    """
    old, new = list(first), list(second)
    for key in (_code_and_file, _code):
        for flag in tuple(old):
            twin = next((each for each in new if key(each) == key(flag)), None)
            if twin is not None:
                old.remove(flag)
                new.remove(twin)
    return tuple(_told(flag, names) for flag in old), tuple(_told(flag, names) for flag in new)


def _code_and_file(flag: Record) -> tuple[str, str | None]:
    return flag["code"], flag.get("file")


def _code(flag: Record) -> str:
    return str(flag["code"])


def _told(flag: Record, names: Mapping[str, str]) -> str:
    place = citation({**flag, "file": names.get(flag.get("file", ""), flag.get("file"))})
    severity = SEVERITIES.get(flag["severity"], flag["severity"])
    return mask_text(f"【{severity}】{one_line(flag['message'], 300)}" + (f"（{place}）" if place else ""))


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
