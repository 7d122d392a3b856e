"""A score sheet as `result.json` (the record) and `evidence.json` (what scoring took in)."""

from verifier.record.corrections import to_corrections
from verifier.record.earlier import Run, as_paper, read_earlier, read_run, read_shown
from verifier.record.evidence import to_evidence
from verifier.record.lines import to_lines
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
    read_lines,
    read_result,
    read_summary_lines,
    read_texts,
    read_years,
    result_file,
    write_evidence,
    write_index,
    write_lines,
    write_result,
    write_summary_lines,
    write_texts,
    write_years,
)
from verifier.record.texts import place_of, to_texts
from verifier.record.values import brief

__all__ = [
    "Identity",
    "Masking",
    "Run",
    "SummaryLine",
    "UnreadableRecord",
    "as_paper",
    "brief",
    "dumped",
    "masking_of",
    "place_of",
    "read_earlier",
    "read_evidence",
    "read_index",
    "read_judged",
    "read_lines",
    "read_result",
    "read_run",
    "read_shown",
    "read_summary_lines",
    "read_texts",
    "read_years",
    "result_file",
    "seen_of",
    "to_corrections",
    "to_evidence",
    "to_lines",
    "to_result",
    "to_texts",
    "write_evidence",
    "write_index",
    "write_lines",
    "write_result",
    "write_summary_lines",
    "write_texts",
    "write_years",
]
