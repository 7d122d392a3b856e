"""This process decodes no picture: what it gets from those that do is the same to the byte, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.counting.test_likeness import scene
from tests.engines import Blind
from tests.facts.seal_pictures import stamped
from tests.workers import calls
from tests.written import written
from verifier import batch, pictures
from verifier.likeness import marks, overlay
from verifier.model import Document, Limits, Page, Place, SourceFile
from verifier.ocr import Cache, Reading, recognise
from verifier.ocr.cache import key_of
from verifier.ocr.engine import OcrLine
from verifier.pictures import crops, decoded_by, grey, pixels, shown_pages
from verifier.pipeline import Silent
from verifier.workers import Calls, Reach, calls_in


def forget() -> None:
    """What was decoded before."""
    for known in (grey, marks.opened, overlay.match):
        known.cache_clear()


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    forget()


@pytest.fixture
def crew(tmp_path: Path) -> Iterator[Calls]:
    with calls_in(1, Limits(), Reach(tmp_path)) as found:
        yield found


def bundle(folder: Path) -> Path:
    """A picture of every kind that is read otherwise."""
    folder.mkdir(parents=True)
    photo = scene(1, 1)
    turned = Image.Exif()
    turned[0x0112] = 6
    photo.save(folder / "照片.jpg", quality=90)
    photo.save(folder / "照片.png")
    photo.convert("L").save(folder / "灰度.jpg")
    scene(2, 1).save(folder / "横放.jpg", exif=turned)
    scene(3, 1).convert("CMYK").save(folder / "印刷.jpg")
    scene(4, 1).save(folder / "扫描.tiff")
    scene(5, 1).save(folder / "网页.webp")
    scene(6, 1).convert("RGBA").save(folder / "透明.png")
    deep = np.asarray(scene(7, 1))[:, :, ::-1].astype(np.uint16) * 257 + 3
    (folder / "深色.png").write_bytes(cv2.imencode(".png", deep)[1].tobytes())
    (folder / "深灰.png").write_bytes(cv2.imencode(".png", deep[:, :, 0])[1].tobytes())
    sealed = stamped(np.random.default_rng(3)).picture
    (folder / "盖章.png").write_bytes(cv2.imencode(".png", sealed)[1].tobytes())
    (folder / "断.jpg").write_bytes((folder / "照片.jpg").read_bytes()[:20000])
    (folder / "坏.png").write_bytes(b"\x89PNG broken")
    return folder


def no_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a picture was decoded in this process")

    monkeypatch.setattr(cv2, "imdecode", refuse)
    monkeypatch.setattr(cv2, "imread", refuse)
    monkeypatch.setattr(Image, "open", refuse)


def all_of(papers: Path) -> list[Any]:
    """What can be asked of the pictures of a folder, in bytes."""
    paths = sorted(papers.iterdir())
    box = (150, 100, 500, 400)
    found = [pixels(path) for path in paths] + [grey(path.read_bytes()) for path in paths]
    arrays = [each if each is None else (each.shape, each.dtype, each.tobytes()) for each in found]
    black = [(10, 10, 90, 60)]
    return [
        *arrays,
        *shown_pages([(path, black) for path in paths]),
        *crops([(path, black, [None, box]) for path in paths]),
    ]


def test_what_comes_back_is_the_same_to_the_byte(tmp_path: Path, crew: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = bundle(tmp_path / "材料")
    here = all_of(papers)
    forget()
    no_decoding(monkeypatch)
    with decoded_by(crew):
        assert all_of(papers) == here
    assert 0 < here.count(None) < len(here) / 4, "what is broken"


class Reads(Blind):
    """Reads in every picture what a photo of a contest says; one that is higher than wide lies on its side."""

    def read(self, image: Any) -> Reading:
        said = ("大学生创新创业大赛决赛", "2024年3月20日", "威海职业学院")
        lines = tuple(OcrLine(text, (30, 30 + 60 * at, 380, 70 + 60 * at), 0.99) for at, text in enumerate(said))
        return Reading(90 if image.shape[0] > image.shape[1] else 0, lines)

    def say(self, strips: Any) -> list[tuple[str, float]]:
        return [(f"印章{strip.sum() % 1000:03}", 0.99) for strip in strips]


def outputs_of(papers: Path, out: Path, **settings: Any) -> dict[str, bytes]:
    """What a check writes."""
    batch.check(papers, out, batch.Settings(year=2024, **settings), Silent())
    return written(out)


def test_a_check_decodes_nothing_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.batch.settings.open_engine", lambda *_: Reads())
    papers, other = tmp_path / "材料", tmp_path / "另一所学校"
    bundle(papers / "4.8创业大赛")
    other.mkdir()
    scene(2, 1).save(other / "创业大赛.jpg", quality=85)
    outputs_of(other, tmp_path / "以往" / "另一所学校", jobs=0, school="山东大学（威海）")
    here = outputs_of(papers, tmp_path / "here", jobs=0, history=tmp_path / "以往")
    forget()
    no_decoding(monkeypatch)
    there = outputs_of(papers, tmp_path / "there", jobs=2, history=tmp_path / "以往")
    assert there == here
    assert "印章" in here["evidence.json"].decode()
    assert b"data:image/jpeg" in here["report.html"]
    assert b"reused-across-schools" in here["result.json"]


@pytest.mark.parametrize("function", [calls.fall, calls.leave, calls.swell])
def test_a_picture_that_is_too_much_for_its_process_is_as_a_damaged_one(
    tmp_path: Path, crew: Calls, monkeypatch: pytest.MonkeyPatch, function: Callable[..., object]
) -> None:
    scene(1).save(tmp_path / "a.png")
    for name in ("decoded", "decoded_grey", "shown", "cut"):
        monkeypatch.setattr(pictures, name, function)
    page = Page(Place("a.png", page=1), tmp_path / "a.png", (800, 600), needs_ocr=True)
    document = Document(SourceFile("a.png", "0" * 64, 1, "image", "read"), (page,))
    with decoded_by(crew):
        assert (pixels(tmp_path / "a.png"), grey(b"a")) == (None, None)
        (read,) = recognise([document], tmp_path, Blind())
        with Cache(tmp_path / "cache") as known:
            known.put(key_of((tmp_path / "a.png").read_bytes(), Blind()), Reading(90))
            (turned,) = recognise([document], tmp_path, Blind(), known)
    for each in (read, turned):
        assert [(flag.code, "无法解码" in flag.message) for flag in each.flags] == [("unreadable-file", True)]
        assert each.pages == (page,)


@pytest.mark.parametrize("lie", ["10 10 299", "10 10 301", "-10 -10 300", "0 0 0", "100000 100000 3"])
def test_pixels_that_are_not_of_their_size_are_none(
    crew: Calls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lie: str
) -> None:
    monkeypatch.setattr(pictures, "decoded", calls.lie)
    with decoded_by(crew):
        assert pixels(tmp_path / lie) is None
        assert getattr(pixels(tmp_path / "10 10 300"), "shape", None) == (10, 10, 3)
