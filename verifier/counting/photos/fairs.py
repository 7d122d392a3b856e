"""Fairs: which photos are of one fair, and the fairs of public agencies that students were sent to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import eligible
from verifier.counting.eligibility.candidates import candidates, hinted
from verifier.counting.eligibility.period import by_time, in_period, outside, undated
from verifier.counting.photos.dated import apart
from verifier.counting.photos.mentions import published
from verifier.counting.photos.paper_dates import day_of_mention
from verifier.counting.photos.photo import is_paper, names_agency, photo_of
from verifier.counting.photos.same_event import is_same_event
from verifier.counting.photos.same_picture import is_photo
from verifier.counting.photos.verdict import eased, photos_for
from verifier.facts.dates import find_dates
from verifier.facts.events.names import event_name_key, names_in, plain_line
from verifier.language.comparing_text import plain
from verifier.model import (
    EVENT,
    DateSpan,
    Event,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    PublicFairTaking,
    RuleSet,
    Standing,
    Tally,
)

_SENT = 12
"""characters before a fair's name in which it may be said that students were sent to it"""
_SILENT = ("plan", "regulation", "summary", "application", "ledger", "consultation-record", "innovation-statement")


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
    generic = rules.words.photos.generic_fairs
    bare = any(event_name_key(each.name, rules.words) in generic for each in (one, other))
    return bare and len(kinds) == 1 and one.meets(other)


def counted_fairs(fairs: Sequence[Fair], rules: RuleSet) -> Counted:
    """Fairs counted once. One date with two names is one fair in low and proposed, two in high."""
    dated = [fair for fair in fairs if fair.days]
    rest = sorted((fair for fair in fairs if not fair.days), key=lambda fair: not fair.spans)
    sure = {fair.id: fair.id for fair in fairs}
    for index, fair in enumerate(dated):
        for earlier in dated[:index]:
            if same_fair(fair, earlier, rules):
                _join(sure, fair.id, earlier.id)
    merged: set[str] = set()
    for index, fair in enumerate(rest):
        for known in (*dated, *rest[:index]):
            if is_same_event(fair.event, known.event, rules) and _may_be_one(fair, known):
                _join(sure, fair.id, known.id)
                if known.spans:
                    merged.add(fair.id)
                break
    shown = [fair for fair in fairs if fair.standing in ("firm", "counted")]
    likely = dict(sure)
    doubtful: list[tuple[Fair, Fair]] = []
    for index, fair in enumerate(shown):
        for earlier in shown[:index]:
            if _root(likely, fair.id) != _root(likely, earlier.id) and fair.meets(earlier):
                _join(likely, fair.id, earlier.id)
                doubtful.append((earlier, fair))
    low = len({_root(likely, fair.id) for fair in shown if fair.standing == "firm"})
    proposed = len({_root(likely, fair.id) for fair in shown})
    high = len({_root(sure, fair.id) for fair in fairs})
    keys = {fair.id: _root(sure, fair.id) for fair in fairs}
    joint = {fair.id: _root(likely, fair.id) for fair in fairs}
    return Counted((low, proposed, max(high, proposed)), keys, joint, tuple(doubtful), frozenset(merged))


def _may_be_one(one: Fair, other: Fair) -> bool:
    """Whether nothing in the dates speaks against it."""
    if not one.spans or not other.spans:
        return True
    return any(apart(a, b) == 0 for a in one.spans for b in other.spans)


def _span(days: tuple[date, date]) -> DateSpan:
    return DateSpan(days[0], days[1])


def _root(links: Mapping[str, str], key: str) -> str:
    while links[key] != key:
        key = links[key]
    return key


def _join(links: dict[str, str], later: str, earlier: str) -> None:
    links[_root(links, later)] = _root(links, earlier)


# --- fairs of public agencies -----------------------------------------------------------------------


def count(cell: Indicator[PublicFairTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the notices, photos and screens that name a fair of a public agency."""
    kept, copies = photos_for(cell, papers, rules)
    evidence = [one.evidence(cell) for one in (*kept, *copies)]
    flags = [each for one in (*kept, *copies) for each in one.flags]
    for seen in candidates(papers):
        if is_photo(seen) and not is_paper(photo_of(seen), rules.words):
            continue
        told = next(_fairs_named(seen, cell, papers, rules), None)
        if told is None:
            continue
        judged, doubts = _judged(cell, seen, told, papers, rules)
        if judged.standing == "out" and not hinted(seen, cell.id, papers) and (seen.screens or seen.posts):
            continue  # a post that stands in another cell's folder, and is no question here
        evidence.append(judged)
        flags += doubts
    tally = tally_of(evidence, eased(cell, evidence, flags))
    open_question = papers.period is None and any(each.standing != "out" for each in evidence)
    return Tally(tally.evidence, tally.measures, tally.flags, open_to_max=open_question)


def _fairs_named(
    seen: Observed, cell: Indicator[PublicFairTaking], papers: Papers, rules: RuleSet
) -> Iterator[tuple[Fact[Event], Fact[DateSpan] | None]]:
    """The fairs of public agencies that a paper names, those of the period first."""
    notice = any(kind in cell.takes.documents for kind in seen.types)
    speaks = notice or bool(seen.screens or seen.posts) or not seen.types
    if not speaks or any(kind in _SILENT for kind in seen.types[:1]) or seen.document.file.kind == "sheet":
        return
    named = [
        (fact, day_of_mention(seen, fact))
        for fact in _events_of(seen, rules)
        if fact.value.kind in cell.takes.events
        and not any(word in plain(f"{fact.quote}{fact.value.name}") for word in cell.takes.against)
        and published(seen, fact, papers, rules)
        and _by_agency(fact, seen, papers, rules)
    ]
    order = {True: 0, None: 1, False: 2}
    yield from sorted(named, key=lambda pair: order[in_period(pair[1].value, papers.period) if pair[1] else None])


def _events_of(seen: Observed, rules: RuleSet) -> Iterator[Fact[Event]]:
    """The happenings of a paper; of a chat that announces one, those that its lines name."""
    yield from seen.events
    if not seen.screens or seen.posts:
        return
    for line in seen.document.lines:
        text = plain_line(line.text)
        days = [found.span for found in find_dates(text) if found.span.start is not None]
        for named in names_in(text, rules.words):
            event = Event(named.kind, named.name, days[0] if days else None)
            yield Fact(EVENT, event, text[:80], line.place, line.confidence, "fairs")


def _by_agency(fact: Fact[Event], seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether the words about a fair say that a public agency holds it, and not only that its people came to see it."""
    event: Event = fact.value
    if names_agency(event.name, rules):
        return True
    line = next((line.text for line in seen.document.lines if line.place == fact.place), "")
    said = plain(f"{fact.quote}{line if len(line) <= 200 else ''}")
    before = said[: max(0, said.find(plain(event.name)))]
    sent = any(word in before[-_SENT:] for word in rules.words.photos.attended_words)
    if not sent and _is_own(event, before, seen, papers, rules):
        return False
    if names_agency(event.organiser, rules):
        return names_agency(_without_visits(plain(f"{said}{seen.document.text}"), rules), rules)
    return names_agency(_without_visits(said, rules), rules)


def _is_own(event: Event, before: str, seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether the name of a fair, or what leads to it, says that the school holds it."""
    own = [plain(school.quote) for school in seen.schools if school.value == papers.school]
    led = f"{before[-_SENT:]}{plain(event.name)}"
    return any(word in led for word in (*own, *rules.words.photos.campus_words))


def _without_visits(text: str, rules: RuleSet) -> str:
    visits = "|".join(map(re.escape, rules.words.photos.visiting_words))
    agencies = "|".join(map(re.escape, rules.organisers))
    return re.sub(rf"(?:{agencies})[局厅部]?(?:{visits})", "", text) if visits and agencies else text


def _judged(
    cell: Indicator, seen: Observed, told: tuple[Fact[Event], Fact[DateSpan] | None], papers: Papers, rules: RuleSet
) -> tuple[Evidence, tuple[Flag, ...]]:
    fact, dated = told
    name = f"“{fact.value.name}”"
    inside = in_period(dated.value, papers.period) if dated else None
    late = outside(f"{name}的日期“{dated.quote if dated else ''}”", "材料", dated.place if dated else None)
    unknown = undated(f"看不出{name}在哪一天", "请补充写明日期的材料", fact.place)
    door = eligible(
        seen,
        cell,
        papers,
        rules,
        fact,
        by_time(inside, papers, late, unknown),
        confidence=min(fact.confidence, dated.confidence) if dated else None,
        circular=True,
    )
    why = door.reason or f"材料写明公共服务机构的招聘活动{name}"
    facts = (fact, dated) if dated else (fact,)
    return Evidence(cell.id, seen.path, facts, "content", why, door.standing, seen.path), door.flags
