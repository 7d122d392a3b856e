"""What calamine does not tell of an .ods: what is hidden, numbers as shown, pictures, text boxes, charts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.readers.graphics import Graphic
from verifier.readers.outcome import Damaged, clean, trimmed
from verifier.readers.parts import Element, Package, attribute, child, children, local
from verifier.readers.sheets.facts import UNCOMPUTED, Area, Boxed, SheetFacts, WorkbookFacts
from verifier.readers.sheets.looks import PAPER, Look
from verifier.readers.sheets.ods_looks import OdsLooks
from verifier.readers.sheets.scanned_sight import about_as_many, areas_of

_CONTENT, _STYLES = "content.xml", "styles.xml"
_UNSEEN = ("collapse", "filter")
_BOXES = ("text-box", "custom-shape", "rect", "ellipse")
_USUAL = "Default"
"""style of cells that name none"""
_DRAWN = (*_BOXES, "image", "object")
_OF_SHEET = re.compile(r"(?:'[^']*'|[^\s:']+)\.")
_MARGINS = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_FIELDS = ("page-number", "page-count", "sheet-name", "title", "date", "time", "file-name")
"""what a program puts into them when it prints"""
_MOST_REPEATED = 1000
"""times that a row or a cell with something in it is taken"""
_WITH_WORDS = re.compile(r"(?P<before>[^\d.,\-]*)-?[\d.,]+(?P<after>[^\d]*)")
_LETTERS = re.compile(r"[^\W\d_]|[㎡‰]")


@dataclass(slots=True)
class _Sheet:
    looks: OdsLooks
    ground: str = ""
    """of what has no fill of its own"""
    columns: list[str] = field(default_factory=list)
    """the style of each column's cells"""
    hidden_columns: set[int] = field(default_factory=set)
    unseen: dict[int, dict[int, str]] = field(default_factory=dict)
    areas: list[Area] = field(default_factory=list)
    """in which conditions change how cells look"""
    hidden: set[int] = field(default_factory=set)
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    pictures: list[tuple[int, str]] = field(default_factory=list)
    boxes: list[Boxed] = field(default_factory=list)
    charts: list[tuple[int, Graphic]] = field(default_factory=list)


def read_ods_facts(package: Package) -> WorkbookFacts:
    """The facts of each sheet by its name; of a damaged part nothing is told."""
    try:
        root = package.xml(_CONTENT)
    except Damaged:
        return WorkbookFacts()
    looks = OdsLooks(_styles(package), root)
    sheets = {attribute(node, "name"): _facts(package, node, looks) for node in root.iter() if _is_sheet(node)}
    margins = tuple(Boxed(1, line, line) for line in dict.fromkeys(_margins(package)))
    if margins and sheets:
        first = next(iter(sheets))
        sheets[first] = replace(sheets[first], boxes=(*sheets[first].boxes, *margins))
    media = dict.fromkeys(part for facts in sheets.values() for _, part in facts.pictures)
    return WorkbookFacts(sheets, tuple(media), package.read)


def _margins(package: Package) -> Iterator[str]:
    """What is printed over and under the sheets, but for what any program prints there."""
    try:
        root = package.xml(_STYLES) if _STYLES in package.names else None
    except Damaged:
        return
    for margin in root.iter() if root is not None else ():
        if local(margin) in _MARGINS and attribute(margin, "display") != "false":
            for paragraph in (node for node in margin.iter() if local(node) == "p"):
                text = clean("".join(_words(paragraph, without=_FIELDS)))
                yield from () if text.isascii() else (text,)


def _is_sheet(node: Element) -> bool:
    """Whether a table is a sheet of the workbook and not one within a chart."""
    parent = node.getparent() if local(node) == "table" else None
    return parent is not None and local(parent) == "spreadsheet"


def _styles(package: Package) -> Element | None:
    try:
        return package.xml(_STYLES) if _STYLES in package.names else None
    except Damaged:
        return None


def _facts(package: Package, table: Element, looks: OdsLooks) -> SheetFacts:
    drawn = sum(1 for _ in table.iter(*(f"{{*}}{name}" for name in _DRAWN)))
    sheet = _Sheet(looks, "" if looks.are_shaded or drawn > 1 else PAPER)
    for node in table.iter("{*}conditional-format"):
        sheet.areas += areas_of(_OF_SHEET.sub("", attribute(node, "target-range-address")))
    sheet.areas = about_as_many(sheet.areas)
    number = 0
    for node in table.iter():
        name = local(node)
        if name == "table-row":
            times = _times(node, "number-rows-repeated")
            if attribute(node, "visibility") in _UNSEEN:
                sheet.hidden |= set(range(number + 1, number + min(times, _MOST_REPEATED) + 1))
            _read_row(sheet, node, range(number + 1, number + min(times, _MOST_REPEATED) + 1))
            number += times
        elif name == "table-column":
            _read_columns(sheet, node)
        elif name in _DRAWN:
            _read_drawn(sheet, package, node, _row_of(node, number))
    return SheetFacts(
        frozenset(sheet.hidden),
        texts=sheet.texts,
        pictures=tuple(sheet.pictures),
        boxes=tuple(sheet.boxes),
        charts=tuple(sheet.charts),
        unseen=sheet.unseen,
        hidden_columns=frozenset(sheet.hidden_columns),
    )


def _read_columns(sheet: _Sheet, node: Element) -> None:
    first = len(sheet.columns)
    times = min(_times(node, "number-columns-repeated"), _MOST_REPEATED)
    sheet.columns += [attribute(node, "default-cell-style-name")] * times
    if attribute(node, "visibility") in _UNSEEN:
        sheet.hidden_columns |= set(range(first, first + times))


def _times(node: Element, name: str) -> int:
    text = attribute(node, name)
    return int(text) if text.isdigit() else 1


def _row_of(node: Element, number: int) -> int:
    """The row at which something is drawn: that of its cell, or where it lies on the page, that at which it ends."""
    ends = re.search(r"\.?\$?[A-Z]+\$?(\d+)$", attribute(node, "end-cell-address"))
    return number or (int(ends[1]) if ends else 1)


def _read_row(sheet: _Sheet, row: Element, numbers: range) -> None:
    column = 0
    for cell in children(row, "table-cell", "covered-table-cell"):
        times = _times(cell, "number-columns-repeated")
        shown = _shown(cell)
        for at in range(column, column + min(times, _MOST_REPEATED)) if shown else ():
            for number in numbers:
                sheet.texts.setdefault(number, {})[at] = shown
        if sheet.looks.hide and child(cell, "p") is not None:
            _read_sight(sheet, row, cell, numbers, range(column, column + min(times, _MOST_REPEATED)))
        column += times


def _read_sight(sheet: _Sheet, row: Element, cell: Element, numbers: range, columns: range) -> None:
    """What a person sees of the text or number of a cell, in each place in which it stands."""
    own = attribute(cell, "style-name") or attribute(row, "default-cell-style-name")
    for column in columns:
        of_column = sheet.columns[column] if column < len(sheet.columns) else ""
        look = sheet.looks.cell(own or of_column or _USUAL)
        for number in numbers:
            changed = any(top <= number <= low and left <= column <= right for top, left, low, right in sheet.areas)
            seen = _seen(sheet.looks, cell, look.on_unknown_ground if changed else look)
            if seen is not None:
                sheet.unseen.setdefault(number, {})[column] = seen


def _seen(looks: OdsLooks, cell: Element, look: Look) -> str | None:
    """What a person sees of a cell of that look; None for all of it."""
    is_text = attribute(cell, "value-type") in ("", "string", "boolean")
    whole = _paragraphs(cell)
    if not is_text or not whole:
        return None if look.is_seen(is_text) else ""
    seen = looks.seen(cell, look)
    return None if seen == whole else seen


def _shown(cell: Element) -> str:
    """What a cell shows where that says more than its value; else ''."""
    text = _paragraphs(cell).strip()
    kind, value = attribute(cell, "value-type"), attribute(cell, "value")
    if kind == "string" and text and attribute(cell, "formula") and not attribute(cell, "string-value"):
        return text  # an error: LibreOffice keeps an empty result beside what it shows
    if not kind and not text and attribute(cell, "formula"):
        return UNCOMPUTED
    if kind not in ("float", "percentage") or not re.fullmatch(r"-?\d+(?:\.\d+)?", value):
        return ""
    if kind == "percentage":
        return f"{float(value) * 100:.10g}%"
    if re.fullmatch(r"0\d+", text) and int(text) == float(value):
        return text
    words = _WITH_WORDS.fullmatch(text)
    if words and _LETTERS.search(words["before"] + words["after"]):
        return f"{words['before'].strip()}{float(value):.15g}{words['after'].strip()}"
    return ""


def _paragraphs(node: Element) -> str:
    return "\n".join("".join(_words(each)) for each in children(node, "p"))


def _words(node: Element, without: Sequence[str] = ()) -> Iterator[str]:
    for each in node.iter():
        if local(each) not in without:
            yield "\n" if local(each) == "line-break" else " " if local(each) in ("s", "tab") else each.text or ""
        if each is not node:
            yield str(getattr(each, "tail", "") or "")


def _read_drawn(sheet: _Sheet, package: Package, node: Element, row: int) -> None:
    name = local(node)
    if name == "image":
        part = posixpath.normpath(attribute(node, "href"))
        if part in package.names:
            sheet.pictures.append((_row_above(node, row), part))
    elif name in _BOXES:
        look = sheet.looks.shape(node, sheet.ground)
        lines = zip(
            map(clean, sheet.looks.seen(node, look).split("\n")), map(clean, _paragraphs(node).split("\n")), strict=True
        )
        sheet.boxes += [Boxed(_row_above(node, row), seen, line) for seen, line in lines if line]
    elif name == "object" and (chart := _chart(package, posixpath.normpath(attribute(node, "href")))):
        sheet.charts.append((_row_above(node, row), chart))


def _row_above(node: Element, row: int) -> int:
    """The row told by the frame in which something is drawn on the page."""
    if any(local(each) == "table-row" for each in node.iterancestors()):
        return row
    frames = (each for each in (node, *node.iterancestors()) if attribute(each, "end-cell-address"))
    frame = next(frames, None)
    return _row_of(frame, 0) if frame is not None else 1


def _chart(package: Package, folder: str) -> Graphic | None:
    part = f"{folder}/{_CONTENT}"
    try:
        root = package.xml(part) if part in package.names else None
    except Damaged:
        return None
    if root is None or not any(local(node) == "chart" for node in root.iter()):
        return None
    titles = ("".join(_words(node)) for node in root.iter() if local(node) in ("title", "subtitle"))
    listed = (children(row, "table-cell") for row in root.iter() if local(row) == "table-row")
    rows = [[clean(_paragraphs(cell)) for cell in cells] for cells in listed]
    return Graphic(tuple(filter(None, map(clean, titles))), trimmed(rows))
