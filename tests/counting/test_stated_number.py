"""A number that papers state by its name: which numbers are it, whose paper decides, and which way is worse."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tests.counting.station_papers import codes
from tests.facts.papers import grid, paper
from verifier.counting import tally
from verifier.facts import extract
from verifier.model import Document, Observed, Papers, RuleSet, Tally
from verifier.rules import load_rule_set
from verifier.score import score_cell

UNIT = "海岳精密制造有限公司"
REPORT = f"{UNIT}2023年度就业见习工作总结\n"


@cache
def rules(name: str = "jianxi-2023") -> RuleSet:
    return load_rule_set(name)


def counted(cell: str, *documents: Document, of: str = "jianxi-2023", school: str = UNIT, year: int = 2023) -> Tally:
    observed = tuple(Observed(document, extract(document, rules(of).words)) for document in documents)
    period = (date(year, 1, 1), date(year, 12, 31))
    papers = Papers(observed, tuple(each.file for each in documents), school, year, period, hints={})
    return tally(_cell(cell, of), papers, rules(of))


def _cell(cell: str, of: str):
    return next(each for each in rules(of).indicators if each.id == cell)


def values(each: Tally) -> tuple[float | None, ...]:
    (measure,) = each.measures
    return tuple(None if value is None else float(value) for value in (measure.low, measure.proposed, measure.high))


@pytest.mark.parametrize(
    ("cell", "said", "number"),
    [
        ("1.1", "至今已稳定运营6年。", 6),
        ("1.1", "稳定运营满10年，2018年获评先进。", 10),
        ("2.1", "近两年平均每年接收见习人员62人。", 62),
        ("2.2", "全年非正常离岗率为8%。", 0.08),
        ("4.1", "年度平均留用率58.5%，上年度留用率70%。", 0.585),
    ],
)
def test_a_number_is_told_by_its_name_and_unit(cell: str, said: str, number: float) -> None:
    assert values(counted(cell, paper(REPORT + said))) == (number, number, number)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("1.1", "公司稳定运营，2018年投产。"),
        ("2.1", "现有在职员工620人。"),
        ("4.1", "力争年度平均留用率达到60%。"),
        ("4.1", "见习人员满意率98%。"),
    ],
)
def test_years_aims_and_other_numbers_are_none(cell: str, said: str) -> None:
    assert counted(cell, paper(REPORT + said)).measures == ()


def test_of_two_papers_the_better_decides_and_the_worse_bounds() -> None:
    other = paper(f"{UNIT}见习情况表\n年度平均留用率48%。", file="other")
    told = counted("4.1", other, paper(f"{REPORT}年度平均留用率52%。", file="summary"))
    assert values(told) == (0.48, 0.52, 0.52) and "totals-disagree" in codes(told)


def test_where_little_is_good_low_takes_the_most() -> None:
    other = paper(f"{UNIT}见习情况表\n非正常离岗率25%。", file="other")
    told = counted("2.2", other, paper(f"{REPORT}非正常离岗率12%。", file="summary"))
    assert values(told) == (0.25, 0.12, 0.12)
    result = score_cell(_cell("2.2", "jianxi-2023"), told, rules())
    assert (result.low, result.proposed, result.high) == (0, 1, 1)


def test_a_paper_whose_title_names_another_year_counts_for_nothing() -> None:
    told = counted("4.1", paper(f"{UNIT}2021年度就业见习工作总结\n年度平均留用率70%。"))
    assert told.measures == () and codes(told) == {"date-outside-period"}


def test_a_doubtful_reading_is_not_in_low() -> None:
    page = paper(f"{REPORT}年度平均留用率58%。", kind="pdf")
    lines = tuple(replace(line, confidence=0.6) for line in page.pages[0].lines)
    told = counted("4.1", replace(page, pages=(replace(page.pages[0], lines=lines),)))
    assert values(told) == (None, 0.58, 0.58) and "low-confidence" in codes(told)


def test_cells_of_a_table_are_told_by_their_row_and_unit() -> None:
    table = grid("类别|下达（项）|未完成（项）", "再就业、社区就业等|6|1", "其他各项|8|0")
    district = "清岚区人力资源和社会保障局"
    for cell, missed in (("2.1", 1), ("2.3", 0)):
        told = counted(
            cell, replace(paper(f"{district}统计表"), tables=(table,)), of="chongfen-jiuye", school=district, year=2024
        )
        assert values(told) == (missed, missed, missed)
