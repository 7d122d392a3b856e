"""Sizes of rooms that are so no more: given up since, or changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.facts.quantities import find_quantities
from verifier.language.comparing_text import has_word, plain
from verifier.model import AREA, Fact, Quantity, RuleSet

_ENDS, _CLAUSES = re.compile(r"[。;]"), re.compile(r"[,:]")
_FORMER = "原"
_FROM = re.compile(r"[由从][^,。;]{0,16}$")
"""由60个 减为44个, 由综合楼203室（32平方米）迁至…"""

Told = tuple[Fact[Quantity], str]
"""a size, and the line or cell that states it"""


def is_given_up(line: str, quote: str, rules: RuleSet) -> bool:
    """Whether a line says of a size, before it tells another one, that the room is there no more.

    24平方米，原房间收回 says so of the former room, unless that is the one whose size it is.
    """
    text, size = plain(line), plain(quote)
    before, _, behind = text.partition(size)
    behind = _ENDS.split(behind)[0]
    others = [behind.find(plain(one.quote)) for one in find_quantities(behind) if one.kind == AREA]
    own = f"{_CLAUSES.split(_ENDS.split(before)[-1])[-1]}{size}"
    first, *later = _CLAUSES.split(behind[: min(others, default=len(behind))])
    clauses = [f"{own}{first}", *(clause for clause in later if _FORMER not in clause or _FORMER in own)]
    return any(has_word(clause, rules.words.judging.given_up) for clause in clauses)


def current(sizes: Sequence[Told], rules: RuleSet) -> list[Fact[Quantity]]:
    """The sizes but for those of before a change, where another tells what is so now.

    What was added since tells no size of its own: 原有座位60个，新增20个.
    """
    former = [_is_former(fact, line, rules) for fact, line in sizes]
    is_told = any(
        not was and not has_word(_lead(line, fact.quote), rules.words.judging.added)
        for (fact, line), was in zip(sizes, former, strict=True)
    )
    return [fact for (fact, _), was in zip(sizes, former, strict=True) if not (was and is_told)]


def _is_former(fact: Fact[Quantity], line: str, rules: RuleSet) -> bool:
    """Whether what leads to a size, or the label of its cell, says that it was so before, or it is changed since."""
    words = rules.words.judging
    lead, size = _lead(line, fact.quote), plain(fact.quote)
    is_label = plain(fact.label) not in plain(line)
    told = f"{plain(fact.label)},{lead}" if is_label else lead
    last = max((match.end() for each in words.former.each for match in each.finditer(told)), default=None)
    if last is not None and not words.of_now.any.search(told, last):
        return True
    return _is_changed(line, size, rules)


def _is_changed(line: str, size: str, rules: RuleSet) -> bool:
    """Whether a line says from a size that it was changed into another: 由203室（32平方米）迁至212室（17.5平方米）."""
    before, _, behind = plain(line).partition(size)
    # the number of a room is a quantity too, and what leads to the size stands before it
    from_it = _FROM.search(_CLAUSES.split(before)[-1]) is not None
    return from_it and behind.lstrip(")").startswith(rules.words.judging.changed)


def after_change(sizes: Sequence[Told], others: Sequence[Fact[Quantity]], rules: RuleSet) -> list[Fact[Quantity]]:
    """Of `others` those into which one of the sizes was changed, by its line: they are of the same thing."""
    found = []
    for fact, line in sizes:
        if _is_changed(line, plain(fact.quote), rules):
            behind = plain(line).partition(plain(fact.quote))[2]
            later = [each for each in others if each.place == fact.place and plain(each.quote) in behind]
            found += sorted(later, key=lambda each: behind.find(plain(each.quote)))[:1]
    return found


def _lead(line: str, quote: str) -> str:
    """What stands before a size in its sentence, behind the quantity before it."""
    before = _ENDS.split(plain(line).partition(plain(quote))[0])[-1]
    others = find_quantities(before)
    return before[others[-1].end :] if others else before
