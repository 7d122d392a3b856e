"""A result with the decisions that stand beside it in its output folder."""

from __future__ import annotations

from pathlib import Path

from verifier.decisions import apply, read_log
from verifier.errors import RuleError
from verifier.files.output_folder import EVIDENCE
from verifier.model import ResultRecord, Seen
from verifier.record import read_evidence, read_judged
from verifier.rules import installed_rule_set


def with_decisions(result: ResultRecord, seen: Seen, folder: Path) -> ResultRecord:
    """The result of a folder as it stands now; as it is where nobody decided. Raises UnreadableRecord."""
    decisions = read_log(folder).decisions
    if not decisions or not (folder / EVIDENCE).is_file():
        return result
    try:
        rules = installed_rule_set(result.rules.id)
    except RuleError:  # made under a rule set that is not installed here: its decisions can't be counted again
        return result
    return apply(result, read_evidence(folder), decisions, rules, seen)


def decided_result(folder: Path) -> ResultRecord:
    """The result that lies in a folder, with the decisions on it. Raises UnreadableRecord."""
    return with_decisions(*read_judged(folder), folder)
