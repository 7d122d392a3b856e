"""People in hidden rows, columns and sheets are read, and that is said once a file."""

from __future__ import annotations

from dataclasses import replace

from tests.facts.test_rosters import WORDS, sheet
from verifier.facts.rosters.extract import extract
from verifier.facts.rosters.hidden import hidden_rows
from verifier.model import Document, Flag, Observed, SourceFile, Table

PEOPLE = [[f"丁{given}", f"2020{number}", "法学"] for number, given in enumerate("一二三四五六七八九", 1)]
HEAD = ["姓名", "学号", "专业"]


def flags(*tables: Table) -> tuple[Flag, ...]:
    document = Document(SourceFile("名单.xlsx", "", 1, "sheet", "read"), tables=tables)
    return hidden_rows(Observed(document, extract(Observed(document), WORDS)))


def numbered(*rows: list[str], name: str = "Sheet1", hidden: tuple[int, ...] = (), whole: bool = False) -> Table:
    numbers = tuple(range(1, len(rows) + 1))
    return sheet(*rows, name=name, row_numbers=numbers, hidden_rows=hidden, hidden=whole)


def test_hidden_rows_and_sheets_are_told_once_a_file() -> None:
    (flag,) = flags(
        numbered(["某校名单", "", ""], HEAD, *PEOPLE, name="毕业生", hidden=(0, 2, 4, 5, 6, 9)),
        numbered(HEAD, *PEOPLE[:2], name="旧名单", whole=True),
    )
    assert (flag.code, flag.severity, str(flag.place)) == ("hidden-rows", "note", "名单.xlsx")
    assert "工作表「毕业生」隐藏的第3、5至7、10行（共5行）" in flag.message
    assert "隐藏的工作表「旧名单」中的2行" in flag.message


def test_hidden_titles_headers_and_lists_of_codes_are_not_told() -> None:
    codes = numbered(["代码", "名称"], ["10", "签就业协议"], name="代码表", whole=True)
    assert flags(numbered(["XM", "XH", "ZY"], HEAD, *PEOPLE, hidden=(0,)), codes) == ()


def test_hidden_columns_of_people_are_told_where_anything_stands_in_them() -> None:
    hidden = replace(numbered(HEAD, *PEOPLE, hidden=(3,)), hidden_columns=(1,))
    (flag,) = flags(hidden)
    assert "工作表「Sheet1」隐藏的第4行（共1行）和隐藏的B列" in flag.message
    blank = replace(numbered([*HEAD, ""], *([*person, ""] for person in PEOPLE)), hidden_columns=(3,))
    assert flags(blank) == ()
    assert flags(replace(numbered(["代码", "名称"], ["10", "签就业协议"]), hidden_columns=(1,))) == ()


def test_nothing_hidden_is_nothing_told() -> None:
    assert flags(numbered(HEAD, *PEOPLE)) == ()
