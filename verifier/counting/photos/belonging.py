"""Which cell that asks for a photo of its own a photo belongs to, by the happenings that it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import median

from verifier.counting.eligibility.candidates import hinted
from verifier.counting.eligibility.period import in_period
from verifier.counting.photos.paper_pictures import is_of_text, is_paper, shows
from verifier.counting.photos.photo import Photo, may_be_screen, photo_of
from verifier.counting.photos.same_picture import is_photo
from verifier.counting.photos.whose_fair import is_brought, is_commercial, is_held_elsewhere, is_public
from verifier.facts.events.announced import is_told_of
from verifier.language.comparing_text import has_word, plain
from verifier.model import (
    EVENT,
    Box,
    Event,
    Fact,
    Indicator,
    Observed,
    Papers,
    PhotoTaking,
    PublicFairTaking,
    RuleSet,
    TextLine,
    Words,
    asks_photo,
)

_HAN = re.compile(r"[\u4e00-\u9fff]")
_WRITING = 3
"""characters that make a line of writing; what is read into people and patterns are figures, and large ones"""
_SLACK = 2
"""pixels by which a line may stick out of the box of what was read in it"""


def cell_of(
    photo: Photo, papers: Papers | None, rules: RuleSet, hints: Mapping[str, Sequence[str]] | None = None
) -> str | None:
    """The cell that asks for a photo of its own and that the content speaks for most; None when it speaks for none.

    Of several cells that the content speaks for about as much, the one that the picture is filed for.
    """
    weights = {cell.id: _weight_for(cell, photo, papers, rules) for cell in _asking(rules)}
    best = max(weights.values(), default=0.0)
    if best <= 0:
        return None
    least = rules.words.photos.weights.rival / 100 * best
    filed = [cell for seen in (photo.seen, *photo.copies) for cell in (hints or {}).get(seen.path, ())]
    rivals = (cell for cell in filed if weights.get(cell, 0.0) >= least)
    return next(rivals, max(weights, key=lambda cell: (weights[cell], cell)))


def belongs(seen: Observed, rules: RuleSet) -> str | None:
    """The cell with a photo of its own that a picture file belongs to by content."""
    photo = photo_of(seen)
    return None if not is_photo(seen) or is_paper(photo, rules.words) else cell_of(photo, None, rules)


def is_of_poster(seen: Observed, rules: RuleSet) -> bool:
    """Whether a picture file is by content a photo of a poster."""
    cell = belongs(seen, rules)
    return any(each.id == cell and rules.words.photos.poster_event in each.takes.events for each in _asking(rules))


def shows_at_school(seen: Observed, fact: Fact[Event], papers: Papers, rules: RuleSet) -> bool:
    """Whether a picture file shows a happening, and nothing says that it is another body's or elsewhere."""
    photo = photo_of(seen)
    words, kind = rules.words, fact.value.kind
    if is_paper(photo, words) or is_of_text(photo, kind, words) or not shows(fact, photo, words):
        return False
    told = is_announced(photo, fact, rules.words) or is_of_poster(seen, rules)
    screen = any(may_be_screen(kind, fact, rules.words) for kind in seen.pictures)
    return not (told or screen) and not is_held_elsewhere(fact, photo, papers, rules)


def _asking(rules: RuleSet) -> list[Indicator[PhotoTaking]]:
    return [cell for cell in rules.indicators if asks_photo(cell)]


def _weight_for(cell: Indicator[PhotoTaking], photo: Photo, papers: Papers | None, rules: RuleSet) -> float:
    """The most that a happening which speaks for the cell weighs; 0 where none does."""
    facts = events_for(cell, photo, papers, rules)
    return max((_weight_in(cell, photo, fact, papers, rules.words) for fact in facts), default=0.0)


def _weight_in(
    cell: Indicator[PhotoTaking], photo: Photo, fact: Fact[Event], papers: Papers | None, words: Words
) -> float:
    """The weight of a happening; one only announced weighs less where it has to be seen, or is another year's."""
    weight = _weight(photo, fact, words)
    period = papers.period if papers else None
    named = isinstance(cell.takes, PublicFairTaking) and in_period(fact.value.day, period) is not False
    named_is_enough = named or not is_announced(photo, fact, words)
    return weight if named_is_enough else weight * words.photos.weights.announced / 100


def events_for(
    cell: Indicator[PhotoTaking], photo: Photo, papers: Papers | None, rules: RuleSet
) -> tuple[Fact[Event], ...]:
    """The happenings of the photo that speak for a cell, the weightiest first."""
    takes = cell.takes
    facts = [
        fact
        for fact in photo.facts(EVENT)
        if fact.value.kind in (*takes.events, *takes.open_events)
        and shows(fact, photo, rules.words)
        and not is_against(fact, takes.against)
        and _is_of_holder(fact, cell, photo, papers, rules)
    ]
    weighed = [(fact.value.kind in takes.open_events, -_weight(photo, fact, rules.words), fact) for fact in facts]
    return tuple(fact for *_, fact in sorted(weighed, key=lambda each: each[:2]))


def is_against(fact: Fact[Event], against: Sequence[str]) -> bool:
    """Whether the words about a happening say that it is of something else than a cell asks for."""
    return has_word(plain(f"{fact.quote}{fact.value.name}"), against)


def _is_of_holder(
    fact: Fact[Event], cell: Indicator[PhotoTaking], photo: Photo, papers: Papers | None, rules: RuleSet
) -> bool:
    """Whether a fair is held by whom the cell asks for: a public agency, or nobody else than the school.

    One that an agency brings to the campus is both; the folder settles it.
    """
    filed = papers is not None and hinted(photo.seen, cell.id, papers)
    if isinstance(cell.takes, PublicFairTaking):
        return is_public(fact, photo, papers, rules) or (filed and is_brought(fact, photo, rules))
    if is_public(fact, photo, papers, rules):
        return False
    return filed or not is_commercial(fact, photo, papers, rules)


# --- how much the photo says it ---------------------------------------------------------------------


def _weight(photo: Photo, fact: Fact[Event], words: Words) -> float:
    """How much the photo says a happening: by the size of the letters beside the largest ones in the picture."""
    weights = words.photos.weights
    line = photo.said_by(fact)
    if line is not None:
        return (weights.heading if line.role in ("title", "heading") else weights.caption) / 100
    share = _share_of_tallest(photo, fact)
    return share * weights.poster / 100 if fact.value.kind == words.photos.poster_event else share


def is_announced(photo: Photo, fact: Fact[Event], words: Words) -> bool:
    """Whether a notice or poster in the picture tells of a happening: when, where, for whom stands under its name."""
    return photo.said_by(fact) is None and is_told_of(fact, photo.page, words)


def _share_of_tallest(photo: Photo, fact: Fact[Event]) -> float:
    """Height of the letters of a happening's name beside the tallest writing of the picture; 1 where it has no box."""
    tallest = max(
        (_height(line.place.box) for line in photo.lines if len(_HAN.findall(line.text)) >= _WRITING), default=0
    )
    box = fact.place.box
    if box is None or not tallest:
        return 1.0
    inside = [_height(line.place.box) for line in photo.lines if _is_within(line, box)]
    return min(1.0, median(inside or [_height(box)]) / tallest)


def _height(box: Box | None) -> int:
    return box[3] - box[1] if box else 0


def _is_within(line: TextLine, around: Box) -> bool:
    box = line.place.box
    if box is None:
        return False
    starts = box[0] >= around[0] - _SLACK and box[1] >= around[1] - _SLACK
    return starts and box[2] <= around[2] + _SLACK and box[3] <= around[3] + _SLACK
