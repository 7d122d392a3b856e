"""A second look at text under a red seal: in the red channel the seal is nearly white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from verifier.model import Box
from verifier.ocr.engine import Array, OcrLine

LOOK = 1000
"""longest side of the copy in which red is sought"""
INK = 0.6
"""brightness of ink in the red channel against that of paper and seal"""
LEAST_INK = 0.002
"""share of a spot's box that a character takes"""
READ = 0.6
"""confidence of a line of the second look that counts"""
REDDER, BRIGHT = 35, 90
"""of 255: red over the other colours, and red itself"""
LEAST_SIZE = 0.04
"""of a spot, share of the picture's width"""
MOST_STRETCHED = 2.5
"""times its other side"""
LEAST_FILLED = 0.12
"""share of its box that is red"""
ROOM, LEAST_ROOM = 1.5, 24
"""above and below a band, in heights of a line; in pixels, where there is no line"""
LIGHT = 128
"""of 255: green of paper, at least"""
PAPER, PURE = 95, 25
"""percentiles: of the brightness of a page its paper, of what red pixels take of red those that hide no black ink"""
NEAR, GHOST = 7, 0.7
"""pixels around red, and brightness there from which on a rest of it is taken for paper"""
MOST_OF_RED = 0.6
"""share of its darkness that red ink has in red, at most; with more it is no red ink"""
LEAST_HEIGHT, MOST_HEIGHT = 0.6, 1.7
"""of the usual height of a line: what lies between is one line, no rest of a seal"""
STRETCH = 0.9
"""share of two stretches that lies in both where they are one"""
BELIEVED = 0.995
"""confidence of a reading without red that another one with red does not shake"""
RIVAL, CLEARLY, TORN = 0.9, 0.03, 0.75
"""confidence of another reading that is to be heeded, unless by so much less than the first; what then is left of it"""
LETTER, LEAST_LETTER = 0.8, 0.06
"""width of a letter in heights of its line; share of it that is ink, at least"""
BESIDE = 0.05
"""of a spot's width, by which what lies in it may reach beyond"""
LEAST_LENGTH = 2
"""heights of a line that is told, where it can't be read"""
MOST_SPOTS = 8
"""looked at in one picture"""
A_RED_PICTURE = 0.25
"""share of red from which on a picture is a poster, not a page with a seal"""


def red_spots(image: Array) -> list[Box]:
    """Boxes of compact red marks of a seal's size, in pixels of `image`."""
    scale = min(1.0, LOOK / max(image.shape[:2]))
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    mask = _redness(small).astype(np.uint8)
    if not mask.any() or mask.mean() > A_RED_PICTURE:
        return []
    width = small.shape[1]
    size = max(3, width // 60) | 1
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
    _, _, marks, _ = cv2.connectedComponentsWithStats(closed)
    spots: list[Box] = []
    for left, top, across, down, area in marks[1:].tolist():
        if _is_seal_sized(across, down, area, width):
            spots.append((int(left / scale), int(top / scale), int((left + across) / scale), int((top + down) / scale)))
    return sorted(spots)[:MOST_SPOTS]


def _redness(image: Array) -> Array:
    """Which pixels are red."""
    blue, green, red = (channel.astype(np.int16) for channel in cv2.split(image))
    return np.asarray((red - np.maximum(blue, green) > REDDER) & (red > BRIGHT))


def _is_seal_sized(across: int, down: int, area: int, width: int) -> bool:
    stretched = max(across, down) / min(across, down)
    return (
        min(across, down) >= LEAST_SIZE * width and stretched <= MOST_STRETCHED and area >= LEAST_FILLED * across * down
    )


def hides_ink(image: Array, spot: Box) -> bool:
    """Whether something dark lies under a spot. How surely it was read with the red over it says little."""
    left, top, right, bottom = spot
    red = image[top:bottom, left:right, 2]
    return bool((red < INK * np.percentile(red, 90)).mean() > LEAST_INK)


def bands(spots: Sequence[Box], lines: Sequence[OcrLine], size: tuple[int, int]) -> list[Box]:
    """The rows of a page of this width and height on which spots lie, with those of every line that runs under one.

    They go from edge to edge, since the first look may have lost the line that runs under a spot; rows that overlap
    are one band.
    """
    width, height = size
    room = round(ROOM * _usual_height(lines)) or LEAST_ROOM
    rows: list[tuple[int, int]] = []
    for spot in sorted(spots, key=lambda box: box[1]):
        around = [spot, *(line.box for line in lines if crosses(line.box, spot))]
        top, bottom = min(box[1] for box in around) - room, max(box[3] for box in around) + room
        if rows and top <= rows[-1][1]:
            top, bottom = min(top, rows[-1][0]), max(bottom, rows[-1][1])
            rows.pop()
        rows.append((top, bottom))
    return [(0, max(0, top), width, min(height, bottom)) for top, bottom in rows]


def is_on_paper(image: Array, spot: Box) -> bool:
    """Whether most of a spot is light, as the paper within a seal is; a red banner or coat is not."""
    left, top, right, bottom = spot
    return bool(np.median(image[top:bottom, left:right, 1]) > LIGHT)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A region as it would be without red ink, as grey pictures of three channels."""

    picture: Array
    """in which text is read"""
    outlines: Array
    """in which text is sought: what JPEG leaves of the edges of red, whose colours it keeps coarsely, is gone too"""


def without_red(image: Array, region: Box) -> Cleaned:
    """A region without red ink.

    Inks darken light by factors (Beer and Lambert): black ink all colours alike, red ink mostly green and blue, and
    red itself by a share of that which is its own. What red ink takes of red is given back.
    """
    left, top, right, bottom = region
    part = image[top:bottom, left:right].astype(np.float32) + 1
    dark = -np.log(np.minimum(1, part / np.percentile(part.reshape(-1, 3), PAPER, axis=0)))
    blue_green, red = dark[:, :, :2].mean(axis=2), dark[:, :, 2]
    inked = _redness(image[top:bottom, left:right])
    share = float(np.percentile((red / np.maximum(blue_green, 0.1))[inked], PURE)) if inked.any() else 0.0
    share = min(share, MOST_OF_RED)
    grey = 255 * np.exp(-np.maximum(0, red - share * blue_green) / (1 - share))
    near = cv2.dilate(inked.astype(np.uint8), np.ones((NEAR, NEAR), np.uint8)) > 0
    bleached = np.where(near, np.minimum(255, grey / GHOST), grey)
    picture, outlines = (np.repeat(each.astype(np.uint8)[:, :, np.newaxis], 3, axis=2) for each in (grey, bleached))
    return Cleaned(picture, outlines)


def _usual_height(lines: Sequence[OcrLine]) -> float:
    return median(line.box[3] - line.box[1] for line in lines) if lines else 0.0


def crosses(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def lengthened(corners: Array, part: Array, spots: Sequence[Box], others: Sequence[Box]) -> Array:
    """A line made longer at each end that lies under a spot where its ink goes on, and no other line begins.

    What finds lines loses the letter that a ring crosses. `part`: a region without red, in whose pixels all is.
    """
    longer = corners.copy()
    across = (corners[1] - corners[0]) / max(1.0, float(np.linalg.norm(corners[1] - corners[0])))
    step = across * LETTER * float(np.linalg.norm(corners[3] - corners[0]))
    for ends, way in (((0, 3), -step), ((1, 2), step)):
        zone = np.array([corners[ends[0]], corners[ends[1]], corners[ends[0]] + way, corners[ends[1]] + way])
        left, top = np.maximum(0, np.floor(zone.min(axis=0))).astype(int).tolist()
        right, bottom = np.ceil(zone.max(axis=0)).astype(int).tolist()
        box, ink = (left, top, right, bottom), part[top:bottom, left:right, 0] < INK * 255
        is_free = any(crosses(box, spot) for spot in spots) and not any(crosses(box, other) for other in others)
        if is_free and ink.size and ink.mean() > LEAST_LETTER:
            longer[list(ends)] += way
    return longer


def settled(first: Sequence[OcrLine], second: Sequence[OcrLine]) -> list[OcrLine]:
    """The lines of the first look, and where the second reads more or surer, its lines instead.

    Where both read one stretch and not the same, neither may be sure.
    """
    kept = list(first)
    for line in second:
        if line.confidence < READ:
            continue
        rivals = [old for old in kept if _covers(old.box, line.box)]
        if rivals and _same_stretch(line.box, rivals):
            kept = [old for old in kept if old not in rivals]
            kept += _chosen(rivals, line)
        elif _weight([line]) > _weight(rivals):
            kept = [old for old in kept if old not in rivals]
            kept.append(line)
    return kept


def without_ring(lines: Sequence[OcrLine], second: Sequence[OcrLine], spots: Sequence[Box]) -> list[OcrLine]:
    """The lines but for pieces of the writing round a seal, which runs into what is printed there.

    They lie within a spot, are higher than lines are, and are gone with the red.
    """
    usual = _usual_height(lines)
    return [
        line
        for line in lines
        if line.box[3] - line.box[1] <= MOST_HEIGHT * usual
        or not any(_lies_in(line.box, spot) for spot in spots)
        or any(_covers(line.box, other.box) and other.confidence >= READ for other in second)
    ]


def _lies_in(box: Box, spot: Box) -> bool:
    beside = BESIDE * (spot[2] - spot[0])
    return all(inner >= outer - beside for inner, outer in zip(box[:2], spot[:2], strict=True)) and all(
        inner <= outer + beside for inner, outer in zip(box[2:], spot[2:], strict=True)
    )


def _chosen(rivals: list[OcrLine], line: OcrLine) -> list[OcrLine]:
    """Of two readings of one stretch the surer; it is doubted where they differ, unless the second is beyond doubt."""
    before = _mean(rivals)
    chosen = [line] if line.confidence >= before else rivals
    believed = line.confidence >= max(BELIEVED, before)
    close = min(before, line.confidence) >= RIVAL and abs(before - line.confidence) < CLEARLY
    if believed or not close or _letters([line]) == _letters(rivals):
        return chosen
    return [replace(one, confidence=min(one.confidence, TORN)) for one in chosen]


def _same_stretch(box: Box, rivals: Sequence[OcrLine]) -> bool:
    """Whether what was read first lies where the second line does, with no room in it for a letter that was lost."""
    boxes = sorted(one.box for one in rivals)
    if any(after[0] - before[2] > LETTER * (box[3] - box[1]) for before, after in pairwise(boxes)):
        return False
    left, right = min(one.box[0] for one in rivals), max(one.box[2] for one in rivals)
    shared = min(box[2], right) - max(box[0], left)
    return shared > STRETCH * (max(box[2], right) - min(box[0], left))


def _mean(lines: Sequence[OcrLine]) -> float:
    """Confidence a letter."""
    return sum(line.confidence * len(line.text) for line in lines) / sum(len(line.text) for line in lines)


def _letters(lines: Sequence[OcrLine]) -> str:
    return "".join(filter(str.isalnum, "".join(one.text for one in sorted(lines, key=lambda one: one.box[0]))))


def unread(second: Sequence[OcrLine], lines: Sequence[OcrLine], spots: Sequence[Box]) -> list[Box]:
    """Where the second look found a line of the usual height under a spot that it can't read, and no line lies."""
    usual = _usual_height(lines)
    return [
        line.box
        for line in second
        if line.confidence < READ
        and _is_line(line.box, usual)
        and any(crosses(line.box, spot) for spot in spots)
        and not any(_covers(other.box, line.box) for other in lines)
    ]


def _is_line(box: Box, usual: float) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return LEAST_HEIGHT * usual < height < MOST_HEIGHT * usual and width > LEAST_LENGTH * height


def _weight(lines: Sequence[OcrLine]) -> float:
    return sum(line.confidence**2 * len(line.text) for line in lines)


def _covers(one: Box, other: Box) -> bool:
    """Whether two boxes share half of the smaller."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return width > 0 and height > 0 and width * height > 0.5 * min(areas)
