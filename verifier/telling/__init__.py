"""A rule set in words for the people who own it: one cell explained, two sets compared, the whole to be printed."""

from verifier.telling.differing import differences
from verifier.telling.explaining import explained

__all__ = ["differences", "explained"]
