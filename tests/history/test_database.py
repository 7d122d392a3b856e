"""The file that lasts: damaged, newer, without its key, killed in the middle, two at once, and forgotten for good."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.counting.photo_papers import SCHOOL, photo
from tests.history.kept import CELLS, OTHER, SIGN, codes, history, output
from verifier.cli import main
from verifier.errors import UsageError
from verifier.history import FILE, kept_in, runs, sqlite

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")


def filled(home: Path) -> Path:
    output(home / "甲", OTHER, 2023, *(photo(f"独此一张{at}.jpg", SIGN, data=f"{at}") for at in range(3)))
    with history(home):
        pass
    return home


def child(work: object) -> int:
    """A process of its own that does it; to be waited for."""
    process = os.fork()
    if process:
        return process
    try:
        work()  # type: ignore[operator]
        os._exit(0)
    except BaseException:
        os._exit(1)


def ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def test_a_damaged_database_is_one_sentence_and_stays_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path) / FILE
    whole = path.read_bytes()
    for damaged in (b"not a database" * 500, whole[:100] + b"\xff" * (len(whole) - 100), whole[: len(whole) // 2]):
        path.write_bytes(damaged)
        with pytest.raises(UsageError, match="损坏"), history(tmp_path) as memory:
            memory.runs()
            codes(memory, photo("a.jpg", SIGN, data="0"))
        assert path.read_bytes() == damaged


def test_a_newer_database_and_one_without_its_key_are_told(tmp_path: Path) -> None:
    key = (filled(tmp_path) / "history.key").read_text()
    for wrong in ("00" * 32, "x", None):
        (tmp_path / "history.key").unlink()
        if wrong is not None:
            (tmp_path / "history.key").write_text(wrong)
        with pytest.raises(UsageError, match="密钥"), history(tmp_path):
            pass
        (tmp_path / "history.key").write_text(key)
    with sqlite3.connect(tmp_path / FILE) as store:
        store.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="另一版本"), history(tmp_path):
        pass


def test_a_folder_that_can_not_be_written_is_asked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite.os, "access", lambda *_: False)
    told: list[str] = []
    output(tmp_path / "甲", OTHER, 2023, photo("b.jpg", SIGN, data="0"))
    with history(tmp_path, told=told) as memory:
        assert not memory.lasts and codes(memory, photo("a.jpg", data="0")) == ["reused-across-schools"]
    assert not (tmp_path / FILE).exists() and "不会存入历史库" in told[0]
    monkeypatch.undo()
    filled(tmp_path)
    monkeypatch.setattr(sqlite.os, "access", lambda *_: False)
    with history(tmp_path) as memory:
        assert not memory.lasts and codes(memory, photo("a.jpg", data="2")) == ["reused-across-schools"]


@forks
def test_one_that_is_killed_in_the_middle_of_a_write_leaves_the_old_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    output(tmp_path / "甲", OTHER, 2024, *(photo(f"{at}.jpg", SIGN, data=f"{at}") for at in range(5)))
    store: list[sqlite.Sqlite] = []

    def killed(pictures: object) -> Iterator[tuple[int, bytes]]:
        """In the middle of the rows, some of which are on the disk already."""
        store[0].rows("PRAGMA cache_size = 1")
        store[0].rows("UPDATE shown SET told = hex(randomblob(60000))")
        os._exit(9)
        yield

    def opened(path: Path) -> tuple[sqlite.Sqlite, bytes]:
        found = real(path)
        store.append(found[0])
        return found

    real = sqlite.opened
    monkeypatch.setattr(sqlite, "opened", opened)

    def write() -> None:
        with history(tmp_path):
            pass

    monkeypatch.setattr(runs, "_sketches", killed)
    assert ended(child(write)) == 9
    monkeypatch.undo()
    assert (tmp_path / f"{FILE}-journal").stat().st_size > 0
    with kept_in(tmp_path) as memory:
        assert [(run.school, run.year) for run in memory.runs()] == [(OTHER, 2023)]
        assert codes(memory, photo("a.jpg", data="2")) == ["reused-across-schools"]
    with history(tmp_path) as memory:
        assert [(run.school, run.year) for run in memory.runs()] == [(OTHER, 2024)]


@forks
def test_two_at_once_both_get_in_also_where_there_was_no_database(tmp_path: Path) -> None:
    (tmp_path / "历史").mkdir()
    outs = [
        output(tmp_path / f"{at}", school, 2024, photo("a.jpg", data="x")) for at, school in enumerate((OTHER, SCHOOL))
    ]

    def writes(out: Path) -> None:
        with history(tmp_path / "历史") as memory:
            memory.take_in(out, CELLS)

    children = [child(lambda out=out: writes(out)) for out in outs]
    assert [ended(each) for each in children] == [0, 0]
    with history(tmp_path / "历史") as memory:
        assert {run.school for run in memory.runs()} == {OTHER, SCHOOL}


def told(*words: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["history", *map(str, words)])
    return done.exit_code, done.stdout, done.stderr


def test_runs_are_listed_and_a_years_rows_are_gone_for_good(tmp_path: Path) -> None:
    output(filled(tmp_path) / "乙", SCHOOL, 2024, photo("乙的一张.jpg", data="x"))
    with history(tmp_path):
        pass
    status, listed, _ = told(tmp_path)
    rows = [line.split("\t") for line in listed.splitlines()]
    assert status == 0
    assert {(row[0], row[1], row[4]) for row in rows} == {(OTHER, "2023", "甲"), (SCHOOL, "2024", "乙")}
    name = "独此一张".encode()
    assert name in (tmp_path / FILE).read_bytes()
    status, _, said = told(tmp_path, "--forget", OTHER, "--year", 2023)
    assert status == 0 and "已从历史库删除" in said and str(tmp_path / "甲") in said
    kept = (tmp_path / FILE).read_bytes()
    assert name not in kept and "乙的一张".encode() in kept
    assert [line.split("\t")[0] for line in told(tmp_path)[1].splitlines()] == [SCHOOL]
    with sqlite3.connect(tmp_path / FILE) as store:
        counts = [store.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("runs", "shown")]
    assert counts == [1, 1]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--forget", OTHER], "学校和年度"),
        (["--year", "2023"], "学校和年度"),
        (["--forget", "没有的", "--year", "2023"], "没有"),
    ],
)
def test_what_can_not_be_forgotten_is_told(words: list[str], why: str, tmp_path: Path) -> None:
    status, _, said = told(filled(tmp_path), *words)
    assert status == 2 and why in said and "错误" in said


def test_a_folder_without_a_database_is_told(tmp_path: Path) -> None:
    status, _, said = told(tmp_path)
    assert status == 2 and "没有历史库" in said and not list(tmp_path.iterdir())
