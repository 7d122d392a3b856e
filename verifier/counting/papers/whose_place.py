"""Whose a place is that a paper names for a fair, and what fairs a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from verifier.counting.eligibility.whose import is_others
from verifier.counting.papers.own_words import asks_for, speaks_for_itself
from verifier.counting.photos.whose_fair import names_agency
from verifier.facts.schools import find_schools
from verifier.language.comparing_text import has_word, plain
from verifier.model import Observed, Papers, RuleSet

_BOUND = re.compile(r"[在于到至为是由了、,:;()和及与还仍设的借用租。\s]")
_LONGEST_LEAD = 10
"""characters of a place's name before the word for what it is"""
_AROUND = 16
"""characters before a place in which it may be said whose it is"""
_BIDDEN = re.compile(r"请[^,。;]{0,8}组织[^,。;]{0,12}(?:参加|参会|应聘)(?=[,。;]|$)")
"""请各学院组织学生参加, and no word to what"""
_LEAD = 8
"""characters before the head of a fair's name in which it may stand"""
_TITLES = 3


@dataclass(frozen=True)
class FairPaper:
    """A paper, and what of it is asked of all its texts."""

    seen: Observed
    papers: Papers
    rules: RuleSet

    @cached_property
    def titles(self) -> str:
        titles = [plain(fact.value) for fact in self.seen.titles[:_TITLES]]
        return "。".join(titles)

    @cached_property
    def is_others(self) -> bool:
        return is_others(self.seen, self.papers, self.rules)

    @cached_property
    def is_of_fair(self) -> bool:
        return self.names_fair(self.titles)

    @cached_property
    def speaks_of_school(self) -> bool:
        """Whether the paper names the school, or speaks for it or to it."""
        named = self.papers.school is None or any(fact.value == self.papers.school for fact in self.seen.schools)
        return named or speaks_for_itself(self.seen, self.rules) or self.is_of_campus(plain(self.seen.document.text))

    def names_fair(self, text: str) -> bool:
        """Whether a text names a fair where people meet who seek work."""
        matters = self.rules.words.judging.fair_matters
        spans = (match.span() for match in self.rules.words.events["fair"].heads.any.finditer(text))
        is_of_work = any(has_word(text[max(0, start - _LEAD) : end], matters) for start, end in spans)
        return is_of_work and names(text, "fair", self.rules) and not names(text, "online-fair", self.rules)

    def is_of_campus(self, text: str) -> bool:
        campus = self.rules.words.photos.campus_words.any.search(text) is not None
        return campus or has_word(text, ("贵校", "本院", "我院"))

    def says_sent(self, text: str) -> bool:
        """Whether people were sent to a fair; a notice that bids them come says so of no other fair than its own."""
        return self.rules.words.photos.sent_words.any.search(_BIDDEN.sub("", text)) is not None

    def is_off(self, text: str) -> bool:
        """Whether a fair was not held, a place is not there, or a rule only says what shall be done."""
        return has_word(text, self.rules.words.judging.called_off) or asks_for(text, self.rules)

    def is_own_place(self, before: str, place: str, around: str) -> bool:
        """Whether a place is the school's, by what stands before it, and by whose fair it is."""
        return self.is_others or (not self.is_foreign(before, place, around) and self.speaks_of_school)

    def is_foreign(self, before: str, place: str, around: str) -> bool:
        """Whether a place is another's: by its name or what stands before it, or else by whose fair it is."""
        words = self.rules.words
        near = f"{before[-_AROUND:]}{place}"
        schools = find_schools(near, words)
        if any(self.papers.school not in (None, found.value) for found in schools):
            return True
        bare = _without_fairs(_without(near, [near[found.start : found.end] for found in schools]), self.rules)
        if schools or self.is_of_campus(bare):
            return False
        is_elsewhere = words.judging.places_elsewhere.any.search(place) is not None
        return (
            is_elsewhere or has_word(bare, (*words.places.outside, *words.places.names)) or not self.is_own_fair(around)
        )

    def is_own_fair(self, around: str) -> bool:
        """Whether nothing says that the fair is another body's, or that people were sent to it."""
        words = self.rules.words
        # a title without a fair may name an agency as the reader: 在市人社局座谈会上的汇报
        said = f"{self.titles}。{around}" if names(self.titles, "fair", self.rules) else around
        if self.says_sent(said) and not has_word(around, ("贵校", "我校举办", "本校举办")):
            return False
        if self.is_of_campus(said):
            return True
        bare = _without(said, [said[found.start : found.end] for found in find_schools(said, words)])
        fairs = "".join(match[0] for match in _fairs_with_lead(bare, self.rules))
        return not names_agency(said, self.rules) and not has_word(fairs, (*words.places.names, *words.places.outside))


def names_only_others(text: str, papers: Papers, rules: RuleSet) -> bool:
    """Whether a row names schools, and not the assessed one."""
    named = {found.value for found in find_schools(text, rules.words)}
    return bool(named) and papers.school is not None and papers.school not in named


def names(text: str, kind: str, rules: RuleSet) -> bool:
    event = rules.words.events[kind]
    return event.heads.any.search(text) is not None and not has_word(text, event.unless)


def names_place(text: str, rules: RuleSet) -> bool:
    """Whether `spans_of_places` finds any."""
    return rules.words.judging.fair_places.any.search(text) is not None


def spans_of_places(text: str, rules: RuleSet) -> Iterator[tuple[int, int]]:
    """Where places are named: the word for what a place is, with the name before it."""
    for each in rules.words.judging.fair_places.each:
        for match in each.finditer(text):
            least = max(0, match.start() - _LONGEST_LEAD)
            yield max((edge.end() for edge in _BOUND.finditer(text, least, match.start())), default=least), match.end()


def _fairs_with_lead(text: str, rules: RuleSet) -> Iterable[re.Match[str]]:
    """The names of fairs with the words that lead to them."""
    for match in rules.words.events["fair"].heads.any.finditer(text):
        start = max(0, match.start() - 2 * _AROUND)
        if found := re.compile(r"[^,。;:]*").match(text, start, match.end()):
            yield found


def _without_fairs(text: str, rules: RuleSet) -> str:
    text = re.sub(r"校园(?=[^,。]{0,8}(?:招聘|双选|供需))", "", text)
    return rules.words.events["fair"].heads.any.sub("", text)


def _without(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, "")
    return text
