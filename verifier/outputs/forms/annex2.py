"""The official form 附件2 as a Word document, its two score columns filled, each score with a comment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document
from docx.shared import RGBColor
from docx.table import _Cell

from verifier.files import write_whole
from verifier.model import Align, CellRecord, Form, FormRow, ResultRecord
from verifier.outputs.forms.remarks import remark
from verifier.outputs.forms.scoring_table import (
    CONTENT,
    FINAL,
    LEFT,
    SCORE,
    STANDARD,
    merges,
    school_line,
    title_of,
    wording,
)
from verifier.outputs.forms.word import (
    BODY_FONT,
    HEAD_FONT,
    add_line,
    add_run,
    add_table,
    comment_on,
    document_bytes,
    fill,
    mark_row,
    new_document,
    number_pages,
    set_line,
)
from verifier.outputs.points import final_of, is_open, points_of, total_of
from verifier.outputs.wording import number, span

ROW_HEIGHT = 9.2


def write_annex2(result: ResultRecord, form: Form, target: Path) -> None:
    """Writes 附件2 of a result."""
    write_whole(target, annex2_bytes(form, result.year, result))


def annex2_bytes(form: Form, year: int | None, result: ResultRecord | None = None) -> bytes:
    """The form with the scores of a result, else the blank form."""
    title = title_of(form, year)
    document = new_document(title, (11, 10, 16, 10), comments=result.decisions if result else "")
    add_line(document, form.label, 11, HEAD_FONT)
    add_line(document, title, 15, HEAD_FONT, align="center", after=4)
    add_line(document, school_line(form, result.school.name if result else None), 11, BODY_FONT, after=4)
    cells = add_table(document, [ROW_HEIGHT] * (len(form.rows) + 2), form.widths, merges(form.rows))
    mark_row(document.tables[0].rows[0], "w:tblHeader")
    _fill_wording(cells, form)
    if result is not None:
        _fill_scores(document, cells, form, result)
    _keep_groups_whole(cells, form.rows)
    number_pages(document)
    return document_bytes(document)


def _fill_wording(cells: list[Sequence[_Cell]], form: Form) -> None:
    texts = wording(form)
    for at, row in enumerate(texts):
        is_head = at in (0, len(texts) - 1)
        for column, text in enumerate(row):
            if text:
                align: Align = "left" if column in LEFT and not is_head else "center"
                fill(cells[at][column], text, align=align, font=HEAD_FONT if is_head else BODY_FONT)


def _fill_scores(document: Document, cells: list[Sequence[_Cell]], form: Form, result: ResultRecord) -> None:
    indicators = {cell.id: cell for cell in result.indicators}
    groups = {group.id: group for group in result.groups}
    for row, printed in zip(cells[1:], form.rows, strict=False):
        cell = indicators.get(printed.indicator)
        if cell is None:
            continue
        run = fill(row[SCORE], number(points_of(cell)), size=10.5)
        if is_open(cell):
            _add_range(row[SCORE], cell)
        comment_on(document, run, remark(cell))
        if printed.number and (group := groups.get(cell.group)):
            fill(row[FINAL], number(final_of(result, group)), size=10.5)
    fill(cells[-1][FINAL], number(total_of(result)), size=10.5).bold = True


def _add_range(score: _Cell, cell: CellRecord) -> None:
    paragraph = score.add_paragraph()
    set_line(paragraph, 7.5, "center")
    run = add_run(paragraph, f"（{span(cell.low, cell.high)}）", 6.5)
    run.font.color.rgb = RGBColor(0x70, 0x70, 0x70)


def _keep_groups_whole(cells: list[Sequence[_Cell]], rows: Sequence[FormRow]) -> None:
    """A group moves to the next page rather than being cut by its end; the total stays with the last."""
    starts = {at for at, row in enumerate(rows, 1) if row.number}
    for at in range(1, len(rows) + 1):
        if at + 1 in starts:
            continue
        for column in (CONTENT, STANDARD, SCORE):
            for paragraph in cells[at][column].paragraphs:
                paragraph.paragraph_format.keep_with_next = True
