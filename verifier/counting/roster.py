"""A roster sent in: its columns, its class, and how many of its rows can be used."""

from __future__ import annotations

from fractions import Fraction

from verifier.model import Evidence, Flag, Indicator, Papers, RuleSet, Tally

from .people import List, faults, is_employment, is_enrolled, is_other_kind, lists, title_of
from .sight import flag, hinted, school_verdict
from .tallying import tally_of


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the rosters with every column asked for."""
    complete, partial = [], []
    for each in lists(papers, rules):
        standing = _belongs(each, cell, papers, rules)
        if standing == "complete":
            complete.append(each)
        elif standing == "partial":
            partial.append(each)
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    open_to_max = False
    for each in complete:
        piece, own_flags, is_open = _judged(cell, each, papers, rules)
        evidence.append(piece)
        flags += own_flags
        open_to_max |= is_open
    if not complete:
        for each in partial:
            missing = _missing(each, cell, rules)
            text = f"缺少{missing}列，不能计分，请补齐后重新报送"
            flags.append(flag("columns-missing", cell.id, text, each.roster.place))
            evidence.append(Evidence(cell.id, each.seen.path, (each.fact,), "content", f"缺少{missing}列", "open"))
            open_to_max = True
    counted = any(piece.standing == "firm" for piece in evidence)
    tally = tally_of(evidence, flags)
    return Tally(tally.evidence, tally.measures, tally.flags, open_to_max and not counted)


def _belongs(each: List, cell: Indicator, papers: Papers, rules: RuleSet) -> str:
    """`complete`, `partial` (said to be this roster, a column short) or '' (another table)."""
    ours = is_enrolled(each, rules)
    wants_enrolled = "enrolled-roster" in cell.takes.documents
    if is_other_kind(each) or ours != wants_enrolled:
        return ""
    title = title_of(each)
    says = any(name in title for name in cell.names)
    for other in rules.indicators:
        if other.takes.kind == "roster" and other.id != cell.id and not says and any(n in title for n in other.names):
            return ""
    if is_employment(each) and not says:
        return ""
    if all(any(each.roster.has(name) for name in group) for group in cell.takes.columns):
        return "complete"
    named = says or (hinted(each.seen, cell.id, papers) and len(papers.hints[each.seen.path]) == 1)
    return "partial" if named else ""


def _missing(each: List, cell: Indicator, rules: RuleSet) -> str:
    groups = [group for group in cell.takes.columns if not any(each.roster.has(name) for name in group)]
    return "、".join(rules.words.columns.get(group[0], (group[0],))[0] for group in groups)


def _judged(cell: Indicator, each: List, papers: Papers, rules: RuleSet) -> tuple[Evidence, list[Flag], bool]:
    place, path = each.roster.place, each.seen.path

    def piece(standing: str, why: str) -> Evidence:
        return Evidence(cell.id, path, (each.fact,), "content", why, standing, path)  # type: ignore[arg-type]

    verdict, other = school_verdict(each.seen, papers, rules)
    if verdict == "out" or (each.foreign and not each.rows):
        text = f"名册属于{other or '其他学校'}，不计入，请核对"
        return piece("out", "属于其他学校"), [flag("school-mismatch", cell.id, text, place)], False
    of_graduates = "enrolled-roster" not in cell.takes.documents
    if of_graduates and papers.year and each.class_year not in (None, papers.year):
        text = f"名册是{each.class_year}届的，不是{papers.year}届，不计入，请补充当年名册"
        return piece("out", f"{each.class_year}届"), [flag("date-outside-period", cell.id, text, place)], False
    flags = faults(cell, each)
    if of_graduates and each.class_year is None and papers.year:
        flags.append(flag("date-missing", cell.id, "名册没有写明届别，请确认是当年毕业生", place, "note"))
    broken = [row for row in each.rows if row.problem]
    share = Fraction(len(broken), len(each.rows)) if each.rows else Fraction(1)
    if broken or not each.rows:
        listed = "、".join(row.place.cell or "" for row in broken[:10])
        reason = broken[0].problem if broken else "没有人员"
        text = f"{len(broken)}行不能使用（{listed}：{reason}），请改正后重新报送"
        over = share > (cell.takes.minimum or 0)
        flags.append(flag("rows-invalid", cell.id, text, place, None if over else "note"))
        if over:
            return piece("open", f"{len(broken)}行不能使用"), flags, True
    headers = "、".join(column.header for column in each.roster.columns[:8])
    open_ = verdict == "open" and not each.roster.has("school")
    return piece("open" if open_ else "firm", f"表头有{headers}，共{len(each.rows)}行"), flags, open_
