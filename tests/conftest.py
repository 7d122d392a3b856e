"""What many tests share: the rule set as it is shipped, both samples checked, and a machine without a network."""

from __future__ import annotations

import hashlib
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from verifier import batch
from verifier.model import CellRecord, RuleSet, Words
from verifier.pipeline import Silent
from verifier.record import result
from verifier.rules import load_rule_set

# what the program keeps of its own on this machine: tests neither see nor leave any
os.environ["XDG_CONFIG_HOME"] = os.environ["APPDATA"] = tempfile.mkdtemp(prefix="verifier-tests-")

HOME = Path(__file__).resolve().parent.parent
SAMPLES = ("good", "flawed")


_cell = result._cell


def _cell_with_grounds(*told: Any) -> CellRecord:
    """No cell of any result that the tests make has points without a piece of evidence that counts."""
    row = _cell(*told)
    if row.low or row.proposed:
        assert any(piece.counted for piece in row.evidence), f"{row.id}: {row.proposed} points, and nothing counts"
    return row


result._cell = _cell_with_grounds


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return load_rule_set("weihai-2020")


@pytest.fixture(scope="session")
def words(rules: RuleSet) -> Words:
    return rules.words


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing can be connected to or looked up; an attempt fails the test, also one that a library swallows."""
    attempts: list[str] = []

    def refuse(*where: Any, **_: Any) -> NoReturn:
        attempts.append(str(where))
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    yield
    assert attempts == []


@pytest.fixture(scope="session")
def cache(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Readings of earlier test runs, as long as nothing in the room that reads has changed."""
    room = sorted((HOME / "verifier" / "ocr").glob("*.py"))
    state = hashlib.sha256(b"".join(path.read_bytes() for path in room)).hexdigest()[:16]
    kept: pytest.Cache | None = getattr(request.config, "cache", None)
    return kept.mkdir(f"readings-{state}") if kept else tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, Path]:
    """Both samples checked once, with every socket forbidden."""
    base = tmp_path_factory.mktemp("samples")
    patch = pytest.MonkeyPatch()

    def refuse(*args: object, **more: object) -> None:
        raise AssertionError("a socket was opened")

    patch.setattr(socket.socket, "__init__", refuse)
    patch.setattr(socket, "getaddrinfo", refuse)
    for name in SAMPLES:
        batch.check(HOME / "samples" / name / "bundle", base / name, batch.Settings(cache=cache), Silent())
    patch.undo()
    return {name: base / name for name in SAMPLES}
