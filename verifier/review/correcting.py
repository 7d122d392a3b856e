"""Lines that were misread, as a reviewer corrects them: which line a form is about, and what it may say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verifier.decisions import LONGEST_TEXT, correction, corrections_standing
from verifier.model import Box, Correction, Decision, LineRecord, overlap
from verifier.review.desk import Opened
from verifier.review.refused import Refused

USUAL_REASON = "按图片更正"
_LONGEST_REASON = 1000
_STARS = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a page picture that can be corrected."""

    number: int
    """on its page, from 1"""
    line: LineRecord
    is_own: bool
    """a piece of evidence stands there"""


def read_lines(opened: Opened, file: str, page: int, boxes: Sequence[Box]) -> tuple[ReadLine, ...]:
    """The lines of a page; `boxes`: of the evidence on it."""
    lines = opened.lines.get((file, page), ())
    return tuple(
        ReadLine(number, line, any(overlap(line.box, box) for box in boxes)) for number, line in enumerate(lines, 1)
    )


def decision_of(opened: Opened, cell: str, form: Mapping[str, str], reviewer: str, now: str) -> Decision:
    """The correction that a form stands for. Raises Refused, and WriteError where its text can't be kept."""
    file, page, number = form.get("target", ""), _number(form.get("page", "")), _number(form.get("line", ""))
    lines = opened.lines.get((file, page), ())
    sha256 = next((each.sha256 for each in opened.result.files if each.path == file), "")
    if not sha256 or not 0 < number <= len(lines):
        raise Refused("没有找到这一行文字，请刷新页面后重试。")
    line = lines[number - 1]
    if form.get("was") != line.text:
        raise Refused("这份材料刚刚重新核验过，这一行现在是另一段文字，更正没有保存。请看过后再更正。", 409)
    reading = line.read_as or line.text
    text = " ".join(unicodedata.normalize("NFC", form.get("text", "")).split())
    reason = " ".join(form.get("reason", "").split())[:_LONGEST_REASON]
    if fault := _fault(line, reading, text, reason):
        raise Refused(fault)
    return Decision(
        kind="correct",
        indicator=cell,
        target=file,
        points=None,
        reason=reason,
        reviewer=reviewer,
        time=now,
        result=opened.seen.result,
        correction=correction(sha256, page, line.box, reading, text),
    )


def _fault(line: LineRecord, reading: str, text: str, reason: str) -> str:
    """Why this can't stand in the place of what was read; '' where it can."""
    if not text:
        return "请写出图片上这一行的文字。"
    if text == line.text:
        return "写的与现在的文字相同，没有要更正的。"
    if max(len(text), len(reading)) > LONGEST_TEXT:
        return f"这一行太长，最多{LONGEST_TEXT}个字。"
    if (stars := len(_STARS.findall(text))) and stars != len(_STARS.findall(reading)):
        return "遮盖成星号的部分，要么全部原样留着，要么按原件写全。"
    return "" if reason else "请写明更正的理由。"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def standing_lines(opened: Opened) -> set[str]:
    """The corrections that stand, by their lines in the log."""
    return {each.decision.line for each in corrections_standing(opened.log)}


def unfollowed(opened: Opened) -> set[str]:
    """The corrections, and those that were undone, which the result does not follow yet."""
    return standing_lines(opened) ^ {each.decision for each in opened.result.corrections}


def undone_by(decision: Decision, opened: Opened) -> Correction | None:
    """The correction that a decision undoes."""
    undone = decision.target if decision.kind == "undo" else ""
    return next((each.correction for each in opened.log.decisions if undone and each.line == undone), None)


def last_undoable(opened: Opened, cell: str) -> Decision | None:
    """What was decided last on a cell, or corrected from it, and still holds."""
    lines = {each.line for each in opened.states[cell].live} | standing_lines(opened)
    own = (each for each in reversed(opened.log.decisions) if each.line in lines and each.indicator == cell)
    return next(own, None)
