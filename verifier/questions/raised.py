"""What a result raises: its gaps and open questions by their numbers, and what reviewers ask beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verifier.decisions import standing_of
from verifier.language.masking import mask_text
from verifier.model import CellRecord, Decision, FlagRecord, Form, ResultRecord, Severity, question_number
from verifier.outputs import Wanted, is_settled, wanted, wording


@dataclass(frozen=True, slots=True)
class Raised:
    """A question that stands open in a result."""

    number: str
    cell: str
    """'' for the whole bundle"""
    severity: Severity
    text: str
    """what was found, or asked; masked"""
    asks: str = ""
    """as the school is asked, masked; '' where it is not the school's to answer"""
    is_usual: bool = False
    """asked where a reviewer chooses nothing"""
    file: str = ""
    """that it is about; '' for none, as `sha256`"""
    sha256: str = ""


def raised(result: ResultRecord, decisions: Sequence[Decision] = (), form: Form | None = None) -> Mapping[str, Raised]:
    """All that is open, by number, in the order of the form.

    `result`: with the `decisions` applied; a cell that was decided raises nothing but the gaps whose points it lacks.
    """
    asked = _asked(result, form)
    found: dict[str, Raised] = {}
    for each in (*_of_flags(result), *_of_reviewers(result, decisions)):
        found.setdefault(each.number, _as_asked(each, asked.get(each.number, ())))
    return found


def _of_flags(result: ResultRecord) -> Iterator[Raised]:
    hashes = {file.path: file.sha256 for file in result.files}
    owners: list[tuple[CellRecord | None, Sequence[FlagRecord]]] = [(cell, cell.flags) for cell in result.indicators]
    for cell, flags in (*owners, (None, result.flags)):
        for flag in flags:
            if flag.number and not (cell and is_settled(cell, flag.severity)):
                file = flag.file or ""
                place = wording.citation(flag)
                text = wording.one_line(flag.message) + (f"（{place}）" if place and place not in flag.message else "")
                own = cell.id if cell else ""
                yield Raised(flag.number, own, flag.severity, mask_text(text), "", False, file, hashes.get(file, ""))


def _of_reviewers(result: ResultRecord, decisions: Sequence[Decision]) -> Iterator[Raised]:
    """A reviewer's question stays open when its cell changes: whether that answers it a person has to say."""
    cells = {cell.id: cell for cell in result.indicators}
    for each in standing_of(decisions):
        if each.kind == "ask" and (cell := cells.get(each.indicator)) and not is_settled(cell, "review"):
            number = question_number(cell.id, "asked", each.reason)
            text = wording.one_line(each.reason)
            yield Raised(number, cell.id, "review", text, f"{cell.id} {wording.one_line(cell.name)}：{text}", True)


def _asked(result: ResultRecord, form: Form | None) -> Mapping[str, Sequence[Wanted]]:
    found: dict[str, list[Wanted]] = {}
    for each in wanted(result, form.letter) if form else ():
        found.setdefault(each.number, []).append(each)
    return found


def _as_asked(each: Raised, asked: Sequence[Wanted]) -> Raised:
    """In the words of the letter to the school; several places of one file are one question."""
    if not asked:
        return each
    text = mask_text(f"{asked[0].head}：{''.join(dict.fromkeys(one.text for one in asked))}")
    usual = any(one.is_usual for one in asked)
    return Raised(each.number, each.cell, each.severity, each.text, text, usual, each.file, each.sha256)
