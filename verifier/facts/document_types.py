"""What kind of paper a document is, by its content alone."""

from __future__ import annotations

from verifier.facts.layout import squeeze
from verifier.model import DOCUMENT_TYPE, Document, DocumentType, Fact, Observed, Place, Roster, Table, Words

_LONGEST = 4000
"""characters of a text in which words are looked for: what a paper is stands at its beginning and its end"""


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """Facts of kind `document-type`, in the rule set's order; the value is the type's id, the quote what told it."""
    document = seen.document
    text = _text(document)
    facts: dict[str, Fact[str]] = {}
    for kind in words.documents:
        if kind.id in facts:
            continue
        told = _told(kind, seen, text)
        if told:
            quote, place = told
            facts[kind.id] = Fact(
                DOCUMENT_TYPE, kind.id, quote, place or Place(document.file.path), 1.0, "doctypes", label=kind.name
            )
    return tuple(facts.values())


def _told(kind: DocumentType, seen: Observed, text: str) -> tuple[str, Place | None] | None:
    """The words that tell the kind, with their place; None when one of its conditions fails."""
    quote, place = "", None
    if kind.title:
        title = next((fact for fact in seen.titles if kind.title.any.search(squeeze(fact.value))), None)
        if title is None:
            return None
        quote, place = title.quote, title.place
    heads = "\n".join(squeeze(fact.value) for fact in seen.titles[:3])
    if kind.not_title.any.search(heads):
        return None
    if kind.words:
        found = [next((word for word in group if squeeze(word) in text), None) for group in kind.words]
        if None in found or any(squeeze(word) in text for word in kind.not_words):
            return None
        quote = quote or "、".join(str(word) for word in found)
    if kind.most_rows is not None and any(_filled(table) > kind.most_rows for table in seen.document.tables):
        return None
    if kind.columns:
        roster = next(
            (fact.value for fact in seen.rosters if all(_has_one(fact.value, group) for group in kind.columns)), None
        )
        if roster is None:
            return None
        quote, place = quote or roster.title or "表头", place or roster.place
    return quote, place


def _filled(table: Table) -> int:
    """How many of its rows hold something."""
    return sum(1 for row in table.rows if any(cell.strip() for cell in row))


def _has_one(roster: Roster, fields: tuple[str, ...]) -> bool:
    return any(roster.has(name) for name in fields)


def _text(document: Document) -> str:
    """What stands at the beginning and at the end, without spaces."""
    lines = [line.text for line in document.lines]
    rows = [row for table in document.tables for row in table.rows]
    few = [*rows[:_LONGEST], *rows[-_LONGEST:]] if len(rows) > 2 * _LONGEST else rows
    whole = squeeze("\n".join([*lines, *map("\t".join, few)]))
    return whole if len(whole) <= 2 * _LONGEST else whole[:_LONGEST] + whole[-_LONGEST:]
