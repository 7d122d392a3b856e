"""Students trained, by level, as a share of those enrolled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from verifier.counting.eligibility import flags_of
from verifier.counting.eligibility.period import in_period
from verifier.counting.eligibility.whose import of_another, whose_paper
from verifier.counting.flags import flag
from verifier.counting.people.clashes import clash_flags
from verifier.counting.people.disagreement import disagreement, share, share_tests
from verifier.counting.people.listing import Recount, again
from verifier.counting.people.rosters_sent import SentRoster, cohorts, named_rows, where
from verifier.counting.people.same_person import Register
from verifier.counting.people.totals import Sources, enrolled
from verifier.facts.dates import find_dates
from verifier.language.comparing_text import plain
from verifier.model import (
    DateSpan,
    Evidence,
    Flag,
    Indicator,
    Measure,
    Papers,
    Rate,
    RosterRow,
    RuleSet,
    Standing,
    Tally,
    TrainingTaking,
)

Level = Literal["", "undergraduate", "college", "postgraduate"]
LEVELS: tuple[tuple[Level, str], ...] = (
    ("undergraduate", "trained_undergraduate"),
    ("college", "trained_college"),
)


@dataclass(frozen=True, slots=True)
class Trained:
    """Distinct people by level."""

    sure: Mapping[Level, int]
    more: Mapping[Level, int]
    """those who count in high only"""


def count(cell: Indicator[TrainingTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `trained`, `enrolled`, both by level, and a share for each level that has students."""
    tables = [each for each in cohorts(papers, rules) if each.purpose == "training"]
    flags: list[Flag] = []
    evidence: list[Evidence] = []
    exports: list[SentRoster] = []
    for each in tables:
        piece, told = _judged(cell, each, papers, rules)
        evidence.append(piece)
        flags += told
        exports += [each] if piece.standing == "firm" else []
    if not exports or papers.period is None:
        is_open = any(piece.standing != "out" for piece in evidence)
        return Tally(tuple(evidence), (), tuple(flags), open_to_max=is_open)
    flags += clash_flags(cell, exports, papers, rules)
    fates = Recount()
    inside, undated = _by_time(cell, exports, papers, flags, fates)
    base = enrolled(papers, rules)
    if base.people is None:
        return _without_roster(cell, exports, (inside, undated), base, papers, rules, (evidence, flags), fates)
    one = _only_level(papers, rules)
    students = _by_level((row.person.level for row in base.people.rows), one)
    totals = {level: Fraction(students[level]) for level, _ in LEVELS}
    if not any(totals.values()):
        return _no_level(cell, exports, evidence, flags)
    known, strangers = _matched(inside, base.people, fates)
    late, _ = _matched(undated, base.people, Recount())
    if strangers:
        text = f"{len(strangers)}名参训人员不在在校生数据库中（{where(strangers)}），不计入，请核对"
        flags.append(flag("not-in-roster", cell.id, text, strangers[0].place))
    sure = _by_level((base.people.rows[at].person.level for at in known), one)
    more = _by_level((base.people.rows[at].person.level for at in late.keys() - known.keys()), one)
    for level, number in _by_level((row.person.level for row in strangers), one).items():
        more[level] += number
    measures = _measures(Trained(sure, more), totals)
    if one is not None and totals[one] == len(base.people):
        measures, told = _with_stated(cell, measures, base)
        flags += told
    rates = tuple(
        _rate(level, name, Fraction(sure[level]), totals[level], base, known, (exports, fates), one)
        for level, name in LEVELS
        if totals[level]
    )
    return Tally(tuple(evidence), measures, tuple(flags), rates=rates)


def _rate(
    level: Level,
    name: str,
    number: Fraction,
    total: Fraction,
    base: Sources,
    known: Mapping[int, RosterRow],
    exported: tuple[list[SentRoster], Recount],
    one: Level | None,
) -> Rate:
    """The share of one level; `known`: the people of the roster who were trained, with a row that says so."""
    exports, fates = exported
    of_level = Recount(dict(fates.fates))
    of_level.put_base(base, {at: f"参加培训：{row.place}" for at, row in known.items()}, below="没有参加培训")
    for row in base.people.rows if base.people is not None else ():
        own = row.person.level or one or ""
        if own != level:
            of_level.put(row, "out", "不是这一层次的" if own else "没有写明层次")
    rows = of_level.listed((*exports, *base.tables))
    return Rate(name, number, total, rows, name, 1 / total, f"{base.base.partition('：')[0]}中这一层次的人")


# --- the tables -----------------------------------------------------------------------------------------------------


def _judged(cell: Indicator, each: SentRoster, papers: Papers, rules: RuleSet) -> tuple[Evidence, list[Flag]]:
    """A system's export, a school's own list, or another school's."""
    verdict, other = whose_paper(each.seen, papers, rules)
    if not each.rows or (verdict == "out" and not each.roster.has("school")):
        told = flags_of(cell, [of_another("参训名单", other, each.roster.place)])
        return _piece(cell, each, "属于其他学校", "out"), [*told]
    if _is_export(each, rules):
        return _piece(cell, each, f"培训系统导出，本校{len(each.rows)}行", "firm"), []
    return _piece(cell, each, "学校自制的参训名单，须以系统数据为准", "open"), []


def _piece(cell: Indicator, each: SentRoster, why: str, standing: Standing) -> Evidence:
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, standing)


def _is_export(each: SentRoster, rules: RuleSet) -> bool:
    """The system's export says in its head where it comes from, or has the system's columns and no list's title."""
    if not any(map(each.roster.has, ("resident_id", "student_number", "candidate_number"))):
        return False
    head = each.title + "".join(plain(line.text) for line in each.seen.document.lines[:3])
    if any(word in head for word in rules.words.people.export_titles):
        return True
    if any(word in head for word in rules.words.people.own_titles):
        return False
    columns = ("trainer", "training_result", "certificate_number", "trained_to", "school")
    return each.roster.has("resident_id") and sum(map(each.roster.has, columns)) >= 2


def _by_time(
    cell: Indicator, exports: list[SentRoster], papers: Papers, flags: list[Flag], fates: Recount
) -> tuple[list[RosterRow], list[RosterRow]]:
    """The rows trained in the period, and those that show no date."""
    inside: list[RosterRow] = []
    undated: list[RosterRow] = []
    outside: list[RosterRow] = []
    for each in exports:
        for row in named_rows(each.rows):
            lies = _lies_in(row, papers)
            (undated if lies is None else inside if lies else outside).append(row)
    for each in exports:
        fates.leave_out(each, (), "没有用到")
    fates.put_all(outside, "out", "参训时间不在考核期内")
    fates.put_all(undated, "out", "没有参训时间")
    place = exports[0].roster.place
    if outside and not inside and not undated:
        text = "参训时间都不在考核期内，不计入，请导出考核年度的数据"
        flags.append(flag("date-outside-period", cell.id, text, place))
    if undated:
        text = f"{len(undated)}行没有参训时间（{where(undated)}），不计入，请补充"
        flags.append(flag("date-missing", cell.id, text, undated[0].place))
    return inside, undated


def _lies_in(row: RosterRow, papers: Papers) -> bool | None:
    """Whether some day from the beginning to the end of a course lies in the period; None without a date."""
    spans = [
        found.span
        for name in ("trained_on", "trained_to")
        for found in find_dates(_spelled(row.values.get(name, "")))
        if found.span.start is not None
    ]
    if not spans:
        return None
    starts = [span.start for span in spans if span.start]
    ends = [span.end or span.start for span in spans]
    last: date = max(end for end in ends if end)
    return in_period(DateSpan(min(starts), last), papers.period)


def _spelled(text: str) -> str:
    """A bare year or month as dates are written in text."""
    return f"{text}年" if len(text) == 4 and text.isdigit() else text


def _matched(rows: list[RosterRow], people: Register, fates: Recount) -> tuple[dict[int, RosterRow], list[RosterRow]]:
    """The numbers of those enrolled with the first row that shows each, and the others, each once."""
    known: dict[int, RosterRow] = {}
    strangers = Register()
    for row in rows:
        at = people.find(row.person)
        if at is None:
            strangers.add(row)
            fates.put(row, "out", "不在在校生数据库中")
        else:
            known.setdefault(at, row)
            fates.put(row, "out", f"人已计在名册的行，不再计：{people.rows[at].place}")
    return known, strangers.rows


# --- levels and bases -----------------------------------------------------------------------------------------------


def _only_level(papers: Papers, rules: RuleSet) -> Level | None:
    """The level of a school that has only one, postgraduates apart."""
    for school in rules.words.schools:
        if school.name == papers.school:
            levels = [level for level, _ in LEVELS if level in school.levels]
            return levels[0] if len(levels) == 1 else None
    return None


def _by_level(levels: Iterable[Level], one: Level | None) -> dict[Level, int]:
    """How many people of each level; who shows none is of the school's only one."""
    found: dict[Level, int] = {"undergraduate": 0, "college": 0, "postgraduate": 0, "": 0}
    for level in levels:
        found[level or one or ""] += 1
    return found


def _measures(trained: Trained, totals: Mapping[Level, Fraction]) -> tuple[Measure, ...]:
    """A level without students has no share: its condition does not apply."""
    with_students = [(level, name) for level, name in LEVELS if totals.get(level)]
    sure = Fraction(sum(trained.sure.get(level, 0) for level, _ in with_students))
    more = Fraction(sum(trained.more.get(level, 0) for level, _ in with_students))
    students = sum((totals[level] for level, _ in with_students), Fraction(0))
    measures = [Measure("trained", sure, sure, sure + more), Measure("enrolled", students, students, students)]
    for level, name in with_students:
        number, base = Fraction(trained.sure.get(level, 0)), totals[level]
        high = number + trained.more.get(level, 0)
        measures += [
            Measure(name, share(number, base), share(number, base), share(high, base), shown=False),
            Measure(f"trained_by_level.{level}", number, number, high),
            Measure(f"enrolled_by_level.{level}", base, base, base),
        ]
    return tuple(measures)


def _with_stated(
    cell: Indicator, measures: tuple[Measure, ...], base: Sources
) -> tuple[tuple[Measure, ...], list[Flag]]:
    """For a school of one level: stated totals that differ from the roster's widen the range."""
    by_name = {each.name: each for each in measures}
    trained = by_name["trained"]
    told: list[Flag] = []
    most, least = base.most, base.least
    if not base.disagree or not most or not least:
        return measures, told
    for _, name in LEVELS:
        rate = by_name.get(name)
        if rate is None or trained.low is None or trained.high is None:
            continue
        by_name[name] = Measure(name, share(trained.low, most), rate.proposed, share(trained.high, least), False)
        told += disagreement(cell, base, share_tests(name, trained))
    return tuple(by_name.values()), told


def _without_roster(
    cell: Indicator,
    exports: list[SentRoster],
    rows: tuple[list[RosterRow], list[RosterRow]],
    base: Sources,
    papers: Papers,
    rules: RuleSet,
    found: tuple[list[Evidence], list[Flag]],
    fates: Recount,
) -> Tally:
    """For a school of one level the export's people of it against 附件1's total; else the base is missing."""
    evidence, flags = found
    inside, undated = Register.of(rows[0]), Register.of(rows[1])
    one = _only_level(papers, rules)
    sure = _by_level((row.person.level for row in inside.rows), one)
    late = [row for row in undated.rows if inside.find(row.person) is None]
    more = _by_level((row.person.level for row in late), one)
    if one is None and not any(row.person.level for row in (*inside.rows, *undated.rows)):
        return _no_level(cell, exports, evidence, flags)
    if one is None or not base.decided:
        text = "没有在校生数据库，也不能分层次知道在校生总数，不能计算参训率，请补充在校生数据库"
        flags.append(flag("denominator-missing", cell.id, text))
        number = Fraction(sure["undergraduate"] + sure["college"] + sure[""])
        measure = Measure("trained", number, number, number)
        return Tally(tuple(evidence), (measure,), tuple(flags), open_to_max=True, settled=False)
    measures = _measures(Trained({one: sure[one]}, {one: more[one]}), {one: base.decided})
    measures, told = _with_stated(cell, measures, base)
    name = dict(LEVELS)[one]
    for row in inside.rows:
        own = (row.person.level or one) == one
        fates.put(row, *(("numerator", "参加培训") if own else ("out", "不是这一层次的")))
    for at, row in inside.again:
        fates.put(row, "out", again(inside.rows[at]))
    rate = Rate(
        name,
        Fraction(sure[one]),
        base.decided,
        fates.listed(exports),
        name,
        1 / base.decided,
        base.base,
        base.candidates,
    )
    return Tally(tuple(evidence), measures, (*flags, *told), rates=(rate,))


def _no_level(cell: Indicator, exports: list[SentRoster], evidence: list[Evidence], flags: list[Flag]) -> Tally:
    text = "在校生名单和培训数据都没有学历层次，不能分本科、专科计算，请补充"
    flags.append(flag("columns-missing", cell.id, text, exports[0].roster.place))
    return Tally(tuple(evidence), (), tuple(flags), open_to_max=True)
