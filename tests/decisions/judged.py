"""A small bundle judged: its record, what scoring took in, and decisions on it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from tests.counting.photo_papers import bundle
from tests.counting.station_papers import rules
from verifier.counting import tally
from verifier.cross import sealed
from verifier.model import Decision, EvidenceRecord, Observed, ResultRecord, Seen
from verifier.record import Identity, dumped, masking_of, seen_of, to_evidence, to_result
from verifier.score import score

Judged = tuple[ResultRecord, EvidenceRecord]


def judged(*papers: Observed) -> Judged:
    """The record and evidence.json of the papers."""
    of_bundle = bundle(*papers)
    tallies = sealed(of_bundle, {cell.id: tally(cell, of_bundle, rules()) for cell in rules().indicators})
    sheet = score(rules(), tallies, {}, ())
    plain = masking_of(of_bundle, str)
    result = to_result(sheet, of_bundle, rules(), Identity(of_bundle.school, None, {}), plain, {})
    return result, to_evidence(of_bundle, tallies, rules(), plain)


def seen_in(result: ResultRecord) -> Seen:
    """Of the `result.json` that would be written."""
    return seen_of(dumped(result).encode("utf-8"))


def decision(result: ResultRecord, kind: Any, cell: str, target: str = "", points: Any = None, **more: Any) -> Any:
    """A decision on a result, of no log: its line is its place among those made here."""
    told = {"reason": "", "reviewer": "王审核", "time": "2025-01-06T09:30:00+08:00", "result": seen_in(result).result}
    exact = None if points is None else Fraction(str(points))
    return Decision(kind=kind, indicator=cell, target=target, points=exact, **(told | more))
