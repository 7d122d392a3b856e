"""Engines that need no model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verifier.ocr import Reading


class Blind:
    """Sees nothing in any picture: for papers that have their text in them."""

    name, version, settings, jobs = "blind", "1", "", 1

    def read(self, image: Any) -> Reading:
        return Reading()

    def say(self, strips: Sequence[Any]) -> list[tuple[str, float]]:
        return [("", 0.0) for _ in strips]
