"""Which photos and papers are of one fair, and how many fairs they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.counting.photos.dated import apart
from verifier.counting.photos.same_event import is_same_event
from verifier.facts.events.names import event_name_key
from verifier.model import DateSpan, Event, Fact, PhotoWords, RuleSet, Standing

_HEAD = 3
"""characters that say what a fair is called: 招聘会, 双选会, 见面会"""


@dataclass(frozen=True, slots=True)
class Fair:
    """What one photo or paper shows of a fair."""

    id: str
    event: Fact[Event]
    days: tuple[tuple[date, date], ...]
    """first and last day of each date that names days"""
    spans: tuple[DateSpan, ...]
    standing: Standing

    @property
    def name(self) -> str:
        return self.event.value.name

    def meets(self, other: Fair) -> bool:
        """Whether the two are of one date."""
        return any(a[0] <= b[1] and b[0] <= a[1] for a in self.days for b in other.days)

    def follows(self, other: Fair) -> bool:
        """Whether one ends the day before the other begins, or they overlap."""
        return any(apart(_span(a), _span(b)) <= 1 for a in self.days for b in other.days)


@dataclass(frozen=True, slots=True)
class Counted:
    """Distinct fairs as low, proposed and high see them."""

    counts: tuple[int, int, int]
    keys: Mapping[str, str]
    """id → id of the first that shows the same fair"""
    joint: Mapping[str, str]
    """id → id of the first that is the same fair for low and proposed"""
    doubtful: tuple[tuple[Fair, Fair], ...]
    """of one date with different names"""
    merged: frozenset[str]
    """without a date, and known from others that have one"""


def same_fair(one: Fair, other: Fair, rules: RuleSet) -> bool:
    """Whether two that bear days are surely one: the same name on one day or on days that follow each other."""
    if not one.days or not other.days:
        return False
    if is_same_event(one.event, other.event, rules):
        return one.follows(other)
    kinds = {one.event.value.kind, other.event.value.kind}
    first, second = (event_name_key(each.name, rules.words) for each in (one, other))
    words = rules.words.photos
    bare = _says_no_more(first, second, words) or _says_no_more(second, first, words)
    return bare and len(kinds) == 1 and one.meets(other)


def _says_no_more(name: str, other: str, words: PhotoWords) -> bool:
    """Whether a name is bare and any fair's, or its head is the other's: a 供需见面会 is no 专场招聘会."""
    return name in words.generic_fairs and (words.any_fair in name or name[-_HEAD:] == other[-_HEAD:])


def counted_fairs(fairs: Sequence[Fair], rules: RuleSet) -> Counted:
    """Fairs counted once. One date with two names is one fair in low and proposed, two in high."""
    same = Links(fair.id for fair in fairs)
    again = list(_named_again(fairs, rules))
    for fair, earlier in (*_surely_one(fairs, rules), *again):
        same.join(fair, earlier)
    likely = same.copy()
    shown = [fair for fair in fairs if fair.standing in ("firm", "counted")]
    doubtful = [
        (earlier, fair) for fair, earlier in _with_earlier(shown) if fair.meets(earlier) and likely.join(fair, earlier)
    ]
    return Counted(
        counts=_counts(fairs, same, likely),
        keys=same.firsts(),
        joint=likely.firsts(),
        doubtful=tuple(doubtful),
        merged=frozenset(fair.id for fair, known in again if known.spans),
    )


def _counts(fairs: Sequence[Fair], same: Links, likely: Links) -> tuple[int, int, int]:
    """How many fairs low, proposed and high see."""
    low = likely.count(fair for fair in fairs if fair.standing == "firm")
    proposed = likely.count(fair for fair in fairs if fair.standing in ("firm", "counted"))
    return low, proposed, max(same.count(fairs), proposed)


def _surely_one(fairs: Sequence[Fair], rules: RuleSet) -> Iterator[tuple[Fair, Fair]]:
    """Fairs that bear days, each with the earlier ones that it is the same as."""
    dated = [fair for fair in fairs if fair.days]
    return ((fair, earlier) for fair, earlier in _with_earlier(dated) if same_fair(fair, earlier, rules))


def _named_again(fairs: Sequence[Fair], rules: RuleSet) -> Iterator[tuple[Fair, Fair]]:
    """Fairs that bear no day, each with the first that it may be: one with a day before one with a month or year."""
    known = [fair for fair in fairs if fair.days]
    for fair in sorted((fair for fair in fairs if not fair.days), key=lambda fair: not fair.spans):
        alike = (one for one in known if is_same_event(fair.event, one.event, rules) and _may_be_one(fair, one))
        if (first := next(alike, None)) is not None:
            yield fair, first
        known.append(fair)


def _with_earlier(fairs: Sequence[Fair]) -> Iterator[tuple[Fair, Fair]]:
    """Each with every one before it."""
    return ((fair, earlier) for index, fair in enumerate(fairs) for earlier in fairs[:index])


def _may_be_one(one: Fair, other: Fair) -> bool:
    """Whether nothing in the dates speaks against it."""
    if not one.spans or not other.spans:
        return True
    return any(apart(a, b) == 0 for a in one.spans for b in other.spans)


def _span(days: tuple[date, date]) -> DateSpan:
    return DateSpan(days[0], days[1])


class Links:
    """Which fairs are one: of those that were joined the first one stands for all."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._links = {id: id for id in ids}

    def copy(self) -> Links:
        """What was joined so far; what is joined later is apart."""
        new = Links(())
        new._links = dict(self._links)
        return new

    def first(self, id: str) -> str:
        """The one that stands for it."""
        while self._links[id] != id:
            id = self._links[id]
        return id

    def join(self, later: Fair, earlier: Fair) -> bool:
        """Makes two one; whether they were two."""
        roots = self.first(later.id), self.first(earlier.id)
        self._links[roots[0]] = roots[1]
        return roots[0] != roots[1]

    def count(self, fairs: Iterable[Fair]) -> int:
        """How many fairs these are."""
        return len({self.first(fair.id) for fair in fairs})

    def firsts(self) -> Mapping[str, str]:
        """id → id of the one that stands for it."""
        return {id: self.first(id) for id in self._links}
