"""What papers without page pictures say around what is cited: `pages/texts.json`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRecord:
    """A row of a table or a paragraph."""

    at: str
    """its number in the sheet or text; '' of what has none"""
    cells: tuple[str, ...]
    left: int = 0
    """rows that are left out before it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRecord:
    name: str
    """the sheet, or the number of the page; '' of what has no parts"""
    rows: tuple[RowRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRecord:
    """A line of `pages/texts.json`: what a paper without page pictures says around what is cited."""

    file: str
    parts: tuple[SectionRecord, ...]
