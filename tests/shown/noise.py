# ruff: noqa: E501 (what the screens say stands in one piece)
"""How a reader of pictures gives the lines of a page: boxes that are a little off, glued and split lines, lost letters."""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.shown.canvas import Canvas, Piece
from verifier.model import Document, Page, Picture, Place, SourceFile, TextLine

_ALIKE = {
    "0": "O",
    "1": "l",
    "威": "咸",
    "业": "亚",
    "创": "刨",
    "聘": "聃",
    "校": "枝",
    "会": "公",
    "策": "荣",
    "人": "入",
}
_NARROW = str.maketrans("：（），！", ":(),!")


@dataclass(frozen=True, slots=True)
class Habits:
    """How well a page is read."""

    glued: float = 0.25
    """share of neighbours in a row that become one line"""
    misread: float = 0.0
    """share of lines with a wrong or lost letter, which are read with low confidence"""
    tilt: float = 0.0
    """degrees by which the page was photographed askew"""
    jitter: float = 0.04
    """how far boxes are off, in heights of a letter"""
    narrow: float = 0.3
    """share of lines whose marks are read as narrow ones"""


CLEAN = Habits(0.0, 0.0, 0.0, 0.0, 0.0)


def read_as(
    canvas: Canvas,
    path: str,
    rng: random.Random,
    habits: Habits = Habits(),
    *,
    taken: datetime | None = None,
    context: Sequence[TextLine] = (),
    parent: str | None = None,
    phash: int | None = None,
) -> Document:
    """The page as a picture that was read."""
    place = Place(path, 1)
    size = (canvas.width, canvas.height)
    lines = tuple(_line(one, path, size, rng, habits) for one in _glued(canvas.pieces, rng, habits))
    digest = hashlib.sha256(f"{path}{lines}".encode()).hexdigest()
    file = SourceFile(path, digest, 90_000, "image", "read", parent=parent, pages=1)
    page = Page(place, None, size, lines=lines, needs_ocr=True)
    return Document(file, (page,), picture=Picture(place, size, taken, None, None, phash), context=tuple(context))


def _glued(pieces: Sequence[Piece], rng: random.Random, habits: Habits) -> list[Piece]:
    """Pieces from top to bottom; some neighbours in a row as one."""
    found: list[Piece] = []
    for one in sorted(pieces, key=lambda each: (round(each.top), each.left)):
        last = found[-1] if found else None
        beside = last and abs(last.top - one.top) < 0.3 * one.size and 0.7 < last.size / one.size < 1.4
        if last and beside and 0 <= one.left - last.right < 1.3 * one.size and rng.random() < habits.glued:
            blank = "" if one.left - last.right < 0.5 * one.size else rng.choice(["", " "])
            width = (one.right - last.left) / max(1.0, Piece(last.text + blank + one.text, 0, 0, 1).width)
            size = min(width, max(last.size, one.size))
            found[-1] = Piece(last.text + blank + one.text, last.left, min(last.top, one.top), size)
        else:
            found.append(one)
    return found


def _line(one: Piece, path: str, size: tuple[int, int], rng: random.Random, habits: Habits) -> TextLine:
    text, sure = one.text, 0.999 if not habits.jitter else round(rng.uniform(0.93, 0.999), 3)
    if rng.random() < habits.misread and len(text) > 3:
        text, sure = _misread(text, rng), round(rng.uniform(0.5, 0.79), 3)
    if rng.random() < habits.narrow:
        text = text.translate(_NARROW)
    off = [rng.gauss(0, habits.jitter) * one.size for _ in range(4)]
    pad = 0.08 * one.size
    box = (one.left - pad + off[0], one.top - pad + off[1], one.right + pad + off[2], one.bottom + pad + off[3])
    box = _tilted(box, size, habits.tilt)
    left, top, right, bottom = (max(0, round(each)) for each in box)
    return TextLine(text, Place(path, 1, (left, top, max(right, left + 1), max(bottom, top + 1))), sure, "ocr")


def _misread(text: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(text))
    other = _ALIKE.get(text[at], "") if rng.random() < 0.7 else ""
    return text[:at] + other + text[at + 1 :]


def _tilted(
    box: tuple[float, float, float, float], size: tuple[int, int], degrees: float
) -> tuple[float, float, float, float]:
    """The box around a box of a page that is turned a little about its middle."""
    if not degrees:
        return box
    turn = math.radians(degrees)
    x, y = size[0] / 2, size[1] / 2
    corners = [(box[i], box[j]) for i in (0, 2) for j in (1, 3)]
    turned = [
        (
            x + (a - x) * math.cos(turn) - (b - y) * math.sin(turn),
            y + (a - x) * math.sin(turn) + (b - y) * math.cos(turn),
        )
        for a, b in corners
    ]
    return min(a for a, _ in turned), min(b for _, b in turned), max(a for a, _ in turned), max(b for _, b in turned)
