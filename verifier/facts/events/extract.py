"""Happenings that a text names: fairs, talks, consultations, contests, leaflets handed out, posters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.facts.dates import FoundDate, find_dates
from verifier.facts.events.banners import Unit, signs_on
from verifier.facts.events.names import (
    LONGEST_NAME,
    Named,
    event_name_key,
    names_in,
    plain,
    plain_line,
    same_event_name,
)
from verifier.model import EVENT, DateSpan, Document, Event, Fact, Observed, Roster, Words

_PICTURE = ("image",)
_CLAUSE = re.compile(r"[,。;!?]")
_LONGEST_POSTER = 1200
_TELLING_NAME = 6
"""characters of a name that is no mere 校园招聘会"""
_OF_PLACES = ("poster", "handout")
"""kinds that a screen of a post can name but not show"""
__all__ = ["event_name_key", "extract", "same_event_name"]


def extract(seen: Observed, words: Words) -> tuple[Fact[Event], ...]:
    """Facts of kind `event`: of captions and lines, of posts, of rows of ledgers; each name with its day once."""
    document = seen.document
    picture = document.file.kind in _PICTURE
    screens = seen.screens
    units = list(_post_units(seen, words) if screens else _line_units(document, picture))
    only = _only_day(seen) if picture and not screens else None
    organiser = _labelled_organiser(document, words)
    facts: list[Fact[Event]] = []
    for unit in units:
        for named in names_in(unit.text, words, unit.sign):
            if screens and named.kind in _OF_PLACES:
                continue
            day = _nearest_day(unit, named) or only
            who = (
                _organiser_in(unit.text, words) or organiser or (_public_organiser(document, words) if picture else "")
            )
            facts.append(_fact(Event(named.kind, named.name, day, who), unit, named))
    for fact in seen.rosters:
        facts += _of_roster(fact.value, words)
    if picture and not screens and all(fact.value.kind == "consultation" for fact in facts):
        facts += _posters(seen, words, only)
    return _once(_with_days(facts, seen, words))


# --- units ------------------------------------------------------------------------------------------


def _line_units(document: Document, picture: bool) -> Iterator[Unit]:
    for page in document.pages:
        if picture:
            yield from signs_on(page.lines)
        else:
            for line in page.lines:
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
        texts = set(fact.value.body.split("\n"))
        for line in seen.document.lines if texts else ():
            if line.text in texts and fact.value.view == "article":
                yield Unit(plain_line(line.text), line.place, line.confidence)


# --- day and organiser ------------------------------------------------------------------------------


def _nearest_day(unit: Unit, named: Named) -> DateSpan | None:
    """The date nearest to the name; a month where no day is said."""
    if not unit.dated:
        return None
    days = [found for found in find_dates(unit.text) if found.span.precision in ("day", "month")]
    outside = [found for found in days if found.end <= named.start or found.start >= named.end] or days
    if not outside:
        return None
    nearest = min(outside, key=lambda found: (found.span.precision != "day", *_distance(found, named, unit.text)))
    return _with_year(nearest.span, unit.text)


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
    """The one day that the text or the captions of a picture show, the camera's left out."""
    spans = {
        fact.value for fact in seen.dates if fact.role not in ("taken", "printed") and fact.value.precision == "day"
    }
    return next(iter(spans)) if len(spans) == 1 else None


def _organiser_in(text: str, words: Words) -> str:
    """The body that a stretch of text says holds the event: after a label, else a public one that it names."""
    return _after_label(text, words) or _public_body(text, words)


def _after_label(text: str, words: Words) -> str:
    labels = "|".join(map(re.escape, sorted(words.organisers.labels, key=len, reverse=True)))
    if labels and (found := re.search(rf"(?:{labels})\s*[::]\s*([^,。;:|\n]{{2,40}})", text)):
        return found[1].strip()
    verbs = "|".join(map(re.escape, words.organisers.verbs))
    if verbs and (found := re.search(rf"由([^,。;:|\n]{{2,30}}?)(?:{verbs})", text)):
        return found[1].strip()
    return ""


def _public_body(text: str, words: Words) -> str:
    """The whole name of the public body that a text names first; the telling word where no body is named."""
    hits = [(text.find(word), -len(word), word) for word in words.organisers.public if word in text]
    if not hits:
        return ""
    at, _, word = min(hits)
    ends = "|".join(words.organisers.body_ends)
    tail = re.match(rf"{word}[\u4e00-\u9fff]{{0,8}}?(?:{ends})", text[at:]) if ends else None
    if tail is None and not word.endswith(words.organisers.body_ends):
        return word
    head = re.search(r"(?:[\u4e00-\u9fff]{2,4}[省市区县]){1,2}$", text[max(0, at - 10) : at])
    lead = head[0] if head else ""
    for stop in (*words.event_names.stops, *words.organisers.leads):
        lead = lead.rsplit(stop, 1)[-1]
    return lead + (word if word.endswith(words.organisers.body_ends) or tail is None else tail[0])


def _labelled_organiser(document: Document, words: Words) -> str:
    for line in (*document.context, *document.lines):
        if len(line.text) <= 60 and (name := _after_label(plain_line(line.text), words)):
            return name
    return ""


def _public_organiser(document: Document, words: Words) -> str:
    return next((name for line in document.lines if (name := _public_body(plain_line(line.text), words))), "")


# --- ledgers ----------------------------------------------------------------------------------------


def _of_roster(roster: Roster, words: Words) -> Iterator[Fact[Event]]:
    """An event for each row of a ledger that names one, or whose ledger does."""
    if not (
        roster.has("event_date") and (roster.has("event_name") or roster.has("content") or roster.has("counsellor"))
    ):
        return
    title = plain_line(roster.title)
    headers = " ".join(column.header for column in roster.columns)
    for row in roster.rows:
        stated = row.values.get("event_date", "")
        day = _row_day(stated)
        own = [plain_line(row.values.get(name, "")) for name in ("event_name", "content")]
        named = next(
            (found[0] for text in own if text and (found := names_in(text, words, sign=True))),
            None,
        )
        if named is None:
            heads = names_in(f"{title} {headers}", words, sign=True)
            consultation = [each for each in heads if each.kind == "consultation"]
            if not consultation or not (day or any(own)):
                continue
            named = consultation[0]
        quote = " ".join(text for text in (stated, *own) if text)[:80]
        organiser = row.values.get("organiser", "") or _public_body(" ".join(own), words)
        yield Fact(EVENT, Event(named.kind, named.name, day, organiser), quote or title, row.place, 1.0, "events")


def _row_day(text: str) -> DateSpan | None:
    if iso := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", text.strip()):
        text = f"{iso[1]}年{int(iso[2])}月" + (f"{int(iso[3])}日" if iso[3] else "")
    found = [each for each in find_dates(text) if each.span.precision in ("day", "month")]
    return found[0].span if found else None


# --- posters ----------------------------------------------------------------------------------------


def _posters(seen: Observed, words: Words, only: DateSpan | None) -> Iterator[Fact[Event]]:
    """A picture whose text is a policy's, with no poster or handing out named by its words."""
    document = seen.document
    papers = words.photos.poster_papers
    if any(kind not in papers for kind in seen.types):
        return
    text = plain(" ".join(line.text for line in document.lines))
    if len(text) > _LONGEST_POSTER or any(word in text for word in words.events["poster"].unless):
        return
    policy = [word for word in words.photos.poster_policy if word in text]
    matter = [word for word in words.photos.poster_matter if word in text]
    if len(policy) < 2 or not matter:
        return
    signs = [unit for page in document.pages for unit in signs_on(page.lines) if _weight(unit.text, words)]
    title = max(signs, key=lambda unit: (_letter(unit), _weight(unit.text, words), unit.confidence))
    name = title.text[:LONGEST_NAME]
    yield Fact(EVENT, Event("poster", name, only), title.text[:80], title.place, title.confidence, "events")


def _letter(unit: Unit) -> float:
    """The size of a sign's letters: square pixels of each."""
    box = unit.place.box
    return (box[3] - box[1]) * (box[2] - box[0]) / max(1, len(unit.text)) if box else 0.0


def _weight(text: str, words: Words) -> int:
    return sum(word in text for word in (*words.photos.poster_policy, *words.photos.poster_matter))


def _with_days(facts: Sequence[Fact[Event]], seen: Observed, words: Words) -> list[Fact[Event]]:
    """Names without a day take that of the same name elsewhere in the paper, else its one day of an event."""
    said = {fact.value for fact in seen.dates if fact.role == "event" and fact.value.precision == "day"}
    names = {event_name_key(fact.value.name, words) for fact in facts}
    alone = next(iter(said)) if len(said) == 1 and len(names) <= 2 else None
    filled = []
    for fact in facts:
        day = fact.value.day
        if day is None and not fact.place.cell:
            day = _day_elsewhere(fact, facts, words) or (None if seen.screens else alone)
        filled.append(replace(fact, value=replace(fact.value, day=day)))
    return filled


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


# --- results ----------------------------------------------------------------------------------------


def _fact(event: Event, unit: Unit, named: Named) -> Fact[Event]:
    quote = unit.text if len(unit.text) <= 80 else unit.text[max(0, named.start - 12) : named.end + 12]
    sure = unit.surely(named.start, named.end)
    confidence = min(sure, 0.9) if named.bare and not unit.sign else sure
    return Fact(EVENT, event, quote, unit.place, confidence, "events")


def _once(facts: Sequence[Fact[Event]]) -> tuple[Fact[Event], ...]:
    """Facts without those that say again what another says: the same kind, name and day."""
    seen: set[tuple[str, str, DateSpan | None]] = set()
    kept = []
    for fact in facts:
        key = (fact.value.kind, fact.value.name, fact.value.day)
        if key not in seen or fact.place.cell:
            kept.append(fact)
        seen.add(key)
    return tuple(kept)
