"""What a decision was made on: hashes of a result, of its cells and of their pieces of evidence."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from verifier.model import Seen, whole


def seen_of(content: bytes) -> Seen:
    """Of a `result.json`: of all its keys, those too that this version does not know, but for the engine's."""
    record: dict[str, Any] = json.loads(content)
    kept = {key: value for key, value in record.items() if key != "engine"}
    whose = [record.get("school"), record.get("year"), record.get("period")]
    files = {file["path"]: file["sha256"] for file in record["files"]}
    cells: dict[str, str] = {}
    pieces: dict[tuple[str, str], str] = {}
    for row in record["indicators"]:
        own: dict[str, list[Any]] = {}
        for each in row["evidence"]:
            for target in (each.get("piece", ""), whole(each["file"])):
                own.setdefault(target, []).append([each, files.get(each["file"])])
        cells[row["id"]] = _digest([whose, row, [files.get(each["file"]) for each in row["evidence"]]])
        pieces |= {(row["id"], piece): _digest([whose, rows]) for piece, rows in own.items()}
    return Seen(_digest(kept), cells, pieces)


def _digest(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
