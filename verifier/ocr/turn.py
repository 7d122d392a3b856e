"""Which way up a page lies, told by reading a few of its lines in each way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from rapidfuzz import fuzz

from verifier.ocr.engine import Array
from verifier.ocr.lines import Reader, cut, is_tall, sides
from verifier.ocr.order import TALL

SAMPLE = 4
ENOUGH = 8
"""heights of a line that tell its direction"""
READS_WELL = 0.88
"""mean confidence of lines that need no other try"""
READABLE = 0.6
"""least confidence of the way that a page is turned to"""
COLUMNS = 3
"""lines that tell whether they are columns of upright characters"""
_CHARACTERS = 12
"""of a column that are compared"""
_SAME = 50
"""likeness, of 100, of a column read as a row and set side by side"""
_TELLING, _ENDLESS = 12.0, 15
"""times its height that a line is long: beyond the first it tells no more, beyond the second it costs more"""
SURE_CHARACTERS = 0.75
CLEARLY = 0.08
"""how much surer the other way must be"""


@dataclass(frozen=True, slots=True)
class Upright:
    turn: int = 0
    """degrees clockwise: 0, 90, 180, 270"""
    said: Mapping[int, tuple[str, float]] = field(default_factory=dict)
    """what was surely read on the way, by index of the line, when the page stays as it is"""


def find_turn(image: Array, corners: Sequence[Array], reader: Reader) -> Upright:
    """How the picture must be turned to be upright; 0 unless another way is plainly better."""
    if not corners:
        return Upright()
    sideways, sample = _telling(corners)
    crops = [cut(image, corners[index]) for index in sample]
    said = reader.glance([_start(crop) for crop in crops] if sideways else crops)
    as_it_is = Upright(0, {} if sideways else _surely(sample, said, reader.haste.sure))
    sure = confidence(said)
    if sure >= READS_WELL and not sideways:
        return as_it_is
    over = confidence(reader.glance([_round(_start(crop), 2) for crop in crops])) if sure < READS_WELL else 0.0
    if max(sure, over) < READABLE:
        return _by_characters(image, corners, reader) or as_it_is
    if not sideways:
        return Upright(180) if over > sure + CLEARLY else as_it_is
    # lines laid on their left side by `cut`: read so, the page wants 270; read the other way, 90
    if over > sure:
        return Upright(90)
    return as_it_is if _are_columns(image, corners, sample, said, reader) else Upright(270)


def _telling(corners: Sequence[Array]) -> tuple[bool, list[int]]:
    """Whether most lines stand upright, and a few of those that lie as most do."""
    tall = [index for index, one in enumerate(corners) if is_tall(one)]
    wide = [index for index, one in enumerate(corners) if sides(one)[0] >= TALL * sides(one)[1]]
    sideways = _length(corners, tall) > _length(corners, wide)
    return sideways, _sample(corners, tall if sideways else wide)


def _surely(sample: Sequence[int], said: Sequence[tuple[str, float]], least: float) -> Mapping[int, tuple[str, float]]:
    """What was surely read, by index of the line."""
    return {index: one for index, one in zip(sample, said, strict=True) if one[1] >= least}


def _by_characters(image: Array, corners: Sequence[Array], reader: Reader) -> Upright | None:
    """Of a picture with single large characters, which show no direction: each is read in all four ways."""
    largest = sorted(range(len(corners)), key=lambda index: (-cv2.contourArea(corners[index]), index))[:SAMPLE]
    crops = [cut(image, corners[index], lay=False) for index in largest]
    ways = [reader.say([_round(crop, quarter) for crop in crops]) for quarter in range(4)]
    sure = [confidence(way) * sum(bool(text) for text, _ in way) / len(way) for way in ways]
    best = max(range(4), key=lambda quarter: (sure[quarter], -quarter))
    if best == 0 or sure[best] < SURE_CHARACTERS or sure[best] < sure[0] + 2 * CLEARLY:
        return None
    return Upright(360 - 90 * best)


def _start(crop: Array) -> Array:
    """As much of a line as tells its direction."""
    return crop[:, : ENOUGH * crop.shape[0]]


def _round(crop: Array, quarter: int) -> Array:
    """The crop turned counter-clockwise by quarters."""
    return np.ascontiguousarray(np.rot90(crop, quarter))


def confidence(said: Sequence[tuple[str, float]]) -> float:
    """Mean confidence over characters, 0 when nothing was read."""
    total = sum(len(text) for text, _ in said)
    return sum(sure * len(text) for text, sure in said) / total if total else 0.0


def _length(corners: Sequence[Array], chosen: Sequence[int]) -> float:
    return sum(max(sides(corners[index])) for index in chosen)


def _sample(corners: Sequence[Array], chosen: Sequence[int]) -> list[int]:
    """A few lines that tell most for their price: large, some characters long, not endless."""

    def worth(index: int) -> float:
        long, short = max(sides(corners[index])), min(sides(corners[index]))
        return float(min(long / short, _TELLING) * short**0.5) / max(1.0, long / short / _ENDLESS)

    return sorted(sorted(chosen, key=lambda index: (-worth(index), index))[:SAMPLE])


def _are_columns(
    image: Array, corners: Sequence[Array], sample: Sequence[int], said: Sequence[tuple[str, float]], reader: Reader
) -> bool:
    """Whether tall lines are columns of upright characters: set side by side, these read the same."""
    rows: list[Array] = []
    longest = sorted(zip(sample, said, strict=True), key=lambda one: -len(one[1][0]))[:COLUMNS]
    texts = [text[:_CHARACTERS] for _, (text, _) in longest]
    for index, (text, _) in longest:
        column = cut(image, corners[index], lay=False)
        column = column[: ENOUGH * column.shape[1]]
        cells = np.array_split(column, max(1, len(text)), axis=0)[:_CHARACTERS]
        side = (column.shape[1], max(1, round(len(column) / max(1, len(text)))))
        rows.append(np.hstack([cv2.resize(cell, side) for cell in cells]))
    likeness = [fuzz.ratio(text, again) for text, (again, _) in zip(texts, reader.glance(rows), strict=True)]
    total = sum(len(text) for text in texts)
    return sum(ratio * len(text) for ratio, text in zip(likeness, texts, strict=True)) >= _SAME * max(1, total)
