"""Pages drawn with boxes round what was seen in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.counting.photo_papers import photo
from tests.counting.station_papers import rules
from verifier import marking
from verifier.errors import UsageError
from verifier.facts.blackout import personal_boxes
from verifier.marking import FACT, FAIR, GOOD, POOR, TEXT, check_target, draw_pages
from verifier.model import SEAL, Fact, Observed, Place, Seal
from verifier.pipeline import Judgement, Sight, judge

TOP = 200
"""of the first line of a `photo`; each next one is 90 lower"""


def drawn(tmp_path: Path, *observed: Observed, black: bool = True) -> list[Path]:
    sight = Sight("x", tuple(seen.document.file for seen in observed), observed, ())
    judged: Judgement = judge(sight, rules(), 2024)
    boxes = personal_boxes(observed) if black else {}
    return draw_pages(sight, judged, rules(), boxes, tmp_path / "out.png")


def page(tmp_path: Path, name: str = "a.jpg") -> Path:
    path = tmp_path / name
    Image.new("RGB", (1600, 1200), "white").save(path)
    return path


def colour(path: Path, x: int, y: int) -> tuple[int, ...]:
    with Image.open(path) as picture:
        return picture.convert("RGB").getpixel((x, y))  # type: ignore[return-value]


def test_lines_are_drawn_in_the_colour_of_their_confidence(tmp_path: Path) -> None:
    seen = photo("a.jpg", "一", "二", "三", "四", image=page(tmp_path))
    first = seen.document.pages[0]
    sure = (0.95, 0.85, 0.4, 1.0)
    lines = tuple(
        replace(line, confidence=value, origin="text" if value == 1 else "ocr")
        for line, value in zip(first.lines, sure, strict=True)
    )
    laid = tuple(
        replace(line, place=replace(line.place, box=(100, TOP + 90 * at, 300, TOP + 90 * at + 50)))
        for at, line in enumerate(lines)
    )
    shown = replace(seen, document=replace(seen.document, pages=(replace(first, lines=laid),)))
    (path,) = drawn(tmp_path, shown)
    assert [colour(path, 200, TOP + 90 * at) for at in range(4)] == [GOOD, FAIR, POOR, TEXT]
    with Image.open(path) as picture:
        assert picture.width == 1600 and picture.height > 1200


def test_seals_and_the_facts_that_a_cell_takes_are_drawn(tmp_path: Path) -> None:
    seen = photo("4.8创业大赛/a.jpg", "大学生创新创业大赛决赛", taken="2024-05-20", image=page(tmp_path))
    seal = Fact(SEAL, Seal("round"), "红色圆形印章", Place(seen.path, 1, (900, 900, 1100, 1100)))
    (path,) = drawn(tmp_path, replace(seen, facts=(*seen.facts, seal)))
    assert colour(path, 1000, 901) == marking.SEAL
    box = next(fact.place.box for fact in seen.events)
    assert box is not None and colour(path, (box[0] + box[2]) // 2, box[1] - 4) == FACT


def test_numbers_of_people_are_black_unless_asked_for(tmp_path: Path) -> None:
    seen = photo("a.jpg", "身份证号379901200203044219", image=page(tmp_path))
    box = seen.document.lines[0].place.box
    assert box is not None
    inside = box[0] + 3 * (box[2] - box[0]) // 4, (box[1] + box[3]) // 2
    assert colour(drawn(tmp_path, seen)[0], *inside) == (0, 0, 0)
    assert colour(drawn(tmp_path, seen, black=False)[0], *inside) == (255, 255, 255)


def test_several_pages_are_numbered_and_none_is_told(tmp_path: Path) -> None:
    both = [photo(name, "会场", image=page(tmp_path, name)) for name in ("a.jpg", "b.jpg")]
    assert [path.name for path in drawn(tmp_path, *both)] == ["out-1.png", "out-2.png"]
    with pytest.raises(UsageError, match="没有页面图片"):
        drawn(tmp_path, photo("c.jpg", "会场"))


def test_a_picture_is_never_written_onto_the_paper_or_under_another_ending(tmp_path: Path) -> None:
    source = page(tmp_path, "a.png")
    numbered = page(tmp_path, "b-1.png")
    for target, paper, told in (
        (source, source, "材料本身"),
        (tmp_path / "b.png", numbered, "材料本身"),
        (tmp_path / "a.pdf", source, "结尾"),
        (tmp_path / "没有" / "a.png", source, "找不到文件夹"),
    ):
        with pytest.raises(UsageError, match=told):
            check_target(target, paper)
    check_target(tmp_path / "c.png", source)
