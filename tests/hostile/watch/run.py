"""The command with an engine that sees nothing, and with readers that fail at files of certain names.

What is on the pictures is not the question here. Workers load this module too, and so have the same readers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.workers import calls
from verifier import readers
from verifier.model import Document, SourceFile
from verifier.ocr import Reading

_read = readers._read


def _scripted(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """As the reader, but `abort.txt` has it call `abort`."""
    call = getattr(calls, file.path.removesuffix(".txt"), None)
    if call:
        call("")
    return _read(file, work)


readers._read = _scripted


class Blind:
    name, version, settings, jobs = "blind", "0", "", 1

    def read(self, image: Any) -> Reading:
        return Reading()

    def say(self, strips: Any) -> list[tuple[str, float]]:
        return [("", 0.0) for _ in strips]


if __name__ == "__main__":
    from verifier import batch
    from verifier.cli import main

    batch.open_engine = lambda *_: Blind()
    main()
