"""Reviewers' decisions: the log that keeps them, and a result with them applied."""

from .applying import CellState, apply, cell_states, result_hash
from .log import Conflict, Damaged, append, read_log, set_aside

__all__ = [
    "CellState",
    "Conflict",
    "Damaged",
    "append",
    "apply",
    "cell_states",
    "read_log",
    "result_hash",
    "set_aside",
]
