"""Posters of a policy, told by what stands on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.facts.events.banners import Unit, signs_on
from verifier.facts.events.names import LONGEST_NAME
from verifier.language.comparing_text import plain
from verifier.model import EVENT, DateSpan, Event, Fact, Observed, Words

_LONGEST_TEXT = 1200
"""characters of a poster without blanks; a longer text is a paper"""
_POLICY_WORDS = 2
"""that a poster of a policy has at least"""
_MEASURES = 3
"""lines about a policy on a poster that names happenings too, at least"""
_LONGEST_QUOTE = 80


def posters(seen: Observed, others: Sequence[Fact[Event]], words: Words, day: DateSpan | None) -> Iterator[Fact[Event]]:
    """A picture whose text is a policy's, named by its largest sign; `others`: the happenings that it names."""
    of_poster = set(seen.types) <= set(words.photos.poster_papers) and _may_stand_beside(seen, others, words)
    if not (of_poster and _is_of_policy(seen, words)):
        return
    signs = [unit for page in seen.document.pages for unit in signs_on(page.lines) if _weight(unit.text, words)]
    if not signs:
        return  # words that stand on no sign whole: written downwards, or met where two lines join
    title = max(signs, key=lambda unit: (_letter(unit), _weight(unit.text, words), unit.confidence))
    event = Event(words.photos.poster_event, title.text[:LONGEST_NAME], day)
    yield Fact(EVENT, event, title.text[:_LONGEST_QUOTE], title.place, title.confidence, "events")


def _may_stand_beside(seen: Observed, others: Sequence[Fact[Event]], words: Words) -> bool:
    """Whether a poster may name these happenings: some always, others where it tells several measures besides."""
    kinds = {fact.value.kind for fact in others}
    if kinds <= set(words.photos.poster_beside):
        return True
    named = {line.strip() for fact in others for line in (fact.quote, fact.value.name)}
    telling = [line.text for line in seen.document.lines if line.text.strip() not in named]
    measures = sum(any(word in plain(text) for word in words.photos.poster_matter) for text in telling)
    return kinds <= set(words.photos.poster_tells) and measures >= _MEASURES


def _is_of_policy(seen: Observed, words: Words) -> bool:
    text = plain(" ".join(line.text for line in seen.document.lines))
    other = words.events[words.photos.poster_event].unless
    if len(text) > _LONGEST_TEXT or any(word in text for word in other):
        return False
    policy = sum(word in text for word in words.photos.poster_policy)
    return policy >= _POLICY_WORDS and any(word in text for word in words.photos.poster_matter)


def _letter(unit: Unit) -> float:
    """The size of a sign's letters: square pixels of each."""
    box = unit.place.box
    return (box[3] - box[1]) * (box[2] - box[0]) / max(1, len(unit.text)) if box else 0.0


def _weight(text: str, words: Words) -> int:
    return sum(word in text for word in (*words.photos.poster_policy, *words.photos.poster_matter))
