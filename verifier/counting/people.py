"""The people of a bundle: rosters told apart, one person across papers, and the totals that several cells share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from verifier.facts.people import mask_id, plain_name
from verifier.identity import folded
from verifier.model import Condition, Fact, Flag, Indicator, Observed, Papers, Person, Place, Roster, RosterRow, RuleSet

from .sight import candidates, flag, plain

_CLASS = re.compile(r"(20\d\d)\s*届")
_YEAR = re.compile(r"(20\d\d)")


@dataclass(frozen=True, slots=True)
class List:
    """A roster of a paper, with the rows that are the assessed school's."""

    seen: Observed
    fact: Fact
    roster: Roster
    rows: tuple[RosterRow, ...]
    class_year: int | None
    foreign: int
    """rows that name another school"""

    @property
    def usable(self) -> tuple[RosterRow, ...]:
        return tuple(row for row in self.rows if not row.problem)


class Register:
    """Distinct people, found again by ID, by name and number, or by name and major."""

    def __init__(self) -> None:
        self._index: dict[str, int] = {}
        self.people: list[RosterRow] = []
        self.again: list[tuple[RosterRow, RosterRow]] = []
        """rows of people who stand there already, with the first"""

    def add(self, row: RosterRow) -> int:
        """The number of the person, new or known."""
        at = self.find(row.person)
        if at is None:
            at = len(self.people)
            self.people.append(row)
        else:
            self.again.append((self.people[at], row))
        for key in keys_of(row.person):
            self._index.setdefault(key, at)
        return at

    def find(self, person: Person) -> int | None:
        """The number of a person who stands there, else None."""
        return next((self._index[key] for key in keys_of(person) if key in self._index), None)

    def __len__(self) -> int:
        return len(self.people)


def keys_of(person: Person) -> list[str]:
    """Every key under which a person may be known, the surest first. A masked ID tells only with the name."""
    name = plain_name(person.name)
    keys = []
    if person.resident_id and person.id_state in ("valid", "invalid"):
        keys.append(f"id:{person.resident_id}")
    if person.student_number and name:
        keys.append(f"number:{name}|{person.student_number.lstrip('0')}")
    if person.candidate_number and name:
        keys.append(f"candidate:{name}|{person.candidate_number}")
    if person.resident_id and name and person.id_state != "destroyed":
        keys.append(f"masked:{name}|{mask_id(person.resident_id)}")
    whole = person.resident_id and person.id_state in ("valid", "invalid")
    if not keys or (person.major and not whole and not person.student_number):
        keys.append(f"major:{name}|{plain_name(person.major)}")
    return keys


@lru_cache(maxsize=4)
def lists(papers: Papers, rules: RuleSet) -> tuple[List, ...]:
    """Every table of people of the bundle, its rows of other schools left out."""
    return tuple(each for seen in candidates(papers) for each in _lists_of(seen, papers, rules))


def _lists_of(seen: Observed, papers: Papers, rules: RuleSet) -> Iterator[List]:
    for fact in seen.of("roster"):
        roster: Roster = fact.value
        if not roster.has("name") and not roster.has("resident_id"):
            continue
        own, foreign = [], 0
        for row in roster.rows:
            if _of_other_school(row.values.get("school", ""), papers, rules):
                foreign += 1
            else:
                own.append(row)
        yield List(seen, fact, roster, tuple(own), _class_year(seen, roster, tuple(own), papers, rules), foreign)


def _of_other_school(name: str, papers: Papers, rules: RuleSet) -> bool:
    if not name or not papers.school:
        return False
    return folded(name) not in _own_names(papers.school, rules)


@lru_cache(maxsize=16)
def _own_names(school: str, rules: RuleSet) -> frozenset[str]:
    names = {school}
    for each in rules.words.schools:
        if each.name == school:
            names |= {*each.aliases}
    return frozenset(folded(name) for name in names)


def _class_year(
    seen: Observed, roster: Roster, rows: tuple[RosterRow, ...], papers: Papers, rules: RuleSet
) -> int | None:
    """The year of graduation: column, else title, else the paper's titles, else the file's name."""
    years = Counter(int(found[1]) for row in rows if (found := _YEAR.search(row.values.get("graduated_on", ""))))
    if years:
        return min(years.items(), key=lambda item: (-item[1], item[0]))[0]
    titles = [roster.title, *(str(fact.value) for fact in seen.of("title")[:2]), seen.path]
    for title in titles:
        if found := _CLASS.search(plain(title)):
            return int(found[1])
    earlier = rules.words.lists.get("last_year", ())
    if papers.year and any(word in title for word in earlier for title in titles):
        return papers.year - 1
    return None


def title_of(each: List) -> str:
    """All that titles say of a roster."""
    return plain(" ".join([each.roster.title, *(str(fact.value) for fact in each.seen.of("title")[:2])]))


def is_enrolled(each: List, rules: RuleSet) -> bool:
    """Whether a roster is of students still enrolled: its title says so, or its columns and several grades do."""
    title = title_of(each)
    if _has(title, rules.words.lists.get("enrolled_titles", ())):
        return True
    if each.roster.has("graduated_on") or _has(title, rules.words.lists.get("graduate_titles", ())):
        return False
    if each.roster.has("expected_graduation") or each.roster.has("enrolment_state"):
        return True
    if not (each.roster.has("grade") or each.roster.has("enrolled_on")) or is_employment(each):
        return False
    grades = {_year_of(row.values.get("grade") or row.values.get("enrolled_on", "")) for row in each.rows}
    return len(grades - {""}) > 1 or not each.roster.has("origin")


def is_employment(each: List) -> bool:
    """A 花名册 with where the graduates went."""
    roster = each.roster
    went = roster.has("destination") or roster.has("employer")
    return went and not any(roster.has(name) for name in ("period_from", "period", "trained_on", "registered_on"))


def is_other_kind(each: List) -> bool:
    """Exports, sign-in sheets, internship lists and answers: no roster of a whole class."""
    roster = each.roster
    kinds = (
        "registered_on",
        "trained_on",
        "course",
        "answered_on",
        "period",
        "period_from",
        "event_date",
        "counsellor",
    )
    return any(roster.has(name) for name in kinds) or roster.has("employment_kind") or roster.has("position")


def _year_of(text: str) -> str:
    found = _YEAR.search(text)
    return found[1] if found else ""


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def register_of(each: Iterable[List]) -> Register:
    """The distinct people of some lists."""
    register = Register()
    for one in each:
        for row in one.usable:
            register.add(row)
    return register


# --- totals ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Total:
    """One source's number of graduates, or of students enrolled."""

    source: str
    """Chinese"""
    number: Fraction
    place: Place
    fact: Fact


@dataclass(frozen=True, slots=True)
class Sources:
    """Every stated or counted total; the first decides."""

    totals: tuple[Total, ...]
    people: Register | None = None
    """of the roster that decides, when one does"""
    by_level: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def decided(self) -> Fraction | None:
        return self.totals[0].number if self.totals else None

    @property
    def least(self) -> Fraction | None:
        return min((total.number for total in self.totals), default=None)

    @property
    def most(self) -> Fraction | None:
        return max((total.number for total in self.totals), default=None)

    @property
    def disagree(self) -> bool:
        return len({total.number for total in self.totals}) > 1


@lru_cache(maxsize=4)
def graduates(papers: Papers, rules: RuleSet) -> Sources:
    """毕业生总数: the 花名册, else the rosters of origins or degrees, else 附件1, 总结, survey, report."""
    of_class = [each for each in lists(papers, rules) if _of_this_class(each, papers) and not is_enrolled(each, rules)]
    plain_lists = [each for each in of_class if not is_other_kind(each) and each.usable]
    employment = [each for each in plain_lists if is_employment(each)]
    origins = [each for each in plain_lists if not is_employment(each) and _is_origin(each)]
    degrees = [each for each in plain_lists if each not in employment and each not in origins and _is_degree(each)]
    totals, people = [], None
    for name, group in (("毕业生花名册", employment), ("生源信息库", origins), ("学历信息库", degrees)):
        if group:
            register = register_of(group)
            people = people or register
            totals.append(Total(name, Fraction(len(register)), group[0].roster.place, group[0].fact))
    return Sources((*totals, *_stated(papers, rules, "graduates")), people)


def _of_this_class(each: List, papers: Papers) -> bool:
    return each.class_year is None or papers.year is None or each.class_year == papers.year


def _is_origin(each: List) -> bool:
    return each.roster.has("origin") or each.roster.has("origin_code") or "生源" in title_of(each)


def _is_degree(each: List) -> bool:
    return each.roster.has("level") or each.roster.has("degree") or each.roster.has("major")


@lru_cache(maxsize=4)
def enrolled(papers: Papers, rules: RuleSet) -> Sources:
    """在校生总数 by level: the roster of 2.2, else 附件1."""
    own = [
        each for each in lists(papers, rules) if is_enrolled(each, rules) and not is_other_kind(each) and each.usable
    ]
    stated = _stated(papers, rules, "enrolled")
    if not own:
        return Sources(stated)
    register = register_of(own)
    levels = Counter(row.person.level for row in register.people)
    total = Total("在校生数据库", Fraction(len(register)), own[0].roster.place, own[0].fact)
    return Sources((total, *stated), register, {level: Fraction(number) for level, number in levels.items()})


def _stated(papers: Papers, rules: RuleSet, what: str) -> tuple[Total, ...]:
    """Totals that papers state, in the order of trust that the rule set gives document types."""
    words = rules.words.lists.get(f"{what}_total", ())
    found = []
    for kind in rules.words.lists.get("total_papers", ()):
        for seen in candidates(papers):
            if kind not in seen.types[:2] or any(total.fact.place.file == seen.path for total in found):
                continue
            fact = next((fact for fact in seen.of("count") if _states(fact, words, rules, what, papers)), None)
            if fact is not None:
                name = next((kind.name for kind in rules.words.documents if kind.id == seen.types[0]), seen.path)
                found.append(Total(name, fact.value.number, fact.place, fact))
    return tuple(found)


def _states(fact: Fact, words: tuple[str, ...], rules: RuleSet, what: str, papers: Papers) -> bool:
    if fact.value.unit != "人" or fact.value.number < 1:
        return False
    label = plain(fact.label)
    if _has(label, rules.words.lists.get(f"{what}_not", ())):
        return False
    year = _CLASS.search(label)
    if year and papers.year and int(year[1]) != papers.year:
        return False
    return _has(label, words)


def disagreement(cell: Indicator, sources: Sources, values: Iterable[Mapping[str, Fraction | None]]) -> list[Flag]:
    """`totals-disagree` where the totals differ and some condition of the cell's tiers turns with them."""
    if not sources.disagree:
        return []
    outcomes = {tuple(_true(condition, value) for condition in _conditions(cell)) for value in values}
    if len(outcomes) < 2:
        return []
    return [flag("totals-disagree", cell.id, _told(sources), sources.totals[0].place)]


def _conditions(cell: Indicator) -> list[Condition]:
    return [condition for rule in cell.readings for tier in rule.tiers for condition in (*tier.all, *tier.any)]


def _true(condition: Condition, values: Mapping[str, Fraction | None]) -> bool | None:
    value = values.get(condition.fact)
    if value is None:
        return None
    wanted = condition.value
    return {
        ">=": value >= wanted,
        ">": value > wanted,
        "<=": value <= wanted,
        "<": value < wanted,
        "==": value == wanted,
    }[condition.operator]


def _told(sources: Sources) -> str:
    listed = "、".join(f"{total.place.file}（{total.source}）{total.number}人" for total in sources.totals[:10])
    return f"几份材料的总数不一致：{listed}，请核对，预填按第一个计算"


def totals_flags(papers: Papers, rules: RuleSet, told_in_cells: bool) -> list[Flag]:
    """`totals-disagree` once for the bundle where no cell can be moved by it."""
    if told_in_cells:
        return []
    return [
        flag("totals-disagree", None, _told(sources), sources.totals[0].place)
        for sources in (graduates(papers, rules), enrolled(papers, rules))
        if sources.disagree
    ]


def faults(cell: Indicator, each: List) -> list[Flag]:
    """What is wrong with single rows: check digits, one ID with two names, people twice. None of it withholds."""
    flags = []
    rows = each.usable
    wrong = [row for row in rows if row.person.id_state == "invalid"]
    if wrong:
        text = f"{len(wrong)}行身份证号校验位不符（{_where(wrong)}），请核对原件"
        flags.append(flag("id-invalid", cell.id, text, wrong[0].place))
    register = register_of([each])
    if register.again:
        twice = [row for _, row in register.again]
        text = f"{len(twice)}行是重复的人（{_where(twice)}），每人只计一次，请核对"
        flags.append(flag("duplicate-person", cell.id, text, twice[0].place))
    mixed = _mismatches(rows)
    if mixed:
        text = f"{len(mixed)}行的姓名与证件号对不上（{_where(mixed)}），请核对"
        flags.append(flag("name-id-mismatch", cell.id, text, mixed[0].place))
    return flags


def _mismatches(rows: tuple[RosterRow, ...]) -> list[RosterRow]:
    names: dict[str, str] = {}
    numbers: dict[str, str] = {}
    mixed = []
    for row in rows:
        person, name = row.person, plain_name(row.person.name)
        if not person.resident_id or person.id_state not in ("valid", "invalid") or not name:
            continue
        if names.setdefault(person.resident_id, name) != name:
            mixed.append(row)
        elif person.student_number:
            key = f"{name}|{person.student_number}"
            if numbers.setdefault(key, person.resident_id) != person.resident_id:
                mixed.append(row)
    return mixed


def _where(rows: list[RosterRow]) -> str:
    cells = [row.place.cell or f"第{row.place.page or 1}页" for row in rows[:10]]
    return "、".join(cells) + ("等" if len(rows) > 10 else "")
