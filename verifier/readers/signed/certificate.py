"""What a certificate says of whose key it is (X.509, RFC 5280). Whether to trust its issuer is not asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verifier.readers.signed.asn1 import SEQUENCE, Malformed, Value, value

_NAMES = ("2.5.4.3", "2.5.4.10", "2.5.4.11")
"""parts of a subject that say who it is, the most telling first: its own name, its body, its office"""


@dataclass(frozen=True, slots=True)
class Certificate:
    subject: str
    """whom it names; '' where it names nobody"""
    identity: tuple[bytes, bytes]
    """issuer as it stands, and serial number"""
    key: Value
    """SubjectPublicKeyInfo"""
    whole: bytes


def certificate(data: bytes) -> Certificate:
    """Raises Malformed."""
    fields = value(data).part(0, SEQUENCE).parts
    fields = fields[1:] if fields and fields[0].tag == 0xA0 else fields  # the version, which old ones leave out
    if len(fields) < 6:
        raise Malformed
    return Certificate(_subject(fields[4]), (fields[2].whole, fields[0].content), fields[5], data)


def certificates(found: Iterable[bytes]) -> list[Certificate]:
    """Those that can be read."""
    read = []
    for data in found:
        try:
            read.append(certificate(data))
        except Malformed:
            continue
    return read


def _subject(name: Value) -> str:
    told: dict[str, str] = {}
    for each in (pair for one in name.parts for pair in one.parts):
        told.setdefault(each.part(0).oid, each.part(1).text)
    return next((told[each] for each in _NAMES if told.get(each)), "")
