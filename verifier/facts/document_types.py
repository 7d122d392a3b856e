"""What kind of paper a document is, by its content alone."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.facts.layout import squeeze
from verifier.model import DOCUMENT_TYPE, Document, DocumentType, Fact, Observed, Place, Roster, Words

_LONGEST = 4000
"""characters of a text in which words are looked for: what a paper is stands at its beginning and its end"""
_HEADS = 3
"""titles that say what a paper is not; those that follow are less sure to be its own"""


@dataclass(frozen=True, slots=True)
class _Paper:
    """What of a document tells its kind."""

    titles: tuple[Fact[str], ...]
    """the surest first"""
    rosters: tuple[Roster, ...]
    text: str
    """beginning and end, without spaces"""
    most_rows: int
    """filled rows of its fullest table"""

    @property
    def heads(self) -> str:
        """The surest titles, each a line."""
        return "\n".join(squeeze(fact.value) for fact in self.titles[:_HEADS])


@dataclass(frozen=True, slots=True)
class _Sign:
    """What tells a kind."""

    quote: str = ""
    place: Place | None = None
    """None where it stands all over the paper"""


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """Facts of kind `document-type`, in the rule set's order; the value is the type's id, the quote what told it."""
    paper = _paper(seen)
    facts: dict[str, Fact[str]] = {}
    for kind in words.documents:
        if kind.id not in facts and (sign := _sign(kind, paper)):
            place = sign.place or Place(seen.path)
            facts[kind.id] = Fact(DOCUMENT_TYPE, kind.id, sign.quote, place, 1.0, "doctypes", label=kind.name)
    return tuple(facts.values())


def _paper(seen: Observed) -> _Paper:
    return _Paper(
        titles=seen.titles,
        rosters=tuple(fact.value for fact in seen.rosters),
        text=_text(seen.document),
        most_rows=max(
            (sum(any(map(str.strip, row)) for row in table.rows) for table in seen.document.tables), default=0
        ),
    )


def _sign(kind: DocumentType, paper: _Paper) -> _Sign | None:
    """The first quote and the first place that the conditions of a kind give; None where one of them fails."""
    if _is_ruled_out(kind, paper):
        return None
    conditions = (kind.title, _in_titles), (kind.words, _in_text), (kind.columns, _in_columns)
    sign = _Sign()
    for is_asked, find in conditions:
        if not is_asked:
            continue
        told = find(kind, paper)
        if told is None:
            return None
        sign = _Sign(sign.quote or told.quote, sign.place or told.place)
    return sign


def _is_ruled_out(kind: DocumentType, paper: _Paper) -> bool:
    if kind.not_title.any.search(paper.heads):
        return True
    return kind.most_rows is not None and paper.most_rows > kind.most_rows


def _in_titles(kind: DocumentType, paper: _Paper) -> _Sign | None:
    found = (fact for fact in paper.titles if kind.title.any.search(squeeze(fact.value)))
    return next((_Sign(fact.quote, fact.place) for fact in found), None)


def _in_text(kind: DocumentType, paper: _Paper) -> _Sign | None:
    """A word of each group, and none that the kind must not have."""
    if any(squeeze(word) in paper.text for word in kind.not_words):
        return None
    told = [next((word for word in group if squeeze(word) in paper.text), None) for group in kind.words]
    return None if None in told else _Sign("、".join(map(str, told)))


def _in_columns(kind: DocumentType, paper: _Paper) -> _Sign | None:
    """A table of people or a ledger that has a column of each group."""
    for roster in paper.rosters:
        if all(any(map(roster.has, group)) for group in kind.columns):
            return _Sign(roster.title or "表头", roster.place)
    return None


def _text(document: Document) -> str:
    """What stands at the beginning and at the end, without spaces."""
    lines = [line.text for line in document.lines]
    rows = [row for table in document.tables for row in table.rows]
    few = [*rows[:_LONGEST], *rows[-_LONGEST:]] if len(rows) > 2 * _LONGEST else rows
    whole = squeeze("\n".join([*lines, *map("\t".join, few)]))
    return whole if len(whole) <= 2 * _LONGEST else whole[:_LONGEST] + whole[-_LONGEST:]
