"""A letter to the school: what it should supply, what it should explain, what a reviewer asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verifier.files import write_whole
from verifier.model import CellRecord, FlagRecord, Form, ResultRecord, Severity
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
from verifier.outputs.points import points_of
from verifier.outputs.wording import citation, exact, one_line

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that the school is asked for."""

    head: str
    """the indicator, or what else it is of"""
    text: str


def write_missing(result: ResultRecord, form: Form, target: Path) -> None:
    """Writes the letter on a result, with a reviewer's decisions and questions where there are."""
    write_whole(target, missing_bytes(result, form))


def missing_bytes(result: ResultRecord, form: Form) -> bytes:
    letter = form.letter
    parts = {
        letter.gaps: list(_flags(result, "gap", letter.bureau)),
        letter.reviews: list(_flags(result, "review", letter.bureau)),
        letter.questions: list(_questions(result)),
    }
    parts = {title: wanted for title, wanted in parts.items() if wanted}
    document = new_document(letter.title, (37, 26, 35, 28), TEXT)
    year = f"{result.year}年度" if result.year else ""
    add_line(document, letter.title, TITLE, HEAD_FONT, align="center", after=TEXT)
    add_paragraph(document, f"{one_line(result.school.name or letter.unnamed)}：", first=0)
    add_paragraph(document, (letter.opening if parts else letter.complete).format(year=year))
    for at, (title, wanted) in enumerate(parts.items()):
        add_paragraph(document, f"{NUMERALS[at]}、{title}", font=HEAD_FONT)
        for number, each in enumerate(wanted, 1):
            add_paragraph(document, f"{number}. {each.head}：{each.text}")
    if parts:
        add_paragraph(document, letter.closing)
    add_paragraph(document, letter.contact)
    add_signature(document, letter.sender)
    number_pages(document)
    return document_bytes(document)


def _flags(result: ResultRecord, severity: Severity, bureau: tuple[str, ...]) -> Iterator[Wanted]:
    """What is open; nothing that the bureau settles, nor what could not be opened when the papers were checked."""
    unreached = {file.path for file in result.files if file.out_of_reach}
    unsettled = [(_head(cell), cell.flags) for cell in result.indicators if not _is_settled(cell, severity)]
    for head, flags in (*unsettled, ("整份材料", result.flags)):
        for flag in flags:
            if flag.severity == severity and flag.code not in bureau and flag.file not in unreached:
                yield Wanted(head, _told(flag))


def _is_settled(cell: CellRecord, severity: Severity) -> bool:
    """A decision settles the questions of a cell, and its gaps where no point is missing any more."""
    return cell.decided is not None and (severity != "gap" or points_of(cell) >= exact(cell.max))


def _head(cell: CellRecord) -> str:
    return f"指标{cell.id}（{one_line(cell.name).rstrip('。')}）"


def _told(flag: FlagRecord) -> str:
    place = citation(flag)
    message = one_line(flag.message, 400)
    return _sentence(f"{message.rstrip('。')}（{place}）" if place and place not in message else message)


def _sentence(text: str) -> str:
    return text if text.endswith(("。", "？", "！")) else f"{text}。"


def _questions(result: ResultRecord) -> Iterator[Wanted]:
    for cell in result.indicators:
        for asked in cell.asked:
            yield Wanted(_head(cell), _sentence(one_line(asked.text, 400)))
