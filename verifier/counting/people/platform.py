"""Registrations on the bureau's platform as a share of the year's graduates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from verifier.counting.eligibility.candidates import is_picture, own_papers
from verifier.counting.eligibility.whose import whose_school
from verifier.counting.flags import flag
from verifier.counting.people.bureau_data import outranking
from verifier.counting.people.rosters.clashes import clash_flags
from verifier.counting.people.rosters.graduating_class import row_year
from verifier.counting.people.rosters.rosters_sent import SentRoster, cohorts, cohorts_of_bureau
from verifier.counting.people.rosters.same_person import Register, is_whole
from verifier.counting.people.totals.disagreement import disagreement, share_measure, share_tests, total_measure
from verifier.counting.people.totals.listing import Recount, again
from verifier.counting.people.totals.totals import Sources, graduates
from verifier.counting.text_units import units_of_text
from verifier.language.comparing_text import has_groups, has_word
from verifier.model import (
    TEXT,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Observed,
    Papers,
    Place,
    PlatformTaking,
    Quantity,
    Rate,
    RosterRow,
    RuleSet,
    Tally,
)

_TITLES = 2
"""titles of a paper that may name the platform"""
_QUOTED = 60
"""characters of a line that the evidence shows"""


@dataclass(frozen=True, slots=True)
class _Registered:
    """How many of the export graduate this year, and what became of its rows and of the roster's."""

    measure: Measure
    fates: Recount


def count(cell: Indicator[PlatformTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `registered`, `graduates` and `registered_share`; a school's own figures only open the cell."""
    tables = [each for each in cohorts(papers, rules) if each.purpose == "platform"]
    exports = [each for each in tables if _is_export(each) and not _is_of_another_platform(each, rules)]
    evidence = (*(_of_table(cell, each, rules) for each in tables), *_own_figures(cell, papers, rules, tables))
    is_sent = any(each.rows for each in exports)
    if held := _of_bureau(papers, rules):
        own = _counted(cell, exports, papers, rules) if is_sent else None
        return outranking(cell, held, _counted(cell, held, papers, rules), evidence, own)
    if not is_sent:
        flags = (*_other_schools(cell, exports), *_other_platforms(cell, tables, rules))
        return Tally(evidence, (), flags, open_to_max=len(evidence) > len(exports))
    return replace(_counted(cell, exports, papers, rules), evidence=evidence)


def _of_bureau(papers: Papers, rules: RuleSet) -> list[SentRoster]:
    """The platform's exports that the bureau holds, with the users of the school."""
    held = (each for each in cohorts_of_bureau(papers, rules) if each.purpose == "platform")
    return [each for each in held if not _is_of_another_platform(each, rules)]


def _counted(cell: Indicator, exports: Sequence[SentRoster], papers: Papers, rules: RuleSet) -> Tally:
    """What the platform's exports give, of which some name users of the school."""
    sources = graduates(papers, rules)
    registered = _registered(exports, sources, papers, rules)
    if registered is None:
        text = "平台数据与毕业生名册没有共同的证件号或学号，也没有毕业时间，不能核对，请补充"
        missing = flag("columns-missing", cell.id, text, exports[0].roster.place)
        return Tally((), (), (missing,), open_to_max=True)
    if not sources.decided:
        text = "材料中没有毕业生总数，不能计算注册率，请补充毕业生花名册或总数"
        missing = flag("denominator-missing", cell.id, text)
        return Tally((), (registered.measure,), (missing,), open_to_max=True, settled=False)
    return _shared(cell, exports, registered, sources, papers, rules)


def _shared(
    cell: Indicator,
    exports: Sequence[SentRoster],
    registered: _Registered,
    sources: Sources,
    papers: Papers,
    rules: RuleSet,
) -> Tally:
    """The share of the graduates."""
    number, total = registered.measure, total_measure("graduates", sources)
    differ = disagreement(cell, sources, share_tests("registered_share", number))
    rate = Rate(
        "registered_share",
        number.proposed,
        sources.decided,
        registered.fates.listed((*exports, *sources.tables)),
        "registered_share",
        1 / sources.decided if sources.decided else None,
        sources.base,
        sources.candidates,
    )
    measures = (number, total, share_measure("registered_share", number, sources))
    return Tally((), measures, (*differ, *clash_flags(cell, exports, papers, rules)), rates=(rate,))


def _is_export(each: SentRoster) -> bool:
    """Whether the platform itself gave a table; a screenshot of its pages is no export."""
    return each.roster.has("school") and not is_picture(each.seen)


def _is_of_another_platform(each: SentRoster, rules: RuleSet) -> bool:
    return has_word(each.title, rules.words.people.other_platforms)


def _of_table(cell: Indicator, each: SentRoster, rules: RuleSet) -> Evidence:
    if _is_of_another_platform(each, rules):
        return Evidence(cell.id, each.seen.path, (each.fact,), "content", "表题写的是别的平台", "open")
    if not _is_export(each):
        why = "学校自制的注册名单或截图，须以平台数据为准"
        return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, "open")
    if not each.rows:
        return Evidence(cell.id, each.seen.path, (each.fact,), "content", "都是其他学校的用户", "out")
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", f"平台导出，本校{len(each.rows)}行", "firm")


def _other_platforms(cell: Indicator, tables: Iterable[SentRoster], rules: RuleSet) -> Iterator[Flag]:
    for each in tables:
        if _is_of_another_platform(each, rules):
            text = f"“{each.title[:30]}”写的是别的平台，请补充{cell.names[0]}的导出数据"
            yield flag("judgement-required", cell.id, text, each.roster.place)


def _other_schools(cell: Indicator, exports: Iterable[SentRoster]) -> Iterator[Flag]:
    for each in exports:
        text = "平台导出的用户都是其他学校的，不计入，请核对筛选条件"
        yield flag("school-mismatch", cell.id, text, each.roster.place)


def _registered(exports: Sequence[SentRoster], sources: Sources, papers: Papers, rules: RuleSet) -> _Registered | None:
    """Distinct people of the export who graduate this year; None when nothing tells who does.

    Found in the roster by a common key; without one, by the year of graduation in the export.
    """
    rows = [row for each in exports for row in each.rows]
    fates = Recount()
    for each in exports:
        fates.leave_out(each, rows, "没有用到")
    if sources.people is not None and _have_common_key(rows, sources.people.rows):
        return _in_roster(rows, sources.people, sources, fates)
    fates.put_base(sources, {}, below="名册与平台数据没有共同的证件号或学号，只作分母")
    return _of_the_year(rows, papers, rules, fates)


def _in_roster(rows: Iterable[RosterRow], people: Register, sources: Sources, fates: Recount) -> _Registered:
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
    return _Registered(Measure("registered", number, number, number), fates)


def _of_the_year(rows: Sequence[RosterRow], papers: Papers, rules: RuleSet, fates: Recount) -> _Registered | None:
    """Of people who name only the parent school nothing but the roster can tell the campus: they count in high."""
    if papers.year is None or not any(map(row_year, rows)):
        return None
    of_year = [row for row in rows if row_year(row) == papers.year]
    own = Register.of(row for row in of_year if not _names_parent(row, papers, rules))
    fates.put_all(rows, "out", "毕业时间不是考核年度")
    fates.put_all(of_year, "out", "只写明本部校名，看不出校区")
    fates.put_all(own.rows, "numerator", f"平台已注册，{papers.year}年毕业")
    for at, row in own.again:
        fates.put(row, "out", again(own.rows[at]))
    sure, most = Fraction(len(own)), Fraction(len(Register.of(of_year)))
    return _Registered(Measure("registered", sure, sure, most), fates)


def _names_parent(row: RosterRow, papers: Papers, rules: RuleSet) -> bool:
    return whose_school(row.values.get("school", ""), papers, rules) == "parent"


def _have_common_key(left: Sequence[RosterRow], right: Sequence[RosterRow]) -> bool:
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


def _own_figures(
    cell: Indicator[PlatformTaking], papers: Papers, rules: RuleSet, tables: Iterable[SentRoster]
) -> Iterator[Evidence]:
    """A school's own table, or a screenshot, that speaks of registrations: it counts in high only."""
    taken = {each.seen.path for each in tables}
    for seen in own_papers(papers, rules):
        if seen.path in taken or seen.posts or seen.events:
            continue
        told = next(_figures(cell, seen), None)
        if told is not None:
            why = "学校自制的注册统计或截图，须以平台数据为准"
            yield Evidence(cell.id, seen.path, (told,), "content", why, "open")


def _figures(cell: Indicator[PlatformTaking], seen: Observed) -> Iterator[Fact[Quantity] | Fact[str]]:
    """Counts beside the platform's words, and what of a picture shows them."""
    numbers = (*seen.counts, *seen.percents)
    for text, place, confidence in _about_platform(cell, seen):
        number = next((fact for fact in numbers if fact.place == place or fact.quote in text), None)
        if number is not None:
            yield number
        elif is_picture(seen):
            yield _shown(text, place, confidence)
    if is_picture(seen) and has_groups(seen.document.text, cell.takes.words):
        line = seen.document.lines[0]
        yield _shown(line.text, line.place, line.confidence)


def _about_platform(cell: Indicator[PlatformTaking], seen: Observed) -> Iterator[tuple[str, Place, float]]:
    """The lines and rows with the last group of words; the others may stand in a title."""
    words = cell.takes.words
    heads = " ".join(fact.value for fact in seen.titles[:_TITLES])
    for text, place, confidence in units_of_text(seen):
        if has_groups(f"{heads} {text}", words) and has_groups(text, words[-1:]):
            yield text, place, confidence


def _shown(text: str, place: Place, confidence: float) -> Fact[str]:
    return Fact(TEXT, text, text[:_QUOTED], place, confidence, "platform")
