import pytest

from tests.counting.station_papers import codes, counted, points, scan, seen
from tests.facts.papers import paper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("指导站2024年工作计划\n春季招聘。", (15, 15, 15)),
        ("指导站2023-2024学年工作计划\n春季招聘。", (15, 15, 15)),
        ("指导站2023年工作计划\n为2024年打好基础。", (0, 0, 0)),
        ("指导站工作计划\n春季招聘。", (0, 0, 15)),
        ("2023年工作总结暨2024年工作计划\n春季招聘。", (15, 15, 15)),
        ("2024年工作总结及2025年工作计划\n春季招聘。", (0, 0, 0)),
    ],
)
def test_the_year_of_a_plan(text: str, expected: tuple[int, int, int]) -> None:
    assert points("1.7", seen(paper(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("就业数据\n2024届毕业生就业率为92%。", (15, 15, 15)),
        ("就业数据\n2023届毕业生就业率为92%。\n2024年1月5日", (0, 0, 0)),
        ("就业数据\n2023届毕业生就业率为91%，2024届毕业生就业率为92%。", (15, 15, 15)),
        ("就业数据\n毕业生就业率为92%。", (0, 0, 15)),
        ("指导站2024年度工作总结\n2023届毕业生就业率为92%。", (0, 0, 0)),
    ],
)
def test_the_class_of_a_rate_outranks_dates(text: str, expected: tuple[int, int, int]) -> None:
    assert points("2.5", seen(paper(text))) == expected


def test_a_target_is_no_rate() -> None:
    assert not counted("2.5", seen(paper("指导站2024年工作计划\n就业率不低于90%。"))).evidence
    assert not counted("2.5", seen(paper("指导站2024年度工作总结\n力争2025届就业率达到90%。"))).evidence


def test_without_an_assessed_year_nothing_is_flagged() -> None:
    papers = seen(paper("指导站2024年工作计划\n春季招聘。"), year=None)
    assert points("1.7", papers) == (0, 0, 15)
    assert not codes(counted("1.7", papers))


def test_a_doubtful_reading_does_not_count_in_low() -> None:
    papers = seen(scan("指导站2024年工作计划\n春季招聘。", 0.7))
    assert points("1.7", papers) == (0, 15, 15)
    assert codes(counted("1.7", papers)) == {"low-confidence"}
