"""All bundles of a batch on one page and in one workbook, for whoever reviews many schools."""

from __future__ import annotations

import base64
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

from xlsxwriter import Workbook

from verifier.files import write_whole
from verifier.files.output_folder import REPORT, SUMMARY_BOOK, SUMMARY_PAGE
from verifier.model import CellRecord, FlagRecord, Number, PastRun, ResultRecord
from verifier.outputs.alike import common_year, more_than_once, year_doubt
from verifier.outputs.forms.annex2_book import FLAGS, flag_rows
from verifier.outputs.points import award_of, grade_told, points_of, unsettled
from verifier.outputs.priorities import in_year, open_flags, priorities
from verifier.outputs.rendering import rendered
from verifier.outputs.urgency import Urgency, first_open, urgency
from verifier.outputs.wording import exact, number, one_line
from verifier.outputs.workbook import IN_MEMORY, MOMENT, Column, Open, Style, Value, write_list

REUSES = ("reused-across-schools", "reused-from-earlier")
NAMES: tuple[Column, ...] = (("材料", 24), ("学校", 24))
OVERVIEW: tuple[Column, ...] = (
    *NAMES,
    ("年度", 8),
    ("预填总分", 10),
    ("最低", 8),
    ("最高", 8),
    ("上年度", 8),
    ("审定总分", 10),
    ("已审定（项）", 10),
    ("等次", 10),
    ("奖补（元）", 12),
    ("缺口（条）", 8),
    ("待核（条）", 8),
    ("什么未定", 40),
    ("先看哪一项", 60),
    ("抽查", 60),
)
POINTS_WIDTH = 8.0
LONGEST_ACTION = 60
SCRIPT = "summary.js"
"""sorts and filters the page, without a server"""
FIRST = (False, False, Decimal("-Infinity"))
"""the order of a bundle that could not be opened"""


@dataclass(frozen=True, slots=True)
class Row:
    """One bundle of a batch."""

    name: str
    """without the personal data in it"""
    folder: str
    """of its outputs, which bears the bundle's own name"""
    result: ResultRecord | None
    """with the decisions on it; None when the bundle could not be opened"""
    error: str = ""
    bureau: tuple[str, ...] = ()
    """codes of flags about which a school is not asked"""
    assured: str = ""
    """Chinese: how surely it was read, where a sample of it was looked at"""

    before: tuple[PastRun, ...] = ()
    """the school's years before, where a history knows some"""

    @property
    def last(self) -> Number | None:
        """The total of the year before."""
        year = self.result.year if self.result else None
        return next((run.proposed for run in self.before if year is not None and run.year == year - 1), None)

    @property
    def address(self) -> str:
        """Of the report, from the summary."""
        return f"{quote(self.folder, safe='')}/{REPORT}"

    @property
    def school(self) -> str:
        return (self.result.school.name or "") if self.result else ""

    @property
    def flags(self) -> Counter[str]:
        """How many flags of each severity stand anywhere but in cells that a reviewer decided."""
        if self.result is None:
            return Counter()
        open_ = (flag for cell in self.result.indicators if not cell.decided for flag in cell.flags)
        return Counter(flag.severity for flag in (*self.result.flags, *open_))

    @property
    def first(self) -> str:
        """Chinese: the cell on which most open points hang, else what the school can do first; '' for neither."""
        if self.result is None:
            return ""
        open_ = first_open(self.result)
        for cell in self.result.indicators:
            if cell.id == open_ and (flags := open_flags(cell)):
                return told(cell, in_year(flags[0].remedy or flags[0].message.rstrip("。"), self.result.year))
        first = next(iter(priorities(self.result, self.bureau)), None)
        return told(first.cell, first.action) if first else ""

    @property
    def decided(self) -> int:
        """Cells on which a reviewer decided."""
        return sum(1 for cell in self.result.indicators if cell.decided) if self.result else 0

    @property
    def urgency(self) -> Urgency | None:
        return urgency(self.result) if self.result else None

    @property
    def reuses(self) -> Iterator[tuple[CellRecord, FlagRecord]]:
        """Cell and flag of each picture that stands elsewhere too."""
        for cell in self.result.indicators if self.result else ():
            yield from ((cell, flag) for flag in cell.flags if flag.code in REUSES)


def write_summary(rows: Sequence[Row], folder: Path, notices: Sequence[str] = ()) -> None:
    """Writes `summary.xlsx` and `summary.html`, each whole or not at all, what to look at first on top.

    `notices`: what has to be known of the folder before any points. Raises UsageError when one can't be written.
    """
    rows = sorted(rows, key=lambda row: row.urgency.order if row.urgency else FIRST)
    write_whole(folder / SUMMARY_BOOK, _book(rows))
    twice = more_than_once(row.school for row in rows)
    common = _common(rows)
    reused = [(row, cell, flag) for row in rows for cell, flag in row.reuses]
    page = rendered(
        "summary.html",
        rows=rows,
        twice=twice,
        common=common,
        year_doubt=year_doubt,
        reused=reused,
        notices=notices,
        script_hash=base64.b64encode(hashlib.sha256(rendered(SCRIPT).encode()).digest()).decode(),
    )
    write_whole(folder / SUMMARY_PAGE, page.encode("utf-8"))


def _book(rows: Sequence[Row]) -> bytes:
    stored = io.BytesIO()
    book = Workbook(stored, IN_MEMORY)
    book.set_properties({"title": "各校核验汇总", "author": "核验工具", "created": MOMENT})
    style, common = Style(book), _common(rows)
    write_list(book.add_worksheet("总表"), style, OVERVIEW, [_overview(row, common) for row in rows], len(NAMES))
    cells = _cells(rows)
    heads = [*NAMES, *((f"{id_} {name}", POINTS_WIDTH) for id_, name in cells.items())]
    write_list(
        book.add_worksheet("各项得分"), style, heads, (_points(row, cells) for row in rows if row.result), len(NAMES)
    )
    every = ((row.name, row.school, *flag) for row in rows if row.result for flag in flag_rows(row.result))
    write_list(book.add_worksheet("提示"), style, (*NAMES, *FLAGS), every, len(NAMES))
    book.close()
    return stored.getvalue()


def _common(rows: Sequence[Row]) -> int | None:
    return common_year(row.result.year for row in rows if row.result)


def _overview(row: Row, common: int | None) -> tuple[Value, ...]:
    if row.result is None:
        return (row.name, row.error, *[None] * (len(OVERVIEW) - 2))
    total, flags = row.result.total, row.flags
    return (
        row.name,
        row.school,
        _year(row.result.year, common),
        *(exact(number(points)) for points in (total.proposed, total.low, total.high)),
        None if row.last is None else exact(number(row.last)),
        exact(number(row.result.decided.total)) if row.result.decided else None,
        Decimal(row.decided),
        grade_told(row.result),
        None if unsettled(row.result, "award") else award_of(row.result),
        *(Decimal(flags[severity]) for severity in ("gap", "review")),
        row.urgency.reason if row.urgency else "",
        row.first,
        row.assured,
    )


def _year(year: int | None, common: int | None) -> str:
    told, doubt = str(year or "不明"), year_doubt(year, common)
    return f"{told}（{doubt}）" if doubt else told


def told(cell: CellRecord, action: str) -> str:
    """What to look at first, in a line."""
    return f"{cell.id} {cell.name}：{one_line(action, LONGEST_ACTION)}"


def _cells(rows: Sequence[Row]) -> dict[str, str]:
    """id → name of every cell, in the order of the form; rule sets may differ."""
    return {cell.id: cell.name for row in rows if row.result for cell in row.result.indicators}


def _points(row: Row, cells: Mapping[str, str]) -> tuple[Value, ...]:
    """The points of every cell, decided or else proposed; those with open questions on another ground."""
    assert row.result is not None
    own = {cell.id: cell for cell in row.result.indicators}
    shown: list[Value] = [row.name, row.school]
    for id_ in cells:
        cell = own.get(id_)
        kind = Open if cell and cell.status != "ready" and not cell.decided else Decimal
        shown.append(None if cell is None else kind(points_of(cell)))
    return tuple(shown)
