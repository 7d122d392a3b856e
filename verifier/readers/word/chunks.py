"""Papers of which a Word paper takes its text when it is opened: web pages, saved web pages, Word and RTF papers.

Systems that make papers out of web pages leave the work to Word: the whole text lies in such a part.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from verifier.model import Document, Place, SourceFile, Table, Terms, TextLine
from verifier.readers import flat, office
from verifier.readers.mail import read_message
from verifier.readers.outcome import Damaged, Locked, TooLarge
from verifier.readers.parts import Element, Package, Relation, attribute, local
from verifier.readers.pictures.pasted import unique
from verifier.readers.terms import limits, passwords
from verifier.readers.text import read_text

Reader = Callable[[SourceFile, Path], tuple[Document, ...]]

_MOST = 100
"""pieces of one paper that are read"""
_HEAD = 4096
_TORN = "从别处取来的一部分内容（altChunk）读不出来"


@dataclass(frozen=True, slots=True)
class Chunked:
    """What stands in the pieces, as parts of the paper."""

    lines: tuple[TextLine, ...] = ()
    tables: tuple[Table, ...] = ()
    inside: tuple[Document, ...] = ()
    """the pictures"""
    lost: tuple[str, ...] = ()
    """Chinese: what could not be read"""


def read_chunks(
    file: SourceFile,
    package: Package,
    relations: Mapping[str, Relation],
    body: Element,
    work: Path,
    after: int,
    read_docx: Reader,
) -> Chunked:
    """The pieces in the order in which the paper takes them; their lines are numbered on from `after`."""
    wanted = [attribute(node, "id") for node in body.iter() if local(node) == "altChunk"][:_MOST]
    documents: list[Document] = []
    lost: list[str] = []
    taken: set[str] = set()
    for number, relation in enumerate(filter(None, map(relations.get, wanted))):
        try:
            piece = _piece(file, package.read(relation.target), work / "pieces" / str(number))
            read = _read(piece, work, read_docx)
        except (Damaged, Locked, TooLarge):
            lost.append(_TORN)
            continue
        documents += [_moved(each, file, after, taken) for each in read]
        after = max([after, *(place.line or 0 for place in _places(documents))])
    own = [each for each in documents if each.file.parent is None]
    return Chunked(
        tuple(chain.from_iterable(each.lines for each in own)),
        tuple(chain.from_iterable(each.tables for each in own)),
        tuple(each for each in documents if each.file.parent is not None),
        tuple(dict.fromkeys(lost)),
    )


def _piece(file: SourceFile, data: bytes, folder: Path) -> SourceFile:
    folder.mkdir(parents=True, exist_ok=True)
    stored = folder / "piece"
    stored.write_bytes(data)
    return replace(file, stored=stored, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _read(piece: SourceFile, work: Path, read_docx: Reader) -> tuple[Document, ...]:
    assert piece.stored is not None
    with piece.stored.open("rb") as stored:
        head = stored.read(_HEAD)
    if head.startswith(b"{\\rtf"):
        return _converted(piece, work, read_docx)
    if head.startswith(b"PK") or flat.is_flat(head):
        return read_docx(piece, work)
    is_saved_page = b"mime-version:" in head.lower()
    return (read_message if is_saved_page else read_text)(piece, work)


def _converted(piece: SourceFile, work: Path, read_docx: Reader) -> tuple[Document, ...]:
    if office.program() is None:
        raise Damaged(_TORN)
    made = office.convert([replace(piece, format="rtf")], work / "converted", Terms(limits(), passwords()))[0]
    if isinstance(made, Document):
        raise Damaged(_TORN)
    return read_docx(made, work)


def _places(documents: Sequence[Document]) -> Iterator[Place]:
    for each in documents:
        yield from (line.place for line in each.lines)
        yield from (table.place for table in each.tables)


def _moved(document: Document, file: SourceFile, by: int, taken: set[str]) -> Document:
    """What stands in a piece, at its place in the paper; a picture gets a name that no other has."""
    if document.file.parent is not None:
        name = unique(document.file.path, taken)
        path = f"{file.path}/{name}"
        context = tuple(replace(line, place=_at(line.place, by)) for line in document.context)
        pages = tuple(replace(page, place=replace(page.place, file=path)) for page in document.pages)
        picture = document.picture
        picture = picture and replace(picture, place=replace(picture.place, file=path))
        return replace(document, file=replace(document.file, path=path), context=context, pages=pages, picture=picture)
    pages = tuple(
        replace(page, lines=tuple(replace(line, place=_at(line.place, by)) for line in page.lines))
        for page in document.pages
    )
    tables = tuple(replace(table, place=_at(table.place, by)) for table in document.tables)
    return replace(document, pages=pages, tables=tables)


def _at(place: Place, by: int) -> Place:
    return replace(place, line=place.line + by) if place.line else place
