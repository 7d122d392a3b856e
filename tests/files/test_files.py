"""A file appears whole or not at all, and an output folder is known by what is in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from verifier.errors import WriteError
from verifier.files import sweep, write_whole
from verifier.files import whole as whole_files
from verifier.files.output_folder import is_output, is_result


@pytest.mark.parametrize("lasting", [False, True])
def test_a_second_write_replaces_the_first(tmp_path: Path, lasting: bool) -> None:
    target = tmp_path / "new" / "a.txt"
    for content in (b"old and longer", b"new"):
        write_whole(target, content, lasting=lasting)
    assert target.read_bytes() == b"new" and os.listdir(target.parent) == ["a.txt"]


def test_a_target_that_cannot_be_replaced_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").touch()
    with pytest.raises(WriteError, match="无法写入"):
        write_whole(tmp_path / "taken", b"x")
    assert os.listdir(tmp_path) == ["taken"]


def test_a_file_that_another_program_holds_for_a_moment_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = os.replace, [PermissionError("held open"), PermissionError("held open")]

    def held(source: Path, target: Path) -> None:
        if refusals:
            raise refusals.pop()
        replace(source, target)

    monkeypatch.setattr(whole_files.os, "replace", held)
    monkeypatch.setattr(whole_files.time, "sleep", lambda seconds: None)
    write_whole(tmp_path / "a.txt", b"x")
    assert (tmp_path / "a.txt").read_bytes() == b"x" and refusals == []


def test_drafts_of_a_run_that_was_ended_are_swept_away_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in (".writing-abc.tmp", "a.tmp"):
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert {path.name for path in tmp_path.rglob("*")} == {"pages", "a.tmp"}


def test_where_others_write_only_drafts_of_processes_that_are_gone_are_swept_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    own = tmp_path / f".writing-{os.getpid()}-abc.tmp"
    for draft in (own, tmp_path / f".writing-{ended.pid}-abc.tmp", tmp_path / ".writing-abc.tmp"):
        draft.touch()
    sweep(tmp_path, shared=True)
    assert list(tmp_path.iterdir()) == [own]


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (b'{"schema": "verifier/result@1", "school": {}}', True),
        (b'{\n "schema" : "verifier/result@1"', True),
        (b'{"schema": "other"}', False),
        (b"", False),
    ],
)
def test_an_output_folder_is_known_by_its_result(content: bytes, is_one: bool) -> None:
    assert is_result(content) is is_one


def test_what_the_program_writes_is_told_from_what_a_school_adds() -> None:
    assert all(map(is_output, ("report.html", "pages/a.jpg", "decisions.jsonl", "earlier/result.json")))
    assert not any(map(is_output, ("照片.jpg", "材料/report.html", "pages.txt")))


def test_what_is_written_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "a.txt", b"x")
    for path in (tmp_path / "new", tmp_path / "new" / "a.txt"):
        assert os.name == "nt" or not path.stat().st_mode & 0o077
