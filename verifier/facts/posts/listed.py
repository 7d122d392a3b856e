"""The posts that a list of an account or a site shows, one an entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verifier.facts.posts.accounts import LONGEST_SITE, in_foot, is_cut, names_school, site_name, sounds_like_site
from verifier.facts.posts.articles import joined, least, place_of
from verifier.facts.posts.listed_days import with_years
from verifier.facts.posts.listed_entries import Entry, entries_of
from verifier.facts.posts.listed_lines import bare_title, tokens_of
from verifier.facts.posts.screen_days import is_date_line
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import Shown, telling
from verifier.model import POST, DateSpan, Fact, Post, Words

_SHORTEST_TITLE = 3
"""letters and digits"""
_SHORTEST_NAME = 3
_NO_NAME = re.compile(r"[>»]|位置|[“\"]|检索")
"""a line that says where in a site the page is, or what was sought"""
_COLUMN = re.compile(r"^[\[【(]([^\]】)]{2,10})[\]】)](?=.{4})")


def read_list(screen: Screen, words: Words, schools: Sequence[str]) -> tuple[Fact[Post], ...]:
    """A post for each entry, from top to bottom."""
    entries = entries_of(tokens_of(screen, words), screen)
    account = _account(screen, entries, words, schools)
    titles = _titles([entry.text or bare_title(joined(entry.title)) for entry in entries])
    days = with_years([entry.span() for entry in entries])
    posts = [_post(entry, title, day, account, screen) for entry, title, day in zip(entries, titles, days, strict=True)]
    return tuple(post for post in posts if len(re.sub(r"\W", "", post.quote)) >= _SHORTEST_TITLE)


def _post(entry: Entry, title: str, day: DateSpan | None, account: str, screen: Screen) -> Fact[Post]:
    own = entry.dated.text if entry.dated and entry.dated.role == "day" else ""
    doubt = screen.in_doubt
    post = Post(title, screen.channel, own or account, day, "", "list", entry.state, channel_in_doubt=doubt)
    sure = least([*entry.title, *(entry.lines_of_day if day else ())])
    quote = entry.day.quote if entry.day else ""
    return Fact(POST, post, title, place_of(entry.title), sure, "posts", label=quote)


def _titles(texts: Sequence[str]) -> list[str]:
    """The titles without the column in brackets that several of them begin with."""
    columns = Counter(found[1] for text in texts if (found := _COLUMN.match(text)))
    return [text[found.end() :] if (found := _COLUMN.match(text)) and columns[found[1]] > 1 else text for text in texts]


# --- the name over the list -------------------------------------------------------------------------


def _account(screen: Screen, entries: Sequence[Entry], words: Words, schools: Sequence[str]) -> str:
    """The name over the list; one with a school's name first, then one that sounds like an account or a site."""
    head = _head(screen, entries, words)
    named = [one for one in head if names_school(one.bare, schools)]
    if screen.channel == "wechat":
        named = named or _apart(head, entries, screen)
    else:
        named.sort(key=lambda one: (is_cut(one.bare), -one.letter))
    if named:
        return site_name(named[0].text, schools)
    return _site(screen, head, words, schools) if screen.channel == "website" else ""


def _site(screen: Screen, head: Sequence[Shown], words: Words, schools: Sequence[str]) -> str:
    """The name of a site that no line over the list names with its school: in the foot, else what sounds like one."""
    foot = (name for name in in_foot(screen, words) if names_school(name, schools))
    sounding = (one.text for one in head if sounds_like_site(one, words))
    return next(foot, "") or next(sounding, "")


def _head(screen: Screen, entries: Sequence[Entry], words: Words) -> list[Shown]:
    """The lines over the first title that may be a name; without boxes all that are of no entry."""
    used = {id(one) for entry in entries for one in (*entry.title, *entry.lines_of_day)}
    free = (one for one in _over_titles(screen, entries) if id(one) not in used)
    return [one for one in telling(free, words, _SHORTEST_NAME, LONGEST_SITE) if _may_name(one, words)]


def _over_titles(screen: Screen, entries: Sequence[Entry]) -> Sequence[Shown]:
    first = min((one.middle for entry in entries for one in entry.title), default=0.0)
    return [one for one in screen.shown if one.middle < first] if screen.boxed else screen.shown


def _may_name(one: Shown, words: Words) -> bool:
    return not _NO_NAME.search(one.bare) and is_date_line(one, words) is None


def _apart(head: list[Shown], entries: Sequence[Entry], screen: Screen) -> list[Shown]:
    """The lines that begin elsewhere than the titles do."""
    if not screen.boxed:
        return head
    edges = {entry.title[0].box[0] for entry in entries}
    return [one for one in head if all(abs(one.box[0] - left) > one.letter for left in edges)]
