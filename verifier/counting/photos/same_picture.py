"""Whether two pictures are the same again: cropped, scaled, recompressed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product

from rapidfuzz import fuzz

from verifier.language.comparing_text import plain
from verifier.likeness import Index, match
from verifier.model import Fact, Observed, Picture, RuleSet

_MOST_FAULTS = 0.1
"""share of the parts of a picture in which the other shows something else: a watermark, a stamp"""
_LEAST, _RETAKEN_LEAST = 0.85, 0.985
"""correlation of grey values; the last where cameras name two moments"""
_MUCH_TEXT = 12
"""lines; screens and papers of so much text look alike, so their text has to be the same"""
_SURE = 0.9
"""confidence from which a reading tells two pictures apart"""
_SHARED, _MUCH_SHARED = 0.6, 0.85
"""share of the text of one picture that the other one shows too"""
_LINE = 4
"""characters of a line that tells something"""
_LIKE, _PART_LIKE = 80, 90
"""0…100: likeness of two readings of one line, and of one that holds the other; crops cut lines off"""


def near(one: Observed, other: Observed, bits: int) -> bool:
    """Whether two picture files show the same picture: the same bytes, or the same but for crop, turn, size, quality.

    What is kept of both is laid over each other; where that is not to be had, hashes that differ in at most `bits`
    bits and texts that do not differ decide.
    """
    if one.document.file.sha256 == other.document.file.sha256:
        return True
    if not _texts_agree(one, other) or _told_apart(one, other):
        return False
    pictures = one.document.picture, other.document.picture
    if pictures[0] is None or pictures[1] is None:
        return False
    return look_alike(pictures[0], pictures[1], bits)


class Album:
    """Pictures among which one is sought again."""

    def __init__(self, pictures: Sequence[Observed], rules: RuleSet) -> None:
        self.pictures = tuple(pictures)
        self._bits = rules.assessment.near_bits
        self._index = Index([_kept(seen) for seen in self.pictures])
        self._same_bytes: dict[str, list[int]] = {}
        for at, seen in enumerate(self.pictures):
            self._same_bytes.setdefault(seen.document.file.sha256, []).append(at)

    def candidates(self, seen: Observed) -> tuple[int, ...]:
        """Places of the pictures that may be the same, the likeliest first."""
        same = self._same_bytes.get(seen.document.file.sha256, ())
        return tuple(dict.fromkeys([*same, *self._index.candidates(*_kept(seen), self._bits)]))

    def is_same(self, one: Observed, other: Observed) -> bool:
        """As `near`."""
        return near(one, other, self._bits)


def firsts(pictures: Sequence[Observed], rules: RuleSet) -> Mapping[str, str]:
    """path → path of the first of the pictures that is the same; the first ones themselves are left out."""
    album = Album(pictures, rules)
    heads: list[int] = []
    for at, seen in enumerate(pictures):
        earlier = sorted({heads[other] for other in album.candidates(seen) if other < at})
        same = (head for head in earlier if album.is_same(pictures[head], seen))
        heads.append(next(same, at))
    return {pictures[at].path: pictures[head].path for at, head in enumerate(heads) if head != at}


def _kept(seen: Observed) -> tuple[int | None, bytes]:
    picture = seen.document.picture
    return (picture.phash, picture.marks) if picture is not None else (None, b"")


def look_alike(one: Picture, other: Picture, bits: int) -> bool:
    """Whether two pictures look the same, whatever is written in them."""
    if one.sketch and other.sketch:
        found = match(one.sketch, other.sketch)
        retaken = one.taken_at is not None and other.taken_at is not None and one.taken_at != other.taken_at
        least = _RETAKEN_LEAST if retaken else _LEAST
        return found is not None and found.faults <= _MOST_FAULTS and found.correlation >= least
    if one.phash is None or other.phash is None:
        return False
    return (one.phash ^ other.phash).bit_count() <= bits


def is_photo(seen: Observed) -> bool:
    """A picture file that shows no screen."""
    return seen.document.file.kind == "image" and not seen.screens


def filed_apart(path: str, others: Sequence[str], home: str, hints: Mapping[str, tuple[str, ...]]) -> str | None:
    """The cell in whose folder a picture stands that is filed for another one too; None for the copy at home.

    `others`: the paths of the same picture; `home`: the cell that its content belongs to, or ''.
    """
    own = hints.get(path, ())
    if not own or home in own:
        return None
    return own[0] if any(set(hints.get(other, ())) - set(own) for other in others if other != path) else None


def _texts_agree(one: Observed, other: Observed) -> bool:
    """Whether the picture with less text says what the other one says; without text there is nothing against it."""
    texts = [[text for line in seen.document.lines if len(text := plain(line.text)) >= _LINE] for seen in (one, other)]
    less, more = sorted(texts, key=lambda each: sum(map(len, each)))
    if not less:
        return True
    share = sum(len(text) for text in less if any(_same_line(text, each) for each in more)) / sum(map(len, less))
    return share >= (_MUCH_SHARED if min(map(len, texts)) >= _MUCH_TEXT else _SHARED)


def _told_apart(one: Observed, other: Observed) -> bool:
    """Whether the two show different days, or name different happenings, all read for sure."""
    days, other_days = sure_days(one), sure_days(other)
    if days and other_days and not days & other_days:
        return True
    pairs = list(product(sure_names(one), sure_names(other)))
    return bool(pairs) and not any(a in b or b in a for a, b in pairs)


def sure_days(seen: Observed) -> set[date]:
    """The days that were read in a picture for sure."""
    days = (fact for fact in seen.dates if fact.value.precision == "day" and _is_sure(fact, seen))
    return {fact.value.start for fact in days if fact.value.start is not None}


def sure_names(seen: Observed) -> set[str]:
    """The happenings that it names for sure, as they are compared."""
    return {plain(fact.value.name) for fact in seen.events if _is_sure(fact, seen)}


def _is_sure(fact: Fact[object], seen: Observed) -> bool:
    return fact.confidence >= _SURE and fact.place.file == seen.path and fact.place.box is not None


def _same_line(one: str, other: str) -> bool:
    digits = [re.sub(r"\D", "", text) for text in (one, other)]
    if all(digits) and digits[0] not in digits[1] and digits[1] not in digits[0]:
        return False
    return fuzz.ratio(one, other) >= _LIKE or fuzz.partial_ratio(one, other) >= _PART_LIKE
