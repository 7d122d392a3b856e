"""Tables of page pictures: the cells that rulings or columns make, and the lines that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.ocr.drawn import Scan
from verifier.model import Box, Document, Page, Place, SourceFile, Table, TextLine
from verifier.ocr import open_engine, recognise
from verifier.ocr.engine import Reading
from verifier.ocr.grids import Cell, cells_of
from verifier.ocr.tables import cut_text, tables_on

DATA = Path(__file__).parents[1] / "data" / "ocr"
ROWS = (
    ("序号", "姓名", "学号", "单位名称"),
    ("1", "张晓明", "20200001", "威海示例有限公司"),
    ("2", "李芳", "20200002", ""),
    ("3", "欧阳文博", "20200003", "烟台示例有限公司"),
    ("4", "王敏", "20200004", "威海示例有限公司"),
)
SCAN = Scan(ROWS, "2024届毕业生花名册")


def tables_of(tmp_path: Path, scan: Scan) -> tuple[Table, ...]:
    path = tmp_path / "page.png"
    cv2.imwrite(str(path), scan.picture())
    place = Place("名册.png", 1)
    lines = tuple(TextLine(line.text, replace(place, box=line.box), 0.97, "ocr") for line in scan.reading().lines)
    return tables_on(Page(place, path, scan.size, lines=lines))


@pytest.mark.parametrize("lean", [0, 0.4, -1.2])
@pytest.mark.parametrize("faint", [False, True])
def test_a_ruled_table_has_its_rows_and_the_line_over_it(tmp_path: Path, lean: float, faint: bool) -> None:
    (table,) = tables_of(tmp_path, replace(SCAN, lean=lean, faint=faint))
    assert (table.rows, table.title, table.merged) == (ROWS, "2024届毕业生花名册", ())


def test_each_row_has_its_place_on_the_page(tmp_path: Path) -> None:
    (table,) = tables_of(tmp_path, SCAN)
    boxes = {(row, column): box for row, column, box in SCAN.cells()}
    for row in range(len(ROWS)):
        found = table.place_of(row).box
        assert found is not None
        assert np.allclose(found, (*boxes[row, 0][:2], *boxes[row, 3][2:]), atol=8)


def test_a_line_that_was_read_across_a_ruling_is_divided(tmp_path: Path) -> None:
    (table,) = tables_of(tmp_path, replace(SCAN, glued=((1, 0), (1, 2), (3, 1), (0, 1))))
    assert table.rows == ROWS


def test_merged_cells_are_told(tmp_path: Path) -> None:
    rows = (("基本信息", "", "", "去向"), *ROWS)
    merged = ((0, 0, 0, 2), (2, 3, 3, 3))
    rows = (*rows[:2], (*ROWS[1][:3], "威海示例有限公司"), *rows[3:])
    (table,) = tables_of(tmp_path, Scan(rows, merged=merged))
    assert (table.merged, table.rows[0], table.rows[2][3], table.rows[3][3]) == (
        merged,
        rows[0],
        "威海示例有限公司",
        "",
    )


def test_two_tables_of_a_page_are_two(tmp_path: Path) -> None:
    upper, lower = SCAN.picture(), SCAN.picture()
    path = tmp_path / "page.png"
    cv2.imwrite(str(path), np.vstack((upper, lower)))
    place, height = Place("名册.png", 1), upper.shape[0]
    boxes = [(line.text, line.box) for line in SCAN.reading().lines]
    boxes += [(text, (left, top + height, right, bottom + height)) for text, (left, top, right, bottom) in boxes]
    lines = tuple(TextLine(text, replace(place, box=box), 0.97, "ocr") for text, box in boxes)
    tables = tables_on(Page(place, path, lines=lines))
    assert [table.rows for table in tables] == [ROWS, ROWS]


def on_blank(tmp_path: Path, found: Sequence[tuple[str, Box]]) -> tuple[Table, ...]:
    """The tables of a page without any ruling on which these lines were read."""
    path = tmp_path / "page.png"
    cv2.imwrite(str(path), np.full((*SCAN.size[::-1], 3), 255, np.uint8))
    place = Place("名册.png", 1)
    return tables_on(
        Page(place, path, lines=tuple(TextLine(text, replace(place, box=box), 0.97) for text, box in found))
    )


@pytest.mark.parametrize("lean", [0.0, 1.5])
def test_lines_in_columns_are_a_table_without_rulings(tmp_path: Path, lean: float) -> None:
    scan = replace(SCAN, lean=lean)
    (table,) = on_blank(tmp_path, [(line.text, line.box) for line in scan.reading().lines])
    assert (table.rows, table.title) == (ROWS, SCAN.title)
    assert len(table.row_boxes) == len(ROWS) and table.column_starts[0] == 0


def test_a_line_over_two_columns_is_divided_where_the_other_rows_part(tmp_path: Path) -> None:
    scan = replace(SCAN, glued=((2, 1),))
    (table,) = on_blank(tmp_path, [(line.text, line.box) for line in scan.reading().lines])
    assert table.rows == ROWS


def test_lines_side_by_side_that_stand_in_no_columns_are_no_table(tmp_path: Path) -> None:
    lefts = [(row, 20 + 90 * (row % 3) + 210 * at) for row in range(1, 7) for at in range(3)]
    assert (
        on_blank(tmp_path, [(f"第{row}行", (left, 60 * row, left + 130, 60 * row + 30)) for row, left in lefts]) == ()
    )


def test_a_picture_without_lines_side_by_side_is_not_even_opened() -> None:
    lines = tuple(TextLine(f"第{row}行", Place("a.png", 1, (10, 40 * row, 90, 40 * row + 30))) for row in range(20))
    assert tables_on(Page(Place("a.png", 1), Path("not there.png"), lines=lines)) == ()


def test_edges_that_lie_together_are_one_ruling() -> None:
    boxes = {1: (0, 0, 98, 40), 2: (102, 2, 200, 41), 3: (1, 44, 99, 80), 4: (103, 45, 201, 81), 5: (0, 85, 200, 120)}
    assert cells_of(boxes) == {
        1: Cell(0, 0, 0, 0),
        2: Cell(0, 1, 0, 1),
        3: Cell(1, 0, 1, 0),
        4: Cell(1, 1, 1, 1),
        5: Cell(2, 0, 2, 1),
    }


@pytest.mark.parametrize(
    ("text", "shares", "parts"),
    [
        ("12张晓明", [0.25], ["12", "张晓明"]),
        ("张晓明 20200001", [0.5], ["张晓明", "20200001"]),
        ("李芳女会计学", [1 / 3, 0.5], ["李芳", "女", "会计学"]),
        ("", [0.5], ["", ""]),
        ("A", [0.1, 0.9], ["", "A", ""]),
    ],
)
def test_a_text_is_cut_at_the_space_nearby_or_between_letters(text: str, shares: list[float], parts: list[str]) -> None:
    found = cut_text(text, shares)
    assert found == parts


def test_a_drawn_roster_is_read_whole(tmp_path: Path) -> None:
    name = "roster.png"
    page = Page(Place(name, 1), DATA / name, (1240, 520), needs_ocr=True)
    document = Document(SourceFile(name, "0" * 64, 1, "image", "read"), (page,))
    (read,) = recognise((document,), tmp_path, open_engine())
    (table,) = read.grids
    assert table.title.endswith("2024届毕业生花名册")
    assert table.rows[0] == ("序号", "姓名", "身份证号", "学号", "单位名称")
    assert [row[1:4] for row in table.rows[1:4]] == [
        ("赵伟", "379910200201010014", "2020000101"),
        ("欧阳静", "379910200202020028", "2020000102"),
        ("司马文博", "37991020020303003X", "2020000103"),
    ]


class Told:
    """An engine that has read the page already."""

    name, version, settings, jobs = "told", "1", "", 1

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def read(self, image: object) -> Reading:
        return self.reading


def test_a_page_read_has_its_tables_beside_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    cv2.imwrite(str(path), SCAN.picture())
    page = Page(Place("名册.png", 1), path, SCAN.size, needs_ocr=True)
    document = Document(SourceFile("名册.png", "0" * 64, 1, "image", "read"), (page,))
    (read,) = recognise((document,), tmp_path, Told(SCAN.reading()))
    assert [grid.rows for grid in read.grids] == [ROWS]
    assert [line.text for line in read.lines] == [line.text for line in SCAN.reading().lines]
    assert read.tables == ()
