"""Temporary folders: none is left behind, and none of anybody else is touched."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from verifier.workers.folder import _HERE as HERE
from verifier.workers.folder import sweep, working_folder

DEAD = 4_190_000
"""no process has this number"""


def folder(home: Path, name: str, old: bool = True) -> None:
    (home / name / "files").mkdir(parents=True)
    (home / name / "files" / "a").write_bytes(b"a")
    if old:
        os.utime(home / name, (0, 0))


def test_only_folders_of_runs_that_are_no_more_are_removed(tmp_path: Path) -> None:
    folder(tmp_path, f"verifier-{HERE}-{DEAD}-abc_1", old=False)
    folder(tmp_path, f"verifier-elsewhere-{DEAD}-old")
    folder(tmp_path, f"verifier-elsewhere-{DEAD}-new", old=False)
    folder(tmp_path, f"verifier-{HERE}-{os.getpid()}-alive")
    folder(tmp_path, "verifier-notes")
    folder(tmp_path, "other")
    (tmp_path / f"verifier-{HERE}-{DEAD}-link").symlink_to(tmp_path / "other")
    sweep(tmp_path)
    kept = ("elsewhere-4190000-new", f"{HERE}-{DEAD}-link", f"{HERE}-{os.getpid()}-alive", "notes")
    assert {each.name for each in tmp_path.iterdir()} == {"other", *(f"verifier-{name}" for name in kept)}
    assert (tmp_path / "other" / "files" / "a").exists()


def test_what_libraries_put_aside_goes_with_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with working_folder() as work:
        left = tempfile.mkstemp()[1]
        assert Path(left).parent == work
    assert list(tmp_path.iterdir()) == []
    assert tempfile.gettempdir() == str(tmp_path)
