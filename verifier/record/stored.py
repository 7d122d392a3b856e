"""The records as files: where each is written, and where each is read."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from verifier.errors import UsageError
from verifier.files import put_in_place, write_whole
from verifier.files.output_folder import EVIDENCE, INDEX, LINES, PAGES, RESULT, SUMMARY, TEXTS, YEARS
from verifier.files.system import reason_of
from verifier.model import (
    EvidenceRecord,
    FailedRecord,
    PageLinesRecord,
    PageRecord,
    PastRun,
    ResultRecord,
    Seen,
    SummaryRecord,
    TextRecord,
)
from verifier.record.seen import seen_of
from verifier.record.values import plain

log = logging.getLogger(__name__)

T = TypeVar("T")
_LARGEST = 10**18
"""no number of a record is larger; what is reckoned with one that is may not be shown any more"""
SummaryLine = SummaryRecord | FailedRecord

_RESULT = TypeAdapter(ResultRecord)
_EVIDENCE = TypeAdapter(EvidenceRecord)
_INDEX = TypeAdapter(tuple[PageRecord, ...])
_TEXTS = TypeAdapter(tuple[TextRecord, ...])
_LINES = TypeAdapter(tuple[PageLinesRecord, ...])
_YEARS = TypeAdapter(tuple[PastRun, ...])
_SUMMARY: TypeAdapter[tuple[SummaryLine, ...]] = TypeAdapter(tuple[SummaryLine, ...])


class UnreadableRecord(UsageError):
    """A file is not there, not whole, or of another version of the program."""


def write_result(record: ResultRecord, folder: Path) -> None:
    """Writes `result.json`, whole or not at all; UsageError when it can't be written. So do all here."""
    write_whole(folder / RESULT, dumped(record).encode("utf-8"))


def write_evidence(record: EvidenceRecord, folder: Path) -> None:
    write_whole(folder / EVIDENCE, dumped(record).encode("utf-8"))


def write_index(pages: Sequence[PageRecord], folder: Path) -> None:
    """Writes `pages/index.json`."""
    write_whole(folder / PAGES / INDEX, dumped(pages).encode("utf-8"))


def write_texts(texts: Sequence[TextRecord], folder: Path) -> None:
    """Writes `pages/texts.json`."""
    write_whole(folder / PAGES / TEXTS, dumped(texts).encode("utf-8"))


def write_lines(pages: Sequence[PageLinesRecord], folder: Path) -> None:
    """Writes `pages/lines.json`."""
    write_whole(folder / PAGES / LINES, dumped(pages).encode("utf-8"))


def write_years(before: Sequence[PastRun], folder: Path) -> None:
    """Writes `pages/years.json`, where there is anything to keep."""
    if before:
        write_whole(folder / PAGES / YEARS, dumped(before).encode("utf-8"))


def write_summary_lines(lines: Sequence[SummaryLine], folder: Path) -> None:
    """Writes `summary.json`."""
    write_whole(folder / SUMMARY, dumped(lines).encode("utf-8"))


def dumped(data: object) -> str:
    """The JSON text, the same bytes for the same data."""
    return json.dumps(plain(data), ensure_ascii=False, indent=1) + "\n"


def result_file(path: Path) -> Path:
    """The `result.json` of an output folder; a path that is no folder is one itself."""
    return path / RESULT if path.is_dir() else path


def read_result(path: Path) -> ResultRecord:
    """The result of an output folder, or of a file. Raises UnreadableRecord, as all here do."""
    put_in_place(path)
    result = _read(_RESULT, result_file(path))
    if not {cell.group for cell in result.indicators} <= {group.id for group in result.groups}:
        raise UnreadableRecord(f"{RESULT} {_NOT_WHOLE}")
    return result


def read_evidence(folder: Path) -> EvidenceRecord:
    """What scoring took in."""
    return _read(_EVIDENCE, folder / EVIDENCE)


def read_index(folder: Path) -> tuple[PageRecord, ...]:
    """What the page pictures show."""
    return _read(_INDEX, folder / PAGES / INDEX)


def read_texts(folder: Path) -> tuple[TextRecord, ...]:
    """What papers without pictures say."""
    return _read(_TEXTS, folder / PAGES / TEXTS)


def read_lines(folder: Path) -> tuple[PageLinesRecord, ...]:
    """What was read in page pictures."""
    return _read(_LINES, folder / PAGES / LINES)


def read_years(folder: Path) -> tuple[PastRun, ...]:
    """What the history said of the years before; empty where it was not asked, or what it said can't be read."""
    if not (folder / PAGES / YEARS).is_file():
        return ()
    try:
        return _read(_YEARS, folder / PAGES / YEARS)
    except UnreadableRecord as fault:  # no points hang on it, and `verify` tells what was changed
        log.warning("the years before can't be read: %s", fault)
        return ()


def read_summary_lines(folder: Path) -> tuple[SummaryLine, ...]:
    """The bundles of a batch."""
    return _read(_SUMMARY, folder / SUMMARY)


def read_judged(path: Path) -> tuple[ResultRecord, Seen]:
    """The result of an output folder, or of a file, and what decisions on it say that they saw."""
    return read_result(path), seen_of(result_file(path).read_bytes())


def _read(adapter: TypeAdapter[T], path: Path) -> T:
    try:
        data = path.read_bytes()
        record = adapter.validate_json(data, strict=True)
        json.loads(data, parse_int=_whole, parse_float=_finite, parse_constant=_finite)
    except OSError as fault:
        raise UnreadableRecord(f"{path.name} 打不开（{reason_of(fault)}），请重新核验这份材料") from fault
    except ValidationError as fault:
        raise UnreadableRecord(f"{path.name} {_told(fault)}") from fault
    except (ValueError, RecursionError) as fault:
        raise UnreadableRecord(f"{path.name} {_NOT_WHOLE}") from fault
    return record


def _whole(told: str) -> None:
    if len(told) > len(str(_LARGEST)):
        raise ValueError(told[:20])


def _finite(told: str) -> None:
    value = float(told)
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise ValueError(told[:20])


_NOT_WHOLE = "不是完整的核验结果，请重新核验这份材料"


def _told(fault: ValidationError) -> str:
    for each in fault.errors(include_url=False):
        if each["loc"] == ("schema",) and each["type"] == "literal_error":
            known = each["ctx"]["expected"].strip("'")
            return f"是另一版本的程序写的（{each['input']}，本程序读 {known}），请用那一版打开，或重新核验这份材料"
    return _NOT_WHOLE
