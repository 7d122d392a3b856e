"""A score sheet as `result.json` (the record) and `evidence.json` (what scoring took in)."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

from verifier.model import (
    DateSpan,
    Event,
    Evidence,
    Fact,
    Flag,
    IndicatorResult,
    Internship,
    Outlook,
    Papers,
    Person,
    Place,
    Post,
    Quantity,
    Roll,
    Roster,
    RuleSet,
    ScoreSheet,
    Seal,
    Spread,
    Tally,
)

SCHEMA = "verifier/result@1"
EVIDENCE_SCHEMA = "verifier/evidence@1"

Mask = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Identity:
    """What the head of the record says."""

    school: str | None
    school_fact: Fact | None
    engine: Mapping[str, Any]


def to_result(
    sheet: ScoreSheet,
    papers: Papers,
    rules: RuleSet,
    identity: Identity,
    mask: Mask,
    timings: Mapping[str, float],
    rolls: Sequence[Roll] = (),
) -> dict[str, Any]:
    """The record as plain JSON values; `mask` takes personal data out of every text. `rolls`: the tables of people."""
    names = {indicator.id: indicator for indicator in rules.indicators}
    found = identity.school_fact
    record: dict[str, Any] = _texts(
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
            "files": _files(sheet, papers),
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
            "rosters": [_roll(each, rules) for each in rolls],
            "engine": {**identity.engine, "seconds": dict(timings)},
        },
        mask,
    )
    return record


def to_evidence(papers: Papers, tallies: Mapping[str, Tally], rules: RuleSet, mask: Mask) -> dict[str, Any]:
    """What scoring took in: every fact of every paper, and each cell's evidence and measures."""
    data: dict[str, Any] = _texts(
        {
            "schema": EVIDENCE_SCHEMA,
            "rules": {"id": rules.id, "sha256": rules.sha256},
            "school": papers.school,
            "year": papers.year,
            "papers": [
                {"file": seen.path, "types": list(seen.types), "facts": [_fact(fact) for fact in seen.facts]}
                for seen in papers.observed
            ],
            "cells": {
                cell: {
                    "measures": {m.name: [_exact(m.low), _exact(m.proposed), _exact(m.high)] for m in tally.measures},
                    "open_to_max": tally.open_to_max,
                    "evidence": [
                        {
                            "file": each.file,
                            "standing": each.standing,
                            "support": each.support,
                            "key": each.key,
                            "value": _exact(each.value),
                            "why": each.why,
                            "facts": [_fact(fact) for fact in each.facts],
                        }
                        for each in tally.evidence
                    ],
                }
                for cell, tally in tallies.items()
            },
        },
        mask,
    )
    return data


def write_json(data: Any, path: Path) -> None:
    """Whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_text(dumped(data), encoding="utf-8", newline="\n")
    part.replace(path)


def dumped(data: Any) -> str:
    """The JSON text, the same bytes for the same data."""
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def number(value: Fraction) -> int | float:
    """A whole number as int, another as the nearest float."""
    return int(value) if value.denominator == 1 else float(value)


def _period(papers: Papers) -> dict[str, str] | None:
    if papers.period is None:
        return None
    return {"from": papers.period[0].isoformat(), "to": papers.period[1].isoformat()}


def _files(sheet: ScoreSheet, papers: Papers) -> list[dict[str, Any]]:
    cells: dict[str, list[str]] = {}
    for result in sheet.results:
        for each in result.evidence:
            if result.indicator not in cells.setdefault(each.file, []):
                cells[each.file].append(result.indicator)
    types = {seen.path: seen.types[0] if seen.types else None for seen in papers.observed}
    for twin, first in papers.twins.items():
        cells.setdefault(twin, cells.get(first, []))
    return [
        {
            "path": file.path,
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
        "evidence": [row for each in result.evidence for row in _rows(each)],
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


def _or_null(value: Fraction | None) -> int | float | None:
    return None if value is None else number(value)


def _roll(roll: Roll, rules: RuleSet) -> dict[str, Any]:
    return {
        **_place(roll.place),
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


def _rows(evidence: Evidence) -> list[dict[str, Any]]:
    counted = evidence.standing in ("firm", "counted")
    shared = {"counted": counted, "standing": evidence.standing, "support": evidence.support, "why": evidence.why}
    if not evidence.facts:
        place = _place(Place(evidence.file))
        return [{**place, "fact": "file", "value": None, "text": "", "confidence": 1.0, **shared}]
    return [
        {
            **_place(fact.place),
            "fact": _name(fact),
            "value": brief(fact.value),
            "text": fact.quote,
            "confidence": fact.confidence,
            **shared,
        }
        for fact in evidence.facts
    ]


def _name(fact: Fact) -> str:
    if fact.kind == "date":
        return {"published": "published_on", "taken": "taken_on", "issued": "issued_on"}.get(fact.role, "date")
    return fact.kind.replace("-", "_")


def brief(value: Any) -> Any:
    """The value in the short form that a reader of the record wants."""
    match value:
        case DateSpan():
            if value.start is None:
                return f"--{value.month:02d}-{value.day:02d}" if value.month and value.day else None
            if value.end in (None, value.start):
                return value.start.isoformat()
            return f"{value.start.isoformat()}/{value.end.isoformat()}"
        case Quantity():
            return number(value.number)
        case Post():
            return value.title
        case Event():
            return value.name
        case Internship():
            return value.person.name
        case Person():
            return value.name
        case Roster():
            return {"rows": len(value.rows), "columns": [column.field for column in value.columns]}
        case Seal():
            return value.shape
        case Fraction():
            return number(value)
        case datetime() | date():
            return value.isoformat()
        case tuple() | list():
            return [brief(each) for each in value]
        case None | str() | int() | float():
            return value
        case _:
            return str(value)


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "value": _plain(fact.value) if not isinstance(fact.value, Roster) else brief(fact.value),
        "quote": fact.quote,
        **_place(fact.place),
        "confidence": fact.confidence,
        "role": fact.role,
        "label": fact.label,
    }


def _plain(value: Any) -> Any:
    """Any frozen value as JSON, exact numbers as text."""
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Fraction):
        return _exact(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    return value


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _place(place: Place) -> dict[str, Any]:
    data: dict[str, Any] = {"file": place.file, "page": place.page, "box": list(place.box) if place.box else None}
    if place.cell:
        data["cell"] = place.cell
    if place.line:
        data["line"] = place.line
    return data


def _flag(flag: Flag) -> dict[str, Any]:
    stake = flag.points_at_stake
    data: dict[str, Any] = {"code": flag.code, "severity": flag.severity, "message": f"{flag.message.rstrip('。')}。"}
    if flag.place:
        data |= {key: value for key, value in _place(flag.place).items() if key != "box"}
    if stake is not None:
        data["points_at_stake"] = number(stake)
    return data


def _spread(spread: Spread, round_to: int) -> dict[str, Any]:
    def shown(value: Fraction) -> int | float:
        scale = 10**round_to
        return number(Fraction((value * scale * 2 + 1) // 2, scale))

    return {"low": shown(spread.low), "proposed": shown(spread.proposed), "high": shown(spread.high)}


_IDENTIFIERS = ("path", "file", "sha256")
"""texts that say which file: never masked inside, or places could not be found"""


def _texts(data: Any, mask: Mask) -> Any:
    """Every text NFC and masked, but for what names files."""
    if isinstance(data, dict):
        return {
            key: unicodedata.normalize("NFC", value)
            if key in _IDENTIFIERS and isinstance(value, str)
            else _texts(value, mask)
            for key, value in data.items()
        }
    if isinstance(data, Sequence) and not isinstance(data, str):
        return [_texts(each, mask) for each in data]
    return unicodedata.normalize("NFC", mask(data)) if isinstance(data, str) else data
