"""Date facts: every date on a paper with the role that its place and the words about it give it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, zip_longest

from verifier.facts.days_in_parts import days_in_parts
from verifier.facts.layout import header_row, header_text, label_of, page_grids, squeeze, visual_rows
from verifier.language.dates import FoundDate, find_dates
from verifier.language.numerals import fold
from verifier.model import DATE, DateSpan, Document, Fact, FileKind, Observed, Page, Place, Table, TextLine, Words

__all__ = ["FoundDate", "extract", "find_dates"]

_LONGEST_TABLE = 2000
"""rows; a longer one is an export, whose dates are read with the roster's columns"""
_LABEL = 12
"""characters before a date that may say what it is of"""
_FOLLOWING = 8
"""characters behind a date that may say what it is of"""
_FARTHEST_BEHIND = 2
"""characters between a date and the word for its role that follows"""
_FOOT = 3, 6
"""the end of a paper: its last lines, so many or this part of all where that is more"""
_LINES_OF_A_PAPER = 5
"""a photo with fewer lines shows a scene, no page with a date under it"""
_LONGEST_SIGNATURE = 30
"""characters before the date under a paper"""
_BESIDE_ON_SCREEN = 14
"""characters beside the date of a post, such as its account"""
_LONGEST_DATE_CELL = 10
"""characters of a cell that only its header may show to be a date"""
_HEADER_ROWS = 6
_LINES_OF_A_PHOTO = 12
"""a picture with more lines is of a paper, and figures at its foot are no camera's stamp"""
_STAMP_FOOT, _STAMP_TOP, _STAMP_SIDE, _BARE_STAMP_FOOT = 0.7, 0.15, 0.6, 0.75
"""of height and width: where cameras set a date; one without time and weekday lower still"""
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_CUT_DATE = re.compile(r"[\d〇零一二三四五六七八九十年月./\-]\s*$")
_SHORTEST_BROKEN = 8
"""characters of a line that breaks within a date"""
_STOP = re.compile(r"[。；;！!？?|]")
_BARE = re.compile(
    r"(?:签字|签名|签章|盖章|公章|日期|时间|年月日|编制|印发|制|止|起|星期[一二三四五六日天]|周[一二三四五六日]|"
    r"[\s:：,，.。()（）\[\]【】|/\-—])*"
)
_SHORT_CELL = re.compile(r"(\d{1,2})\s*[./\-]\s*(\d{1,2})")
_SHORT_DAYS = re.compile(r"(\d{1,2})[./](\d{1,2})\s*[-—–~至]+\s*(?:\d{1,2}[./])?\d{1,2}")
"""3.12—3.15, where a header asks for days: 9.30—11.30 may be hours"""
_SERIAL = re.compile(r"(\d{5})(?:\.0)?")
_SERIAL_EPOCH = date(1899, 12, 30)
_SERIALS = range(36526, 55154)
"""days of 2000 to 2050 as spreadsheets count them"""
_HAN_NUMERALS = "〇一二十"
"""one of them stands in every year that is written in Chinese numerals"""
_DATE_COLUMNS = "日期", "时间"
"""what the header of a column of days bears, where only the lines' boxes show a table"""
_DATE_HEADER = re.compile(r"日期|时间|年月|起止|DATE|RQ$|SJ$")


def extract(seen: Observed, words: Words) -> tuple[Fact[DateSpan], ...]:
    """A fact of kind `date` for every date in lines, table cells and captions, in reading order."""
    facts = [*_of_lines(seen, words), *_of_context(seen.document, words)]
    for table in seen.document.tables:
        facts.extend(_of_table(table, words))
    if not seen.document.tables:
        facts.extend(_of_grids(seen.document))
    return tuple(facts)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line of a paper, and where on it the line stands."""

    line: TextLine
    page: Page
    kind: FileKind
    on_screen: bool
    """the paper is a screen of an account or a site"""
    at_end: bool

    @property
    def in_photo(self) -> bool:
        return self.kind == "image" and not self.page.design

    @property
    def may_be_signed(self) -> bool:
        """Whether a date here may be the one under a paper."""
        is_scene = self.kind == "image" and len(self.page.lines) < _LINES_OF_A_PAPER
        return self.at_end and not is_scene and self.kind != "sheet"


def _spots(seen: Observed) -> Iterator[_Spot]:
    document, shown = seen.document, (*seen.types, *(fact.value for fact in seen.screens))
    on_screen = any(kind.startswith(("wechat", "web")) for kind in shown)
    total = len(document.lines)
    least, share = _FOOT
    foot = total - max(least, total // share)
    before = 0
    for page in document.pages:
        for number, line in enumerate(page.lines, before + 1):
            at_end = number > foot or line is page.lines[-1]
            yield _Spot(line, page, document.file.kind, on_screen, at_end)
        before += len(page.lines)


def _of_lines(seen: Observed, words: Words) -> Iterator[Fact[DateSpan]]:
    spots = tuple(_spots(seen))
    fields = _fields([spot.line for spot in spots], words)
    taken = 0
    for spot, below in zip_longest(spots, spots[1:]):
        line, last_end = spot.line, 0
        dates, taken = _unbroken(spot, below, taken)
        for found in dates:
            label = _label(line.text[last_end : found.start]) or fields.get(line.place, "")
            role = role_of(label, words) or _role_behind(line.text, found, words) or _role_by_place(found, spot)
            yield Fact(DATE, found.span, found.quote, line.place, line.confidence, "dates", role, label)
            last_end = found.end


def _fields(lines: Sequence[TextLine], words: Words) -> dict[Place, str]:
    """The lines that begin with a date, with the label of a form's field left of each: 咨询时间 | 2024年10月16日."""
    numbered = (line for line in lines if line.place.box and line.text[:1].isnumeric())
    dated = {line.place for line in numbered if any(one.start == 0 for one in find_dates(line.text))}
    if not dated:
        return {}
    sides = ((left, line) for row in visual_rows(lines) for left, line in pairwise(row) if line.place in dated)
    roles = tuple(word for _, told in words.date_roles.items() for word in told if len(word) > 1)
    labels = ((line.place, squeeze(left.text).rstrip(":：")) for left, line in sides)
    return {place: label for place, label in labels if len(label) <= _LABEL and label.endswith(roles)}


def _unbroken(spot: _Spot, below: _Spot | None, taken: int) -> tuple[tuple[FoundDate, ...], int]:
    """The dates that begin in a line, and how much of the next one the last of them takes: 2024年5 | 月20日.

    `taken`: what the line before took of this one.
    """
    text = spot.line.text
    found = tuple(one for one in find_dates(text) if one.start >= taken)
    if below is None or below.page is not spot.page or len(text) < _SHORTEST_BROKEN or not _CUT_DATE.search(text):
        return found, 0
    joined = find_dates(text + below.line.text)
    over = next((one for one in joined if taken <= one.start < len(text) < one.end), None)
    if over is None or any(one.start < over.start < one.end for one in found):
        return found, 0
    return (*(one for one in found if one.end <= over.start), over), over.end - len(text)


def _of_context(document: Document, words: Words) -> Iterator[Fact[DateSpan]]:
    for line in document.context:
        for found in find_dates(line.text):
            label = _label(line.text[: found.start])
            role = role_of(label, words) or ("event" if found.span.precision == "day" else "")
            yield Fact(DATE, found.span, found.quote, line.place, line.confidence, "dates", role, label)


def _of_table(table: Table, words: Words) -> Iterator[Fact[DateSpan]]:
    if len(table.rows) > _LONGEST_TABLE:
        return
    untold = {"", "printed"} if _is_personal(table, words) else set()
    role_of_label = cache(lambda label: role_of(label, words))
    for index, column, found, label in _in_cells(table):
        cell = table.rows[index][column]
        inside = _label(cell[: found.start])
        role = role_of(inside, words) or role_of_label(label) or _role_behind(cell, found, words)
        role = role or ("issued" if _is_under_table(table, index, found) else "")
        if role not in untold:
            labels, place = " ".join(filter(None, (label, inside))), table.place_of(index, column)
            yield Fact(DATE, found.span, found.quote, place, 1.0, "dates", role, labels)


def _is_under_table(table: Table, index: int, found: FoundDate) -> bool:
    """Whether a day stands alone in one of a table's last rows, as the one under a paper does."""
    row = [cell for cell in table.rows[index] if cell.strip()]
    is_day = found.span.precision == "day" and not found.is_range
    return is_day and len(row) == 1 and index >= len(table.rows) - _FOOT[0] and _is_signature(found, row[0])


def _in_cells(table: Table) -> Iterator[tuple[int, int, FoundDate, str]]:
    """Row, column, date and the labels of its cell, for every date in a table."""
    head = header_row(table)
    parted = {(index, column): found for index, column, found in days_in_parts(table.rows)}
    for index, column, cell in _cells_with_numbers(table):
        if (index, column) in parted:
            yield index, column, parted[index, column], label_of(table, index, column, head)
            continue
        found = find_dates(cell)
        label = label_of(table, index, column, head) if found or len(cell) <= _LONGEST_DATE_CELL else ""
        if not found and (span := _in_date_column(cell, label)):
            found = (FoundDate(0, len(cell), span, cell.strip()),)
        yield from ((index, column, one, label) for one in found)


def _of_grids(document: Document) -> Iterator[Fact[DateSpan]]:
    """The days of a picture's table with columns of month and day, and what only the header shows to be one."""
    for grid in page_grids(document, "月", "日"):
        rows = [[cell.text if cell else "" for cell in row.cells] for row in grid]
        for index, column, found in days_in_parts(rows):
            line = grid[index].cells[column]
            if line is not None:
                yield Fact(DATE, found.span, found.quote, line.place, line.confidence, "dates")
    yield from {fact.place: fact for mark in _DATE_COLUMNS for fact in _under(mark, document)}.values()


def _under(mark: str, document: Document) -> Iterator[Fact[DateSpan]]:
    """The short dates in the columns of a picture's table whose header bears a word."""
    for head, *below in page_grids(document, mark):
        labels = [cell.text if cell and mark in squeeze(cell.text) else "" for cell in head.cells]
        for label, line in ((label, line) for row in below for label, line in zip(labels, row.cells, strict=True)):
            if line is not None and label and (span := _in_date_column(line.text, label)):
                yield Fact(DATE, span, line.text.strip(), line.place, line.confidence, "dates", label=squeeze(label))


def _cells_with_numbers(table: Table) -> Iterator[tuple[int, int, str]]:
    for index, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if any(char.isdigit() or char in _HAN_NUMERALS for char in cell):
                yield index, column, cell


def _is_personal(table: Table, words: Words) -> bool:
    keys = {
        header_text(name)
        for field in ("resident_id", "student_number", "candidate_number")
        for name in words.columns.get(field, ())
    }
    return any(header_text(cell) in keys for row in table.rows[:_HEADER_ROWS] for cell in row if cell.strip())


def _in_date_column(cell: str, label: str) -> DateSpan | None:
    """What only its header shows to be a date: 5.20, 5/20, the serial number of a spreadsheet."""
    if not _DATE_HEADER.search(header_text(label)):
        return None
    plain = fold(cell).strip()
    match = _SHORT_CELL.fullmatch(plain) or (_SHORT_DAYS.fullmatch(plain) if "日期" in squeeze(label) else None)
    if match and 1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 31:
        return DateSpan(None, None, "day", int(match[1]), int(match[2]))
    if (match := _SERIAL.fullmatch(plain)) and int(match[1]) in _SERIALS:
        day = _SERIAL_EPOCH + timedelta(days=int(match[1]))
        return DateSpan(day, day, "day", day.month, day.day)
    return None


def _label(before: str) -> str:
    """The words just before a date: to the last end of a sentence, at most twelve characters."""
    text = squeeze(_STOP.split(before)[-1])
    return text.strip(" ,，、:：.()（）[]【】\t")[-_LABEL:]


def role_of(text: str, words: Words, following: bool = False) -> str:
    """The role whose word stands nearest to the date, the longer of two that end at one place; '' for none."""
    plain = squeeze(fold(text)) if text else ""
    nearness = _nearness_behind if following else _nearness_before
    ranked: Iterator[tuple[int, int, str]] = (
        (near, len(word), role)
        for role, role_words in words.date_roles.items()
        for word in role_words
        if (near := nearness(plain, word)) is not None
    )
    return max(ranked, default=(0, 0, ""))[-1]


def _nearness_before(text: str, word: str) -> int | None:
    """How near a word stands to the date after the text; None where it does not stand for a role."""
    at = text.rfind(word)
    is_part = len(word) == 1 and at != len(text) - 1  # 于 in 关于 says nothing
    return None if at < 0 or is_part else at + len(word)


def _nearness_behind(text: str, word: str) -> int | None:
    """How near a whole word stands to the date before the text."""
    at = text.find(word)
    return -at if len(word) > 1 and 0 <= at <= _FARTHEST_BEHIND else None


def _role_behind(text: str, found: FoundDate, words: Words) -> str:
    """The role that the words behind a date in a text give it."""
    return role_of(text[found.end : found.end + _FOLLOWING], words, following=True)


def _role_by_place(found: FoundDate, spot: _Spot) -> str:
    """The role that the place alone gives: under a title on a screen, in a photo's corner, at a paper's end."""
    if found.is_range or found.span.precision != "day":
        return ""
    text = spot.line.text
    if spot.on_screen:
        return "published" if _is_under_title(found, text) else ""
    if spot.in_photo and _is_alone(found, text) and _is_stamp(spot.line, found, spot.page):
        return "taken"
    return "issued" if spot.may_be_signed and _is_signature(found, text) else ""


def _is_alone(found: FoundDate, text: str) -> bool:
    """Whether a text says no more than the date, or says the time of day too."""
    return bool(found.time) or all(_BARE.fullmatch(beside) for beside in (text[: found.start], text[found.end :]))


def _is_under_title(found: FoundDate, text: str) -> bool:
    """Whether a line is the one under the title of a post."""
    return _is_alone(found, text) or len(text) <= len(found.quote) + _BESIDE_ON_SCREEN


def _is_signature(found: FoundDate, text: str) -> bool:
    """Whether a line is no sentence, and ends with the date after no more than a signer's name."""
    before, after = text[: found.start], text[found.end :]
    return len(before) <= _LONGEST_SIGNATURE and not re.search(r"[，,。；]", before) and bool(_BARE.fullmatch(after))


def _is_stamp(line: TextLine, found: FoundDate, page: Page) -> bool:
    """Whether a date is a camera's stamp: at the edge, with a time or a weekday, or in figures alone at the foot."""
    box = line.place.box
    if box is None or page.size is None:
        return bool(found.time)
    height = page.size[page.turn % 180 == 0]
    middle = (box[1] + box[3]) / 2
    if found.time or _WEEKDAY.search(line.text):
        width = page.size[page.turn % 180 != 0]
        return middle > _STAMP_FOOT * height or middle < _STAMP_TOP * height or box[0] > _STAMP_SIDE * width
    in_figures = not re.search(r"[年月]", found.quote)
    return in_figures and middle > _BARE_STAMP_FOOT * height and len(page.lines) <= _LINES_OF_A_PHOTO
