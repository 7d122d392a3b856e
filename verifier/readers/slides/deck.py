"""Slides (.pptx): a page a slide with its texts, tables and notes, then the pictures on them.

What layouts show behind many slides is read once, with the first of them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from verifier.model import Document, Flag, Page, Place, SourceFile, Table, TextLine
from verifier.readers.bounds import MOST_SPANNED
from verifier.readers.graphics import graphic_of
from verifier.readers.headings import LONGEST_CAPTION
from verifier.readers.numbered import written
from verifier.readers.outcome import Damaged, clean, filled, partly, tells, trimmed, unseen_flag, with_unveiled
from verifier.readers.parts import Element, Package, Relation, attribute, child, children, local, open_package, part_of
from verifier.readers.pictures.pasted import passed_over, paste, unique
from verifier.readers.slides.sight import SlideSight, sight_of
from verifier.readers.symbols import in_font, is_symbol_font
from verifier.readers.terms import limits

_SPOKEN = ("t", "br")
_NUMBERS = (
    *(("ea1Chs", "chineseCounting"), ("ea1Cht", "chineseCounting"), ("ea1Jpn", "chineseCounting")),
    *(("circleNum", "decimalEnclosedCircle"), ("alphaLc", "lowerLetter"), ("alphaUc", "upperLetter")),
    *(("romanLc", "lowerRoman"), ("romanUc", "upperRoman")),
)
"""beginning of a way to number → format of its numbers"""
_TITLES = {"title", "ctrTitle"}


@dataclass(frozen=True, slots=True)
class _Slide:
    lines: tuple[TextLine, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[str, ...] = ()
    """names of their parts"""
    layouts: tuple[str, ...] = ()
    """names of the parts that it shows behind"""


def read_slides(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """The paper slide by slide, then the pictures on the slides, each once."""
    assert file.stored is not None
    slides: list[tuple[_Slide, _Slide]] = []
    """as people see each, and with what nobody sees"""
    lost: list[str] = []
    inside: list[Document] = []
    with open_package(file.stored) as package:
        parts, size = list(_parts(package)), _size(package)
        for number, part in enumerate(parts[: limits().pages], 1):
            try:
                slides.append(_slides(package, part, Place(file.path, page=number), size))
            except Damaged:
                lost.append(f"第 {number} 页已损坏")
        if not slides:
            raise Damaged("文件里没有可读的页面")
        inside += _pictures(file, package, slides, work)
        (shown, logos), (all_of_it, _) = (_with_layouts(package, each, file.path) for each in zip(*slides, strict=True))
        inside += _logos(file, package, logos, {each.file.sha256 for each in inside}, work)
    document, whole = (_document(file, each, len(parts)) for each in (shown, all_of_it))
    if flag := next(_told(document, whole), None):
        document = with_unveiled(document, whole, flag)
    if len(parts) > limits().pages:
        document = partly(document, f"共 {len(parts)} 页，只读了前 {limits().pages} 页", "limit-exceeded")
    return (partly(document, "、".join(lost[:10])) if lost else document, *inside)


def _document(file: SourceFile, slides: Sequence[_Slide], pages: int) -> Document:
    shown = (
        Page(Place(file.path, page=number), lines=slide.lines, design=True) for number, slide in enumerate(slides, 1)
    )
    tables = tuple(table for slide in slides for table in slide.tables)
    return Document(replace(file, pages=pages), tuple(shown), filled(tables))


def _told(document: Document, whole: Document) -> Iterator[Flag]:
    """What is asked of text that a program would read and a person does not see."""
    seen = {*document.lines, *(cell for table in document.tables for row in table.rows for cell in row)}
    texts = [(line.text, line.place) for line in whole.lines if line not in seen]
    texts += [(cell, table.place) for table in whole.tables for row in table.rows for cell in row if cell not in seen]
    why = "隐藏的页或形状、在页面之外、过小、划去或与底色相同"
    return (unseen_flag(text, why, place) for text, place in texts if tells(text))


def _size(package: Package) -> tuple[int, int] | None:
    """Width and height of the slides."""
    stated = child(package.xml(package.main("ppt/presentation.xml")), "sldSz")
    sides = [attribute(stated, each) for each in ("cx", "cy")] if stated is not None else []
    return (int(sides[0]), int(sides[1])) if sides and all(map(str.isdigit, sides)) else None


def _parts(package: Package) -> Iterator[str]:
    """The slides in the order in which they stand; those that are hidden too."""
    main = package.main("ppt/presentation.xml")
    relations = package.relations(main)
    listed = child(package.xml(main), "sldIdLst")
    for node in listed if listed is not None else ():
        identifier = next((str(value) for key, value in node.attrib.items() if key.endswith("}id")), "")
        relation = relations.get(identifier)
        if relation and relation.target in package.names:
            yield relation.target


def _slides(package: Package, part: str, place: Place, size: tuple[int, int] | None) -> tuple[_Slide, _Slide]:
    """A slide as people see it, and with what nobody sees. A hidden one is not shown to anybody."""
    whole = _slide(package, part, place, SlideSight(whole=True))
    if attribute(package.xml(part), "show") in ("0", "false"):
        return _Slide(), whole
    return _slide(package, part, place, sight_of(package, part, size)), whole


def _slide(package: Package, part: str, place: Place, sight: SlideSight) -> _Slide:
    relations = package.relations(part)
    root = package.xml(part)
    shown = list(_shown(root, sight))
    lines = list(_lines(shown, place, sight))
    title = next((line.text for line in lines if line.role == "title"), lines[0].text if lines else "")
    tables = [_table(node, place, title, sight) for node in shown if local(node) == "tbl"]
    pictures = [part_of(relations, attribute(node, "embed")) for node in shown if local(node) == "blip"]
    for each in filter(None, (graphic_of(node, package, relations) for node in shown)):
        lines += (TextLine(text, place) for text in each.texts)
        tables.append(Table(each.rows, place, title=next(iter(each.texts), title)))
        pictures += each.pictures
    for notes, targets in _notes_of(package, relations):
        lines += _notes(notes, place)
        pictures += [part_of(targets, attribute(node, "embed")) for node in notes if local(node) == "blip"]
    behind = tuple(_layouts(package, root, relations))
    return _Slide(tuple(lines), tuple(tables), tuple(filter(None, pictures)), behind)


def _layouts(package: Package, root: Element, relations: Mapping[str, Relation]) -> Iterator[str]:
    """The layout of a slide, and the master of the layout, as far as the one shows the other."""
    for kind in ("slideLayout", "slideMaster"):
        part = next((each.target for each in relations.values() if each.kind == kind), "")
        if part not in package.names or attribute(root, "showMasterSp") in ("0", "false"):
            return
        yield part
        root, relations = package.xml(part), package.relations(part)


def _with_layouts(package: Package, slides: Sequence[_Slide], path: str) -> tuple[list[_Slide], list[str]]:
    """The slides, with what layouts say to the first that shows it; the pictures of layouts."""
    whole: list[_Slide] = []
    pictures: list[str] = []
    seen: set[str] = set()
    for number, slide in enumerate(slides, 1):
        lines: list[TextLine] = []
        for part in slide.layouts:
            if part not in seen:
                layout = _slide(package, part, Place(path, page=number), SlideSight(behind=True))
                lines += (replace(line, role="body") for line in layout.lines if line.text not in seen)
                pictures += layout.pictures
                seen.update((part, *(line.text for line in layout.lines)))
        whole.append(replace(slide, lines=(*slide.lines, *lines)))
    return whole, pictures


def _logos(
    file: SourceFile, package: Package, pictures: Sequence[str], seen: set[str], work: Path
) -> Iterator[Document]:
    """Pictures of layouts have a row and are not read."""
    taken: set[str] = set()
    for part in filter(package.names.__contains__, pictures):
        name = unique(f"版式-{posixpath.basename(part)}", taken)
        logo = passed_over(file, name, package.read(part), "版式（母版）中的图片", work)
        if logo.file.sha256 not in seen:
            seen.add(logo.file.sha256)
            yield logo


def _shown(node: Element, sight: SlideSight) -> Iterator[Element]:
    """What a slide shows: nothing that is hidden, and no stand-in beside what it stands for."""
    if local(node) == "Fallback" or sight.hides(node):
        return
    yield node
    for inner in node:
        yield from _shown(inner, sight)


def _notes_of(
    package: Package, relations: Mapping[str, Relation]
) -> Iterator[tuple[list[Element], Mapping[str, Relation]]]:
    """What stands in the notes of a slide, and to what they refer."""
    for relation in relations.values():
        if relation.kind == "notesSlide" and relation.target in package.names:
            yield list(_shown(package.xml(relation.target), SlideSight())), package.relations(relation.target)


def _notes(shown: Sequence[Element], place: Place) -> Iterator[TextLine]:
    """What the speaker has written under the slide, but for its number."""
    lines = _lines(shown, place, SlideSight())
    yield from (replace(line, role="body") for line in lines if not line.text.isdigit())


def _lines(shown: Sequence[Element], place: Place, sight: SlideSight) -> Iterator[TextLine]:
    """The paragraphs outside tables; those of a title as titles."""
    for body in shown:
        if local(body) != "txBody" or any(local(parent) == "tbl" for parent in body.iterancestors()):
            continue
        shape = body.getparent()
        kinds = (attribute(node, "type") for node in shape.iter() if local(node) == "ph") if shape is not None else ()
        kind = next(iter(kinds), "")
        for text in _paragraphs(body, sight):
            yield TextLine(text, place, role="title" if kind in _TITLES else "body")


def _paragraphs(body: Element, sight: SlideSight) -> Iterator[str]:
    counts: dict[int, int] = {}
    for node in children(body, "p"):
        words = "".join(_said(each) for each in node.iter() if local(each) in _SPOKEN and sight.sees(each))
        number = _number(node, counts) if words.strip() else ""
        yield from filter(None, map(clean, (number + words).split("\n")))


def _said(node: Element) -> str:
    """What a text or a break says; letters of a font of pictograms are the marks that they show."""
    if local(node) == "br":
        return "\n"
    fonts = (attribute(font, "typeface") for font in children(child(node.getparent(), "rPr"), "latin", "sym"))
    return in_font(node.text or "", next(filter(is_symbol_font, fonts), ""))


def _number(paragraph: Element, counts: dict[int, int]) -> str:
    """The number that the program writes before a paragraph; `counts`: of the list so far, by level."""
    said = child(paragraph, "pPr")
    level = attribute(said, "lvl") if said is not None else ""
    at = int(level) if level.isdigit() else 0
    bullet = child(said, "buAutoNum")
    for each in [each for each in counts if each > at or (each == at and bullet is None)]:
        del counts[each]
    if bullet is None:
        return ""
    start = attribute(bullet, "startAt")
    counts[at] = counts.get(at, (int(start) if start.isdigit() else 1) - 1) + 1
    return _numbered(counts[at], attribute(bullet, "type"))


def _numbered(number: int, kind: str) -> str:
    """A number as arabicPeriod, ea1ChsPlain, romanUcParenR and their like have it."""
    form = next((form for begin, form in _NUMBERS if kind.startswith(begin)), "decimal")
    text = written(number, form)
    if kind.endswith("ParenBoth"):
        return f"({text})"
    return text + (")" if kind.endswith("ParenR") else "." if kind.endswith("Period") else " ")


def _table(node: Element, place: Place, title: str, sight: SlideSight) -> Table:
    rows: list[list[str]] = []
    merged = []
    for row in children(node, "tr"):
        cells = list(children(row, "tc"))
        rows.append(["" if _is_covered(cell) else "\n".join(_cell(cell, sight)) for cell in cells])
        for column, cell in enumerate(cells):
            wide, high = _span(cell, "gridSpan"), _span(cell, "rowSpan")
            if wide * high > 1:
                merged.append((len(rows) - 1, column, len(rows) + high - 2, column + wide - 1))
    return Table(trimmed(rows), place, title=title, merged=tuple(merged))


def _cell(cell: Element, sight: SlideSight) -> Iterator[str]:
    for body in children(cell, "txBody"):
        yield from _paragraphs(body, sight)


def _is_covered(cell: Element) -> bool:
    return any(attribute(cell, name) in ("1", "true") for name in ("hMerge", "vMerge"))


def _span(cell: Element, name: str) -> int:
    value = attribute(cell, name)
    return min(int(value), MOST_SPANNED) if value.isdigit() and int(value) else 1


def _pictures(
    file: SourceFile, package: Package, slides: Sequence[tuple[_Slide, _Slide]], work: Path
) -> Iterator[Document]:
    """The pictures that are seen, each once; then a row for those that nobody sees."""
    taken: set[str] = set()
    seen: set[str] = set()
    for slide, _ in slides:
        for part, data in _fresh(package, slide.pictures, seen):
            document = paste(file, unique(posixpath.basename(part), taken), data, _context(slide), work)
            if document and document.file.sha256 not in seen:
                seen.add(document.file.sha256)
                yield document
    for part, data in _fresh(package, (part for _, whole in slides for part in whole.pictures), seen):
        name = unique(f"未显示-{posixpath.basename(part)}", taken)
        yield passed_over(file, name, data, "幻灯片里没有显示的图片", work)


def _fresh(package: Package, parts: Iterable[str], seen: set[str]) -> Iterator[tuple[str, bytes]]:
    """Those of some pictures that were not taken yet and can be read, with their bytes."""
    for part in parts:
        if part in seen:
            continue
        seen.add(part)
        try:
            yield part, package.read(part)
        except Damaged:
            continue


def _context(slide: _Slide) -> tuple[TextLine, ...]:
    """The slide's title, and its short texts as captions."""
    titles = tuple(line for line in slide.lines if line.role == "title")
    short = (line for line in slide.lines if line.role == "body" and len(line.text) <= LONGEST_CAPTION)
    return (*titles, *(replace(line, role="caption") for line in short))
