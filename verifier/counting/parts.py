"""Several papers asked for together, each known by a title: 工作制度 and 财务管理制度."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.model import Evidence, Fact, Flag, Indicator, Observed, Papers, Part, RuleSet, Tally

from .sight import candidates, flag, is_picture, plain, school_verdict, standing_by_confidence
from .tallying import tally_of


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure `parts` counts the parts that some title names."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in candidates(papers):
        if not _may_hold(seen, cell):
            continue
        standing, other = school_verdict(seen, papers, rules)
        for part, title in _titles_of(seen, cell):
            own = standing
            if standing == "out":
                flags.append(flag("school-mismatch", cell.id, f"制度属于{other}，不计入，请核对", title.place))
            elif standing == "firm":
                own = standing_by_confidence(title.confidence, rules.assessment.sure)
            evidence.append(
                Evidence(cell.id, seen.path, (title,), "content", f"标题“{title.value}”是{part.name}", own, part.id)
            )
    tally = tally_of(evidence, flags, "parts")
    here = {each.key for each in evidence if each.standing in ("firm", "counted")}
    return Tally(tally.evidence, tally.measures, tuple(_once(flags)), settled=bool(here))


def _may_hold(seen: Observed, cell: Indicator) -> bool:
    first = next((str(fact.value) for fact in seen.of("title")), "")
    wrong = ("summary", "plan", "ledger", "notice", "application", "innovation-statement")
    return not (seen.types and seen.types[0] in wrong) and not any(word in plain(first) for word in cell.takes.against)


def _titles_of(seen: Observed, cell: Indicator) -> Iterator[tuple[Part, Fact]]:
    """Each part once a paper, with the title that names it."""
    if is_picture(seen) and (seen.of("screen") or seen.of("event")):
        return
    found: set[str] = set()
    facts = [*seen.of("title"), *(fact for fact in seen.of("heading") if len(plain(str(fact.value))) <= 30)]
    for part in cell.takes.parts:
        for fact in facts:
            if part.id not in found and _names(part, plain(str(fact.value))):
                found.add(part.id)
                yield part, fact


def _names(part: Part, title: str) -> bool:
    for expression in part.without:
        title = re.sub(expression, "", title)
    return any(re.search(expression, title) for expression in part.titles)


def _once(flags: list[Flag]) -> list[Flag]:
    """One flag per code and file."""
    seen: dict[tuple[str, str], Flag] = {}
    for each in flags:
        seen.setdefault((each.code, each.place.file if each.place else ""), each)
    return list(seen.values())
