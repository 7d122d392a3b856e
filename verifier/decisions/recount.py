"""A cell counted again from `evidence.json`, without what a reviewer excludes and with what one includes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal

from verifier.model import Indicator
from verifier.score import points

Piece = Mapping[str, Any]
"""a row of `evidence` of a cell in evidence.json"""

WAYS: Mapping[str, Literal["keys", "largest"]] = {
    "presence": "keys",
    "titled-parts": "keys",
    "yearly-paper": "keys",
    "ledger": "keys",
    "roster": "keys",
    "posts": "keys",
    "photos": "keys",
    "public-fair": "keys",
    "interns": "keys",
    "items": "keys",
    "staff": "keys",
    "stated-size": "largest",
}
"""how the first measure of a kind of cell follows from its pieces; a rate follows from rows that are not kept"""
NAMES = {"titled-parts": "parts", "staff": "staff", "posts": "posts"}
"""the first measure of kinds that name it themselves"""


def recounted(
    cell: Indicator, taken: Mapping[str, Any], excluded: frozenset[str], included: frozenset[str], reading: str = ""
) -> Fraction | None:
    """The cell's points under a reading ('': the default one); None when only a new check could tell them."""
    rule = next((each for each in cell.readings if each.id == reading), cell.readings[0])
    pieces = [each for each in taken["evidence"] if each["piece"] not in excluded]
    if not pieces:
        return Fraction(0)
    measures = {name: None if three[1] is None else Fraction(three[1]) for name, three in taken["measures"].items()}
    counted = [each for each in pieces if _counts(each) or each["piece"] in included]
    if _same(counted, taken["evidence"]):
        return points(rule, measures)
    way = WAYS.get(cell.takes.kind)
    if way is None:
        return None if counted else Fraction(0)
    if any(not _tells(each, cell, way) for each in counted):
        return None
    first = NAMES.get(cell.takes.kind) or cell.takes.fact or "found"
    measures[first] = _largest(counted) if way == "largest" else Fraction(len({_once(each) for each in counted}))
    for name in {name for each in taken["evidence"] for name in each["measures"]}:
        measures[name] = Fraction(len({_once(each) for each in counted if name in each["measures"]}))
    return points(rule, measures)


def _counts(piece: Piece) -> bool:
    return piece["standing"] in ("firm", "counted")


def _same(counted: Sequence[Piece], every: Sequence[Piece]) -> bool:
    """Whether what counts is what counted before."""
    return [each["piece"] for each in counted] == [each["piece"] for each in every if _counts(each)]


def _tells(piece: Piece, cell: Indicator, way: str) -> bool:
    """Whether a piece says what it adds: a paper known by its name alone tells no number."""
    if way == "largest":
        return piece["value"] is not None
    return bool(piece["facts"]) or not cell.takes.fact


def _once(piece: Piece) -> str:
    return str(piece["joint"] or piece["key"] or piece["file"])


def _largest(counted: Sequence[Piece]) -> Fraction | None:
    """The largest size of the papers that decide."""
    best = min((piece["rank"] for piece in counted), default=0)
    return max((Fraction(piece["value"]) for piece in counted if piece["rank"] == best), default=None)
