"""Which cell of a known rule set a new one is like, by the words with which folders are named for it."""

from __future__ import annotations

from verifier.model import Indicator, RuleSet
from verifier.starting.table import Row, squeezed


def like(row: Row, model: RuleSet) -> Indicator | None:
    """The cell of that name, else that whose words stand most in the content or in the row; None where none does."""
    named = [cell for cell in model.indicators if squeezed(cell.name) == squeezed(row.content)]
    if named:
        return named[0]
    for text in (squeezed(row.content), squeezed(f"{row.standard}{row.requirement}")):
        worth = [(sum(len(name) for name in cell.names if name in text), cell) for cell in model.indicators]
        best = max(worth, key=lambda each: each[0])
        if best[0]:
            return best[1]
    return None
