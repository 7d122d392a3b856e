"""The people who work at the station: rows of staff tables, and names listed in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from verifier.facts.layout import form_tables, header_text, page_grids, squeeze, visual_rows
from verifier.language.identity_numbers import plain_name
from verifier.language.names import NAME, is_name, may_be_name
from verifier.language.numerals import fold
from verifier.model import STAFF, Document, Fact, Observed, Place, Table, TextLine, Words

_NAME_HEADER = re.compile(r"(?:工作人员|教师|人员|教职工|职工)?姓名|工作人员|NAME")
_TICK = re.compile(r"[√✓✔☑vV是有1●■]")
_CHOICE = re.compile(r"[专兼]职?\s*[/、或(（]\s*[专兼]职?\s*[)）]?")
_PAUSE = r"[、,，;；\s和及/]"
_ONE = r"[\u4e00-\u9fff·]{2,12}(?:\s*[(（][^()（）]{0,30}[)）])?"


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """A fact of kind `staff` for every person, once a document; role `liaison`, label 专职, 兼职 or ''.

    Tables of students are none. What two places say of one person is put together.
    """
    found: dict[str, Fact[str]] = {}
    sources = chain(*(each(seen.document, words) for each in (_of_tables, _of_page, _of_texts)))
    for fact in sources:
        before = found.get(fact.value)
        found[fact.value] = _joined(before, fact) if before else fact
    return tuple(found.values())


def _joined(first: Fact[str], second: Fact[str]) -> Fact[str]:
    return replace(first, role=first.role or second.role, label=first.label or second.label)


def _fact(name: str, quote: str, place: Place, confidence: float, text: str, words: Words) -> Fact[str]:
    """What the words about a person say: full or part time, liaison or not."""
    plain = _CHOICE.sub("", text)
    liaison = any(word in plain for word in words.text.liaison)
    return Fact(STAFF, name, quote, place, confidence, "staff", "liaison" if liaison else "", _kind(plain, words))


def _kind(text: str, words: Words) -> str:
    full = any(word in text for word in words.text.fulltime)
    part = any(word in text for word in words.text.parttime)
    return "专职" if full and not part else "兼职" if part and not full else ""


def _of_tables(document: Document, words: Words) -> Iterator[Fact[str]]:
    for table in form_tables(document):
        head: Sequence[str] | None = None
        name_column = 0
        for index, row in enumerate(table.rows):
            column = _name_column(row, words)
            if column is not None:
                head, name_column = row, column
                continue
            if head is None or name_column >= len(row):
                continue
            name = plain_name(row[name_column])
            if may_be_name(name) and any(cell.strip() for position, cell in enumerate(row) if position != name_column):
                quote = " ".join(cell.strip() for cell in row if cell.strip())
                said = _said(head, row, table.title)
                yield _fact(name, quote, table.place_of(index, name_column), 1.0, said, words)
    yield from _liaisons_of_forms(form_tables(document), words)


def _name_column(row: Sequence[str], words: Words) -> int | None:
    """The column of names when the row is the header of a table of staff."""
    heads = [header_text(cell) for cell in row]
    students = {header_text(word) for word in words.text.student_columns}
    staff = {header_text(word) for word in words.text.staff_columns}
    if any(head in students for head in heads):
        return None
    known = [head for head in heads if head in staff or re.sub(r"\(.*\)", "", head) in staff]
    names = [index for index, head in enumerate(heads) if _NAME_HEADER.fullmatch(head)]
    return names[0] if names and known else None


def _said(head: Sequence[str], row: Sequence[str], title: str) -> str:
    """The cells of a row as words, a tick standing for its header, 专 and 兼 for 专职 and 兼职."""
    said: list[str] = []
    for header, cell in zip(map(header_text, head), row, strict=False):
        text = squeeze(cell)
        if text in {"专", "兼"}:
            said.append(text + "职")
        elif _TICK.fullmatch(text) and re.search(r"专职|兼职|联络", header) and not _CHOICE.search(header):
            said.append(header.replace("是否", ""))
        elif text == "否" and "是否专职" in header:
            said.append("兼职")
        else:
            said.append(text)
    if not re.search(r"专职|兼职", " ".join(said)) and re.search(r"专职(?:工作)?人员(?:名单|信息|一览)?", title):
        said.append("专职")
    return " ".join(said)


def _liaisons_of_forms(tables: Sequence[Table], words: Words) -> Iterator[Fact[str]]:
    """A form's field for the liaison; the staff table of the same form says whether full time."""
    for table in tables:
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row[:-1]):
                if not _is_liaison_label(cell, words):
                    continue
                value = next((text for text in row[column + 1 :] if text.strip()), "")
                name = plain_name(re.split(r"[(（\s\d]", value.strip())[0]) if value else ""
                if may_be_name(name):
                    yield _fact(
                        name, f"{squeeze(cell)} {value.strip()}", table.place_of(index, column), 1.0, cell, words
                    )


def _is_liaison_label(cell: str, words: Words) -> bool:
    label = header_text(cell).removesuffix("姓名")
    return len(label) <= 8 and any(label.endswith(word) for word in words.text.liaison)


def _of_page(document: Document, words: Words) -> Iterator[Fact[str]]:
    """Staff tables, and liaison fields of forms, of which a picture shows only the lines."""
    for grid in page_grids(document, "姓名"):
        head = [line.text for line in grid[0].lines]
        column = _name_column(head, words)
        if column is None:
            continue
        for row_ in grid[1:]:
            cells, lines = row_.cells, row_.lines
            line = cells[column]
            name = plain_name(re.sub(r"^[\d.、\s]+", "", line.text)) if line else ""
            if line and may_be_name(name) and len(lines) > 1:
                said = _said(head, [cell.text if cell else "" for cell in cells], "")
                quote = " ".join(cell.text.strip() for cell in lines)
                yield _fact(name, quote, line.place, min(cell.confidence for cell in lines), said, words)
    for row in visual_rows(document.lines):
        for label, value in pairwise(row):
            name = plain_name(value.text)
            if _is_liaison_label(label.text, words) and may_be_name(name):
                quote = f"{label.text.strip()} {value.text.strip()}"
                yield _fact(name, quote, value.place, min(label.confidence, value.confidence), label.text, words)


def _of_texts(document: Document, words: Words) -> Iterator[Fact[str]]:
    for line in document.lines:
        yield from _of_text(line, words)
    for table in form_tables(document):
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                if len(cell) >= 5:
                    yield from _of_text(TextLine(cell, table.place_of(index, column)), words)


def _of_text(line: TextLine, words: Words) -> Iterator[Fact[str]]:
    text = fold(line.text)
    quote = line.text.strip()
    for label, names in _lists(text, words):
        for part in re.finditer(r"([\u4e00-\u9fff·]{2,12})(?:\s*\(([^()]{0,30})\))?", names):
            name = plain_name(part[1])
            if is_name(name):
                yield _fact(
                    name, quote, line.place, line.confidence, part[2] if _tells(part[2], words) else label, words
                )
            elif may_be_name(name) and part.start() == 0 and len(names) == len(part[0]):
                yield _fact(name, quote, line.place, line.confidence, label, words)
    liaison = "|".join(map(re.escape, words.text.liaison)) or r"(?!)"
    office = rf"(?:专职|兼职)?(?:{liaison})员?"
    after = rf"({office})\s*(?:为|是|由|:)?\s*({NAME})(?=老师|同志|担任|[,，。;；、(]|$|\s|\d|,)"
    led = r"(?:由|指定|明确|安排|选派|其中)?"
    before = rf"{led}({NAME})(?:同志|老师)?(?:为|担任|任|兼任|是)(?:指导站|本站|我站)?(?:的)?({office})"
    for match in re.finditer(after, text):
        if is_name(match[2]):
            yield _fact(match[2], quote, line.place, line.confidence, match[1], words)
    for start in range(len(text)):
        match_ = re.compile(before).match(text, start)
        if match_ and is_name(match_[1]):
            yield _fact(match_[1], quote, line.place, line.confidence, match_[2], words)
            break


def _tells(text: str | None, words: Words) -> bool:
    every = (*words.text.liaison, *words.text.fulltime, *words.text.parttime)
    return bool(text) and any(word in (text or "") for word in every)


def _lists(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """Label and names of 工作人员：张三、李四（专职联络员）; the label may count them: 工作人员3人：."""
    labels = "|".join(sorted(map(re.escape, words.text.staff_labels), key=len, reverse=True)) or r"(?!)"
    counted = r"(?:共?\s*\d+\s*[人名])?\s*(?:\([^()]*\))?"
    said = r"(?:\s*:|[,，]?\s*分别[是为]?:?)\s*"
    pattern = rf"((?:{labels}))(?:名单|姓名|信息)?{counted}{said}({_ONE}(?:{_PAUSE}+{_ONE})*)"
    for match in re.finditer(pattern, text):
        yield match[1], match[2].strip()
