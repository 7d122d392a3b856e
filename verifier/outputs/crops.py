"""Cuts the piece round a box out of page pictures, as small JPEGs that stand in the page itself."""

from __future__ import annotations

import base64
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from verifier.model import Box
from verifier.pictures import Jpeg, crops

Spot = tuple[str, int, Box | None]
"""file path, page, box in pixels of the page picture; no box: the whole page"""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Crop:
    uri: str
    """data:image/jpeg;base64,…"""
    width: int
    height: int


def cut_crops(
    spots: Iterable[Spot],
    pictures: Mapping[tuple[str, int], Path],
    mask_boxes: Mapping[tuple[str, int], Sequence[Box]],
) -> dict[Spot, Crop]:
    """The crops of all spots whose picture can be opened; `mask_boxes` are blacked out first."""
    by_page: dict[tuple[str, int], list[Spot]] = {}
    for spot in spots:
        if spot[:2] in pictures:
            by_page.setdefault(spot[:2], []).append(spot)
    asked = [
        (pictures[page], mask_boxes.get(page, ()), [spot[2] for spot in wanted]) for page, wanted in by_page.items()
    ]
    found: dict[Spot, Crop] = {}
    for wanted, pieces in zip(by_page.values(), crops(asked), strict=True):
        if pieces is None:
            log.warning("a page picture is not shown in the report")
        found |= zip(wanted, map(_crop, pieces or ()), strict=False)
    return found


def _crop(piece: Jpeg) -> Crop:
    return Crop(f"data:image/jpeg;base64,{base64.b64encode(piece.data).decode('ascii')}", piece.width, piece.height)
