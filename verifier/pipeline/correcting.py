"""What became of the corrections of a reviewer: told in every cell whose papers they touch, applied or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.model import (
    Corrected,
    CorrectionState,
    Decision,
    Flag,
    Observed,
    Papers,
    Place,
    StandingCorrection,
    Tally,
    TextLine,
)

_MOST_TOLD = 10
"""corrections that a flag quotes"""
_LONGEST = 60
"""characters of a quote"""


def outcomes(corrections: Sequence[StandingCorrection], papers: Papers) -> tuple[Corrected, ...]:
    """Each correction with what became of it; one that is applied in several copies of a file stands with the first."""
    applied: dict[str, Corrected] = {}
    for seen, line in _corrected_lines(papers):
        each = Corrected(line.corrected, "applied", line.place, seen.path, line.read_as)
        applied.setdefault(line.corrected, each)
    return tuple(applied.get(each.decision.line) or _not_applied(each, papers) for each in corrections)


def _corrected_lines(papers: Papers) -> Iterator[tuple[Observed, TextLine]]:
    """With the paper that speaks for a cell: of pictures that are pages of one, the first."""
    pictures = {file.path for file in papers.files if file.kind == "image"}
    for seen in papers.observed:
        if seen.path not in papers.twins and seen.document.file.parent not in pictures:
            yield from ((seen, line) for line in seen.document.lines if line.corrected)


def _not_applied(each: StandingCorrection, papers: Papers) -> Corrected:
    here = next((file for file in papers.files if file.sha256 == each.correction.sha256), None)
    there = here or next((file for file in papers.files if file.path == each.decision.target), None)
    state: CorrectionState = "gone" if here is None else "unknown" if each.text is None else "changed"
    place = Place(there.path, each.correction.page if here else None) if there else None
    return Corrected(each.decision.line, state, place, there.path if there else "")


def with_flags(
    tallies: Mapping[str, Tally], corrections: Sequence[StandingCorrection], became: Sequence[Corrected]
) -> tuple[dict[str, Tally], tuple[Flag, ...]]:
    """The tallies, with a flag a file in each cell that takes it in; and the flags of files that no cell takes in."""
    grown, loose = dict(tallies), []
    for paper, flag in _flags(corrections, became):
        cells = [cell for cell, tally in grown.items() if any(each.file == paper for each in tally.evidence)]
        for cell in cells:
            grown[cell] = replace(grown[cell], flags=(*grown[cell].flags, replace(flag, indicator=cell)))
        if not cells:
            loose.append(flag)
    return grown, tuple(loose)


def _flags(corrections: Sequence[StandingCorrection], became: Sequence[Corrected]) -> Iterator[tuple[str, Flag]]:
    groups: dict[tuple[str, str], list[tuple[Decision, Corrected]]] = {}
    for each, what in zip(corrections, became, strict=True):
        paper = what.paper or each.decision.target
        groups.setdefault((paper, what.state), []).append((each.decision, what))
    for (paper, state), own in groups.items():
        told = "；".join(_told(decision) for decision, _ in own[:_MOST_TOLD])
        more = f"；等{len(own)}处" if len(own) > _MOST_TOLD else ""
        place = own[0][1].place
        if state == "applied":
            message = f"识别文字经人工更正，按更正后的文字计算：{told}{more}，请对照图片核对"
            yield paper, Flag("text-corrected", "note", message, place)
        else:
            at = "" if place else f"“{_short(paper)}”的"
            message = f"{at}更正没有采用，{_WHY[state]}：{told}{more}，请对照图片重新核对"
            yield paper, Flag("correction-unused", "review", message, place)


_WHY = {
    "gone": "更正时的那份文件已换成另一份或不在材料里",
    "changed": "这一页现在识别出的文字与更正时不同",
    "unknown": "更正的文字含证件号等个人信息，原文只存在作出更正的电脑上",
}


def _told(decision: Decision) -> str:
    own = decision.correction
    assert own is not None
    reason = f"，{_short(decision.reason)}" if decision.reason else ""
    by = f"{_short(decision.reviewer)} {decision.time[:10]}{reason}"
    return f"“{_short(own.reading)}”更正为“{_short(own.text)}”（{by}）"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
