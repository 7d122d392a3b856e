"""The pictures of a Word paper as documents: those in its text, in its margins, and those that it shows nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from verifier.model import Document, SourceFile, TextLine
from verifier.readers.outcome import Damaged
from verifier.readers.parts import Package
from verifier.readers.pictures.pasted import passed_over, paste, unique
from verifier.readers.word.blocks import Block, Paragraph
from verifier.readers.word.body import Story
from verifier.readers.word.captions import Shown, shown_pictures


def pictures_of(
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
        yield from heading.spoken(path)
    known = {heading.number for heading in shown.headings}
    for paragraph in shown.captions:
        if paragraph.number not in known:
            yield from (replace(line, role="caption") for line in paragraph.spoken(path))


def margin_pictures(
    file: SourceFile, package: Package, margins: Iterable[tuple[Block, ...]], seen: set[str], work: Path
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


def unshown(
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
