"""The page pictures that a reviewer looks at: small, masked, and those of this run alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from tests.outputs.example_results import indicator, piece, record, result_of
from tests.readers.test_pdf import WORDS
from tests.readers.test_pdf import written as written_pdf
from verifier import batch
from verifier.model import ResultRecord
from verifier.outputs import pages
from verifier.outputs.pages import write_pages
from verifier.pipeline import Silent
from verifier.record import write_index

ID = "371002199803071239"


def picture(folder: Path, name: str, size: tuple[int, int]) -> Path:
    Image.new("RGB", size, "white").save(folder / name)
    return folder / name


def result(*files: str) -> ResultRecord:
    return record(result_of([indicator("1.1", 0, 0, 0, evidence=[piece(file, "date", None, "") for file in files])]))


def written(result: ResultRecord, folder: Path, *rest: Any) -> None:
    write_index(write_pages(result, folder, *rest), folder)


def index(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((folder / "pages" / "index.json").read_text("utf-8"))
    return rows


@pytest.mark.parametrize("size", [(800, 600), (6000, 4000), (1080, 30000), (20, 9000)])
def test_pictures_are_of_bounded_size_and_the_index_keeps_the_size_of_boxes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    written(result(), tmp_path, {("照片/a.jpg", 1): picture(tmp_path, "a.png", size)}, {})
    (row,) = index(tmp_path)
    assert (row["file"], row["page"], row["width"], row["height"]) == ("照片/a.jpg", 1, *size)
    with Image.open(tmp_path / "pages" / row["picture"]) as shown:
        assert shown.format == "JPEG" and shown.width <= 1600 and shown.width * shown.height <= 5_100_000
        assert shown.width / shown.height == pytest.approx(size[0] / size[1], rel=0.05)


def test_masked_parts_are_black_whatever_the_scale(tmp_path: Path) -> None:
    page = {("a.jpg", 1): picture(tmp_path, "a.jpg", (4000, 3000))}
    written(result(), tmp_path, page, {("a.jpg", 1): [(1000, 1500, 3000, 1800)]})
    with Image.open(tmp_path / "pages" / index(tmp_path)[0]["picture"]) as shown:
        scale = shown.width / 4000
        inside, beside = (shown.getpixel((int(2000 * scale), int(y * scale))) for y in (1650, 1400))
    assert sum(inside) < 30 and sum(beside) > 740  # type: ignore[arg-type]


def test_where_there_are_too_many_those_that_are_evidence_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_PAGES", 2)
    one = picture(tmp_path, "a.png", (30, 30))
    written(result("d.jpg", "e.jpg"), tmp_path, {(f"{name}.jpg", 1): one for name in "abcde"}, {})
    assert [row["file"] for row in index(tmp_path)] == ["d.jpg", "e.jpg"]


def test_pictures_of_an_earlier_run_go_and_broken_ones_are_left_out(tmp_path: Path) -> None:
    one = picture(tmp_path, "a.png", (30, 30))
    (tmp_path / "broken.png").write_bytes(b"\x89PNG broken")
    written(result(), tmp_path, {("a.jpg", 1): one, ("b.jpg", 1): one}, {})
    written(result(), tmp_path, {("b.jpg", 1): one, ("c.jpg", 1): tmp_path / "broken.png"}, {})
    assert [row["file"] for row in index(tmp_path)] == ["b.jpg"]
    assert [path.name for path in (tmp_path / "pages").glob("*.jpg")] == [index(tmp_path)[0]["picture"]]


def dark(folder: Path, box: tuple[int, int, int, int] = (60, 60, 660, 120)) -> float:
    """The share of black in the first stored picture's band with the number."""
    with Image.open(folder / "pages" / index(folder)[0]["picture"]) as shown:
        band = shown.convert("L").crop(box)
        return sum(band.histogram()[:60]) / (band.width * band.height)


def test_a_check_covers_ids_in_pages_unless_they_are_asked_for(tmp_path: Path) -> None:
    drawn = Image.new("RGB", (900, 300), "white")
    ImageDraw.Draw(drawn).text((60, 60), ID, fill="black", font_size=60)
    (tmp_path / "bundle").mkdir()
    drawn.save(tmp_path / "bundle" / "a.png")
    for name, shown in (("masked", False), ("shown", True)):
        settings = batch.Settings(cache=tmp_path / "cache", show_pii=shown)
        batch.check(tmp_path / "bundle", tmp_path / name, settings, Silent())
    assert dark(tmp_path / "masked") > 0.8 > 0.4 > dark(tmp_path / "shown") > 0


def test_a_check_covers_ids_of_pictures_on_pages_with_text(tmp_path: Path) -> None:
    drawn = Image.new("RGB", (900, 300), "white")
    ImageDraw.Draw(drawn).text((60, 60), ID, fill="black", font_size=60)
    (tmp_path / "bundle").mkdir()
    paper = written_pdf(WORDS + "q 450 0 0 150 60 300 cm /P Do Q", drawn)  # of 600 × 800 points
    (tmp_path / "bundle" / "a.pdf").write_bytes(paper)
    batch.check(tmp_path / "bundle", tmp_path / "out", batch.Settings(cache=tmp_path / "cache"), Silent())
    row = index(tmp_path / "out")[0]
    assert row["file"] == "a.pdf"
    with Image.open(tmp_path / "out" / "pages" / row["picture"]) as shown:
        one = shown.width / 600
    left, top, right, bottom = (round(edge * one) for edge in (92, 382, 370, 406))
    assert dark(tmp_path / "out", (left, top, right, bottom)) > 0.8
