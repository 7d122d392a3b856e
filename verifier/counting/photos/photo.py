"""The photos of a bundle, what each one shows, and which cell that asks for a photo of its own it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from verifier.counting.eligibility.candidates import candidates, hinted
from verifier.counting.photos.same_picture import is_photo
from verifier.language.comparing_text import plain
from verifier.model import (
    EVENT,
    SCHOOL,
    Event,
    Fact,
    Indicator,
    Kind,
    Observed,
    Page,
    Papers,
    PhotoTaking,
    Place,
    PublicFairTaking,
    RuleSet,
    TextLine,
    Words,
    asks_photo,
)

_MOST_LINES = 40
"""lines of a scanned page; what has more is a paper"""
_PAPER_LINES = 8
_RUNNING = 18
"""characters of a line of running text; signs and posters have shorter ones"""
_CAPTION, _HEADING, _POSTER = 1.5, 0.4, 0.7
"""how much a caption, a heading over the picture, and a poster's text weigh beside a sign in it (0…1)"""
_RIVAL = 0.5
"""share of the best weight from which the folder may choose among cells that the content speaks for"""
_HAN = re.compile(r"[\u4e00-\u9fff]")


V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo: a picture file, a picture inside a document, or a page of a scanned PDF."""

    seen: Observed
    page: Page | None
    copies: tuple[Observed, ...] = ()
    """the same bytes elsewhere in the bundle: what is written about them is written about this one"""

    @property
    def key(self) -> str:
        paged = self.seen.document.file.kind != "image" and self.page is not None
        return f"{self.seen.path}#{self.page.place.page}" if paged and self.page else self.seen.path

    @property
    def place(self) -> Place:
        return self.page.place if self.page else Place(self.seen.path)

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """What stands in the picture."""
        return self.page.lines if self.page else ()

    @property
    def context(self) -> tuple[TextLine, ...]:
        """Captions of the picture and the headings over it, wherever it stands."""
        return tuple(line for seen in (self.seen, *self.copies) for line in seen.document.context)

    def facts(self, kind: Kind[V]) -> tuple[Fact[V], ...]:
        """The facts that rest on the picture, then those of its captions and headings."""
        whole = self.seen.document.file.kind == "image"
        page = self.page.place.page if self.page else None
        own = tuple(fact for fact in self.seen.of(kind) if whole or fact.place.page == page)
        there = {line.place for seen in self.copies for line in seen.document.context}
        return own + tuple(fact for seen in self.copies for fact in seen.of(kind) if fact.place in there)

    def said_by(self, fact: Fact[object]) -> TextLine | None:
        """The caption or heading that a fact rests on; None for what stands in the picture."""
        return next((line for line in self.context if line.place == fact.place), None)


def photos_of(papers: Papers, rules: RuleSet) -> tuple[Photo, ...]:
    """Every photo among the papers that may be evidence; screens and scanned papers are none."""
    copies: dict[str, list[Observed]] = {}
    for seen in papers.observed:
        if seen.path in papers.twins:
            copies.setdefault(papers.twins[seen.path], []).append(seen)
    found = [
        Photo(seen, page, tuple(copies.get(seen.path, ()))) for seen in candidates(papers) for page in _pages(seen)
    ]
    return tuple(photo for photo in found if not is_paper(photo, rules.words))


def photo_of(seen: Observed) -> Photo:
    """A picture file as a photo."""
    return Photo(seen, seen.document.pages[0] if seen.document.pages else None)


def _pages(seen: Observed) -> Iterator[Page | None]:
    if is_photo(seen):
        yield seen.document.pages[0] if seen.document.pages else None
    elif seen.document.file.kind == "pdf" and not seen.screens:
        yield from (page for page in seen.document.pages if not page.design and _is_read(page))


def _is_read(page: Page) -> bool:
    return page.image is not None or any(line.origin == "ocr" for line in page.lines)


def is_paper(photo: Photo, words: Words) -> bool:
    """Whether the picture is of a paper: a scanned notice, certificate, list."""
    heads = [plain(line.text) for line in photo.lines[:3]]
    if any(words.photos.paper_heads.any.search(head) for head in heads):
        return True
    if photo.seen.document.file.kind == "pdf" and len(photo.lines) > _MOST_LINES:
        return True
    shown = plain("".join(line.text for line in (*photo.lines, *photo.context)))
    if any(word in shown for word in words.photos.board_words):
        return False
    known = words.photos.paper_types
    own = {line.place for line in photo.lines}
    types = {fact.value for fact in photo.seen.document_types if fact.value in known}
    # a caption that names a notice makes no paper of the picture under it
    typed = types and (not photo.context or any(fact.place in own for fact in photo.seen.titles))
    running = sum(len(plain(line.text)) >= _RUNNING for line in photo.lines)
    listed = types - set(words.photos.running_papers)
    return bool(typed) and len(photo.lines) >= _PAPER_LINES and (running >= 3 or bool(listed))


def cell_of(
    photo: Photo, papers: Papers | None, rules: RuleSet, hints: Mapping[str, Sequence[str]] | None = None
) -> str | None:
    """The cell that asks for a photo of its own and that the content speaks for most; None when it speaks for none.

    Of several cells that the content speaks for about as much, the one that the picture is filed for.
    """
    weights = {
        cell.id: max((weight_of(photo, fact) for fact in events_for(cell, photo, papers, rules)), default=0.0)
        for cell in rules.indicators
        if asks_photo(cell)
    }
    best = max(weights.values(), default=0.0)
    if best <= 0:
        return None
    filed = [
        cell
        for seen in (photo.seen, *photo.copies)
        for cell in (hints or {}).get(seen.path, ())
        if weights.get(cell, 0.0) >= _RIVAL * best
    ]
    return filed[0] if filed else max(weights, key=lambda cell: (weights[cell], cell))


def belongs(seen: Observed, rules: RuleSet) -> str | None:
    """The cell with a photo of its own that a picture file belongs to by content."""
    photo = photo_of(seen)
    return None if not is_photo(seen) or is_paper(photo, rules.words) else cell_of(photo, None, rules)


def events_for(
    cell: Indicator[PhotoTaking], photo: Photo, papers: Papers | None, rules: RuleSet
) -> tuple[Fact[Event], ...]:
    """The happenings of the photo that speak for a cell, the weightiest first."""
    takes = cell.takes
    wanted = (*takes.events, *takes.open_events)
    facts = [fact for fact in photo.facts(EVENT) if fact.value.kind in wanted and not _against(fact, takes.against)]
    if isinstance(takes, PublicFairTaking):
        facts = [fact for fact in facts if is_public(fact, photo, papers, rules)]
    elif "fair" in wanted:
        facts = [fact for fact in facts if not is_public(fact, photo, papers, rules)]
        if papers is None or not hinted(photo.seen, cell.id, papers):
            facts = [fact for fact in facts if not is_commercial(fact, photo, papers, rules)]
    return tuple(sorted(facts, key=lambda fact: (fact.value.kind in takes.open_events, -weight_of(photo, fact))))


def _against(fact: Fact[Event], against: Sequence[str]) -> bool:
    text = plain(f"{fact.quote}{fact.value.name}")
    return any(word in text for word in against)


def weight_of(photo: Photo, fact: Fact[Event]) -> float:
    """How much the photo says a happening: by the size of the letters beside the largest ones in the picture."""
    line = photo.said_by(fact)
    if line is not None:
        return _HEADING if line.role in ("title", "heading") else _CAPTION
    # what is read into people and patterns are figures, and large ones
    tallest = max((_height(one) for one in photo.lines if len(_HAN.findall(one.text)) >= 3), default=0)
    share = 1.0
    if fact.place.box and tallest:
        inside = [_height(one) for one in photo.lines if one.place.box and _within(one, fact)]
        share = min(1.0, median(inside or [fact.place.box[3] - fact.place.box[1]]) / tallest)
    return share * (_POSTER if fact.value.kind == "poster" else 1.0)


def _height(line: TextLine) -> int:
    return line.place.box[3] - line.place.box[1] if line.place.box else 0


def _within(line: TextLine, fact: Fact[Event]) -> bool:
    box, around = line.place.box, fact.place.box
    return bool(box and around) and (
        box[0] >= around[0] - 2 and box[1] >= around[1] - 2 and box[2] <= around[2] + 2 and box[3] <= around[3] + 2  # type: ignore[index]
    )


def is_public(fact: Fact[Event], photo: Photo, papers: Papers | None, rules: RuleSet) -> bool:
    """Whether a fair is one that a public agency holds, off the campus."""
    event = fact.value
    if event.kind not in ("fair", "online-fair"):
        return False
    campus = rules.words.photos.campus_words
    said = plain(f"{fact.quote}{event.name}")
    attended = any(word in said for word in rules.words.photos.attended_words)
    schools = [plain(school.quote) for school in photo.facts(SCHOOL)]
    if any(word in said for word in campus) or (not attended and any(name in said for name in schools)):
        return False
    if names_agency(said, rules):
        return True
    return names_agency(event.organiser, rules) and not _shows_school(photo, papers, campus)


def is_commercial(fact: Fact[Event], photo: Photo, papers: Papers | None, rules: RuleSet) -> bool:
    """Whether a fair is one that a portal holds as a business, and nothing in the photo places it on the campus."""
    event: Event = fact.value
    if event.kind not in ("fair", "online-fair"):
        return False
    said = plain(f"{fact.quote}{event.name}{event.organiser}")
    portals = rules.words.photos.commercial_portals
    return any(word in said for word in portals) and not _shows_school(photo, papers, rules.words.photos.campus_words)


def is_elsewhere(fact: Fact[Event], rules: RuleSet) -> bool:
    """Whether the words about a fair say that students were sent to it, and nothing that it is on the campus."""
    if fact.value.kind not in ("fair", "online-fair"):
        return False
    said = plain(f"{fact.quote}{fact.value.name}")
    if not rules.words.photos.sent_words.any.search(said):
        return False
    return not any(word in said for word in rules.words.photos.campus_words)


def names_agency(text: str, rules: RuleSet) -> bool:
    """Whether a text names a public agency, or a campaign of theirs."""
    squeezed = plain(text)
    return any(word in squeezed for word in (*rules.organisers, *rules.words.photos.public_campaigns))


def _shows_school(photo: Photo, papers: Papers | None, campus: Sequence[str]) -> bool:
    named = [fact.value.removeprefix("parent:") for fact in photo.facts(SCHOOL)]
    text = plain("".join(line.text for line in (*photo.lines, *photo.context)))
    return any(word in text for word in campus) or (bool(named) if papers is None else papers.school in named)
