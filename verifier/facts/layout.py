"""Where a text stands among others: the labels of a table cell, the rows that lines on a page form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.facts.card_tables import pairs_of
from verifier.language.header_words import header_forms
from verifier.language.numerals import fold
from verifier.model import Document, Table, TextLine, Words


@dataclass(frozen=True, slots=True)
class GridRow:
    cells: tuple[TextLine | None, ...]
    """by column of the header; None where nothing stands"""
    lines: tuple[TextLine, ...]
    """left to right, those too for which the header has no column"""


Grid = tuple[GridRow, ...]
"""the first row is the header"""

_VALUE = re.compile(r"[\d\s.,:/%\-—~至年月日号時时分()*+万元]*")
_LONGEST_LABEL, _LONGEST_HEADER = 40, 25
"""characters of a cell that names something, and of one that names a column"""
_ROWS_SEARCHED, _ROWS_MEASURED, _ROWS_BELOW = 6, 40, 30
"""rows of a table among which its header is sought, its width is measured, and what stands under the header"""
_MOST_COLUMNS = 0.6
"""of the widest row, how much of it a header fills"""
_HEIGHT_SHIFT, _OVERLAP = 0.5, 0.3
"""of the lower of two lines, how far they may be shifted and stand in one row; of the narrower, how far they overlap"""
_ROWS_BACK = 12
"""the rows begun last, among which a line finds its own"""
_PARTS = 2
"""cells that the first row of a header has at least; one alone is a title"""
_LEADING = 3
"""of a line's height: how far down the line is that belongs to it at most"""
_LATIN = re.compile(
    r"(?<=[\u4e00-\u9fff])[\s/(（]*[A-Za-z][A-Za-z .'’/]*[)）]?\s*$|^\s*[A-Za-z][A-Za-z .'’/]*(?=[\u4e00-\u9fff])"
)
"""the English of a header in two languages: 姓名 Name"""
_SPACE_IN_HAN = re.compile(r"(?<=[^\x00-\x7f])[ \t\u3000\xa0]+|[ \t\u3000\xa0]+(?=[^\x00-\x7f])")


FORM_ROWS = 300
"""a form, or a table of staff, is no longer; a list of people may be"""
_AMOUNT = re.compile(r"约?\d[\d.,]*\s*余?(?:人|名|位|座|席|个|台|套|张|把|间|元|万元|㎡|m2|平方米?|平米)")
"""a number with its unit, which is a value and names no column"""


def form_tables(document: Document) -> tuple[Table, ...]:
    """The tables that may be forms."""
    return tuple(table for table in document.tables if len(table.rows) <= FORM_ROWS)


def squeeze(text: str) -> str:
    """The text without spaces beside Chinese characters: 实 习 证 明 → 实习证明."""
    return _SPACE_IN_HAN.sub("", text.replace("\n", " ")).strip()


def header_text(text: str) -> str:
    """A label without spaces and colons, with narrow brackets, in capitals: 职务（职称）： → 职务(职称)."""
    return re.sub(r"[\s*:]", "", fold(text)).upper()


def looks_like_label(text: str) -> bool:
    """Whether a cell names something rather than holding a number or a date."""
    plain = fold(text).strip()
    return bool(plain) and len(plain) <= _LONGEST_LABEL and not _VALUE.fullmatch(plain)


def header_row(table: Table) -> int:
    """Index of the first row that looks like the header of a list under it, else -1 (a form, a layout table)."""
    if pairs_of(table):
        return -1
    widest = max((sum(map(bool, map(str.strip, row))) for row in table.rows[:_ROWS_MEASURED]), default=0)
    rows = enumerate(table.rows[:_ROWS_SEARCHED])
    index = next((index for index, row in rows if _names_columns(row, widest)), -1)
    index += 1 if _is_of_codes(table, index, widest) else 0
    return index if index >= 0 and _stands_over_list(table, index) else -1


def _is_of_codes(table: Table, index: int, widest: int) -> bool:
    """Whether a system's codes of the columns stand over a row that names them in Chinese."""
    if not 0 <= index < len(table.rows) - 1:
        return False
    codes, names = ([cell for cell in row if cell.strip()] for row in table.rows[index : index + 2])
    are_codes = all(cell.isascii() for cell in codes) and not any(cell.isascii() for cell in names)
    return are_codes and _names_columns(table.rows[index + 1], widest)


def _names_columns(row: Sequence[str], widest: int) -> bool:
    """Whether a row has labels alone, over most of the columns."""
    filled = [cell for cell in row if cell.strip()]
    is_wide = len(filled) >= max(2, _MOST_COLUMNS * widest)
    return is_wide and all(
        looks_like_label(cell) and len(cell.strip()) <= _LONGEST_HEADER and not _AMOUNT.fullmatch(cell.strip())
        for cell in filled
    )


def _stands_over_list(table: Table, index: int) -> bool:
    """Whether something stands under the first two labels of a row."""
    columns = [column for column, cell in enumerate(table.rows[index]) if cell.strip()][:2]
    below = table.rows[index + 1 : index + _ROWS_BELOW]
    return all(any(column < len(row) and row[column].strip() for row in below) for column in columns)


def is_scoring_form(table: Table, words: Words) -> bool:
    """Whether the table is the official scoring form, whose printed wording says nothing of the school."""
    marks = words.text.scoring_form
    rows = ("".join(map(header_text, row)) for row in table.rows[:8])
    return bool(marks) and any(all(mark in row for mark in marks) for row in rows)


def label_of(table: Table, row: int, column: int, head: int) -> str:
    """Row header and column header of a cell, joined by a space; either may be missing.

    `head` is the table's `header_row`, which is told once a table.
    """
    labels = row_label(table, row, column, head), column_label(table, row, column, head)
    return " ".join(part for part in labels if part)


def row_label(table: Table, row: int, column: int, head: int) -> str:
    """What the row is of: in a list its first name, in a form the nearest label to the left."""
    names = [cell for cell in table.rows[row][:column] if looks_like_label(cell)]
    if not names:
        return ""
    return squeeze(names[0] if 0 <= head < row else names[-1])


def column_label(table: Table, row: int, column: int, head: int) -> str:
    """The header of a column, of one row or two, or what stands over it where its cell in the header row is blank."""
    if not 0 <= head < row:
        return ""
    over = next((label for index in (head, head - 1) if (label := _label_at(table, index, column))), "")
    is_titled = head > 0 and sum(map(bool, map(str.strip, table.rows[head - 1]))) < _PARTS
    if head > 0 and not is_titled and over and _goes_on(table, head - 1) and _label_at(table, head, column):
        # a header of two rows, of which the second names more columns
        over = f"{_label_at(table, head - 1, column) or _merged_over(table, head - 1, column)} {over}".strip()
    under = _label_at(table, head + 1, column) if row > head + 1 and _goes_on(table, head) else ""
    return f"{over or (under and _merged_over(table, head, column))} {under}".strip()


def _merged_over(table: Table, head: int, column: int) -> str:
    """The label that spans a column from its left, where it has parts in the second row of the header."""
    labels = ((at, _label_at(table, head, at)) for at in range(column - 1, -1, -1))
    at, label = next(((at, label) for at, label in labels if label), (0, ""))
    return label if label and _label_at(table, head + 1, at) else ""


def _label_at(table: Table, row: int, column: int) -> str:
    cells = table.rows[row] if row >= 0 else ()
    return squeeze(cells[column]) if column < len(cells) and looks_like_label(cells[column]) else ""


def _goes_on(table: Table, head: int) -> bool:
    """Whether a header has a second row: labels alone, of which some part a column that the first leaves blank."""
    if head + 2 >= len(table.rows):
        return False
    first, second = table.rows[head], table.rows[head + 1]
    filled = [(column, cell) for column, cell in enumerate(second) if cell.strip()]
    parts = any(column < len(first) and not first[column].strip() for column, _ in filled)
    return parts and len(filled) < len(second) and all(looks_like_label(cell) for _, cell in filled)


def value_after(rows: Iterable[Sequence[str]], label: str) -> tuple[int, int, str] | None:
    """Row, column and text of the first filled cell right of the cell that the expression `label` fits."""
    pattern = re.compile(label)
    for index, row in enumerate(rows):
        for column, cell in enumerate(row):
            if not pattern.fullmatch(header_text(cell)):
                continue
            for offset, value in enumerate(row[column + 1 :], column + 1):
                if value.strip():
                    return index, offset, value.strip()
            break
    return None


def field_columns(row: Sequence[str], words: Words, fields: Iterable[str]) -> dict[str, int]:
    """Field → index of its column, where the cells of a row are headers of `words.columns`."""
    forms = [{*header_forms(cell), *header_forms(_LATIN.sub("", cell))} - {""} for cell in row]
    found: dict[str, int] = {}
    for field in fields:
        names = {header_forms(name)[0] for name in words.columns.get(field, ())}
        for index, form in enumerate(forms):
            if form & names and index not in found.values():
                found[field] = index
                break
    return found


def visual_rows(lines: Iterable[TextLine]) -> tuple[tuple[TextLine, ...], ...]:
    """Lines that stand side by side, left to right; a line without a box is a row of its own."""
    rows: list[list[TextLine]] = []
    for line in lines:
        home = next((row for row in reversed(rows[-_ROWS_BACK:]) if _beside(line, row)), None)
        if home is None:
            rows.append([line])
        else:
            home.append(line)
    return tuple(tuple(sorted(row, key=lambda line: line.place.box[0] if line.place.box else 0)) for row in rows)


def _beside(line: TextLine, row: Sequence[TextLine]) -> bool:
    box, other = line.place.box, row[0].place.box
    if box is None or other is None or row[0].place.leaf != line.place.leaf:
        return False
    shift = abs((other[1] + other[3]) - (box[1] + box[3])) / 2
    if shift > _HEIGHT_SHIFT * min(other[3] - other[1], box[3] - box[1]):
        return False
    return all(_apart(box[0], box[2], cell) for cell in row)


def _apart(left: int, right: int, other: TextLine) -> bool:
    box = other.place.box
    return box is None or min(right, box[2]) - max(left, box[0]) <= _OVERLAP * min(right - left, box[2] - box[0])


def page_grids(document: Document, *marks: str, least: int = 3) -> tuple[Grid, ...]:
    """Tables that only the lines' boxes show: below each row in which all `marks` stand, the cells by column.

    `least`: columns of a header.
    """
    rows = visual_rows(document.lines)
    heads = [index for index, row in enumerate(rows) if len(row) >= least and _bears(row, marks)]
    grids: list[Grid] = []
    for head, end in zip(heads, [*heads, len(rows)][1:], strict=True):
        header = rows[head]
        below = (GridRow(_by_column(row, header), row) for row in rows[head + 1 : end] if len(row) >= 2)
        grids.append((GridRow(header, header), *below))
    return tuple(grids)


def _by_column(row: Sequence[TextLine], header: Sequence[TextLine]) -> tuple[TextLine | None, ...]:
    """Each column's nearest line of a row, where no other column is nearer to it."""
    cells: list[TextLine | None] = [None] * len(header)
    for line in row:
        column = min(range(len(header)), key=lambda index: abs(_centre(header[index]) - _centre(line)))
        held = cells[column]
        if held is None or _off(line, header[column]) < _off(held, header[column]):
            cells[column] = line
    return tuple(cells)


def _off(line: TextLine, header: TextLine) -> float:
    return abs(_centre(line) - _centre(header))


def _bears(row: Sequence[TextLine], marks: Sequence[str]) -> bool:
    texts = [squeeze(line.text) for line in row]
    return all(any(mark in text for text in texts) for mark in marks)


def _centre(line: TextLine) -> float:
    box = line.place.box
    return (box[0] + box[2]) / 2 if box else 0.0


def labels_on_page(line: TextLine, rows: Sequence[tuple[TextLine, ...]]) -> tuple[TextLine | None, TextLine | None]:
    """What names a line in a table that only the lines' boxes show: the label of its row, and that over its column.

    `rows`: the `visual_rows` of its page. In a list the row's first label counts, in a form the nearest.
    """
    at = next((index for index, row in enumerate(rows) if line in row), -1)
    if at < 0 or line.place.box is None:
        return None, None
    over = _label_over(line, rows[:at])
    names = [other for other in rows[at][: rows[at].index(line)] if looks_like_label(other.text)]
    if not names and not over:
        return None, _label_under(line, rows[at], next(iter(rows[at + 1 :]), ()))
    return (names[0 if over else -1] if names else None), over


def _label_under(line: TextLine, row: Sequence[TextLine], below: Sequence[TextLine]) -> TextLine | None:
    """The label close under a number, where each number of its row has one: so the cards of a screen show them."""
    numbers = all(_VALUE.fullmatch(fold(other.text).strip()) for other in row)
    labels = len(below) == len(row) and all(looks_like_label(other.text) for other in below)
    if not numbers or not labels or below[0].place.leaf != line.place.leaf:
        return None
    label = below[row.index(line)]
    is_close = -_height(line) / 2 <= _top(label) - _top(line) - _height(line) <= _LEADING / 2 * _height(line)
    return label if is_close and _off(line, label) <= max(_width(label), _width(line)) / 2 else None


def _label_over(line: TextLine, above: Sequence[tuple[TextLine, ...]]) -> TextLine | None:
    """The label that stands over a line in the nearest row of labels alone, unless a text parts them."""
    for row in reversed(above):
        labels = [other for other in row if looks_like_label(other.text)]
        if len(row) > 1 and len(labels) == len(row):
            nearest = min(row, key=lambda label: _off(line, label))
            return nearest if _off(line, nearest) <= _width(nearest) and row[0].place.leaf == line.place.leaf else None
        if len(row) == 1 and not _VALUE.fullmatch(fold(row[0].text).strip()):
            return None
    return None


def _width(line: TextLine) -> float:
    box = line.place.box
    return box[2] - box[0] if box else 0.0


def is_close_under(line: TextLine, above: TextLine) -> bool:
    """Whether a line begins close under another, at the same left edge."""
    box, over = line.place.box, above.place.box
    if box is None or over is None or line.place.leaf != above.place.leaf:
        return False
    height = over[3] - over[1]
    return abs(box[0] - over[0]) <= height / 2 and 0 <= box[1] - over[3] + height / 4 <= height


def is_close_over(line: TextLine, below: TextLine) -> bool:
    """Whether a line stands close over another, and over some of it."""
    box, under = line.place.box, below.place.box
    if box is None or under is None or line.place.leaf != below.place.leaf:
        return False
    height = under[3] - under[1]
    overlaps = min(box[2], under[2]) > max(box[0], under[0])
    return overlaps and 0 <= under[1] - box[3] + height / 4 <= height


def _top(line: TextLine) -> float:
    return line.place.box[1] if line.place.box else 0.0


def _height(line: TextLine) -> float:
    box = line.place.box
    return box[3] - box[1] if box else 0.0
