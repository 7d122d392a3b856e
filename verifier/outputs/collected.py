"""How far a school is with its papers, a cell at a time, by what the score took in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from verifier.model import CellRecord, ResultRecord

Collected = Literal["used", "sent", "missing", "bureau"]

COLLECTED: Mapping[Collected, str] = {
    "used": "可用",
    "sent": "已交，没有计入",
    "missing": "未交",
    "bureau": "由业务系统核定",
}
"""used: a piece counts; sent: papers speak for the cell, and none counts; bureau: nothing has to be sent in"""


def collected(result: ResultRecord) -> Mapping[Collected, tuple[CellRecord, ...]]:
    """Each state with its cells, in the order of the form; those without a cell are left out."""
    states = {state: tuple(cell for cell in result.indicators if _state(cell) == state) for state in COLLECTED}
    return {state: cells for state, cells in states.items() if cells}


def _state(cell: CellRecord) -> Collected:
    if any(piece.counted for piece in cell.evidence):
        return "used"
    if cell.evidence:
        return "sent"
    return "bureau" if cell.bureau else "missing"


def collected_told(result: ResultRecord) -> str:
    """In a sentence, with the cells that are not done."""
    told = []
    for state, cells in collected(result).items():
        named = "" if state == "used" else f"（{'、'.join(cell.id for cell in cells)}）"
        told.append(f"{COLLECTED[state]} {len(cells)} 项{named}")
    return f"材料：{'；'.join(told)}。"
