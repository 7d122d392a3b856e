"""附件1 and 附件3: forms of labels and fields, laid out by the rule set's form.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from verifier.files import write_whole
from verifier.model import Form, FormCell, Layout, LayoutRow, ResultRecord
from verifier.outputs.forms.word import (
    BODY_FONT,
    HEAD_FONT,
    Merge,
    add_line,
    add_table,
    comment_on,
    document_bytes,
    fill,
    new_document,
)
from verifier.outputs.points import award_of, grade_told, total_of, unsettled, why_open
from verifier.outputs.wording import number, one_line, span, yuan

SIZE = 12
"""points of the text"""


def write_annex3(result: ResultRecord, form: Form, target: Path) -> None:
    """Writes 附件3 of a result with the fields that the result knows."""
    award = Decimal(0) if unsettled(result, "award") else award_of(result)
    values = {
        "school": one_line(result.school.name or ""),
        "grade": grade_told(result),
        "award": number(award / 10000) if award else "",
    }
    remarks = {
        "grade": _remark(result, "grade", result.grade.possible),
        "award": _remark(result, "award", map(yuan, result.award_yuan.possible)),
    }
    unneeded = "" if may_earn_award(result) else form.no_award.format(total=number(total_of(result)))
    write_whole(target, application_bytes(form.annex3, values, remarks, unneeded))


def may_earn_award(result: ResultRecord) -> bool:
    """Whether there is an award that 附件3 could ask for; after decisions the one that they lead to."""
    open_ = unsettled(result, "award")
    possible = map(int, open_.values) if open_ else () if result.decided else result.award_yuan.possible
    return award_of(result) > 0 or any(amount > 0 for amount in possible)


def _remark(result: ResultRecord, kind: str, possible: Iterable[str]) -> str:
    """Where a field that may still change comes from."""
    if open_ := unsettled(result, kind):
        return f"待确定：{why_open(open_, total_of(result))}。"
    if result.decided:
        return f"按审定总分 {number(total_of(result))} 分填写，以公示的考核结果为准。"
    total = result.total
    return (
        f"按拟得总分 {number(total.proposed)} 分（{span(total.low, total.high)}）预填，"
        f"可能为：{'、'.join(possible)}；以公示的考核结果为准。"
    )


def application_bytes(
    layout: Layout, values: Mapping[str, str] | None = None, remarks: Mapping[str, str] | None = None, note: str = ""
) -> bytes:
    """A form of form.yaml: `values` by the name of the field, `remarks` as comments on the fields, a `note` over it.

    A cell prints its `filled` text where every field in it has a value, else its `text`: the official wording.
    """
    values, remarks = values or {}, remarks or {}
    document = new_document(layout.title, (20, 22, 18, 22), SIZE)
    if note:
        add_line(document, note, SIZE, BODY_FONT, after=6)
    add_line(document, layout.label, 14, HEAD_FONT, after=6)
    add_line(document, layout.title, 18, HEAD_FONT, align="center", after=12)
    table = add_table(document, [row.height for row in layout.rows], layout.widths, _merges(layout.rows))
    cells = ((grid[left], cell) for row, grid in zip(layout.rows, table, strict=True) for left, cell in _placed(row))
    for empty, cell in cells:
        if text := _text(cell, values):
            run = fill(empty, text, align=cell.align, size=SIZE, font=HEAD_FONT if cell.heading else BODY_FONT)
            for told in (remarks[name] for name in cell.fields if name in remarks):
                comment_on(document, run, told)
    return document_bytes(document)


def _placed(row: LayoutRow) -> Iterator[tuple[int, FormCell]]:
    """Each cell with its first column."""
    left = 0
    for cell in row.cells:
        yield left, cell
        left += cell.columns


def _merges(rows: Sequence[LayoutRow]) -> list[Merge]:
    return [
        ((at, left), (at, left + cell.columns - 1))
        for at, row in enumerate(rows)
        for left, cell in _placed(row)
        if cell.columns > 1
    ]


def _text(cell: FormCell, values: Mapping[str, str]) -> str:
    is_known = bool(cell.fields) and all(values.get(name) for name in cell.fields)
    return cell.filled.format_map(values) if is_known else cell.text
