"""Where on page pictures personal data stands, so that it can be blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from verifier.model import Box, Observed, TextLine

from .people import mask_text

_RUN = re.compile(r"[0-9A-Za-z@._+*-]")
_LONG = re.compile(r"\d{9,}")
"""a school or account number that stands alone, as in a cell of a table in a picture; a date has eight digits"""
_NARROW = 0.55
"""width of a Latin character where a Chinese one has 1"""


def personal_boxes(observed: Iterable[Observed]) -> Mapping[tuple[str, int], tuple[Box, ...]]:
    """(file, page) → boxes over every ID, phone and account number that was read there."""
    found: dict[tuple[str, int], list[Box]] = {}
    for seen in observed:
        for page in seen.document.pages:
            boxes = [box for line in page.lines if (box := _covered(line)) is not None]
            boxes += page.numbers
            if boxes:
                found.setdefault((seen.path, page.place.page or 1), []).extend(boxes)
    return {page: tuple(boxes) for page, boxes in found.items()}


def _covered(line: TextLine) -> Box | None:
    """The part of a line's box in which its numbers stand; of a line that runs downwards all of it."""
    box = line.place.box
    span = _span(line.text) if box else None
    if box is None or span is None:
        return None
    left, top, right, bottom = box
    if bottom - top > right - left:
        return box
    widths = [1.0 if ord(letter) > 0x2E7F else _NARROW for letter in line.text]
    one = (right - left) / max(sum(widths), 1.0)
    start = left + one * (sum(widths[: span[0]]) - 1)
    end = left + one * (sum(widths[: span[1]]) + 1)
    rim = (bottom - top) // 8
    return max(left, int(start)), top - rim, min(right, int(end) + 1), bottom + rim


def _span(text: str) -> tuple[int, int] | None:
    """First and last character of what is masked in a text, with the whole of the numbers there."""
    masked = _LONG.sub(lambda run: "*" * len(run[0]), mask_text(text))
    if masked == text:
        return None
    start = next((at for at, (a, b) in enumerate(zip(text, masked, strict=False)) if a != b), 0)
    kept = next((at for at, (a, b) in enumerate(zip(text[::-1], masked[::-1], strict=False)) if a != b), 0)
    end = max(start + 1, len(text) - kept)
    while start > 0 and _RUN.match(text[start - 1]):
        start -= 1
    while end < len(text) and _RUN.match(text[end]):
        end += 1
    return start, end
