"""The outputs of a check appear together or not at all, and what was good stays until the new is whole."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from verifier.errors import WriteError
from verifier.files import at_once, put_in_place, whole_folder

NAMES = ("result.json", "report.html", "pages/index.json")


def build(draft: Path, content: str, names: tuple[str, ...] = NAMES) -> None:
    for name in names:
        (draft / name).parent.mkdir(exist_ok=True)
        (draft / name).write_text(content)


def told(out: Path) -> dict[str, str]:
    return {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*") if path.is_file()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with results, and with what a person put there."""
    out = tmp_path / "out"
    with whole_folder(out, NAMES) as draft:
        build(draft, "old")
        (draft / "pages" / "1.jpg").write_text("old")
    (out / "decisions.jsonl").write_text("mine")
    return out


OLD = {**dict.fromkeys((*NAMES, "pages/1.jpg"), "old"), "decisions.jsonl": "mine"}


def test_new_outputs_replace_the_old_ones_and_nothing_else(out: Path) -> None:
    assert told(out) == OLD
    with whole_folder(out, NAMES) as draft:
        build(draft, "new")
        assert told(out).items() >= OLD.items()
    assert told(out) == {**dict.fromkeys(NAMES, "new"), "decisions.jsonl": "mine"}


@pytest.mark.parametrize("fault", [KeyboardInterrupt, ZeroDivisionError, OSError(errno.ENOSPC, "full")])
def test_a_fault_leaves_what_was_there(out: Path, fault: BaseException | type[BaseException]) -> None:
    with pytest.raises((KeyboardInterrupt, ZeroDivisionError, WriteError)), whole_folder(out, NAMES) as draft:
        build(draft, "new")
        raise fault
    assert told(out) == OLD


def test_a_full_disk_is_one_sentence_and_exit_status_3(out: Path) -> None:
    with pytest.raises(WriteError, match="磁盘已满") as fault, whole_folder(out, NAMES):
        raise OSError(errno.ENOSPC, "full", "report.html")
    assert fault.value.exit_status == 3
    assert "原有的结果没有动" in str(fault.value)


def test_an_output_that_was_not_built_is_no_success(out: Path) -> None:
    with pytest.raises(WriteError), whole_folder(out, NAMES) as draft:
        build(draft, "new", NAMES[:2])
    assert told(out) == OLD


def test_all_of_it_is_on_the_disk_before_anything_moves(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, sync, replace = set[int](), os.fsync, at_once.replace_patiently

    def syncing(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        sync(handle)

    def moving(source: Path, target: Path) -> None:
        assert {path.stat().st_ino for path in (source, *source.rglob("*"))} <= synced
        replace(source, target)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(at_once, "replace_patiently", moving)
    with whole_folder(out, NAMES) as draft:
        build(draft, "new")
    assert set(told(out).values()) == {"new", "mine"}


def test_what_is_to_be_there_no_more_goes_with_the_new(out: Path) -> None:
    kept = ("result.json", "pages/index.json")
    with whole_folder(out, kept, gone=("report.html",)) as draft:
        build(draft, "new", kept)
        assert told(out).items() >= OLD.items()
    assert told(out) == {**dict.fromkeys(kept, "new"), "decisions.jsonl": "mine"}


def test_a_folder_that_was_made_for_nothing_goes(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), whole_folder(tmp_path / "out", NAMES):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_two_runs_do_not_write_into_one_folder(out: Path) -> None:
    with whole_folder(out, NAMES) as draft:
        build(draft, "new")
        held = subprocess.run([sys.executable, "-c", SECOND, str(out)], capture_output=True, text=True, check=False)
        assert "另一次核验正在往" in held.stdout
    assert told(out) == {**dict.fromkeys(NAMES, "new"), "decisions.jsonl": "mine"}


SECOND = """
import sys
from pathlib import Path
from verifier.errors import WriteError
from verifier.files import whole_folder
try:
    with whole_folder(Path(sys.argv[1]), ()):
        pass
except WriteError as fault:
    print(fault)
"""

KILLED = """
import os, signal, sys
from pathlib import Path
from verifier.files import at_once, whole_folder
left = [int(sys.argv[2])]

def dying(call):
    def called(*arguments, **named):
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return call(*arguments, **named)
    return called

steps = ((at_once, "replace_patiently"), (at_once.shutil, "rmtree"), (at_once, "sync_folder"), (at_once, "_sync"))
for owner, name in steps:
    setattr(owner, name, dying(getattr(owner, name)))
with whole_folder(Path(sys.argv[1]), sys.argv[3:]) as draft:
    for name in sys.argv[3:]:
        (draft / name).parent.mkdir(exist_ok=True)
        (draft / name).write_text("new")
"""


@pytest.mark.parametrize("step", range(13))
def test_a_run_that_is_killed_leaves_the_old_or_the_new_and_never_a_mixture(out: Path, step: int) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(out), str(step), *NAMES], check=False)
    assert ended.returncode in (0, -signal.SIGKILL)
    put_in_place(out)
    found = {name: text for name, text in told(out).items() if name in NAMES}
    assert set(found) == set(NAMES)
    assert set(found.values()) in ({"old"}, {"new"})
    with whole_folder(out, NAMES) as draft:
        build(draft, "third")
    assert told(out) == {**dict.fromkeys(NAMES, "third"), "decisions.jsonl": "mine"}
