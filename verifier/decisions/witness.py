"""What is known of a log apart from it: how many lines it had, and the last. So lines that are gone are missed.

A chain of lines shows what was changed in it, but not that its end was cut off, or that a program which keeps folders
alike between machines put an older copy in its place. It is kept by where the log lies, and by its first line for one
that was moved; of the place only a hash.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from verifier.errors import WriteError
from verifier.files import sweep, write_whole
from verifier.files.own_folder import own_folder
from verifier.model import Damage, DecisionLog

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    count: int
    """lines"""
    head: str
    """hash of the last"""


_KNOWN = TypeAdapter(Known)
_HOME = "decisions"


def remember(folder: Path, decisions: DecisionLog) -> None:
    """Keeps what the log of an output folder is now. Where nothing can be kept the log goes on without it."""
    content = _KNOWN.dump_json(Known(len(decisions.decisions), decisions.head))
    home = own_folder() / _HOME
    sweep(home, shared=True)
    for path in _places(folder, decisions):
        try:
            write_whole(path, content, lasting=True)
        except WriteError as fault:
            log.debug("a log is not remembered: %s", type(fault).__name__)


def known_of(folder: Path, decisions: DecisionLog) -> Known | None:
    """What was kept of the log last; None for a log that this machine has not seen."""
    return next(filter(None, map(_read, _places(folder, decisions))), None)


def missing(folder: Path, decisions: DecisionLog) -> Damage | None:
    """What is gone of the log since it was last kept; None where nothing is."""
    known, lines = known_of(folder, decisions), [each.line for each in decisions.decisions]
    if known is None or not known.count or (known.head in lines[known.count - 1 : known.count]):
        return None
    if not lines:
        what = f"记录不见了，上次保存时有{known.count}条"
    elif len(lines) < known.count:
        what = f"比上次保存时少了{known.count - len(lines)}条，可能被截掉，或被同步程序换成了旧的一份"
    else:
        what = "与上次保存的不是同一份记录，可能被改写或替换过"
    return Damage(len(lines) + 1, what, missing=True)


def _places(folder: Path, decisions: DecisionLog) -> Iterator[Path]:
    home = own_folder() / _HOME
    yield home / f"at-{_hash(str(folder.resolve()))}.json"
    if decisions.decisions:
        yield home / f"from-{decisions.decisions[0].line}.json"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: Path) -> Known | None:
    try:
        return _KNOWN.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
