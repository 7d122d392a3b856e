"""Pictures that are pages of one paper: 1.jpg, 2.jpg, 3.jpg, of which only the first has title and header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePosixPath

from verifier.facts.continuation import continuation, list_goes_on
from verifier.language.numerals import chinese_number, fold
from verifier.model import Document, Flag, Place, Table, Words

_NUMBER = re.compile(r"(\d{1,9})(?!.*\d)|第?([一二三四五六七八九十]{1,3})(?=[页张])")
_MARKS = re.compile(r"[\s()（）\[\]_\-—.]+")
_Name = tuple[str, str, int]
"""folder, name without its number, number"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, with the pages that go on with it joined."""

    document: Document
    perhaps: Document | None = None
    """with the page too that may go on with it; None where there is no such page"""
    is_leaf: bool = False
    """it is a further page of another one"""


def with_leaves_joined(documents: Sequence[Document], words: Words) -> tuple[Paper, ...]:
    """The documents; a picture that goes on with another is a page of it, and has nothing to say of its own.

    Each page keeps its own place. Only pictures whose names go on counting in one folder are compared.
    """
    named = {name: document for document in documents if (name := _name_of(document))}
    joined: dict[str, Paper] = {}
    for name in sorted(named):
        if named[name].file.path not in joined:
            joined.update(_chain(name, named, words))
    return tuple(joined.get(each.file.path) or Paper(_with_doubts(each, words)) for each in documents)


def _chain(name: _Name, named: Mapping[_Name, Document], words: Words) -> Iterator[tuple[str, Paper]]:
    """The paper that begins with a picture, and the pictures that are its further pages."""
    first = paper = named[name]
    for page in _following(name, named):
        verdict, why = continuation(paper, page, words)
        if verdict != "goes-on":
            if verdict == "unclear":
                flags = (*paper.flags, _doubt(paper, page.grids[0], why))
                yield first.file.path, Paper(replace(paper, flags=flags), replace(_with(paper, page), flags=flags))
                return
            break
        paper = _with(paper, page)
        yield page.file.path, Paper(_leaf(page, first), is_leaf=True)
    if paper is not first:
        yield first.file.path, Paper(paper)


def _following(name: _Name, named: Mapping[_Name, Document]) -> Iterator[Document]:
    folder, bare, number = name
    while page := named.get((folder, bare, number := number + 1)):
        yield page


def _name_of(document: Document) -> _Name | None:
    """How a picture of one page is named and numbered; None for any other file, and for what is pasted into one."""
    file = document.file
    if file.kind != "image" or file.parent or len(document.pages) != 1:
        return None
    path = PurePosixPath(file.path)
    stem = fold(path.stem)
    found = _NUMBER.search(stem)
    if found is None:
        return str(path.parent), f"{_MARKS.sub('', stem)}#", 1
    number = int(found[1]) if found[1] else chinese_number(found[2]) or 0
    before, after = (_MARKS.sub("", part) for part in (stem[: found.start()], stem[found.end() :]))
    return str(path.parent), f"{before}#{after}", number


def _with(paper: Document, page: Document) -> Document:
    # what stands over the table of a further page is no title: it has been looked at
    grids = tuple(replace(table, title="") for table in page.grids)
    return replace(
        paper,
        pages=(*paper.pages, *page.pages),
        grids=(*paper.grids, *grids),
        flags=(*paper.flags, *page.flags),
    )


def _leaf(page: Document, first: Document) -> Document:
    return replace(page, file=replace(page.file, parent=first.file.path), flags=())


def _with_doubts(document: Document, words: Words) -> Document:
    """A paper of several pages; what is unclear about a list that goes on over two of them is told."""
    doubts = tuple(
        _doubt(document, table, why)
        for at, (last, table) in enumerate(pairwise(document.grids), 1)
        if last.place.leaf != table.place.leaf and not table.title
        for verdict, why in [list_goes_on(document.grids[:at], table, words)]
        if verdict == "unclear"
    )
    return replace(document, flags=(*document.flags, *doubts)) if doubts else document


def _doubt(paper: Document, table: Table, why: str) -> Flag:
    text = (
        f"{table.place}的表格没有表头，可能接在前一页的表格之后，但{why}，没有并入，请核对；"
        "确是同一张表的，请补上表头或把各页合并成一个PDF后重新提交。"
    )
    return Flag("content-unconfirmed", "review", text, Place(paper.file.path))
