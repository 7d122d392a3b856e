"""Mails: their words and pictures are read from them, what is attached are files of the bundle."""

from __future__ import annotations

import base64
import io
import quopri
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

import numpy as np
import pytest
from PIL import Image

from tests.readers.mails import compound, outlook
from verifier.bundle import open_bundle
from verifier.mail import read_mail
from verifier.model import Document, Limits, Terms
from verifier.readers import render

CSV = "姓名,学号\n甲,1\n".encode()


def png(side: int = 120) -> bytes:
    target = io.BytesIO()
    Image.fromarray(np.random.default_rng(side).integers(0, 255, (side, side, 3), dtype=np.uint8)).save(target, "PNG")
    return target.getvalue()


def mail(**attached: bytes) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "报送实习证明", "张老师 <zhang@example.org>"
    message["Date"] = "Mon, 20 May 2024 10:00:00 +0800"
    message.set_content("各位老师：\n现报送实习证明两份。")
    for name, data in attached.items():
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message


def read(tmp_path: Path, name: str, data: bytes, limits: Limits | None = None) -> dict[str, Document]:
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / name).write_bytes(data)
    bundle = open_bundle(folder, tmp_path / "work", Terms(limits or Limits()))
    documents = [document for file in bundle.files for document in render(file, tmp_path / "work")]
    return {document.file.path: document for document in documents}


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_a_mail_says_its_subject_sender_date_and_words(tmp_path):
    document = read(tmp_path, "信.eml", bytes(mail()))["信.eml"]
    assert (document.file.kind, document.file.status) == ("text", "read")
    assert texts(document) == [
        *("报送实习证明", "发件人：张老师 <zhang@example.org>", "日期：Mon, 20 May 2024 10:00:00 +0800"),
        *("各位老师：", "现报送实习证明两份。"),
    ]
    assert document.lines[0].role == "title"


def test_attachments_are_files_of_the_bundle(tmp_path):
    inner = mail(**{"内.csv": CSV})
    outer = mail(**{"名单.csv": CSV, "照片.png": png()})
    outer.add_attachment(inner)
    documents = read(tmp_path, "信.eml", bytes(outer))
    assert {path: (each.file.kind, each.file.status) for path, each in documents.items()} == {
        "信.eml": ("text", "read"),
        "信.eml/名单.csv": ("sheet", "read"),
        "信.eml/照片.png": ("image", "read"),
        "信.eml/邮件3.eml": ("text", "read"),
        "信.eml/邮件3.eml/内.csv": ("sheet", "read"),
    }


def test_mails_within_mails_count_against_the_depth(tmp_path):
    message = mail(**{"名单.csv": CSV})
    for _ in range(2):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    documents = read(tmp_path, "信.eml", bytes(message), Limits(depth=2))
    refused = [path for path, each in documents.items() if each.file.status == "refused"]
    assert refused == ["信.eml/邮件1.eml/邮件1.eml/名单.csv"]
    assert documents["信.eml/邮件1.eml/邮件1.eml"].file.status == "read"


def test_pictures_that_the_mail_shows_are_read_from_it_and_are_no_attachments(tmp_path):
    message = mail()
    message.add_alternative("<h1>招聘会</h1><p>现场照片</p><img src='cid:a1'><p>完</p>", subtype="html")
    message.get_payload()[1].add_related(png(), "image", "png", cid="<a1>")
    documents = read(tmp_path, "信.eml", bytes(message))
    picture = next(each for path, each in documents.items() if path != "信.eml")
    assert len(documents) == 2
    assert (picture.file.parent, picture.pages[0].needs_ocr) == ("信.eml", True)
    assert [line.text for line in picture.context] == ["招聘会", "现场照片", "完"]


def test_names_and_words_in_bytes_that_nobody_declares_are_read_as_chinese(tmp_path):
    raw = (
        "Subject: 报送材料\r\nFrom: a@example.org\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\n"
        "Content-Type: text/plain; charset=gb2312\r\n\r\n见附件\r\n--X\r\nContent-Type: application/octet-stream\r\n"
        'Content-Disposition: attachment; filename="名单.csv"\r\n\r\na,b\r\n1,2\r\n--X--\r\n'
    ).encode("gbk")
    documents = read(tmp_path, "信.eml", raw)
    assert set(documents) == {"信.eml", "信.eml/名单.csv"}
    assert texts(documents["信.eml"]) == ["报送材料", "发件人：a@example.org", "见附件"]


def test_a_mail_of_outlook_is_read_as_any_other(tmp_path):
    sent = datetime(2024, 5, 20, 2, 0, tzinfo=UTC)
    inner = outlook("转发", "内层的话", attached={"内.csv": CSV})
    data = compound(
        outlook("报送实习证明", "正文一行", sent=sent, attached={"名单.csv": CSV * 500}, mails={"转来的信": inner})
    )
    documents = read(tmp_path, "信.msg", data)
    assert {path: each.file.status for path, each in documents.items()} == dict.fromkeys(
        ("信.msg", "信.msg/名单.csv", "信.msg/转来的信.eml", "信.msg/转来的信.eml/内.csv"), "read"
    )
    assert texts(documents["信.msg"]) == [
        *("报送实习证明", "发件人：张老师", "日期：Mon, 20 May 2024 02:00:00 +0000", "正文一行")
    ]
    assert texts(documents["信.msg/转来的信.eml"])[-1] == "内层的话"


def test_tables_and_pictures_in_the_html_of_outlook_are_read(tmp_path):
    html = "<html><p>统计表</p><table><tr><td>姓名<td>单位</tr><tr><td>甲<td>乙</tr></table><img src='cid:p1'></html>"
    documents = read(tmp_path, "信.msg", compound(outlook("表", "见下", html=html, shown={"p1": png()})))
    assert documents["信.msg"].tables[0].rows == (("姓名", "单位"), ("甲", "乙"))
    assert set(documents) == {"信.msg", "信.msg/p1.png"}


def saved_page() -> bytes:
    picture = base64.encodebytes(png()).decode()
    return (
        "From: <Saved by Blink>\r\nSubject: =?utf-8?B?5oub6IGY5Lya?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="X"\r\n\r\n--X\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://example.org/a\r\n\r\n"
        '<html><body><h1>招聘会</h1><p>5月20日举行</p><img src="https://example.org/p.png"></body></html>\r\n'
        f"--X\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://example.org/p.png\r\n\r\n{picture}\r\n--X\r\nContent-Type: text/css\r\n"
        "Content-Location: https://example.org/a.css\r\n\r\nbody {}\r\n--X--\r\n"
    ).encode()


@pytest.mark.parametrize("name", ["页.mht", "页.mhtml", "页.doc"])
def test_a_saved_web_page_is_read_with_its_pictures_whatever_it_is_called(tmp_path, name):
    documents = read(tmp_path, name, saved_page())
    assert texts(documents[name]) == ["招聘会", "招聘会", "5月20日举行"]
    assert [each.file.status for each in documents.values()] == ["read", "read"]


def test_pictures_in_the_text_of_a_web_page_are_read_and_remote_ones_left_alone(tmp_path, offline):
    address = f"data:image/png;base64,{base64.b64encode(png()).decode()}"
    page = f"<html><p>合影</p><img src='{address}'><img src='http://example.org/b.png'><img src='c.png'></html>"
    documents = read(tmp_path, "页.html", page.encode())
    assert [path for path in documents if path != "页.html"] == ["页.html/image.png"]
    assert documents["页.html/image.png"].pages[0].size == (120, 120)


@pytest.mark.parametrize("data", [compound({"__properties_version1.0": bytes(3)})[:700], b"From: a\n" + b"\n--X" * 9])
def test_a_broken_mail_keeps_its_row(tmp_path, data):
    name = "信.msg" if data[:1] == b"\xd0" else "信.eml"
    assert read(tmp_path, name, data)[name].file.status in ("read", "unreadable")


_NAME = "关于组织学生参加2024年春季公共就业招聘会的通知喆.docx"


def _words(text: str, charset: str, way: str, cut: int) -> list[bytes]:
    raw = text.encode(charset)
    pieces = (raw[:cut], raw[cut:])
    said = [
        base64.b64encode(piece) if way == "b" else quopri.encodestring(piece, header=True).replace(b"?", b"=3F")
        for piece in pieces
    ]
    told = {"gb18030": "gb2312"}.get(charset, charset)
    return [b"=?%s?%s?%s?=" % (told.encode(), way.encode(), each.replace(b"=\n", b"")) for each in said]


@pytest.mark.parametrize("cut", [11, 12, 13, 40])
@pytest.mark.parametrize("way", ["b", "q"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_words_of_a_header_may_be_cut_within_a_letter(charset: str, way: str, cut: int) -> None:
    words = b"\n ".join(_words(_NAME, charset, way, cut))
    data = b'Subject: Fw: %s\nFrom: "=?utf-8?B?5byg5LiJ?=" <a@b.cn>\nMIME-Version: 1.0\n' % words
    data += b'Content-Type: application/octet-stream; name="%s"\n' % words
    data += b'Content-Disposition: attachment; filename="%s"\n\nabc' % words
    mail = read_mail(data)
    assert mail.headers[0] == ("主题", f"Fw: {_NAME}") and "张三" in mail.headers[1][1]
    assert mail.attached == ((_NAME, b"abc"),)


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
@pytest.mark.parametrize("cut", [11, 12, 13])
def test_a_name_in_pieces_may_be_cut_within_a_letter(charset: str, cut: int) -> None:
    raw = _NAME.encode("gb18030" if charset == "gb2312" else charset)
    first, second = (quote(piece).encode() for piece in (raw[:cut], raw[cut:]))
    data = b"Subject: a\nFrom: a@b.cn\nMIME-Version: 1.0\nContent-Type: application/octet-stream\n"
    data += b"Content-Disposition: attachment;\n filename*0*=%s''%s;\n filename*1*=%s\n\nabc" % (
        charset.encode(),
        first,
        second,
    )
    assert read_mail(data).attached == ((_NAME, b"abc"),)
    whole = data.replace(
        b"filename*0*=%s''%s;\n filename*1*=%s" % (charset.encode(), first, second),
        b"filename*=%s''%s" % (charset.encode(), first + second),
    )
    assert read_mail(whole).attached == ((_NAME, b"abc"),)
