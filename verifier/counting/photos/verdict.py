"""One photo judged for a cell: whose it is, when it was taken, whether it is the same as another, what is in doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from verifier.counting.photos.dating import NAMES, Dating, date_photo
from verifier.counting.photos.photo import (
    Photo,
    cell_of,
    events_for,
    is_commercial,
    is_elsewhere,
    names_agency,
    photos_of,
)
from verifier.counting.photos.same_picture import filed_apart, firsts, is_photo
from verifier.counting.sight import flag, hinted, in_period, plain, school_verdict
from verifier.model import (
    SCHOOL,
    STANDINGS,
    Event,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Reuse,
    RuleSet,
    Standing,
    weaker,
)

_EASED = ("date-missing", "content-unconfirmed", "low-confidence")
"""what matters no more where another photo counts for sure"""

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

    def evidence(self, cell: Indicator, key: str = "", joint: str = "") -> Evidence:
        facts = (self.event, *(one.fact for one in self.dating.dates[:2]))
        path, own = self.photo.seen.path, key or self.photo.key
        return Evidence(cell.id, path, facts, "content", self.why, self.standing, own, joint=joint)


def photos_for(cell: Indicator, papers: Papers, rules: RuleSet) -> tuple[tuple[Judged, ...], tuple[Judged, ...]]:
    """The photos that belong to a cell, and those that show one of them again."""
    mine = [photo for photo in photos_of(papers, rules) if cell_of(photo, papers, rules, papers.hints) == cell.id]
    judged = [_judge(cell, photo, papers, rules) for photo in mine]
    judged.sort(key=lambda one: _rank(one, cell, papers))
    pictures = [one.photo.seen for one in judged if is_photo(one.photo.seen)]
    again = firsts(pictures, rules)
    kept = tuple(one for one in judged if one.photo.seen.path not in again)
    copies = [_copy(one, again, cell, papers) for one in judged if one.photo.seen.path in again]
    return kept, tuple(copies)


def eased(cell: Indicator, evidence: Sequence[Evidence], flags: Sequence[Flag]) -> list[Flag]:
    """The flags without doubts about single photos, where one is enough and another stands firm."""
    if cell.takes.distinct == "event" or not any(each.standing == "firm" for each in evidence):
        return list(flags)
    return [each for each in flags if each.code not in _EASED]


def _rank(one: Judged, cell: Indicator, papers: Papers) -> tuple[int, bool, bool, str]:
    picture = one.photo.seen.document.picture
    filed = hinted(one.photo.seen, cell.id, papers)
    return STANDINGS.index(one.standing), not filed, not (picture and picture.taken_at), one.photo.key


def _copy(one: Judged, again: Mapping[str, str], cell: Indicator, papers: Papers) -> Judged:
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


def _judge(cell: Indicator, photo: Photo, papers: Papers, rules: RuleSet) -> Judged:
    events = events_for(cell, photo, papers, rules)
    event = events[0]
    dating = date_photo(photo, event, papers, rules, cell.takes.printed_dates)
    why = _why(photo, event, dating)
    verdict, other = _whose(photo, papers, rules)
    if verdict == "out":
        text = f"照片属于{other}，不计入，请核对"
        flags: tuple[Flag, ...] = (flag("school-mismatch", cell.id, text, event.place),)
        return Judged(photo, event, dating, "out", f"照片属于{other}", flags)
    doubts = [
        *_doubts_of_school(cell, verdict, event),
        *_doubts_of_date(cell, photo, dating, papers),
        *_doubts_of_content(cell, photo, event, papers, rules),
        *_doubts_of_reuse(cell, photo, event, papers, rules),
    ]
    standing = _weakest([verdict, *(each for each, _ in doubts)])
    if standing in ("firm", "counted"):
        unsure = _unsure(events, dating, papers, rules)
        if unsure is not None:
            standing = weaker(standing, "counted")
            text = f"“{unsure.quote}”识别把握不足，请看原件"
            doubts.append(("counted", flag("low-confidence", cell.id, text, unsure.place)))
    flags = tuple(each for at, each in doubts if each and (standing != "out" or at == "out"))
    return Judged(photo, event, dating, standing, why, (*flags, *_edited(cell, photo, rules)))


Doubt = tuple[Standing, Flag | None]


def _weakest(standings: Sequence[Standing]) -> Standing:
    return reduce(weaker, standings)


def _doubts_of_school(cell: Indicator, verdict: Standing, event: Fact[Event]) -> list[Doubt]:
    if verdict != "open":
        return []
    text = "只写有学校总校的名称，看不出是不是本校区的，请审核人员核对"
    return [("open", flag("judgement-required", cell.id, text, event.place))]


def _doubts_of_date(cell: Indicator, photo: Photo, dating: Dating, papers: Papers) -> list[Doubt]:
    if papers.period is None:
        return [("open", None)]
    best, inside = dating.best, dating.within(papers.period)
    if inside is False and best is not None:
        text = f"照片日期“{best.fact.quote}”不在考核期内，不计入，请补充考核年度的照片"
        return [("out", flag("date-outside-period", cell.id, text, best.fact.place))]
    if dating.conflict:
        one, other = dating.conflict
        told = f"{NAMES[one.source]}“{one.fact.quote}”与{NAMES[other.source]}“{other.fact.quote}”"
        doubt = "相差较大，请核实拍摄日期" if inside else "相差较大，其中一个不在考核期内，请核实拍摄日期"
        return [("firm" if inside else "open", flag("date-conflict", cell.id, f"{told}{doubt}", photo.place))]
    if inside is None:
        text = "照片没有可以确定的日期（相机、水印、说明、图中文字和其他材料都没有），请补充能说明日期的材料"
        return [("open", flag("date-missing", cell.id, text, photo.place))]
    return []


def _doubts_of_content(
    cell: Indicator, photo: Photo, event: Fact[Event], papers: Papers, rules: RuleSet
) -> list[Doubt]:
    text = plain("".join(line.text for line in (*photo.lines, *photo.context)))
    if event.value.kind in cell.takes.open_events:
        ask = f"“{event.value.name}”是否算作“{cell.name}”需要判断，请审核人员确定"
        return [("open", flag("judgement-required", cell.id, ask, event.place))]
    foreign = is_commercial(event, photo, papers, rules) or is_elsewhere(event, rules)
    if cell.takes.distinct == "event" and foreign:
        ask = f"“{event.value.name}”像是招聘机构举办或在校外的，看不出在校内举办，请审核人员确定"
        return [("open", flag("judgement-required", cell.id, ask, event.place))]
    design = not cell.takes.printed_dates and any(word in text for word in rules.words.photos.design_words)
    own = plain("".join(line.text for line in photo.lines))
    awards = sum(word in own for word in rules.words.photos.award_words)
    award = awards >= 2 and any(word in own for word in rules.words.photos.award_titles)
    if design or award:
        what = "设计稿" if design else "获奖证书"
        ask = f"这是{what}，不是现场照片，请补充现场照片"
        return [("open", flag("content-unconfirmed", cell.id, ask, event.place))]
    return []


def _doubts_of_reuse(cell: Indicator, photo: Photo, event: Fact[Event], papers: Papers, rules: RuleSet) -> list[Doubt]:
    if not is_photo(photo.seen) or _is_handed_out(cell, photo, event, rules):
        return []
    found = papers.reused.get(photo.seen.path, ())
    return [("open", flag(reuse.code, cell.id, f"这张照片{told_reuse(reuse)}", photo.place)) for reuse in found]


def _is_handed_out(cell: Indicator, photo: Photo, event: Fact[Event], rules: RuleSet) -> bool:
    """A poster's file as the bureau gave it to every school: it names the bureau, no school, and no camera took it."""
    picture = photo.seen.document.picture
    if cell.takes.printed_dates or event.value.kind != "poster" or (picture and (picture.camera or picture.taken_at)):
        return False
    return not photo.facts(SCHOOL) and names_agency("".join(line.text for line in photo.lines), rules)


def told_reuse(reuse: Reuse) -> str:
    """What a reviewer reads of a reuse."""
    year = f"{reuse.year}年度" if reuse.year else ""
    if reuse.code == "reused-from-earlier":
        return f"在{year or '上年度'}的材料中已经用过（{reuse.path}），不计入，请换用考核年度的材料"
    return f"也出现在“{reuse.school}”{year}的材料中（{reuse.path}），不计入，请核实是哪所学校的"


def _unsure(events: Sequence[Fact[Event]], dating: Dating, papers: Papers, rules: RuleSet) -> Fact[object] | None:
    """The text that points hang on and that was not read for sure."""
    sure = float(rules.assessment.sure)
    if all(fact.confidence < sure for fact in events):
        return events[0]
    telling = [one.fact for one in dating.dates if in_period(one.span, papers.period)]
    return telling[0] if telling and all(fact.confidence < sure for fact in telling) else None


def _edited(cell: Indicator, photo: Photo, rules: RuleSet) -> tuple[Flag, ...]:
    flagged = edited(cell, photo.seen, rules)
    return (flagged,) if flagged else ()


def edited(cell: Indicator, seen: Observed, rules: RuleSet) -> Flag | None:
    """The question that a picture raises whose metadata say that a program made it, wrote it, or wrote it later."""
    picture = seen.document.picture
    if picture is None:
        return None
    traces = picture.traces or ((picture.software,) if picture.software else ())
    made = _named(traces, rules.words.photos.generators)
    by = _named(traces, rules.words.photos.editors)
    later = picture.taken_at and picture.changed_at and picture.changed_at - picture.taken_at
    if made:
        text = f"图片文件自称由人工智能生成或合成（标记为“{made}”），请与原图核对"
    elif by:
        text = f"图片由“{by}”保存过，可能修改过，请与原图核对"
    elif later and later.days >= rules.assessment.edited_days:
        text = f"图片文件在拍摄{later.days}天后又被改写过，可能修改过，请与原图核对"
    else:
        return None
    return flag("image-edited", cell.id, text, picture.place)


def _named(traces: Sequence[str], words: Sequence[str]) -> str:
    """The first trace that bears one of the words, as it stands; '' when none does."""
    return next((each for each in traces if any(word.lower() in each.lower() for word in words)), "")


def _whose(photo: Photo, papers: Papers, rules: RuleSet) -> tuple[Standing, str]:
    """Of the photo itself, else of the document that holds it."""
    verdict, other = school_verdict(photo.seen, papers, rules)
    if verdict == "firm" and not photo.seen.schools:
        holder = next((seen for seen in papers.observed if seen.path == photo.seen.document.file.parent), None)
        if holder is not None:
            return school_verdict(holder, papers, rules)
    return verdict, other


def _why(photo: Photo, event: Fact[Event], dating: Dating) -> str:
    where = "照片文字" if photo.said_by(event) is None else "图片说明"
    when = f"，{NAMES[dating.best.source]}为“{dating.best.fact.quote}”" if dating.best else ""
    return f"{where}写明“{event.quote}”{when}"
