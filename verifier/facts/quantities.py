"""Areas, counts and percentages, each with the words that say what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import zip_longest

from verifier.facts.layout import (
    column_label,
    header_row,
    header_text,
    is_scoring_form,
    label_of,
    labels_on_page,
    row_label,
    squeeze,
    visual_rows,
)
from verifier.facts.running_lines import run_on
from verifier.language.dates import find_dates
from verifier.language.numerals import ARABIC, CHINESE, NUMBER, fold, parse_number
from verifier.model import AREA, COUNT, PERCENT, Document, Fact, Kind, Observed, Place, Quantity, Table, TextLine, Words

SQUARE_METRES = "㎡"
_LONGEST_TABLE = 2000
"""rows; a longer one lists people"""
_LARGEST_COUNT = 10**8
_LONGEST_LABEL = 60
_WHOLE = 100
"""percent"""

# OCR gives ² alone for ㎡
_AREAS = (
    r"平方米|平方公尺|平米|㎡|[mM](?:²|2| 2(?=[\s,，。;；、)）]|$))|²|m\^2|平方来|平方(?!公里|千米|英|厘米|分米|毫米)|"
    r"平(?=[\s,，。;；、:：)）的]|左右|$)"
)
# each unit with what must not follow it, so that 名单, 家长, 项目 and 场地 are no units
_COUNTS = {
    "座": r"(?:余)?个?(?:(?:软|硬|固定|活动|移动|折叠|阶梯|连排|皮)座(?:位|椅|席)?|"
    r"座位|座席|席位|坐席|工位|座(?!谈|机|右|落|标)|席(?!位|地|卡))",
    "人次": r"人次",
    "人": r"人(?!次|民|才|员|事|数|均|力|大|口|生|机|性)|名(?!单|称|额|次|字|牌|校|师|片|企)|位(?!于|置|数|列|次|居)",
    "份": r"份(?!额)|册(?!子)|本(?!科|校|市|单|人|次|年|学|地|部|站|院|届|着|文|案)",
    "家": r"家(?!长|庭|具|属|乡|电|教|政|中|园)",
    "场": r"场次?(?!地|所|馆|景|面|均|合|内|外|部)",
    "次": r"次(?!序|日|月|年|要|数)",
    "条": r"条(?!件|款|例|目)",
    "篇": r"篇(?!幅|章)",
    "台": r"台(?!账|帐|湾|阶|风|州|式)",
    "套": r"套(?!餐|用|装|路)",
    "项": r"项(?!目标|链)(?:目(?!录))?",
    "间": r"间(?!隔|接|断)",
    "张": r"张(?!贴|榜|某|三)",
    "把": r"把(?!握|关|控)",
    "个": r"个(?!月|人|性|体|百分|工作日|小时|星期|学期|年|性化|以上|旧)",
    "元": r"万?元",
}
_UNITS = "|".join(f"(?P<u{index}>{pattern})" for index, pattern in enumerate(_COUNTS.values()))
_MORE = r"(?:余|多|来)?"
_RANGE = rf"(?:\s*(?:[-—–~至到]|-{{2}})\s*(?:{ARABIC}))?"
_WITH_UNIT = re.compile(
    rf"(?<![\d.第前\-A-Za-z])(?<!\d,)(?P<number>{NUMBER}){_RANGE}\s*{_MORE}(?P<scale>万)?\s*(?:个(?=平))?"
    rf"(?:(?P<area>{_AREAS})|(?P<percent>%[0oO](?![\w.])|%|‰)|{_UNITS})"
)
_UNIT_FIRST = re.compile(rf"(?:{_AREAS})|{_UNITS}")
_PERCENT_WORDS = re.compile(r"百分之(?P<number>[零〇一二两三四五六七八九十百点]+|\d+(?:\.\d+)?)")
# a name that ends in what it measures, then a number without a unit, or what OCR left of ㎡: 座位数：80, 面积（㎡）45 m
_NAMED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{0,10}(?:面积|座位数?|座席数?|席位数?|人数|人次|样本[数量]?|答卷数|问卷数|容量|总数|数量|场次|份数|条数|台数|[^效频概功汇速]率)"
    r"(?:\s*\([^()]{1,6}\))?)\s*(?:\(?\s*[nN]\s*=|[:：]|为|是|达|约|共|\s|(?<=[位席]数)|(?<=[座坐][位席]))\s*(?P<number>"
    + ARABIC
    + r")(?:\s?m|\s2)?(?![\d年月日号/\-:.])\s*(?=$|[\s,，。;；、)）])"
)
_FACTOR = re.compile(r"[×xX*✕╳]\s*$")
"""what stands before the 100% of a formula"""
_SIDES = re.compile(
    rf"(?<![\d.×xX*✕╳])(?P<number>{ARABIC})\s*(?:米|[mM])\s*[×xX*✕╳]\s*(?P<wide>{ARABIC})\s*(?:米|[mM](?![²2]))(?!\s*[×xX*✕╳])|"
    rf"长\s*(?P<long>{ARABIC})\s*(?:米|[mM])?[\s,，、]*宽\s*(?P<broad>{ARABIC})\s*(?:米|[mM](?![²2]))"
)
"""the two sides of a room: 6m×5m, 长6米、宽5米"""
_ROUNDED = Fraction(1, 30)
"""how much of an area may be rounded away, or stand in the walls, where its sides are told too"""
_BROKEN = re.compile(r"\d$")
_BORROWED = 5
"""characters of the next line, in which the unit of a number at a line's end stands"""
_HINTS = (
    (re.compile(r"平方|平米|㎡|M²|M2|面积"), SQUARE_METRES),
    (re.compile(r"座位|座席|席位|座椅|\(座\)|工位"), "座"),
    (re.compile(r"人次"), "人次"),
    (
        re.compile(
            r"人数|名额|编制数|容纳|容量|\(人\)|\(名\)|师生数|学生数|毕业生数|总人|毕业生总数|在校生总数|生规模"
        ),
        "人",
    ),
    (re.compile(r"%|百分|[^效频概功汇速]率$|占比|比例|[^效频概功汇速]率[\s(]"), "%"),
    (re.compile(r"\(份\)|份数|问卷数|答卷数|样本|[问答]卷(?:发放|发出|收回|回收|有效)"), "份"),
    (re.compile(r"\(家\)|单位数|企业数"), "家"),
    (re.compile(r"\(场次?\)|场次|场数"), "场"),
    (re.compile(r"\(条\)|条数"), "条"),
    (re.compile(r"\(台\)|台数"), "台"),
    (re.compile(r"\(项\)|项数"), "项"),
    (re.compile(r"\(篇\)|篇数"), "篇"),
    (re.compile(r"\(个\)|个数"), "个"),
    (re.compile(r"数量"), "个"),
)
_CLAUSE = re.compile(r"[,，;；。！!？?]")
_AFTER = re.compile(r"[,，;；。！!？?、(（:：\s]")
_SENTENCE = re.compile(r"[。！!？?；;]")
_FILLER = re.compile(
    r"(?:共计|共有|共|总计|合计|总共|其中|约为|约|近|超过|达到|达|为|是|有|的|面积|总面积|建筑面积|使用面积|可以?|同时|能够?|容纳|最多|分别|"
    r"大约|各|已|现有|以及|和|及|至少|不少于|不低于|(?:减少|压缩|缩减|调整|改|变更|扩大|扩充|增加|[增减缩降扩变])[到至为成]|[\s:：、()（）])*"
)
_STATUS_BAR = re.compile(r"(?<![A-Za-z\d])[2345]G(?![A-Za-z])[^\u4e00-\u9fff]*\d+\s*%")
_NUMERAL = re.compile(rf"[\d\uff10-\uff19]|{CHINESE}")
_NUMBER_CELL = re.compile(rf"(?P<number>{ARABIC})(?P<percent>\s*%)?")


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    start: int
    """offsets in the text that was searched"""
    end: int
    kind: Kind[Quantity]
    """AREA, COUNT or PERCENT"""
    quantity: Quantity
    quote: str


def extract(seen: Observed, words: Words) -> tuple[Fact[Quantity], ...]:
    """Facts of kind `area`, `count`, `percent` from lines, captions and table cells, in reading order."""
    document = seen.document
    facts = list(_of_lines(document))
    for line in document.context:
        facts.extend(_of_text(line.text, "", line.place, line.confidence))
    for table in document.tables:
        facts.extend(_of_table(table, words))
    return tuple(facts)


def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    """Every number with a unit, and every number after a name that tells the unit; of a range the lower end."""
    # a wide comma parts two numbers (主楼203，120平米), a narrow one may stand within one (2,300)
    plain = fold(re.sub(r"(?<=[0-9])，(?=[0-9])", "、", text))
    taken = [(one.start, one.end) for one in find_dates(text)]
    found: list[FoundQuantity] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(plain):
            start, end = match.start() if pattern is _SIDES else match.start("number"), match.end()
            if any(start < stop and begin < end for begin, stop in taken) or not (one := read(match)):
                continue
            begin = match.start() if pattern is not _NAMED else start
            taken.append((begin, end))
            found.append(FoundQuantity(begin, end, one[0], one[1], text[begin:end].strip()))
    return tuple(one for one in sorted(found, key=lambda one: one.start) if not _is_told_again(one, found))


def _is_told_again(one: FoundQuantity, found: Sequence[FoundQuantity]) -> bool:
    """Whether an area is worked out of two sides, and one as large stands beside them: 长6.2米、宽4.1米，面积25.4㎡."""
    if _SIDES.match(fold(one.quote)) is None:
        return False
    size = one.quantity.number
    others = (other.quantity.number for other in found if other.kind == AREA and other is not one)
    return any(abs(other - size) <= _ROUNDED * size for other in others)


def _sides(match: re.Match[str]) -> tuple[Kind[Quantity], Quantity] | None:
    long, broad = (parse_number(match[one] or match[other]) for one, other in (("number", "long"), ("wide", "broad")))
    return None if long is None or broad is None else (AREA, Quantity(long * broad, SQUARE_METRES))


def _with_unit(match: re.Match[str]) -> tuple[Kind[Quantity], Quantity] | None:
    number = parse_number(match["number"])
    if number is None:
        return None
    if match["scale"] and not match["number"].endswith("万"):
        number *= 10000
    if match["area"]:
        return AREA, Quantity(number, SQUARE_METRES)
    if match["percent"]:
        is_factor = number == _WHOLE and _FACTOR.search(match.string[: match.start()]) is not None
        return None if is_factor else (PERCENT, Quantity(number / (100 if match["percent"] == "%" else 1000), "%"))
    unit = next(name for index, name in enumerate(_COUNTS) if match[f"u{index}"])
    return (COUNT, Quantity(number, unit)) if _is_count(number, match["number"], unit) else None


def _is_count(number: Fraction, written: str, unit: str) -> bool:
    """Money is no count, and 一个 no number."""
    is_article = written == "一" and unit not in {"人", "场", "间"}
    return unit != "元" and number <= _LARGEST_COUNT and not is_article


def _percent_words(match: re.Match[str]) -> tuple[Kind[Quantity], Quantity] | None:
    number = parse_number(match["number"])
    return None if number is None else (PERCENT, Quantity(number / 100, "%"))


def _named(match: re.Match[str]) -> tuple[Kind[Quantity], Quantity] | None:
    number = parse_number(match["number"])
    unit = unit_of(match["name"])
    return None if number is None or not unit else _as_fact(number, unit, match["number"])


def _as_fact(number: Fraction, unit: str, written: str) -> tuple[Kind[Quantity], Quantity]:
    if unit == SQUARE_METRES:
        return AREA, Quantity(number, SQUARE_METRES)
    if unit == "%":
        return PERCENT, Quantity(number if number <= 1 and "." in written else number / 100, "%")
    return COUNT, Quantity(number, unit)


_READERS = ((_PERCENT_WORDS, _percent_words), (_SIDES, _sides), (_WITH_UNIT, _with_unit), (_NAMED, _named))
"""forms of a quantity, each with what it says; what one has taken is not read by the next"""


def unit_of(label: str) -> str:
    """The unit that a label tells: 面积（平方米） → ㎡, 座位数 → 座; '' for none."""
    plain = header_text(label)
    return next((unit for pattern, unit in _HINTS if pattern.search(plain)), "")


def _of_lines(document: Document) -> Iterator[Fact[Quantity]]:
    for page in document.pages:
        before, run = "", {line.place: line.text for line in run_on(page.lines)}
        rows = visual_rows(page.lines) if any(_is_bare(line) for line in page.lines) else ()
        for line, below in zip_longest(page.lines, page.lines[1:]):
            lead = before if before and not _SENTENCE.search(before[-1]) else ""
            if _STATUS_BAR.search(line.text):
                continue
            if bare := _of_bare_line(line, rows):
                yield bare
            else:
                text = _whole(line, below)
                yield from _of_text(text, lead, line.place, line.confidence, run.get(line.place, ""))
            before = line.text.strip()


def _whole(line: TextLine, below: TextLine | None) -> str:
    """The text of a line, with the unit of a number that stands at its end and goes on in the next."""
    begins = squeeze(below.text)[:_BORROWED] if below else ""
    is_broken = _BROKEN.search(line.text) and _UNIT_FIRST.match(begins)
    return line.text + begins if is_broken else line.text


def _of_text(text: str, lead: str, place: Place, confidence: float, run: str = "") -> Iterator[Fact[Quantity]]:
    """`run`: the text with the lines into which its last sentence runs on."""
    found = find_quantities(text)
    tail = run[len(text.strip()) :] if run.startswith(text.strip()) else ""
    for index, one in enumerate(found):
        label = _label(text, found, index, lead, tail)
        yield Fact(one.kind, _of_label(one.quantity, label), one.quote, place, confidence, "quantities", label=label)


def _of_label(quantity: Quantity, label: str) -> Quantity:
    """What 个 and 把 count, where the label tells it: 座椅60个 are seats."""
    is_seat = quantity.unit in ("个", "把") and unit_of(label) == "座"
    return Quantity(quantity.number, "座") if is_seat else quantity


def _label(text: str, found: tuple[FoundQuantity, ...], index: int, lead: str, tail: str) -> str:
    """The words of the clause, without other quantities; where it only says 共 or 面积, those of the clauses before.

    `lead` and `tail`: what stands in the lines before and after.
    """
    end = found[index].end
    after = text[end : found[index + 1].start if index + 1 < len(found) else len(text)]
    if index + 1 == len(found):
        after += tail
    said = [_AFTER.split(after)[0]]
    before = ""
    for clause in _clauses_before(text, found, index, lead):
        said.insert(0, clause)
        before = clause + before
        if not _FILLER.fullmatch(before):
            break
    return _joined(said)


def _clauses_before(text: str, found: tuple[FoundQuantity, ...], index: int, lead: str) -> Iterator[str]:
    """The clauses of a sentence before a quantity, without other ones, the nearest first; then of the line before."""
    end = found[index].start
    for other in (*reversed(found[:index]), None):
        sentences = _SENTENCE.split(text[other.end if other else 0 : end])
        yield from reversed(_CLAUSE.split(sentences[-1]))
        if len(sentences) > 1:
            break
        end = other.start if other else 0
    if lead and not _SENTENCE.search(text[: found[index].start]):
        yield _CLAUSE.split(_SENTENCE.split(lead)[-1])[-1]


def _joined(said: list[str]) -> str:
    texts = (squeeze(part).strip(" :：、()（）") for part in said)
    return " ".join(text for text in texts if text)[:_LONGEST_LABEL]


def _is_bare(line: TextLine) -> bool:
    return line.place.box is not None and _bare_number(line.text) is not None


def _of_bare_line(line: TextLine, rows: Sequence[tuple[TextLine, ...]]) -> Fact[Quantity] | None:
    """A number alone on its line, as in the cell of a photographed table: labels of its column or row tell the unit."""
    bare = _bare_number(line.text)
    if bare is None:
        return None
    match, number = bare
    labels = labels_on_page(line, rows)
    named = [label for label in labels if label]
    units = (unit_of(label.text) for label in reversed(named))
    unit = "%" if match["percent"] else next(filter(None, units), "")
    if not unit or not named:
        return None
    kind, quantity = _as_fact(number, unit, match["number"])
    label = " ".join(squeeze(each.text) for each in named)
    confidence = min(line.confidence, *(each.confidence for each in named))
    return Fact(kind, quantity, line.text.strip(), line.place, confidence, "quantities", label=label)


def _bare_number(text: str) -> tuple[re.Match[str], Fraction] | None:
    """The number that a text is, as it is written and what it is."""
    match = _NUMBER_CELL.fullmatch(fold(text).strip())
    number = parse_number(match["number"]) if match else None
    return None if match is None or number is None else (match, number)


def _of_table(table: Table, words: Words) -> Iterator[Fact[Quantity]]:
    if len(table.rows) > _LONGEST_TABLE or is_scoring_form(table, words):
        return
    head = header_row(table)
    unit_column = _unit_column(table, head)
    for index, row in enumerate(table.rows):
        if index == head:
            continue
        for column, cell in enumerate(row):
            if not _NUMERAL.search(cell):
                continue
            place = table.place_of(index, column)
            if fact := _number_cell(table, index, column, head, unit_column, place):
                yield fact
                continue
            for fact in _of_text(cell, "", place, 1.0):
                label = " ".join(filter(None, (label_of(table, index, column, head), fact.label)))
                yield replace(fact, value=_of_label(fact.value, label), label=label)


def _unit_column(table: Table, head: int) -> int:
    if head < 0:
        return -1
    headers = [header_text(cell) for cell in table.rows[head]]
    wanted = next((index for index, text in enumerate(headers) if text in {"单位", "计量单位"}), -1)
    return wanted if any(text.startswith("数量") for text in headers) else -1


def _number_cell(
    table: Table, row: int, column: int, head: int, unit_column: int, place: Place
) -> Fact[Quantity] | None:
    """A number alone in a cell: its header, its row's label or the row's unit column tells the unit."""
    cell = table.rows[row][column]
    bare = _bare_number(cell)
    if bare is None:
        return None
    match, number = bare
    kind, quantity = PERCENT, Quantity(number / 100, "%")
    if not match["percent"]:
        unit = _unit_of_cell(table, row, column, head, unit_column)
        if not unit:
            return None
        kind, quantity = _as_fact(number, unit, match["number"])
    label = label_of(table, row, column, head)
    return Fact(kind, _of_label(quantity, label), cell.strip(), place, 1.0, "quantities", label=label)


def _unit_of_cell(table: Table, row: int, column: int, head: int, unit_column: int) -> str:
    unit = unit_of(column_label(table, row, column, head)) or unit_of(row_label(table, row, column, head))
    if unit == "个" and unit_column >= 0:
        return table.rows[row][unit_column].strip() or unit
    return unit
