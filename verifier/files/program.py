"""What program this is, beyond its version: a digest of its own code."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_NO_CODE = ("__pycache__", "_rules")


@cache
def code_digest() -> str:
    """SHA-256 of the names and bytes of all files of the program, without rule sets, however their lines end."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        inside = path.relative_to(_PACKAGE)
        if path.is_file() and not set(_NO_CODE) & set(inside.parts):
            digest.update(inside.as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()
