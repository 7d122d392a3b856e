"""The people who work at the station: rows of staff tables, and names listed in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice, pairwise

from verifier.facts.layout import Grid, form_tables, header_text, page_grids, run_on, squeeze, visual_rows
from verifier.language.choices import read_choice
from verifier.language.identity_numbers import plain_name
from verifier.language.names import NAME, is_name, may_be_name
from verifier.language.numerals import fold
from verifier.model import STAFF, Document, Fact, Observed, Place, Table, TextLine, WordList, Words

_NAME_HEADER = re.compile(r"(?:工作人员|教师|人员|教职工|职工)?姓名|工作人员|NAME")
_TICK = re.compile(r"[(（\[]?\s*[√✓✔✅☑☒vV是有1●■]\s*[)）\]]?|\[[xX]\]")
_CHOICE = re.compile(r"[专兼]职?\s*[/、或(（]\s*[专兼]职?\s*[)）]?")
_SERIAL = re.compile(r"^[\d.、\s]+")
_NAME_AND_NOTE = re.compile(r"([\u4e00-\u9fff·]{2,12})(?:\s*\(([^()]{0,30})\))?")
EITHER = "专职或兼职"
"""the label of somebody of whom nobody can tell which box is ticked"""
_LONGEST_CHOICE = 40
"""characters of a cell in which something is chosen"""
_LONGEST_LABEL = 8
_SHORTEST_LIST = 5
"""characters of a cell that says of somebody what they are: 站长：张三"""
_PAUSE = r"[、,，;；\s和及/]"
_ONE = r"[\u4e00-\u9fff·]{2,12}(?:\s*[(（][^()（）]{0,30}[)）])?"


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """A fact of kind `staff` for every person, once a document; role `liaison`, label 专职, 兼职, either or ''.

    Tables of students are none. What two places say of one person is put together.
    """
    found: dict[str, Fact[str]] = {}
    sources = chain(*(each(seen.document, words) for each in (_of_tables, _of_page, _of_texts)))
    for fact in sources:
        before = found.get(fact.value)
        found[fact.value] = _joined(before, fact) if before else fact
    return tuple(found.values())


def _joined(first: Fact[str], second: Fact[str]) -> Fact[str]:
    told = [fact.label for fact in (first, second) if fact.label not in ("", EITHER)]
    return replace(first, role=first.role or second.role, label=next(iter(told), first.label or second.label))


def _fact(name: str, quote: str, place: Place, confidence: float, text: str, words: Words) -> Fact[str]:
    """What the words about a person say: full or part time, liaison or not."""
    plain = _CHOICE.sub("", text)
    liaison = any(word in plain for word in words.text.liaison)
    return Fact(
        STAFF,
        name,
        quote,
        place,
        confidence,
        "staff",
        "liaison" if liaison else "",
        EITHER if EITHER in text else _kind(plain, words),
    )


def _kind(text: str, words: Words) -> str:
    full = any(word in text for word in words.text.fulltime)
    part = any(word in text for word in words.text.parttime)
    return "专职" if full and not part else "兼职" if part and not full else ""


def _of_tables(document: Document, words: Words) -> Iterator[Fact[str]]:
    for table in form_tables(document):
        for index, column, head in _rows_of_staff(table, words):
            row = table.rows[index]
            name = plain_name(row[column])
            filled = [cell.strip() for cell in row if cell.strip()]
            if may_be_name(name) and len(filled) > 1:
                said = _said(head, row, table.title, words)
                yield _fact(name, " ".join(filled), table.place_of(index, column), 1.0, said, words)
    yield from _liaisons_of_forms(form_tables(document), words)


def _rows_of_staff(table: Table, words: Words) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Row, column of its name, and header of every row of a table of staff."""
    head: Sequence[str] = ()
    column = -1
    for index, row in enumerate(table.rows):
        found = _name_column(row, words)
        if found is not None:
            head, column = row, found
        elif 0 <= column < len(row):
            yield index, column, head


def _name_column(row: Sequence[str], words: Words) -> int | None:
    """The column of names when the row is the header of a table of staff."""
    heads = [header_text(cell) for cell in row]
    if not _headers(words.text.student_columns).isdisjoint(heads):
        return None
    bare = [re.sub(r"\(.*\)", "", head) for head in heads]
    if _headers(words.text.staff_columns).isdisjoint((*heads, *bare)):
        return None
    return next((index for index, head in enumerate(heads) if _NAME_HEADER.fullmatch(head)), None)


@lru_cache(maxsize=8)
def _headers(names: WordList) -> frozenset[str]:
    return frozenset(map(header_text, names))


def _said(head: Sequence[str], row: Sequence[str], title: str, words: Words) -> str:
    """The cells of a row as words; where they leave open who works full time, the title may say that all do."""
    said = [_said_by(header_text(header), cell, words) for header, cell in zip(head, row, strict=False)]
    is_told = any(word in " ".join(said) for word in (words.text.fulltime[0], words.text.parttime[0]))
    if not is_told and any(word in title for word in words.text.fulltime_titles):
        said.append(words.text.fulltime[0])
    return " ".join(said)


def _said_by(header: str, cell: str, words: Words) -> str:
    """What a cell says: 专 and 兼 stand for 专职 and 兼职, a tick for its header, a box that is ticked for its word."""
    full, part = words.text.fulltime[0], words.text.parttime[0]
    short = {full[0]: full, part[0]: part}
    asked = any(word in header for word in words.text.ticked)
    text = squeeze(_chosen(cell, ("是", "否") if asked and not _CHOICE.search(header) else (), words))
    if text in short:
        return short[text]
    if _TICK.fullmatch(text) and asked and not _CHOICE.search(header):
        return header.replace("是否", "")
    return part if text == "否" and f"是否{full}" in header else text


def _chosen(text: str, asked: tuple[str, ...], words: Words) -> str:
    """The text with what is chosen alone where options are marked; `asked`: what a column offers besides."""
    kinds = (*words.text.fulltime, *words.text.parttime)
    bare = len(text) <= _LONGEST_CHOICE and not any(kind in text for kind in kinds)
    options = (*kinds, *(kind[0] for kind in kinds if bare), *asked)
    choice = read_choice(text, options) if len(text) <= _LONGEST_CHOICE else None
    if choice is None:
        return EITHER if _CHOICE.fullmatch(squeeze(text)) else text
    return choice.kept if choice.is_told else f"{choice.kept} {EITHER}".strip()


def _liaisons_of_forms(tables: Sequence[Table], words: Words) -> Iterator[Fact[str]]:
    """A form's field for the liaison; the staff table of the same form says whether full time."""
    for table in tables:
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row[:-1]):
                if not _is_liaison_label(cell, words):
                    continue
                value = next((text for text in row[column + 1 :] if text.strip()), "")
                name = plain_name(re.split(r"[(（\s\d]", value.strip())[0]) if value else ""
                if _may_be_person(name, words):
                    yield _fact(
                        name, f"{squeeze(cell)} {value.strip()}", table.place_of(index, column), 1.0, cell, words
                    )


def _may_be_person(text: str, words: Words) -> bool:
    """Whether a text may be a name: in a table of staff 专职 stands beside 联络专员."""
    return may_be_name(text) and not _tells(text, words)


def _is_liaison_label(cell: str, words: Words) -> bool:
    label = header_text(cell).removesuffix("姓名")
    return len(label) <= _LONGEST_LABEL and any(label.endswith(word) for word in words.text.liaison)


def _of_page(document: Document, words: Words) -> Iterator[Fact[str]]:
    """Staff tables, and liaison fields of forms, of which a picture shows only the lines."""
    for grid in page_grids(document, "姓名"):
        head = [line.text for line in grid[0].lines]
        column = _name_column(head, words)
        if column is not None:
            yield from _of_grid(grid[1:], head, column, words)
    for row in visual_rows(document.lines):
        for label, value in pairwise(row):
            name = plain_name(value.text)
            if _is_liaison_label(label.text, words) and _may_be_person(name, words):
                quote = f"{label.text.strip()} {value.text.strip()}"
                yield _fact(name, quote, value.place, min(label.confidence, value.confidence), label.text, words)


def _of_grid(rows: Grid, head: Sequence[str], column: int, words: Words) -> Iterator[Fact[str]]:
    for row in rows:
        line = row.cells[column]
        name = plain_name(_SERIAL.sub("", line.text)) if line else ""
        if line and may_be_name(name) and len(row.lines) > 1:
            said = _said(head, [cell.text if cell else "" for cell in row.cells], "", words)
            quote = " ".join(cell.text.strip() for cell in row.lines)
            yield _fact(name, quote, line.place, min(cell.confidence for cell in row.lines), said, words)


def _of_texts(document: Document, words: Words) -> Iterator[Fact[str]]:
    whole = {line.place: tuple(_of_text(line, words)) for line in run_on(document.lines)}
    for line in document.lines:
        joined = whole.get(line.place, ())
        yield from joined
        yield from (fact for fact in _of_text(line, words) if not _is_broken(fact, line, joined))
    for table in form_tables(document):
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                if len(cell) >= _SHORTEST_LIST:
                    yield from _of_text(TextLine(cell, table.place_of(index, column)), words)


def _is_broken(fact: Fact[str], line: TextLine, whole: Sequence[Fact[str]]) -> bool:
    """Whether a name at a line's end goes on in the next line."""
    at_end = fold(line.text).rstrip().endswith(fact.value)
    return at_end and any(each.value != fact.value and each.value.startswith(fact.value) for each in whole)


def _of_text(line: TextLine, words: Words) -> Iterator[Fact[str]]:
    text = fold(line.text)
    for name, said in chain(_in_lists(text, words), _in_sentences(text, words)):
        yield _fact(name, line.text.strip(), line.place, line.confidence, said, words)


def _in_lists(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """Names, each with the note behind it or the label of its list; one that stands alone may have a rare surname."""
    for label, names in _lists(text, words):
        for one in _NAME_AND_NOTE.finditer(names):
            duty, name = _parted(plain_name(one[1]), words)
            note = f"{duty} {one[2] or ''}".strip()
            if is_name(name):
                yield name, _chosen(note, (), words) if _tells(note, words) else label
            elif may_be_name(name) and one[0] == names:
                yield name, label


def _parted(text: str, words: Words) -> tuple[str, str]:
    """What somebody is, and the name: 站长张三."""
    duties = (*words.text.staff_labels, *words.text.staff_duties)
    led = (duty for duty in duties if text.startswith(duty) and is_name(text.removeprefix(duty)))
    duty = max(led, key=len, default="")
    return duty, text.removeprefix(duty)


def _in_sentences(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """The liaisons that a sentence names, with what it calls them."""
    after, before = _sentences(words.text.liaison)
    for match in after.finditer(text):
        if is_name(match[2]):
            yield match[2], match[1]
    begun = filter(None, (before.match(text, start) for start in range(len(text))))
    for match in islice((match for match in begun if is_name(match[1])), 1):
        yield match[1], match[2]


@lru_cache(maxsize=8)
def _sentences(liaison: WordList) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Expressions for 专职联络员为张三 and for 由张三担任专职联络员."""
    office = rf"(?:专职|兼职)?(?:{'|'.join(map(re.escape, liaison))})员?"
    led = r"(?:由|指定|明确|安排|选派|其中)?"
    return (
        re.compile(rf"({office})\s*(?:为|是|由|:)?\s*({NAME})(?=老师|同志|担任|[,，。;；、(]|$|\s|\d|,)"),
        re.compile(rf"{led}({NAME})(?:同志|老师)?(?:为|担任|任|兼任|是)(?:指导站|本站|我站)?(?:的)?({office})"),
    )


def _tells(text: str, words: Words) -> bool:
    return any(word in text for word in (*words.text.liaison, *words.text.fulltime, *words.text.parttime))


def _lists(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """Label and names of 工作人员：张三、李四（专职联络员）; the label may count them: 工作人员3人：."""
    labels = "|".join(sorted(map(re.escape, words.text.staff_labels), key=len, reverse=True)) or r"(?!)"
    counted = r"(?:共?\s*\d+\s*[人名])?\s*(?:\([^()]*\))?"
    said = r"(?:\s*:|[,，]?\s*分别[是为]?:?)\s*"
    pattern = rf"((?:{labels}))(?:名单|姓名|信息)?{counted}{said}({_ONE}(?:{_PAUSE}+{_ONE})*)"
    for match in re.finditer(pattern, text):
        yield match[1], match[2].strip()
