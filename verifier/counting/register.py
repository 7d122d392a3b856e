"""People told apart: by resident ID; without one by name and school number; without either by name and major."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from verifier.facts.people import plain_name, same_person
from verifier.model import Person, RosterRow

Known = TypeVar("Known")


@dataclass(slots=True)
class Register:
    """Distinct people in the order in which they came, found again by any of their keys."""

    rows: list[RosterRow] = field(default_factory=list)
    """the first row of each person"""
    again: list[tuple[int, RosterRow]] = field(default_factory=list)
    """rows of people who stood there already, with the person's number"""
    _ids: dict[str, int] = field(default_factory=dict)
    _numbers: dict[str, list[int]] = field(default_factory=dict)
    _names: dict[str, list[tuple[Person, int]]] = field(default_factory=dict)

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
        """The number of a person who stands there, else None."""
        at = self.by_id(person)
        if at is not None:
            return at
        named = self._names.get(plain_name(person.name), ())
        return next((number for known, number in named if _same(person, known)), None)

    def by_id(self, person: Person) -> int | None:
        """The number of the person with this whole resident ID, whatever the name."""
        return self._ids.get(person.resident_id) if is_whole(person) else None

    def by_number(self, number: str) -> list[int]:
        """The people with this school or candidate number."""
        return self._numbers.get(number.lstrip("0"), []) if number else []

    def named(self, name: str) -> list[tuple[Person, int]]:
        """What papers say of the people of this name, with each person's number."""
        return self._names.get(plain_name(name), [])

    def _remember(self, person: Person, at: int) -> None:
        if is_whole(person):
            self._ids.setdefault(person.resident_id, at)
        for number in filter(None, (person.student_number, person.candidate_number)):
            _once(self._numbers.setdefault(number.lstrip("0"), []), at)
        if person.name:
            _once(self._names.setdefault(plain_name(person.name), []), (person, at))


def is_whole(person: Person) -> bool:
    """Whether the resident ID can tell who it is by itself."""
    return bool(person.resident_id) and person.id_state in ("", "valid", "invalid")


def _once(listed: list[Known], value: Known) -> None:
    if value not in listed:
        listed.append(value)


def _same(a: Person, b: Person) -> bool:
    """One person of two with one name; where neither has a key or a major the name is all there is."""
    return same_person(a, b) or (_is_bare(a) and _is_bare(b))


def _is_bare(person: Person) -> bool:
    return not (person.resident_id or person.student_number or person.candidate_number or person.major)
