"""What was decided, line by line of the log, as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.decisions import holds
from verifier.language.masking import mask_text
from verifier.model import QUESTION_KINDS, Decision, whole
from verifier.outputs import choice, wording
from verifier.review.desk import Opened
from verifier.review.views import points

KINDS: Mapping[str, str] = {
    "accept": "采用预填分",
    "points": "另行给分",
    "exclude": "排除材料",
    "include": "计入材料",
    "reading": "确定读法",
    "ask": "请学校补充",
    "undo": "撤销",
    "show": "打开个人信息显示",
    "correct": "更正文字",
    "grade": "确定等次",
    "award": "确定奖补",
    "sign": "复核签字",
    "asked": "向学校提出问题",
    "answered": "学校答复",
    "settled": "问题解决",
    "given-up": "问题不再追问",
}
VERDICTS = ("grade", "award")
"""decisions on a total"""
_EVENTS = ("undo", "show", "sign", *QUESTION_KINDS)
"""what happened, whatever became of the result since"""


@dataclass(frozen=True, slots=True)
class Line:
    """One decision of the log as a person reads it."""

    decision: Decision
    what: str
    state: str
    """有效, 已撤销, 旧结果 or another reason why it does not hold; '' for what holds whatever comes after"""


def lines(opened: Opened, cell: str = "") -> tuple[Line, ...]:
    """The decisions on a cell (all cells when none is named), the last first."""
    undone = {each.target for each in opened.log.decisions if each.kind == "undo"}
    by_line = {each.line: each for each in opened.log.decisions}
    found = []
    for each in opened.log.decisions:
        if cell and each.indicator != cell:
            continue
        state = "已撤销" if each.line in undone else "" if each.kind in _EVENTS else _state(each, opened)
        found.append(Line(each, told(each, by_line, opened), state))
    return tuple(reversed(found))


def _state(decision: Decision, opened: Opened) -> str:
    if decision.kind in VERDICTS:
        return "有效" if decision.line in _verdict_lines(opened) else "总分已变或另有确定，不采用"
    if decision.kind != "correct":
        if not holds(decision, opened.seen):
            return "旧结果，不采用"
        return "后来另有决定" if _is_superseded(decision, opened) else "有效"
    became = next((each.state for each in opened.result.corrections if each.decision == decision.line), "")
    return {"applied": "有效", "": "尚未计入"}.get(became, "没有采用")


def _is_superseded(decision: Decision, opened: Opened) -> bool:
    """Whether other points were settled for the cell since."""
    state = opened.states.get(decision.indicator)
    settled = state.decided if state else None
    return decision.kind in ("accept", "points") and settled is not None and settled != decision


def _verdict_lines(opened: Opened) -> set[str]:
    assert opened.result.decided is not None
    return {each.chosen.line for each in opened.result.decided.between if each.chosen}


def told(decision: Decision, by_line: Mapping[str, Decision], opened: Opened) -> str:
    """What was decided, in a few words."""
    name = KINDS[decision.kind]
    if decision.kind == "undo":
        first = by_line.get(decision.target)
        return f"{name}：{told(first, by_line, opened)}" if first else name
    if decision.kind in VERDICTS:
        return f"{name}：{choice(decision.kind, decision.target)}（总分{points(decision.points or 0)}）"
    if decision.kind in ("exclude", "include"):
        name = f"{name}“{_piece_told(decision, opened)}”"
    if decision.kind == "reading":
        cell = opened.cell(decision.indicator)
        texts = {reading.id: reading.text for reading in cell.readings} if cell else {}
        name = f"{name}（{texts.get(decision.target, decision.target)}）"
    if (own := decision.correction) is not None:
        quoted = f"“{wording.one_line(own.reading, 40)}”→“{wording.one_line(own.text, 40)}”"
        return f"{name}{quoted}，{decision.target} 第{own.page}页"
    if decision.kind in QUESTION_KINDS:
        return _question_told(decision)
    if decision.kind in ("ask", "show", "sign"):
        return name
    return f"{name}，{points(decision.points)}" if decision.points is not None else f"{name}，分数待定"


def _question_told(decision: Decision) -> str:
    papers = f"，材料 {len(decision.saw)} 份" if decision.saw else ""
    return f"{KINDS[decision.kind]}：编号 {decision.target}{papers}"


def _piece_told(decision: Decision, opened: Opened) -> str:
    """The file that a decision is about, and what stands there where the cell has several pieces of it."""
    cell = opened.cell(decision.indicator)
    rows = cell.evidence if cell else ()
    file = next((row.file for row in rows if whole(row.file) == decision.target), "")
    if file:
        return f"{file}（整份）"
    own = next((row for row in rows if row.piece == decision.target), None)
    if own is None:
        return mask_text(decision.target)
    is_alone = all(row.piece == own.piece for row in rows if row.file == own.file)
    return own.file if is_alone or not own.text else f"{own.file}：{wording.one_line(own.text, 30)}"
