"""A score sheet as `result.json`: the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from verifier.model import (
    DATE,
    Evidence,
    Fact,
    Flag,
    IndicatorResult,
    Outlook,
    Papers,
    Place,
    Rate,
    RosterSummary,
    RuleSet,
    ScoreSheet,
    Spread,
    StandardResult,
)

from .values import Mask, brief, number, pieces, place_of, shown_names, texts

SCHEMA = "verifier/result@1"


@dataclass(frozen=True, slots=True)
class Identity:
    """What the head of the record says."""

    school: str | None
    school_fact: Fact[object] | None
    engine: Mapping[str, Any]


def to_result(
    sheet: ScoreSheet,
    papers: Papers,
    rules: RuleSet,
    identity: Identity,
    mask: Mask,
    timings: Mapping[str, float],
    rolls: Sequence[RosterSummary] = (),
    station: Sequence[StandardResult] = (),
) -> dict[str, Any]:
    """The record as plain JSON values; `mask` takes personal data out of every text. `rolls`: the tables of people.

    `station`: the standards on which it was set up.
    """
    names = {indicator.id: indicator for indicator in rules.indicators}
    found = identity.school_fact
    record: dict[str, Any] = texts(
        {
            "schema": SCHEMA,
            "school": {"name": identity.school, "found_in": str(found.place) if found else None},
            "year": papers.year,
            "period": _period(papers),
            "rules": {
                "id": rules.id,
                "title": rules.title,
                "valid_to": rules.valid_to.isoformat(),
                "sha256": rules.sha256,
            },
            "files": _files(sheet, papers, mask),
            "indicators": [
                {
                    "id": result.indicator,
                    "group": names[result.indicator].group,
                    "name": names[result.indicator].name,
                    "max": number(names[result.indicator].max),
                    **_cell(result, rules),
                    "clause": names[result.indicator].clause.cite,
                    "clause_text": names[result.indicator].clause.text,
                    "requirement": names[result.indicator].clause.requirement,
                }
                for result in sheet.results
            ],
            "groups": [
                {
                    "id": group.id,
                    "name": group.name,
                    "weight": number(group.weight),
                    **_spread(sheet.groups[group.id], round_to=2),
                }
                for group in rules.groups
            ],
            "total": _spread(sheet.total, round_to=2),
            "grade": {"proposed": sheet.grade.proposed, "possible": list(sheet.grade.possible)},
            "award_yuan": {"proposed": sheet.award_yuan.proposed, "possible": list(sheet.award_yuan.possible)},
            "flags": [_flag(flag) for flag in sheet.flags],
            "station": [_standard(each) for each in station],
            "rosters": [_roll(each, rules) for each in rolls],
            "engine": {**identity.engine, "seconds": dict(timings)},
        },
        mask,
    )
    return record


def _period(papers: Papers) -> dict[str, str] | None:
    if papers.period is None:
        return None
    return {"from": papers.period[0].isoformat(), "to": papers.period[1].isoformat()}


def _files(sheet: ScoreSheet, papers: Papers, mask: Mask) -> list[dict[str, Any]]:
    cells: dict[str, list[str]] = {}
    for result in sheet.results:
        for each in result.evidence:
            if result.indicator not in cells.setdefault(each.file, []):
                cells[each.file].append(result.indicator)
    types = {seen.path: seen.types[0] if seen.types else None for seen in papers.observed}
    for twin, first in papers.twins.items():
        cells.setdefault(twin, cells.get(first, []))
    shown = shown_names((file.path for file in papers.files), mask)
    return [
        {
            "path": file.path,
            **({"shown": shown[file.path]} if shown[file.path] != file.path else {}),
            "sha256": file.sha256,
            "kind": file.kind,
            "status": file.status,
            "reason": file.reason,
            "pages": file.pages,
            "indicators": cells.get(file.path, []),
            "document_type": types.get(file.path),
        }
        for file in papers.files
    ]


def _cell(result: IndicatorResult, rules: RuleSet) -> dict[str, Any]:
    return {
        "low": number(result.low),
        "proposed": number(result.proposed),
        "high": number(result.high),
        "status": result.status,
        "self_score": None if result.self_score is None else number(result.self_score),
        "facts": _facts(result.facts),
        "readings": [{"id": r.id, "text": r.text, "points": number(r.points)} for r in result.readings],
        "evidence": [row for piece, each in pieces(result.evidence) for row in _rows(each, piece)],
        "flags": [_flag(flag) for flag in result.flags],
        "rates": [_rate(each, rules) for each in result.outlooks],
    }


def _rate(outlook: Outlook, rules: RuleSet) -> dict[str, Any]:
    """A rate with its exact fraction, the marks of its tiers, what is missing to the next, and the rows left out."""
    rate, step = outlook.rate, outlook.next
    out: dict[str, list[str]] = {}
    for row in rate.rows:
        if row.part == "out":
            out.setdefault(row.why.partition("：")[0], []).append(str(row.place))
    parts = [row.part for row in rate.rows]
    return {
        "id": rate.id,
        "name": rules.facts[rate.id].name if rate.id in rules.facts else rate.id,
        "numerator": _or_null(rate.numerator),
        "denominator": _or_null(rate.denominator),
        "base": rate.base,
        "candidates": [
            {"base": base, "denominator": number(total), "value": _or_null(_share(rate, total))}
            for base, total in rate.candidates
        ],
        "is_share": rate.is_share,
        "value": _or_null(rate.value),
        "marks": [{"value": number(value), "points": number(worth)} for value, worth in outlook.marks],
        "next": step
        and {
            "points": number(step.points),
            "value": number(step.value),
            "people": step.people,
            "alone": step.alone,
        },
        "rows": {part: parts.count(part) for part in ("both", "numerator", "denominator", "out")},
        "left_out": [{"why": why, "rows": len(places), "places": places[:10]} for why, places in out.items()],
    }


def _share(rate: Rate, total: Fraction) -> Fraction | None:
    """What the rate would be of another total."""
    return rate.numerator / total if rate.is_share and rate.numerator is not None and total else rate.value


def _or_null(value: Fraction | None) -> int | float | None:
    return None if value is None else number(value)


def _roll(roll: RosterSummary, rules: RuleSet) -> dict[str, Any]:
    return {
        **place_of(roll.place),
        "title": roll.title,
        "taken_for": roll.taken_for,
        "told_by": roll.told_by,
        "joined": roll.joined,
        "columns": [
            {
                "header": column.header,
                "field": column.field,
                "name": rules.words.columns.get(column.field, (column.field,))[0],
                "confidence": round(column.confidence, 2),
            }
            for column in roll.columns
        ],
        "unknown_headers": list(roll.unknown_headers),
        "rows": roll.rows,
        "left_out": [{"why": why, "rows": rows} for why, rows in roll.left_out],
    }


def _facts(facts: Mapping[str, Fraction]) -> dict[str, Any]:
    """`trained_by_level.college` nests on the dot."""
    nested: dict[str, Any] = {}
    for name, value in facts.items():
        head, _, tail = name.partition(".")
        if tail:
            nested.setdefault(head, {})[tail] = number(value)
        else:
            nested[head] = number(value)
    return nested


def _rows(evidence: Evidence, piece: str) -> list[dict[str, Any]]:
    counted = evidence.standing in ("firm", "counted")
    shared = {"counted": counted, "standing": evidence.standing, "support": evidence.support, "why": evidence.why}
    shared |= {"piece": piece}
    if not evidence.facts:
        place = place_of(Place(evidence.file))
        return [{**place, "fact": "file", "value": None, "text": "", "confidence": 1.0, **shared}]
    return [
        {
            **place_of(fact.place),
            "fact": _name(fact),
            "value": brief(fact.value),
            "text": fact.quote,
            "confidence": fact.confidence,
            **shared,
        }
        for fact in evidence.facts
    ]


def _name(fact: Fact[object]) -> str:
    if fact.kind == DATE:
        return {"published": "published_on", "taken": "taken_on", "issued": "issued_on"}.get(fact.role, "date")
    return fact.kind.name.replace("-", "_")


def _flag(flag: Flag) -> dict[str, Any]:
    stake = flag.points_at_stake
    data: dict[str, Any] = {"code": flag.code, "severity": flag.severity, "message": f"{flag.message.rstrip('。')}。"}
    if flag.place:
        data |= {key: value for key, value in place_of(flag.place).items() if key != "box"}
    if stake is not None:
        data["points_at_stake"] = number(stake)
    if flag.remedy:
        data["remedy"] = flag.remedy
    return data


def _standard(each: StandardResult) -> dict[str, Any]:
    own = each.standard
    found = {"state": each.state, "told": each.told}
    return {"id": own.id, "cite": own.cite, "text": own.text, "indicator": own.indicator, **found}


def _spread(spread: Spread, round_to: int) -> dict[str, Any]:
    def shown(value: Fraction) -> int | float:
        scale = 10**round_to
        return number(Fraction((value * scale * 2 + 1) // 2, scale))

    return {"low": shown(spread.low), "proposed": shown(spread.proposed), "high": shown(spread.high)}
