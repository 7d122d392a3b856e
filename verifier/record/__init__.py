"""A score sheet as `result.json` (the record) and `evidence.json` (what scoring took in)."""

from verifier.record.earlier import read_earlier, read_shown
from verifier.record.evidence import to_evidence
from verifier.record.masking import Masking, masking_of
from verifier.record.result import Identity, to_result
from verifier.record.seen import seen_of
from verifier.record.stored import (
    SummaryLine,
    UnreadableRecord,
    dumped,
    read_evidence,
    read_index,
    read_judged,
    read_result,
    read_summary_lines,
    result_file,
    write_evidence,
    write_index,
    write_result,
    write_summary_lines,
)
from verifier.record.values import brief

__all__ = [
    "Identity",
    "Masking",
    "SummaryLine",
    "UnreadableRecord",
    "brief",
    "dumped",
    "masking_of",
    "read_earlier",
    "read_evidence",
    "read_index",
    "read_judged",
    "read_result",
    "read_shown",
    "read_summary_lines",
    "result_file",
    "seen_of",
    "to_evidence",
    "to_result",
    "write_evidence",
    "write_index",
    "write_result",
    "write_summary_lines",
]
