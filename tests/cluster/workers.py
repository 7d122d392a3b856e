"""A cluster on this machine, its processes started from one that has the program loaded."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

import dask
from distributed import Client, LocalCluster
from distributed.utils import get_mp_context


@contextmanager
def inside(many: int) -> Iterator[str]:
    """The scheduler of so many that are threads of this process."""
    with LocalCluster(
        n_workers=many, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=":0"
    ) as cluster:
        yield cluster.scheduler_address


@contextmanager
def processes(many: int, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """The scheduler of so many that are processes under a nanny, as `dask worker` starts them: they read by a script,
    and die where `tests.cluster.scripted` says."""
    with dask.config.set({"distributed.worker.multiprocessing-method": "forkserver"}):
        get_mp_context().set_forkserver_preload(["distributed", "tests.cluster.scripted"])
        with LocalCluster(
            n_workers=many,
            threads_per_worker=1,
            dashboard_address=":0",
            preload=["tests.cluster.scripted"],
            silence_logs=50,
            env=dict(environment or {}),
        ) as cluster:
            yield cluster.scheduler_address


def kill(scheduler: str, which: int) -> bool:
    """Ends one of the processes as a machine that is switched off does; whether there was any."""
    with Client(scheduler, set_as_default=False) as client:
        there = sorted(client.run(os.getpid, on_error="ignore").values())
        if not there:
            return False
        with suppress(ProcessLookupError):
            os.kill(there[which % len(there)], signal.SIGKILL)
        return True
