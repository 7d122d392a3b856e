"""What is read a second time, and what is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image, ImageDraw

from tests.assuring.test_assuring import FAIRS, answered
from tests.decisions.judged import judged
from verifier import batch
from verifier.assuring import Lines, readings_of
from verifier.assuring.twice import NOTHING, bare, differing
from verifier.cli import main
from verifier.model import LineRecord, PageLinesRecord
from verifier.ocr import say_again
from verifier.outputs.pages import write_pages
from verifier.record import write_index, write_lines, write_result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of the six fairs three have their page pictures, with the lines that were read there."""
    result = judged(*FAIRS)[0]
    Image.new("RGB", (1600, 1200), "white").save(tmp_path / "p.png")
    pictures = {(f"{month}.jpg", 1): tmp_path / "p.png" for month in (3, 4, 5)}
    write_result(result, tmp_path / "out")
    write_index(write_pages(result, tmp_path / "out", pictures, {}), tmp_path / "out")
    lines = [page(month) for month in (3, 4)]
    write_lines((*lines, page(5, corrected="x")), tmp_path / "out")
    return tmp_path / "out"


def page(month: int, **more: Any) -> PageLinesRecord:
    text = f"山东大学（威海）第{month}届校园双选会"
    box = (100, 200, 100 + 40 * len(text), 260)
    beside = LineRecord(box=(100, 255, 400, 330), text="旁边一行", confidence=0.9)
    lines = (LineRecord(box=box, text=text, confidence=0.9, **more), beside)
    return PageLinesRecord(file=f"{month}.jpg", page=1, lines=lines)


def test_what_says_something_else_the_second_time_is_doubted_with_what_it_said(folder: Path) -> None:
    asked: list[Lines] = []

    def again(pages: Sequence[Lines]) -> Sequence[Sequence[str] | None]:
        asked.extend(pages)
        return [["山东大学(威海)第3届校园双选会"], ["山东大学（威海）第9届校园双选会 13800001234"]]

    readings = readings_of(judged(*FAIRS)[0])
    found = differing(folder, readings, again)
    assert [(path.parent.name, size, len(boxes)) for path, size, boxes in asked] == [("pages", (1600, 1200), 1)] * 2
    doubted = {each.file for each in readings if each.key in found}
    assert doubted == {"4.jpg"}, "neither what differs in its brackets alone, nor what a person corrected"
    assert all(text.startswith("山东大学（威海）第9届") and "13800001234" not in text for text in found.values())
    lost = differing(folder, readings, lambda pages: [None, [""]])
    assert {*lost.values()} == {NOTHING} and {*lost} == {*found}


def test_signs_between_digits_make_a_difference_and_others_do_not() -> None:
    assert bare("共 1.5 万元，（甲）") == bare("共1.5万元（甲）") != bare("共15万元（甲）")
    assert bare("2024-05-01") != bare("20240501")


class Listening:
    """An engine that keeps the strips it is shown."""

    def __init__(self) -> None:
        self.strips: list[Any] = []

    def say(self, strips: Sequence[Any]) -> list[tuple[str, float]]:
        self.strips += strips
        return [("字", 1.0) for _ in strips]


def test_a_line_is_cut_from_the_small_copy_of_its_page_with_a_margin_and_a_tall_one_laid_down(tmp_path: Path) -> None:
    picture = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(picture).rectangle((100, 100, 199, 119), fill="black")
    picture.save(tmp_path / "p.jpg", quality=95)
    engine: Any = Listening()
    boxes = [(200, 200, 400, 240), (0, 0, 20, 200)]
    assert say_again(tmp_path / "p.jpg", boxes, (800, 600), engine) == ["字", "字"]
    first, second = engine.strips
    assert first.shape == (24, 104, 3) and second.shape[1] > second.shape[0]
    assert np.mean(first[4:-4, 4:-4]) < 10 and np.mean(first[0]) > 200
    (tmp_path / "bad.jpg").write_bytes(b"x")
    assert say_again(tmp_path / "bad.jpg", boxes, (800, 600), engine) is None


def test_the_list_tells_what_was_doubted_and_draws_the_same_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "said_again", lambda pages: [["第3届"], ["双选会"]])
    listed = tmp_path / "a.csv"
    CliRunner().invoke(main, ["assure", str(folder), "--list", str(listed), "--size", "6", "--seed", "7"])
    rows = listed.read_text("utf-8-sig").splitlines()
    assert "再读一次" in rows[0] and "第3届" in "".join(rows[1:4])
    answered(listed, 1)
    done = CliRunner().invoke(main, ["assure", str(folder), "--answers", str(listed)])
    assert done.exit_code == 0 and "读错 1 处" in done.output
