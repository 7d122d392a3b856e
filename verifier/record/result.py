"""A score sheet as the record that `result.json` holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verifier.model import (
    DATE,
    RESULT_SCHEMA,
    AwardRecord,
    CellRecord,
    CorrectionRecord,
    Evidence,
    Fact,
    FileRecord,
    Flag,
    FlagRecord,
    GradeRecord,
    Group,
    GroupRecord,
    Indicator,
    IndicatorResult,
    NextRecord,
    NextStep,
    Number,
    Observed,
    Papers,
    PeriodRecord,
    PieceRecord,
    Place,
    ReadingRecord,
    ResultRecord,
    RosterSummary,
    RuleSet,
    RulesRecord,
    SchoolRecord,
    ScoreSheet,
    SourceFile,
    Spread,
    SpreadRecord,
    StandardRecord,
    StandardResult,
    Verdict,
    question_number,
)
from verifier.record.corrections import Places, corrected_places, is_among
from verifier.record.masking import Masking, masked
from verifier.record.rates import rate_record, roster_record
from verifier.record.values import brief, number, number_or_none, pieces, spot

_DATES = {"published": "published_on", "taken": "taken_on", "issued": "issued_on"}
"""role of a date → what the record calls it"""


@dataclass(frozen=True, slots=True)
class Identity:
    """What the head of the record says."""

    school: str | None
    school_fact: Fact[object] | None
    engine: Mapping[str, object]


def to_result(
    sheet: ScoreSheet,
    papers: Papers,
    rules: RuleSet,
    identity: Identity,
    masking: Masking,
    timings: Mapping[str, float],
    rolls: Sequence[RosterSummary] = (),
    station: Sequence[StandardResult] = (),
    notices: Sequence[str] = (),
    unmasked: bool = False,
    corrections: Sequence[CorrectionRecord] = (),
) -> ResultRecord:
    """The record; `masking` takes personal data out of every text. `rolls`: the tables of people.

    `station`: the standards on which it was set up; `notices`: what has to be known before any points;
    `unmasked`: `masking` leaves personal data as it is; `corrections`: of lines that were misread.
    """
    cells = {indicator.id: indicator for indicator in rules.indicators}
    corrected = corrected_places(papers)
    contents = {file.path: file.sha256 for file in papers.files if file.sha256}
    found, held = identity.school_fact, [seen.document.file for seen in papers.bureau_data]
    record = ResultRecord(
        schema=RESULT_SCHEMA,
        school=SchoolRecord(name=identity.school, found_in=str(found.place) if found else None),
        year=papers.year,
        period=_period(papers),
        rules=RulesRecord(id=rules.id, title=rules.title, valid_to=rules.valid_to.isoformat(), sha256=rules.sha256),
        files=tuple(_files(papers.files, papers.observed, sheet, papers)),
        bureau_data=tuple(_files(held, papers.bureau_data, sheet, papers)),
        indicators=tuple(_cell(each, cells[each.indicator], rules, corrected, contents) for each in sheet.results),
        groups=tuple(_group(group, sheet.groups[group.id]) for group in rules.groups),
        total=_total(sheet.total),
        grade=_grade(sheet.grade),
        award_yuan=_award(sheet.award_yuan),
        flags=tuple(_flag(each, "", contents) for each in sheet.flags),
        notices=tuple(notices),
        station=tuple(map(_standard, station)),
        rosters=tuple(roster_record(each, rules) for each in rolls),
        corrections=tuple(corrections),
        engine={**identity.engine, "seconds": dict(timings)},
        unmasked=unmasked,
    )
    return masked(record, masking)


def _period(papers: Papers) -> PeriodRecord | None:
    if papers.period is None:
        return None
    return PeriodRecord(from_=papers.period[0].isoformat(), to=papers.period[1].isoformat())


def _files(
    files: Iterable[SourceFile], observed: Iterable[Observed], sheet: ScoreSheet, papers: Papers
) -> Iterator[FileRecord]:
    cells = _cells_by_file(sheet, papers)
    kinds = {seen.path: seen.document_types[0] for seen in observed if seen.document_types}
    for file in files:
        kind = kinds.get(file.path)
        yield FileRecord(
            path=file.path,
            sha256=file.sha256,
            kind=file.kind,
            status=file.status,
            reason=file.reason,
            pages=file.pages,
            indicators=tuple(cells.get(file.path, ())),
            document_type=kind.value if kind else None,
            document_name=kind.label if kind else "",
            out_of_reach=file.out_of_reach,
        )


def _cells_by_file(sheet: ScoreSheet, papers: Papers) -> dict[str, list[str]]:
    """Path → the cells for which the file, the picture of whose paper it is a page, or its twin, is evidence."""
    cells: dict[str, list[str]] = {}
    for result in sheet.results:
        for each in result.evidence:
            if result.indicator not in cells.setdefault(each.file, []):
                cells[each.file].append(result.indicator)
    pictures = {file.path for file in papers.files if file.kind == "image"}
    for leaf, first in ((file.path, file.parent) for file in papers.files if file.parent in pictures):
        cells.setdefault(leaf, cells.get(first or "", []))
    for twin, first in papers.twins.items():
        cells.setdefault(twin, cells.get(first, []))
    return cells


def _cell(
    result: IndicatorResult, cell: Indicator, rules: RuleSet, corrected: Places, contents: Mapping[str, str]
) -> CellRecord:
    return CellRecord(
        id=result.indicator,
        group=rules.group_of(cell.id).id,
        name=cell.name,
        max=number(cell.max),
        low=number(result.low),
        proposed=number(result.proposed),
        high=number(result.high),
        status=result.status,
        self_score=number_or_none(result.self_score),
        facts=_facts(result.facts),
        readings=tuple(ReadingRecord(id=r.id, text=r.text, points=number(r.points)) for r in result.readings),
        evidence=tuple(row for piece, each in pieces(result.evidence) for row in _pieces(each, piece, corrected)),
        flags=tuple(_flag(each, cell.id, contents) for each in result.flags),
        rates=tuple(rate_record(each, rules) for each in result.outlooks),
        next=_next(result.next) if result.next else None,
        bureau=cell.bureau,
        clause=cell.clause.cite,
        clause_text=cell.clause.text,
        requirement=cell.clause.requirement,
    )


def _next(step: NextStep) -> NextRecord:
    more = {name: number(value) for name, value in step.more.items()}
    return NextRecord(points=number(step.points), text=step.text, more=more)


def _facts(facts: Mapping[str, Fraction]) -> dict[str, Number | Mapping[str, Number]]:
    """`trained_by_level.college` nests on the dot."""
    nested: dict[str, Number | Mapping[str, Number]] = {}
    parts: dict[str, dict[str, Number]] = {}
    for name, value in facts.items():
        head, _, tail = name.partition(".")
        if tail:
            nested[head] = parts.setdefault(head, {})
            parts[head][tail] = number(value)
        else:
            nested[head] = number(value)
    return nested


def _pieces(evidence: Evidence, piece: str, corrected: Places) -> Iterator[PieceRecord]:
    """A row a fact, or one for the file where there is none."""
    told = [(fact.place, _name(fact), brief(fact.value), fact.quote, fact.confidence) for fact in evidence.facts]
    for place, name, value, text, confidence in told or [(Place(evidence.file), "file", None, "", 1.0)]:
        yield PieceRecord(
            **spot(place),
            fact=name,
            value=value,
            text=text,
            confidence=confidence,
            counted=evidence.standing in ("firm", "counted"),
            standing=evidence.standing,
            support=evidence.support,
            why=evidence.why,
            piece=piece,
            corrected=is_among(place, corrected),
        )


def _name(fact: Fact[object]) -> str:
    return _DATES.get(fact.role, "date") if fact.kind == DATE else fact.kind.name.replace("-", "_")


def _flag(flag: Flag, cell: str, contents: Mapping[str, str]) -> FlagRecord:
    """`contents`: path → SHA-256 of each file."""
    place = flag.place
    content = contents.get(place.file, place.file) if place else ""
    return FlagRecord(
        code=flag.code,
        severity=flag.severity,
        message=f"{flag.message.rstrip('。')}。",
        file=place.file if place else None,
        page=place.page if place else None,
        cell=(place.cell or None) if place else None,
        line=(place.line or None) if place else None,
        points_at_stake=number_or_none(flag.points_at_stake),
        remedy=flag.remedy,
        number="" if flag.severity == "note" else question_number(cell, flag.code, content),
    )


# --- groups, total, grade, award, station -----------------------------------------------------------------------------


def _group(group: Group, spread: Spread) -> GroupRecord:
    return GroupRecord(
        id=group.id,
        name=group.name,
        weight=number(group.weight),
        low=_rounded(spread.low),
        proposed=_rounded(spread.proposed),
        high=_rounded(spread.high),
    )


def _total(spread: Spread) -> SpreadRecord:
    return SpreadRecord(low=_rounded(spread.low), proposed=_rounded(spread.proposed), high=_rounded(spread.high))


def _rounded(value: Fraction) -> Number:
    """With two decimals, half up."""
    return number(Fraction((value * 200 + 1) // 2, 100))


def _grade(verdict: Verdict) -> GradeRecord:
    return GradeRecord(proposed=str(verdict.proposed), possible=tuple(map(str, verdict.possible)))


def _award(verdict: Verdict) -> AwardRecord:
    return AwardRecord(proposed=int(verdict.proposed), possible=tuple(map(int, verdict.possible)))


def _standard(each: StandardResult) -> StandardRecord:
    own = each.standard
    return StandardRecord(
        id=own.id, cite=own.cite, text=own.text, indicator=own.indicator, state=each.state, told=each.told
    )
