"""Histories of both kinds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.history.kept import CELLS, Opened, history
from tests.history.server import Cluster, served
from verifier.files.output_folder import EVIDENCE
from verifier.history import Memory, Server, taken_in

_NUMBERS = count()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with served() as own:
        yield own


@pytest.fixture
def server(cluster: Cluster) -> Server:
    """A database in which there is nothing yet."""
    return cluster.schema(f"t{next(_NUMBERS)}")


@pytest.fixture
def both(cluster: Cluster) -> tuple[Opened, Opened]:
    """Each opens the history of a folder: its own, or one of a server into which the outputs below it are taken."""
    servers: dict[Path, Server] = {}

    @contextmanager
    def shared(folder: Path, own: Path | None = None, told: list[str] | None = None) -> Iterator[Memory]:
        server = servers.get(folder) or servers.setdefault(folder, cluster.schema(f"t{next(_NUMBERS)}"))
        if any(folder.rglob(EVIDENCE)):
            taken_in(server, folder, CELLS, (told if told is not None else []).append)
        with history(server, own, told) as memory:
            yield memory

    return history, shared


@pytest.fixture(params=["sqlite", "postgres"])
def opened(request: pytest.FixtureRequest, both: tuple[Opened, Opened]) -> Opened:
    """One of them."""
    return both[request.param == "postgres"]
