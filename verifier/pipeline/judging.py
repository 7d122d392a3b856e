"""Judge: what was observed is matched to the cells, counted and scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verifier import assign, cross, identity
from verifier.counting import tally
from verifier.counting.people.roster_summary import rolls
from verifier.counting.people.totals.disagreement import totals_flags
from verifier.counting.unveiled import with_unveiled
from verifier.facts.schools import folded
from verifier.model import (
    SELF_SCORE,
    Corrected,
    Fact,
    Flag,
    Observed,
    Papers,
    RosterSummary,
    RuleSet,
    ScoreSheet,
    SelfScore,
    StandardResult,
    Tally,
)
from verifier.pipeline.collector import uncollected
from verifier.pipeline.correcting import outcomes, with_flags
from verifier.pipeline.notices import notices, without_the_bureaus
from verifier.pipeline.observing import Sight
from verifier.record import Identity
from verifier.reuse import Elsewhere
from verifier.score import score
from verifier.station import standards


@dataclass(frozen=True, slots=True)
class Judgement:
    sheet: ScoreSheet
    papers: Papers
    tallies: Mapping[str, Tally]
    identity: Identity
    rolls: tuple[RosterSummary, ...] = ()
    """the tables of people"""
    station: tuple[StandardResult, ...] = ()
    """the standards on which the station was set up"""
    notices: tuple[str, ...] = ()
    """Chinese: what has to be known before any points"""
    corrected: tuple[Corrected, ...] = ()
    """what became of each correction, in the order of the sight's"""


def judge(
    sight: Sight,
    rules: RuleSet,
    year: int | None = None,
    school: str | None = None,
    last_year: Sequence[Observed] = (),
    engine: Mapping[str, object] | None = None,
    elsewhere: Elsewhere | None = None,
    bureau_data: Sequence[Observed] = (),
) -> Judgement:
    """Match what was observed to the cells and score them."""
    named, fact = school_of(sight, school, rules)
    told_first = notices(sight, school, year, rules)
    year = year or identity.find_year(sight.observed, named, rules)
    twins, twin_flags = cross.twins(sight.files)
    papers = Papers(
        observed=sight.observed,
        files=sight.files,
        school=named,
        year=year,
        period=identity.period_of(year, rules) if year else None,
        last_year=tuple(last_year),
        bureau_data=tuple(bureau_data),
        twins=twins,
        hints=assign.hints(tuple(file.path for file in sight.files), rules),
        reused=elsewhere.reused(sight.observed, sight.name, named, year) if elsewhere else {},
    )
    with uncollected():
        tallies = _tallies(papers, rules)
    told_first += without_the_bureaus(papers, tallies, rules)
    tallies = cross.contradictions(papers, tallies, rules)
    tallies, loose = assign.settle(papers, tallies, sight.flags, rules)
    tallies = cross.sealed(papers, cross.shown_elsewhere(papers, tallies, rules))
    corrected = outcomes(sight.corrections, papers)
    tallies, untaken = with_flags(tallies, sight.corrections, corrected)
    flags = (
        *loose,
        *untaken,
        *twin_flags,
        *totals_flags(papers, rules, tallies),
        *_flags_of_bundle(papers, rules, named),
    )
    tallies = _once(tallies)
    sheet = score(rules, tallies, _self_scores(sight.observed, rules), flags)
    told = Identity(named, fact, dict(engine or {}))
    station = standards(rules, tallies)
    return Judgement(sheet, papers, tallies, told, rolls(papers, rules), station, told_first, corrected)


def school_of(sight: Sight, school: str | None, rules: RuleSet) -> tuple[str | None, Fact[str] | None]:
    """The canonical name of the school that the user named, else of the one that the papers name, and where they do."""
    return (identity.named_school(school, rules), None) if school else identity.find_school(sight.observed, rules)


def whose(sight: Sight, rules: RuleSet, year: int | None, school: str | None) -> tuple[str | None, int | None]:
    """The school and the year that the user named, else those that the papers name."""
    named, _ = school_of(sight, school, rules)
    return named, year or identity.find_year(sight.observed, named, rules)


def _tallies(papers: Papers, rules: RuleSet) -> Mapping[str, Tally]:
    """What each cell counts; where papers hide text, also what it would count if that were seen."""
    tallies = {cell.id: tally(cell, papers, rules) for cell in rules.indicators}
    unveiled = tuple(seen.unveiled for seen in papers.observed if seen.unveiled)
    if not unveiled:
        return tallies
    all_seen = replace(papers, observed=tuple(seen.unveiled or seen for seen in papers.observed))
    return {
        cell.id: with_unveiled(cell.id, tallies[cell.id], tally(cell, all_seen, rules), unveiled)
        for cell in rules.indicators
    }


def _once(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    """One flag per code, cell and file: the first says it, and how many more there are."""
    done: dict[str, Tally] = {}
    for cell, each in tallies.items():
        kept: dict[tuple[str, str], list[Flag]] = {}
        for flag in each.flags:
            kept.setdefault((flag.code, flag.place.file if flag.place else ""), []).append(flag)
        flags = tuple(_joined(same) for same in kept.values())
        done[cell] = replace(each, flags=flags)
    return done


def _joined(same: list[Flag]) -> Flag:
    more = len({flag.message for flag in same}) - 1
    return replace(same[0], message=f"{same[0].message}（同类问题共{more + 1}处）") if more else same[0]


def _self_scores(observed: Sequence[Observed], rules: RuleSet) -> dict[str, Fact[SelfScore]]:
    """The school's own scores of its 附件2, by cell: the wording of 指标内容 tells which."""
    scores: dict[str, Fact[SelfScore]] = {}
    by_text = {_wording(cell.name): cell.id for cell in rules.indicators}
    rows = rules.form.rows if rules.form else ()
    by_text |= {_wording(row.content): row.indicator for row in rows if row.content}
    for seen in observed:
        for fact in seen.of(SELF_SCORE):
            cell = by_text.get(_wording(fact.value.content))
            if cell and cell not in scores:
                scores[cell] = fact
    return scores


def _wording(text: str) -> str:
    """The words of a cell of the form, without blanks and full stops."""
    return folded(text).replace("。", "").replace(".", "")


def _flags_of_bundle(papers: Papers, rules: RuleSet, school: str | None) -> list[Flag]:
    flags = []
    if papers.year is None:
        flags.append(Flag("year-unknown", "review", "看不出考核年度，请写明考核年度后重新核验"))
    elif not rules.valid_from.year <= papers.year <= rules.valid_to.year:
        text = f"考核年度{papers.year}年不在规则集有效期内（至{rules.valid_to}），请确认是否沿用"
        flags.append(Flag("rules-expired", "review", text))
    if not school:
        flags.append(Flag("school-unknown", "review", "看不出是哪所学校的材料，请写明学校名称后重新核验"))
    there = {fact.label for seen in papers.observed for fact in seen.document_types}
    missing = [name for name in rules.submission.papers if name not in there]
    if missing:
        text = f"缺少{'、'.join(missing)}，{rules.submission.cite}要求一并提交，请补充"
        flags.append(Flag("submission-incomplete", "gap", text))
    return flags
