"""What is judged: evidence for cells, what was counted, points, flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from verifier.model.facts import Column, Fact, Observed, Person
from verifier.model.papers import Flag, Place, SourceFile, Support
from verifier.model.rules import Standard

Standing = Literal["firm", "counted", "open", "out"]
"""firm: in low, proposed and high · counted: not in low · open: in high only · out: nowhere"""

STANDINGS: tuple[Standing, ...] = ("firm", "counted", "open", "out")


def weaker(a: Standing, b: Standing) -> Standing:
    """The one of two standings that counts for less."""
    return max(a, b, key=STANDINGS.index)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One paper, or one thing on it (a post, an event, a person), for one cell."""

    indicator: str
    file: str
    facts: tuple[Fact[object], ...]
    """what is shown for it; the first is the one it rests on"""
    support: Support
    why: str
    """a Chinese sentence: the words found, and the rule's name for them"""
    standing: Standing = "firm"
    key: str = ""
    """what is counted once: evidence of one key is one event, post, person or part"""
    value: Fraction | None = None
    joint: str = ""
    """what it is counted once with in low and proposed, where that is more than its key: fairs of one date"""
    rank: int = 0
    """where papers state one thing differently the lowest decides"""
    measures: tuple[str, ...] = ()
    """further measures that it counts for, beside the cell's first"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A counted fact as low, proposed and high see it; None is unknown."""

    name: str
    low: Fraction | None
    proposed: Fraction | None
    high: Fraction | None
    shown: bool = True
    """stands in the cell's `facts`"""


RatePart = Literal["both", "numerator", "denominator", "out"]
"""above the line and below it · above it alone · below it alone · nowhere"""


@dataclass(frozen=True, slots=True)
class RateRow:
    """One row of a table of people, or one person of a certificate, and what became of it in a rate."""

    place: Place
    person: Person
    part: RatePart
    why: str
    """Chinese: what put it there; what stands before ： is common to all rows of the kind"""


@dataclass(frozen=True, slots=True)
class Rate:
    """A count of people against a total as `proposed` sees it, with every row behind it: what a person recounts.

    The rows that stand in the numerator are as many as the numerator; so are those of the denominator where tables
    tell it (`base` says when a paper states it instead). The further rows of a person are out.
    """

    id: str
    """an id of `RuleSet.facts`: retention, answered_share, …"""
    numerator: Fraction | None
    denominator: Fraction | None
    rows: tuple[RateRow, ...] = ()
    """every row of every table that the rate was counted from, in their order"""
    measure: str = ""
    """the measure that the tiers ask about; '' where none does"""
    step: Fraction | None = None
    """by how much one person more in the numerator moves that measure; None when that is unknown"""
    base: str = ""
    """Chinese: what the denominator was taken from"""
    candidates: tuple[tuple[str, Fraction], ...] = ()
    """every total that the papers count or state, the one that decides first: what it was taken from and the number"""
    is_share: bool = True
    """False: the tiers ask about the number itself, and the total stands beside it"""

    @property
    def value(self) -> Fraction | None:
        """The share, or the number; None when it is unknown."""
        if not self.is_share:
            return self.numerator
        return self.numerator / self.denominator if self.numerator is not None and self.denominator else None


@dataclass(frozen=True, slots=True)
class Step:
    """The nearest better points, and what is missing to them."""

    points: Fraction
    value: Fraction
    """of the rate"""
    people: int
    """how many more in the numerator"""
    alone: bool
    """False where other conditions must be met besides"""
    reached: Fraction
    """the rate with so many more: the last of them may bring it past `value`"""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What would bring a cell better points."""

    points: Fraction
    """of the cell under the usual reading, once it is done"""
    text: str
    """Chinese: what to add or to supply"""
    more: Mapping[str, Fraction] = field(default_factory=dict)
    """measure → how many more of what it counts; of a rate how many people"""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where a rate stands among the tiers of its cell."""

    rate: Rate
    marks: tuple[tuple[Fraction, Fraction], ...] = ()
    """value of the rate and points from there on, ascending"""
    next: Step | None = None


@dataclass(frozen=True, slots=True)
class RosterSummary:
    """A table of people of the bundle, what it was taken for, and what became of its rows."""

    place: Place
    title: str
    taken_for: str
    """Chinese: 2024届毕业生名册（就业去向）"""
    told_by: str
    """Chinese: what told it"""
    columns: tuple[Column, ...]
    unknown_headers: tuple[str, ...]
    rows: int
    """rows of people"""
    left_out: tuple[tuple[str, int], ...]
    """reason and how many rows"""
    joined: str = ""
    """Chinese: how it goes with the other tables of its kind"""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one cell's counting found."""

    evidence: tuple[Evidence, ...] = ()
    measures: tuple[Measure, ...] = ()
    flags: tuple[Flag, ...] = ()
    open_to_max: bool = False
    """an open question could bring the cell to its maximum"""
    settled: bool = True
    """False: the flags say already why a tier was missed"""
    by_bureau: bool = False
    """counted from the data of the bureau itself, so that nobody has to look it up there"""
    rates: tuple[Rate, ...] = ()
    unveiled: Tally | None = None
    """what would be found if the text that nobody sees were seen, where that is something else: for high alone"""


@dataclass(frozen=True, slots=True)
class OtherBundle:
    """What is kept of another bundle to find its pictures and certificates again."""

    name: str
    school: str | None
    year: int | None
    shown: tuple[Observed, ...]
    of_this_run: bool = False
    """submitted beside the one that is judged"""
    of_last_year: bool = False
    """given as the same school's of the year before"""


@dataclass(frozen=True, slots=True)
class Reuse:
    """A picture or certificate that another bundle shows too."""

    code: str
    school: str
    """whose bundle it is, else the bundle's name"""
    year: int | None
    path: str


@dataclass(frozen=True, slots=True, eq=False)
class Papers:
    """The observed bundle with what all cells share. Equal only to itself, so that what is derived can be kept."""

    observed: tuple[Observed, ...]
    files: tuple[SourceFile, ...]
    school: str | None
    year: int | None
    period: tuple[date, date] | None
    last_year: tuple[Observed, ...] = ()
    """papers of `--last-year`"""
    bureau_data: tuple[Observed, ...] = ()
    """papers of `--bureau-data`, of all schools"""
    twins: Mapping[str, str] = field(default_factory=dict)
    """path → path of the first file with the same bytes"""
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """path → cells that its folder or file name speaks of"""
    reused: Mapping[str, tuple[Reuse, ...]] = field(default_factory=dict)
    """path → other bundles that show the same picture or certificate"""


CorrectionState = Literal["applied", "changed", "gone", "unknown"]
"""changed: the page reads otherwise now · gone: no file shows that picture · unknown: its text is not known here"""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of a correction of a line that was misread."""

    decision: str
    """its `line`"""
    state: CorrectionState
    place: Place | None
    paper: str
    """path of the paper that speaks for cells; '' where none is known"""
    read_as: str = ""
    """what was read, where it is applied"""


@dataclass(frozen=True, slots=True)
class Reading:
    id: str
    text: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class Spread:
    """Points of a cell, a group or a bundle."""

    low: Fraction
    proposed: Fraction
    high: Fraction

    def __add__(self, other: Spread) -> Spread:
        return Spread(self.low + other.low, self.proposed + other.proposed, self.high + other.high)

    def __mul__(self, weight: Fraction) -> Spread:
        return Spread(self.low * weight, self.proposed * weight, self.high * weight)

    def at_most(self, most: Fraction) -> Spread:
        return Spread(min(self.low, most), min(self.proposed, most), min(self.high, most))


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    indicator: str
    low: Fraction
    proposed: Fraction
    high: Fraction
    status: Literal["ready", "gap", "review"]
    readings: tuple[Reading, ...]
    facts: Mapping[str, Fraction]
    evidence: tuple[Evidence, ...]
    flags: tuple[Flag, ...]
    self_score: Fraction | None = None
    outlooks: tuple[Outlook, ...] = ()
    next: NextStep | None = None

    @property
    def spread(self) -> Spread:
        return Spread(self.low, self.proposed, self.high)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade or an award: the one proposed and all that some total from low to high leads to."""

    proposed: str | int
    possible: tuple[str | int, ...]


StandardState = Literal["met", "unmet", "review", "missing"]
"""held · not held · a person has to look · nothing was submitted"""


@dataclass(frozen=True, slots=True)
class StandardResult:
    standard: Standard
    state: StandardState
    told: str
    """Chinese: what was found"""


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    results: tuple[IndicatorResult, ...]
    groups: Mapping[str, Spread]
    """0…100 each, by the group's id"""
    total: Spread
    """0…100, unrounded"""
    grade: Verdict
    award_yuan: Verdict
    flags: tuple[Flag, ...]
    """those that no cell is concerned with"""
