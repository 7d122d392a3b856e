"""Whether a text was read for sure."""

from __future__ import annotations

from fractions import Fraction

from verifier.counting.eligibility.doubts import Doubt
from verifier.model import Fact, Place, RuleSet, Standing

_SHOWN = 60
"""characters of a text that a message shows"""


def standing_by_confidence(confidence: float, sure: Fraction) -> Standing:
    """A text below the rule set's confidence does not count in low."""
    return "firm" if Fraction(str(confidence)) >= sure else "counted"


def unsure(said: str, confidence: float, rules: RuleSet, place: Place | None = None) -> tuple[Doubt, ...]:
    """The doubt about a text that was not read for sure; `said`: how a message names it."""
    if standing_by_confidence(confidence, rules.assessment.sure) == "firm":
        return ()
    return (Doubt("low-confidence", "counted", f"{said}识别把握不足", "请看原件", place),)


def unsure_of(fact: Fact[object], rules: RuleSet, confidence: float | None = None) -> tuple[Doubt, ...]:
    """The doubt about what stands on a paper; `confidence`: of it and what else was read with it, where it is less."""
    sure = fact.confidence if confidence is None else confidence
    return unsure(f"“{fact.quote[:_SHOWN]}”", sure, rules, fact.place)
