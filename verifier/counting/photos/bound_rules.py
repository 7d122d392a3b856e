"""Rules and plans that a notice issues stand behind it in one file: what they speak of is to be done."""

from __future__ import annotations

import re

from verifier.model import HEADING, Event, Fact, Observed, RuleSet

_ARTICLE = re.compile(r"第.{1,4}条")


def stands_in_rules(fact: Fact[Event], seen: Observed, rules: RuleSet) -> bool:
    """Whether a happening stands in an article of rules, or in rules or a plan that are bound in behind the paper."""
    places = [line.place for line in seen.document.lines]
    if fact.place not in places:
        return False
    above = places[places.index(fact.place) :: -1]
    heads = {head.place: head.label for head in seen.of(HEADING)}
    if _ARTICLE.match(next((heads[place] for place in above if place in heads), "")):
        return True
    titles = {title.place for title in seen.titles}
    parts = {kind.place: kind.value for kind in seen.document_types[1:] if kind.place not in titles}
    return next((parts[place] for place in above if place in parts), "") in rules.words.photos.silent_papers
