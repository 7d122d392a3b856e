"""What a decision was made on: hashes of a result, of its cells and of their pieces of evidence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from verifier.model import Seen, whole


def seen_of(content: bytes) -> Seen:
    """Of a `result.json`: of all its keys, those too that this version does not know, but for the engine's."""
    record: dict[str, Any] = json.loads(content)
    kept = {key: value for key, value in record.items() if key != "engine"}
    whose = [record.get("school"), record.get("year"), record.get("period")]
    files = {file["path"]: file["sha256"] for file in record["files"]}
    cells: dict[str, str] = {}
    whole_cells: dict[str, str] = {}
    pieces: dict[tuple[str, str], str] = {}
    for row in record["indicators"]:
        own: dict[str, list[Any]] = {}
        for each in row["evidence"]:
            for target in (each.get("piece", ""), whole(each["file"])):
                own.setdefault(target, []).append([each, files.get(each["file"])])
        held = [files.get(each["file"]) for each in row["evidence"]]
        cells[row["id"]] = _digest([whose, _decided_on(row), held])
        whole_cells[row["id"]] = _digest([whose, row, held])
        pieces |= {(row["id"], piece): _digest([whose, rows]) for piece, rows in own.items()}
    return Seen(_digest(kept), cells, whole_cells, pieces)


_LABELS = ("base", "candidates", "next")
"""of a rate, what says where its total stands, what others there are, and what is missing"""


def _decided_on(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without advice, and without what only says where a number was taken from."""
    kept = {key: value for key, value in row.items() if key != "next"}
    if rates := row.get("rates"):
        kept["rates"] = [{key: value for key, value in rate.items() if key not in _LABELS} for rate in rates]
    return kept


def _digest(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
