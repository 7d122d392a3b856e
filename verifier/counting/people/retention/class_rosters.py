"""Which rosters tell where this year's class and last year's went, and why the others do not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from verifier.counting.eligibility import flags_of
from verifier.counting.flags import flag
from verifier.counting.people.rosters.rosters_sent import (
    SentRoster,
    cohorts,
    cohorts_of_last_year,
    is_employment,
    of_another_school,
)
from verifier.model import Evidence, Flag, Indicator, Papers, RosterRow, RuleSet, Standing


@dataclass(frozen=True, slots=True)
class ClassRoster:
    """The rows of one class in one roster."""

    cohort: SentRoster
    rows: tuple[RosterRow, ...]


@dataclass(frozen=True, slots=True)
class ClassRosters:
    """The rosters of two classes, the evidence that each roster sent is, and what speaks against others."""

    this: tuple[ClassRoster, ...] = ()
    last: tuple[ClassRoster, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def both(self) -> tuple[ClassRoster, ...]:
        return (*self.this, *self.last)

    @classmethod
    def joined(cls, parts: Iterable[ClassRosters]) -> ClassRosters:
        """What single rosters come to, in their order."""
        whole = cls()
        for each in parts:
            whole = cls(
                (*whole.this, *each.this),
                (*whole.last, *each.last),
                (*whole.evidence, *each.evidence),
                (*whole.flags, *each.flags),
            )
        return whole


def class_rosters(cell: Indicator, papers: Papers, rules: RuleSet) -> ClassRosters:
    """This year's rows and last year's, out of the bundle and of the papers given as last year's."""
    own = [each for each in cohorts(papers, rules) if _went_somewhere(each)]
    placed = [_placed(cell, each, own, papers, rules) for each in own]
    found = ClassRosters.joined((*placed, *_of_last_years_papers(cell, papers, rules)))
    if found.both:
        # a roster of a third class is no fault beside those of the two
        return replace(found, flags=tuple(each for each in found.flags if each.code != "date-outside-period"))
    return found


def _went_somewhere(each: SentRoster) -> bool:
    return is_employment(each) or (each.purpose == "part" and each.side == "graduates" and each.roster.has("employer"))


def _placed(
    cell: Indicator, each: SentRoster, own: Collection[SentRoster], papers: Papers, rules: RuleSet
) -> ClassRosters:
    """One roster: to which classes its rows go, or why to none. `own`: all that are sent, this one too."""
    if doubt := of_another_school(each, "花名册", papers, rules):
        return _of_neither(cell, each, "属于其他学校", "out", flags_of(cell, [doubt]))
    if each.purpose == "part":
        return _of_neither(cell, each, "只列了一部分毕业生，不能作为全体毕业生花名册", "open")
    if papers.year is None:
        return ClassRosters((ClassRoster(each, each.rows),), (), (_piece(cell, each, "考核年度未定", "open"),))
    if each.class_year is None and (unplaced := _of_no_class(cell, each, own, papers.year)):
        return unplaced
    return _by_class(cell, each, papers.year)


def _of_no_class(cell: Indicator, each: SentRoster, own: Collection[SentRoster], year: int) -> ClassRosters | None:
    """A roster that shows no class, unless it is the only one that may be this year's."""
    known = {other.class_year for other in own}
    if {year, year - 1} <= known:
        return _of_neither(cell, each, "没有写明届别，另有两届的花名册", "out")
    if year in known or sum(other.class_year is None for other in own) > 1:
        text = "花名册没有写明届别，不能确定是本年度还是上年度的，请补充"
        told = flag("date-missing", cell.id, text, each.roster.place)
        return _of_neither(cell, each, "没有写明届别", "open", (told,))
    return None


def _by_class(cell: Indicator, each: SentRoster, year: int) -> ClassRosters:
    """The rows of a roster that are this year's and last year's; a roster of neither is out."""
    this = _rows_of(each, each.of_class(year))
    last = _rows_of(each, each.of_class(year - 1)) if each.class_year is not None else ()
    if not this and not last:
        text = f"花名册是{each.class_year}届的，不计入，请补充本年度和上年度花名册"
        told = flag("date-outside-period", cell.id, text, each.roster.place)
        return _of_neither(cell, each, f"是{each.class_year}届的花名册", "out", (told,))
    named = [("本年度", found) for found in this] + [("上年度", found) for found in last]
    evidence = tuple(_piece(cell, each, f"{name}花名册，{len(found.rows)}行") for name, found in named)
    return ClassRosters(this, last, evidence, tuple(_assumed(cell, each, year)))


def _rows_of(each: SentRoster, rows: tuple[RosterRow, ...]) -> tuple[ClassRoster, ...]:
    return (ClassRoster(each, rows),) if rows else ()


def _assumed(cell: Indicator, each: SentRoster, year: int) -> Iterator[Flag]:
    if each.told in ("", "name"):
        text = f"花名册没有写明届别，按{each.class_year or year}届计算，请确认"
        yield flag("date-missing", cell.id, text, each.roster.place, "note")


def _of_last_years_papers(cell: Indicator, papers: Papers, rules: RuleSet) -> Iterator[ClassRosters]:
    if papers.year is None:
        return
    for each in cohorts_of_last_year(papers, rules):
        if _went_somewhere(each) and each.purpose == "class":
            rows = each.rows if each.class_year is None else each.of_class(papers.year - 1)
            if rows:
                piece = _piece(cell, each, f"上年度花名册，{len(rows)}行")
                yield ClassRosters(last=(ClassRoster(each, rows),), evidence=(piece,))


def _of_neither(
    cell: Indicator, each: SentRoster, why: str, standing: Standing, flags: tuple[Flag, ...] = ()
) -> ClassRosters:
    return ClassRosters(evidence=(_piece(cell, each, why, standing),), flags=flags)


def _piece(cell: Indicator, each: SentRoster, why: str, standing: Standing = "firm") -> Evidence:
    return Evidence(cell.id, each.seen.path, (each.fact,), "content", why, standing, f"{each.roster.place}{why}")
