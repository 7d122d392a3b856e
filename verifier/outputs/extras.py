"""What the outputs show beside the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil
from pathlib import Path

from verifier.model import Box, Group, MeasureName, PastRun, RuleSet, ScaleMark
from verifier.outputs.people import Lists

Pictures = Mapping[tuple[str, int], Path]
"""(file path, page) → page picture in reading orientation"""
Masks = Mapping[tuple[str, int], Sequence[Box]]
"""(file path, page) → parts of the page to black out"""


@dataclass(frozen=True, slots=True)
class GroupMost:
    """The most points of a group that come into the total as they are."""

    points: Decimal
    is_bonus: bool


@dataclass(frozen=True, slots=True)
class Extras:
    pictures: Pictures = field(default_factory=dict)
    mask_boxes: Masks = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)
    """the people behind the rates"""
    measures: Mapping[str, MeasureName] = field(default_factory=dict)
    """what the measures of the cells are called"""
    scale: tuple[ScaleMark, ...] = ()
    """where the scale of the total is marked"""
    most: int = 100
    """the points at which it ends"""
    groups: Mapping[str, GroupMost] = field(default_factory=dict)
    """of groups that are not of 100 points and weighed"""
    bureau: tuple[str, ...] = ()
    """codes of flags about which a school is not asked"""
    standards_cite: str = ""
    """the part of the policy in which the standards of a station stand"""
    before: tuple[PastRun, ...] = ()
    """the school's earlier years, the oldest first"""
    note: str = ""
    """a line at the foot of the report"""


def extras_of(
    rules: RuleSet, pictures: Pictures, mask_boxes: Masks, lists: Lists, before: tuple[PastRun, ...] = ()
) -> Extras:
    """The names that a rule set gives, and what is known of the bundle."""
    return Extras(
        pictures=pictures,
        mask_boxes=mask_boxes,
        lists=lists,
        measures=rules.measures,
        scale=rules.form.scale if rules.form else (),
        most=ceil(rules.most),
        groups={group.id: _most(group) for group in rules.groups} if rules.is_direct else {},
        bureau=rules.form.letter.unasked if rules.form else (),
        standards_cite=rules.standards_cite,
        before=before,
    )


def _most(group: Group) -> GroupMost:
    points = sum(cell.max for cell in group.indicators) if group.bonus is None else group.bonus
    return GroupMost(Decimal(points.numerator) / Decimal(points.denominator), group.bonus is not None)
