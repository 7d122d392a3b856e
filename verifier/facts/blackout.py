"""Where on page pictures personal data stands, so that it can be blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from verifier.language.identity_numbers import mask_text
from verifier.model import Box, Document, Observed, TextLine

_RUN = re.compile(r"[0-9A-Za-z@._+*-]")
_LONG = re.compile(r"\d{9,}")
"""a school or account number that stands alone, as in a cell of a table in a picture; a date has eight digits"""
_NARROW = 0.55
"""width of a Latin character where a Chinese one has 1"""


def personal_boxes(observed: Iterable[Observed]) -> Mapping[tuple[str, int], tuple[Box, ...]]:
    """(file, page) → boxes over every ID, phone and account number that was read there."""
    papers = tuple(observed)
    found: dict[tuple[str, int], list[Box]] = {}
    inside: dict[tuple[str, str], Document] = {}
    for document in (seen.document for seen in papers):
        if document.file.parent is not None:
            inside[document.file.parent, document.file.sha256] = document
        for page in document.pages:
            boxes = [box for line in page.lines if (box := _covered(line)) is not None]
            found[document.file.path, page.place.page or 1] = [*boxes, *page.numbers]
    for document in (seen.document for seen in papers):
        for page in document.pages:
            for inlay in page.inlays:
                picture = inside.get((document.file.path, inlay.sha256))
                if picture is not None and (hidden := found.get((picture.file.path, 1))):
                    found[document.file.path, page.place.page or 1] += _laid(inlay.box, picture, hidden)
    return {page: tuple(boxes) for page, boxes in found.items() if boxes}


def _laid(place: Box, picture: Document, boxes: Sequence[Box]) -> Iterable[Box]:
    """Boxes of a picture as they lie on the page that shows it; all of it when it was turned to be read."""
    page = picture.pages[0]
    if page.image != picture.file.stored or page.size is None:
        return (place,)
    across, down = (place[2] - place[0]) / page.size[0], (place[3] - place[1]) / page.size[1]
    return [
        (
            int(place[0] + left * across),
            int(place[1] + top * down),
            int(place[0] + right * across) + 1,
            int(place[1] + bottom * down) + 1,
        )
        for left, top, right, bottom in boxes
    ]


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
