"""Files within papers that are no archives: attached to mails and PDFs, embedded in office papers."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from verifier import ole
from verifier.bundle.packing import ZIP_FAULTS, Broken, Entry, Listing
from verifier.mail import NotAMail, read_mail

File = tuple[str, bytes]
"""name and bytes"""

_PART_BYTES = 256 << 20
_MOST = 500
"""files of one paper that are looked at"""
_LINKED = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_EMBEDDED = re.compile(rb'Type="[^"]*/(?:oleObject|package)"')
_TARGET = re.compile(rb'Target="([^"]+)"')
_DROPPED, _PACKAGE, _FORMULA = "\x01Ole10Native", "Package", "Equation Native"
"""streams of an object: a file that was dropped into a paper, a newer Office paper, a formula"""
_OWN_STREAMS = {"WordDocument": ".doc", "Workbook": ".xls", "Book": ".xls", "PowerPoint Document": ".ppt"}


@dataclass(frozen=True, slots=True)
class Held:
    """What one paper holds, as if it were an archive."""

    path: Path
    read: Callable[[Path], Iterator[File]]

    def listing(self, most: int) -> Listing:
        return Listing(tuple(Entry(name, len(data)) for name, data in list(self.read(self.path))[:most]))

    def contents(self) -> Iterator[Iterator[bytes]]:
        return (iter((data,)) for _, data in self.read(self.path))


def of_mail(path: Path) -> Iterator[File]:
    """The attachments; of a mail within it too. Raises Broken."""
    try:
        attached = read_mail(path.read_bytes()).attached
    except NotAMail as fault:
        raise Broken from fault
    return ((name.replace("/", "_").replace("\\", "_"), data) for name, data in attached)


def of_pdf(path: Path) -> Iterator[File]:
    """The files attached to the paper. Raises Broken."""
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(path.read_bytes())
    except pdfium.PdfiumError as fault:
        raise Broken from fault
    try:
        for index in range(min(pdf.count_attachments(), _MOST)):
            try:
                each = pdf.get_attachment(index)
                yield _base(each.get_name()) or f"附件{index + 1}", bytes(each.get_data())
            except (pdfium.PdfiumError, ValueError):
                continue
    finally:
        pdf.close()


def of_office(path: Path) -> Iterator[File]:
    """The files embedded as objects, not the figures behind a chart. Raises Broken."""
    try:
        with zipfile.ZipFile(path) as package:
            for name in list(dict.fromkeys(_embedded(package)))[:_MOST]:
                data = package.read(name)
                yield from _unwrapped(posixpath.basename(name), data)
    except ZIP_FAULTS as fault:
        raise Broken from fault


def _embedded(package: zipfile.ZipFile) -> Iterator[str]:
    sizes = {info.filename: info.file_size for info in package.infolist()}
    for rels in sizes:
        folder, base = posixpath.split(rels)
        if not base.endswith(".rels") or "/charts/" in folder or sizes[rels] > _PART_BYTES:
            continue
        home = posixpath.dirname(folder)
        yield from (part for part in _linked(package.read(rels), home) if 0 < sizes.get(part, 0) <= _PART_BYTES)


def _linked(relations: bytes, home: str) -> Iterator[str]:
    """The parts that relations of a part in the folder `home` embed."""
    for link in _LINKED.findall(relations):
        target = _TARGET.search(link)
        if target and _EMBEDDED.search(link) and b'"External"' not in link:
            yield posixpath.normpath(posixpath.join("/", home, target[1].decode("utf-8", "replace"))).lstrip("/")


def _unwrapped(name: str, data: bytes) -> Iterator[File]:
    """The file in an OLE object; the object itself where it is a paper or nothing that is known, but no formula."""
    if not data.startswith(ole.MAGIC):
        yield name, data
        return
    try:
        with ole.opened(data) as container:
            yield from _of_object(name, data, container)
    except (OSError, ValueError, TypeError, IndexError):
        yield name, data


def _of_object(name: str, data: bytes, container: ole.Container) -> Iterator[File]:
    stem = name.rpartition(".")[0] or name
    if container.exists(_DROPPED):
        yield _packaged(ole.stream(container, _DROPPED), stem)
    elif container.exists(_PACKAGE):
        yield stem, ole.stream(container, _PACKAGE)
    elif not container.exists(_FORMULA):
        ending = next((ending for stream, ending in _OWN_STREAMS.items() if container.exists(stream)), ".bin")
        yield stem + ending, data


def _packaged(data: bytes, stem: str) -> File:
    """A file that was dropped into a paper: sizes, its name, two paths, its bytes."""
    label, source, rest = data[6:].split(b"\0", 2)
    at = 8 + int.from_bytes(rest[4:8], "little")
    size = int.from_bytes(rest[at : at + 4], "little")
    name = label or source
    return _base(name.decode("gb18030", "replace")) or stem, rest[at + 4 : at + 4 + size]


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]
