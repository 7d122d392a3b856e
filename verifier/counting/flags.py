"""Findings for a person: one flag of a cell, and how places are listed in a message."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from verifier.model import Flag, Place, Severity, default_severity


def flag(
    code: str,
    indicator: str | None,
    message: str,
    place: Place | None = None,
    severity: Severity | None = None,
    stake: Fraction | None = None,
) -> Flag:
    """A flag with the default severity of its code."""
    return Flag(code, severity or default_severity(code), message, place, indicator, stake)


def first_places(names: Iterable[str], many: int = 10) -> str:
    """A count's first places for a message: a、b、c 等12处."""
    listed = list(dict.fromkeys(names))
    shown = "、".join(listed[:many])
    return f"{shown} 等{len(listed)}处" if len(listed) > many else shown
