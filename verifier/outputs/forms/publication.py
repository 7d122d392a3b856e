"""The results of all schools as the bureau makes them public: school, points, grade, award, and the sum in yuan."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from docx.shared import Pt
from xlsxwriter import Workbook

from verifier.files import write_whole
from verifier.files.output_folder import PUBLICATION, PUBLICATION_BOOK
from verifier.model import Publication, ResultRecord
from verifier.outputs.alike import common_year, more_than_once, year_doubt
from verifier.outputs.forms.word import (
    HEAD_FONT,
    TITLE,
    add_line,
    add_paragraph,
    add_signature,
    add_table,
    document_bytes,
    fill,
    mark_row,
    new_document,
    number_pages,
)
from verifier.outputs.points import award_of, grade_of, total_of, unsettled
from verifier.outputs.wording import number, one_line
from verifier.outputs.workbook import IN_MEMORY, MOMENT, Style, as_text, set_page

SIZE, ROW = 12, 9
"""of the table: points of the text, and millimetres of a row, at least"""
OPEN = "待确定"


@dataclass(frozen=True, slots=True)
class School:
    """A line of the table."""

    name: str
    points: Decimal
    grade: str
    """'' while nobody has chosen between two, as `award`"""
    award: Decimal | None
    """in yuan"""
    undecided: int
    """cells on which nobody has decided"""
    year: int | None

    @property
    def cells(self) -> tuple[str, ...]:
        mark = "*" if self.undecided else ""
        award = OPEN if self.award is None else number(self.award / 10000)
        return f"{self.name}{mark}", number(self.points), self.grade or OPEN, award


def write_publication(
    results: Sequence[tuple[str, ResultRecord]], missing: Sequence[str], form: Publication, folder: Path
) -> None:
    """Writes `results.docx` and `results.xlsx` of (name of the folder, result), each whole or not at all.

    `missing`: bundles without a result, by name. Raises UsageError when a file can't be written.
    """
    common = common_year(result.year for _, result in results)
    schools = _ranked(results)
    draft = _draft(schools, missing, common)
    year = f"{common}年度" if common else ""
    title = form.title.format(year=year)
    heading = form.title.replace("{year}", "\n{year}").format(year=year)  # else a sign is left alone on a second line
    write_whole(folder / PUBLICATION, _document(schools, draft, form, heading, form.text.format(year=year)))
    write_whole(folder / PUBLICATION_BOOK, _book(schools, draft, form, title))


def _ranked(results: Sequence[tuple[str, ResultRecord]]) -> list[School]:
    """Most points first."""
    schools = [
        School(
            one_line(result.school.name or name),
            total_of(result),
            "" if unsettled(result, "grade") else grade_of(result),
            None if unsettled(result, "award") else award_of(result),
            sum(1 for cell in result.indicators if cell.decided is None),
            result.year,
        )
        for name, result in results
    ]
    return sorted(schools, key=lambda school: (-school.points, school.name))


def _sum(schools: Sequence[School]) -> Decimal:
    return sum((school.award or Decimal(0) for school in schools), Decimal(0))


def _draft(schools: Sequence[School], missing: Sequence[str], common: int | None) -> str:
    """What keeps the table from being made public; '' where all is decided."""
    told = []
    if undecided := sum(1 for school in schools if school.undecided):
        told.append(f"带*的{undecided}所学校还有指标未审定，得分、等次和奖补为暂计")
    if unchosen := sum(1 for school in schools if not school.grade or school.award is None):
        told.append(f"{unchosen}所学校的等次或奖补条款没有明确，尚未确定，合计不含")
    others = [each for each in schools if year_doubt(each.year, common)]
    if others:
        named = "、".join(f"{each.name}{f'为{each.year}年度' if each.year else '年度不明'}" for each in others)
        told.append(f"{len(others)}所学校的年度与其他学校（{common}年度）不同（{named}）")
    for name, many in more_than_once(each.name for each in schools).items():
        told.append(f"{name}有{many}份材料，请确认以哪一份为准，只留一份")
    if missing:
        told.append(f"{len(missing)}份材料没有核验成功，未列入（{'、'.join(map(one_line, missing))}）")
    return f"初稿，不能公示：{'；'.join(told)}。" if told else ""


def _document(schools: Sequence[School], draft: str, form: Publication, heading: str, text: str) -> bytes:
    document = new_document(heading.replace("\n", ""), (30, 24, 28, 24), SIZE)
    add_line(document, heading, TITLE, HEAD_FONT, align="center", after=TITLE)
    if draft:
        add_line(document, draft, SIZE, HEAD_FONT, after=SIZE)
    add_paragraph(document, text)
    document.paragraphs[-1].paragraph_format.space_after = Pt(SIZE)
    rows = [(str(at), *school.cells) for at, school in enumerate(schools, 1)]
    rows.append((form.total, "", "", "", f"{number(_sum(schools) / 10000)}（{_sum(schools):,.0f}元）"))
    last = len(rows)
    grid = add_table(document, [ROW] * (last + 1), form.widths, [((last, 0), (last, 3))])
    mark_row(document.tables[0].rows[0], "w:tblHeader")
    for cell, name in zip(grid[0], form.columns, strict=True):
        fill(cell, name, size=SIZE, font=HEAD_FONT)
    for cells, row in zip(grid[1:], rows, strict=True):
        for cell, told in zip(cells, row, strict=True):
            if told:
                fill(cell, told, size=SIZE)
    add_paragraph(document, form.contact)
    add_signature(document, form.sender)
    number_pages(document)
    return document_bytes(document)


def _book(schools: Sequence[School], draft: str, form: Publication, title: str) -> bytes:
    stored = io.BytesIO()
    book = Workbook(stored, IN_MEMORY)
    book.set_properties({"title": title, "author": "核验工具", "created": MOMENT})
    style = Style(book)
    sheet = book.add_worksheet("公示")
    set_page(sheet, [width / 2 for width in form.widths])
    sheet.set_portrait()
    sheet.write_string(0, 0, title, style.title)
    sheet.write_string(1, 0, draft, style.warning)
    for at, name in enumerate(form.columns):
        sheet.write_string(2, at, name, style.head)
    for at, school in enumerate(schools, 3):
        name, _, grade, _ = school.cells
        sheet.write_number(at, 0, at - 2, style.at)
        sheet.write_string(at, 1, as_text(name), style.wide)
        sheet.write_number(at, 2, float(school.points), style.at)
        sheet.write_string(at, 3, as_text(grade), style.at)
        if school.award is None:
            sheet.write_string(at, 4, OPEN, style.at)
        else:
            sheet.write_number(at, 4, float(school.award / 10000), style.at)
    last = len(schools) + 3
    sheet.write_string(last, 1, form.total, style.label)
    total = _sum(schools) / 10000
    sheet.write_formula(last, 4, f"=SUM(E4:E{last})", style.figure_at, float(total))
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    book.close()
    return stored.getvalue()
