"""People whom two tables of one bundle know differently: one ID with two names, one name and number with two IDs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from verifier.facts.people import plain_name
from verifier.model import Flag, Indicator, Papers, Person, Place, RosterRow, RuleSet

from .cohorts import Cohort, cohorts
from .register import is_whole
from .sight import first_places, flag

Pair = tuple[RosterRow, RosterRow]
"""a row of a table and the row of another table that disagrees"""


def clash_flags(cell: Indicator, tables: Iterable[Cohort], papers: Papers, rules: RuleSet) -> Iterator[Flag]:
    """`name-id-mismatch` for each of the tables that another table contradicts; both places are named."""
    found = _clashes(papers, rules)
    for table in dict.fromkeys(each.roster.place for each in tables):
        pairs = found.get(table, ())
        if pairs:
            places = first_places(f"{row.place}与{other.place}" for row, other in pairs)
            text = f"{len(pairs)}人的姓名与证件号同另一份名册对不上（{places}），请核对"
            yield flag("name-id-mismatch", cell.id, text, pairs[0][0].place)


@dataclass(slots=True)
class _Said:
    """What the tables say under one key, so that each row asks once per table."""

    of_table: dict[Place, dict[str, RosterRow]] = field(default_factory=dict)
    """table → the first two different answers there, each with its row"""

    def add(self, table: Place, answer: str, row: RosterRow) -> None:
        known = self.of_table.setdefault(table, {})
        if len(known) < 2:
            known.setdefault(answer, row)

    def against(self, table: Place, answer: str) -> RosterRow | None:
        """The first row of another table with another answer."""
        others = (known for other, known in self.of_table.items() if other != table)
        return next((row for known in others for said, row in known.items() if said != answer), None)


@lru_cache(maxsize=4)
def _clashes(papers: Papers, rules: RuleSet) -> Mapping[Place, tuple[Pair, ...]]:
    """By table (the place of its header) the rows that another table contradicts, each person once."""
    tables = [each for each in cohorts(papers, rules) if each.purpose not in ("other", "survey")]
    said: dict[Hashable, _Said] = {}
    for each in tables:
        for row in each.rows:
            for key, answer in _answers(row.person):
                said.setdefault(key, _Said()).add(each.roster.place, answer, row)
    return {each.roster.place: tuple(_pairs(each, said)) for each in tables}


def _pairs(each: Cohort, said: Mapping[Hashable, _Said]) -> Iterator[Pair]:
    done: set[Hashable] = set()
    for row in each.rows:
        for key, answer in _answers(row.person):
            other = said[key].against(each.roster.place, answer)
            if other is not None and key not in done:
                done.add(key)
                yield row, other
                break


def _answers(person: Person) -> Iterator[tuple[Hashable, str]]:
    """The name that goes with an ID; the ID that goes with a name and a number."""
    name = plain_name(person.name)
    if not name or "*" in name or not is_whole(person):
        return
    yield person.resident_id, name
    for number in filter(None, (person.student_number, person.candidate_number)):
        yield (name, number.lstrip("0")), person.resident_id
