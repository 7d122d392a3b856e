"""Word papers (.docx): paragraphs and tables in order, and a document for each picture pasted in.

The XML is read as it lies in the archive. python-docx gives up on papers that Word and WPS open without a word, such as
those with a relation to a picture that was deleted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from verifier.model import Document, Flag, Page, Place, SourceFile, Table, TextLine
from verifier.readers.headings import ANNEX, LONGEST_TITLE, TITLE_LINES
from verifier.readers.outcome import Damaged, filled, partly, trimmed
from verifier.readers.parts import Element, Package, Relation, attribute, child, children, local, open_package
from verifier.readers.pictures.pasted import passed_over, paste, unique
from verifier.readers.word.body import Block, Cell, Grid, Paragraph, Story, flat_paragraphs, read_blocks
from verifier.readers.word.captions import Shown, shown_pictures
from verifier.readers.word.chunks import Chunked, read_chunks
from verifier.readers.word.numbering import Numbering, read_numbering
from verifier.readers.word.styles import Styles, is_on, read_styles

_BEGINNING = 5
"""blocks among which a style may say which is the title"""
_TELLING = re.compile(r"[\u4e00-\u9fff\d]{2}")
"""in text that may say something"""
_SHOWN = 30
"""characters of it that a message shows"""


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
        noted, lost = _notes(package, story)
        blocks = (*_with_title(read_blocks(body, story)), *noted)
        margins, torn = _margins(package, story)
        inside, missing = _pictures(file, package, blocks, work)
        taken = {Path(each.file.path).name for each in inside}
        chunked = chunks(file, package, story.relations, body, work, next(story.numbers) - 1, taken, _piece)
        lines = tuple(chain(_lines(blocks, file.path), chunked.lines, _margin_lines(margins, file.path)))
        page = Page(Place(file.path), lines=lines)
        tables = filled((*_tables(blocks, file.path), *chunked.tables))
        document = Document(replace(file, pages=1), (page,), tables, flags=tuple(_unseen(blocks, file.path)))
        inside += chunked.inside
        seen = {each.file.sha256 for each in inside}
        inside += tuple(_margin_pictures(file, package, margins, seen, work))
        inside += tuple(_unshown(file, package, story, blocks, seen, work))
    lost += torn + list(chunked.lost) + [f"有 {missing} 张图片损坏或缺失"] * bool(missing)
    return (partly(document, "、".join(lost)) if lost else document, *inside)


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
    old = "z-index:-" in attribute(node, "style").replace(" ", "")
    return old or name == "background" or (name == "anchor" and is_on(node, "behindDoc"))


def _part(package: Package, relations: Mapping[str, Relation], kind: str) -> Element | None:
    """The root of the part of that kind; None where there is none that can be read."""
    name = next((each.target for each in relations.values() if each.kind == kind), "")
    try:
        return package.xml(name) if name in package.names else None
    except Damaged:
        return None


def _unseen(blocks: tuple[Block, ...], path: str) -> Iterator[Flag]:
    """One question for text that a program would read and a person does not see."""
    hidden = [paragraph for paragraph in _all_paragraphs(blocks) if _TELLING.search(paragraph.unseen)]
    if hidden:
        why = "白色、过小、划去、隐藏或已删除"
        text = f"「{path}」中有看不见的文字（{why}，如“{hidden[0].unseen[:_SHOWN]}”），没有计入，请打开原件核对。"
        yield Flag("content-unconfirmed", "review", text, Place(path, line=hidden[0].number))


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
    file: SourceFile, package: Package, blocks: tuple[Block, ...], work: Path
) -> tuple[tuple[Document, ...], int]:
    """A document for each picture that is used, once; how many could not be taken out."""
    title = tuple(block for block in blocks if isinstance(block, Paragraph) and block.role == "title")
    documents: list[Document] = []
    seen: set[str] = set()
    taken: set[str] = set()
    missing = 0
    for shown in shown_pictures(blocks, title):
        part = shown.picture
        if part in seen:
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


def _margin_lines(margins: list[tuple[Block, ...]], path: str) -> Iterator[TextLine]:
    """Header and footer lines, each wording once, page numbers left out; their tables as lines."""
    seen: set[str] = set()
    for blocks in margins:
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
    file: SourceFile, package: Package, margins: list[tuple[Block, ...]], seen: set[str], work: Path
) -> Iterator[Document]:
    """Logos in headers and footers have a row and are not read."""
    taken: set[str] = set()
    for blocks in margins:
        for shown in shown_pictures(blocks):
            part = shown.picture
            if part not in package.names:
                continue
            name = f"页眉页脚-{Path(part).name}"
            document = passed_over(file, unique(name, taken), package.read(part), "页眉页脚中的图片", work)
            if document.file.sha256 not in seen:
                seen.add(document.file.sha256)
                yield document


def _unshown(
    file: SourceFile, package: Package, story: Story, blocks: tuple[Block, ...], seen: set[str], work: Path
) -> Iterator[Document]:
    """Pictures that the paper holds and shows nowhere: deleted ones, stand-ins of files, grounds of pages."""
    shown = {each.picture for each in shown_pictures(blocks)}
    held = dict.fromkeys(each.target for each in story.relations.values() if each.kind == "image" and not each.external)
    taken: set[str] = set()
    for part in held:
        if part in shown or part not in package.names:
            continue
        try:
            data = package.read(part)
        except Damaged:
            continue
        name = unique(f"未显示-{Path(part).name}", taken)
        document = passed_over(file, name, data, "文档里没有显示、已删除或只作背景的图片", work)
        if document.file.sha256 not in seen:
            seen.add(document.file.sha256)
            yield document
