"""Signed PDFs and sealed OFDs made from nothing, with keys that nobody else has."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

import gmalg
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

from tests.readers.ofds import Sheet, ofd
from verifier.readers.signed.algorithms import digest

SIGNER = "威海某某有限公司"
SEALED = datetime(2024, 6, 18, 9, 22, 33, tzinfo=UTC)
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


# --- PDF --------------------------------------------------------------------------------------------------------------

_ROOM = 6000
"""hexadecimal digits for a signature"""


@cache
def identity(kind: str = "ec") -> tuple[Any, x509.Certificate]:
    """A key and the certificate that it made for itself."""
    key = ec.generate_private_key(ec.SECP256R1()) if kind == "ec" else rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SIGNER)])
    days = (datetime(2024, 1, 1, tzinfo=UTC), datetime(2034, 1, 1, tzinfo=UTC))
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(days[0]).not_valid_after(days[1])
    return key, made.sign(key, hashes.SHA256())


def detached(content: bytes, kind: str = "ec", options: Sequence[pkcs7.PKCS7Options] = ()) -> bytes:
    """Signed data of CMS that don't hold the content."""
    key, certificate = identity(kind)
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    asked = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary, *options]
    return builder.sign(Encoding.DER, asked)


def with_objects(before: bytes, objects: Mapping[int, str], root: int = 1) -> bytes:
    """A PDF with objects put behind it, as an editor does that saves increments; a whole one behind nothing."""
    data, at = bytearray(before or b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        at[number] = len(data)
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start, previous = len(data), re.findall(rb"startxref\s+(\d+)", before)
    data += b"xref\n"
    if not before:
        data += b"0 1\n0000000000 65535 f \n"
    for number, offset in at.items():
        data += f"{number} 1\n{offset:010d} 00000 n \n".encode()
    back = f" /Prev {int(previous[-1])}" if previous else ""
    data += f"trailer\n<< /Size 40 /Root {root} 0 R{back} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def _stream(text: str) -> str:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def words(text: str) -> str:
    """The object of a page's content."""
    return _stream(f"BT /F 24 Tf 60 700 Td ({text}) Tj ET")


def page(annotations: str = "[6 0 R]") -> str:
    fonts = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    leads = f"/Contents 4 0 R /Resources {fonts} /Annots {annotations}"
    return f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {leads} >>"


def to_sign(fields: str = "[6 0 R]") -> dict[int, str]:
    """The objects of a paper of one page, with a field to be signed."""
    return {
        1: f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields {fields} /SigFlags 3 >> >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: page(),
        4: words("24 students, 2024-05-20"),
        **field(6, 7, "[60 100 260 200]"),
    }


def field(number: int, value: int, rect: str) -> dict[int, str]:
    contents, times = "0" * _ROOM, "D:20240618172233+08'00'"
    return {
        number: f"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s{number}) /V {value} 0 R "
        f"/Rect {rect} /P 3 0 R /F 4 >>",
        value: f"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /M ({times}) "
        f"/ByteRange [0 0000000000 0000000000 0000000000] /Contents <{contents}> >>",
    }


def signed(data: bytes, sign: Callable[[bytes], bytes] = detached) -> bytes:
    """The PDF with the last room for a signature filled."""
    at = data.rindex(b"/Contents <0") + len(b"/Contents ")
    end = at + _ROOM + 2
    covers = f"[0 {at:010d} {end:010d} {len(data) - end:010d}]".encode()
    data = data.replace(b"[0 0000000000 0000000000 0000000000]", covers)
    made = sign(data[:at] + data[end:]).hex().encode().ljust(_ROOM, b"0")
    return data[: at + 1] + made + data[end - 1 :]


def signed_pdf(kind: str = "ec", options: Sequence[pkcs7.PKCS7Options] = ()) -> bytes:
    return signed(with_objects(b"", to_sign()), lambda content: detached(content, kind, options))


# --- ASN.1 ------------------------------------------------------------------------------------------------------------


def der(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content).to_bytes((len(content).bit_length() + 7) // 8 or 1)
    return bytes([tag]) + (size if len(content) < 128 else bytes([0x80 | len(size)]) + size) + content


def sequence(*parts: bytes) -> bytes:
    return der(0x30, *parts)


def number(value: int) -> bytes:
    return der(2, value.to_bytes(value.bit_length() // 8 + 1))


def oid(dotted: str) -> bytes:
    first, second, *rest = map(int, dotted.split("."))
    octets = bytearray()
    for each in (40 * first + second, *rest):
        groups = [each >> at & 0x7F for at in range(0, max(1, each.bit_length()), 7)]
        octets += bytes([*(group | 0x80 for group in groups[:0:-1]), groups[0]])
    return der(6, bytes(octets))


def bits(data: bytes) -> bytes:
    return der(3, b"\0", data)


# --- OFD --------------------------------------------------------------------------------------------------------------

_SM2, _SM3 = "1.2.156.10197.1.501", "1.2.156.10197.1.401"


@cache
def sm2_identity() -> tuple[bytes, bytes, bytes]:
    """Private key, public key and certificate."""
    secret, public = gmalg.SM2().generate_keypair()
    key = sequence(sequence(oid("1.2.840.10045.2.1"), oid("1.2.156.10197.1.301")), bits(public))
    name = sequence(der(0x31, sequence(oid("2.5.4.3"), der(12, SIGNER.encode()))))
    days = sequence(der(23, b"240101000000Z"), der(23, b"340101000000Z"))
    told = sequence(der(0xA0, number(2)), number(5), sequence(oid(_SM2)), name, days, name, key)
    return secret, public, sequence(told, sequence(oid(_SM2)), bits(b"not looked at"))


def sm2(data: bytes) -> bytes:
    secret, public, _ = sm2_identity()
    r, s = gmalg.SM2(sk=secret, pk=public, uid=b"1234567812345678").sign(data)
    return sequence(number(int.from_bytes(r)), number(int.from_bytes(s)))


def stamp(described: bytes, title: str, picture: bytes, old: bool = False) -> bytes:
    """Data of a seal over a description: by GB/T 38540, or by GM/T 0031."""
    held = der(4, sm2_identity()[2])
    kinds = () if old else (number(1),)
    days = [der(24, b"20240101000000Z")] * 3
    info = sequence(
        sequence(der(22, b"ES"), number(4), der(22, b"test")),
        der(22, b"1"),
        sequence(number(1), der(12, title.encode()), *kinds, sequence(held), *days),
        sequence(der(22, b"png"), der(4, picture), number(40), number(40)),
    )
    made = (held, oid(_SM2), bits(sm2(info)))
    seal = sequence(info, sequence(*made)) if old else sequence(info, *made)
    at = der(24, f"{SEALED:%Y%m%d%H%M%S}Z".encode())
    told = [number(4), seal, bits(at) if old else at, bits(digest("sm3", described) or b""), der(22, b"/Signature.xml")]
    to_be = sequence(*told, held, oid(_SM2)) if old else sequence(*told)
    return sequence(to_be, bits(sm2(to_be))) if old else sequence(to_be, held, oid(_SM2), bits(sm2(to_be)))


def sealed_ofd(
    sheets: Sequence[Sheet], title: str = SIGNER, picture: bytes = b"", old: bool = False, without: str = ""
) -> bytes:
    """An OFD with a seal of 40 mm on its first page, at 120, 200; of its parts that in `without` is not covered."""
    plain = ofd(sheets)
    home = "Doc_0/Signs/Sign_0"
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    listed = "".join(
        f'<ofd:Reference FileRef="/{name}"><ofd:CheckValue>{b64encode(digest("sm3", data) or b"").decode()}'
        "</ofd:CheckValue></ofd:Reference>"
        for name, data in parts.items()
        if name != without
    )
    described = (
        f"<ofd:Signature {SPACE}><ofd:SignedInfo><ofd:SignatureMethod>{_SM2}</ofd:SignatureMethod>"
        f'<ofd:References CheckMethod="{_SM3}">{listed}</ofd:References>'
        '<ofd:StampAnnot ID="1" PageRef="0" Boundary="120 200 40 40"/></ofd:SignedInfo>'
        f"<ofd:SignedValue>/{home}/SignedValue.dat</ofd:SignedValue></ofd:Signature>"
    ).encode()
    signs = {f"{home}/Signature.xml": described, f"{home}/SignedValue.dat": stamp(described, title, picture, old)}
    return ofd(sheets, parts=signs)


def with_part(package: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed, or put into it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(target, "w") as after:
        names = before.namelist()
        for each in dict.fromkeys((*names, name)):
            data = before.read(each) if each in names else b""
            after.writestr(each, change(data) if each == name else data)
    return target.getvalue()
