"""Posts of accounts and sites: articles, lists of posts, typed lists; and what a text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from verifier.facts.posts.articles import goes_on, least, read_article
from verifier.facts.posts.listed import read_list
from verifier.facts.posts.listed_states import State, parted
from verifier.facts.posts.screen_kind import Screen, screens_of
from verifier.facts.posts.typed_lists import row_day, typed_posts
from verifier.language.comparing_text import plain
from verifier.model import POST, SCREEN, Fact, Observed, Post, Roster, RosterRow, Words


def extract(seen: Observed, words: Words) -> tuple[Fact[object], ...]:
    """Facts of kind `screen` and `post`, page by page, then the posts of typed lists.

    The value of a `screen` is wechat-article, wechat-list, web-article, web-list, chat or platform; a `post`'s label is
    its day as written.
    """
    schools = _school_names(words, seen)
    facts: list[Fact[str] | Fact[Post]] = []
    on_screen = False
    for screen in screens_of(seen.document, words):
        if screen.kind:
            on_screen |= not _is_typed(screen)
            facts.append(Fact(SCREEN, screen.kind, screen.quote, screen.place, 1.0, "posts"))
            facts += _posts(screen, seen, words, schools)
        elif _is_typed(screen):
            facts[-1:] = [_continued(fact, screen) for fact in facts[-1:]]
    known = replace(seen, facts=(*seen.facts, *facts))
    return (*facts, *(() if on_screen else typed_posts(known, words)))


def _posts(screen: Screen, seen: Observed, words: Words, schools: Sequence[str]) -> tuple[Fact[Post], ...]:
    if screen.kind.endswith("article"):
        post = read_article(screen, words, schools)
        return (post,) if post else ()
    if not screen.kind.endswith("list"):
        return ()
    listed = read_list(screen, words, schools)
    tables = (roster.value for roster in seen.rosters if roster.value.has("title", "event_date"))
    table = next((each for each in tables if each.place.page == screen.place.page), None)
    return _of_table(screen, table, listed, words) if table else listed


def _of_table(screen: Screen, table: Roster, listed: Sequence[Fact[Post]], words: Words) -> tuple[Fact[Post], ...]:
    """A post for each row of a ruled table on a screen; `listed`: what its lines tell, without regard to the rules."""
    account = next((post.value.account for post in listed), "")
    return tuple(_of_row(screen, row, account, words) for row in table.rows if row.values.get("title", "").strip())


def _of_row(screen: Screen, row: RosterRow, account: str, words: Words) -> Fact[Post]:
    title, told = row.values["title"].strip(), row.values.get("event_date", "")
    day = row_day(told, words)
    box = row.place.box
    inside = [one for one in screen.shown if box and box[1] <= one.middle <= box[3]]
    said: list[State] = [state for one in inside if (state := parted(one, words)[1]) != "published"]
    state = said[0] if said else "published"
    post = Post(title, screen.channel, account, day, "", "list", state, channel_in_doubt=screen.in_doubt)
    return Fact(POST, post, title, row.place, least(inside), "posts", label=told)


def _continued(last: Fact[str] | Fact[Post], screen: Screen) -> Fact[str] | Fact[Post]:
    """The article before a page of text, which goes on with it; any other fact as it is."""
    articles = [post for post in POST.among([last]) if post.value.view == "article"]
    return goes_on(articles[0], [one.line for one in screen.shown]) if articles else last


def _is_typed(screen: Screen) -> bool:
    return bool(screen.shown) and all(one.line.origin == "text" for one in screen.shown)


def _school_names(words: Words, seen: Observed) -> tuple[str, ...]:
    """Names by which schools are known, with narrow brackets: of the rule set, and those that the paper names."""
    listed = [name for school in words.schools for name in (school.name, *school.aliases)]
    said = [fact.quote for fact in seen.schools]
    return tuple(dict.fromkeys(plain(name) for name in (*listed, *said) if len(name) >= 2))


# --- topic ------------------------------------------------------------------------------------------


def topic(text: str, words: Words, names: Sequence[str] = ()) -> tuple[bool, bool]:
    """Whether a text is about Weihai, and whether about employment or starting a business.

    Names of schools, of accounts and sites (`names`), and of streets are taken out first.
    """
    left = plain(text)
    for name in sorted({plain(name) for name in names} - {""}, key=len, reverse=True):
        left = left.replace(name, "|")
    employment = any(word in _without_schools(left, words) for word in words.screens.topic_employment)
    left = _without_streets(_without_schools(left, words), words)
    local = any(word in left for word in (*words.places.names, *words.screens.topic_local))
    if not local and any(word in left for word in words.screens.topic_here):
        local = not any(name in left for name in words.places.outside if len(name) >= 2)
    return local, employment


def _without_schools(text: str, words: Words) -> str:
    """A text without the names of schools; an institution that merely contains a place names no place."""
    for name in _school_list(words):
        text = text.replace(name, "|")
    return words.screens.topic_schools.any.sub("|", text)


def _school_list(words: Words) -> tuple[str, ...]:
    return _longest_first(tuple(name for school in words.schools for name in (school.name, *school.aliases)))


@lru_cache(maxsize=32)
def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({plain(name) for name in names if len(name) >= 2}, key=lambda name: (-len(name), name)))


def _without_streets(text: str, words: Words) -> str:
    for street in words.places.streets:
        text = text.replace(street, "|")
    names = "|".join(map(re.escape, words.places.names))
    ends = "|".join(map(re.escape, words.screens.street_ends))
    kept = "|".join(map(re.escape, words.screens.street_not))
    if not names or not ends:
        return text
    return re.sub(rf"(?:{names})(?!{kept or '$^'})(?:{ends})", "|", text)
