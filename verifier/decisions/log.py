"""`decisions.jsonl`: one decision a line, appended, each line bound to the one before, never changed.

A line holds `previous`, the SHA-256 of the bytes of the line before, and `hash`, that of its own JSON without `hash`:
a changed line shows by itself and by the next one.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from verifier.decisions.corrections import correction_of, stored_correction
from verifier.decisions.witness import begin, is_known, missing, remember
from verifier.errors import WriteError
from verifier.files import sweep, write_whole
from verifier.files.lock import Held, locked
from verifier.files.manifest import noting, update
from verifier.files.output_folder import DAMAGED_DECISIONS, DECISIONS, DECISIONS_LOCK
from verifier.files.system import reason_of
from verifier.files.whole import sync_folder
from verifier.language.masking import mask_text
from verifier.model import QUESTION_KINDS, Damage, Decision, DecisionKind, DecisionLog

_POINTS = re.compile(r"\d{1,4}(\.\d{1,20})?|\d{1,20}/[1-9]\d{0,19}")
_MOST_POINTS = 1000
_LOT = re.compile("[0-9a-f]{0,32}")
_TORN = "这一行没有写完"
PATIENCE = 10
"""seconds to wait for another process"""


class Conflict(Exception):
    """Others decided on the same cell, or on the same question, meanwhile."""

    def __init__(self, changed: tuple[Decision, ...]) -> None:
        super().__init__("the cell was decided on meanwhile")
        self.changed = changed


class Damaged(Exception):
    """The log is damaged; nothing is added to it before the damaged part is set aside."""


def read_log(folder: Path) -> DecisionLog:
    """The decisions of an output folder, up to the first line that is not as it was written.

    Lines that are gone are damage too. A last line that was not written to its end was never acknowledged: it counts
    for nothing, where it is known that it is the next one.
    """
    log = _on_disk(folder)
    if log.damage is None:
        return replace(log, damage=missing(folder, log))
    torn = log.damage.what == _TORN and is_known(folder, log)
    return replace(log, damage=None) if torn else log


def _on_disk(folder: Path) -> DecisionLog:
    try:
        return _read((folder / DECISIONS).read_bytes())
    except FileNotFoundError:
        return DecisionLog()


def append(folder: Path, decision: Decision, seen: str) -> Decision:
    """Adds a decision; it with the hash of its line. As `append_all`."""
    (added,) = append_all(folder, (decision,), seen)
    return added


def append_all(folder: Path, decisions: Sequence[Decision], seen: str) -> tuple[Decision, ...]:
    """Adds decisions at once, on the disk when this returns, or none of them; each with the hash of its line.

    `seen` is the head of the log as the reviewer saw it. Raises Conflict when others decided on the same cells or
    questions since, Damaged when the log is, WriteError when it can't be written.
    """
    with _locked(folder):
        log = read_log(folder)
        if log.damage:
            raise Damaged
        about = set(map(_about, decisions))
        if changed := tuple(each for each in _since(log, seen) if _about(each) in about):
            raise Conflict(changed)
        lines, every = b"", log
        for each in decisions:
            line = _line(each, every.head)
            lines += line + b"\n"
            every = DecisionLog((*every.decisions, _decision(json.loads(line, parse_float=Decimal), line)))
        begin(folder, log)
        _write(folder / DECISIONS, lines, log.size)
        remember(folder, every)
    return every.decisions[len(log.decisions) :]


def _about(decision: Decision) -> tuple[str, str]:
    """The cell, or the question."""
    return decision.indicator, decision.target if decision.kind in QUESTION_KINDS else ""


def set_aside(folder: Path) -> int:
    """Moves everything from the first damaged line on to another file, where it is kept; how many lines stay.

    Of lines that are gone it is no longer asked.
    """
    with _locked(folder):
        path = folder / DECISIONS
        log = _on_disk(folder)
        sweep(folder)
        update(folder, lambda before: before, anew=True)
        if log.damage is not None:
            content = path.read_bytes()
            aside = folder / DAMAGED_DECISIONS
            with noting(folder, [DAMAGED_DECISIONS]):
                _write(aside, content[log.size :].rstrip(b"\n") + b"\n", aside.stat().st_size if aside.exists() else 0)
                write_whole(path, content[: log.size], lasting=True)
        remember(folder, log)
        return len(log.decisions)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Alone among all processes that write this log."""
    with ExitStack() as held:
        try:
            held.enter_context(locked(folder / DECISIONS_LOCK, PATIENCE))
        except Held as fault:
            raise WriteError("另一个程序正在写审核记录，请稍后再试") from fault
        except OSError as fault:
            raise WriteError(f"无法写入“{DECISIONS_LOCK}”：{reason_of(fault)}，请检查磁盘空间和权限") from fault
        yield


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
        "reason": mask_text(decision.reason),
        "reviewer": mask_text(decision.reviewer),
        "time": decision.time,
        "result": decision.result,
        "seen": decision.seen,
    }
    if decision.correction is not None:
        data["correction"] = stored_correction(decision.correction)
    if decision.saw:
        data["saw"] = [list(each) for each in decision.saw]
    if decision.lot:
        data["lot"] = decision.lot
    data["previous"] = previous or None
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
    size = 0
    for number, line in enumerate(lines[:-1], 1):
        found = _checked(line, previous)
        if isinstance(found, str):
            return DecisionLog(tuple(decisions), Damage(number, found), size)
        decisions.append(found)
        previous = found.line
        size += len(line) + 1
    return DecisionLog(tuple(decisions), Damage(len(lines), _TORN) if lines[-1] else None, size)


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
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return "这一行不是完整的审核记录"


def _decision(data: Mapping[str, Any], line: bytes) -> Decision:
    if data["kind"] not in get_args(DecisionKind):
        raise ValueError(data["kind"])
    points = None if data["points"] is None else _points(data["points"])
    texts = {key: str(data[key] or "") for key in ("indicator", "target", "time", "result")}
    typed = {key: mask_text(str(data[key] or "")) for key in ("reason", "reviewer")}
    seen = str(data.get("seen") or "")
    correction = correction_of(data["correction"]) if data["kind"] == "correct" else None
    return Decision(
        kind=data["kind"],
        points=points,
        seen=seen,
        line=_digest(line),
        correction=correction,
        lot=_lot(data.get("lot", "")),
        saw=tuple((mask_text(str(name)), mask_text(str(value))) for name, value in data.get("saw", ())),
        **texts,
        **typed,
    )


def _lot(told: object) -> str:
    """Raises ValueError for what this program never wrote."""
    if not isinstance(told, str) or not _LOT.fullmatch(told):
        raise ValueError("lot")
    return told


def _points(told: object) -> Fraction:
    """Points as a log has them. Raises ValueError for what no cell has: of 1e999999999 a fraction is never made."""
    text = str(told)
    if isinstance(told, bool) or not _POINTS.fullmatch(text) or (value := Fraction(text)) > _MOST_POINTS:
        raise ValueError(text[:20])
    return value


# --- bytes to the disk ----------------------------------------------------------------------------------------------


def _write(path: Path, content: bytes, size: int) -> None:
    """Writes behind the first `size` bytes, down to the disk; what could not be written whole is taken back."""
    is_new = not path.exists()
    try:
        path.touch(mode=0o600)
        with path.open("r+b", buffering=0) as file:
            file.truncate(size)
            file.seek(size)
            try:
                left = memoryview(content)
                while left:
                    left = left[file.write(left) :]
                os.fsync(file.fileno())
            except OSError:
                file.truncate(size)
                raise
        if is_new:
            sync_folder(path.parent)
    except OSError as fault:
        raise WriteError(f"无法写入“{path.name}”：{reason_of(fault)}，请检查磁盘空间和权限") from fault
