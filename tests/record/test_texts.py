"""What papers without page pictures say around what is cited, for the review page."""

from __future__ import annotations

from dataclasses import replace

from tests.counting.photo_papers import photo
from tests.decisions.judged import judged
from verifier.batch import Settings
from verifier.model import Document, Observed, Page, Place, SourceFile, Table, TextLine
from verifier.record import Masking, place_of, to_texts

FILE = "名单.xlsx"
NUMBER = "371002200203041234"


def table(rows: int, sheet: str | None = "2024届") -> Table:
    head = ("姓名", "学号", "证件")
    people = tuple((f"张{at}", f"2020{at:06d}", NUMBER) for at in range(2, rows + 1))
    place = Place(FILE, cell=f"{sheet}!A1") if sheet else Place(FILE, line=3)
    return Table((head, *people), place, sheet)


def texts(document: Document, **cited: object) -> tuple:
    """Of a paper that a flag of the result cites at a place."""
    result, _ = judged(photo("a.jpg", "威海市高校毕业生就业创业政策", "生活补贴 购房补贴", taken="2024-05-20"))
    flag = replace(result.indicators[0].flags[0], file=FILE, **({"page": None, "cell": None, "line": None} | cited))
    cell = replace(result.indicators[0], flags=(flag,))
    masking = Masking(Settings().mask, {FILE: FILE})
    return to_texts([Observed(document)], replace(result, indicators=(cell, *result.indicators[1:])), masking)


def paper(*tables: Table, lines: tuple[TextLine, ...] = ()) -> Document:
    return Document(SourceFile(FILE, "0" * 64, 1, "sheet", "read"), (Page(Place(FILE), lines=lines),), tables)


def test_the_rows_around_a_place_are_kept_and_those_between_are_counted() -> None:
    (text,) = texts(paper(table(300)), cell="2024届!B200")
    (part,) = text.parts
    assert part.name == "2024届"
    assert [row.at for row in part.rows][:13] == [*map(str, range(1, 13)), "197"]
    assert [row.left for row in part.rows if row.left] == [184, 97]
    assert sum(1 + row.left for row in part.rows if row.cells) + part.rows[-1].left == 300


def test_numbers_of_people_are_masked_also_where_only_the_header_names_them() -> None:
    (text,) = texts(paper(table(5)), cell="2024届!B3")
    said = str(text)
    assert NUMBER not in said and "2020000003" not in said and "张3" in said


def test_a_text_and_its_tables_stand_in_their_order() -> None:
    lines = tuple(TextLine(f"第{at}段", Place(FILE, line=at)) for at in (1, 2, 4))
    (text,) = texts(paper(table(2, sheet=None), lines=lines), line=4)
    (part,) = text.parts
    assert [row.at for row in part.rows] == ["1", "2", "3", "3", "4"]
    assert part.rows[2].cells[0] == "姓名"


def test_slides_stand_page_by_page() -> None:
    pages = tuple(Page(Place(FILE, page=at), lines=(TextLine(f"幻灯片{at}", Place(FILE, page=at)),)) for at in (1, 2))
    (text,) = texts(replace(paper(), pages=pages), page=2)
    assert [part.name for part in text.parts] == ["1", "2"]


def test_only_what_is_cited_and_has_no_picture_is_kept() -> None:
    assert texts(replace(paper(table(3)), file=SourceFile("别的.xlsx", "0" * 64, 1, "sheet", "read"))) == ()


def test_a_place_names_its_part_and_row() -> None:
    assert place_of("名单 (2)!AB17", None, None) == ("名单 (2)", "17")
    assert place_of(None, 3, None) == ("3", "") and place_of(None, None, 8) == ("", "8")
