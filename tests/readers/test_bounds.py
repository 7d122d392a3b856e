"""No line, cell, part or file without end goes on to be looked through."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pikepdf
import pytest

from verifier.model import Document, Limits, Lost, SourceFile, Terms
from verifier.readers import given_up, parts, render
from verifier.readers.bounds import LONGEST_CELL, LONGEST_LINE
from verifier.readers.outcome import Damaged, TooLarge
from verifier.readers.terms import under


def read(folder: Path, name: str, kind: str, data: str, characters: int = 2_000_000) -> Document:
    (folder / name).write_text(data, "utf-8")
    file = SourceFile(name, "0" * 64, len(data), kind, "read", stored=folder / name)  # type: ignore[arg-type]
    (document,) = render(file, folder, Terms(Limits(characters=characters)))
    return document


def test_a_line_without_end_goes_on_in_pieces_of_its_place(tmp_path: Path) -> None:
    text = "招聘会" * LONGEST_LINE
    document = read(tmp_path, "a.txt", "text", f"头\n{text}\n尾")
    assert [line.place.line for line in document.lines] == [1, 2, 2, 2, 3]
    assert "".join(line.text for line in document.lines) == f"头{text}尾"
    assert document.file.status == "read"


def test_text_beyond_the_limit_is_left_out_and_told(tmp_path: Path) -> None:
    document = read(tmp_path, "a.txt", "text", "一二三四五六七八九十\n" * 3, characters=15)
    assert document.text == "一二三四五六七八九十\n一二三四五"
    assert (document.file.status, [flag.code for flag in document.flags]) == ("partly-read", ["limit-exceeded"])


def test_a_cell_without_end_is_cut(tmp_path: Path) -> None:
    document = read(tmp_path, "a.csv", "sheet", f"姓名,说明\n甲,{'字' * 140_000}\n")
    assert [len(cell) for cell in document.tables[0].rows[1]] == [1, LONGEST_CELL]


def test_of_a_pdf_of_too_many_pages_the_first_are_read(tmp_path: Path) -> None:
    paper = pikepdf.new()
    for _ in range(3):
        paper.add_blank_page(page_size=(20, 20))
    paper.save(tmp_path / "a.pdf")
    file = SourceFile("a.pdf", "0" * 64, 1, "pdf", "read", stored=tmp_path / "a.pdf")
    (document,) = render(file, tmp_path, Terms(Limits(pages=2)))
    assert (document.file.status, document.file.pages, len(document.pages)) == ("partly-read", 3, 2)
    assert [flag.code for flag in document.flags] == ["limit-exceeded"]


@pytest.mark.parametrize(
    ("why", "status", "code"),
    [
        ("time", "refused", "limit-exceeded"),
        ("memory", "refused", "limit-exceeded"),
        ("crash", "unreadable", "unreadable-file"),
    ],
)
def test_a_file_whose_reader_came_to_no_end_says_why(why: str, status: str, code: str) -> None:
    (document,) = given_up(SourceFile("a.pdf", "0", 1, "pdf", "read"), Lost(why), Limits())  # type: ignore[arg-type]
    assert (document.file.status, [flag.code for flag in document.flags]) == (status, [code])


# --- the parts of office papers -------------------------------------------------------------------


def package(folder: Path, **held: bytes) -> Path:
    with zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(f"{name}.xml", data)
    return folder / "a.docx"


def test_a_paper_that_unpacks_to_too_much_is_not_opened(tmp_path: Path) -> None:
    path = package(tmp_path, a=bytes(600), b=bytes(600))
    with under(Terms(Limits(total_bytes=1200))), parts.open_package(path) as opened:
        assert opened.read("a.xml") == bytes(600)
    with under(Terms(Limits(total_bytes=1199))), pytest.raises(TooLarge), parts.open_package(path):
        pass


@pytest.mark.parametrize(
    ("name", "ratio", "is_opened"), [("xl/worksheets/a", 10, False), ("xl/worksheets/a", 90, True), ("a", 90, False)]
)
def test_a_part_may_be_large_where_it_is_read_in_pieces_and_not_packed_beyond_belief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, ratio: int, is_opened: bool
) -> None:
    monkeypatch.setattr(parts, "PART_BYTES", 500)
    path = package(tmp_path, **{name: bytes(600)})
    opened = False
    try:
        with under(Terms(Limits(bomb_ratio=ratio))), parts.open_package(path):
            opened = True
    except TooLarge:
        pass
    assert opened is is_opened


@pytest.mark.parametrize(("levels", "is_read"), [(200, True), (300, False)])
def test_elements_within_elements_have_an_end(tmp_path: Path, levels: int, is_read: bool) -> None:
    with parts.open_package(package(tmp_path, a=b"<a>" * levels + b"</a>" * levels)) as opened:
        if is_read:
            assert len(list(opened.xml("a.xml").iter())) == levels
        else:
            with pytest.raises(Damaged):
                opened.xml("a.xml")
