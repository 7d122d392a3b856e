"""A letter to the school: what it should supply, what it should explain, what a reviewer asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from docx.document import Document

from verifier.files import write_whole
from verifier.model import Form, ResultRecord
from verifier.outputs.forms.wanted import Chosen, Wanted, wanted
from verifier.outputs.forms.word import (
    HEAD_FONT,
    TEXT,
    TITLE,
    add_line,
    add_paragraph,
    add_signature,
    document_bytes,
    new_document,
    number_pages,
)
from verifier.outputs.wording import one_line

NUMERALS = "一二三四五六七八九十"
_A_LIST = 3
"""indicators without any paper from which on they are listed together, the sentence said once"""


def write_missing(result: ResultRecord, form: Form, target: Path, chosen: Chosen | None = None) -> None:
    """Writes the letter on a result, with a reviewer's decisions and questions where there are."""
    write_whole(target, missing_bytes(result, form, chosen))


def missing_bytes(result: ResultRecord, form: Form, chosen: Chosen | None = None) -> bytes:
    """The letter; `chosen`: what a reviewer chose to ask for, and until when."""
    letter, chosen = form.letter, chosen or Chosen()
    asked = [each for each in wanted(result, letter) if chosen.has(each)]
    parts = [(title, list(own)) for title, own in groupby(asked, key=lambda each: each.part)]
    document = new_document(letter.title, (37, 26, 35, 28), TEXT)
    add_line(document, letter.title, TITLE, HEAD_FONT, align="center", after=TEXT)
    add_paragraph(document, f"{one_line(result.school.name or letter.unnamed)}：", first=0)
    year, day = f"{result.year}年度" if result.year else "", _day(chosen.deadline)
    add_paragraph(document, (letter.opening if parts else letter.complete).format(year=year, deadline=day))
    for at, (title, own) in enumerate(parts):
        add_paragraph(document, f"{NUMERALS[at]}、{title}", font=HEAD_FONT, leads=True)
        _add_items(document, tuple(own))
    if parts:
        add_paragraph(document, letter.closing)
    add_paragraph(document, letter.contact)
    add_signature(document, letter.sender)
    number_pages(document)
    return document_bytes(document)


def _add_items(document: Document, items: Sequence[Wanted]) -> None:
    """One thing a paragraph; indicators without any paper are the first, where they are a list."""
    lacking = [each for each in items if each.lacking]
    if len(lacking) < _A_LIST:
        lacking = []
    if lacking:
        add_paragraph(document, "1. 以下指标没有找到材料，请补交：", leads=True)
    for number, each in enumerate(lacking, 1):
        add_paragraph(document, f"（{number}）{each.head}：{each.lacking.rstrip('。')}。{_number(each)}")
    for number, each in enumerate((each for each in items if each not in lacking), 2 if lacking else 1):
        add_paragraph(document, f"{number}. {each.head}：{each.text}{_number(each)}")


def _number(each: Wanted) -> str:
    return f"（编号{each.number}）" if each.number else ""


def _day(deadline: date | None) -> str:
    """The day in the letter; room to write it where none is given."""
    return f"{deadline.year}年{deadline.month}月{deadline.day}日" if deadline else "    年  月  日"
