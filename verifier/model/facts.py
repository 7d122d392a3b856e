"""What a document says: the facts, one type a kind."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from string import ascii_uppercase
from typing import Generic, Literal, NamedTuple, TypeGuard, TypeVar, get_args, get_origin, get_type_hints

from verifier.model.papers import Document, Outcome, Place, Signature, column_letters


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day, a range of days, a month or a year; `start` and `end` are inclusive.

    A date without a year has `start` and `end` None and `month`, `day` set.
    """

    start: date | None
    end: date | None
    precision: Literal["day", "month", "year", "school-year"] = "day"
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    number: Fraction
    unit: str
    """㎡, 人, 座, 份, 家, 场, 个, 条, %, …; a percentage is a fraction of 1 (80.5 % is 161/200)"""


@dataclass(frozen=True, slots=True)
class Person:
    name: str = ""
    """spaces taken out"""
    resident_id: str = ""
    """18 characters, upper-case X; may be masked with *"""
    id_state: Literal["", "valid", "invalid", "masked", "destroyed"] = ""
    """`destroyed`: scientific notation has lost the tail"""
    student_number: str = ""
    candidate_number: str = ""
    major: str = ""
    level: Literal["", "undergraduate", "college", "postgraduate"] = ""
    read: bool = False
    """out of a picture, where one character may be misread"""


@dataclass(frozen=True, slots=True)
class Employer:
    name: str
    credit_code: str = ""
    address: str = ""
    place_code: str = ""
    locality: Literal["local", "outside", "unknown"] = "unknown"
    reason: str = ""
    """what decided it, in Chinese: 单位所在地代码 371082"""


@dataclass(frozen=True, slots=True)
class Seal:
    shape: Literal["round", "oval", "unseen"]
    """`unseen`: an electronic one that no page shows as a red seal"""
    text: str = ""
    """its writing; '' where it can't be read for sure"""
    signature: Signature | None = None
    """what an electronic one says of itself"""
    issuer: str = ""
    """the body named beside it at the foot of the paper; '' where none was read"""
    issued: DateSpan | None = None
    """the day beside it"""
    named: Outcome = "unknown"
    """whether its own name, as it is written and as an electronic one says it, is the issuer's"""


@dataclass(frozen=True, slots=True)
class Post:
    """One post of an account or a site, as a screen or a list shows it."""

    title: str
    channel: Literal["wechat", "website"]
    account: str = ""
    """name of the account or site; '' when the screen does not show it"""
    day: DateSpan | None = None
    body: str = ""
    view: Literal["article", "list", "typed-list"] = "article"
    state: Literal["published", "draft", "deleted"] = "published"
    repost_of: str = ""
    channel_in_doubt: bool = False
    """the screen may as well be of the other channel"""


@dataclass(frozen=True, slots=True)
class Internship:
    """One person of one internship certificate."""

    person: Person
    school: str
    """as written; '' when the paper names none"""
    employer: Employer
    period: DateSpan | None
    issued: DateSpan | None
    role: str = ""
    """学生, 毕业生, 2023级 … as written"""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One employment agreement of a paper, or a paper that says of one that it holds no more."""

    person: Person
    employer: Employer
    day: DateSpan | None = None
    """of signing; of one that holds no more the last day that the paper bears"""
    ended: str = ""
    """the words that say that it holds no more; '' when nothing does"""


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that a text names: a fair, a consultation, a contest."""

    kind: str
    """an id of `Words.events`"""
    name: str
    day: DateSpan | None = None
    organiser: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    field: str
    """an id of `Words.columns`"""
    header: str
    """as it stands; of a value that holds for all rows the title or heading that says it"""
    index: int
    """-1: no column of its own"""
    confidence: float


@dataclass(frozen=True, slots=True)
class RosterRow:
    person: Person
    values: Mapping[str, str]
    """field → normalised text, for every recognised column"""
    place: Place
    problem: str = ""
    """why the row can't be used, in Chinese; '' when it can"""
    stated: tuple[tuple[str, str], ...] = ()
    """field and text as it stands, where the value says something else: 45444 for 2024-06-01, an ID of 15 digits"""


@dataclass(frozen=True, slots=True)
class Roster:
    """A table with a header whose columns were recognised."""

    place: Place
    title: str
    """merged titles over the header, sheet name, paragraph before; joined by a space"""
    columns: tuple[Column, ...]
    rows: tuple[RosterRow, ...]
    left_out: tuple[tuple[Place, str], ...] = ()
    """every filled row that is none of `rows`: titles, header, 合计, signatures; with the reason in Chinese"""
    unknown_headers: tuple[str, ...] = ()

    def place_in(self, row: RosterRow, field: str) -> Place:
        """Where a column of a row stands; the row's own place where that is no cell of a sheet."""
        index = next((column.index for column in self.columns if column.field == field), -1)
        sheet, _, at = (row.place.cell or "").rpartition("!")
        if index < 0 or not at:
            return row.place
        return replace(row.place, cell=f"{sheet}!{column_letters(index)}{at.lstrip(ascii_uppercase)}")

    def has(self, *fields: str) -> bool:
        known = {column.field for column in self.columns}
        return all(name in known for name in fields)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier output folder says of its year."""

    school: str | None
    year: int | None
    measures: Mapping[str, tuple[Fraction | None, ...]]
    """low, proposed and high of each"""
    rates: Mapping[str, tuple[Fraction, Fraction]]
    """numerator and denominator of each"""


class SelfScore(NamedTuple):
    """What a school's own scoring form gives for one content of a cell."""

    content: str
    points: Fraction


V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Kind(Generic[V]):
    """A kind of fact. It binds the type of the value, so it is invariant: a date fact can't be built of a text."""

    name: str

    def __str__(self) -> str:
        return self.name

    def is_of(self, fact: Fact[object]) -> TypeGuard[Fact[V]]:
        return fact.kind.name == self.name

    def among(self, facts: Iterable[Fact[object]]) -> tuple[Fact[V], ...]:
        return tuple(fact for fact in facts if self.is_of(fact))


@dataclass(frozen=True, slots=True)
class Fact(Generic[V_co]):
    """An observation. No later stage edits it."""

    kind: Kind[V_co]
    value: V_co
    quote: str
    """what stands on the paper"""
    place: Place
    confidence: float = 1.0
    extractor: str = ""
    role: str = ""
    """of a date: event, issued, published, taken, printed; of a school: subject, issuer, account, mention"""
    label: str = ""
    """of a quantity or date: the words in the same sentence or table row that say what it measures"""


TITLE: Kind[str] = Kind("title")
HEADING: Kind[str] = Kind("heading")
ROSTER: Kind[Roster] = Kind("roster")
TABLE_LEFT_OUT: Kind[Quantity] = Kind("table-left-out")
"""how many filled rows a table has that is no roster; the label says why it is none"""
DOCUMENT_TYPE: Kind[str] = Kind("document-type")
"""an id of `Words.document_types`"""
SCHOOL: Kind[str] = Kind("school")
PICTURE: Kind[str] = Kind("picture")
"""what a picture file is: screenshot, perhaps-screenshot, photo, collage, scan, design; the quote says why"""
SCREEN: Kind[str] = Kind("screen")
"""what a screen shows: wechat-article, website-list, chat, …; `screen` where that can't be told"""
OTHER_SCREEN = "screen"
CUT_OUT = "cut-out"
"""role of a picture that looks drawn or scanned and may be the part of a screen that shows no bar and no button"""
IN_ALBUM = "in-album"
"""role of a photo in the album of a phone: it shows what happened, but a poster in it may be a file that was kept"""
NO_SCENE = "no-scene"
"""role of a page of text or a slide that looks like a screen: it shows no happening, and may be a screen after all"""
POST: Kind[Post] = Kind("post")
DATE: Kind[DateSpan] = Kind("date")
AREA: Kind[Quantity] = Kind("area")
COUNT: Kind[Quantity] = Kind("count")
PERCENT: Kind[Quantity] = Kind("percent")
SEAL: Kind[Seal] = Kind("seal")
STAFF: Kind[str] = Kind("staff")
"""the name of one of the station's people"""
LIAISON: Kind[str] = Kind("liaison")
FORM_SCHOOL: Kind[str] = Kind("form-school")
FORM_YEAR: Kind[int] = Kind("form-year")
SELF_SCORE: Kind[SelfScore] = Kind("self-score")
INTERNSHIP: Kind[Internship] = Kind("internship")
AGREEMENT: Kind[Agreement] = Kind("agreement")
EVENT: Kind[Event] = Kind("event")
EARLIER: Kind[Earlier] = Kind("earlier")
TEXT: Kind[str] = Kind("text")
"""words that stand as evidence by themselves; made while counting"""
STATEMENT: Kind[str] = Kind("statement")
"""a sentence that states a rate; made while counting"""


def kinds_of_facts() -> Iterator[tuple[Kind[object], object]]:
    """Every kind, and the type of its values, as it is declared here."""
    for name, hint in get_type_hints(sys.modules[__name__]).items():
        if get_origin(hint) is Kind:
            yield globals()[name], get_args(hint)[0]


@dataclass(frozen=True, slots=True)
class Observed:
    """One document and all that was seen in it, or was so far."""

    document: Document
    facts: tuple[Fact[object], ...] = ()
    unveiled: Observed | None = None
    """the same with the text that nobody sees; None where there is none"""

    @property
    def path(self) -> str:
        return self.document.file.path

    def of(self, kind: Kind[V]) -> tuple[Fact[V], ...]:
        return kind.among(self.facts)

    @property
    def types(self) -> tuple[str, ...]:
        """Document types, surest first."""
        return tuple(fact.value for fact in self.document_types)

    @property
    def titles(self) -> tuple[Fact[str], ...]:
        return self.of(TITLE)

    @property
    def rosters(self) -> tuple[Fact[Roster], ...]:
        return self.of(ROSTER)

    @property
    def document_types(self) -> tuple[Fact[str], ...]:
        return self.of(DOCUMENT_TYPE)

    @property
    def schools(self) -> tuple[Fact[str], ...]:
        return self.of(SCHOOL)

    @property
    def screens(self) -> tuple[Fact[str], ...]:
        return self.of(SCREEN)

    @property
    def known_screens(self) -> tuple[Fact[str], ...]:
        """The screens whose kind is told; another view may show a paper."""
        return tuple(fact for fact in self.screens if fact.value != OTHER_SCREEN)

    @property
    def pictures(self) -> tuple[Fact[str], ...]:
        return self.of(PICTURE)

    @property
    def posts(self) -> tuple[Fact[Post], ...]:
        return self.of(POST)

    @property
    def dates(self) -> tuple[Fact[DateSpan], ...]:
        return self.of(DATE)

    @property
    def counts(self) -> tuple[Fact[Quantity], ...]:
        return self.of(COUNT)

    @property
    def percents(self) -> tuple[Fact[Quantity], ...]:
        return self.of(PERCENT)

    @property
    def seals(self) -> tuple[Fact[Seal], ...]:
        """Those that are seen on a page: red ones."""
        return tuple(fact for fact in self.of(SEAL) if fact.value.shape != "unseen")

    @property
    def internships(self) -> tuple[Fact[Internship], ...]:
        return self.of(INTERNSHIP)

    @property
    def events(self) -> tuple[Fact[Event], ...]:
        return self.of(EVENT)
