"""Posts: about Weihai, of the school's account, in the period, counted once."""

from __future__ import annotations

import pytest

from tests.counting.photo_papers import bundle, codes, counted, fact_of, flags, points, post, screen, word
from verifier.model import SCHOOL, Fact, Observed

WEIHAI = "威海市高校毕业生生活补贴申领指南"


def articles(many: int, **more: str) -> list[Observed]:
    towns = ["荣成市", "乳山市", "文登区", "环翠区"]
    things = ["岗位清单", "见习补贴", "购房政策", "人才公寓", "创业贷款"]
    names = [f"{town}{thing}发布" for town in towns for thing in things]
    return [
        screen(f"{at:02}.jpg", post(name, f"2024-{1 + at % 12:02}-10", **more)) for at, name in enumerate(names[:many])
    ]


@pytest.mark.parametrize(("many", "wanted"), [(1, 25), (15, 25), (16, 30), (20, 30)])
def test_more_than_fifteen_posts_earn_the_maximum_and_one_earns_the_lower_tier(many: int, wanted: int) -> None:
    assert points("3.1", *articles(many)) == (wanted, wanted, wanted)
    assert fact_of("posts", "3.1", *articles(many)) == (many, many, many)
    assert codes("3.1", *articles(many)) == set()


def test_nothing_submitted_gives_no_evidence_at_all() -> None:
    assert counted("3.1", bundle()).evidence == ()


def test_posts_count_for_the_channel_they_were_published_on() -> None:
    seen = screen("a.png", post(WEIHAI, channel="website", account="山东大学（威海）就业信息网"), kind="web-article")
    assert points("3.2", seen) == (25, 25, 25)
    assert counted("3.1", bundle(seen)).evidence == ()


# --- about Weihai -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "山东省“三支一扶”招募公告",
        "教育部部署2024届毕业生就业工作",
        "国家助学贷款和就业见习政策解读",
        "青岛市威海路街道招聘公告",
    ],
)
def test_employment_without_weihai_counts_in_high_only(title: str) -> None:
    seen = screen("a.jpg", post(title))
    assert points("3.1", seen) == (0, 0, 25)
    assert flags("3.1", seen) == {("judgement-required", "a.jpg")}


@pytest.mark.parametrize(
    "title",
    [
        "荣成市海洋产业人才引进公告",
        "来威求职青年驿站入住说明",
        "留威就业典型人物征集",
        "威海市人社局招聘活动预告",
        "环翠区见习岗位上新",
    ],
)
def test_a_district_the_bureau_or_staying_in_weihai_names_the_city(title: str) -> None:
    assert points("3.1", screen("a.jpg", post(title))) == (25, 25, 25)


def test_the_schools_own_name_and_its_account_do_not_name_weihai() -> None:
    seen = screen(
        "a.jpg",
        post("山东大学（威海）2024届毕业生就业工作推进会召开", body="山东大学（威海）就业指导中心部署毕业生就业工作"),
    )
    assert points("3.1", seen) == (0, 0, 25)


def test_the_text_of_an_article_may_name_weihai() -> None:
    seen = screen("a.jpg", post("关于申领求职创业补贴的公告", body="按照威海市人社局部署，符合条件的毕业生可申领"))
    assert points("3.1", seen) == (25, 25, 25)


def test_what_has_nothing_to_do_with_employment_is_no_evidence() -> None:
    seen = screen("a.jpg", post("威海校区第六届读书节闭幕", body="读书节在图书馆闭幕"))
    tally = counted("3.1", bundle(seen))
    assert (tally.evidence, tally.flags) == ((), ())


def test_other_titles_of_a_list_leave_those_about_employment_alone() -> None:
    seen = screen("a.jpg", post("我校读书节闭幕", view="list"), post(WEIHAI, view="list"), kind="wechat-list")
    assert fact_of("posts", "3.1", seen) == (1, 1, 1)


# --- whose ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "account",
    ["山东大学（威海）就业", "山大威海就业", "SDUWH就业", "山东大学(威海)学生就业创业指导中心", "山东大学威海校区就业"],
)
def test_an_account_with_the_schools_name_or_alias_is_its_own(account: str) -> None:
    assert points("3.1", screen("a.jpg", post(WEIHAI, account=account))) == (25, 25, 25)


def test_another_schools_account_counts_nowhere() -> None:
    seen = screen("a.jpg", post(WEIHAI, account="威海职业学院就业创业"))
    assert points("3.1", seen) == (0, 0, 0)
    assert flags("3.1", seen) == {("school-mismatch", "a.jpg")}


@pytest.mark.parametrize("account", ["威海人社", "青春威海", "", "山东大学就业"])
def test_any_other_account_counts_in_high(account: str) -> None:
    seen = screen("a.jpg", post(WEIHAI, account=account))
    assert points("3.1", seen) == (0, 0, 25)
    assert codes("3.1", seen) == {"judgement-required"}


def test_an_article_without_a_name_is_the_schools_where_its_list_shows_the_title() -> None:
    bare = screen("a.jpg", post(WEIHAI, account=""))
    listed = screen("list.jpg", post(WEIHAI, view="list"), kind="wechat-list")
    assert points("3.1", bare, listed) == (25, 25, 25)
    assert codes("3.1", bare, listed) == {"duplicate-post"}


def test_the_foot_of_a_page_may_name_the_schools_site() -> None:
    seen = screen("a.png", post(WEIHAI, channel="website", account=""), kind="web-article")
    place = seen.document.pages[0].place
    foot = Fact(SCHOOL, "山东大学（威海）", "山东大学（威海）", place, role="account")
    assert points("3.2", Observed(seen.document, (*seen.facts, foot))) == (25, 25, 25)


def test_a_list_that_was_scrolled_on_is_of_the_account_whose_post_it_shows_again() -> None:
    first = screen("1.jpg", *(post(title, view="list") for title in (WEIHAI, "荣成市岗位清单")), kind="wechat-list")
    names = ("荣成市岗位清单", "乳山市见习基地名单")
    second = screen("2.jpg", *(post(title, view="list", account="") for title in names), kind="wechat-list")
    assert fact_of("posts", "3.1", first, second) == (3, 3, 3)
    assert fact_of("posts", "3.1", second) == (0, 0, 2)


def test_a_repost_of_the_school_counts() -> None:
    assert points("3.1", screen("a.jpg", post(WEIHAI, repost_of="威海人社"))) == (25, 25, 25)


def test_one_misread_character_makes_no_other_school() -> None:
    seen = screen("a.jpg", post(WEIHAI, account="山东外亊职业大学就业"))
    assert points("3.1", seen, school="山东外事职业大学") == (25, 25, 25)


# --- when -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2023-12-31", "2025-01-01"])
def test_posts_outside_the_period_do_not_count(day: str) -> None:
    seen = screen("a.jpg", post(WEIHAI, day))
    assert points("3.1", seen) == (0, 0, 0)
    assert flags("3.1", seen) == {("date-outside-period", "a.jpg")}


@pytest.mark.parametrize("day", ["2024-01-01", "2024-12-31"])
def test_the_first_and_the_last_day_belong_to_the_period(day: str) -> None:
    assert points("3.1", screen("a.jpg", post(WEIHAI, day))) == (25, 25, 25)


@pytest.mark.parametrize("day", ["05-20", ""])
def test_without_a_year_a_post_counts_in_high(day: str) -> None:
    seen = screen("a.jpg", post(WEIHAI, day))
    assert points("3.1", seen) == (0, 0, 25)
    assert flags("3.1", seen) == {("date-missing", "a.jpg")}


@pytest.mark.parametrize("day", ["05-20", ""])
def test_a_dated_screenshot_of_the_same_title_settles_the_year(day: str) -> None:
    listed = screen("list.jpg", post(WEIHAI, day, view="list"), kind="wechat-list")
    assert points("3.1", listed, screen("a.jpg", post(WEIHAI))) == (25, 25, 25)
    assert fact_of("posts", "3.1", listed, screen("a.jpg", post(WEIHAI))) == (1, 1, 1)
    assert codes("3.1", listed, screen("a.jpg", post(WEIHAI))) == {"duplicate-post"}


def test_an_unknown_year_leaves_the_cell_open_without_questions_of_date() -> None:
    seen = screen("a.jpg", post(WEIHAI, "05-20"))
    assert points("3.1", seen, year=None) == (0, 0, 30)
    assert codes("3.1", seen, year=None) == set()


# --- once -------------------------------------------------------------------------------------------


def test_article_and_list_show_one_post() -> None:
    listed = screen("list.jpg", post(WEIHAI, view="list"), post("荣成市岗位清单", view="list"), kind="wechat-list")
    seen = (screen("a.jpg", post(WEIHAI)), listed)
    assert fact_of("posts", "3.1", *seen) == (2, 2, 2)
    assert flags("3.1", *seen) == {("duplicate-post", "list.jpg")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WEIHAI, "威海市高校毕业生生活补贴申领…"),
        (WEIHAI, "威海市高校毕业生生活补贴..."),
        ("来威就业！购房补贴申领指南", "来威就业购房补贴申领指南"),
        ("创业担保贷款最高可贷多少？威海这样规定", "创业担保贷款最高可贷多少?威海这样规走"),
    ],
)
def test_cut_and_misread_titles_are_of_one_post(one: str, other: str) -> None:
    assert fact_of("posts", "3.1", screen("a.jpg", post(one)), screen("b.jpg", post(other))) == (1, 1, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("威海市高校毕业生就业岗位推荐（第1期）", "威海市高校毕业生就业岗位推荐（第2期）"),
        ("威海市高校毕业生就业岗位推荐第十一期", "威海市高校毕业生就业岗位推荐第十二期"),
        ("荣成市2024年高校毕业生就业见习基地名单公布", "乳山市2024年高校毕业生就业见习基地名单公布"),
        ("威海市2024年春季高校毕业生招聘活动安排", "威海市2024年秋季高校毕业生招聘活动安排"),
    ],
)
def test_figures_places_and_seasons_tell_titles_apart(one: str, other: str) -> None:
    assert fact_of("posts", "3.1", screen("a.jpg", post(one)), screen("b.jpg", post(other))) == (2, 2, 2)


@pytest.mark.parametrize(("later", "wanted"), [("2024-05-27", 1), ("2024-05-28", 2), ("2024-11-20", 2)])
def test_the_same_title_within_seven_days_is_one_post(later: str, wanted: int) -> None:
    seen = (screen("a.jpg", post(WEIHAI)), screen("b.jpg", post(WEIHAI, later)))
    assert fact_of("posts", "3.1", *seen) == (wanted, wanted, wanted)


def test_the_days_are_counted_from_the_last_one_that_counted() -> None:
    days = ("2024-05-01", "2024-05-07", "2024-05-13", "2024-05-19")
    seen = [screen(f"{day}.jpg", post(WEIHAI, day)) for day in days]
    assert fact_of("posts", "3.1", *seen) == (2, 2, 2)


def test_another_schools_post_of_the_same_title_takes_nothing_away() -> None:
    seen = (screen("a.jpg", post(WEIHAI, account="威海职业学院就业")), screen("b.jpg", post(WEIHAI)))
    assert fact_of("posts", "3.1", *seen) == (1, 1, 1)
    assert codes("3.1", *seen) == {"school-mismatch"}


@pytest.mark.parametrize("state", ["draft", "deleted"])
def test_drafts_and_deleted_posts_do_not_count(state: str) -> None:
    title = WEIHAI if state == "draft" else ""
    seen = screen("a.jpg", post(title, state=state))
    assert points("3.1", seen) == (0, 0, 0)
    assert fact_of("posts", "3.1", seen, screen("b.jpg", post("荣成市岗位清单"))) == (1, 1, 1)


def test_what_only_a_typed_list_tells_counts_in_high() -> None:
    rows = [post(title, view="typed-list", account="") for title in (WEIHAI, "荣成市岗位清单发布")]
    seen = screen("list.xlsx", *rows)
    assert points("3.1", seen) == (0, 0, 25)
    assert flags("3.1", seen) == {("content-unconfirmed", "list.xlsx")}


def test_a_typed_list_beside_its_screenshots_adds_nothing() -> None:
    seen = (screen("list.xlsx", post(WEIHAI, view="typed-list", account="")), screen("a.jpg", post(WEIHAI)))
    assert fact_of("posts", "3.1", *seen) == (1, 1, 1)
    assert flags("3.1", *seen) == {("duplicate-post", "list.xlsx")}


# --- doubts -----------------------------------------------------------------------------------------


def test_an_unsure_reading_does_not_count_in_low() -> None:
    seen = screen("a.jpg", post(WEIHAI, confidence=0.7))
    assert points("3.1", seen) == (0, 25, 25)
    assert flags("3.1", seen) == {("low-confidence", "a.jpg")}


def test_a_sure_showing_takes_the_doubt_away() -> None:
    seen = (screen("a.jpg", post(WEIHAI, confidence=0.7)), screen("b.jpg", post(WEIHAI)))
    assert points("3.1", *seen) == (25, 25, 25)
    assert flags("3.1", *seen) == {("duplicate-post", "a.jpg")}


def test_an_editor_in_the_metadata_is_named_and_withholds_nothing() -> None:
    seen = screen("a.jpg", post(WEIHAI), software="Adobe Photoshop 2023")
    assert points("3.1", seen) == (25, 25, 25)
    assert codes("3.1", seen) == {"image-edited"}


def test_a_flag_stands_once_for_each_file_with_the_number_of_posts() -> None:
    titles = ("山东省三支一扶招募公告", "国家公务员考试岗位解读", "西部计划招募就业政策")
    seen = screen("list.jpg", *(post(title, view="list") for title in titles), kind="wechat-list")
    found = counted("3.1", bundle(seen)).flags
    assert len(found) == 1
    assert "3条" in found[0].message


def test_a_flag_names_each_reason_once_for_its_posts() -> None:
    posts = (post("山东省三支一扶招募公告", account="威海人社"), post(WEIHAI, account="威海人社"))
    (found,) = counted("3.1", bundle(screen("a.jpg", *posts))).flags
    assert found.message.count("没有写到威海") == 1
    assert "2条推送" in found.message


def test_papers_without_posts_are_no_evidence() -> None:
    tally = counted("3.1", bundle(word("a.docx", "工作总结\n我校微信公众号发布威海就业政策20条")))
    assert tally.evidence == ()


def test_each_counted_post_has_a_place() -> None:
    tally = counted("3.1", bundle(*articles(3)))
    assert [bool(each.facts and each.facts[0].place.box) for each in tally.evidence] == [True] * 3
