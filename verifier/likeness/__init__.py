"""What is kept of a picture to know it again, whether two of them show one picture, and an index of many."""

from __future__ import annotations

from verifier.likeness.index import Index
from verifier.likeness.marks import Sketched, sketched
from verifier.likeness.overlay import Match, match

__all__ = ["Index", "Match", "Sketched", "match", "sketched"]
