"""The empty bundle of a new rule set: notes and tables of the cells of the model that its own are like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from verifier.rules.unfilled import TO_CHECK, TO_FILL
from verifier.starting.drafting import Data, Source, marked
from verifier.starting.likeness import like

_EMPTY: Data = {
    "what": f"{TO_FILL}放什么材料，如“场地证明，写明面积”",
    "many": f"{TO_FILL}放多少，如“1份”",
    "dates": f"{TO_FILL}时间要求，如“考核年度内”",
    "mistakes": [f"{TO_FILL}常见错误，逐条"],
}
"""the note of a cell that is like none"""


def blank(source: Source, written: Data, ids: list[str]) -> Data:
    """`blank.yaml` after that of the model, as it is written; `ids` are those of the new cells, in the form's order."""
    known = {id_: cell.id for id_, row in zip(ids, source.table.rows, strict=True) if (cell := like(row, source.model))}
    local = source.local()
    notes = {id_: _note(written["notes"].get(known.get(id_))) for id_ in ids}
    made = {
        **written,
        "root": [f"{TO_CHECK}{line}" for line in written["root"]],
        "notes": notes,
        **{key: list(_of_cells(written[key], known)) for key in ("tables", "papers")},
    }
    return {key: _marked_once(value, local) for key, value in made.items()}


def _note(own: Data | None) -> Data:
    """What a school is to send in hangs on the clause, which is not the model's."""
    return {**own, **{key: f"{TO_CHECK}{own[key]}" for key in ("what", "many")}} if own else dict(_EMPTY)


def _of_cells(every: list[Data], known: Mapping[str, str]) -> Iterator[Data]:
    """Tables and papers of the cells of the model, each for the first new cell that is like it."""
    new: dict[str, str] = {}
    for id_, old in known.items():
        new.setdefault(old, id_)
    yield from ({**each, "indicator": new[each["indicator"]]} for each in every if each["indicator"] in new)


def _marked_once(data: Any, local: tuple[str, ...]) -> Any:
    if isinstance(data, str):
        return data if data.startswith((TO_CHECK, TO_FILL)) else marked(data, local)
    if isinstance(data, dict):
        return {key: _marked_once(value, local) for key, value in data.items()}
    return [_marked_once(each, local) for each in data] if isinstance(data, list) else data
