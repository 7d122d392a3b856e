"""How far a command is, on stderr."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

from verifier.cli.faults import masked

if TYPE_CHECKING:
    from verifier.pipeline import Progress


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """What is shown while the work goes on; gone with it, however it ends."""
    if quiet:
        from verifier.pipeline import Silent

        yield Silent()
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.stop()


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

    def bundle(self, name: str, number: int, total: int) -> None:
        which = f"第 {number} 份，共 {total} 份"
        self._of = f"{which}，"
        if not sys.stderr.isatty():
            click.echo(masked(f"{which}：{name}{self._left(number - 1, total)}"), err=True)

    def _left(self, done: int, total: int) -> str:
        """How long the others take, as the ones before did."""
        if not done:
            return ""
        minutes = math.ceil((time.monotonic() - self._began) / done * (total - done) / 60)
        return f"（还要约 {minutes} 分钟）"

    def start(self, what: str, total: int) -> None:
        self.stop()
        if total and sys.stderr.isatty():
            self._bar = click.progressbar(length=total, label=f"{self._of}{what}", file=sys.stderr)
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
