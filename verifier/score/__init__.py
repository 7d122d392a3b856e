"""Tallies and rules become points: low, proposed, high, readings, flags, groups, total, grade and award."""

from __future__ import annotations

from verifier.score.bands import open_bands, verdict
from verifier.score.cells import Rescored, rescored, score_cell, spread_of_seen
from verifier.score.numbers import rounded, shown
from verifier.score.outlooks import outlook
from verifier.score.sheet import capped, score
from verifier.score.taken import tally_of
from verifier.score.tiers import Values, all_hold, fits, points, values_of

__all__ = [
    "Rescored",
    "Values",
    "all_hold",
    "capped",
    "fits",
    "open_bands",
    "outlook",
    "points",
    "rescored",
    "rounded",
    "score",
    "score_cell",
    "shown",
    "spread_of_seen",
    "tally_of",
    "values_of",
    "verdict",
]
