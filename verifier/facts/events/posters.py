"""Posters of a policy, and of a happening to come, told by what stands on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.facts.events.announced import is_told_of
from verifier.facts.events.banners import Unit, signs_on
from verifier.facts.events.names import LONGEST_NAME
from verifier.language.comparing_text import plain
from verifier.model import EVENT, DateSpan, Event, Fact, Observed, Page, Words

_LONGEST_TEXT = 1200
"""characters of a poster without blanks; a longer text is a paper"""
_POLICY_WORDS = 2
"""that a poster of a policy has at least"""
_MEASURES = 3
"""lines about a policy on a poster that names happenings too, at least"""
_LONGEST_QUOTE = 80


def posters(seen: Observed, others: Sequence[Fact[Event]], words: Words, day: DateSpan | None) -> Iterator[Fact[Event]]:
    """A picture whose text is a policy's or announces a happening; `others`: the happenings that it names."""
    if not set(seen.types) <= set(words.photos.poster_papers) or not _is_poster(seen, others, words):
        return
    signs = [unit for page in seen.document.pages for unit in signs_on(page.lines) if _weight(unit.text, words)]
    if not signs:
        return  # words that stand on no sign whole: written downwards, or met where two lines join
    title = max(signs, key=lambda unit: (_letter(unit), _weight(unit.text, words), unit.confidence))
    event = Event(words.photos.poster_event, title.text[:LONGEST_NAME], day)
    yield Fact(EVENT, event, title.text[:_LONGEST_QUOTE], title.place, title.confidence, "events")


def _is_poster(seen: Observed, others: Sequence[Fact[Event]], words: Words) -> bool:
    """Whether a picture's text is about employment, and either a policy's or the announcement of all that it names."""
    text = plain(" ".join(line.text for line in seen.document.lines))
    if len(text) > _LONGEST_TEXT or any(word in text for word in words.events[words.photos.poster_event].unless):
        return False
    policy = sum(word in text for word in words.photos.poster_policy)
    if policy and others and all(is_told_of(fact, _page_of(seen, fact), words) for fact in others):
        return True
    told = policy >= _POLICY_WORDS and any(word in text for word in words.photos.poster_matter)
    return told and _may_stand_beside(seen, others, words)


def _page_of(seen: Observed, fact: Fact[Event]) -> Page | None:
    return next((page for page in seen.document.pages if page.place.page == fact.place.page), None)


def _may_stand_beside(seen: Observed, others: Sequence[Fact[Event]], words: Words) -> bool:
    """Whether a poster may name these happenings: some always, others where it tells several measures besides."""
    # a sheet that names itself may be hung up as well as handed out
    named = (fact for fact in others if not words.photos.hung_sheets.any.search(plain(fact.quote)))
    kinds = {fact.value.kind for fact in named}
    if kinds <= set(words.photos.poster_beside):
        return True
    quoted = {line.strip() for fact in others for line in (fact.quote, fact.value.name)}
    telling = [line.text for line in seen.document.lines if line.text.strip() not in quoted]
    measures = sum(any(word in plain(text) for word in words.photos.poster_matter) for text in telling)
    return kinds <= set(words.photos.poster_tells) and measures >= _MEASURES


def _letter(unit: Unit) -> float:
    """The size of a sign's letters: square pixels of each."""
    box = unit.place.box
    return (box[3] - box[1]) * (box[2] - box[0]) / max(1, len(unit.text)) if box else 0.0


def _weight(text: str, words: Words) -> int:
    return sum(word in text for word in (*words.photos.poster_policy, *words.photos.poster_matter))
