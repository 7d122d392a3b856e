"""Fairs held by public agencies that the school sent its students to: a notice, a photo or a screenshot names one."""

from __future__ import annotations

from verifier.model import Evidence, Fact, Flag, Indicator, Observed, Papers, RuleSet, Standing, Tally, weaker

from .photo_dates import dating
from .photos import belongs, is_public, photos_of
from .sight import candidates, flag, in_period, plain, school_verdict, standing_by_confidence
from .tallying import tally_of

_NO_NOTICE = ("plan", "summary", "regulation", "ledger", "application", "innovation-statement", "consultation-record")


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the papers that name a public fair of the period."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    photos = {seen.path for seen in photos_of(papers, rules)}
    for seen in candidates(papers):
        fact = _named(seen, cell, rules, seen.path in photos)
        if fact is None:
            continue
        if seen.path in photos:
            told = dating(seen, fact.value, cell, papers, rules)
            standing, code, text = told.standing, told.code, told.message
        else:
            standing, code, text = _dated(seen, fact, papers)
        verdict, other = school_verdict(seen, papers, rules)
        if verdict == "out" and not _from_agency(seen):
            standing = "out"
            flags.append(flag("school-mismatch", cell.id, f"材料属于{other}，不计入，请核对", fact.place))
        elif code:
            flags.append(flag(code, cell.id, f"“{fact.value.name}”{text}", fact.place))
        sure = standing_by_confidence(fact.confidence, rules.assessment.sure) if fact.confidence < 0.8 else "firm"
        standing = weaker(standing, sure)
        why = f"写明公共服务机构的“{fact.value.name}”"
        evidence.append(Evidence(cell.id, seen.path, (fact,), "content", why, standing, seen.path))
    return tally_of(evidence, flags)


def _named(seen: Observed, cell: Indicator, rules: RuleSet, photo: bool) -> Fact | None:
    """The public fair that a paper names."""
    if photo and belongs(seen, rules) != cell.id:
        return None
    if seen.types and seen.types[0] in _NO_NOTICE:
        return None
    if not photo and not seen.of("post") and not _is_notice(seen, cell):
        return None
    for fact in seen.of("event"):
        if fact.value.kind not in cell.takes.events or any(w in plain(fact.value.name) for w in cell.takes.against):
            continue
        if is_public(fact, seen, rules):
            return fact
    return None


def _is_notice(seen: Observed, cell: Indicator) -> bool:
    listed = any(kind in cell.takes.documents for kind in seen.types[:2])
    return listed or ("plain" in cell.takes.documents and not seen.types) or bool(seen.of("screen"))


def _dated(seen: Observed, fact: Fact, papers: Papers) -> tuple[Standing, str, str]:
    """The fair's own day, else the day the paper was published or issued."""
    if papers.period is None:
        return "open", "", "考核年度未定"
    spans = [fact.value.day] if fact.value.day and fact.value.day.start else []
    if not spans:
        dates = [each for each in seen.of("date") if each.value.start is not None]
        chosen = [each for each in dates if each.role in ("published", "issued", "event")] or dates
        spans = [each.value for each in chosen]
    if not spans:
        return "open", "date-missing", "没有日期，不能确认在考核期内，请补充"
    if any(in_period(span, papers.period) for span in spans):
        return "firm", "", ""
    return "out", "date-outside-period", f"在{spans[0].start}，不在考核期内，不计入"


def _from_agency(seen: Observed) -> bool:
    """A notice of the agency to all schools names many of them."""
    return len({fact.value for fact in seen.of("school")}) > 1
