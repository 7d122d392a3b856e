"""What lies in an output folder of `check`, of `batch` and of `review`, and what tells that a folder is one."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from verifier.model import RESULT_SCHEMA

_RECORDS = RESULT, EVIDENCE, OUTLINE = "result.json", "evidence.json", "outline.json"
_SHOWN = REPORT, PEOPLE = "report.html", "people.xlsx"
_FORMS = ANNEX2, ANNEX2_BOOK, ANNEX3, LETTER = "annex2.docx", "annex2.xlsx", "annex3.docx", "missing.docx"
_DECIDED = DECISIONS, DAMAGED_DECISIONS, DECISIONS_LOCK = "decisions.jsonl", "decisions.damaged.jsonl", "decisions.lock"
LETTER_CHOICE = "letter.json"
"""what `review` was told to ask the school for"""
QUESTIONS = "questions.zip"
"""what `review` asks a school, in `export`"""
SAMPLE = "sample.json"
"""what was drawn to be looked at, and the answers, see `assuring/kept.py`"""
_DIGESTS = DIGESTS, DESK, DESK_LOCK, SIGNATURE = "digests.json", "desk.json", "desk.lock", "signature.json"
"""what was written into the folder, by a check and by `review`, see `files/manifest.py`; the bureau's signature"""
PUBLICATION, PUBLICATION_BOOK = "results.docx", "results.xlsx"
RUNNING = ".running.lock"
"""there while a check writes into the folder"""
LOCKS = (DECISIONS_LOCK, DESK_LOCK, RUNNING)
NOT_LISTED = (DECISIONS, *_DIGESTS, *LOCKS)
"""what no list of digests has: the log is bound in itself, and its state stands there"""
_WRITTEN = {*_RECORDS, *_SHOWN, *_FORMS, *_DECIDED, *_DIGESTS, LETTER_CHOICE, QUESTIONS, SAMPLE, RUNNING}
PAGES, INDEX, TEXTS, LINES = "pages", "index.json", "texts.json", "lines.json"
YEARS = "years.json"
"""in `pages`: points of the school's years before, where a history knows some"""
WRITTEN_BY_CHECK = (
    *(*_RECORDS, *_SHOWN, ANNEX2, ANNEX2_BOOK, ANNEX3, DIGESTS),
    *(f"{PAGES}/{name}" for name in (INDEX, TEXTS, LINES)),
)
EXPORT = "export"
"""where `review` writes the forms with the decisions"""
EARLIER = "earlier"
"""the last result, where a new one has taken its place"""
SUMMARY, SUMMARY_BOOK, SUMMARY_PAGE, MADE_FROM = "summary.json", "summary.xlsx", "summary.html", "made-from.json"
WRITTEN_BY_BATCH = (SUMMARY, SUMMARY_BOOK, SUMMARY_PAGE, MADE_FROM)

LARGEST_RESULT = 64 << 20
"""bytes of a `result.json` that is looked into"""


def has_result(folder: Path) -> bool:
    """Whether a result lies there; it is written last, so that a folder that has it is whole."""
    return (folder / RESULT).is_file()


def has_summary(folder: Path) -> bool:
    """Whether a batch wrote there."""
    return (folder / SUMMARY).is_file()


def is_output_folder(folder: Path) -> bool:
    """Whether a check wrote there: a `result.json` of any other program doesn't say so."""
    result = folder / RESULT
    try:
        state = result.lstat()
        return stat.S_ISREG(state.st_mode) and state.st_size <= LARGEST_RESULT and is_result(result.read_bytes())
    except OSError:
        return False


def is_result(data: bytes) -> bool:
    """Whether the bytes are a result of a check, as far as can be told without reading all of them as JSON."""
    return re.search(rb'"schema"\s*:\s*"' + RESULT_SCHEMA.encode() + rb'"', data) is not None


def is_output(path: str) -> bool:
    """Whether a path within an output folder is one that the program writes."""
    return path.removeprefix(f"{EXPORT}/").removeprefix(f"{EARLIER}/") in _WRITTEN or path.startswith(f"{PAGES}/")
