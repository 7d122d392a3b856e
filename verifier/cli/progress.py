"""How far a command is, on stderr."""

from __future__ import annotations

import math
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from verifier.cli.faults import masked
from verifier.cli.log_lines import log_lines

if TYPE_CHECKING:
    from verifier.model import ResultRecord
    from verifier.pipeline import Progress


@contextmanager
def progress(quiet: bool, log: Path | None = None) -> Iterator[Progress]:
    """What is shown while the work goes on; gone with it, however it ends. `log`: where a line of JSON an event goes.

    Raises UsageError as `log_lines`.
    """
    with ExitStack() as told:
        lines = told.enter_context(log_lines(log)) if log is not None else None
        bar = None if quiet else told.enter_context(_shown())
        yield _Both(tuple(each for each in (bar, lines) if each is not None))


@contextmanager
def _shown() -> Iterator[_Bar]:
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.stop()


@dataclass(frozen=True, slots=True)
class _Both:
    """Whoever listens."""

    every: tuple[Progress, ...]

    def bundle(self, name: str, number: int, total: int) -> None:
        for each in self.every:
            each.bundle(name, number, total)

    def start(self, what: str, total: int) -> None:
        for each in self.every:
            each.start(what, total)

    def advance(self, n: int = 1) -> None:
        for each in self.every:
            each.advance(n)

    def tell(self, text: str) -> None:
        for each in self.every:
            each.tell(text)

    def ended(self, name: str, result: ResultRecord | None, why: str) -> None:
        for each in self.every:
            each.ended(name, result, why)


class _Drawn(Protocol):
    """A bar as click draws it."""

    def render_progress(self) -> None: ...

    def update(self, n_steps: int) -> None: ...


class _Bar:
    """A progress bar on stderr, where that is a screen, one task at a time; a line a bundle in a file or a pipe."""

    def __init__(self) -> None:
        self._bar: _Drawn | None = None
        self._of = ""
        self._began = time.monotonic()
        self._flags: Counter[str] = Counter()

    def bundle(self, name: str, number: int, total: int) -> None:
        which = f"第 {number} 份，共 {total} 份"
        self._of = f"{which}，"
        if not sys.stderr.isatty():
            click.echo(masked(f"{which}：{name}{self._left(number - 1, total)}"), err=True)

    def _left(self, done: int, total: int) -> str:
        """How long the others take, as the ones before did, and what was found in those."""
        if not done:
            return ""
        minutes = math.ceil((time.monotonic() - self._began) / done * (total - done) / 60)
        return f"（还要约 {minutes} 分钟；至此缺口 {self._flags['gap']} 处，待核 {self._flags['review']} 处）"

    def ended(self, name: str, result: ResultRecord | None, why: str) -> None:
        self._flags.update(flag.severity for flag in (result.every_flag if result is not None else ()))

    def start(self, what: str, total: int) -> None:
        self.stop()
        if total and sys.stderr.isatty():
            self._bar = click.progressbar(length=total, label=f"{self._of}{what}", show_pos=True, file=sys.stderr)
            self._bar.render_progress()

    def advance(self, n: int = 1) -> None:
        if self._bar is not None:
            self._bar.update(n)

    def tell(self, text: str) -> None:
        self.stop()
        click.echo(masked(text), err=True)

    def stop(self) -> None:
        if self._bar is not None:
            click.echo("\r\x1b[K\x1b[?25h", err=True, nl=False)  # the line is empty again, the cursor to be seen
            self._bar = None
