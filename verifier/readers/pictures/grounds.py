"""What the pixels of a picture say of how it was made: grounds without grain, photos that stand apart in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from verifier.likeness.marks import Array
from verifier.model import Ground

_BLOCK, _ACROSS = 8, 64
"""pixels of a block on each side; blocks looked at in a row and in a column"""
_GRAIN = 3
"""by so much the pixels of an even block differ at most: what JPEG leaves; the grain of a camera is more"""
_ALIKE, _APART = 1, 2
"""greys by which blocks of one ground differ, and within which no other ground begins"""
_MOST_GROUNDS = 4

_LINE_PIXELS = 200
"""of a row or column that are looked at"""
_GUTTER_GRAIN, _GUTTER_GREY, _GUTTER = 14, 100, 2
"""a gutter: by so much its pixels differ at most; so far it is from middle grey at least; so many pixels wide"""
_FRAME = 100
"""the part of a row or column at its ends that is not looked at: one of so many"""
_NARROWEST = 1 / 20
"""of the picture's side: a photo of a collage, at least"""
_LEAST_AREA = 0.03
_DEPTH = 4
"""cuts within cuts"""
_PHOTO_EVEN, _PHOTO_COLOUR, _COLOUR = 0.5, 0.1, 20
"""share of even blocks in a photo, at most, and of coloured ones, at least; difference of channels that is a colour"""

_EDGE, _OFF_PAPER = 2, 16
"""blocks at the edges of a scanned page that show its paper; by which a channel of a photo differs from it"""
_DENSE, _RECTANGLE = 0.7, 0.75
"""share of blocks off the paper in a photo, at least: in writing there are fewer; share of its rectangle it fills"""
_LEAST_ON_PAGE = 0.06
"""of a page: a photo on it, at least; a seal or the head of a table is smaller"""

_Part = tuple[int, int, int, int]
"""top, left, bottom, right"""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Small squares from all over a picture, row by row."""

    even: Array
    """whether a block has one colour and no grain"""
    mean: Array
    """its colour"""

    @property
    def colour(self) -> Array:
        """By how much the channels of each differ."""
        return np.asarray(self.mean.max(axis=2) - self.mean.min(axis=2))


def blocks_of(picture: Image.Image) -> Blocks:
    """Blocks of a picture in RGB or grey, taken from strips of it: the whole may be too large to unpack once more."""
    width, height = picture.size
    columns = _starts(width)
    picked = np.minimum((columns[:, None] + np.arange(_BLOCK)).ravel(), width - 1)
    strips = (picture.crop((0, top, width, top + _BLOCK)).convert("RGB") for top in _starts(height).tolist())
    pixels = np.stack([np.asarray(strip)[:, picked] for strip in strips])
    squares = pixels.reshape(len(pixels), _BLOCK, len(columns), _BLOCK, 3)
    spread = squares.max(axis=(1, 3)).astype(np.int16) - squares.min(axis=(1, 3))
    return Blocks(spread.max(axis=2) <= _GRAIN, squares.mean(axis=(1, 3)))


def _starts(length: int) -> Array:
    many = max(1, min(_ACROSS, length // _BLOCK))
    return np.linspace(0, max(0, length - _BLOCK), many).astype(int)


def grounds_of(blocks: Blocks) -> tuple[Ground, ...]:
    """The colours that most of the even blocks have, the largest first."""
    return tuple(_largest(blocks))


def _largest(blocks: Blocks) -> Iterator[Ground]:
    grey = blocks.mean.mean(axis=2).round().astype(int)
    counts = np.bincount(grey[blocks.even], minlength=256)
    for _ in range(_MOST_GROUNDS):
        most = int(counts.argmax())
        if not counts[most]:
            return
        own = blocks.even & (np.abs(grey - most) <= _ALIKE)
        share = float(counts[max(0, most - _ALIKE) : most + _ALIKE + 1].sum() / grey.size)
        yield Ground(most, round(float(blocks.colour[own].mean())), round(share, 3))
        counts[max(0, most - _APART) : most + _APART + 1] = 0


def photos_beside(grey: Array, blocks: Blocks) -> tuple[int, float]:
    """How many photos stand in a picture, kept apart by straight gutters, and what share of it they fill."""
    height, width = grey.shape
    filled = [
        (bottom - top) * (right - left) / (height * width)
        for top, left, bottom, right in _parts(grey, (0, 0, height, width))
        if _is_photo(blocks, (top / height, left / width, bottom / height, right / width))
    ]
    photos = [area for area in filled if area >= _LEAST_AREA]
    return len(photos), round(sum(photos), 3)


def photos_on_paper(blocks: Blocks) -> tuple[int, float]:
    """How many photos stand on the paper of a scanned page, and what share of it they fill."""
    mean = blocks.mean
    edges = (mean[:_EDGE], mean[-_EDGE:], mean[:, :_EDGE], mean[:, -_EDGE:])
    paper = np.median(np.concatenate([edge.reshape(-1, 3) for edge in edges]), axis=0)
    off = (np.abs(mean - paper).max(axis=2) >= _OFF_PAPER).astype(np.float32)
    dense = (cv2.blur(off, (3, 3)) >= _DENSE).astype(np.uint8)
    _, _, found, _ = cv2.connectedComponentsWithStats(dense, connectivity=4)
    areas = [area for _, _, wide, high, area in found[1:].tolist() if area >= _RECTANGLE * wide * high]
    photos = [area / dense.size for area in areas if area >= _LEAST_ON_PAGE * dense.size]
    return len(photos), round(sum(photos), 3)


def _is_photo(blocks: Blocks, part: tuple[float, float, float, float]) -> bool:
    """Whether a part of a picture, in shares of its sides, has the grain and the colours of a photo."""
    rows, columns = blocks.even.shape
    top, left, bottom, right = part
    there = (
        slice(int(top * rows), max(int(top * rows) + 1, int(bottom * rows))),
        slice(int(left * columns), max(int(left * columns) + 1, int(right * columns))),
    )
    coloured = (blocks.colour[there] > _COLOUR).mean()
    return bool(blocks.even[there].mean() <= _PHOTO_EVEN and coloured >= _PHOTO_COLOUR)


def _parts(grey: Array, part: _Part, depth: int = _DEPTH) -> Iterator[_Part]:
    """What gutters cut a picture into, each cut again across."""
    top, left, bottom, right = part
    inside = grey[top:bottom, left:right]
    rows, columns = _pieces(inside), _pieces(inside.T)
    if depth == 0 or max(len(rows), len(columns)) <= 1:
        yield part
    elif len(rows) >= len(columns):
        for begins, ends in rows:
            yield from _parts(grey, (top + begins, left, top + ends, right), depth - 1)
    else:
        for begins, ends in columns:
            yield from _parts(grey, (top, left + begins, bottom, left + ends), depth - 1)


def _pieces(grey: Array) -> list[tuple[int, int]]:
    """The stretches between the gutters that run across, those that are wide enough."""
    length, across = grey.shape
    # a picture may have a thin frame of another colour
    frame = across // _FRAME
    seen = grey[:, frame : across - frame : max(1, across // _LINE_PIXELS)].astype(np.int16)
    even = seen.max(axis=1) - seen.min(axis=1) <= _GUTTER_GRAIN
    gutter = even & (np.abs(seen.mean(axis=1) - 128) >= _GUTTER_GREY)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], gutter, [False]))))
    wide = [(a, b) for a, b in edges.reshape(-1, 2).tolist() if b - a >= _GUTTER]
    begins = [0, *(b for _, b in wide)]
    ends = [*(a for a, _ in wide), length]
    least = max(3 * _BLOCK, length * _NARROWEST)
    return [(a, b) for a, b in zip(begins, ends, strict=True) if b - a >= least]
