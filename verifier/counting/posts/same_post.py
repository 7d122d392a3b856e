"""Which showings are of one post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.counting.posts.same_title import Telling, same_title
from verifier.counting.posts.showing import Showing
from verifier.model import RuleSet


def groups_of(showings: Sequence[Showing], rules: RuleSet) -> list[list[Showing]]:
    """Showings of one post: the same title within some days of the last one counted; undated ones join a dated one."""
    telling = Telling.of(rules.words)
    titled: list[list[Showing]] = []
    for one in showings:
        home = next((group for group in titled if any(has_same_title(one, other, telling) for other in group)), None)
        if home is None:
            titled.append([one])
        else:
            home.append(one)
    return [group for same in titled for group in _by_date([_dated(one, same) for one in same], rules)]


def has_same_title(one: Showing, other: Showing, telling: Telling) -> bool:
    """Whether two showings bear one title; those of one day may be cut off."""
    same_day = one.is_dated and one.day == other.day
    return same_title(one.post.title, other.post.title, telling, same_day)


def _dated(one: Showing, group: Sequence[Showing]) -> Showing:
    """A showing whose date lacks the year takes it from another one of that day."""
    span = one.day
    if span is None or span.start is not None:
        return one
    years = {
        other.day.start
        for other in group
        if other.day and other.day.start and (other.day.start.month, other.day.start.day) == (span.month, span.day)
    }
    if len(years) != 1:
        return one
    day = years.pop()
    post = replace(one.post, day=replace(span, start=day, end=day))
    return replace(one, fact=replace(one.fact, value=post))


def _by_date(same: Sequence[Showing], rules: RuleSet) -> list[list[Showing]]:
    """Showings of one title, apart where more days lie between; those without a date are with the first."""
    groups: list[list[Showing]] = []
    for one in sorted((one for one in same if one.is_dated), key=lambda one: one.start):
        if groups and (one.start - groups[-1][0].start).days <= rules.assessment.repeat_days:
            groups[-1].append(one)
        else:
            groups.append([one])
    rest = [one for one in same if not one.is_dated]
    if not rest:
        return groups
    first, *later = groups or [[]]
    return [[*first, *rest], *later]
