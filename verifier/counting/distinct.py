"""From pieces of evidence to a tally: distinct keys by standing."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from verifier.model import STANDINGS, Evidence, Flag, Measure, Tally


def tally_of(
    evidence: Sequence[Evidence], flags: Sequence[Flag], name: str = "found", open_to_max: bool = False
) -> Tally:
    """A tally whose one measure counts the distinct keys: firm ones in low, counted ones besides, open ones in high."""
    best: dict[str, int] = {}
    for each in evidence:
        key = each.key or each.file
        best[key] = min(best.get(key, len(STANDINGS)), STANDINGS.index(each.standing))
    low, proposed, high = (Fraction(sum(1 for at in best.values() if at <= most)) for most in range(3))
    measures = (Measure(name, low, proposed, high, shown=name != "found"),) if evidence else ()
    return Tally(tuple(evidence), measures, tuple(flags), open_to_max)
