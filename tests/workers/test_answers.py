"""What comes back from a process is data of the types that the call promises, and nothing is built of anything else."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.workers import calls
from verifier.bundle import open_bundle
from verifier.model import Document, Flag, Limits, Lost, Page, Picture, Place, SourceFile, Table, Terms, TextLine
from verifier.readers import given_up, render
from verifier.readers.office import convert
from verifier.workers import Calls, Reach, calls_in
from verifier.workers.answers import NotUnderstood, Raised, packed, unpacked

HOME = Path("work")
FILE = SourceFile("名单.xlsx", "ab", 3, "sheet", "read", stored=HOME / "files" / "ab", pages=1, format="xlsx")
PLACE = Place("名单.xlsx", 1, (1, 2, 3, 4))
PICTURE = Picture(
    PLACE, (5, 6), datetime(2024, 3, 1, 8, 30), "相机", None, 1 << 63, b"\xff\xd8", b"\x00", None, ("微信",)
)
LINE = TextLine("姓名", PLACE, 0.5, "ocr", "title")
DOCUMENT = Document(
    FILE,
    (Page(PLACE, HOME / "1.png", (5, 6), 90, (LINE,), True, unveiled=(LINE, LINE)), Page(PLACE)),
    (Table((("姓名", "单位"), ("甲", "")), PLACE, "Sheet1", (1, 2), (1,), merged=((0, 0, 1, 1),)),),
    picture=PICTURE,
    flags=(Flag("hidden-rows", "review", "有隐藏的行。", PLACE, "4.3", Fraction(3, 2)),),
)


class Text(str):
    """As libraries have their own kinds of text."""


@pytest.fixture(scope="module")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calls]:
    with calls_in(1, Limits(), Reach(tmp_path_factory.mktemp("home"))) as found:
        yield found


@pytest.mark.parametrize(
    ("answer", "function"),
    [
        ((DOCUMENT, Document(FILE)), render),
        ((FILE, DOCUMENT), convert),
        (Lost("memory"), render),
        (Raised("ValueError", "why"), render),
        ("words", calls.say),
    ],
)
def test_an_answer_comes_back_as_it_was(answer: object, function: Callable[..., object]) -> None:
    assert unpacked(packed(answer, function), function, (HOME,)) == answer


def test_a_library_s_own_kind_of_text_comes_back_as_plain_text() -> None:
    answer = unpacked(packed((Document(FILE, tables=(Table(((Text("甲"),),), PLACE),)),), render), render, (HOME,))
    assert isinstance(answer, tuple)
    assert type(answer[0].tables[0].rows[0][0]) is str


def plain(place: tuple[int | str, ...] = (), value: object = None) -> bytes:
    """A document as it crosses, with another value at a place of it."""
    data = pickle.loads(packed((Document(FILE),), render)[0])
    if place:
        whole = list(data)
        held: Any = whole
        for at in place[:-1]:
            held = held[at]
        held[place[-1]] = value
        data = tuple(whole)
    return pickle.dumps(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no pickle",
        pickle.dumps(None),
        pickle.dumps((DOCUMENT,)),
        pickle.dumps([["Document", "x"]]),
        plain((0, 0), "Place"),
        plain((0, 1), ["Lost", "time"]),
        plain((0, 1, 1), 5),
        plain((0, 1, 3), "3"),
        plain((0, 1, 3), True),
        plain((0, 1, 5), "praised"),
        plain((0, 1, 7), "/etc/passwd"),
        plain((0, 1, 7), "work/../secret"),
        plain((0, 2), ["Page"]),
        plain((0, 3), ("x",)),
        plain((0,), ["Document"]),
    ],
)
def test_what_is_no_answer_of_the_call_is_not_understood(data: bytes) -> None:
    assert unpacked([plain()], render, (HOME,)) == (Document(FILE),)
    with pytest.raises(NotUnderstood):
        unpacked([data], render, (HOME,))


def test_nothing_that_comes_back_is_run(crew: Calls, tmp_path: Path) -> None:
    """The canary is written by whoever builds the object."""
    canary = tmp_path / "canary"
    pickle.loads(pickle.dumps(calls.Harm(str(canary))))
    canary.unlink()
    assert crew.each(calls.forge, [(str(canary),)], lambda: None) == ["forged"]
    assert crew.each(calls.say, [("lost",), ("on",)], lambda: None) == [Lost("answer"), "on"]
    assert not canary.exists()


def test_an_object_of_no_known_type_does_not_even_leave(crew: Calls, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="TypeError"):
        crew.each(calls.harm, [(str(tmp_path / "canary"),)], lambda: None)
    assert not (tmp_path / "canary").exists()


def test_a_fault_of_the_system_is_raised_as_one(crew: Calls) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        crew.each(calls.fetch, [("nowhere",)], lambda: None)


def test_a_file_whose_answer_is_not_understood_is_told() -> None:
    (document,) = given_up(FILE, Lost("answer"), Limits())
    assert (document.file.status, document.file.out_of_reach) == ("unreadable", False)
    assert "给出的结果无法识别" in document.flags[0].message


def test_an_archive_whose_answer_is_not_understood_is_told(tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "a.zip").write_bytes(b"PK\x05\x06" + bytes(18))

    def lost(function: Callable[..., Any], arguments: tuple[object, ...]) -> Lost:
        return Lost("answer")

    (file,) = open_bundle(tmp_path / "bundle", tmp_path / "work", Terms(), lost).files
    assert (file.status, file.out_of_reach) == ("unreadable", False)
    assert "给出的结果无法识别" in str(file.reason)
