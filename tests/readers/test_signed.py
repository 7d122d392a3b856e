"""Electronic signatures of PDFs and seals of OFDs: who, when, and whether the paper is unchanged since."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from cryptography.hazmat.primitives.serialization import pkcs7
from PIL import Image

from tests.facts.seal_pictures import seal_mask
from tests.readers import pdfs, test_ofd
from tests.readers.ofds import Sheet
from tests.readers.signed_papers import (
    SEALED,
    SIGNER,
    bits,
    der,
    detached,
    field,
    number,
    oid,
    page,
    sealed_ofd,
    sequence,
    signed,
    signed_pdf,
    to_sign,
    with_objects,
    with_part,
    words,
)
from verifier.facts.seals.extract import extract
from verifier.model import Observed, Page, Place, Signature
from verifier.readers.parts import open_package
from verifier.readers.signed import pdf
from verifier.readers.signed.asn1 import Malformed, time_of, value
from verifier.readers.signed.ofd import signatures_of_ofd
from verifier.readers.signed.pdf import signatures_of_pdf
from verifier.readers.signed.shown import Budget

SHEETS = [Sheet().text(30, 60, "兹有我校学生24人在本单位实习，特此证明。")]


def of_pdf(data: bytes) -> tuple[Signature, ...]:
    return signatures_of_pdf(data, "证明.pdf", (Page(Place("证明.pdf", 1), size=(1200, 1600)),))


def of_ofd(data: bytes, tmp_path: Path) -> tuple[Signature, ...]:
    path = tmp_path / "in.ofd"
    path.write_bytes(data)
    with open_package(path) as package:
        return tuple(signatures_of_ofd(package, "证明.ofd", {}))


def told(signatures: tuple[Signature, ...]) -> list[tuple[str, str]]:
    return [(each.intact, each.why) for each in signatures]


def red_seal() -> bytes:
    mask = seal_mask(np.random.default_rng(5), 400)
    layers = np.zeros((*mask.shape, 4), np.uint8)
    layers[:, :, 0], layers[:, :, 3] = 210, mask
    target = io.BytesIO()
    Image.fromarray(layers).save(target, "PNG")
    return target.getvalue()


# --- PDF --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_a_signed_pdf_is_as_it_was_signed(kind):
    (found,) = of_pdf(signed_pdf(kind))
    assert (found.intact, found.why, found.signer, found.title) == ("agrees", "", SIGNER, "")
    assert found.place == Place("证明.pdf", 1, (120, 1200, 520, 1400))
    assert found.signed_at is not None and found.signed_at.year >= 2024


def test_the_time_is_that_of_the_field_where_the_signature_has_none():
    (found,) = of_pdf(signed_pdf(options=[pkcs7.PKCS7Options.NoAttributes]))
    assert (found.intact, found.signed_at) == ("agrees", SEALED)


def test_a_letter_changed_within_what_is_signed_is_told():
    data = signed_pdf()
    assert told(of_pdf(data.replace(b"24 students", b"42 students"))) == [("disagrees", "内容改动过（摘要不符）")]
    without = signed_pdf(options=[pkcs7.PKCS7Options.NoAttributes])
    assert told(of_pdf(without.replace(b"24 students", b"42 students"))) == [("disagrees", "内容改动过（摘要不符）")]


def test_a_signature_by_another_key_than_the_certificates_is_told():
    def forged(content: bytes) -> bytes:
        made = detached(content)
        return made[:-1] + bytes([made[-1] ^ 1])

    found = of_pdf(signed(with_objects(b"", to_sign()), forged))
    assert told(found) == [("disagrees", "签名值与签名证书不符")]


def test_what_is_put_behind_a_signature_is_told_where_it_changes_a_page():
    data = signed_pdf()
    changed = with_objects(data, {4: words("42 students, 2024-05-20")})
    assert told(of_pdf(changed)) == [("disagrees", "第 1 页在签名之后追加了内容、批注或填写")]
    noted = with_objects(
        data, {3: page("[6 0 R 9 0 R]"), 9: "<< /Type /Annot /Subtype /FreeText /Contents (x) /Rect [0 0 9 9] >>"}
    )
    assert [each.intact for each in of_pdf(noted)] == ["disagrees"]
    more = with_objects(data, {2: "<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>", 9: page("[]")})
    assert told(of_pdf(more)) == [("disagrees", "签名时共 1 页，现在 2 页")]


def test_a_further_signature_and_what_no_page_shows_change_nothing():
    data = signed_pdf()
    twice = {1: to_sign("[6 0 R 8 0 R]")[1], 3: page("[6 0 R 8 0 R]"), **field(8, 9, "[300 100 500 200]")}
    both = of_pdf(signed(with_objects(data, twice)))
    assert told(both) == [("agrees", "签名之后文件有追加，页面内容没有变"), ("agrees", "")]
    assert [each.intact for each in of_pdf(with_objects(data, {12: "(not shown)"}))] == ["agrees"]


def test_where_there_is_too_much_to_compare_it_cant_be_told(monkeypatch):
    data = with_objects(signed_pdf(), {4: words("42 students, 2024-05-20")})
    monkeypatch.setattr(pdf, "Budget", lambda: Budget(objects=9))
    assert told(of_pdf(data)) == [("unknown", "签名之后文件有追加，是否改动了页面无法判断")]


def test_odd_ranges_and_damaged_signatures_cant_be_told():
    data = signed_pdf()
    at = data.index(b"/ByteRange [0 ")
    odd = data[:at] + data[at:].replace(b"/ByteRange [0 ", b"/ByteRange [9 ", 1)
    assert told(of_pdf(odd)) == [("unknown", "签名保护的范围不合规范，无法判断")]
    torn = signed(with_objects(b"", to_sign()), lambda content: detached(content)[:50])
    assert told(of_pdf(torn)) == [("unknown", "签名数据损坏或格式无法识别")]
    assert of_pdf(with_objects(b"", to_sign())[:-200]) is not None


def test_a_damaged_signature_costs_no_page_and_a_changed_paper_is_flagged(tmp_path):
    for data, outcome, codes in (
        (signed(with_objects(b"", to_sign()), lambda content: b"0\x80" * 30), "unknown", []),
        (signed_pdf().replace(b"24 students", b"42 students"), "disagrees", ["image-edited"]),
    ):
        document, *_ = pdfs.rendered(tmp_path, data)
        assert [line.text[2:] for line in document.pages[0].lines] == [" students, 2024-05-20"]
        assert [each.intact for each in document.signatures] == [outcome]
        assert [flag.code for flag in document.flags] == codes
    assert document.flags[0].message == (
        f"「材料.pdf」与加盖“{SIGNER}”的电子签章时不一致：内容改动过（摘要不符），请与出具单位核对原件。"
    )


# --- OFD --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("old", [False, True], ids=["GB/T 38540", "GM/T 0031"])
def test_a_sealed_ofd_is_as_it_was_sealed(tmp_path, old):
    (found,) = of_ofd(sealed_ofd(SHEETS, old=old), tmp_path)
    assert found == Signature(Place("证明.ofd"), SIGNER, SIGNER, SEALED, "agrees")


def test_parts_of_a_sealed_ofd_that_were_changed_are_named(tmp_path):
    data, content = sealed_ofd(SHEETS), "Doc_0/Pages/Page_0/Content.xml"
    changed = with_part(data, content, lambda part: part.replace(b"24", b"42"))
    assert told(of_ofd(changed, tmp_path)) == [("disagrees", "第 1 页改动过")]
    described = with_part(data, "Doc_0/Signs/Sign_0/Signature.xml", lambda part: part.replace(b"120 200", b"130 210"))
    assert told(of_ofd(described, tmp_path)) == [("disagrees", "签章描述改动过（摘要不符）")]
    other = with_part(data, "Doc_0/Signs/Sign_0/SignedValue.dat", lambda part: part.replace(b"20240618", b"20240619"))
    assert told(of_ofd(other, tmp_path)) == [("disagrees", "签名值与签名证书不符")]


def test_what_a_seal_does_not_cover_cant_be_told(tmp_path):
    content = "Doc_0/Pages/Page_0/Content.xml"
    free = of_ofd(sealed_ofd(SHEETS, without=content), tmp_path)
    assert told(free) == [("unknown", "第 1 页不在签章保护的范围内")]
    added = with_part(sealed_ofd(SHEETS), "Doc_0/Annots/Page_0/Annotation.xml", lambda _: b"<a/>")
    assert told(of_ofd(added, tmp_path)) == [("unknown", "批注不在签章保护的范围内")]
    gone = with_part(sealed_ofd(SHEETS), "Doc_0/Signs/Sign_0/SignedValue.dat", lambda part: part[:90])
    assert told(of_ofd(gone, tmp_path)) == [("unknown", "签名数据损坏或格式无法识别")]


def test_a_seal_that_is_drawn_and_signed_is_one_fact(tmp_path):
    document, *_ = test_ofd.rendered(tmp_path, sealed_ofd(SHEETS, picture=red_seal()))
    (seal,) = extract(Observed(document), None)
    assert seal.value.shape == "round"
    assert seal.value.signature == document.signatures[0]
    assert seal.quote == (
        f"红色圆形印章，电子签章“{SIGNER}”，签于2024-06-18 17:22；签章之后没有改动；证书由谁签发没有核对"
    )
    left, _, right, _ = document.signatures[0].place.box
    assert (right - left) / document.pages[0].size[0] == pytest.approx(40 / 210, abs=0.01)
    assert left < (seal.place.box[0] + seal.place.box[2]) / 2 < right


def test_a_seal_that_is_not_seen_is_a_fact_and_no_red_seal(tmp_path):
    document, *_ = pdfs.rendered(tmp_path, signed_pdf())
    seen = Observed(document, extract(Observed(document), None))
    assert [fact.value.shape for fact in seen.facts] == ["unseen"]
    assert seen.seals == ()


# --- values -----------------------------------------------------------------------------------------------------------


def test_values_of_ber_without_lengths_are_read_and_odd_ones_refused():
    open_ended = b"\x30\x80\x24\x80\x04\x02ab\x04\x01c\0\0\0\0"
    assert value(open_ended).part(0).octets == b"abc"
    assert value(sequence(number(300), bits(b"x"))).part(0).number == 300
    assert value(oid("1.2.156.10197.1.501")).oid == "1.2.156.10197.1.501"
    for odd in (b"", b"\x30", b"\x30\x05ab", b"\x30\x80" * 60, b"\x1f\x81\x01\x00", der(4, b"x")[:-1]):
        with pytest.raises(Malformed):
            value(odd)


def test_times_are_read_in_their_zone_and_chinese_time_is_taken_where_none_is_said():
    assert time_of("20240618092233Z") == SEALED
    assert time_of("20240618172233+08'00'") == SEALED
    assert time_of("2024-06-18 17:22:33") == SEALED
    assert time_of("20240618092233.5Z") == SEALED
    assert value(der(23, b"240618092233Z")).time == datetime(2024, 6, 18, 9, 22, 33, tzinfo=UTC)
    assert time_of("昨天") is None
