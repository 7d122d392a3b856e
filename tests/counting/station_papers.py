"""Small papers of a station, observed by the real extractors, as the counting kinds get them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from tests.facts.papers import paper
from verifier.counting import tally
from verifier.facts import extract
from verifier.model import Document, Observed, Papers, RuleSet, Tally
from verifier.rules import load_rule_set
from verifier.score import score_cell

SCHOOL = "哈尔滨工业大学（威海）"


@cache
def rules() -> RuleSet:
    return load_rule_set("weihai-2020")


def seen(*documents: Document, year: int | None = 2024, hints: dict[str, tuple[str, ...]] | None = None) -> Papers:
    """The papers of a bundle of 2024, or of one whose year is unknown."""
    observed = tuple(Observed(document, extract(document, rules().words)) for document in documents)
    period = (date(year, 1, 1), date(year, 12, 31)) if year else None
    return Papers(observed, tuple(each.file for each in documents), SCHOOL, year, period, hints=hints or {})


def counted(cell: str, papers: Papers) -> Tally:
    return tally(next(each for each in rules().indicators if each.id == cell), papers, rules())


def points(cell: str, papers: Papers) -> tuple[float, float, float]:
    """Low, proposed and high."""
    indicator = next(each for each in rules().indicators if each.id == cell)
    result = score_cell(indicator, tally(indicator, papers, rules()), rules())
    return float(result.low), float(result.proposed), float(result.high)


def codes(tally_: Tally) -> set[str]:
    return {flag.code for flag in tally_.flags}


def scan(text: str, confidence: float = 0.95, file: str = "scan.pdf") -> Document:
    """A scanned page whose lines were read with this confidence."""
    document = paper(text, kind="pdf", file=file)
    pages = tuple(
        replace(page, lines=tuple(replace(line, confidence=confidence) for line in page.lines))
        for page in document.pages
    )
    return replace(document, pages=pages)
