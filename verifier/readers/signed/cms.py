"""Signed data in the syntax of CMS (RFC 5652), as PDFs hold it, and in that of GM/T 0010, which differs in names."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from verifier.readers.signed.algorithms import bears_out, hash_named, is_digest
from verifier.readers.signed.asn1 import OCTETS, SEQUENCE, SET, Malformed, Value, value
from verifier.readers.signed.certificate import Certificate, certificates
from verifier.readers.signed.verdict import UNREADABLE, Made, Verdict, joined, of_digest, of_signature

CHANGED = "内容改动过（摘要不符）"
_MESSAGE_DIGEST, _SIGNING_TIME = "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.5"
_SHA1_OF_IT = "sha1"
"""of adbe.pkcs7.sha1, where what is signed is the SHA-1 of the content (ISO 32000-1, 12.8.3.3)"""


def checked(signature: bytes, covered: bytes) -> Made:
    """What signed data say of the content that they cover, which stands elsewhere. Nothing is raised."""
    try:
        return _checked(value(signature), covered)
    except Malformed:
        return Made(UNREADABLE)


def _checked(outer: Value, covered: bytes) -> Made:
    data = _inner(outer.tagged(0))
    infos = [each for each in data.parts[2:] if each.tag == SET]
    if not infos:
        raise Malformed
    signer = infos[-1].part(0, SEQUENCE)
    before = data.tagged(0)
    held = certificates(each.whole for each in before.parts if each.tag == SEQUENCE) if before else []
    fields = signer.parts
    attributes = signer.tagged(0)
    algorithm, signed = _after(fields, attributes)
    name = hash_named(signer.part(2, SEQUENCE).part(0).oid)
    content, within = _content(data, covered)
    told = _attributes(attributes)
    verdicts = [within]
    if attributes is None:
        to_sign = content
    else:
        to_sign = bytes([SET]) + attributes.whole[1:]
        verdicts.append(of_digest(is_digest(told[_MESSAGE_DIGEST].octets, content, name), CHANGED))
    by = _signer(signer, held)
    if by is None:
        return Made(joined([*verdicts, Verdict("unknown", "没有附签名证书，签名值无法验证")]), signed_at=_time(told))
    holds = bears_out(by.key, algorithm, name, signed.octets, to_sign)
    verdict = joined([*verdicts, of_signature(holds)])
    if attributes is None and verdict.intact == "disagrees":
        verdict = replace(verdict, why=CHANGED)
    return Made(verdict, by.subject, signed_at=_time(told))


def _inner(wrapped: Value | None) -> Value:
    if wrapped is None:
        raise Malformed
    return wrapped.part(0, SEQUENCE)


def _after(fields: tuple[Value, ...], attributes: Value | None) -> tuple[Value, Value]:
    """The algorithm of the signature, and the signature, which follow the attributes where there are any."""
    at = fields.index(attributes) + 1 if attributes is not None else 3
    if len(fields) < at + 2 or fields[at].tag != SEQUENCE:
        raise Malformed
    return fields[at], fields[at + 1]


def _content(data: Value, covered: bytes) -> tuple[bytes, Verdict]:
    """What is signed: the content itself, or a digest of it that lies within."""
    inner = data.part(2, SEQUENCE).tagged(0)
    if inner is None:
        return covered, Verdict("agrees", "")
    held = inner.part(0).octets if inner.part(0).tag in (OCTETS, OCTETS | 0x20) else inner.part(0).whole
    if held == covered:
        return held, Verdict("agrees", "")
    return held, of_digest(is_digest(held, covered, _SHA1_OF_IT), CHANGED)


def _attributes(attributes: Value | None) -> dict[str, Value]:
    """The first value of each signed attribute. Raises Malformed for such without a digest."""
    if attributes is None:
        return {}
    told = {each.part(0).oid: each.part(1, SET).part(0) for each in attributes.parts}
    if _MESSAGE_DIGEST not in told:
        raise Malformed
    return told


def _time(told: dict[str, Value]) -> datetime | None:
    return told[_SIGNING_TIME].time if _SIGNING_TIME in told else None


def _signer(signer: Value, held: list[Certificate]) -> Certificate | None:
    """The certificate that the signer names by issuer and number, or by an identifier that stands in it."""
    named = signer.part(1)
    if named.tag == SEQUENCE and len(named.parts) == 2:
        identity = (named.part(0).whole, named.part(1).content)
        return next((each for each in held if each.identity == identity), None)
    if len(held) == 1:
        return held[0]
    return next((each for each in held if named.content and named.content in each.whole), None)  # its own identifier
