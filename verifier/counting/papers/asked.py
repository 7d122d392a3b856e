"""What the tiers of a cell ask for."""

from __future__ import annotations

import operator
from fractions import Fraction

from verifier.model import Indicator

_ENOUGH = {">=": operator.ge, ">": operator.gt}


def earns(cell: Indicator, measure: str, number: Fraction | int) -> bool:
    """Whether so much of a measure is enough for a tier of the usual reading, whatever else the tier asks."""
    asked = (each for tier in cell.readings[0].tiers for each in (*tier.all, *tier.any) if each.measure == measure)
    return any(each.operator in _ENOUGH and _ENOUGH[each.operator](number, each.value) for each in asked)
