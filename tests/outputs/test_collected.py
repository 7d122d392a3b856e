"""Which cells have their papers: told by what the score took in."""

from __future__ import annotations

from typing import Any

from tests.outputs.example_results import full_result, piece, record
from verifier.outputs.collected import collected, collected_told


def told(**cells: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    result = full_result()
    for cell in result["indicators"]:
        cell |= {"evidence": [], "bureau": False} | cells.get("c" + cell["id"].replace(".", ""), {})
    return {state: tuple(each.id for each in own) for state, own in collected(record(result)).items()}


def test_a_cell_is_used_when_a_piece_counts_and_sent_when_none_does() -> None:
    counted, out = piece("a.jpg", "photo", 1, "x"), piece("b.jpg", "photo", 1, "x", counted=False)
    found = told(c11={"evidence": [out, counted]}, c12={"evidence": [out]}, c42={"bureau": True})
    assert (found["used"], found["sent"], found["bureau"]) == (("1.1",), ("1.2",), ("4.2",))
    assert len(found["missing"]) == 24


def test_the_sentence_names_the_cells_that_are_not_done() -> None:
    sentence = collected_told(record(full_result()))
    assert sentence.startswith("材料：可用 ") and sentence.endswith("）。")
    assert "4.8" in sentence.split("未交")[1]
