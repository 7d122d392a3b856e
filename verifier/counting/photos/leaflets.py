"""What the cells of posters and leaflets take besides photos: artwork, and leaflets with a record of handing out."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.counting.eligibility.candidates import hinted, own_papers
from verifier.counting.eligibility.period import in_period
from verifier.counting.flags import flag
from verifier.language.comparing_text import has_word, plain
from verifier.model import TEXT, TITLE, Evidence, Fact, Flag, Indicator, Observed, Papers, PhotosTaking, Place, RuleSet

_DESIGN_PAGES, _DESIGN_LINES = 6, 60
"""of a poster; what has more is a booklet or a paper"""
_FORMATS, _LAYOUTS = ("pdf", "word", "other", "text"), ("pdf", "other")
_POLICY_WORDS = 2
"""words of policy that a poster shows; one may stand anywhere"""
_LONGEST_TITLE = 40
"""characters of a leaflet's title; what is longer is text"""


def leaflets_for(cell: Indicator[PhotosTaking], papers: Papers, rules: RuleSet) -> tuple[list[Evidence], list[Flag]]:
    """Artwork counts in high; a leaflet counts where a record of the period says that it was handed out."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    handout = "handout" in cell.takes.events
    record = _record(papers, rules) if handout else None
    for seen in own_papers(papers, rules):
        told = _leaflet(seen, papers, cell, rules) if handout else _artwork(seen, papers, cell, rules)
        if told is None or _only_frames_photos(seen, papers):
            continue
        if record is not None:
            why = f"宣传资料“{told.quote}”，有发放记录“{record[1].quote}”"
            evidence.append(Evidence(cell.id, seen.path, (told, record[1]), "content", why, "firm", seen.path))
            evidence.append(
                Evidence(cell.id, record[0].path, (record[1],), "content", "发放记录", "firm", record[0].path)
            )
            continue
        text = "这是设计稿或电子文本，不是现场照片，请补充现场照片"
        flags.append(flag("content-unconfirmed", cell.id, text, told.place))
        why = f"电子文本写明“{told.quote}”，不是现场照片"
        evidence.append(Evidence(cell.id, seen.path, (told,), "content", why, "open", seen.path))
    return list({(each.file, each.key): each for each in evidence}.values()), flags


def _only_frames_photos(seen: Observed, papers: Papers) -> bool:
    """Whether all that a paper says are captions of the pictures in it, which speak for themselves."""
    inside = [each for each in papers.observed if each.document.file.parent == seen.path]
    captions = {line.text for each in inside for line in each.document.context}
    return bool(inside) and all(line.text in captions for line in seen.document.lines)


def _may_be(seen: Observed, rules: RuleSet) -> bool:
    """Whether a document may be artwork or a leaflet: of a format of layout or text, and no paper of another type."""
    if seen.document.file.kind not in _FORMATS or seen.screens or seen.posts:
        return False
    words = rules.words.photos
    return all(kind in words.leaflet_papers or kind not in words.paper_types for kind in seen.types)


def _artwork(seen: Observed, papers: Papers, cell: Indicator[PhotosTaking], rules: RuleSet) -> Fact[str] | None:
    """The largest telling line of a poster as a PDF or slide."""
    if not _is_design(seen, rules) or not _is_poster(seen, papers, cell, rules):
        return None
    words = rules.words.photos.poster_policy
    telling = [line for line in seen.document.lines if has_word(plain(line.text), words)]
    if not telling:
        return None
    line = max(telling, key=lambda one: (one.place.box[3] - one.place.box[1]) if one.place.box else 0)
    return Fact(TEXT, line.text, line.text[:60], line.place, line.confidence, "leaflets")


def _is_design(seen: Observed, rules: RuleSet) -> bool:
    """Whether a document is laid out on few pages with little text, as posters are."""
    pages = seen.document.pages
    if seen.document.file.kind not in _LAYOUTS or not _may_be(seen, rules):
        return False
    short = len(pages) <= _DESIGN_PAGES and len(seen.document.lines) <= _DESIGN_LINES
    return short and any(page.design for page in pages)


def _is_poster(seen: Observed, papers: Papers, cell: Indicator[PhotosTaking], rules: RuleSet) -> bool:
    """Whether a layout speaks of policy, and its name, its text or its folder says that it is a poster."""
    words = rules.words
    text = plain(seen.document.text)
    policy = [word for word in words.photos.poster_policy if word in text]
    if len(policy) < _POLICY_WORDS or has_word(text, words.events[words.photos.poster_event].unless):
        return False
    named = any(fact.value.kind in cell.takes.events for fact in seen.events)
    return named or hinted(seen, cell.id, papers) or has_word(text, words.photos.poster_names)


def _leaflet(seen: Observed, papers: Papers, cell: Indicator[PhotosTaking], rules: RuleSet) -> Fact[str] | None:
    """The title of a leaflet or booklet about policy."""
    if not _may_be(seen, rules) or _is_record(seen, rules) is not None:
        return None
    if not has_word(plain(seen.document.text), rules.words.photos.poster_policy):
        return None
    for title, place in _heads(seen):
        if len(plain(title)) <= _LONGEST_TITLE and rules.words.photos.leaflet_titles.any.search(plain(title)):
            return Fact(TITLE, title, title[:60], place, 1.0, "leaflets")
    return _artwork(seen, papers, cell, rules) if hinted(seen, cell.id, papers) else None


def _heads(seen: Observed) -> Iterator[tuple[str, Place]]:
    """The titles of a document and its first lines."""
    yield from ((fact.value, fact.place) for fact in seen.titles[:3] if fact.label != "sheet-name")
    yield from ((line.text, line.place) for line in seen.document.lines[:3])


def _record(papers: Papers, rules: RuleSet) -> tuple[Observed, Fact[str]] | None:
    """The record of handing out with a date in the period, and that date."""
    for seen in own_papers(papers, rules):
        title = _is_record(seen, rules)
        if title is None:
            continue
        dates: list[Fact[object]] = [fact for fact in seen.dates if in_period(fact.value, papers.period)]
        dates += [fact for fact in seen.events if in_period(fact.value.day, papers.period)]
        if dates:
            return seen, Fact(TITLE, title, title[:60], dates[0].place, dates[0].confidence, "leaflets")
    return None


def _is_record(seen: Observed, rules: RuleSet) -> str | None:
    """The title of a record of handing out leaflets; None for other papers."""
    heads = [fact.value for fact in seen.titles[:3]]
    heads += [fact.value.title for fact in seen.rosters] + [line.text for line in seen.document.lines[:2]]
    text = plain(seen.document.text)
    about = rules.words.photos.leaflet_titles.any.search(text)
    for head in heads:
        if about and rules.words.photos.handout_records.any.search(plain(head)):
            return head
    return None
