"""Tables of people who were trained: which are the system's exports, and when the people of their rows were trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.counting.eligibility import flags_of
from verifier.counting.eligibility.period import in_period
from verifier.counting.flags import flag
from verifier.counting.people.rosters.rosters_sent import SentRoster, cohorts, named_rows, of_another_school, where
from verifier.facts.dates import find_dates
from verifier.language.comparing_text import has_word, plain
from verifier.model import DateSpan, Evidence, Flag, Indicator, Papers, RosterRow, RuleSet, Standing

_NUMBERS = ("resident_id", "student_number", "candidate_number")
_OF_THE_SYSTEM = ("trainer", "training_result", "certificate_number", "trained_to", "school")
_ENOUGH = 2
"""columns of the system's, beside the resident ID, that tell its export where no title does"""
_HEAD = 3
"""lines of a paper that may say where it comes from"""


@dataclass(frozen=True, slots=True)
class JudgedTable:
    table: SentRoster
    evidence: Evidence
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsByTime:
    """The rows of people, by the time of their training."""

    inside: tuple[RosterRow, ...]
    outside: tuple[RosterRow, ...]
    undated: tuple[RosterRow, ...]


def training_tables(cell: Indicator, papers: Papers, rules: RuleSet) -> list[JudgedTable]:
    """Every table of people who were trained; those that count are firm."""
    return [_judged(cell, each, papers, rules) for each in cohorts(papers, rules) if each.purpose == "training"]


def _judged(cell: Indicator, each: SentRoster, papers: Papers, rules: RuleSet) -> JudgedTable:
    """A system's export, a school's own list, or another school's."""
    if doubt := of_another_school(each, "参训名单", papers, rules):
        return JudgedTable(each, _piece(cell, each, "属于其他学校", "out"), flags_of(cell, [doubt]))
    if _is_export(each, rules):
        return JudgedTable(each, _piece(cell, each, f"培训系统导出，本校{len(each.rows)}行", "firm"))
    return JudgedTable(each, _piece(cell, each, "学校自制的参训名单，须以系统数据为准", "open"))


def _piece(cell: Indicator, each: SentRoster, why: str, standing: Standing) -> Evidence:
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, standing)


def _is_export(each: SentRoster, rules: RuleSet) -> bool:
    """The system's export says in its head where it comes from, or has the system's columns and no list's title."""
    if not any(map(each.roster.has, _NUMBERS)):
        return False
    head = each.title + "".join(plain(line.text) for line in each.seen.document.lines[:_HEAD])
    if has_word(head, rules.words.people.export_titles):
        return True
    if has_word(head, rules.words.people.own_titles):
        return False
    return each.roster.has("resident_id") and sum(map(each.roster.has, _OF_THE_SYSTEM)) >= _ENOUGH


def by_time(exports: Sequence[SentRoster], papers: Papers) -> RowsByTime:
    """Whether the people of the rows were trained in the period, before or after it, or nobody knows when."""
    rows = [(row, _lies_in(row, papers)) for each in exports for row in named_rows(each.rows)]
    inside, outside, undated = (tuple(row for row, lies in rows if lies is wanted) for wanted in (True, False, None))
    return RowsByTime(inside, outside, undated)


def time_flags(cell: Indicator, exports: Sequence[SentRoster], rows: RowsByTime) -> Iterator[Flag]:
    if rows.outside and not rows.inside and not rows.undated:
        text = "参训时间都不在考核期内，不计入，请导出考核年度的数据"
        yield flag("date-outside-period", cell.id, text, exports[0].roster.place)
    if rows.undated:
        text = f"{len(rows.undated)}行没有参训时间（{where(rows.undated)}），不计入，请补充"
        yield flag("date-missing", cell.id, text, rows.undated[0].place)


def _lies_in(row: RosterRow, papers: Papers) -> bool | None:
    """Whether some day from the beginning to the end of a course lies in the period; None without a date."""
    texts = [_spelled(row.values.get(name, "")) for name in ("trained_on", "trained_to")]
    spans = [found.span for text in texts for found in find_dates(text)]
    dated = [(span.start, span.end or span.start) for span in spans if span.start]
    if not dated:
        return None
    first, last = min(start for start, _ in dated), max(end for _, end in dated)
    return in_period(DateSpan(first, last), papers.period)


def _spelled(text: str) -> str:
    """A bare year or month as dates are written in text."""
    return f"{text}年" if len(text) == 4 and text.isdigit() else text
