"""What the pages of a PDF show, as a digest a page: two states of one paper are compared by it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Set
from dataclasses import dataclass

import pikepdf

from verifier.readers.signed.fields import signed_fields, widgets
from verifier.readers.terms import limits

_NOT_SHOWN = frozenset(
    {
        "/Parent",
        "/P",
        "/StructParent",
        "/StructParents",
        "/Metadata",
        "/PieceInfo",
        "/LastModified",
        "/Popup",
        "/NM",
        "/M",
    }
)
"""keys that lead elsewhere, or that no page shows"""
_OF_ALL = ("/OCProperties",)
"""what the catalogue says of layers"""
_DEEPEST = 100
"""objects within objects"""
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class TooMuch(Exception):
    """There is more than is looked at."""


@dataclass(slots=True)
class Budget:
    """What may still be looked at of one paper, in all its states together."""

    objects: int = 400_000
    octets: int = 1 << 30

    def take(self, objects: int, octets: int) -> None:
        """Raises TooMuch."""
        self.objects -= objects
        self.octets -= octets
        if self.objects < 0 or self.octets < 0:
            raise TooMuch


def pages_shown(pdf: pikepdf.Pdf, budget: Budget) -> tuple[str, ...] | None:
    """A digest a page; None where there is too much to compare, or the objects can't be read."""
    walk = _Walk(budget)
    try:
        layers = [walk.told(pdf.Root.get(key)) for key in _OF_ALL]
        seals = {widget.objgen for field in signed_fields(pdf) for widget in widgets(field) if widget.is_indirect}
        if len(pdf.pages) > limits().pages:
            return None
        return tuple(
            hashlib.sha256(b"".join([*layers, *_page(page.obj, walk, seals)])).hexdigest() for page in pdf.pages
        )
    except (TooMuch, pikepdf.PdfError, ValueError, RuntimeError, TypeError, KeyError):
        return None


def _page(page: pikepdf.Object, walk: _Walk, seals: Set[tuple[int, int]]) -> Iterator[bytes]:
    for key in _INHERITED:
        yield walk.told(_inherited(page, key))
    yield walk.told(page.get("/Contents"))
    for note in page.get("/Annots") or ():
        if not _is_seal(note, seals):
            yield walk.told(note)


def _inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    node: pikepdf.Object | None = page
    for _ in range(50):
        if node is None or key in node:
            break
        node = node.get("/Parent")
    return node.get(key) if node is not None else None


def _is_seal(note: pikepdf.Object, seals: Set[tuple[int, int]]) -> bool:
    """Whether it is the place of a signature that was made, or of one to be made of which nothing is seen.

    A further signature changes nothing of what was signed before; it is told by itself.
    """
    return note.objgen in seals or (note.get("/FT") == "/Sig" and "/AP" not in note)


class _Walk:
    """Digests of objects, each counted once, with what they lead to."""

    def __init__(self, budget: Budget) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._budget = budget

    def told(self, value: object, depth: int = 0) -> bytes:
        """A digest of a value and of all that it leads to. Raises TooMuch."""
        if not isinstance(value, pikepdf.Object):
            return hashlib.sha256(repr(value).encode()).digest()
        self._budget.take(1, 0)
        if depth > _DEEPEST:
            raise TooMuch
        if not value.is_indirect:
            return self._fresh(value, depth)
        if value.objgen not in self._known:
            self._known[value.objgen] = b"within itself"
            self._known[value.objgen] = self._fresh(value, depth)
        return self._known[value.objgen]

    def _fresh(self, value: pikepdf.Object, depth: int) -> bytes:
        told = hashlib.sha256(type(value).__name__.encode())
        if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            for key in sorted(set(value.keys()) - _NOT_SHOWN):
                told.update(key.encode() + self.told(value[key], depth + 1))
        elif isinstance(value, pikepdf.Array):
            for each in value:
                told.update(self.told(each, depth + 1))
        else:
            told.update(value.unparse())
        if isinstance(value, pikepdf.Stream):
            data = value.read_raw_bytes()
            self._budget.take(0, len(data))
            told.update(data)
        return told.digest()
