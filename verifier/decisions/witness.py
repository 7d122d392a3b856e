"""What is known of a log apart from it: how many lines it had, and the last. So lines that are gone are missed.

A chain of lines shows what was changed in it, but not that its end was cut off, or that a program which keeps folders
alike between machines put an older copy in its place. It is kept on this machine by where the log lies, and by its
first line for one that was moved, of the place only a hash; and beside the log, in `desk.json`, for other machines.
"""

from __future__ import annotations

import hashlib
import itertools
import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from verifier import __version__
from verifier.errors import WriteError
from verifier.files import sweep, write_whole
from verifier.files.manifest import BrokenManifest, LogState, Manifest, read_manifest, update
from verifier.files.output_folder import DECISIONS, DESK
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


def log_state(decisions: DecisionLog) -> LogState:
    """What is kept of a log beside it."""
    last = decisions.decisions[-1] if decisions.decisions else None
    told = (last.reviewer, last.time) if last else ("", "")
    return LogState(len(decisions.decisions), decisions.head, *told)


def begin(folder: Path, decisions: DecisionLog) -> None:
    """Keeps beside a log that a line is going to be added to it. Raises WriteError."""
    writing = {DECISIONS}
    update(
        folder, lambda told: replace(told, log=log_state(decisions), writing=tuple(sorted({*told.writing} | writing)))
    )


def remember(folder: Path, decisions: DecisionLog) -> None:
    """Keeps what the log of an output folder is now. Where nothing can be kept the log goes on without it."""
    try:
        update(folder, lambda told: _with_log(told, decisions))
    except WriteError as fault:
        log.debug("a log is not remembered beside it: %s", type(fault).__name__)
    content = _KNOWN.dump_json(Known(len(decisions.decisions), decisions.head))
    home = own_folder() / _HOME
    sweep(home, shared=True)
    for path in _places(folder, decisions):
        try:
            write_whole(path, content, lasting=True)
        except WriteError as fault:
            log.debug("a log is not remembered: %s", type(fault).__name__)


def _with_log(told: Manifest, decisions: DecisionLog) -> Manifest:
    writing = tuple(name for name in told.writing if name != DECISIONS)
    return replace(told, program=__version__, log=log_state(decisions), writing=writing)


def is_known(folder: Path, decisions: DecisionLog) -> bool:
    """Whether a log ends, or stands empty, where it did when it was last kept, here or on another machine."""
    return any(known.head == decisions.head for known in _known(folder, decisions))


def _known(folder: Path, decisions: DecisionLog) -> Iterator[Known]:
    """What this machine kept, then what lies beside it."""
    yield from itertools.islice(filter(None, map(_read, _places(folder, decisions))), 1)
    with suppress(BrokenManifest):
        beside = read_manifest(folder / DESK)
        if beside is not None and beside.log is not None:
            yield Known(beside.log.lines, beside.log.head)


def missing(folder: Path, decisions: DecisionLog) -> Damage | None:
    """What is gone of the log since it was last kept; None where nothing is."""
    lines = [each.line for each in decisions.decisions]
    return next((_missing(known, lines) for known in _known(folder, decisions) if not _has(lines, known)), None)


def _has(lines: Sequence[str], known: Known) -> bool:
    return not known.count or known.head in lines[known.count - 1 : known.count]


def _missing(known: Known, lines: Sequence[str]) -> Damage:
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
