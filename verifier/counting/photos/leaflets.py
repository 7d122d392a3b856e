"""What the cells of posters and leaflets take besides photos: artwork, and leaflets with a record of handing out."""

from __future__ import annotations

from verifier.counting.eligibility.candidates import hinted, own_papers
from verifier.counting.eligibility.period import in_period
from verifier.counting.flags import flag
from verifier.language.comparing_text import plain
from verifier.model import TEXT, TITLE, Evidence, Fact, Flag, Indicator, Observed, Papers, PhotosTaking, RuleSet

_DESIGN_PAGES, _DESIGN_LINES = 6, 60
_FORMATS = ("pdf", "word", "other", "text")


def leaflets_for(cell: Indicator[PhotosTaking], papers: Papers, rules: RuleSet) -> tuple[list[Evidence], list[Flag]]:
    """Artwork counts in high; a leaflet counts where a record of the period says that it was handed out."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    handout = "handout" in cell.takes.events
    record = _record(papers, rules) if handout else None
    for seen in own_papers(papers, rules):
        told = _leaflet(seen, papers, cell, rules) if handout else _artwork(seen, papers, cell, rules)
        if told is None:
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


def _may_be(seen: Observed, rules: RuleSet) -> bool:
    """Whether a document may be artwork or a leaflet: of a format of layout or text, and no paper of another type."""
    if seen.document.file.kind not in _FORMATS or seen.screens or seen.posts:
        return False
    barred = [kind for kind in rules.words.photos.paper_types if kind not in ("regulation", "survey")]
    return not any(kind in barred for kind in seen.types)


def _artwork(seen: Observed, papers: Papers, cell: Indicator[PhotosTaking], rules: RuleSet) -> Fact[str] | None:
    """The largest telling line of a poster as a PDF or slide."""
    pages = seen.document.pages
    if seen.document.file.kind not in ("pdf", "other") or not _may_be(seen, rules):
        return None
    if not pages or len(pages) > _DESIGN_PAGES or not any(page.design for page in pages):
        return None
    text = plain(seen.document.text)
    if len(seen.document.lines) > _DESIGN_LINES or any(word in text for word in rules.words.events["poster"].unless):
        return None
    policy = [word for word in rules.words.photos.poster_policy if word in text]
    named = any(fact.value.kind in cell.takes.events for fact in seen.events)
    filed = hinted(seen, cell.id, papers)
    shown = any(word in text for word in rules.words.photos.poster_names)
    if len(policy) < 2 or not (filed or named or shown):
        return None
    telling = [line for line in seen.document.lines if any(word in plain(line.text) for word in policy)]
    if not telling:
        return None
    line = max(telling, key=lambda one: (one.place.box[3] - one.place.box[1]) if one.place.box else 0)
    return Fact(TEXT, line.text, line.text[:60], line.place, line.confidence, "leaflets")


def _leaflet(seen: Observed, papers: Papers, cell: Indicator[PhotosTaking], rules: RuleSet) -> Fact[str] | None:
    """The title of a leaflet or booklet about policy."""
    if not _may_be(seen, rules) or _is_record(seen, rules) is not None:
        return None
    titles = [(fact.value, fact.place) for fact in seen.titles[:3] if fact.label != "sheet-name"]
    titles += [(line.text, line.place) for line in seen.document.lines[:3]]
    text = plain(seen.document.text)
    if not any(word in text for word in rules.words.photos.poster_policy):
        return None
    for title, place in titles:
        if len(plain(title)) <= 40 and rules.words.photos.leaflet_titles.any.search(plain(title)):
            return Fact(TITLE, title, title[:60], place, 1.0, "leaflets")
    return _artwork(seen, papers, cell, rules) if hinted(seen, cell.id, papers) else None


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
