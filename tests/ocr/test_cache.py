"""The cache keeps readings, and a cache in any state is no reason to stop."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from verifier.ocr import cache as cache_module
from verifier.ocr.cache import FILE, MOST_BYTES, Cache
from verifier.ocr.engine import OcrLine, Reading

HOME = Path(__file__).resolve().parents[2]
READING = Reading(270, (OcrLine("实习证明", (1, 2, 30, 12), 0.9731), OcrLine("é", (0, 0, 5, 5), 1.0)))


def test_a_reading_comes_back_as_it_went_in_also_later(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        assert cache.get("k") is None
        cache.put("k", READING)
        assert cache.get("k") == READING
    with Cache(tmp_path) as again:
        assert again.get("k") == READING


@pytest.mark.parametrize("rubbish", [b"", b"no database at all" * 200, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_broken_file_is_begun_anew(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / FILE).write_bytes(rubbish)
    with Cache(tmp_path) as cache:
        assert cache.get("k") is None
        cache.put("k", READING)
        assert cache.get("k") == READING


def test_a_file_that_breaks_in_its_pages_is_begun_anew(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        for number in range(300):
            cache.put(str(number), READING)
    path = tmp_path / FILE
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x7f" * (len(data) - 4096))
    with Cache(tmp_path) as cache:
        for number in range(300):
            cache.get(str(number))
        cache.put("k", READING)
        assert cache.get("k") == READING


def test_a_reading_that_makes_no_sense_counts_as_none(tmp_path: Path) -> None:
    Cache(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as store:
        store.executemany("INSERT INTO readings VALUES (?, ?)", [("a", "{"), ("b", "[]"), ("c", '{"turn": 0}')])
    store.close()
    with Cache(tmp_path) as cache:
        assert [cache.get(key) for key in "abc"] == [None, None, None]


def test_without_a_place_to_keep_them_readings_are_not_kept(tmp_path: Path) -> None:
    occupied = tmp_path / "a file"
    occupied.write_text("here")
    with Cache(occupied) as cache:
        cache.put("k", READING)
        assert cache.get("k") is None


def test_processes_share_one_cache(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from verifier.ocr.cache import Cache; "
        "from verifier.ocr.engine import OcrLine, Reading; cache = Cache(Path(sys.argv[1])); "
        "[cache.put(f'{sys.argv[2]}-{n}', Reading(0, (OcrLine('x', (0, 0, 1, 1), 1.0),))) for n in range(40)]"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name], cwd=HOME) for name in "abc"]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    with Cache(tmp_path) as cache:
        assert all(cache.get(f"{name}-{number}") for name in "abc" for number in range(40))


def test_a_cache_that_another_process_holds_is_not_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "WAIT", 0.2)
    with Cache(tmp_path) as cache:
        cache.put("k", READING)
    holder = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    holder.execute("PRAGMA journal_mode=DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    with Cache(tmp_path) as cache:
        cache.put("other", READING)
        assert cache.get("k") is None
    holder.execute("COMMIT")
    holder.close()
    with Cache(tmp_path) as cache:
        assert cache.get("k") == READING


def test_processes_that_start_at_once_lose_no_reading(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from verifier.ocr.cache import Cache; "
        "from verifier.ocr.engine import OcrLine, Reading; sys.stdin.read(1); cache = Cache(Path(sys.argv[1])); "
        "cache.put(sys.argv[2], Reading(0, (OcrLine('x', (0, 0, 1, 1), 1.0),)))"
    )
    for number in range(3):
        where = tmp_path / str(number)
        command = [sys.executable, "-c", program, str(where)]
        running = [subprocess.Popen([*command, name], cwd=HOME, stdin=subprocess.PIPE) for name in "abcd"]
        for process in running:
            assert process.stdin is not None
            process.stdin.write(b"x")
            process.stdin.flush()
        assert [process.wait(60) for process in running] == [0] * 4
        for process in running:
            assert process.stdin is not None
            process.stdin.close()
        with Cache(where) as cache:
            assert all(cache.get(name) for name in "abcd")


def at(folder: Path, days: int, monkeypatch: pytest.MonkeyPatch, most: int = MOST_BYTES, file: str = FILE) -> Cache:
    """The cache so many days from now."""

    class Later(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return date.today() + timedelta(days)

    monkeypatch.setattr(cache_module, "date", Later)
    return Cache(folder, file, most)


def test_what_was_not_asked_for_in_two_years_goes_and_what_was_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Cache(tmp_path) as cache:
        cache.put("old", READING)
        cache.put("used", READING)
    with at(tmp_path, 700, monkeypatch) as cache:
        assert cache.get("used") == READING
    with at(tmp_path, 731, monkeypatch) as cache:
        assert (cache.get("old"), cache.get("used")) == (None, READING)


def test_of_a_store_that_has_grown_too_large_the_oldest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(10):
        with at(tmp_path, day, monkeypatch, 10_000) as cache:
            for number in range(20):
                cache.put(f"{day}-{number}", READING)
    with at(tmp_path, 10, monkeypatch, 10_000) as cache:
        kept = [day for day in range(10) for number in range(20) if cache.get(f"{day}-{number}")]
    assert 20 < len(kept) < 150
    assert min(kept) >= 3
    assert kept.count(9) == 20


def test_what_was_deleted_of_a_large_store_leaves_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file itself does not shrink: a store that was large once would lose a fifth every day."""
    with at(tmp_path, 0, monkeypatch, 200_000) as cache:
        assert 150_000 < cache.room <= 200_000
        for number in range(100):
            cache.put_bytes(str(number), bytes(3000))
        assert cache.room < 0
    left = []
    for day in range(1, 9):
        with at(tmp_path, day, monkeypatch, 200_000) as cache:
            left.append(sum(cache.bytes_of(str(number)) is not None for number in range(100)))
    assert left[-1] == left[-2] > 30, "it ends as soon as there is room"


def test_readings_of_an_earlier_version_stay(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as store:
        store.execute("CREATE TABLE readings (key TEXT PRIMARY KEY, reading TEXT NOT NULL) WITHOUT ROWID")
        store.execute("INSERT INTO readings VALUES ('k', ?)", (cache_module._text(READING),))
    store.close()
    with Cache(tmp_path) as cache:
        assert cache.get("k") == READING


@pytest.mark.parametrize("name", [FILE, "."])
def test_readings_are_for_their_owner_alone(tmp_path: Path, name: str) -> None:
    with Cache(tmp_path / "cache") as cache:
        cache.put("k", READING)
    mode = (tmp_path / "cache" / name).stat().st_mode
    assert os.name == "nt" or not mode & 0o077
