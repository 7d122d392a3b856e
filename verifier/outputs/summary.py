"""All bundles of a batch on one page and in one workbook, for whoever reviews many schools."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

from xlsxwriter import Workbook

from verifier.files import write_whole
from verifier.files.output_folder import REPORT, SUMMARY_BOOK, SUMMARY_PAGE
from verifier.model import CellRecord, FlagRecord, ResultRecord
from verifier.outputs.forms.annex2_book import FLAGS, flag_rows
from verifier.outputs.priorities import Priority, priorities
from verifier.outputs.rendering import rendered
from verifier.outputs.wording import exact, number, one_line
from verifier.outputs.workbook import Column, Open, Style, Value, write_list

MOMENT = datetime(2000, 1, 1)
"""stands for the time of writing: the same input gives the same bytes"""
REUSES = ("reused-across-schools", "reused-from-earlier")
NAMES: tuple[Column, ...] = (("材料", 24), ("学校", 24))
OVERVIEW: tuple[Column, ...] = (
    *NAMES,
    ("年度", 8),
    ("预填总分", 10),
    ("最低", 8),
    ("最高", 8),
    ("等次", 10),
    ("奖补（元）", 12),
    ("缺口", 7),
    ("待核", 7),
    ("先看哪一项", 60),
)
POINTS_WIDTH = 8.0
LONGEST_ACTION = 120


@dataclass(frozen=True, slots=True)
class Row:
    """One bundle of a batch."""

    name: str
    """without the personal data in it"""
    folder: str
    """of its outputs, which bears the bundle's own name"""
    result: ResultRecord | None
    """None when the bundle could not be opened"""
    error: str = ""

    @property
    def address(self) -> str:
        """Of the report, from the summary."""
        return f"{quote(self.folder, safe='')}/{REPORT}"

    @property
    def school(self) -> str:
        return (self.result.school.name or "") if self.result else ""

    @property
    def flags(self) -> Counter[str]:
        """How many flags of each severity stand anywhere in the record."""
        return Counter(flag.severity for flag in self.result.every_flag) if self.result else Counter()

    @property
    def first(self) -> Priority | None:
        """What most points hang on."""
        return next(iter(priorities(self.result)), None) if self.result else None

    @property
    def reuses(self) -> Iterator[tuple[CellRecord, FlagRecord]]:
        """Cell and flag of each picture that stands elsewhere too."""
        for cell in self.result.indicators if self.result else ():
            yield from ((cell, flag) for flag in cell.flags if flag.code in REUSES)


def write_summary(rows: Sequence[Row], folder: Path) -> None:
    """Writes `summary.xlsx` and `summary.html`, each whole or not at all. Raises UsageError when one can't be."""
    write_whole(folder / SUMMARY_BOOK, _book(rows))
    twice = sorted(school for school, times in Counter(row.school for row in rows).items() if school and times > 1)
    reused = [(row, cell, flag) for row in rows for cell, flag in row.reuses]
    page = rendered("summary.html", rows=rows, twice=twice, reused=reused, longest=LONGEST_ACTION)
    write_whole(folder / SUMMARY_PAGE, page.encode("utf-8"))


def _book(rows: Sequence[Row]) -> bytes:
    stored = io.BytesIO()
    book = Workbook(stored, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "各校核验汇总", "author": "核验工具", "created": MOMENT})
    style = Style(book)
    write_list(book.add_worksheet("总表"), style, OVERVIEW, map(_overview, rows), len(NAMES))
    cells = _cells(rows)
    heads = [*NAMES, *((f"{id_} {name}", POINTS_WIDTH) for id_, name in cells.items())]
    write_list(
        book.add_worksheet("各项得分"), style, heads, (_points(row, cells) for row in rows if row.result), len(NAMES)
    )
    every = ((row.name, row.school, *flag) for row in rows if row.result for flag in flag_rows(row.result))
    write_list(book.add_worksheet("提示"), style, (*NAMES, *FLAGS), every, len(NAMES))
    book.close()
    return stored.getvalue()


def _overview(row: Row) -> tuple[Value, ...]:
    if row.result is None:
        return (row.name, row.error, *[None] * (len(OVERVIEW) - 2))
    total, flags = row.result.total, row.flags
    return (
        row.name,
        row.school,
        str(row.result.year or "不明"),
        *(exact(number(points)) for points in (total.proposed, total.low, total.high)),
        row.result.grade.proposed,
        exact(row.result.award_yuan.proposed),
        *(Decimal(flags[severity]) for severity in ("gap", "review")),
        told(row.first) if row.first else "",
    )


def told(first: Priority) -> str:
    """What to look at first, in a line."""
    return f"{first.cell.id} {first.cell.name}：{one_line(first.action, LONGEST_ACTION)}"


def _cells(rows: Sequence[Row]) -> dict[str, str]:
    """id → name of every cell, in the order of the form; rule sets may differ."""
    return {cell.id: cell.name for row in rows if row.result for cell in row.result.indicators}


def _points(row: Row, cells: Mapping[str, str]) -> tuple[Value, ...]:
    """The proposed points of every cell, those with open questions on another ground."""
    assert row.result is not None
    own = {cell.id: cell for cell in row.result.indicators}
    shown: list[Value] = [row.name, row.school]
    for id_ in cells:
        cell = own.get(id_)
        kind = Open if cell and cell.status != "ready" else Decimal
        shown.append(None if cell is None else kind(number(cell.proposed)))
    return tuple(shown)
