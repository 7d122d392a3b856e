"""The one door through which a paper comes to count: whose it is, its date, whether it was read for sure, its use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.counting.eligibility.certain import unsure_of
from verifier.counting.eligibility.doubts import Doubt, telling, weakest
from verifier.counting.eligibility.whose import of_another, of_parent, whose_paper
from verifier.counting.flags import flag
from verifier.model import Evidence, Fact, Flag, Indicator, Observed, Papers, RuleSet, Standing


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether a paper may count for a cell, and what a person is told where it may not count for sure."""

    standing: Standing
    flags: tuple[Flag, ...] = ()
    reason: str = ""
    """Chinese: whose it is, where it is another school's and nothing else was asked: 属于山东大学"""


def eligible(
    seen: Observed,
    cell: Indicator,
    papers: Papers,
    rules: RuleSet,
    fact: Fact[object],
    doubts: Iterable[Doubt] = (),
    *,
    read: Fact[object] | None = None,
    confidence: float | None = None,
    name: str = "材料",
    circular: bool = False,
) -> Eligibility:
    """Whether a paper may count for a cell by a fact on it.

    `doubts`: what the cell itself asks of it, such as its date; where they keep it from counting, nobody asks whether
    it was read for sure. `read` and `confidence`: what else than the fact must have been read for sure. `name`: what
    the paper is called. `circular`: a notice, which is addressed to all where it names several schools.
    """
    owner, other = whose_paper(seen, papers, rules)
    if owner == "out" and circular and len({school.value for school in seen.schools}) > 1:
        owner = "firm"
    if owner == "out":
        return Eligibility("out", flags_of(cell, [of_another(name, other, fact.place)]), f"属于{other}")
    whose = [of_parent(fact.place)] if owner == "open" else []
    asked = list(doubts)
    if weakest(asked) in ("firm", "counted"):
        asked += unsure_of(read or fact, rules, confidence)
    return Eligibility(weakest([*whose, *asked]), flags_of(cell, [*whose, *telling(asked)]))


def flags_of(cell: Indicator, doubts: Iterable[Doubt]) -> tuple[Flag, ...]:
    """What a person is told of doubts that are about one paper or thing."""
    return tuple(flag(doubt.code, cell.id, doubt.message, doubt.place) for doubt in doubts)


def settled(evidence: Iterable[Evidence], flags: Iterable[Flag], codes: Sequence[str]) -> list[Flag]:
    """The flags without the doubts of these codes, where one paper is enough and another one counts for sure."""
    if not any(each.standing == "firm" for each in evidence):
        return list(flags)
    return [each for each in flags if each.code not in codes]
