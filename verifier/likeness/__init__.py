"""What is kept of a picture to know it again, whether two of them show one picture, and an index of many;
and pictures sought among any number that are kept elsewhere."""

from __future__ import annotations

from verifier.likeness.index import Index
from verifier.likeness.marks import MARK, Sketched, sketched
from verifier.likeness.overlay import Match, match
from verifier.likeness.sought import Block, Sought

__all__ = ["MARK", "Block", "Index", "Match", "Sketched", "Sought", "match", "sketched"]
