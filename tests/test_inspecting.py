"""What `inspect` tells of a table of people: every column, every row left out, and nothing personal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args, get_type_hints

import openpyxl
import pytest

from verifier import batch
from verifier.model import FACT_NAMES, ROLE_NAMES, VALUE_NAMES, DateRole, ScreenKind, facts

ID, WRONG = "379901200203044219", "379901200203044218"
"""fictional: no region 3799 exists"""


def inspected(path: Path, rows: list[list[Any]], show_pii: bool = False) -> str:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "花名册"
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return batch.inspect(path, batch.Settings(rules="weihai-2020", show_pii=show_pii))


def roster(*people: list[Any]) -> list[list[Any]]:
    title = ["威海海洋职业学院2024届毕业生花名册"]
    return [
        title,
        ["序号", "姓名", "证件号码", "学号", "学历层次", "备用字段甲"],
        *people,
        ["合计", f"{len(people)}人"],
    ]


@pytest.fixture
def told(tmp_path: Path) -> str:
    people = [
        [1, "柳 如意", ID, "2021003001", "本科", ""],
        [2, "周一帆", WRONG, "2021003002", "专科", ""],
        [3, "何其正", "3799**********1234", "2021003003", "本科", ""],
        [4, "林小满", "3.79901E+17", "2021003004", "本科", ""],
        [5, "", "", "", "", "借读"],
        [6, "宋长安", "", "２０２１００３００６", "本科", ""],
    ]
    return inspected(tmp_path / "花名册.xlsx", roster(*people))


def test_the_header_and_every_column_are_told(told: str) -> None:
    for words in (
        "表头：第2行",
        "列：B 姓名 → 姓名（1.00）",
        "列：C 证件号码 → 身份证号（1.00）",
        "没有认出的列：备用字段甲",
    ):
        assert words in told, words


def test_what_the_table_was_taken_for_is_told(told: str) -> None:
    assert "认作：2024届" in told


def test_rows_left_out_have_their_reason_and_place(told: str) -> None:
    for words in ("人员：6 行", "略去：“合计”行 1 行（第9行）", "不能使用：缺少姓名 1 行（第7行）"):
        assert words in told, words


def test_ids_are_counted_by_their_state(told: str) -> None:
    assert "证件号：校验正确 1，校验不符 1，已打码 1，末位丢失（科学计数法） 1，没有填写 2" in told


def test_dates_in_the_rows_are_counted_and_a_flag_stands_once(tmp_path: Path) -> None:
    rows = roster([1, "柳如意", ID, "2021003001", "本科", ""], [2, "周一帆", WRONG, "2021003002", "专科", ""])
    rows[1][-1] = "签约日期"
    for row in rows[2:4]:
        row[-1] = "2024-05-20"
    told = inspected(tmp_path / "花名册.xlsx", rows)
    assert "人员表各行中 2 处，不逐一列出" in told
    flags = [line for line in told.partition("提示：")[2].split("\n") if line]
    assert flags and len(flags) == len(set(flags))


def test_cells_that_were_put_right_are_told(told: str) -> None:
    for words in ("统一写法：姓名 1 处（第3行）", "统一写法：学号 1 处（第8行）"):
        assert words in told, words


def test_the_first_rows_are_shown_masked(told: str) -> None:
    assert "第3行 柳** | 证件号 3799**********4219 | 学号 202*****01 | 本科" in told
    for personal in ("柳如意", "柳 如意", "周一帆", ID, WRONG, "2021003001"):
        assert personal not in told


def test_they_are_shown_in_full_where_that_is_asked(tmp_path: Path) -> None:
    told = inspected(tmp_path / "a.xlsx", roster([1, "柳如意", ID, "2021003001", "本科", ""]), show_pii=True)
    assert f"第3行 柳如意 | 证件号 {ID} | 学号 2021003001 | 本科" in told


def test_a_header_of_two_rows_is_told_with_both(tmp_path: Path) -> None:
    rows = [
        ["姓名", "证件号码", "毕业去向", "就业单位", None],
        [None, None, None, "单位名称", "单位所在地"],
        ["柳如意", ID, "签就业协议形式就业", "威海甲公司", "威海市"],
        ["周一帆", "379901200105126632", "升学", None, None],
    ]
    assert "表头：第1至2行" in inspected(tmp_path / "a.xlsx", rows)


def test_it_speaks_chinese_throughout(tmp_path: Path) -> None:
    papers = {
        "表.txt": "威海市大学生就业服务指导站绩效评价表（2024年度）\n评估指标 指标内容 评分标准",
        "函.txt": "关于组织参加威海市春季招聘会的通知\n各学院：定于3月5日举办。\n威海职业学院\n2024年3月1日",
        "地.txt": "场地证明\n兹证明威海职业学院指导站办公场所面积36平方米，工作人员3人，就业率90.5%。",
    }
    for name, text in papers.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        told = batch.inspect(path, batch.Settings(rules="weihai-2020"))
        assert re.findall("[A-Za-z_-]{2,}", told.replace("txt", "").replace("——", "")) == [], told
    assert "面积 36" in told and "材料类型 场地证明" in told


def test_every_kind_of_fact_and_what_it_may_say_has_a_chinese_name() -> None:
    kinds = {each.name for each in vars(facts).values() if isinstance(each, facts.Kind)}
    assert kinds == set(FACT_NAMES)
    assert set(get_args(DateRole)) <= set(ROLE_NAMES)
    shapes = get_args(get_type_hints(facts.Seal)["shape"])
    assert {*get_args(ScreenKind), facts.OTHER_SCREEN, *shapes} <= set(VALUE_NAMES)


def test_a_number_that_is_broken_within_a_cell_is_masked(tmp_path: Path) -> None:
    told = inspected(tmp_path / "台账.xlsx", [["序号", "经办1995175\n6268"], [1, "年度服务台账"]])
    assert "199****6268" in told and "1995175" not in told
