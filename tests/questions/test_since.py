"""A resubmission: only what changed is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.outputs.example_results import flag, indicator, piece, record, result_of
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
