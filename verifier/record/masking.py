"""What is personal is taken out of a record, and files bear names without it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass, replace
from itertools import chain
from typing import Any, TypeVar, cast

from verifier.language.masking import personal_in, without
from verifier.model import AGREEMENT, FactRecord, Observed, Papers, Person, PieceRecord
from verifier.record.values import fields_of

Mask = Callable[[str], str]
T = TypeVar("T")

_HASHES = frozenset(("sha256", "phash", "sketch", "marks", "decision", "corrected"))
"""what tells bytes, pictures and lines of a log: no number of a person, though it may look like one"""
_FILES = frozenset(("path", "file", "piece", "key", "joint"))
"""what may say which file: its name there is the same everywhere"""
_LABELS = {"resident_id": "证件号：", "student_number": "学号：", "candidate_number": "考生号："}
"""of a person: what tells that the value of a field is a number of theirs"""
_TELLS = re.compile(r"址|所在地|[^\W\d_].*\d", re.S)
"""in a cell of a table: words before a number, or before where somebody lives"""
_FIGURES = re.compile(r"\d{5,}")
_RUN = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{7,}")
_DIGITS = re.compile(r"[0-9０-９]{7,}")
_DAY = re.compile(r"(?:19|20)\d\d[01]\d[0-3]\d")
"""a school number that may be 20240520 is known by its label alone"""


@dataclass(frozen=True, slots=True)
class Masking:
    """How the texts of a record are masked, and what its files are called."""

    mask: Mask
    names: Mapping[str, str]
    """path → as it is written"""
    numbers: frozenset[str] = frozenset()
    """of people of the bundle: they are told wherever they stand, also without a label"""
    homes: frozenset[str] = frozenset()
    sizes: tuple[int, ...] = ()
    """of the numbers that are long enough to be known within a longer row of signs, longest first"""

    def name(self, path: str) -> str:
        """Of a file, or of a piece of evidence: `file#2`."""
        file, mark, rest = path.rpartition("#")
        if path in self.names or file not in self.names:
            return self.names.get(path) or self.text(path)
        return f"{self.names[file]}{mark}{rest}"

    def text(self, text: str) -> str:
        masked = _RUN.sub(self._number, text) if self.numbers else text
        for home in self.homes:
            if home in masked:
                masked = masked.replace(home, f"{home[:_TOWN]}***")
        return unicodedata.normalize("NFC", self.mask(masked))

    def _number(self, run: re.Match[str]) -> str:
        told = unicodedata.normalize("NFKC", run[0])
        if told in self.numbers:
            return self.any_number(run)
        for size in self.sizes:
            for at in range(len(told) - size + 1):
                if (known := told[at : at + size]) in self.numbers:
                    return f"{told[:at]}{self.labelled(known, _LABELS['student_number'])}{told[at + size :]}"
        return run[0] if _DIGITS.fullmatch(run[0]) else _DIGITS.sub(self._number, run[0])  # letters run on from it

    def cut(self, text: str) -> str:
        """A text that was cut out anywhere: of a home it may hold the end alone."""
        return without(text, tuple(self.homes)) if text.endswith(_ROOMS) else text

    def any_number(self, run: re.Match[str]) -> str:
        """A number of a person, though no word beside it says so."""
        return self.labelled(run[0], _LABELS["student_number"])

    def labelled(self, value: str, label: str) -> str:
        """A value that is told by its label alone."""
        return unicodedata.normalize("NFC", self.mask(f"{label}{value}").removeprefix(label))


def masking_of(papers: Papers, mask: Mask) -> Masking:
    """Files whose names hold personal data are called otherwise, and still told apart."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for file in papers.files:
        name = masked = unicodedata.normalize("NFC", mask(file.path))
        count = 1
        while name in taken:
            count += 1
            name = f"{masked} ({count})"
        taken.add(name)
        names[file.path] = name
    personal = frozenset(_personal(papers, mask))
    known = chain(personal, *(_DIGITS.findall(each) for each in personal))  # a decimal may run on from a number
    numbers = frozenset(each for each in known if _RUN.fullmatch(each) and not _DAY.fullmatch(each))
    homes = frozenset(each for each in personal if each[-1:] in _ROOMS)
    sizes = sorted({len(each) for each in numbers if len(each) >= _KNOWN_WITHIN and each.isdigit()}, reverse=True)
    return Masking(mask, names, numbers, homes, tuple(sizes))


_KNOWN_WITHIN = 8
"""digits of a number that no other one holds by chance"""
_TOWN = 6
"""characters of a home that are shown"""
_ROOMS = tuple("室号楼户")
"""at the end of where somebody lives"""


def _personal(papers: Papers, mask: Mask) -> Iterator[str]:
    """What is known to be personal somewhere in the bundle, by a column or a word before it."""
    every = (*papers.observed, *papers.bureau_data)
    for seen in (*every, *(seen.unveiled for seen in every if seen.unveiled)):
        for person in _people(seen):
            yield from (person.student_number, person.candidate_number)
        for line in (*seen.document.lines, *seen.document.context):
            if mask(line.text) != line.text:
                yield from personal_in(line.text)
        for text in _cells_that_tell(seen):
            yield from personal_in(text)


def _cells_that_tell(seen: Observed) -> Iterator[str]:
    for table in (*seen.document.tables, *seen.document.grids):
        yield from (cell for row in table.rows for cell in row if cell and _TELLS.search(cell))


def _people(seen: Observed) -> Iterator[Person]:
    for roster in seen.rosters:
        yield from (row.person for row in roster.value.rows)
    yield from (fact.value.person for fact in seen.internships)
    yield from (fact.value.person for fact in AGREEMENT.among(seen.facts))


def masked(record: T, masking: Masking) -> T:
    """The record with every text NFC and masked."""
    return cast(T, _masked(record, masking))


def _masked(value: object, masking: Masking) -> object:
    if isinstance(value, str):
        return masking.text(value)
    if isinstance(value, Mapping):
        return {key: _masked_field(key, each, masking) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(_masked(each, masking) for each in value)
    if isinstance(value, FactRecord):
        label = masking.cut(_FIGURES.sub(masking.any_number, value.label))  # the words before a date, cut anywhere
        value = replace(value, **_without_parts(value.quote, masking, value=value.value, label=label))
    if isinstance(value, PieceRecord):
        value = replace(value, **_without_parts(value.text, masking, value=value.value, why=value.why))
    if is_dataclass(value) and not isinstance(value, type):
        told = ((name, getattr(value, name)) for name in fields_of(type(value)))
        return replace(value, **{name: _masked_field(name, each, masking) for name, each in told})
    return value


def _masked_field(name: str, value: object, masking: Masking) -> object:
    if isinstance(value, str):
        if name in _HASHES:
            return value
        if name in _FILES:
            return masking.name(value)
        if name in _LABELS:
            return masking.labelled(value, _LABELS[name])
    return _masked(value, masking)


def _without_parts(quote: str, masking: Masking, **cut: object) -> dict[str, Any]:
    """Values and labels are cut out of the quote: that a number stands in them only the quote may tell."""
    if masking.mask(quote) == quote:
        return cut
    personal = personal_in(quote)
    return {name: _without(each, personal) for name, each in cut.items()}


def _without(value: object, personal: Sequence[str]) -> object:
    if isinstance(value, str):
        return without(value, personal)
    if isinstance(value, Mapping):
        return {key: each if key in _LABELS else _without(each, personal) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(_without(each, personal) for each in value)
    return value
