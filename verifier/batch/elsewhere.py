"""A batch on the machines of a cluster: what it sends there, and what it makes of what comes back."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from verifier.batch.errands import Done, Errand, Order, Parcel, checked, fitness, order_of
from verifier.batch.settings import Settings
from verifier.cluster import Machines, machines
from verifier.errors import UsageError
from verifier.files.output_folder import RESULT
from verifier.model import Lost, OtherBundle, ResultRecord, RuleSet
from verifier.pipeline import Progress
from verifier.record import UnreadableRecord, read_result

_SEEN = 60.0
"""seconds after which what another machine wrote has to be seen here"""
_LOOK = 0.2
_OF_A_FILE = 250_000
"""bytes of an archive that are about one file: for the order of the work alone"""
_LOST = "处理这一份的进程接连几次意外结束，没有核验；请单独核验这一份，或检查处理机器的内存"


class There:
    """The machines that check the bundles of one batch."""

    def __init__(self, found: Machines, order: Order, drafts: _Drafts) -> None:
        self._machines, self._order, self._drafts = found, order, drafts

    def checked(
        self, bundles: Mapping[str, Path], out: Path, beside: Sequence[OtherBundle] = ()
    ) -> Iterator[tuple[str, ResultRecord | str, bool]]:
        """Each bundle as it ends: its name, its result or why there is none, and whether that lasts.

        The largest go first, so that none is left over at the end. Raises what `Done.stops` says, and as
        `Machines.each`.
        """
        parcel = Parcel.of(tuple(beside), self._drafts.path()) if beside else None
        errands = {
            name: Errand(self._order, bundle.absolute(), (out / name).absolute(), parcel)
            for name, bundle in sorted(bundles.items(), key=lambda item: -_size(item[1]))
        }
        for name, machine, done in self._machines.each(checked, errands):
            if isinstance(done, Lost):
                yield name, _LOST, False
            elif done.stops is not None:
                raise done.stops(f"机器 {machine}：{done.error}")
            else:
                yield name, done.error or _read(out / name, done, machine), done.lasting


@contextmanager
def there(
    scheduler: str | None,
    folder: Path,
    out: Path,
    settings: Settings,
    rules: RuleSet,
    notices: tuple[str, ...],
    progress: Progress,
) -> Iterator[There | None]:
    """The machines of a scheduler, for a batch that is alone in `out`; None without one. Raises as `machines`."""
    if scheduler is None:
        yield None
        return
    drafts = _Drafts(out)
    try:
        sign = drafts.path()
        sign.write_bytes(secrets.token_hex(16).encode())
        order = order_of(folder, out, settings, rules, notices, sign)
        with machines(scheduler, _Fit(order), progress.tell) as found:
            yield There(found, order, drafts)
    finally:
        drafts.remove()


class _Fit:
    """The question whether a machine is fit, as it is sent."""

    def __init__(self, order: Order) -> None:
        self._order = order

    def __call__(self) -> str:
        return fitness(self._order)


class _Drafts:
    """Files in an output folder that are there during the run alone; the next one removes what a killed one left."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._made: list[Path] = []

    def path(self) -> Path:
        """Of another one."""
        self._made.append(self._out / f".writing-{os.getpid()}-{secrets.token_hex(4)}.tmp")
        return self._made[-1]

    def remove(self) -> None:
        for path in self._made:
            path.unlink(missing_ok=True)


def _size(bundle: Path) -> int:
    """About how many files there are."""
    try:
        if bundle.is_file():
            return bundle.stat().st_size // _OF_A_FILE
        return sum(len(files) for _, _, files in os.walk(bundle))
    except OSError:
        return 0


def _read(out: Path, done: Done, machine: str) -> ResultRecord:
    """The result that another machine wrote. A share shows it a little later here; raises UsageError where it never
    does."""
    last = time.monotonic() + _SEEN
    while not _is_there(out, done.sha256):
        if time.monotonic() > last:
            raise UsageError(f"机器 {machine} 写好的结果在本机的“{out}”里看不到，请检查各台机器共用的存储后再运行一次")
        time.sleep(_LOOK)
    try:
        return read_result(out)
    except UnreadableRecord as fault:
        raise UsageError(f"机器 {machine} 写好的结果“{out}”读不出来：{fault}") from fault


def _is_there(out: Path, sha256: str) -> bool:
    try:
        os.listdir(out)  # which has a share look anew
        return hashlib.sha256((out / RESULT).read_bytes()).hexdigest() == sha256
    except OSError:
        return False
