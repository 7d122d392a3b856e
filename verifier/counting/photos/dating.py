"""When a photo was taken, by camera, watermark, caption, title, its own text, or another paper that names the event."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from verifier.counting.eligibility.period import Period, in_period
from verifier.counting.photos.photo import Photo
from verifier.counting.photos.same_event import YEAR, is_same_event
from verifier.facts.dates import find_dates
from verifier.facts.posts.screen_lines import spaced
from verifier.language.comparing_text import plain
from verifier.model import DATE, Box, DateSpan, Event, Fact, Observed, Papers, RuleSet, TextLine, Words

Source = Literal["camera", "watermark", "caption", "title", "text", "paper"]
SOURCES: tuple[Source, ...] = ("camera", "watermark", "caption", "title", "text", "paper")
NAMES: dict[Source, str] = {
    "camera": "相机时间",
    "watermark": "水印",
    "caption": "图片说明",
    "title": "材料标题",
    "text": "图中文字",
    "paper": "其他材料",
}
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}(?!\d)")
_CLOCK_FIRST = re.compile(r"(?<!\d)(\d{1,2}:\d{2}(?::\d{2})?)(?=(?:19|20)\d\d\D)")
_NUMERIC = re.compile(r"[\d.\-/\s:：]+")


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of a photo and where it comes from."""

    source: Source
    fact: Fact[DateSpan]

    @property
    def span(self) -> DateSpan:
        return self.fact.value


@dataclass(frozen=True, slots=True)
class Dating:
    """All that dates a photo, the source that is trusted most first."""

    dates: tuple[Dated, ...] = ()
    conflict: tuple[Dated, Dated] | None = None
    """two that lie further apart than the rule set allows"""

    @property
    def best(self) -> Dated | None:
        return self.dates[0] if self.dates else None

    @property
    def days(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each date that names days."""
        return tuple(ends(one.span) for one in self.dates if one.span.precision == "day")

    def within(self, period: Period) -> bool | None:
        """Whether the photo is of the period: None without a date, or where two that conflict disagree on it."""
        asked = self.conflict or self.dates[:1]
        inside = {in_period(one.span, period) for one in asked}
        return inside.pop() if len(inside) == 1 else None


def date_photo(photo: Photo, event: Fact[Event], papers: Papers, rules: RuleSet, printed: bool = True) -> Dating:
    """The dates of a photo of an event. `printed`: whether dates in the picture date it beside the other sources."""
    own = [*_camera(photo), *_watermarks(photo, rules.words), *_written_about(photo, papers)]
    text = _in_picture(photo, event, [one.fact for one in own if one.source == "watermark"])
    if not printed:
        text = [] if own else _of_poster(text, papers.period)
    dates = own + text
    if not dates:
        dates = _elsewhere(photo, event, papers, rules)
    dates.sort(key=lambda one: SOURCES.index(one.source))
    return Dating(tuple(dates), _conflict(dates, rules.assessment.conflict_days))


def ends(span: DateSpan) -> tuple[date, date]:
    """First and last day of a date with a year."""
    assert span.start is not None
    return span.start, span.end or span.start


def apart(one: DateSpan, other: DateSpan) -> int:
    """Days between two dates; 0 when they overlap."""
    (start, end), (begin, stop) = ends(one), ends(other)
    return max(0, (begin - end).days, (start - stop).days)


def _conflict(dates: Sequence[Dated], most: int) -> tuple[Dated, Dated] | None:
    """The first two sources that disagree; a source with several dates agrees when one of them does."""
    sources = list(dict.fromkeys(one.source for one in dates))
    for index, source in enumerate(sources):
        for other in sources[index + 1 :]:
            pairs = [(a, b) for a in dates if a.source == source for b in dates if b.source == other]
            near = min(pairs, key=lambda pair: apart(pair[0].span, pair[1].span))
            if apart(near[0].span, near[1].span) > most:
                return near
    return None


# --- the photo itself -------------------------------------------------------------------------------


def _camera(photo: Photo) -> list[Dated]:
    picture = photo.seen.document.picture
    if picture is None or picture.taken_at is None:
        return []
    day = picture.taken_at.date()
    span = DateSpan(day, day, "day", day.month, day.day)
    quote = f"{picture.taken_at:%Y-%m-%d %H:%M}（相机时间）"
    return [Dated("camera", Fact(DATE, span, quote, picture.place, 1.0, "photo-dates", "taken"))]


def _watermarks(photo: Photo, words: Words) -> list[Dated]:
    facts = [fact for fact in photo.facts(DATE) if photo.said_by(fact) is None and fact.value.start is not None]
    marks = [fact for fact in facts if _is_watermark(fact, photo, words)]
    read = {fact.place for fact in facts}
    return [
        Dated("watermark", fact) for fact in (*marks, *_glued(line for line in photo.lines if line.place not in read))
    ]


def _glued(lines: Iterable[TextLine]) -> Iterator[Fact[DateSpan]]:
    """Dates that were read as one with the time of day before or after them: 09:42 | 2024.06.06."""
    for line in lines:
        text = spaced(_CLOCK_FIRST.sub(r"\1 ", unicodedata.normalize("NFKC", line.text)))
        if text == line.text or not _CLOCK.search(text):
            continue
        for found in find_dates(text):
            if found.span.precision == "day" and found.span.start is not None:
                yield Fact(DATE, found.span, found.quote, line.place, line.confidence, "photo-dates", "taken")


def _is_watermark(fact: Fact[DateSpan], photo: Photo, words: Words) -> bool:
    """Whether a date in the picture was set on it by a camera: with a time of day, or in figures in its corner."""
    line = next((one for one in photo.lines if one.place == fact.place), None)
    if line is None or fact.value.precision != "day":
        return False
    if fact.role == "taken" and any(word in line.text for word in words.photos.taken_words):
        return True
    shown = [plain(one.text) for one in photo.lines]
    marked = any(words.screens.watermark.any.search(text) for text in shown)
    clock = _CLOCK.search(line.text) or any(re.fullmatch(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?", text) for text in shown)
    if fact.role not in ("taken", "", "published", "issued"):
        return False
    bare = len(plain(line.text)) <= len(plain(fact.quote)) + 16
    return bare and (bool(clock) or marked or (bool(_NUMERIC.fullmatch(line.text)) and _in_corner(line, photo)))


def _in_corner(line: TextLine, photo: Photo) -> bool:
    box: Box | None = line.place.box
    size = photo.page.size if photo.page else None
    if box is None or size is None:
        return False
    width, height = size if not photo.page or photo.page.turn % 180 == 0 else (size[1], size[0])
    return box[1] > 0.75 * height and (box[0] > 0.5 * width or box[2] < 0.5 * width)


def _written_about(photo: Photo, papers: Papers) -> list[Dated]:
    """Dates of captions and headings, and of the title of the document that holds the picture."""
    found: list[Dated] = []
    titled: list[Fact[DateSpan]] = []
    for fact in photo.facts(DATE):
        line = photo.said_by(fact)
        if line is None or fact.role == "printed":
            continue
        if line.role in ("title", "heading"):
            titled.append(fact)
        else:
            found.append(Dated("caption", fact))
    titled = titled or [fact for seen in _holders(photo, papers) for fact in _of_title(seen)]
    years = {year for fact in titled for year in _years_of(fact.value)}
    full = [_with_year(fact, years) for fact in (one.fact for one in found)]
    captions = [Dated("caption", fact) for fact in full if fact.value.start is not None]
    titles = [Dated("title", fact) for fact in titled if fact.value.start is not None]
    precise = [one for one in captions if one.span.precision in ("day", "month")]
    return (precise or captions) + titles[:1]


def _holders(photo: Photo, papers: Papers) -> list[Observed]:
    parents = {seen.document.file.parent for seen in (photo.seen, *photo.copies)} - {None}
    return [seen for seen in papers.observed if seen.path in parents]


def _of_title(seen: Observed) -> list[Fact[DateSpan]]:
    places = {fact.place for fact in seen.titles if fact.label != "sheet-name"}
    return [fact for fact in seen.dates if fact.place in places and fact.role != "printed"]


def _in_picture(photo: Photo, event: Fact[Event], marks: Sequence[Fact[DateSpan]]) -> list[Dated]:
    """Dates on banners, screens and stands: the event's own one before all others, days before years."""
    own = [fact for fact in photo.facts(DATE) if photo.said_by(fact) is None and fact not in marks]
    own = [fact for fact in own if fact.role != "printed"]
    quotes = [event.quote, event.value.name, *(line.text for line in photo.lines)]
    years = {year for fact in own for year in _years_of(fact.value)} or _named_years(quotes)
    own = [full for fact in own if (full := _with_year(fact, years)).value.start is not None]
    days = [fact for fact in own if fact.value.precision in ("day", "month")]
    stated = event.value.day
    if stated is not None and stated.start is not None:
        told = [fact for fact in days if fact.value == stated]
        if not told and not any(fact.value == stated for fact in marks):
            told = [Fact(DATE, stated, event.quote, event.place, event.confidence, "photo-dates", "event")]
        days = told or days
    if not days and not own and len(named := _named_years([event.quote, event.value.name])) == 1:
        year = named.pop()
        span = DateSpan(date(year, 1, 1), date(year, 12, 31), "year")
        own = [Fact(DATE, span, event.quote, event.place, event.confidence, "photo-dates", "event")]
    return [Dated("text", fact) for fact in (days or own)]


def _of_poster(text: list[Dated], period: Period | None) -> list[Dated]:
    """The date that dates a poster without any other: one in the period before the latest of the others."""
    if not text:
        return []
    inside = [one for one in text if in_period(one.span, period)]
    return [max(inside or text, key=lambda one: ends(one.span))]


def _named_years(texts: Iterable[str]) -> set[int]:
    """Years that texts name, in figures, but for those of classes (2024届)."""
    return {int(year) for text in texts for year in YEAR.findall(text)}


def _years_of(span: DateSpan) -> set[int]:
    if span.start is None or (span.end and span.end.year != span.start.year):
        return set()
    return {span.start.year}


def _with_year(fact: Fact[DateSpan], years: set[int]) -> Fact[DateSpan]:
    """A date without a year takes the one year that stands beside it."""
    span = fact.value
    if span.start is not None or len(years) != 1 or not span.month:
        return fact
    year = next(iter(years))
    try:
        start = date(year, span.month, span.day or 1)
    except ValueError:
        return fact
    if span.day:
        ranges = [one.span for one in find_dates(f"{year}年{fact.quote}") if one.span.start]
        return replace(fact, value=ranges[0] if ranges else replace(span, start=start, end=start))
    last = (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return replace(fact, value=replace(span, start=start, end=last))


# --- other papers -----------------------------------------------------------------------------------


def _elsewhere(photo: Photo, event: Fact[Event], papers: Papers, rules: RuleSet) -> list[Dated]:
    """The date that a plan, notice, post or ledger gives for the same event; none where they disagree on the period."""
    told = {dated.value: dated for seen in _holders(photo, papers) for dated in _days_of_kind(seen, event)}
    if len(told) == 1:
        return [Dated("paper", dated) for dated in told.values()]
    found: list[Dated] = []
    for seen in papers.observed:
        record = "consultation-record" in seen.types and event.value.kind == "consultation"
        if seen.document.file.kind == "image" and not seen.screens and not record:
            continue
        for fact in seen.events:
            # the rows of a record name what was asked, not the consultation
            same = is_same_event(event, fact, rules) or (record and fact.value.kind == event.value.kind)
            if same and (dated := day_of_mention(seen, fact)):
                found.append(Dated("paper", dated))
    found.sort(key=lambda one: (one.span.precision != "day", one.fact.place.file, str(one.fact.place)))
    if papers.period and len({in_period(one.span, papers.period) for one in found}) > 1:
        return []
    return found[:1]


def _days_of_kind(seen: Observed, event: Fact[Event]) -> list[Fact[DateSpan]]:
    """The days that the document around a photo gives for happenings of its kind."""
    named = [fact for fact in seen.events if fact.value.kind == event.value.kind and fact.value.day is not None]
    return [dated for fact in named if (dated := day_of_mention(seen, fact))]


def day_of_mention(seen: Observed, fact: Fact[Event]) -> Fact[DateSpan] | None:
    """The date that a paper gives for an event in it: beside the name, else of the post, else the paper's own one."""
    event = fact.value
    if event.day is not None:
        dated = Fact(DATE, event.day, fact.quote, fact.place, fact.confidence, "photo-dates", "event")
        years = {year for title in _of_title(seen) for year in _years_of(title.value)}
        dated = _with_year(dated, years or {year for one in seen.dates for year in _years_of(one.value)})
        return dated if dated.value.start is not None else None
    for post in seen.posts:
        if post.value.day and post.value.day.start and (post.place == fact.place or post.value.view == "article"):
            return Fact(DATE, post.value.day, post.label, post.place, post.confidence, "photo-dates", "published")
    if seen.posts or seen.rosters:
        return None
    if seen.screens:  # a chat says when it was written
        return next((one for one in seen.dates if one.value.start and one.value.precision == "day"), None)
    for role in ("event", "issued", "published"):
        said = [one for one in seen.dates if one.role == role and one.value.start and one.value.precision == "day"]
        if said:
            return said[0] if role == "event" else said[-1]
    return None
