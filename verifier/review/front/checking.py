"""A check in a process of its own: the desk hears how far it is, and stops it; without the desk it ends by itself."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import UsageError, VerifierError
from verifier.files.origin import order_of
from verifier.files.own_folder import readings_folder
from verifier.files.system import reason_of
from verifier.language.masking import mask_text
from verifier.outputs import collected_told, wording
from verifier.review.front.memory import Order, Outcome

if TYPE_CHECKING:
    from verifier.batch import Settings
    from verifier.model import ResultRecord


_MOST_CHANGES = 5
"""flags that a line names"""
_MOST_SCHOOLS = 20
"""schools whose points the page of a batch names"""
_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]


def work(order: Order, tells: Connection, stops: Connection) -> None:
    """The whole life of the process. It sends (a method of Progress, its arguments …), at last ("outcome", Outcome)."""
    logging.disable()  # what is logged may quote a paper, and nobody has set up that it is masked
    outcome = _outcome(order, _Told(tells), stops)
    with suppress(OSError):  # the desk is gone
        tells.send(("outcome", outcome))


def _answer(handler: Callable[..., object] | signal.Handlers) -> None:
    for each in _ENDING:
        signal.signal(each, handler)


def _end(*_: object) -> None:
    """Ends the work as Ctrl+C does, once: what cleans up is left alone."""
    _answer(signal.SIG_IGN)
    raise KeyboardInterrupt


def _heed(stops: Connection) -> None:
    """Waits until the desk says stop, or is no more."""
    with suppress(EOFError, OSError):
        stops.recv()
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGINT)
    else:  # also out of a call of the system
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def _outcome(order: Order, progress: _Told, stops: Connection) -> Outcome:
    try:
        _answer(_end)
        threading.Thread(target=_heed, args=(stops,), daemon=True).start()
        done = _checked(order, progress)
        _answer(signal.SIG_IGN)
        return done
    except KeyboardInterrupt:
        return Outcome("stopped")
    except VerifierError as fault:
        return Outcome("failed", mask_text(str(fault)))
    except OSError as fault:
        return Outcome("failed", f"读写文件时中断：{reason_of(fault)}。请检查磁盘空间和权限后重试。")
    except Exception as fault:  # the border of the program: the desk goes on
        return Outcome("failed", f"核验时程序出错（{type(fault).__name__}），请把它反馈给维护者。")


def _checked(order: Order, progress: _Told) -> Outcome:
    from verifier.batch import check

    settings = _settings(order)
    if order.many:
        return _of_many(order, settings, progress)
    before = _standing(order.out)
    result = check(order.source, order.out, settings, progress)
    changes = tuple(_changes(order.out, before))
    told = (collected_told(result), *changes)
    return Outcome("done", mask_text(_in_a_line(result)), tuple(map(mask_text, _notices(result))), told)


def _standing(out: Path) -> ResultRecord | None:
    """The result that lies in a folder, where one does that can be read."""
    from verifier import comparing

    with suppress(UsageError):
        return comparing.record_of(out)
    return None


def _changes(out: Path, before: ResultRecord | None) -> Iterator[str]:
    """What is different since the last result."""
    from verifier import comparing

    if before is None:
        return
    found = comparing.compared(out, before, out, comparing.record_of(out))
    first, second = found.first.total, found.second.total
    moved = f"{wording.signed(second - first)} 分（{wording.number(first)} → {wording.number(second)}）"
    yield f"比上次 {moved}" if first != second else f"总分与上次相同（{wording.number(second)}）"
    yield from found.remarks
    cells = [("", found.gone, found.new), *((f"{cell.id} ", cell.gone, cell.new) for cell in found.cells)]
    for word, flags in (
        ("已消除", [f"{name}{flag}" for name, gone, _ in cells for flag in gone]),
        ("新出现", [f"{name}{flag}" for name, _, new in cells for flag in new]),
    ):
        if flags:
            more = f"；等 {len(flags)} 条" if len(flags) > _MOST_CHANGES else ""
            yield f"{word}：{'；'.join(flags[:_MOST_CHANGES])}{more}"


def _settings(order: Order) -> Settings:
    """What the page said; of what is done again, all that was said then."""
    from verifier.batch import Settings, usual_jobs

    if order.again is not None and (ordered := order_of(order.again)) is not None:
        return Settings.again(ordered)
    return Settings(
        year=order.year,
        school=order.school or None,
        last_year=order.last_year,
        bureau_data=order.bureau_data,
        cache=readings_folder(),
        jobs=usual_jobs(),
    )


def _of_many(order: Order, settings: Settings, progress: _Told) -> Outcome:
    from verifier.batch import batch, of_folder

    rows = batch(order.source, order.out, settings, progress)
    notices = [*of_folder(order.source, order.out, settings)]
    for row in rows:
        told = [f"没有核验成功：{row.error}"] if row.result is None else _notices(row.result)
        notices += [f"{row.name}：{each}" for each in told if each not in notices]
    good = [f"{row.name}：{_in_a_line(row.result)}" for row in rows if row.result is not None]
    more = [f"等 {len(good)} 所学校，见汇总"] if len(good) > _MOST_SCHOOLS else []
    return Outcome(
        "done",
        f"{len(rows)} 份材料，核验成功 {len(good)} 份",
        tuple(map(mask_text, notices)),
        tuple(map(mask_text, [*good[:_MOST_SCHOOLS], *more])),
    )


def _in_a_line(result: ResultRecord) -> str:
    total, year = result.total, f"{result.year}年度" if result.year else "年度未知"
    points = f"{wording.number(total.proposed)} 分（{wording.span(total.low, total.high)}）"
    return f"{result.school.name or '学校未知'}，{year}：预填 {points}，{result.grade.proposed}"


def _notices(result: ResultRecord) -> list[str]:
    lost = sum(file.out_of_reach for file in result.files)
    unread = [f"有 {lost} 个文件这次打不开，没有读到，请检查磁盘、网络和权限后重新核验。"] if lost else []
    return [*result.notices, *unread]


class _Told:
    """A Progress that tells the desk."""

    def __init__(self, tells: Connection) -> None:
        self._tells = tells

    def bundle(self, name: str, number: int, total: int) -> None:
        self._send("bundle", name, number, total)

    def start(self, what: str, total: int) -> None:
        self._send("start", what, total)

    def advance(self, n: int = 1) -> None:
        self._send("advance", n)

    def tell(self, text: str) -> None:
        self._send("tell", mask_text(text))

    def ended(self, name: str, result: ResultRecord | None, why: str) -> None:
        """The outcome is sent as a whole."""

    def _send(self, *message: object) -> None:
        with suppress(OSError):  # the desk is gone; `_heed` ends the work
            self._tells.send(message)
