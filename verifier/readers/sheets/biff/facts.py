"""Records of old workbooks ([MS-XLS] and the versions before), and what stands beside their cells."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from verifier import ole
from verifier.readers.bounds import MOST_SPANNED
from verifier.readers.outcome import Damaged, clean
from verifier.readers.parts import Package
from verifier.readers.sheets.biff.charts import charts_of
from verifier.readers.sheets.biff.escher import Drawing, Shape, drawing_of, pictures_of
from verifier.readers.sheets.biff.looks import BiffLooks, unseen_cells
from verifier.readers.sheets.biff.records import CONTINUE, Record, within
from verifier.readers.sheets.boxes import margin_lines
from verifier.readers.sheets.facts import Boxed, SheetFacts, WorkbookFacts
from verifier.readers.sheets.looks import Look, colour_of_bytes
from verifier.readers.sheets.number_formats import NumberFormat, format_of
from verifier.readers.sheets.rows import show
from verifier.readers.sheets.workbook import cell_images

_BOUNDSHEET, _XF, _FORMAT, _ROW = 0x0085, 0x00E0, 0x041E, 0x0208
_DRAWING_GROUP, _DRAWING, _TXO, _OBJ = 0x00EB, 0x00EC, 0x01B6, 0x005D
_NUMBER, _RK, _MULRK, _FORMULA = 0x0203, 0x027E, 0x00BD, 0x0006
_COLUMNS, _HEADER, _FOOTER = 0x007D, 0x0014, 0x0015
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_NOTE = 0x19
"""kind of an object"""
_FROM_PALETTE = 8
"""how the colour of a shape begins that is a number and no colour"""
_BUILT_IN = {9: "0%", 10: "0.00%"}
_MOST_PIECES = 100
"""records in which a text of a box may go on"""
_CELL_IMAGES = "ETCellImageData"
"""stream in which WPS keeps the pictures of cells, as parts of a package"""


def old_stream(data: bytes) -> bytes:
    """The stream of a workbook of before 1997 in a container; none where there is a newer one too."""
    try:
        with ole.opened(data) as container:
            return b"" if container.exists("Workbook") else ole.stream(container, "Book")
    except (OSError, ValueError, TypeError, IndexError):
        return b""


def read_biff_facts(data: bytes) -> WorkbookFacts:
    """What lies on the sheets of a workbook in a container, and how it shows numbers; nothing where that is damaged."""
    try:
        with ole.opened(data) as container:
            stream, of_wps = ole.stream(container, "Workbook"), ole.stream(container, _CELL_IMAGES)
        return _facts(stream, of_wps)
    except (OSError, ValueError, TypeError, IndexError, struct.error):  # what wants a password reads as nonsense here
        return WorkbookFacts()


def _facts(stream: bytes, of_wps: bytes) -> WorkbookFacts:
    shared = [*within(stream, 0)]
    codes = _codes(shared)
    styles = _styles(shared, codes)
    looks = BiffLooks(lambda number: codes.get(number, ""))
    for record in shared:
        looks.read(record)

    def show_number(value: float, style: int) -> str:
        return show(value, styles.get(style))

    media = dict(pictures_of(b"".join(_continued(shared, _DRAWING_GROUP))))
    keys = tuple(media)
    sheets = {}
    listed = [record.data for record in shared if record.kind == _BOUNDSHEET and len(record.data) > 8]
    starts = [struct.unpack_from("<I", data)[0] for data in listed]
    for data, at in zip(listed, starts, strict=True):
        name, end = short_text(data[6:]), min((each for each in starts if each > at), default=len(stream))
        found = [*within(stream, at)]
        charts = tuple((1, chart) for chart in charts_of(stream, at, end, show_number, short_text))
        known = _sheet_facts(found, styles, keys, looks)
        sheets[name] = replace(known, unseen=unseen_cells(found, looks.looks()), charts=charts)
    named = _of_wps(of_wps)
    every = media | {name: named[1][part] for name, part in named[0].items()}
    return WorkbookFacts(sheets, tuple(every), lambda key: _bytes_of(every, key), {name: name for name in named[0]})


def _bytes_of(media: Mapping[str, bytes], key: str) -> bytes:
    if key not in media:
        raise Damaged("图片不在文件里")
    return media[key]


def _of_wps(data: bytes) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    """Name → part of the pictures of cells, and the bytes of those parts."""
    if not data:
        return {}, {}
    try:
        with ZipFile(BytesIO(data)) as archive:
            package = Package(archive)
            part = next((name for name in package.names if name.lower().endswith("cellimages.xml")), "")
            found = cell_images(package, part)
            return found, {name: package.read(name) for name in found.values()}
    except (BadZipFile, Damaged, OSError, ValueError):
        return {}, {}


def _continued(shared: Sequence[Record], kind: int) -> Iterator[bytes]:
    """The data of records of a kind and of those that go on with them."""
    last = 0
    for record in shared:
        if record.kind != CONTINUE:
            last = record.kind
        if last == kind:
            yield record.data


def _codes(shared: Sequence[Record]) -> Mapping[int, str]:
    """The formats of numbers by their numbers."""
    codes = dict(_BUILT_IN)
    for record in shared:
        if record.kind == _FORMAT and len(record.data) > 4:
            codes[struct.unpack_from("<H", record.data)[0]] = _long_text(record.data[2:])
    return codes


def _styles(shared: Sequence[Record], codes: Mapping[int, str]) -> Mapping[int, NumberFormat]:
    used = [struct.unpack_from("<HH", record.data)[1] for record in shared if record.kind == _XF]
    shown = {number: format_of(codes.get(number, "")) for number in set(used)}
    return {index: made for index, number in enumerate(used) if (made := shown[number]) is not None}


def _sheet_facts(
    found: Sequence[Record], styles: Mapping[int, NumberFormat], keys: Sequence[str], looks: BiffLooks
) -> SheetFacts:
    rows = (struct.unpack_from("<H10xH", record.data) for record in found if record.kind == _ROW)
    hidden = frozenset(row + 1 for row, flags in rows if flags & _HIDDEN_ROW)
    formats: dict[int, dict[int, NumberFormat]] = {}
    for row, column, style in _numbers(found):
        if style in styles:
            formats.setdefault(row + 1, {})[column] = styles[style]
    drawing = drawing_of(b"".join(_drawn(found)))
    return SheetFacts(
        hidden,
        formats,
        pictures=_placed(drawing, keys),
        boxes=(*_boxes(found, drawing, looks), *_margins(found)),
        hidden_columns=frozenset(_hidden_columns(found)),
        remarks=tuple(clean(_text_of(found, at)) for at, shape in _boxed(found, drawing, of_cells=True)),
    )


def _margins(found: Sequence[Record]) -> Iterator[Boxed]:
    """What is printed over and under the sheet."""
    for record in found:
        if record.kind in (_HEADER, _FOOTER):
            yield from (Boxed(1, line, line) for line in margin_lines(_long_text(record.data)))


def _hidden_columns(found: Sequence[Record]) -> Iterator[int]:
    for record in found:
        if record.kind == _COLUMNS and len(record.data) >= 10:
            first, last, width, _, flags = struct.unpack_from("<HHHHH", record.data)
            if flags & _HIDDEN_COLUMN or not width:
                yield from range(first, min(last, MOST_SPANNED) + 1)


def _numbers(found: Sequence[Record]) -> Iterator[tuple[int, int, int]]:
    """Row, column and style of the cells that hold numbers."""
    for record in found:
        if record.kind in (_NUMBER, _RK, _FORMULA) and len(record.data) >= 6:
            yield struct.unpack_from("<HHH", record.data)
        elif record.kind == _MULRK:
            row, first = struct.unpack_from("<HH", record.data)
            for at in range((len(record.data) - 6) // 6):
                yield row, first + at, struct.unpack_from("<H", record.data, 4 + 6 * at)[0]


def _drawn(found: Sequence[Record]) -> Iterator[bytes]:
    """The drawing of a sheet, which is cut where an object or its text stands, and goes on behind."""
    of_drawing = False
    for record in found:
        if record.kind == _DRAWING:
            of_drawing = True
            yield record.data
        elif record.kind == CONTINUE and of_drawing:
            yield record.data
        else:
            of_drawing = False


def _placed(drawing: Drawing, keys: Sequence[str]) -> tuple[tuple[int, str], ...]:
    return tuple((shape.row, keys[shape.picture - 1]) for shape in drawing.shapes if 0 < shape.picture <= len(keys))


def _boxes(found: Sequence[Record], drawing: Drawing, looks: BiffLooks) -> Iterator[Boxed]:
    """The paragraphs in text boxes: a text stands in the records that go on with its own, and then its type."""
    for at, shape in _boxed(found, drawing, of_cells=False):
        text = _text_of(found, at)
        seen = [_is_seen(look, shape) for look in _looks_in(found, at, len(text), looks, _ground(shape, looks))]
        for whole, shown in _lines_of(text, seen):
            yield Boxed(shape.row, shown, whole)


def _boxed(found: Sequence[Record], drawing: Drawing, of_cells: bool) -> Iterator[tuple[int, Shape]]:
    """Where the text of each box begins, and its shape: of hidden notes of cells, or of all others."""
    shapes = [shape for shape in drawing.shapes if shape.has_text]
    for number, (at, kind) in enumerate(_texts(found)):
        shape = shapes[number] if number < len(shapes) else Shape(1)
        if (kind == _NOTE and shape.is_hidden) is of_cells:
            yield at, shape


def _texts(found: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Where the text of each object begins, and the kind of the object."""
    kind = 0
    for at, record in enumerate(found):
        if record.kind == _OBJ and len(record.data) >= 6:
            kind = int(struct.unpack_from("<H", record.data, 4)[0])
        elif record.kind == _TXO:
            yield at, kind


def _lines_of(text: str, seen: Sequence[bool]) -> Iterator[tuple[str, str]]:
    """The lines of a text, and what is seen of each."""
    breaks = [at for at, letter in enumerate(text) if letter in "\r\n"]
    for start, end in zip([0, *(at + 1 for at in breaks)], [*breaks, len(text)], strict=True):
        if whole := clean(text[start:end]):
            yield whole, clean("".join(text[at] for at in range(start, end) if seen[at]))


def _is_seen(look: Look, shape: Shape) -> bool:
    return not shape.is_hidden and look.is_seen(True)


def _ground(shape: Shape, looks: BiffLooks) -> str:
    """The ground of a shape; '' for what can't be told."""
    if shape.fill is None:
        return ""
    *colour, kind = shape.fill
    return looks.colour(colour[0]) if kind == _FROM_PALETTE else "" if kind else colour_of_bytes(bytes(colour))


def _looks_in(found: Sequence[Record], at: int, length: int, looks: BiffLooks, ground: str) -> list[Look]:
    """How each letter of a text box looks."""
    behind = [record for record in found[at + 1 : at + 1 + _MOST_PIECES] if record.kind == CONTINUE]
    size = struct.unpack_from("<H", found[at].data, 12)[0] if len(found[at].data) >= 14 else 0
    told = next((record.data for record in behind[1:] if len(record.data) == size), b"")
    runs = [struct.unpack_from("<HH", told, place) for place in range(0, len(told) - 7, 8)]
    letters = [Look("", ground)] * length
    for start, font in runs:
        colour, points = looks.font(font)
        letters[start:] = [Look(colour, ground, points)] * len(letters[start:])
    return letters


def _text_of(found: Sequence[Record], at: int) -> str:
    if len(found[at].data) < 12:
        return ""
    left = int(struct.unpack_from("<H", found[at].data, 10)[0])
    text = ""
    for record in found[at + 1 :]:
        if record.kind != CONTINUE or left <= 0 or not record.data:
            break
        piece = (
            record.data[1:].decode("utf-16-le", "replace") if record.data[0] & 1 else record.data[1:].decode("latin-1")
        )
        text += piece[:left]
        left -= len(piece)
    return text


def short_text(data: bytes) -> str:
    """A text of at most 255 characters with its length before it."""
    return _text(data[2:], data[0], data[1]) if len(data) > 1 else ""


def _long_text(data: bytes) -> str:
    return _text(data[3:], int.from_bytes(data[:2], "little"), data[2]) if len(data) > 2 else ""


def _text(data: bytes, length: int, flags: int) -> str:
    return data[: 2 * length].decode("utf-16-le", "replace") if flags & 1 else data[:length].decode("latin-1")
