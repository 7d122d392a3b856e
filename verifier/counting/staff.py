"""The people of the station: a staff table, the application form, a sentence that names them."""

from __future__ import annotations

from fractions import Fraction

from verifier.model import Evidence, Fact, Flag, Indicator, Measure, Observed, Papers, RuleSet, Tally

from .sight import candidates, flag, school_verdict, standing_by_confidence

LIAISON, FULLTIME, PARTTIME = "liaison", "专职", "兼职"


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """Measures `staff` (distinct names) and `fulltime_liaison` (people marked 专职 and 联络员)."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    ranked: list[tuple[int, Observed]] = []
    for seen in candidates(papers):
        people = seen.of("staff")
        if not people:
            continue
        standing, other = school_verdict(seen, papers, rules)
        if standing == "out":
            flags.append(flag("school-mismatch", cell.id, f"人员名单属于{other}，不计入，请核对", people[0].place))
            evidence.append(Evidence(cell.id, seen.path, people[:1], "content", f"属于{other}", "out"))
        else:
            ranked.append((_rank(seen, cell), seen))
    if not ranked:
        return _by_counts(cell, papers, evidence, flags)
    best = min(rank for rank, _ in ranked)
    facts = [fact for rank, seen in ranked if rank == best for fact in seen.of("staff")]
    liaisons = {str(fact.value) for _, seen in ranked for fact in seen.of("liaison")}
    liaisons |= {str(fact.value) for fact in facts if fact.role == LIAISON}
    fulltime = {str(fact.value) for fact in facts if fact.label == FULLTIME}
    names = {str(fact.value) for fact in facts}
    standing = min((standing_by_confidence(fact.confidence, rules.assessment.sure) for fact in facts), default="firm")
    for rank, seen in ranked:
        for fact in seen.of("staff"):
            why = f"人员名单列有{fact.label}{'联络员' if fact.role == LIAISON else '工作人员'}"
            evidence.append(
                Evidence(
                    cell.id, seen.path, (fact,), "content", why, standing if rank == best else "out", str(fact.value)
                )
            )
    if len(names) >= 3 and fulltime and not liaisons:
        text = "名单中有专职人员，但没有写明谁是联络员，请确认专职联络员"
        flags.append(flag("judgement-required", cell.id, text, facts[0].place))
        return Tally(tuple(evidence), _measures(names, set()), tuple(flags), open_to_max=True, settled=False)
    return Tally(tuple(evidence), _measures(names, liaisons & fulltime), tuple(flags))


def _measures(names: set[str], liaisons: set[str]) -> tuple[Measure, ...]:
    staff, fulltime = Fraction(len(names)), Fraction(len(liaisons))
    return Measure("staff", staff, staff, staff), Measure("fulltime_liaison", fulltime, fulltime, fulltime)


def _rank(seen: Observed, cell: Indicator) -> int:
    listed = cell.takes.documents
    ranks = [listed.index(kind) for kind in seen.types if kind in listed]
    return min(ranks, default=len(listed) - 1 if "summary" in seen.types else 0)


def _by_counts(cell: Indicator, papers: Papers, evidence: list[Evidence], flags: list[Flag]) -> Tally:
    """A paper that gives numbers of staff without their names leaves the question to a person."""
    for seen in candidates(papers):
        told = _number_of_staff(seen)
        if told:
            text = "只有工作人员人数，没有姓名，请补充工作人员名单"
            flags.append(flag("judgement-required", cell.id, text, told.place))
            evidence.append(Evidence(cell.id, seen.path, (told,), "content", "只写明人数", "open"))
            return Tally(tuple(evidence), (), tuple(flags), open_to_max=True)
    return Tally(tuple(evidence), (), tuple(flags))


def _number_of_staff(seen: Observed) -> Fact | None:
    return next(
        (
            fact
            for fact in seen.of("count")
            if fact.value.unit == "人" and (FULLTIME in fact.label or "工作人员" in fact.label)
        ),
        None,
    )
