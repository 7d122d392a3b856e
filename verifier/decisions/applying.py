"""A result with the decisions that were made on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from verifier.model import Decision, Indicator, RuleSet
from verifier.score import rounded, verdict_at

from .recount import recounted

Record = Mapping[str, Any]
"""result.json, or a part of it"""


@dataclass(frozen=True, slots=True)
class CellState:
    """What the live decisions make of one cell."""

    points: Fraction | None
    """what it earns now; None: an exclusion has consequences that only a new check could tell"""
    computed: Fraction | None
    """what the tiers give without what was excluded, with what was included, under the settled reading"""
    decided: Decision | None
    """the decision that settles it"""
    excluded: Mapping[str, Decision]
    """piece → the decision"""
    included: Mapping[str, Decision]
    reading: str
    """id of the settled reading; '' when none was"""
    readings: Mapping[str, Fraction | None]
    """id of each reading → the cell's points under it"""
    asked: tuple[Decision, ...]
    live: tuple[Decision, ...]
    """those that were made on this result and not undone, in their order"""
    stale: tuple[Decision, ...]
    """those that were made on another result and not made again on this one; shown, not applied"""


def result_hash(result: Record) -> str:
    """SHA-256 of a result without what differs between two runs on the same papers."""
    kept = {key: value for key, value in result.items() if key != "engine"}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def cell_states(
    result: Record, evidence: Record, decisions: Sequence[Decision], rules: RuleSet, judged: str = ""
) -> dict[str, CellState]:
    """The state of every cell of a result. `evidence`: evidence.json; `judged`: the result's hash, if known."""
    judged = judged or result_hash(result)
    undone = {each.target for each in decisions if each.kind == "undo"}
    standing = [each for each in decisions if each.kind != "undo" and each.line not in undone]
    cells = {cell.id: cell for cell in rules.indicators} if evidence["rules"]["sha256"] == rules.sha256 else {}
    return {
        row["id"]: _state(
            row,
            cells.get(row["id"]),
            evidence["cells"].get(row["id"]),
            [each for each in standing if each.indicator == row["id"]],
            judged,
        )
        for row in result["indicators"]
    }


def _state(
    row: Record, cell: Indicator | None, taken: Record | None, standing: Sequence[Decision], judged: str
) -> CellState:
    live = tuple(each for each in standing if each.result == judged)
    excluded: dict[str, Decision] = {}
    included: dict[str, Decision] = {}
    reading = ""
    decided: Decision | None = None
    for each in live:
        match each.kind:
            case "exclude":
                excluded[each.target] = each
                included.pop(each.target, None)
            case "include":
                included[each.target] = each
                excluded.pop(each.target, None)
            case "reading":
                reading = each.target
        if each.kind != "ask":
            decided = each
    out, held = frozenset(excluded), frozenset(included)
    if cell is None or taken is None:
        readings: dict[str, Fraction | None] = {each["id"]: None for each in row["readings"]}
        points = None if out or held or reading else _exact(row["proposed"])
    else:
        readings = {each.id: recounted(cell, taken, out, held, each.id) for each in cell.readings}
        points = recounted(cell, taken, out, held, reading)
    computed = points
    if decided is not None and decided.kind in ("accept", "points") and decided.points is not None:
        points = decided.points
    return CellState(
        points=points,
        computed=computed,
        decided=None if points is None else decided,
        excluded=excluded,
        included=included,
        reading=reading,
        readings=readings,
        asked=tuple(each for each in live if each.kind == "ask"),
        live=live,
        stale=_stale(standing, live, judged),
    )


def _stale(standing: Sequence[Decision], live: Sequence[Decision], judged: str) -> tuple[Decision, ...]:
    """Of those that say the same the last one."""
    made = {_content(each) for each in live}
    found = {_content(each): each for each in standing if each.result != judged}
    return tuple(each for content, each in found.items() if content not in made)


def _content(decision: Decision) -> tuple[object, ...]:
    """What a decision says, whoever made it and on which result."""
    points = decision.points if decision.kind in ("accept", "points") else None
    return decision.kind, decision.target, points, decision.reason


def apply(result: Record, evidence: Record, decisions: Sequence[Decision], rules: RuleSet) -> dict[str, Any]:
    """The result with each cell's `decided` and `asked`, and on top the decided groups, total, grade and award.

    Cells that nobody decided enter with what is proposed. Pieces that were excluded or included say so.
    """
    return applied_states(result, cell_states(result, evidence, decisions, rules), rules)


def applied_states(result: Record, states: Mapping[str, CellState], rules: RuleSet) -> dict[str, Any]:
    """As `apply`, with the states known."""
    rows = [{**row, "evidence": [dict(piece) for piece in row["evidence"]]} for row in result["indicators"]]
    applied: dict[str, Any] = {**result, "indicators": rows}
    earned: dict[str, Fraction] = {}
    for row in applied["indicators"]:
        state = states[row["id"]]
        earned.setdefault(row["group"], Fraction(0))
        earned[row["group"]] += _exact(row["proposed"]) if state.points is None else state.points
        if state.decided is not None:
            row["decided"] = _decided(state.decided, state.points)
        if state.asked:
            row["asked"] = [{"text": each.reason, "reviewer": each.reviewer, "at": each.time} for each in state.asked]
        for piece in row["evidence"]:
            if piece.get("piece") in state.excluded:
                piece |= {"counted": False, "why": _told("审核人员排除", state.excluded[piece["piece"]])}
            elif piece.get("piece") in state.included:
                piece |= {"counted": True, "why": _told("审核人员计入", state.included[piece["piece"]])}
    weights = {group.id: group.weight for group in rules.groups}
    total = rounded(sum((points * weights[group] for group, points in earned.items()), Fraction(0)))
    applied["decided"] = {
        "groups": [{"id": group, "points": _number(rounded(points))} for group, points in earned.items()],
        "total": _number(total),
        "grade": verdict_at(rules.grades, total),
        "award_yuan": verdict_at(rules.awards, total),
    }
    return applied


def _decided(decision: Decision, points: Fraction | None) -> dict[str, Any]:
    return {
        "points": _number(points or Fraction(0)),
        "kind": decision.kind,
        "reason": decision.reason,
        "reviewer": decision.reviewer,
        "at": decision.time,
    }


def _told(what: str, decision: Decision) -> str:
    return f"{what}：{decision.reason}" if decision.reason else what


def _exact(number: int | float) -> Fraction:
    return Fraction(str(number))


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)
