"""Registrations on the bureau's platform as a share of the year's graduates."""

from __future__ import annotations

from fractions import Fraction

from verifier.counting.eligibility.candidates import is_picture, own_papers
from verifier.counting.eligibility.whose import whose_school
from verifier.counting.flags import flag
from verifier.counting.people.clashes import clash_flags
from verifier.counting.people.disagreement import disagreement, share_measure, share_tests, total_measure
from verifier.counting.people.graduating_class import row_year
from verifier.counting.people.listing import Recount, again
from verifier.counting.people.rosters_sent import SentRoster, cohorts
from verifier.counting.people.same_person import Register, is_whole
from verifier.counting.people.totals import Sources, graduates
from verifier.counting.text_units import units_of_text
from verifier.language.comparing_text import has_groups
from verifier.model import (
    TEXT,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Observed,
    Papers,
    PlatformTaking,
    Quantity,
    Rate,
    RosterRow,
    RuleSet,
    Tally,
)


def count(cell: Indicator[PlatformTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `registered`, `graduates` and `registered_share`; a school's own figures only open the cell."""
    tables = [each for each in cohorts(papers, rules) if each.purpose == "platform"]
    exports = [each for each in tables if each.roster.has("school")]
    evidence = [_of_table(cell, each, each in exports) for each in tables]
    evidence += _own_figures(cell, papers, rules, {each.seen.path for each in tables})
    if not any(each.rows for each in exports):
        flags = [_other_school(cell, each) for each in exports]
        return Tally(tuple(evidence), (), tuple(flags), open_to_max=len(evidence) > len(exports))
    sources = graduates(papers, rules)
    fates = Recount()
    registered = _registered(exports, sources, papers, rules, fates)
    place = exports[0].roster.place
    if registered is None:
        text = "平台数据与毕业生名册没有共同的证件号或学号，也没有毕业时间，不能核对，请补充"
        found = flag("columns-missing", cell.id, text, place)
        return Tally(tuple(evidence), (), (found,), open_to_max=True)
    if not sources.decided:
        text = "材料中没有毕业生总数，不能计算注册率，请补充毕业生花名册或总数"
        found = flag("denominator-missing", cell.id, text)
        return Tally(tuple(evidence), (registered,), (found,), open_to_max=True, settled=False)
    told: list[Flag] = disagreement(cell, sources, share_tests("registered_share", registered))
    told += clash_flags(cell, exports, papers, rules)
    measures = (registered, total_measure("graduates", sources), share_measure("registered_share", registered, sources))
    rate = Rate(
        "registered_share",
        registered.proposed,
        sources.decided,
        fates.listed((*exports, *sources.tables)),
        "registered_share",
        1 / sources.decided,
        sources.base,
        sources.candidates,
    )
    return Tally(tuple(evidence), measures, tuple(told), rates=(rate,))


def _of_table(cell: Indicator, each: SentRoster, is_export: bool) -> Evidence:
    if is_export and not each.rows:
        return Evidence(cell.id, each.seen.path, (each.fact,), "content", "都是其他学校的用户", "out")
    why = f"平台导出，本校{len(each.rows)}行" if is_export else "学校自制的注册名单，须以平台数据为准"
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, "firm" if is_export else "open")


def _other_school(cell: Indicator, each: SentRoster) -> Flag:
    text = "平台导出的用户都是其他学校的，不计入，请核对筛选条件"
    return flag("school-mismatch", cell.id, text, each.roster.place)


def _registered(
    exports: list[SentRoster], sources: Sources, papers: Papers, rules: RuleSet, fates: Recount
) -> Measure | None:
    """Distinct people of the export who graduate this year; None when nothing tells who does.

    Found in the roster by a common key; without one, by the year of graduation in the export. Of people who name only
    the parent school nothing but the roster can tell the campus.
    """
    rows = [row for each in exports for row in each.rows]
    for each in exports:
        fates.leave_out(each, rows, "没有用到")
    people = sources.people
    if people is not None and _have_common_key(rows, people.rows):
        above: dict[int, str] = {}
        for row in rows:
            at = people.find(row.person)
            if at is None:
                fates.put(row, "out", "不在本年度毕业生名册中")
            else:
                fates.put(row, "out", f"人已计在名册的行，不再计：{people.rows[at].place}")
                above.setdefault(at, f"平台已注册：{row.place}")
        fates.put_base(sources, above, below="平台数据中没有此人")
        number = Fraction(len(above))
        return Measure("registered", number, number, number)
    fates.put_base(sources, {}, below="名册与平台数据没有共同的证件号或学号，只作分母")
    dated = [row for row in rows if row_year(row)]
    if not dated or papers.year is None:
        return None
    of_year = [row for row in dated if row_year(row) == papers.year]
    own = [row for row in of_year if whose_school(row.values.get("school", ""), papers, rules) != "parent"]
    fates.put_all(rows, "out", "毕业时间不是考核年度")
    fates.put_all(of_year, "out", "只写明本部校名，看不出校区")
    register = Register.of(own)
    fates.put_all(register.rows, "numerator", f"平台已注册，{papers.year}年毕业")
    for at, row in register.again:
        fates.put(row, "out", again(register.rows[at]))
    sure, most = Fraction(len(register)), Fraction(len(Register.of(of_year)))
    return Measure("registered", sure, sure, most)


def _have_common_key(left: list[RosterRow], right: list[RosterRow]) -> bool:
    """Whether most rows of two tables tell people by the same kinds of key."""
    common = set().union(*map(_kinds_of_key, left)) & set().union(*map(_kinds_of_key, right))
    return all(
        2 * sum(not common.isdisjoint(_kinds_of_key(row)) for row in rows) >= len(rows) for rows in (left, right)
    )


def _kinds_of_key(row: RosterRow) -> set[str]:
    person = row.person
    told = {
        "id": is_whole(person) or (person.id_state == "masked" and bool(person.name)),
        "number": bool(person.student_number),
        "candidate": bool(person.candidate_number),
    }
    return {kind for kind, is_there in told.items() if is_there}


def _own_figures(cell: Indicator[PlatformTaking], papers: Papers, rules: RuleSet, taken: set[str]) -> list[Evidence]:
    """A school's own table, or a screenshot, that speaks of registrations: it counts in high only."""
    found = []
    for seen in own_papers(papers, rules):
        if seen.path in taken or seen.posts or seen.events:
            continue
        told = _told(cell, seen)
        if told is not None:
            why = "学校自制的注册统计或截图，须以平台数据为准"
            found.append(Evidence(cell.id, seen.path, (told,), "content", why, "open"))
    return found


def _told(cell: Indicator[PlatformTaking], seen: Observed) -> Fact[Quantity] | Fact[str] | None:
    """A count beside the platform's words, or a picture that shows them."""
    takes = cell.takes
    numbers = (*seen.counts, *seen.percents)
    heads = " ".join(fact.value for fact in seen.titles[:2])
    for text, place, confidence in units_of_text(seen):
        if not has_groups(f"{heads} {text}", takes.words) or not has_groups(text, takes.words[-1:]):
            continue
        number = next((fact for fact in numbers if fact.place == place or fact.quote in text), None)
        if number is not None or is_picture(seen):
            return number or Fact(TEXT, text, text[:60], place, confidence, "platform")
    if is_picture(seen) and has_groups(seen.document.text, takes.words):
        line = seen.document.lines[0]
        return Fact(TEXT, line.text, line.text[:60], line.place, line.confidence, "platform")
    return None
