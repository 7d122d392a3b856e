"""Pictures of pages are read once, upright, and kept by their content."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from verifier.model import Document, Page, Place, SourceFile
from verifier.ocr import Cache, OcrLine, Reading, recognise
from verifier.ocr.boxes import corners_of_lines


class Scripted:
    """An engine that says one line and counts how often it is asked."""

    name = "scripted"
    version = "1"
    jobs = 1

    def __init__(self, turn: int = 0, settings: str = "a", text: str = "实习证明") -> None:
        self.turn = turn
        self.text = text
        self.settings = settings
        self.asked = 0

    def read(self, image: np.ndarray) -> Reading:
        self.asked += 1
        return Reading(self.turn, (OcrLine(self.text, (1, 2, 30, 12), 0.97),))


def paper(path: Path, name: str = "a.png", colour: int = 255) -> Document:
    picture = path / name
    Image.new("RGB", (60, 40), (colour, colour, colour)).save(picture)
    file = SourceFile(name, name, 1, "image", "read", stored=picture)
    return Document(file, (Page(Place(name, 1), picture, (60, 40), needs_ocr=True),))


def test_lines_have_the_place_of_their_page_and_the_box_of_the_picture(tmp_path: Path) -> None:
    (read,) = recognise([paper(tmp_path)], tmp_path, Scripted(), None)
    line = read.lines[0]
    assert (line.text, line.place.file, line.place.page, line.place.box) == ("实习证明", "a.png", 1, (1, 2, 30, 12))
    assert (line.confidence, line.origin) == (0.97, "ocr")


@pytest.mark.parametrize(
    ("read", "meant"), [("面积：120²", "面积：120㎡"), ("120²，其中", "120㎡，其中"), ("45m²", "45m²"), ("3²x", "3²x")]
)
def test_a_square_sign_behind_a_number_is_that_of_metres(tmp_path: Path, read: str, meant: str) -> None:
    (document,) = recognise([paper(tmp_path)], tmp_path, Scripted(text=read), None)
    assert [line.text for line in document.lines] == [meant]


def test_a_page_on_its_side_gets_an_upright_picture_and_the_first_is_left_alone(tmp_path: Path) -> None:
    document = paper(tmp_path)
    before = (tmp_path / "a.png").read_bytes()
    work = tmp_path / "work"
    work.mkdir()
    (read,) = recognise([document], work, Scripted(turn=90), None)
    page = read.pages[0]
    assert page.turn == 90 and page.size == (40, 60)
    assert page.image is not None and page.image.parent == work
    assert (tmp_path / "a.png").read_bytes() == before


def test_a_picture_is_read_once_however_often_it_comes_and_never_again_from_the_cache(tmp_path: Path) -> None:
    documents = [paper(tmp_path, "a.png"), paper(tmp_path, "b.png"), paper(tmp_path, "c.png", colour=9)]
    engine, cache = Scripted(), Cache(tmp_path / "cache")
    recognise(documents, tmp_path, engine, cache)
    assert engine.asked == 2
    again = recognise(documents, tmp_path, engine, cache)
    assert engine.asked == 2
    assert [each.lines[0].text for each in again] == ["实习证明"] * 3


class Together(Scripted):
    """An engine whose readings wait for each other: alone, none is ever done."""

    jobs = 2

    def __init__(self) -> None:
        super().__init__()
        self._gate = threading.Barrier(2, timeout=30)

    def read(self, image: np.ndarray) -> Reading:
        self._gate.wait()
        return Reading(0, (OcrLine(str(image[0, 0, 0]), (1, 2, 30, 12), 0.97),))


def test_pictures_are_read_side_by_side_and_each_keeps_its_own_lines(tmp_path: Path) -> None:
    documents = [paper(tmp_path, f"{colour}.png", colour) for colour in (10, 20, 30, 40)]
    read = recognise(documents, tmp_path, Together(), Cache(tmp_path / "cache"))
    assert [each.lines[0].text for each in read] == ["10", "20", "30", "40"]


class Counting:
    def __init__(self) -> None:
        self.pages = 0

    def advance(self, n: int = 1) -> None:
        self.pages += n


def test_progress_counts_every_page_also_those_that_are_alike_or_cached(tmp_path: Path) -> None:
    documents = [paper(tmp_path, "a.png"), paper(tmp_path, "b.png"), paper(tmp_path, "c.png", colour=9)]
    cache = Cache(tmp_path / "cache")
    for _ in range(2):
        progress = Counting()
        recognise(documents, tmp_path, Scripted(), cache, progress)
        assert progress.pages == 3


def test_other_settings_of_an_engine_read_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    recognise([paper(tmp_path)], tmp_path, Scripted(settings="a"), cache)
    other = Scripted(settings="b")
    recognise([paper(tmp_path)], tmp_path, other, cache)
    assert other.asked == 1


def test_a_map_of_two_lines_gives_two_boxes_that_hold_them() -> None:
    chances = np.zeros((64, 128), np.float32)
    chances[10:18, 20:100] = 0.9
    chances[40:48, 20:60] = 0.9
    boxes = sorted(corners_of_lines(chances, 128, 256), key=lambda each: each[:, 1].min())
    assert len(boxes) == 2
    for box, (left, top, right, bottom) in zip(boxes, [(40, 20, 200, 36), (40, 80, 120, 96)], strict=True):
        assert box[:, 0].min() <= left and box[:, 1].min() <= top
        assert box[:, 0].max() >= right - 2 and box[:, 1].max() >= bottom - 2


def test_a_faint_blob_is_no_line() -> None:
    chances = np.zeros((64, 128), np.float32)
    chances[10:18, 20:100] = 0.4
    assert corners_of_lines(chances, 64, 128) == []
