"""What a document says: one file for each kind of fact, and the table of them in the order they build on each other."""

from __future__ import annotations

from collections.abc import Callable

from verifier.model import Document, Fact, Words

from . import (
    agreements,
    dates,
    doctypes,
    events,
    forms,
    internships,
    posts,
    quantities,
    rosters,
    schools,
    seals,
    staff,
    titles,
)

Extract = Callable[[Document, Words, tuple[Fact, ...]], tuple[Fact, ...]]

EXTRACTORS: tuple[tuple[str, Extract], ...] = (
    ("titles", titles.extract),
    ("rosters", rosters.extract),
    ("document-types", doctypes.extract),
    ("schools", schools.extract),
    ("posts", posts.extract),
    ("dates", dates.extract),
    ("quantities", quantities.extract),
    ("seals", seals.extract),
    ("staff", staff.extract),
    ("forms", forms.extract),
    ("internships", internships.extract),
    ("agreements", agreements.extract),
    ("events", events.extract),
)


def extract(document: Document, words: Words) -> tuple[Fact, ...]:
    """Every fact of a document; later extractors see what earlier ones found."""
    facts: tuple[Fact, ...] = ()
    for _, each in EXTRACTORS:
        facts = (*facts, *each(document, words, facts))
    return facts
