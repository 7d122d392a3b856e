"""Where on page pictures personal data stands, so that it can be blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from verifier.language.masking import mask_text
from verifier.model import Box, Document, Observed, Page, TextLine

_RUN = re.compile(r"[0-9A-Za-z@._+*-]")
_LONG = re.compile(r"\d{9,}")
"""a school or account number that stands alone, as in a cell of a table in a picture; a date has eight digits"""
_NARROW = 0.55
"""width of a Latin character where a Chinese one has 1"""


def personal_boxes(observed: Iterable[Observed]) -> Mapping[tuple[str, int], tuple[Box, ...]]:
    """(file, page) → boxes over every ID, phone and account number that was read there."""
    papers = [seen.document for seen in observed]
    found = {key: [*filter(None, map(_covered, page.lines)), *page.numbers] for key, _, page in _pages(papers)}
    pictures = {(paper.file.parent, paper.file.sha256): paper for paper in papers if paper.file.parent is not None}
    for key, paper, page in _pages(papers):
        found[key] += _on_inlays(paper, page, pictures, found)
    return {page: tuple(boxes) for page, boxes in found.items() if boxes}


def _pages(papers: Sequence[Document]) -> Iterator[tuple[tuple[str, int], Document, Page]]:
    for paper in papers:
        for page in paper.pages:
            yield (page.place.file, page.place.page or 1), paper, page


def _on_inlays(
    paper: Document,
    page: Page,
    pictures: Mapping[tuple[str, str], Document],
    found: Mapping[tuple[str, int], Sequence[Box]],
) -> Iterator[Box]:
    """The boxes of the pictures that a page shows, as they lie on it."""
    for inlay in page.inlays:
        picture = pictures.get((paper.file.path, inlay.sha256))
        if picture and (hidden := found.get((picture.file.path, 1))):
            yield from _laid(inlay.box, picture, hidden)


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
