"""A photo of a bundle, and what stands in and about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from verifier.model import (
    CUT_OUT,
    IN_ALBUM,
    NO_SCENE,
    Event,
    Fact,
    Kind,
    Observed,
    Page,
    Place,
    TextLine,
    Words,
)

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


def photo_of(seen: Observed) -> Photo:
    """A picture file as a photo."""
    return Photo(seen, seen.document.pages[0] if seen.document.pages else None)


def may_be_screen(fact: Fact[str], event: Fact[Event], words: Words) -> bool:
    """Whether a picture may be a screenshot: in an album, or cut out of a screen, only as a poster."""
    file = fact.role in (CUT_OUT, IN_ALBUM) and event.value.kind == words.photos.poster_event
    return fact.value == "perhaps-screenshot" or fact.role == NO_SCENE or file
