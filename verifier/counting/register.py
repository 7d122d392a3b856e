"""People told apart: by resident ID; without one by name and school number; without either by name and major."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from verifier.facts.people import plain_name
from verifier.model import Person, RosterRow

_SHOWN_ENOUGH = 4
"""digits that two masked IDs must both show to be told the same, as `same_person` has it"""


@dataclass(slots=True)
class Register:
    """Distinct people in the order in which they came, found again by any of their keys.

    Each question takes one look into a table, however many people bear one name.
    """

    rows: list[RosterRow] = field(default_factory=list)
    """the first row of each person"""
    again: list[tuple[int, RosterRow]] = field(default_factory=list)
    """rows of people who stood there already, with the person's number"""
    _ids: dict[str, int] = field(default_factory=dict)
    _numbers: dict[str, dict[int, None]] = field(default_factory=dict)
    _names: dict[str, _Namesakes] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[RosterRow]) -> Register:
        register = cls()
        for row in rows:
            register.add(row)
        return register

    def __len__(self) -> int:
        return len(self.rows)

    def add(self, row: RosterRow) -> int:
        """The number of the row's person, who is new or stands there already."""
        at = self.find(row.person)
        if at is None:
            at = len(self.rows)
            self.rows.append(row)
        else:
            self.again.append((at, row))
        self._remember(row.person, at)
        return at

    def find(self, person: Person) -> int | None:
        """The number of a person who stands there, else None.

        Of the people of one name the first of whom `same_person` holds; two without a key or a major are one too.
        """
        at = self.by_id(person)
        if at is not None:
            return at
        named = self._names.get(plain_name(person.name))
        return named.find(person) if named else None

    def by_id(self, person: Person) -> int | None:
        """The number of the person with this whole resident ID, whatever the name."""
        return self._ids.get(person.resident_id) if is_whole(person) else None

    def by_number(self, number: str) -> tuple[int, ...]:
        """The people with this school or candidate number."""
        return tuple(self._numbers.get(number.lstrip("0"), ())) if number else ()

    def named(self, name: str) -> tuple[tuple[Person, int], ...]:
        """What papers say of the people of this name, with each person's number."""
        known = self._names.get(plain_name(name))
        return tuple(known.said) if known else ()

    def _remember(self, person: Person, at: int) -> None:
        if is_whole(person):
            self._ids.setdefault(person.resident_id, at)
        for number in filter(None, (person.student_number, person.candidate_number)):
            self._numbers.setdefault(number.lstrip("0"), {})[at] = None
        if person.name:
            self._names.setdefault(plain_name(person.name), _Namesakes()).add(person, at)


def is_whole(person: Person) -> bool:
    """Whether the resident ID can tell who it is by itself."""
    return bool(person.resident_id) and person.id_state in ("", "valid", "invalid")


def found_as_read(person: Person, people: Register | None, read: bool) -> int | None:
    """The person in a register, else None.

    Where the text comes out of a picture, one misread character of the name does no harm beside the right number,
    nor one of the ID beside the right name.
    """
    if people is None:
        return None
    at = people.find(person)
    if at is not None or not read:
        return at
    for number in (person.student_number, person.candidate_number):
        for each in people.by_number(number):
            if nearly(person.name, people.rows[each].person.name):
                return each
    if person.id_state == "invalid" and not person.student_number:
        for listed, at in people.named(person.name):
            if nearly(person.resident_id, listed.resident_id):
                return at
    return None


def nearly(a: str, b: str) -> bool:
    """Whether two texts differ in one character at most."""
    left, right = plain_name(a), plain_name(b)
    return len(left) == len(right) >= 2 and sum(x != y for x, y in zip(left, right, strict=True)) <= 1


Has = tuple[bool, bool]
"""whether a paper gives a school number, and a candidate number"""
_Sight = tuple[bool, int, tuple[int, ...]]
"""of an ID: whether it is masked, its length, the places of the characters that show"""


@dataclass(slots=True)
class _Namesakes:
    """What papers say of the people of one name."""

    said: dict[tuple[Person, int], int] = field(default_factory=dict)
    """a person as some paper has it, and the person's number → the place in the order in which they came"""
    _first: dict[Hashable, tuple[int, int]] = field(default_factory=dict)
    """what two papers must have in common → the first who has it: place in the order, and number"""
    _sights: dict[_Sight, list[tuple[Person, int]]] = field(default_factory=dict)
    _common: dict[_Sight, dict[tuple[int, ...], None]] = field(default_factory=dict)
    """of the IDs of one sight: the places by which they have been asked for"""

    def add(self, person: Person, at: int) -> None:
        if (person, at) in self.said:
            return
        came = self.said[person, at] = len(self.said)
        for key in _told_by(person):
            self._first.setdefault(key, (came, at))
        if _has_id(person):
            sight = _sight(person)
            self._sights.setdefault(sight, []).append((person, came))
            for places in self._common.get(sight, ()):
                self._first.setdefault(_masked_key(person, sight, places), (came, at))

    def find(self, person: Person) -> int | None:
        found = [first for key in self._asked_by(person) if (first := self._first.get(key))]
        return min(found)[1] if found else None

    def _asked_by(self, person: Person) -> Iterator[Hashable]:
        """The keys of everybody who is this person, as `same_person` tells it, but for those with the same whole ID."""
        yield from _number_keys(person)
        if _is_bare(person):
            yield "bare"
        apart = list(_without_common_number(person))
        if person.major:
            ids = (False,) if _has_id(person) else (False, True)
            major = plain_name(person.major)
            yield from (("major", major, has, has_id) for has in apart for has_id in ids)
        if _has_id(person):
            yield from self._asked_by_mask(person, apart)

    def _asked_by_mask(self, person: Person, apart: list[Has]) -> Iterator[Hashable]:
        masked, length, shown = _sight(person)
        for sight in list(self._sights):
            if sight[1] != length or not (masked or sight[0]):
                continue
            places = tuple(sorted(set(shown) & set(sight[2])))
            if len(places) >= _SHOWN_ENOUGH:
                self._order_by(sight, places)
                text = _at_places(person, places)
                yield from (("mask", sight, places, has, text) for has in apart)

    def _order_by(self, sight: _Sight, places: tuple[int, ...]) -> None:
        known = self._common.setdefault(sight, {})
        if places in known:
            return
        known[places] = None
        numbers = list(self.said)
        for person, came in self._sights[sight]:
            self._first.setdefault(_masked_key(person, sight, places), (came, numbers[came][1]))


def _told_by(person: Person) -> Iterator[Hashable]:
    """The keys by which others of the name ask for a person."""
    yield from _number_keys(person)
    if _is_bare(person):
        yield "bare"
    if person.major:
        yield "major", plain_name(person.major), _has(person), _has_id(person)


def _number_keys(person: Person) -> Iterator[Hashable]:
    # exports pad school numbers with zeros
    if person.student_number:
        yield "student", person.student_number.lstrip("0")
    if person.candidate_number:
        yield "candidate", person.candidate_number.lstrip("0")


def _without_common_number(person: Person) -> Iterator[Has]:
    """The ways to give numbers that leave none to compare with this person's."""
    student, candidate = _has(person)
    for other in (False, True):
        for another in (False, True):
            if not (student and other) and not (candidate and another):
                yield other, another


def _has(person: Person) -> Has:
    return bool(person.student_number), bool(person.candidate_number)


def _has_id(person: Person) -> bool:
    return bool(person.resident_id) and person.id_state != "destroyed"


def _sight(person: Person) -> _Sight:
    text = person.resident_id
    shown = tuple(at for at, letter in enumerate(text) if letter != "*") if "*" in text else _all_places(len(text))
    return person.id_state == "masked", len(text), shown


@lru_cache(maxsize=64)
def _all_places(length: int) -> tuple[int, ...]:
    return tuple(range(length))


def _masked_key(person: Person, sight: _Sight, places: tuple[int, ...]) -> Hashable:
    return "mask", sight, places, _has(person), _at_places(person, places)


def _at_places(person: Person, places: tuple[int, ...]) -> str:
    return "".join(person.resident_id[at] for at in places)


def _is_bare(person: Person) -> bool:
    return not (person.resident_id or person.student_number or person.candidate_number or person.major)
