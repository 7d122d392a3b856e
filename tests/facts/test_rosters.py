from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from string import ascii_uppercase
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verifier.facts.rosters.cell_values import iso_day
from verifier.facts.rosters.extract import extract
from verifier.facts.rosters.sections import level_of
from verifier.language.header_words import HeaderWords
from verifier.model import (
    ROSTER,
    TABLE_LEFT_OUT,
    Document,
    Fact,
    Observed,
    Person,
    Place,
    Quantity,
    Roster,
    SourceFile,
    Table,
)
from verifier.rules import load_rule_set

WORDS = replace(load_rule_set("weihai-2020").words, schools=())
HEADERS = HeaderWords.of(WORDS)
ID_A, ID_B, ID_C = "11010519491231002X", "130503196704010016", "371082200201010016"


def sheet(*rows: Sequence[str], name: str = "Sheet1", **fields: Any) -> Table:
    return Table(tuple(map(tuple, rows)), Place("名单.xlsx", cell=f"{name}!A1"), name, **fields)


def paper(*rows: Sequence[str], page: int = 1, title: str = "") -> Table:
    return Table(tuple(map(tuple, rows)), Place("名单.pdf", page), title=title)


def found(*tables: Table) -> tuple[Fact[object], ...]:
    return extract(Observed(Document(SourceFile("名单.xlsx", "", 1, "sheet", "read"), tables=tables)), WORDS)


def rosters(*tables: Table) -> list[Roster]:
    return [fact.value for fact in ROSTER.among(found(*tables))]


def reasons(roster: Roster) -> list[str]:
    return [reason for _, reason in roster.left_out]


def one(*tables: Table) -> Roster:
    (roster,) = rosters(*tables)
    return roster


def names(roster: Roster) -> list[str]:
    return [row.person.name for row in roster.rows]


def fields(roster: Roster) -> list[str]:
    return [column.field for column in roster.columns]


def test_people_are_read_with_their_values_and_places() -> None:
    roster = one(
        sheet(
            ["2024届毕业生花名册", "", "", "", "", "", ""],
            ["序号", "姓名", "身份证号", "学号", "学历", "专业", "单位所在地代码"],
            ["1", "张 三", "'11010519491231002x", "００２０２０", "本科生毕业", "软件工程", "371082.0"],
        )
    )
    (row,) = roster.rows
    assert row.person == Person("张三", ID_A, "valid", "002020", "", "软件工程", "undergraduate")
    assert row.values["employer_place_code"] == "371082"
    assert row.values["level"] == "本科生毕业"
    assert (str(row.place), str(roster.place), row.problem) == ("名单.xlsx Sheet1!B3", "名单.xlsx Sheet1!A2", "")
    assert roster.title == "2024届毕业生花名册"


def test_row_numbers_of_the_sheet_are_cited() -> None:
    roster = one(sheet(["姓名", "学号", "专业"], ["张三", "1", "法学"], row_numbers=(4, 9)))
    assert str(roster.rows[0].place) == "名单.xlsx Sheet1!A9"


def test_title_is_made_of_paragraph_sheet_and_merged_rows() -> None:
    roster = one(sheet(["威海市某校", ""], ["姓名", "学号"], ["张三", "1"], name="在校生", title="附表"))
    assert roster.title == "附表 在校生 威海市某校"


@pytest.mark.parametrize("above", [0, 1, 2, 5, 9])
def test_header_is_found_on_any_of_the_first_ten_rows(above: int) -> None:
    lines = [[f"第{number}行说明", "", ""] for number in range(above)]
    assert names(one(sheet(*lines, ["姓名", "学号", "专业"], ["张三", "1", "法学"]))) == ["张三"]


def test_line_of_contacts_over_the_header_is_no_header() -> None:
    roster = one(
        sheet(
            ["填报单位：某学院", "", "联系人：王五", "联系电话：13812345678"],
            ["学校名称", "某校", "联系电话", "13812345678"],
            ["姓名", "学号", "专业", "班级"],
            ["张三", "1", "法学", "1班"],
        )
    )
    assert fields(roster) == ["name", "student_number", "major", "class_name"]


def test_header_in_two_rows_is_joined() -> None:
    roster = one(
        sheet(
            ["序号", "学生信息", "", "", "实习时间", "", "实习单位", ""],
            ["", "姓名", "学号", "身份证号", "起", "止", "名称", "地址"],
            ["1", "张三", "1", ID_A, "2024.3.1", "20240630", "海智厂", "威海市"],
        )
    )
    assert fields(roster) == [
        "serial",
        "name",
        "student_number",
        "resident_id",
        "period_from",
        "period_to",
        "employer",
        "employer_address",
    ]
    values = roster.rows[0].values
    assert (values["period_from"], values["period_to"], values["employer"]) == ("2024-03-01", "2024-06-30", "海智厂")


PARTS = ["employer_province", "employer_city", "employer_county"]


@pytest.mark.parametrize(
    "headers",
    [
        [["姓名", "学号", "单位名称", "单位所在省", "单位所在市", "单位所在县"]],
        [["姓名", "学号", "单位名称", "就业单位所在地（省）", "就业单位所在地（市）", "就业单位所在地（区县）"]],
        [["姓名", "学号", "单位名称", "单位所在地", "", ""], ["", "", "", "省", "市", "县（区）"]],
        [["姓名", "学号", "单位名称", "就业省份", "就业城市", "就业区县"]],
    ],
)
def test_the_place_of_an_employer_may_be_split_over_columns(headers: list[list[str]]) -> None:
    roster = one(sheet(*headers, ["张三", "1", "海智厂", "山东省", "威海市", "荣成市"]))
    assert [roster.rows[0].values.get(part) for part in PARTS] == ["山东省", "威海市", "荣成市"]


def test_second_row_of_unknown_parts_is_no_person() -> None:
    roster = one(
        sheet(
            ["姓名", "学号", "专业", "家庭成员", ""],
            ["", "", "", "父亲", "母亲"],
            ["张三", "1", "法学", "张大", "李大"],
        )
    )
    assert names(roster) == ["张三"]


def test_header_of_codes_over_the_chinese_one() -> None:
    roster = one(sheet(["XM", "XH", "ZYMC"], ["姓名", "学号", "专业名称"], ["张三", "1", "法学"]))
    assert names(roster) == ["张三"]
    assert reasons(roster) == ["表头", "重复的表头"]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("姓 名", "name"),
        ("姓名*", "name"),
        ("姓名（必填）", "name"),
        ("本科生姓名", "name"),
        ("身份证号码\n（18位）", "resident_id"),
        ("＊证件号码", "resident_id"),
        ("sfzh", "resident_id"),
        ("毕（结）业日期", "graduated_on"),
        ("职务（职称）", "position"),
        ("任职\n（专/兼）", "employment_kind"),
        ("专/兼职", "employment_kind"),
        ("就业单位 名称", "employer"),
        ("毕业去向类别名称", "destination"),
        ("提交答卷时间", "answered_on"),
        ("统一社会信用代码（18位）", "credit_code"),
        ("学员身份证号码", "resident_id"),
        ("手机号", "phone"),
        ("截止时间", "period_to"),
        ("学历", "level"),
        ("Email", "mail"),
        ("教育经历-专业", "major"),
        ("教育经历—毕业院校", "school"),
        ("基本信息.姓名", "name"),
        ("个人信息：身份证号", "resident_id"),
        ("生源省", "origin"),
        ("生源县（区）", "origin"),
        ("生源地-市", "origin"),
    ],
)
def test_headers_are_known_in_their_variants(header: str, field: str) -> None:
    answer = HEADERS.recognise(header)
    assert answer is not None and answer[0] == field


@pytest.mark.parametrize(
    "header",
    [
        "父亲姓名",
        "家长-姓名",
        "紧急联系人-姓名",
        "奖学金-名称",
        "辅导员姓名",
        "监护人身份证号码",
        "紧急联系人电话号码",
        "是否困难毕业生",
        "身高",
        "手机型号",
        "身份证有效期",
        "学历认证",
        "",
        "值1",
        "血型",
        "2024",
    ],
)
def test_headers_of_other_things_are_not_taken(header: str) -> None:
    assert HEADERS.recognise(header) is None


@pytest.mark.parametrize("field", sorted(WORDS.columns))
def test_every_header_word_gives_its_own_field(field: str) -> None:
    assert [HEADERS.exactly(word) for word in WORDS.columns[field]] == [field] * len(WORDS.columns[field])


def test_ids_are_known_by_their_values_under_any_header() -> None:
    roster = one(sheet(["姓名", "证照", "专业"], ["张三", ID_A, "法学"], ["李四", ID_B, "法学"]))
    assert [row.person.resident_id for row in roster.rows] == [ID_A, ID_B]


def test_destinations_given_as_codes_are_codes() -> None:
    roster = one(sheet(["姓名", "学号", "毕业去向"], ["张三", "1", "10"], ["李四", "2", "271"]))
    assert fields(roster)[-1] == "destination_code"


def test_unit_of_measure_is_no_employer() -> None:
    assert fields(one(sheet(["设备名称", "单位", "数量"], ["电脑", "台", "3"]))) == ["item", "unit", "quantity"]


@pytest.mark.parametrize("name", ["代码表", "填写说明", "数据字典", "Sheet2（填写示例）", "Hidden_1"])
def test_sheets_that_explain_are_skipped(name: str) -> None:
    assert rosters(sheet(["姓名", "学号", "专业"], ["张三", "1", "法学"], name=name)) == []


def test_hidden_rows_and_sheets_are_read() -> None:
    roster = one(
        sheet(["姓名", "学号", "专业"], ["张三", "1", "法学"], ["李四", "2", "法学"], hidden_rows=(2,), hidden=True)
    )
    assert names(roster) == ["张三", "李四"]


@pytest.mark.parametrize(
    "row",
    [
        ["合计", "", "", "2人"],
        ["", "小 计", "", ""],
        ["总计：", "3", "4", "5"],
        ["制表人：王五", "", "审核人：赵六", ""],
        ["填表说明：学号不得为空", "", "", ""],
        ["注：以上信息真实", "", "", ""],
        ["序号", "姓名", "学号", "专业"],
        ["编号", "学生姓名", "学生学号", "专业名称"],
        ["3", "", "", ""],
        ["单位（盖章）", "", "", ""],
        ["软件学院", "", "", ""],
    ],
)
def test_rows_that_are_no_people_are_left_out_with_a_reason(row: list[str]) -> None:
    roster = one(sheet(["序号", "姓名", "学号", "专业"], ["1", "张三", "1", "法学"], row, ["2", "李四", "2", "法学"]))
    assert names(roster) == ["张三", "李四"]
    _, (place, reason) = roster.left_out
    assert str(place).endswith("A3") and reason


def test_titles_and_header_are_accounted_for_and_blank_rows_are_nothing() -> None:
    blank = ["", " ", ""]
    roster = one(
        sheet(["名单", "", ""], blank, ["姓名", "学号", "专业"], ["张三", "1", "法学"], blank, ["李四", "2", "法学"])
    )
    assert [(str(place), reason) for place, reason in roster.left_out] == [
        ("名单.xlsx Sheet1!A1", "标题"),
        ("名单.xlsx Sheet1!A3", "表头"),
    ]


@pytest.mark.parametrize(
    ("table", "reason", "rows"),
    [
        (sheet(["代码", "名称"], ["10", "签就业协议"], name="代码表"), "代码表或填写说明", 2),
        (sheet(["序号", "评估指标", "评分标准"], ["", "", ""], ["1", "办公场所", "10分"]), "没有认出表头", 2),
        (sheet(["某校名单", "", ""], ["姓名", "学号", "专业"], ["合计", "", ""]), "只有表头，没有内容", 3),
    ],
)
def test_tables_without_a_roster_are_told_with_their_rows(table: Table, reason: str, rows: int) -> None:
    (fact,) = found(table)
    assert (fact.kind.name, fact.label, fact.value) == ("table-left-out", reason, Quantity(Fraction(rows), "行"))


def test_a_blank_table_is_nothing() -> None:
    assert found(sheet(["", ""], [" "])) == ()


def test_unusable_people_are_kept_with_the_problem() -> None:
    roster = one(
        sheet(
            ["姓名", "身份证号", "学号", "专业"],
            ["", ID_A, "1", "法学"],
            ["李四", "", "", "法学"],
            ["王五", "3.71082E+17", "", "法学"],
            ["赵六", "3.71082E+17", "6", "法学"],
            ["孙七", "110105194912310021", "", "法学"],
            ["周八", "3710**********1234", "", "法学"],
        )
    )
    assert [row.problem for row in roster.rows] == [
        "缺少姓名",
        "缺少身份证号、学号或考生号",
        "身份证号因科学计数法丢失末位，且没有学号或考生号",
        "",
        "",
        "",
    ]
    assert [row.person.id_state for row in roster.rows][2:] == ["destroyed", "destroyed", "invalid", "masked"]


def test_staff_without_any_key_column_have_no_problem() -> None:
    roster = one(
        sheet(
            ["姓名", "所在部门", "职务（职称）", "联系方式", "任职（专/兼）"],
            ["张三", "就业处", "科长", "0631-5680000", "专职"],
        )
    )
    assert roster.rows[0].problem == ""
    assert roster.rows[0].values["employment_kind"] == "专职"


def test_ids_that_went_through_numbers_are_destroyed_as_a_column() -> None:
    lost = [str(int(float(value))) for value in ("371082200201011234", "371082200201021238", "371082200201031235")]
    roster = one(
        sheet(
            ["姓名", "身份证号", "专业"],
            *[[name, value, "法学"] for name, value in zip(["张三", "李四", "王五"], lost, strict=True)],
        )
    )
    assert {row.person.id_state for row in roster.rows} == {"destroyed"}
    assert all(row.problem for row in roster.rows)


def test_ledgers_are_rosters_without_people() -> None:
    roster = one(
        sheet(
            ["序号", "日期", "活动名称", "地点", "参加人数"],
            ["1", "45444", "说明会", "报告厅", "60"],
            ["2", "2024年6月", "双选会", "体育馆", "600"],
            ["3", "", "", "", ""],
            name="2024年台账",
        )
    )
    assert [row.values["event_date"] for row in roster.rows] == ["2024-06-01", "2024-06"]
    assert [(row.person, row.problem) for row in roster.rows] == [(Person(), "")] * 2
    assert roster.title == "2024年台账"


def test_forms_are_no_rosters() -> None:
    filled = paper(
        ["姓名", "张三", "性别", "男", "学号", "1"],
        ["专业", "法学", "班级", "1班", "手机号", "13812345678"],
        ["实习单位", "海智厂", "岗位", "文员", "", ""],
    )
    blank = paper(
        ["姓名", "", "性别", "", "学号", ""],
        ["专业", "", "班级", "", "手机号", ""],
        ["实习单位", "", "岗位", "", "", ""],
    )
    pairs = paper(["姓名", "张三"], ["学号", "1"], ["专业", "法学"], ["班级", "1班"])
    assert rosters(filled, blank, pairs) == []


def test_staff_inside_an_application_form_are_no_roster() -> None:
    form = paper(
        ["申报高校基本情况", "", "", "", ""],
        ["名称", "某校", "", "", ""],
        ["联络专员", "张三", "联系电话", "0631-5680000", ""],
        ["指导站电话", "0631-5680001", "电子邮箱", "a@example.cn", ""],
        ["指导站工作人员基本情况", "", "", "", ""],
        ["姓名", "所在部门", "职务（职称）", "联系方式", "任职（专/兼）"],
        ["张三", "就业处", "科长", "0631-5680000", "专职"],
    )
    assert rosters(form) == []


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "学号", "专业"]],
        [["序号", "评估指标", "指标内容", "评分标准"], ["1", "硬件设施", "办公场所", "符合条件（10分）"]],
        [["一", "二", "三"], ["张三", "1", "法学"]],
        [],
        [[""]],
    ],
)
def test_tables_of_other_things_are_no_rosters(rows: list[list[str]]) -> None:
    assert rosters(sheet(*rows)) == []


def test_two_tables_in_one_sheet_are_two_rosters() -> None:
    first, second = rosters(
        sheet(
            ["一、工作人员", "", ""],
            ["姓名", "职务", "联系电话"],
            ["张三", "科长", "0631-5680000"],
            ["", "", ""],
            ["二、毕业生", "", ""],
            ["姓名", "学号", "专业"],
            ["李四", "1", "法学"],
            ["王五", "2", "法学"],
        )
    )
    assert (names(first), names(second), second.title) == (["张三"], ["李四", "王五"], "二、毕业生")


def test_table_over_several_pages_is_one_roster() -> None:
    roster = one(
        paper(["序号", "姓名", "学号"], ["1", "张三", "1"], title="实习名单"),
        paper(["2", "李四", "2"], page=2),
        paper(["序号", "姓名", "学号"], ["3", "王五", "3"], page=3),
    )
    assert names(roster) == ["张三", "李四", "王五"]
    assert [row.place.page for row in roster.rows] == [1, 2, 3]
    assert roster.title == "实习名单"


def test_another_table_on_the_next_page_does_not_go_on() -> None:
    roster = one(
        paper(["序号", "姓名", "学号"], ["1", "张三", "1"]), paper(["甲", "乙", "丙"], ["子", "丑", "寅"], page=2)
    )
    assert names(roster) == ["张三"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20240601", "2024-06-01"),
        ("2024.6", "2024-06"),
        ("2024年6月", "2024-06"),
        ("2024 年 6 月 1 日", "2024-06-01"),
        ("2024/6/1", "2024-06-01"),
        ("2024-06-01 00:00:00", "2024-06-01"),
        ("45444", "2024-06-01"),
        ("45444.75", "2024-06-01"),
        ("202406", "2024-06"),
        ("２０２４年６月１日", "2024-06-01"),
        ("2024届", "2024"),
        ("2024", "2024"),
        ("2024年", "2024"),
        ("2024-13-01", "2024-13-01"),
        ("20240230", "20240230"),
        ("长期", "长期"),
        ("2024.3.1-2024.6.30", "2024.3.1-2024.6.30"),
        ("", ""),
    ],
)
def test_dates_of_exports_become_iso(text: str, day: str) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("本科", "undergraduate"),
        ("专升本", "undergraduate"),
        ("专科起点本科毕业", "undergraduate"),
        ("职业本科", "undergraduate"),
        ("高职（专科）", "college"),
        ("大专", "college"),
        ("三二连读高职", "college"),
        ("硕士研究生", "postgraduate"),
        ("博士", "postgraduate"),
        ("其他", ""),
        ("", ""),
    ],
)
def test_levels_by_the_longest_word(text: str, level: str) -> None:
    assert level_of(text, WORDS) == level


PEOPLE = [
    {"name": "张三", "resident_id": ID_A, "student_number": "2020001", "major": "软件工程", "level": "本科"},
    {"name": "李四", "resident_id": ID_B, "student_number": "2020002", "major": "法学", "level": "专科"},
    {"name": "欧阳娜", "resident_id": ID_C, "student_number": "2020003", "major": "护理", "level": "专升本"},
]
JUNK = [["合计", "", "", "", ""], ["", "", "", "", ""], ["制表人：赵六", "", "", "", ""], ["说明：略", "", "", "", ""]]


@given(
    st.permutations(list(PEOPLE[0])),
    st.data(),
    st.lists(st.sampled_from(["某校2024届毕业生名单", "填报单位：某学院", ""]), max_size=3),
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from(JUNK)), max_size=4),
    st.sampled_from(["", " ", "　"]),
)
def test_layout_does_not_change_the_people(
    order: list[str], data: st.DataObject, titles: list[str], junk: list[tuple[int, list[str]]], space: str
) -> None:
    header = [data.draw(st.sampled_from(WORDS.columns[field])) for field in order]
    body = [[space.join(person[field]) if field == "name" else person[field] for field in order] for person in PEOPLE]
    for at, row in junk:
        body.insert(at, row)
    roster = one(sheet(*[[title, "", "", "", ""] for title in titles], header, *body))
    assert [row.person for row in roster.rows] == [row.person for row in one(PLAIN).rows]
    assert not any(row.problem for row in roster.rows)


PLAIN = sheet(["姓名", "身份证号", "学号", "专业", "学历"], *[list(person.values()) for person in PEOPLE])


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=6), max_size=5), max_size=12))
@example([["发布日期"]])
def test_every_filled_row_of_any_table_is_a_row_or_left_out_or_counted(rows: list[list[str]]) -> None:
    table = sheet(["姓名", "学号", "专业"], ["张三", "2020001", "法学"], *rows)
    read = [row.place for roster in rosters(table) for row in roster.rows]
    left_out = [place for roster in rosters(table) for place, _ in roster.left_out]
    told = {str(place.cell).partition("!")[2].lstrip(ascii_uppercase) for place in (*read, *left_out)}
    counted = sum(fact.value.number for fact in TABLE_LEFT_OUT.among(found(table)))
    assert len(told) + counted == sum(any(cell.strip() for cell in row) for row in table.rows)


def test_of_two_columns_for_one_field_the_commoner_header_wins() -> None:
    roster = one(sheet(["姓名", "教育经历", "毕业院校", "手机号"], ["张三", "2020年至2024年", "某校", "13812345678"]))
    assert roster.rows[0].values["school"] == "某校"
    assert roster.unknown_headers == ("教育经历",)


def test_sheet_whose_name_only_mentions_an_explanation_is_read() -> None:
    assert names(one(sheet(["姓名", "学号", "专业"], ["张三", "1", "法学"], name="名单及情况说明"))) == ["张三"]


def test_a_word_for_no_number_is_no_key() -> None:
    roster = one(sheet(["姓名", "学号", "专业"], ["张三", "无", "法学"], ["李四", "-", "法学"], ["王五", "7", "法学"]))
    assert [bool(row.problem) for row in roster.rows] == [True, True, False]


@pytest.mark.parametrize("name", ["张三（示例）", "【样例】张三", "张三(填写示例)"])
def test_a_person_who_shows_how_a_row_is_filled_in_is_none(name: str) -> None:
    (roster,) = rosters(sheet(["姓名", "身份证号"], [name, ID_A], ["李四", ID_B], ["王五", ID_C]))
    assert [row.person.name for row in roster.rows] == ["李四", "王五"]


@pytest.mark.parametrize("header", ["原专科毕业院校", "升本前毕业院校", "毕业中学", "第一学历毕业院校"])
def test_where_somebody_came_from_is_not_their_school(header: str) -> None:
    (roster,) = rosters(sheet(["姓名", "学号", header], ["张三", "2021001", "烟台职业学院"], ["李四", "2021002", ""]))
    assert not roster.has("school")
