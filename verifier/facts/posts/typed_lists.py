"""Posts that somebody typed a list of, in a table or a line each: nobody sees that they are out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal

from verifier.facts.posts.screen_days import day_in
from verifier.language.comparing_text import has_word, plain
from verifier.language.dates import FoundDate, find_dates
from verifier.model import POST, DateSpan, Fact, Observed, Post, Roster, RosterRow, Words

_Channel = Literal["wechat", "website"]
_SHORTEST_TITLE = 2
_FEWEST = 2
"""lines that make a list"""
_SHORTEST_LINE = 6
"""characters of a post's title in a line"""
_TITLES = 2
_BESIDE = "()（）[]【】《》|,，、:：;；.。-—– \t"
_NUMBER = re.compile(r"^\s*[(（\[【]?\d{1,3}[)）\]】]?[、.．:：\s]")


def typed_posts(seen: Observed, words: Words) -> Iterator[Fact[Post]]:
    """The posts of the tables of a paper; of one that is no screen and has no such table, those of its lines."""
    tables = chain.from_iterable(_typed_list(roster.value, words, seen.path) for roster in seen.rosters)
    yield from [*tables] or ([] if seen.screens else _in_lines(seen, words))


# --- in lines ------------------------------------------------------------------------------------


def _in_lines(seen: Observed, words: Words) -> Iterator[Fact[Post]]:
    """A post for each line with a day at its beginning or end, of a paper whose title says that it lists posts."""
    title = plain("".join(fact.value for fact in seen.titles[:_TITLES]))
    screens = words.screens
    is_of_posts = has_word(title, (*screens.list_of_wechat, *screens.list_of_website))
    is_other = any(kind not in screens.lists_of_days for kind in seen.types) or has_word(title, words.judging.intended)
    if is_other or not is_of_posts or not has_word(title, screens.list_names):
        return
    entries = [(line, *found) for line in seen.document.lines if line.origin == "text" and (found := _entry(line.text))]
    if len(entries) < _FEWEST:
        return
    channel = channel_of((title, seen.path), words)
    for line, said, day in entries:
        post = Post(said, channel, "", day.span, "", "typed-list")
        yield Fact(POST, post, said, line.place, line.confidence, "posts", label=day.quote)


def _entry(text: str) -> tuple[str, FoundDate] | None:
    """The title and the day of a line that begins or ends with the day, and tells no other."""
    bare = _NUMBER.sub("", text)
    days = [one for one in find_dates(bare) if one.span.precision == "day" and not one.is_range]
    if len(days) != 1:
        return None
    before, after = bare[: days[0].start].strip(_BESIDE), bare[days[0].end :].strip(_BESIDE)
    said = before or after
    return (said, days[0]) if len(said) >= _SHORTEST_LINE and not (before and after) else None


# --- in tables --------------------------------------------------------------------------------------


def _typed_list(roster: Roster, words: Words, path: str) -> Iterator[Fact[Post]]:
    """A post for each row of a table with titles of posts."""
    about = " ".join([roster.title, *(column.header for column in roster.columns), *roster.unknown_headers])
    if not _lists_posts(roster, about, words):
        return
    for row in roster.rows:
        title = (row.values.get("title") or row.values.get("event_name", "")).strip()
        if len(title) < _SHORTEST_TITLE:
            continue
        channel = _channel(row, about, path, words)
        day = row_day(row.values.get("event_date", ""), words)
        post = Post(title, channel, row.values.get("account", ""), day, row.values.get("content", ""), "typed-list")
        yield Fact(POST, post, title, row.place, 1.0, "posts", label=row.values.get("event_date", ""))


def _lists_posts(roster: Roster, about: str, words: Words) -> bool:
    """Whether a table has titles, and columns or words that say that they are of posts."""
    if not roster.has("title") and not (roster.has("event_name") and roster.has("link")):
        return False
    telling = any(map(roster.has, ("link", "views", "account")))
    return telling or any(word in about for word in words.screens.list_of_posts)


def _channel(row: RosterRow, about: str, path: str, words: Words) -> _Channel:
    """By the row's link and account, then by title and headers, then by the file's name."""
    return channel_of((row.values.get("link", ""), row.values.get("account", ""), about, path), words)


def channel_of(texts: Sequence[str], words: Words) -> _Channel:
    """What the first of the texts that names one of the two says."""
    for text in texts:
        wechat = any(word in text for word in words.screens.list_of_wechat)
        website = any(word in text for word in words.screens.list_of_website)
        if "mp.weixin" in text or (wechat and not website):
            return "wechat"
        if website and not wechat:
            return "website"
    return "wechat"


def row_day(text: str, words: Words) -> DateSpan | None:
    if iso := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", text):
        text = f"{iso[1]}年{int(iso[2])}月" + (f"{int(iso[3])}日" if iso[3] else "")
    day = day_in(text, words)
    return day.span if day else None
