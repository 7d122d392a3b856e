"""What a document says: a module or room for each kind of fact, and the table of them in the order they build up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verifier.facts import dates, document_types, forms, quantities, schools, titles
from verifier.facts.certificates import agreements, internships
from verifier.facts.events import extract as events
from verifier.facts.picture_kinds import extract as picture_kinds
from verifier.facts.posts import extract as posts
from verifier.facts.rosters import extract as rosters
from verifier.facts.seals import extract as seals
from verifier.facts.staff import extract as staff
from verifier.model import Document, Fact, Observed, Words

Extract = Callable[[Observed, Words], tuple[Fact[object], ...]]

EXTRACTORS: tuple[tuple[str, Extract], ...] = (
    ("titles", titles.extract),
    ("rosters", rosters.extract),
    ("document-types", document_types.extract),
    ("schools", schools.extract),
    ("posts", posts.extract),
    ("picture-kinds", picture_kinds.extract),
    ("dates", dates.extract),
    ("quantities", quantities.extract),
    ("seals", seals.extract),
    ("staff", staff.extract),
    ("forms", forms.extract),
    ("internships", internships.extract),
    ("agreements", agreements.extract),
    ("events", events.extract),
)


def extract(document: Document, words: Words) -> tuple[Fact[object], ...]:
    """Every fact of a document; later extractors see what earlier ones found."""
    seen = Observed(document)
    for _, each in EXTRACTORS:
        seen = replace(seen, facts=(*seen.facts, *each(seen, words)))
    return seen.facts
