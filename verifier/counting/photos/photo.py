"""The photos of a bundle, and what stands in and about each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from verifier.counting.eligibility.candidates import candidates
from verifier.counting.photos.same_picture import is_photo
from verifier.facts.events.announced import is_low
from verifier.facts.events.hung_sheets import sheets_on
from verifier.language.comparing_text import has_word, plain
from verifier.model import (
    CUT_OUT,
    NO_SCENE,
    Event,
    Expressions,
    Fact,
    Kind,
    Observed,
    Page,
    Papers,
    Place,
    RuleSet,
    TextLine,
    Words,
)

_MOST_LINES = 40
"""lines of a scanned page; what has more is a paper"""
_PAPER_LINES = 8
_HEAD_LINES = 3
_RUNNING, _RUNNING_LINES = 18, 3
"""characters of a line of running text, and how many such lines make a paper; signs and posters have shorter ones"""


V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo: a picture file, a picture inside a document, or a page of a scanned PDF."""

    seen: Observed
    page: Page | None
    copies: tuple[Observed, ...] = ()
    """the same bytes elsewhere in the bundle: what is written about them is written about this one"""
    part: int = 0
    """which of several photos that stand beside each other, from 1; 0 for all of them"""

    @property
    def key(self) -> str:
        paged = self.seen.document.file.kind != "image" and self.page is not None
        whole = f"{self.seen.path}#{self.page.place.page}" if paged and self.page else self.seen.path
        return f"{whole}#{self.part}" if self.part else whole

    @property
    def many(self) -> int:
        """How many photos a collage puts together, or a scanned page shows."""
        picture = self.seen.document.picture
        if picture is None:
            return self.page.photos[0] if self.page else 0
        return picture.photos[0] if any(fact.value == "collage" for fact in self.seen.pictures) else 1

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


def may_be_screen(fact: Fact[str], event: Fact[Event], words: Words) -> bool:
    """Whether a picture may be a screenshot; one cut out of a screen is told from a poster by its small letters."""
    cut_out = fact.role == CUT_OUT and event.value.kind == words.photos.poster_event
    return fact.value == "perhaps-screenshot" or fact.role == NO_SCENE or cut_out


def _pages(seen: Observed) -> Iterator[Page | None]:
    if is_photo(seen):
        yield seen.document.pages[0] if seen.document.pages else None
    elif seen.document.file.kind == "pdf" and not seen.screens:
        yield from (page for page in seen.document.pages if not page.design and _is_read(page))


def _is_read(page: Page) -> bool:
    return page.image is not None or any(line.origin == "ocr" for line in page.lines)


def is_paper(photo: Photo, words: Words) -> bool:
    """Whether the picture is of a paper: a scanned notice, certificate, list."""
    if _is_headed(photo, words.photos.paper_heads) or _fills_a_page(photo):
        return True
    reads = _is_headed(photo, words.photos.notice_heads) or _reads_as_paper(photo, words)
    return reads and not _shows_board(photo, words)


def _is_headed(photo: Photo, heads: Expressions) -> bool:
    return any(heads.any.search(plain(line.text)) for line in photo.lines[:_HEAD_LINES] if not _is_low(line, photo))


def _is_low(line: TextLine, photo: Photo) -> bool:
    """Whether a line stands where cameras set their marks, which may be headed 工作记录 as papers are."""
    box, page = line.place.box, photo.page
    return box is not None and page is not None and is_low(box, page)


def _fills_a_page(photo: Photo) -> bool:
    return photo.seen.document.file.kind == "pdf" and len(photo.lines) > _MOST_LINES


def _shows_board(photo: Photo, words: Words) -> bool:
    """Whether a picture is of a board: called so, or with several sheets that hang beside each other."""
    if photo.seen.document.file.kind == "image" and len(sheets_on(photo.lines)) > 1:
        return True
    return has_word(plain("".join(line.text for line in (*photo.lines, *photo.context))), words.photos.board_words)


def _reads_as_paper(photo: Photo, words: Words) -> bool:
    """Whether the picture itself names a type of paper, over as much text as such a paper has."""
    # a caption that names a notice, or a ledger in which the picture stands, makes no paper of it
    told = {line.place for line in photo.context}
    own = {fact.value for fact in photo.seen.document_types if fact.place not in told}
    types = own & set(words.photos.paper_types)
    if not types or len(photo.lines) < _PAPER_LINES:
        return False
    running = [line for line in photo.lines if len(plain(line.text)) >= _RUNNING]
    return len(running) >= _RUNNING_LINES or not types <= set(words.photos.running_papers)
