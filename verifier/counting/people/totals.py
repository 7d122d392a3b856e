"""The totals that several cells share: how many graduates, how many students enrolled, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from verifier.counting.eligibility.candidates import own_papers
from verifier.counting.eligibility.whose import is_others
from verifier.counting.flags import flag
from verifier.counting.people.graduating_class import Side, class_years, wanted_sides
from verifier.counting.people.rosters_sent import SentRoster, cohorts, is_complete, is_employment, named_rows
from verifier.counting.people.same_person import Register
from verifier.language.comparing_text import has_word, plain
from verifier.model import (
    Condition,
    Fact,
    Flag,
    Indicator,
    Measure,
    Observed,
    Papers,
    PeopleTaking,
    Place,
    Quantity,
    RetentionTaking,
    Roster,
    RosterRow,
    RosterTaking,
    RuleSet,
    Tally,
    TotalWords,
    documents_of,
)

Values = Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True)
class Total:
    """One source's number of graduates, or of students enrolled."""

    source: str
    """Chinese"""
    number: Fraction
    place: Place
    fact: Fact[Roster] | Fact[Quantity]


@dataclass(frozen=True, slots=True)
class Sources:
    """Every counted or stated total; the first decides."""

    totals: tuple[Total, ...]
    people: Register | None = None
    """of the rosters that decide, when some do"""
    rows: tuple[RosterRow, ...] = ()
    """from which `people` was made"""
    tables: tuple[SentRoster, ...] = ()
    """in which they stand"""

    @property
    def decided(self) -> Fraction | None:
        return self.totals[0].number if self.totals else None

    @property
    def base(self) -> str:
        """What the deciding total was taken from, in Chinese."""
        if not self.totals:
            return ""
        return self.candidates[0][0]

    @property
    def candidates(self) -> tuple[tuple[str, Fraction], ...]:
        """Every total with what it was taken from, in Chinese."""
        return tuple((f"{each.source}：{each.place}", each.number) for each in self.totals)

    @property
    def least(self) -> Fraction | None:
        return min((total.number for total in self.totals), default=None)

    @property
    def most(self) -> Fraction | None:
        return max((total.number for total in self.totals), default=None)

    @property
    def disagree(self) -> bool:
        return len({total.number for total in self.totals}) > 1


@lru_cache(maxsize=8)
def graduates(papers: Papers, rules: RuleSet) -> Sources:
    """毕业生总数: the 花名册, else the rosters of origins or degrees, else 附件1, 总结, survey, report."""
    whole = [each for each in cohorts(papers, rules) if each.side == "graduates" and each.purpose == "class"]
    whole = [each for each in whole if _is_ours(each, papers, rules)]
    totals: list[Total] = []
    decided: tuple[Register, tuple[RosterRow, ...], tuple[SentRoster, ...]] | None = None
    taken: list[SentRoster] = []
    for cell in _roster_cells(rules, "graduates"):
        group = [each for each in whole if each not in taken and speaks(each, cell)]
        taken += group
        of_class = [(each, named_rows(each.of_class(papers.year))) for each in group]
        rows = tuple(row for _, found in of_class for row in found)
        if not rows:
            continue
        register = Register.of(rows)
        decided = decided or (register, rows, tuple(each for each, found in of_class if found))
        totals.append(Total(name_of(cell, rules), Fraction(len(register)), group[0].roster.place, group[0].fact))
    return Sources((*totals, *_stated(papers, rules, "graduates")), *(decided or ()))


@lru_cache(maxsize=8)
def enrolled(papers: Papers, rules: RuleSet) -> Sources:
    """在校生总数: the roster of 2.2, else 附件1."""
    stated = _stated(papers, rules, "enrolled")
    cells = _roster_cells(rules, "enrolled")
    own = [
        each
        for each in cohorts(papers, rules)
        if each.side == "enrolled"
        and each.purpose == "class"
        and _is_ours(each, papers, rules)
        and any(speaks(each, cell) for cell in cells)
    ]
    rows = tuple(row for each in own for row in named_rows(each.rows))
    if not rows:
        return Sources(stated)
    register = Register.of(rows)
    total = Total(name_of(cells[0], rules), Fraction(len(register)), own[0].roster.place, own[0].fact)
    return Sources((total, *stated), register, rows, tuple(own))


def _is_ours(each: SentRoster, papers: Papers, rules: RuleSet) -> bool:
    return bool(each.rows) and not is_others(each.seen, papers, rules)


def _roster_cells(rules: RuleSet, side: Side) -> list[Indicator]:
    """The cells whose rosters tell the total, the 花名册 first."""
    asked = (cell for cell in rules.indicators if isinstance(cell.takes, PeopleTaking))
    cells = [cell for cell in asked if side in wanted_sides(documents_of(cell.takes))]
    return sorted(cells, key=lambda cell: not isinstance(cell.takes, RetentionTaking))


def speaks(each: SentRoster, cell: Indicator) -> bool:
    """Whether a roster is one of the cell's: by its columns, or its title and a key."""
    if not isinstance(cell.takes, RosterTaking):
        return is_employment(each)
    keyed = any(map(each.roster.has, ("resident_id", "student_number", "candidate_number")))
    return is_complete(each.roster, cell.takes) or (keyed and has_word(each.title, cell.names))


def name_of(cell: Indicator, rules: RuleSet) -> str:
    kinds = {kind.id: kind.name for kind in rules.words.documents}
    return next((kinds[kind] for kind in documents_of(cell.takes) if kind in kinds), cell.name)


def _stated(papers: Papers, rules: RuleSet, what: Literal["graduates", "enrolled"]) -> tuple[Total, ...]:
    """Totals that papers state, in the order of trust that the rule set gives document types."""
    words = _words(rules, what)
    found: list[Total] = []
    done: set[str] = set()
    for kind in words.papers:
        for seen in own_papers(papers, rules):
            if kind not in seen.types or seen.path in done:
                continue
            if kind != "application" and _of_other_year(seen, papers):
                continue
            facts = [fact for fact in seen.counts if _states(fact, kind, words, papers)]
            if facts:
                done.add(seen.path)
                fact = total_of(facts, rules.words.people.total_rows, words.names)
                name = next(each.label for each in seen.document_types if each.value == kind)
                found.append(Total(name or kind, fact.value.number, fact.place, fact))
    return tuple(found)


def _words(rules: RuleSet, what: Literal["graduates", "enrolled"]) -> TotalWords:
    totals = rules.words.people.totals
    return totals.graduates if what == "graduates" else totals.enrolled


def _of_other_year(seen: Observed, papers: Papers) -> bool:
    """Whether the titles name a class, or a year, that is not the assessed one."""
    titles = [fact for fact in seen.titles if fact.label != "sheet-name"][:2]
    named = {year for fact in titles for year in class_years(fact.value)}
    if not named:
        places = {fact.place for fact in titles}
        named = {d.value.start.year for d in seen.dates if d.place in places and d.value.start}
    return bool(named) and papers.year is not None and papers.year not in named


def _states(fact: Fact[Quantity], kind: str, words: TotalWords, papers: Papers) -> bool:
    if fact.value.unit not in ("人", "个") or fact.value.number < 1:
        return False
    if kind == "application" and fact.extractor != "forms":
        return False
    label = plain(fact.label)
    if not has_word(label, words.names) or has_word(label, words.unless):
        return False
    named = class_years(label)
    return not named or papers.year is None or papers.year in named


def total_of(facts: Sequence[Fact[Quantity]], total_rows: Iterable[str], words: Sequence[str]) -> Fact[Quantity]:
    """The fact that is the total of all: of a row 合计; the one that the others add up to; the surest wording."""
    whole = [fact for fact in facts if has_word(plain(fact.label), total_rows)]
    if whole:
        return whole[0]
    everything = sum((fact.value.number for fact in facts), Fraction(0))
    sums = [fact for fact in facts if len(facts) > 2 and fact.value.number * 2 == everything]
    return (sums or sorted(facts, key=lambda fact: _rank(fact, words)))[0]


def _rank(fact: Fact[Quantity], words: Sequence[str]) -> int:
    label = plain(fact.label)
    return next((rank for rank, word in enumerate(words) if word in label), len(words))


# --- totals that disagree -------------------------------------------------------------------------------------------


def disagreement(cell: Indicator, sources: Sources, values_of: Callable[[Fraction], list[Values]]) -> list[Flag]:
    """`totals-disagree` where the totals differ and a tier of the cell hangs on which of them is right.

    `values_of`: the facts as a total would have them, strictest, counted and most favourable.
    """
    outcomes = {tuple(reached(cell, each) for each in values_of(total.number)) for total in sources.totals}
    return [flag("totals-disagree", cell.id, _told(sources), sources.totals[0].place)] if len(outcomes) > 1 else []


def share_tests(name: str, numbers: Measure) -> Callable[[Fraction], list[Values]]:
    """For `disagreement`: the share that each of three numbers is of a total, at most 1."""
    shown = [number for number in (numbers.low, numbers.proposed, numbers.high) if number is not None]
    return lambda total: [{name: share(number, total)} for number in shown]


def share(number: Fraction, total: Fraction) -> Fraction:
    """The part of a total, at most 1."""
    return min(Fraction(1), number / total)


def share_measure(name: str, numbers: Measure, sources: Sources) -> Measure:
    """The share of the total that decides; in low of the most, in high of the least that papers state."""

    def part(number: Fraction | None, base: Fraction | None) -> Fraction | None:
        return share(number, base) if number is not None and base else None

    return Measure(
        name,
        part(numbers.low, sources.most),
        part(numbers.proposed, sources.decided),
        part(numbers.high, sources.least),
        shown=False,
    )


def total_measure(name: str, sources: Sources) -> Measure:
    return Measure(name, sources.most, sources.decided, sources.least)


def reached(cell: Indicator, values: Values) -> tuple[int, ...]:
    """Which tier fits under each reading, as its number; the number of tiers when none does."""
    return tuple(
        next(
            (
                at
                for at, tier in enumerate(rule.tiers)
                if all(_holds(each, values) for each in tier.all)
                and (not tier.any or any(_holds(each, values) for each in tier.any))
            ),
            len(rule.tiers),
        )
        for rule in cell.readings
    )


def _holds(condition: Condition, values: Values) -> bool:
    value, wanted = values.get(condition.measure), condition.value
    if value is None:
        return False
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


def totals_flags(papers: Papers, rules: RuleSet, told: Mapping[str, Tally] | bool) -> list[Flag]:
    """`totals-disagree` once for the bundle, of the totals on which no cell hangs.

    `told`: what the cells found, or whether some cell says already that totals disagree.
    """
    both = (graduates(papers, rules), enrolled(papers, rules))
    open_ = [sources for sources in both if sources.disagree and not _is_told(sources, told)]
    if not open_:
        return []
    text = "；".join(_told(sources) for sources in open_)
    return [flag("totals-disagree", None, text, open_[0].totals[0].place)]


def _is_told(sources: Sources, told: Mapping[str, Tally] | bool) -> bool:
    if isinstance(told, bool):
        return told
    text = _told(sources)
    return any(each.code == "totals-disagree" and each.message == text for t in told.values() for each in t.flags)
