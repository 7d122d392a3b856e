"""附件1 and 附件3: forms of labels and fields, laid out by the rule set's form.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from verifier.outputs.points import award_of, grade_of, total_of
from verifier.outputs.whole import write_whole
from verifier.outputs.word import (
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
from verifier.outputs.wording import number, one_line, span, yuan

SIZE = 12
"""points of the text"""


def write_annex3(result: Mapping[str, Any], form: Mapping[str, Any], target: Path) -> None:
    """Writes 附件3 of a result (the record's dict) with the fields that the result knows."""
    values = {
        "school": one_line((result.get("school") or {}).get("name") or ""),
        "grade": grade_of(result),
        "award": number(award_of(result) / 10000),
    }
    remarks = {key: _remark(result, key) for key in ("grade", "award")}
    write_whole(target, application_bytes(form["annex3"], values, remarks))


def _remark(result: Mapping[str, Any], key: str) -> str:
    """Where a field that may still change comes from."""
    if result.get("decided"):
        return f"按审定总分 {number(total_of(result))} 分填写，以公示的考核结果为准。"
    total, verdict = result["total"], result["grade" if key == "grade" else "award_yuan"]
    possible = "、".join(yuan(each) if key == "award" else str(each) for each in verdict["possible"])
    return (
        f"按拟得总分 {number(total['proposed'])} 分（{span(total['low'], total['high'])}）预填，"
        f"可能为：{possible}；以公示的考核结果为准。"
    )


def application_bytes(
    layout: Mapping[str, Any], values: Mapping[str, str] | None = None, remarks: Mapping[str, str] | None = None
) -> bytes:
    """A form of form.yaml: `values` by the name of the field, `remarks` as comments on the fields.

    A cell prints its `filled` text where every field in it has a value, else its `text`: the official wording.
    """
    values, remarks = values or {}, remarks or {}
    document = new_document(layout["title"], (20, 22, 18, 22), SIZE)
    add_line(document, layout["label"], 14, HEAD_FONT, after=6)
    add_line(document, layout["title"], 18, HEAD_FONT, align="center", after=12)
    rows = layout["rows"]
    cells = add_table(document, [row["height"] for row in rows], layout["widths"], _merges(rows))
    for row, grid in zip(rows, cells, strict=True):
        for left, cell in _placed(row["cells"]):
            text = _text(cell, values)
            if not text:
                continue
            font = HEAD_FONT if cell.get("heading") else BODY_FONT
            run = fill(grid[left], text, align=cell.get("align", "center"), size=SIZE, font=font)
            for name in _fields(cell):
                if values.get(name) and name in remarks:
                    comment_on(document, run, remarks[name])
    return document_bytes(document)


def _placed(cells: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each cell with its first column."""
    left = 0
    for cell in cells:
        yield left, cell
        left += cell.get("columns", 1)


def _merges(rows: Sequence[Mapping[str, Any]]) -> list[Merge]:
    return [
        ((at, left), (at, left + cell["columns"] - 1))
        for at, row in enumerate(rows)
        for left, cell in _placed(row["cells"])
        if cell.get("columns", 1) > 1
    ]


def _fields(cell: Mapping[str, Any]) -> list[str]:
    return re.findall(r"\{(\w+)\}", cell.get("filled", ""))


def _text(cell: Mapping[str, Any], values: Mapping[str, str]) -> str:
    names = _fields(cell)
    if names and all(values.get(name) for name in names):
        return str(cell["filled"]).format_map(values)
    return str(cell.get("text", ""))
