"""The day that another paper gives for a happening: a plan, a notice, a post, a ledger."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.counting.eligibility.period import in_period
from verifier.counting.photos.dated import EXTRACTOR, complete, date_of_event, with_year, years_of
from verifier.counting.photos.photo import Photo
from verifier.counting.photos.same_event import YEAR, is_same_event
from verifier.language.comparing_text import plain
from verifier.model import DATE, DateSpan, Event, Fact, Observed, Papers, RuleSet

_TELLING_NAME = 6
"""characters of a leaflet's name that is no mere 宣传资料 or 政策手册"""


def holders(photo: Photo, papers: Papers) -> list[Observed]:
    """The documents that hold the picture."""
    parents = {seen.document.file.parent for seen in (photo.seen, *photo.copies)} - {None}
    return [seen for seen in papers.observed if seen.path in parents]


def dates_of_title(seen: Observed) -> list[Fact[DateSpan]]:
    """The dates that stand in the titles of a paper."""
    places = {fact.place for fact in seen.titles if fact.label != "sheet-name"}
    return [fact for fact in seen.dates if fact.place in places and fact.role != "printed"]


def date_elsewhere(photo: Photo, event: Fact[Event], papers: Papers, rules: RuleSet) -> Fact[DateSpan] | None:
    """The one date of its kind in the document around the photo, else the best that any paper gives for the event.

    None where papers disagree on whether it lies in the period.
    """
    around = {dated.value: dated for seen in holders(photo, papers) for dated in _days_of_kind(seen, event)}
    if len(around) == 1:
        return next(iter(around.values()))
    told = [dated for seen in papers.observed for dated in _told_in(seen, event, rules)]
    if papers.period and len({in_period(one.value, papers.period) for one in told}) > 1:
        return None
    return min(told, key=_exact_first, default=None)


def _exact_first(dated: Fact[DateSpan]) -> tuple[bool, str, str]:
    return dated.value.precision != "day", dated.place.file, str(dated.place)


def _days_of_kind(seen: Observed, event: Fact[Event]) -> Iterator[Fact[DateSpan]]:
    """The days that the document around a photo gives for happenings of its kind."""
    named = (fact for fact in seen.events if fact.value.kind == event.value.kind and fact.value.day is not None)
    yield from filter(None, (day_of_mention(seen, fact) for fact in named))


def _told_in(seen: Observed, event: Fact[Event], rules: RuleSet) -> Iterator[Fact[DateSpan]]:
    """The dates that a paper gives for an event; another photo of it tells none."""
    if event.value.kind == "handout" and _hands_out(seen, plain(event.value.name), rules):
        yield from complete(dated for dated in seen.dates if dated.value.precision == "day" and dated.role != "printed")
    record = event.value.kind == "consultation" and "consultation-record" in seen.types
    if seen.document.file.kind == "image" and not seen.screens and not record:
        return
    for fact in seen.events:
        # the rows of a record name what was asked, not the consultation
        same = is_same_event(event, fact, rules) or (record and fact.value.kind == event.value.kind)
        if same and (dated := day_of_mention(seen, fact)):
            yield dated


def _hands_out(seen: Observed, leaflet: str, rules: RuleSet) -> bool:
    """Whether a paper is the record of handing out a leaflet: its title says both, with the leaflet's name."""
    titles = [plain(fact.value) for fact in seen.titles if fact.label != "sheet-name"]
    records = rules.words.photos.handout_records.each
    found = ((title, each.search(title)) for title in titles for each in records)
    return any(_is_named_alike(title[: match.start()], leaflet) for title, match in found if match)


def _is_named_alike(name: str, other: str) -> bool:
    """Whether one name has the other in it, and no two different years stand in them."""
    years = [set(YEAR.findall(each)) for each in (name, other)]
    if all(years) and years[0] != years[1]:
        return False
    one, two = (YEAR.sub("", each).replace("年", "") for each in (name, other))
    return min(len(one), len(two)) >= _TELLING_NAME and (one in two or two in one)


def day_of_mention(seen: Observed, fact: Fact[Event]) -> Fact[DateSpan] | None:
    """The date that a paper gives for an event in it: beside the name, else of the post, else the paper's own one."""
    if fact.value.day is not None:
        years = years_of(dates_of_title(seen)) or years_of(seen.dates)
        return next(iter(complete([with_year(date_of_event(fact, fact.value.day), years)])), None)
    if posted := _day_of_post(seen, fact):
        return posted
    return None if seen.posts or seen.rosters else _day_of_paper(seen)


def _day_of_post(seen: Observed, fact: Fact[Event]) -> Fact[DateSpan] | None:
    """The day of the post that names an event: its own line of a list, or the article around it."""
    for post in seen.posts:
        day = post.value.day
        if day and day.start and (post.place == fact.place or post.value.view == "article"):
            return Fact(DATE, day, post.label, post.place, post.confidence, EXTRACTOR, "published")
    return None


def _day_of_paper(seen: Observed) -> Fact[DateSpan] | None:
    """The first day that a paper gives for what happened, else the last one under it."""
    days = [one for one in seen.dates if one.value.start and one.value.precision == "day"]
    if seen.screens:  # a chat says when it was written
        return next(iter(days), None)
    happened, issued, published = (
        [one for one in days if one.role == role] for role in ("event", "issued", "published")
    )
    return next(iter([*happened[:1], *issued[-1:], *published[-1:]]), None)
