"""Whether two pictures are the same again."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from tests.counting.photo_papers import photo
from tests.counting.station_papers import rules
from verifier.counting.photos.same_picture import Album, firsts, near
from verifier.likeness import Index

BITS = 6
SIGN = "山东大学（威海）春季校园双选会"


def scene(seed: int, people: int = 0) -> Image.Image:
    """A hall with booths, and people who stand elsewhere in each photo."""
    random, crowd = Random(seed), Random(1000 * seed + people)
    picture = Image.new("RGB", (800, 600), (200, 196, 188))
    draw = ImageDraw.Draw(picture)
    for _ in range(60):
        x, y = random.randint(0, 780), random.randint(0, 420)
        colour = tuple(random.randint(0, 255) for _ in range(3))
        draw.rectangle((x, y, x + random.randint(20, 160), y + random.randint(10, 120)), fill=colour)
    for _ in range(25 if people else 0):
        x, y = crowd.randint(0, 780), crowd.randint(250, 560)
        draw.ellipse((x, y, x + 60, y + 110), fill=tuple(crowd.randint(0, 120) for _ in range(3)))
    return picture.filter(ImageFilter.GaussianBlur(1))


def saved(folder: Path, name: str, picture: Image.Image, quality: int = 90) -> Path:
    path = folder / name
    picture.save(path, quality=quality)
    return path


def watermarked(picture: Image.Image) -> Image.Image:
    marked = picture.copy()
    ImageDraw.Draw(marked).text((560, 560), "2024-05-20 10:22", fill="white", font_size=28)
    return marked


CHANGES = {
    "recompressed": lambda one: one,
    "scaled": lambda one: one.resize((320, 240)),
    "cropped a little": lambda one: one.crop((30, 20, 770, 570)),
    "cropped by a third": lambda one: one.crop((150, 60, 700, 520)).resize((900, 753)),
    "cut to another shape": lambda one: one.crop((0, 80, 800, 530)),
    "darker": lambda one: one.point(lambda value: int(value * 0.8)),
    "brighter until white": lambda one: one.point(lambda value: min(255, int(value * 1.4) + 15)),
    "turned by 90°": lambda one: one.transpose(Image.Transpose.ROTATE_90),
    "turned by 180°": lambda one: one.transpose(Image.Transpose.ROTATE_180),
    "turned by 270° and cropped": lambda one: one.crop((80, 60, 760, 560)).transpose(Image.Transpose.ROTATE_270),
    "cropped to 70 % on each side": lambda one: one.crop((200, 120, 760, 540)),
    "in a frame": lambda one: ImageOps.expand(one, (60, 40, 90, 110), "white"),
    "with a watermark": lambda one: watermarked(one),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_copy_is_the_same_picture(change: str, tmp_path: Path) -> None:
    whole = scene(1, 1)
    one = photo("a.jpg", SIGN, image=saved(tmp_path, "a.jpg", whole))
    other = photo("b.jpg", SIGN, image=saved(tmp_path, "b.jpg", CHANGES[change](whole), 50))
    assert near(one, other, BITS)
    assert near(other, one, BITS)


def test_another_moment_in_the_same_room_is_another_picture(tmp_path: Path) -> None:
    one = photo("a.jpg", SIGN, image=saved(tmp_path, "a.jpg", scene(1, 1)))
    other = photo("b.jpg", SIGN, image=saved(tmp_path, "b.jpg", scene(1, 2)))
    assert not near(one, other, BITS)


def test_other_places_are_other_pictures(tmp_path: Path) -> None:
    seen = [photo(f"{at}.jpg", image=saved(tmp_path, f"{at}.jpg", scene(at, 1))) for at in range(6)]
    assert firsts(seen, rules()) == {}


def test_the_same_wall_with_another_banner_is_another_picture(tmp_path: Path) -> None:
    wall = saved(tmp_path, "wall.jpg", scene(3))
    one = photo("a.jpg", SIGN, "2024年3月15日", image=wall)
    other = photo("b.jpg", "山东大学（威海）航运物流专场招聘会", "2024年4月12日", image=wall)
    assert not near(one, other, BITS)


def test_one_banner_with_two_dates_is_two_pictures(tmp_path: Path) -> None:
    wall = saved(tmp_path, "wall.jpg", scene(3))
    one, other = photo("a.jpg", "2024年3月15日", image=wall), photo("b.jpg", "2024年4月12日", image=wall)
    assert not near(one, other, BITS)


def test_the_same_bytes_are_the_same_picture_whatever_was_read() -> None:
    assert near(photo("a.jpg", SIGN, data="x"), photo("b.jpg", data="x"), BITS)


@pytest.mark.parametrize(("hash_", "same"), [(0b111111, True), (0b1111111, False), (None, False)])
def test_without_the_pictures_hashes_of_few_different_bits_decide(hash_: int | None, same: bool) -> None:
    assert near(photo("a.jpg", SIGN, phash=0), photo("b.jpg", SIGN, phash=hash_), BITS) is same


def test_papers_of_much_text_must_say_the_same() -> None:
    lines = [f"第{at}条 毕业生就业工作的第{at}项规定" for at in range(20)]
    others = [f"第{at}条 财务管理工作的另一项要求" for at in range(20)]
    assert near(photo("a.jpg", *lines, phash=1), photo("b.jpg", *lines, phash=1), BITS)
    assert not near(photo("a.jpg", *lines, phash=1), photo("b.jpg", *others, phash=1), BITS)


def test_each_copy_leads_to_the_first() -> None:
    seen = [photo(f"{at}.jpg", SIGN, phash=at % 2 << 20) for at in range(4)]
    assert firsts(seen, rules()) == {"1.jpg": "0.jpg", "2.jpg": "0.jpg", "3.jpg": "0.jpg"}


def test_a_changed_copy_is_found_among_many(tmp_path: Path) -> None:
    seen = [photo(f"{at}.jpg", image=saved(tmp_path, f"{at}.jpg", scene(at, 1))) for at in range(12)]
    album = Album(seen, rules())
    again = photo("x.jpg", image=saved(tmp_path, "x.jpg", CHANGES["turned by 270° and cropped"](scene(7, 1)), 50))
    assert album.candidates(again)[0] == 7
    assert [at for at in album.candidates(again) if album.is_same(seen[at], again)] == [7]
    other = photo("y.jpg", image=saved(tmp_path, "y.jpg", scene(40, 1)))
    assert [at for at in album.candidates(other) if album.is_same(seen[at], other)] == []


def test_of_a_burst_in_which_all_are_near_the_nearest_are_looked_at() -> None:
    index = Index([*[(0b111, b"")] * 1000, (0b1, b"")])
    found = index.candidates(0, b"", BITS)
    assert found[0] == 1000
    assert len(found) < 10
