"""Corrections of misread lines: as a log has them, and those that stand.

The log is evidence that travels with the results, so a correction is masked in it as all else is. Where that takes
something out of the text, the whole of it is kept in the user's own folder, as readings of pictures are: without it no
check could tell an identity number that was misread by one digit.
"""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from verifier.files import write_whole
from verifier.files.own_folder import own_folder
from verifier.language.masking import mask_numbers
from verifier.model import Box, Correction, Decision, DecisionLog, StandingCorrection

log = logging.getLogger(__name__)

LONGEST_TEXT = 500
"""characters of a line"""
_MOST = 5000
"""of a log: nobody corrects so many lines of one school, and a log may come from anywhere"""
_LARGEST = 1_000_000
"""no page picture has so many pixels on a side, no file so many pages"""
_SHA256, _KEPT = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{32}")
_HOME = "corrections"


def correction(sha256: str, page: int, box: Box, reading: str, text: str) -> Correction:
    """A correction as the log takes it; what masking takes out of the text is on this machine when this returns.

    Raises WriteError.
    """
    masked, kept = mask_numbers(text), ""
    if masked != text:
        kept = secrets.token_hex(16)
        write_whole(own_folder() / _HOME / kept, text.encode("utf-8"), lasting=True)
    return Correction(sha256, page, box, mask_numbers(reading), masked, kept)


def forget_text(own: Correction) -> None:
    """Takes what is kept of a correction that was undone from this machine."""
    if own.kept:
        (own_folder() / _HOME / own.kept).unlink(missing_ok=True)


def standing_of(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that were not undone."""
    undone = {each.target for each in decisions if each.kind == "undo"}
    return [each for each in decisions if each.kind != "undo" and each.line not in undone]


def corrections_standing(decisions: DecisionLog) -> tuple[StandingCorrection, ...]:
    """The corrections of a log that a check applies: those not undone, of two of one line the later one."""
    last: dict[tuple[str, int, Box], StandingCorrection] = {}
    for each in standing_of(decisions.decisions):
        if each.correction is not None:
            own = each.correction
            last[own.sha256, own.page, own.box] = StandingCorrection(each, own, _whole(own))
    return tuple(last.values())[:_MOST]


def _whole(own: Correction) -> str | None:
    if not own.kept:
        return own.text
    try:
        text = (own_folder() / _HOME / own.kept).read_text("utf-8")
    except (OSError, ValueError) as fault:
        log.info("the text of a correction is not on this machine: %s", type(fault).__name__)
        return None
    return text if mask_numbers(text) == own.text else None


# --- in a line of the log -------------------------------------------------------------------------------------------


def stored_correction(own: Correction) -> dict[str, object]:
    """As JSON."""
    return {
        "sha256": own.sha256,
        "page": own.page,
        "box": list(own.box),
        "reading": mask_numbers(own.reading),
        "text": mask_numbers(own.text),
        "kept": own.kept or None,
    }


def correction_of(data: Mapping[str, Any]) -> Correction:
    """From JSON, which may come from anywhere. Raises ValueError, KeyError or TypeError for what was never written."""
    left, top, right, bottom = (_number(each) for each in data["box"])
    if left > right or top > bottom:
        raise ValueError("box")
    return Correction(
        sha256=_told(data["sha256"], _SHA256),
        page=_number(data["page"]),
        box=(left, top, right, bottom),
        reading=_text(data["reading"]),
        text=_text(data["text"]),
        kept=_told(data["kept"], _KEPT) if data["kept"] else "",
    )


def _number(told: object) -> int:
    if type(told) is not int or not 0 <= told <= _LARGEST:
        raise ValueError("number")
    return told


def _told(told: str, pattern: re.Pattern[str]) -> str:
    if not pattern.fullmatch(told):
        raise ValueError("name")
    return told


def _text(told: str) -> str:
    if not 0 < len(told) <= LONGEST_TEXT:
        raise ValueError("text")
    return mask_numbers(told)
