"""Where the papers of an output folder lie and how they were checked, known on this machine alone: no output names a
folder of it."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from verifier.errors import WriteError
from verifier.files.own_folder import own_folder
from verifier.files.whole import sweep, write_whole

log = logging.getLogger(__name__)

_HOME = "origins"


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a check was told, so that it can be done again."""

    source: Path
    """the bundle; of a batch the folder with the bundles"""
    out: Path
    """of a batch the folder of all"""
    many: bool
    settings: Mapping[str, object]
    """as JSON"""


_ORDERED = TypeAdapter(Ordered)


def remember_origin(out: Path, bundle: Path) -> None:
    """Keeps from which bundle an output folder was made. Where nothing can be kept the outputs are whole without it."""
    _keep(_place(out, "at"), os.fsencode(bundle.resolve()))


def origin_of(out: Path) -> Path | None:
    """The bundle from which an output folder was made; None where this machine doesn't know it."""
    try:
        return Path(os.fsdecode(_place(out, "at").read_bytes()))
    except (OSError, ValueError):
        return None


def remember_order(out: Path, ordered: Ordered | None) -> None:
    """Keeps how an output folder was made; None: it can't be made again without the user."""
    place = _place(out, "how")
    if ordered is None:
        place.unlink(missing_ok=True)
    else:
        _keep(place, _ORDERED.dump_json(ordered))


def order_of(out: Path) -> Ordered | None:
    """How an output folder was made; None where this machine doesn't know it."""
    try:
        return _ORDERED.validate_json(_place(out, "how").read_bytes())
    except (OSError, ValidationError):
        return None


def _keep(place: Path, content: bytes) -> None:
    sweep(place.parent, shared=True)
    try:
        write_whole(place, content)
    except WriteError as fault:
        log.debug("where a bundle lies is not remembered: %s", type(fault).__name__)


def _place(out: Path, what: str) -> Path:
    """Of the place of the folder only a hash."""
    return own_folder() / _HOME / f"{what}-{hashlib.sha256(os.fsencode(out.resolve())).hexdigest()}"
