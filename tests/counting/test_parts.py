import pytest

from tests.counting.station_papers import counted, seen
from tests.facts.papers import paper

BODY = "\n第一条 为规范管理，制定本办法。\n第二条 严格执行财务制度。"


def parts(*texts: str) -> set[str]:
    papers = seen(*(paper(text + BODY, file=f"{index}") for index, text in enumerate(texts)))
    return {each.key for each in counted("1.6", papers).evidence}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("就业创业服务指导站工作管理办法（试行）", {"work"}),
        ("招聘会组织工作制度", {"work"}),
        ("工作制度", {"work"}),
        ("指导站经费管理规定", {"finance"}),
        ("专项资金使用细则", {"finance"}),
        ("指导站财务工作管理办法", {"finance"}),
        ("关于印发《就业创业服务指导站管理办法》的通知", {"work"}),
        ("学籍管理规定", set()),
        ("学生请假管理规定", set()),
        ("科研经费管理办法", set()),
        ("关于工作制度落实情况的说明", set()),
        ("关于讨论工作制度的通知", set()),
    ],
)
def test_a_title_tells_the_part(title: str, found: set[str]) -> None:
    assert parts(title) == found


def test_one_file_may_hold_both() -> None:
    assert parts(f"指导站制度\n一、工作制度{BODY}\n二、财务管理制度") == {"work", "finance"}


def test_a_list_of_titles_holds_none() -> None:
    papers = seen(paper("目录\n1.指导站工作制度\n2.财务管理制度\n3.工作计划"))
    assert not counted("1.6", papers).evidence
