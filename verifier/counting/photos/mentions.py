"""Posts, notices and ledgers that name a happening of the period: they show no photo of it, so they count in high."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.counting.eligibility.candidates import own_papers
from verifier.counting.eligibility.period import in_period
from verifier.counting.eligibility.whose import whose_account
from verifier.counting.photos.paper_dates import day_of_mention
from verifier.counting.photos.photo import is_paper, names_agency, photo_of
from verifier.counting.photos.same_picture import is_photo
from verifier.language.comparing_text import plain
from verifier.model import DateSpan, Event, Fact, Indicator, Observed, Papers, PhotosTaking, RuleSet

_SPEAKING = ("notice", "ledger", "consultation-record")
_SILENT = ("plan", "regulation", "summary", "application", "innovation-statement")
"""types of papers that tell what is to come, or tell of everything"""


@dataclass(frozen=True, slots=True)
class Mention:
    seen: Observed
    said: Fact[Event] | Fact[str]
    """the happening, or what kind of paper it is"""
    date: Fact[DateSpan] | None

    @property
    def facts(self) -> tuple[Fact[object], ...]:
        return (self.said, self.date) if self.date else (self.said,)

    @property
    def why(self) -> str:
        return f"材料提到“{self.said.quote}”，本项以现场照片为准"


def mentions_for(cell: Indicator[PhotosTaking], papers: Papers, rules: RuleSet) -> tuple[Mention, ...]:
    """What papers other than photos say of the cell's events in the period; of all dates where the year is unknown."""
    return tuple(
        Mention(seen, fact, date)
        for seen in own_papers(papers, rules)
        if speaks(seen, rules)
        for fact, date in _events(seen, cell, papers, rules)
        if papers.period is None or (date is not None and in_period(date.value, papers.period))
    )


def speaks(seen: Observed, rules: RuleSet) -> bool:
    """Whether a paper is a post, notice or ledger."""
    if is_photo(seen) and not is_paper(photo_of(seen), rules.words):
        return False
    if seen.screens or seen.posts:
        return True
    return any(kind in _SPEAKING for kind in seen.types) and seen.types[0] not in _SILENT


def published(seen: Observed, fact: Fact[Event], papers: Papers, rules: RuleSet) -> bool:
    """Whether an event stands in a post that is out, and not on another school's account; True beside posts."""
    posts = seen.posts
    mine = [post for post in posts if post.place == fact.place] or list(posts if len(posts) == 1 else ())
    out = [post for post in mine if post.value.state == "published"]
    return not mine or any(whose_account(post.value.account, papers, rules)[0] != "out" for post in out)


def _events(
    seen: Observed, cell: Indicator[PhotosTaking], papers: Papers, rules: RuleSet
) -> Iterator[tuple[Fact[Event] | Fact[str], Fact[DateSpan] | None]]:
    wanted = (*cell.takes.events, *cell.takes.open_events)
    found = False
    for fact in seen.events:
        if fact.value.kind not in wanted or not published(seen, fact, papers, rules):
            continue
        if any(word in plain(f"{fact.quote}{fact.value.name}") for word in cell.takes.against):
            continue
        if "fair" in wanted and not _on_campus(fact, seen, papers, rules):
            continue
        found = True
        yield fact, day_of_mention(seen, fact)
    typed = next((fact for fact in seen.document_types if fact.value in cell.takes.documents), None)
    if typed is not None and not found:
        dates = [fact for fact in seen.dates if fact.value.start and fact.role != "printed"]
        inside = [fact for fact in dates if in_period(fact.value, papers.period)]
        yield typed, next(iter(inside or dates), None)


def _on_campus(fact: Fact[Event], seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether the school holds a fair: posts have to say so, notices and ledgers not to say that others do."""
    text = plain(fact.quote)
    before = text[: max(0, text.find(plain(fact.value.name)))]
    if any(word in before[-8:] for word in rules.words.photos.attended_words):
        return False
    schools = [plain(school.quote) for school in seen.schools if school.value == papers.school]
    if any(word in text for word in (*rules.words.photos.campus_words, *schools)):
        return True
    if names_agency(f"{fact.quote}{fact.value.name}{fact.value.organiser}", rules):
        return False
    led = any(word in f"{before}{plain(fact.value.name)}" for word in rules.words.places.names)
    return not led and not seen.posts
