"""A roster sent in: its columns, its class, and how many of its rows can be used."""

from __future__ import annotations

from fractions import Fraction

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import flags_of
from verifier.counting.eligibility.candidates import hinted
from verifier.counting.eligibility.whose import of_another, whose_paper
from verifier.counting.flags import flag
from verifier.counting.people.clashes import clash_flags
from verifier.counting.people.graduating_class import wanted_sides
from verifier.counting.people.rosters_sent import SentRoster, cohorts, faults, is_employment, missing_columns, where
from verifier.model import Evidence, Flag, Indicator, Papers, RosterTaking, RuleSet, Standing, Tally

Judged = tuple[Evidence, list[Flag]]


def count(cell: Indicator[RosterTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the rosters with every column asked for, of the assessed class and school."""
    sides = tuple(wanted_sides(cell.takes.documents))
    own = [each for each in cohorts(papers, rules) if each.side in sides and each.purpose == "class"]
    whole = [each for each in own if not missing_columns(each.roster, cell.takes)]
    judged = [_judged(cell, each, papers, rules) for each in whole]
    counted = any(evidence.standing == "firm" for evidence, _ in judged)
    if counted:
        # a roster of another class beside this year's belongs to a cell that compares years
        judged = [(evidence, flags) for evidence, flags in judged if evidence.standing != "out"]
    else:
        judged = [each for each, cohort in zip(judged, whole, strict=True) if _is_filed(each[0], cohort, cell, papers)]
        short = [
            each for each in own if missing_columns(each.roster, cell.takes) and _is_meant(each, cell, papers, rules)
        ]
        judged += [_short(cell, each, papers, rules) for each in short]
    tally = tally_of([evidence for evidence, _ in judged], [each for _, flags in judged for each in flags])
    is_open = any(evidence.standing == "open" for evidence, _ in judged)
    return Tally(tally.evidence, tally.measures, tally.flags, is_open and not counted)


def _is_filed(evidence: Evidence, each: SentRoster, cell: Indicator[RosterTaking], papers: Papers) -> bool:
    """Whether a roster that does not count is one of this cell: last year's 花名册 is sent for another."""
    if evidence.standing != "out" or not is_employment(each):
        return True
    return hinted(each.seen, cell.id, papers) or any(name in each.title for name in cell.names)


def _is_meant(each: SentRoster, cell: Indicator[RosterTaking], papers: Papers, rules: RuleSet) -> bool:
    """Whether a roster short of a column is this cell's: its title says so, or its file alone is filed for it."""
    if any(name in each.title for name in cell.names):
        return True
    others = [other for other in rules.indicators if isinstance(other.takes, RosterTaking) and other.id != cell.id]
    if any(name in each.title for other in others for name in other.names):
        return False
    return any(papers.hints.get(path) == (cell.id,) for path in _copies(each.seen.path, papers))


def _copies(path: str, papers: Papers) -> tuple[str, ...]:
    """The file and those with the same bytes, which may be filed for other cells."""
    return (path, *(copy for copy, first in papers.twins.items() if first == path))


def _short(cell: Indicator[RosterTaking], each: SentRoster, papers: Papers, rules: RuleSet) -> Judged:
    evidence, flags = _judged(cell, each, papers, rules)
    if evidence.standing == "out":
        return evidence, flags
    groups = missing_columns(each.roster, cell.takes)
    missing = "、".join("或".join(rules.words.columns.get(name, (name,))[0] for name in group) for group in groups)
    text = f"缺少“{missing}”列，不能计分，请补齐后重新报送"
    flags = [each for each in flags if each.code not in ("rows-invalid", "date-missing")]
    flags.insert(0, flag("columns-missing", cell.id, text, each.roster.place))
    return _piece(cell, each, "open", f"缺少“{missing}”列"), flags


def _judged(cell: Indicator[RosterTaking], each: SentRoster, papers: Papers, rules: RuleSet) -> Judged:
    """What a roster is worth, with what is wrong with it."""
    place = each.roster.place
    verdict, other = whose_paper(each.seen, papers, rules)
    if verdict == "out" or (each.foreign and not each.rows):
        return _piece(cell, each, "out", "属于其他学校"), [*flags_of(cell, [of_another("名册", other, place)])]
    rows = each.rows
    standing: Standing = "firm"
    flags: list[Flag] = []
    if each.side == "graduates" and papers.year:
        rows = each.of_class(papers.year)
        if not rows or (each.told != "name" and each.class_year not in (None, papers.year) and not rows):
            text = f"名册是{each.class_year}届的，不是{papers.year}届，不计入，请补充当年名册"
            if each.told != "name":
                found = [flag("date-outside-period", cell.id, text, place)]
                return _piece(cell, each, "out", f"是{each.class_year}届的名册"), found
            rows, standing = each.rows, "open"
        flags += _undated(cell, each, papers, standing)
    unusable = [row for row in rows if row.problem]
    flags += faults(cell, [row for row in rows if not row.problem])
    flags += clash_flags(cell, [each], papers, rules)
    if unusable or not rows:
        text = (
            f"{len(unusable)}行不能使用（{where(unusable)}：{unusable[0].problem if unusable else '没有人员'}），请改正"
        )
        over = Fraction(len(unusable), max(1, len(rows))) > cell.takes.most_unusable
        flags.append(flag("rows-invalid", cell.id, text, place, None if over else "note"))
        standing = "open" if over else standing
    headers = "、".join(column.header for column in each.roster.columns[:8])
    return _piece(cell, each, standing, f"表头有{headers}，共{len(rows)}行"), flags


def _undated(cell: Indicator[RosterTaking], each: SentRoster, papers: Papers, standing: Standing) -> list[Flag]:
    if each.told not in ("", "name"):
        return []
    if standing == "open":
        text = f"只有文件名写着{each.class_year}届，名册里没有届别，请确认是哪一届"
        return [flag("date-missing", cell.id, text, each.roster.place)]
    text = f"名册没有写明届别，请确认是{papers.year}届毕业生"
    return [flag("date-missing", cell.id, text, each.roster.place, "note")]


def _piece(cell: Indicator[RosterTaking], each: SentRoster, standing: Standing, why: str) -> Evidence:
    key = str(each.roster.place)
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, standing, key)
