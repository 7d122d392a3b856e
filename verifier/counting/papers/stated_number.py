"""A number or a share that papers state in so many words: people taken on, targets missed, a pass rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verifier.counting.eligibility import Eligibility, eligible
from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.period import in_period, outside
from verifier.counting.flags import first_places, flag
from verifier.counting.papers.around_sizes import line_of, row_of
from verifier.counting.papers.own_words import asks_for, spans_named
from verifier.counting.text_units import sentences_of_text
from verifier.language.comparing_text import has_word, plain, says_any
from verifier.model import (
    COUNT,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Observed,
    Papers,
    Quantity,
    RuleSet,
    StatedNumberTaking,
    Tally,
)

_PLAIN = "plain"
_YEARS = re.compile(r"(?<![\d.])(?P<number>\d{1,2})(?:周|整)?年(?![\d度级届])")


@dataclass(frozen=True, slots=True)
class _Sighting:
    rank: int
    """of the paper, 0 is the best"""
    number: Fraction
    fact: Fact[Quantity]
    door: Eligibility
    file: str


def count(cell: Indicator[StatedNumberTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure is the number in the best paper; low and high are the worst and the best of all papers."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    sightings: list[_Sighting] = []
    for seen in candidates(papers):
        rank = _rank(seen, cell.takes.documents)
        stated = list(_stated(seen, cell.takes, rules)) if rank is not None else []
        for fact in stated:
            door = eligible(seen, cell, papers, rules, fact, _of_another_year(seen, papers, fact))
            each = _Sighting(rank or 0, Fraction(fact.value.number), fact, door, seen.path)
            evidence.append(_evidence(cell, each))
            flags += door.flags
            sightings += [each] if door.standing != "out" else []
    if not sightings:
        return Tally(tuple(evidence), (), tuple(flags))
    return Tally(tuple(evidence), (_measure(cell, sightings),), (*flags, *_disagreeing(cell, sightings)))


def _rank(seen: Observed, documents: Sequence[str]) -> int | None:
    """Where the paper's type stands in the rule's order; None where none of its types may tell."""
    kinds = seen.types or (_PLAIN,)
    return min((documents.index(kind) for kind in kinds if kind in documents), default=None)


def _stated(seen: Observed, takes: StatedNumberTaking, rules: RuleSet) -> Iterator[Fact[Quantity]]:
    """The numbers that are called what the cell asks for, and that are no aim."""
    words = rules.words.judging
    for fact in (*seen.counts, *seen.percents, *_years(seen)):
        called = f"{fact.label}{fact.quote}"
        said = plain(f"{called}。{line_of(seen, fact)}。{row_of(seen, fact)}")
        is_aim = has_word(said, words.targets) and not has_word(said, words.targets_met)
        if fact.value.unit not in takes.units or is_aim or asks_for(said, rules):
            continue
        if says_any(called, takes.measured) and not says_any(called, takes.not_measured):
            yield fact


def _years(seen: Observed) -> Iterator[Fact[Quantity]]:
    """Spans of years: 运营6年. Elsewhere 年 belongs to a date, so that no quantity is read there."""
    for text, place, confidence in sentences_of_text(seen):
        for match in _YEARS.finditer(text):
            number = Quantity(Fraction(match["number"]), "年")
            yield Fact(COUNT, number, match[0], place, confidence, "stated-number", label=text[: match.start()].strip())


def _of_another_year(seen: Observed, papers: Papers, fact: Fact[Quantity]) -> Iterator[Doubt]:
    """The doubt about a paper whose title names a time, and none of the period."""
    named = [span for title in seen.titles for span, _ in spans_named(title.value)]
    lies = [inside for span in named if (inside := in_period(span, papers.period)) is not None]
    if lies and not any(lies):
        yield outside(f"“{seen.titles[0].value[:40]}”写明的时间", "材料", fact.place)


def _measure(cell: Indicator[StatedNumberTaking], sightings: Sequence[_Sighting]) -> Measure:
    worst, best = (max, min) if less_is_better(cell) else (min, max)
    counted = [each for each in sightings if each.door.standing != "open"]
    sure = any(each.door.standing == "firm" for each in sightings)
    first = min(counted, key=lambda each: each.rank, default=None)
    return Measure(
        cell.takes.measure,
        worst(each.number for each in counted) if sure else None,
        first.number if first else None,
        best(each.number for each in sightings),
    )


def less_is_better(cell: Indicator[StatedNumberTaking]) -> bool:
    """Whether the most points are for little: the best tier asks for less than something, or its points fall."""
    best = cell.readings[0].tiers[0]
    upper = any(each.measure == cell.takes.measure and each.operator in ("<", "<=") for each in best.all)
    return upper or (best.slope is not None and best.slope.falls)


def _disagreeing(cell: Indicator[StatedNumberTaking], sightings: Sequence[_Sighting]) -> Iterator[Flag]:
    if len({each.number for each in sightings}) > 1:
        told = first_places(f"{each.fact.place}写明{each.fact.quote.strip()}" for each in sightings)
        text = f"写明的数值不一致：{told}，请核对"
        yield flag("totals-disagree", cell.id, text, sightings[0].fact.place)


def _evidence(cell: Indicator[StatedNumberTaking], each: _Sighting) -> Evidence:
    fact = each.fact
    told = fact.quote if fact.label in fact.quote else f"{fact.label}{fact.quote}"
    why = each.door.reason or f"写明“{told.strip()}”"
    standing = each.door.standing
    return Evidence(cell.id, each.file, (fact,), "content", why, standing, value=each.number, rank=each.rank)
