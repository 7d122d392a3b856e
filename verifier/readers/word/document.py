"""Word papers (.docx): paragraphs and tables in order, and a document for each picture pasted in.

The XML is read as it lies in the archive. python-docx gives up on papers that Word and WPS open without a word, such as
those with a relation to a picture that was deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from verifier.model import Document, Page, Place, SourceFile, Table, TextLine
from verifier.readers.headings import ANNEX, LONGEST_TITLE, TITLE_LINES
from verifier.readers.outcome import Damaged, filled, partly, trimmed
from verifier.readers.parts import Package, Relation, open_package, part_of
from verifier.readers.pictures.pasted import passed_over, paste, unique
from verifier.readers.word.body import (
    Block,
    Cell,
    Grid,
    Numbers,
    Paragraph,
    Style,
    flat_paragraphs,
    read_blocks,
    read_styles,
)
from verifier.readers.word.captions import Shown, shown_pictures

_BEGINNING = 5
"""blocks among which a style may say which is the title"""


def read_word(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """The paper's text as one page without a picture, then its pictures in reading order."""
    assert file.stored is not None
    with open_package(file.stored) as package:
        main = package.main("word/document.xml")
        relations = package.relations(main)
        numbers = count(1)
        styles = _styles(package, relations)
        body = next((each for each in package.xml(main) if str(each.tag).endswith("}body")), None)
        if body is None:
            raise Damaged("文件里没有正文")
        blocks = _with_title(read_blocks(body, styles, numbers))
        margins, lost = _margins(package, relations, styles, numbers)
        lines = tuple(chain(_lines(blocks, file.path), _margin_lines(margins, file.path)))
        page = Page(Place(file.path), lines=lines)
        document = Document(replace(file, pages=1), (page,), filled(tuple(_tables(blocks, file.path))))
        inside, missing = _pictures(file, package, relations, blocks, work)
        inside += tuple(_margin_pictures(file, package, margins, {each.file.sha256 for each in inside}, work))
    lost += [f"有 {missing} 张图片损坏或缺失"] * bool(missing)
    return (partly(document, "、".join(lost)) if lost else document, *inside)


def _styles(package: Package, relations: Mapping[str, Relation]) -> dict[str, Style]:
    name = next((each.target for each in relations.values() if each.kind == "styles"), "")
    try:
        return read_styles(package.xml(name)) if name in package.names else {}
    except Damaged:
        return {}


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
        yield from _spoken(paragraph, path)


def _spoken(paragraph: Paragraph, path: str) -> Iterator[TextLine]:
    for line in paragraph.lines:
        yield TextLine(line, Place(path, line=paragraph.number), role=paragraph.role)


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


def _pictures(
    file: SourceFile, package: Package, relations: Mapping[str, Relation], blocks: tuple[Block, ...], work: Path
) -> tuple[tuple[Document, ...], int]:
    """A document for each picture that is used, once; how many could not be taken out."""
    title = tuple(block for block in blocks if isinstance(block, Paragraph) and block.role == "title")
    documents: list[Document] = []
    seen: set[str] = set()
    taken: set[str] = set()
    missing = 0
    for shown in shown_pictures(blocks, title):
        part = part_of(relations, shown.picture)
        if not part or part in seen:
            continue
        seen.add(part)
        try:
            data = package.read(part)
        except Damaged:
            missing += 1
            continue
        name = unique(part, taken)
        document = paste(file, name, data, tuple(_context(shown, file.path)), work)
        if document and document.file.sha256 not in seen:
            seen.add(document.file.sha256)
            documents.append(document)
    return tuple(documents), missing


def _context(shown: Shown, path: str) -> Iterator[TextLine]:
    for heading in shown.headings:
        yield from _spoken(heading, path)
    known = {heading.number for heading in shown.headings}
    for paragraph in shown.captions:
        if paragraph.number not in known:
            yield from (replace(line, role="caption") for line in _spoken(paragraph, path))


Margin = tuple[tuple[Block, ...], Mapping[str, Relation]]
"""a header or footer: its blocks, and what its ids lead to"""


def _margins(
    package: Package, relations: Mapping[str, Relation], styles: Mapping[str, Style], numbers: Numbers
) -> tuple[list[Margin], list[str]]:
    found: list[Margin] = []
    lost: list[str] = []
    for relation in relations.values():
        if relation.kind not in ("header", "footer", "footnotes") or relation.target not in package.names:
            continue
        try:
            root = package.xml(relation.target)
            notes = [note for note in root if str(note.tag).endswith("}footnote")] or [root]
            blocks = tuple(chain.from_iterable(read_blocks(note, styles, numbers) for note in notes))
            found.append((blocks, package.relations(relation.target)))
        except Damaged:
            lost.append("页眉页脚损坏")
    return found, lost


def _margin_lines(margins: list[Margin], path: str) -> Iterator[TextLine]:
    """Header and footer lines, each wording once, page numbers left out; their tables as lines."""
    seen: set[str] = set()
    for blocks, _ in margins:
        for paragraph in _all_paragraphs(blocks):
            if paragraph.text not in seen and any(char.isalpha() for char in paragraph.text):
                seen.add(paragraph.text)
                yield from (replace(line, role="body") for line in _spoken(paragraph, path))


def _all_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from flat_paragraphs((block,))
        else:
            for cell in chain.from_iterable(block.rows):
                yield from _all_paragraphs(cell.blocks)


def _margin_pictures(
    file: SourceFile, package: Package, margins: list[Margin], seen: set[str], work: Path
) -> Iterator[Document]:
    """Logos in headers and footers have a row and are not read."""
    taken: set[str] = set()
    for blocks, relations in margins:
        for shown in shown_pictures(blocks):
            part = part_of(relations, shown.picture)
            if part not in package.names:
                continue
            name = f"页眉页脚-{Path(part).name}"
            document = passed_over(file, unique(name, taken), package.read(part), "页眉页脚中的图片", work)
            if document.file.sha256 not in seen:
                seen.add(document.file.sha256)
                yield document
