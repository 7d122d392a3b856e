"""A paper that must be of the assessed year: a plan of the year, a statement of the year's employment rate."""

from __future__ import annotations

from verifier.model import DateSpan, Evidence, Fact, Flag, Indicator, Observed, Papers, RuleSet, Standing, Tally

from .sight import candidates, flag, has_groups, in_period, plain, school_verdict, units_of_text
from .tallying import tally_of


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the papers that name the assessed year."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in candidates(papers):
        told = _told(seen, cell)
        if told is None:
            continue
        verdict, other = school_verdict(seen, papers, rules)
        if verdict == "out":
            flags.append(flag("school-mismatch", cell.id, f"材料属于{other}，不计入，请核对", told.place))
            evidence.append(Evidence(cell.id, seen.path, (told,), "content", f"属于{other}", "out", seen.path))
            continue
        standing, year, why = _of_the_year(seen, told, papers)
        if standing == "out":
            text = f"写的是{year.quote if year else ''}，不是考核年度{papers.year}年，不计入，请补充当年材料"
            flags.append(flag("date-outside-period", cell.id, text, year.place if year else told.place))
        elif standing == "open" and papers.period is not None:
            text = "没有写明年度，不能确认是考核年度的材料，请核对"
            flags.append(flag("date-missing", cell.id, text, told.place))
        facts = (told, year) if year else (told,)
        standing = "open" if verdict == "open" and standing == "firm" else standing
        evidence.append(Evidence(cell.id, seen.path, facts, "content", why, standing, seen.path))
    if any(each.standing == "firm" for each in evidence):
        flags = [each for each in flags if each.code != "date-missing"]
    return tally_of(evidence, flags)


def _told(seen: Observed, cell: Indicator) -> Fact | None:
    """What says that the paper is of the kind asked for."""
    takes = cell.takes
    kinds = [fact for fact in seen.of("document-type") if fact.value in takes.documents]
    titles = [fact for fact in seen.of("title") if fact.label != "sheet-name"]
    if any(plain(word) in plain(str(titles[0].value)) for word in takes.against if titles):
        return None
    if not takes.words:
        return kinds[0] if kinds and seen.types[0] not in ("summary",) else None
    plain_paper = "plain" in takes.documents and seen.document.file.kind in ("word", "sheet", "pdf", "text", "image")
    if not kinds and (not plain_paper or seen.of("screen") or seen.of("event")):
        return None
    title = titles[0] if titles and has_groups(str(titles[0].value), takes.words) else None
    for text, place, confidence in units_of_text(seen):
        if has_groups(text, takes.words) and _states(text, seen, place):
            return Fact("statement", text, text[:80], place, confidence, "yearly")
    if title and seen.of("percent"):
        return title
    return None


def _states(text: str, seen: Observed, place: object) -> bool:
    """Whether the rate itself stands there: a percentage in the text, or a figure beside it in its table."""
    return "%" in plain(text) or any(fact.place == place for fact in seen.of("percent"))


def _of_the_year(seen: Observed, told: Fact, papers: Papers) -> tuple[Standing, Fact | None, str]:
    """A year in the title decides, else one in the sentence that tells, else the others of the text."""
    if papers.period is None:
        return "open", None, "考核年度未定，不能确认年度"
    dates = [fact for fact in seen.of("date") if fact.value.start is not None]
    titles = {fact.place for fact in seen.of("title")} | {told.place}
    first = [fact for fact in dates if fact.place in titles] or _class_years(seen, papers)
    for group in (first, dates):
        inside = [fact for fact in group if _inside(fact.value, papers)]
        if inside:
            return "firm", inside[0], f"写明{inside[0].quote}"
        if group:
            return "out", group[0], f"写的是{group[0].quote}"
    return "open", None, "没有写明年度"


def _class_years(seen: Observed, papers: Papers) -> list[Fact]:
    return []


def _inside(span: DateSpan, papers: Papers) -> bool:
    return bool(in_period(span, papers.period))
