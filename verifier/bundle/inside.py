"""Files within papers that are no archives: attached to mails and PDFs, embedded in office papers."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import ole
from verifier.bundle.packing import ZIP_FAULTS, Broken, Entry, Listing
from verifier.bundle.winmail import attached
from verifier.mail import NotAMail, read_mail

if TYPE_CHECKING:
    import pikepdf

File = tuple[str | bytes, bytes]
"""name and bytes; a name in bytes is of an unknown code page"""

_PART_BYTES = 256 << 20
_MOST = 500
"""files of one paper that are looked at"""
_PDF_FAULTS = (AttributeError, KeyError, StopIteration, TypeError, ValueError, RuntimeError)
"""what pikepdf raises where a paper lacks what it should have"""
_LINKED = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_EMBEDDED = re.compile(rb'Type="[^"]*/(?:oleObject|package)"')
_TARGET = re.compile(rb'Target="([^"]+)"')
_LIST_BYTES = 4 << 20
_ATTACHMENT = re.compile(rb"<(?:\w+:)?attachment\b[^>]*>\s*<(?:\w+:)?fileloc\b[^>]*>[^<]+<", re.IGNORECASE)
_FILE_LOCATION = re.compile(rb"<(?:\w+:)?fileloc\b[^>]*>([^<]+)<", re.IGNORECASE)
_ATTACHED_AS = re.compile(rb"\bname=[\"']([^\"']*)", re.IGNORECASE)
_ENDING = re.compile(rb"\bformat=[\"']\.?(\w{1,5})[\"']", re.IGNORECASE)
_INVISIBLE = re.compile(rb"\bvisible=[\"']false", re.IGNORECASE)
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


def of_winmail(path: Path) -> Iterator[File]:
    """The files that Exchange packed for Outlook."""
    return ((_base(name) if isinstance(name, str) else name, data) for name, data in attached(path.read_bytes()))


def of_pdf(path: Path) -> Iterator[File]:
    """The files attached to the paper, or to a page as a paper clip; those of a portfolio. Raises Broken."""
    import pikepdf

    try:
        pdf = pikepdf.open(path)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError) as fault:
        raise Broken from fault
    with pdf:
        for number, spec in enumerate(islice(_attached(pdf), _MOST), 1):
            try:
                stream = next(iter(_entries(spec["/EF"]).values()))
                name = str(spec.get("/UF") or spec.get("/F") or "")
                yield _base(name) or f"附件{number}", bytes(stream.read_bytes())
            except (*_PDF_FAULTS, pikepdf.PdfError):
                continue


def _attached(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """What tells of an attached file, each file once."""
    seen: set[object] = set()
    for spec in chain(_named(pdf), _clipped(pdf)):
        files = _entries(spec).get("/EF")
        held = next(iter(_entries(files).values()), None) if files is not None else None
        if held is not None and held.objgen not in seen:
            seen.add(held.objgen)
            yield spec


def _named(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """In the list of the whole paper, which is a tree."""
    import pikepdf

    try:
        yield from pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles).values()
    except (*_PDF_FAULTS, pikepdf.PdfError):
        return


def _clipped(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """On a page, or named as belonging to it or to the paper."""
    for holder in chain((pdf.Root,), (page.obj for page in pdf.pages)):
        yield from _items(holder, "/AF")
        for note in _items(holder, "/Annots"):
            if _entries(note).get("/Subtype") == "/FileAttachment" and "/FS" in _entries(note):
                yield note["/FS"]


def _items(holder: pikepdf.Object, key: str) -> Sequence[pikepdf.Object]:
    import pikepdf

    found = _entries(holder).get(key)
    return tuple(found) if isinstance(found, pikepdf.Array) else ()


def _entries(holder: pikepdf.Object) -> Mapping[str, pikepdf.Object]:
    import pikepdf

    return dict(holder.items()) if isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)) else {}


def of_ofd(path: Path) -> Iterator[File]:
    """The files attached to the paper, but those that it keeps for programs and calls invisible. Raises Broken."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = {name.lower(): name for name in package.namelist()}
            for name, where in list(_listed(package))[:_MOST]:
                part = next((parts[each] for each in where if each in parts), None)
                if part is not None and package.getinfo(part).file_size <= _PART_BYTES:
                    yield name or posixpath.basename(part), package.read(part)
    except ZIP_FAULTS as fault:
        raise Broken from fault


def _listed(package: zipfile.ZipFile) -> Iterator[tuple[str, Sequence[str]]]:
    """The name of each file attached to an OFD, and where it may lie: programs differ in what an address begins at."""
    for info in package.infolist():
        data = package.read(info) if info.filename.lower().endswith(".xml") and info.file_size <= _LIST_BYTES else b""
        yield from (
            _placed(entry, info.filename) for entry in _ATTACHMENT.findall(data) if not _INVISIBLE.search(entry)
        )


def _placed(entry: bytes, listed_in: str) -> tuple[str, Sequence[str]]:
    place, name, ending = (_first(found, entry) for found in (_FILE_LOCATION, _ATTACHED_AS, _ENDING))
    named = f"{name}.{ending}" if name and ending and "." not in name else name
    folder = posixpath.dirname(listed_in)
    homes = (folder, posixpath.dirname(folder), "")
    return _base(named), [posixpath.normpath(posixpath.join("/", home, place)).lstrip("/").lower() for home in homes]


def _first(pattern: re.Pattern[bytes], entry: bytes) -> str:
    found = pattern.search(entry)
    return unescape(found[1].decode("utf-8", "replace")).strip().replace("\\", "/") if found else ""


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
