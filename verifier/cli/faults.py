"""What a command says when it fails, and what it logs: masked, in one sentence, with an exit status."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

from verifier.errors import VerifierError, WriteError
from verifier.files.system import is_full, reason_of

FOUND_WANTING = 1
"""exit status where `--fail-on` was met"""
_SIGNALLED = 128
"""exit status, and the number of the signal, as shells tell of a program that one has ended"""


class _Ended(KeyboardInterrupt):
    """The system or another program asks this one to end; the argument is the signal."""


@contextmanager
def faults(verbose: bool = False) -> Iterator[None]:
    """Errors become one sentence and their exit status; never a bare traceback."""
    _quiet_libraries()
    _set_up_logging(verbose)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    _end_orderly()
    try:
        yield
    except VerifierError as error:
        click.echo(f"错误：{masked(str(error))}", err=True)
        sys.exit(error.exit_status)
    except OSError as fault:
        if not is_full(fault):
            _give_up(fault, verbose)
        click.echo(f"错误：{reason_of(fault)}，没有写完的结果不会留下。请清理磁盘后重试。", err=True)
        sys.exit(WriteError.exit_status)
    except (KeyboardInterrupt, click.Abort) as ended:
        click.echo("已中断。没有写完的结果不会留下，原有的结果没有动。", err=True)
        sys.exit(_SIGNALLED + (ended.args[0] if isinstance(ended, _Ended) else signal.SIGINT))
    except Exception as error:
        _give_up(error, verbose)


def _give_up(error: Exception, verbose: bool) -> NoReturn:
    if verbose:
        click.echo(masked(traceback.format_exc()), err=True)
    click.echo(f"程序出错（{type(error).__name__}），加 -v 可看详情，请把它反馈给维护者。", err=True)
    sys.exit(VerifierError.exit_status)


def _end_orderly() -> None:
    """A signal to end, or a terminal that is closed, ends a command as Ctrl+C does."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup has it ignored
            signal.signal(number, _end)


def _end(number: int, _: object) -> None:
    raise _Ended(number)


def masked(text: str) -> str:
    """The text without personal data."""
    from verifier.language.masking import mask_text

    return mask_text(text)


def _quiet_libraries() -> None:
    """What native code writes by itself, as libpng does on a broken picture, does not reach the user's screen."""
    if sys.stderr is sys.__stderr__ and sys.stderr is not None and sys.stderr.fileno() == 2:
        sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace", buffering=1)
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)


def _set_up_logging(verbose: bool) -> None:
    heard = logging.StreamHandler(sys.stderr)
    heard.setFormatter(_Masked("%(levelname)s:%(name)s:%(message)s"))
    logging.basicConfig(level=logging.ERROR, handlers=[heard])
    logging.captureWarnings(True)  # they speak to programmers
    if verbose:  # ours alone: what libraries log may hold the papers' content
        logging.getLogger("verifier").setLevel(logging.DEBUG)


class _Masked(logging.Formatter):
    """What is logged may quote a paper or name a file: personal data is masked in all of it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the traceback that belongs to it."""
        return masked(super().format(record))
