"""The key of a history, and what people become by it: a number that tells whether two are the same, and not who."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable
from pathlib import Path

from verifier.files import write_whole

_BYTES = 32


def stored_key(path: Path) -> bytes | None:
    """The key that a file holds, None when there is none or it is none."""
    try:
        key = bytes.fromhex(path.read_text("ascii"))
    except (OSError, ValueError):
        return None
    return key if len(key) == _BYTES else None


def new_key(path: Path) -> bytes:
    """A key that is written there, readable for its owner alone. Raises WriteError."""
    key = os.urandom(_BYTES)
    write_whole(path, f"{key.hex()}\n".encode("ascii"), lasting=True)
    return key


def keyed(key: bytes, text: str) -> bytes:
    """HMAC-SHA-256 of a text."""
    return hmac.new(key, text.encode("utf-8"), hashlib.sha256).digest()


def people_of(key: bytes, names: Iterable[str]) -> int:
    """A number of 63 bits for all people of a certificate together, whatever their order; 0 for nobody."""
    every = sorted(names)
    return int.from_bytes(keyed(key, "\n".join(every))[:8], "big") >> 1 if every else 0
