"""What calamine does not tell of a workbook, in whatever format it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from verifier.readers.graphics import Graphic
from verifier.readers.outcome import Damaged
from verifier.readers.sheets.number_formats import NumberFormat

UNCOMPUTED = "#公式未计算"
"""what stands in a cell whose formula has no stored result: no formula is run"""


_PIXEL, _POINT = 9525, 12700
"""in the units of drawings"""
_USUAL_WIDTH, _USUAL_HEIGHT = 9.140625, 15.0
"""of a column in digits, of a row in points"""
_DIGIT = 7
"""pixels of a digit in the usual font"""
Area = tuple[int, int, int, int]
"""top, left, bottom, right of cells: numbers of rows and indices of columns, all inclusive"""


def _nothing(_: str) -> bytes:
    raise Damaged("图片不在文件里")


@dataclass(slots=True)
class Sizes:
    """How wide columns are, and how high rows."""

    width: float = _USUAL_WIDTH
    height: float = _USUAL_HEIGHT
    widths: dict[int, float] = field(default_factory=dict)
    """index → digits"""
    heights: dict[int, float] = field(default_factory=dict)
    """index → points"""

    def of_column(self, index: int) -> float:
        return round(self.widths.get(index, self.width) * _DIGIT) * _PIXEL

    def of_row(self, index: int) -> float:
        return self.heights.get(index, self.height) * _POINT


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
    covered: tuple[Area, ...] = ()
    """cells under pictures and shapes"""
    hidden_columns: frozenset[int] = frozenset()
    """indices"""
    remarks: tuple[str, ...] = ()
    """of old workbooks: notes of cells, which come up when those are pointed at"""

    @property
    def hides(self) -> bool:
        return bool(self.unseen or self.covered)

    def seen_in(self, number: int, width: int) -> Mapping[int, str]:
        """As `unseen` of a row of so many columns, with those that lie under something."""
        across = [(left, right) for top, left, bottom, right in self.covered if top <= number <= bottom]
        under = {column: "" for left, right in across for column in range(left, min(right + 1, width))}
        return {**self.unseen.get(number, {}), **under}


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    sheets: Mapping[str, SheetFacts] = field(default_factory=dict)
    media: tuple[str, ...] = ()
    """keys of all pictures, in their order in the file"""
    read: Callable[[str], bytes] = _nothing
    """the bytes of a picture by its key; raises Damaged"""
    in_cells: Mapping[str, str] = field(default_factory=dict)
    """name in the formula DISPIMG → key of the picture that WPS shows in that cell"""
