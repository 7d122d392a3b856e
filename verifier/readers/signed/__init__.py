"""Electronic seals and signatures: who made them, when, and whether the paper is unchanged since.

Whether whoever signed is who the certificate says is another question, which the certificate of its issuer answers and
this does not.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

from pikepdf import PdfError

from verifier.model import Document, Flag, Place, Signature
from verifier.readers.outcome import Damaged

log = logging.getLogger(__name__)

UNREAD = "签名或签章的数据损坏，无法判断"
_FAULTS = (PdfError, Damaged, ValueError, RuntimeError, TypeError, AttributeError, KeyError, IndexError, MemoryError)
"""what libraries raise on odd papers (RecursionError is a RuntimeError) and on large ones, whose pages are read all the
same"""


def with_signatures(document: Document, found: Callable[[], Iterable[Signature]]) -> Document:
    """The document with its signatures, and a flag for a person where it was changed since one of them."""
    path = document.file.path
    try:
        signatures = tuple(found())
    except _FAULTS as fault:
        log.debug("%s: signatures: %s", document.file.sha256, type(fault).__name__)
        signatures = (Signature(Place(path), "", "", None, "unknown", UNREAD),)
    changed = next((each for each in signatures if each.intact == "disagrees"), None)
    if changed is None:
        return replace(document, signatures=signatures)
    who = changed.title or changed.signer
    named = f"“{who}”的" if who else ""
    text = f"「{path}」与加盖{named}电子签章时不一致：{changed.why}，请与出具单位核对原件。"
    flag = Flag("image-edited", "review", text, changed.place)
    return replace(document, signatures=signatures, flags=(*document.flags, flag))
