"""What people remark beside the text of an office paper, a PDF or an OFD: no part of the text, told and not counted."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from verifier.model import Document, Flag, Place, SourceFile
from verifier.readers.outcome import Damaged, Locked, TooLarge, clean
from verifier.readers.parts import Element, Package, local, open_package
from verifier.readers.terms import limits, passwords

if TYPE_CHECKING:
    import pikepdf

_BESIDE = ("/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Ink", "/Square", "/Circle")
"""annotations of a PDF whose words are seen in a window of their own"""
_TYPED = "/FreeText"
"""words on the page itself; of those that bring no drawing some viewers draw one, and others, as pdfium, do not"""
_KINDS = ("comments", "threadedComment")
"""of relations to parts that hold nothing but remarks"""
_REMARKS = ("comment", "threadedComment", "cm")
_WORDS = ("t", "text")
_OF_OFD = "annot"
"""in the names of parts that hold the annotations of a page"""
_RELATIONS = ".rels"
_MOST = 100
_TELLING = re.compile(r"[\u4e00-\u9fff\d]{2}")
"""in a remark that may say something"""
_SHOWN = 30
"""characters of it that a message shows"""


def with_remarks(document: Document) -> Document:
    """The document of a paper; with a note where there are remarks in it."""
    form = document.file.format
    if form == "pdf":
        return remarked(document, _beside_pages(document.file))
    read = _READ.get(form)
    return remarked(document, _in_package(document.file, read)) if read else document


def remarked(document: Document, remarks: Sequence[str]) -> Document:
    """The document with a note that quotes the first of what was remarked beside its text."""
    telling = [remark for remark in remarks if _TELLING.search(remark)]
    if not telling:
        return document
    path = document.file.path
    text = f"「{path}」有批注（如“{telling[0][:_SHOWN]}”），批注不是正文，没有计入，需要时请打开原件查看。"
    return replace(document, flags=(*document.flags, Flag("remarks-unread", "note", text, Place(path))))


def _in_package(file: SourceFile, read: Callable[[Package], Iterator[str]]) -> tuple[str, ...]:
    """The remarks in a paper of parts; none where they can't be read."""
    assert file.stored is not None
    try:
        with open_package(file.stored) as package:
            return tuple(islice(read(package), _MOST))
    except (Damaged, Locked, TooLarge):
        return ()


def _in_ods(package: Package) -> Iterator[str]:
    for node in package.xml("content.xml").iter():
        if local(node) == "annotation":
            yield clean(" ".join(each.text or "" for each in node.iter() if local(each) in ("p", "span")))


def _in_ofd(package: Package) -> Iterator[str]:
    for part in sorted(package.names):
        if _OF_OFD in part.lower() and part.lower().endswith(".xml"):
            words = (node.text or "" for node in package.xml(part).iter() if local(node) == "Remark")
            yield from filter(None, map(clean, words))


def _remarks(package: Package) -> Iterator[str]:
    for part in dict.fromkeys(_parts(package)):
        yield from filter(None, map(_said, _each(package.xml(part))))


def _parts(package: Package) -> Iterator[str]:
    """The parts with remarks, to whatever part they belong."""
    for name in sorted(package.names):
        folder, base = posixpath.split(name)
        if base.endswith(_RELATIONS):
            holder = posixpath.join(posixpath.dirname(folder), base.removesuffix(_RELATIONS))
            found = package.relations(holder).values()
            yield from (each.target for each in found if each.kind in _KINDS and each.target in package.names)


def _each(root: Element) -> Iterator[Element]:
    return (node for node in root.iter() if local(node) in _REMARKS)


def _said(remark: Element) -> str:
    return clean("".join(node.text or "" for node in remark.iter() if local(node) in _WORDS))


def _beside_pages(file: SourceFile) -> tuple[str, ...]:
    """The remarks in a PDF; none where they can't be read."""
    import pikepdf

    assert file.stored is not None
    for password in ("", *passwords()):
        try:
            with pikepdf.open(file.stored, password=password) as pdf:
                pages = islice(pdf.pages, limits().pages)
                return tuple(islice(chain.from_iterable(_beside(page.obj) for page in pages), _MOST))
        except pikepdf.PasswordError:
            continue
        except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, AttributeError, KeyError):
            break
    return ()


def _beside(page: pikepdf.Object) -> Iterator[str]:
    for note in page.get("/Annots") or ():
        undrawn = note.get("/Subtype") == _TYPED and "/AP" not in note
        if (undrawn or note.get("/Subtype") in _BESIDE) and "/Contents" in note:
            yield clean(str(note["/Contents"]))


_READ: Mapping[str, Callable[[Package], Iterator[str]]] = {
    **dict.fromkeys(("docx", "xlsx", "pptx"), _remarks),
    "ods": _in_ods,
    "ofd": _in_ofd,
}
"""format → how the remarks in a paper of parts are found"""
