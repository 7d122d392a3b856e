"""The workbook of people: every row once, counted by formulas, masked, and safe whatever the papers say."""

from __future__ import annotations

import io
import random
import zipfile
from typing import Any

import openpyxl
import pytest

from tests.outputs.example_results import empty_result, full_result, rate, record
from verifier.language.identity_numbers import mask_person
from verifier.language.masking import mask_text
from verifier.model import Person, Place, RateRow
from verifier.outputs import people
from verifier.outputs.people import HEADER, Lists, people_bytes

ID = "379901200203044219"
"""fictional: no region 3799 exists"""
ROSTER = "四、活动/4.3 留威率/花名册.xlsx"
LIU = Person("柳如意", ID, "valid", "2020310215", "", "航海技术", "undergraduate")


def listed(part: Any, at: int = 4, why: str = "单位在威海：威海甲公司", person: Person = LIU, **place: Any) -> RateRow:
    return RateRow(Place(ROSTER, **(place or {"cell": f"2024届 本科!C{at}"})), person, part, why)


def example(*rows: RateRow, **more: Any) -> tuple[dict[str, Any], Lists]:
    """A result with one rate in 4.3 that was counted from these rows."""
    parts = [row.part for row in rows]
    counted = {part: parts.count(part) for part in ("both", "numerator", "denominator", "out")}
    above, below = counted["both"] + counted["numerator"], counted["both"] + counted["denominator"]
    result = empty_result()
    cell = next(cell for cell in result["indicators"] if cell["id"] == "4.3")
    cell["rates"] = [rate("retention", "本年度留威率", above, below, rows=counted) | more]
    return result, Lists({("4.3", "retention"): rows})


def opened(result: dict[str, Any], lists: Lists, values: bool = True) -> Any:
    return openpyxl.load_workbook(io.BytesIO(people_bytes(record(result), lists)), data_only=values)


def table(sheet: Any) -> list[dict[str, Any]]:
    rows = list(sheet.iter_rows(min_row=HEADER + 1, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_every_row_stands_there_once_in_order_with_its_place():
    rows = (
        listed("both"),
        listed("denominator", 5, "未就业"),
        listed("out", 6, "同一人已计入：花名册 C4"),
        listed("out", why="缺少姓名", page=3),
        listed("out", why="缺少姓名", line=12),
    )
    book = opened(*example(*rows))
    assert book.sheetnames == ["说明", "4.3 本年度留威率"]
    shown = table(book["4.3 本年度留威率"])
    assert [row["计入"] for row in shown] == ["分子和分母", "只计分母", "未计入", "未计入", "未计入"]
    assert [row["行"] for row in shown] == [4, 5, 6, "第3页", "第12段"]
    first = (
        "分子和分母",
        "单位在威海",
        "花名册.xlsx",
        "2024届 本科",
        4,
        "柳如意",
        ID,
        "2020310215",
        "航海技术",
        "本科",
    )
    assert tuple(shown[0].values()) == (*first, "四、活动/4.3 留威率", "威海甲公司")
    assert (shown[2]["原因"], shown[2]["说明"]) == ("同一人已计入", "花名册 C4")


def test_the_figures_over_the_list_count_it_by_formulas():
    seed = random.Random(7)
    parts = ["both", "numerator", "denominator", "out"]
    rows = [listed(seed.choice(parts), 2 + at) for at in range(200)]
    result, lists = example(*rows)
    formulas, values = (opened(result, lists, told).worksheets[1] for told in (False, True))
    many = {part: sum(row.part == part for row in rows) for part in parts}
    area = f"$A${HEADER + 2}:$A${HEADER + 201}"
    assert formulas["B2"].value == f'=COUNTIF({area},"分子和分母")+COUNTIF({area},"只计分子")'
    assert formulas["B3"].value == f'=COUNTIF({area},"分子和分母")+COUNTIF({area},"只计分母")'
    assert (formulas["B4"].value, formulas["B5"].value) == ('=IF(B3=0,"",B2/B3)', f'=COUNTIF({area},"未计入")')
    above, below = many["both"] + many["numerator"], many["both"] + many["denominator"]
    assert (values["B2"].value, values["B3"].value, values["B5"].value) == (above, below, many["out"])
    assert values["B4"].value == pytest.approx(above / below)
    assert values["C5"].value == "当前筛选显示 200 行"


def test_a_reviewer_can_filter_choose_and_print():
    sheet = opened(*example(listed("both"), listed("denominator", 5))).worksheets[1]
    assert sheet.auto_filter.ref == f"A{HEADER + 1}:L{HEADER + 3}"
    assert sheet.freeze_panes == f"A{HEADER + 2}"
    (choice,) = sheet.data_validations.dataValidation
    assert (
        choice.formula1 == '"分子和分母,只计分子,只计分母,未计入"'
        and str(choice.sqref) == f"A{HEADER + 2}:A{HEADER + 3}"
    )
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows.replace("$", "") == f"{HEADER + 1}:{HEADER + 1}"
    assert sheet.page_setup.fitToHeight == 0


def test_the_first_sheet_tells_each_rate_and_how_to_count_again():
    result, lists = full_result(), Lists()
    texts = [str(value) for row in opened(result, lists)["说明"].values for value in row if value is not None]
    for words in ("威海海洋职业学院 2024年度", "本年度留威率", "860", "4100", "再增加1人可达到21%，得20分"):
        assert any(words in text for text in texts), words
    assert any("在“计入”一列筛选" in text for text in texts)
    row = next(row for row in opened(result, lists)["说明"].iter_rows() if row[1].value == "本年度留威率")
    assert (row[4].value, row[4].number_format) == (pytest.approx(860 / 4100), "0.00%")


def test_a_rate_just_under_its_threshold_is_not_shown_as_if_it_met_it():
    near = {"points": 10, "value": 0.8, "people": 1, "alone": True}
    result, lists = example(listed("both"))
    result["indicators"][20]["rates"] = [
        rate("registered_share", "平台注册率", 79999, 100000, marks=[{"value": 0.8, "points": 10}], next=near)
    ]
    book = opened(result, lists)
    assert str(book["4.3 平台注册率"]["A1"].value).endswith("79999 / 100000 = 79.999%")
    assert book["4.3 平台注册率"]["B4"].number_format == "0.000%"


def test_a_number_that_was_not_counted_from_the_rows_says_so():
    result, lists = example(listed("denominator"), numerator=1740, denominator=2500, base="总结写明2500人")
    book = opened(result, lists)
    assert "采用 1740，不是由这份名单逐人数得" in book.worksheets[1]["C2"].value
    assert "采用 2500（总结写明2500人），不是由这份名单逐人数得" in book.worksheets[1]["C3"].value
    assert any("分子采用1740人" in str(cell) for row in book["说明"].values for cell in row)


def test_people_are_masked_but_where_they_may_be_shown():
    rows = (listed("both", why=f"与名册证件号一致：{ID}"),)
    result, lists = example(*rows)
    masked = Lists(lists.rows, mask_person, mask_text)
    raw = b"".join(_parts(people_bytes(record(result), masked)))
    assert ID.encode() not in raw and "柳如意".encode() not in raw and b"2020310215" not in raw
    shown = table(opened(result, masked).worksheets[1])[0]
    assert (shown["姓名"], shown["证件号"], shown["学号/考生号"]) == ("柳**", "3799**********4219", "202*****15")
    assert shown["专业"] == "航海技术"
    assert table(opened(result, lists).worksheets[1])[0]["姓名"] == "柳如意"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@SUM(A1)",
        "+86",
        "-2",
        '=CONCATENATE("甲","乙")',
        "http://example.edu.cn",
        "{=1}",
        "<r></x></r>",
    ],
)
def test_no_text_of_a_paper_becomes_a_formula_a_link_or_markup(text):
    person = Person(text, text, "invalid", text, "", text)
    result, lists = example(RateRow(Place(f"{text}/{text}.xlsx", cell=f"{text}!B7"), person, "out", f"{text}：{text}"))
    sheet = opened(result, lists, values=False).worksheets[1]
    cells = [cell for cell in sheet[HEADER + 2] if cell.value is not None]
    assert [cell.data_type for cell in cells if cell.column_letter != "E"] == ["s"] * (len(cells) - 1)
    assert not any(cell.hyperlink for cell in cells)
    assert sheet[f"F{HEADER + 2}"].value in (text, f"'{text}")


def test_control_characters_are_taken_out():
    person = Person("柳\x00如\x1b意\u202e", "", "", "\ud800123")
    shown = table(opened(*example(listed("out", why="缺\x07少", person=person))).worksheets[1])[0]
    assert (shown["姓名"], shown["学号/考生号"], shown["原因"]) == ("柳如意", "123", "缺少")


def test_sheet_names_are_legal_and_differ():
    result = empty_result()
    long = "参加就业创业培训[本科]:学生*占在校生总数的比率/甲乙丙丁戊己庚辛"
    result["indicators"][23]["rates"] = [rate("a", long, 1, 2), rate("b", long, 1, 2), rate("c", long.upper(), 1, 2)]
    names = opened(result, Lists()).sheetnames[1:]
    assert len({name.lower() for name in names}) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_more_rows_than_a_sheet_holds_are_told(monkeypatch):
    monkeypatch.setattr(people, "MOST_LISTED", 3)
    result, lists = example(*(listed("both", at) for at in range(2, 7)))
    sheet = opened(result, lists).worksheets[1]
    assert sheet["B2"].value == 3 and "采用 5，" in sheet["C2"].value
    assert sheet.cell(HEADER + 5, 1).value.startswith("另有2行")
    assert sheet.auto_filter.ref == f"A{HEADER + 1}:L{HEADER + 4}"


def test_a_rate_without_a_list_has_its_sheet_all_the_same():
    result, _ = example(listed("both"))
    sheet = opened(result, Lists()).worksheets[1]
    assert "没有逐人的名单" in sheet.cell(HEADER + 2, 2).value
    assert sheet["B2"].value == 0


def test_without_rates_the_first_sheet_says_so():
    book = opened(empty_result(), Lists())
    assert book.sheetnames == ["说明"]
    assert any("没有由人员名单计数的比率" in str(cell) for row in book["说明"].values for cell in row)


def test_the_same_result_gives_the_same_bytes():
    result, lists = example(*(listed("both", at) for at in range(2, 50)))
    made = [people_bytes(record(result), lists) for _ in range(2)]
    assert made[0] == made[1]
    core = next(part for part in _parts(made[0]) if b"dcterms:created" in part)
    assert b"2000-01-01T00:00:00Z" in core


def _parts(book: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return [parts.read(name) for name in parts.namelist()]
