"""Which school and which year a bundle is of, as its papers say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from verifier.facts.schools import folded
from verifier.model import FORM_SCHOOL, FORM_YEAR, DateSpan, Fact, Observed, RuleSet


def find_school(observed: tuple[Observed, ...], rules: RuleSet) -> tuple[str | None, Fact[str] | None]:
    """The canonical name of the school that the forms name, else the one that most papers are of."""
    forms = [fact for seen in observed for fact in seen.of(FORM_SCHOOL) if fact.value.strip()]
    if forms:
        return named_school(forms[0].value, rules), forms[0]
    firsts: dict[str, Fact[str]] = {}
    votes: Counter[str] = Counter()
    for seen in observed:
        own = {fact.value: fact for fact in seen.schools if _is_own(fact)}
        votes.update(own.keys())
        firsts = {**own, **firsts}
    if not votes:
        return None, None
    name, _ = min(votes.items(), key=lambda item: (-item[1], item[0]))
    return name, firsts[name]


def _is_own(fact: Fact[str]) -> bool:
    """Whether a paper is of the school, and not one that only names it."""
    return fact.role in ("subject", "issuer", "account") and not str(fact.value).startswith("parent:")


def named_school(name: str, rules: RuleSet) -> str:
    """The canonical name of a school the rule set lists, else the name as given."""
    wanted = folded(name)
    for school in rules.words.schools:
        if wanted in (folded(school.name), *(folded(alias) for alias in school.aliases)):
            return school.name
    return name.strip()


def find_year(observed: tuple[Observed, ...], school: str | None, rules: RuleSet) -> int | None:
    """The year that the titles of 附件2, the summary or the plan name, else the year of most dated papers.

    Beside papers of the school those of another tell nothing. `school`: its canonical name; None where it is unknown.
    """
    if any(school in _own_schools(seen) for seen in observed):
        observed = tuple(seen for seen in observed if not (own := _own_schools(seen)) or school in own)
    named: Counter[int] = Counter()
    for seen in observed:
        named.update({fact.value for fact in seen.of(FORM_YEAR)})
        if any(kind in rules.words.judging.year_papers for kind in seen.types):
            titles = {fact.place for fact in seen.titles[:1]}
            named.update(_years([fact for fact in seen.dates if fact.place in titles]))
    return _single(named) if named else _single(_years_of_papers(observed))


def _own_schools(seen: Observed) -> set[str]:
    return {fact.value for fact in seen.schools if _is_own(fact)}


def _years_of_papers(observed: tuple[Observed, ...]) -> Counter[int]:
    votes: Counter[int] = Counter()
    for seen in observed:
        votes.update(_years([fact for fact in seen.dates if fact.role != "printed"] or seen.dates))
        if seen.document.picture and seen.document.picture.taken_at:
            votes[seen.document.picture.taken_at.year] += 1
    return votes


def _years(facts: Iterable[Fact[DateSpan]]) -> set[int]:
    years: set[int] = set()
    for fact in facts:
        span = fact.value
        if span.start and span.end and span.start.year == span.end.year and span.precision != "school-year":
            years.add(span.start.year)
    return years


def _single(votes: Counter[int]) -> int | None:
    """The year with most votes; two equal ones are unknown."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def period_of(year: int, rules: RuleSet) -> tuple[date, date]:
    """First and last day of the assessed year's period, as the rule set has it."""
    return _day(year, rules.assessment.period_from), _day(year, rules.assessment.period_to)


def _day(year: int, text: str) -> date:
    if text.startswith("-1:"):
        year, text = year - 1, text[3:]
    month, day = (int(part) for part in text.split("-"))
    return date(year, month, day)
