"""What only the whole bundle, or an earlier one, shows: the same file twice, a picture of last year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.counting.likeness import near
from verifier.counting.sight import flag
from verifier.counting.tallying import tally_of
from verifier.model import Evidence, Flag, Indicator, Observed, Papers, Place, RuleSet, SourceFile, Tally, weaker


def twins(files: Sequence[SourceFile]) -> tuple[Mapping[str, str], tuple[Flag, ...]]:
    """path → path of the first file with the same bytes, and a note for each repeated file."""
    firsts: dict[str, str] = {}
    found: dict[str, str] = {}
    for file in files:
        if not file.sha256 or file.size == 0 or file.status not in ("read", "partly-read") or file.kind == "archive":
            continue
        first = firsts.setdefault(file.sha256, file.path)
        if first != file.path:
            found[file.path] = first
    flags = tuple(
        Flag("duplicate-file", "note", f"与{first}内容完全相同，只计一次", Place(path)) for path, first in found.items()
    )
    return found, flags


def contradictions(papers: Papers, tallies: Mapping[str, Tally], rules: RuleSet) -> dict[str, Tally]:
    """The tallies with pictures that were in last year's bundle counted in high only."""
    if not papers.last_year:
        return dict(tallies)
    cells = {cell.id: cell for cell in rules.indicators}
    return {
        cell_id: _without_reused(cells[cell_id], tally, papers, rules) if cells[cell_id].takes.own_photo else tally
        for cell_id, tally in tallies.items()
    }


def _without_reused(cell: Indicator, tally: Tally, papers: Papers, rules: RuleSet) -> Tally:
    seen = {each.path: each for each in papers.observed}
    evidence: list[Evidence] = []
    flags = list(tally.flags)
    for each in tally.evidence:
        own = seen.get(each.file)
        if own is not None and _was_there(own, papers, rules):
            text = "照片在上年度的材料中出现过，不计入，请补充当年照片"
            flags.append(flag("reused-from-earlier", cell.id, text, own.document.pages[0].place))
            each = replace(each, standing=weaker(each.standing, "open"))
        evidence.append(each)
    name = tally.measures[0].name if tally.measures else "found"
    return tally_of(evidence, flags, name, tally.open_to_max)


def _was_there(own: Observed, papers: Papers, rules: RuleSet) -> bool:
    if own.document.file.kind != "image":
        return False
    old = (each for each in papers.last_year if each.document.file.kind == "image")
    return any(near(each, own, rules.assessment.near_bits) for each in old)
