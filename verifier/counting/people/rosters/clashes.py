"""People whom two tables of one bundle know differently: one ID with two names, one name and number with two IDs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from verifier.counting.flags import first_places, flag
from verifier.counting.people.rosters.rosters_sent import SentRoster, cohorts
from verifier.counting.people.rosters.same_person import is_whole, nearly
from verifier.language.identity_numbers import is_misspelt, plain_name
from verifier.model import Flag, Indicator, Papers, Person, Place, RosterRow, RuleSet

Key = tuple[str, str]
Pair = tuple[RosterRow, RosterRow]
"""a row of a table and the row of another table that disagrees"""


def clash_flags(cell: Indicator, tables: Iterable[SentRoster], papers: Papers, rules: RuleSet) -> Iterator[Flag]:
    """`name-id-mismatch` for each of the tables that another table contradicts; both places are named."""
    found = _clashes(papers, rules)
    for table in dict.fromkeys(each.roster.place for each in tables):
        pairs = found.get(table, ())
        if pairs:
            places = first_places(f"{row.place}与{other.place}" for row, other in pairs)
            read = any(row.person.read or other.person.read for row, other in pairs)
            todo = "可能是图片识别有误，请看原件" if read else "请核对"
            text = f"{len(pairs)}人的姓名与证件号同另一份名册对不上（{places}），{todo}"
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
        """The first row of another table with another answer; a rare letter that was spoilt makes no other name."""
        others = (known for other, known in self.of_table.items() if other != table)
        rows = ((said, row) for known in others for said, row in known.items())
        return next((row for said, row in rows if said != answer and not is_misspelt(said, answer)), None)


@lru_cache(maxsize=4)
def _clashes(papers: Papers, rules: RuleSet) -> Mapping[Place, tuple[Pair, ...]]:
    """By table (the place of its header) the rows that another table contradicts, each person once."""
    # interns are held against the roster one by one where they count
    tables = [
        each for each in cohorts(papers, rules) if each.purpose not in ("other", "unclear", "survey", "internship")
    ]
    read = any(row.person.read for each in tables for row in each.rows[:1])
    said: dict[Key, _Said] = {}
    for each in tables:
        for row in each.rows:
            for key, answer in _answers(row.person, read):
                said.setdefault(key, _Said()).add(each.roster.place, answer, row)
    return {each.roster.place: tuple(_pairs(each, said, read)) for each in tables}


def _pairs(each: SentRoster, said: Mapping[Key, _Said], read: bool) -> Iterator[Pair]:
    done: set[Key] = set()
    for row in each.rows:
        for key, answer in _answers(row.person, read):
            other = said[key].against(each.roster.place, answer)
            if other is not None and key not in done and (key[0] != "number" or _misread(row.person, other.person)):
                done.add(key)
                yield row, other
                break


def _misread(a: Person, b: Person) -> bool:
    return (a.read or b.read) and nearly(a.name, b.name)


def _answers(person: Person, read: bool) -> Iterator[tuple[Key, str]]:
    """The name that goes with an ID; the ID that goes with a name and a number.

    Where a table was `read` out of a picture also the name that goes with a number.
    """
    name = plain_name(person.name)
    if not name or "*" in name:
        return
    numbers = [number.lstrip("0") for number in (person.student_number, person.candidate_number) if number]
    if is_whole(person):
        yield ("id", person.resident_id), name
        for number in numbers:
            yield (name, number), person.resident_id
    if read:
        for number in numbers:
            yield ("number", number), name
