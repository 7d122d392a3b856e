"""Exact numbers as people read them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def shown(number: Fraction, digits: int = 2) -> str:
    """The number with at most so many decimals, half up, no trailing zeros: what messages and forms show."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    text = f"{exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def rounded(number: Fraction) -> Fraction:
    """To 2 decimals, half up: the total as it is shown and compared."""
    return Fraction(shown(number))
