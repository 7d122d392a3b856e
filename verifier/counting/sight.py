"""What every way of counting asks of the papers: may they be evidence, whose are they, do they lie in the period."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from verifier.model import NEVER_EVIDENCE, DateSpan, Flag, Observed, Papers, Place, RuleSet, Severity, Standing

Period = tuple[date, date]

SEVERITIES: dict[str, Severity] = {
    **dict.fromkeys(
        [
            "no-evidence",
            "partial-evidence",
            "below-threshold",
            "date-outside-period",
            "reused-from-earlier",
            "reused-across-schools",
            "employer-not-local",
            "school-mismatch",
            "columns-missing",
            "unreadable-file",
            "password-protected",
            "unsupported-format",
            "unsafe-entry",
            "limit-exceeded",
            "submission-incomplete",
        ],
        "gap",
    ),
    **dict.fromkeys(["duplicate-file", "duplicate-post", "type-mismatch", "self-score-differs", "hidden-rows"], "note"),
}
"""severity by code; all others are `review`"""


def flag(
    code: str,
    indicator: str | None,
    message: str,
    place: Place | None = None,
    severity: Severity | None = None,
    stake: Fraction | None = None,
) -> Flag:
    """A flag with the default severity of its code."""
    return Flag(code, severity or SEVERITIES.get(code, "review"), message, place, indicator, stake)


def candidates(papers: Papers) -> tuple[Observed, ...]:
    """The documents that may be evidence: no forms, no policy text, one of several with the same bytes."""
    return tuple(
        seen
        for seen in papers.observed
        if seen.path not in papers.twins and not (seen.types and seen.types[0] in NEVER_EVIDENCE)
    )


def is_picture(seen: Observed) -> bool:
    """A photo, scan or screenshot as a file of its own or inside a document."""
    return seen.document.file.kind == "image"


def hinted(seen: Observed, cell: str, papers: Papers) -> bool:
    """Whether the folder or file name says that it is filed for the cell."""
    return cell in papers.hints.get(seen.path, ())


def school_verdict(seen: Observed, papers: Papers, rules: RuleSet) -> tuple[Standing, str]:
    """firm: of the assessed school or of none; open: only the parent is named; out: another's, with its name.

    A picture that names no school is of the school of the document it is pasted into.
    """
    named = seen.schools
    owner = seen.document.file.parent
    if owner is not None and not named:
        album = next((each for each in papers.observed if each.path == owner), None)
        return school_verdict(album, papers, rules) if album is not None else ("firm", "")
    if not papers.school or any(fact.value == papers.school for fact in named):
        return "firm", ""
    parents = {parent for school in rules.words.schools if school.name == papers.school for parent in school.parents}
    telling = [fact for fact in named if fact.role in ("subject", "issuer", "account") or is_picture(seen)]
    others = [str(fact.value) for fact in telling if not str(fact.value).startswith("parent:")]
    if others:
        return "out", others[0]
    if any(str(fact.value).removeprefix("parent:") in parents for fact in telling):
        return "open", ""
    return "firm", ""


def in_period(span: DateSpan | None, period: Period | None) -> bool | None:
    """Whether a date overlaps the period; None when it bears no year, or there is no period to lie in."""
    if span is None or period is None or span.start is None:
        return None
    return span.start <= period[1] and (span.end or span.start) >= period[0]


def plain(text: str) -> str:
    """NFKC without blanks: how texts are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def has_groups(text: str, groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """One word of each group that stands in the text; () when a group has none."""
    squeezed = plain(text)
    found = []
    for group in groups:
        word = next((word for word in group if plain(word) in squeezed), None)
        if word is None:
            return ()
        found.append(word)
    return tuple(found)


def units_of_text(seen: Observed) -> list[tuple[str, Place, float]]:
    """Every line, every row of a table and every title, as text with its place and confidence."""
    units = [(line.text, line.place, line.confidence) for line in (*seen.document.lines, *seen.document.context)]
    for table in seen.document.tables:
        head = table.title
        for index, row in enumerate(table.rows):
            text = " ".join(cell for cell in row if cell)
            if text:
                units.append((f"{head} {text}".strip(), table.place_of(index), 1.0))
    return units


def first_places(names: Iterable[str], many: int = 10) -> str:
    """A count's first places for a message: a、b、c 等12处."""
    listed = list(dict.fromkeys(names))
    shown = "、".join(listed[:many])
    return f"{shown} 等{len(listed)}处" if len(listed) > many else shown


def standing_by_confidence(confidence: float, sure: Fraction) -> Standing:
    """A text below the rule set's confidence does not count in low."""
    return "firm" if Fraction(str(confidence)) >= sure else "counted"
