from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facts.papers import grid, is_a, paper, scattered, sheet, words
from verifier.facts.dates import extract, find_dates
from verifier.model import DateSpan, Observed

WORDS = words()
MAY_20 = date(2024, 5, 20)

_HAN = "〇一二三四五六七八九"


def _han_small(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十") + ("" if tens and not ones else _HAN[ones])


FORMS = {
    "signs": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "padded signs": lambda d: f"{d.year}年{d.month:02}月{d.day:02}日",
    "spaces": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "points": lambda d: f"{d.year}.{d.month}.{d.day}",
    "points and spaces": lambda d: f"{d.year}. {d.month}. {d.day}",
    "hyphens": lambda d: f"{d:%Y-%m-%d}",
    "strokes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "compact": lambda d: f"{d:%Y%m%d}",
    "camera": lambda d: f"{d:%Y:%m:%d} 14:30:05",
    "screen": lambda d: f"{d:%Y-%m-%d} 17:30",
    "glued time": lambda d: f"{d:%Y/%m/%d}14:30:05",
    "numerals": lambda d: f"{''.join(_HAN[int(c)] for c in str(d.year))}年{_han_small(d.month)}月{_han_small(d.day)}日",
    "circles": lambda d: (
        f"{''.join(_HAN[int(c)] for c in str(d.year)).replace('〇', '○')}年{_han_small(d.month)}月{_han_small(d.day)}日"
    ),
    "full width": lambda d: f"{d.year}年{d.month}月{d.day}日".translate({48 + n: 0xFF10 + n for n in range(10)}),
    "letters for digits": lambda d: f"{d.year}年{d.month}月{d.day}日".replace("0", "O"),
    "hyphens of Word": lambda d: f"{d:%Y\u2011%m\u2011%d}",
    "minus": lambda d: f"{d.year}−{d.month}−{d.day}",
    "曰": lambda d: f"{d.year}年{d.month}月{d.day}曰",
}
DAYS = st.dates(date(2000, 1, 1), date(2039, 12, 31))


def span(text: str) -> tuple[str, str]:
    (found,) = find_dates(text)
    return str(found.span.start), str(found.span.end)


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_a_day_is_found_in_every_form(form: str, day: date) -> None:
    (found,) = find_dates(f"活动于{FORMS[form](day)}。")
    assert (found.span.start, found.span.end, found.span.precision) == (day, day, "day")


@given(day=DAYS, days=st.integers(1, 300), form=st.sampled_from(sorted(FORMS)), join=st.sampled_from("至到—~～-"))
def test_a_range_is_one_span_in_every_form(day: date, days: int, form: str, join: str) -> None:
    end = date.fromordinal(day.toordinal() + days)
    (found,) = find_dates(f"{FORMS[form](day)}{join}{FORMS[form](end)}")
    assert (found.span.start, found.span.end) == (day, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024年3月1日-6月30日", "2024-03-01", "2024-06-30"),
        ("自 2024年3月1日起至2024年6月30日止", "2024-03-01", "2024-06-30"),
        ("2024 年 8 月 1 日开始至 2024 年 12 月 30 日截止", "2024-08-01", "2024-12-30"),
        ("2024年3月1日一2024年6月30日", "2024-03-01", "2024-06-30"),
        ("2024.3-2024.6", "2024-03-01", "2024-06-30"),
        ("2024.3-6", "2024-03-01", "2024-06-30"),
        ("2024.3.1-6.30", "2024-03-01", "2024-06-30"),
        ("2024.5.20-22", "2024-05-20", "2024-05-22"),
        ("2024年5月20-22日", "2024-05-20", "2024-05-22"),
        ("2024年5月20日-22日", "2024-05-20", "2024-05-22"),
        ("2023年12月20日至1月10日", "2023-12-20", "2024-01-10"),
        ("2024年1-3月", "2024-01-01", "2024-03-31"),
        ("2024年9月至2025年6月", "2024-09-01", "2025-06-30"),
        ("2024-03-01 08:00 至 2024-06-30 18:00", "2024-03-01", "2024-06-30"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("2024年度工作计划", "2024-01-01", "2024-12-31"),
        ("1.2024年工作", "2024-01-01", "2024-12-31"),
        ("2023-2024学年第一学期", "2023-09-01", "2024-01-31"),
        ("2023-2024学年度第二学期", "2024-02-01", "2024-08-31"),
        ("2023/2024学年（春季学期）", "2024-02-01", "2024-08-31"),
        ("2024年秋季学期", "2024-09-01", "2025-01-31"),
        ("2024春学期", "2024-02-01", "2024-08-31"),
        ("2024年上半年", "2024-01-01", "2024-06-30"),
        ("2024年度下半年", "2024-07-01", "2024-12-31"),
        ("2024上半年工作小结", "2024-01-01", "2024-06-30"),
        ("2024年第三季度", "2024-07-01", "2024-09-30"),
        ("24-11-05", "2024-11-05", "2024-11-05"),
        ("23/06/30", "2023-06-30", "2023-06-30"),
        ("2024 04 18", "2024-04-18", "2024-04-18"),
        ("2024 04 18 14:20", "2024-04-18", "2024-04-18"),
        ("2024 - 04 - 18 14 : 20", "2024-04-18", "2024-04-18"),
        ("'24 4 18", "2024-04-18", "2024-04-18"),
        ("2023—2024学年", "2023-09-01", "2024-08-31"),
        ("2023/24学年度", "2023-09-01", "2024-08-31"),
        ("2021-2025年", "2021-01-01", "2025-12-31"),
        ("24年5月20日", "2024-05-20", "2024-05-20"),
        ("2024-05-20|浏览次数", "2024-05-20", "2024-05-20"),
        ("IMG_20240520_143005", "2024-05-20", "2024-05-20"),
    ],
)
def test_ranges_months_years(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "学号20240708123",
        "学号：20240708",
        "身份证号371002200001011234",
        "13812345678",
        "0631-20240520",
        "鲁政发〔2020〕5号",
        "v2024.5.20",
        "2024.5.20.1",
        "192.168.1.1",
        "第3届",
        "2024年13月5日",
        "2024年2月30日",
        "2024-13-05",
        "2024-2030",
        "2024.50元",
        "面积2024.5㎡",
        "2024届毕业生",
        "年   月   日",
        "6个月",
        "50人",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize("text", ["5月20日", "[05-20]", "05-20 14:30", "5月20-22日", "五月二十日"])
def test_a_day_without_a_year_keeps_month_and_day(text: str) -> None:
    (found,) = find_dates(text)
    assert found.span == DateSpan(None, None, "day", 5, 20)


def test_days_in_a_row_take_the_year_of_the_first() -> None:
    assert [str(one.span.start) for one in find_dates("2024年3月1日、15日和4月2日")] == [
        "2024-03-01",
        "2024-03-15",
        "2024-04-02",
    ]


def role(document, known=()):
    (fact,) = extract(Observed(document, known), WORDS)
    return fact.role


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("发布时间：2024-05-20 10:00 来源：就业处", "published"),
        ("2024年5月20日 发表于 山东", "published"),
        ("拍摄时间：2024.05.20 14:30", "taken"),
        ("活动时间：2024年5月20日", "event"),
        ("出生日期：2002年5月20日", "printed"),
        ("兹定于2024年5月20日举办招聘会", "event"),
    ],
)
def test_words_about_a_date_give_its_role(line: str, expected: str) -> None:
    assert role(paper(f"第一行\n{line}\n甲\n乙\n丙\n丁")) == expected


def test_a_bare_date_at_the_end_is_the_day_of_issue() -> None:
    assert role(paper("证明\n兹证明张三在我单位实习。\n特此证明。\n某某有限公司\n2024年6月30日")) == "issued"
    assert role(paper("证明\n内容\n特此证明。\n某某有限公司 2024年6月30日")) == "issued"


def test_a_time_stamp_in_a_corner_of_a_photo_is_when_it_was_taken() -> None:
    assert role(scattered(("春季双选会", 400, 300), ("2024.05.20 14:30 星期一", 520, 930))) == "taken"


@pytest.mark.parametrize("stamp", ["2024-05-20 14:30:05", "2024年05月20日 星期一", "2024.05.20", "2024/05/20"])
def test_stamps_of_cameras_at_the_foot(stamp: str) -> None:
    assert role(scattered(("春季双选会", 400, 300), (stamp, 60, 940))) == "taken"


def test_a_date_on_a_banner_is_no_stamp() -> None:
    assert role(scattered(("春季双选会", 400, 60), ("2024年5月20日", 420, 110), ("签到处", 400, 700))) == ""


def test_the_same_stamp_under_a_title_on_a_screen_is_when_it_was_published() -> None:
    screen = scattered(("威海市人才补贴政策", 50, 60), ("2024-05-20 17:30", 50, 110), ("正文", 50, 200))
    assert role(screen, is_a("wechat-article")) == "published"


def test_a_cell_takes_label_and_role_from_its_column() -> None:
    table = sheet("序号|活动时间|活动名称", "1|2024.3.15|春季双选会", "2|5.20|宣讲", "3|45432|咨询")
    facts = extract(Observed(paper(tables=(table,), kind="sheet")), WORDS)
    assert [(str(fact.place), fact.role, fact.value.month, fact.value.day) for fact in facts] == [
        ("book.xlsx Sheet1!B2", "event", 3, 15),
        ("book.xlsx Sheet1!B3", "event", 5, 20),
        ("book.xlsx Sheet1!B4", "event", 5, 20),
    ]


def test_a_form_gives_the_label_to_the_left() -> None:
    (fact,) = extract(Observed(paper(tables=(grid("填表日期|2024年5月20日|填表人|张三"),))), WORDS)
    assert (fact.role, fact.label, fact.value.start) == ("issued", "填表日期", MAY_20)


def test_birthdays_and_school_numbers_of_a_roster_are_no_dates_of_evidence() -> None:
    table = sheet("姓名|学号|出生日期|培训时间", "张三|20240708|2002-01-02|2024-05-20")
    (fact,) = extract(Observed(paper(tables=(table,), kind="sheet")), WORDS)
    assert fact.value.start == MAY_20


def test_captions_of_pasted_pictures_date_them() -> None:
    (fact,) = extract(Observed(paper("", kind="image", context=("图1 2024年5月20日双选会现场",))), WORDS)
    assert (fact.role, fact.value.start) == ("event", MAY_20)


@pytest.mark.parametrize("cut", range(2, 10))
def test_a_date_that_a_line_breaks_is_one(cut: int) -> None:
    said = "2024年5月20日"
    text = f"学校大学生就业创业指导站定于{said[:cut]}\n{said[cut:]}举办春季双选会。\n欢迎参加"
    (fact,) = extract(Observed(paper(text, kind="pdf")), WORDS)
    assert fact.value.start == fact.value.end == MAY_20


def test_lines_with_dates_of_their_own_are_not_joined() -> None:
    facts = extract(Observed(paper("春季双选会的日期是2024年5月20日\n6月3日宣讲会", kind="pdf")), WORDS)
    assert [(fact.value.month, fact.value.day) for fact in facts] == [(5, 20), (6, 3)]


@pytest.mark.parametrize(
    "rows",
    [
        ("年|月|日|服务内容", "2024|5|20|职业指导", "||21|政策咨询", "2024|6|3|招聘信息"),
        ("序号|月份|日|服务内容", "1|5|20|职业指导", "2|5|21|政策咨询", "3|6|3|招聘信息"),
        ("2024年||服务内容", "月|日|", "5|20|职业指导", "|21|政策咨询", "6|3|招聘信息"),
    ],
)
def test_month_and_day_in_columns_of_their_own(rows: tuple[str, ...]) -> None:
    facts = extract(Observed(paper(tables=(sheet(*rows),), kind="sheet")), WORDS)
    days = [(fact.value.month, fact.value.day) for fact in facts if fact.value.precision == "day"]
    assert days == [(5, 20), (5, 21), (6, 3)]
    years = {fact.value.start.year for fact in facts if fact.value.start}
    assert years == (set() if "序号" in rows[0] else {2024})


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024年10月18日 农历九月十六", ["2024-10-18"]),
        ("2024.10.18 周五 九月十六 阴历", ["2024-10-18"]),
        ("10月3日 星期四 九月初一", [None]),
        ("2024/02/05 农历癸卯年腊月廿六", ["2024-02-05"]),
        ("二〇二四年十月十八日", ["2024-10-18"]),
        ("自二二四年四月八日至二○二四年七月十二日", ["2024-04-08"]),
    ],
)
def test_a_day_of_the_old_calendar_is_no_date(text: str, days: list[str | None]) -> None:
    found = [each.span for each in find_dates(text) if each.span.precision == "day"]
    assert [str(span.start) if span.start else None for span in found] == days


def test_a_month_written_in_characters_stays_one() -> None:
    assert [each.span.month for each in find_dates("三月初启动，九月底结束")] == [3, 9]


@pytest.mark.parametrize(
    ("label", "expected"),
    [("咨询时间", "event"), ("来访日期：", "event"), ("填表日期", "issued"), ("张三", ""), ("招聘时间安排说明", "")],
)
def test_of_a_form_that_was_scanned_the_field_left_of_a_day_says_what_it_is_of(label: str, expected: str) -> None:
    below = (("来访学生", 60, 260 + 50 * row) for row in range(9))
    day = "2024年10月16日14:00", 300, 202
    form = scattered(("就业咨询记录", 300, 60), (label, 60, 200), day, *below, kind="pdf")
    assert extract(Observed(form), WORDS)[0].role == expected
