"""The last result of an output folder, kept in it when a new one takes its place."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from verifier.files.output_folder import ANNEX2, ANNEX2_BOOK, EARLIER, REPORT, RESULT

_KEPT = (RESULT, REPORT, ANNEX2, ANNEX2_BOOK)
"""what people read and `diff` compares; without evidence.json, by which `--history` would find a school's own pictures
again"""


def keep_earlier(out: Path, draft: Path) -> None:
    """Puts the result that lies in `out` beside the new one in `draft`; there is one at most.

    A check that finds the same again leaves the one before it, and one with personal data in it (`--show-pii`) is not
    kept.
    """
    old, new = _result(out), _result(draft)
    if old is None or old == new or old.get("unmasked"):
        return
    kept = draft / EARLIER
    kept.mkdir(mode=0o700)
    for name in _KEPT:
        if (out / name).is_file():
            shutil.copyfile(out / name, kept / name)
            (kept / name).chmod(0o600)


def _result(folder: Path) -> dict[str, Any] | None:
    """Without what differs each time."""
    try:
        read = json.loads((folder / RESULT).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return {name: value for name, value in read.items() if name != "engine"} if isinstance(read, dict) else None
