"""What a check wrote, without what follows from how long it took."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from verifier.files.output_folder import DESK, DIGESTS, OUTLINE, RESULT


def written(folder: Path) -> dict[str, bytes]:
    """All files of an output folder by their paths, each with what two runs over the same papers have in common."""
    return {path.relative_to(folder).as_posix(): _lasting(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def _lasting(path: Path) -> bytes:
    """Of a result not its times; of what holds the hash of a result not that hash."""
    data = path.read_bytes()
    told: Any
    if path.name == OUTLINE:
        return data.replace(hashlib.sha256(path.with_name(RESULT).read_bytes()).hexdigest().encode(), b"")
    if path.name in (DIGESTS, DESK):
        told = json.loads(data)
        return json.dumps([sorted(told["files"]), told["writing"], told["log"]]).encode()
    if path.name != RESULT:
        return data
    told = json.loads(data)
    return json.dumps({key: value for key, value in told.items() if key != "engine"}).encode()
