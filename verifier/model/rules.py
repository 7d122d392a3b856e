"""The policy as data: what `rules` loads from YAML and every later stage reads.

Points, shares and thresholds are `Fraction`s. The YAML keys are the names of the fields, and each has to be written;
a tier and a standard say which of their forms they have by the key that they bear (`rules/conditions.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Annotated, Generic, Literal, TypeAlias, TypeGuard

from typing_extensions import TypeVar

from verifier.model.blank import Blank
from verifier.model.form import Form
from verifier.model.lists import MAY_BE_EMPTY, DocumentTypeName, FlagCode, IndicatorId, MaybeText
from verifier.model.papers import Severity
from verifier.model.takings import PhotoTaking, PublicFairTaking, Taking
from verifier.model.words import Words

Operator = Literal[">=", ">", "<=", "<", "=="]


@dataclass(frozen=True, slots=True)
class Condition:
    """`posts > 15`, `registered_share >= 80%`."""

    measure: str
    operator: Operator
    value: Fraction


@dataclass(frozen=True, slots=True)
class Slope:
    """Points that grow with a measure: `points` for each `per` of it beyond `start`, whole steps only or pro rata.

    With negative `points` they fall, down to none, and what is unknown earns nothing.
    """

    measure: str
    per: Fraction
    points: Fraction
    whole: bool
    at_most: Fraction
    """of the tier's points and the slope's together"""
    start: Fraction = Fraction(0)
    """the measure at which the tier's own points are earned"""

    @property
    def falls(self) -> bool:
        return self.points < 0


@dataclass(frozen=True, slots=True)
class Tier:
    """Points for a state of the measures. All of `all` hold, and one of `any` when there are any."""

    points: Fraction
    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    slope: Slope | None = None

    def worth(self, value: Fraction | None) -> Fraction:
        """Its points where the slope's measure has a value; what is unknown adds nothing to those of the tier."""
        if self.slope is None:
            return self.points
        steps = Fraction(0) if value is None else (value - self.slope.start) / self.slope.per
        if self.slope.whole:
            steps = Fraction(steps.numerator // steps.denominator)
        return max(Fraction(0), min(self.points + steps * self.slope.points, self.slope.at_most))

    @property
    def least(self) -> Condition | None:
        """What the tier itself asks of the slope's measure at the least."""
        bounds = [each for each in self.all if self.slope and each.measure == self.slope.measure]
        return next((each for each in bounds if each.operator in (">=", ">")), None)


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """One way to read the clause. Tiers are tried from the first; none that fits gives no points."""

    id: str
    text: str
    """a Chinese sentence that says how the clause is read, and why"""
    widens: bool
    """whether low and high span it; the first reading is the default, and does"""
    tiers: tuple[Tier, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    cite: str
    """where it stands: 附件2 三、政策宣传／自媒体／微信推送"""
    text: str
    """the official wording: what is asked and what it earns"""
    requirement: MaybeText
    """the official wording of 评估要求及提报材料"""


@dataclass(frozen=True, slots=True)
class AlwaysFlag:
    """Raised wherever the cell has evidence: no file can settle it."""

    code: FlagCode
    severity: Severity
    """which may be lower than the code's own; the message says why"""
    message: str


T_co = TypeVar("T_co", bound=Taking, default=Taking, covariant=True)


@dataclass(frozen=True, slots=True)
class Indicator(Generic[T_co]):
    """A cell of the form. `Indicator[StaffTaking]` is one that counts in that way, plain `Indicator` one of any."""

    id: str
    name: str
    area: str
    """评估指标 of the form, under which a folder may hold the papers of several cells"""
    max: Fraction
    short: Annotated[Literal["below-threshold", "partial-evidence", ""], MAY_BE_EMPTY]
    """the flag for a counted value that misses the next tier; '' for none"""
    short_at_zero: bool
    """whether it is raised too where nothing counts, beside the flags that say why"""
    bureau: bool
    """the bureau's own systems decide it: nothing submitted is no gap"""
    always_flag: Annotated[tuple[AlwaysFlag, ...], MAY_BE_EMPTY]
    clause: Clause
    names: tuple[str, ...]
    """words by which a folder or file name says that it is filed for this cell"""
    takes: T_co
    readings: tuple[ReadingRule, ...]


def asks_photo(cell: Indicator) -> TypeGuard[Indicator[PhotoTaking]]:
    """Whether a cell asks for a photo of its own."""
    return isinstance(cell.takes, PhotoTaking) and cell.takes.own_photo


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    name: str
    weight: Fraction
    indicators: tuple[Indicator, ...]
    bonus: Fraction | None = None
    """of points that come on top of the full ones: the most that the group adds, whatever its cells come to"""


@dataclass(frozen=True, slots=True)
class Grade:
    """From `least` to `most` points of the total, both included."""

    name: str
    least: Fraction
    most: Fraction
    cite: str


@dataclass(frozen=True, slots=True)
class Award:
    """From `least` to `most` points of the total, both included."""

    yuan: int
    least: Fraction
    most: Fraction
    cite: str


Band: TypeAlias = Grade | Award


@dataclass(frozen=True, slots=True)
class Standard:
    """One of the standards on which a station is set up; the counted evidence of a cell tells whether it is met."""

    id: str
    cite: str
    text: str
    indicator: IndicatorId
    all: tuple[Condition, ...] = ()
    part: str = ""
    """id of one of the cell's parts, instead of conditions"""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rule set says of the period and of the doubts, besides the cells."""

    period_from: str
    """month and day, MM-DD, of the assessed year, or of the year before with a leading `-1:`"""
    period_to: str
    sure: Fraction
    """a text below this confidence is in doubt"""
    conflict_days: int
    same_name: int
    """0…100: from this likeness on two event names are one"""
    repeat_days: int
    """a post of the same title within these days is the same"""
    near_bits: int
    """pictures whose 64-bit hashes differ by at most so many bits are the same"""
    seal_alike: int
    """0…100: a seal whose writing is less like the issuer's name is another body's"""
    edited_days: int
    """a picture that was written so many days after it was taken may have been edited"""


@dataclass(frozen=True, slots=True)
class MeasureName:
    """What a measure is called in messages."""

    name: str
    unit: MaybeText
    """with % the measure is shown as a percentage"""


@dataclass(frozen=True, slots=True)
class Submission:
    """What has to come beside the evidence."""

    cite: MaybeText
    papers: Annotated[tuple[DocumentTypeName, ...], MAY_BE_EMPTY]


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """`ruleset.yaml`: what a rule set says besides its cells and words."""

    format: int
    id: str
    title: str
    issued_by: str
    region: str
    valid_from: date
    valid_to: date
    assessment: Assessment
    grades: tuple[Grade, ...]
    awards: tuple[Award, ...]
    submission: Submission
    standards_cite: MaybeText
    """the part of the policy in which the standards stand"""
    standards: Annotated[tuple[Standard, ...], MAY_BE_EMPTY]
    measures: Mapping[str, MeasureName]
    full: Fraction = field(default=Fraction(100), kw_only=True)
    """the most points of the total, without a bonus"""
    words_of: Annotated[str, MAY_BE_EMPTY] = field(default="", kw_only=True)
    """the rule set whose words are used where its own `words/` has none; '' for none"""
    demonstration: bool = field(default=False, kw_only=True)
    """whether it shows only how another policy is written as rules: no bundle is scored by it unasked"""
    countersign: bool = field(default=False, kw_only=True)
    """whether forms are exported only under the signature of a second person, who decided nothing"""


@dataclass(frozen=True, slots=True, eq=False)
class RuleSet(Head):
    """All files of a rule set."""

    groups: tuple[Group, ...]
    words: Words
    form: Form | None
    """the official forms, for the outputs"""
    blank: Blank | None
    """the empty bundle, for `verifier new`"""
    sha256: str
    borrowed: frozenset[str] = frozenset()
    """keys of the words that are another rule set's"""

    @property
    def most(self) -> Fraction:
        """The most points that a total can come to."""
        return self.full + sum((group.bonus for group in self.groups if group.bonus is not None), Fraction(0))

    @property
    def is_direct(self) -> bool:
        """Whether the points of the groups count as they stand; else groups of 100 points each are weighed."""
        weights = [group.weight for group in self.groups if group.bonus is None]
        return all(weight == 1 for weight in weights) and (len(weights) > 1 or self.full != 100)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for group in self.groups for indicator in group.indicators)

    @property
    def organisers(self) -> tuple[str, ...]:
        """Words of which one stands in the name of a public agency, of all cells."""
        own = [cell.takes.organisers for cell in self.indicators if isinstance(cell.takes, PublicFairTaking)]
        return tuple(word for words in own for word in words)

    def group_of(self, indicator: str) -> Group:
        """The group in which a cell stands."""
        return next(group for group in self.groups if any(cell.id == indicator for cell in group.indicators))
