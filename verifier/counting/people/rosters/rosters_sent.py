"""The tables of people of a bundle: whose, of which class, and what is wrong with single rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.matter import names_a_matter
from verifier.counting.eligibility.whose import of_another, parents, whose_paper, whose_school
from verifier.counting.flags import flag
from verifier.counting.people.rosters.graduating_class import Side, Told, class_of, row_year, side_of, titles_of
from verifier.counting.people.rosters.same_person import Register
from verifier.language.comparing_text import has_word
from verifier.model import (
    NEVER_EVIDENCE,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Roster,
    RosterRow,
    RosterTaking,
    RuleSet,
)

Purpose = Literal["class", "unclear", "part", "training", "platform", "survey", "internship", "other"]
"""what a table of people is for: a whole class or all enrolled, what its title leaves open, some of them, answers, …"""

_PURPOSES: tuple[tuple[Purpose, tuple[str, ...]], ...] = (
    (
        "other",
        ("staff_number", "position", "counsellor", "event_name", "content", "award", "demand"),
    ),
    ("training", ("course", "trained_on", "trained_to", "training_result", "trainer")),
    ("platform", ("registered_on", "job_seeking")),
    ("survey", ("answered_on", "answer_state")),
    ("internship", ("period", "period_from", "period_to")),
    # 人员类别 of an export says whether somebody is a student, that of a list of staff whether full-time
    ("other", ("employment_kind",)),
)


KEY_FIELDS = "resident_id", "student_number", "candidate_number"
_LEAST = Fraction(1, 10)
"""of the rows of a table of another class: fewer of the class that is asked for are none of it"""
_CELLS = 10
"""places of rows that a message names"""

_Named = tuple[str, str]
"""the school and the campus that a row names"""
_Whose = Literal["own", "parent", "other", ""]


@dataclass(frozen=True, slots=True)
class SentRoster:
    """A roster of a paper, with the rows that are the assessed school's."""

    seen: Observed
    fact: Fact[Roster]
    roster: Roster
    rows: tuple[RosterRow, ...]
    purpose: Purpose
    side: Side
    class_year: int | None
    told: Told
    foreign: int
    """rows that name another school"""
    by_parent: bool
    """whether the rows name the parent school alone"""

    @property
    def title(self) -> str:
        return titles_of(self.seen, self.roster)

    def of_class(self, year: int | None) -> tuple[RosterRow, ...]:
        """The rows of one class: a row's own year decides, else the roster's. Of an unknown year all rows."""
        if year is None:
            return self.rows
        own = self.class_year in (None, year)
        kept = tuple(row for row in self.rows if (row_year(row) == year if row_year(row) else own))
        return kept if own or len(kept) >= _LEAST * len(self.rows) else ()


@lru_cache(maxsize=8)
def cohorts(papers: Papers, rules: RuleSet) -> tuple[SentRoster, ...]:
    """Every table of people of the bundle."""
    return tuple(each for seen in candidates(papers) for each in _of_paper(seen, papers, rules))


@lru_cache(maxsize=8)
def cohorts_of_last_year(papers: Papers, rules: RuleSet) -> tuple[SentRoster, ...]:
    """Every table of people of the papers given as last year's."""
    own = tuple(seen for seen in papers.last_year if not (seen.types and seen.types[0] in NEVER_EVIDENCE))
    then = replace(papers, observed=own, year=papers.year - 1 if papers.year else None, last_year=())
    return tuple(each for seen in own for each in _of_paper(seen, then, rules))


@lru_cache(maxsize=8)
def cohorts_of_bureau(papers: Papers, rules: RuleSet) -> tuple[SentRoster, ...]:
    """Every table of the bureau's data in which people of the school stand, each with these alone.

    So do those of its parent: which of them are the school's only its own rosters can tell, see `surely_own`.
    """
    theirs = replace(papers, observed=papers.bureau_data, last_year=(), bureau_data=())
    sent = (each for seen in papers.bureau_data for each in _of_paper(seen, theirs, rules))
    return tuple(own for each in sent if (own := _of_school_alone(each, theirs, rules)).rows)


def _of_school_alone(each: SentRoster, papers: Papers, rules: RuleSet) -> SentRoster:
    """A table of many schools: a row is of the school that it names, or else the paper if it names one alone."""
    if each.roster.has("school"):
        return _with_rows_of(each, ("own", "parent"), papers, rules)
    alone = {fact.value for fact in each.seen.schools} == {papers.school}
    return each if alone else replace(each, rows=())


def surely_own(tables: Iterable[SentRoster], papers: Papers, rules: RuleSet) -> tuple[SentRoster, ...]:
    """Tables of many schools without the people who name the school's parent alone; those that keep some."""
    own = (_with_rows_of(each, ("own",), papers, rules) if each.roster.has("school") else each for each in tables)
    return tuple(each for each in own if each.rows)


def _with_rows_of(each: SentRoster, whose: Collection[str], papers: Papers, rules: RuleSet) -> SentRoster:
    named = {id(row): (row.values.get("school", ""), row.values.get("campus", "")) for row in each.rows}
    told = _whose(dict.fromkeys(named.values()), papers, rules)
    return replace(each, rows=tuple(row for row in each.rows if told[named[id(row)]] in whose))


def _of_paper(seen: Observed, papers: Papers, rules: RuleSet) -> Iterator[SentRoster]:
    found = [each for fact in seen.rosters if (each := _sent(seen, fact, papers, rules))]
    years = {each.class_year for each in found if each.told in ("rows", "title")}
    for each in found:
        if each.told in ("", "name") and each.side == "graduates" and len(years) == 1:
            # a sheet that shows no class is of the class of the other sheets of its book
            yield replace(each, class_year=next(iter(years)), told="title")
        else:
            yield each


def _sent(seen: Observed, fact: Fact[Roster], papers: Papers, rules: RuleSet) -> SentRoster | None:
    roster = fact.value
    # a platform may show its users without a name
    if not any(map(roster.has, ("name", *KEY_FIELDS))) and not (roster.has("registered_on") and roster.has("school")):
        return None
    rows, foreign, by_parent = _own_rows(roster.rows, papers, rules)
    purpose = _purpose(seen, roster, rules)
    side = side_of(seen, roster, rows or roster.rows, papers, rules)
    year, told = class_of(seen, roster, rows or roster.rows, papers, rules)
    return SentRoster(seen, fact, roster, rows, purpose, side, year, told, foreign, by_parent)


def _own_rows(rows: Sequence[RosterRow], papers: Papers, rules: RuleSet) -> tuple[tuple[RosterRow, ...], int, bool]:
    """The rows of the assessed school or of none, how many are others', and whether only the parent is named."""
    named = [(row.values.get("school", ""), row.values.get("campus", "")) for row in rows]
    whose = _whose(dict.fromkeys(named), papers, rules)
    kept = tuple(row for row, each in zip(rows, named, strict=True) if whose[each] != "other")
    parent = sum(whose[each] == "parent" for each in named)
    return kept, len(rows) - len(kept), parent > 0 and parent == len(kept)


def _whose(named: Iterable[_Named], papers: Papers, rules: RuleSet) -> dict[_Named, _Whose]:
    """Whose each name of school and campus is; where some are of our campus, the parent's other ones are not ours."""
    whose = {each: _whose_campus(*each, papers, rules) for each in named}
    if any(campus and said == "own" for (_, campus), said in whose.items()):
        return {each: "other" if each[1] and said == "parent" else said for each, said in whose.items()}
    return whose


def _whose_campus(school: str, campus: str, papers: Papers, rules: RuleSet) -> _Whose:
    if not campus.strip():
        return whose_school(school, papers, rules)
    parent = next(iter(parents(papers, rules)), papers.school or "")
    return whose_school(f"{school or parent}{campus}", papers, rules)


def _purpose(seen: Observed, roster: Roster, rules: RuleSet) -> Purpose:
    return next((purpose for purpose in _purposes(seen, roster, rules) if purpose), "class")


def _purposes(seen: Observed, roster: Roster, rules: RuleSet) -> Iterator[Purpose | None]:
    """What the columns, the title and the type of the paper say that a table is for, the surest first."""
    title, people = titles_of(seen, roster), rules.words.people
    part: Purpose | None = "part" if has_word(title, people.part_of_class) else None
    yield "survey" if roster.has("answered_on") else None
    headers = "".join(column.header for column in roster.columns if column.field == "employer")
    if roster.has("destination") and not roster.has("registered_on"):
        yield part or "class"
    yield "internship" if has_word(title + headers, people.intern_words) else None
    yield _by_columns(roster)
    if "platform-export" in seen.types and roster.has("school"):
        yield "platform" if has_word(title, people.platform_words) else None
    yield "part" if seen.types[:1] == ("enrolment-proof",) else part
    yield "unclear" if _is_of_another_matter(seen, title, rules) else None


def _is_of_another_matter(seen: Observed, title: str, rules: RuleSet) -> bool:
    """Whether a title, and not only the name of a sheet, names a matter that is no class's."""
    if all(fact.label == "sheet-name" for fact in seen.titles) or has_word(title, rules.words.people.roster_titles):
        return False
    return names_a_matter(title, rules)


def _by_columns(roster: Roster) -> Purpose | None:
    return next((purpose for purpose, fields in _PURPOSES if any(map(roster.has, fields))), None)


def of_another_school(each: SentRoster, name: str, papers: Papers, rules: RuleSet) -> Doubt | None:
    """The doubt about a table without a row that is ours, or one without schools in a paper that is another's.

    `name`: what the table is called.
    """
    verdict, other = whose_paper(each.seen, papers, rules)
    if not each.rows or (verdict == "out" and not each.roster.has("school")):
        return of_another(name, other, each.roster.place)
    return None


def is_employment(each: SentRoster) -> bool:
    """A 花名册 that says where the graduates went."""
    keyed = any(map(each.roster.has, KEY_FIELDS))
    went = any(map(each.roster.has, ("destination", "destination_code"))) or (keyed and each.roster.has("employer"))
    return went and each.purpose == "class" and each.side == "graduates"


def is_complete(roster: Roster, takes: RosterTaking) -> bool:
    """Whether a roster has, with something in it, one column of each group that the cell asks for."""
    return not missing_columns(roster, takes)


def missing_columns(roster: Roster, takes: RosterTaking) -> tuple[tuple[str, ...], ...]:
    """The groups of which a roster has no column with anything in it."""
    return tuple(group for group in takes.columns if not any(_is_filled(roster, name) for name in group))


def _is_filled(roster: Roster, name: str) -> bool:
    return roster.has(name) and any(row.values.get(name, "").strip() for row in roster.rows)


def named_rows(rows: Iterable[RosterRow]) -> tuple[RosterRow, ...]:
    """The rows that tell of a person: by a key or by a name."""
    return tuple(row for row in rows if row.person.name or not row.problem)


# --- faults of rows -------------------------------------------------------------------------------------------------


def faults(cell: Indicator, rows: Sequence[RosterRow]) -> list[Flag]:
    """What is wrong with single rows: check digits, one ID with two names, people twice. None of it withholds."""
    twice, mixed = _again(rows)
    table = (
        ("id-invalid", _of_state(rows, "invalid"), "行身份证号校验位不符", "请核对原件"),
        (
            "id-invalid",
            [row for row in _of_state(rows, "destroyed") if not row.problem],
            "行身份证号因科学计数法丢失末位",
            "只能按学号或考生号核对，请以文本格式重新导出",
        ),
        ("duplicate-person", twice, "行是重复的人", "每人只计一次，请核对"),
        ("name-id-mismatch", mixed, "行的姓名与证件号同别的行对不上", "请核对"),
    )
    return [
        flag(code, cell.id, f"{len(found)}{what}（{where(found)}），{todo}", found[0].place)
        for code, found, what, todo in table
        if found
    ]


def _of_state(rows: Iterable[RosterRow], state: str) -> list[RosterRow]:
    return [row for row in rows if row.person.id_state == state]


def _again(rows: Sequence[RosterRow]) -> tuple[list[RosterRow], list[RosterRow]]:
    """The further rows of people who stand there already, and those that differ from the person's first row."""
    register = Register.of(rows)
    twice: list[RosterRow] = []
    mixed: list[RosterRow] = []
    for at, row in register.again:
        (mixed if differs(row, register.rows[at]) else twice).append(row)
    return twice, mixed


def differs(a: RosterRow, b: RosterRow) -> bool:
    """Whether two rows of one person have two names, or two whole IDs."""
    left, right = a.person, b.person
    names = bool(left.name and right.name) and left.name != right.name
    whole = [person.resident_id for person in (left, right) if person.id_state in ("valid", "invalid")]
    return names or (len(whole) == 2 and whole[0] != whole[1])


def where(rows: Sequence[RosterRow]) -> str:
    """The first places for a message."""
    cells = list(dict.fromkeys(row.place.cell or f"第{row.place.page or 1}页" for row in rows))
    return "、".join(cells[:_CELLS]) + (f"等{len(rows)}行" if len(rows) > _CELLS else "")
