"""Plain text and Markdown: lines with their numbers; and web pages, which may come as text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from verifier.model import Document, Page, Place, SourceFile, TextLine
from verifier.readers.decode import decode
from verifier.readers.outcome import clean
from verifier.readers.pictures.embedded import data_picture
from verifier.readers.web.page import read_html, web_documents

_FEW_NULS = 10
"""a text of which more than one character in so many is NUL is read in a wrong code page"""


def read_text(file: SourceFile, work: Path) -> tuple[Document, ...]:
    """One document of one page, then the pictures in it; an empty line keeps its number and has no row."""
    assert file.stored is not None
    text = decode(file.stored.read_bytes())
    if text.count("\0") * _FEW_NULS > len(text):
        text = text.replace("\0", "\ufffd")
    if looks_like_html(text):
        return web_documents(file, read_html(text, file.path), data_picture, work)
    return (Document(replace(file, pages=1), (Page(Place(file.path), lines=plain_lines(text, file.path)),)),)


def looks_like_html(text: str) -> bool:
    head = text[:4096].lower()
    return any(mark in head for mark in ("<html", "<!doctype html", "<body", "<table", "<meta", "<div"))


def plain_lines(text: str, path: str) -> tuple[TextLine, ...]:
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        marked = re.match(r"#{1,6}\s+(.+)", line)
        words = clean(marked[1] if marked else line)
        if words:
            lines.append(TextLine(words, Place(path, line=number), role="heading" if marked else "body"))
    return tuple(lines)
