"""Happenings that a text names: fairs, talks, consultations, contests, leaflets handed out, posters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from verifier.facts.dates import FoundDate, find_dates
from verifier.facts.events.banners import Unit, signs_on
from verifier.facts.events.names import Named, event_name_key, names_in, plain_line, same_event_name
from verifier.facts.events.organisers import organiser_in, organiser_of, public_body
from verifier.facts.events.other_matters import head_of, is_beside_another
from verifier.facts.events.posters import posters
from verifier.facts.running_lines import run_on
from verifier.model import EVENT, HEADING, DateSpan, Document, Event, Fact, Observed, Roster, Words

_CLAUSE = re.compile(r"[,。;!?]")
_CAPTIONS = 14
"""lines of a scanned page with photos that stand on them and about them; what has more is a paper"""
_HEADS = 2
"""titles that say what a paper is"""
_RULES = 2
"""numbered lines that make rules of what stands under such a title"""
_TELLING_NAME = 6
"""characters of a name that is no mere 校园招聘会"""
_MOST_NAMES = 2
"""of events in a paper whose one day of an event is that of those without a day"""
_LONGEST_QUOTE, _AROUND = 80, 12
"""characters of a quote; of a longer text the name with some before and after it"""
_SURE_OF_BARE = 0.9
"""confidence at most, where running text has a bare 招聘会"""
__all__ = ["event_name_key", "extract", "same_event_name"]


def extract(seen: Observed, words: Words) -> tuple[Fact[Event], ...]:
    """Facts of kind `event`: of captions and lines, of posts, of rows of ledgers; each name with its day once.

    What a rule of procedure speaks of, on a wall or on paper, is what shall be done: none of it happened.
    """
    if _is_rule(seen, words):
        return ()
    facts = [*_in_texts(seen, words)]
    for roster in seen.rosters:
        facts += _in_ledger(roster.value, seen, words)
    if _is_photo(seen):
        facts += posters(seen, facts, words, _only_day(seen))
    return _once(_with_days(facts, seen, words))


def _is_rule(seen: Observed, words: Words) -> bool:
    """Whether a paper is headed as a rule of procedure, over numbered rules."""
    headed = any(words.photos.rule_heads.any.search(plain_line(fact.value)) for fact in seen.titles[:_HEADS])
    return headed and len(seen.of(HEADING)) >= _RULES


def _in_texts(seen: Observed, words: Words) -> Iterator[Fact[Event]]:
    """The events that lines, signs, captions and posts name; a screen does not show what stands at a place."""
    only = _only_day(seen)
    organiser = organiser_of(seen.document, words)
    not_shown = words.event_names.of_places if seen.screens else ()
    lines = seen.document.lines if _is_photo(seen) else ()
    head = head_of(lines)
    for unit in _post_units(seen, words) if _shows_posts(seen) else _line_units(seen.document):
        for named in names_in(unit.text, words, unit.sign):
            if named.kind not in not_shown and not is_beside_another(named.kind, unit, lines, head, words):
                day = _nearest_day(unit, named) or only
                who = organiser_in(unit.text, words) or organiser
                yield _fact(Event(named.kind, named.name, day, who), unit, named)


def _shows_posts(seen: Observed) -> bool:
    """Whether a screen is of an account or a site; what a chat or another view says stands in its lines."""
    return bool(seen.posts) and bool(seen.screens)


def _is_photo(seen: Observed) -> bool:
    return seen.document.file.kind == "image" and not seen.screens


# --- units ------------------------------------------------------------------------------------------


def _line_units(document: Document) -> Iterator[Unit]:
    for page in document.pages:
        if document.file.kind == "image" or (page.photos[0] and len(page.lines) <= _CAPTIONS):
            yield from signs_on(page.lines)
        else:
            # a name, or who holds it, may stand in two lines of a scan
            for line in (*page.lines, *(run_on(page.lines) if document.file.kind == "pdf" else ())):
                yield Unit(plain_line(line.text), line.place, line.confidence, sign=line.role in ("title", "caption"))
    yield from _captions(document)


def _captions(document: Document) -> Iterator[Unit]:
    """What stands about a picture: its own caption first."""
    for line in sorted(document.context, key=lambda line: line.role != "caption"):
        yield Unit(plain_line(line.text), line.place, line.confidence, sign=True)


def _post_units(seen: Observed, words: Words) -> Iterator[Unit]:
    """Captions, titles of posts, and the lines of their texts; days of publication are no days of events."""
    yield from _captions(seen.document)
    for fact in seen.posts:
        if fact.value.view == "typed-list":
            continue
        held = any(word in fact.value.title for word in words.event_names.held_words)
        yield Unit(plain_line(fact.value.title), fact.place, fact.confidence, sign=held)
        texts = set(fact.value.body.split("\n")) if fact.value.view == "article" else set()
        lines = [line for line in seen.document.lines if line.text in texts]
        for line in (*lines, *run_on(lines)):
            yield Unit(plain_line(line.text), line.place, line.confidence)


# --- day and organiser ------------------------------------------------------------------------------


def _nearest_day(unit: Unit, named: Named) -> DateSpan | None:
    """The date nearest to the name; a month where no day is said."""
    days = _days_and_months(unit.text)
    outside = [found for found in days if found.end <= named.start or found.start >= named.end] or days
    if not outside:
        return None
    nearest = min(outside, key=lambda found: (found.span.precision != "day", *_distance(found, named, unit.text)))
    return _with_year(nearest.span, unit.text)


def _days_and_months(text: str) -> list[FoundDate]:
    return [found for found in find_dates(text) if found.span.precision in ("day", "month")]


def _distance(found: FoundDate, named: Named, text: str) -> tuple[bool, int, int]:
    """Whether a clause ends between a date and a name, the characters between them, and the date's place."""
    between = text[found.end : named.start] if found.end <= named.start else text[named.end : found.start]
    return bool(_CLAUSE.search(between)), len(between), found.start


def _with_year(span: DateSpan, text: str) -> DateSpan:
    """A date without a year takes the one year (2024年, not 2024届) that its text names."""
    if span.start is not None or not span.month or not span.day:
        return span
    years = set(re.findall(r"((?:19|20)\d\d)年", text))
    if len(years) != 1:
        return span
    full = find_dates(f"{years.pop()}年{span.month}月{span.day}日")
    return full[0].span if full else span


def _only_day(seen: Observed) -> DateSpan | None:
    """The one day that the text or the captions of a photo show, the camera's left out."""
    spans = {
        fact.value for fact in seen.dates if fact.role not in ("taken", "printed") and fact.value.precision == "day"
    }
    return spans.pop() if len(spans) == 1 and _is_photo(seen) else None


# --- ledgers ----------------------------------------------------------------------------------------


def _in_ledger(roster: Roster, seen: Observed, words: Words) -> Iterator[Fact[Event]]:
    """An event for each row of a ledger that names one, or whose ledger or paper does."""
    if not _is_ledger(roster):
        return
    title = plain_line(roster.title)
    of_all = _named_over(roster, title, words) or _named_over_all(seen, words)
    for row in roster.rows:
        stated = row.values.get("event_date", "")
        own = [plain_line(row.values.get(name, "")) for name in ("event_name", "content")]
        day = _row_day(stated)
        named = _named_first(own, words) or (of_all if day or any(own) else None)
        if named:
            quote = " ".join(filter(None, (stated, *own)))[:_LONGEST_QUOTE]
            organiser = row.values.get("organiser", "") or public_body(" ".join(own), words)
            yield Fact(EVENT, Event(named.kind, named.name, day, organiser), quote or title, row.place, 1.0, "events")


def _is_ledger(roster: Roster) -> bool:
    return roster.has("event_date") and any(map(roster.has, ("event_name", "content", "counsellor")))


def _named_over(roster: Roster, title: str, words: Words) -> Named | None:
    """The event of every row that names none, as title and headers of a record say it: 就业创业咨询记录表."""
    headers = " ".join(column.header for column in roster.columns)
    named = names_in(f"{title} {headers}", words, sign=True)
    return next((each for each in named if each.kind in words.event_names.of_ledgers), None)


def _named_over_all(seen: Observed, words: Words) -> Named | None:
    """The event that the heading of a paper with one table says, where the school's name stands between both."""
    if len(seen.rosters) != 1:
        return None
    heads = [plain_line(fact.value) for fact in seen.titles[:_HEADS]]
    named = chain.from_iterable(names_in(head, words, sign=True) for head in heads)
    return next((each for each in named if each.kind in words.event_names.of_ledgers), None)


def _named_first(texts: Iterable[str], words: Words) -> Named | None:
    return next(chain.from_iterable(names_in(text, words, sign=True) for text in texts), None)


def _row_day(text: str) -> DateSpan | None:
    if iso := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", text.strip()):
        text = f"{iso[1]}年{int(iso[2])}月" + (f"{int(iso[3])}日" if iso[3] else "")
    return next((found.span for found in _days_and_months(text)), None)


# --- results ----------------------------------------------------------------------------------------


def _with_days(facts: Sequence[Fact[Event]], seen: Observed, words: Words) -> Iterator[Fact[Event]]:
    """Names without a day take that of the same name elsewhere in the paper, else its one day of an event."""
    alone = _day_of_event(facts, seen, words)
    for fact in facts:
        if fact.value.day is None and not fact.place.cell:
            day = _day_elsewhere(fact, facts, words) or alone
            fact = replace(fact, value=replace(fact.value, day=day))
        yield fact


def _day_of_event(facts: Sequence[Fact[Event]], seen: Observed, words: Words) -> DateSpan | None:
    """The one day that a paper of few names, and no screen, says to be an event's."""
    said = {fact.value for fact in seen.dates if fact.role == "event" and fact.value.precision == "day"}
    names = {event_name_key(fact.value.name, words) for fact in facts}
    return said.pop() if len(said) == 1 and len(names) <= _MOST_NAMES and not seen.screens else None


def _day_elsewhere(fact: Fact[Event], facts: Sequence[Fact[Event]], words: Words) -> DateSpan | None:
    own = event_name_key(fact.value.name, words)
    for other in facts:
        if other.value.day is None or other.value.kind != fact.value.kind:
            continue
        name = event_name_key(other.value.name, words)
        within = min(len(own), len(name)) >= _TELLING_NAME and (own in name or name in own)
        if within or same_event_name(fact.value.name, other.value.name, words):
            return other.value.day
    return None


def _fact(event: Event, unit: Unit, named: Named) -> Fact[Event]:
    whole = len(unit.text) <= _LONGEST_QUOTE
    quote = unit.text if whole else unit.text[max(0, named.start - _AROUND) : named.end + _AROUND]
    sure = unit.surely(named.start, named.end)
    confidence = min(sure, _SURE_OF_BARE) if named.bare and not unit.sign else sure
    return Fact(EVENT, event, quote, unit.place, confidence, "events")


def _once(facts: Iterable[Fact[Event]]) -> tuple[Fact[Event], ...]:
    """Facts without those that say again what another says: the same kind, name and day; who holds it, any may say."""
    kept: list[Fact[Event]] = []
    firsts: dict[tuple[str, str, DateSpan | None], int] = {}
    for fact in facts:
        event = fact.value
        at = firsts.setdefault((event.kind, event.name, event.day), len(kept))
        if at == len(kept) or fact.place.cell:
            kept.append(fact)
        elif event.organiser and not kept[at].value.organiser:
            kept[at] = replace(kept[at], value=replace(kept[at].value, organiser=event.organiser))
    return tuple(kept)
