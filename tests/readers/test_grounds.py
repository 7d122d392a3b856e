"""Grounds without grain, and photos that gutters keep apart, as the pixels of a picture show them."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from verifier.likeness.marks import Array
from verifier.readers.pictures.grounds import blocks_of, grounds_of, photos_beside


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
