"""How cells count their evidence: one file for each way, and the table of them."""

from __future__ import annotations

from collections.abc import Callable

from verifier.model import Indicator, Papers, RuleSet, Tally

from . import (
    fairs,
    interns,
    items,
    ledger,
    parts,
    photos,
    platform,
    posts,
    presence,
    retention,
    roster,
    sizes,
    staff,
    survey,
    training,
    yearly,
)

Count = Callable[[Indicator, Papers, RuleSet], Tally]

KINDS: tuple[tuple[str, Count], ...] = (
    ("stated-size", sizes.count),
    ("presence", presence.count),
    ("staff", staff.count),
    ("titled-parts", parts.count),
    ("yearly-paper", yearly.count),
    ("ledger", ledger.count),
    ("roster", roster.count),
    ("survey", survey.count),
    ("posts", posts.count),
    ("photos", photos.count),
    ("interns", interns.count),
    ("platform", platform.count),
    ("retention", retention.count),
    ("public-fair", fairs.count),
    ("training", training.count),
    ("items", items.count),
)


def tally(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """What the papers give for one cell."""
    return dict(KINDS)[cell.takes.kind](cell, papers, rules)
