from dataclasses import replace

import pytest

from tests.counting.scenes import Laid, picture
from tests.counting.station_papers import codes, counted, points, seen
from tests.facts.papers import grid, paper, scattered
from tests.facts.test_picture_kinds import even
from verifier.model import Document, Place

HEAD = "序号|日期|活动名称|地点"


def ledger(*rows: str, title: str = "指导站工作台账", foot: str = "") -> Document:
    return paper(f"{title}\n{foot}".strip(), tables=(grid(HEAD, *rows, title=title),))


def test_one_row_in_the_period_is_enough() -> None:
    assert points("1.8", seen(ledger("1|2023.12.30|讲座|报告厅", "2|2024.1.3|咨询|主楼"))) == (15, 15, 15)


def test_a_date_outside_the_rows_does_not_date_them() -> None:
    papers = seen(ledger("1|2023.3.5|讲座|报告厅", "2|2023.5.6|咨询|主楼", foot="制表日期：2024年1月3日"))
    assert points("1.8", papers) == (0, 0, 0)
    assert codes(counted("1.8", papers)) == {"date-outside-period"}


def test_rows_with_numbers_alone_are_none() -> None:
    papers = seen(ledger("1|||", "2|||", title="2024年指导站工作台账"))
    assert points("1.8", papers) == (0, 0, 0)
    assert codes(counted("1.8", papers)) == {"partial-evidence"}


def test_a_date_without_a_year_takes_that_of_the_title() -> None:
    assert points("1.8", seen(ledger("1|3月5日|讲座|报告厅", title="2024年指导站工作台账"))) == (15, 15, 15)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（2024年度）", (15, 15, 15)),
        ("2024年", (15, 15, 15)),
        ("2023年度", (0, 0, 0)),
        ("编制时间：2025年1月", (0, 0, 15)),
        ("本台账自2024年起由专人保管，每年装订一次", (0, 0, 15)),
    ],
)
def test_a_date_without_a_year_takes_that_which_a_line_of_the_cover_is(line: str, expected: tuple[int, ...]) -> None:
    papers = seen(ledger("3月12日|双选会|体育馆", foot=f"某校\n{line}"))
    assert points("1.8", papers) == expected


def test_undated_rows_leave_it_open() -> None:
    papers = seen(ledger("1||讲座|报告厅", "2||咨询|主楼"))
    assert points("1.8", papers) == (0, 0, 15)
    assert codes(counted("1.8", papers)) == {"date-missing"}


def test_the_account_of_other_things_is_none() -> None:
    assert not counted("1.8", seen(ledger("1|2024.3.5|打印机|主楼", title="固定资产台账"))).evidence


@pytest.mark.parametrize(
    ("head", "row", "title"),
    [
        ("月|日|工作内容|经办人", "4|9|企业走访|郝明远", "2024年度就业服务站工作记录表"),
        ("年|月|日|事项|地点", "2024|11|3|简历门诊|启明楼", "来访登记簿"),
        ("月份|日|事项|备注", "六月|12日|政策进班级|", "指导站活动登记表（2024年）"),
    ],
)
def test_month_and_day_in_columns_of_their_own_are_a_date(head: str, row: str, title: str) -> None:
    papers = seen(paper(title, tables=(grid(head, row, title=title),)))
    assert points("1.8", papers) == (15, 15, 15)


@pytest.mark.parametrize("cover", ["哈尔滨工业大学（威海）\n基础台账", "大学生就业创业服务指导站", "档案盒 3\n目录"])
def test_a_cover_before_the_table_takes_no_dates_from_it(cover: str) -> None:
    table = grid(HEAD, "1|2024年3月7日|双选会|体育馆", "2|2024年9月19日|讲座|礼堂", title="就业服务台账")
    papers = seen(paper((cover, "就业服务台账"), tables=(table,), kind="pdf"))
    assert points("1.8", papers) == (15, 15, 15)


def test_a_row_without_a_year_does_not_take_it_from_another_row() -> None:
    table = grid(HEAD, "1|2024年3月7日|双选会|体育馆", "2|5月6日|讲座|礼堂", title="2023年工作台账")
    told = counted("1.8", seen(paper(("封面", "正文"), tables=(table,), kind="pdf")))
    assert told.evidence[0].why.startswith("“2023年工作台账”中有1个日期")


@pytest.mark.parametrize("number", ["", "1、", "1 "])
def test_records_in_lines_of_a_text(number: str) -> None:
    days = ("2024年3月12日", "2024年4月17日", "2024年5月9日")
    lines = "\n".join(f"{number}{day} 政策宣讲 180" for day in days)
    assert points("1.8", seen(paper(f"指导站工作记录\n日期 事项 人数\n{lines}", kind="text"))) == (15, 15, 15)


def test_a_text_that_tells_of_days_is_no_ledger() -> None:
    told = "2024年3月12日，召开会议。\n2024年4月17日，走访企业。\n2024年5月9日，举办宣讲。"
    assert not counted("1.8", seen(paper(f"会议记录\n{told}", kind="text"))).evidence


@pytest.mark.parametrize(
    ("title", "head", "row", "expected"),
    [
        ("2024届毕业证书发放登记册", "序号|学号|姓名|学历|专业|领取人签字", "1|202101|张三|专科|会计|张三", (0, 0, 0)),
        ("2024年寒假留校学生登记表", "姓名|学号|年级|专业|假期住址", "张三|202101|2022级|会计|5号楼", (0, 0, 0)),
        ("就业创业活动场地一览表", "名称|地点|座席数|设备", "培训教室|主楼203|80|投影", (0, 0, 0)),
        # what was done, though its days are missing
        ("指导站咨询登记表", "姓名|学号|咨询内容|接待人", "张三|202101|三方协议|李四", (0, 0, 15)),
        ("指导站来访登记表", "日期|姓名|学号|事由", "2024-03-05|张三|202101|三方协议", (15, 15, 15)),
    ],
)
def test_a_list_of_people_or_rooms_without_days_is_no_ledger(
    title: str, head: str, row: str, expected: tuple[int, int, int]
) -> None:
    assert points("1.8", seen(paper(title, tables=(grid(head, row, title=title),)))) == expected


@pytest.mark.parametrize("kind", ["image", "pdf"])
@pytest.mark.parametrize("header", ["日期", "来访时间", "登记日期"])
@pytest.mark.parametrize("first", ["3.12", "3/12", "3-12"])
def test_short_days_of_a_pictures_rows_take_the_year_of_the_title(kind: str, header: str, first: str) -> None:
    title = "指导站来访登记表（{}年）"
    head = ((header, 60, 100), ("来访人", 300, 100), ("事由", 500, 100))
    rows = ((first, 60, 140), ("宋志远", 300, 140), ("三方协议补办", 500, 140), ("4.2", 60, 180), ("丛颖", 300, 180))
    for year, expected in ((2024, (15, 15, 15)), (2023, (0, 0, 0))):
        one = seen(scattered((title.format(year), 200, 20), *head, *rows, kind=kind))
        assert points("1.8", one) == expected


def test_a_pictures_columns_of_month_and_day_take_the_year_of_the_title() -> None:
    cells = [("2024年工作台账", 300, 40), ("月", 60, 100), ("日", 160, 100), ("工作内容", 300, 100)]
    for at, (month, day) in enumerate((("3", "12"), ("4", "17"), ("11", "14"))):
        cells += [(month, 60, 140 + 40 * at), (day, 160, 140 + 40 * at), ("留威就业宣讲", 300, 140 + 40 * at)]
    assert points("1.8", seen(scattered(*cells))) == (15, 15, 15)


@pytest.mark.parametrize(
    "row",
    [
        "示例|202X年X月X日|XX招聘会|XX",
        "例|2024年3月5日|讲座|报告厅",
        "（填写示例）|2024.3.5|讲座|礼堂",
        "1|202X年X月X日|XX活动|XX",
        "样例：|3月5日|咨询|主楼",
    ],
)
def test_a_row_that_shows_how_to_fill_a_ledger_in_is_no_record(row: str) -> None:
    papers = seen(ledger(row, title="2024年指导站工作台账"))
    assert points("1.8", papers) == (0, 0, 0)
    assert points("1.8", seen(ledger(row, "2|2024年3月5日|讲座|报告厅"))) == (15, 15, 15)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("日|内容|人员|材料", "3月|||", "5日|走访企业|戚文静|照片", "4月|||", "6日|双选会|苗雨桐|照片"), (15, 15, 15)),
        (
            ("日期|内容|人员|材料", "三月份|||", "5|走访企业|戚文静|照片", "四月份|||", "6|双选会|苗雨桐|照片"),
            (15, 15, 15),
        ),
        (("日|内容|人员|材料", "【3月】|【3月】|【3月】|【3月】", "5日|走访企业|戚文静|照片"), (15, 15, 15)),
        (("日|内容|人员|材料", "2023年3月|||", "5日|走访企业|戚文静|照片"), (0, 0, 0)),
        (("日|内容|人员|材料", "3月|||", "32日|走访企业|戚文静|照片"), (0, 0, 15)),
        (("日|内容|人员|材料", "5日|走访企业|戚文静|照片", "6日|双选会|苗雨桐|照片"), (0, 0, 15)),
    ],
)
def test_days_under_a_row_for_their_month(rows: tuple[str, ...], expected: tuple[int, int, int]) -> None:
    title = "2024年上半年指导站基础台账"
    assert points("1.8", seen(paper(title, tables=(grid(*rows, title=title),)))) == expected


BAR = [("9:02", 70, 50, 40), ("5G 81", 980, 50, 36)]
NOTE = [
    *BAR,
    ("发放政策手册记录", 60, 300, 70),
    *((f"3月{day}日 领取手册", 60, 340 + 100 * day, 50) for day in range(1, 6)),
]
BACKEND = [
    ("发表记录", 225, 65, 26),
    *((f"2024年{month}月8日 10:30 已发表", 225, 60 + 100 * month, 18) for month in range(1, 6)),
    *((f"威海人才政策解读之{month}", 340, 90 + 100 * month, 20) for month in range(1, 6)),
]


@pytest.mark.parametrize(("lines", "size"), [(NOTE, (1170, 2532)), (BACKEND, (1280, 720))])
def test_a_screen_of_a_note_or_an_account_is_no_ledger(lines: list[Laid], size: tuple[int, int]) -> None:
    shown = picture("a.png", [*lines, ("2024年5月16日 21:08", 350, 220, 40)], size, sketch=even(255))
    assert "ledger" in shown.types
    assert points("1.8", replace(seen(), observed=(shown,))) == (0, 0, 0)


def test_a_screen_that_shows_the_table_of_a_ledger_is_one() -> None:
    lines = [*BAR, ("指导站工作台账", 60, 300, 70), ("1 2024.3.5 讲座 报告厅", 60, 400, 40)]
    shown = picture("a.png", lines, (1170, 2532), sketch=even(255))
    table = replace(grid(HEAD, "1|2024.3.5|讲座|报告厅", title="指导站工作台账"), place=Place("a.png", 1))
    assert shown.screens
    assert points("1.8", seen(replace(shown.document, tables=(table,)))) == (15, 15, 15)


def test_what_may_be_a_note_cut_out_of_a_screen_is_no_ledger_for_sure() -> None:
    rows = [(f"2024年{at}月5日起在就业中心领取政策手册并逐人登记签字留", 40, 40 + 60 * at, 40) for at in range(1, 6)]
    shown = picture("a.png", [("发放政策手册记录", 40, 20, 40), *rows], (1080, 700), sketch=even(255))
    assert [fact.value for fact in shown.pictures] == ["perhaps-screenshot"]
    assert points("1.8", replace(seen(), observed=(shown,))) == (0, 0, 15)
    assert codes(counted("1.8", replace(seen(), observed=(shown,)))) == {"judgement-required"}
