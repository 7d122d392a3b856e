"""`decisions.jsonl`: one decision a line, appended, each line bound to the one before, never changed.

A line holds `previous`, the SHA-256 of the bytes of the line before, and `hash`, that of its own JSON without `hash`:
a changed line shows by itself and by the next one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from filelock import FileLock, Timeout

from verifier.errors import WriteError
from verifier.files import write_whole
from verifier.files.output_folder import DAMAGED_DECISIONS, DECISIONS, DECISIONS_LOCK
from verifier.files.system import reason_of
from verifier.files.whole import sync_folder
from verifier.model import Damage, Decision, DecisionKind, DecisionLog

PATIENCE = 10
"""seconds to wait for another process"""


class Conflict(Exception):
    """Others decided on the same cell meanwhile."""

    def __init__(self, changed: tuple[Decision, ...]) -> None:
        super().__init__("the cell was decided on meanwhile")
        self.changed = changed


class Damaged(Exception):
    """The log is damaged; nothing is added to it before the damaged part is set aside."""


def read_log(folder: Path) -> DecisionLog:
    """The decisions of an output folder, up to the first line that is not as it was written."""
    try:
        return _read((folder / DECISIONS).read_bytes())
    except FileNotFoundError:
        return DecisionLog()


def append(folder: Path, decision: Decision, seen: str) -> Decision:
    """Adds a decision, on the disk when this returns; the decision with the hash of its line.

    `seen` is the head of the log as the reviewer saw it. Raises Conflict when others decided on the same cell since,
    Damaged when the log is, WriteError when it can't be written.
    """
    with _locked(folder):
        log = read_log(folder)
        if log.damage:
            raise Damaged
        if changed := tuple(each for each in _since(log, seen) if each.indicator == decision.indicator):
            raise Conflict(changed)
        line = _line(decision, log.head)
        _write(folder / DECISIONS, line + b"\n")
    return _decision(json.loads(line, parse_float=Decimal), line)


def set_aside(folder: Path) -> int:
    """Moves everything from the first damaged line on to another file, where it is kept; how many lines stay."""
    with _locked(folder):
        path = folder / DECISIONS
        log = read_log(folder)
        if log.damage is None:
            return len(log.decisions)
        lines = path.read_bytes().split(b"\n")
        sound, rest = lines[: log.damage.number - 1], lines[log.damage.number - 1 :]
        _write(folder / DAMAGED_DECISIONS, b"\n".join(rest).rstrip(b"\n") + b"\n")
        write_whole(path, b"".join(line + b"\n" for line in sound), lasting=True)
        return len(sound)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Alone among all processes that write this log."""
    lock = FileLock(folder / DECISIONS_LOCK, timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout as fault:
        raise WriteError("另一个程序正在写审核记录，请稍后再试") from fault
    except OSError as fault:
        raise WriteError(f"无法写入“{DECISIONS_LOCK}”：{reason_of(fault)}，请检查磁盘空间和权限") from fault
    try:
        yield
    finally:
        lock.release()


def _since(log: DecisionLog, seen: str) -> tuple[Decision, ...]:
    """The decisions after the line that was the last one seen; all when that line is there no more."""
    at = next((index for index, each in enumerate(log.decisions, 1) if each.line == seen), 0)
    return log.decisions[at:]


# --- lines ----------------------------------------------------------------------------------------------------------


def _line(decision: Decision, previous: str) -> bytes:
    data: dict[str, object] = {
        "kind": decision.kind,
        "indicator": decision.indicator,
        "target": decision.target or None,
        "points": _stored(decision.points),
        "reason": decision.reason,
        "reviewer": decision.reviewer,
        "time": decision.time,
        "result": decision.result,
        "previous": previous or None,
    }
    return _dumped(data | {"hash": _digest(_dumped(data))})


def _stored(points: Fraction | None) -> int | float | str | None:
    """A number where a decimal says it exactly, else the fraction as text."""
    if points is None or points.denominator == 1:
        return None if points is None else int(points)
    return float(points) if Fraction(str(float(points))) == points else str(points)


def _dumped(data: Mapping[str, object]) -> bytes:
    return json.dumps(data, ensure_ascii=False, default=float).encode("utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(content: bytes) -> DecisionLog:
    decisions: list[Decision] = []
    previous: str | None = None
    lines = content.split(b"\n")
    for number, line in enumerate(lines[:-1], 1):
        found = _checked(line, previous)
        if isinstance(found, str):
            return DecisionLog(tuple(decisions), Damage(number, found))
        decisions.append(found)
        previous = found.line
    if lines[-1]:
        return DecisionLog(tuple(decisions), Damage(len(lines), "这一行没有写完"))
    return DecisionLog(tuple(decisions))


@lru_cache(maxsize=4096)  # the whole log is read at every save, and all but its last line was read before
def _checked(line: bytes, previous: str | None) -> Decision | str:
    """The decision of a line, or what is wrong with it."""
    try:
        data = json.loads(line, parse_float=Decimal)
        told = data.pop("hash")
        if told != _digest(_dumped(data)):
            return "这一行的内容被改动过"
        if data["previous"] != previous:
            return "这一行与上一行接不上，之前有内容被改动或删去"
        return _decision(data, line)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
        return "这一行不是完整的审核记录"


def _decision(data: Mapping[str, Any], line: bytes) -> Decision:
    if data["kind"] not in get_args(DecisionKind):
        raise ValueError(data["kind"])
    points = None if data["points"] is None else Fraction(data["points"])
    texts = {key: str(data[key] or "") for key in ("indicator", "target", "reason", "reviewer", "time", "result")}
    return Decision(kind=data["kind"], points=points, line=_digest(line), **texts)


# --- bytes to the disk ----------------------------------------------------------------------------------------------


def _write(path: Path, content: bytes) -> None:
    """Appends, down to the disk; what could not be written whole is taken back."""
    is_new = not path.exists()
    try:
        with path.open("ab") as file:
            size = file.tell()
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(size)
                raise
        if is_new:
            sync_folder(path.parent)
    except OSError as fault:
        raise WriteError(f"无法写入“{path.name}”：{reason_of(fault)}，请检查磁盘空间和权限") from fault
