"""How many of a finite number of things can be wrong, as far as a sample of them tells."""

from __future__ import annotations

from fractions import Fraction
from math import comb

DOUBT = Fraction(1, 20)
"""the share of samples, of all that might be drawn, whose bound may be too low: 5 %"""


def most_wrong(many: int, drawn: int, wrong: int, doubt: Fraction = DOUBT) -> int:
    """The exact one-sided upper bound, at 1 − `doubt`, of how many of `many` things are wrong.

    Of a sample of `drawn` things, drawn without replacement and each sample alike, `wrong` were. It is the largest
    number of wrong things of which so few, or fewer, would be drawn with a chance above `doubt`: the hypergeometric
    distribution inverted in whole numbers, nothing approximated. T. Wright, Exact Confidence Bounds when Sampling from
    Small Finite Universes (Lecture Notes in Statistics 66, Springer 1991); that no smaller one of its kind holds shows
    W. Wang, Exact Optimal Confidence Intervals for Hypergeometric Parameters (JASA 110, 2015, 1491–1499).
    Raises ValueError for numbers that no sample has.
    """
    if not 0 <= wrong <= drawn <= many:
        raise ValueError((many, drawn, wrong))
    low, high = wrong, many - (drawn - wrong)
    while low < high:  # the chance falls as more are wrong
        middle = (low + high + 1) // 2
        if chance_of_so_few(many, middle, drawn, wrong) > doubt:
            low = middle
        else:
            high = middle - 1
    return low


def chance_of_so_few(many: int, bad: int, drawn: int, wrong: int) -> Fraction:
    """The chance that of `drawn` out of `many` things, `bad` of which are wrong, at most `wrong` are."""
    ways = sum(comb(bad, each) * comb(many - bad, drawn - each) for each in range(min(wrong, drawn) + 1))
    return Fraction(ways, comb(many, drawn))
