"""Temporary folders: none is left behind, and none of anybody else is touched."""

from __future__ import annotations

import os
from pathlib import Path

from verifier.workers.folder import sweep

DEAD = 4_190_000
"""no process has this number"""


def folder(home: Path, name: str, old: bool = True) -> None:
    (home / name / "files").mkdir(parents=True)
    (home / name / "files" / "a").write_bytes(b"a")
    if old:
        os.utime(home / name, (0, 0))


def test_only_old_folders_of_runs_that_are_no_more_are_removed(tmp_path: Path) -> None:
    folder(tmp_path, f"verifier-{DEAD}-abc_1")
    folder(tmp_path, f"verifier-{DEAD}-new", old=False)
    folder(tmp_path, f"verifier-{os.getpid()}-alive")
    folder(tmp_path, "verifier-notes")
    folder(tmp_path, "other")
    (tmp_path / f"verifier-{DEAD}-link").symlink_to(tmp_path / "other")
    sweep(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {
        *(f"verifier-{DEAD}-new", f"verifier-{DEAD}-link", f"verifier-{os.getpid()}-alive", "verifier-notes", "other")
    }
    assert (tmp_path / "other" / "files" / "a").exists()
