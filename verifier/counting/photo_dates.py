"""When a photo was taken, by all that says so: camera, watermark, caption, its text, papers that name the event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verifier.facts.event_names import same_event_name
from verifier.model import DateSpan, Event, Fact, Indicator, Observed, Papers, Place, RuleSet, Standing

from .sight import candidates, in_period, is_picture


@dataclass(frozen=True, slots=True)
class Dated:
    source: str
    """Chinese: 拍摄时间, 水印, 图片说明, 图中文字, or the paper that names the event"""
    span: DateSpan
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Dating:
    """What the dates of a photo come to."""

    standing: Standing
    code: str
    """the flag to raise, or ''"""
    message: str
    day: date | None
    """the event's own, when one is sure enough to compare with others"""
    dates: tuple[Dated, ...]


def dating(seen: Observed, event: Event | None, cell: Indicator, papers: Papers, rules: RuleSet) -> Dating:
    """Whether a photo lies in the period, by all its dates."""
    camera, shown = _outer(seen), _printed(seen, event)
    dates = [*camera, *shown] if cell.takes.printed_dates else camera or shown
    if not dates and event is not None:
        dates = _elsewhere(seen, event, papers, rules)
    if papers.period is None:
        return Dating("open", "", "考核年度未定", _day(dates), tuple(dates))
    if not dates:
        return Dating(
            "open", "date-missing", "没有日期（拍摄时间、水印、说明、画面和其他材料都没有），请补充", None, ()
        )
    inside = [bool(in_period(each.span, papers.period)) for each in dates]
    apart = _far_apart(dates, rules.assessment.conflict_days)
    if apart:
        one, other = apart
        days = rules.assessment.conflict_days
        told = f"{one.source}是{one.quote}，{other.source}是{other.quote}，相差超过{days}天，请核对"
        standing: Standing = "firm" if all(inside) else ("open" if any(inside) else "out")
        code = "date-conflict" if any(inside) else "date-outside-period"
        return Dating(standing, code, told, _day(dates), tuple(dates))
    if not any(inside):
        text = f"{dates[0].source}是{dates[0].quote}，不在考核期内，不计入"
        return Dating("out", "date-outside-period", text, _day(dates), tuple(dates))
    return Dating("firm", "", "", _day(dates), tuple(dates))


def _outer(seen: Observed) -> list[Dated]:
    """Camera, watermark, caption: what dates the picture from outside its scene."""
    found = []
    picture = seen.document.picture
    if picture is not None and picture.taken_at is not None:
        day = picture.taken_at.date()
        found.append(Dated("拍摄时间", DateSpan(day, day), day.isoformat(), picture.place))
    for fact in seen.of("date"):
        if fact.value.start is None or fact.value.precision not in ("day", "month"):
            continue
        if fact.role == "taken":
            found.append(Dated("水印", fact.value, fact.quote, fact.place))
        elif fact.place.file != seen.path:
            found.append(Dated("图片说明", fact.value, fact.quote, fact.place))
    return found


def _printed(seen: Observed, event: Event | None) -> list[Dated]:
    """Dates in the scene: the event's own, else those of a banner or screen, else a year named with it."""
    own = [f for f in seen.of("date") if f.place.file == seen.path and f.role != "taken" and f.value.start is not None]
    days = [f for f in own if f.value.precision == "day"]
    if event is not None and event.day is not None and event.day.start is not None:
        match = next((f for f in own if f.value.start == event.day.start), None)
        if match is not None:
            return [_text(match)]
        if not _outer(seen):
            place = seen.document.pages[0].place
            return [Dated("图片文字", event.day, event.day.start.isoformat(), place)]
    if days:
        return [_text(f) for f in days if f.role != "printed"] or [_text(f) for f in days]
    if _outer(seen):
        return []
    return [_text(f) for f in own if f.role != "printed"]


def _text(fact: Fact) -> Dated:
    return Dated("画面文字", fact.value, fact.quote, fact.place)


def _elsewhere(seen: Observed, event: Event, papers: Papers, rules: RuleSet) -> list[Dated]:
    """A plan, notice, post or ledger that names the same event with a date."""
    found = []
    for other in candidates(papers):
        if is_picture(other) and not other.of("screen"):
            continue
        for fact in other.of("event"):
            day = fact.value.day
            if day is None or day.start is None or fact.value.kind != event.kind:
                continue
            if same_event_name(fact.value.name, event.name, rules.words):
                found.append(Dated(f"{other.path}", day, day.start.isoformat(), fact.place))
    return found[:1]


def _far_apart(dates: list[Dated], days: int) -> tuple[Dated, Dated] | None:
    exact = [each for each in dates if each.span.precision == "day"]
    for index, one in enumerate(exact):
        for other in exact[index + 1 :]:
            if _gap(one.span, other.span) > days:
                return one, other
    return None


def _gap(a: DateSpan, b: DateSpan) -> int:
    assert a.start and b.start
    a_end, b_end = a.end or a.start, b.end or b.start
    return max(0, (b.start - a_end).days, (a.start - b_end).days)


def _day(dates: list[Dated]) -> date | None:
    exact = [each for each in dates if each.span.precision == "day"]
    shown = [each for each in exact if each.source == "画面文字"]
    chosen = (shown or exact)[:1]
    return chosen[0].span.start if chosen else None
