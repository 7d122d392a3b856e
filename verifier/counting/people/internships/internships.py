"""Graduates with a sealed certificate of an internship at an employer in the region."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import chain

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility.candidates import candidates, own_papers
from verifier.counting.eligibility.certain import unsure
from verifier.counting.eligibility.doubts import Doubt, telling, weakest
from verifier.counting.eligibility.reuse import reused
from verifier.counting.flags import flag
from verifier.counting.people.internships.doubts import Rolls, doubts_of, seal_doubt
from verifier.counting.people.rosters.same_person import Register, find_named
from verifier.counting.people.totals.disagreement import Values, disagreement, reached, total_measure
from verifier.counting.people.totals.listing import Recount
from verifier.counting.people.totals.totals import Sources
from verifier.language.identity_numbers import mask_name, mask_number
from verifier.model import (
    INTERNSHIP,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Internship,
    InternsTaking,
    Measure,
    Observed,
    Papers,
    Person,
    Rate,
    RateRow,
    RosterRow,
    RuleSet,
    Tally,
)

_PEOPLE, _FINDINGS = 10, 3
"""people whom a message names, and different findings that it tells"""


@dataclass(slots=True)
class Met:
    """The people of the certificates seen so far."""

    strangers: Register = field(default_factory=Register)
    counted: dict[str, Observed] = field(default_factory=dict)
    """key → the first paper in which the person counts"""


def count(cell: Indicator[InternsTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `interns` (distinct people) and `graduates`."""
    rolls = Rolls.of(papers, rules)
    met = Met()
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    for seen in candidates(papers):
        if seen.internships:
            found, told = _of_paper(cell, seen, rolls, met, papers, rules)
            evidence += found
            flags += told
    nameless = list(_nameless(cell, papers, rules))
    unread = [
        flag("judgement-required", cell.id, each.why + "，请打开原件核对", each.facts[0].place) for each in nameless
    ]
    if not evidence:
        return Tally(tuple(nameless), (), tuple(unread), open_to_max=bool(nameless))
    tally = tally_of(evidence, flags, cell.takes.measure)
    judged = _with_graduates(cell, tally, rolls.sources, papers)
    return replace(
        judged,
        evidence=(*judged.evidence, *nameless),
        flags=(*judged.flags, *unread),
        open_to_max=judged.open_to_max or bool(nameless),
        rates=(_rate(evidence, tally.measures[0], rolls.sources),),
    )


def _nameless(cell: Indicator[InternsTaking], papers: Papers, rules: RuleSet) -> Iterator[Evidence]:
    """Certificates that are filled in, with a date or a seal, and in which no name was read."""
    kinds = rules.words.text.internship_papers
    read = {_whole(seen) for seen in papers.observed if seen.internships}
    for seen in own_papers(papers, rules):
        told = next(iter(seen.document_types), None)
        filled_in = bool(seen.seals) or any(fact.value.start for fact in seen.dates)
        if (
            told
            and told.value in kinds
            and filled_in
            and seen.document.file.kind != "sheet"
            and _whole(seen) not in read
        ):
            why = f"实习证明（“{told.quote}”）没有读出实习学生的姓名"
            yield Evidence(cell.id, seen.path, (told,), "content", why, "open", seen.path)


def _whole(seen: Observed) -> str:
    """The file of which a paper is a page."""
    return seen.document.file.parent or seen.path


def _rate(evidence: list[Evidence], interns: Measure, sources: Sources) -> Rate:
    """The number, with the people of the certificates and the roster of graduates beside them."""
    counted: dict[str, Evidence] = {}
    rows = []
    for each in evidence:
        fact = INTERNSHIP.among(each.facts)[0]
        if each.standing not in ("firm", "counted"):
            why = f"不计入：{each.why}" if each.standing == "out" else f"待核实：{each.why}"
            rows.append(RateRow(fact.place, fact.value.person, "out", why))
        elif each.key in counted:
            why = f"同一人已计入：{counted[each.key].facts[0].place}"
            rows.append(RateRow(fact.place, fact.value.person, "out", why))
        else:
            counted[each.key] = each
            rows.append(RateRow(fact.place, fact.value.person, "numerator", f"计入：{each.why}"))
    fates = Recount()
    fates.put_base(sources, {}, below="本年度毕业生")
    listed = (*rows, *fates.listed(sources.tables))
    one, base, others = Fraction(1), sources.base, sources.candidates
    return Rate("interns", interns.proposed, sources.decided, listed, "interns", one, base, others, is_share=False)


def _with_graduates(cell: Indicator, tally: Tally, sources: Sources, papers: Papers) -> Tally:
    interns = tally.measures[0]
    found = replace(
        tally,
        measures=(interns, total_measure("graduates", sources)),
        flags=(*tally.flags, *disagreement(cell, sources, _tests(interns))),
    )
    if sources.decided is None and _hangs_on_graduates(cell, interns):
        text = f"不知道毕业生总数，不能确定适用{_standards(cell)}的标准，请补充毕业生花名册或总数"
        missing = flag("denominator-missing", cell.id, text)
        return replace(found, flags=(*found.flags, missing), open_to_max=True, settled=False)
    return replace(found, open_to_max=papers.period is None)


def _hangs_on_graduates(cell: Indicator, interns: Measure) -> bool:
    """Whether few graduates would bring another tier than an unknown number, and what is proposed is not enough."""
    few: Values = {"interns": interns.high, "graduates": Fraction(0)}
    differs = reached(cell, few) != reached(cell, {"interns": interns.high})
    return differs and not _is_enough(cell, interns.proposed)


def _standards(cell: Indicator) -> str:
    """The numbers of people that the tiers ask for, the greatest first: 50人还是20人."""
    tiers = chain.from_iterable(rule.tiers for rule in cell.readings)
    conditions = chain.from_iterable(tier.all for tier in tiers)
    wanted = {condition.value for condition in conditions if condition.measure == "interns"}
    return "还是".join(f"{number}人" for number in sorted(wanted, reverse=True))


def _is_enough(cell: Indicator, number: Fraction | None) -> bool:
    """Whether so many people earn points however many graduates there are."""
    return any(at < len(rule.tiers) for at, rule in zip(reached(cell, {"interns": number}), cell.readings, strict=True))


def _tests(interns: Measure) -> Callable[[Fraction], list[Values]]:
    """The facts as a total would have them, for each number of people who may count."""
    numbers = (interns.low, interns.proposed, interns.high)
    return lambda total: [{"interns": number, "graduates": total} for number in numbers]


# --- one paper ------------------------------------------------------------------------------------------------------


def _of_paper(
    cell: Indicator[InternsTaking], seen: Observed, rolls: Rolls, met: Met, papers: Papers, rules: RuleSet
) -> tuple[list[Evidence], list[Flag]]:
    of_paper = [*seal_doubt(cell, seen, papers), *reused(seen.path, papers, "证明")]
    evidence: list[Evidence] = []
    told: list[tuple[Doubt, Fact[Internship]]] = []
    for fact in seen.internships:
        at = find_named(fact, rolls.sources.people)
        key = f"graduate:{at}" if at is not None else f"stranger:{met.strangers.add(_row(fact))}"
        doubts = [*of_paper, *doubts_of(seen, fact, at, rolls, papers, rules)]
        doubts += unsure("文字", fact.confidence, rules)
        standing = weakest(doubts)
        doubts = telling(doubts)
        if key in met.counted and standing != "out" and not _is_one_paper(met.counted[key], seen):
            doubts.append(
                Doubt("duplicate-person", "firm", f"与{met.counted[key].path}中的是同一人", "只计一次，请核对")
            )
        if standing != "out":
            met.counted.setdefault(key, seen)
        told += [(doubt, fact) for doubt in doubts]
        why = f"{fact.value.employer.name or '单位不详'}的实习证明" + _because(doubts)
        evidence.append(Evidence(cell.id, seen.path, (fact,), "content", why, standing, key))
    return evidence, _flags(cell, told)


def _row(fact: Fact[Internship]) -> RosterRow:
    return RosterRow(fact.value.person, {}, fact.place)


def _because(doubts: list[Doubt]) -> str:
    said = [doubt.what for doubt in doubts if doubt.standing in ("open", "out")]
    return f"；{'，'.join(dict.fromkeys(said))}" if said else ""


def _is_one_paper(a: Observed, b: Observed) -> bool:
    """Whether one is a picture inside the other, or both lie in one paper of which each is a page."""
    parents = (a.document.file.parent, b.document.file.parent)
    return a.path != b.path and (a.path in parents or b.path in parents)


def _flags(cell: Indicator, told: list[tuple[Doubt, Fact[Internship]]]) -> list[Flag]:
    """One flag per code: how many people, who, what was found and what to do."""
    by_code: dict[str, list[tuple[Doubt, Fact[Internship]]]] = {}
    for doubt, fact in told:
        by_code.setdefault(doubt.code, []).append((doubt, fact))
    flags = []
    for code, same in by_code.items():
        who = _told_apart([fact.value.person for _, fact in same])
        shown = "、".join(who[:_PEOPLE]) + ("等" if len(who) > _PEOPLE else "")
        what = "；".join(list(dict.fromkeys(doubt.what for doubt, _ in same))[:_FINDINGS])
        flags.append(flag(code, cell.id, f"{len(same)}人（{shown}）{what}，{same[0][0].todo}", same[0][1].place))
    return flags


def _told_apart(people: Sequence[Person]) -> list[str]:
    """The names, masked; where two look the same then, with what is shown of the school number."""
    names = [mask_name(person.name) for person in people]
    return [
        f"{name}（学号{mask_number(person.student_number)}）"
        if names.count(name) > 1 and person.student_number
        else name
        for name, person in zip(names, people, strict=True)
    ]
