"""Made-up rosters, exports and certificates, observed by the real extractors, as the counting kinds get them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

from tests.facts.papers import paper
from verifier.counting import tally as counted
from verifier.facts import extract
from verifier.model import (
    SEAL,
    Document,
    Fact,
    Indicator,
    IndicatorResult,
    Observed,
    Papers,
    Place,
    Rate,
    RuleSet,
    Seal,
    SourceFile,
    Table,
    Tally,
)
from verifier.rules import load_rule_set
from verifier.score import score_cell

SCHOOL = "山东交通学院（威海）"
"""of undergraduates and college students"""
BACHELORS = "山东大学（威海）"
COLLEGE = "威海职业学院"

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_GIVEN = "明华丽强军敏静磊洋勇艳杰娟涛超霞平刚桂玲"


@cache
def rules() -> RuleSet:
    return load_rule_set("weihai-2020")


def cell(id_: str) -> Indicator:
    return next(each for each in rules().indicators if each.id == id_)


# --- people ---------------------------------------------------------------------------------------------------------


def name(number: int) -> str:
    """A name of its own for each number up to 8000."""
    first, rest = divmod(number, 400)
    return _SURNAMES[first % 20] + _GIVEN[rest // 20] + _GIVEN[rest % 20]


def resident_id(number: int) -> str:
    """An ID of a region that does not exist, with a right check digit."""
    head = f"379900{2000 + number % 5}{1 + number // 250 % 12:02d}{1 + number % 28:02d}{number % 1000:03d}"
    return head + "10X98765432"[sum(int(d) * w for d, w in zip(head, _WEIGHTS, strict=True)) % 11]


def wrong_id(number: int) -> str:
    """The person's ID with a wrong check digit."""
    right = resident_id(number)
    return right[:17] + ("1" if right[17] == "0" else "0")


def school_number(number: int) -> str:
    return f"2020{number:06d}"


Row = Sequence[object]


def keys(number: int) -> list[object]:
    return [name(number), resident_id(number), school_number(number)]


KEYS = ["姓名", "身份证号", "学号"]


# --- papers ---------------------------------------------------------------------------------------------------------


def sheet(
    header: Sequence[str], rows: Iterable[Row], title: str = "", sheet_name: str = "Sheet1", file: str = "表.xlsx"
) -> Document:
    """A workbook of one sheet: a title row when there is one, the header, the rows."""
    return book(file, (sheet_name, title, header, rows))


def book(file: str, *sheets: tuple[str, str, Sequence[str], Iterable[Row]]) -> Document:
    """A workbook of sheets: name, title, header, rows."""
    tables = []
    for sheet_name, title, header, rows in sheets:
        width = len(header)
        lines = [[title, *[""] * (width - 1)]] if title else []
        lines += [list(header), *([str(value) for value in row] for row in rows)]
        tables.append(Table(tuple(map(tuple, lines)), Place(file), sheet=sheet_name))
    return Document(SourceFile(file, "0" * 64, 1, "sheet", "read"), tables=tuple(tables))


def text(words: str, file: str = "说明.docx", kind: str = "word", confidence: float = 1.0) -> Document:
    document = paper(words, kind=kind, file=file)
    pages = tuple(
        replace(page, lines=tuple(replace(line, confidence=confidence) for line in page.lines))
        for page in document.pages
    )
    return replace(document, pages=pages)


def application(graduates: int | None = None, enrolled: int | None = None, school: str = SCHOOL) -> Document:
    """附件1 with its numbers filled in."""
    scale = f"在校生 {enrolled or ''} 人，应届毕业生 {graduates or ''} 人"
    table = Table(
        (
            ("学校名称", school),
            ("联络专员", "张三"),
            ("在校生规模", scale),
            ("人员配备", "共 3 人（其中专职人员 1 人，兼职人员 2 人）"),
        ),
        Place("附件1.docx", line=2),
    )
    document = paper("大学生就业创业服务指导站建站申请表", file="附件1.docx")
    return replace(document, tables=(table,))


def observe(document: Document, sealed: bool = False, parent: str | None = None) -> Observed:
    """What the extractors see; `sealed` adds a red seal on the first page."""
    if parent:
        document = replace(document, file=replace(document.file, parent=parent))
    facts = extract(document, rules().words)
    if sealed:
        place = Place(document.file.path, 1, (700, 900, 900, 1100))
        facts = (*facts, Fact(SEAL, Seal("round"), "红色圆形印章", place, 0.95, "seals"))
    return Observed(document, facts)


def bundle(
    *documents: Document | Observed,
    year: int | None = 2024,
    school: str | None = SCHOOL,
    last_year: Sequence[Document] = (),
    hints: dict[str, tuple[str, ...]] | None = None,
    bureau_data: Sequence[Document] = (),
) -> Papers:
    observed = tuple(each if isinstance(each, Observed) else observe(each) for each in documents)
    return Papers(
        observed=observed,
        files=tuple(each.document.file for each in observed),
        school=school,
        year=year,
        period=(date(year, 1, 1), date(year, 12, 31)) if year else None,
        last_year=tuple(observe(each) for each in last_year),
        bureau_data=tuple(observe(each) for each in bureau_data),
        hints=hints or {},
    )


# --- results --------------------------------------------------------------------------------------------------------


def tally(id_: str, papers: Papers) -> Tally:
    """What the cell's counting found; whatever it counted can be counted again."""
    found = counted(cell(id_), papers, rules())
    for rate in found.rates:
        recounted(rate, papers)
    return found


def recounted(rate: Rate, papers: Papers) -> None:
    """The rows of a rate add up to its numbers, and every row of each of its tables stands there once."""
    parts = Counter(row.part for row in rate.rows)
    if parts["numerator"] + parts["both"] or not rate.numerator:
        assert parts["numerator"] + parts["both"] == (rate.numerator or 0)
    if parts["denominator"] + parts["both"] and not rate.base.startswith("附件1"):
        assert parts["denominator"] + parts["both"] == rate.denominator
    assert all(row.why and row.why.partition("：")[0] not in ("没有用到", "没有归类") for row in rate.rows)
    if rate.id == "interns":
        return
    listed = Counter(row.place for row in rate.rows)
    for seen in (*papers.observed, *papers.last_year):
        for fact in seen.rosters:
            if any(row.place in listed for row in fact.value.rows):
                assert all(
                    listed[place] == number for place, number in Counter(r.place for r in fact.value.rows).items()
                )


def result(id_: str, papers: Papers) -> IndicatorResult:
    return score_cell(cell(id_), tally(id_, papers), rules())


def points(id_: str, papers: Papers) -> tuple[float, float, float]:
    """low, proposed, high"""
    found = result(id_, papers)
    return float(found.low), float(found.proposed), float(found.high)


def facts(id_: str, papers: Papers) -> dict[str, Fraction]:
    return dict(result(id_, papers).facts)


def codes(id_: str, papers: Papers) -> set[str]:
    """The flags that the counting itself raises."""
    return {flag.code for flag in tally(id_, papers).flags}


def severities(id_: str, papers: Papers) -> dict[str, str]:
    return {flag.code: flag.severity for flag in tally(id_, papers).flags}


# --- usual rosters --------------------------------------------------------------------------------------------------


def origins(many: int, title: str = "2024届毕业生生源信息库", file: str = "生源.xlsx", start: int = 0) -> Document:
    rows = [[*keys(n), "山东省威海市"] for n in range(start, start + many)]
    return sheet([*KEYS, "生源地"], rows, title, file=file)


def degrees(many: int, title: str = "2024届毕业生学历信息库", file: str = "学历.xlsx", start: int = 0) -> Document:
    rows = [[*keys(n), "本科", "会计学"] for n in range(start, start + many)]
    return sheet([*KEYS, "学历", "专业"], rows, title, file=file)


def enrolment(
    bachelors: int, college: int = 0, title: str = "在校生数据库", file: str = "在校生.xlsx", start: int = 0
) -> Document:
    rows = [
        [*keys(start + n), f"{2021 + n % 3}级", "本科" if n < bachelors else "专科"] for n in range(bachelors + college)
    ]
    return sheet([*KEYS, "年级", "学历层次"], rows, title, file=file)


WORK = "签就业协议形式就业"


def destinations(
    local: int,
    many: int,
    year: int = 2024,
    unknown: int = 0,
    study: int = 0,
    title: str | None = None,
    file: str | None = None,
    start: int = 0,
) -> Document:
    """花名册: `local` work in the city, `unknown` with a firm of no place, `study` go on, the others work elsewhere."""
    rows = []
    for at in range(many):
        went = [WORK, "威海某某制造有限公司", "山东省威海市"]
        if at >= local + unknown + study:
            went = [WORK, "青岛某某贸易有限公司", "山东省青岛市"]
        elif at >= local + unknown:
            went = ["境内升学", "威海某某大学", "山东省威海市"]
        elif at >= local:
            went = [WORK, "星辰智造科技有限公司", ""]
        rows.append([*keys(start + at), "会计学", *went])
    header = [*KEYS, "专业", "毕业去向", "单位名称", "单位所在地"]
    shown = f"{year}届毕业生花名册" if title is None else title
    return sheet(header, rows, shown, file=file or f"{year}花名册.xlsx")
