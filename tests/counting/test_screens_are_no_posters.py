"""Screens earn nothing as posters; posters show no event; the further screens of an article belong to it."""

from __future__ import annotations

import pytest

from tests.counting.scenes import SCHOOL, Laid, article, judged, photo, picture
from tests.facts.test_picture_kinds import BAR, BODY, PHONE, even, scene, text
from verifier.model import Observed

POLICY = ("威海市青年人才补贴政策", "租房补贴每月一千元", "购房补助一次发放", "见习补贴按月申领")


def screen(path: str, *lines: str) -> Observed:
    return picture(path, [*BAR, *text(300, 44, *lines)], PHONE, sketch=even(255))


def test_a_screen_earns_no_poster_wherever_it_is_filed() -> None:
    for folder in ("3.1微信推送", "3.2网站推送", "3.4印发宣传资料", "杂"):
        outcome = judged(screen(f"{folder}/1.png", *POLICY, "2024年5月20日"))
        assert {outcome.points(cell) for cell in ("3.1", "3.2", "3.3")} == {(0, 0, 0)}, folder
        assert outcome.points("3.4")[1] == 0, folder


def test_a_screen_that_is_filed_as_a_poster_is_open_and_says_so() -> None:
    outcome = judged(screen("3.3张贴海报/1.png", *POLICY))
    assert outcome.points("3.3") == (0, 0, 20)
    assert outcome.codes("3.3") == {"content-unconfirmed"}


def test_a_screen_that_names_no_fair_of_an_agency_opens_nothing_by_its_folder() -> None:
    outcome = judged(screen("4.5参加招聘会/1.png", "辅导员王老师", "求职补贴本周截止申请", "需要什么材料"))
    assert (outcome.points("4.5"), outcome.codes("4.5")) == ((0, 0, 0), {"no-evidence"})
    assert outcome.loose == [("unassigned", "4.5参加招聘会/1.png")]


def test_a_text_that_may_be_of_a_screen_is_no_poster_in_proposed() -> None:
    seen = picture("3.3张贴海报/1.png", text(40, 40, *BODY), (1080, 700), sketch=even(255))
    assert judged(seen).points("3.3")[1] == 0


@pytest.mark.parametrize("size", [(780, 840), (1170, 1500), (1200, 700)])
@pytest.mark.parametrize("grey", [255, 250, 25])
def test_the_part_of_a_screen_without_bar_and_buttons_is_no_poster_in_proposed(
    size: tuple[int, int], grey: int
) -> None:
    letter = size[0] // 24
    lines = text(60, letter, *POLICY, "2024年5月20日发布")
    outcome = judged(picture("3.3张贴海报/1.png", lines, size, sketch=even(grey)))
    assert outcome.points("3.3")[:2] == (0, 0)
    assert "content-unconfirmed" in outcome.codes("3.3")


def test_a_design_with_a_poster_s_letters_and_a_sheet_count_as_before() -> None:
    large = [(each, 60, 80 + 200 * at, 110 if at == 0 else 60) for at, each in enumerate((*POLICY, "2024年5月20日"))]
    assert judged(picture("3.3张贴海报/1.png", large, (1200, 1300), sketch=even(255))).points("3.3") == (20, 20, 20)
    small = text(60, 44, *POLICY, "2024年5月20日印")
    assert judged(picture("3.3张贴海报/1.png", small, (1240, 1754), sketch=even(255))).points("3.3") == (20, 20, 20)


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        # the page of an article without its bars, in the shape of a page, and a slide in that of a screen
        (text(60, 24, f"{SCHOOL}春季校园双选会现场", "就业创业指导咨询服务", *POLICY, *BODY * 4, left=60), (700, 900)),
        (text(200, 40, f"{SCHOOL}春季校园双选会", "就业创业指导咨询", "政策宣传手册", *BODY, left=100), (1920, 1080)),
    ],
    ids=["page", "slide"],
)
def test_a_page_of_text_and_a_slide_show_nothing_in_proposed(lines: list[Laid], size: tuple[int, int]) -> None:
    for folder in ("杂", "3.3张贴海报", "3.4印发宣传资料", "4.4校园招聘会", "4.7就业创业指导咨询", "1.3活动场地"):
        seen = picture(f"{folder}/1.png", [*lines, ("2024年5月20日", 60, size[1] - 50, 24)], size, sketch=even(255))
        outcome = judged(seen)
        assert [outcome.points(cell)[1] for cell in ("1.3", "3.3", "3.4", "4.4", "4.7", "4.8")] == [0] * 6, folder


def test_the_next_page_of_an_article_belongs_to_it_though_it_looks_like_a_page() -> None:
    first = article("1.png", "威海市青年人才补贴政策", "2024年5月20日 09:00", SCHOOL, body=list(BODY))
    further = picture("2.png", text(40, 24, *BODY[2:], *BODY * 3, left=60), (700, 900), sketch=even(255))
    outcome = judged(first, further)
    assert ("unassigned", "2.png") not in outcome.loose


def test_a_photo_of_the_same_words_is_a_poster() -> None:
    lines = [(each, 400, 300 + 160 * at, 120 if at == 0 else 70) for at, each in enumerate(POLICY)]
    seen = picture("3.3张贴海报/1.jpg", lines, (4032, 3024), taken="2024-05-20", sketch=scene())
    assert judged(seen).points("3.3") == (20, 20, 20)


def test_a_view_that_is_no_account_s_is_told_in_the_cell_of_posts() -> None:
    outcome = judged(screen("3.1微信推送/1.png", "朋友圈", "留威补贴大家快去领"))
    assert outcome.points("3.1") == (0, 0, 0)
    assert (outcome.codes("3.1"), outcome.fact("3.1", "posts")) == ({"content-unconfirmed"}, 0)
    assert outcome.loose == []


# --- the further screens of an article ----------------------------------------------------------------


def long_article(path: str) -> Observed:
    return article(path, "威海市青年人才租房补贴申领指南", body=["".join(BODY[:2]), "".join(BODY[2:4])])


def test_the_next_screens_of_an_article_are_of_it() -> None:
    first = long_article("3.1微信推送/1.png")
    shown = [line.text for line in first.document.lines]
    second = screen(
        "3.1微信推送/2.png", *shown[-4:-2], "六、其他事项请留意后续通知公告", "七、往年已经申领过的人员不再重复申领"
    )
    third = screen("3.1微信推送/3.png", "七、往年已经申领过的人员不再重复申领", "八、本指南由公共就业服务机构负责解释")
    outcome = judged(first, second, third)
    assert (outcome.points("3.1"), outcome.fact("3.1", "posts")) == ((25, 25, 25), 1)
    assert outcome.points("3.3") == (0, 0, 0)
    assert outcome.codes("3.1") == {"below-threshold"}
    assert outcome.loose == []


def test_a_screen_that_shares_nothing_with_an_article_is_asked_about() -> None:
    outcome = judged(long_article("3.1微信推送/1.png"), screen("3.1微信推送/2.png", "购房补贴的朋友来聊聊吧"))
    assert (outcome.points("3.1"), outcome.fact("3.1", "posts")) == ((25, 25, 25), 1)
    assert ("content-unconfirmed", "3.1微信推送/2.png") in outcome.flags("3.1")


# --- posters that name events -------------------------------------------------------------------------


def board(path: str, *posters: list[Laid], taken: str = "2024-03-20") -> Observed:
    return picture(path, [line for each in posters for line in each], (2000, 1500), taken=taken, sketch=scene())


def poster(left: int, name: str, *lines: str) -> list[Laid]:
    return [(name, left, 240, 80), *((each, left, 350 + 80 * at, 46) for at, each in enumerate(lines))]


MEASURES = poster(200, "威海市就业创业政策", "租房补贴每月发放", "购房补助一次发放", "见习补贴按月申领")
FAIR = poster(1100, "秋季校园双选会", "时间：10月18日9:00", "地点：体育馆", "参会企业：60家")


def test_a_board_with_a_policy_and_a_fair_is_a_poster_s_photo() -> None:
    outcome = judged(board("3.3张贴海报/1.jpg", MEASURES, FAIR))
    assert outcome.points("3.3") == (20, 20, 20)
    assert outcome.points("4.4") == (0, 0, 5)
    assert outcome.points("1.3")[1] == 0


CLUB = ("社团招新 等你来", "吉他社 街舞社 摄影协会", "时间：9月20日12:00", "地点：食堂门前广场")
SINGER = ("第十二届校园歌手大赛", "唱响青春 声动校园", "初赛：10月12日19:00", "报名：学生会办公室")
POLICY_SHEET = ("来威海创未来", "企业吸纳毕业生就业有补助", "灵活就业社保补贴", "见习留用奖励每人一千元")
ENROLS = ("2024年招生简章", "招生计划三千人", "学制三年 专科层次", "咨询电话见背面")
MAJORS = ("就业与升学", "毕业生就业率连年增长", "国家助学金政策 困难补助", "对口升学 专升本")


def sheet(left: int, name: str, *lines: str) -> list[Laid]:
    return [(name, left, 260, 50), *((each, left, 350 + 60 * at, 30) for at, each in enumerate(lines))]


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("others", [(CLUB, SINGER), (CLUB, POLICY_SHEET), (SINGER, CLUB[:3])])
def test_a_policy_poster_that_hangs_among_others_is_one(at: int, others: tuple[tuple[str, ...], ...]) -> None:
    sheets = [*others[:at], POLICY_SHEET, *others[at:]]
    laid = [sheet(60 + 650 * number, *lines) for number, lines in enumerate(sheets)]
    assert judged(board("3.3张贴海报/1.jpg", *laid)).points("3.3") == (20, 20, 20)


@pytest.mark.parametrize(
    "laid",
    [
        [sheet(60, *CLUB), sheet(700, *SINGER)],
        [sheet(60, *ENROLS), sheet(700, *MAJORS)],
        [sheet(60, *CLUB), sheet(700, *ENROLS), sheet(1360, *MAJORS)],
        # two columns of one sheet, of which the first bears its name
        [sheet(60, *CLUB), [(line, 900, 350 + 60 * at, 30) for at, line in enumerate(MAJORS)]],
        # a sheet whose name stands over both of its columns
        [[("社团招新暨就业创业社团联合展示", 300, 120, 110)], sheet(60, *CLUB), sheet(1100, *MAJORS)],
    ],
)
def test_sheets_of_other_matters_and_their_columns_are_no_policy_s_poster(laid: list[list[Laid]]) -> None:
    assert judged(board("3.3张贴海报/1.jpg", *laid)).points("3.3")[1] == 0


def test_a_policy_poster_that_names_a_contest_shows_none() -> None:
    lines = poster(
        200, "威海创业扶持政策", "一次性创业补贴", "创业担保贷款贴息", "大学生创业大赛获奖奖励", "免费创业培训补贴"
    )
    outcome = judged(board("3.3张贴海报/1.jpg", lines))
    assert outcome.points("3.3") == (20, 20, 20)
    assert outcome.points("4.8") == (0, 0, 8)


def test_a_poster_of_a_fair_is_no_fair_being_held() -> None:
    outcome = judged(board("4.4校园招聘会/1.jpg", FAIR))
    assert outcome.points("4.4") == (0, 0, 5)
    assert outcome.codes("4.4") == {"judgement-required"}


@pytest.mark.parametrize("folder", ["3.3张贴海报", "4.4校园招聘会", "4.8创业大赛"])
@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("4.4", ("2024届毕业生春季双选会", "促进高质量就业", "时间：4月18日9:00", "地点：体育馆", "扫码报名")),
        ("4.8", ("第五届大学生创业大赛火热报名中", "报名截止：5月31日", "报名地点：双创中心", "一等奖奖金五千元")),
        ("4.8", ("大学生创业大赛", "等你来报名", "活动时间：10月9日", "创业补贴等你领")),
        ("4.4", ("毕业生校园双选会", "●参会企业八十家", "●提供就业岗位两千余个", "●地点：操场", "●请带简历入场")),
        ("4.8", ("大学生创业大赛", "面向全体在校生", "初赛：提交计划书", "决赛：现场展示")),
    ],
)
def test_an_announcement_about_employment_is_a_poster_s_wherever_it_is_filed(
    folder: str, cell: str, lines: tuple[str, ...]
) -> None:
    outcome = judged(board(f"{folder}/1.jpg", poster(200, *lines)))
    assert outcome.points("3.3") == (20, 20, 20)
    assert outcome.points(cell)[:2] == (0, 0)
    assert outcome.points("1.3")[1] == 0


def test_the_announcement_of_a_public_fair_is_no_poster_of_the_school() -> None:
    name = "威海市人社局春季高校毕业生就业招聘会"
    outcome = judged(
        board("4.5/1.jpg", poster(200, name, "时间：4月18日9:00", "地点：国际会展中心", "提供岗位：三千个"))
    )
    assert outcome.points("3.3")[1] == 0


def test_a_banner_over_people_is_a_fair_whatever_hangs_far_below() -> None:
    lines: list[Laid] = [
        (f"{SCHOOL}秋季校园双选会", 300, 120, 90),
        ("时间：全天", 300, 900, 30),
        ("地点：一层", 300, 950, 30),
    ]
    outcome = judged(picture("4.4校园招聘会/1.jpg", lines, (2000, 1500), taken="2024-10-18", sketch=scene()))
    assert outcome.points("4.4") == (5, 5, 5)


def test_what_a_camera_marks_on_a_photo_announces_nothing() -> None:
    mark: list[Laid] = [
        ("春季双选会", 60, 1150, 60),
        ("时间：2024-04-18 09:20", 60, 1230, 40),
        ("地点：威海市体育馆", 60, 1290, 40),
    ]
    outcome = judged(picture("4.4校园招聘会/1.jpg", mark, (2000, 1500), taken="2024-04-18", sketch=scene()))
    assert outcome.points("4.4") == (5, 5, 5)


@pytest.mark.parametrize("head", ["工作记录", "活动记录"])
def test_the_head_of_a_camera_s_mark_makes_no_paper_of_a_photo(head: str) -> None:
    mark: list[Laid] = [
        (head, 60, 1160, 50),
        ("时间：2024.04.18 09:20", 60, 1240, 40),
        ("天气：多云 23℃", 60, 1300, 40),
    ]
    banner: Laid = (f"{SCHOOL}春季校园双选会", 300, 120, 90)
    shown = picture("4.4校园招聘会/1.jpg", [banner, *mark], (2000, 1500), sketch=scene())
    assert judged(shown).points("4.4") == (5, 5, 5)
    paper = picture("4.4校园招聘会/1.jpg", [(head, 800, 90, 60), banner, *mark[1:]], (2000, 1500), sketch=scene())
    assert judged(paper).points("4.4")[1] == 0


@pytest.mark.parametrize(
    ("folder", "wanted"), [("3.3张贴海报", (20, 0)), ("3.4印发宣传资料", (0, 20)), ("杂", (0, 20))]
)
def test_a_sheet_that_hangs_or_is_handed_out_serves_the_cell_of_its_folder(
    folder: str, wanted: tuple[int, int]
) -> None:
    lines = poster(200, "毕业生就业政策明白纸", "租房补贴每月发放", "购房补助一次发放")
    seen = picture(f"{folder}/1.jpg", lines, (1500, 2000), taken="2024-03-20", sketch=scene())
    outcome = judged(seen)
    assert (outcome.points("3.3")[1], outcome.points("3.4")[1]) == wanted


def test_a_sheet_that_is_handed_out_is_no_poster_in_its_folder() -> None:
    lines = poster(200, "毕业生就业政策明白纸发放处", "租房补贴每月发放", "购房补助一次发放")
    seen = picture("3.3张贴海报/1.jpg", lines, (1500, 2000), taken="2024-03-20", sketch=scene())
    outcome = judged(seen)
    assert (outcome.points("3.3")[1], outcome.points("3.4")[1]) == (0, 20)


def test_a_slide_is_no_poster_that_was_put_up() -> None:
    lines: list[Laid] = [("三、青年人才补贴政策", 400, 220, 90), ("租房补贴", 400, 340, 60), ("购房补助", 400, 430, 60)]
    outcome = judged(picture("3.3张贴海报/1.jpg", lines, (2000, 1500), taken="2024-05-14", sketch=scene()))
    assert outcome.points("3.3") == (0, 0, 20)


# --- whose place a fair shows -------------------------------------------------------------------------


def test_only_a_fair_of_the_school_shows_its_place() -> None:
    own = photo("a.jpg", f"{SCHOOL}春季双选会", taken="2024-04-18")
    bureau = photo("b.jpg", "威海市春季公共就业服务专项招聘会", "威海国际会展中心", taken="2024-04-18")
    portal = photo("c.jpg", "智联招聘春季人才招聘会", taken="2024-04-18")
    sent = photo("d.jpg", "组织毕业生参加胶东人才招聘会", taken="2024-04-18")
    assert [judged(each).points("1.3")[1] for each in (own, bureau, portal, sent)] == [10, 0, 0, 0]


# --- whose channel -----------------------------------------------------------------------------------


def test_a_list_of_which_account_and_site_are_as_likely_is_open_in_both_cells() -> None:
    rows = [
        line
        for at, title in enumerate(("荣成市租房补贴申领", "文登区见习岗位公告", "乳山市企业岗位汇总"))
        for line in (
            (title, 40, 420 + 240 * at, 52),
            (f"2024-0{5 + at}-11", 40, 500 + 240 * at, 38),
            (f"阅读{31 + at}", 330, 500 + 240 * at, 38),
        )
    ]
    seen = picture("1.png", [("15:20", 40, 20, 36), (f"{SCHOOL}就业信息网", 40, 250, 56), *rows], (1080, 2340))
    outcome = judged(seen)
    assert [outcome.points(cell) for cell in ("3.1", "3.2")] == [(0, 0, 25), (0, 0, 25)]
    assert [outcome.codes(cell) for cell in ("3.1", "3.2")] == [{"judgement-required"}] * 2


# --- a sign that was read and not understood ---------------------------------------------------------


def test_a_banner_that_is_not_understood_is_quoted() -> None:
    lines: list[Laid] = [("青春有约筑梦远航主题日", 300, 200, 90), ("今日水印", 1600, 1340, 40)]
    outcome = judged(picture("4.4校园招聘会/1.jpg", lines, (2000, 1500), taken="2024-05-14", sketch=scene()))
    assert outcome.points("4.4") == (0, 0, 8)
    (told,) = outcome.cell("4.4").flags
    assert told.code == "judgement-required"
    assert "青春有约筑梦远航主题日" in told.message


def test_a_photo_with_a_camera_s_mark_alone_is_known_by_its_folder() -> None:
    lines: list[Laid] = [("威海市·威海职业学院", 60, 1340, 60), ("相机真实时间", 1600, 1400, 40)]
    outcome = judged(picture("4.4校园招聘会/1.jpg", lines, (2000, 1500), taken="2024-05-14", sketch=scene()))
    assert outcome.codes("4.4") == {"content-unconfirmed"}
