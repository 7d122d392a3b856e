"""When a photo was taken, by camera, watermark, caption, title, its own text, or another paper that names the event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from verifier.counting.eligibility.period import Period, in_period
from verifier.counting.photos.camera_dates import dates_of_camera
from verifier.counting.photos.dated import (
    Dated,
    Source,
    apart,
    complete,
    date_of_event,
    ends,
    is_close,
    named_years,
    with_year,
    years_of,
)
from verifier.counting.photos.paper_dates import date_elsewhere, dates_of_title, holders
from verifier.counting.photos.photo import Photo
from verifier.model import DATE, DateSpan, Event, Fact, Papers, RuleSet

NAMES: dict[Source, str] = {
    "camera": "相机时间",
    "watermark": "水印",
    "caption": "图片说明",
    "title": "材料标题",
    "text": "图中文字",
    "paper": "其他材料",
}
"""of the sources, the one that is trusted most first"""
_TRUSTED = tuple(NAMES)


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
    own = [*dates_of_camera(photo, rules.words), *_written_about(photo, papers)]
    text = _in_picture(photo, event, [one.fact for one in own if one.source == "watermark"])
    if not printed:
        text = [] if own else _of_poster(text, papers.period)
    dates = own + [Dated("text", fact) for fact in text]
    if not dates and (told := date_elsewhere(photo, event, papers, rules)):
        dates = [Dated("paper", told)]
    dates.sort(key=lambda one: _TRUSTED.index(one.source))
    return Dating(tuple(dates), _conflict(dates, rules.assessment.conflict_days))


def _conflict(dates: Sequence[Dated], most: int) -> tuple[Dated, Dated] | None:
    """The first two sources that disagree; a source with several dates agrees when one of them does."""
    by_source: dict[Source, list[Dated]] = {}
    for dated in dates:
        by_source.setdefault(dated.source, []).append(dated)
    for some, others in combinations(by_source.values(), 2):
        near = min(((a, b) for a in some for b in others), key=lambda pair: apart(pair[0].span, pair[1].span))
        if apart(near[0].span, near[1].span) > most:
            return near
    return None


def _written_about(photo: Photo, papers: Papers) -> Iterator[Dated]:
    """Dates of captions and headings, and of the title of the document that holds the picture."""
    captions, headings = _said(photo)
    titles = headings or [fact for seen in holders(photo, papers) for fact in dates_of_title(seen)]
    captions = complete(with_year(fact, years_of(titles)) for fact in captions)
    yield from (Dated("caption", fact) for fact in [*filter(is_close, captions)] or captions)
    yield from (Dated("title", fact) for fact in complete(titles)[:1])


def _said(photo: Photo) -> tuple[list[Fact[DateSpan]], list[Fact[DateSpan]]]:
    """The dates of captions, and those of headings over the picture."""
    captions: list[Fact[DateSpan]] = []
    headings: list[Fact[DateSpan]] = []
    for fact in photo.facts(DATE):
        line = photo.said_by(fact)
        if line is not None and fact.role != "printed":
            (headings if line.role in ("title", "heading") else captions).append(fact)
    return captions, headings


def _in_picture(photo: Photo, event: Fact[Event], marks: Sequence[Fact[DateSpan]]) -> list[Fact[DateSpan]]:
    """Dates on banners, screens and stands: the event's own one before all others, days before years."""
    shown = _shown(photo, event, marks)
    days = [fact for fact in shown if is_close(fact)]
    return _of_event(event, days, marks) or days or shown or _year_of_name(event)


def _shown(photo: Photo, event: Fact[Event], marks: Sequence[Fact[DateSpan]]) -> list[Fact[DateSpan]]:
    """The dates in the picture but for marks; one without a year takes that of the others, else one that is named."""
    unsaid = (fact for fact in photo.facts(DATE) if photo.said_by(fact) is None and fact.role != "printed")
    found = [fact for fact in unsaid if fact not in marks]
    years = years_of(found) or named_years([event.quote, event.value.name, *(line.text for line in photo.lines)])
    return complete(with_year(fact, years) for fact in found)


def _of_event(
    event: Fact[Event], days: Sequence[Fact[DateSpan]], marks: Sequence[Fact[DateSpan]]
) -> list[Fact[DateSpan]]:
    """The date that stands with the event's name, as it was read there or in the picture; none that is a mark too."""
    stated = event.value.day
    if stated is None or stated.start is None:
        return []
    told = [fact for fact in days if fact.value == stated]
    if told or any(fact.value == stated for fact in marks):
        return told
    return [date_of_event(event, stated)]


def _year_of_name(event: Fact[Event]) -> list[Fact[DateSpan]]:
    """The one year that the event's name bears: 2024年春季招聘会."""
    years = named_years([event.quote, event.value.name])
    if len(years) != 1:
        return []
    year = years.pop()
    return [date_of_event(event, DateSpan(date(year, 1, 1), date(year, 12, 31), "year"))]


def _of_poster(text: list[Fact[DateSpan]], period: Period | None) -> list[Fact[DateSpan]]:
    """The date that dates a poster without any other: one in the period before the latest of the others."""
    inside = [one for one in text if in_period(one.value, period)]
    return [max(inside or text, key=lambda one: ends(one.value))] if text else []
