"""Lists of an account that were scrolled on, so that its name is no more to be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from verifier.counting.posts.same_post import has_same_title
from verifier.counting.posts.same_title import Telling
from verifier.counting.posts.showing import Showing
from verifier.model import RuleSet


def with_scrolled(showings: Sequence[Showing], rules: RuleSet) -> list[Showing]:
    """The showings, those of lists without a name being the school's where they go on from one of its lists."""
    lists = [one for one in showings if one.post.view == "list" and one.day]
    files = set(_going_on(lists, Telling.of(rules.words)))
    return [replace(one, whose="firm") if one.seen.path in files and not one.post.account else one for one in showings]


def _going_on(lists: Sequence[Showing], telling: Telling) -> Iterator[str]:
    """The files of lists without a name that show a post of the school's lists again, or of a file that does so."""
    ours = [one for one in lists if one.whose == "firm"]
    waiting = [one for one in lists if one.whose == "open" and not one.post.account]
    while ours:
        met = {one.seen.path for one in waiting if _is_among(one, ours, telling)}
        yield from met
        ours, waiting = _parted(waiting, met)


def _parted(lists: Sequence[Showing], files: Set[str]) -> tuple[list[Showing], list[Showing]]:
    """What stands in some files, and the rest."""
    return [one for one in lists if one.seen.path in files], [one for one in lists if one.seen.path not in files]


def _is_among(one: Showing, others: Sequence[Showing], telling: Telling) -> bool:
    return any(one.day == other.day and has_same_title(one, other, telling) for other in others)
