"""Mails and saved web pages: what they say and the pictures that they show. Attachments are files of the bundle."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from verifier.mail import Mail, NotAMail, read_mail
from verifier.model import Document, Page, Place, SourceFile, TextLine
from verifier.readers.outcome import Damaged, clean
from verifier.readers.pictures.embedded import data_picture
from verifier.readers.text import plain_lines
from verifier.readers.web.page import read_html, web_documents


def read_message(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """The mail as one document of one page, its headers first, then the pictures in it."""
    assert file.stored is not None
    try:
        mail = read_mail(file.stored.read_bytes())
    except NotAMail as fault:
        raise Damaged("邮件已损坏，读不出来") from fault
    if mail.html:
        web = read_html(mail.html, file.path, mail.sheets).under(_headers(mail, file.path))
        return web_documents(file, web, lambda address: mail.shown.get(address) or data_picture(address), work)
    lines = (*_headers(mail, file.path), *plain_lines(mail.text.replace("\r\n", "\n"), file.path))
    return (Document(replace(file, pages=1), (Page(Place(file.path), lines=lines),)),)


def _headers(mail: Mail, path: str) -> tuple[TextLine, ...]:
    """`主题：…` as the title, the others as lines; they stand over line 1."""
    lines = []
    for name, text in mail.headers:
        title = name == "主题"
        said = clean(text if title else f"{name}：{text}")
        lines.append(TextLine(said, Place(path, line=1), role="title" if title else "body"))
    return tuple(lines)
