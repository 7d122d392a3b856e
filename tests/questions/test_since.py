"""A resubmission: only what changed is told, and pictures that were there before cost no reading."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import Image, ImageDraw

from tests.engines import Blind
from tests.outputs.example_results import flag, indicator, piece, record, result_of
from verifier import batch
from verifier.ocr import Reading
from verifier.pipeline import Silent
from verifier.questions.keeping import earlier_than, standing
from verifier.questions.raised import raised
from verifier.questions.since import since, told_since


def file(path: str, sha256: str, **more: Any) -> dict[str, Any]:
    told = {"path": path, "sha256": sha256, "kind": "image", "status": "read", "reason": None, "pages": 1}
    return told | {"indicators": [], "document_type": None} | more


def numbered(number: str, path: str | None = None) -> dict[str, Any]:
    place = {"file": path} if path else {}
    return flag("date-missing", "gap", f"{number}的问题。", **place) | {"number": number}


def result(files: Sequence[dict[str, Any]], **cells: Any) -> Any:
    rows = [
        indicator(name, 0, 0, 10, flags=flags, evidence=[piece(path, "photo", 1, "x") for path in papers])
        for name, (flags, papers) in cells.items()
    ]
    return record(result_of(rows) | {"files": list(files), "flags": []})


def test_what_changed_is_told_and_which_cells_have_to_be_looked_at() -> None:
    first = result(
        [file("a.jpg", "a"), file("b.jpg", "b"), file("c.zip", "c"), file("c.zip/in.jpg", "d")],
        **{"1.1": ([numbered("1.1-AAAAA", "a.jpg")], ["a.jpg"]), "1.2": ([numbered("1.2-AAAAA")], ["b.jpg"])},
        **{"1.3": ([numbered("1.3-AAAAA", "b.jpg")], ["b.jpg"]), "1.4": ([], [])},
    )
    now = result(
        [
            file("改名.jpg", "b"),
            file("c.zip", "c"),
            file("c.zip/in.jpg", "d"),
            file("e.zip", "e"),
            file("e.zip/f", "f"),
        ],
        **{"1.1": ([numbered("1.1-BBBBB")], []), "1.2": ([], ["改名.jpg"])},
        **{"1.3": ([numbered("1.3-AAAAA", "改名.jpg")], ["改名.jpg"]), "1.4": ([], ["e.zip/f"])},
    )
    changed = since(first, now, raised(first), raised(now))
    assert [each.number for each in changed.withdrawn] == ["1.1-AAAAA"]
    assert [each.number for each in changed.answered] == ["1.2-AAAAA"]
    assert [each.number for each in changed.still] == ["1.3-AAAAA"]
    assert [each.number for each in changed.new] == ["1.1-BBBBB"]
    assert (changed.added, changed.gone, changed.same) == (("e.zip",), ("a.jpg",), 2)
    assert changed.cells == ("1.1", "1.2", "1.4")
    said = told_since(changed)
    assert "材料：没有变化 2 份，新交 1 份，不在了 1 份。" in said and "只需看这 3 项指标：1.1、1.2、1.4。" in said


class _Counting(Blind):
    def __init__(self) -> None:
        self.read_so_far = 0

    def read(self, image: Any) -> Reading:
        self.read_so_far += 1
        return super().read(image)


def _picture(path: Path, shade: int) -> None:
    image = Image.new("RGB", (300, 200), (shade, 90, 40))
    ImageDraw.Draw(image).rectangle((20, 20, 60 + shade, 120), fill=(250, 250, shade))
    image.save(path)


def test_papers_that_were_there_before_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, bundle = _Counting(), tmp_path / "材料"
    monkeypatch.setattr(batch.Settings, "engine", lambda self: engine)
    bundle.mkdir()
    for at in range(3):
        _picture(bundle / f"{at}.png", 40 * at)
    settings = batch.Settings(cache=tmp_path / "cache", jobs=0, year=2024, school="威海海洋职业学院")

    def checked() -> int:
        before = engine.read_so_far
        batch.check(bundle, tmp_path / "结果", settings, Silent())
        return engine.read_so_far - before

    assert checked() >= 3
    first = standing(tmp_path / "结果")
    assert earlier_than(first) is None
    document = Document()
    document.add_paragraph("威海海洋职业学院就业创业服务指导站2024年工作计划")
    document.save(str(bundle / "计划.docx"))
    _picture(bundle / "3.png", 120)
    assert checked() == 1
    changed = earlier_than(standing(tmp_path / "结果"))
    assert changed and (changed.added, changed.gone, changed.same) == (("3.png", "计划.docx"), (), 3)
    assert {each.number for each in changed.still} <= first.raised.keys()
    assert "1.7" in changed.cells
