"""Papers of what shall be done and of rules name happenings, and show none, however they come."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.counting.photo_papers import bundle
from tests.counting.scenes import judged, paper, picture, read
from tests.counting.station_papers import SCHOOL, points, rules, seen
from tests.facts.papers import paper as typeset
from verifier.counting.photos.mentions import mentions_for
from verifier.model import Observed

EVENTS = ("1.3", "4.4", "4.5", "4.7", "4.8")
Form = Callable[[Sequence[str]], Observed]


def photographed(lines: Sequence[str], title: int = 64, path: str = "a.jpg") -> Observed:
    """Taken by a camera on a day of the year, the title in letters of so many pixels."""
    laid = [(line, 150, 120 + 90 * at, 40 if at else title) for at, line in enumerate(lines)]
    return picture(path, laid, (1600, 1200), taken="2024-05-08")


def scanned(*pages: Sequence[str]) -> Observed:
    """Pages of a PDF without a text layer, on which no photo stands."""
    shown = [photographed(lines, 40 if at else 64, "a.pdf").document for at, lines in enumerate(pages)]
    leaves = tuple(
        replace(each.pages[0], place=replace(each.pages[0].place, page=at)) for at, each in enumerate(shown, 1)
    )
    leaves = tuple(
        replace(leaf, lines=tuple(replace(line, place=replace(line.place, page=at)) for line in leaf.lines))
        for at, leaf in enumerate(leaves, 1)
    )
    return read(replace(shown[0], file=replace(shown[0].file, kind="pdf"), pages=leaves, picture=None))


def typed(lines: Sequence[str]) -> Observed:
    return paper("a.docx", "\n".join(lines))


PROSE = (
    "上半年举办春季校园招聘会，邀请驻威企业进校。",
    "9月组织参加市人社局举办的金秋招聘月活动。",
    "5月组织“互联网+”大学生创新创业大赛。",
    "每周开展就业创业指导咨询，发放政策宣传手册。",
    "2024年1月5日",
)
TITLES = [
    "指导站二〇二四年工作计划",
    "2024年就业工作要点",
    "2024年度就业工作安排（上半年）",
    "就业服务月活动方案",
    "2024年就业工作经费预算表",
    "2024年就业工作目标责任书",
    "就业工作网格化管理实施办法（试行）",
    "指导站岗位职责",
    "2024年就业工作总结",
]


@pytest.mark.parametrize("form", [photographed, scanned, typed])
@pytest.mark.parametrize("title", TITLES)
def test_what_shall_be_done_is_no_happening(title: str, form: Form) -> None:
    one = judged(form((title, *PROSE)))
    assert {cell: one.points(cell)[1] for cell in EVENTS if one.points(cell)[1]} == {}
    assert [one.points(cell)[1] for cell in ("3.3", "3.4")] == [0, 0]


@pytest.mark.parametrize(
    ("title", "line", "cell"),
    [
        ("校园招聘会管理办法", "第二条 每年举办春季、秋季校园招聘会", "4.4"),
        ("校园招聘会入场须知", "请有序入场", "4.4"),
        ("2024年招聘会日程安排", "3月15日 春季校园招聘会", "4.4"),
        ("就业指导咨询室值班安排", "周一 张明", "4.7"),
        ("创新创业大赛实施方案", "5月20日举行大赛决赛", "4.8"),
        ("2024年就业工作会议纪要", "3月15日举办春季校园招聘会", "4.4"),
        ("校园招聘会合作协议", "甲方 威海职业学院", "4.4"),
    ],
)
def test_a_paper_on_one_happening_shows_none(title: str, line: str, cell: str) -> None:
    for form in (photographed, scanned):
        assert judged(form((title, line, "2024年3月"))).points(cell) == (0, 0, 0)
    assert judged(photographed(("威海职业学院2024年", title, line))).points(cell) == (0, 0, 0)


def test_a_plan_goes_on_over_its_pages() -> None:
    rest = ("10月举办秋季校园招聘会", "11月组织学生参加创业大赛", "12月迎接年度考核")
    assert judged(scanned(("2024年就业工作计划", "一、上半年"), rest)).points("4.4") == (0, 0, 0)


def test_a_sign_at_the_place_outweighs_what_hangs_beside_it() -> None:
    wall = picture(
        "a.jpg",
        [("春季校园招聘会", 200, 120, 110), ("工作安排", 200, 500, 40), ("岗位职责", 900, 500, 40)],
        (1600, 1200),
        taken="2024-03-15",
    )
    assert judged(wall).points("4.4") == (5, 5, 5)
    assert judged(photographed(("挑战杯大学生创业计划竞赛", "2024年5月10日"))).points("4.8") == (8, 8, 8)
    policy = ("威海市人才购房补贴实施办法", "毕业生来威就业每人补贴", "申领条件")
    assert judged(photographed(policy)).points("3.3") == (20, 20, 20)


NEWS = (
    "我校成功举办2024届毕业生春季大型双选会",
    "3月30日，威海职业学院2024届毕业生春季大型双选会在体育馆举行，136家用人单位参会。",
    "提供岗位4200余个，1900余名毕业生进场求职，初步达成意向870人次。",
)
UNTITLED = ("千余名毕业生现场求职", NEWS[1].replace("3月", "2024年3月"), NEWS[2])
ELSEWHERE = ("烟台市举办专场招聘会", "3月30日，烟台市2024年高校毕业生专场招聘会在国际博览中心举行。", *NEWS[2:])


@pytest.mark.parametrize("form", [photographed, scanned, typed])
def test_a_news_item_says_that_a_fair_was_held_and_shows_none(form: Form) -> None:
    for lines in (NEWS, UNTITLED):
        one = judged(form(lines))
        assert one.points("4.4") == (0, 0, 5) and "no-evidence" not in one.codes("4.4")
    assert judged(form(ELSEWHERE)).points("4.4") == (0, 0, 0)
    last_year = [line.replace("3月30日", "2023年11月17日") for line in NEWS]
    assert judged(form(last_year)).points("4.4") == (0, 0, 0)
    assert judged(form(("第五届创业大赛圆满落幕", *NEWS[2:]))).points("4.8")[1:] == (0, 8)


@pytest.mark.parametrize(("title", "fairs"), [("招聘会成功举办", 1), ("秋季双选会成功举办", 2)])
def test_a_bare_word_in_a_news_item_is_no_further_fair(title: str, fairs: int) -> None:
    cell: Any = next(each for each in rules().indicators if each.id == "4.4")
    news = typed((title, NEWS[1].replace("3月", "2024年3月")))
    said = {mention.said.quote for mention in mentions_for(cell, bundle(news, school="威海职业学院"), rules())}
    assert len(said) == fairs, said


def test_what_is_to_come_is_not_held() -> None:
    lines = ("我校将举办春季双选会", "定于3月30日在体育馆举行春季双选会，请各学院组织学生参加。")
    assert judged(typed(lines)).points("4.4") == (0, 0, 0)
    assert judged(photographed(lines)).points("4.4")[1] == 0


def test_a_text_about_many_happenings_is_open_and_says_why() -> None:
    one = judged(photographed(("指导站服务项目", *PROSE)))
    shown = [cell for cell in ("4.4", "4.7", "4.8") if one.points(cell)[2]]
    assert shown and all(one.points(cell)[1] == 0 and "judgement-required" in one.codes(cell) for cell in shown)


ISSUED = "{}文件\n关于印发{}的通知\n各系部：\n{}已经审议通过，现予印发。\n2024年3月25日"


@pytest.mark.parametrize(
    ("what", "bound"),
    [
        (
            "指导站有关制度",
            "指导站工作细则\n第一条 指导站实行站长负责制。\n第二条 负责招聘会、创业大赛和就业指导咨询。",
        ),
        (
            "《校园招聘会管理办法》",
            "校园招聘会管理办法\n第一条 本办法适用于校园招聘会、创业大赛。\n"
            "第二条 学校每年举办春季双选会，\n并在秋季举办供需见面会和就业指导咨询月，组织参加市人社局举办的招聘会。",
        ),
        (
            "指导站工作安排",
            "指导站2024年工作计划\n一、3月举办春季双选会，参加市人社局招聘会。\n二、举办创业大赛、就业指导咨询。",
        ),
    ],
)
def test_rules_and_plans_that_a_notice_issues_tell_of_nothing_that_was_held(what: str, bound: str) -> None:
    papers = seen(typeset((ISSUED.format(SCHOOL, what, what), bound), kind="pdf"))
    assert [points(cell, papers) for cell in EVENTS[1:]] == [(0, 0, 0)] * 4


def test_a_notice_of_a_fair_tells_of_it_whatever_rules_stand_behind() -> None:
    notice = f"关于举办2024年春季双选会的通知\n{SCHOOL}定于2024年3月30日举办春季双选会。\n2024年3月25日"
    rules_ = "校园招聘会管理办法\n第一条 本办法适用于校园招聘会。"
    assert points("4.4", seen(typeset((notice, rules_), kind="pdf"))) == (0, 0, 5)
