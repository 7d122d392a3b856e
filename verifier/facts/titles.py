"""Titles of a paper, and the numbered headings in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.facts.layout import header_row, squeeze
from verifier.language.dates import find_dates
from verifier.language.numerals import fold
from verifier.model import HEADING, TITLE, Document, Fact, Observed, Page, Table, TextLine, Words

_PAGE_NUMBER = re.compile(r"第?\s*\d+\s*页?(?:\s*[,，/共]*\s*\d+\s*页)?|[-—–\s]*\d+[-—–\s]*")
_NO_TITLE = re.compile(
    r"附件\s*[\d一二三四五]*\s*[:：]?|.{0,12}[〔\[［(（]\s*(?:19|20)\d\d\s*[〕\]］)）]\s*第?\s*\d+\s*号|(?:编号|证明编号|文号|密级|No\.?)\s*[:：].*|"
    r"[\d\s:：./\-—|~,，*#]*|\d{1,2}[:：]\d{2}.{0,12}|(?:中国)?(?:移动|联通|电信).{0,6}|首页|返回|关闭|分享"
)
_STATUS = re.compile(r"[^A-Za-z\d][2345]G|^[2345]G|\d\s*%|[←→↑●•×]")
_TITLE_END = re.compile(
    r"(?:证明|通知|计划|总结|制度|办法|规定|细则|方案|报告|台账|登记表|记录|名单|函|意见|公告|公示|协议|说明|清单|要点|安排|章程|"
    r"表|册|书|会|材料|解读|简介|概况|汇编|简报|大赛|活动|公约|须知)(?:[(（][^()（）]*[)）])?$"
)
_OFFICE = re.compile(r"(?:大学|学院|校区|[)）]|站|处|中心|公司|局)$")
_SALUTATION = re.compile(r".{2,30}[:：]")
_SENTENCE = re.compile(r"[。；;！？]")
_LONGEST_TITLE = 60
_TOP = 0.45
_BIGGER = 1.2

_NUMBERS = "一二三四五六七八九十"
_HEADINGS = (
    (
        "named",
        rf"((?:创新|特色|亮点|典型)?性?(?:举措|工作|案例|亮点|项目|做法|特色|经验|品牌|成果|事项)\s*(?:[{_NUMBERS}]+|\d{{1,2}})\s*[:：、.—-]*)",
    ),
    (
        "ordinal",
        rf"(第\s*(?:[{_NUMBERS}]+|\d{{1,2}})\s*(?:项|章|节|部分|条|篇|个)\s*[:：、,，.]?|其[{_NUMBERS}]\s*[:：,，、])",
    ),
    ("han", rf"([{_NUMBERS}]{{1,3}}\s*[、.．,，])"),
    ("han-bracket", rf"([(（]\s*[{_NUMBERS}]{{1,3}}\s*[)）]\s*[、.]?)"),
    ("arabic", r"(\d{1,2}\s*(?:[、．]|\.(?!\d)|[)）](?!\d)))"),
    ("arabic-deep", r"(\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s*[\u4e00-\u9fff])(?!\s*(?:万|亿|元|人|年|月|%|平)))"),
    ("arabic-bracket", r"([(（]\s*\d{1,2}\s*[)）]\s*[、.]?)"),
    ("circled", r"([①-⑳])"),
    ("spoken", rf"([{_NUMBERS}]是(?!否))"),
)
_PATTERNS = tuple((style, re.compile(rf"\s*{expression}\s*(.*)", re.DOTALL)) for style, expression in _HEADINGS)
_LONGEST_HEADING = 50


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
    return (*titles, *_headings(seen.document))


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
        if line and line.role == "title" and not _no_title(line.text):
            run.append(line)
        elif run:
            yield _title(run, "style")
            run = []


def _first(lines: Sequence[TextLine]) -> Iterator[Fact[str]]:
    """The first line that says something, with a second one that goes on."""
    said = [line for line in lines if not _no_title(line.text)]
    if not said or len(squeeze(said[0].text)) > _LONGEST_TITLE:
        return
    first = said[0]
    if _SENTENCE.search(first.text) or (_SALUTATION.fullmatch(squeeze(first.text)) and len(said) > 1):
        return
    run = [first]
    for line in said[1:3]:
        text = squeeze(line.text)
        if _is_whole(run[-1]) or len(text) > 40 or _SENTENCE.search(text):
            break
        if _SALUTATION.fullmatch(text) or _numbered(text):
            break
        run.append(line)
    goes_on = _is_whole(run[-1]) and (len(squeeze(first.text)) >= 8 or _OFFICE.search(squeeze(first.text)))
    yield _title(run if goes_on else run[:1], "first-line")


def _is_whole(line: TextLine) -> bool:
    """Whether a title ends here: by the word for its kind of paper."""
    return _TITLE_END.search(squeeze(line.text)) is not None


def _biggest(page: Page) -> Iterator[Fact[str]]:
    """The tallest line in the upper part of a page, with neighbours of the same height."""
    boxed = [line for line in page.lines if line.place.box and not _no_title(line.text)]
    if len(boxed) < 2:
        return
    heights = sorted(_height(line) for line in boxed)
    usual = heights[len(heights) // 3]
    bottom = max(line.place.box[3] for line in boxed if line.place.box)
    upper = [line for line in boxed if line.place.box and line.place.box[1] <= _TOP * bottom]
    upper = [line for line in upper if 2 <= len(squeeze(line.text)) <= _LONGEST_TITLE]
    if not upper:
        return
    top = max(upper, key=_height)
    if _height(top) < _BIGGER * usual and len(boxed) > 3:
        return
    run = [top]
    for line in boxed[boxed.index(top) + 1 :]:
        if _height(line) < 0.85 * _height(top) or _gap(run[-1], line) > 1.2 * _height(top):
            break
        run.append(line)
    for line in reversed(boxed[: boxed.index(top)]):
        if _height(line) < 0.85 * _height(top) or _gap(line, run[0]) > 1.2 * _height(top):
            break
        run.insert(0, line)
    yield _title(run[:4], "biggest")


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
    head = header_row(table)
    for index, row in enumerate(table.rows[: head if head > 0 else 3]):
        filled = [(column, cell) for column, cell in enumerate(row) if cell.strip()]
        if len(filled) != 1:
            break
        column, cell = filled[0]
        if not _no_title(cell) and len(cell) <= 2 * _LONGEST_TITLE:
            place = table.place_of(index, column)
            yield Fact(TITLE, squeeze(cell), cell.strip(), place, 1.0, "titles", label="sheet-title")
    if table.sheet and not re.fullmatch(r"(?i)(?:sheet|工作表|表)\s*\d*", table.sheet.strip()):
        yield Fact(TITLE, squeeze(table.sheet), table.sheet, table.place, 1.0, "titles", label="sheet-name")


def _title(run: Sequence[TextLine], label: str) -> Fact[str]:
    text = "".join(squeeze(line.text) for line in run)
    quote = "\n".join(line.text.strip() for line in run)
    return Fact(TITLE, text, quote, run[0].place, min(line.confidence for line in run), "titles", label=label)


def _no_title(text: str) -> bool:
    plain = squeeze(fold(text)).strip()
    if (
        not plain
        or (_STATUS.search(plain) and len(re.findall(r"[\u4e00-\u9fff]", plain)) < 2)
        or _NO_TITLE.fullmatch(plain)
        or _PAGE_NUMBER.fullmatch(plain)
    ):
        return True
    days = [one for one in find_dates(plain) if one.span.precision == "day"]
    for one in reversed(days):
        plain = plain[: one.start] + plain[one.end :]
    return bool(days) and re.fullmatch(r"(?:星期|周|[\W一二三四五六日天])*", plain) is not None


def _headings(document: Document) -> Iterator[Fact[str]]:
    for line in document.lines:
        numbered = _numbered(line.text)
        if numbered:
            style, numbering, text = numbered
            if text:
                yield Fact(HEADING, text, line.text.strip(), line.place, line.confidence, "titles", style, numbering)
        elif line.role == "heading" and not _no_title(line.text):
            text = squeeze(line.text)
            yield Fact(HEADING, text, line.text.strip(), line.place, line.confidence, "titles", "style", "")


def _numbered(text: str) -> tuple[str, str, str] | None:
    """Style, numbering and text of a numbered heading; of a paragraph that begins with one, its first sentence."""
    if find_dates(text[:12]) and re.match(r"\s*\d", text):
        return None
    for style, pattern in _PATTERNS:
        if match := pattern.match(text):
            heading = re.split(r"[。；;：:！!？?\n]", match[2].strip())[0] or match[2].strip()
            return style, squeeze(match[1]), squeeze(heading)[:_LONGEST_HEADING]
    return None
