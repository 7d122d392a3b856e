"""Whether two pictures are the same again: cropped, scaled, recompressed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from rapidfuzz import fuzz

from verifier.model import Fact, Observed, RuleSet

COARSE, FINE, LARGE = 48, 128, 256
"""pixels of the width at which pictures are laid over each other"""
_COARSE_LEAST, _FINE_LEAST, _RETAKEN_LEAST = 0.75, 0.90, 0.985
"""correlation of grey values; the last where cameras name two moments"""
_PATCH_LEAST, _EVEN = 0.8, 8
"""correlation of a patch that is not even (deviation of its grey values)"""
_FAINT = 0.02
"""share of the patches that compression may blur"""
_SMALLEST = 0.5
"""share of the width that a crop keeps at least"""
_LARGE_FILE = 400_000
"""bytes; a file of so many holds a picture that half its size still shows well"""
_MUCH_TEXT = 12
"""lines; screens and papers of so much text look alike, so their text has to be the same"""
_SURE = 0.9
"""confidence from which a reading tells two pictures apart"""
_SHARED, _MUCH_SHARED = 0.6, 0.85
"""share of the text of one picture that the other one shows too"""

Grey = np.ndarray[Any, np.dtype[np.uint8]]
Source = tuple[Path, int]
"""a page picture and the degrees by which it must be turned"""


def near(one: Observed, other: Observed, bits: int) -> bool:
    """Whether two picture files show the same picture: the same bytes, or the same but for crop, size and quality.

    Where the page pictures are at hand one is laid over the other; else hashes that differ in at most `bits` bits and
    texts that do not differ decide.
    """
    if one.document.file.sha256 == other.document.file.sha256:
        return True
    if not _texts_agree(one, other) or _told_apart(one, other):
        return False
    lies = _laid_over(one, other)
    if lies is not None:
        return lies
    hashes = [seen.document.picture.phash if seen.document.picture else None for seen in (one, other)]
    if hashes[0] is None or hashes[1] is None:
        return False
    return (hashes[0] ^ hashes[1]).bit_count() <= bits


def firsts(pictures: Sequence[Observed], rules: RuleSet) -> Mapping[str, str]:
    """path → path of the first of the pictures that is the same; the first ones themselves are left out."""
    found: dict[str, str] = {}
    heads: list[Observed] = []
    for seen in pictures:
        head = next((one for one in heads if near(one, seen, rules.assessment.near_bits)), None)
        if head is None:
            heads.append(seen)
        else:
            found[seen.path] = head.path
    return found


def is_photo(seen: Observed) -> bool:
    """A picture file that shows no screen."""
    return seen.document.file.kind == "image" and not seen.of("screen")


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
    texts = [[text for line in seen.document.lines if len(text := _plain(line.text)) >= 4] for seen in (one, other)]
    less, more = sorted(texts, key=lambda each: sum(map(len, each)))
    if not less:
        return True
    share = sum(len(text) for text in less if any(_same_line(text, each) for each in more)) / sum(map(len, less))
    return share >= (_MUCH_SHARED if min(map(len, texts)) >= _MUCH_TEXT else _SHARED)


def _told_apart(one: Observed, other: Observed) -> bool:
    """Whether the two show different days, or name different happenings, all read for sure."""
    days = [{fact.value.start for fact in seen.of("date") if _is_day(fact, seen)} for seen in (one, other)]
    if all(days) and not days[0] & days[1]:
        return True
    names = [{_plain(fact.value.name) for fact in seen.of("event") if _is_sure(fact, seen)} for seen in (one, other)]
    pairs = [(a, b) for a in names[0] for b in names[1]]
    return bool(pairs) and not any(a in b or b in a for a, b in pairs)


def _is_day(fact: Fact, seen: Observed) -> bool:
    return fact.value.precision == "day" and fact.value.start is not None and _is_sure(fact, seen)


def _is_sure(fact: Fact, seen: Observed) -> bool:
    return fact.confidence >= _SURE and fact.place.file == seen.path and fact.place.box is not None


def _same_line(one: str, other: str) -> bool:
    digits = [re.sub(r"\D", "", text) for text in (one, other)]
    if all(digits) and digits[0] not in digits[1] and digits[1] not in digits[0]:
        return False
    return fuzz.ratio(one, other) >= 80 or fuzz.partial_ratio(one, other) >= 90


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _laid_over(one: Observed, other: Observed) -> bool | None:
    """Whether one picture is a part of the other; None when a picture is not at hand."""
    pages = [seen.document.pages[0] if seen.document.pages else None for seen in (one, other)]
    if any(page is None or page.image is None for page in pages):
        return None
    sources = [(page.image, page.turn) for page in pages if page and page.image]
    return _one_shows_the_other(sources[0], sources[1], _RETAKEN_LEAST if _taken_apart(one, other) else _FINE_LEAST)


@lru_cache(maxsize=100_000)
def _one_shows_the_other(one: Source, other: Source, least: float) -> bool | None:
    coarse = [grey for path, turn in (one, other) if (grey := _grey(path, turn, COARSE)) is not None]
    if len(coarse) < 2:
        return None
    if max(_as_part(whole, part, 0.04)[0] for whole, part in permutations(coarse)) < _COARSE_LEAST:
        return False
    for whole, part in permutations((one, other)):
        larger, smaller = _grey(*whole, FINE), _grey(*part, FINE)
        if larger is None or smaller is None:
            return None
        best, share = _as_part(larger, smaller, 0.02)
        if best >= least and _agrees_everywhere(whole, part, share):
            return True
    return False


def _taken_apart(one: Observed, other: Observed) -> bool:
    moments = [seen.document.picture.taken_at if seen.document.picture else None for seen in (one, other)]
    return moments[0] is not None and moments[1] is not None and moments[0] != moments[1]


@lru_cache(maxsize=4096)
def _grey(path: Path, turn: int, width: int) -> Grey | None:
    """The picture upright in grey, `width` pixels wide; None when the file is no picture."""
    try:
        data = np.fromfile(path, dtype=np.uint8)
    except OSError:
        return None
    mode = cv2.IMREAD_REDUCED_GRAYSCALE_2 if data.size > _LARGE_FILE else cv2.IMREAD_GRAYSCALE
    picture = cv2.imdecode(data, mode) if data.size else None
    if picture is None:
        return None
    turned = np.rot90(picture, -(turn // 90))
    height = max(8, round(turned.shape[0] * width / turned.shape[1]))
    return np.asarray(cv2.resize(turned, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _as_part(whole: Grey, part: Grey, step: float, around: float | None = None) -> tuple[float, float]:
    """The best correlation of a picture with a part of another, and the share of its width that the part has."""
    first, last = (_SMALLEST, 1.0) if around is None else (around - 0.02, min(1.0, around + 0.02))
    best = (-1.0, 1.0)
    for share in np.arange(first, last + step / 2, step):
        scaled = _scaled(whole, part, float(share))
        if scaled is not None:
            best = max(best, (float(cv2.matchTemplate(whole, scaled, cv2.TM_CCOEFF_NORMED).max()), float(share)))
    return best


def _scaled(whole: Grey, part: Grey, share: float) -> Grey | None:
    """The part in the width of a share of the whole; None where it does not fit, or is an even surface."""
    width = min(whole.shape[1], round(whole.shape[1] * share))
    height = round(part.shape[0] * width / part.shape[1])
    if not 8 <= height <= whole.shape[0]:
        return None
    scaled = np.asarray(cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return scaled if float(scaled.std()) >= 2 else None


def _agrees_everywhere(whole: Source, part: Source, share: float) -> bool:
    """Whether hardly a patch of the two pictures differs: other people, another sign."""
    larger, smaller = _grey(*whole, LARGE), _grey(*part, LARGE)
    if larger is None or smaller is None:
        return False
    scaled = _scaled(larger, smaller, _as_part(larger, smaller, 0.0025, share)[1])
    if scaled is None:
        return False
    _, _, _, (left, top) = cv2.minMaxLoc(cv2.matchTemplate(larger, scaled, cv2.TM_CCOEFF_NORMED))
    height, width = scaled.shape
    under = larger[top : top + height, left : left + width]
    one, other = (cv2.GaussianBlur(each.astype(np.float32), (0, 0), 1.2) for each in (under, scaled))
    high, wide = max(8, height // 8), max(8, width // 10)
    agree = [
        _patches_agree(one[y : y + high, x : x + wide], other[y : y + high, x : x + wide])
        for y in range(0, height - high + 1, high // 2)
        for x in range(0, width - wide + 1, wide // 2)
    ]
    return agree.count(False) <= _FAINT * len(agree)


def _patches_agree(one: Any, other: Any) -> bool:
    if max(float(one.std()), float(other.std())) < _EVEN:
        return True
    one, other = one - one.mean(), other - other.mean()
    return float((one * other).sum()) >= _PATCH_LEAST * float(np.sqrt((one * one).sum() * (other * other).sum()))
