"""The reasons of one score as text, for the comments of the forms."""

from __future__ import annotations

from collections.abc import Mapping

from verifier.model import CellRecord, FlagRecord, PieceRecord
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


def remark(cell: CellRecord) -> str:
    """Clause, points, a decision, evidence, flags; a line each."""
    evidence, flags = cell.evidence, cell.flags
    first = sorted(evidence, key=lambda piece: (not piece.turned, not piece.counted))
    lines = [f"依据：{one_line(cell.clause)}", *_decision(cell), _points(cell)]
    lines.append(f"佐证（{len(evidence)}处）：" if evidence else "佐证：无")
    lines += [_evidence_line(piece) for piece in first[:PLACES]]
    if len(evidence) > PLACES:
        lines.append(f"……等{len(evidence)}处，其余见核验报告")
    lines += [flag_line(flag, citation(flag)) for flag in flags[:FLAGS]]
    if len(flags) > FLAGS:
        lines.append(f"……等{len(flags)}条，其余见核验报告")
    return "\n".join(lines)


def _decision(cell: CellRecord) -> list[str]:
    decided = cell.decided
    if not decided:
        return []
    by = "，".join(filter(None, (one_line(decided.reviewer), one_line(decided.at)[:10])))
    way = WAYS.get(decided.kind, WAYS["points"])
    lines = [f"审定 {number(decided.points)} 分（{way}）" + (f"：{by}" if by else "")]
    reason = one_line(decided.reason, 300)
    return [*lines, f"审定理由：{reason}"] if reason else lines


def _points(cell: CellRecord) -> str:
    who = "工具拟得" if cell.decided else "拟得"
    text = f"{who} {number(cell.proposed)} 分，满分 {number(cell.max)} 分"
    return f"{text}，区间 {span(cell.low, cell.high)} 分" if exact(cell.low) < exact(cell.high) else text


def _evidence_line(piece: PieceRecord) -> str:
    quote = one_line(piece.text, 60)
    line = f"· {citation(piece)}" + (f"：“{quote}”" if quote else "")
    line += "（人工更正过的文字）" if piece.corrected else ""
    if piece.turned:
        return f"{line}（{one_line(piece.why, 100)}）"
    return line if piece.counted else f"{line}（未计入）"


def flag_line(flag: FlagRecord, place: str) -> str:
    """A flag as one line of text, with the number by which it is called."""
    after = "，".join(filter(None, (place, flag.number and f"编号{flag.number}")))
    return f"【{SEVERITIES[flag.severity]}】{one_line(flag.message, 300)}" + (f"（{after}）" if after else "")
