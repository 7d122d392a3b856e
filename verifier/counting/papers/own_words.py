"""Whose words a text is: the form's, a rule's that asks for something, or those of a paper about the station itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from verifier.counting.eligibility.matter import title_of
from verifier.language.comparing_text import has_word, plain
from verifier.language.dates import find_dates
from verifier.model import DateSpan, Indicator, Observed, RuleSet

_VOLUME = 3
"""points of the form that a volume goes through"""
_LONG = 8
"""characters from which on a cell's name is the form's wording, and no words that a school would choose itself"""

_PIECES = re.compile(r"(?<=[，,。；;])")
_YEAR_IN_BRACKETS = re.compile(r"[（(]\s*((?:19|20)\d\d)\s*[)）](?!\s*第?\s*\d*\s*号)")


def is_official(text: str, rules: RuleSet) -> bool:
    """Whether a text repeats the form or says what is asked for: a list of the cells, a call for papers."""
    return names_cells(text, rules) or asks_for(text, rules)


def names_cells(text: str, rules: RuleSet) -> bool:
    """Whether a text has the name of a cell in it, as nobody but the form would word it."""
    return _names(rules).search(plain(text)) is not None


def asks_for(text: str, rules: RuleSet) -> bool:
    """Whether a text says what is asked for, as a rule or a call for papers does."""
    return has_word(plain(text), rules.words.judging.asked_for)


def without_names(text: str, rules: RuleSet) -> str:
    """What a text says besides the names of the form's cells: of a heading of the form nothing."""
    return _names(rules).sub("", plain(text))


@lru_cache(maxsize=8)
def _names(rules: RuleSet) -> re.Pattern[str]:
    names = [wording(cell) for cell in rules.indicators if len(plain(cell.name)) >= _LONG]
    return re.compile("|".join(names) or r"(?!)")


def wording(cell: Indicator) -> str:
    """An expression of a cell's name, whose unit may be written otherwise: 20平方, 20平方米, 20㎡."""
    return re.escape(plain(cell.name)).replace("平方", "(?:平方米?|平米|m2)")


def filled_in(text: str, rules: RuleSet) -> str:
    """The text without the application form's fields that were left as they are printed: 招聘活动场地    平方米."""
    printed = _printed_fields(rules)
    return "".join(piece for piece in _PIECES.split(text) if plain(piece).replace("_", "") not in printed)


@lru_cache(maxsize=8)
def _printed_fields(rules: RuleSet) -> frozenset[str]:
    rows = rules.form.annex1.rows if rules.form else ()
    texts = (cell.text for row in rows for cell in row.cells)
    fields = (plain(piece) for text in texts for piece in _PIECES.split(text))
    return frozenset(field for field in fields if len(field) > 1)


def spans_named(text: str) -> Iterator[tuple[DateSpan, str]]:
    """The dates with a year that a title names, with what stands there; 台账（2024） names one too."""
    for one in find_dates(text):
        if one.span.start is not None:
            yield one.span, one.quote
    for match in _YEAR_IN_BRACKETS.finditer(text):
        year = int(match[1])
        yield DateSpan(date(year, 1, 1), date(year, 12, 31), "year"), match[0]


def may_tell(seen: Observed, kinds: tuple[str, ...], rules: RuleSet) -> bool:
    """Whether a paper may speak of the station's rooms, things and people.

    One of the rule's kinds may; one that is surely of another kind may not; one of no kind must name the station or
    speak for the school.
    """
    if any(kind in kinds for kind in seen.types) or _is_by_points(seen, rules):
        return True
    if seen.types and seen.types[0] in rules.words.judging.other_papers:
        return False
    return speaks_for_itself(seen, rules) or goes_through_points(seen, rules)


def goes_through_points(seen: Observed, rules: RuleSet) -> bool:
    """Whether a school's paper says something to the points of the form."""
    titles = plain("".join(fact.value for fact in seen.titles))
    is_check = has_word(titles, rules.words.judging.checks) or names_cells(seen.document.text, rules)
    return is_check and bool(seen.schools)


def _is_by_points(seen: Observed, rules: RuleSet) -> bool:
    """Whether a school's paper is a volume in the order of the form, whatever else is bound in it."""
    named = set(_names(rules).findall(plain(seen.document.text)))
    return len(named) >= _VOLUME and bool(seen.schools)


def speaks_for_itself(seen: Observed, rules: RuleSet) -> bool:
    """Whether a paper names the station or speaks for the school."""
    return has_word(plain(seen.document.text), rules.words.judging.own_voice)


def is_broad(kinds: Iterable[str], rules: RuleSet) -> bool:
    """Whether types of papers are led by one that speaks of everything, such as the year's summary."""
    return next(iter(kinds), None) in rules.words.judging.broad_papers


def is_not_there(text: str, seen: Observed, rules: RuleSet) -> bool:
    """Whether a text, or the title of a paper that tells of one thing, says that it is not there yet or no more."""
    title = "" if is_broad(seen.types, rules) else title_of(seen)
    words = rules.words.judging
    said = f"{plain(title)}。{words.plans_named.any.sub('', plain(text))}"
    return has_word(words.not_intended.any.sub("", said), words.intended)
