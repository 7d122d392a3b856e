"""What is kept of a picture to know it again, whether two of them show one picture, and an index of many."""

from __future__ import annotations

from .index import Index
from .marks import Sketched, sketched
from .overlay import Match, match

__all__ = ["Index", "Match", "Sketched", "match", "sketched"]
