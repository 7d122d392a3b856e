"""What is read: files, pages, lines, tables, pictures; and the flags that speak of them.

Coordinates are pixels of the page picture in reading orientation: left, top, right, bottom.
Pages, lines and rows are counted from 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Literal

Box = tuple[int, int, int, int]
"""left, top, right, bottom in pixels of the page picture, reading orientation"""
Number = int | float
"""of a record: a whole number as int, another as the nearest float"""

FileKind = Literal["image", "pdf", "word", "sheet", "text", "archive", "other"]
FileStatus = Literal["read", "partly-read", "unreadable", "unsupported", "refused", "ignored"]
Severity = Literal["gap", "review", "note"]
Support = Literal["content", "name-only", "contradicted"]

Outcome = Literal["agrees", "disagrees", "unknown"]
"""of a check: it agrees, it disagrees, or it can't be told"""

LineRole = Literal["title", "heading", "body", "caption"]

TEMPLATE = "template"
NEVER_EVIDENCE = ("official-form", "policy", TEMPLATE)
"""document types that are never evidence: neither counted, nor unassigned, nor misfiled"""

SEVERITY_ORDER: Mapping[str, int] = {"gap": 0, "review": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. `str()` of it is the citation a person reads."""

    file: str
    page: int | None = None
    box: Box | None = None
    cell: str | None = None
    """of a sheet: Sheet1!B7"""
    line: int | None = None
    """paragraph of a Word document, line of a text"""

    @property
    def leaf(self) -> tuple[str, int | None]:
        """The page that it stands on: of which file, and its number there."""
        return self.file, self.page

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file} {self.cell}"
        if self.line:
            return f"{self.file} 第{self.line}段"
        return f"{self.file} 第{self.page}页" if self.page else self.file


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding for a person: one Chinese sentence that says what was found and what to do."""

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    indicator: str | None = None
    """None: of a file no cell is concerned with, of the bundle or of the rules"""
    points_at_stake: Fraction | None = None
    """of the cell's own points"""
    remedy: str = ""
    """Chinese: what would bring the next points, where that can be told shorter than by the message"""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the bundle, or of an archive or document in it, and what became of it."""

    path: str
    """relative to the bundle, with /; inside an archive `outer.zip/inner`, a pasted picture `report.docx/image3.png`"""
    sha256: str
    size: int
    kind: FileKind
    status: FileStatus
    reason: str | None = None
    """why it is not `read`, in Chinese"""
    stored: Path | None = None
    """where its bytes lie on this machine; None when there are none to read"""
    parent: str | None = None
    """path of the Word or PDF file that contains this picture"""
    pages: int = 0
    format: str = ""
    """id of the format that the content has; '' where only the kind is known"""
    out_of_reach: bool = False
    """it could not be opened at that moment, which says nothing of its content"""
    source: Path | None = None
    """where it lies in the bundle itself, of which `stored` is a copy; None for what was unpacked"""


@dataclass(frozen=True, slots=True)
class Bundle:
    name: str
    files: tuple[SourceFile, ...]
    flags: tuple[Flag, ...] = ()
    listed: frozenset[str] = frozenset()
    """names of all that a folder held when it was opened, relative to it"""


@dataclass(frozen=True, slots=True)
class TextLine:
    text: str
    """NFC, as it stands"""
    place: Place
    confidence: float = 1.0
    """0…1; 1.0 for digital text"""
    origin: Literal["text", "ocr"] = "text"
    role: LineRole = "body"
    """as the format itself says (Word styles, a big centred first line); `body` when it says nothing"""
    bold: bool = False
    """all of it stands in bold type, as far as the format says so"""
    corrected: str = ""
    """`line` of the decision by which a person says that this stands there"""
    read_as: str = ""
    """what was read in the place of a text that is corrected"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of strings; a merged cell's text stands in its first cell only, the others are ''."""

    rows: tuple[tuple[str, ...], ...]
    place: Place
    sheet: str | None = None
    row_numbers: tuple[int, ...] = ()
    """of a sheet: the number of each row there"""
    hidden_rows: tuple[int, ...] = ()
    """indices into `rows`"""
    hidden: bool = False
    """the whole sheet is hidden"""
    title: str = ""
    """the paragraph just before the table, or ''"""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """top, left, bottom, right of each merged cell: indices of rows and columns, all inclusive"""
    row_boxes: tuple[Box, ...] = ()
    """of a table read out of a picture: the box of each row"""
    column_starts: tuple[float, ...] = ()
    """of a table read out of a picture: where each column begins, 0…1 of its width"""
    hidden_columns: tuple[int, ...] = ()
    """indices into each of `rows`"""

    def place_of(self, row: int, column: int | None = None) -> Place:
        """The place of a row, or of a cell in it (indices into `rows`)."""
        if self.sheet is None:
            return replace(self.place, box=self.row_boxes[row]) if self.row_boxes else self.place
        number = self.row_numbers[row] if self.row_numbers else row + 1
        return Place(self.place.file, cell=f"{self.sheet}!{column_letters(column or 0)}{number}")


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share some of the picture."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def column_letters(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Ground:
    """A colour that stretches of a picture have all over, without the grain of a camera."""

    grey: int
    colour: int
    """by how much its channels differ; 0 of white, grey and black"""
    share: float
    """of the picture"""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture file says of itself."""

    place: Place
    size: tuple[int, int]
    """width, height in reading orientation"""
    taken_at: datetime | None = None
    """EXIF DateTimeOriginal, by the camera's clock"""
    camera: str | None = None
    software: str | None = None
    phash: int | None = None
    """64-bit DCT hash of the grey picture"""
    sketch: bytes = b""
    """a small grey copy, JPEG"""
    marks: bytes = b""
    """its most telling details, hashed"""
    changed_at: datetime | None = None
    """EXIF DateTime: when the file was last written"""
    traces: tuple[str, ...] = ()
    """every program, kind of source and label that the file names"""
    grounds: tuple[Ground, ...] = ()
    """the largest first"""
    photos: tuple[int, float] = (0, 0.0)
    """how many photos stand in it, kept apart by gutters, and the share of it that they fill"""
    colourless: bool = False
    """the file holds greys alone"""


@dataclass(frozen=True, slots=True)
class Inlay:
    """A picture on a page."""

    sha256: str
    """of its file"""
    box: Box
    """in pixels of the page picture"""


@dataclass(frozen=True, slots=True)
class Probe:
    """A row of a text layer that is read again in the page picture."""

    text: str
    box: Box
    suspect: bool = False
    """it lies on a picture, or is invisible: where the picture does not show it, the layer is not believed"""


@dataclass(frozen=True, slots=True)
class Page:
    place: Place
    image: Path | None = None
    """the page picture, upright once it was read; None where the format has none (sheets, Word, text)"""
    size: tuple[int, int] | None = None
    """width, height of `image`"""
    turn: int = 0
    """degrees clockwise by which the picture was turned to stand upright: 0, 90, 180, 270"""
    lines: tuple[TextLine, ...] = ()
    needs_ocr: bool = False
    """set by `render`: the text is in the picture"""
    design: bool = False
    """the page comes from a layout (PDF with text, slides), not from a camera or scanner"""
    photos: tuple[int, float] = (0, 0.0)
    """of a scanned page: how many photos stand on it, and the share of it that they fill"""
    numbers: tuple[Box, ...] = ()
    """of a page with text: where long numbers stand, in tables too (IDs, phones, accounts)"""
    inlays: tuple[Inlay, ...] = ()
    """the pictures on it that are documents of their own"""
    probes: tuple[Probe, ...] = ()
    """of a page with text: rows by which the text is checked"""
    unveiled: tuple[TextLine, ...] | None = None
    """its lines as they would stand if the text that nobody sees were seen too; None where there is none"""

    def with_unseen(self) -> Page:
        """The page with all its text seen. One that was read by OCR says what it shows, whatever lies under it."""
        return self if self.unveiled is None or self.needs_ocr else replace(self, lines=self.unveiled)


@dataclass(frozen=True, slots=True)
class Signature:
    """An electronic seal or signature of a paper, and whether the paper is unchanged since.

    Whether whoever signed is who the certificate says is another question, which is not answered here.
    """

    place: Place
    """with a box where it is seen on a page"""
    title: str
    """name of the seal; '' of a signature without one"""
    signer: str
    """whom its certificate names; '' where that can't be told"""
    signed_at: datetime | None
    """UTC, by its own word"""
    intact: Outcome
    why: str = ""
    """Chinese: what disagrees with what, or why it can't be told"""


@dataclass(frozen=True, slots=True)
class Document:
    """One file read: its pages with lines, its tables, its pictures.

    What `render` gives has no lines on pages that need OCR; what `recognise` gives has them.
    """

    file: SourceFile
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    grids: tuple[Table, ...] = ()
    """tables that were read out of page pictures; the pages have their lines too"""
    picture: Picture | None = None
    """for an image file"""
    context: tuple[TextLine, ...] = ()
    """for a picture inside a document: the caption and the headings that stand over it"""
    flags: tuple[Flag, ...] = ()
    signatures: tuple[Signature, ...] = ()
    """electronic ones"""
    unveiled: tuple[Table, ...] | None = None
    """all its tables as they would stand if the text that nobody sees were seen too; None where there is none"""

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """Every line in reading order."""
        return tuple(line for page in self.pages for line in page.lines)

    @property
    def text(self) -> str:
        """All lines, then all tables (cells joined by tabs), joined by newlines."""
        rows = ("\t".join(row) for table in self.tables for row in table.rows)
        return "\n".join([*(line.text for line in self.lines), *rows])

    def with_unseen(self) -> Document | None:
        """The document as a program reads it that takes hidden text for text; None where it hides none."""
        pages = tuple(page.with_unseen() for page in self.pages)
        if pages == self.pages and self.unveiled is None:
            return None
        return replace(self, pages=pages, tables=self.tables if self.unveiled is None else self.unveiled)
