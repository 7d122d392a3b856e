"""The parts of an office paper: a zip with XML inside, opened without trusting any of it."""

from __future__ import annotations

import codecs
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from lxml import etree

from verifier import ole
from verifier.readers import flat
from verifier.readers.outcome import Damaged, Locked, TooLarge
from verifier.readers.terms import limits

PART_BYTES = 256 << 20
_LONG = ("xl/worksheets/", "xl/sharedStrings")
"""parts that nobody holds as a whole: they may be larger, unless they unpack to too many times their size"""
_PIECE = 1 << 20
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BROKEN_PART = "文件内部缺少一部分或已损坏"
_FAULTS = (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)
"""what zipfile raises on damaged papers, on some of them only when a part is read"""


class Element(Protocol):
    """An element of XML, as lxml has it, which tells no types."""

    @property
    def tag(self) -> object:
        """A name, or a function for a comment or an instruction."""
        ...

    @property
    def attrib(self) -> Mapping[str, str]: ...

    @property
    def text(self) -> str | None: ...

    def __iter__(self) -> Iterator[Element]: ...

    def get(self, name: str, default: str = "") -> str: ...

    def getparent(self) -> Element | None: ...

    def iter(self, *tags: str) -> Iterator[Element]: ...

    def iterancestors(self) -> Iterator[Element]: ...


@dataclass(frozen=True, slots=True)
class Relation:
    id: str
    kind: str
    """last part of the relationship's type: image, hyperlink, oleObject, header …"""
    target: str
    """name of the part inside, or the address outside"""
    external: bool = False


@dataclass(frozen=True)
class Package:
    """An opened office paper. Its parts are found by name also where a program wrote \\ for /, or other capitals."""

    archive: zipfile.ZipFile

    @cached_property
    def _entries(self) -> Mapping[str, str]:
        """Name of a part → name of its entry in the zip."""
        return {_slashed(name): name for name in self.archive.namelist()}

    @cached_property
    def _spelt(self) -> Mapping[str, str]:
        """Name of a part in small letters → as the package spells it."""
        return {name.lower(): name for name in self._entries}

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._entries)

    def named(self, name: str) -> str:
        """The name as the package spells it, where a part is called so but for capitals and escapes."""
        spellings = (name, unquote(name))
        return next((self._spelt[each.lower()] for each in spellings if each.lower() in self._spelt), name)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises Damaged when they are not there or don't unpack."""
        try:
            return self.archive.read(self._entries[name])
        except _FAULTS as fault:
            raise Damaged(_BROKEN_PART) from fault

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part in pieces, those of UTF-16 as UTF-8; as `read`, without holding all of them."""
        pieces = self._pieces(name)
        first = next(pieces, b"")
        whole = chain((first,), pieces)
        yield from _in_utf8(whole) if first.startswith(_WIDE) else whole

    def is_wide(self, name: str) -> bool:
        """Whether a part is in UTF-16, which XML may be and few programs write."""
        try:
            with self.archive.open(self._entries[name]) as part:
                return part.read(2) in _WIDE
        except _FAULTS as fault:
            raise Damaged(_BROKEN_PART) from fault

    def _pieces(self, name: str) -> Iterator[bytes]:
        try:
            with self.archive.open(self._entries[name]) as part:
                while piece := part.read(_PIECE):
                    yield piece
        except _FAULTS as fault:
            raise Damaged(_BROKEN_PART) from fault

    def xml(self, name: str) -> Element:
        """The root element of a part; entities and addresses are left alone.

        libxml2 itself ends at entities that unfold to too much and at 256 levels of elements, as long as `huge_tree` is
        off: without that end the one fills the memory, and the other Python's stack where the elements are walked.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root: Element = etree.fromstring(self.read(name), parser)
            return root
        except etree.XMLSyntaxError as fault:
            raise Damaged("文件内部的文字部分已损坏") from fault

    def relations(self, name: str) -> Mapping[str, Relation]:
        """What a part refers to, by id; nothing when it refers to nothing."""
        folder, base = posixpath.split(name)
        rels = self.named(posixpath.join(folder, "_rels", f"{base}.rels"))
        if rels not in self.names:
            return {}
        found = {}
        for node in self.xml(rels):
            if not isinstance(node.tag, str) or "Id" not in node.attrib:
                continue
            external = node.get("TargetMode") == "External"
            target = node.get("Target", "")
            target = target if external else self.named(_from_top(folder, target))
            kind = node.get("Type", "").rpartition("/")[2]
            found[node.get("Id")] = Relation(node.get("Id"), kind, target, external)
        return found

    def main(self, fallback: str) -> str:
        """The name of the main part, which the package itself says."""
        relations = self.relations("")
        named = (
            each.target for each in relations.values() if each.kind == "officeDocument" and each.target in self.names
        )
        return next(named, fallback)


def _in_utf8(pieces: Iterable[bytes]) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    return (decoder.decode(piece).encode("utf-8", "replace") for piece in pieces)


def _slashed(name: str) -> str:
    """The name of a part, whose folders some programs part with \\."""
    return name.replace("\\", "/").lstrip("/")


def _from_top(folder: str, target: str) -> str:
    """The name of the part to which a part in that folder refers."""
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """The parts of the paper at `path`. Raises Locked, Damaged for no zip, TooLarge for what unpacks to too much."""
    try:
        with path.open("rb") as stored:
            head = stored.read(flat.HEAD)
        if head.startswith(ole.MAGIC):  # in which Office puts a paper that wants a password
            raise Locked
        archive = zipfile.ZipFile(BytesIO(flat.zipped(path.read_bytes())) if flat.is_flat(head) else path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise Damaged("文件被截断或已损坏，打不开") from fault
    with archive:
        entries = archive.infolist()
        most = limits().total_bytes
        if any(map(_is_too_large, entries)) or sum(entry.file_size for entry in entries) > most:
            raise TooLarge(f"文件解开后超过 {most >> 20} MB，或疑似异常压缩")
        yield Package(archive)


def _is_too_large(entry: zipfile.ZipInfo) -> bool:
    if entry.file_size <= PART_BYTES:
        return False
    return not entry.filename.startswith(_LONG) or entry.file_size > limits().bomb_ratio * entry.compress_size


def local(node: Element) -> str:
    """The name of an element without its namespace: the strict and the usual flavour read alike."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: Element, name: str) -> str:
    """An attribute by its name without namespace, '' when there is none."""
    if name in node.attrib:
        return str(node.attrib[name])
    return next((str(value) for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def child(node: Element | None, *path: str) -> Element | None:
    """The first child of that name, and its first of the next."""
    for name in path:
        node = next((each for each in node if local(each) == name), None) if node is not None else None
    return node


def children(node: Element | None, *names: str) -> Iterator[Element]:
    """The children of these names; none of what is not there."""
    return (each for each in (node if node is not None else ()) if local(each) in names)


def part_of(relations: Mapping[str, Relation], identifier: str) -> str:
    """The name of the part inside that an id leads to; '' when it leads to none."""
    relation = relations.get(identifier)
    return relation.target if relation is not None and not relation.external else ""
