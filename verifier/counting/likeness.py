"""Whether two pictures are the same again: cropped, scaled, recompressed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from rapidfuzz import fuzz

from verifier.model import Observed, RuleSet

COARSE, FINE = 48, 128
"""pixels of the width at which pictures are laid over each other"""
_COARSE_LEAST, _FINE_LEAST, _RETAKEN_LEAST = 0.75, 0.94, 0.985
"""correlation of grey values; other photos of one room stay under 0.9; the last where cameras name two moments"""
_SMALLEST = 0.5
"""share of the width that a crop keeps at least"""
_MUCH_TEXT = 12
"""lines; screens and papers of so much text look alike, so their text has to be the same"""
_SHARED, _MUCH_SHARED = 0.6, 0.85
"""share of the text of one picture that the other one shows too"""

Grey = np.ndarray[Any, np.dtype[np.uint8]]


def near(one: Observed, other: Observed, bits: int) -> bool:
    """Whether two picture files show the same picture: the same bytes, or the same but for crop, size and quality.

    Where the page pictures are at hand one is laid over the other; else hashes that differ in at most `bits` bits and
    texts that do not differ decide.
    """
    if one.document.file.sha256 == other.document.file.sha256:
        return True
    if not _texts_agree(one, other):
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


def _same_line(one: str, other: str) -> bool:
    digits = [re.sub(r"\D", "", text) for text in (one, other)]
    if min(map(len, digits)) >= 4 and digits[0] not in digits[1] and digits[1] not in digits[0]:
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
    coarse = [_grey(path, turn, COARSE) for path, turn in sources]
    if coarse[0] is None or coarse[1] is None:
        return None
    if _overlap(coarse[0], coarse[1], 0.04) < _COARSE_LEAST:
        return False
    fine = [_grey(path, turn, FINE) for path, turn in sources]
    least = _RETAKEN_LEAST if _taken_apart(one, other) else _FINE_LEAST
    return fine[0] is not None and fine[1] is not None and _overlap(fine[0], fine[1], 0.02) >= least


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
    mode = cv2.IMREAD_REDUCED_GRAYSCALE_4 if data.size > 200_000 else cv2.IMREAD_GRAYSCALE
    picture = cv2.imdecode(data, mode) if data.size else None
    if picture is None:
        return None
    turned = np.rot90(picture, -(turn // 90))
    height = max(8, round(turned.shape[0] * width / turned.shape[1]))
    return np.asarray(cv2.resize(turned, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _overlap(one: Grey, other: Grey, step: float) -> float:
    """The best correlation of one picture with a part of the other, at any size of the part."""
    return max(_as_part(one, other, step), _as_part(other, one, step))


def _as_part(whole: Grey, part: Grey, step: float) -> float:
    best = -1.0
    for share in np.arange(_SMALLEST, 1.0 + step / 2, step):
        width = min(whole.shape[1], round(whole.shape[1] * float(share)))
        height = round(part.shape[0] * width / part.shape[1])
        if not 8 <= height <= whole.shape[0]:
            continue
        scaled = cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA)
        if float(scaled.std()) < 2:  # an even surface fits anywhere
            continue
        best = max(best, float(cv2.matchTemplate(whole, scaled, cv2.TM_CCOEFF_NORMED).max()))
    return best
