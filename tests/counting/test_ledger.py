from tests.counting.station_papers import codes, counted, points, seen
from tests.facts.papers import grid, paper
from verifier.model import Document

HEAD = "序号|日期|活动名称|地点"


def ledger(*rows: str, title: str = "指导站工作台账", foot: str = "") -> Document:
    return paper(f"{title}\n{foot}".strip(), tables=(grid(HEAD, *rows, title=title),))


def test_one_row_in_the_period_is_enough() -> None:
    assert points("1.8", seen(ledger("1|2023.12.30|讲座|报告厅", "2|2024.1.3|咨询|主楼"))) == (15, 15, 15)


def test_a_date_outside_the_rows_does_not_date_them() -> None:
    papers = seen(ledger("1|2023.3.5|讲座|报告厅", "2|2023.5.6|咨询|主楼", foot="制表日期：2024年1月3日"))
    assert points("1.8", papers) == (0, 0, 0)
    assert codes(counted("1.8", papers)) == {"date-outside-period"}


def test_rows_with_numbers_alone_are_none() -> None:
    papers = seen(ledger("1|||", "2|||", title="2024年指导站工作台账"))
    assert points("1.8", papers) == (0, 0, 0)
    assert codes(counted("1.8", papers)) == {"partial-evidence"}


def test_a_date_without_a_year_takes_that_of_the_title() -> None:
    assert points("1.8", seen(ledger("1|3月5日|讲座|报告厅", title="2024年指导站工作台账"))) == (15, 15, 15)


def test_undated_rows_leave_it_open() -> None:
    papers = seen(ledger("1||讲座|报告厅", "2||咨询|主楼"))
    assert points("1.8", papers) == (0, 0, 15)
    assert codes(counted("1.8", papers)) == {"date-missing"}


def test_the_account_of_other_things_is_none() -> None:
    assert not counted("1.8", seen(ledger("1|2024.3.5|打印机|主楼", title="固定资产台账"))).evidence
