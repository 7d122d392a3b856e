"""Surveys as their exports show them: which tables are one survey, and who answered twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verifier.counting.eligibility.matter import names_a_matter, title_of
from verifier.counting.eligibility.whose import whose_school
from verifier.counting.people.rosters.graduating_class import row_year
from verifier.counting.people.rosters.same_person import Register
from verifier.counting.people.survey.asked import asked_in, graduates_answered
from verifier.language.comparing_text import has_word, plain
from verifier.language.header_words import header_forms
from verifier.language.identity_numbers import has_key
from verifier.model import Column, Fact, Observed, Papers, RatePart, RateRow, Roster, RosterRow, RuleSet

_DONE = "完成"


@dataclass(frozen=True, slots=True)
class Export:
    """One table of answers, with those of the assessed school and class."""

    seen: Observed
    fact: Fact[Roster]
    rows: tuple[RosterRow, ...]

    @property
    def roster(self) -> Roster:
        return self.fact.value


@dataclass(frozen=True, slots=True)
class Survey:
    """The tables with the same questions, in whatever order their columns and however many files."""

    tables: tuple[Export, ...]
    rows: tuple[RosterRow, ...]
    """of tables that were sent twice once"""
    twice: tuple[RosterRow, ...]
    """those of people who had answered before"""

    @property
    def number(self) -> int:
        """People who answered, each once."""
        return len(self.rows) - len(self.twice)

    def listed(self) -> Iterator[RateRow]:
        """What became of every row of every table."""
        fates: dict[int, tuple[RatePart, str]] = {}
        for table in self.tables:
            fates |= {id(row): ("out", "同一张表重复报送") for row in table.rows}
        fates |= {id(row): ("numerator", "有效答卷") for row in self.rows}
        fates |= {id(row): ("out", "同一人重复作答") for row in self.twice}
        for table in self.tables:
            for row in table.roster.rows:
                yield RateRow(row.place, row.person, *fates.get(id(row), ("out", "不是本校本届的，或者是空白答卷")))


def asks_graduates(seen: Observed, rules: RuleSet) -> bool:
    """Whether graduates answered a survey, by its title, then its text; one that says nothing may be theirs."""
    people, title = rules.words.people, title_of(seen)
    if asked_in(title, rules) == "graduates":
        return True
    if has_word(title, people.survey_of_others):
        return False
    if _is_about(seen, rules):
        return True
    sheets = all(fact.label == "sheet-name" for fact in seen.titles)
    return sheets or not names_a_matter(title, rules)


def is_exam(seen: Observed, rules: RuleSet) -> bool:
    """Whether the answers of a paper have marks, and nothing is asked of anybody."""
    headers = [header for fact in seen.rosters for header in fact.value.unknown_headers]
    return bool(headers) and all(has_word(plain(header), rules.words.people.survey_scores) for header in headers)


def says_others(seen: Observed, rules: RuleSet) -> bool:
    """Whether a survey's title says that others were asked, and nothing in its text is about graduates.

    What employers say is always about graduates: of theirs a sentence has to say that graduates answered too.
    """
    people, title = rules.words.people, title_of(seen)
    if asked_in(title, rules) != "others":
        return False
    return not (graduates_answered(seen, rules) if has_word(title, people.survey_of_hosts) else _is_about(seen, rules))


def _is_about(seen: Observed, rules: RuleSet) -> bool:
    """Whether a paper's text is about graduates, and not only in the names of offices and platforms."""
    people = rules.words.people
    text = re.sub("|".join(map(re.escape, people.survey_unless)), "", plain(seen.document.text))
    return has_word(text, people.survey_about)


def exports_of(seen: Observed, papers: Papers, rules: RuleSet) -> tuple[Export, ...]:
    """The tables of answers row by row: with the time of answering, or of people in a survey's workbook."""
    return tuple(
        Export(seen, fact, tuple(_answers(fact.value, papers, rules)))
        for fact in seen.rosters
        if _is_export(fact.value, seen)
    )


def _answers(roster: Roster, papers: Papers, rules: RuleSet) -> Iterator[RosterRow]:
    return (row for row in _own(roster.rows, papers, rules) if _answered(row, roster, rules))


def _answered(row: RosterRow, roster: Roster, rules: RuleSet) -> bool:
    """Whether the person of a row answered: a list of those who were asked says of each, or gives the time."""
    people = rules.words.people
    if field := next((each.field for each in roster.columns if _is_state(each)), None):
        state = plain(row.values.get(field, "")).upper()
        return bool(state) and state not in people.says_no and not has_word(state, people.not_answered)
    if has_word(plain(roster.title), people.lists_unanswered):
        return False
    only_time = roster.has("answered_on") and roster.has("name") and not roster.unknown_headers
    return not only_time or bool(row.values.get("answered_on") or dict(row.stated).get("answered_on"))


def surveys_of(tables: Iterable[Export], rules: RuleSet) -> tuple[Survey, ...]:
    """The surveys, each of the tables that ask the same questions, whatever their platforms tell of each answer."""
    told = {header_forms(name)[0] for name in rules.words.columns["answer_source"]}
    groups: dict[frozenset[str], list[Export]] = {}
    for each in tables:
        questions = frozenset(header_forms(header)[0] for header in each.roster.unknown_headers)
        groups.setdefault(questions - told, []).append(each)
    return tuple(map(_survey, groups.values()))


def _survey(tables: list[Export]) -> Survey:
    kept: list[RosterRow] = []
    sent: set[tuple[tuple[tuple[str, str], ...], ...]] = set()
    for each in tables:
        content = tuple(sorted(tuple(sorted(row.values.items())) for row in each.rows))
        if content not in sent:
            kept += each.rows
            sent.add(content)
    return Survey(tuple(tables), tuple(kept), tuple(_again(kept)))


def _is_state(column: Column) -> bool:
    """Whether a column says of each who was asked whether they answered: 问卷状态, 完成情况."""
    return column.field == "answer_state" or (column.field == "outcome" and _DONE in column.header)


def _is_export(roster: Roster, seen: Observed) -> bool:
    if roster.has("counsellor") or roster.has("event_name"):
        return False
    named = roster.has("name") and any(map(roster.has, ("resident_id", "student_number", "phone")))
    return roster.has("answered_on") or (named and seen.types[:1] == ("survey",))


def _own(rows: Sequence[RosterRow], papers: Papers, rules: RuleSet) -> Iterator[RosterRow]:
    """The rows of the assessed school and class, or that name none."""
    for row in rows:
        ours = whose_school(row.values.get("school", ""), papers, rules) != "other"
        in_class = papers.year is None or row_year(row) in (None, papers.year)
        if ours and in_class and any(value.strip() for field, value in row.values.items() if field != "serial"):
            yield row


def _again(rows: Sequence[RosterRow]) -> Iterator[RosterRow]:
    """The rows of people who answered before: by key, by phone, or by the same serial number of one table."""
    register, seen = Register(), set()
    for row in rows:
        if has_key(row.person):
            known = register.find(row.person) is not None
            register.add(row)
        else:
            key = _anonymous(row)
            known = bool(key) and key in seen
            seen.add(key)
        if known:
            yield row


def _anonymous(row: RosterRow) -> tuple[str, ...]:
    """What tells an answer without a key: name and phone, else its serial number in its sheet; () when nothing does."""
    values = row.values
    if row.person.name and values.get("phone"):
        return row.person.name, values["phone"]
    sheet = (row.place.cell or "").partition("!")[0]
    return (row.place.file, sheet, values["serial"]) if values.get("serial") else ()
