"""Whole bundles of screens, photos and papers, from laid-out lines to the points of the cells that ask for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.counting.scenes import (
    ACCOUNT,
    OTHER,
    SCHOOL,
    account_list,
    article,
    filed,
    grid,
    judged,
    paper,
    photo,
    picture,
    read,
    sheet,
    site_article,
    site_list,
)
from verifier.model import Observed, Place

WEIHAI = "威海市高校毕业生生活补贴申领指南"
TOWNS = ("荣成市", "乳山市", "文登区", "环翠区")
THINGS = ("人才引进公告", "见习岗位上新", "租房补贴申领", "创业贷款政策")
FAIR = f"{SCHOOL}春季校园双选会"
FAIRS = (
    ("2024年春季校园双选会", "2024-03-15"),
    ("先进制造业专场招聘会", "2024-04-10"),
    ("2025届毕业生秋季双选会", "2024-10-12"),
    ("医药类专场招聘会", "2024-11-05"),
    ("暑期校园招聘会", "2024-06-20"),
    ("冬季供需见面会", "2024-12-03"),
)


def articles(many: int) -> list[Observed]:
    names = [f"{town}{thing}" for town in TOWNS for thing in THINGS]
    return [article(f"{at}.png", name, f"2024年{1 + at % 12}月10日 09:00") for at, name in enumerate(names[:many])]


def fairs(many: int) -> list[Observed]:
    return [photo(f"{at}.jpg", f"{SCHOOL}{name}", taken=day) for at, (name, day) in enumerate(FAIRS[:many])]


# --- posts ------------------------------------------------------------------------------------------


def test_fifteen_posts_miss_what_sixteen_earn() -> None:
    fifteen, sixteen = judged(*articles(15)), judged(*articles(16))
    assert (fifteen.points("3.1"), fifteen.codes("3.1")) == ((25, 25, 25), {"below-threshold"})
    assert (sixteen.points("3.1"), sixteen.codes("3.1"), sixteen.fact("3.1", "posts")) == ((30, 30, 30), set(), 16)


def test_a_post_as_article_and_in_a_list_counts_once_and_the_article_settles_its_year() -> None:
    listed = account_list("list.png", [(WEIHAI, "5月20日"), ("荣成市人才引进公告", "2024年4月2日")])
    both = judged(article("a.png", WEIHAI), listed)
    assert both.fact("3.1", "posts") == 2
    assert both.flags("3.1") == [("below-threshold", ""), ("duplicate-post", "list.png")]


def test_a_day_over_dated_ones_of_a_list_takes_the_year_of_the_lists_order() -> None:
    listed = account_list("list.png", [(WEIHAI, "3月20日"), ("荣成市人才引进公告", "2023年12月28日")])
    one = judged(listed)
    assert one.fact("3.1", "posts") == 1
    assert one.flags("3.1") == [("below-threshold", ""), ("date-outside-period", "list.png")]


def test_a_list_without_any_year_counts_in_high() -> None:
    listed = site_list(
        "list.png", [(WEIHAI, "05-20"), ("荣成市人才引进公告", "04-02"), ("乳山市见习岗位上新", "03-01")]
    )
    one = judged(listed)
    assert (one.points("3.2"), one.flags("3.2")) == ((0, 0, 25), [("date-missing", "list.png")])


@pytest.mark.parametrize(("later", "many"), [("2024年5月25日 08:00", 1), ("2024年6月9日 08:00", 2)])
def test_the_same_title_days_later_is_the_same_post_and_weeks_later_another(later: str, many: int) -> None:
    one = judged(article("a.png", WEIHAI), article("b.png", WEIHAI, later))
    assert one.fact("3.1", "posts") == many
    assert ("duplicate-post" in one.codes("3.1")) is (many == 1)


def test_reposts_count() -> None:
    one = judged(article("a.png", WEIHAI, over=["以下文章来源于威海人社 ，作者威海人社"]))
    assert one.points("3.1") == (25, 25, 25)


@pytest.mark.parametrize("over", ["预览", "此为预览链接，仅供预览"])
def test_drafts_count_nowhere(over: str) -> None:
    one = judged(article("a.png", WEIHAI, over=[over]))
    assert (one.points("3.1"), one.counted("3.1")) == ((0, 0, 0), set())


def test_deleted_posts_count_nowhere() -> None:
    gone = picture("a.png", [("该内容已被发布者删除", 200, 800, 50)], (1080, 1920))
    assert judged(gone).points("3.1") == (0, 0, 0)


@pytest.mark.parametrize(
    ("account", "wanted", "code"),
    [
        (f"{OTHER}就业", (0, 0, 0), "school-mismatch"),
        ("威海人社", (0, 0, 25), "judgement-required"),
        ("", (0, 0, 25), "judgement-required"),
        ("威职就业", (25, 25, 25), "below-threshold"),
    ],
)
def test_whose_account_it_is_decides(account: str, wanted: tuple[int, ...], code: str) -> None:
    one = judged(article("a.png", WEIHAI, account=account))
    assert (one.points("3.1"), one.codes("3.1")) == (wanted, {code})


def test_the_bureaus_post_of_the_same_title_stands_behind_the_schools() -> None:
    one = judged(article("a.png", WEIHAI, account="威海人社"), article("b.png", WEIHAI))
    assert (one.points("3.1"), one.counted("3.1")) == ((25, 25, 25), {"b.png"})
    assert one.flags("3.1") == [("below-threshold", ""), ("duplicate-post", "a.png")]


def test_lists_that_overlap_and_titles_cut_off_count_once() -> None:
    long = "威海市高校毕业生生活补贴申领指南及常见问题解答"
    rows = [
        (f"{long[:20]}…", "5月20日"),
        ("荣成市人才引进公告", "2024年4月2日"),
        ("乳山市见习岗位上新", "2024年3月1日"),
    ]
    one = judged(article("a.png", long), account_list("b.png", rows), account_list("c.png", rows[1:]))
    assert one.fact("3.1", "posts") == 3


@pytest.mark.parametrize("site", [SCHOOL + "就业信息网", SCHOOL + "招生就业处"])
def test_an_article_of_the_schools_site_counts_for_the_site(site: str) -> None:
    one = judged(site_article("a.png", WEIHAI, site=site))
    assert (one.points("3.2"), one.points("3.1")) == ((25, 25, 25), (0, 0, 0))


@pytest.mark.parametrize(
    "title", ["山东省三支一扶计划招募公告", "青岛市市南区威海路街道招聘工作人员公告", f"{SCHOOL}毕业生就业推进会"]
)
def test_what_does_not_name_weihai_counts_in_high(title: str) -> None:
    one = judged(article("a.png", title))
    assert (one.points("3.1"), one.flags("3.1")) == ((0, 0, 25), [("judgement-required", "a.png")])


def test_a_post_of_another_matter_is_unassigned_and_leaves_its_cell_empty() -> None:
    post = article("a.png", "我校举办读书节活动", body=["读书节在威海市图书馆举行。"])
    one = judged(*filed("3 政策宣传/微信推送", post))
    assert (one.points("3.1"), one.codes("3.1")) == ((0, 0, 0), {"no-evidence"})
    assert one.loose == [("unassigned", "3 政策宣传/微信推送/a.png")]


def test_posts_of_another_year_leave_the_cell_without_points() -> None:
    one = judged(
        article("a.png", WEIHAI, "2023年5月20日 17:30"), article("b.png", "荣成市人才引进公告", "2025年1月1日 08:00")
    )
    assert one.points("3.1") == (0, 0, 0)
    assert one.flags("3.1") == [("date-outside-period", "a.png"), ("date-outside-period", "b.png")]


def test_a_typed_list_alone_counts_in_high_and_beside_its_screens_adds_nothing() -> None:
    rows = (f"1|{WEIHAI}|2024-05-20|https://mp.weixin.qq.com/s/a|100",)
    typed = sheet("清单.xlsx", "序号|推送标题|发布时间|链接|阅读量", *rows, title=f"{SCHOOL}微信公众号推送清单")
    alone, beside = judged(typed), judged(typed, article("a.png", WEIHAI))
    assert (alone.points("3.1"), alone.flags("3.1")) == ((0, 0, 25), [("content-unconfirmed", "清单.xlsx")])
    assert beside.fact("3.1", "posts") == 1
    assert beside.flags("3.1") == [("below-threshold", ""), ("duplicate-post", "清单.xlsx")]


def test_with_two_years_alike_nothing_is_said_of_dates() -> None:
    posts = (
        article("a.png", WEIHAI, "2023年5月20日 17:30"),
        article("b.png", "荣成市人才引进公告", "2024年6月20日 17:30"),
    )
    one = judged(*posts, year=None)
    assert (one.points("3.1"), one.codes("3.1")) == ((0, 0, 30), set())


def test_one_flag_a_code_and_file() -> None:
    listed = account_list(
        "list.png", [("山东省三支一扶招募", "2024年5月20日"), ("国家见习补贴政策", "2024年4月2日")], ACCOUNT
    )
    assert judged(listed).flags("3.1") == [("judgement-required", "list.png")]


# --- posters and leaflets ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "taken", "wanted"),
    [
        (("生活补贴 购房补贴", "2025年12月31日前申领"), "2024-05-20", (20, 20, 20)),
        (("威人社发〔2020〕12号", "生活补贴 购房补贴"), "2024-05-20", (20, 20, 20)),
        (("生活补贴 购房补贴", "2024年6月"), "", (20, 20, 20)),
        (("生活补贴 购房补贴", "2021年6月"), "", (0, 0, 0)),
        (("生活补贴 购房补贴", "2024年6月"), "2023-06-20", (0, 0, 0)),
        (("生活补贴 购房补贴", "2021年6月", "2024-05-20 10:22"), "", (20, 20, 20)),
        (("生活补贴 购房补贴",), "", (0, 0, 20)),
    ],
)
def test_dates_printed_on_a_poster_yield_to_the_camera(
    lines: tuple[str, ...], taken: str, wanted: tuple[int, ...]
) -> None:
    one = judged(photo("a.jpg", "威海市高校毕业生就业创业政策", *lines, taken=taken))
    assert one.points("3.3") == wanted
    assert "date-conflict" not in one.codes("3.3")


def test_a_page_from_a_layout_is_a_design() -> None:
    text = "威海市高校毕业生就业创业政策\n生活补贴：博士每月5000元\n购房补贴\n创业担保贷款"
    document = paper("海报.pdf", text, kind="pdf").document
    laid = tuple(
        replace(line, place=Place("海报.pdf", 1, (50, 50 + 90 * at, 900, 120 + 90 * at)))
        for at, line in enumerate(document.pages[0].lines)
    )
    page = replace(document.pages[0], design=True, size=(1000, 1400), lines=laid)
    one = judged(*filed("3 政策宣传/张贴海报", read(replace(document, pages=(page,)))))
    assert (one.points("3.3"), one.codes("3.3")) == ((0, 0, 20), {"content-unconfirmed"})


def test_a_photo_of_leaflets_serves_their_cell_alone() -> None:
    one = judged(photo("a.jpg", "就业政策宣传手册", "免费领取", taken="2024-05-20"))
    assert (one.points("3.3"), one.points("3.4")) == ((0, 0, 0), (20, 20, 20))


# --- fairs ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("many", "wanted", "code"),
    [(4, (5, 5, 5), {"below-threshold"}), (5, (5, 5, 8), {"rule-ambiguous"}), (6, (8, 8, 8), set())],
)
def test_five_fairs_are_open_six_are_enough(many: int, wanted: tuple[int, ...], code: set[str]) -> None:
    one = judged(*fairs(many))
    assert (one.points("4.4"), one.codes("4.4"), one.fact("4.4", "fairs")) == (wanted, code, many)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (photo("u.jpg", f"{SCHOOL}夏季大型双选会"), "date-missing"),
        (photo("t.jpg", "威高集团校园宣讲会", taken="2024-09-20"), "judgement-required"),
    ],
    ids=["undated", "talk"],
)
def test_where_only_high_reaches_five_high_is_eight(more: Observed, code: str) -> None:
    one = judged(*fairs(4), more)
    assert (one.points("4.4"), one.flags("4.4")) == ((5, 5, 8), [(code, more.path)])


def test_two_names_on_one_day_are_one_fair_in_low_and_two_in_high() -> None:
    other = photo("b.jpg", "乡村振兴人才专场招聘会", taken="2024-03-15")
    one = judged(*fairs(4), other)
    assert (one.points("4.4"), one.fact("4.4", "fairs")) == ((5, 5, 8), 4)
    assert one.codes("4.4") == {"judgement-required"}


@pytest.mark.parametrize(("later", "many"), [("2024-03-16", 1), ("2024-10-16", 2)])
def test_one_name_on_the_next_day_is_the_same_fair_and_in_autumn_another(later: str, many: int) -> None:
    name = f"{SCHOOL}校园双选会"
    one = judged(photo("a.jpg", name, taken="2024-03-15"), photo("b.jpg", name, taken=later))
    assert one.fact("4.4", "fairs") == many


@pytest.mark.parametrize(
    ("banner", "camera", "wanted", "conflict"),
    [
        ("2024年3月15日", "2024-03-22", (5, 5, 5), False),
        ("2024年3月15日", "2024-03-25", (5, 5, 5), True),
        ("2024年3月15日", "2023-03-15", (0, 0, 5), True),
        ("2023年12月20日", "2024-01-02", (0, 0, 5), True),
    ],
)
def test_dates_apart_withhold_points_only_where_one_is_outside(
    banner: str, camera: str, wanted: tuple[int, ...], conflict: bool
) -> None:
    one = judged(photo("a.jpg", FAIR, banner, taken=camera))
    assert one.points("4.4") == wanted
    assert ("date-conflict" in one.codes("4.4")) is conflict


def ledger() -> Observed:
    rows = (
        "序号|日期|活动名称|地点|参加人数",
        "1|2024年3月15日|春季校园双选会|体育馆|800",
        "2|2024年5月9日|例会|会议室|5",
    )
    return paper("台账.docx", "就业工作台账", tables=[grid("台账.docx", *rows, title="就业工作台账")])


NOTICE = paper(
    "通知.docx",
    f"关于举办{SCHOOL}2024年春季校园双选会的通知\n定于2024年3月15日在体育馆举办春季校园双选会。\n2024年3月1日",
)
POST = article(
    "post.png", f"{SCHOOL}春季校园双选会举行", "2024年3月16日 17:30", body=["3月15日，我校举办春季校园双选会。"]
)
PLAN = paper("计划.docx", f"{SCHOOL}2024年就业工作计划\n3月15日举办春季校园双选会。\n6月举办创业大赛。")


@pytest.mark.parametrize("other", [ledger(), NOTICE, POST, PLAN], ids=["ledger", "notice", "post", "plan"])
def test_a_paper_that_names_the_same_fair_dates_its_photo_and_is_not_left_over(other: Observed) -> None:
    one = judged(photo("a.jpg", FAIR), other)
    assert (one.points("4.4"), one.codes("4.4")) == ((5, 5, 5), {"below-threshold"})
    assert one.loose == []


@pytest.mark.parametrize("other", [ledger(), NOTICE, POST], ids=["ledger", "notice", "post"])
def test_papers_alone_raise_only_high(other: Observed) -> None:
    one = judged(other)
    assert (one.points("4.4"), one.codes("4.4")) == ((0, 0, 5), {"content-unconfirmed"})


def test_a_plan_of_events_to_come_is_no_evidence() -> None:
    one = judged(PLAN)
    assert [one.codes(cell) for cell in ("4.4", "4.5", "4.7", "4.8")] == [{"no-evidence"}] * 4


def test_a_ledger_of_more_fairs_asks_nothing_where_they_move_no_points() -> None:
    rows = (
        "序号|日期|活动名称|地点|参加人数",
        "1|2024年3月15日|春季校园双选会|体育馆|800",
        "2|2024年5月9日|医药专场招聘会|报告厅|90",
    )
    more = paper("台账.docx", "就业工作台账", tables=[grid("台账.docx", *rows, title="就业工作台账")])
    one = judged(photo("a.jpg", FAIR, taken="2024-03-15"), more)
    assert (one.points("4.4"), one.codes("4.4")) == ((5, 5, 5), {"below-threshold"})


@pytest.mark.parametrize(
    ("caption", "title"),
    [("图1 2024年3月15日春季校园双选会现场", "招聘会照片"), ("", "2024年3月春季校园双选会现场照片")],
    ids=["caption", "title"],
)
def test_a_photo_in_a_document_is_dated_by_its_caption_or_the_title(caption: str, title: str) -> None:
    holder = paper("照片.docx", f"{title}\n{caption}")
    one = judged(photo("照片.docx/1.jpg", FAIR, caption=caption, parent="照片.docx"), holder)
    assert one.points("4.4") == (5, 5, 5)


def test_another_schools_banner_counts_nowhere() -> None:
    one = judged(photo("a.jpg", f"{OTHER}春季校园双选会", taken="2024-03-15"))
    assert (one.points("4.4"), one.codes("4.4")) == ((0, 0, 0), {"school-mismatch"})


def test_an_unsure_banner_does_not_count_in_low() -> None:
    assert judged(photo("a.jpg", FAIR, taken="2024-03-15", confidence=0.7)).points("4.4") == (0, 5, 5)


def test_the_same_picture_again_is_no_other_fair() -> None:
    again = photo("b.jpg", FAIR, phash=6)
    one = judged(photo("a.jpg", FAIR, taken="2024-03-15", phash=7), again)
    assert one.fact("4.4", "fairs") == 1
    assert one.flags("4.4") == [("below-threshold", ""), ("near-duplicate", "b.jpg")]


def collage(fairs: tuple[tuple[str, str], ...], many: int) -> Observed:
    """So many photos put together, each fair and its day under one of them."""
    laid = [
        (text, 100 + 800 * (at % 2), 560 + 620 * (at // 2) + 60 * row, 44)
        for at, (name, day) in enumerate(fairs)
        for row, text in enumerate((name, f"{day} {name}"))
    ]
    return picture("拼图.jpg", laid, (1600, 2000), photos=(many, 0.8))


@pytest.mark.parametrize(
    ("fairs", "many", "wanted"),
    [
        (FAIRS[:4], 4, 4),
        (FAIRS, 6, 6),
        # one name on two days, two names on one day
        ((("专场招聘会", "2024-03-15"), ("专场招聘会", "2024-05-20")), 2, 2),
        ((("医药专场招聘会", "2024-03-15"), ("机电专场招聘会", "2024-03-15")), 2, 1),
        # more days than photos: a list of what is to come
        (FAIRS, 2, 1),
        # one photo before which a list hangs
        (FAIRS, 1, 1),
    ],
)
def test_a_collage_shows_a_fair_for_each_day_under_its_photos(
    fairs: tuple[tuple[str, str], ...], many: int, wanted: int
) -> None:
    assert judged(collage(fairs, many)).fact("4.4", "fairs") == wanted


def scanned(path: str, lines: list[str], photos: int) -> Observed:
    """A page of a scanned PDF with photos: a heading, and what stands on and under them."""
    shown = picture(path, [(text, 300, 150 + 160 * at, 50) for at, text in enumerate(lines)], (1556, 2200)).document
    page = replace(shown.pages[0], photos=(photos, 0.2 * photos))
    return read(replace(shown, file=replace(shown.file, kind="pdf"), pages=(page,), picture=None))


@pytest.mark.parametrize("sign", ["学生心理发展与咨询中心", "大学生心理健康中心", "心理疏导室", "心理测评室"])
def test_the_rooms_of_psychologists_are_no_counsel_wherever_they_are_filed(sign: str) -> None:
    for path in ("咨询.jpg", "4.7就业创业指导咨询/1.jpg"):
        one = judged(photo(path, sign, "咨询室", taken="2024-05-20"))
        assert one.points("4.7") == (0, 0, 0), path


ADVICE = ["就业指导咨询服务", "就业指导咨询室", "2024年9月25日，指导教师为毕业生提供咨询"]
TWO = ["招聘会照片", "图1 2024年9月15日电子类专场招聘会", "图2 2024年10月30日师范类专场招聘会"]


@pytest.mark.parametrize(
    ("lines", "photos", "cell", "points"),
    [
        (ADVICE, 1, "4.7", (8, 8, 8)),
        # the cover of a volume, and a paper with a photo on it
        (ADVICE, 0, "4.7", (0, 0, 8)),
        ([*ADVICE, *(f"第{at}条记录" for at in range(16))], 1, "4.7", (0, 0, 8)),
        (["第六届创业大赛", "2024年6月12日大赛现场"], 1, "4.8", (8, 8, 8)),
        (TWO, 2, "4.4", (5, 5, 5)),
    ],
)
def test_a_scanned_page_with_photos_shows_what_stands_on_them(
    lines: list[str], photos: int, cell: str, points: tuple[int, int, int]
) -> None:
    one = judged(*filed("4.7就业创业指导咨询" if cell == "4.7" else "杂", scanned("a.pdf", lines, photos)))
    assert one.points(cell) == points


@pytest.mark.parametrize(("photos", "fairs"), [(1, 1), (2, 2), (3, 2)])
def test_a_scanned_page_shows_as_many_fairs_as_its_photos_have_days(photos: int, fairs: int) -> None:
    assert judged(scanned("a.pdf", TWO, photos)).fact("4.4", "fairs") == fairs


def test_a_collage_s_fair_of_another_year_is_none_of_the_period() -> None:
    one = judged(collage((*FAIRS[:2], ("秋季双选会", "2023-10-12")), 3))
    assert (one.fact("4.4", "fairs"), "date-outside-period" in one.codes("4.4")) == (2, True)


@pytest.mark.parametrize("data", [("one", "other"), ("same", "same")], ids=["picture", "bytes"])
def test_a_picture_filed_for_two_cells_counts_where_its_content_belongs(data: tuple[str, str]) -> None:
    here = filed("举办校园招聘会", photo("a.jpg", FAIR, taken="2024-03-15", phash=7, data=data[0]))
    there = filed("就业创业指导咨询", photo("b.jpg", FAIR, taken="2024-03-15", phash=7, data=data[1]))
    one = judged(*here, *there)
    assert (one.points("4.4"), one.points("4.7")) == ((5, 5, 5), (0, 0, 0))
    assert one.flags("4.7") == [("reused-across-indicators", "就业创业指导咨询/b.jpg")]


@pytest.mark.parametrize("name", ["前程无忧2024年春季招聘会", "智联招聘秋季大型人才招聘会", "齐鲁人才网春季招聘会"])
def test_a_portals_fair_is_neither_the_schools_nor_the_agencys(name: str) -> None:
    one = judged(photo("a.jpg", name, taken="2024-03-20"))
    assert (one.points("4.4"), one.points("4.5")) == ((0, 0, 0), (0, 0, 0))


def test_a_portals_fair_that_is_filed_for_campus_fairs_is_a_question() -> None:
    one = judged(*filed("举办校园招聘会", photo("a.jpg", "前程无忧2024年春季招聘会", taken="2024-03-20")))
    assert (one.points("4.4"), one.codes("4.4")) == ((0, 0, 5), {"judgement-required"})


def test_a_portals_fair_on_the_campus_is_a_campus_fair() -> None:
    one = judged(photo("a.jpg", f"智联招聘走进{SCHOOL}2024年春季双选会", taken="2024-03-20"))
    assert one.points("4.4") == (5, 5, 5)


# --- fairs of public agencies -----------------------------------------------------------------------


def notice(title: str, text: str) -> Observed:
    return paper("通知.docx", f"{title}\n各学院：\n{text}\n招生就业处\n2024年3月1日")


@pytest.mark.parametrize(
    "seen",
    [
        notice("关于组织参加威海市人社局春季校园招聘会的通知", "定于2024年3月20日在威海国际会展中心举行。"),
        notice("关于组织毕业生参加招聘会的通知", "由威海市人社局主办的招聘会定于2024年3月20日举行。"),
        notice("关于参加招聘会的通知", "接威海市人社局通知，2024年3月20日举办高校毕业生专场招聘会，请组织毕业生参加。"),
        photo("a.jpg", "高校毕业生专场招聘会", "主办单位：威海市人力资源和社会保障局", "2024年3月20日"),
        article("a.png", "威海市公共就业和人才服务中心网络招聘会", "2024年4月10日 09:00", "威海人社"),
        site_article("a.png", "关于组织毕业生参加威海市2024年春风行动招聘会的通知", "2024-03-01"),
    ],
    ids=["notice", "by-agency", "passed-on", "photo", "screen", "site"],
)
def test_a_notice_a_photo_or_a_screen_of_a_public_fair_is_enough(seen: Observed) -> None:
    one = judged(seen)
    assert (one.points("4.5"), one.points("4.4")) == ((8, 8, 8), (0, 0, 0))


LATE = site_article("通知.png", "关于组织毕业生参加威海市2023年春风行动招聘会的通知", "2023-03-01")


@pytest.mark.parametrize(
    ("late", "codes"),
    [
        ([LATE], {"date-outside-period"}),
        (filed("4.5公共服务机构招聘会", LATE), {"date-outside-period"}),
        (filed("3.2网站推送", LATE), {"no-evidence"}),
        ([site_list("a.png", [("春风行动招聘会预告", "2023-03-01"), ("见习岗位上新", "2023-04-01")])], {"no-evidence"}),
    ],
    ids=["notice", "filed", "filed-elsewhere", "list"],
)
def test_a_notice_of_another_years_public_fair_says_so_unless_it_is_filed_elsewhere(
    late: list[Observed], codes: set[str]
) -> None:
    one = judged(*late)
    assert (one.points("4.5"), one.codes("4.5")) == ((0, 0, 0), codes)


@pytest.mark.parametrize(
    "seen",
    [
        article(
            "a.png", f"{SCHOOL}春季校园双选会举行", "2024年3月21日 17:30", body=["威海市人社局领导出席春季校园双选会。"]
        ),
        notice("关于举办春季双选会的通知", "我校定于2024年3月20日在体育馆举办春季双选会，威海市人社局领导将到场指导。"),
        photo("a.jpg", f"{SCHOOL}2024届毕业生双选会", "指导单位：威海市人力资源和社会保障局", taken="2024-03-20"),
        notice("关于组织参加智联招聘2024年春季网络双选会的通知", "智联招聘网络双选会定于2024年3月20日举行。"),
    ],
    ids=["guests", "guests-to-come", "guided", "portal"],
)
def test_a_fair_of_the_school_or_a_portal_is_no_public_one(seen: Observed) -> None:
    one = judged(seen)
    assert (one.points("4.5"), one.codes("4.5")) == ((0, 0, 0), {"no-evidence"})


BROUGHT = ("公共就业服务进校园专场招聘会", "威海市公共就业和人才服务中心")


@pytest.mark.parametrize(
    ("folder", "lines", "wanted"),
    [
        ("4.5公共服务机构招聘会", BROUGHT, {"4.5": (8, 8, 8), "4.4": (0, 0, 0)}),
        ("4.5公共服务机构招聘会", ("“春风行动”走进高校招聘会",), {"4.5": (8, 8, 8), "4.4": (0, 0, 0)}),
        ("4.4校园招聘会", BROUGHT, {"4.5": (0, 0, 0), "4.4": (5, 5, 5)}),
        ("照片", BROUGHT, {"4.5": (0, 0, 0), "4.4": (5, 5, 5)}),
        ("4.5公共服务机构招聘会", (f"{SCHOOL}春季校园双选会",), {"4.5": (0, 0, 0), "4.4": (5, 5, 5)}),
        (
            "4.5公共服务机构招聘会",
            (f"{SCHOOL}校园双选会", "威海市公共就业和人才服务中心协办"),
            {"4.5": (0, 0, 0), "4.4": (5, 5, 5)},
        ),
    ],
)
def test_the_folder_settles_whose_a_fair_is_that_an_agency_brings_to_the_campus(
    folder: str, lines: tuple[str, ...], wanted: dict[str, tuple[float, ...]]
) -> None:
    outcome = judged(photo(f"{folder}/1.jpg", *lines, taken="2024-10-15"))
    assert {cell: outcome.points(cell) for cell in wanted} == wanted


def test_students_sent_to_a_fair_elsewhere_make_no_campus_fair() -> None:
    caption = "2024年3月20日组织学生参加威海国际会展中心春季招聘会"
    seen = photo("照片.docx/1.jpg", caption=caption, parent="照片.docx")
    assert judged(seen, paper("照片.docx", "活动照片")).points("4.4") == (0, 0, 5)


# --- consultation and contests ----------------------------------------------------------------------


def test_consultation_of_one_day_is_noted_and_of_two_days_is_regular() -> None:
    first = photo("a.jpg", "就业创业指导咨询室", taken="2024-05-20")
    second = photo("b.jpg", "一对一就业咨询", taken="2024-09-20")
    one, two = judged(first), judged(first, second)
    assert (one.points("4.7"), [each.severity for each in one.cell("4.7").flags]) == ((8, 8, 8), ["note"])
    assert (two.points("4.7"), two.codes("4.7")) == ((8, 8, 8), set())


def test_records_of_consultation_count_in_high_alone_and_date_a_photo() -> None:
    rows = ("来访学生|咨询时间|咨询内容|咨询师", "王小明|2024年4月2日|简历修改|李老师", "赵一|2024年5月2日|择业|李老师")
    record = paper("记录.docx", "就业咨询记录表", tables=[grid("记录.docx", *rows, title="就业咨询记录表")])
    assert judged(record).points("4.7") == (0, 0, 8)
    assert judged(record, photo("a.jpg", "就业创业指导咨询室")).points("4.7") == (8, 8, 8)


@pytest.mark.parametrize(
    ("title", "cell", "high"),
    [
        ("我校开展毕业生就业指导咨询活动", "4.7", 8),
        ("我校举办创新创业大赛决赛", "4.8", 8),
        ("我校举办招聘会", "4.4", 5),
    ],
)
def test_a_post_about_an_event_raises_only_high(title: str, cell: str, high: int) -> None:
    one = judged(article("a.png", title, body=["活动在大学生活动中心进行，众多毕业生到场。"]))
    assert (one.points(cell), one.codes(cell)) == ((0, 0, high), {"content-unconfirmed"})


def test_ledger_rows_raise_high_in_the_cells_of_events_and_nothing_in_those_of_posters() -> None:
    rows = (
        "序号|日期|活动名称|地点|参加人数",
        "1|2024年3月15日|就业指导咨询|大厅|80",
        "2|2024年5月9日|第三届创新创业大赛|报告厅|200",
        "3|2024年5月20日|发放就业政策宣传手册|食堂|200",
        "4|2024年5月21日|张贴就业政策海报|食堂|2",
    )
    one = judged(paper("台账.docx", "就业工作台账", tables=[grid("台账.docx", *rows, title="就业工作台账")]))
    assert [one.points(cell) for cell in ("4.7", "4.8")] == [(0, 0, 8), (0, 0, 8)]
    assert [one.codes(cell) for cell in ("3.3", "3.4", "4.4")] == [{"no-evidence"}] * 3


@pytest.mark.parametrize(
    ("folder", "sign"),
    [
        ("创业大赛", "2024年春季田径运动会"),
        ("创业大赛", "护理专业技能大赛决赛"),
        ("创业大赛", "第三届英语口语大赛"),
        ("举办校园招聘会", "新生文艺晚会"),
        ("就业创业指导咨询", "电气系党支部主题党日"),
        ("就业创业指导咨询", "辅导员素质能力提升培训班"),
        ("张贴海报", "校园反诈宣传月"),
    ],
)
def test_a_photo_of_another_matter_is_none_of_the_cell_s_and_is_left_over(folder: str, sign: str) -> None:
    one = judged(*filed(folder, photo("a.jpg", sign, "2024-05-20 10:12", "体育馆", taken="2024-05-20")))
    cells = [cell for cell in ("3.3", "4.4", "4.7", "4.8") if one.points(cell) != (0, 0, 0)]
    assert cells == []
    assert one.loose == [("unassigned", f"{folder}/a.jpg")]


@pytest.mark.parametrize(
    "lines",
    [
        ("青春有约筑梦远航主题日", "图书馆前广场"),
        ("消防工程系就业帮扶见面", "食堂二楼"),
        ("青春有约筑梦远航", "田径场"),
    ],
)
def test_where_a_photo_was_taken_is_no_matter(lines: tuple[str, ...]) -> None:
    one = judged(*filed("举办校园招聘会", photo("a.jpg", *lines, taken="2024-05-20")))
    assert one.points("4.4")[2] > 0


def test_an_award_is_proposed_for_no_points() -> None:
    lines = ("荣誉证书", "王小明同学：", "在第九届互联网+大学生创新创业大赛中荣获一等奖", "特发此证", "2024年5月20日")
    assert judged(photo("a.jpg", *lines)).points("4.8")[:2] == (0, 0)


@pytest.mark.parametrize(
    "name", ["第九届互联网+大学生创新创业大赛校赛", "挑战杯大学生创业计划竞赛", "创客中国创新创业大赛路演"]
)
def test_a_photo_of_a_contest_is_enough(name: str) -> None:
    assert judged(photo("a.jpg", name, taken="2024-05-20")).points("4.8") == (8, 8, 8)


@pytest.mark.parametrize("cell", ["3.3", "3.4", "4.7", "4.8"])
def test_a_photo_without_telling_text_counts_in_high(cell: str) -> None:
    folder = {"3.3": "张贴海报", "3.4": "印发宣传资料", "4.7": "就业创业指导咨询", "4.8": "创业大赛"}[cell]
    one = judged(*filed(folder, photo("a.jpg", taken="2024-05-20")))
    top = float(one.cell(cell).high)
    assert (one.points(cell), one.codes(cell)) == ((0, 0, top), {"content-unconfirmed"})
    assert top > 0


@pytest.mark.parametrize(
    "header",
    [
        "工号|姓名|职称|最高学历|学位|毕业院校|所学专业",
        "姓名|职称|学历|专业|任职方式",
        "员工编号|姓名|部门|学历|专业|入职时间",
    ],
)
def test_a_list_of_teachers_opens_no_cell_of_rosters_by_its_name(header: str) -> None:
    rows = ["|".join(["某"] * (header.count("|") + 1)).replace("某", name, 2) for name in ("褚丽娜", "庄海涛")]
    teachers = sheet(
        "2.3 学历信息库/专任教师学历学位情况.xlsx", header, *rows, title="护理系专任教师学历学位情况（2024年）"
    )
    assert judged(teachers).points("2.3") == (0, 0, 0)


def test_students_with_an_office_of_their_class_are_still_asked_for_by_name() -> None:
    rows = ("学号|姓名|职务|学历", "2021210101|褚丽娜|班长|专科")
    assert judged(sheet("2.3 学历信息库/学历.xlsx", *rows)).points("2.3") == (0, 0, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青岛职多多网络科技有限公司将于2024年5月20日至31日在其网站举办毕业生空中双选会，可自愿投递简历。", 0),
        ("由烟台才聚人力资源集团公司主办的线上双选会即将开始，欢迎报名。", 0),
        ("学校联合威海某人力资源有限公司举办双选会，我校学生均可参加。", 8),
        ("线上双选会即将开始，威海某电子有限公司等用人单位参会。", 8),
    ],
)
def test_a_notice_of_a_firms_own_fair_opens_no_campus_fair_by_its_name(text: str, expected: int) -> None:
    notice = paper("空中双选会通知.docx", f"关于参加空中双选会的通知\n各班：\n{text}")
    assert judged(notice).points("4.4") == (0, 0, expected)
