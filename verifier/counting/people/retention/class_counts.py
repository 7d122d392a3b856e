"""How many of one class stay, by each definition, with every row of its rosters; or as an earlier check counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verifier.counting.flags import flag
from verifier.counting.people.retention.agreements import Overruled, overruling, signed_by
from verifier.counting.people.retention.class_rosters import ClassRoster
from verifier.counting.people.retention.destinations import Stay, Went, is_dissolved, stays, went
from verifier.counting.people.rosters.rosters_sent import named_rows, where
from verifier.counting.people.rosters.same_person import Register
from verifier.counting.people.totals.listing import Recount, again
from verifier.model import (
    EARLIER,
    Agreement,
    Earlier,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Papers,
    Rate,
    RateRow,
    Roster,
    RosterRow,
    RuleSet,
)

AGREEMENTS, WITHOUT_STUDY = "retention_agreements", "retention_without_study"
"""the measures of the other definitions"""

_Row = tuple[RosterRow, Roster]
"""a row with the roster in which it stands"""


@dataclass(frozen=True, slots=True)
class Shares:
    """Fractions of 1."""

    share: Fraction
    with_unknown: Fraction
    """as if all of unknown place stayed"""
    others: Mapping[str, Fraction]
    """by the other definitions: measure and share"""


@dataclass(frozen=True, slots=True)
class Count:
    """One class: everybody once, and those in the region."""

    everybody: int
    local: int
    shares: Shares
    rows: tuple[RateRow, ...]
    base: str
    """Chinese: what everybody was counted from"""
    overruled: tuple[Overruled, ...] = ()
    """rows that an agreement sent as a paper contradicts: as unknown as an employer of no place"""


@dataclass(frozen=True, slots=True)
class _Graduate:
    """One person: the row that decides, and what it says."""

    row: RosterRow
    further: tuple[RosterRow, ...]
    """the person's other rows"""
    kind: Went
    stay: Stay
    why: str
    overruled_by: Fact[Agreement] | None


def count_class(rosters: Sequence[ClassRoster], rules: RuleSet, papers: Sequence[Fact[Agreement]] = ()) -> Count | None:
    """Everybody once; of several rows of one person the latest whose agreement holds.

    `papers`: the agreements sent beside the rosters.
    """
    register = Register()
    rows_of: dict[int, list[_Row]] = {}
    for each in rosters:
        for row in named_rows(each.rows):
            rows_of.setdefault(register.add(row), []).append((row, each.cohort.roster))
    if not rows_of:
        return None
    signed = signed_by(register, papers)
    graduates = [_graduate(rows, signed.get(at, ()), rules) for at, rows in rows_of.items()]
    shares = _shares(graduates)
    local = sum(each.stay == "local" for each in graduates)
    tables = "、".join(dict.fromkeys(str(each.cohort.roster.place) for each in rosters))
    base = f"花名册中不重复的{len(graduates)}人：{tables}"
    overruled = tuple((each.row, each.overruled_by) for each in graduates if each.overruled_by)
    return Count(len(graduates), local, shares, _listed(rosters, graduates), base, overruled)


def _graduate(rows: Sequence[_Row], signed: Sequence[Fact[Agreement]], rules: RuleSet) -> _Graduate:
    """What the rows of one person say; `signed`: the person's agreements among the papers."""
    row, roster = _latest(rows, rules)
    stay, why = stays(row, roster, rules)
    paper = overruling(row, signed) if stay else None
    if paper is not None:
        stay, why = "unknown", f"就业协议已解除或改签：{paper.place}"
    further = tuple(other for other, _ in rows if other is not row)
    return _Graduate(row, further, went(row, rules), stay, why, paper)


def _latest(rows: Sequence[_Row], rules: RuleSet) -> _Row:
    live = [each for each in rows if not is_dissolved(*each, rules)] or rows
    return max(enumerate(live), key=lambda pair: (pair[1][0].values.get("signed_on", ""), pair[0]))[1]


def _shares(graduates: Sequence[_Graduate]) -> Shares:
    many = len(graduates)
    of_stay = Counter(each.stay for each in graduates)
    local, unknown = of_stay["local"], of_stay["unknown"]
    agreed = sum(each.stay == "local" and each.kind == "agreement" for each in graduates)
    study = sum(each.kind == "study" for each in graduates)
    others = {AGREEMENTS: Fraction(agreed, many), WITHOUT_STUDY: Fraction(local, max(1, many - study))}
    return Shares(Fraction(local, many), Fraction(local + unknown, many), others)


def _listed(rosters: Sequence[ClassRoster], graduates: Iterable[_Graduate]) -> tuple[RateRow, ...]:
    """What became of every row of the rosters."""
    fates = Recount()
    for graduate in graduates:
        fates.put_all(graduate.further, "out", again(graduate.row))
        fates.put(graduate.row, "both" if graduate.stay == "local" else "denominator", graduate.why)
    for each in rosters:
        year = each.cohort.class_year
        fates.leave_out(each.cohort, each.rows, f"不是这一届的{f'：名册为{year}届' if year else ''}")
    return fates.listed(each.cohort for each in rosters)


def rate_of(name: str, measure: str, found: Count) -> Rate:
    """The share of one class; `measure`: what the tiers ask about, which this share moves."""
    number, everybody = Fraction(found.local), Fraction(found.everybody)
    return Rate(name, number, everybody, found.rows, measure, 1 / everybody, found.base)


def unknown_places(cell: Indicator, each: ClassRoster, rules: RuleSet) -> Iterator[Flag]:
    """`employer-locality-unknown` for a roster with employers of which nothing says where they are."""
    rows = [row for row in named_rows(each.rows) if stays(row, each.cohort.roster, rules)[0] == "unknown"]
    if rows:
        text = f"{len(rows)}名毕业生的单位看不出所在地（{where(rows)}），没有计入{cell.name}，请核实"
        yield flag("employer-locality-unknown", cell.id, text, rows[0].place)


def earlier_count(cell: Indicator, papers: Papers) -> tuple[Count | None, tuple[Evidence, ...], tuple[Flag, ...]]:
    """Last year's class as an earlier check of this school counted it, when its output folder is given."""
    for seen in papers.last_year:
        for fact in seen.of(EARLIER):
            told = fact.value
            if told.school and papers.school and told.school != papers.school:
                text = f"上年度的核验结果是{told.school}的，不能比较，请改用本校的结果"
                return None, (), (flag("school-mismatch", cell.id, text, fact.place),)
            if papers.year is not None and told.year != papers.year - 1:
                text = f"给出的核验结果是{told.year}年度的，不是{papers.year - 1}年度的，不能比较，请改用上年度的结果"
                return None, (), (flag("date-outside-period", cell.id, text, fact.place),)
            found = _of_earlier(told)
            if found is not None:
                why = f"上年度核验结果：{found.local}/{found.everybody}"
                return found, (Evidence(cell.id, seen.path, (fact,), "content", why),), ()
    return None, (), ()


def _of_earlier(told: Earlier) -> Count | None:
    three, counted = told.measures.get("retention"), told.rates.get("retention")
    if three is None or counted is None or three[1] is None or three[2] is None:
        return None
    others = {name: told.measures[name][1] for name in (AGREEMENTS, WITHOUT_STUDY) if name in told.measures}
    shares = Shares(three[1], three[2], {name: value for name, value in others.items() if value is not None})
    return Count(int(counted[1]), int(counted[0]), shares, (), "上年度核验结果")
