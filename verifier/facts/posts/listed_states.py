"""What a list says became of a post: that it was deleted, or is not published yet; and which post a mark is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from verifier.facts.posts.screen_days import rest
from verifier.facts.posts.screen_lines import Shown
from verifier.model import Words

State = Literal["published", "draft", "deleted"]
_UNDER = 3
"""of the height of a mark: so far under an entry it stands at most"""


def parted(one: Shown, words: Words) -> tuple[Shown, State]:
    """A line without the mark that says what became of a post, and that; a mark stands alone, last or in brackets."""
    marks: tuple[tuple[State, tuple[str, ...]], ...] = (
        ("deleted", words.screens.row_states.deleted),
        ("draft", words.screens.row_states.draft),
    )
    for state, said in marks:
        if found := _mark(said).search(one.text):
            left = f"{one.text[: found.start()]} {one.text[found.end() :]}".strip()
            left = left if rest(left, words.screens.stats) else ""
            return _without(one, left, leads=found.start() == 0), state
    return one, "published"


def _without(one: Shown, left: str, leads: bool) -> Shown:
    """A line with what is left of its text when a mark that leads or ends it is out; its box is as much narrower."""
    gone = round((one.box[2] - one.box[0]) * (1 - len(left) / len(one.text)))
    begin, top, end, bottom = one.box
    box = (begin + gone, top, end, bottom) if leads else (begin, top, end - gone, bottom)
    return replace(one, line=replace(one.line, text=left), text=left, bare=re.sub(r"\s", "", left), box=box)


@lru_cache(maxsize=8)
def _mark(said: tuple[str, ...]) -> re.Pattern[str]:
    """One of the words at the end of a line, behind a blank or a figure; or in brackets at its beginning."""
    word = "|".join(map(re.escape, sorted(said, key=len, reverse=True)))
    return re.compile(
        rf"(?:^|(?<=[\s\d|·,]))[(\[【]?(?:{word})[)\]】]?\s*$|[(\[【](?:{word})[)\]】]\s*$|^[(\[【](?:{word})[)\]】]"
    )


def entry_of(mark: Shown, entries: Sequence[Sequence[Shown]]) -> int | None:
    """Which entry, by its lines, a mark in a line of its own is of: the nearest beside it, else the last one over it.

    What stands to the left of an entry's lines is a menu.
    """
    beside = {
        at: min(abs(mark.box[0] - one.box[2]) for one in lines)
        for at, lines in enumerate(entries)
        if _is_right_of(mark, lines) and any(_on_one_height(mark, one) for one in lines)
    }
    if beside:
        return min(beside, key=lambda at: beside[at])
    over = [at for at, lines in enumerate(entries) if _is_right_of(mark, lines) and _is_under(mark, lines)]
    return max(over, key=lambda at: max(one.middle for one in entries[at]), default=None)


def _is_right_of(mark: Shown, lines: Sequence[Shown]) -> bool:
    return mark.box[0] >= min(one.box[0] for one in lines) - 0.5 * mark.height


def _on_one_height(mark: Shown, one: Shown) -> bool:
    shared = min(mark.box[3], one.box[3]) - max(mark.box[1], one.box[1])
    return shared >= 0.5 * min(mark.height, one.height)


def _is_under(mark: Shown, lines: Sequence[Shown]) -> bool:
    first, last = min(one.middle for one in lines), max(one.box[3] for one in lines)
    return first < mark.middle and mark.box[1] - last <= _UNDER * mark.height
