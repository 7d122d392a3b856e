"""The totals that several cells share: how many graduates, how many students enrolled, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import chain

from verifier.counting.eligibility.whose import is_others
from verifier.counting.people.rosters.graduating_class import Side, wanted_sides
from verifier.counting.people.rosters.rosters_sent import (
    KEY_FIELDS,
    SentRoster,
    cohorts,
    cohorts_of_bureau,
    is_complete,
    is_employment,
    named_rows,
    surely_own,
)
from verifier.counting.people.rosters.same_person import Register
from verifier.counting.people.totals.stated import Total, stated_totals
from verifier.language.comparing_text import has_word
from verifier.model import (
    Indicator,
    Papers,
    PeopleTaking,
    RetentionTaking,
    RosterRow,
    RosterTaking,
    RuleSet,
    documents_of,
)

_BUREAUS = "主管部门的"


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
    """毕业生总数: the bureau's roster, else the 花名册, else those of origins or degrees, else what papers state."""
    counted: list[Sources] = []
    for whose, tables in _whole_rosters(papers, rules, "graduates"):
        for cell, sent in _by_cell(tables, rules):
            of_class = [each for each in sent if named_rows(each.of_class(papers.year))]
            counted += _counted(f"{whose}{name_of(cell, rules)}", of_class, papers.year)
    return _joined(counted, stated_totals(papers, rules, "graduates"))


@lru_cache(maxsize=8)
def enrolled(papers: Papers, rules: RuleSet) -> Sources:
    """在校生总数: the bureau's roster, else that of 2.2, else 附件1."""
    cells = _roster_cells(rules, "enrolled")
    counted: list[Sources] = []
    for whose, tables in _whole_rosters(papers, rules, "enrolled"):
        own = [each for each in tables if any(speaks(each, cell) for cell in cells)]
        counted += _counted(f"{whose}{name_of(cells[0], rules)}", own) if own else ()
    return _joined(counted, stated_totals(papers, rules, "enrolled"))


def _counted(source: str, tables: Sequence[SentRoster], year: int | None = None) -> Iterator[Sources]:
    """The people of a class, or all, in rosters of one cell, if they name any; shown where most of them stand."""
    named = [named_rows(each.of_class(year)) for each in tables]
    rows = tuple(chain.from_iterable(named))
    if rows:
        people = Register.of(rows)
        most = max(zip(named, tables, strict=True), key=lambda each: len(each[0]))[1]
        total = Total(source, Fraction(len(people)), most.roster.place, most.fact)
        yield Sources((total,), people, rows, tuple(tables))


def _joined(counted: Sequence[Sources], stated: Iterable[Total]) -> Sources:
    """The rosters of several cells, of which the first decides, and what papers state."""
    totals = (*chain.from_iterable(each.totals for each in counted), *stated)
    return replace(counted[0], totals=totals) if counted else Sources(totals)


def _whole_rosters(papers: Papers, rules: RuleSet, side: Side) -> Iterator[tuple[str, list[SentRoster]]]:
    """The rosters of a whole class, or of all enrolled: the bureau's, then the school's own; whose they are."""
    own = (each for each in cohorts(papers, rules) if not is_others(each.seen, papers, rules))
    held = surely_own(cohorts_of_bureau(papers, rules), papers, rules)
    for whose, tables in ((_BUREAUS, held), ("", own)):
        yield whose, [each for each in tables if each.side == side and each.purpose == "class" and each.rows]


def _by_cell(tables: Iterable[SentRoster], rules: RuleSet) -> Iterator[tuple[Indicator, list[SentRoster]]]:
    """The rosters of each cell; one that is of several cells is the first's."""
    left = list(tables)
    for cell in _roster_cells(rules, "graduates"):
        group = [each for each in left if speaks(each, cell)]
        left = [each for each in left if not speaks(each, cell)]
        if group:
            yield cell, group


def _roster_cells(rules: RuleSet, side: Side) -> list[Indicator]:
    """The cells whose rosters tell the total, the 花名册 first."""
    asked = (cell for cell in rules.indicators if isinstance(cell.takes, PeopleTaking))
    cells = [cell for cell in asked if side in wanted_sides(documents_of(cell.takes))]
    return sorted(cells, key=lambda cell: not isinstance(cell.takes, RetentionTaking))


def speaks(each: SentRoster, cell: Indicator) -> bool:
    """Whether a roster is one of the cell's: by its columns, or its title and a key."""
    if not isinstance(cell.takes, RosterTaking):
        return is_employment(each)
    keyed = any(map(each.roster.has, KEY_FIELDS))
    return is_complete(each.roster, cell.takes) or (keyed and has_word(each.title, cell.names))


def name_of(cell: Indicator, rules: RuleSet) -> str:
    kinds = {kind.id: kind.name for kind in rules.words.documents}
    return next((kinds[kind] for kind in documents_of(cell.takes) if kind in kinds), cell.name)
