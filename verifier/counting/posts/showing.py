"""A post as a screen or list shows it, and whose account it is on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verifier.counting.eligibility.candidates import candidates
from verifier.counting.eligibility.whose import whose_account, whose_paper
from verifier.model import DateSpan, Fact, Indicator, Observed, Papers, Post, PostsTaking, RuleSet, Standing

_VIEWS = ("article", "list", "typed-list")
"""the one that shows most of a post first"""


@dataclass(frozen=True, slots=True)
class Showing:
    """A post as one screen or list shows it."""

    seen: Observed
    fact: Fact[Post]
    whose: Standing
    other: str = ""
    """the school whose account it is, where it is another's"""

    @property
    def post(self) -> Post:
        return self.fact.value

    @property
    def day(self) -> DateSpan | None:
        return self.post.day

    @property
    def start(self) -> date:
        """First day; the earliest of all where it is unknown."""
        return self.day.start if self.day and self.day.start else date.min

    @property
    def is_dated(self) -> bool:
        return self.day is not None and self.day.start is not None


def showings_for(cell: Indicator[PostsTaking], papers: Papers, rules: RuleSet) -> list[Showing]:
    """What the papers show of the cell's channel, or may show of it, articles first."""
    facts = ((seen, fact) for seen in candidates(papers) for fact in seen.posts)
    asked = ((seen, fact) for seen, fact in facts if _may_be_of(fact.value, cell.takes.channel))
    found = [_showing(seen, fact, papers, rules) for seen, fact in asked]
    return sorted(found, key=lambda one: _VIEWS.index(one.post.view))


def _may_be_of(post: Post, channel: str) -> bool:
    return post.channel == channel or post.channel_in_doubt


def _showing(seen: Observed, fact: Fact[Post], papers: Papers, rules: RuleSet) -> Showing:
    whose, other = whose_account(fact.value.account or _of_file(seen) or _signed(seen, papers), papers, rules)
    if fact.value.view == "typed-list" and whose != "out":
        verdict, other = whose_paper(seen, papers, rules)
        whose = "out" if verdict == "out" else whose
    return Showing(seen, fact, whose, other)


def _of_file(seen: Observed) -> str:
    """The one account that a file shows, for the screens in it that are cut off."""
    accounts = {fact.value.account for fact in seen.posts} - {""}
    return accounts.pop() if len(accounts) == 1 else ""


def _signed(seen: Observed, papers: Papers) -> str:
    """The school's name where another line of the screen names it as an account or site: 来源, the foot of a page."""
    named = [fact for fact in seen.schools if fact.role == "account" and fact.value == papers.school]
    return papers.school or "" if named else ""
