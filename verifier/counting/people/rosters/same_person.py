"""People told apart: by resident ID; without one by name and school number; without either by name and major."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from verifier.language.identity_numbers import plain_name
from verifier.model import Agreement, Fact, Internship, Person, RosterRow

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
    _numbers: dict[str, int] = field(default_factory=dict)
    """school or candidate number → the first person who has it"""
    _shared: dict[str, dict[int, None]] = field(default_factory=dict)
    """numbers that several people have → all of them"""
    _names: dict[str, _Namesakes] = field(default_factory=dict)
    _read: bool = False
    """whether any of them was read out of a picture"""

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
        Where a text comes out of a picture, one misread character of the name does no harm beside the right number,
        nor one of the ID beside the right name.
        """
        at = self.by_id(person)
        if at is None:
            at = self._by_name(person)
        if at is None and (person.read or self._read):
            at = self._by_misreading(person)
        return at

    def namesakes(self, name: str) -> int:
        """How many people of this name stand there."""
        named = self._names.get(plain_name(name))
        return len({at for _, at in named.said}) if named else 0

    def _by_name(self, person: Person) -> int | None:
        named = self._names.get(plain_name(person.name))
        return named.find(person, [key for key in _number_keys(person) if key[1] in self._numbers]) if named else None

    def _by_misreading(self, person: Person) -> int | None:
        return next((at for listed, at in self._alike(person) if person.read or listed.read), None)

    def _alike(self, person: Person) -> Iterator[tuple[Person, int]]:
        for number in (person.student_number, person.candidate_number):
            for at in self.by_number(number):
                if nearly(person.name, self.rows[at].person.name):
                    yield self.rows[at].person, at
        for listed, at in self.named(person.name):
            numbered = person.student_number and listed.student_number
            misread = "invalid" in (person.id_state, listed.id_state) and not numbered
            if misread and nearly(person.resident_id, listed.resident_id):
                yield listed, at

    def by_id(self, person: Person) -> int | None:
        """The number of the person with this whole resident ID, whatever the name."""
        return self._ids.get(person.resident_id) if is_whole(person) else None

    def by_number(self, number: str) -> tuple[int, ...]:
        """The people with this school or candidate number."""
        bare = number.lstrip("0")
        first = self._numbers.get(bare) if number else None
        return () if first is None else tuple(self._shared.get(bare, (first,)))

    def named(self, name: str) -> tuple[tuple[Person, int], ...]:
        """What papers say of the people of this name, with each person's number."""
        known = self._names.get(plain_name(name))
        return tuple(known.said) if known else ()

    def _remember(self, person: Person, at: int) -> None:
        self._read = self._read or person.read
        if is_whole(person):
            self._ids.setdefault(person.resident_id, at)
        for _, number in _number_keys(person):
            first = self._numbers.setdefault(number, at)
            if first != at:
                self._shared.setdefault(number, {first: None})[at] = None
        if person.name:
            name = plain_name(person.name)
            named = self._names.get(name)
            if named is None:
                named = self._names[name] = _Namesakes()
            named.add(person, at)


def is_whole(person: Person) -> bool:
    """Whether the resident ID can tell who it is by itself."""
    return bool(person.resident_id) and person.id_state in ("", "valid", "invalid")


def find_named(fact: Fact[Internship] | Fact[Agreement], people: Register | None) -> int | None:
    """The person whom a fact of a paper names in a register, else None; doubt says that a picture was read."""
    return people.find(replace(fact.value.person, read=fact.confidence < 1)) if people is not None else None


def nearly(a: str, b: str) -> bool:
    """Whether two texts differ in one character at most."""
    left, right = plain_name(a), plain_name(b)
    return len(left) == len(right) >= 2 and sum(x != y for x, y in zip(left, right, strict=True)) <= 1


Has = tuple[bool, bool]
"""whether a paper gives a school number, and a candidate number"""
Key = tuple[Hashable, ...]
_Said = Sequence[tuple[Person, int]]
_Sight = tuple[bool, int, tuple[int, ...]]
"""of an ID: whether it is masked, its length, the places of the characters that show"""


@dataclass(slots=True)
class _Namesakes:
    """What papers say of the people of one name. Their keys are sorted when somebody asks who can't be told without."""

    said: list[tuple[Person, int]] = field(default_factory=list)
    """a person as some paper has it, and the person's number, in the order in which they came"""
    has: tuple[Has, ...] = ()
    """which numbers papers give of people of this name"""
    _keys: _Keys | None = None

    def add(self, person: Person, at: int) -> None:
        self.said.append((person, at))
        has = _has(person)
        if has not in self.has:
            self.has = (*self.has, has)

    def find(self, person: Person, numbers: Sequence[Key]) -> int | None:
        """`numbers`: the keys of the person's own numbers, where anybody at all has them."""
        student, candidate = _has(person)
        apart = [has for has in self.has if not (student and has[0]) and not (candidate and has[1])]
        if not numbers and not apart:
            return None
        if self._keys is None:
            self._keys = _Keys()
        came = self._keys.first(person, numbers, apart, self.said)
        return None if came is None else self.said[came][1]


@dataclass(slots=True)
class _Keys:
    """Of the people of one name, who is the first to have some key. Places are those in `_Namesakes.said`."""

    _sorted: int = 0
    """so many of them have been sorted"""
    _first: dict[Key, int] = field(default_factory=dict)
    """what two papers must have in common → the place of the first who has it"""
    _sights: dict[_Sight, list[int]] = field(default_factory=dict)
    """the places of those whose IDs show the same"""
    _common: dict[_Sight, dict[tuple[int, ...], None]] = field(default_factory=dict)
    """of the IDs of one sight: the characters by which they have been asked for"""

    def first(self, person: Person, numbers: Sequence[Key], apart: Sequence[Has], said: _Said) -> int | None:
        """The first who is this person, as `same_person` tells it, but for those with the same whole ID.

        `apart`: which numbers those may have who have none in common with the person.
        """
        self._sort(said)
        keys: list[Key] = [*numbers]
        if _is_bare(person):
            keys.append(("bare",))
        if person.major:
            ids = (False,) if _has_id(person) else (False, True)
            major = plain_name(person.major)
            keys += [("major", major, has, has_id) for has in apart for has_id in ids]
        if _has_id(person):
            keys += self._by_mask(person, apart, said)
        return min((came for key in keys if (came := self._first.get(key)) is not None), default=None)

    def _sort(self, said: _Said) -> None:
        for came in range(self._sorted, len(said)):
            person = said[came][0]
            for key in _told_by(person):
                self._first.setdefault(key, came)
            if _has_id(person):
                sight = _sight(person)
                self._sights.setdefault(sight, []).append(came)
                for places in self._common.get(sight, ()):
                    self._first.setdefault(_masked_key(person, sight, places), came)
        self._sorted = len(said)

    def _by_mask(self, person: Person, apart: Sequence[Has], said: _Said) -> Iterator[Key]:
        masked, length, shown = _sight(person)
        for sight in list(self._sights):
            if sight[1] != length or not (masked or sight[0]):
                continue
            places = tuple(sorted(set(shown) & set(sight[2])))
            if len(places) >= _SHOWN_ENOUGH:
                self._order_by(sight, places, said)
                text = _at_places(person, places)
                yield from (("mask", sight, places, has, text) for has in apart)

    def _order_by(self, sight: _Sight, places: tuple[int, ...], said: _Said) -> None:
        known = self._common.setdefault(sight, {})
        if places in known:
            return
        known[places] = None
        for came in self._sights[sight]:
            self._first.setdefault(_masked_key(said[came][0], sight, places), came)


def _told_by(person: Person) -> Iterator[Key]:
    """The keys by which others of the name ask for a person."""
    yield from _number_keys(person)
    if _is_bare(person):
        yield ("bare",)
    if person.major:
        yield "major", plain_name(person.major), _has(person), _has_id(person)


def _number_keys(person: Person) -> Iterator[tuple[str, str]]:
    # exports pad school numbers with zeros
    if person.student_number:
        yield "student", person.student_number.lstrip("0")
    if person.candidate_number:
        yield "candidate", person.candidate_number.lstrip("0")


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


def _masked_key(person: Person, sight: _Sight, places: tuple[int, ...]) -> Key:
    return "mask", sight, places, _has(person), _at_places(person, places)


def _at_places(person: Person, places: tuple[int, ...]) -> str:
    return "".join(person.resident_id[at] for at in places)


def _is_bare(person: Person) -> bool:
    return not (person.resident_id or person.student_number or person.candidate_number or person.major)
