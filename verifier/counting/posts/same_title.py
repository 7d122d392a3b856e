"""Whether two titles are of one post, for all that a reader of pictures gets wrong."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from verifier.model import Words

_LIKE = 90
_CUT = re.compile(r"(?:…|\.{2,}|·{2,}|。{2,})+$")
_SHORTEST_HEAD = 6
"""characters that a title that was cut off still shows"""
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
    if texts[0] == texts[1]:
        return True
    short, long = sorted(texts, key=len)
    cut = any(_CUT.search(unicodedata.normalize("NFKC", title).strip()) for title in (one, other))
    if len(short) >= _SHORTEST_HEAD and (cut or (same_day and len(short) >= 8)):
        head = long[: len(short)]
        if fuzz.ratio(short, head) >= _LIKE and _marks(short, telling) == _marks(head, telling):
            return True
    return fuzz.ratio(*texts) >= _LIKE and _marks(texts[0], telling) == _marks(texts[1], telling)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@lru_cache(maxsize=20_000)
def _marks(text: str, telling: Telling) -> tuple[tuple[str, ...], frozenset[str]]:
    return tuple(_FIGURES.findall(text)), frozenset(word for word in telling.words if word in text)
