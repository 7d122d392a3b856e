"""What is assured of each school of a batch, and which of them to sample more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from verifier.assuring.bound import most_wrong
from verifier.assuring.drawing import readings_of
from verifier.assuring.kept import UnreadableSample
from verifier.assuring.standing import Standing, standing
from verifier.errors import UsageError
from verifier.language.masking import mask_text
from verifier.record import read_judged

GOAL = Fraction(1, 20)
"""the share of wrong readings up to which a school needs no larger sample"""


@dataclass(frozen=True, slots=True)
class SchoolAssured:
    """How surely one school was read."""

    folder: str
    title: str
    standing: Standing | None = None
    readings: int = 0
    """on which points hang"""
    points: Fraction = Fraction(0)
    """of the total, that hang on them"""
    money: int = 0
    """yuan of the largest award that is possible"""
    fault: str = ""
    """why nothing can be told"""

    @property
    def share(self) -> Fraction:
        """Of its readings, how many may be wrong: all where no sample of this result was looked at to its end."""
        said = self.standing.assured if self.standing and self.standing.is_current else None
        return said.share if said else Fraction(1 if self.readings or self.fault else 0)

    @property
    def is_enough(self) -> bool:
        return self.share <= GOAL

    @property
    def needed(self) -> int:
        """How many readings have to be looked at, all of them right, for a bound within the goal."""
        return size_for(self.readings)

    @property
    def order(self) -> tuple[object, ...]:
        """Schools to sample more go first: by the money, then the points, that may hang on wrong readings."""
        return (not self.fault, -self.share * self.money, -self.share * self.points, self.title)

    @property
    def told(self) -> str:
        """Chinese."""
        if self.fault:
            return f"{self.title}：{self.fault}"
        if not self.readings:
            return f"{self.title}：没有得分所依据的识别内容，不用抽查。"
        said = self.standing.told if self.standing else "还没有抽查。"
        more = "" if self.is_enough else f"要说读错不超过5%，需抽查 {self.needed} 处（都读对时）。"
        return f"{self.title}：{said}识别内容关系总分 {_number(self.points)} 分、奖补 {self.money} 元。{more}"


def schools_assured(folders: Iterable[Path]) -> tuple[SchoolAssured, ...]:
    """Of output folders of a check, those to sample more first."""
    return tuple(sorted(map(_of, folders), key=lambda each: each.order))


def _of(folder: Path) -> SchoolAssured:
    plain = SchoolAssured(folder.name, mask_text(folder.name))
    try:
        result, seen = read_judged(folder)
    except UsageError as fault:
        return replace(plain, fault=mask_text(str(fault)))
    readings = readings_of(result)
    own = replace(
        plain,
        title=_title(result.school.name, mask_text(folder.name)),
        readings=len(readings),
        points=sum((each.stake for each in readings), Fraction(0)),
        money=max(result.award_yuan.proposed, *result.award_yuan.possible),
    )
    try:
        return replace(own, standing=standing(folder, result, seen.result))
    except UnreadableSample as fault:
        return replace(own, fault=f"{fault}，请重新抽样")


def _title(school: str | None, folder: str) -> str:
    """Two bundles of one school are told apart by their folders."""
    return folder if school is None else school if school == folder else f"{mask_text(school)}（{folder}）"


def size_for(readings: int) -> int:
    """The size of a sample of so many readings that states a bound within the goal where all of it is right."""
    low, high = 0, readings
    while low < high:  # the bound falls as more are looked at
        middle = (low + high) // 2
        surely = middle // 2
        if most_wrong(readings - surely, middle - surely, 0) <= GOAL * readings:
            high = middle
        else:
            low = middle + 1
    return low


def _number(points: Fraction) -> str:
    return f"{float(points):.2f}".rstrip("0").rstrip(".")
