"""Whether two titles are of one post, for all that a reader of pictures gets wrong."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from verifier.model import Words

_LIKE = 90
"""0…100: from this likeness on two titles are one that was read twice"""
_CUT = re.compile(r"(?:…|\.{2,}|·{2,}|。{2,})+$")
_SHORTEST_HEAD, _SHORTEST_OF_DAY = 6, 8
"""characters that a title that was cut off still shows; on the same day without a mark that it was cut off"""
_FIGURES = re.compile(r"\d+|[一二三四五六七八九十]+(?=[期批场季届次轮月日号])|(?<=第)[一二三四五六七八九十]+")


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that make two titles of two posts, where only one has them."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, words: Words) -> Telling:
        """Names of places and the words that tell events apart."""
        return _telling((*words.places.names, *words.places.dependent, *words.event_names.differences))


@lru_cache(maxsize=8)
def _telling(words: tuple[str, ...]) -> Telling:
    return Telling(tuple(sorted(set(words), key=lambda word: (-len(word), word))))


def same_title(one: str, other: str, telling: Telling, same_day: bool = False) -> bool:
    """Alike at 90 of 100, or one is the beginning of the other: where it was cut off (…), or on the same day.

    Figures, places and seasons that differ tell titles apart.
    """
    texts = [_plain(_CUT.sub("", unicodedata.normalize("NFKC", title).strip())) for title in (one, other)]
    if not all(texts):
        return False
    if texts[0] == texts[1] or _reads_alike(texts[0], texts[1], telling):
        return True
    short, long = sorted(texts, key=len)
    cut = any(_CUT.search(unicodedata.normalize("NFKC", title).strip()) for title in (one, other))
    least = _SHORTEST_HEAD if cut else _SHORTEST_OF_DAY
    return (cut or same_day) and len(short) >= least and _reads_alike(short, long[: len(short)], telling)


def _reads_alike(one: str, other: str, telling: Telling) -> bool:
    return fuzz.ratio(one, other) >= _LIKE and _marks(one, telling) == _marks(other, telling)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@lru_cache(maxsize=20_000)
def _marks(text: str, telling: Telling) -> tuple[tuple[str, ...], frozenset[str]]:
    return tuple(_FIGURES.findall(text)), frozenset(word for word in telling.words if word in text)
