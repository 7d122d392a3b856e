"""No line, cell or file without end goes on to be looked through."""

from __future__ import annotations

from pathlib import Path

from verifier.model import Document, Limits, SourceFile, Terms
from verifier.readers import render
from verifier.readers.bounds import LONGEST_CELL, LONGEST_LINE


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
    document = read(tmp_path, "a.csv", "sheet", f"姓名,说明\n甲,{'字' * 50_000}\n")
    assert [len(cell) for cell in document.tables[0].rows[1]] == [1, LONGEST_CELL]
