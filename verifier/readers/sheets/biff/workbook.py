"""Workbooks of before 1997 (BIFF 2 to 7), and streams of them without a container, as old systems still write them.

calamine reads their texts as Western ones. Their code page may be told wrongly: what is no text of it is Chinese.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from verifier.readers.outcome import Damaged, Locked
from verifier.readers.sheets.biff.looks import BiffLooks, unseen_cells
from verifier.readers.sheets.biff.records import BOF, Record, records, within
from verifier.readers.sheets.facts import UNCOMPUTED, SheetFacts
from verifier.readers.sheets.number_formats import NumberFormat, format_of
from verifier.readers.sheets.rows import Row

_WORKBOOK_GLOBALS, _LOCK = 0x0005, 0x002F
_BOUNDSHEET, _CODE_PAGE, _DATE_1904 = 0x0085, 0x0042, 0x0022
_FORMATS, _STYLES = (0x001E, 0x041E), {0x0043: "<xxB", 0x0243: "<xB", 0x0443: "<xB", 0x00E0: "<xxH"}
_LABELS, _NUMBERS, _FORMULAS = (0x0004, 0x0204, 0x00D6), (0x0003, 0x0203), (0x0006, 0x0206, 0x0406)
_INTEGER, _RK, _MULRK, _STRINGS = 0x0002, 0x027E, 0x00BD, (0x0007, 0x0207)
_BOOLEANS = (0x0005, 0x0205)
_ROWS = (0x0008, 0x0208)
_CODE_PAGES = {936: "gb18030", 950: "big5", 932: "cp932", 949: "cp949", 1251: "cp1251", 65001: "utf-8"}
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""numbers of the formats of dates and times that have no code in the file"""
_DATE_CODE = re.compile(r"[ymdhs年月日时分秒]", re.I)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_DAY = 2958466
_TEXT_RESULT = b"\xff\xff"


@dataclass(frozen=True, slots=True)
class OldSheet:
    name: str
    rows: tuple[Row, ...]
    facts: SheetFacts
    hidden: bool = False


@dataclass(slots=True)
class _Book:
    """What the sheets of a workbook share, as far as it has been read."""

    version: int
    code_page: str = "gb18030"
    since_1904: bool = False
    codes: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    looks: BiffLooks = field(init=False)

    def __post_init__(self) -> None:
        self.looks = BiffLooks(lambda number: self.codes.get(number, ""))

    def read(self, record: Record) -> None:
        self.looks.read(record)
        if record.kind == _CODE_PAGE and len(record.data) >= 2:
            self.code_page = _CODE_PAGES.get(struct.unpack_from("<H", record.data)[0], "gb18030")
        elif record.kind == _DATE_1904:
            self.since_1904 = record.data[:1] == b"\1"
        elif record.kind in _FORMATS:
            named = record.kind == _FORMATS[1]
            number = struct.unpack_from("<H", record.data)[0] if named else len(self.codes)
            self.codes[number] = self.text(record.data[2 * named + 1 :])
        elif form := _STYLES.get(record.kind):
            number = struct.unpack_from(form, record.data)[0]
            self.styles.append(number & 0x3F if record.kind == 0x0043 else number)

    def text(self, raw: bytes) -> str:
        try:
            return raw.decode(self.code_page)
        except UnicodeDecodeError:
            return raw.decode("gb18030" if self.code_page != "gb18030" else "cp1252", "replace")

    def value(self, number: float, style: int) -> object:
        if not self._is_date(style) or not 0 <= number < _LAST_DAY:
            return number
        moment = (_EPOCH_1904 if self.since_1904 else _EPOCH) + timedelta(seconds=round(number * 86400))
        return time(moment.hour, moment.minute, moment.second) if number < 1 else moment

    def format(self, style: int) -> NumberFormat | None:
        return None if self._is_date(style) else format_of(self._code(style))

    def _code(self, style: int) -> str:
        number = self.styles[style] if style < len(self.styles) else 0
        return self.codes.get(number, {9: "0%", 10: "0.00%"}.get(number, ""))

    def _is_date(self, style: int) -> bool:
        number = self.styles[style] if style < len(self.styles) else 0
        code = self.codes.get(number)
        return (
            number in _DATES if code is None else bool(_DATE_CODE.search(_QUOTED.sub("", code.replace("General", ""))))
        )


def read_old_workbook(stream: bytes) -> tuple[OldSheet, ...]:
    """The sheets of a stream. Raises Damaged where it is none."""
    first = next(records(stream), None)
    if first is None or first.kind not in BOF:
        raise Damaged("文件已损坏，读不出来")
    kind = struct.unpack_from("<H", first.data, 2)[0] if len(first.data) >= 4 else 0
    book = _Book(first.kind >> 8)
    if kind != _WORKBOOK_GLOBALS:
        return (_sheet(book, "Sheet1", [*within(stream, 0)], False),)
    listed = []
    for record in within(stream, 0):
        if record.kind == _LOCK:
            raise Locked
        book.read(record)
        if record.kind == _BOUNDSHEET and len(record.data) > 7 and record.data[5] == 0:
            listed.append(record.data)
    return tuple(
        _sheet(book, book.text(data[7:]), [*within(stream, struct.unpack_from("<I", data)[0])], bool(data[4] & 3))
        for data in listed
    )


@dataclass(slots=True)
class _Cells:
    book: _Book
    rows: dict[int, dict[int, object]] = field(default_factory=dict)
    formats: dict[int, dict[int, NumberFormat]] = field(default_factory=dict)
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    waiting: tuple[int, int] | None = None
    """the cell of a formula whose text comes next"""

    def put(self, row: int, column: int, value: object) -> None:
        self.rows.setdefault(row, {})[column] = value

    def number(self, row: int, column: int, style: int, value: float) -> None:
        shown = self.book.value(value, style)
        self.put(row, column, shown)
        if isinstance(shown, float) and (form := self.book.format(style)):
            self.formats.setdefault(row + 1, {})[column] = form


def _sheet(book: _Book, name: str, found: Sequence[Record], hidden: bool) -> OldSheet:
    cells = _Cells(book)
    for record in found:
        book.read(record)
        reader = _READERS.get(record.kind)
        if reader and len(record.data) >= 4:
            try:
                reader(cells, record)
            except (struct.error, IndexError):  # a record that is cut costs itself alone
                continue
    rows = tuple(_laid_out(cells.rows))
    hidden_rows = frozenset(number + 1 for number in _hidden_rows(found))
    reach = sum(len(row) for _, row in rows)
    unseen = unseen_cells(found, book.looks.looks())
    return OldSheet(name, rows, SheetFacts(hidden_rows, cells.formats, cells.texts, reach, unseen=unseen), hidden)


def _laid_out(rows: Mapping[int, Mapping[int, object]]) -> Iterator[Row]:
    for index in sorted(rows):
        width = max(rows[index]) + 1
        yield index, [rows[index].get(column, "") for column in range(width)]


def _hidden_rows(found: Sequence[Record]) -> Iterator[int]:
    for record in found:
        if record.kind == _ROWS[1] and len(record.data) >= 14 and record.data[12] & 0x20:
            yield struct.unpack_from("<H", record.data)[0]


def _head(cells: _Cells, record: Record) -> tuple[int, int, int, bytes]:
    """Row, column and style of a cell, and what follows."""
    row, column = struct.unpack_from("<HH", record.data)
    if record.kind < 0x0200 and cells.book.version < 2 and record.kind not in (0x00D6, 0x00BD):
        return row, column, record.data[4] & 0x3F, record.data[7:]
    return row, column, struct.unpack_from("<H", record.data, 4)[0], record.data[6:]


def _label(cells: _Cells, record: Record) -> None:
    row, column, _, rest = _head(cells, record)
    wide = record.kind != _LABELS[0]
    length = int.from_bytes(rest[: 1 + wide], "little")
    cells.put(row, column, cells.book.text(rest[1 + wide : 1 + wide + length]))


def _number(cells: _Cells, record: Record) -> None:
    row, column, style, rest = _head(cells, record)
    cells.number(row, column, style, struct.unpack_from("<d", rest)[0])


def _integer(cells: _Cells, record: Record) -> None:
    row, column, style, rest = _head(cells, record)
    cells.number(row, column, style, float(struct.unpack_from("<H", rest)[0]))


def _rk(cells: _Cells, record: Record) -> None:
    row, column, style, rest = _head(cells, record)
    cells.number(row, column, style, _of_rk(rest))


def _mulrk(cells: _Cells, record: Record) -> None:
    row, first = struct.unpack_from("<HH", record.data)
    for at in range((len(record.data) - 6) // 6):
        place = 4 + 6 * at
        style = struct.unpack_from("<H", record.data, place)[0]
        cells.number(row, first + at, style, _of_rk(record.data[place + 2 :]))


def _of_rk(data: bytes) -> float:
    """A number in 30 bits: whole, or the head of a float; perhaps a hundred times what is meant."""
    raw = struct.unpack_from("<i", data)[0]
    value = float(raw >> 2) if raw & 2 else struct.unpack("<d", struct.pack("<q", (raw & ~3) << 32))[0]
    return value / 100 if raw & 1 else value


def _boolean(cells: _Cells, record: Record) -> None:
    row, column, _, rest = _head(cells, record)
    cells.put(row, column, bool(rest[0]) if not rest[1] else "#N/A")


def _formula(cells: _Cells, record: Record) -> None:
    row, column, style, rest = _head(cells, record)
    cells.waiting = None
    if rest[6:8] != _TEXT_RESULT:
        cells.number(row, column, style, struct.unpack_from("<d", rest)[0])
    elif rest[0] == 0:
        cells.waiting = row, column
        cells.texts.setdefault(row + 1, {})[column] = UNCOMPUTED
    elif rest[0] == 1:
        cells.put(row, column, bool(rest[2]))


def _string(cells: _Cells, record: Record) -> None:
    wide = record.kind == _STRINGS[1]
    length = int.from_bytes(record.data[: 1 + wide], "little")
    if cells.waiting is not None:
        row, column = cells.waiting
        cells.put(row, column, cells.book.text(record.data[1 + wide : 1 + wide + length]))
        cells.texts.get(row + 1, {}).pop(column, None)
        cells.waiting = None


_READERS: Mapping[int, Callable[[_Cells, Record], None]] = {
    **dict.fromkeys(_LABELS, _label),
    **dict.fromkeys(_NUMBERS, _number),
    **dict.fromkeys(_FORMULAS, _formula),
    **dict.fromkeys(_STRINGS, _string),
    **dict.fromkeys(_BOOLEANS, _boolean),
    _INTEGER: _integer,
    _RK: _rk,
    _MULRK: _mulrk,
}
