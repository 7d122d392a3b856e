"""Labels of posters, marks of cameras, boards of several sheets, ledgers with photos, and letters of agencies."""

from __future__ import annotations

import pytest

from tests.counting.scenes import SCHOOL, Laid, judged, paper, photo, picture
from tests.counting.scenes import grid as table
from tests.facts.test_picture_kinds import scene

POLICY = ("租房补贴每月一千元", "购房补助一次发放", "见习补贴按月申领", "创业担保贷款贴息")


def poster(name: str, *told: str, left: int = 400, height: int = 90) -> list[Laid]:
    """A poster with a name and, under it, labels and what they tell, a line each."""
    return [(name, left, 240, height), *((each, left - 60, 380 + 70 * at, 44) for at, each in enumerate(told))]


# --- a poster shows no event ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("4.7", "就业指导一对一咨询预约开始啦"),
        ("4.7", "简历门诊就业咨询"),
        ("4.4", f"{SCHOOL}秋季校园双选会"),
        ("4.8", "大学生创新创业大赛"),
    ],
)
@pytest.mark.parametrize(
    "told",
    [
        ("时间", "2024年10月9日起每周三14:00—17:00", "地点", "学生事务中心201"),
        ("活动时间", "2024年10月9日14:00", "活动地点", "图书馆报告厅", "参加方式", "扫描二维码"),
        ("时间：2024年10月9日14:00", "地点：学生事务中心201"),
    ],
)
def test_what_a_poster_announces_under_its_labels_is_not_seen_being_held(
    cell: str, name: str, told: tuple[str, ...]
) -> None:
    seen = picture("a.jpg", poster(name, *told), (1600, 1200), taken="2024-05-20", sketch=scene())
    assert judged(seen).points(cell)[:2] == (0, 0)


def test_a_banner_over_a_stand_is_seen_being_held() -> None:
    seen = photo("a.jpg", "就业指导一对一咨询", "2024年10月9日", "咨询台", "预约登记处", taken="2024-10-09")
    assert judged(seen).points("4.7") == (8, 8, 8)


# --- what dates a poster --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        ("23mm f/1.8 1/60s ISO200 2024.12.19 08:52:00", (20, 20, 20)),
        ("2024.12.19 08:52", (20, 20, 20)),
        ("23mm f/1.8 1/60s ISO200 2023.12.19 08:52:00", (0, 0, 0)),
    ],
)
def test_the_strip_of_a_phone_dates_a_poster_before_the_day_that_it_tells(mark: str, wanted: tuple[int, ...]) -> None:
    told = ("时间", "2025年1月18日16:00", "地点", "环翠区韩乐坊", *POLICY[:2])
    lines = [*poster("高校毕业生就业政策宣讲", *told), (mark, 500, 1140, 36)]
    outcome = judged(picture("a.jpg", lines, (1600, 1200), sketch=scene()))
    assert outcome.points("3.3") == wanted
    assert "date-conflict" not in outcome.codes("3.3")


@pytest.mark.parametrize(
    ("marks", "wanted", "code"),
    [
        ((("2023年11月7日", 300, 1000, 40), ("星期二", 300, 1050, 40)), (0, 0, 0), "date-outside-period"),
        ((("2023-11-07 10:30", 300, 1000, 40),), (0, 0, 0), "date-outside-period"),
        ((("2024-11-07 10:30", 300, 1000, 40),), (0, 0, 20), "content-unconfirmed"),
        ((("2023年11月7日", 300, 300, 40),), (0, 0, 20), "content-unconfirmed"),
    ],
)
def test_a_photo_filed_by_name_alone_counts_nowhere_where_a_camera_dates_it_too_early(
    marks: tuple[Laid, ...], wanted: tuple[int, ...], code: str
) -> None:
    seen = picture("3.4印发宣传资料/发放宣传册.jpg", marks, (1600, 1200), sketch=scene())
    outcome = judged(seen)
    assert (outcome.points("3.4"), outcome.codes("3.4")) == (wanted, {code})


# --- what is a photo ------------------------------------------------------------------------------------


@pytest.mark.parametrize("notice", ["关于做好实验室安全检查的通知", "关于公寓调整的通告"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_policy_poster_beside_a_notice_on_one_board_counts(notice: str, at: int) -> None:
    sheets = [(notice, ("各学院请于本周内完成", "台账核对并报中心", "学校办公室"), 44, 26)]
    sheets += [("人才政策十条", POLICY, 56, 26), ("创业补贴指南", POLICY, 56, 26)]
    ordered = [*sheets[at:], *sheets[:at]]
    lines: list[Laid] = []
    for left, (name, told, high, small) in zip((60, 760, 1300), ordered, strict=True):
        lines.append((name, left, 300, high))
        lines += [(each, left, 400 + 60 * row, small) for row, each in enumerate(told)]
    seen = picture("a.jpg", lines, (2000, 1200), taken="2024-05-20", sketch=scene())
    assert judged(seen).points("3.3") == (20, 20, 20)


def test_a_scanned_notice_alone_is_no_photo() -> None:
    lines = [
        ("关于做好就业政策宣传的通知", 300, 200, 60),
        *((each, 200, 320 + 60 * at, 36) for at, each in enumerate(POLICY)),
    ]
    assert judged(picture("a.jpg", lines, (1240, 1754), taken="2024-05-20")).points("3.3")[1] == 0


@pytest.mark.parametrize("stands", [3, 8, 12])
def test_a_photo_in_a_ledger_is_none_the_less_a_photo_for_the_signs_of_its_stands(stands: int) -> None:
    signs = [f"参展企业{each}" for each in "甲乙丙丁戊己庚辛壬癸子丑"[:stands]]
    lines: list[Laid] = [(f"{SCHOOL}机电专场招聘会", 200, 160, 70)]
    lines += [(sign, 60 + 380 * (at % 4), 400 + 120 * (at // 4), 30) for at, sign in enumerate(signs)]
    inside = photo(
        "台账.xlsx/1.jpg", "x", heading="2024年校园招聘会台账", caption="2024-05-11 机电专场招聘会", parent="台账.xlsx"
    )
    seen = picture(
        inside.path, lines, (1600, 1200), parent="台账.xlsx", context=inside.document.context, sketch=scene()
    )
    assert (judged(seen).points("4.4"), judged(seen).fact("4.4", "fairs")) == ((5, 5, 5), 1)


# --- papers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("head", ["就业创业指导咨询记录表", "毕业生就业咨询台账", "职业生涯咨询记录"])
def test_the_heading_of_a_record_says_what_its_rows_are_over_the_name_of_the_school(head: str) -> None:
    rows = ("日期|学生|班级|咨询内容|咨询师", "2024-03-12|苗雨桐|机电2102|简历怎么写|谭红霞")
    seen = paper("记录.docx", f"{head}\n单位：{SCHOOL}", tables=(table("记录.docx", *rows, title=f"单位：{SCHOOL}"),))
    assert judged(seen).points("4.7") == (0, 0, 8)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            (
                "威海市公共就业和人才服务中心",
                "关于组织毕业生参加招聘会的函",
                "我中心定于2024年11月9日举办秋季高校毕业生招聘会。",
            ),
            8,
        ),
        (
            (
                "关于参加招聘会的函",
                "兹定于2024年11月9日举办秋季招聘会，请贵校组织参加。",
                "威海市人力资源和社会保障局",
                "2024年10月28日",
            ),
            8,
        ),
        (
            (
                "关于举办招聘会的通知",
                "我中心定于2024年11月9日举办秋季招聘会。",
                f"{SCHOOL}就业指导中心",
                "2024年10月28日",
            ),
            0,
        ),
        ((f"{SCHOOL}人才服务中心", "关于招聘会的函", "我中心定于2024年11月9日举办秋季招聘会，请贵单位参加。"), 0),
    ],
)
def test_an_agency_that_writes_to_the_school_holds_the_fair_that_it_announces(
    lines: tuple[str, ...], wanted: int
) -> None:
    assert judged(paper("函.docx", "\n".join(lines))).points("4.5") == (wanted,) * 3
