"""A screen or a photo as it is made up, with what a person sees on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.shown.canvas import Canvas
from tests.shown.stories import Story

Form = Literal["full", "yearless", "relative", "none"]
"""how a screen shows the day of a post"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A post as a screen shows it."""

    story: Story
    form: Form
    named: bool = True
    """whether the screen names its account or site"""
    settled: bool = False
    """whether the list's order settles the year of a day without one"""


@dataclass(frozen=True, slots=True)
class Scene:
    template: str
    canvas: Canvas
    kind: str
    """of a screen, as `Screen.kind` has it; photo for a photo"""
    entries: tuple[Entry, ...] = ()
