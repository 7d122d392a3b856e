"""How a cell finds and counts its evidence: a type a way of counting, told apart by `kind`.

Each type has just the keys that its function in `counting` reads, and its name stands here alone. `counts` are the
measures that the function names itself; others take their name from the key `measure`. What types share stands under
one name: `documents`, `against`, `measure`, and `of_a_time` where what is counted has its own day.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Annotated, ClassVar, Literal, TypeAlias, get_args, get_type_hints

from verifier.model.lists import (
    MAY_BE_EMPTY,
    EventKindId,
    Expressions,
    FieldId,
    MaybeExpressions,
    MaybeText,
    MaybeWordList,
    MeasureId,
    PaperTypeId,
    WordList,
)


@dataclass(frozen=True, slots=True)
class StatedSizeTaking:
    """A size that a paper writes down, in one of the units."""

    kind: Literal["stated-size"]
    measure: MeasureId
    """the name under which the size stands among the measures"""
    documents: tuple[PaperTypeId, ...]
    """document types that speak for the cell, the best first"""
    also_documents: tuple[PaperTypeId, ...]
    """document types about places, which may state the size too and rank as the best do"""
    units: WordList
    measured: WordList
    """words that say what a quantity measures"""
    not_measured: MaybeWordList
    words: Annotated[tuple[WordList, ...], MAY_BE_EMPTY]
    """groups of words; a line, row or title has one of each"""
    counts: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class StatedNumberTaking:
    """A number or a share that a paper states by its name, in one of the units."""

    kind: Literal["stated-number"]
    measure: MeasureId
    """the name under which the number stands among the measures"""
    documents: tuple[PaperTypeId, ...]
    """document types that may state it, the best first; `plain` for papers of no type"""
    units: WordList
    """% for a share"""
    measured: WordList
    """words by which the number is called"""
    not_measured: MaybeWordList
    """words that say that it is another number"""
    counts: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class PresenceTaking:
    """A paper of a type, or any paper or picture that says the words."""

    kind: Literal["presence"]
    documents: tuple[PaperTypeId, ...]
    """document types that speak for the cell, the best first; `plain` for papers of no type"""
    words: Annotated[tuple[WordList, ...], MAY_BE_EMPTY]
    """groups of words; a line, row or title has one of each"""
    events: Annotated[tuple[EventKindId, ...], MAY_BE_EMPTY]
    """kinds of events whose pictures speak for the cell, of the words' events"""
    against: MaybeWordList
    """words that say that a paper is of something else"""
    at_hand: bool
    """whether the words alone don't do: the things are counted, or said to be provided"""
    dated: bool
    """whether a paper that was issued outside the period counts for nothing"""
    counts: ClassVar[tuple[str, ...]] = ("found",)


@dataclass(frozen=True, slots=True)
class StaffTaking:
    """People who work for the station, one of them its full-time liaison."""

    kind: Literal["staff"]
    documents: tuple[PaperTypeId, ...]
    against: MaybeWordList
    own_lists: MaybeExpressions
    """of a title: the station's own list, though it has a word of `against` in it"""
    of_many: MaybeWordList
    """before such a list: it is one of several offices"""
    counts: ClassVar[tuple[str, ...]] = ("staff", "fulltime_liaison")


@dataclass(frozen=True, slots=True)
class Part:
    """One of several papers that a cell asks for together."""

    id: str
    name: str
    """Chinese"""
    titles: Expressions
    """for a title"""
    without: MaybeExpressions
    """what is taken out of the title first"""


@dataclass(frozen=True, slots=True)
class TitledPartsTaking:
    """Several papers, each told by its title."""

    kind: Literal["titled-parts"]
    parts: tuple[Part, ...]
    not_documents: tuple[PaperTypeId, ...]
    """document types that are none of the papers asked for, but where they issue one"""
    against: MaybeWordList
    counts: ClassVar[tuple[str, ...]] = ("parts",)


@dataclass(frozen=True, slots=True)
class YearlyPaperTaking:
    """A paper of the assessed year."""

    kind: Literal["yearly-paper"]
    documents: tuple[PaperTypeId, ...]
    words: Annotated[tuple[WordList, ...], MAY_BE_EMPTY]
    against: MaybeWordList
    counts: ClassVar[tuple[str, ...]] = ("found",)


@dataclass(frozen=True, slots=True)
class LedgerTaking:
    """A table with a row of the period."""

    kind: Literal["ledger"]
    documents: tuple[PaperTypeId, ...]
    against: MaybeWordList
    counts: ClassVar[tuple[str, ...]] = ("found",)


@dataclass(frozen=True, slots=True)
class RosterTaking:
    """A table of people, sent in."""

    kind: Literal["roster"]
    documents: tuple[PaperTypeId, ...]
    columns: tuple[tuple[FieldId, ...], ...]
    """groups of fields; one of each group must be there"""
    most_unusable: Fraction
    """the share of rows that may be unusable"""
    counts: ClassVar[tuple[str, ...]] = ("found",)


@dataclass(frozen=True, slots=True)
class SurveyTaking:
    """How many answered a survey."""

    kind: Literal["survey"]
    documents: tuple[PaperTypeId, ...]
    measured: WordList
    """words that say what a quantity measures"""
    not_measured: MaybeWordList
    counts: ClassVar[tuple[str, ...]] = ("survey_answers", "graduates", "answered_share")


@dataclass(frozen=True, slots=True)
class PostsTaking:
    """Posts of the school's own account or site, each once."""

    kind: Literal["posts"]
    measure: MeasureId
    channel: Literal["wechat", "website"]
    of_a_time: ClassVar[bool] = True
    counts: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class PhotosTaking:
    """Photos of events, of each event once or one photo in all."""

    kind: Literal["photos"]
    measure: MeasureId
    events: tuple[EventKindId, ...]
    open_events: Annotated[tuple[EventKindId, ...], MAY_BE_EMPTY]
    """kinds of events that count in `high` only"""
    documents: Annotated[tuple[PaperTypeId, ...], MAY_BE_EMPTY]
    """document types that bear a date out"""
    against: MaybeWordList
    distinct: Literal["event", "paper"]
    own_photo: bool
    """asks for a photo of its own: a picture serves one such cell"""
    printed_dates: bool
    """a date printed in the picture dates it; false on posters, where camera, watermark and caption win"""
    note: MaybeText
    """a Chinese sentence raised as a note with `judgement-required`; '' for none"""
    of_a_time: ClassVar[bool] = True
    counts: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class PublicFairTaking:
    """Job fairs of public agencies: photos, and papers that tell of them."""

    kind: Literal["public-fair"]
    events: tuple[EventKindId, ...]
    documents: tuple[PaperTypeId, ...]
    not_documents: tuple[PaperTypeId, ...]
    """document types that name fairs and are no evidence of one"""
    organisers: WordList
    """words of which one stands in the name of a public agency"""
    against: MaybeWordList
    own_photo: bool
    open_events: ClassVar[tuple[str, ...]] = ()
    distinct: ClassVar[Literal["event", "paper"]] = "paper"
    printed_dates: ClassVar[bool] = True
    of_a_time: ClassVar[bool] = True
    counts: ClassVar[tuple[str, ...]] = ("found",)


@dataclass(frozen=True, slots=True)
class InternsTaking:
    """Interns, each by a certificate of the employer."""

    kind: Literal["interns"]
    measure: MeasureId
    documents: tuple[PaperTypeId, ...]
    counts: ClassVar[tuple[str, ...]] = ("graduates",)


@dataclass(frozen=True, slots=True)
class PlatformTaking:
    """Users of the bureau's platform, from its export."""

    kind: Literal["platform"]
    words: tuple[WordList, ...]
    """groups of words that tell of the platform, the last one of its users"""
    counts: ClassVar[tuple[str, ...]] = ("registered", "graduates", "registered_share")


@dataclass(frozen=True, slots=True)
class RetentionTaking:
    """The share of graduates who stay, this year and last."""

    kind: Literal["retention"]
    documents: tuple[PaperTypeId, ...]
    words: tuple[WordList, ...]
    """groups of words with which a paper states the rate"""
    note: str
    """a Chinese sentence, raised where the rosters stand alone"""
    counts: ClassVar[tuple[str, ...]] = (
        "retention",
        "retention_last",
        "change",
        "change_agreements",
        "change_without_study",
    )


@dataclass(frozen=True, slots=True)
class TrainingTaking:
    """The shares of students who were trained, a level each."""

    kind: Literal["training"]
    counts: ClassVar[tuple[str, ...]] = ("trained", "enrolled", "trained_undergraduate", "trained_college")


@dataclass(frozen=True, slots=True)
class ItemsTaking:
    """Items that a paper lists, or papers of one item each."""

    kind: Literal["items"]
    measure: MeasureId
    documents: tuple[PaperTypeId, ...]
    note: str
    """a Chinese sentence: what a person has to judge"""
    counts: ClassVar[tuple[str, ...]] = ()


PhotoTaking: TypeAlias = PhotosTaking | PublicFairTaking
"""the kinds that look at photos"""
PeopleTaking: TypeAlias = RosterTaking | RetentionTaking
"""the kinds whose rosters tell how many there are"""
Taking: TypeAlias = (
    StatedSizeTaking
    | StatedNumberTaking
    | PresenceTaking
    | StaffTaking
    | TitledPartsTaking
    | YearlyPaperTaking
    | LedgerTaking
    | RosterTaking
    | SurveyTaking
    | PostsTaking
    | PhotosTaking
    | InternsTaking
    | PlatformTaking
    | RetentionTaking
    | PublicFairTaking
    | TrainingTaking
    | ItemsTaking
)
TAKINGS: tuple[type, ...] = get_args(Taking)


@cache
def kind_of(taking: type) -> str:
    """The name by which rule files call a type of taking."""
    name: str = get_args(get_type_hints(taking)["kind"])[0]
    return name


def documents_of(takes: Taking) -> tuple[str, ...]:
    """The document types that speak for a cell; () where its kind asks for none."""
    documents: tuple[str, ...] = getattr(takes, "documents", ())
    return documents


def against_of(takes: Taking) -> tuple[str, ...]:
    """Words that say that a paper is of something else; () where its kind asks for none."""
    against: tuple[str, ...] = getattr(takes, "against", ())
    return against


def measure_of(takes: Taking) -> str:
    """The measure that the rule set names for the count; '' where the kind names its own."""
    measure: str = getattr(takes, "measure", "")
    return measure


def measures_of(takes: Taking) -> tuple[str, ...]:
    """The measures that tiers may ask for, the number of what is counted first."""
    own = measure_of(takes)
    return (own, *takes.counts) if own else takes.counts


def is_of_a_time(takes: Taking) -> bool:
    """Whether what a cell counts has its own day, which must lie in the period."""
    return getattr(takes, "of_a_time", False)
