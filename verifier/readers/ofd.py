"""OFD papers: drawn again as a PDF, so that lines, tables, scans and seals are read as those of any PDF."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from verifier.model import Document, SourceFile
from verifier.readers.ofd_drawing import Canvas, numbers, saved
from verifier.readers.outcome import Damaged, Locked, partly
from verifier.readers.parts import Package, attribute, child, local, open_package
from verifier.readers.pdf import pdf_documents
from verifier.readers.terms import limits

_A4 = (0.0, 0.0, 210.0, 297.0)
_PICTURES = ((b"\x89PNG\r\n", b"IEND\xaeB`\x82"), (b"\xff\xd8\xff", b"\xff\xd9"), (b"GIF8", b"\0;"), (b"BM", b""))
_SEALS = 50


def read_ofd(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """As `read_pdf`: the paper page by page, then the pictures on its text pages."""
    assert file.stored is not None
    with open_package(file.stored) as package:
        canvas = Canvas()
        lost = _draw(canvas, package)
    if not len(canvas.pdf.pages):
        raise Damaged("文件里没有可读的页面")
    document, *inside = pdf_documents(file, saved(canvas), work)
    if canvas.wide and document.text.isascii():
        lost.append("本机没有中文字体，中文没有读出，请安装中文字体后重新核验")  # pdfium leaves out what it can't draw
    lost += [f"有 {canvas.missing} 张图片损坏、缺失或格式不支持"] * bool(canvas.missing)
    return (partly(document, "、".join(lost)) if lost else document, *inside)


@dataclass(frozen=True, slots=True)
class _Paper:
    """One document of the package and where its parts lie."""

    package: Package
    main: str
    root: Any
    parts: dict[str, str]
    """names in small letters → names as they are"""
    media: dict[str, str] = field(default_factory=dict)
    """id of a picture → its part"""

    def part(self, base: str, location: str) -> str:
        """The part that an address in the part `base` means; '' when there is none. Programs differ in this."""
        folder = posixpath.dirname(base)
        clean = location.strip().replace("\\", "/")
        for start in (folder, posixpath.dirname(self.main), ""):
            joined = posixpath.normpath(posixpath.join("/", start, clean)).lstrip("/").lower()
            if joined in self.parts:
                return self.parts[joined]
        return ""

    def xml(self, base: str, location: str) -> tuple[str, Any]:
        """The part and its root. Raises Damaged."""
        name = self.part(base, location)
        return name, self.package.xml(name)

    def picture(self, identifier: str) -> bytes | None:
        name = self.media.get(identifier, "")
        try:
            return self.package.read(name) if name else None
        except Damaged:
            return None


def _draw(canvas: Canvas, package: Package) -> list[str]:
    """The pages of every document of the package on the canvas; what is lost of them."""
    lost: list[int] = []
    for paper in _papers(package):
        pages = list(_pages(paper))
        seals = list(islice(_seals(paper), _SEALS))
        notes = dict(_notes(paper))
        for identifier, location in pages[: limits().pages - len(canvas.pdf.pages) + 1]:
            stamped = [each for each in seals if each[0] == identifier]
            try:
                root = paper.xml(paper.main, location)[1]
                _draw_page(canvas, paper, root, stamped, notes.get(identifier))
            except Damaged:
                lost.append(len(canvas.pdf.pages) + len(lost) + 1)
    return [f"第 {'、'.join(map(str, lost[:10]))} 页已损坏"] if lost else []


def _papers(package: Package) -> Iterator[_Paper]:
    parts = {name.lower().lstrip("/"): name for name in package.names}
    if "encryptions.xml" in parts or "OFD.xml" not in package.names:
        raise Locked
    for body in package.xml("OFD.xml"):
        location = child(body, "DocRoot") if local(body) == "DocBody" else None
        if location is None or not location.text:
            continue
        main = parts.get(posixpath.normpath(location.text.strip().replace("\\", "/")).lstrip("/").lower(), "")
        paper = _Paper(package, main, package.xml(main), parts)
        paper.media.update(_media(paper))
        yield paper


def _pages(paper: _Paper) -> Iterator[tuple[str, str]]:
    pages = child(paper.root, "Pages")
    for node in pages if pages is not None else ():
        if local(node) == "Page":
            yield attribute(node, "ID"), attribute(node, "BaseLoc")


def _media(paper: _Paper) -> Iterator[tuple[str, str]]:
    common = child(paper.root, "CommonData")
    for node in common if common is not None else ():
        if local(node) not in ("DocumentRes", "PublicRes") or not node.text:
            continue
        try:
            base, root = paper.xml(paper.main, node.text)
        except Damaged:
            continue
        home = posixpath.join(posixpath.dirname(base), attribute(root, "BaseLoc"), "x")
        for media in root.iter():
            file = child(media, "MediaFile") if local(media) == "MultiMedia" else None
            if file is not None and file.text:
                yield attribute(media, "ID"), paper.part(home, file.text) or paper.part(base, file.text)


def _draw_page(canvas: Canvas, paper: _Paper, root: Any, seals: list[Any], notes: Any | None) -> None:
    left, top, width, height = _box(root, paper)
    canvas.begin(width, height)
    templates = dict(_templates(paper))
    used = [node for node in root if local(node) == "Template"]

    with canvas.within((1, 0, 0, 1, -left, -top)):
        for front in (False, True):
            for node in used:
                inner = templates.get(attribute(node, "TemplateID"))
                if inner is not None and (attribute(node, "ZOrder") == "Foreground") is front:
                    canvas.objects(inner, paper.picture)
            if not front:
                canvas.objects(root, paper.picture)
        for appearance in notes.iter() if notes is not None else ():
            if local(appearance) == "Appearance":
                x, y, *_ = (*numbers(attribute(appearance, "Boundary")), 0.0, 0.0)
                with canvas.within((1, 0, 0, 1, x, y)):
                    canvas.objects(appearance, paper.picture)
        for _, box, data in seals:
            _draw_seal(canvas, box, data)
    canvas.end()


def _box(root: Any, paper: _Paper) -> tuple[float, float, float, float]:
    """Left, top, width and height of the page in millimetres."""
    for area in (child(root, "Area"), child(paper.root, "CommonData", "PageArea")):
        box = child(area, "PhysicalBox") if area is not None else None
        found = numbers(box.text or "") if box is not None else ()
        if len(found) == 4 and 0 < found[2] < 20_000 and 0 < found[3] < 20_000:
            return found
    return _A4


def _templates(paper: _Paper) -> Iterator[tuple[str, Any]]:
    common = child(paper.root, "CommonData")
    for node in common if common is not None else ():
        if local(node) == "TemplatePage":
            try:
                yield attribute(node, "ID"), paper.xml(paper.main, attribute(node, "BaseLoc"))[1]
            except Damaged:
                continue


def _notes(paper: _Paper) -> Iterator[tuple[str, Any]]:
    """Page id and what is annotated there."""
    node = child(paper.root, "Annotations")
    try:
        base, root = paper.xml(paper.main, node.text) if node is not None and node.text else ("", ())
    except Damaged:
        return
    for page in root:
        location = child(page, "FileLoc") if local(page) == "Page" else None
        if location is not None and location.text:
            try:
                yield attribute(page, "PageID"), paper.xml(base, location.text)[1]
            except Damaged:
                continue


def _seals(paper: _Paper) -> Iterator[tuple[str, tuple[float, ...], bytes]]:
    """Page id, box and the picture of each electronic seal; whether it is valid is not looked at."""
    for name in sorted(paper.package.names):
        if posixpath.basename(name).lower() != "signature.xml":
            continue
        try:
            root = paper.package.xml(name)
        except Damaged:
            continue
        stamps = [node for node in root.iter() if local(node) == "StampAnnot"]
        held = [node.text for node in root.iter() if local(node) in ("SignedValue", "BaseLoc") and node.text]
        parts = [part for part in (paper.part(name, text) for text in held) if part]
        picture = next(filter(None, (_seal_picture(paper.package.read(part)) for part in parts)), b"")
        for stamp in stamps:
            box = numbers(attribute(stamp, "Boundary"))
            if picture and len(box) == 4:
                yield attribute(stamp, "PageRef"), box, picture


def _seal_picture(data: bytes) -> bytes:
    """The picture, or the small OFD, that lies in a seal's certificate."""
    start = data.find(b"PK\x03\x04")
    if start >= 0:
        return data[start:]
    for head, tail in _PICTURES[:3]:
        start = data.find(head)
        end = data.rfind(tail, start) if start >= 0 else -1
        if end >= 0:
            return data[start : end + len(tail)]
    return b""


def _draw_seal(canvas: Canvas, box: tuple[float, ...], data: bytes) -> None:
    left, top, width, height = box
    if not data.startswith(b"PK"):
        with canvas.within((width, 0, 0, height, left, top)):
            canvas.picture(data)
        return
    try:
        with ZipFile(BytesIO(data)) as archive:
            for paper in _papers(Package(archive)):
                for _, location in islice(_pages(paper), 1):
                    root = paper.xml(paper.main, location)[1]
                    x, y, wide, high = _box(root, paper)
                    matrix = (width / wide, 0.0, 0.0, height / high, left - x * width / wide, top - y * height / high)
                    with canvas.within(matrix):
                        canvas.objects(root, paper.picture)
    except (BadZipFile, Damaged, Locked, OSError, ValueError):
        canvas.missing += 1
