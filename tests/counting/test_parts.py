import pytest

from tests.counting.station_papers import counted, seen
from tests.facts.papers import grid, paper

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


BOARD = """{}
一、承办校园招聘会和双选会，做好就业政策宣传与岗位推送。
二、为毕业生提供就业指导咨询，宣传留威补贴政策。
三、组织创业大赛的报名与评审。"""


@pytest.mark.parametrize("kind", ["image", "pdf", "word"])
@pytest.mark.parametrize("title", ["指导站工作制度", "就业服务站运行规程", "哈尔滨工业大学（威海）就业岗位职责制度"])
def test_rules_on_a_wall_are_a_regulation_and_show_no_happening(title: str, kind: str) -> None:
    papers = seen(paper(BOARD.format(title), kind=kind))
    assert {each.key for each in counted("1.6", papers).evidence} == {"work"}
    for cell in ("3.3", "4.4", "4.7", "4.8"):
        assert not counted(cell, papers).evidence


def test_a_poster_of_a_policy_is_no_rule() -> None:
    poster = paper("来威就业创业补贴政策海报\n一、毕业生留威就业补贴\n二、购房租房补贴申领\n2024年5月", kind="image")
    assert counted("3.3", seen(poster)).evidence


def test_a_regulation_on_a_wall_may_speak_of_happenings() -> None:
    board = (
        "威海职业学院大学生就业创业服务指导站\n工作制度\n财务管理制度\n"
        "指导站为学生提供政策咨询、职业指导、招聘对接等服务。\n经费专款专用，由站长审批。"
    )
    picture = seen(paper(board, kind="image", file="制度上墙.jpg"))
    assert {each.key for each in counted("1.6", picture).evidence} == {"work", "finance"}


def test_a_table_with_the_text_of_each_regulation_beside_its_title_holds_them() -> None:
    body = "第一条 为规范管理，提高服务质量，制定本制度。" * 3
    head = "编号|制度名称|状态|正文"
    full = grid(head, f"1|就业指导站工作制度|有效|{body}", f"2|就业指导站财务管理制度|有效|{body}")
    bare = grid(head, "1|就业指导站工作制度|有效|见附件", "2|就业指导站财务管理制度|有效|见附件")
    found = [
        {each.key for each in counted("1.6", seen(paper(tables=(table,), kind="sheet"))).evidence}
        for table in (full, bare)
    ]
    assert found == [{"work", "finance"}, set()]


@pytest.mark.parametrize(
    ("name", "earned"),
    [
        ("指导站工作管理制度.docx", 1),
        ("1.6/指导站经费管理办法.docx", 0),
        ("指导站租赁合同.docx", 0),
        ("新建文档.docx", 0),
    ],
)
def test_a_regulation_may_have_its_title_in_the_name_of_its_file_alone(name: str, earned: int) -> None:
    text = "第一条 指导站由招生就业处管理，接受业务指导。\n第二条 工作日开放，来访登记。\n第三条 每月召开一次例会。"
    told = counted("1.6", seen(paper(text, file=name))).measures
    assert sum(each.proposed or 0 for each in told) == earned
    loose = counted("1.6", seen(paper("指导站的各项安排照常进行，请大家知悉。", file=name))).measures
    assert sum(each.proposed or 0 for each in loose) == 0


def test_a_name_of_a_file_is_a_title_only_where_the_text_speaks_of_it() -> None:
    money = "第一条 指导站经费专款专用。\n第二条 支出由处长审批。\n第三条 每年公布一次。"
    told = counted("1.6", seen(paper(money, file="指导站经费管理办法.docx"))).measures
    assert sum(each.proposed or 0 for each in told) == 1
    meals = "第一条 食堂每日供应三餐。\n第二条 就餐时应当排队。\n第三条 餐具应当消毒。"
    for name in ("指导站经费管理办法.docx", "指导站工作管理制度.docx"):
        told = counted("1.6", seen(paper(meals, file=name))).measures
        assert sum(each.proposed or 0 for each in told) == 0
