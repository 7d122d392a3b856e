"""The cache keeps readings, and a cache in any state is no reason to stop."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from verifier.ocr.cache import FILE, Cache
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
