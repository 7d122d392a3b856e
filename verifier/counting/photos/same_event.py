"""Whether two papers name the same happening."""

from __future__ import annotations

import re

from verifier.facts.events.extract import event_name_key, same_event_name
from verifier.model import Event, Fact, RuleSet, Words

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d届级])")
"""a year in figures, but for that of a class: 2024届"""
_CLASS = re.compile(r"(?<!\d)((?:19|20)\d\d)[届级]")


def is_same_event(one: Fact[Event], other: Fact[Event], rules: RuleSet) -> bool:
    """Whether two texts name the same event: its kind, its name, and no two different years."""
    a, b = one.value, other.value
    if a.kind != b.kind or _years_differ(one, other):
        return False
    if a.kind == "consultation":
        cores = [_core(event.name, rules.words) for event in (a, b)]
        return bool(cores[0] and cores[1]) and (cores[0] in cores[1] or cores[1] in cores[0])
    return same_event_name(a.name, b.name, rules.words)


def _years_differ(one: Fact[Event], other: Fact[Event]) -> bool:
    for pattern in (YEAR, _CLASS):
        years = [set(pattern.findall(f"{fact.quote} {fact.value.name}")) for fact in (one, other)]
        if all(years) and not years[0] & years[1]:
            return True
    return False


def _core(name: str, words: Words) -> str:
    """The name of a consultation without the place or the paper that it is written on."""
    core = event_name_key(name, words)
    for _ in range(3):
        ending = next((end for end in words.photos.event_endings if core.endswith(end)), "")
        core = core.removesuffix(ending) if ending and len(core) - len(ending) >= 2 else core
    return core
