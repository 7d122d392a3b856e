"""The numbered headings of a paper and those that stand out, and what is neither heading nor title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from verifier.facts.layout import is_close_over, squeeze
from verifier.language.dates import find_dates
from verifier.language.numerals import fold
from verifier.model import HEADING, Fact, TextLine

_PAGE_NUMBER = re.compile(r"第?\s*\d+\s*页?(?:\s*[,，/共]*\s*\d+\s*页)?|[-—–\s]*\d+[-—–\s]*")
_NO_TITLE = re.compile(
    r"附件\s*[\d一二三四五]*\s*[:：]?|.{0,12}[〔\[［(（]\s*(?:19|20)\d\d\s*[〕\]］)）]\s*第?\s*\d+\s*号|(?:编号|证明编号|文号|密级|No\.?)\s*[:：].*|"
    r"[\d\s:：./\-—|~,，*#]*|\d{1,2}[:：]\d{2}.{0,12}|(?:中国)?(?:移动|联通|电信).{0,6}|首页|返回|关闭|分享"
)
_STATUS = re.compile(r"[^A-Za-z\d][2345]G|^[2345]G|\d\s*%|[←→↑●•×]")
_SENTENCE = re.compile(r"[。；;！？]")
_NUMBERS = "一二三四五六七八九十"
_HEADINGS = (
    (
        "named",
        rf"((?:创新|特色|亮点|典型)?性?(?:举措|工作|案例|亮点|项目|做法|特色|经验|品牌|成果|事项|创新点?|探索|实践)\s*之?\s*(?:[{_NUMBERS}]+|\d{{1,2}}|[①-⑳])\s*[:：、.—-]*)",
    ),
    (
        "named",
        rf"([【〔［\[]\s*(?:创新|特色|亮点|典型)?性?(?:举措|工作|案例|亮点|项目|做法|特色|经验|品牌|成果|事项|创新点?|探索|实践)?\s*之?\s*(?:[{_NUMBERS}]+|\d{{1,2}}|[①-⑳])\s*[】〕］\]]\s*[:：、.—-]*)",
    ),
    (
        "ordinal",
        rf"(第\s*(?:[{_NUMBERS}]+|\d{{1,2}})\s*(?:项|章|节|部分|条|篇|个)\s*[:：、,，.]?|第[{_NUMBERS}]\s*[:：、,，]|其[{_NUMBERS}]\s*[:：,，、])",
    ),
    ("han", rf"([{_NUMBERS}]{{1,3}}\s*[、.．,，)）])"),
    ("han-bracket", rf"([(（]\s*[{_NUMBERS}]{{1,3}}\s*[)）]\s*[、.]?)"),
    ("arabic", r"(\d{1,2}\s*(?:[、．]|\.(?!\d)|[)）](?!\d))|0\d\s*(?=[\u4e00-\u9fff“《]{3}))"),
    ("arabic-deep", r"(\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s*[\u4e00-\u9fff])(?!\s*(?:万|亿|元|人|年|月|%|平)))"),
    ("arabic-bracket", r"([(（]\s*\d{1,2}\s*[)）]\s*[、.]?)"),
    ("circled", r"([①-⑳])"),
    ("roman", r"([Ⅰ-Ⅻ]\s*[、.．]?)"),
    ("spoken", rf"([{_NUMBERS}]是(?!否))"),
)
_PATTERNS = tuple(
    (style, re.compile(rf"[\s#★☆●◆■▲▶※•]*{expression}\s*(.*)", re.DOTALL)) for style, expression in _HEADINGS
)
_LONGEST_HEADING = 50
_NEAR = 8
"""lines before and after one among which those of its cell, and the text beside it, stand"""
_LONGEST_LABEL, _LONGEST_REST = 10, 4
"""characters of the label of a form's field, and of what stands of it in a second line"""
_SHORTEST_TEXT = 12
"""characters of a line under a heading that are text"""
_LEADER = re.compile(r"(?:…|\.{3}|·{3}|．{3}|—{4}|-{4}|_{4})[\s….·．_—-]*\d{1,3}$")
_CONTENTS = re.compile(r"(?i)目[录次]|contents|目录contents")
_PAGE_AT_END = re.compile(r"[\s….·．]*\d{1,3}$")
_PROMPT = re.compile(r"[(（【\[].*[)）】\]]")
_FIELD = re.compile(r"[\u4e00-\u9fff]{2,8}[:：](.+)")
_LONGEST_DATE = 12
"""characters of a date that is no numbering: 2024.5.1"""


def no_title(text: str) -> bool:
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


def headings_of(lines: Sequence[TextLine]) -> Iterator[Fact[str]]:
    """The numbered headings and those that stand out, without the entries of a table of contents."""
    contents = _contents(lines)
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if at in contents:
            continue
        if told := numbered(line.text):
            style, numbering, text = told
            around = lines[max(0, at - _NEAR) : at + _NEAR]
            named = f"{text}{_rest_of_label(line, around)}" if text else _below_number(below) if below else ""
            if named:
                yield Fact(HEADING, named, line.text.strip(), line.place, line.confidence, "titles", style, numbering)
        elif style := _style(line, below):
            text = squeeze(line.text)
            yield Fact(HEADING, text, line.text.strip(), line.place, line.confidence, "titles", style, "")


def _rest_of_label(line: TextLine, lines: Sequence[TextLine]) -> str:
    """The end of a form's label that is broken in its cell: letters close under it, where a text stands beside."""
    if line.place.box is None or len(squeeze(line.text)) > _LONGEST_LABEL:
        return ""
    if not any(_is_beside(line, other) for other in lines):
        return ""
    rest = (squeeze(other.text) for other in lines if is_close_over(line, other) and not _is_wider(other, line))
    return next((text for text in rest if len(text) <= _LONGEST_REST and numbered(text) is None), "")


def _is_beside(line: TextLine, other: TextLine) -> bool:
    """Whether a line stands right of another, at its height."""
    box, right = line.place.box, other.place.box
    if box is None or right is None or line.place.leaf != other.place.leaf:
        return False
    return right[0] >= box[2] and min(box[3], right[3]) > max(box[1], right[1])


def _is_wider(line: TextLine, other: TextLine) -> bool:
    box, over = line.place.box, other.place.box
    return box is None or over is None or box[2] - box[0] > over[2] - over[0]


def _contents(lines: Sequence[TextLine]) -> frozenset[int]:
    """The lines of tables of contents: those with a leader to a page, and those under its title that stand again."""
    led = (at for at, line in enumerate(lines) if _LEADER.search(line.text))
    titles = (at for at, line in enumerate(lines) if _CONTENTS.fullmatch(squeeze(line.text)))
    return frozenset((*led, *(entry for title in titles for entry in _listed(lines, title))))


def _listed(lines: Sequence[TextLine], title: int) -> Iterator[int]:
    """The title of a table of contents and the entries under it, up to the first text that does not stand again."""
    yield title
    entries = [_entry(line.text) for line in lines[title + 1 :]]
    left = Counter(entries)
    for at, entry in enumerate(entries, title + 1):
        left[entry] -= 1
        if not left[entry]:
            return
        yield at


def _entry(text: str) -> str:
    return _PAGE_AT_END.sub("", squeeze(text))


def _below_number(line: TextLine) -> str:
    """What a number that stands alone is of: the short line under it, which is no prompt in brackets."""
    text = squeeze(line.text)
    whole = len(text) <= _LONGEST_HEADING and not _SENTENCE.search(text) and numbered(line.text) is None
    return text if whole and not _PROMPT.fullmatch(text) and not no_title(line.text) else ""


def _style(line: TextLine, below: TextLine | None) -> str:
    """How an unnumbered heading stands out: the format calls it one or a slide's title, or it is bold over text."""
    if no_title(line.text) or _is_dated(line.text):
        return ""
    if line.role == "heading":
        return "style"
    over_text = below is not None and below.place.page == line.place.page and _is_text(below)
    if not over_text or len(squeeze(line.text)) > _LONGEST_HEADING or _SENTENCE.search(line.text):
        return ""
    is_slide = line.role == "title" and (line.place.page or 1) > 1
    return "style" if is_slide else "bold" if line.bold and line.role == "body" else ""


def _is_text(line: TextLine) -> bool:
    """Whether running text begins in a line."""
    return not line.bold and line.role == "body" and len(squeeze(line.text)) >= _SHORTEST_TEXT


def _is_dated(text: str) -> bool:
    """Whether a line is a field with a date: 填报日期：2024年11月19日."""
    field = _FIELD.match(squeeze(text))
    return field is not None and no_title(field[1])


def numbered(text: str) -> tuple[str, str, str] | None:
    """Style, numbering and text of a numbered heading; of a paragraph that begins with one, its first sentence."""
    if find_dates(text[:_LONGEST_DATE]) and re.match(r"\s*\d", text):
        return None
    for style, pattern in _PATTERNS:
        if match := pattern.match(text):
            heading = re.split(r"[。；;：:！!？?\n]", match[2].strip())[0] or match[2].strip()
            return style, squeeze(match[1]), squeeze(heading)[:_LONGEST_HEADING]
    return None
