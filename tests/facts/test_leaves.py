"""Pictures that are pages of one paper: joined where names, columns and counting say so, and told where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import pytest

from tests.ocr.drawn import Scan
from verifier.facts import extract
from verifier.facts.leaves import Paper, with_leaves_joined
from verifier.model import INTERNSHIP, ROSTER, Document, Fact, Page, Place, Roster, SourceFile, TextLine, Words
from verifier.ocr.tables import tables_on

HEADER = ("序号", "姓名", "学号", "专业", "单位名称")
NAMES = (
    "张晓明",
    "李芳",
    "欧阳文博",
    "王敏",
    "赵立新",
    "孙佳怡",
    "周子涵",
    "吴浩然",
    "郑雨桐",
    "冯志强",
    "陈静",
    "刘洋",
)
CERTIFICATE = ("实习证明", "兹证明威海职业学院下列学生在我公司实习，实习时间为2024年3月1日至2024年6月30日，名单附后。")
CLOSING = ("特此证明。", "威海博远精密制造有限公司", "2024年7月2日")


def people(first: int, count: int) -> list[tuple[str, ...]]:
    return [
        (str(at), NAMES[at % len(NAMES)], f"20210{at:03d}", "机电一体化技术", "威海博远精密制造有限公司")
        for at in range(first, first + count)
    ]


def picture(tmp_path: Path, path: str, rows: Sequence[Sequence[str]], title: str = "") -> Document:
    """A picture of a ruled table, read."""
    scan, image, place = Scan(rows, title, measured=[HEADER[-len(rows[0]) :]]), tmp_path / "page.png", Place(path, 1)
    cv2.imwrite(str(image), scan.picture())
    lines = tuple(TextLine(line.text, replace(place, box=line.box), 0.97, "ocr") for line in scan.reading().lines)
    page = Page(place, image, scan.size, lines=lines)
    return _document(replace(page, image=None), tables_on(page))


def text(path: str, rows: Sequence[str]) -> Document:
    """A picture of lines under one another, read."""
    boxes = [(90, 80 + 60 * at, 90 + 26 * len(row), 110 + 60 * at) for at, row in enumerate(rows)]
    lines = tuple(TextLine(row, Place(path, 1, box), 0.97, "ocr") for row, box in zip(rows, boxes, strict=True))
    return _document(Page(Place(path, 1), None, (1000, 700), lines=lines))


def _document(page: Page, tables: Sequence[object] = ()) -> Document:
    return Document(SourceFile(page.place.file, page.place.file, 1, "image", "read"), (page,), grids=tuple(tables))  # type: ignore[arg-type]


def rosters(paper: Paper, words: Words) -> list[Roster]:
    return [fact.value for fact in extract(paper.document, words) if ROSTER.is_of(fact)]


def interns(document: Document, words: Words) -> list[Fact[object]]:
    return [fact for fact in extract(document, words) if INTERNSHIP.is_of(fact)]


def test_a_roster_whose_header_stands_on_the_first_picture_alone_is_one(tmp_path: Path, words: Words) -> None:
    pages = [
        picture(tmp_path, "名册/1.jpg", [HEADER, *people(1, 4)], "2024届毕业生花名册"),
        picture(tmp_path, "名册/2.jpg", people(5, 4)),
        picture(tmp_path, "名册/3.jpg", people(9, 3)),
    ]
    first, *leaves = with_leaves_joined(pages, words)
    (roster,) = rosters(first, words)
    assert [row.person.name for row in roster.rows] == [row[1] for row in people(1, 11)]
    assert [row.place.leaf for row in roster.rows[3:5]] == [("名册/1.jpg", 1), ("名册/2.jpg", 1)]
    assert len({(row.place.file, row.place.box) for row in roster.rows}) == 11
    assert [leaf.document.file.parent for leaf in leaves] == ["名册/1.jpg"] * 2 and all(leaf.is_leaf for leaf in leaves)


def test_a_list_that_does_not_count_goes_on_under_the_same_columns(tmp_path: Path, words: Words) -> None:
    rows = [row[1:] for row in (HEADER, *people(1, 11))]
    parts = (rows[:5], rows[5:9], rows[9:])
    pages = [picture(tmp_path, f"{at}.jpg", part, "2024届毕业生花名册" * (at == 1)) for at, part in enumerate(parts, 1)]
    (roster,) = rosters(with_leaves_joined(pages, words)[0], words)
    assert [row.person.name for row in roster.rows] == [row[0] for row in rows[1:]]


@pytest.mark.parametrize(
    ("second", "rows", "title"),
    [
        ("名册/3.jpg", people(5, 4), ""),
        ("另册/2.jpg", people(5, 4), ""),
        ("名册/2.jpg", people(5, 4), "2024届困难毕业生名单"),
        ("名册/2.jpg", [HEADER, *people(5, 4)], ""),
    ],
    ids=["not the next name", "another folder", "a title", "a header"],
)
def test_what_does_not_go_on_is_a_paper_of_its_own(
    tmp_path: Path, words: Words, second: str, rows: Sequence[Sequence[str]], title: str
) -> None:
    pages = [
        picture(tmp_path, "名册/1.jpg", [HEADER, *people(1, 4)], "2024届毕业生花名册"),
        picture(tmp_path, second, rows, title),
    ]
    assert with_leaves_joined(pages, words) == tuple(map(Paper, pages))


@pytest.mark.parametrize(
    ("rows", "why"),
    [(people(31, 4), "序号与前一页不相连"), ([row[:4] for row in people(5, 4)], "列与前一页不一致")],
    ids=["counting jumps", "other columns"],
)
def test_a_page_that_may_go_on_is_not_joined_and_told(
    tmp_path: Path, words: Words, rows: Sequence[Sequence[str]], why: str
) -> None:
    pages = [
        picture(tmp_path, "1.jpg", [HEADER, *people(1, 4)], "2024届毕业生花名册"),
        picture(tmp_path, "2.jpg", rows),
    ]
    first, second = with_leaves_joined(pages, words)
    assert [len(roster.rows) for roster in rosters(first, words)] == [4] and second == Paper(pages[1])
    (flag,) = first.document.flags
    assert (flag.code, why in flag.message, "2.jpg 第1页" in flag.message) == ("content-unconfirmed", True, True)
    assert first.perhaps is not None and len(first.perhaps.pages) == 2


def test_a_certificate_goes_on_with_its_list_and_the_page_that_is_sealed(tmp_path: Path, words: Words) -> None:
    pages = [
        text("证明（1）.jpg", CERTIFICATE),
        picture(tmp_path, "证明（2）.jpg", [HEADER, *people(1, 5)], "实习学生名单"),
        text("证明（3）.jpg", CLOSING),
    ]
    paper, *leaves = with_leaves_joined(pages, words)
    found = interns(paper.document, words)
    assert len(found) == 5 and all(leaf.is_leaf for leaf in leaves)
    assert {fact.place.file for fact in found} == {"证明（2）.jpg"}


def test_certificates_that_are_whole_stay_apart(words: Words) -> None:
    def whole(path: str, name: str) -> Document:
        said = f"兹证明威海职业学院{name}同学于2024年3月1日至2024年6月30日在我公司实习。"
        return text(path, ("实习证明", said, *CLOSING))

    pages = [whole("1.jpg", "张晓明"), whole("2.jpg", "李芳"), text("3.jpg", CLOSING)]
    assert with_leaves_joined(pages, words) == tuple(map(Paper, pages))


def test_a_list_whose_second_page_can_not_be_told_is_told_in_a_paper_of_several_pages(
    tmp_path: Path, words: Words
) -> None:
    first = picture(tmp_path, "名册.pdf", [HEADER, *people(1, 4)], "2024届毕业生花名册")
    for rows, doubts in ((people(5, 4), 0), (people(41, 4), 1)):
        second = picture(tmp_path, "名册.pdf", rows)
        place = replace(second.pages[0].place, page=2)
        grids = tuple(replace(table, place=replace(table.place, page=2)) for table in second.grids)
        book = replace(first, file=replace(first.file, kind="pdf"), grids=(*first.grids, *grids))
        book = replace(book, pages=(*book.pages, replace(second.pages[0], place=place)))
        (paper,) = with_leaves_joined([book], words)
        assert [flag.code for flag in paper.document.flags] == ["content-unconfirmed"] * doubts
