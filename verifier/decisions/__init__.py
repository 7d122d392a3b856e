"""Reviewers' decisions: the log that keeps them, and a result with them applied."""

from verifier.decisions.applying import CellState, applied_states, apply, cell_states, holds
from verifier.decisions.corrections import LONGEST_TEXT, correction, corrections_standing, forget_text, standing_of
from verifier.decisions.countersigning import countersigned, deciders
from verifier.decisions.log import Conflict, Damaged, append, append_all, read_log, set_aside
from verifier.decisions.witness import log_state

__all__ = [
    "LONGEST_TEXT",
    "CellState",
    "Conflict",
    "Damaged",
    "append",
    "append_all",
    "applied_states",
    "apply",
    "cell_states",
    "correction",
    "corrections_standing",
    "countersigned",
    "deciders",
    "forget_text",
    "holds",
    "log_state",
    "read_log",
    "set_aside",
    "standing_of",
]
