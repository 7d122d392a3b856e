"""The policy as data: what `rules` loads from YAML and every later stage reads.

Points, shares and thresholds are `Fraction`s. The YAML keys are the names of the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from .blank import Blank
from .form import Form
from .lists import STRICT
from .words import Words

Operator = Literal[">=", ">", "<=", "<", "=="]


@dataclass(frozen=True, slots=True)
class Condition:
    """`posts > 15`, `registered_share >= 80%`."""

    __pydantic_config__ = STRICT

    fact: str
    operator: Operator
    value: Fraction


@dataclass(frozen=True, slots=True)
class Slope:
    """Points that grow with a fact: `points` for each `per` of it, whole steps only or pro rata."""

    __pydantic_config__ = STRICT

    fact: str
    per: Fraction
    points: Fraction
    whole: bool
    at_most: Fraction
    """of the tier's points and the slope's together"""


@dataclass(frozen=True, slots=True)
class Tier:
    """Points for a state of the facts. All of `all` hold, and one of `any` when there are any."""

    __pydantic_config__ = STRICT

    points: Fraction
    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    slope: Slope | None = None


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """One way to read the clause. Tiers are tried from the first; none that fits gives no points."""

    __pydantic_config__ = STRICT

    id: str
    text: str
    """a Chinese sentence that says how the clause is read, and why"""
    tiers: tuple[Tier, ...]
    widens: bool = True
    """whether low and high span it; the first reading is the default"""


@dataclass(frozen=True, slots=True)
class Clause:
    __pydantic_config__ = STRICT

    cite: str
    """where it stands: 附件2 三、政策宣传／自媒体／微信推送"""
    text: str
    """the official wording: what is asked and what it earns"""
    requirement: str = ""
    """the official wording of 评估要求及提报材料"""


@dataclass(frozen=True, slots=True)
class StandingFlag:
    """Raised wherever the cell has evidence: no file can settle it."""

    __pydantic_config__ = STRICT

    code: str
    severity: Literal["gap", "review", "note"]
    message: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of several papers that a cell asks for together."""

    __pydantic_config__ = STRICT

    id: str
    name: str
    """Chinese"""
    titles: tuple[str, ...]
    """regular expressions for a title"""
    without: tuple[str, ...] = ()
    """regular expressions taken out of the title first"""


@dataclass(frozen=True, slots=True)
class Taking:
    """How a cell finds and counts its evidence: `kind` names the function in `counting`, the rest is what it asks."""

    __pydantic_config__ = STRICT

    kind: str
    fact: str = ""
    """the name under which the count stands in `facts`"""
    documents: tuple[str, ...] = ()
    """document types that speak for the cell; for ranked kinds the best first"""
    words: tuple[tuple[str, ...], ...] = ()
    """groups of words; a line, row or title has one of each"""
    against: tuple[str, ...] = ()
    """words that say that a paper is of something else"""
    units: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    """words that say what a quantity measures"""
    not_measured: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    """event kinds, of `Words.events`"""
    open_events: tuple[str, ...] = ()
    """event kinds that count in `high` only"""
    organisers: tuple[str, ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()
    """of a roster: groups of fields; one of each group must be there"""
    distinct: Literal["event", "paper"] = "paper"
    dated: bool = False
    """must lie in the period"""
    own_photo: bool = False
    """asks for a photo of its own: a picture serves one such cell"""
    printed_dates: bool = True
    """a date printed in the picture dates it; False on posters, where camera, watermark and caption win"""
    parts: tuple[Part, ...] = ()
    minimum: Fraction | None = None
    """a share or a count that the kind asks for besides the tiers (rows that may be unusable)"""
    channel: Literal["", "wechat", "website"] = ""
    note: str = ""
    """a Chinese sentence raised as a note with `judgement-required` where the kind says so"""


@dataclass(frozen=True, slots=True)
class Indicator:
    __pydantic_config__ = STRICT

    id: str
    name: str
    max: Fraction
    clause: Clause
    takes: Taking
    readings: tuple[ReadingRule, ...]
    names: tuple[str, ...]
    """words by which a folder or file name says that it is filed for this cell"""
    area: str = ""
    """评估指标 of the form, under which a folder may hold the papers of several cells"""
    short: Literal["below-threshold", "partial-evidence", ""] = "below-threshold"
    """the flag for a counted value that misses the next tier"""
    short_at_zero: bool = False
    """whether it is raised too where nothing counts, beside the flags that say why"""
    bureau: bool = False
    """the bureau's own systems decide it: nothing submitted is no gap"""
    standing: tuple[StandingFlag, ...] = ()
    group: str = ""
    """filled by the loader"""


@dataclass(frozen=True, slots=True)
class Group:
    __pydantic_config__ = STRICT

    id: str
    name: str
    weight: Fraction
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A grade or an award from `least` to `most` points of the total, both included."""

    __pydantic_config__ = STRICT

    least: Fraction
    most: Fraction
    name: str = ""
    yuan: int = 0
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Standard:
    """One of the standards on which a station is set up; the counted evidence of a cell tells whether it is met."""

    __pydantic_config__ = STRICT

    id: str
    cite: str
    text: str
    indicator: str
    all: tuple[Condition, ...] = ()
    part: str = ""
    """id of one of the cell's parts, instead of conditions"""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rule set says of the period and of the doubts, besides the cells."""

    __pydantic_config__ = STRICT

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
class FactName:
    """What a counted fact is called in messages."""

    __pydantic_config__ = STRICT

    name: str
    unit: str = ""
    """with % the fact is shown as a percentage"""


@dataclass(frozen=True, slots=True, eq=False)
class RuleSet:
    __pydantic_config__ = STRICT

    id: str
    title: str
    issued_by: str
    valid_from: date
    valid_to: date
    region: str
    groups: tuple[Group, ...]
    grades: tuple[Band, ...]
    awards: tuple[Band, ...]
    assessment: Assessment
    words: Words
    facts: Mapping[str, FactName] = field(default_factory=dict)
    standards: tuple[Standard, ...] = ()
    form: Form | None = None
    """the official forms, for the outputs"""
    blank: Blank | None = None
    """the empty bundle, for `verifier new`"""
    sha256: str = ""

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for group in self.groups for indicator in group.indicators)
