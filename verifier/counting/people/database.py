"""A roster sent in: its columns, its class, and how many of its rows can be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import flags_of
from verifier.counting.eligibility.candidates import hinted
from verifier.counting.eligibility.whose import of_another, whose_paper
from verifier.counting.flags import flag
from verifier.counting.people.rosters.clashes import clash_flags
from verifier.counting.people.rosters.graduating_class import enrolled_in, names_grade_to_come, wanted_sides
from verifier.counting.people.rosters.rosters_sent import (
    SentRoster,
    cohorts,
    faults,
    is_complete,
    is_employment,
    missing_columns,
    where,
)
from verifier.language.comparing_text import has_word
from verifier.model import (
    Evidence,
    Flag,
    Indicator,
    Papers,
    RosterRow,
    RosterTaking,
    RuleSet,
    Standing,
    Taking,
    Tally,
    documents_of,
)

_HEADERS = 8
"""columns that the evidence names"""
_OF_STUDENTS = "class", "part", "unclear"
"""what a table of students may be for, and of none else"""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a roster is worth, with what is wrong with it."""

    roster: SentRoster
    evidence: Evidence
    flags: tuple[Flag, ...] = ()

    @property
    def standing(self) -> Standing:
        return self.evidence.standing


def count(cell: Indicator[RosterTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the rosters with every column asked for, of the assessed class and school."""
    own = _of_the_side(cell, papers, rules)
    whole = [_judged(cell, each, papers, rules) for each in own if is_complete(each.roster, cell.takes)]
    if any(each.standing == "firm" for each in whole):
        # a roster of another class beside this year's belongs to a cell that compares years
        return _tally([each for each in whole if each.standing != "out"], open_to_max=False)
    filed = [*_filed(cell, whole, papers)]
    # a list beside a whole one in its workbook is what its formulas look up
    beside = {each.evidence.file for each in filed}
    lists = [each for each in own if each.seen.path not in beside]
    lacking = [_short(cell, each, papers, rules) for each in lists if _is_meant(each, cell, papers, rules)]
    judged = [*filed, *lacking] or [*_of_the_other_side(cell, papers, rules)]
    return _tally(judged, open_to_max=any(each.standing == "open" for each in judged))


def _of_the_side(cell: Indicator[RosterTaking], papers: Papers, rules: RuleSet) -> list[SentRoster]:
    """The rosters of graduates, or of the enrolled, as the cell asks for."""
    sides = tuple(wanted_sides(cell.takes.documents))
    return [each for each in cohorts(papers, rules) if each.side in sides and each.purpose in ("class", "unclear")]


def _of_the_other_side(cell: Indicator[RosterTaking], papers: Papers, rules: RuleSet) -> Iterator[_Judged]:
    """Rosters filed for this cell that call their people enrolled where it asks for graduates, and serve no other."""
    sides = tuple(wanted_sides(cell.takes.documents))
    takes = [other.takes for other in rules.indicators if isinstance(other.takes, RosterTaking) and other.id != cell.id]
    for each in cohorts(papers, rules):
        is_strange = each.purpose in _OF_STUDENTS and each.side == "enrolled" and each.side not in sides
        if (
            is_strange
            and hinted(each.seen, cell.id, papers)
            and (
                has_word(each.title, rules.words.people.enrolled_titles) or names_grade_to_come(each.title, papers.year)
            )
            and not any(is_complete(each.roster, other) for other in takes)
        ):
            text = f"“{each.title[:30]}”是在校生的名册，不是{papers.year or '本年度'}届毕业生，不计入，请补充"
            told = flag("date-outside-period", cell.id, text, each.roster.place)
            yield _Judged(each, _piece(cell, each, "out", "是在校生的名册"), (told,))


def _tally(judged: Sequence[_Judged], open_to_max: bool) -> Tally:
    flags = tuple(chain.from_iterable(each.flags for each in judged))
    return tally_of([each.evidence for each in judged], flags, open_to_max=open_to_max)


def _filed(cell: Indicator[RosterTaking], judged: Iterable[_Judged], papers: Papers) -> Iterator[_Judged]:
    """Of rosters that do not count those of this cell: last year's 花名册 is sent for another."""
    for each in judged:
        roster = each.roster
        named = hinted(roster.seen, cell.id, papers) or has_word(roster.title, cell.names)
        if each.standing != "out" or named or not is_employment(roster):
            yield each


def _is_meant(each: SentRoster, cell: Indicator[RosterTaking], papers: Papers, rules: RuleSet) -> bool:
    """Whether a roster short of a column is this cell's: its title says so, or its file alone is filed for it.

    All enrolled, by the title, are this cell's too where no other one asks for them.
    """
    if is_complete(each.roster, cell.takes):
        return False
    if has_word(each.title, cell.names):
        return True
    others = [other for other in rules.indicators if isinstance(other.takes, RosterTaking) and other.id != cell.id]
    if any(has_word(each.title, other.names) for other in others):
        return False
    if any(papers.hints.get(path) == (cell.id,) for path in _copies(each.seen.path, papers)):
        return True
    if each.side == "graduates" and each.told == "title" and not is_employment(each):
        return _lacks_least(each, cell, [other.takes for other in rules.indicators if other.id != cell.id])
    asked = {side for other in others for side in wanted_sides(documents_of(other.takes))}
    return each.side not in asked and has_word(each.title, rules.words.people.enrolled_titles)


def _lacks_least(each: SentRoster, cell: Indicator[RosterTaking], others: Iterable[Taking]) -> bool:
    """Whether a roster lacks fewer of a cell's columns than of any other's that asks for the same people."""
    takes = [other for other in others if isinstance(other, RosterTaking)]
    rivals = (other for other in takes if each.side in wanted_sides(other.documents))
    least = len(missing_columns(each.roster, cell.takes))
    return all(len(missing_columns(each.roster, other)) > least for other in rivals)


def _copies(path: str, papers: Papers) -> tuple[str, ...]:
    """The file and those with the same bytes, which may be filed for other cells."""
    return (path, *(copy for copy, first in papers.twins.items() if first == path))


def _short(cell: Indicator[RosterTaking], each: SentRoster, papers: Papers, rules: RuleSet) -> _Judged:
    """A roster without a column that is asked for: what else is wrong with it can wait, but not whose it is."""
    judged = _judged(cell, each, papers, rules)
    if judged.standing == "out":
        return judged
    groups = missing_columns(each.roster, cell.takes)
    missing = "、".join("或".join(rules.words.columns.get(name, (name,))[0] for name in group) for group in groups)
    text = f"缺少“{missing}”列，不能计分，请补齐后重新报送"
    first = flag("columns-missing", cell.id, text, each.roster.place)
    others = (found for found in judged.flags if found.code not in ("rows-invalid", "date-missing"))
    return _Judged(each, _piece(cell, each, "open", f"缺少“{missing}”列"), (first, *others))


def _judged(cell: Indicator[RosterTaking], each: SentRoster, papers: Papers, rules: RuleSet) -> _Judged:
    verdict, other = whose_paper(each.seen, papers, rules)
    if verdict == "out" or (each.foreign and not each.rows):
        told = flags_of(cell, [of_another("名册", other, each.roster.place)])
        return _Judged(each, _piece(cell, each, "out", "属于其他学校"), told)
    rows, standing, undated = _of_the_class(cell, each, papers)
    if each.purpose == "unclear":
        text = f"表题“{each.title[:30]}”看不出是不是全体学生的名册，请审核人员确认"
        question = flag("judgement-required", cell.id, text, each.roster.place)
        return _Judged(each, _piece(cell, each, "open", "表题看不出是全体学生的名册"), (question,))
    if standing == "out":
        return _Judged(each, _piece(cell, each, "out", "是别的年度的名册"), undated)
    usable, unusable = _parted(rows)
    over = Fraction(len(unusable), max(1, len(rows))) > cell.takes.most_unusable
    flags = (
        *undated,
        *faults(cell, usable),
        *clash_flags(cell, [each], papers, rules),
        *_unusable(cell, each, rows, unusable, over),
    )
    headers = "、".join(column.header for column in each.roster.columns[:_HEADERS])
    why = f"表头有{headers}，共{len(rows)}行"
    return _Judged(each, _piece(cell, each, "open" if over else standing, why), flags)


def _parted(rows: Sequence[RosterRow]) -> tuple[list[RosterRow], list[RosterRow]]:
    """The rows that can be used, and the others."""
    return [row for row in rows if not row.problem], [row for row in rows if row.problem]


def _of_the_class(
    cell: Indicator[RosterTaking], each: SentRoster, papers: Papers
) -> tuple[Sequence[RosterRow], Standing, tuple[Flag, ...]]:
    """The rows of the assessed class, and how they stand for the way in which the class is told.

    A roster of another class is out; where only the file's name says that it is one, it is open.
    """
    if not papers.year:
        return each.rows, "firm", ()
    if each.side != "graduates":
        return _enrolled(cell, each, papers.year)
    place, rows = each.roster.place, each.of_class(papers.year)
    if rows and each.told in ("", "name"):
        text = f"名册没有写明届别，请确认是{papers.year}届毕业生"
        return rows, "firm", (flag("date-missing", cell.id, text, place, "note"),)
    if rows:
        return rows, "firm", ()
    if each.told == "name":
        text = f"只有文件名写着{each.class_year}届，名册里没有届别，请确认是哪一届"
        return each.rows, "open", (flag("date-missing", cell.id, text, place),)
    text = f"名册是{each.class_year}届的，不是{papers.year}届，不计入，请补充当年名册"
    return (), "out", (flag("date-outside-period", cell.id, text, place),)


def _enrolled(
    cell: Indicator[RosterTaking], each: SentRoster, assessed: int
) -> tuple[Sequence[RosterRow], Standing, tuple[Flag, ...]]:
    """The rows of those enrolled, unless the title says that they were in an earlier year."""
    year = enrolled_in(each.title, each.rows)
    if year is None or year >= assessed:
        return each.rows, "firm", ()
    text = f"名册是{year}年的在校生，不是{assessed}年的，不计入，请补充当年名册"
    return (), "out", (flag("date-outside-period", cell.id, text, each.roster.place),)


def _unusable(
    cell: Indicator[RosterTaking],
    each: SentRoster,
    rows: Sequence[RosterRow],
    unusable: Sequence[RosterRow],
    over: bool,
) -> Iterator[Flag]:
    """`rows-invalid` for rows of a roster that cannot be used, or none at all; `over`: more than the cell allows."""
    if unusable or not rows:
        problem = unusable[0].problem if unusable else "没有人员"
        text = f"{len(unusable)}行不能使用（{where(unusable)}：{problem}），请改正"
        yield flag("rows-invalid", cell.id, text, each.roster.place, None if over else "note")


def _piece(cell: Indicator[RosterTaking], each: SentRoster, standing: Standing, why: str) -> Evidence:
    key = str(each.roster.place)
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, standing, key)
