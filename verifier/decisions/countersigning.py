"""Whether a second person stands by all that was decided, where the rule set asks for one (`countersign`)."""

from __future__ import annotations

from verifier.model import QUESTION_KINDS, Decision, DecisionLog

_MOVES_NOTHING = ("show", "ask", "sign", *QUESTION_KINDS)
"""what no points follow from"""


def deciders(log: DecisionLog) -> frozenset[str]:
    """The reviewers who decided anything, be it undone since."""
    return frozenset(each.reviewer for each in log.decisions if each.kind not in _MOVES_NOTHING)


def countersigned(log: DecisionLog, result: str) -> Decision | None:
    """The last signature under a result as it stands: made of it, by nobody who decided anything, and after the last
    decision, which the person who signed had seen. None where there is none."""
    for at, each in reversed(tuple(enumerate(log.decisions))):
        if each.kind == "sign":
            return each if _holds(each, at, log, result) else None
        if each.kind not in _MOVES_NOTHING:
            return None
    return None


def _holds(signature: Decision, at: int, log: DecisionLog, result: str) -> bool:
    lines = [each.line for each in log.decisions[:at]]
    seen = lines.index(signature.target) + 1 if signature.target in lines else 0
    unseen = log.decisions[seen:at]
    is_of_now = signature.result == result and all(each.kind in _MOVES_NOTHING for each in unseen)
    return is_of_now and signature.reviewer not in deciders(log)
