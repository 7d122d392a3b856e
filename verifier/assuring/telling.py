"""What is assured of an output folder, for the command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verifier.assuring.drawing import Reading
from verifier.assuring.kept import UnreadableSample
from verifier.assuring.standing import Standing, standing
from verifier.assuring.stating import wrong_told
from verifier.errors import UsageError
from verifier.record import read_judged

NOT_YET = "还没有抽查：请在审核页（verifier review）的“抽查”上抽样，或用 --list 写出抽查表。"


def told_of(folder: Path) -> Iterator[str]:
    """Chinese, line by line: what was said at the desk of a folder of a check, and which readings are wrong.

    Raises UsageError where the sample can't be read, and UnreadableRecord.
    """
    result, seen = read_judged(folder)
    try:
        found = standing(folder, result, seen.result)
    except UnreadableSample as fault:
        raise UsageError(f"{fault}，请在审核页上重新抽样") from fault
    yield found.told if found else NOT_YET
    if found:
        yield from map(wrong_told, _wrong(found))


def _wrong(found: Standing) -> Iterator[Reading]:
    return (found.readings[key] for key in found.wrong if found.is_current)
