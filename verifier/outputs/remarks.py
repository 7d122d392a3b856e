"""The reasons of one score as text, for the comments of the forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verifier.outputs.points import is_open
from verifier.outputs.wording import SEVERITIES, citation, exact, number, one_line, span

PLACES, FLAGS = 8, 10
"""lines of a comment: pieces of evidence, flags"""

WAYS: Mapping[str, str] = {
    "accept": "认可工具的拟得分",
    "points": "人工给分",
    "exclude": "排除部分佐证后重算",
    "include": "计入部分佐证后重算",
    "reading": "选定条款的读法",
}
"""kind of the decision that settled a cell → how it came to its points"""


def remark(cell: Mapping[str, Any]) -> str:
    """Clause, points, a decision, evidence, flags; a line each. `cell`: an indicator of the record."""
    evidence, flags = cell.get("evidence") or [], cell.get("flags") or []
    counted = sorted(evidence, key=lambda piece: not piece.get("counted", True))
    lines = [f"依据：{one_line(cell.get('clause') or '')}", *_decision(cell), _points(cell)]
    lines.append(f"佐证（{len(evidence)}处）：" if evidence else "佐证：无")
    lines += [_evidence_line(piece) for piece in counted[:PLACES]]
    if len(evidence) > PLACES:
        lines.append(f"……等{len(evidence)}处，其余见核验报告")
    lines += [_flag_line(flag) for flag in flags[:FLAGS]]
    if len(flags) > FLAGS:
        lines.append(f"……等{len(flags)}条，其余见核验报告")
    return "\n".join(lines)


def _decision(cell: Mapping[str, Any]) -> list[str]:
    decided = cell.get("decided")
    if not decided:
        return []
    way = WAYS.get(decided.get("kind", ""), WAYS["points"])
    who, at = one_line(decided.get("reviewer") or ""), one_line(decided.get("at") or "")[:10]
    by = "，".join(filter(None, (who, at)))
    lines = [f"审定 {number(decided['points'])} 分（{way}）" + (f"：{by}" if by else "")]
    reason = one_line(decided.get("reason") or "", 300)
    return [*lines, f"审定理由：{reason}"] if reason else lines


def _points(cell: Mapping[str, Any]) -> str:
    who = "工具拟得" if cell.get("decided") else "拟得"
    text = f"{who} {number(cell['proposed'])} 分，满分 {number(cell['max'])} 分"
    ranged = is_open(cell) or (cell.get("decided") and exact(cell["low"]) < exact(cell["high"]))
    return f"{text}，区间 {span(cell['low'], cell['high'])} 分" if ranged else text


def _evidence_line(piece: Mapping[str, Any]) -> str:
    quote = one_line(piece.get("text") or "", 60)
    line = f"· {citation(piece)}" + (f"：“{quote}”" if quote else "")
    return line if piece.get("counted", True) else f"{line}（未计入）"


def _flag_line(flag: Mapping[str, Any]) -> str:
    place = citation(flag)
    severity = SEVERITIES.get(flag["severity"], flag["severity"])
    return f"【{severity}】{one_line(flag['message'], 300)}" + (f"（{place}）" if place else "")
