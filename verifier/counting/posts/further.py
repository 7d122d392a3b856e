"""Screens without a post: the further screens of a long article, and views that are no account's or site's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from verifier.counting.eligibility.candidates import candidates, hinted
from verifier.counting.flags import flag
from verifier.language.comparing_text import plain
from verifier.model import NO_SCENE, Evidence, Fact, Flag, Indicator, Observed, Papers, PostsTaking

_SHORT_LINE, _LONG_LINE = 8, 14
"""characters of a line that two screens share: two of the first length or one of the other make them one text"""
_ALIKE = 90
"""0…100: likeness of two readings of one line"""
_QUOTED = 60


def further_screens(cell: Indicator[PostsTaking], papers: Papers, counted: bool) -> tuple[list[Evidence], list[Flag]]:
    """What screens without a post add to a cell: nothing is counted, and each says why; a note where posts count."""
    screens = [seen for seen in candidates(papers) if _may_go_on(seen)]
    heads = _heads(cell, papers)
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in screens:
        if head := _head_of(seen, heads, screens):
            evidence.append(_out(cell, seen, f"是“{head.path}”中推送的后续截图，与它只计一次"))
        elif seen.screens and hinted(seen, cell.id, papers):
            evidence.append(_out(cell, seen, "截图不是公众号或网站发布的推送"))
            place = seen.screens[0].place
            flags.append(flag("content-unconfirmed", cell.id, _told(seen), place, severity="note" if counted else None))
    return evidence, flags


def _may_go_on(seen: Observed) -> bool:
    return seen.document.file.kind == "image" and not seen.posts and any(map(_is_of_screen, seen.pictures))


def _is_of_screen(fact: Fact[str]) -> bool:
    return fact.value in ("screenshot", "perhaps-screenshot") or fact.role == NO_SCENE


def _heads(cell: Indicator[PostsTaking], papers: Papers) -> list[Observed]:
    """The pictures that show the beginning of an article of the cell's channel."""
    return [
        seen
        for seen in candidates(papers)
        if any(post.value.view == "article" and post.value.channel == cell.takes.channel for post in seen.posts)
    ]


def _head_of(seen: Observed, heads: Sequence[Observed], screens: Sequence[Observed]) -> Observed | None:
    """The article that a screen goes on with, itself or after other screens of it."""
    waiting, reached = list(screens), [seen]
    while reached:
        found = next((head for head in heads if any(_share_text(head, one) for one in reached)), None)
        if found is not None:
            return found
        waiting = [one for one in waiting if one not in reached]
        reached = [one for one in waiting if any(_share_text(one, other) for other in reached)]
    return None


def _share_text(one: Observed, other: Observed) -> bool:
    """Whether two screens show the same lines, as screens do that were scrolled on."""
    lines = list(_texts(other))
    shared = [text for text in _texts(one) if any(fuzz.ratio(text, each) >= _ALIKE for each in lines)]
    return len(shared) > 1 or any(len(text) >= _LONG_LINE for text in shared)


def _texts(seen: Observed) -> Iterator[str]:
    return (text for line in seen.document.lines if len(text := plain(line.text)) >= _SHORT_LINE)


def _out(cell: Indicator[PostsTaking], seen: Observed, why: str) -> Evidence:
    return Evidence(cell.id, seen.path, seen.screens[:1], "content", why, "out", seen.path)


def _told(seen: Observed) -> str:
    quote = seen.screens[0].quote[:_QUOTED]
    return f"截图（{quote}）看不出是公众号或网站发布的推送，不计入，请补充带标题和日期的发布页面截图"
