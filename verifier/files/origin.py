"""Where the papers of an output folder lie, known on this machine alone: no output names a folder of it."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path

from verifier.errors import WriteError
from verifier.files.own_folder import own_folder
from verifier.files.whole import sweep, write_whole

log = logging.getLogger(__name__)

_HOME = "origins"


def remember_origin(out: Path, bundle: Path) -> None:
    """Keeps from which bundle an output folder was made. Where nothing can be kept the outputs are whole without it."""
    place = _place(out)
    sweep(place.parent, shared=True)
    try:
        write_whole(place, os.fsencode(bundle.resolve()))
    except WriteError as fault:
        log.debug("where a bundle lies is not remembered: %s", type(fault).__name__)


def origin_of(out: Path) -> Path | None:
    """The bundle from which an output folder was made; None where this machine doesn't know it."""
    try:
        return Path(os.fsdecode(_place(out).read_bytes()))
    except (OSError, ValueError):
        return None


def _place(out: Path) -> Path:
    """Of the place of the folder only a hash."""
    return own_folder() / _HOME / f"at-{hashlib.sha256(os.fsencode(out.resolve())).hexdigest()}"
