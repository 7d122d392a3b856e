"""How many graduates, or students enrolled, there are, as papers state it in words and forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from verifier.counting.eligibility.candidates import own_papers
from verifier.counting.people.rosters.graduating_class import Side, class_years
from verifier.language.comparing_text import has_word, plain
from verifier.model import Fact, Observed, Papers, Place, Quantity, Roster, RuleSet, SurveyTaking, TotalWords

_TITLES = 2
"""titles of a paper that tell the year that it is about"""


@dataclass(frozen=True, slots=True)
class Total:
    """One source's number of graduates, or of students enrolled."""

    source: str
    """Chinese"""
    number: Fraction
    place: Place
    fact: Fact[Roster] | Fact[Quantity]


def stated_totals(papers: Papers, rules: RuleSet, side: Side) -> tuple[Total, ...]:
    """Totals that papers state, one a paper, in the order of trust that the rule set gives document types."""
    found: dict[str, Total] = {}
    totals = rules.words.people.totals
    words = totals.graduates if side == "graduates" else totals.enrolled
    for kind in words.papers:
        for seen in own_papers(papers, rules):
            if kind in seen.types and seen.path not in found and (total := _total(seen, kind, words, papers, rules)):
                found[seen.path] = total
    return tuple(found.values())


def _total(seen: Observed, kind: str, words: TotalWords, papers: Papers, rules: RuleSet) -> Total | None:
    """What a paper states as one of its types."""
    if kind != "application" and _of_other_year(seen, papers):
        return None
    asked = _answers(rules) if kind == "survey" else ()
    facts = [fact for fact in seen.counts if _states(fact, kind, words, papers) and not _is_of(fact, asked, words)]
    if not facts:
        return None
    fact = total_of(facts, rules.words.people.total_rows, words.names)
    name = next(each.label for each in seen.document_types if each.value == kind)
    return Total(name or kind, fact.value.number, fact.place, fact)


def _of_other_year(seen: Observed, papers: Papers) -> bool:
    """Whether the titles name a class, or a year, that is not the assessed one."""
    titles = [fact for fact in seen.titles if fact.label != "sheet-name"][:_TITLES]
    named = {year for fact in titles for year in class_years(fact.value)} or set(_dated(seen, titles))
    return bool(named) and papers.year is not None and papers.year not in named


def _dated(seen: Observed, titles: Iterable[Fact[str]]) -> Iterator[int]:
    """The years of the dates that stand in the titles."""
    places = {fact.place for fact in titles}
    for fact in seen.dates:
        if fact.place in places and fact.value.start:
            yield fact.value.start.year


def _states(fact: Fact[Quantity], kind: str, words: TotalWords, papers: Papers) -> bool:
    if fact.value.unit not in ("人", "个") or fact.value.number < 1:
        return False
    if kind == "application" and fact.extractor != "forms":
        return False
    label = plain(fact.label)
    of_all = any(plain(part).endswith(words.addressed) for part in fact.label.split(" "))
    if not has_word(label, words.names) or (has_word(label, words.unless) and not of_all):
        return False
    named = class_years(label)
    return not named or papers.year is None or papers.year in named


def _answers(rules: RuleSet) -> tuple[str, ...]:
    """What the answers to a survey are called: those are no total of the people whom it asked."""
    surveys = (cell.takes for cell in rules.indicators if isinstance(cell.takes, SurveyTaking))
    return tuple(chain.from_iterable(takes.measured for takes in surveys))


def _is_of(fact: Fact[Quantity], measured: Sequence[str], words: TotalWords) -> bool:
    """Whether a number is by its words that of something else than of all, unless it is addressed to all."""
    parts = [plain(part) for part in fact.label.split(" ")]
    said = any(has_word(f"{part} {part.replace('了', '')}", measured) for part in parts)
    return said and not any(part.endswith(words.addressed) for part in parts)


def total_of(facts: Sequence[Fact[Quantity]], total_rows: Iterable[str], words: Sequence[str]) -> Fact[Quantity]:
    """The fact that is the total of all: of a row 合计; the one that the others add up to; the surest wording."""
    whole = [fact for fact in facts if has_word(plain(fact.label), total_rows)]
    if whole:
        return whole[0]
    everything = sum((fact.value.number for fact in facts), Fraction(0))
    sums = [fact for fact in facts if len(facts) > 2 and fact.value.number * 2 == everything]
    return (sums or sorted(facts, key=lambda fact: _rank(fact, words)))[0]


def _rank(fact: Fact[Quantity], words: Sequence[str]) -> int:
    label = plain(fact.label)
    return next((rank for rank, word in enumerate(words) if word in label), len(words))
