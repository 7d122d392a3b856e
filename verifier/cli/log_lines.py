"""How far a command is and what came of it, a line of JSON an event, for programs that run it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from verifier.cli.faults import masked
from verifier.errors import UsageError, VerifierError
from verifier.files.system import reason_of

if TYPE_CHECKING:
    from verifier.model import ResultRecord

_EVERY = 1.0
"""seconds between two lines of how far a stage is"""


@contextmanager
def log_lines(path: Path) -> Iterator[LogLines]:
    """Adds to a file, which is begun when there is none; the last line says how the command ended.

    Raises UsageError where it can't be written.
    """
    try:
        file = path.open("a", encoding="utf-8", newline="\n", buffering=1)
    except OSError as fault:
        raise UsageError(f"“{path}”不能写入：{reason_of(fault)}，请给 --log-json 换一个位置") from fault
    with file:
        lines = LogLines(file)
        try:
            yield lines
        except VerifierError as error:
            lines.write("end", ok=False, error=str(error))
            raise
        except BaseException as error:
            lines.write("end", ok=False, error=type(error).__name__)
            raise
        lines.write("end", ok=True)


class LogLines:
    """A progress as lines: `bundle`, `stage`, `progress` (once a second at most), `told`, `result`, `failed`, `end`.

    Each has `event` and `at` (UTC, ISO 8601), from the second on the `bundle` that it is of. Texts are masked.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._name, self._stage, self._done, self._total = "", "", 0, 0
        self._began = self._said = 0.0

    def bundle(self, name: str, number: int, total: int) -> None:
        self._name = name
        self.write("bundle", name=name, number=number, total=total)

    def start(self, what: str, total: int) -> None:
        self._stage, self._done, self._total = what, 0, total
        self._began = self._said = time.monotonic()
        self.write("stage", stage=what, total=total)

    def advance(self, n: int = 1) -> None:
        self._done += n
        now = time.monotonic()
        if now - self._said < _EVERY and self._done < self._total:
            return
        self._said = now
        pace = self._done / max(now - self._began, 1e-6)
        left = max(0, self._total - self._done) / pace
        told = {"per_second": round(pace, 2), "seconds_left": round(left)}
        self.write("progress", stage=self._stage, done=self._done, total=self._total, **told)

    def tell(self, text: str) -> None:
        self.write("told", text=text)

    def ended(self, name: str, result: ResultRecord | None, why: str) -> None:
        self._name = name
        if result is None:
            self.write("failed", error=why)
            return
        flags = [flag.severity for flag in result.every_flag]
        self.write(
            "result",
            school=result.school.name,
            year=result.year,
            total={"low": result.total.low, "proposed": result.total.proposed, "high": result.total.high},
            grade=result.grade.proposed,
            files=len(result.files),
            pages=sum(file.pages for file in result.files),
            flags={severity: flags.count(severity) for severity in dict.fromkeys(flags)},
        )

    def write(self, event: str, **told: object) -> None:
        """One line."""
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        of = {"bundle": self._name} if self._name and event not in ("bundle", "end") else {}
        texts = {key: masked(value) if isinstance(value, str) else value for key, value in {**of, **told}.items()}
        self._file.write(json.dumps({"event": event, "at": at, **texts}, ensure_ascii=False) + "\n")
