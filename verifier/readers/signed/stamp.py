"""Data of an electronic seal on a paper (GB/T 38540, and GM/T 0031 before it): SES_Signature.

Whether the seal itself is one that its maker made for the signer is a question of trust, and not asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from verifier.readers.signed.algorithms import bears_out, hash_named, is_digest
from verifier.readers.signed.asn1 import BITS, OCTETS, OID, SEQUENCE, Malformed, Value, value
from verifier.readers.signed.certificate import certificate
from verifier.readers.signed.verdict import UNREADABLE, Made, joined, of_digest, of_signature

_CHANGED = "签章描述改动过（摘要不符）"


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What both standards hold, in whichever order."""

    to_sign: Value
    seal: Value
    at: datetime | None
    digest: bytes
    certificate: bytes
    algorithm: Value
    signature: bytes


def checked(stamp: bytes, described: bytes, method: str) -> Made:
    """What the data of a seal say of the description that they cover (Signature.xml); `method`: digest named there."""
    try:
        found = _stamp(value(stamp))
        by = certificate(found.certificate)
        name = hash_named(found.algorithm.oid)
        agrees = is_digest(found.digest, described, name, hash_named(method), "sm3")
        signed = bears_out(by.key, found.algorithm, name or hash_named(method), found.signature, found.to_sign.whole)
        verdict = joined([of_digest(agrees, _CHANGED), of_signature(signed)])
        return Made(verdict, by.subject, _name(found.seal), found.at)
    except Malformed:
        return Made(UNREADABLE)


def _stamp(outer: Value) -> _Stamp:
    to_sign = outer.part(0, SEQUENCE)
    parts = outer.parts
    if len(parts) >= 4 and parts[1].tag == OCTETS:
        held, algorithm, signature = parts[1:4]
    elif len(parts) >= 2 and len(to_sign.parts) >= 7:  # GM/T 0031: certificate and algorithm are signed too
        held, algorithm, signature = to_sign.parts[5], to_sign.parts[6], parts[1]
    else:
        raise Malformed
    seal, time, digest = to_sign.part(1, SEQUENCE), to_sign.part(2), to_sign.part(3, BITS)
    if algorithm.tag != OID or signature.tag != BITS:
        raise Malformed
    return _Stamp(to_sign, seal, _time(time), digest.octets, held.octets, algorithm, signature.octets)


def _time(told: Value) -> datetime | None:
    """A time, or bits that hold one."""
    if told.tag != BITS:
        return told.time
    try:
        return value(told.octets).time
    except Malformed:
        return None


def _name(seal: Value) -> str:
    """Of SES_ESPropertyInfo: kind, name, certificates, days."""
    return seal.part(0, SEQUENCE).part(2, SEQUENCE).part(1).text
