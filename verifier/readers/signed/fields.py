"""Fields of a PDF's form that are there to be signed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pikepdf

_MOST = 20_000
"""fields that are looked through"""


def signed_fields(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The fields that are signed."""
    form = pdf.Root.get("/AcroForm")
    waiting = list(form.get("/Fields", ())) if isinstance(form, pikepdf.Dictionary) else []
    for field in islice(_walked(waiting), _MOST):
        value = field.get("/V")
        if isinstance(value, pikepdf.Dictionary) and "/ByteRange" in value:
            yield field


def widgets(field: pikepdf.Dictionary) -> tuple[pikepdf.Object, ...]:
    """What may stand on a page for a field: it itself, or what it holds."""
    return (field, *(field.get("/Kids") or ()))


def _walked(waiting: list[pikepdf.Object]) -> Iterator[pikepdf.Dictionary]:
    """Every field, and those within, each once."""
    met: set[tuple[int, int]] = set()
    while waiting:
        field = waiting.pop(0)
        if not isinstance(field, pikepdf.Dictionary) or (field.is_indirect and field.objgen in met):
            continue
        met.add(field.objgen)
        waiting += list(field.get("/Kids") or ())
        yield field
