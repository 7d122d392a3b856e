"""OFD papers: drawn again as a PDF, so that lines, tables, scans and seals are read as those of any PDF."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from verifier.model import Document, Page, Place, SourceFile
from verifier.readers.ofd.drawing import Canvas, saved
from verifier.readers.ofd.elements import attribute, child, children, is_shown, name_of, numbers
from verifier.readers.outcome import Damaged, Locked, partly
from verifier.readers.parts import Element, Package, open_package
from verifier.readers.pdf.document import pdf_documents
from verifier.readers.signed import with_signatures
from verifier.readers.signed.ofd import NAME as SIGNATURE
from verifier.readers.signed.ofd import signatures_of_ofd
from verifier.readers.terms import limits

_A4 = (0.0, 0.0, 210.0, 297.0)
_PICTURES = ((b"\x89PNG\r\n", b"IEND\xaeB`\x82"), (b"\xff\xd8\xff", b"\xff\xd9"), (b"GIF8", b"\0;"))
"""how pictures in a certificate begin and end"""
_SEALS = 50
"""of a document that are drawn"""
_LONGEST_SIDE = 20_000
"""millimetres; a page that says more is taken for A4"""


@dataclass(frozen=True, slots=True)
class _Seal:
    """An electronic seal as it stands on a page."""

    name: str
    """of the part that describes it"""
    page: str
    """its id"""
    box: tuple[float, ...]
    picture: bytes
    """b'' where none is found"""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Where a seal was drawn."""

    name: str
    page: int
    """index of the drawn page"""
    box: tuple[float, ...]
    """left, top, right, bottom in widths and heights of the page"""


def read_ofd(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """As `read_pdf`: the paper page by page, then the pictures on its text pages."""
    assert file.stored is not None
    with open_package(file.stored) as package:
        canvas = Canvas()
        drawn: list[_Drawn] = []
        lost = _draw(canvas, package, drawn)
        if not len(canvas.pdf.pages):
            raise Damaged("文件里没有可读的页面")
        document, *inside = pdf_documents(file, saved(canvas), work)
        places = _places(drawn, document.pages)
        document = with_signatures(document, lambda: signatures_of_ofd(package, file.path, places))
    if canvas.wide and document.text.isascii():
        lost.append("本机没有中文字体，中文没有读出，请安装中文字体后重新核验")  # pdfium leaves out what it can't draw
    lost += [f"有 {canvas.missing} 张图片损坏、缺失或格式不支持"] * bool(canvas.missing)
    return (partly(document, "、".join(lost)) if lost else document, *inside)


def _places(drawn: Sequence[_Drawn], pages: Sequence[Page]) -> Mapping[str, list[Place]]:
    """Name of the part that describes a seal → where it stands, in pixels of the page pictures."""
    found: dict[str, list[Place]] = {}
    for each in drawn:
        page = next((one for one in pages if one.place.page == each.page + 1), None)
        if page is not None and page.size is not None:
            left, top, right, bottom = (round(one * page.size[at % 2]) for at, one in enumerate(each.box))
            found.setdefault(each.name, []).append(replace(page.place, box=(left, top, right, bottom)))
    return found


@dataclass(frozen=True, slots=True)
class _Paper:
    """One document of the package and where its parts lie."""

    package: Package
    main: str
    root: Element
    parts: dict[str, str]
    """names in small letters → names as they are"""
    media: dict[str, str] = field(default_factory=dict)
    """id of a picture → its part"""
    drawn: dict[str, Element] = field(default_factory=dict)
    """id of what is drawn once and shown often, or of how to draw → its element"""

    def part(self, base: str, location: str) -> str:
        """The part that an address in the part `base` means; '' when there is none. Programs differ in this."""
        folder = posixpath.dirname(base)
        clean = unquote(location.strip().replace("\\", "/"))
        for start in (folder, posixpath.dirname(self.main), ""):
            joined = posixpath.normpath(posixpath.join("/", start, clean)).lstrip("/").lower()
            if joined in self.parts:
                return self.parts[joined]
        alike = [each for each in self.parts if posixpath.basename(each) == posixpath.basename(clean).lower() != ""]
        return self.parts[alike[0]] if len(alike) == 1 else ""

    def xml(self, base: str, location: str) -> tuple[str, Element]:
        """The part and its root. Raises Damaged."""
        name = self.part(base, location)
        return name, self.package.xml(name)

    def picture(self, identifier: str) -> bytes | None:
        name = self.media.get(identifier, "")
        try:
            return self.package.read(name) if name else None
        except Damaged:
            return None

    def resource(self, identifier: str) -> Element | None:
        return self.drawn.get(identifier)


def _draw(canvas: Canvas, package: Package, drawn: list[_Drawn]) -> list[str]:
    """The pages of every document of the package on the canvas, `drawn` growing by the seals; what is lost of them."""
    lost: list[int] = []
    for paper in _papers(package):
        pages = list(_pages(paper))
        seals = list(islice(_seals(paper), _SEALS))
        notes = dict(_notes(paper))
        for identifier, location in pages[: limits().pages - len(canvas.pdf.pages) + 1]:
            stamped = [each for each in seals if each.page == identifier]
            try:
                root = paper.xml(paper.main, location)[1]
                _draw_page(canvas, paper, root, stamped, notes.get(identifier))
                drawn += _drawn(stamped, _box(root, paper), len(canvas.pdf.pages) - 1)
            except Damaged:
                lost.append(len(canvas.pdf.pages) + len(lost) + 1)
    return [f"第 {'、'.join(map(str, lost[:10]))} 页已损坏"] if lost else []


def _drawn(seals: Sequence[_Seal], sheet: tuple[float, float, float, float], page: int) -> Iterator[_Drawn]:
    """What of them lies on the page."""
    for seal in seals:
        left, top = (seal.box[0] - sheet[0]) / sheet[2], (seal.box[1] - sheet[1]) / sheet[3]
        edges = (left, top, left + seal.box[2] / sheet[2], top + seal.box[3] / sheet[3])
        box = tuple(min(1.0, max(0.0, each)) for each in edges)
        if box[0] < box[2] and box[1] < box[3]:
            yield _Drawn(seal.name, page, box)


def _papers(package: Package) -> Iterator[_Paper]:
    parts = {name.lower().lstrip("/"): name for name in package.names}
    if "encryptions.xml" in parts or "ofd.xml" not in parts:
        raise Locked
    for body in children(package.xml(parts["ofd.xml"]), "DocBody"):
        location = attribute(body, "DocRoot").replace("\\", "/")
        if not location:
            continue
        main = parts.get(posixpath.normpath(location).lstrip("/").lower(), "")
        if not main:
            raise Damaged("文件内部缺少正文部分")
        paper = _Paper(package, main, package.xml(main), parts)
        for base, resources in _resources(paper):
            paper.media.update(_media(paper, base, resources))
            paper.drawn.update(
                (attribute(node, "ID"), node)
                for node in resources.iter()
                if name_of(node) in ("compositegraphicunit", "drawparam")
            )
        yield paper


def _pages(paper: _Paper) -> Iterator[tuple[str, str]]:
    for node in children(child(paper.root, "Pages"), "Page"):
        yield attribute(node, "ID"), attribute(node, "BaseLoc")


def _resources(paper: _Paper) -> Iterator[tuple[str, Element]]:
    """The parts that say what pages may show."""
    for node in children(child(paper.root, "CommonData"), "DocumentRes", "PublicRes"):
        try:
            yield paper.xml(paper.main, node.text or "")
        except Damaged:
            continue


def _media(paper: _Paper, base: str, root: Element) -> Iterator[tuple[str, str]]:
    """Id and part of each picture."""
    home = posixpath.join(posixpath.dirname(base), attribute(root, "BaseLoc"), "x")
    for media in root.iter():
        file = attribute(media, "MediaFile") if name_of(media) == "multimedia" else ""
        if file:
            yield attribute(media, "ID"), paper.part(home, file) or paper.part(base, file)


def _draw_page(canvas: Canvas, paper: _Paper, root: Element, seals: list[_Seal], notes: Element | None) -> None:
    left, top, width, height = _box(root, paper)
    templates = dict(_templates(paper))
    behind: list[Element] = []
    before: list[Element] = []
    for node in children(root, "Template"):
        inner = templates.get(attribute(node, "TemplateID"))
        if inner is not None:
            (before if attribute(node, "ZOrder").lower() == "foreground" else behind).append(inner)
    canvas.begin(width, height)
    with canvas.within((1, 0, 0, 1, -left, -top)):
        for layer in (*behind, root, *before):
            canvas.objects(layer, paper)
        for appearance in _appearances(notes):
            x, y, *_ = (*numbers(attribute(appearance, "Boundary")), 0.0, 0.0)
            with canvas.within((1, 0, 0, 1, x, y)):
                canvas.objects(appearance, paper)
        for seal in seals:
            if seal.picture:
                _draw_seal(canvas, seal)
    canvas.end()


def _appearances(notes: Element | None) -> Iterator[Element]:
    """What is shown of the notes on a page."""
    for note in notes.iter() if notes is not None else ():
        if name_of(note) == "annot" and is_shown(note):
            yield from children(note, "Appearance")


def _box(root: Element, paper: _Paper) -> tuple[float, float, float, float]:
    """Left, top, width and height of the page in millimetres."""
    for area in (child(root, "Area"), child(paper.root, "CommonData", "PageArea")):
        box = child(area, "PhysicalBox")
        found = numbers(box.text or "") if box is not None else ()
        if len(found) == 4 and 0 < min(found[2:]) <= max(found[2:]) < _LONGEST_SIDE:
            return found
    return _A4


def _templates(paper: _Paper) -> Iterator[tuple[str, Element]]:
    for node in children(child(paper.root, "CommonData"), "TemplatePage"):
        try:
            yield attribute(node, "ID"), paper.xml(paper.main, attribute(node, "BaseLoc"))[1]
        except Damaged:
            continue


def _notes(paper: _Paper) -> Iterator[tuple[str, Element]]:
    """Page id and what is annotated there."""
    node = child(paper.root, "Annotations")
    if node is None or not node.text:
        return
    try:
        base, root = paper.xml(paper.main, node.text)
    except Damaged:
        return
    for page in children(root, "Page"):
        location = child(page, "FileLoc")
        if location is not None and location.text:
            try:
                yield attribute(page, "PageID"), paper.xml(base, location.text)[1]
            except Damaged:
                continue


def _seals(paper: _Paper) -> Iterator[_Seal]:
    for name in sorted(paper.package.names):
        if posixpath.basename(name).lower() != SIGNATURE:
            continue
        try:
            root = paper.package.xml(name)
        except Damaged:
            continue
        picture = _picture_of_seal(paper, name, root)
        for stamp in root.iter():
            box = numbers(attribute(stamp, "Boundary")) if name_of(stamp) == "stampannot" else ()
            if len(box) == 4:
                yield _Seal(name, attribute(stamp, "PageRef"), box, picture)


def _picture_of_seal(paper: _Paper, name: str, root: Element) -> bytes:
    """The first picture in the parts that a signature names."""
    held = [node.text for node in root.iter() if name_of(node) in ("signedvalue", "baseloc") and node.text]
    parts = filter(None, (paper.part(name, text) for text in held))
    return next(filter(None, (_seal_picture(paper.package.read(part)) for part in parts)), b"")


def _seal_picture(data: bytes) -> bytes:
    """The picture, or the small OFD, that lies in a seal's certificate."""
    start = data.find(b"PK\x03\x04")
    if start >= 0:
        return data[start:]
    for head, tail in _PICTURES:
        start = data.find(head)
        end = data.rfind(tail, start) if start >= 0 else -1
        if end >= 0:
            return data[start : end + len(tail)]
    return b""


def _draw_seal(canvas: Canvas, seal: _Seal) -> None:
    left, top, width, height = seal.box
    if not seal.picture.startswith(b"PK"):
        with canvas.within((width, 0, 0, height, left, top)):
            canvas.picture(seal.picture)
        return
    try:
        with ZipFile(BytesIO(seal.picture)) as archive:
            for paper in _papers(Package(archive)):
                for _, location in islice(_pages(paper), 1):
                    root = paper.xml(paper.main, location)[1]
                    x, y, wide, high = _box(root, paper)
                    matrix = (width / wide, 0.0, 0.0, height / high, left - x * width / wide, top - y * height / high)
                    with canvas.within(matrix):
                        canvas.objects(root, paper)
    except (BadZipFile, Damaged, Locked, OSError, ValueError):
        canvas.missing += 1
