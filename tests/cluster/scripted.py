"""What processes of a test's cluster are told when they start: they read by a script, and some bundles end them.

A bundle whose name has 毒 in it always does, one with 伤 the first time, when all of it has been read.
"""

from __future__ import annotations

import hashlib
import os
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.schools import Scripted
from verifier.batch import checking, errands, settings
from verifier.ocr.engine import Array, Reading

TOIL, READ = "TESTED_TOIL", "TESTED_READ"
"""variables of the environment: how much is computed a picture, in rounds of 10 ms or so; the file that tells of every
picture that was read"""
_ROUND = 50_000


@dataclass(frozen=True, slots=True)
class Toiling(Scripted):
    """Reads as it does, and takes its time."""

    def read(self, image: Array) -> Reading:
        told = image.tobytes()
        if said := os.environ.get(READ):
            with Path(said).open("a") as file:
                file.write(f"{hashlib.sha256(told).hexdigest()}\n")
        for _ in range(int(os.environ.get(TOIL, "0"))):
            hashlib.pbkdf2_hmac("sha256", told[:64], b"", _ROUND // 3)
        return Scripted.read(self, image)


def scripted(*_: object) -> Toiling:
    """In the place of `open_engine`."""
    return Toiling()


_write = checking._write


def _dying(*told: Any) -> None:
    out = told[4]
    bundle = out.parent  # the outputs of a bundle are built in a folder within its own
    if "毒" in bundle.name or ("伤" in bundle.name and _is_first(bundle)):
        (out / "report.html").write_text("half of it")
        os.kill(os.getpid(), signal.SIGKILL)
    _write(*told)


def _is_first(bundle: Path) -> bool:
    told = bundle.parent.parent / f"died-{bundle.name}"
    if told.exists():
        return False
    told.touch()
    return True


def dask_setup(_: object) -> None:
    """Dask calls it in each process before anything else."""
    checking._write = _dying
    errands.open_engine = settings.open_engine = scripted
