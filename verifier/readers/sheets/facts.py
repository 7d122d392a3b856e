"""What calamine does not tell of a workbook, in whatever format it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from verifier.readers.graphics import Graphic
from verifier.readers.outcome import Damaged
from verifier.readers.sheets.number_formats import NumberFormat

UNCOMPUTED = "#公式未计算"
"""what stands in a cell whose formula has no stored result: no formula is run"""


def _nothing(_: str) -> bytes:
    raise Damaged("图片不在文件里")


@dataclass(frozen=True, slots=True)
class Boxed:
    """A paragraph in a text box or a shape."""

    row: int
    seen: str
    """what a person sees of it"""
    text: str


@dataclass(frozen=True, slots=True)
class SheetFacts:
    hidden_rows: frozenset[int] = frozenset()
    """numbers of rows"""
    formats: Mapping[int, Mapping[int, NumberFormat]] = field(default_factory=dict)
    """row number → column index → how a number there is shown"""
    texts: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    """row number → column index → what stands there, where the cell keeps something else or nothing"""
    reach: int = 0
    """cells in the rectangle that holds all cells"""
    pictures: tuple[tuple[int, str], ...] = ()
    """row number and key of each picture"""
    boxes: tuple[Boxed, ...] = ()
    charts: tuple[tuple[int, Graphic], ...] = ()
    unseen: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    """row number → column index → what a person sees of a text or number that is hidden as a whole or in part"""
    hidden_columns: frozenset[int] = frozenset()
    """indices"""


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    sheets: Mapping[str, SheetFacts] = field(default_factory=dict)
    media: tuple[str, ...] = ()
    """keys of all pictures, in their order in the file"""
    read: Callable[[str], bytes] = _nothing
    """the bytes of a picture by its key; raises Damaged"""
    in_cells: Mapping[str, str] = field(default_factory=dict)
    """name in the formula DISPIMG → key of the picture that WPS shows in that cell"""
