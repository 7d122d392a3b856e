"""How many people answered a survey, as each of its papers tells it, and which paper decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from verifier.counting.people.survey.asked import Parts
from verifier.counting.people.survey.exports import Export, Survey
from verifier.counting.people.totals.stated import total_of
from verifier.language.comparing_text import has_word, plain
from verifier.model import Fact, Indicator, Observed, Quantity, RateRow, Roster, RuleSet, SurveyTaking, WordList

_UNITS = ("人", "份", "个", "条", "人次")
_MARKS = re.compile(r"[《》〈〉“”\"]")
"""about the name of a survey: 提交《就业调查问卷》"""
_EXPORT, _COUNT, _SUMMARY, _TURNS = 0, 1, 100, 1000
"""ranks of what tells the number of answers; a count adds the place of its word in the rule set's list, and that of a
summary of the year's work stands after those of the survey's own papers"""


@dataclass(frozen=True, slots=True)
class Answers:
    """The number of people who answered, as one paper tells it."""

    rank: int
    number: Fraction
    raw: Fraction
    """before those who answered twice were taken out"""
    fact: Fact[Roster] | Fact[Quantity]
    seen: Observed
    why: str
    rows: tuple[RateRow, ...] = ()
    """of exports: every row of them"""
    others: tuple[Export, ...] = ()
    """further tables of the same survey"""

    @property
    def papers(self) -> tuple[Observed, ...]:
        return self.seen, *(each.seen for each in self.others)

    @property
    def are_turns(self) -> bool:
        """Whether times of filling in were counted: one person may stand for several."""
        return self.rank >= _TURNS

    @property
    def is_read(self) -> bool:
        """Whether the number stands in a text; else rows were counted."""
        return self.rank != _EXPORT


@dataclass(frozen=True, slots=True)
class Decided:
    """Every number of answers; the surest decides."""

    answers: tuple[Answers, ...]
    """the surest first"""
    best: Answers
    others: tuple[Answers, ...]
    """those with another number, that is of people unless all count turns"""

    @property
    def disagree(self) -> bool:
        """Whether two numbers of people differ even before those who answered twice are taken out."""
        return not self.best.are_turns and any(self.best.raw != each.raw for each in self.others)

    @property
    def least(self) -> Fraction:
        return min(each.number for each in (self.best, *self.others))

    @property
    def most(self) -> Fraction:
        """People are at most as many as turns."""
        return self.best.number if self.best.are_turns else max(each.number for each in (self.best, *self.others))


def decided(answers: Sequence[Answers]) -> Decided:
    """Numbers of people before those of turns."""
    ranked = tuple(sorted(answers, key=lambda each: each.rank))
    return _by_turns(ranked) if ranked[0].are_turns else _by_people(ranked)


def _by_turns(ranked: tuple[Answers, ...]) -> Decided:
    """The number that most questions have, of those the least."""
    often = Counter(each.number for each in ranked)
    best = min(ranked, key=lambda each: (-often[each.number], each.number))
    return Decided(ranked, best, tuple(each for each in ranked if each.number != best.number))


def _by_people(ranked: tuple[Answers, ...]) -> Decided:
    """The greatest number that the surest papers tell."""
    best = max((each for each in ranked if each.rank == ranked[0].rank), key=lambda each: each.number)
    known = (best.number, best.raw)
    return Decided(ranked, best, tuple(each for each in ranked if each.number not in known and not each.are_turns))


def exported(survey: Survey) -> Answers:
    """What a survey's exports come to."""
    number, raw = Fraction(survey.number), Fraction(len(survey.rows))
    first = survey.tables[0]
    why = f"导出的答卷共{raw}行，计{number}人"
    return Answers(_EXPORT, number, raw, first.fact, first.seen, why, tuple(survey.listed()), survey.tables[1:])


def stated(seen: Observed, cell: Indicator[SurveyTaking], rules: RuleSet) -> Iterator[Answers]:
    """The numbers that a paper states, of those under the surest word."""
    by_rank: dict[int, list[Fact[Quantity]]] = {}
    parts = Parts(seen, rules)
    for fact in seen.counts:
        rank = _rank(fact, cell, rules)
        if rank is not None and fact.value.number >= 1 and not parts.is_of_others(fact):
            by_rank.setdefault(rank, []).append(fact)
    if not by_rank:
        return
    late = _SUMMARY if seen.types[:1] == ("summary",) else 0
    best = min(by_rank)
    words = (*rules.words.people.total_rows, *rules.words.people.total_marks)
    told = by_rank[best] if best >= _TURNS else [total_of(by_rank[best], words, cell.takes.measured)]
    for fact in told:
        yield Answers(best + late, fact.value.number, fact.value.number, fact, seen, f"写明“{fact.label} {fact.quote}”")


def _rank(fact: Fact[Quantity], cell: Indicator[SurveyTaking], rules: RuleSet) -> int | None:
    """Where the word that says what is measured stands in the rule's list; None for another thing, or none yet."""
    if fact.value.unit not in _UNITS or has_word(plain(fact.label), rules.words.judging.intended):
        return None
    kinds = _kinds(rules.words.people.survey_kinds)
    said = [kinds.sub("", _MARKS.sub("", plain(part))) for part in fact.label.split(" ") if part.strip()]
    # the last of them stands nearest: behind the number in a text, over its column in a table
    parts = [f"{part} {part.replace('了', '')}" for part in reversed(said)]
    rank = next((rank for part in parts if (rank := _measured(part, cell)) is not None), -1)
    if rank < 0:
        return None
    of_turns = fact.value.unit == "人次" or has_word(plain(fact.label), rules.words.people.survey_turns)
    return _TURNS + rank if of_turns else _COUNT + rank


@lru_cache(maxsize=8)
def _kinds(words: WordList) -> re.Pattern[str]:
    """What kind of survey it is, before the word for it: 完成就业状况调查问卷 → 完成问卷."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})+(?=问卷|答卷)")


def _measured(text: str, cell: Indicator[SurveyTaking]) -> int | None:
    """The rank of the measure that a text names, -1 when its last word speaks of another, None when it names none."""
    takes = cell.takes
    for_it = [(text.rfind(word) + len(word), rank) for rank, word in enumerate(takes.measured) if word in text]
    against = max((text.rfind(word) + len(word) for word in takes.not_measured if word in text), default=0)
    if not for_it:
        return -1 if against else None
    return -1 if against > max(end for end, _ in for_it) else min(rank for _, rank in for_it)
