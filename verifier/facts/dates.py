"""Date facts: every date on a paper with the role that its place and the words about it give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from verifier.facts.layout import header_row, header_text, label_of, squeeze
from verifier.language.dates import FoundDate, find_dates
from verifier.language.numerals import fold
from verifier.model import DATE, DateSpan, Document, Fact, Observed, Page, Table, TextLine, Words

__all__ = ["FoundDate", "extract", "find_dates"]

_LONGEST_TABLE = 2000
_LABEL = 12
_LINES_OF_A_PAPER = 5
"""a photo with fewer lines shows a scene, no page with a date under it"""
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_STOP = re.compile(r"[。；;！!？?|]")
_BARE = re.compile(
    r"(?:签字|签名|签章|盖章|公章|日期|时间|年月日|编制|印发|制|止|起|星期[一二三四五六日天]|周[一二三四五六日]|"
    r"[\s:：,，.。()（）\[\]【】|/\-—])*"
)
_SHORT_CELL = re.compile(r"(\d{1,2})\s*[./\-]\s*(\d{1,2})")
_SERIAL = re.compile(r"(\d{5})(?:\.0)?")
_SERIAL_EPOCH = date(1899, 12, 30)
_DATE_HEADER = re.compile(r"日期|时间|年月|起止|DATE|RQ$|SJ$")


def extract(seen: Observed, words: Words) -> tuple[Fact[DateSpan], ...]:
    """A fact of kind `date` for every date in lines, table cells and captions, in reading order."""
    facts = [*_of_lines(seen, words), *_of_context(seen.document, words)]
    for table in seen.document.tables:
        facts.extend(_of_table(table, words))
    return tuple(facts)


def _of_lines(seen: Observed, words: Words) -> Iterator[Fact[DateSpan]]:
    document = seen.document
    shown = (*seen.types, *(fact.value for fact in seen.screens))
    screen = any(kind.startswith(("wechat", "web")) for kind in shown)
    total = len(document.lines)
    number = 0
    for page in document.pages:
        previous = ""
        for line in page.lines:
            number += 1
            at_end = number > total - max(3, total // 6) or line is page.lines[-1]
            last_end = 0
            for found in find_dates(line.text):
                before = line.text[last_end : found.start]
                after = line.text[found.end : found.end + 8]
                last_end = found.end
                label = _label(before) or (_label(previous) if not last_end and len(previous) <= _LABEL else "")
                role = role_of(label, words) or role_of(after, words, following=True)
                role = role or _by_place(line, found, page, document, screen, at_end)
                yield Fact(DATE, found.span, found.quote, line.place, line.confidence, "dates", role, label)
            previous = line.text


def _of_context(document: Document, words: Words) -> Iterator[Fact[DateSpan]]:
    for line in document.context:
        for found in find_dates(line.text):
            label = _label(line.text[: found.start])
            role = role_of(label, words) or ("event" if found.span.precision == "day" else "")
            yield Fact(DATE, found.span, found.quote, line.place, line.confidence, "dates", role, label)


def _of_table(table: Table, words: Words) -> Iterator[Fact[DateSpan]]:
    if len(table.rows) > _LONGEST_TABLE:  # an export: its dates are read with the roster's columns
        return
    personal = _is_personal(table, words)
    head = header_row(table)
    role_of_label = cache(lambda label: role_of(label, words))
    for index, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if not cell.strip() or not any(char.isdigit() or char in "〇一二十" for char in cell):
                continue
            found = find_dates(cell)
            label = label_of(table, index, column, head) if found or len(cell) <= 10 else ""
            if not found and (span := _in_date_column(cell, label)):
                found = (FoundDate(0, len(cell), span, cell.strip()),)
            for one in found:
                inside = _label(cell[: one.start])
                role = role_of(inside, words) or role_of_label(label)
                role = role or role_of(cell[one.end : one.end + 8], words, following=True)
                if personal and role in {"", "printed"}:
                    continue
                place = table.place_of(index, column)
                yield Fact(
                    DATE, one.span, one.quote, place, 1.0, "dates", role, " ".join(filter(None, (label, inside)))
                )


def _is_personal(table: Table, words: Words) -> bool:
    keys = {
        header_text(name)
        for field in ("resident_id", "student_number", "candidate_number")
        for name in words.columns.get(field, ())
    }
    return any(header_text(cell) in keys for row in table.rows[:6] for cell in row if cell.strip())


def _in_date_column(cell: str, label: str) -> DateSpan | None:
    """What only its header shows to be a date: 5.20, 5/20, the serial number of a spreadsheet."""
    if not _DATE_HEADER.search(header_text(label)):
        return None
    plain = fold(cell).strip()
    if (match := _SHORT_CELL.fullmatch(plain)) and 1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 31:
        return DateSpan(None, None, "day", int(match[1]), int(match[2]))
    if (match := _SERIAL.fullmatch(plain)) and 36526 <= int(match[1]) <= 55153:
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
    if not plain:
        return ""
    best: tuple[int, int, str] | None = None
    for role, names in words.date_roles.items():
        for name in names:
            at = plain.find(name) if following else plain.rfind(name)
            if at < 0 or (following and (at > 2 or len(name) < 2)):
                continue
            if len(name) == 1 and at != len(plain) - 1:  # 于 in 关于 says nothing
                continue
            rank = (-at if following else at + len(name), len(name), role)
            best = rank if best is None else max(best, rank)
    return best[2] if best else ""


def _by_place(line: TextLine, found: FoundDate, page: Page, document: Document, screen: bool, at_end: bool) -> str:
    """The role that the place alone gives: under a title on a screen, in a photo's corner, at a paper's end."""
    if found.is_range or found.span.precision != "day":
        return ""
    before, after = line.text[: found.start], line.text[found.end :]
    bare = bool(_BARE.fullmatch(before)) and bool(_BARE.fullmatch(after))
    if screen:
        return "published" if bare or found.time or len(line.text) <= len(found.quote) + 14 else ""
    if document.file.kind == "image" and not page.design and (bare or found.time) and _is_stamp(line, found, page):
        return "taken"
    sparse = document.file.kind == "image" and len(page.lines) < _LINES_OF_A_PAPER
    if not at_end or sparse or document.file.kind == "sheet":
        return ""
    signed = len(before) <= 30 and not re.search(r"[，,。；]", before) and bool(_BARE.fullmatch(after))
    return "issued" if signed else ""


def _is_stamp(line: TextLine, found: FoundDate, page: Page) -> bool:
    """Whether a date is a camera's stamp: at the edge, with a time or a weekday, or in figures alone at the foot."""
    box = line.place.box
    if box is None or page.size is None:
        return bool(found.time)
    height = page.size[page.turn % 180 == 0]
    middle = (box[1] + box[3]) / 2
    if found.time or _WEEKDAY.search(line.text):
        width = page.size[page.turn % 180 != 0]
        return middle > 0.7 * height or middle < 0.15 * height or box[0] > 0.6 * width
    return middle > 0.75 * height and not re.search(r"[年月]", found.quote) and len(page.lines) <= 12
