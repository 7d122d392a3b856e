"""One photo judged for a cell: whose it is, when it was taken, whether it is the same as another, what is in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from verifier.counting.eligibility import eligible, settled
from verifier.counting.eligibility.candidates import hinted
from verifier.counting.eligibility.certain import unsure_of
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.edited import edited
from verifier.counting.eligibility.period import YEAR_UNKNOWN, in_period, outside, undated
from verifier.counting.eligibility.reuse import reused
from verifier.counting.flags import flag
from verifier.counting.photos.belonging import cell_of, events_for, is_announced
from verifier.counting.photos.dating import NAMES, Dating, date_photo
from verifier.counting.photos.paper_pictures import is_of_text, photos_of
from verifier.counting.photos.photo import Photo, may_be_screen
from verifier.counting.photos.same_picture import filed_apart, firsts, is_photo
from verifier.counting.photos.whose_fair import is_commercial, is_elsewhere, is_out_of_town, names_agency
from verifier.language.comparing_text import plain
from verifier.model import (
    NO_SCENE,
    SCHOOL,
    STANDINGS,
    Event,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Papers,
    PhotoTaking,
    PublicFairTaking,
    RuleSet,
    Standing,
)

_EASED = ("date-missing", "content-unconfirmed", "low-confidence")
"""what matters no more where another photo counts for sure"""

_SEVERAL = 2
"""days of one collage, at least"""
_KEPT = ("image-edited", "reused-from-earlier", "reused-across-schools")
"""what is said of a copy too"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A photo of an event, for one cell."""

    photo: Photo
    event: Fact[Event]
    dating: Dating
    standing: Standing
    why: str
    flags: tuple[Flag, ...] = ()

    def evidence(self, cell: Indicator[PhotoTaking], key: str = "", joint: str = "") -> Evidence:
        facts = (self.event, *(one.fact for one in self.dating.dates[:2]))
        path, own = self.photo.seen.path, key or self.photo.key
        return Evidence(cell.id, path, facts, "content", self.why, self.standing, own, joint=joint)


def photos_for(
    cell: Indicator[PhotoTaking], papers: Papers, rules: RuleSet
) -> tuple[tuple[Judged, ...], tuple[Judged, ...]]:
    """The photos that belong to a cell, and those that show one of them again."""
    mine = [photo for photo in photos_of(papers, rules) if cell_of(photo, papers, rules, papers.hints) == cell.id]
    judged = [
        _judge(cell, part, events, papers, rules)
        for photo in mine
        for part, events in _parts(cell, photo, papers, rules)
    ]
    judged.sort(key=lambda one: _rank(one, cell, papers))
    pictures = list({one.photo.seen.path: one.photo.seen for one in judged if is_photo(one.photo.seen)}.values())
    again = firsts(pictures, rules)
    kept = tuple(one for one in judged if one.photo.seen.path not in again)
    copies = [_copy(one, again, cell, papers) for one in judged if one.photo.seen.path in again]
    return kept, tuple(copies)


def eased(cell: Indicator[PhotoTaking], evidence: Sequence[Evidence], flags: Sequence[Flag]) -> list[Flag]:
    """The flags without doubts about single photos, where one is enough and another stands firm."""
    return list(flags) if cell.takes.distinct == "event" else settled(evidence, flags, _EASED)


def _rank(one: Judged, cell: Indicator[PhotoTaking], papers: Papers) -> tuple[int, bool, bool, str]:
    picture = one.photo.seen.document.picture
    filed = hinted(one.photo.seen, cell.id, papers)
    return STANDINGS.index(one.standing), not filed, not (picture and picture.taken_at), one.photo.key


def _copy(one: Judged, again: Mapping[str, str], cell: Indicator[PhotoTaking], papers: Papers) -> Judged:
    """A photo that shows another one again: it counts no more; in another cell's folder it is flagged there."""
    path = one.photo.seen.path
    first = again[path]
    why = f"与“{first}”是同一张照片，只计一次"
    same = [other for other, head in again.items() if head == first] + [first]
    flags: tuple[Flag, ...] = tuple(each for each in one.flags if each.code in _KEPT)
    if filed_apart(path, same, cell.id, papers.hints) is None:
        text = f"与“{first}”是同一张照片（裁剪、缩放或重新压缩过），只计一次，请核对"
        flags = (*flags, flag("near-duplicate", cell.id, text, one.photo.place))
    return replace(one, standing="out", why=why, flags=flags)


def _parts(
    cell: Indicator[PhotoTaking], photo: Photo, papers: Papers, rules: RuleSet
) -> list[tuple[Photo, tuple[Fact[Event], ...]]]:
    """The photo with its happenings; of several put together a part for each day of them, as many as photos."""
    events = events_for(cell, photo, papers, rules)
    days = {event.value.day: event for event in reversed(events) if event.value.day and event.value.day.start}
    if cell.takes.distinct != "event" or not _SEVERAL <= len(days) <= photo.many:
        return [(photo, events)]
    own = sorted(days.values(), key=events.index)
    return [(replace(photo, part=number), (event,)) for number, event in enumerate(own, 1)]


def _judge(
    cell: Indicator[PhotoTaking], photo: Photo, events: Sequence[Fact[Event]], papers: Papers, rules: RuleSet
) -> Judged:
    event = events[0]
    dating = date_photo(photo, event, papers, rules, cell.takes.printed_dates)
    doubts = [
        *_doubts_of_date(photo, dating, papers),
        *_doubts_of_content(cell, photo, event, papers, rules),
        *_doubts_of_reuse(cell, photo, event, papers, rules),
    ]
    read = _least_sure(events, dating, papers, rules)
    door = eligible(photo.seen, cell, papers, rules, event, doubts, read=read, name="照片")
    if door.reason:
        return Judged(photo, event, dating, "out", f"照片{door.reason}", door.flags)
    flags = (*door.flags, *edited(cell, photo.seen, rules))
    return Judged(photo, event, dating, door.standing, _why(photo, event, dating), flags)


def _doubts_of_date(photo: Photo, dating: Dating, papers: Papers) -> Iterator[Doubt]:
    if papers.period is None:
        yield YEAR_UNKNOWN
        return
    best, inside = dating.best, dating.within(papers.period)
    if inside is False and best is not None:
        yield outside(f"照片日期“{best.fact.quote}”", "照片", best.fact.place)
    elif dating.conflict:
        one, other = dating.conflict
        told = f"{NAMES[one.source]}“{one.fact.quote}”与{NAMES[other.source]}“{other.fact.quote}”相差较大"
        what = told if inside else f"{told}，其中一个不在考核期内"
        yield Doubt("date-conflict", "firm" if inside else "open", what, "请核实拍摄日期", photo.place)
    elif inside is None:
        what = "照片没有可以确定的日期（相机、水印、说明、图中文字和其他材料都没有）"
        yield undated(what, "请补充能说明日期的材料", photo.place)


def _doubts_of_content(
    cell: Indicator[PhotoTaking], photo: Photo, event: Fact[Event], papers: Papers, rules: RuleSet
) -> Iterator[Doubt]:
    name = event.value.name
    others = is_commercial(event, photo, papers, rules) or is_out_of_town(event, photo, papers, rules)
    foreign = others or is_elsewhere(event, rules)
    if event.value.kind in cell.takes.open_events:
        what = f"“{name}”是否算作“{cell.name}”需要判断"
        yield Doubt("judgement-required", "open", what, "请审核人员确定", event.place)
    elif cell.takes.distinct == "event" and foreign:
        what = f"“{name}”像是招聘机构举办或在校外的，看不出在校内举办"
        yield Doubt("judgement-required", "open", what, "请审核人员确定", event.place)
    elif is_announced(photo, event, rules.words):
        what = f"写有“{name}”的像是海报或预告，看不出活动正在举办"
        yield Doubt("judgement-required", "open", what, "请补充活动现场的照片", event.place)
    elif event.value.kind in rules.words.photos.poster_tells and _is_of_a_text(photo, event, rules):
        what = f"图中的“{name}”像是写在文字材料里的，看不出活动正在举办"
        yield Doubt("judgement-required", "open", what, "请补充活动现场的照片", event.place)
    elif shown := _is_no_scene(cell, photo, event, rules):
        yield Doubt("content-unconfirmed", "open", f"这是{shown}，不是现场照片", "请补充现场照片", event.place)


def _is_of_a_text(photo: Photo, event: Fact[Event], rules: RuleSet) -> bool:
    """Whether a text names the happening: beside many others, or in its sentences alone."""
    return photo.said_by(event) is None and is_of_text(photo, event.value.kind, rules.words)


def _is_no_scene(cell: Indicator[PhotoTaking], photo: Photo, event: Fact[Event], rules: RuleSet) -> str:
    """What a picture shows instead of a scene; '' where it shows one."""
    words = rules.words.photos
    if doubtful := next((fact for fact in photo.seen.pictures if may_be_screen(fact, event, rules.words)), None):
        what = "文字页面或幻灯片" if doubtful.role == NO_SCENE else "疑似截图的图片"
        return "" if isinstance(cell.takes, PublicFairTaking) else f"{what}（{doubtful.quote}）"
    text = plain("".join(line.text for line in (*photo.lines, *photo.context)))
    if not cell.takes.printed_dates and any(word in text for word in words.design_words):
        return "设计稿"
    if not cell.takes.printed_dates and words.slide_heads.any.search(plain(event.quote)):
        return "投影或课件"
    own = plain("".join(line.text for line in photo.lines))
    awards = sum(word in own for word in words.award_words)
    return "获奖证书" if awards >= 2 and any(word in own for word in words.award_titles) else ""


def _doubts_of_reuse(
    cell: Indicator[PhotoTaking], photo: Photo, event: Fact[Event], papers: Papers, rules: RuleSet
) -> Iterator[Doubt]:
    if is_photo(photo.seen) and not _is_handed_out(cell, photo, event, rules):
        yield from reused(photo.seen.path, papers, "这张照片", photo.place)


def _is_handed_out(cell: Indicator[PhotoTaking], photo: Photo, event: Fact[Event], rules: RuleSet) -> bool:
    """A poster's file as the bureau gave it to every school: it names the bureau, no school, and no camera took it."""
    picture = photo.seen.document.picture
    if picture is not None and (picture.camera or picture.taken_at):
        return False
    if cell.takes.printed_dates or event.value.kind != rules.words.photos.poster_event:
        return False
    return not photo.facts(SCHOOL) and names_agency("".join(line.text for line in photo.lines), rules)


def _least_sure(events: Sequence[Fact[Event]], dating: Dating, papers: Papers, rules: RuleSet) -> Fact[object]:
    """What points hang on: of the events and of the dates in the period one that was read for sure, else the first."""
    telling = [one.fact for one in dating.dates if in_period(one.span, papers.period)]
    found = [_surest(facts, rules) for facts in (events, telling) if facts]
    return next((fact for fact in found if _is_unsure(fact, rules)), found[0])


def _surest(facts: Sequence[Fact[object]], rules: RuleSet) -> Fact[object]:
    return next((fact for fact in facts if not _is_unsure(fact, rules)), facts[0])


def _is_unsure(fact: Fact[object], rules: RuleSet) -> bool:
    return bool(unsure_of(fact, rules))


def _why(photo: Photo, event: Fact[Event], dating: Dating) -> str:
    where = "照片文字" if photo.said_by(event) is None else "图片说明"
    when = f"，{NAMES[dating.best.source]}为“{dating.best.fact.quote}”" if dating.best else ""
    return f"{where}写明“{event.quote}”{when}"
