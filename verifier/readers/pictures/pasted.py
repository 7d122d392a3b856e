"""Pictures that stand inside another paper: each gets a row and a document.

A drawing of Windows (EMF, WMF) has a document without a page, until LibreOffice has drawn all those of a bundle.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path, PurePosixPath

from verifier.model import Document, SourceFile, TextLine
from verifier.readers.outcome import Damaged, TooLarge, refused, unreadable
from verifier.readers.pictures.image import pixel_size, read_image
from verifier.readers.pictures.metafile import is_metafile, unpacked

SMALLEST = 64
"""pixels of a side; smaller ones are icons and bullets"""


def paste(
    parent: SourceFile, name: str, data: bytes, context: tuple[TextLine, ...], work: Path, smallest: int = SMALLEST
) -> Document | None:
    """The document of a picture inside `parent`; None for an icon."""
    data = unpacked(data)
    file = _inside(parent, name, data, work)
    if is_metafile(data):
        return Document(replace(file, format="metafile"), context=context)
    if not data:
        return replace(unreadable(file, "文档里的图片是空的"), context=context)
    assert file.stored is not None
    size = pixel_size(file.stored)
    if size and min(size) < smallest:
        return None
    try:
        document = read_image(file, work)[0]
    except TooLarge as limit:
        document = refused(file, str(limit))
    except Damaged as fault:
        document = unreadable(file, str(fault))
    return replace(document, context=context)


def passed_over(parent: SourceFile, name: str, data: bytes, why: str, work: Path) -> Document:
    """The row of a picture inside `parent` that is no evidence by where it stands."""
    return Document(replace(_inside(parent, name, data, work), status="ignored", reason=why))


def unique(name: str, taken: set[str]) -> str:
    """A name not in `taken`, which then holds it."""
    path = PurePosixPath(name)
    fresh, count = path.name, 1
    while fresh in taken:
        count += 1
        fresh = f"{path.stem}-{count}{path.suffix}"
    taken.add(fresh)
    return fresh


def _inside(parent: SourceFile, name: str, data: bytes, work: Path) -> SourceFile:
    sha256 = hashlib.sha256(data).hexdigest()
    stored = work / "files" / sha256
    if not stored.exists():
        stored.parent.mkdir(parents=True, exist_ok=True)
        waiting = stored.with_name(f"{sha256}.part")
        waiting.write_bytes(data)
        waiting.replace(stored)
    return SourceFile(f"{parent.path}/{name}", sha256, len(data), "image", "read", None, stored, parent.path)
