"""Campus fairs counted once, and fairs of public agencies that students were sent to."""

from __future__ import annotations

import pytest

from tests.counting.photo_papers import (
    bundle,
    codes,
    counted,
    design,
    fact_of,
    flags,
    photo,
    points,
    post,
    screen,
    word,
)
from tests.facts.papers import grid
from verifier.model import EVENT, POST, SCREEN, Fact, Observed

NAMES = (
    "春季校园双选会",
    "航运物流专场招聘会",
    "海洋装备供需见面会",
    "留威就业人才招聘会",
    "秋季大型招聘会",
    "智能制造企业双选会",
    "外贸外语专场招聘会",
)
DAYS = ("2024-03-15", "2024-03-29", "2024-04-18", "2024-05-16", "2024-06-06", "2024-10-18", "2024-11-08")


def fairs(many: int) -> list[Observed]:
    return [photo(f"{at}.jpg", f"山东大学（威海）{NAMES[at]}", taken=DAYS[at]) for at in range(many)]


@pytest.mark.parametrize(
    ("many", "wanted"), [(1, (5, 5, 5)), (4, (5, 5, 5)), (5, (5, 5, 8)), (6, (8, 8, 8)), (7, (8, 8, 8))]
)
def test_points_of_so_many_fairs(many: int, wanted: tuple[int, ...]) -> None:
    assert points("4.4", *fairs(many)) == wanted
    assert fact_of("fairs", "4.4", *fairs(many)) == (many, many, many)
    assert codes("4.4", *fairs(many)) == set()


def test_two_photos_of_one_fair_are_one_fair() -> None:
    one = photo("a.jpg", "山东大学（威海）2024届毕业生春季校园双选会", taken="2024-03-15")
    other = photo("b.jpg", "春季校园双选会现场", taken="2024-03-15")
    assert fact_of("fairs", "4.4", one, other) == (1, 1, 1)
    assert codes("4.4", one, other) == set()


def test_one_date_with_two_names_is_one_fair_in_proposed_and_two_in_high() -> None:
    one = photo("a.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15")
    other = photo("b.jpg", "山东大学（威海）海洋类企业专场招聘会", taken="2024-03-15")
    assert fact_of("fairs", "4.4", one, other) == (1, 1, 2)
    assert flags("4.4", one, other) == {("judgement-required", "b.jpg")}


def test_a_bare_sign_of_the_same_day_is_the_same_fair() -> None:
    one = photo("a.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15")
    other = photo("b.jpg", "招聘会现场", taken="2024-03-15")
    assert fact_of("fairs", "4.4", one, other) == (1, 1, 1)


def test_a_bare_name_of_another_kind_is_another_name() -> None:
    one = photo("a.jpg", "2024届毕业生供需见面会", taken="2024-03-15")
    other = photo("b.jpg", "海洋类企业专场招聘会", taken="2024-03-15")
    alike = photo("b.jpg", "海洋类企业供需见面会", taken="2024-03-15")
    assert fact_of("fairs", "4.4", one, other) == (1, 1, 2)
    assert codes("4.4", one, other) >= {"judgement-required"}
    assert fact_of("fairs", "4.4", one, alike) == (1, 1, 1)


@pytest.mark.parametrize(("later", "many"), [("2024-03-16", 1), ("2024-03-17", 2), ("2024-10-15", 2)])
def test_one_name_on_days_that_follow_each_other_is_one_fair(later: str, many: int) -> None:
    one = photo("a.jpg", "山东大学（威海）校园双选会", taken="2024-03-15")
    other = photo("b.jpg", "山东大学（威海）校园双选会", taken=later)
    assert fact_of("fairs", "4.4", one, other) == (many, many, many)


def test_a_fair_of_three_days_is_one_in_any_order_of_files() -> None:
    days = {"a.jpg": "2024-03-15", "b.jpg": "2024-03-17", "c.jpg": "2024-03-16"}
    seen = [photo(path, "山东大学（威海）校园双选会", taken=day) for path, day in days.items()]
    assert fact_of("fairs", "4.4", *seen) == fact_of("fairs", "4.4", *reversed(seen)) == (1, 1, 1)


def test_different_names_on_days_that_follow_each_other_are_two() -> None:
    one = photo("a.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15")
    other = photo("b.jpg", "山东大学（威海）海洋类企业专场招聘会", taken="2024-03-16")
    assert fact_of("fairs", "4.4", one, other) == (2, 2, 2)


def test_the_banner_tells_the_day_as_the_camera_does() -> None:
    one = photo("a.jpg", "山东大学（威海）校园双选会", "2024年3月15日")
    other = photo("b.jpg", "山东大学（威海）校园双选会", taken="2024-03-15")
    assert fact_of("fairs", "4.4", one, other) == (1, 1, 1)


def test_undated_fairs_count_in_high() -> None:
    seen = (*fairs(2), photo("x.jpg", "山东大学（威海）冬季招聘会"))
    assert fact_of("fairs", "4.4", *seen) == (2, 2, 3)
    assert flags("4.4", *seen) == {("date-missing", "x.jpg")}


def test_an_undated_photo_of_a_known_fair_asks_nothing() -> None:
    seen = (*fairs(1), photo("x.jpg", f"山东大学（威海）{NAMES[0]}"))
    assert fact_of("fairs", "4.4", *seen) == (1, 1, 1)
    assert codes("4.4", *seen) == set()


def test_fairs_outside_the_period_do_not_count() -> None:
    seen = (*fairs(1), photo("x.jpg", "山东大学（威海）冬季招聘会", taken="2023-12-15"))
    assert fact_of("fairs", "4.4", *seen) == (1, 1, 1)
    assert flags("4.4", *seen) == {("date-outside-period", "x.jpg")}


def test_the_year_of_the_class_does_not_matter() -> None:
    seen = photo("a.jpg", "山东大学（威海）2025届毕业生秋季双选会", taken="2024-10-18")
    assert points("4.4", seen) == (5, 5, 5)


def test_talks_count_in_high() -> None:
    seen = (*fairs(1), photo("x.jpg", "威海金泽公司校园宣讲会", taken="2024-04-10"))
    assert fact_of("fairs", "4.4", *seen) == (1, 1, 2)
    assert flags("4.4", *seen) == {("judgement-required", "x.jpg")}


def test_the_same_picture_again_is_the_same_fair() -> None:
    one = photo("a.jpg", "山东大学（威海）春季校园双选会", taken="2024-03-15", phash=7)
    other = photo("b.jpg", "山东大学（威海）春季校园双选会", phash=5)
    assert fact_of("fairs", "4.4", one, other) == (1, 1, 1)
    assert flags("4.4", one, other) == {("near-duplicate", "b.jpg")}


def test_a_fair_of_another_school_counts_nowhere() -> None:
    seen = (*fairs(1), photo("x.jpg", "威海职业学院冬季招聘会", taken="2024-12-10"))
    assert fact_of("fairs", "4.4", *seen) == (1, 1, 1)
    assert codes("4.4", *seen) == {"school-mismatch"}


@pytest.mark.parametrize("line", ["社团招新百团大战", "招生咨询会", "教师招聘会"])
def test_other_gatherings_are_no_fairs(line: str) -> None:
    assert counted("4.4", bundle(photo("a.jpg", line, taken="2024-03-15"))).evidence == ()


def test_with_an_unknown_year_the_cell_is_open() -> None:
    assert points("4.4", *fairs(6), year=None) == (0, 0, 8)
    assert codes("4.4", photo("a.jpg", "校园招聘会"), year=None) == set()


def test_captions_name_fairs_in_a_document() -> None:
    seen = [
        photo(f"d.docx/{at}.jpg", caption=f"图{at} {day}举办{name}", parent="d.docx")
        for at, (day, name) in enumerate([("2024年3月15日", "春季校园双选会"), ("2024年10月18日", "秋季校园双选会")])
    ]
    assert fact_of("fairs", "4.4", *seen) == (2, 2, 2)


# --- other papers -----------------------------------------------------------------------------------


def ledger(*rows: str) -> Observed:
    head = "序号|日期|活动名称|地点|参加人数"
    return word("台账.docx", "2024年工作台账", tables=(grid(head, *rows, "9|2024年9月1日|工作例会|会议室|5"),))


def test_fairs_that_only_a_ledger_names_count_in_high() -> None:
    other = ledger(
        "1|2024年3月15日|举办春季校园双选会|体育馆|900", "2|2024年12月5日|举办冬季校园招聘会|体育馆|300",
        "3|2024年12月20日|举办校园专场招聘会|报告厅|100",
    )  # fmt: skip
    assert fact_of("fairs", "4.4", *fairs(4), other) == (4, 4, 6)
    assert points("4.4", *fairs(4), other) == (5, 5, 8)
    assert codes("4.4", *fairs(4), other) == {"content-unconfirmed"}


def test_a_ledger_dates_the_photo_of_its_fair() -> None:
    other = ledger("1|2024年3月15日|举办春季校园双选会|体育馆|900", "2|2024年3月29日|航运物流专场招聘会|体育馆|200")
    assert fact_of("fairs", "4.4", photo("a.jpg", "春季校园双选会"), other) == (1, 1, 2)


def test_fairs_that_were_only_attended_are_no_campus_fairs() -> None:
    other = ledger("1|2024年3月9日|组织学生参加威海市春季招聘会|会展中心|60")
    assert counted("4.4", bundle(other)).evidence == ()


def test_a_notice_and_a_post_of_a_campus_fair_count_in_high() -> None:
    notice = word("通知.docx", "关于举办2024届毕业生春季校园双选会的通知\n定于2024年3月15日在体育馆举办春季校园双选会")
    assert points("4.4", notice) == (0, 0, 5)
    assert codes("4.4", notice) == {"content-unconfirmed"}


def test_a_plan_of_fairs_is_no_evidence() -> None:
    plan = word("计划.docx", "2024年工作计划\n3月15日举办春季校园双选会\n10月18日举办秋季校园双选会")
    assert counted("4.4", bundle(plan)).evidence == ()


# --- fairs of public agencies -----------------------------------------------------------------------

NOTICE = """关于组织毕业生参加威海市{year}年春季公共就业服务招聘会的通知
各学院：
威海市公共就业和人才服务中心定于{year}年3月9日在国际展览中心举办{year}年春季高校毕业生公共就业服务招聘会，请组织毕业生参加。
山东大学（威海）就业指导中心
{year}年3月4日"""


def test_a_notice_of_a_public_fair_is_enough() -> None:
    assert points("4.5", word("通知.docx", NOTICE.format(year=2024))) == (8, 8, 8)
    assert counted("4.4", bundle(word("通知.docx", NOTICE.format(year=2024)))).evidence == ()


@pytest.mark.parametrize("verb", ["促进", "推进"])
def test_a_bureau_s_fair_for_graduates_of_schools_comes_to_none(verb: str) -> None:
    text = f"各高校：\n为{verb}高校毕业生就业，我局定于2024年10月26日在威海市人力资源市场举办秋季招聘会。"
    notice = word("通知.docx", f"关于举办秋季招聘会的通知\n{text}\n威海市人力资源和社会保障局\n2024年10月14日")
    assert counted("4.4", bundle(notice)).evidence == ()


def test_a_public_fair_of_another_year_does_not_count() -> None:
    seen = word("通知.docx", NOTICE.format(year=2023))
    assert points("4.5", seen) == (0, 0, 0)
    assert flags("4.5", seen) == {("date-outside-period", "通知.docx")}


@pytest.mark.parametrize(
    "text",
    [
        "关于参加全市高校毕业生专场招聘会的通知\n由威海市人力资源和社会保障局主办，定于2024年5月11日举办高校毕业生专场招聘会",
        "关于组织参加“百日千万”网络招聘专项行动的通知\n活动时间：2024年6月1日至8月31日\n百日千万网络招聘专项行动由人社局组织",
        "关于组织观看直播带岗活动的通知\n2024年4月18日，荣成市人社局举办直播带岗活动",
        "通知\n2024年10月12日环翠区人才服务中心举办秋季招聘会，请各班转告毕业生",
    ],
)
def test_public_agencies_and_their_campaigns_go_by_many_names(text: str) -> None:
    assert points("4.5", word("通知.docx", text)) == (8, 8, 8)


def test_a_notice_of_the_agency_to_several_schools_is_no_other_schools() -> None:
    lines = ("威海职业学院、山东外事职业大学等驻威高校：", "威海市人社局定于2024年3月9日举办春季招聘会")
    assert points("4.5", word("通知.docx", "\n".join(("关于举办春季公共招聘会的通知", *lines)))) == (8, 8, 8)


@pytest.mark.parametrize(
    "text",
    [
        "关于参加智联招聘春季招聘会的通知\n2024年3月9日智联招聘举办春季招聘会",
        "关于举办春季校园双选会的通知\n学校定于2024年3月15日举办春季校园双选会",
        "关于举办教师招聘会的通知\n2024年3月9日人社局举办教师招聘会",
    ],
)
def test_fairs_of_others_do_not_count(text: str) -> None:
    assert points("4.5", word("通知.docx", text)) == (0, 0, 0)


def test_a_photo_of_a_public_fair_serves_this_cell_and_no_other() -> None:
    seen = photo("a.jpg", "威海市人力资源和社会保障局", "2024年春季公共就业服务招聘会", taken="2024-03-09")
    assert points("4.5", seen) == (8, 8, 8)
    assert counted("4.4", bundle(seen)).evidence == ()


def test_a_campus_fair_that_the_bureau_supports_is_a_campus_fair() -> None:
    seen = photo("a.jpg", "山东大学（威海）春季校园双选会", "主办：威海市人力资源和社会保障局", taken="2024-03-09")
    assert points("4.4", seen) == (5, 5, 5)
    assert counted("4.5", bundle(seen)).evidence == ()


def _named(seen: Observed, title: str) -> Observed:
    """A screen with the event that its title names."""
    event = photo("x.jpg", title).events[0]
    return Observed(seen.document, (*seen.facts, Fact(EVENT, event.value, title, seen.posts[0].place)))


@pytest.mark.parametrize(("day", "wanted"), [("2024-03-06", (8, 8, 8)), ("", (0, 0, 8))])
def test_a_screenshot_of_a_public_fair_is_enough(day: str, wanted: tuple[int, ...]) -> None:
    title = "威海市人社局春季公共就业招聘会"
    seen = _named(screen("a.jpg", post(title, day)), title)
    assert points("4.5", seen, hints={"a.jpg": ("4.5",)}) == wanted


@pytest.mark.parametrize(
    ("account", "view", "wanted"),
    [
        ("威海招聘快讯", "list", (0, 0, 8)),
        ("威海人社", "list", (8, 8, 8)),
        ("山东大学（威海）就业", "list", (8, 8, 8)),
        ("威海招聘快讯", "article", (8, 8, 8)),
    ],
)
def test_a_title_in_a_list_of_a_stranger_s_account_alone_is_no_fair_for_sure(
    account: str, view: str, wanted: tuple[int, ...]
) -> None:
    title = "2024年威海市民营企业招聘月来了"
    seen = _named(screen("a.jpg", post(title, "2024-05-06", account=account, view=view)), title)
    assert points("4.5", seen, hints={"a.jpg": ("4.5",)}) == wanted
    if not wanted[0]:
        assert codes("4.5", seen, hints={"a.jpg": ("4.5",)}) == {"judgement-required"}
        assert counted("4.5", bundle(seen, hints={"a.jpg": ("3.1",)})).evidence == ()


@pytest.mark.parametrize(("day", "wanted"), [("2024年3月6日", (8, 8, 8)), ("收到", (0, 0, 8))])
def test_a_chat_that_calls_students_to_a_public_fair_is_a_screenshot(day: str, wanted: tuple[int, ...]) -> None:
    lines = ("2024届毕业生群(126)", day, "@所有人 请同学们参加威海市人社局举办的春季公共招聘会", "按住说话")
    picture = photo("a.jpg", *lines)
    chat = Fact(SCREEN, "chat", "群", picture.document.pages[0].place)
    kept = tuple(fact for fact in picture.facts if fact.kind not in (EVENT, POST, SCREEN))
    assert points("4.5", Observed(picture.document, (*kept, chat))) == wanted


def test_the_bare_name_of_the_parent_counts_in_high() -> None:
    seen = photo("a.jpg", "山东大学春季校园双选会", taken="2024-03-15")
    assert points("4.4", seen) == (0, 0, 5)
    assert codes("4.4", seen) == {"judgement-required"}


def test_another_schools_post_raises_no_question_here() -> None:
    title = "威海市人社局春季公共就业招聘会"
    seen = _named(screen("a.jpg", post(title, account="威海职业学院就业")), title)
    assert counted("4.5", bundle(seen)).evidence == ()


def test_a_public_fair_without_a_date_counts_in_high() -> None:
    seen = word("通知.docx", "关于组织参加公共就业服务招聘会的通知\n威海市公共就业和人才服务中心举办公共就业服务招聘会")
    assert points("4.5", seen) == (0, 0, 8)
    assert codes("4.5", seen) == {"date-missing"}


@pytest.mark.parametrize("title", ["2024年工作计划", "2024年工作总结", "2024年工作台账"])
def test_plans_summaries_and_ledgers_are_no_notices(title: str) -> None:
    seen = word("a.docx", f"{title}\n2024年3月9日组织参加威海市人社局春季公共招聘会")
    assert counted("4.5", bundle(seen)).evidence == ()


def test_a_notice_as_pdf_counts_like_any_other() -> None:
    assert points("4.5", design("通知.pdf", NOTICE.format(year=2024))) == (8, 8, 8)
