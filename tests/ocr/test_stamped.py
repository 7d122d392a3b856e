"""The second look at what lies under red: where it is taken, what it takes away, and how two readings are settled."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from verifier.model import Document, Page, Place, SourceFile
from verifier.ocr import Cache, recognise
from verifier.ocr.engine import Array, OcrLine, Reading
from verifier.ocr.stamped import bands, hides_ink, lengthened, red_spots, settled, unread, without_red, without_ring

SIZE = (1200, 800)
"""width, height"""
SPOT = (700, 300, 1000, 600)


def stamped(ink: tuple[int, int, int] = (36, 28, 205)) -> Array:
    """A page with a line of strokes that runs under a red ring (BGR)."""
    page = np.full((SIZE[1], SIZE[0], 3), 250, np.uint8)
    for left in range(100, 900, 26):
        cv2.line(page, (left, 440), (left + 14, 460), (20, 20, 20), 5)
    ring = np.full_like(page, 255)
    cv2.circle(ring, (850, 450), 145, ink, 16)
    return np.asarray(page.astype(np.float32) * ring / 255).astype(np.uint8)


def line(text: str, left: int, right: int, sure: float, top: int = 430) -> OcrLine:
    return OcrLine(text, (left, top, right, top + 40), sure)


def test_a_page_without_red_is_not_looked_at_again() -> None:
    page = np.full((SIZE[1], SIZE[0], 3), 250, np.uint8)
    cv2.circle(page, (850, 450), 145, (20, 20, 20), 10)
    assert red_spots(page) == []


def test_a_seal_over_bare_paper_hides_nothing() -> None:
    page = np.full((SIZE[1], SIZE[0], 3), 250, np.uint8)
    cv2.circle(page, (850, 450), 145, (36, 28, 205), 16)
    (spot,) = red_spots(page)
    assert not hides_ink(page, spot) and hides_ink(stamped(), spot)


@pytest.mark.parametrize("ink", [(36, 28, 205), (25, 15, 140)], ids=["bright", "dark"])
def test_red_ink_is_taken_away_and_black_ink_under_it_stays(ink: tuple[int, int, int]) -> None:
    page = stamped(ink)
    grey = without_red(page, (0, 0, *SIZE)).picture[:, :, 0]
    ring = cv2.circle(np.zeros(page.shape[:2], np.uint8), (850, 450), 145, 255, 6) > 0
    written = page[:, :, 2] < 60
    assert (
        np.percentile(grey[ring & ~written], 10) > 200 and np.percentile(grey[ring & (page.max(axis=2) < 30)], 90) < 90
    )


def test_a_band_goes_from_edge_to_edge_and_takes_what_runs_under_a_spot() -> None:
    above, under = line("上", 100, 1100, 0.99, 280), line("不在", 100, 600, 0.99, 700)
    (band,) = bands([SPOT, (750, 400, 900, 500)], [above, under], SIZE)
    assert band[0] == 0 and band[2] == SIZE[0] and band[1] <= 280 - 40 and 600 < band[3] < 700


def test_a_line_is_made_longer_under_a_spot_where_its_ink_goes_on() -> None:
    part = np.full((100, 600, 3), 255, np.uint8)
    part[30:70, 300:325] = 0
    corners = np.array([[50, 30], [300, 30], [300, 70], [50, 70]], np.float32)
    assert lengthened(corners, part, [(280, 0, 600, 100)], []).max(axis=0)[0] > 325
    assert np.array_equal(lengthened(corners, part, [(400, 0, 600, 100)], []), corners)
    assert np.array_equal(lengthened(corners, part, [(280, 0, 600, 100)], [(310, 20, 400, 80)]), corners)


def test_a_whole_line_takes_the_place_of_the_pieces_that_the_red_left() -> None:
    pieces = [line("2021", 100, 180, 1.0), line("1023282", 170, 330, 0.9976)]
    assert settled(pieces, [line("2021023282", 100, 330, 1.0)]) == [line("2021023282", 100, 330, 1.0)]


def test_a_line_of_which_the_seal_hid_the_middle_is_taken_whole() -> None:
    """Two pieces read for sure leave out what lies between them."""
    pieces = [line("兹证明范可馨，于2024年", 103, 729, 1.0), line("我公司行政", 830, 953, 1.0)]
    whole = line("兹证明范可馨，于2024年上半年在我公司行政", 103, 954, 0.98)
    assert settled(pieces, [whole]) == [whole]


def test_a_line_that_the_first_look_lost_is_added_once() -> None:
    first = [line("特此证明。", 100, 300, 1.0, 500)]
    found = line("2024年6月28日", 700, 900, 0.98)
    assert set(settled(first, [found, line("特此证明。", 101, 299, 0.99, 501)])) == {*first, found}


@pytest.mark.parametrize(
    ("before", "after", "text", "is_sure"),
    [
        (("制作认真", 0.97), ("工作认真", 0.999), "工作认真", True),
        (("乳青禾生物", 0.9949), ("乳山青禾全物", 0.9905), "乳青禾生物", False),
        (("2024年6月23日", 0.999), ("2024年0月23日", 0.99), "2024年6月23日", False),
        (("2024年6月23日", 0.97), ("2024 年 6 月 23 日", 0.98), "2024 年 6 月 23 日", True),
    ],
    ids=["beyond doubt", "two readings", "two dates", "the same"],
)
def test_two_readings_of_one_stretch_that_differ_are_doubted(
    before: tuple[str, float], after: tuple[str, float], text: str, is_sure: bool
) -> None:
    (kept,) = settled([line(before[0], 100, 400, before[1])], [line(after[0], 102, 398, after[1])])
    assert (kept.text, kept.confidence >= 0.8) == (text, is_sure)


def test_pieces_of_the_writing_round_a_seal_are_no_lines_and_what_is_printed_there_stays() -> None:
    body = [line("兹证明", 100, 600, 1.0, 100 + 60 * at) for at in range(4)]
    printed = [*body, line("威海博远精密制造有限公司", 690, 980, 1.0, 420)]
    ring = [OcrLine("限公司", (930, 350, 1005, 480), 1.0), OcrLine("威海博", (705, 310, 800, 420), 0.7)]
    title = OcrLine("实习证明", (500, 40, 700, 130), 1.0)
    assert without_ring([*printed, *ring, title], printed[4:], [SPOT]) == [*printed, title]


def test_a_line_under_a_spot_that_nothing_reads_is_told() -> None:
    lines = [line("特此证明。", 100, 300, 1.0, 500)]
    seen = [line("", 720, 900, 0.0), line("口", 720, 760, 0.3, 330), line("丨", 100, 300, 0.2, 650)]
    assert unread(seen, lines, [SPOT]) == [seen[0].box]
    assert unread(seen, [*lines, line("2024年6月28日", 700, 900, 0.9)], [SPOT]) == []


class Half:
    """An engine that sees a line under a seal and can't read it."""

    name, version, settings, jobs = "half", "1", "", 1

    def read(self, image: object) -> Reading:
        return Reading(0, (line("实习证明", 500, 700, 0.99, 40),), (SPOT,))

    def say(self, strips: object) -> list[tuple[str, float]]:
        return []


def test_what_can_not_be_read_under_a_seal_is_a_flag_with_its_place_also_from_the_cache(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    cv2.imwrite(str(path), stamped())
    place = Place("证明.png", 1)
    paper = Document(SourceFile("证明.png", "", 1, "image", "read"), (Page(place, path, SIZE, needs_ocr=True),))
    for _ in range(2):
        with Cache(tmp_path / "cache") as cache:
            (read,) = recognise([paper], tmp_path, Half(), cache)
        (flag,) = read.flags
        assert (flag.code, flag.place and flag.place.box) == ("low-confidence", SPOT)
        assert "证明.png 第1页" in flag.message and "1行" in flag.message
