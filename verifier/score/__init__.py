"""Tallies and rules become points: low, proposed, high, readings, flags, groups, total, grade and award."""

from __future__ import annotations

from verifier.score.bands import open_bands, verdict
from verifier.score.cells import score_cell, spread_of_seen
from verifier.score.numbers import rounded, shown
from verifier.score.outlooks import outlook
from verifier.score.sheet import capped, score
from verifier.score.tiers import Values, all_hold, fits, points, values_of

__all__ = [
    "Values",
    "all_hold",
    "capped",
    "fits",
    "open_bands",
    "outlook",
    "points",
    "rounded",
    "score",
    "score_cell",
    "shown",
    "spread_of_seen",
    "values_of",
    "verdict",
]
