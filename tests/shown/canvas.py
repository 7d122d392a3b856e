"""A page of text as it is laid out: what a screen or a photo shows, before anybody reads it."""

from __future__ import annotations

from dataclasses import dataclass, field

Colour = tuple[int, int, int]
WIDE, NARROW = 1.0, 0.55
"""width of a letter by its height: a Chinese one, and any other"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, its top left corner and the height of its letters in pixels."""

    text: str
    left: float
    top: float
    size: float
    colour: Colour = (20, 20, 20)
    bold: bool = False

    @property
    def width(self) -> float:
        return width_of(self.text, self.size)

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.size


@dataclass(frozen=True, slots=True)
class Block:
    """A filled rectangle: a bar, a card, a picture in a text."""

    left: float
    top: float
    right: float
    bottom: float
    colour: Colour


def width_of(text: str, size: float) -> float:
    return sum(WIDE if ord(char) > 0x2E7F else NARROW for char in text) * size


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The text in lines that are no wider; no line begins with a mark that ends a sentence."""
    lines = [""]
    for char in text:
        if width_of(lines[-1] + char, size) > width and char not in "，。；：！？、）》”":
            lines.append("")
        lines[-1] += char
    return lines


def cut(text: str, size: float, width: float) -> str:
    """The text, with … where it is wider."""
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + "…", size) > width:
        text = text[:-1]
    return text + "…"


@dataclass(slots=True)
class Canvas:
    """What is put on a page, from top to bottom."""

    width: int
    height: int = 0
    paper: Colour = (255, 255, 255)
    ink: Colour = (25, 25, 25)
    faint: Colour = (140, 140, 140)
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def put(self, text: str, left: float, top: float, size: float, *, faint: bool = False, bold: bool = False) -> Piece:
        piece = Piece(text, left, top, size, self.faint if faint else self.ink, bold)
        self.pieces.append(piece)
        return piece

    def text(
        self, text: str, left: float, top: float, size: float, width: float, *, gap: float = 0.5, **more: bool
    ) -> float:
        """The text in lines; where the last one ends."""
        bottom = top
        for line in wrapped(text, size, width):
            bottom = self.put(line, left, bottom if bottom == top else bottom + gap * size, size, **more).bottom
        return bottom

    def row(self, texts: list[str], left: float, top: float, size: float, gap: float, **more: bool) -> float:
        """Texts side by side; where the row ends."""
        for text in texts:
            left = self.put(text, left, top, size, **more).right + gap
        return top + size

    def centred(self, text: str, middle: float, top: float, size: float, **more: bool) -> Piece:
        return self.put(text, middle - width_of(text, size) / 2, top, size, **more)

    def block(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        self.blocks.append(Block(left, top, right, bottom, colour))

    def cropped(self, top: float = 0, bottom: float | None = None) -> Canvas:
        """What a screenshot from one height to another keeps; a line cut through its middle is gone."""
        bottom = self.height if bottom is None else bottom
        kept = [
            Piece(one.text, one.left, one.top - top, one.size, one.colour, one.bold)
            for one in self.pieces
            if one.top + 0.3 * one.size >= top and one.bottom - 0.3 * one.size <= bottom
        ]
        blocks = [Block(one.left, one.top - top, one.right, one.bottom - top, one.colour) for one in self.blocks]
        return Canvas(self.width, round(bottom - top), self.paper, self.ink, self.faint, kept, blocks)
