"""Which papers may be evidence at all, and for which cell a paper is filed."""

from __future__ import annotations

from functools import lru_cache

from verifier.counting.eligibility.whose import is_others
from verifier.model import NEVER_EVIDENCE, Observed, Papers, RuleSet


def candidates(papers: Papers) -> tuple[Observed, ...]:
    """The documents that may be evidence: no forms, no policy text, one of several with the same bytes."""
    return tuple(
        seen
        for seen in papers.observed
        if seen.path not in papers.twins and not (seen.types and seen.types[0] in NEVER_EVIDENCE)
    )


@lru_cache(maxsize=8)
def own_papers(papers: Papers, rules: RuleSet) -> tuple[Observed, ...]:
    """The candidates that are not another school's."""
    return tuple(seen for seen in candidates(papers) if not is_others(seen, papers, rules))


def is_picture(seen: Observed) -> bool:
    """A photo, scan or screenshot as a file of its own or inside a document."""
    return seen.document.file.kind == "image"


def hinted(seen: Observed, cell: str, papers: Papers) -> bool:
    """Whether the folder or file name says that it is filed for the cell."""
    return cell in papers.hints.get(seen.path, ())
