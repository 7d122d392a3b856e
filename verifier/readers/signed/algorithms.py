"""Digests and signatures by the names that papers give to their algorithms."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.serialization import load_der_public_key

from verifier.readers.signed.asn1 import OID, SEQUENCE, Malformed, Value, value

_HASHES: Mapping[str, str] = {
    "1.2.156.10197.1.401": "sm3",
    "1.2.156.10197.1.401.1": "sm3",
    "1.2.156.10197.1.501": "sm3",
    "1.2.840.113549.2.5": "md5",
    "1.3.14.3.2.26": "sha1",
    "1.2.840.113549.1.1.5": "sha1",
    "1.2.840.10045.4.1": "sha1",
    "2.16.840.1.101.3.4.2.1": "sha256",
    "1.2.840.113549.1.1.11": "sha256",
    "1.2.840.10045.4.3.2": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "1.2.840.113549.1.1.12": "sha384",
    "1.2.840.10045.4.3.3": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
    "1.2.840.113549.1.1.13": "sha512",
    "1.2.840.10045.4.3.4": "sha512",
}
"""OID of a digest, or of a signature that says which digest it takes → name (GM/T 0006, RFC 8017, RFC 5758)"""
_SIZES = {"md5": 16, "sha1": 20, "sm3": 32, "sha256": 32, "sha384": 48, "sha512": 64}
_PSS = "1.2.840.113549.1.1.10"
_SM2_CURVE = "1.2.156.10197.1.301"
_EC_KEY = "1.2.840.10045.2.1"
_SM2_USER = b"1234567812345678"
"""the identity with which SM2 signs where none was agreed on (GM/T 0009)"""
_MOST_BY_SM2 = 4 << 20
"""bytes; gmalg's digest takes 3 seconds a megabyte"""
_STANDARD: Mapping[str, type[hashes.HashAlgorithm]] = {
    "md5": hashes.MD5,
    "sha1": hashes.SHA1,
    "sm3": hashes.SM3,
    "sha256": hashes.SHA256,
    "sha384": hashes.SHA384,
    "sha512": hashes.SHA512,
}


def hash_named(name: str) -> str:
    """The digest that an OID or a name means (SM3, SHA-256); '' where it is unknown."""
    plain = name.strip().lower().replace("-", "")
    return _HASHES.get(name.strip(), plain if plain in _SIZES else "")


def digest(name: str, data: bytes) -> bytes | None:
    """The digest of some bytes; None where it is unknown, or this machine has no such digest."""
    if name not in _SIZES:
        return None
    with suppress(UnsupportedAlgorithm):
        state = hashes.Hash(
            _STANDARD[name]()
        )  # by cryptography, whose wheels have SM3 wherever Python's OpenSSL lacks it
        state.update(data)
        return state.finalize()
    with suppress(ValueError):
        return hashlib.new(name, data, usedforsecurity=False).digest()
    return None


def is_digest(expected: bytes, data: bytes, *names: str) -> bool | None:
    """Whether bytes are the digest of data by one of the named; None where none of that length can be computed."""
    found = [made for name in dict.fromkeys(names) if (made := digest(name, data)) and len(made) == len(expected)]
    return expected in found if found else None


def bears_out(key: Value, algorithm: Value, digest_name: str, signature: bytes, data: bytes) -> bool | None:
    """Whether a public key (SubjectPublicKeyInfo) bears out a signature of data; None where the algorithm is unknown.

    `algorithm`: of the signature, an OID or an AlgorithmIdentifier; `digest_name`: where it does not say the digest.
    """
    named = (algorithm if algorithm.tag == OID else algorithm.part(0, OID)).oid
    kind = key.part(0, SEQUENCE)
    if (
        kind.part(0).oid == _EC_KEY
        and (curve := kind.parts[1:2])
        and curve[0].tag == OID
        and curve[0].oid == _SM2_CURVE
    ):
        return _sm2(key.part(1).octets, signature, data)
    name = _pss_hash(algorithm) if named == _PSS else _HASHES.get(named, digest_name)
    try:
        return _verified(key, named == _PSS, name, signature, data)
    except InvalidSignature:
        return False
    except (UnsupportedAlgorithm, ValueError, TypeError):
        return None


def _verified(key: Value, is_pss: bool, name: str, signature: bytes, data: bytes) -> bool | None:
    public = load_der_public_key(key.whole)
    if isinstance(public, ed25519.Ed25519PublicKey):
        public.verify(signature, data)
        return True
    made = digest(name, data)
    if made is None:
        return None
    by = _STANDARD[name]()
    if isinstance(public, rsa.RSAPublicKey):
        filled = padding.PSS(padding.MGF1(by), padding.PSS.AUTO) if is_pss else padding.PKCS1v15()
        public.verify(signature, made, filled, Prehashed(by))
        return True
    if isinstance(public, ec.EllipticCurvePublicKey):
        public.verify(signature, made, ec.ECDSA(Prehashed(by)))
        return True
    return None


def _pss_hash(algorithm: Value) -> str:
    """The digest that the parameters of RSASSA-PSS name; SHA-1 where they name none (RFC 8017)."""
    named = algorithm.part(1, SEQUENCE).tagged(0) if len(algorithm.parts) > 1 else None
    return hash_named(named.part(0).part(0).oid) if named else "sha1"


def _sm2(point: bytes, signature: bytes, data: bytes) -> bool | None:
    """By GB/T 32918.2. A signature is a sequence of two numbers, or those two as 64 octets."""
    from gmalg import SM2

    if len(data) > _MOST_BY_SM2:
        return None
    try:
        both = signature if len(signature) == 64 else b"".join(_32(each) for each in value(signature).parts[:2])
        return bool(SM2(pk=point, uid=_SM2_USER).verify(data, both[:32], both[32:]))
    except Malformed:
        return False
    except Exception:  # gmalg raises what it likes on points and numbers that are none
        return None


def _32(number: Value) -> bytes:
    """A number as 32 octets. Raises Malformed."""
    if number.number < 0 or number.number >= 1 << 256:
        raise Malformed
    return number.number.to_bytes(32)
