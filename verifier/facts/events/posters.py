"""Posters of a policy, and of a happening to come, told by what stands on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.facts.events.announced import is_told_of
from verifier.facts.events.banners import Unit, signs_on
from verifier.facts.events.hung_sheets import sheets_on
from verifier.facts.events.names import LONGEST_NAME
from verifier.language.comparing_text import has_word, plain
from verifier.model import EVENT, DateSpan, Event, Fact, Observed, Page, TextLine, Words

_LONGEST_TEXT = 1200
"""characters of a poster without blanks; a longer text is a paper"""
_POLICY_WORDS = 2
"""that a poster of a policy has at least"""
_MEASURES = 3
"""lines about a policy on a poster that names happenings too, at least"""
_LONGEST_QUOTE = 80
AS_A_WHOLE = "poster"
"""label of what a whole picture is, and no line of it says"""


def posters(seen: Observed, others: Sequence[Fact[Event]], words: Words, day: DateSpan | None) -> Iterator[Fact[Event]]:
    """A picture whose text is a policy's or announces a happening; `others`: the happenings that it names."""
    if not set(seen.types) <= set(words.photos.poster_papers):
        return
    lines = next((lines for lines in _hung(seen, words) if _is_poster(lines, seen, others, words)), ())
    signs = [unit for unit in signs_on(lines) if _weight(unit.text, words)]
    if not signs:
        return  # words that stand on no sign whole: written downwards, or met where two lines join
    title = max(signs, key=lambda unit: (_letter(unit), _weight(unit.text, words), unit.confidence))
    event = Event(words.photos.poster_event, title.text[:LONGEST_NAME], day)
    yield Fact(EVENT, event, title.text[:_LONGEST_QUOTE], title.place, title.confidence, "events", label=AS_A_WHOLE)


def _hung(seen: Observed, words: Words) -> Sequence[Sequence[TextLine]]:
    """What may be one poster: all that stands in a picture; of a board that others hang on too, each of its sheets."""
    lines = seen.document.lines
    text = _text_of(lines)
    others = [word for word in words.events[words.photos.poster_event].unless if word in text]
    if not others or len(text) > _LONGEST_TEXT or not all(has_word(word, words.photos.hung_beside) for word in others):
        return [lines]
    return sheets_on(lines)


def _is_poster(lines: Sequence[TextLine], seen: Observed, named: Sequence[Fact[Event]], words: Words) -> bool:
    """Whether a text is about employment, and either a policy's or the announcement of all that it names."""
    text = _text_of(lines)
    if len(text) > _LONGEST_TEXT or has_word(text, words.events[words.photos.poster_event].unless):
        return False
    others = [fact for fact in named if _is_of(fact, lines)]
    policy = sum(word in text for word in words.photos.poster_policy)
    if policy and others and all(is_told_of(fact, _page_of(seen, fact), words) for fact in others):
        return True
    told = policy >= _POLICY_WORDS and any(word in text for word in words.photos.poster_matter)
    return told and _may_stand_beside(lines, others, words)


def _text_of(lines: Sequence[TextLine]) -> str:
    return plain(" ".join(line.text for line in lines))


def _is_of(fact: Fact[Event], lines: Sequence[TextLine]) -> bool:
    """Whether a happening is named on the sheet of these lines, or on none."""
    box, boxes = fact.place.box, [line.place.box for line in lines if line.place.box]
    if box is None or not boxes:
        return True
    return min(each[0] for each in boxes) <= box[0] and box[2] <= max(each[2] for each in boxes)


def _page_of(seen: Observed, fact: Fact[Event]) -> Page | None:
    return next((page for page in seen.document.pages if page.place.page == fact.place.page), None)


def _may_stand_beside(lines: Sequence[TextLine], others: Sequence[Fact[Event]], words: Words) -> bool:
    """Whether a poster may name these happenings: some always, others where it tells several measures besides."""
    # a sheet that names itself may be hung up as well as handed out
    named = (fact for fact in others if not words.photos.hung_sheets.any.search(plain(fact.quote)))
    kinds = {fact.value.kind for fact in named}
    if kinds <= set(words.photos.poster_beside):
        return True
    quoted = {line.strip() for fact in others for line in (fact.quote, fact.value.name)}
    telling = [line.text for line in lines if line.text.strip() not in quoted]
    measures = sum(any(word in plain(text) for word in words.photos.poster_matter) for text in telling)
    return kinds <= set(words.photos.poster_tells) and measures >= _MEASURES


def _letter(unit: Unit) -> float:
    """The size of a sign's letters: square pixels of each."""
    box = unit.place.box
    return (box[3] - box[1]) * (box[2] - box[0]) / max(1, len(unit.text)) if box else 0.0


def _weight(text: str, words: Words) -> int:
    return sum(word in text for word in (*words.photos.poster_policy, *words.photos.poster_matter))
