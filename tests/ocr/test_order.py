"""Reading order, and which of two readings under a seal is kept."""

from __future__ import annotations

import numpy as np

from verifier.model import Box
from verifier.ocr.engine import OcrLine
from verifier.ocr.order import in_reading_order
from verifier.ocr.stamped import red_spots, settled


def line(text: str, box: Box, sure: float = 0.99) -> OcrLine:
    return OcrLine(text, box, sure)


def order(*lines: OcrLine) -> list[str]:
    return [each.text for each in in_reading_order(lines)]


def test_a_row_goes_from_left_to_right_though_its_cells_stand_a_little_higher_or_lower() -> None:
    cells = [line("甲", (400, 98, 500, 128)), line("乙", (20, 104, 120, 134)), line("丙", (220, 100, 320, 130))]
    assert order(*cells, line("上", (20, 20, 500, 60))) == ["上", "乙", "丙", "甲"]


def test_a_row_that_rises_is_one_row() -> None:
    rising = [
        line(str(index), (index * 120, 200 - index * 10, index * 120 + 100, 230 - index * 10)) for index in range(5)
    ]
    assert order(*reversed(rising)) == ["0", "1", "2", "3", "4"]


def test_lines_below_each_other_stay_so_though_they_touch() -> None:
    assert order(line("二", (30, 26, 500, 58)), line("一", (60, 0, 500, 30))) == ["一", "二"]


def test_columns_go_from_right_to_left_each_from_top_to_bottom() -> None:
    columns = [line("左列", (20, 10, 60, 400)), line("右上", (220, 10, 260, 190)), line("右下", (222, 200, 258, 400))]
    assert order(*columns) == ["右上", "右下", "左列"]


def test_one_tall_slogan_beside_rows_does_not_make_columns() -> None:
    rows = [line(f"第{n}行的文字内容很长", (120, n * 40, 500, n * 40 + 30)) for n in range(1, 5)]
    assert [text for text in order(*rows, line("竖幅", (20, 20, 60, 180))) if text != "竖幅"] == [r.text for r in rows]


def kept(first: list[OcrLine], second: list[OcrLine]) -> set[str]:
    return {each.text for each in settled(first, second)}


def test_the_longer_reading_under_the_seal_replaces_its_parts() -> None:
    first = [line("2024年", (380, 480, 450, 510)), line("月28日", (520, 480, 610, 510), 0.7)]
    assert kept(first, [line("2024年11月28日", (380, 478, 612, 512), 0.97)]) == {"2024年11月28日"}


def test_a_reading_that_is_no_better_changes_nothing() -> None:
    first = [line("威海市蓝海科技有限公司", (300, 480, 620, 510), 0.99)]
    assert kept(first, [line("威海市蓝海", (300, 480, 450, 510), 0.99)]) == {"威海市蓝海科技有限公司"}


def test_what_only_the_second_look_sees_is_added_but_not_what_is_unsure() -> None:
    second = [line("盖章", (430, 450, 560, 480)), line("胡说", (430, 520, 560, 550), 0.4)]
    assert kept([], second) == {"盖章"}


def test_a_red_blot_is_a_spot_and_a_red_line_or_a_red_picture_is_none() -> None:
    paper = np.full((800, 600, 3), 250, np.uint8)
    blot, rule = paper.copy(), paper.copy()
    blot[600:700, 400:500] = (40, 30, 210)
    rule[100:106, 40:560] = (40, 30, 210)
    assert len(red_spots(blot)) == 1
    assert all(abs(a - b) <= 4 for a, b in zip(red_spots(blot)[0], (400, 600, 500, 700), strict=True))
    assert red_spots(rule) == red_spots(paper) == red_spots(np.full((800, 600, 3), (40, 30, 210), np.uint8)) == []
