"""The official form 附件2 as a Word document, its two score columns filled, each score with a comment."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from verifier.outputs.whole import write_whole
from verifier.outputs.wording import SEVERITIES, citation, clean, exact, number, one_line, span

BODY_FONT, HEAD_FONT, LATIN_FONT = "宋体", "黑体", "Times New Roman"
AUTHOR, INITIALS = "核验工具", "核验"
MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""stands for the time of writing: the same input gives the same bytes"""
PLACES, FLAGS = 8, 10
"""lines of a comment: pieces of evidence, flags"""
NUMBER, GROUP, AREA, CONTENT, STANDARD, REQUIREMENT, SCORE, FINAL = range(8)
CENTRED = {NUMBER, GROUP, AREA, CONTENT, SCORE, FINAL}


def write_annex2(result: Mapping[str, Any], form: Mapping[str, Any], target: Path) -> None:
    """Writes 附件2 of a result (the record's dict); `form` is the rule set's form.yaml."""
    write_whole(target, annex2_bytes(result, form))


def annex2_bytes(result: Mapping[str, Any], form: Mapping[str, Any]) -> bytes:
    document = docx.Document()
    _set_page(document)
    year = result.get("year")
    title = form["title"] if year is None else form["title"].replace("___", str(year))
    _set_properties(document, title)
    _head(document, title, form["school"] + one_line((result.get("school") or {}).get("name") or ""))
    cells = _table(document, form)
    _fill_wording(cells, form)
    _fill_scores(document, cells, form, result)
    _keep_groups_whole(cells, form["rows"])
    _page_number(document)
    return _same_bytes(document)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(10)
    section.top_margin, section.bottom_margin = Mm(13), Mm(18)
    section.header_distance = section.footer_distance = Mm(7)
    style = document.styles["Normal"]
    style.font.size = Pt(9)
    _set_font(style.font, style.element, BODY_FONT)
    style.paragraph_format.space_after = Pt(0)


def _set_font(font: Any, element: Any, east_asian: str) -> None:
    font.name = LATIN_FONT
    element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), east_asian)


def _set_properties(document: Any, title: str) -> None:
    core = document.core_properties
    core.author = core.last_modified_by = AUTHOR
    core.title, core.comments, core.revision = title, "", 1
    core.created = core.modified = MOMENT


def _head(document: Any, title: str, school: str) -> None:
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.space_after = Pt(6)
    _add_run(heading, title, 15, HEAD_FONT)
    line = document.add_paragraph()
    line.paragraph_format.space_after = Pt(4)
    _add_run(line, school, 11)


def _add_run(paragraph: Any, text: str, size: float, east_asian: str = BODY_FONT) -> Any:
    run = paragraph.add_run(clean(text))
    run.font.size = Pt(size)
    _set_font(run.font, run._element, east_asian)
    return run


def _table(document: Any, form: Mapping[str, Any]) -> list[Sequence[Any]]:
    """An empty grid with its merges done; the cells of each row, eight a row (merged ones repeat)."""
    table = document.add_table(rows=len(form["rows"]) + 2, cols=len(form["widths"]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_margins(table)
    for column, width in zip(table.columns, form["widths"], strict=True):
        column.width = Mm(width)
    for row in table.rows:
        _mark_row(row, "w:cantSplit")
        row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(9.2)
    _mark_row(table.rows[0], "w:tblHeader")
    grid = [row.cells for row in table.rows]
    for row in grid:
        for cell, width in zip(row, form["widths"], strict=True):
            cell.width = Mm(width)
    for (top, left), (bottom, right) in _merges(form["rows"]):
        grid[top][left].merge(grid[bottom][right])
    return [row.cells for row in table.rows]


def _merges(rows: Sequence[Mapping[str, Any]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Corners of every merged block of the table (row, column); row 0 is the header."""
    last = len(rows) + 1
    blocks = [((0, AREA), (0, CONTENT)), ((last, NUMBER), (last, REQUIREMENT))]
    blocks += [((at, AREA), (at, CONTENT)) for at, row in enumerate(rows, 1) if "content" not in row]
    keys = ((NUMBER, "number"), (GROUP, "group"), (AREA, "area"), (REQUIREMENT, "requirement"), (FINAL, "number"))
    for column, key in keys:
        starts = [at for at, row in enumerate(rows, 1) if row[key]]
        ends = [at - 1 for at in starts[1:]] + [last - 1]
        blocks += [((top, column), (end, column)) for top, end in zip(starts, ends, strict=True) if top < end]
    return blocks


def _mark_row(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _set_margins(table: Any) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 60), ("left", 50), ("bottom", 60), ("right", 50)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def _fill_wording(cells: list[Sequence[Any]], form: Mapping[str, Any]) -> None:
    titles = [*form["columns"][:AREA], form["columns"][AREA], *form["columns"][AREA:]]
    for column, title in enumerate(titles):
        if column != CONTENT:
            _write(cells[0][column], title, centred=True, font=HEAD_FONT)
    for row, texts in zip(cells[1:], form["rows"], strict=False):
        for column, key in enumerate(("number", "group", "area", "content", "standard", "requirement")):
            if texts.get(key):
                _write(row[column], texts[key], centred=column in CENTRED)
    _write(cells[-1][NUMBER], form["total"], centred=True, font=HEAD_FONT)


def _fill_scores(document: Any, cells: list[Sequence[Any]], form: Mapping[str, Any], result: Mapping[str, Any]) -> None:
    indicators = {item["id"]: item for item in result["indicators"]}
    groups = {item["id"]: item for item in result["groups"]}
    for row, texts in zip(cells[1:], form["rows"], strict=False):
        item = indicators.get(texts["indicator"])
        if item is None:
            continue
        run = _write(row[SCORE], number(item["proposed"]), centred=True, size=10.5)
        if exact(item["low"]) < exact(item["high"]):
            _write_range(row[SCORE], item)
        comment = document.add_comment(run, text=comment_text(item), author=AUTHOR, initials=INITIALS)
        comment._comment_elm.date = MOMENT
        if texts["number"] and (group := groups.get(item["group"])):
            final = exact(group["proposed"]) * exact(group["weight"])
            _write(row[FINAL], number(final), centred=True, size=10.5)
    total = number(result["total"]["proposed"])
    _write(cells[-1][FINAL], total, centred=True, size=10.5, bold=True)


def _write(cell: Any, text: str, *, centred: bool, size: float = 9, font: str = BODY_FONT, bold: bool = False) -> Any:
    """Puts text into an empty cell, a paragraph a line; the last run."""
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    paragraph = cell.paragraphs[0]
    for at, line in enumerate(clean(text).split("\n")):
        paragraph = cell.add_paragraph() if at else paragraph
        _set_line(paragraph, size, centred)
        run = _add_run(paragraph, line, size, font)
        run.bold = bold or None
    return run


def _write_range(cell: Any, item: Mapping[str, Any]) -> None:
    paragraph = cell.add_paragraph()
    _set_line(paragraph, 7.5, centred=True)
    run = _add_run(paragraph, f"（{span(item['low'], item['high'])}）", 6.5)
    run.font.color.rgb = RGBColor(0x70, 0x70, 0x70)


def _set_line(paragraph: Any, size: float, centred: bool) -> None:
    """An exact height keeps the pages alike whatever fonts a machine has."""
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(size * 1.32)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT


def _keep_groups_whole(cells: list[Sequence[Any]], rows: Sequence[Mapping[str, Any]]) -> None:
    """A group moves to the next page rather than being cut by its end; the total stays with the last."""
    starts = {at for at, row in enumerate(rows, 1) if row["number"]}
    for at in range(1, len(rows) + 1):
        if at + 1 in starts:
            continue
        for column in (CONTENT, STANDARD, SCORE):
            for paragraph in cells[at][column].paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def comment_text(item: Mapping[str, Any]) -> str:
    """The reasons of one score: clause, points, evidence, flags; a line each."""
    points = f"拟得 {number(item['proposed'])} 分，满分 {number(item['max'])} 分"
    if exact(item["low"]) < exact(item["high"]):
        points += f"，区间 {span(item['low'], item['high'])} 分"
    evidence, flags = item.get("evidence") or [], item.get("flags") or []
    counted = sorted(evidence, key=lambda piece: not piece.get("counted", True))
    lines = [f"依据：{one_line(item.get('clause') or '')}", points]
    lines.append(f"证据（{len(evidence)}处）：" if evidence else "证据：无")
    lines += [_evidence_line(piece) for piece in counted[:PLACES]]
    if len(evidence) > PLACES:
        lines.append(f"……等{len(evidence)}处，其余见核验报告")
    lines += [_flag_line(flag) for flag in flags[:FLAGS]]
    if len(flags) > FLAGS:
        lines.append(f"……等{len(flags)}条，其余见核验报告")
    return "\n".join(lines)


def _evidence_line(piece: Mapping[str, Any]) -> str:
    quote = one_line(piece.get("text") or "", 60)
    line = f"· {citation(piece)}" + (f"：“{quote}”" if quote else "")
    return line if piece.get("counted", True) else f"{line}（未计入）"


def _flag_line(flag: Mapping[str, Any]) -> str:
    place = citation(flag)
    severity = SEVERITIES.get(flag["severity"], flag["severity"])
    return f"【{severity}】{one_line(flag['message'], 300)}" + (f"（{place}）" if place else "")


def _page_number(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in ("第 ", "PAGE", " 页，共 ", "NUMPAGES", " 页"):
        if not part.isupper():
            _add_run(paragraph, part, 8)
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), part)
        field.append(_add_run(paragraph, "1", 8)._element)
        paragraph._p.append(field)


def _same_bytes(document: Any) -> bytes:
    """The saved document with the same time on every part of its zip."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            target.writestr(part, source.read(name))
    return fixed.getvalue()
