"""Mails and saved web pages: what they say and the pictures that they show. Attachments are files of the bundle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from verifier.mail import Mail, NotAMail, read_mail
from verifier.model import Document, Page, Place, SourceFile, TextLine
from verifier.readers.outcome import Damaged, clean
from verifier.readers.pictures.embedded import data_picture
from verifier.readers.pictures.image import pixel_size
from verifier.readers.pictures.pasted import SMALLEST, passed_over, unique
from verifier.readers.text import plain_lines
from verifier.readers.web.page import read_html, web_documents


def read_message(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """The mail as one document of one page, its headers first, then the pictures in it."""
    assert file.stored is not None
    try:
        mail = read_mail(file.stored.read_bytes())
    except NotAMail as fault:
        raise Damaged("邮件已损坏，读不出来") from fault
    said = plain_lines(mail.text.replace("\r\n", "\n"), file.path)
    if mail.html:
        web = read_html(mail.html, file.path, mail.sheets).under(_headers(mail, file.path)).over(said)
        found = web_documents(file, web, lambda address: mail.shown.get(address) or data_picture(address), work)
        return (*found, *_unshown(file, mail, {Path(each.file.path).name for each in found}, work))
    lines = (*_headers(mail, file.path), *said)
    return (Document(replace(file, pages=1), (Page(Place(file.path), lines=lines),)),)


def _unshown(file: SourceFile, mail: Mail, taken: set[str], work: Path) -> Iterator[Document]:
    """Pictures of a saved page that only its styles or scripts show have a row and are not read, but for icons."""
    for name, data in mail.unshown:
        row = passed_over(file, unique(name, taken), data, "网页里没有显示或只作装饰的图片", work)
        size = pixel_size(row.file.stored) if row.file.stored else None
        if size and min(size) >= SMALLEST:
            yield row


def _headers(mail: Mail, path: str) -> tuple[TextLine, ...]:
    """`主题：…` as the title, the others as lines; they stand over line 1."""
    lines = []
    for name, text in mail.headers:
        title = name == "主题"
        said = clean(text if title else f"{name}：{text}")
        lines.append(TextLine(said, Place(path, line=1), role="title" if title else "body"))
    return tuple(lines)
