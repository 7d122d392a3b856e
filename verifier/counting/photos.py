"""Photos whose text names a happening: posters put up, leaflets handed out, fairs, consultations, contests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from verifier.facts.event_names import same_event_name
from verifier.model import (
    Event,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Place,
    RuleSet,
    Standing,
    Tally,
    weaker,
)

from .likeness import filed_apart, firsts
from .photo_dates import Dating, dating
from .sight import candidates, flag, in_period, is_picture, plain, school_verdict, standing_by_confidence
from .tallying import tally_of


@dataclass(slots=True)
class Photo:
    """A photo that names a happening of the cell."""

    seen: Observed
    fact: Fact
    dating: Dating
    standing: Standing
    key: str = ""

    @property
    def event(self) -> Event:
        event: Event = self.fact.value
        return event


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure counts distinct happenings, or photos where one is enough."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    near = _near(papers, rules)
    photos: list[Photo] = []
    for seen in photos_of(papers, rules):
        flags += _reused(seen, cell, papers, rules, near)
        fact = _named(seen, cell, rules)
        if fact is None:
            continue
        if seen.path in near:
            text = f"与{near[seen.path]}是同一张照片，只计一次"
            flags.append(flag("near-duplicate", cell.id, text, fact.place))
            why = "与另一张照片相同"
            evidence.append(Evidence(cell.id, seen.path, (fact,), "content", why, "out", near[seen.path]))
            continue
        photos.append(_judged(cell, seen, fact, papers, rules, flags))
    _keyed(cell, photos, rules, flags)
    evidence += [_piece(cell, photo) for photo in photos]
    evidence += _told_only(cell, photos, papers, rules)
    flags += _notes(cell, photos)
    return tally_of(evidence, flags, cell.takes.fact or "found")


@lru_cache(maxsize=4)
def photos_of(papers: Papers, rules: RuleSet) -> tuple[Observed, ...]:
    """Pictures that are photos: no screens, no scanned papers; pages of a PDF that show one."""
    return tuple(seen for seen in candidates(papers) if _is_photo(seen, rules))


def _is_photo(seen: Observed, rules: RuleSet) -> bool:
    if seen.of("screen") or seen.of("post") or seen.of("internship") or seen.of("roster"):
        return False
    papers_ = rules.words.lists.get("paper_types", ())
    events = seen.of("event")
    if is_picture(seen):
        titled = any(kind in papers_ for kind in seen.types) and not _is_poster(seen)
        return not (titled and _is_paper(seen, rules)) and not _is_list(seen, rules) and not _is_award(seen, rules)
    if seen.document.file.kind not in ("pdf", "other") or not events or any(kind in papers_ for kind in seen.types):
        return False
    return len(seen.document.pages) <= 4 and len(seen.document.text) < 1500


def _is_paper(seen: Observed, rules: RuleSet) -> bool:
    """Much text in lines of one size: a page, and no scene with a banner."""
    return len(seen.document.lines) >= 8 and not (seen.document.picture and seen.document.picture.camera)


def _is_poster(seen: Observed) -> bool:
    return any(fact.value.kind in ("poster", "handout") for fact in seen.of("event"))


def _is_list(seen: Observed, rules: RuleSet) -> bool:
    heads = rules.words.lists.get("paper_heads", ())
    first = [plain(line.text) for line in seen.document.lines[:3]]
    return len(seen.document.lines) >= 10 and any(re.search(head, text) for head in heads for text in first)


def _is_award(seen: Observed, rules: RuleSet) -> bool:
    text = plain(seen.document.text)
    words = rules.words.lists.get("award_words", ())
    titles = rules.words.lists.get("award_titles", ())
    return any(word in text for word in titles) and sum(word in text for word in words) >= 2


@lru_cache(maxsize=4)
def _near(papers: Papers, rules: RuleSet) -> dict[str, str]:
    return dict(firsts(photos_of(papers, rules), rules))


def own_photo_cells(rules: RuleSet) -> tuple[Indicator, ...]:
    """The cells that ask for photos of their own."""
    return tuple(cell for cell in rules.indicators if cell.takes.own_photo)


def belongs(seen: Observed, rules: RuleSet) -> str | None:
    """The one cell of own photos that a picture's text speaks for; None when it speaks for none."""
    for fact in sorted(seen.of("event"), key=lambda each: each.place.file != seen.path):
        for cell in own_photo_cells(rules):
            if _fits(fact, seen, cell, rules):
                return cell.id
    return None


def _fits(fact: Fact, seen: Observed, cell: Indicator, rules: RuleSet) -> bool:
    takes = cell.takes
    if fact.value.kind not in (*takes.events, *takes.open_events):
        return False
    if any(plain(word) in plain(fact.value.name) for word in takes.against):
        return False
    fair_like = bool(takes.organisers) or any(
        set(other.takes.events) & set(takes.events) and other.takes.organisers
        for other in own_photo_cells(rules)
        if other.id != cell.id
    )
    return not fair_like or is_public(fact, seen, rules) == bool(takes.organisers)


def is_public(fact: Fact, seen: Observed, rules: RuleSet) -> bool:
    """Whether a fair is a public agency's: organiser or name says so, and it is not said to be on the campus."""
    said = plain(fact.value.name + fact.value.organiser)
    words = {word for cell in rules.indicators for word in cell.takes.organisers}
    campaigns = rules.words.lists.get("public_campaigns", ())
    if any(word in plain(fact.value.name) for word in rules.words.lists.get("campus_words", ())):
        return False
    if fact.value.kind not in ("fair", "talk") or any(word in plain(fact.value.name) for word in campaigns):
        return any(word in said for word in (*words, *campaigns))
    own = any(other.role in ("subject", "issuer") for other in seen.of("school"))
    attended = any(word in plain(seen.document.text) for word in rules.words.lists.get("attended_words", ()))
    return any(word in said for word in words) and (not own or attended or not is_picture(seen))


def _named(seen: Observed, cell: Indicator, rules: RuleSet) -> Fact | None:
    """The event that puts the photo in the cell."""
    if belongs(seen, rules) != cell.id:
        return None
    facts = sorted(seen.of("event"), key=lambda each: each.place.file != seen.path)
    return next((fact for fact in facts if _fits(fact, seen, cell, rules)), None)


def _judged(cell: Indicator, seen: Observed, fact: Fact, papers: Papers, rules: RuleSet, flags: list[Flag]) -> Photo:
    told = dating(seen, fact.value, cell, papers, rules)
    verdict, other = school_verdict(seen, papers, rules)
    standing = weaker(told.standing, verdict)
    if verdict == "out":
        flags.append(flag("school-mismatch", cell.id, f"照片中是{other}，不计入，请核对", fact.place))
    if told.code:
        flags.append(flag(told.code, cell.id, f"照片“{fact.value.name}”{told.message}", fact.place))
    sure = standing_by_confidence(fact.confidence, rules.assessment.sure)
    if sure != "firm" and fact.place.file == seen.path:
        standing = weaker(standing, sure)
        flags.append(flag("low-confidence", cell.id, f"“{fact.quote}”识别把握不足，请看原图", fact.place))
    if not cell.takes.printed_dates and _is_design(seen, rules):
        standing = weaker(standing, "open")
        flags.append(
            flag("content-unconfirmed", cell.id, "是设计稿或版面文件，不是现场照片，请补充现场照片", fact.place)
        )
    if fact.value.kind in cell.takes.open_events:
        standing = weaker(standing, "open")
        flags.append(
            flag("judgement-required", cell.id, f"“{fact.value.name}”是宣讲活动，请确认是否算招聘会", fact.place)
        )
    editor = _editor(seen, rules)
    if editor:
        flags.append(flag("image-edited", cell.id, f"图片信息显示用{editor}处理过，请核对原图", fact.place))
    return Photo(seen, fact, told, standing, seen.path)


def _is_design(seen: Observed, rules: RuleSet) -> bool:
    said = plain(" ".join(line.text for line in seen.document.context))
    words = rules.words.lists.get("design_words", ())
    return not is_picture(seen) or any(page.design for page in seen.document.pages) or any(w in said for w in words)


def _editor(seen: Observed, rules: RuleSet) -> str:
    picture = seen.document.picture
    software = picture.software if picture and picture.software else ""
    known = (word for word in rules.words.lists.get("editors", ()) if word.lower() in software.lower())
    return next(known, "")


def _keyed(cell: Indicator, photos: list[Photo], rules: RuleSet, flags: list[Flag]) -> None:
    """One key a happening: same name on one or on following days; other names on one day are for a person."""
    if cell.takes.distinct != "event":
        return
    groups: list[list[Photo]] = []
    ordered = sorted(photos, key=lambda p: (p.standing == "out", p.dating.day is None, p.dating.day or date.min))
    for photo in ordered:
        home = next((group for group in groups if _same_event(photo, group, rules)), None)
        if home is not None:
            photo.key = home[0].key
            home.append(photo)
            continue
        same_day = next((group for group in groups if _same_day(photo, group)), None)
        if same_day is not None and photo.standing in ("firm", "counted"):
            photo.standing = "open"
            text = f"“{photo.event.name}”与“{same_day[0].event.name}”在同一天，按1场计，请确认是不是两场"
            flags.append(flag("judgement-required", cell.id, text, photo.fact.place))
        groups.append([photo])


def _same_event(photo: Photo, group: list[Photo], rules: RuleSet) -> bool:
    generic = {plain(word) for word in rules.words.lists.get("generic_fairs", ())}
    for other in group:
        day, known = photo.dating.day, other.dating.day
        gap = abs((day - known).days) if day and known else None
        if same_event_name(photo.event.name, other.event.name, rules.words) and (gap is None or gap <= 1):
            return True
        either = plain(photo.event.name) in generic or plain(other.event.name) in generic
        if gap == 0 and either:
            return True
    return False


def _same_day(photo: Photo, group: list[Photo]) -> bool:
    days = {other.dating.day for other in group if other.standing in ("firm", "counted")}
    return photo.dating.day is not None and photo.dating.day in days


def _piece(cell: Indicator, photo: Photo) -> Evidence:
    why = f"照片文字写明“{photo.fact.quote[:40]}”"
    if photo.dating.dates:
        why += f"，{photo.dating.dates[0].source}{photo.dating.dates[0].quote}"
    facts = [photo.fact]
    for dated in photo.dating.dates[:3]:
        role = "taken" if dated.source in ("拍摄时间", "水印") else ""
        facts.append(Fact("date", dated.span, dated.quote, dated.place, 1.0, "photo-dates", role, dated.source))
    return Evidence(cell.id, photo.seen.path, tuple(facts), "content", why, photo.standing, photo.key)


def _told_only(cell: Indicator, photos: list[Photo], papers: Papers, rules: RuleSet) -> list[Evidence]:
    """Posts, notices and ledgers that name a happening of the period: without a photo of it they raise only high."""
    if not cell.takes.printed_dates or cell.takes.organisers:
        return []
    found: list[Evidence] = []
    names = [(photo.event, photo.key) for photo in photos]
    for seen in candidates(papers):
        if not _may_tell(seen, cell):
            continue
        for fact in _events_told(seen, cell, papers, rules):
            key = next((key for other, key in names if _one_event(fact.value, other, rules)), "")
            shown = key and not key.startswith("told:")
            why = "文字材料，可与照片对照" if shown else f"只有文字材料写明“{fact.value.name}”，没有现场照片"
            key = key or f"told:{fact.value.name}"
            names.append((fact.value, key))
            found.append(Evidence(cell.id, seen.path, (fact,), "content", why, "open", key))
    return found


def _may_tell(seen: Observed, cell: Indicator) -> bool:
    kinds = ("ledger", "notice", "consultation-record", *cell.takes.documents)
    return bool(seen.of("post")) or (bool(seen.types) and seen.types[0] in kinds)


def _events_told(seen: Observed, cell: Indicator, papers: Papers, rules: RuleSet) -> Iterator[Fact]:
    ledger = bool(seen.types) and seen.types[0] in ("ledger", "consultation-record")
    campus = rules.words.lists.get("campus_words", ())
    for fact in seen.of("event"):
        if not _fits(fact, seen, cell, rules) or not in_period(fact.value.day, papers.period):
            continue
        if cell.takes.distinct == "event" and not ledger and not any(w in plain(fact.value.name) for w in campus):
            continue
        yield fact


def _one_event(one: Event, other: Event, rules: RuleSet) -> bool:
    if same_event_name(one.name, other.name, rules.words):
        return True
    return one.day is not None and other.day is not None and one.day.start == other.day.start


def _reused(seen: Observed, cell: Indicator, papers: Papers, rules: RuleSet, near: dict[str, str]) -> Iterator[Flag]:
    """A picture filed for two cells: said once, in the cell where it does not belong."""
    home = belongs(seen, rules) or ""
    if not home:
        return
    first = near.get(seen.path, seen.path)
    others = [path for path, head in (*near.items(), *papers.twins.items()) if head == first] + [first]
    for path in (seen.path, *(twin for twin, head in papers.twins.items() if head == seen.path)):
        apart = filed_apart(path, others, home, papers.hints)
        if apart == cell.id:
            text = f"同一张照片也放在别的指标下，按内容计入{home}，不在本项重复计分"
            yield flag("reused-across-indicators", cell.id, text, _at(seen, path))


def _at(seen: Observed, path: str) -> Place:
    return replace(seen.document.pages[0].place, file=path)


def _notes(cell: Indicator, photos: list[Photo]) -> list[Flag]:
    counted = [photo for photo in photos if photo.standing in ("firm", "counted")]
    if not cell.takes.note or not counted:
        return []
    if not cell.takes.printed_dates:
        return [flag("judgement-required", cell.id, cell.takes.note + "。", None, "note")]
    days = {photo.dating.day for photo in counted}
    if len(days) == 1 and None not in days:
        return [flag("judgement-required", cell.id, cell.takes.note + "。", None, "note")]
    return []
