"""Word papers (.docx): paragraphs and tables in order, and a document for each picture pasted in.

The XML is read as it lies in the archive. python-docx gives up on papers that Word and WPS open without a word, such as
those with a relation to a picture that was deleted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from verifier.model import Document, Flag, Page, Place, SourceFile, Table, TextLine
from verifier.readers.headings import ANNEX, LONGEST_TITLE, TITLE_LINES
from verifier.readers.outcome import UNSEEN, Damaged, filled, partly, tells, trimmed, unseen_flag, with_unveiled
from verifier.readers.parts import Element, Package, Relation, attribute, child, children, local, open_package
from verifier.readers.word.blocks import Block, Cell, Grid, Paragraph, flat_paragraphs
from verifier.readers.word.body import Story, read_blocks
from verifier.readers.word.chunks import Chunked, read_chunks
from verifier.readers.word.hiding import hides
from verifier.readers.word.numbering import Numbering, read_numbering
from verifier.readers.word.pictured import margin_pictures, pictures_of, unshown
from verifier.readers.word.styles import Styles, is_on, read_styles

_THIN = 360_000
"""English Metric Units, a centimetre: on what is lower or narrower no lines of text stand"""
_BEGINNING = 5
"""blocks among which a style may say which is the title"""


def read_word(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """The paper's text as one page without a picture, then its pictures in reading order."""
    return _read(file, work, read_chunks)


def _piece(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """A paper of which another takes its text; pieces of a piece are left out."""
    return _read(file, work, lambda *_: Chunked())


def _read(file: SourceFile, work: Path, chunks: Callable[..., Chunked]) -> tuple[Document, ...]:
    assert file.stored is not None
    with open_package(file.stored) as package:
        main = package.main("word/document.xml")
        story, body = _story(package, main)
        said = _said(package, story, body)
        inside, missing = pictures_of(file, package, said.blocks, work)
        taken = {Path(each.file.path).name for each in inside}
        chunked = chunks(file, package, story.relations, body, work, next(story.numbers) - 1, taken, _piece)
        document = _document(file, said, chunked.pieces)
        if flag := next(chain(_told(story, file.path), _told_of_pieces(chunked.pieces)), None):
            all_said = _said(package, story.unveiled_afresh(), body)
            document = with_unveiled(document, _document(file, all_said, map(_all_of, chunked.pieces)), flag)
        inside += chunked.inside
        seen = {each.file.sha256 for each in inside}
        inside += tuple(margin_pictures(file, package, said.margins, seen, work))
        inside += tuple(unshown(file, package, story, said.blocks, seen, work))
    lost = [*said.lost, *chunked.lost] + [f"有 {missing} 张图片损坏或缺失"] * bool(missing)
    return (partly(document, "、".join(lost)) if lost else document, *inside)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a paper says itself, as far as it is read."""

    blocks: tuple[Block, ...]
    """of the body and of its notes"""
    margins: tuple[tuple[Block, ...], ...]
    lost: tuple[str, ...]
    """Chinese: what could not be read"""


def _said(package: Package, story: Story, body: Element) -> _Said:
    blocks = _with_title(read_blocks(body, story))
    noted, lost = _notes(package, story)
    margins, torn = _margins(package, story)
    return _Said((*blocks, *noted), tuple(margins), (*lost, *torn))


def _document(file: SourceFile, said: _Said, pieces: Iterable[Document]) -> Document:
    pieces = tuple(pieces)
    chunked = chain.from_iterable(piece.lines for piece in pieces)
    lines = tuple(chain(_lines(said.blocks, file.path), chunked, _margin_lines(said.margins, file.path)))
    tables = chain(_tables(said.blocks, file.path), *(piece.tables for piece in pieces))
    return Document(replace(file, pages=1), (Page(Place(file.path), lines=lines),), filled(tuple(tables)))


def _all_of(piece: Document) -> Document:
    return piece.with_unseen() or piece


def _story(package: Package, main: str) -> tuple[Story, Element]:
    """With what the main part is read, and its body."""
    relations = package.relations(main)
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise Damaged("文件里没有正文")
    styles, numbering = (_part(package, relations, kind) for kind in ("styles", "numbering"))
    return Story(
        package,
        relations,
        read_styles(styles) if styles is not None else Styles(),
        read_numbering(numbering) if numbering is not None else Numbering(),
        ground="" if _has_ground(root) else "FFFFFF",
    ), body


def _has_ground(root: Element) -> bool:
    """Whether something lies behind the text, so that nobody can tell on what white type stands."""
    return any(map(_lies_behind, root.iter()))


def _lies_behind(node: Element) -> bool:
    name = local(node)
    if name == "anchor":
        size = child(node, "extent")
        sides = (attribute(size, each) for each in ("cx", "cy")) if size is not None else ()
        return is_on(node, "behindDoc") and not hides(node) and not any(map(_is_thin, sides))
    white = name == "background" and attribute(node, "color").upper() == "FFFFFF"
    return "z-index:-" in attribute(node, "style").replace(" ", "") or (name == "background" and not white)


def _is_thin(side: str) -> bool:
    return side.isdigit() and int(side) < _THIN


def _part(package: Package, relations: Mapping[str, Relation], kind: str) -> Element | None:
    """The root of the part of that kind; None where there is none that can be read."""
    name = next((each.target for each in relations.values() if each.kind == kind), "")
    try:
        return package.xml(name) if name in package.names else None
    except Damaged:
        return None


def _told(story: Story, path: str) -> Iterator[Flag]:
    """What is asked of text that a program would read and a person does not see."""
    for number, text in story.unseen:
        if tells(text):
            yield unseen_flag(text, "白色、过小、划去、隐藏或已删除", Place(path, line=number))


def _told_of_pieces(pieces: Iterable[Document]) -> Iterator[Flag]:
    return (flag for piece in pieces for flag in piece.flags if flag.code == UNSEEN)


def _with_title(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first lines of a paper that are centred or in big type are its title, where no style says which is."""
    standing = [block for block in blocks if isinstance(block, Grid) or block.lines]
    if any(isinstance(block, Paragraph) and block.role == "title" for block in standing[:_BEGINNING]):
        return blocks
    title = {paragraph.number: replace(paragraph, role="title", level=0) for paragraph in _title_of(standing)}
    return tuple(title.get(block.number, block) if isinstance(block, Paragraph) else block for block in blocks)


def _title_of(standing: Sequence[Block]) -> Iterator[Paragraph]:
    annexed = bool(standing) and isinstance(standing[0], Paragraph) and re.match(ANNEX, standing[0].text) is not None
    for at, block in enumerate(standing[annexed:][:TITLE_LINES]):
        if not isinstance(block, Paragraph) or not block.prominent or len(block.text) > LONGEST_TITLE:
            return
        if at and block.role == "heading":
            return
        yield block


def _lines(blocks: tuple[Block, ...], path: str) -> Iterator[TextLine]:
    """The lines outside tables; those of text boxes follow the paragraph that holds them."""
    for paragraph in flat_paragraphs(blocks):
        yield from paragraph.spoken(path)


def _tables(blocks: tuple[Block, ...], path: str, title: str = "") -> Iterator[Table]:
    """The tables in order, each followed by those within its cells."""
    for block in blocks:
        if isinstance(block, Paragraph):
            title = block.text or title
            yield from _tables(block.boxes, path)
            continue
        rows = trimmed([_row(row) for row in block.rows])
        yield Table(rows, Place(path, line=block.number), title=title, merged=block.merged)
        title = ""
        for row in block.rows:
            for cell in row:
                yield from _tables(cell.blocks, path)


def _row(cells: tuple[Cell, ...]) -> list[str]:
    texts = {cell.column: cell.text for cell in cells}
    return [texts.get(column, "") for column in range(max(texts, default=-1) + 1)]


def _notes(package: Package, story: Story) -> tuple[tuple[Block, ...], list[str]]:
    """The notes at the foot of pages and at the end, and what of them could not be read."""
    found: list[Block] = []
    lost: list[str] = []
    for root, relations in _parts(package, story, ("footnotes", "endnotes"), lost, "脚注或尾注损坏"):
        for note in children(root, "footnote", "endnote"):
            found += read_blocks(note, replace(story, relations=relations))
    return tuple(found), lost


def _margins(package: Package, story: Story) -> tuple[list[tuple[Block, ...]], list[str]]:
    """The blocks of each header and footer, and what could not be read."""
    lost: list[str] = []
    parts = _parts(package, story, ("header", "footer"), lost, "页眉页脚损坏")
    return [read_blocks(root, replace(story, relations=relations)) for root, relations in parts], lost


def _parts(
    package: Package, story: Story, kinds: Sequence[str], lost: list[str], torn: str
) -> Iterator[tuple[Element, Mapping[str, Relation]]]:
    """Root and relations of each part of these kinds; `lost` gets `torn` for one that can't be read."""
    for relation in story.relations.values():
        if relation.kind in kinds and relation.target in package.names:
            try:
                yield package.xml(relation.target), package.relations(relation.target)
            except Damaged:
                lost.append(torn)


def _margin_lines(margins: Iterable[tuple[Block, ...]], path: str) -> Iterator[TextLine]:
    """Header and footer lines, each wording once, page numbers left out; their tables as lines."""
    seen: set[str] = set()
    for blocks in margins:
        for paragraph in _all_paragraphs(blocks):
            if paragraph.text not in seen and any(char.isalpha() for char in paragraph.text):
                seen.add(paragraph.text)
                yield from (replace(line, role="body") for line in paragraph.spoken(path))


def _all_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from flat_paragraphs((block,))
        else:
            for cell in chain.from_iterable(block.rows):
                yield from _all_paragraphs(cell.blocks)
