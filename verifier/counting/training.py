"""Students trained, by level, as a share of those enrolled."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from verifier.model import Evidence, Flag, Indicator, Measure, Papers, RosterRow, RuleSet, Tally

from .people import List, Register, enrolled, lists, title_of
from .sight import flag

LEVELS = (("undergraduate", "trained_undergraduate"), ("college", "trained_college"))


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """Measures `trained`, `enrolled`, both by level, and a share for each level that has students."""
    tables = [each for each in lists(papers, rules) if _is_training(each)]
    exports = [each for each in tables if _is_export(each, rules)]
    own = [each for each in tables if each not in exports]
    evidence = [_piece(cell, each, f"培训系统导出，{len(each.rows)}行", "firm") for each in exports]
    evidence += [_piece(cell, each, "学校自制的参训名单，须以系统数据为准", "open") for each in own]
    if not exports:
        return Tally(tuple(evidence), (), (), open_to_max=bool(own))
    flags: list[Flag] = []
    rows = _in_period(cell, exports, papers, flags)
    if papers.period is None:
        return Tally(tuple(evidence), (), tuple(flags), open_to_max=True)
    base = enrolled(papers, rules)
    if base.people is None:
        return _without_roster(cell, exports, rows, papers, rules, evidence, flags)
    known, strangers = _matched(rows, base.people)
    if strangers:
        listed = "、".join(row.place.cell or "" for row in strangers[:10])
        text = f"{len(strangers)}名参训人员不在在校生数据库中（{listed}），不计入，请核对"
        flags.append(flag("not-in-roster", cell.id, text, strangers[0].place))
    by_level = {level: sum(1 for at in known if base.people.people[at].person.level == level) for level, _ in LEVELS}
    more = _by_level_of_export(strangers)
    totals = {level: base.by_level.get(level, Fraction(0)) for level, _ in LEVELS}
    if not any(totals.values()):
        return _no_level(cell, exports, evidence, flags)
    return Tally(tuple(evidence), _measures(by_level, more, totals), tuple(flags))


def _piece(cell: Indicator, each: List, why: str, standing: str) -> Evidence:
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, standing)  # type: ignore[arg-type]


def _is_training(each: List) -> bool:
    roster = each.roster
    return (roster.has("course") or roster.has("trained_on") or roster.has("trainer")) and not roster.has("position")


def _is_export(each: List, rules: RuleSet) -> bool:
    """The system's export names the training body or its certificates, or says in its title where it comes from."""
    said = any(word in title_of(each) for word in rules.words.lists.get("export_titles", ()))
    columns = sum(each.roster.has(name) for name in ("trainer", "training_result", "certificate_number", "trained_to"))
    return each.roster.has("resident_id") and (said or columns >= 2)


def _in_period(cell: Indicator, exports: list[List], papers: Papers, flags: list[Flag]) -> list[RosterRow]:
    """Rows trained in the period; a row without a date counts where the export has no date column at all."""
    if papers.period is None:
        return []
    inside: list[RosterRow] = []
    for each in exports:
        dated = each.roster.has("trained_on") or each.roster.has("trained_to")
        outside = []
        for row in each.usable:
            days = [row.values.get(name, "") for name in ("trained_on", "trained_to") if row.values.get(name)]
            if not dated or any(_lies_in(day, papers) for day in days):
                inside.append(row)
            else:
                outside.append(row)
        if outside and len(outside) == len(each.usable):
            text = "参训时间都不在考核期内，不计入，请导出考核年度的数据"
            flags.append(flag("date-outside-period", cell.id, text, each.roster.place))
    return inside


def _lies_in(day: str, papers: Papers) -> bool:
    assert papers.period is not None
    first, last = (each.isoformat() for each in papers.period)
    return first[: len(day)] <= day[:10] <= last if len(day) < 10 else first <= day[:10] <= last


def _matched(rows: list[RosterRow], people: Register) -> tuple[set[int], list[RosterRow]]:
    known, strangers = set(), Register()
    for row in rows:
        at = people.find(row.person)
        if at is None:
            strangers.add(row)
        else:
            known.add(at)
    return known, strangers.people


def _by_level_of_export(rows: list[RosterRow]) -> dict[str, int]:
    levels: dict[str, int] = defaultdict(int)
    for row in rows:
        levels[row.person.level] += 1
    return levels


def _measures(trained: dict[str, int], more: dict[str, int], totals: dict[str, Fraction]) -> tuple[Measure, ...]:
    """A level without students has no share: its condition does not apply."""
    everybody = Fraction(sum(trained.values()))
    students = sum(totals.values(), Fraction(0))
    measures = [
        Measure("trained", everybody, everybody, everybody + sum(more.get(level, 0) for level, _ in LEVELS)),
        Measure("enrolled", students, students, students),
    ]
    for level, name in LEVELS:
        if totals.get(level):
            number, base = Fraction(trained.get(level, 0)), totals[level]
            high = min(Fraction(1), (number + more.get(level, 0)) / base)
            measures.append(Measure(name, number / base, number / base, high, shown=False))
            measures.append(Measure(f"trained_by_level.{level}", number, number, number))
            measures.append(Measure(f"enrolled_by_level.{level}", base, base, base))
    return tuple(measures)


def _without_roster(
    cell: Indicator,
    exports: list[List],
    rows: list[RosterRow],
    papers: Papers,
    rules: RuleSet,
    evidence: list[Evidence],
    flags: list[Flag],
) -> Tally:
    """For a school of one level the export's level against 附件1's total; else the base is missing."""
    register = Register()
    for row in rows:
        register.add(row)
    levels = _by_level_of_export(register.people)
    bases = [level for level, _ in LEVELS if levels.get(level)]
    total = enrolled(papers, rules).decided
    if not any(levels.get(level) for level in ("undergraduate", "college", "postgraduate")):
        return _no_level(cell, exports, evidence, flags)
    if len(bases) != 1 or not total:
        text = "没有分层次的在校生名单或总数，不能计算参训率，请补充在校生数据库"
        flags.append(flag("denominator-missing", cell.id, text, exports[0].roster.place))
        return Tally(tuple(evidence), (), tuple(flags), open_to_max=True)
    trained = {bases[0]: levels[bases[0]]}
    return Tally(tuple(evidence), _measures(trained, {}, {bases[0]: total}), tuple(flags))


def _no_level(cell: Indicator, exports: list[List], evidence: list[Evidence], flags: list[Flag]) -> Tally:
    text = "在校生名单和培训数据都没有学历层次，不能分本科、专科计算，请补充"
    flags.append(flag("columns-missing", cell.id, text, exports[0].roster.place))
    return Tally(tuple(evidence), (), tuple(flags), open_to_max=True)
