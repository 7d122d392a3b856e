"""Grounds without grain, and photos that gutters keep apart, as the pixels of a picture show them."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from verifier.likeness.marks import Array
from verifier.readers.pictures.grounds import blocks_of, grounds_of, photos_beside, photos_on_paper


def photo(height: int, width: int, seed: int = 1) -> Array:
    """Coloured light and shade with the grain of a camera."""
    random = np.random.default_rng(seed)
    light = np.linspace(40, 190, width)[None, :, None] + np.linspace(-20, 20, height)[:, None, None]
    colour = random.integers(-30, 30, 3) + np.array([30, 0, -30])
    return np.clip(light + colour + random.normal(0, 6, (height, width, 3)), 0, 255).astype(np.uint8)


def screen(page: int = 237, panel: int = 255) -> Array:
    """A page with two panels and lines of letters."""
    pixels = np.full((960, 540, 3), page, np.uint8)
    pixels[100:220, 60:400] = pixels[400:620, 60:480] = panel
    pixels[150:166, 80:300:6] = pixels[450:466, 80:400:6] = 30
    return pixels


def sent(pixels: Array, form: str) -> Image.Image:
    """The picture as it comes out of a file of that format."""
    target = io.BytesIO()
    Image.fromarray(pixels).save(target, form, quality=75)
    return Image.open(target).convert("RGB")


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_page_and_its_panels_are_two_grounds(form: str) -> None:
    page, panel, *_ = grounds_of(blocks_of(sent(screen(), form)))
    assert (page.grey, page.colour, panel.grey, panel.colour) == (237, 0, 255, 0)
    assert page.share > 2 * panel.share > 0.3


def test_a_camera_leaves_no_ground() -> None:
    assert sum(ground.share for ground in grounds_of(blocks_of(Image.fromarray(photo(900, 1200))))) < 0.05


def test_a_coloured_ground_says_so() -> None:
    (only,) = grounds_of(blocks_of(Image.new("RGB", (300, 200), (200, 40, 30))))
    assert (only.grey, only.colour, only.share) == (90, 170, 1.0)


@pytest.mark.parametrize("size", [(1, 1), (3, 500), (500, 3), (9, 9)])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_picture_of_any_size_has_blocks(mode: str, size: tuple[int, int]) -> None:
    blocks = blocks_of(Image.new(mode, size, 255 if mode == "L" else (255, 255, 255)))
    assert [ground.grey for ground in grounds_of(blocks)] == [255] or min(size) < 8
    assert photos_beside(np.full(size[::-1], 255, np.uint8), blocks) == (0, 0.0)


def beside(pixels: Array) -> tuple[int, float]:
    picture = Image.fromarray(pixels)
    return photos_beside(np.asarray(picture.convert("L")), blocks_of(picture))


@pytest.mark.parametrize("gutter", [255, 0])
def test_photos_between_gutters_are_counted(gutter: int) -> None:
    nine = np.full((930, 930, 3), gutter, np.uint8)
    for at in range(9):
        top, left = 310 * (at // 3) + 5, 310 * (at % 3) + 5
        nine[top : top + 300, left : left + 300] = photo(300, 300, at)
    many, share = beside(nine)
    assert many == 9
    assert share > 0.9


@pytest.mark.parametrize("frame", [0, 120])
def test_a_thin_frame_round_all_photos_hides_no_gutter(frame: int) -> None:
    four = np.full((810, 810, 3), 255, np.uint8)
    for at in range(4):
        top, left = 410 * (at // 2), 410 * (at % 2)
        four[top : top + 400, left : left + 400] = photo(400, 400, at)
    four[:2], four[-2:], four[:, :2], four[:, -2:] = frame, frame, frame, frame
    assert beside(four)[0] == 4


def test_photos_under_a_title_are_counted_without_it() -> None:
    titled = np.full((760, 1010, 3), 255, np.uint8)
    titled[160:, :500], titled[160:, 510:] = photo(600, 500), photo(600, 500, 2)
    titled[60:100, 300:700:7] = 20
    many, share = beside(titled)
    assert many == 2
    assert 0.7 < share < 0.8


def test_one_photo_with_a_frame_is_one_and_a_page_is_none() -> None:
    framed = np.full((800, 1000, 3), 255, np.uint8)
    framed[40:-40, 40:-40] = photo(720, 920)
    assert beside(framed)[0] == 1
    assert beside(screen())[0] == 0


def sheet(*photos: tuple[int, int, int, int]) -> Array:
    """A scanned page of paper in uneven light with photos (top, left, height, width) on it."""
    random = np.random.default_rng(5)
    pixels = np.full((2200, 1556, 3), (244, 243, 238), np.float32) * np.linspace(1, 0.97, 1556)[None, :, None]
    pixels += random.normal(0, 2, pixels.shape)
    for at, (top, left, high, wide) in enumerate(photos):
        pixels[top : top + high, left : left + wide] = photo(high, wide, at)
    return np.clip(pixels, 0, 255).astype(np.uint8)


def on_paper(pixels: Array) -> tuple[int, float]:
    return photos_on_paper(blocks_of(Image.fromarray(pixels)))


@pytest.mark.parametrize(
    ("photos", "many"),
    [
        ([(260, 280, 760, 1000)], 1),
        ([(200, 280, 760, 1000), (1100, 280, 760, 1000)], 2),
        ([(300, 120, 500, 620), (300, 820, 500, 620), (1000, 120, 500, 620), (1000, 820, 500, 620)], 4),
    ],
)
def test_photos_on_a_scanned_page_are_counted(photos: list[tuple[int, int, int, int]], many: int) -> None:
    found, share = on_paper(sheet(*photos))
    filled = sum(high * wide for _, _, high, wide in photos) / (2200 * 1556)
    assert (found, share) == (many, pytest.approx(filled, abs=0.08))


def test_writing_seals_and_heads_of_tables_are_no_photos() -> None:
    page = sheet()
    page[300:1900:60, 150:1400] = page[302:1900:60, 150:1400] = 60  # lines of a text
    page[320:1900:60, 150:1400:9] = 40
    page[1500:1800, 1000:1300] = (205, 60, 60)
    page[200:260, 150:1400] = (210, 225, 240)
    assert on_paper(page) == (0, 0.0)


@pytest.mark.parametrize("size", [(1, 1), (3, 500), (500, 3), (40, 40)])
def test_a_page_of_any_size_may_be_without_photos(size: tuple[int, int]) -> None:
    assert photos_on_paper(blocks_of(Image.new("RGB", size, "white"))) == (0, 0.0)
