"""People whom two rosters of one bundle know differently."""

import pytest

from tests.counting.people_papers import (
    KEYS,
    book,
    bundle,
    codes,
    degrees,
    destinations,
    keys,
    name,
    origins,
    points,
    resident_id,
    school_number,
    sheet,
    tally,
    wrong_id,
)
from verifier.model import Document, Flag, Papers

TITLE = "2024届毕业生学历信息库"
HEADER = [*KEYS, "学历", "专业"]


def degrees_with(*others: list[object], file: str = "学历.xlsx") -> Document:
    """A roster of 20 graduates in which the first few rows say something else of the people."""
    rows = [[*keys(n), "本科", "会计学"] for n in range(1, 21)]
    for at, other in enumerate(others):
        rows[at] = [*other, "本科", "会计学"]
    return sheet(HEADER, rows, TITLE, file=file)


def told(id_: str, papers: Papers) -> list[Flag]:
    return [flag for flag in tally(id_, papers).flags if flag.code == "name-id-mismatch"]


RENAMED = [name(90), resident_id(1), school_number(1)]
OTHER_ID = [name(1), resident_id(91), school_number(1)]
MISTYPED = [name(1), wrong_id(1), school_number(1)]


@pytest.mark.parametrize("other", [RENAMED, OTHER_ID, MISTYPED])
def test_a_person_known_differently_is_told_in_both_cells_with_both_places(other: list[object]) -> None:
    papers = bundle(degrees_with(other), origins(20, start=1))
    (here,), (there,) = told("2.3", papers), told("2.1", papers)
    assert "1人" in here.message and "学历.xlsx Sheet1!A3与生源.xlsx Sheet1!A3" in here.message
    assert "生源.xlsx Sheet1!A3与学历.xlsx Sheet1!A3" in there.message
    assert here.place and here.place.file == "学历.xlsx" and there.place and there.place.file == "生源.xlsx"
    assert points("2.3", papers) == (20, 20, 20)


def test_rosters_need_not_match_one_another_otherwise() -> None:
    papers = bundle(degrees(30, start=10), origins(20), destinations(2, 25))
    assert not told("2.1", papers) and not told("2.3", papers) and not told("4.3", papers)


def test_neither_maskings_nor_lost_ids_nor_bare_names_contradict() -> None:
    masked = [name(1), resident_id(1)[:4] + "*" * 10 + resident_id(1)[14:], school_number(1)]
    lost = [name(2), "3.79900E+17", school_number(2)]
    bare = [name(3), "", ""]
    starred = [name(4)[0] + "**", resident_id(4), school_number(4)]
    assert not told("2.3", bundle(degrees_with(masked, lost, bare, starred), origins(20, start=1)))


def test_many_are_one_flag_a_file_and_cell_with_the_first_ten_places() -> None:
    others = [[name(100 + n), resident_id(n), school_number(n)] for n in range(1, 16)]
    papers = bundle(degrees_with(*others), origins(20, start=1), destinations(1, 20, start=1))
    (found,) = told("2.3", papers)
    assert found.message.startswith("15人") and found.message.count("与") == 10 + 1
    assert len(told("4.3", papers)) == 1


def test_two_sheets_of_one_file_are_two_rosters() -> None:
    rows = [[*keys(n), "威海"] for n in range(20)]
    other = [[*keys(0)[:1], resident_id(77), *keys(0)[2:], "威海"]]
    papers = bundle(
        book("生源.xlsx", ("甲", "2024届生源", [*KEYS, "生源地"], rows), ("乙", "2024届生源", [*KEYS, "生源地"], other))
    )
    assert {
        flag.message.count("甲!A3与") + flag.message.count("与生源.xlsx 甲!A3") for flag in told("2.1", papers)
    } == {1}


def test_an_export_that_knows_a_trainee_differently_is_told_there() -> None:
    header = [*KEYS, "培训项目", "培训日期", "学历"]
    rows = [[*keys(n), "SYB创业培训", "2024-05-06", "本科"] for n in range(5)]
    rows[0][0] = name(90)
    export = sheet(header, rows, "创业培训信息系统查询结果", file="培训.xlsx")
    students = sheet(
        [*KEYS, "年级", "学历层次"], [[*keys(n), "2022级", "本科"] for n in range(10)], "在校生", file="在校.xlsx"
    )
    assert "name-id-mismatch" in codes("4.6", bundle(export, students))
    assert "name-id-mismatch" in codes("2.2", bundle(export, students))


def test_one_placeholder_id_for_everybody_is_one_contradiction() -> None:
    rows = [[name(n), resident_id(1), school_number(n), "本科", "会计"] for n in range(1, 300)]
    same = sheet(HEADER, rows, TITLE, file="甲.xlsx")
    within, across = (
        told(
            "2.3",
            bundle(same, origins(20, start=300)),
        ),
        told("2.1", bundle(same, origins(20, start=1))),
    )
    assert [flag.message.partition("的")[0] for flag in (*within, *across)] == ["298行", "20人"]
