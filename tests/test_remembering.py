"""A file that was opened before is not opened again: what comes back is what came out of a process then."""

from __future__ import annotations

import ast
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from tests.ocr.test_cache import at as later
from tests.pictures.test_decoded_elsewhere import Reads, scene
from tests.written import written
from verifier import batch
from verifier.bundle import open_bundle
from verifier.model import Document, Lost, SourceFile, Terms
from verifier.ocr import Cache, OcrLine, Reading
from verifier.pipeline import Silent, remembering
from verifier.pipeline.remembering import Remembering
from verifier.readers import render
from verifier.workers import Here, NotUnderstood, packed, unpacked

HOME = Path(__file__).parents[1]
TERMS = Terms()
GOOD = HOME / "samples" / "good"
PAPERS = ("*创业大赛组织情况*.docx", "*确认函*.pdf", "*台账*.xlsx", "*场地证明*.pdf")


class Spy(Here):
    """Calls here, and counts."""

    def __init__(self, answer: Lost | None = None) -> None:
        self.asked: list[tuple[str, object]] = []
        self._answer = answer

    def each(
        self, function: Callable[..., Any], arguments: Sequence[tuple[Any, ...]], done: Callable[[], None]
    ) -> list[Any]:
        self.asked += [(function.__name__, each[0]) for each in arguments]
        if self._answer is None:
            return super().each(function, arguments, done)
        return [(done(), self._answer)[1] for _ in arguments]


class InColumns(Reads):
    """Reads a list in columns in every picture."""

    def read(self, image: Any) -> Reading:
        places = [(30 + 120 * column, 30 + 60 * row) for row in range(4) for column in range(3)]
        return Reading(0, tuple(OcrLine("李敏", (x, y, x + 60, y + 30), 0.99) for x, y in places))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "papers.sqlite3")


def some_papers(folder: Path, patterns: Sequence[str] = PAPERS) -> Path:
    """Papers of a few formats, one with pictures inside."""
    folder.mkdir(parents=True)
    for pattern in patterns:
        shutil.copy(next(GOOD.rglob(pattern)), folder)
    (folder / "计划.txt").write_text("2024年工作计划\n三月举办招聘会", "utf-8")
    return folder


def opened(bundle: Path, work: Path, calls: Any, terms: Terms = TERMS) -> list[Any]:
    """The documents of each file, without where they lie; the pictures of their pages as bytes."""
    files = [file for file in open_bundle(bundle, work / "bundle", terms).files if file.kind != "archive"]
    told: list[int] = []
    asked = [(file, work / "read" / str(at), terms) for at, file in enumerate(files)]
    answers = calls.each(render, asked, lambda: told.append(1))
    assert len(told) == len(files)
    return [answer if isinstance(answer, Lost) else [bare(document) for document in answer] for answer in answers]


def bare(document: Document) -> Any:
    images = [page.image.read_bytes() if page.image else None for page in document.pages]
    stored = document.file.stored.read_bytes() if document.file.stored else None
    pages = tuple(replace(page, image=None) for page in document.pages)
    source = document.file.source
    return replace(document, file=replace(document.file, stored=None, source=None), pages=pages), images, stored, source


def test_the_same_comes_back_and_nothing_is_opened(tmp_path: Path, cache: Cache) -> None:
    papers, first, then = some_papers(tmp_path / "材料"), Spy(), Spy()
    before = opened(papers, tmp_path / "one", Remembering(first, cache))
    assert len(first.asked) == len(before) == len(PAPERS) + 1
    assert sum(len(documents) > 1 for documents in before) == 1, "pictures inside a paper"
    assert opened(papers, tmp_path / "two", Remembering(then, cache)) == before
    assert then.asked == []


def test_what_changes_anything_of_it_makes_it_new(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers, spy = tmp_path / "材料", Spy()
    papers.mkdir()
    plan = papers / "计划.txt"
    plan.write_text("2024年工作计划", "utf-8")

    def asked(terms: Terms = TERMS) -> int:
        opened(papers, tmp_path / str(len(list(tmp_path.iterdir()))), Remembering(spy, cache), terms)
        return len(spy.asked)

    assert (asked(), asked()) == (1, 1)
    plan.write_text("2025年工作计划", "utf-8")
    assert (asked(), asked()) == (2, 2)
    plan = plan.rename(papers / "工作计划.txt")
    assert (asked(), asked()) == (3, 3)
    narrower = Terms(replace(Terms().limits, pages=7))
    assert (asked(narrower), asked(narrower)) == (4, 4)
    monkeypatch.setattr(remembering, "LIBRARIES", (*remembering.LIBRARIES, "click"))
    assert (asked(), asked()) == (5, 5)


def test_with_a_password_nothing_is_kept(tmp_path: Path, cache: Cache) -> None:
    papers, spy, terms = some_papers(tmp_path / "材料"), Spy(), Terms(passwords=("威海2024",))
    for at in "ab":
        opened(papers, tmp_path / at, Remembering(spy, cache), terms)
    assert len(spy.asked) == 2 * (len(PAPERS) + 1)


def test_what_could_not_be_read_is_tried_again(tmp_path: Path, cache: Cache) -> None:
    papers = tmp_path / "材料"
    papers.mkdir()
    (papers / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    (papers / "好.txt").write_text("2024年工作计划", "utf-8")
    lost = opened(papers, tmp_path / "a", Remembering(Spy(Lost("memory")), cache))
    assert lost == [Lost("memory")] * 2
    spy = Spy()
    for at in "bc":
        opened(papers, tmp_path / at, Remembering(spy, cache))
    assert [file.path for _, file in spy.asked if isinstance(file, SourceFile)] == ["坏.pdf", "好.txt", "坏.pdf"]


@pytest.mark.parametrize("rubbish", [b"", b"short", b"\x05" + bytes(7) + b"three", bytes(8)])
def test_what_was_kept_and_makes_no_sense_is_opened_again(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch, rubbish: bytes
) -> None:
    papers, spy = tmp_path / "材料", Spy()
    papers.mkdir()
    (papers / "计划.txt").write_text("2024年工作计划", "utf-8")
    before = opened(papers, tmp_path / "a", Remembering(spy, cache))
    monkeypatch.setattr(cache, "bytes_of", lambda _: rubbish)
    assert opened(papers, tmp_path / "b", Remembering(spy, cache)) == before
    assert len(spy.asked) == 2


@pytest.mark.parametrize("name", ["work/../../weg.png", "/tmp/weg.png", "file"])
def test_what_is_kept_writes_nowhere_else(tmp_path: Path, name: str) -> None:
    packed_ = packed(remembering.Opened((), ((Path(name), b"x"),)), remembering._lasting)
    file = SourceFile("a.pdf", "0" * 64, 1, "pdf", "read", stored=tmp_path / "a.pdf")
    with pytest.raises((NotUnderstood, ValueError)):
        kept: Any = unpacked(packed_, remembering._lasting, (remembering._FILE, remembering._WORK))
        remembering._laid(kept, file, tmp_path / "work")
    assert list(tmp_path.iterdir()) == []


def test_no_more_is_kept_than_there_is_room_for(tmp_path: Path) -> None:
    papers, spy = some_papers(tmp_path / "材料"), Spy()
    small = Cache(tmp_path / "small", "papers.sqlite3", 60_000)
    for at in "ab":
        opened(papers, tmp_path / at, Remembering(spy, small))
    again = len(spy.asked) - len(PAPERS) - 1
    assert 0 < again <= len(PAPERS), "small ones were kept"
    assert (tmp_path / "small" / "papers.sqlite3").stat().st_size < 150_000


def test_of_a_full_store_what_was_not_asked_for_today_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    papers, spy = some_papers(tmp_path / "材料"), Spy()
    with Cache(tmp_path / "small", "papers.sqlite3", 9_000_000) as before:
        for number in range(43):
            before.put_bytes(str(number), bytes(200_000))
    with later(tmp_path / "small", 1, monkeypatch, 9_000_000, "papers.sqlite3") as small:
        for work in "ab":
            opened(papers, tmp_path / work, Remembering(spy, small))
        assert len(spy.asked) == len(PAPERS) + 1
        assert 5 < sum(small.bytes_of(str(number)) is not None for number in range(43)) < 43


def test_a_second_check_starts_no_process_and_writes_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.batch.settings.open_engine", lambda *_: InColumns())
    papers = some_papers(tmp_path / "材料", PAPERS[:2])
    scene(2, 1).save(papers / "创业大赛.jpg", quality=85)

    def outputs(out: str, **settings: Any) -> dict[str, bytes]:
        batch.check(papers, tmp_path / out, batch.Settings(year=2024, jobs=0, **settings), Silent())
        return written(tmp_path / out)

    called: list[str] = []
    whole = Here.each

    def each(self: Here, function: Any, arguments: Any, done: Any) -> Any:
        called.extend(function.__name__ for _ in arguments)
        return whole(self, function, arguments, done)

    monkeypatch.setattr(Here, "each", each)
    here = outputs("first", cache=tmp_path / "cache")
    opening = {"render", "shown", "cut", "tables_on", "found"}
    assert opening <= set(called)
    called.clear()
    assert outputs("second", cache=tmp_path / "cache") == here
    assert not opening & set(called)
    assert outputs("uncached") == here


def test_every_library_that_opens_files_is_named() -> None:
    """One of another version may find something else in the same file."""
    rooms = [HOME / "verifier" / room for room in remembering._OPEN]
    modules = [path for room in rooms for path in (room.rglob("*.py") if room.is_dir() else [room.with_suffix(".py")])]
    names = {name.partition(".")[0] for path in modules if path.parent.name != "ocr" for name in _imported(path)}
    known = packages_distributions()
    others = (names & set(known)) - {"verifier"} - set(sys.stdlib_module_names)
    used = {known[name][0].lower().replace("_", "-") for name in others}
    no_reading = {"psutil", "platformdirs", "pydantic", "typing-extensions", "rapidfuzz"}
    assert used - no_reading <= set(remembering.LIBRARIES)
    assert len(used) > 10


def _imported(path: Path) -> list[str]:
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level]
