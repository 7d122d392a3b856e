"""What is kept of a result when a new one takes its place in the same folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from verifier.batch.earlier import keep_earlier


def result(folder: Path, total: int, **more: Any) -> Path:
    folder.mkdir(exist_ok=True)
    content = {"total": {"proposed": total}, "engine": {"seconds": {"all": id(folder)}}} | more
    (folder / "result.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "report.html").write_text(f"{total} 分", encoding="utf-8")
    (folder / "evidence.json").write_text("{}", encoding="utf-8")
    return folder


def test_the_last_result_stands_beside_the_new_one_for_people_and_for_comparing(tmp_path: Path) -> None:
    draft = result(tmp_path / "draft", 29)
    keep_earlier(result(tmp_path / "out", 26), draft)
    assert sorted(path.name for path in (draft / "earlier").iterdir()) == ["report.html", "result.json"]
    assert (draft / "earlier" / "report.html").read_text("utf-8") == "26 分"


def test_the_same_result_again_and_one_with_personal_data_are_not_kept(tmp_path: Path) -> None:
    draft = result(tmp_path / "draft", 29)
    for out in (
        result(tmp_path / "same", 29),
        result(tmp_path / "shown", 26, unmasked=True),
        tmp_path / "none",
    ):
        keep_earlier(out, draft)
        assert not (draft / "earlier").exists()


def test_what_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    draft = result(tmp_path / "draft", 29)
    for text in ("{", "[]"):
        broken = result(tmp_path / "broken", 26)
        (broken / "result.json").write_text(text, encoding="utf-8")
        keep_earlier(broken, draft)
        assert not (draft / "earlier").exists()
