"""What a reviewer sends, checked and written to the log."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import get_args

from verifier.decisions import CellState, Conflict, Damaged, append, cell_states, deciders
from verifier.errors import VerifierError
from verifier.model import QUESTION_KINDS, BetweenRecord, CellRecord, Decision, DecisionKind, whole
from verifier.outputs import wording
from verifier.review import correcting, log_lines, views
from verifier.review.desk import Opened, School
from verifier.review.refused import Differs, Refused

KINDS: tuple[DecisionKind, ...] = tuple(
    kind
    for kind in get_args(DecisionKind)
    if kind not in ("show", "correct", "sign", *log_lines.VERDICTS, *QUESTION_KINDS)
)
"""of decisions on a cell"""
LONGEST = 1000
"""characters of a reason"""


def save(school: School, cell: str, form: Mapping[str, str], reviewer: str, lot: str = "") -> Decision:
    """Writes the decision of a form; it is on the disk when this returns. Raises Refused, and nothing was written.

    `lot`: of decisions that are made at once.
    """
    opened = school.open()
    if form.get("kind") != "correct" and not _is_seen(opened, cell, form):
        raise Refused("这份材料刚刚重新核验过，您看到的是旧结果，决定没有保存。请看过新结果后再决定。", 409)
    decision = replace(_decision(opened, cell, form, reviewer), lot=lot)
    if (made := opened.states[cell].decided) is not None and _is_same(decision, made):
        return made
    if decision.kind in ("exclude", "include", "reading"):
        decision = replace(decision, points=_following(opened, decision))
    try:
        return _kept(school, decision, form.get("head", ""))
    except Conflict as conflict:
        now = school.open()
        by_line = {each.line: each for each in now.log.decisions}
        said = "；".join(f"{each.reviewer}：{log_lines.told(each, by_line, now)}" for each in conflict.changed)
        raise Refused(f"您打开本页之后，本项已有新的决定（{said}），您的决定没有保存。请看过后再决定。", 409) from None


def _is_same(decision: Decision, made: Decision) -> bool:
    """Whether the points were taken by the same reviewer before, so that nothing new is said."""
    said = [(each.kind, each.points, each.reviewer, each.seen) for each in (decision, made)]
    return decision.kind == "accept" and said[0] == said[1]


def _is_seen(opened: Opened, cell: str, form: Mapping[str, str]) -> bool:
    """Whether the form shows the result as it is now, as far as the cell goes: other cells may have changed."""
    return form.get("result") == opened.seen.result or form.get("seen") == opened.seen.of(cell)


def _decision(opened: Opened, cell: str, form: Mapping[str, str], reviewer: str) -> Decision:
    """What a form stands for. Raises Refused."""
    if form.get("kind") != "correct":
        return _checked(opened, cell, _again(opened, cell, form), reviewer)
    try:
        return correcting.decision_of(opened, cell, form, reviewer, _now())
    except VerifierError as fault:
        raise Refused(f"没有保存：{fault}", 500) from fault


def save_verdict(school: School, form: Mapping[str, str], reviewer: str) -> Decision:
    """Writes which grade or award a total leads to, or takes that back. Raises Refused, and nothing was written."""
    opened = school.open()
    decided = opened.result.decided
    assert decided is not None
    between = next((each for each in decided.between if each.kind == form.get("kind")), None)
    if between is None or form.get("total") != wording.number(decided.total):
        raise Refused("总分刚刚有变化，没有保存。请看过现在的总分后再确定。", 409)
    kind: DecisionKind = "grade" if between.kind == "grade" else "award"
    target = form.get("target", "")
    made = Decision(kind, "", target, Fraction(str(decided.total)), "", reviewer, _now(), opened.seen.result)
    if between.chosen is not None and target == between.chosen.line:
        made = replace(made, kind="undo", points=None)
    else:
        made = replace(made, reason=_reason(between, target, form))
    try:
        return _kept(school, made, form.get("head", ""))
    except Conflict:
        raise Refused("您打开本页之后，审核记录有新的内容，没有保存。请看过后再确定。", 409) from None


def _reason(between: BetweenRecord, target: str, form: Mapping[str, str]) -> str:
    """Of what is chosen. Raises Refused."""
    reason = " ".join(form.get("reason", "").split())[:LONGEST]
    if target not in between.values:
        raise Refused("请选一档。")
    if not reason:
        raise Refused("请写明理由，例如依据哪次政策解释。")
    return reason


def keep_shown(school: School, reviewer: str) -> None:
    """Writes that a reviewer has the personal data of an unmasked result shown. Raises Refused."""
    opened = school.open()
    if not opened.result.unmasked:
        raise Refused("这份结果只有遮盖过的内容，没有可以显示的；要核对请打开原件。", 409)
    event = Decision("show", "", "", None, "", reviewer, _now(), opened.seen.result)
    try:
        _kept(school, event, opened.log.head)
    except Conflict:
        raise Refused("另一位审核人员刚刚也打开了显示，请再试一次。", 409) from None


def save_signature(school: School, form: Mapping[str, str], reviewer: str) -> Decision:
    """Writes that a second person stands by all that was decided. Raises Refused, and nothing was written."""
    opened = school.open()
    if form.get("head") != opened.log.head or form.get("result") != opened.seen.result:
        raise Refused("您打开本页之后，审核记录或结果有新的内容，没有签字。请看过后再签。", 409)
    if reviewer in deciders(opened.log):
        raise Refused(f"{reviewer}作过决定，复核签字要由另一人来做：请在页面右上角更换审核人。", 409)
    made = Decision("sign", "", opened.log.head, None, "", reviewer, _now(), opened.seen.result)
    try:
        return _kept(school, made, opened.log.head)
    except Conflict:
        raise Refused("您打开本页之后，审核记录有新的内容，没有签字。请看过后再签。", 409) from None


def _kept(school: School, decision: Decision, head: str) -> Decision:
    """The decision in the log. Raises Conflict, and Refused where the log takes none."""
    try:
        return append(school.folder, decision, head)
    except Damaged:
        raise Refused("审核记录有损坏，请先在“审核记录”页把损坏部分另存，再继续审核。", 409) from None
    except VerifierError as fault:
        raise Refused(f"没有保存：{fault}", 500) from fault


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _again(opened: Opened, cell: str, form: Mapping[str, str]) -> Mapping[str, str]:
    """The form as it would be filled in for an old decision that is made again; any other form as it is."""
    if form.get("kind") != "again":
        return form
    old = next((each for each in opened.states[cell].stale if each.line == form.get("target")), None)
    if old is None:
        raise Refused("这条旧决定已经重新采用或撤销过，请刷新页面。")
    if old.kind == "accept" and old.points != opened.states[cell].computed:
        raise Differs("现在算出的分数与当时采用的不同，请重新决定。")
    points = "" if old.points is None else wording.number(float(old.points))
    return {"kind": old.kind, "target": old.target, "points": points, "reason": old.reason}


def _checked(opened: Opened, cell: str, form: Mapping[str, str], reviewer: str) -> Decision:
    """The decision that a form stands for."""
    row, state = opened.cell(cell), opened.states[cell]
    assert row is not None
    kind = _kind(form.get("kind", ""))
    reason = " ".join(form.get("reason", "").split())[:LONGEST]
    if kind in _REASONS and not reason:
        raise Refused(_REASONS[kind])
    target = form.get("target", "") if kind in _TARGETS else ""
    if kind in _TARGETS and target not in _targets(kind, row, state, opened):
        raise Refused(_TARGETS[kind])
    return Decision(
        kind=kind,
        indicator=cell,
        target=target,
        points=_given(kind, form, row, state),
        reason=reason,
        reviewer=reviewer,
        time=_now(),
        result=opened.seen.result,
        seen=opened.seen.of(cell, target if kind in ("exclude", "include") else ""),
        saw=views.seen_of(row, opened),
    )


_REASONS: Mapping[DecisionKind, str] = {"points": "另行给分要写明理由。", "ask": "请写明要学校补充什么。"}
"""kinds that want a reason, and what is said where there is none"""
_TARGETS: Mapping[DecisionKind, str] = {
    "exclude": "没有找到这份材料，请刷新页面后重试。",
    "include": "没有找到这份材料，请刷新页面后重试。",
    "reading": "没有这种读法，请刷新页面后重试。",
    "undo": "这一条已经撤销过，请刷新页面。",
}
"""kinds that are about something, and what is said where that is not there"""


def _kind(text: str) -> DecisionKind:
    for kind in KINDS:
        if kind == text:
            return kind
    raise Refused("看不懂这个决定，请刷新页面后重试。")


def _targets(kind: DecisionKind, row: CellRecord, state: CellState, opened: Opened) -> set[str]:
    """What a decision of this kind may be about."""
    if kind == "reading":
        return {reading.id for reading in row.readings}
    if kind == "undo":
        return {each.line for each in state.live} | correcting.standing_lines(opened)
    return {target for piece in row.evidence for target in (piece.piece, whole(piece.file))}


def _given(kind: DecisionKind, form: Mapping[str, str], row: CellRecord, state: CellState) -> Fraction | None:
    """The points that a form gives; of exclusions, inclusions and readings they follow."""
    if kind == "points":
        return _points(form.get("points", ""), Fraction(str(row.max)))
    if kind != "accept":
        return None
    if state.computed is None:
        raise Refused("按剩余材料算不出分数，请重新核验这份材料，或直接给分。")
    return state.computed


def _points(text: str, most: Fraction) -> Fraction:
    plain = text.strip().translate(str.maketrans("０１２３４５６７８９．", "0123456789."))
    if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", plain) or Fraction(plain) > most:
        raise Refused(f"分数应是0至{views.points(most)}之间的数，最多两位小数。")
    return Fraction(plain)


def _following(opened: Opened, decision: Decision) -> Fraction | None:
    """The points of the cell once the decision stands."""
    made = (*opened.log.decisions, decision)
    alone = replace(opened.result, indicators=tuple(each for each in opened.cells if each.id == decision.indicator))
    states = cell_states(alone, opened.evidence, made, opened.rules, opened.seen)
    return states[decision.indicator].points
