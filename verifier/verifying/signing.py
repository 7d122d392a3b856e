"""A result signed by a key of the bureau's, and the signature looked at.

Ed25519 (RFC 8032) by the library `cryptography`. What is signed are digests: of all that a check wrote, of the
decisions so far, and of the forms that were exported.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from pydantic import ConfigDict, TypeAdapter, ValidationError

from verifier.decisions import read_log
from verifier.errors import UsageError
from verifier.files import write_whole
from verifier.files.manifest import BrokenManifest, LogState, read_manifest
from verifier.files.output_folder import DESK, DIGESTS, EXPORT, SIGNATURE
from verifier.files.system import reason_of
from verifier.verifying.found import Found, changed, unsure

SIGNATURE_SCHEMA: Final = "verifier/signature@1"
PUBLIC_ENDING = ".pub"
_SHOWN = 16
"""letters of a key that a sentence names"""


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signature is of."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    schema: Literal["verifier/signature@1"]
    key: str
    """the public one, raw, in hex"""
    time: str
    digests: str
    """the digest over all of `digests.json`"""
    log: LogState
    exports: Mapping[str, str]
    """SHA-256 of what was exported"""


@dataclass(frozen=True, slots=True)
class _Stored:
    __pydantic_config__ = ConfigDict(extra="forbid")

    signed: Signed
    signature: str
    """hex; of the canonical JSON of `signed`"""


_SIGNED, _STORED = TypeAdapter(Signed), TypeAdapter(_Stored)


def make_key(path: Path) -> Path:
    """Writes a new private key, readable for its owner alone, and beside it the public one, whose path is returned.

    Raises UsageError where there is such a file, and WriteError.
    """
    public = path.with_name(path.name + PUBLIC_ENDING)
    for each in (path, public):
        if each.exists():
            raise UsageError(f"“{each}”已经存在，没有覆盖；请换一个文件名")
    key = Ed25519PrivateKey.generate()
    write_whole(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    write_whole(public, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return public


def sign(folder: Path, key_file: Path) -> None:
    """Signs what lies in a folder of a check, or beside a summary. Raises UsageError and WriteError."""
    key = _private(key_file)
    try:
        own, desk = read_manifest(folder / DIGESTS), read_manifest(folder / DESK)
    except BrokenManifest:
        own, desk = None, None
    if own is None:
        raise UsageError(f"“{folder}”没有可用的清单“{DIGESTS}”，不能签名；请重新核验")
    log = read_log(folder).decisions
    exports = {name: each.sha256 for name, each in (desk.files if desk else {}).items() if _is_exported(name)}
    signed = Signed(
        schema=SIGNATURE_SCHEMA,
        key=_raw(key.public_key()),
        time=datetime.now().astimezone().isoformat(timespec="seconds"),
        digests=own.whole,
        log=LogState(len(log), log[-1].line if log else ""),
        exports=exports,
    )
    stored = _Stored(signed, key.sign(_canonical(signed)).hex())
    write_whole(folder / SIGNATURE, _STORED.dump_json(stored, indent=1) + b"\n")


def of_signature(folder: Path, key_file: Path | None) -> Iterator[Found]:
    """Whether a folder is what was signed. `key_file`: the public key that has to have signed it.

    Raises UsageError for a key that is none.
    """
    wanted = _raw(_public(key_file)) if key_file is not None else None
    try:
        stored = _STORED.validate_json((folder / SIGNATURE).read_bytes(), strict=True)
    except FileNotFoundError:
        if wanted is not None:
            yield changed(f"没有签名“{SIGNATURE}”：没有签过，签名被删除，或签名以后重新核验过。")
        return
    except (OSError, ValidationError):
        yield changed(f"签名“{SIGNATURE}”不完整或被改动过。")
        return
    signed = stored.signed
    if not _is_valid(stored):
        yield changed(f"签名“{SIGNATURE}”与它所签的内容不符：被改动过。")
        return
    if wanted not in (None, signed.key):
        yield changed(f"签名用的不是给出的这把密钥（签名的公钥是 {signed.key[:_SHOWN]}…）。")
    elif wanted is None:
        yield unsure(f"有签名（{signed.time}，公钥 {signed.key[:_SHOWN]}…），是谁的没有核对：请用 --key 给出公钥。")
    yield from _beside(folder, signed)


def _beside(folder: Path, signed: Signed) -> Iterator[Found]:
    try:
        own, desk = read_manifest(folder / DIGESTS), read_manifest(folder / DESK)
    except BrokenManifest:  # told already
        return
    if own is None or own.whole != signed.digests:
        yield changed("签名以后结果换过：签名签的不是现在这一份。")
    lines = [each.line for each in read_log(folder).decisions]
    if signed.log.lines and lines[signed.log.lines - 1 : signed.log.lines] != [signed.log.head]:
        yield changed(f"签名时审核记录有 {signed.log.lines} 条，现在的不是那份记录：被改写或截掉过。")
    elif more := len(lines) - signed.log.lines:
        yield unsure(f"签名以后又有 {more} 条审核记录，不在签名之内：请重新签名。")
    now = {name: each.sha256 for name, each in (desk.files if desk else {}).items() if _is_exported(name)}
    if now != dict(signed.exports):
        yield unsure("签名以后又导出过表格，不在签名之内：请重新签名。")


def _is_exported(name: str) -> bool:
    return name.startswith(f"{EXPORT}/")


def _is_valid(stored: _Stored) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(stored.signed.key))
        key.verify(bytes.fromhex(stored.signature), _canonical(stored.signed))
    except (InvalidSignature, ValueError):
        return False
    return True


def _canonical(signed: Signed) -> bytes:
    told = _SIGNED.dump_python(signed, mode="json")
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _raw(key: Ed25519PublicKey) -> str:
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def _private(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(_content(path), None)
    except (ValueError, TypeError) as fault:
        raise UsageError(f"“{path}”不是可用的私钥：请用 verifier sign --new-key 生成") from fault
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(f"“{path}”不是 Ed25519 私钥：请用 verifier sign --new-key 生成")
    return key


def _public(path: Path) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(_content(path))
    except ValueError as fault:
        raise UsageError(f"“{path}”不是可用的公钥：请给出以 {PUBLIC_ENDING} 结尾的那个文件") from fault
    if not isinstance(key, Ed25519PublicKey):
        raise UsageError(f"“{path}”不是 Ed25519 公钥")
    return key


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise UsageError(f"“{path}”打不开：{reason_of(fault)}") from fault
