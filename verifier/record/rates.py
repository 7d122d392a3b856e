"""Rates of people and the tables that they were counted from, as the record has them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verifier.model import (
    CandidateRecord,
    ColumnRecord,
    LeftOutRecord,
    MarkRecord,
    Outlook,
    Rate,
    RateRecord,
    RosterRecord,
    RosterSummary,
    RowCounts,
    RuleSet,
    Step,
    StepRecord,
)
from verifier.record.values import number, number_or_none, spot

_MOST_PLACES = 10
"""places kept of each reason that left rows out"""


def rate_record(outlook: Outlook, rules: RuleSet) -> RateRecord:
    """A rate with its exact fraction, the marks of its tiers, what is missing to the next, and the rows left out."""
    rate = outlook.rate
    return RateRecord(
        id=rate.id,
        name=rules.measures[rate.id].name if rate.id in rules.measures else rate.id,
        numerator=number_or_none(rate.numerator),
        denominator=number_or_none(rate.denominator),
        base=rate.base,
        candidates=tuple(
            CandidateRecord(base=base, denominator=number(total), value=number_or_none(_share(rate, total)))
            for base, total in rate.candidates
        ),
        is_share=rate.is_share,
        value=number_or_none(rate.value),
        marks=tuple(MarkRecord(value=number(value), points=number(worth)) for value, worth in outlook.marks),
        next=_step(outlook.next) if outlook.next else None,
        rows=_counts(rate),
        left_out=tuple(_left_out(rate)),
    )


def _share(rate: Rate, total: Fraction) -> Fraction | None:
    """What the rate would be of another total."""
    return rate.numerator / total if rate.is_share and rate.numerator is not None and total else rate.value


def _step(step: Step) -> StepRecord:
    return StepRecord(
        points=number(step.points),
        value=number(step.value),
        people=step.people,
        alone=step.alone,
        reached=number(step.reached),
    )


def _counts(rate: Rate) -> RowCounts:
    parts = [row.part for row in rate.rows]
    return RowCounts(
        both=parts.count("both"),
        numerator=parts.count("numerator"),
        denominator=parts.count("denominator"),
        out=parts.count("out"),
    )


def _left_out(rate: Rate) -> Iterator[LeftOutRecord]:
    out: dict[str, list[str]] = {}
    for row in rate.rows:
        if row.part == "out":
            out.setdefault(row.why.partition("：")[0], []).append(str(row.place))
    for why, places in out.items():
        yield LeftOutRecord(why=why, rows=len(places), places=tuple(places[:_MOST_PLACES]))


def roster_record(roll: RosterSummary, rules: RuleSet) -> RosterRecord:
    names = rules.words.columns
    return RosterRecord(
        **spot(roll.place),
        title=roll.title,
        taken_for=roll.taken_for,
        told_by=roll.told_by,
        joined=roll.joined,
        columns=tuple(
            ColumnRecord(
                header=column.header,
                field=column.field,
                name=names.get(column.field, (column.field,))[0],
                confidence=round(column.confidence, 2),
            )
            for column in roll.columns
        ),
        unknown_headers=roll.unknown_headers,
        rows=roll.rows,
        left_out=tuple(LeftOutRecord(why=why, rows=rows) for why, rows in roll.left_out),
    )
