"""What a cell could count if the text were seen that nobody sees on the papers: it reaches high alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.model import Evidence, Observed, Tally, weaker

CODE = "content-unconfirmed"
"""of the flag that a reader gives a paper with hidden text"""


def with_unveiled(cell: str, tally: Tally, unveiled: Tally, papers: Sequence[Observed]) -> Tally:
    """A cell's tally with what hidden text would add to it: high, its evidence as open, the flags of those papers.

    `cell`: its id; `unveiled`: the tally of the same papers, `papers` among them as they are with all text seen.
    """
    if unveiled.measures == tally.measures and _told(unveiled.evidence) == _told(tally.evidence):
        return tally
    known = {(each.file, each.key) for each in tally.evidence}
    hiding = {seen.path for seen in papers}
    added = tuple(
        replace(each, standing=weaker(each.standing, "open"))
        for each in unveiled.evidence
        if (each.file, each.key) not in known and each.file in hiding
    )
    concerned = {each.file for each in unveiled.evidence} & hiding or hiding
    flags = tuple(
        replace(flag, indicator=cell)
        for seen in papers
        if seen.path in concerned
        for flag in seen.document.flags
        if flag.code == CODE
    )
    return replace(tally, evidence=(*tally.evidence, *added), flags=(*tally.flags, *flags), unveiled=unveiled)


def _told(evidence: Sequence[Evidence]) -> list[tuple[str, str, str]]:
    return [(each.file, each.key, each.standing) for each in evidence]
