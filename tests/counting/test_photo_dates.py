"""When a photo was taken: camera, watermark, caption, title, its own text, or a paper that names the event."""

from __future__ import annotations

import pytest

from tests.counting import scenes
from tests.counting.photo_papers import bundle, codes, flags, photo, points, post, screen, word
from tests.counting.station_papers import rules
from tests.facts.papers import grid
from verifier.counting.photos.dating import date_photo
from verifier.counting.photos.photo import photo_of
from verifier.model import Observed

SIGN = "大学生创新创业大赛决赛"


def dated(seen: Observed, *others: Observed) -> tuple[str, str]:
    """Source and first day of what dates the photo."""
    event = next(fact for fact in seen.events)
    best = date_photo(photo_of(seen), event, bundle(seen, *others), rules()).best
    return (best.source, str(best.span.start)) if best else ("", "")


def test_the_camera_alone_dates_a_photo() -> None:
    assert dated(photo("a.jpg", SIGN, taken="2024-05-20")) == ("camera", "2024-05-20")


@pytest.mark.parametrize(
    "mark",
    [
        "2024-05-20 15:42",
        "15:42 2024-05-20 星期一",
        "2024.05.20 15:42",
        "2024年5月20日 15:42",
        "拍摄时间：2024年5月20日",
        "2024/05/20 15:42:07",
    ],
)
def test_a_watermark_dates_a_photo(mark: str) -> None:
    assert dated(photo("a.jpg", SIGN, mark)) == ("watermark", "2024-05-20")


@pytest.mark.parametrize(
    "caption",
    [
        "图1 2024年5月20日创新创业大赛决赛现场",
        "创新创业大赛决赛（2024年5月20日）",
        "2024.5.20 创新创业大赛决赛",
        "2024年5月20日，学校举办创新创业大赛",
    ],
)
def test_a_caption_dates_a_photo(caption: str) -> None:
    assert dated(photo("d.docx/1.jpg", SIGN, caption=caption, parent="d.docx")) == ("caption", "2024-05-20")


def test_a_caption_without_a_year_takes_the_year_of_the_heading() -> None:
    seen = photo("d.docx/1.jpg", SIGN, caption="5月20日决赛现场", heading="2024年创新创业大赛情况", parent="d.docx")
    assert dated(seen) == ("caption", "2024-05-20")


def test_the_heading_over_a_photo_dates_it() -> None:
    seen = photo("d.docx/1.jpg", SIGN, heading="2024年5月20日创新创业大赛", parent="d.docx")
    assert dated(seen) == ("title", "2024-05-20")


def test_the_title_of_the_document_that_holds_a_photo_dates_it() -> None:
    holder = word("d.docx", "2024年5月创新创业大赛活动情况\n现场照片如下")
    seen = photo("d.docx/1.jpg", SIGN, parent="d.docx")
    assert dated(seen, holder) == ("title", "2024-05-01")


def test_the_text_around_a_photo_dates_it_where_it_gives_one_day() -> None:
    seen = photo("d.docx/1.jpg", "第三届大学生创业大赛", heading="创业大赛活动情况", parent="d.docx")
    holder = word("d.docx", "创业大赛活动情况\n2024年6月5日，学校举办大学生创业大赛。\n图1 大赛现场")
    assert dated(seen, holder) == ("paper", "2024-06-05")
    two = word("d.docx", "创业大赛活动情况\n2024年6月5日举办大学生创业大赛。\n2024年9月9日参加威海市创业大赛。")
    assert dated(seen, two) == ("", "")


@pytest.mark.parametrize(
    "lines",
    [
        (SIGN, "2024年5月20日"),
        (SIGN, "2024.5.20"),
        (SIGN, "时间：2024年5月20日"),
        (f"2024年5月20日{SIGN}",),
        (SIGN, "二〇二四年五月二十日"),
        ("2024年创新创业大赛决赛", "5月20日"),
    ],
)
def test_text_in_the_picture_dates_a_photo(lines: tuple[str, ...]) -> None:
    assert dated(photo("a.jpg", *lines))[1] == "2024-05-20"


@pytest.mark.parametrize("line", ["2024年创新创业大赛决赛", "2024创新创业大赛", "中国国际大学生创新大赛（2024）"])
def test_a_year_alone_lies_in_its_period(line: str) -> None:
    assert points("4.8", photo("a.jpg", line)) == (8, 8, 8)
    assert points("4.8", photo("a.jpg", line), year=2023) == (0, 0, 0)


def test_the_year_of_a_class_is_no_date() -> None:
    assert dated(photo("a.jpg", "2024届毕业生创业大赛")) == ("", "")


def test_a_day_without_a_year_is_no_date() -> None:
    assert points("4.8", photo("a.jpg", SIGN, "5月20日")) == (0, 0, 8)
    assert codes("4.8", photo("a.jpg", SIGN, "5月20日")) == {"date-missing"}


# --- other papers -----------------------------------------------------------------------------------


def ledger(row: str) -> Observed:
    rows = ("序号|日期|活动名称|地点|参加人数", row, "9|2024年9月1日|就业工作例会|会议室|5")
    return word("台账.docx", "工作台账", tables=(grid(*rows),))


@pytest.mark.parametrize(
    "other",
    [
        ledger("1|2024年5月20日|举办大学生创新创业大赛决赛|报告厅|120"),
        word("计划.docx", "2024年工作计划\n2024年5月20日举办大学生创新创业大赛决赛"),
        word("通知.docx", "关于举办大学生创新创业大赛决赛的通知\n定于2024年5月20日举办大学生创新创业大赛决赛"),
    ],
    ids=["ledger", "plan", "notice"],
)
def test_a_paper_that_names_the_same_event_dates_its_photo(other: Observed) -> None:
    assert dated(photo("a.jpg", SIGN), other) == ("paper", "2024-05-20")
    assert points("4.8", photo("a.jpg", SIGN), other) == (8, 8, 8)


def test_a_paper_of_another_event_dates_nothing() -> None:
    assert dated(photo("a.jpg", SIGN), ledger("1|2024年5月20日|举办春季校园双选会|体育馆|300")) == ("", "")


def test_papers_that_name_it_for_two_years_date_nothing() -> None:
    others = (
        ledger("1|2024年5月20日|大学生创新创业大赛决赛|报告厅|120"),
        word("通知.docx", "关于举办大学生创新创业大赛决赛的通知\n定于2023年5月20日举办大学生创新创业大赛决赛"),
    )
    assert dated(photo("a.jpg", SIGN), *others) == ("", "")


def test_a_post_dates_the_photo_of_its_event() -> None:
    seen = screen("p.jpg", post("大学生创新创业大赛决赛举行", "2024-05-21"))
    event = photo("x.jpg", SIGN).events[0]
    named = Observed(seen.document, (*seen.facts, event.__class__(event.kind, event.value, SIGN, seen.facts[1].place)))
    assert dated(photo("a.jpg", SIGN), named) == ("paper", "2024-05-21")


def test_what_stands_in_the_photo_outranks_other_papers() -> None:
    seen = photo("a.jpg", SIGN, taken="2024-06-20")
    assert dated(seen, ledger("1|2024年5月20日|大学生创新创业大赛决赛|报告厅|120")) == ("camera", "2024-06-20")
    assert codes("4.8", seen, ledger("1|2024年5月20日|大学生创新创业大赛决赛|报告厅|120")) == set()


# --- dates that disagree ----------------------------------------------------------------------------


@pytest.mark.parametrize(("banner", "conflict"), [("2024年5月27日", False), ("2024年5月28日", True)])
def test_more_than_seven_days_apart_is_a_conflict(banner: str, conflict: bool) -> None:
    seen = photo("a.jpg", SIGN, banner, taken="2024-05-20")
    assert flags("4.8", seen) == ({("date-conflict", "a.jpg")} if conflict else set())


def test_a_conflict_within_the_period_withholds_nothing() -> None:
    assert points("4.8", photo("a.jpg", SIGN, "2024年5月20日", taken="2024-03-20")) == (8, 8, 8)


@pytest.mark.parametrize(("banner", "camera"), [("2024年5月20日", "2023-05-20"), ("2023年5月20日", "2024-05-20")])
def test_a_conflict_with_one_date_outside_counts_in_high(banner: str, camera: str) -> None:
    seen = photo("a.jpg", SIGN, banner, taken=camera)
    assert points("4.8", seen) == (0, 0, 8)
    assert codes("4.8", seen) == {"date-conflict"}


def test_two_dates_outside_the_period_are_outside() -> None:
    seen = photo("a.jpg", SIGN, "2023年5月20日", taken="2023-09-20")
    assert points("4.8", seen) == (0, 0, 0)
    assert codes("4.8", seen) == {"date-outside-period"}


def test_a_caption_against_the_camera_is_a_conflict_on_posters_too() -> None:
    seen = photo(
        "d.docx/1.jpg",
        "威海市就业创业政策",
        "生活补贴",
        caption="2024年4月8日张贴海报",
        parent="d.docx",
        taken="2023-04-08",
    )
    assert points("3.3", seen) == (0, 0, 20)
    assert codes("3.3", seen) == {"date-conflict"}


def test_a_banner_of_several_days_agrees_with_each_of_them() -> None:
    assert codes("4.8", photo("a.jpg", SIGN, "2024年5月1日至5月30日", taken="2024-05-20")) == set()


def test_a_year_agrees_with_every_day_in_it() -> None:
    assert codes("4.8", photo("a.jpg", "2024年创新创业大赛", taken="2024-11-20")) == set()


def test_a_deadline_is_no_date_of_the_event() -> None:
    assert codes("4.8", photo("a.jpg", SIGN, "报名截止时间：2024年4月1日", taken="2024-05-20")) == set()


def test_an_unsure_date_does_not_count_in_low() -> None:
    seen = photo("a.jpg", SIGN, "2024年5月20日", confidence=0.7)
    assert points("4.8", seen) == (0, 8, 8)


def test_the_copy_of_a_photo_in_a_document_lends_it_its_caption() -> None:
    loose = photo("a.jpg", SIGN, data="same")
    pasted = photo("d.docx/1.jpg", SIGN, caption="2024年5月20日决赛现场", parent="d.docx", data="same")
    assert points("4.8", loose, pasted, twins={"d.docx/1.jpg": "a.jpg"}) == (8, 8, 8)


LEAFLET = ("威海市高校毕业生就业创业政策明白纸", "一、就业见习补贴", "二、创业担保贷款", "三、求职创业补贴")


@pytest.mark.parametrize(
    ("record", "day", "expected"),
    [
        ("就业创业政策明白纸发放登记表", "2024-05-15", (20, 20, 20)),
        ("2024年威海市高校毕业生就业创业政策明白纸领取登记表", "2024-05-15", (20, 20, 20)),
        ("就业创业政策明白纸发放登记表", "2023-05-15", (0, 0, 0)),
        # another leaflet, and one that any leaflet may be
        ("征兵政策宣传手册发放登记表", "2024-05-15", (0, 0, 20)),
        ("明白纸发放登记表", "2024-05-15", (0, 0, 20)),
    ],
)
def test_the_record_of_handing_a_leaflet_out_dates_its_photo(
    record: str, day: str, expected: tuple[int, int, int]
) -> None:
    rows = scenes.sheet("登记.xlsx", "日期|发放地点|份数|发放人", f"{day}|机电系|86|鞠世杰", title=record)
    assert scenes.judged(scenes.photo("明白纸.jpg", *LEAFLET), rows).points("3.4") == expected
