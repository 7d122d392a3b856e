"""A message of pictures of an account: its name over or under the picture, title and text under both, last the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from verifier.facts.posts.screen_days import Day, meta_of, rest
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_layout import TEXT
from verifier.facts.posts.screen_lines import PROVINCE, Shown, rows_of, telling
from verifier.model import Words

_HEAD = 0.3
"""of the height of all lines: above it stands the account's name"""
_SHORTEST_NAME = 2
_NEAR = 2.2
"""of the height of a line: the gap to the one over it, at most"""
_ALIKE, _CLOSE = 0.93, 0.9
"""letters of the lines of one title: the smaller by the larger; the gap between them in heights of one, at most"""
_REMARKS = re.compile(r"^(?:精选)?(?:留言|评论)\d*")


@dataclass(frozen=True, slots=True)
class Message:
    title: list[Shown]
    text: list[Shown]
    account: str
    dated: tuple[Shown, Day]


def read_message(screen: Screen, words: Words) -> Message | None:
    """The message that a screen shows; None for an article, whose day stands over the text."""
    followed = _followed(screen, words) if screen.channel == "wechat" and screen.boxed else ()
    dated = _last_day(screen, words) if followed else None
    block = _over(dated[0], screen, words) if dated else []
    account = _account(followed, block, screen)
    if not dated or not account:
        return None
    many = 1 + sum(1 for _ in takewhile(lambda at: _is_one_title(block, at), range(len(block) - 1)))
    return Message(block[:many], block[many:], account, dated)


def _followed(screen: Screen, words: Words) -> tuple[tuple[str, Shown], ...]:
    """The accounts beside whose names stands the button to follow them, each with the button's line."""
    found: list[tuple[str, Shown]] = []
    for row in rows_of(screen.shown):
        for at, one in enumerate(row):
            for button in words.screens.follow.found(one.bare):
                name = button[1] or (row[at - 1].text if at else "")
                if len(name) >= _SHORTEST_NAME:
                    found.append((name, one))
    return tuple(found)


def _account(followed: Sequence[tuple[str, Shown]], block: Sequence[Shown], screen: Screen) -> str:
    """The account at the head of a screen, else the one just over the title; '' where there is none."""
    head = _HEAD * max((one.box[3] for one in screen.shown), default=0)
    top = block[0] if block else None
    over = [(name, one) for name, one in followed if top is not None and one.middle < top.middle]
    near = (name for name, one in over if top and top.box[1] - one.box[3] <= _NEAR * one.height)
    return next((name for name, one in over if one.middle <= head), next(near, ""))


def _last_day(screen: Screen, words: Words) -> tuple[Shown, Day] | None:
    """The day under which no text stands but what readers remark; it says besides from where, or how many read it."""
    own = list(takewhile(lambda one: not _REMARKS.match(one.bare), screen.shown))
    days = [(one, day) for one in own if (day := meta_of(one, words))]
    if not days:
        return None
    last, day = days[-1]
    under = telling((one for one in own if one.box[1] >= last.middle), words, TEXT)
    told = rest(day.after, words.screens.stats)
    says = PROVINCE.fullmatch(told) if told else day.after.strip()
    return (last, day) if says and not under and not rest(day.before, words.screens.stats) else None


def _over(day: Shown, screen: Screen, words: Words) -> list[Shown]:
    """The lines that follow one another down to a day and begin where it does, from top to bottom."""
    block: list[Shown] = []
    lower = day
    above = telling((one for one in screen.shown if one.middle < day.middle - 0.5 * day.height), words)
    for one in reversed(above):
        if words.screens.follow.any.search(one.bare) or lower.box[1] - one.box[3] > _NEAR * one.height:
            break
        if abs(one.box[0] - day.box[0]) <= one.letter:
            block.insert(0, one)
            lower = one
    return block


def _is_one_title(block: Sequence[Shown], at: int) -> bool:
    """Whether a line of the block goes on in the next one: it is full, and both are close and of one size."""
    upper, lower = block[at], block[at + 1]
    smaller, larger = sorted((upper.letter, lower.letter))
    full = upper.box[2] >= max(one.box[2] for one in block) - 2 * upper.letter
    near = lower.box[1] - upper.box[3] <= _CLOSE * min(upper.height, lower.height)
    return full and near and smaller >= _ALIKE * larger
