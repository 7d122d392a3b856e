"""Titles of a paper, and the numbered headings in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from verifier.facts.headings import headings_of, no_title, numbered
from verifier.facts.layout import header_row, squeeze
from verifier.model import TITLE, Document, Fact, Observed, Page, Place, Table, TextLine, Words

_TITLE_END = re.compile(
    r"(?:证明|通知|计划|总结|制度|办法|规定|细则|方案|报告|台账|登记表|记录|名单|函|意见|公告|公示|协议|说明|清单|要点|安排|章程|"
    r"表|册|书|会|材料|解读|简介|概况|汇编|简报|大赛|活动|公约|须知)(?:[(（][^()（）]*[)）])?$"
)
_LETTERHEAD = re.compile(r"[^，,。；;：:《》]{2,30}文件")
_OFFICE = re.compile(r"(?:大学|学院|校区|[)）]|站|处|中心|公司|局)$")
_SALUTATION = re.compile(r".{2,30}[:：]")
_SENTENCE = re.compile(r"[。；;！？]")
_INSTRUCTION = re.compile(r"(?:[(（]?\d{1,2}[)）]?[.、．)）]|[★*※])\s*\S.*[;；。]")
"""how to fill in what follows: 1.带*为必填项；"""
_UNNAMED_SHEET = re.compile(r"(?i)(?:sheet|工作表|表)\s*\d*")
_LONGEST_TITLE = 60
_LONGEST_SECOND = 40
"""characters of a line that goes on with a title"""
_WHOLE = 8
"""characters of a title's first line that is broken for its length"""
_MOST_LINES = 4
"""lines of the biggest title"""
_TOP = 0.45
"""the upper part of a page, of what is written on it"""
_BIGGER = 1.2
"""how much a title is higher than the usual line"""
_SMALL = 3
"""so few lines have no usual height"""
_AS_HIGH, _CLOSE = 0.85, 1.2
"""of a title's height: its other lines are at least as high, and stand no farther apart"""
_ROWS_ABOVE = 3
"""rows that may be titles of a table without a header"""


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """Facts of kind `title` (surest first) and `heading`.

    A title's label tells where it stood: style, biggest, first-line, sheet-title, table-title, caption, sheet-name.
    A heading's value is its text, its label the numbering as written, its role the style of numbering: han (一、),
    han-bracket (（一）), arabic (1.), arabic-bracket (（1）), ordinal (第一项), named (创新举措一：), style (none) …
    """
    titles: list[Fact[str]] = []
    for fact in _titles(seen.document):
        if all(fact.value != other.value for other in titles):
            titles.append(fact)
    return (*titles, *headings_of(seen.document.lines))


def _titles(document: Document) -> Iterator[Fact[str]]:
    pages = [page for page in document.pages if page.lines]
    yield from _styled(document.lines)
    for page in pages[:1]:
        yield from _biggest(page)
    if pages:
        yield from _first(pages[0].lines)
    for table in document.tables:
        yield from _of_table(table)
    for line in document.context:
        yield _title((line,), "caption")


def _styled(lines: Sequence[TextLine]) -> Iterator[Fact[str]]:
    """Lines that the format itself calls titles, those under each other as one."""
    run: list[TextLine] = []
    for line in (*lines, None):
        if line and line.role == "title" and not no_title(line.text):
            run.append(line)
        elif run:
            yield _title(run, "style")
            run = []


def _first(lines: Sequence[TextLine]) -> Iterator[Fact[str]]:
    """The first line that says something, with those that go on to the end of a title; that under a letterhead too."""
    said = [line for line in lines if not no_title(line.text)]
    if len(said) > 1 and _LETTERHEAD.fullmatch(squeeze(said[0].text)):
        yield _title(said[:1], "first-line")
        said = said[1:]
    if not said or not _may_be_first(squeeze(said[0].text), alone=len(said) == 1):
        return
    first = squeeze(said[0].text)
    more = takewhile(lambda pair: _goes_on(*pair), pairwise(said[:3]))
    run = [said[0], *(line for _, line in more)]
    is_broken = len(first) >= _WHOLE or _OFFICE.search(first) is not None
    yield _title(run if is_broken and _is_whole(run[-1]) else run[:1], "first-line")


def _may_be_first(text: str, alone: bool) -> bool:
    """Whether a text may be a title: no sentence, and no salutation of a letter that follows."""
    is_salutation = not alone and _SALUTATION.fullmatch(text) is not None
    return len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text) and not is_salutation


def _goes_on(before: TextLine, line: TextLine) -> bool:
    """Whether a title goes on in the next line: it is not whole yet, and no sentence, letter or list begins."""
    text = squeeze(line.text)
    begins = _SENTENCE.search(text) or _SALUTATION.fullmatch(text) or numbered(text)
    return not _is_whole(before) and len(text) <= _LONGEST_SECOND and not begins


def _is_whole(line: TextLine) -> bool:
    """Whether a title ends here: by the word for its kind of paper."""
    return _TITLE_END.search(squeeze(line.text)) is not None


def _biggest(page: Page) -> Iterator[Fact[str]]:
    """The tallest line in the upper part of a page, with neighbours of the same height."""
    boxed = [line for line in page.lines if line.place.box and not no_title(line.text)]
    fit = (line for line in _upper(boxed) if 2 <= len(squeeze(line.text)) <= _LONGEST_TITLE)
    top = max(fit, key=_height, default=None)
    if top and len(boxed) > 1 and _stands_out(top, boxed):
        yield _title(_with_neighbours(top, boxed)[:_MOST_LINES], "biggest")


def _upper(lines: Sequence[TextLine]) -> list[TextLine]:
    """Those that begin in the upper part of what is written."""
    boxes = [(line, line.place.box) for line in lines if line.place.box]
    bottom = max((box[3] for _, box in boxes), default=0)
    return [line for line, box in boxes if box[1] <= _TOP * bottom]


def _stands_out(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line is higher than the usual one, of which two thirds of a page's lines are as high or higher."""
    heights = sorted(map(_height, lines))
    return len(lines) <= _SMALL or _height(line) >= _BIGGER * heights[len(heights) // 3]


def _with_neighbours(top: TextLine, lines: Sequence[TextLine]) -> list[TextLine]:
    """A line with those over and under it that are as high and close."""
    at, height = lines.index(top), _height(top)

    def belongs(line: TextLine, gap: int) -> bool:
        return _height(line) >= _AS_HIGH * height and gap <= _CLOSE * height

    below = takewhile(lambda pair: belongs(pair[1], _gap(*pair)), pairwise(lines[at:]))
    above = takewhile(lambda pair: belongs(pair[1], _gap(*reversed(pair))), pairwise(lines[at::-1]))
    return [*reversed([line for _, line in above]), top, *(line for _, line in below)]


def _height(line: TextLine) -> int:
    box = line.place.box
    if box is None:
        return 0
    # a column of vertical writing is as high as its characters are wide
    return min(box[3] - box[1], box[2] - box[0]) if len(line.text) > 1 else box[3] - box[1]


def _gap(upper: TextLine, lower: TextLine) -> int:
    a, b = upper.place.box, lower.place.box
    return b[1] - a[3] if a and b else 0


def _of_table(table: Table) -> Iterator[Fact[str]]:
    """The rows with one filled cell above a header, the paragraph before, the name of the sheet."""
    if table.title.strip():
        yield Fact(TITLE, squeeze(table.title), table.title, table.place, 1.0, "titles", label="table-title")
    for place, cell in _alone_above(table):
        if not no_title(cell) and not _INSTRUCTION.fullmatch(cell.strip()) and len(cell) <= 2 * _LONGEST_TITLE:
            yield Fact(TITLE, squeeze(cell), cell.strip(), place, 1.0, "titles", label="sheet-title")
    if table.sheet and not _UNNAMED_SHEET.fullmatch(table.sheet.strip()):
        yield Fact(TITLE, squeeze(table.sheet), table.sheet, table.place, 1.0, "titles", label="sheet-name")


def _alone_above(table: Table) -> Iterator[tuple[Place, str]]:
    """The only cells of the rows with which a table begins, down to its header or to a row with several."""
    head = header_row(table)
    for index, row in enumerate(table.rows[: head if head > 0 else _ROWS_ABOVE]):
        filled = [(table.place_of(index, column), cell) for column, cell in enumerate(row) if cell.strip()]
        if len(filled) != 1:
            break
        yield filled[0]


def _title(run: Sequence[TextLine], label: str) -> Fact[str]:
    text = "".join(squeeze(line.text) for line in run)
    quote = "\n".join(line.text.strip() for line in run)
    return Fact(TITLE, text, quote, run[0].place, min(line.confidence for line in run), "titles", label=label)
