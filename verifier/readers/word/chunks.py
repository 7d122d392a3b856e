"""Papers of which a Word paper takes its text when it is opened: web pages, saved web pages, Word and RTF papers.

Systems that make papers out of web pages leave the work to Word: the whole text lies in such a part.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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

    pieces: tuple[Document, ...] = ()
    """with the lines numbered as lines of the paper"""
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
    taken: set[str],
    read_docx: Reader,
) -> Chunked:
    """The pieces in the order in which the paper takes them; their lines are numbered on from `after`.

    `taken`: the names that pictures of the paper have already.
    """
    wanted = [attribute(node, "id") for node in body.iter() if local(node) == "altChunk"][:_MOST]
    found = Chunked()
    for number, relation in enumerate(filter(None, map(relations.get, wanted))):
        try:
            piece = _piece(file, package.read(relation.target), work / "pieces" / str(number))
            own, *inside = _read(piece, work, read_docx)
        except (Damaged, Locked, TooLarge):
            found = replace(found, lost=(_TORN,))
            continue
        before, own = after, _shifted(own, after)
        after = max([after, *(place.line or 0 for place in _places(own))])
        found = replace(
            found,
            pieces=(*found.pieces, own),
            inside=found.inside + tuple(_renamed(each, file, before, taken) for each in inside),
        )
    return found


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


def _places(document: Document) -> Iterator[Place]:
    document = document.with_unseen() or document
    yield from (line.place for line in document.lines)
    yield from (table.place for table in document.tables)


def _shifted(document: Document, by: int) -> Document:
    """What stands in a piece, at its place in the paper."""
    pages = tuple(
        replace(page, lines=_lines(page.lines, by), unveiled=page.unveiled and _lines(page.unveiled, by))
        for page in document.pages
    )
    unveiled = document.unveiled and _tables(document.unveiled, by)
    flags = tuple(replace(flag, place=flag.place and _at(flag.place, by)) for flag in document.flags)
    return replace(document, pages=pages, tables=_tables(document.tables, by), unveiled=unveiled, flags=flags)


def _renamed(document: Document, file: SourceFile, by: int, taken: set[str]) -> Document:
    """A picture in a piece, by a name that no other has in the paper."""
    path = f"{file.path}/{unique(document.file.path, taken)}"
    pages = tuple(replace(page, place=replace(page.place, file=path)) for page in document.pages)
    picture = document.picture and replace(document.picture, place=replace(document.picture.place, file=path))
    context = _lines(document.context, by)
    return replace(document, file=replace(document.file, path=path), pages=pages, picture=picture, context=context)


def _lines(lines: Sequence[TextLine], by: int) -> tuple[TextLine, ...]:
    return tuple(replace(line, place=_at(line.place, by)) for line in lines)


def _tables(tables: Sequence[Table], by: int) -> tuple[Table, ...]:
    return tuple(replace(table, place=_at(table.place, by)) for table in tables)


def _at(place: Place, by: int) -> Place:
    return replace(place, line=place.line + by) if place.line else place
