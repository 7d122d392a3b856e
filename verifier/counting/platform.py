"""Registrations on the bureau's platform as a share of the year's graduates."""

from __future__ import annotations

from fractions import Fraction

from verifier.model import Evidence, Flag, Indicator, Measure, Papers, RuleSet, Tally

from .people import List, Register, disagreement, graduates, lists
from .sight import candidates, flag, has_groups, is_picture, school_verdict, units_of_text


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """Measures `registered`, `graduates` and `registered_share`; a school's own figures only open the cell."""
    exports = [each for each in lists(papers, rules) if _is_export(each, cell)]
    own = _own_figures(cell, papers, rules)
    evidence = [
        Evidence(cell.id, each.seen.path, (each.fact,), "content", f"平台导出共{len(each.rows)}行", "firm")
        for each in exports
    ]
    evidence += own
    if not exports:
        return Tally(tuple(evidence), (), (), open_to_max=bool(own))
    sources = graduates(papers, rules)
    registered = _registered(exports, sources.people, papers)
    flags: list[Flag] = []
    if registered is None or not sources.totals or not sources.decided:
        text = "平台数据与毕业生对不上（没有共同的证件号或毕业年份，或没有毕业生总数），请补充"
        flags.append(flag("denominator-missing", cell.id, text, exports[0].roster.place))
        return Tally(tuple(evidence), (), tuple(flags), open_to_max=True)
    one, number = Fraction(1), Fraction(registered)
    most, least = sources.most or one, sources.least or one
    flags += disagreement(
        cell, sources, [{"registered_share": min(one, number / total.number)} for total in sources.totals]
    )
    measures = (
        Measure(cell.takes.fact, number, number, number),
        Measure("graduates", sources.decided, sources.decided, sources.decided),
        Measure(
            "registered_share",
            min(one, number / most),
            min(one, number / sources.decided),
            min(one, number / least),
            shown=False,
        ),
    )
    return Tally(tuple(evidence), measures, tuple(flags))


def _is_export(each: List, cell: Indicator) -> bool:
    """The platform's export has the school of the education that users entered."""
    kinds = any(kind in each.seen.types for kind in cell.takes.documents)
    return kinds and each.roster.has("school") and (each.roster.has("registered_on") or each.roster.has("phone"))


def _registered(exports: list[List], people: Register | None, papers: Papers) -> int | None:
    """Distinct people of the export who graduate this year; None when nothing tells who does."""
    rows = [row for each in exports for row in each.rows]
    keyed = any(row.person.resident_id or row.person.student_number for row in rows)
    if people is not None and len(people) and keyed:
        return len({at for row in rows if (at := people.find(row.person)) is not None})
    dated = [row for row in rows if row.values.get("graduated_on")]
    if not dated or papers.year is None:
        return None
    register = Register()
    for row in dated:
        if str(papers.year) in row.values["graduated_on"]:
            register.add(row)
    return len(register)


def _own_figures(cell: Indicator, papers: Papers, rules: RuleSet) -> list[Evidence]:
    """A school's own table, or a screenshot, that speaks of registrations: it counts in high only."""
    found = []
    for seen in candidates(papers):
        if any(kind in seen.types for kind in cell.takes.documents) and seen.of("roster"):
            if any(fact.value.has("school") for fact in seen.of("roster")):
                continue
        elif seen.types[:1] not in ((), ("ledger",), ("summary",)) or seen.of("post"):
            continue
        if school_verdict(seen, papers, rules)[0] == "out" or (is_picture(seen) and seen.of("event")):
            continue
        line = next((unit for unit in units_of_text(seen) if has_groups(unit[0], cell.takes.words)), None)
        counted = [fact for fact in seen.of("count") if "注册" in fact.label]
        if line and counted:
            why = "学校自制的注册统计，须以平台数据为准"
            found.append(Evidence(cell.id, seen.path, (counted[0],), "content", why, "open"))
    return found
