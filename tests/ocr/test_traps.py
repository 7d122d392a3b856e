"""Pictures that a plain engine misreads: turned, long, dark, stamped, in columns, on nothing, strips, scraps."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from verifier.ocr.engine import Reading
from verifier.ocr.pictures import turned
from verifier.ocr.rapid import RapidEngine
from verifier.pictures import pixels
from verifier.pictures.decoding import decode

pytestmark = pytest.mark.slow

PICTURES = Path(__file__).resolve().parents[1] / "data" / "ocr"
CERTIFICATE = [
    *("实习证明", "兹证明王小明同学在我单位实习", "实习岗位为软件测试工程师", "表现良好，特此证明"),
    *("2024年3月1日", "2024年6月30日"),
]


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


def picture(name: str) -> np.ndarray:
    read = pixels(PICTURES / f"{name}.png")
    assert read is not None
    return read


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def test_lines_come_row_by_row_and_cells_of_a_table_stay_apart(engine: RapidEngine) -> None:
    reading = engine.read(picture("certificate"))
    assert (reading.turn, texts(reading)) == (0, CERTIFICATE)


def test_boxes_lie_in_the_picture_and_hold_their_line(engine: RapidEngine) -> None:
    image = picture("certificate")
    for line in engine.read(image).lines:
        left, top, right, bottom = line.box
        assert 0 <= left < right <= 640 and 0 <= top < bottom <= 420
        assert image[top:bottom, left:right].min() < 100
        assert 0.9 < line.confidence <= 1.0 and round(line.confidence, 4) == line.confidence


def test_strips_are_said_alone_and_in_company_alike(engine: RapidEngine) -> None:
    image = picture("certificate")
    boxes = [line.box for line in engine.read(image).lines]
    strips = [np.ascontiguousarray(image[top:bottom, left:right]) for left, top, right, bottom in boxes]
    said = engine.say([*strips, np.full((48, 200, 3), 230, np.uint8)])
    assert [text for text, _ in said] == [*CERTIFICATE, ""]
    assert all(sure > 0.9 for _, sure in said[:-1]) and said[-1][1] == 0.0
    assert [engine.say([strip])[0][0] for strip in strips] == CERTIFICATE
    assert engine.say([]) == []


def test_two_readings_are_the_same(engine: RapidEngine) -> None:
    assert engine.read(picture("certificate")) == RapidEngine().read(picture("certificate"))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_with_the_boxes_of_the_upright_one(engine: RapidEngine, turn: int) -> None:
    image = picture("certificate")
    straight, again = engine.read(image), engine.read(turned(image, turn))
    assert (again.turn, texts(again)) == ((360 - turn) % 360, CERTIFICATE)
    for one, other in zip(straight.lines, again.lines, strict=True):
        assert max(abs(a - b) for a, b in zip(one.box, other.box, strict=True)) <= 6


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_poster_of_two_lines_is_turned_too(engine: RapidEngine, turn: int) -> None:
    reading = engine.read(turned(picture("poster"), turn))
    assert ((reading.turn + turn) % 360, texts(reading)) == (0, ["春季招聘会", "2024年5月20日"])


@pytest.mark.parametrize("turn", [0, 90])
def test_every_line_of_a_long_screen_is_read_once_and_in_order(engine: RapidEngine, turn: int) -> None:
    reading = engine.read(turned(picture("long_screen"), turn))
    dates = [text[text.index("2024") :] for text in texts(reading)]
    assert dates == [f"2024年{row % 12 + 1}月{row + 3}日" for row in range(16)]


def test_columns_are_read_from_right_to_left_and_not_turned(engine: RapidEngine) -> None:
    reading = engine.read(picture("columns"))
    assert (reading.turn, texts(reading)) == (0, ["热烈欢迎新同学", "就业创业指导站", "服务毕业生留威"])


def test_text_under_a_red_seal_is_read(engine: RapidEngine) -> None:
    read = texts(engine.read(picture("stamped")))
    assert {"威海市蓝海科技有限公司", "2024年11月28日"} <= set(read)
    assert read[:2] == ["该生遵守纪律，工作认真负责。", "特此证明。"]


def test_an_underexposed_picture_is_read(engine: RapidEngine) -> None:
    dark = (picture("certificate") * 0.06).astype(np.uint8)
    assert texts(engine.read(dark)) == CERTIFICATE


def test_light_text_on_a_dark_screen_is_read(engine: RapidEngine) -> None:
    assert texts(engine.read(255 - picture("certificate"))) == CERTIFICATE


def test_black_text_on_nothing_is_read(engine: RapidEngine) -> None:
    assert texts(engine.read(picture("transparent"))) == ["威海市就业服务"]


def test_a_strip_that_holds_one_line_is_read(engine: RapidEngine) -> None:
    strip = picture("certificate")[122:158, 50:440]
    assert texts(engine.read(strip)) == ["兹证明王小明同学在我单位实习"]


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (200, 3), (9, 9), (40, 40)])
def test_scraps_have_no_text_and_raise_nothing(engine: RapidEngine, size: tuple[int, int]) -> None:
    assert engine.read(np.full((*size, 3), 200, np.uint8)) == Reading()


@pytest.mark.usefixtures("offline")
def test_nothing_is_asked_of_the_network() -> None:
    assert RapidEngine().read(picture("poster")).lines


def test_a_picture_is_decoded_whatever_its_depth_and_channels() -> None:
    grey = np.full((20, 30), 40_000, np.uint16)
    encoded = [cv2.imencode(".png", each)[1].tobytes() for each in (grey, (grey // 256).astype(np.uint8))]
    for data in encoded:
        read = decode(data)
        assert read is not None and (read.shape, read.dtype) == ((20, 30, 3), np.uint8)
    assert decode(b"") is None and decode(b"no picture") is None
