"""A ledger: a table titled 台账, 登记表 or 记录 with at least one row dated in the period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import eligible, settled
from verifier.counting.eligibility.candidates import candidates, is_picture
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.matter import of_another_matter
from verifier.counting.eligibility.period import YEAR_UNKNOWN, in_period, outside, undated
from verifier.counting.papers.own_words import spans_named
from verifier.facts.days_in_parts import days_in_parts
from verifier.language.comparing_text import plain
from verifier.language.dates import find_dates, month_end
from verifier.language.examples import is_example
from verifier.model import (
    DateSpan,
    Evidence,
    Fact,
    Flag,
    Indicator,
    LedgerTaking,
    Observed,
    Papers,
    Place,
    RuleSet,
    Table,
    Tally,
)

_HEADER = 0.6
"""share of the filled cells of the widest row that a header has at least"""
_WIDE = 3
"""filled cells of a table in which one alone is a note"""
_FEWEST_RECORDS = 3
"""lines with a day each that make a list of records"""
_OPEN = re.compile(r"[XxＸ×]{2,}|\d{2,3}[XxＸ×*]年|[XxＸ×*]月|[○〇]{2,}")
"""what stands for any date, name or number"""
_COVER_LINES, _LONGEST_YEAR = 8, 12
"""lines at the head of a paper among which one may say its year alone, and characters of such a line"""
_SERIAL = re.compile(r"^\s*(?:\d{1,3}[、.．)）\s]\s*)?")
_STOP = re.compile(r"[。；;！？]")
_OF_LISTS = "resident_id", "student_number", "candidate_number", "area", "seats"
"""columns of lists of people and of rooms"""
_OF_RECORDS = "event_date", "event_name", "content", "counsellor"
_ALONE = ("date-missing", "partial-evidence", "low-confidence", "judgement-required")
"""what matters no more where another ledger counts for sure"""


def count(cell: Indicator[LedgerTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the ledgers with a row in the period."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in candidates(papers):
        kinds = tuple(fact for fact in seen.document_types if fact.value in cell.takes.documents)
        titles = plain(" ".join(fact.value for fact in seen.titles[:2]))
        if not kinds or _is_screen(seen) or any(word in titles for word in cell.takes.against) or not _is_table(seen):
            continue
        if _lists_things(seen) and not _row_dates(seen):
            continue
        piece, told = _judged(cell, seen, kinds[0], papers, rules)
        evidence.append(piece)
        flags += told
    return tally_of(evidence, settled(evidence, flags, _ALONE))


def _judged(
    cell: Indicator, seen: Observed, kind: Fact[str], papers: Papers, rules: RuleSet
) -> tuple[Evidence, tuple[Flag, ...]]:
    """The evidence that a ledger is, by the dates of its records, with what is to say of it."""
    records = _records_of(seen, kind, papers)
    best = records.best
    sure = min(kind.confidence, best.confidence) if best else None
    doubts = (*records.doubts, *of_another_matter(seen, rules, "台账", kind.place), *_may_be_note(seen, kind))
    door = eligible(seen, cell, papers, rules, kind, doubts, read=best, confidence=sure, name="台账")
    facts, why = ((kind,), door.reason) if door.reason else (records.facts, records.why)
    return Evidence(cell.id, seen.path, facts, "content", why, door.standing, seen.path), door.flags


@dataclass(frozen=True, slots=True)
class _Records:
    """What the records of a ledger tell of its time."""

    why: str
    facts: tuple[Fact[object], ...]
    doubts: tuple[Doubt, ...] = ()
    best: Fact[DateSpan] | None = None
    """the date in the period that was read best"""


def _records_of(seen: Observed, kind: Fact[str], papers: Papers) -> _Records:
    if not _has_rows(seen):
        empty = Doubt("partial-evidence", "out", "台账只有表头，没有记录", "请补充记录", kind.place)
        return _Records(f"“{kind.quote}”没有记录", (kind,), (empty,))
    if papers.period is None:
        return _Records(f"“{kind.quote}”，考核年度未定", (kind,), (YEAR_UNKNOWN,))
    rows = _row_dates(seen)
    inside = [fact for fact in rows if in_period(fact.value, papers.period)]
    if inside:
        best = max(inside, key=lambda fact: fact.confidence)
        why = f"“{kind.quote}”中有{len(inside)}个日期在考核期内，如“{best.quote}”"
        return _Records(why, (kind, best), best=best)
    if any(in_period(fact.value, papers.period) is False for fact in rows):
        doubt = outside("台账各行日期都", "台账", kind.place)
        return _Records(f"“{kind.quote}”的日期不在考核期内", (kind, *rows[:1]), (doubt,))
    doubt = undated("台账各行没有日期，不能确认是考核年度的记录", "请核对", kind.place)
    return _Records(f"“{kind.quote}”的记录没有日期", (kind,), (doubt,))


def _is_screen(seen: Observed) -> bool:
    """Whether a picture is of an account, a site or a chat, or of a view without a table, such as a note."""
    return is_picture(seen) and bool(seen.known_screens or (seen.screens and not seen.document.tables))


def _may_be_note(seen: Observed, kind: Fact[str]) -> tuple[Doubt, ...]:
    """The question about a picture without a table that may be the screen of a note."""
    told = next((fact for fact in seen.pictures if fact.value == "perhaps-screenshot"), None)
    if told is None or seen.document.tables:
        return ()
    what = f"“{kind.quote}”所在的图片可能是截图（{told.quote}），没有台账的表格"
    return (Doubt("judgement-required", "open", what, "请补充指导站的台账", kind.place),)


def _is_table(seen: Observed) -> bool:
    is_seen = is_picture(seen) or _scanned(seen)
    return bool(seen.document.tables or seen.rosters or is_seen or _lists_days(seen))


def _lists_things(seen: Observed) -> bool:
    """Whether its tables list people by their numbers, or rooms, and none has a column of what was done."""
    tables = [fact.value for fact in seen.rosters]
    listed, done = (any(table.has(field) for table in tables for field in each) for each in (_OF_LISTS, _OF_RECORDS))
    return listed and not done


def _lists_days(seen: Observed) -> bool:
    """Whether a text without tables has its records in lines, each of which begins with its day."""
    days = {fact.place: fact.quote for fact in seen.dates if fact.value.precision == "day"}
    begun = [line for line in seen.document.lines if _begins(line.text, days.get(line.place))]
    return len(begun) >= _FEWEST_RECORDS


def _begins(text: str, day: str | None) -> bool:
    starts = text.strip(), _SERIAL.sub("", text)
    return day is not None and any(start.startswith(day) for start in starts) and not _STOP.search(text)


def _scanned(seen: Observed) -> bool:
    return any(line.origin == "ocr" for line in seen.document.lines)


def _has_rows(seen: Observed) -> bool:
    if seen.document.tables:
        return bool(_records(seen))
    return len(seen.document.lines) > 4


def _records(seen: Observed) -> list[tuple[Table, int]]:
    """The rows of its tables that are records."""
    return [(table, index) for table in seen.document.tables for index in _rows_of(table)]


def _rows_of(table: Table) -> list[int]:
    """The filled rows under a header: more than a number and, where the table is wide, more than a note at its foot."""
    filled = [sum(1 for cell in row if cell.strip() and not cell.strip().isdigit()) for row in table.rows]
    widest = max(filled, default=0)
    header = next((index for index, count in enumerate(filled) if count >= max(2, _HEADER * widest)), len(filled))
    start = header if _is_record(table, header) else header + 1
    need = 2 if widest >= _WIDE else 1
    rows = range(start, len(filled))
    return [index for index in rows if filled[index] >= need and not _is_example(table.rows[index])]


def _is_example(row: Sequence[str]) -> bool:
    """Whether a row shows how to fill the table in: it is called an example, or leaves what it says open."""
    filled = [plain(cell) for cell in row if cell.strip()]
    is_called = bool(filled) and is_example(filled[0])
    return is_called or sum(map(bool, map(_OPEN.search, filled))) * 2 >= max(len(filled), 3)


def _is_record(table: Table, row: int) -> bool:
    """Whether the first full row holds dates already: a table that goes on without its header."""
    return row < len(table.rows) and any(
        one.span.precision == "day" for cell in table.rows[row] for one in find_dates(cell)
    )


def _row_dates(seen: Observed) -> list[Fact[DateSpan]]:
    """The dates of the records; of a paper without tables, every date but the title's.

    A date without a year takes the year that the title names.
    """
    titles = {fact.place for fact in seen.titles}
    # the title of a table has the place of its rows
    dates = _in_records(seen) if seen.document.tables else [fact for fact in seen.dates if fact.place not in titles]
    year = _year_named(seen)
    found = (_with_year(fact, year) for fact in dates)
    return [fact for fact in found if fact.value.precision in ("day", "month")]


def _in_records(seen: Observed) -> list[Fact[DateSpan]]:
    texts: dict[Place, str] = {}
    for table, index in _records(seen):
        for column, cell in enumerate(table.rows[index]):
            place = table.place_of(index, column)
            texts[place] = f"{texts.get(place, '')}\n{cell}"
    for table in seen.document.tables:
        rows = set(_rows_of(table))
        for index, column, found in days_in_parts(table.rows):
            if index in rows:
                texts[table.place_of(index, column)] += f"\n{found.quote}"
    return [fact for fact in seen.dates if fact.quote in texts.get(fact.place, "")]


def _year_named(seen: Observed) -> int | None:
    """The year that a title, a line over the table, the name of the sheet or a line of the cover alone tells."""
    spans = [span for fact in seen.titles for span, _ in spans_named(fact.value)]
    covers = (line.text for line in seen.document.lines[:_COVER_LINES] if len(plain(line.text)) <= _LONGEST_YEAR)
    spans += (span for text in covers for span, _ in spans_named(text) if span.precision == "year")
    return next((span.start.year for span in spans if span.start), None)


def _with_year(fact: Fact[DateSpan], year: int | None) -> Fact[DateSpan]:
    span = fact.value
    if span.start is not None or year is None or not span.month:
        return fact
    try:
        start = date(year, span.month, span.day or 1)
    except ValueError:
        return fact
    return replace(fact, value=replace(span, start=start, end=start if span.day else month_end(year, span.month)))
