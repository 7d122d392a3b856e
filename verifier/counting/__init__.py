"""How cells count their evidence: one module for each way, and the table of them."""

from __future__ import annotations

from collections.abc import Callable

from verifier.counting.papers import innovations, ledger, of_the_year, presence, regulations, staff, stated_size
from verifier.counting.people import database, internships, platform, retention, survey, training
from verifier.counting.photos import cells as photos
from verifier.counting.photos import fairs
from verifier.counting.posts import posts
from verifier.model import Indicator, Papers, RuleSet, Tally

Count = Callable[[Indicator, Papers, RuleSet], Tally]

KINDS: tuple[tuple[str, Count], ...] = (
    ("stated-size", stated_size.count),
    ("presence", presence.count),
    ("staff", staff.count),
    ("titled-parts", regulations.count),
    ("yearly-paper", of_the_year.count),
    ("ledger", ledger.count),
    ("roster", database.count),
    ("survey", survey.count),
    ("posts", posts.count),
    ("photos", photos.count),
    ("interns", internships.count),
    ("platform", platform.count),
    ("retention", retention.count),
    ("public-fair", fairs.count),
    ("training", training.count),
    ("items", innovations.count),
)


def tally(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """What the papers give for one cell."""
    return dict(KINDS)[cell.takes.kind](cell, papers, rules)
