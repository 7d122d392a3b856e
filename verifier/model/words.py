"""What a rule set says about language, so that none of it stands in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from verifier.model.judging_words import JudgingWords
from verifier.model.lists import (
    MAY_BE_EMPTY,
    EventKindId,
    Expressions,
    FieldId,
    MaybeExpressions,
    MaybeWordList,
    WordList,
)
from verifier.model.photo_words import PhotoWords
from verifier.model.picture_words import PictureWords
from verifier.model.screen_words import ScreenWords
from verifier.model.word_lists import (
    EventNameWords,
    OrganiserWords,
    PeopleWords,
    TableWords,
    TextWords,
)

Level = Literal["undergraduate", "college", "postgraduate"]
DateRole = Literal["published", "issued", "taken", "event", "printed"]


@dataclass(frozen=True, slots=True)
class School:
    name: str
    aliases: MaybeWordList
    parents: MaybeWordList
    """bare names of the parent school, which are neither match nor mismatch"""
    levels: tuple[Level, ...]

    @property
    def names(self) -> WordList:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Places:
    code_prefix: str
    """first digits of the region codes that are local"""
    province: str
    """in which the region lies; by itself it says nothing"""
    names: WordList
    """names that alone tell that a place is local"""
    dependent: WordList
    """zone names that count only after one of `anchors` or in a place column"""
    anchors: WordList
    streets: WordList
    """names that contain a local name and are elsewhere: 威海路"""
    compounds: WordList
    """words that begin with the last character of a local name, which is no place then: 海洋 in 华威海洋"""
    outside: WordList
    """other provinces and prefecture-level cities: a name or address that begins with one is outside"""
    outside_dependent: WordList
    """names elsewhere that count only when a place column holds nothing else: 中山"""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """How a kind of paper is recognised by its content: all that is not empty has to fit."""

    id: str
    name: str
    """Chinese"""
    title: MaybeExpressions
    """one in a title line settles it"""
    not_title: MaybeExpressions
    """what the first titles must not have"""
    words: Annotated[tuple[WordList, ...], MAY_BE_EMPTY]
    """groups; one of each must stand in the text"""
    not_words: MaybeWordList
    """must not stand in the text; looked for where `words` are"""
    columns: Annotated[tuple[tuple[FieldId, ...], ...], MAY_BE_EMPTY]
    """for tables: groups of fields; one of each must be there"""
    most_rows: int | None
    """filled rows that each of its tables has at most: a title and a header make a blank form"""


@dataclass(frozen=True, slots=True)
class EventKind:
    """How a text names a happening of one kind."""

    heads: Expressions
    """heads of the name, on text without blanks (NFKC); where two overlap the longer one counts"""
    misread: MaybeWordList
    """known for a head on a sign with one character, neither the first nor the last, lost or misread"""
    tails: MaybeExpressions
    """what may follow the head and belongs to the name"""
    unless: MaybeWordList
    """words that say that the text is of another matter"""
    not_after: MaybeWordList
    """what may not follow the head: the name of an office or a person is no event's"""


@dataclass(frozen=True, slots=True)
class Levels:
    """What a level of study is called; the longest word found decides."""

    undergraduate: WordList
    college: WordList
    postgraduate: WordList

    def items(self) -> tuple[tuple[Level, WordList], ...]:
        return (
            ("undergraduate", self.undergraduate),
            ("college", self.college),
            ("postgraduate", self.postgraduate),
        )


@dataclass(frozen=True, slots=True)
class DateRoles:
    """Role of a date → words before it, or just after it."""

    published: WordList
    issued: WordList
    taken: WordList
    event: WordList
    printed: WordList

    def items(self) -> tuple[tuple[DateRole, WordList], ...]:
        roles: tuple[DateRole, ...] = ("published", "issued", "taken", "event", "printed")
        return tuple((role, getattr(self, role)) for role in roles)


@dataclass(frozen=True, slots=True)
class Words:
    """What the rule set says about language."""

    columns: Mapping[FieldId, WordList]
    """field → header words seen for it; the first is its name for people"""
    levels: Levels
    tables: TableWords
    schools: tuple[School, ...]
    places: Places
    documents: tuple[DocumentType, ...]
    employers: WordList
    """endings of the names of employers: 有限公司, 厂, 医院 …"""
    date_roles: DateRoles
    events: Mapping[EventKindId, EventKind]
    event_names: EventNameWords
    organisers: OrganiserWords
    judging: JudgingWords
    people: PeopleWords
    photos: PhotoWords
    pictures: PictureWords
    screens: ScreenWords
    text: TextWords
