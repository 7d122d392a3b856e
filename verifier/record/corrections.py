"""Corrections of misread lines in the record: what became of each, and which places say what a reviewer typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.model import Box, Corrected, CorrectionRecord, Papers, Place, StandingCorrection, overlap

Places = Mapping[tuple[str, int | None], Sequence[Box]]
"""page → where lines were corrected on it"""


def to_corrections(
    corrections: Sequence[StandingCorrection], became: Sequence[Corrected]
) -> tuple[CorrectionRecord, ...]:
    """Each with what became of it. Its texts are those of the log, which are masked."""
    return tuple(_record(each, what) for each, what in zip(corrections, became, strict=True))


def _record(each: StandingCorrection, what: Corrected) -> CorrectionRecord:
    decision, own, place = each.decision, each.correction, what.place
    return CorrectionRecord(
        decision=decision.line,
        state=what.state,
        file=place.file if place else None,
        page=place.page if place else None,
        box=place.box if place else None,
        reading=own.reading,
        text=own.text,
        reason=decision.reason,
        reviewer=decision.reviewer,
        at=decision.time,
    )


def corrected_places(papers: Papers) -> Places:
    """Where lines were corrected."""
    places: dict[tuple[str, int | None], list[Box]] = {}
    for seen in papers.observed:
        for line in seen.document.lines:
            if line.corrected and line.place.box:
                places.setdefault(line.place.leaf, []).append(line.place.box)
    return places


def is_among(place: Place, corrected: Places) -> bool:
    """Whether a place holds a line that was corrected; one without a box is a whole page."""
    boxes = corrected.get(place.leaf, ())
    own = place.box
    return bool(boxes) and (own is None or any(overlap(own, box) for box in boxes))
