"""A ledger: a table titled 台账, 登记表 or 记录 with at least one row dated in the period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from verifier.model import Evidence, Fact, Flag, Indicator, Observed, Papers, RuleSet, Tally

from .sight import candidates, flag, in_period, plain, school_verdict
from .tallying import tally_of


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the ledgers with a row in the period."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in candidates(papers):
        kinds = [
            fact for fact in seen.of("document-type") if fact.value in (*cell.takes.documents, "consultation-record")
        ]
        titles = plain(" ".join(str(fact.value) for fact in seen.of("title")[:2]))
        if not kinds or any(word in titles for word in cell.takes.against) or not _is_table(seen):
            continue
        verdict, other = school_verdict(seen, papers, rules)
        if verdict == "out":
            flags.append(flag("school-mismatch", cell.id, f"台账属于{other}，不计入，请核对", kinds[0].place))
            evidence.append(Evidence(cell.id, seen.path, kinds[:1], "content", f"属于{other}", "out", seen.path))
            continue
        evidence.append(_judged(cell, seen, kinds[0], papers, flags))
    if any(each.standing == "firm" for each in evidence):
        flags = [each for each in flags if each.code not in ("date-missing", "partial-evidence")]
    return tally_of(evidence, flags)


def _judged(cell: Indicator, seen: Observed, kind: Fact, papers: Papers, flags: list[Flag]) -> Evidence:
    rows = _row_dates(seen)
    filled = _has_rows(seen)
    if not filled:
        flags.append(flag("partial-evidence", cell.id, "台账只有表头，没有记录，请补充记录", kind.place))
        return Evidence(cell.id, seen.path, (kind,), "content", "台账没有记录", "out", seen.path)
    if papers.period is None:
        return Evidence(cell.id, seen.path, (kind,), "content", "考核年度未定", "open", seen.path)
    inside = [fact for fact in rows if in_period(fact.value, papers.period)]
    if inside:
        why = f"{kind.quote}中有{len(inside)}个日期在考核期内"
        return Evidence(cell.id, seen.path, (kind, inside[0]), "content", why, "firm", seen.path)
    if any(in_period(fact.value, papers.period) is False for fact in rows):
        flags.append(
            flag("date-outside-period", cell.id, "台账各行日期都不在考核期内，不计入，请补充当年台账", kind.place)
        )
        return Evidence(cell.id, seen.path, (kind, *rows[:1]), "content", "日期不在考核期内", "out", seen.path)
    flags.append(flag("date-missing", cell.id, "台账各行没有日期，不能确认是考核年度的记录，请核对", kind.place))
    return Evidence(cell.id, seen.path, (kind,), "content", "记录没有日期", "open", seen.path)


def _is_table(seen: Observed) -> bool:
    return bool(seen.document.tables or seen.of("roster") or seen.document.file.kind == "image" or _scanned(seen))


def _scanned(seen: Observed) -> bool:
    return any(line.origin == "ocr" for line in seen.document.lines)


def _has_rows(seen: Observed) -> bool:
    rosters = seen.of("roster")
    if rosters:
        return any(fact.value.rows for fact in rosters)
    if seen.document.tables:
        return any(
            sum(1 for row in table.rows if sum(1 for cell in row if cell.strip()) >= 2) >= 2
            for table in seen.document.tables
        )
    return len(seen.document.lines) > 4


def _row_dates(seen: Observed) -> list[Fact]:
    """The dates of the rows: date columns of a roster, else every date of the text but the title's.

    A date without a year takes the year that the title names.
    """
    titles = {fact.place for fact in seen.of("title")}
    year = next((f.value.start.year for f in seen.of("date") if f.place in titles and f.value.start), None)
    found = [_with_year(fact, year) for fact in seen.of("date") if fact.place not in titles]
    return [fact for fact in found if fact.value.precision in ("day", "month")]


def _with_year(fact: Fact, year: int | None) -> Fact:
    span = fact.value
    if span.start is not None or year is None or not span.month or not span.day:
        return fact
    try:
        day = date(year, span.month, span.day)
    except ValueError:
        return fact
    return replace(fact, value=replace(span, start=day, end=day))
