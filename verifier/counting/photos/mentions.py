"""Posts, notices, ledgers and posters that name a happening of the period: no photo of it, so they count in high."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from verifier.counting.eligibility.candidates import own_papers
from verifier.counting.eligibility.period import in_period
from verifier.counting.eligibility.whose import whose_account
from verifier.counting.photos.belonging import is_against, is_of_poster
from verifier.counting.photos.bound_rules import stands_in_rules
from verifier.counting.photos.dated import date_of_event, with_year, years_of
from verifier.counting.photos.dating import date_photo
from verifier.counting.photos.paper_dates import day_of_mention
from verifier.counting.photos.paper_pictures import is_paper
from verifier.counting.photos.photo import photo_of
from verifier.counting.photos.same_picture import is_photo
from verifier.counting.photos.whose_fair import is_of_campus, is_told_own
from verifier.language.comparing_text import has_word, plain
from verifier.model import DateSpan, Event, Fact, Indicator, Observed, Papers, PhotosTaking, RuleSet

_TITLES = 2
"""titles of a paper that are its own"""


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
        for fact, date in _of_one_text([*_events(seen, cell, papers, rules)], seen, rules)
        if papers.period is None or _may_be_of(date, seen, papers, rules)
    )


_Dated = tuple[Fact[Event] | Fact[str], Fact[DateSpan] | None]


def _of_one_text(named: list[_Dated], seen: Observed, rules: RuleSet) -> list[_Dated]:
    """Of a news item that tells the day of a happening all but bare words without one: they speak of the same."""
    if not is_news(seen, rules) or all(date is None for _, date in named):
        return named
    return [(said, date) for said, date in named if date is not None or not _is_bare(said, rules)]


def _is_bare(said: Fact[Event] | Fact[str], rules: RuleSet) -> bool:
    """Whether a happening is called by the word for its kind alone: 招聘会."""
    event = said.value
    return isinstance(event, Event) and bool(rules.words.events[event.kind].heads.any.fullmatch(plain(event.name)))


def speaks(seen: Observed, rules: RuleSet) -> bool:
    """Whether a paper is a post, notice or ledger, or a photo of a poster."""
    if _is_scene(seen, rules):
        return is_of_poster(seen, rules)
    if seen.screens or seen.posts:
        return True
    telling = any(kind in rules.words.photos.telling_papers for kind in seen.types)
    return is_news(seen, rules) or (telling and seen.types[0] not in rules.words.photos.silent_papers)


def is_news(seen: Observed, rules: RuleSet) -> bool:
    """Whether a paper of no type tells of a happening that was held: its title does, or a line with the day."""
    words = rules.words.photos
    heads = words.paper_heads, words.ahead_heads, words.rule_heads, words.guide_heads
    titled = any(each.any.search(plain(fact.value)) for each in heads for fact in seen.titles[:_TITLES])
    if seen.types or titled or seen.document.file.kind == "sheet":
        return False
    texts = {line.place: line.text for line in seen.document.lines}
    titles = {fact.place for fact in seen.titles[:_TITLES]}
    told = [(plain(texts.get(fact.place, "")), fact) for fact in seen.events]
    dated = [
        text for text, fact in told if fact.place in titles or (fact.value.day and fact.value.day.precision == "day")
    ]
    return any(words.held_heads.any.search(text) and not has_word(text, words.coming_words) for text in dated)


def _may_be_of(date: Fact[DateSpan] | None, seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether a happening lies in the period; one of a news item may, where its year isn't said."""
    inside = in_period(date.value if date else None, papers.period)
    return inside is True or (inside is None and is_news(seen, rules))


def _is_scene(seen: Observed, rules: RuleSet) -> bool:
    return is_photo(seen) and not is_paper(photo_of(seen), rules.words)


def published(seen: Observed, fact: Fact[Event], papers: Papers, rules: RuleSet) -> bool:
    """Whether an event stands in a post that is out, and not on another school's account; True beside posts."""
    posts = seen.posts
    mine = [post for post in posts if post.place == fact.place] or list(posts if len(posts) == 1 else ())
    out = [post for post in mine if post.value.state == "published"]
    return not mine or any(whose_account(post.value.account, papers, rules)[0] != "out" for post in out)


def _events(seen: Observed, cell: Indicator[PhotosTaking], papers: Papers, rules: RuleSet) -> Iterator[_Dated]:
    """The happenings that a paper names, each with its date; where it names none, its kind may say it."""
    named = [fact for fact in seen.events if _is_asked_for(fact, seen, cell, papers, rules)]
    for fact in named:
        scene = _is_scene(seen, rules)
        yield fact, _day_on_poster(seen, fact, papers, rules) if scene else day_of_mention(seen, fact)
    typed = (fact for fact in seen.document_types if fact.value in cell.takes.documents)
    if not named and (kind := next(typed, None)):
        yield kind, _any_date(seen, papers)


def _is_of_school(fact: Fact[Event], seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether a news item is the school's own, and the fair in it not called by another place."""
    text, said = plain(seen.document.text), plain(f"{fact.quote}{fact.value.name}")
    own = any(fact.value == papers.school for fact in seen.schools) or is_of_campus(text, rules)
    return own and not has_word(said, rules.words.places.outside)


def _day_on_poster(seen: Observed, fact: Fact[Event], papers: Papers, rules: RuleSet) -> Fact[DateSpan] | None:
    """The day of a happening that a poster tells, in the year of the photo where it has none; else the photo's."""
    taken = date_photo(photo_of(seen), fact, papers, rules).best
    if taken is None or fact.value.day is None:
        return taken.fact if taken else None
    told = with_year(date_of_event(fact, fact.value.day), years_of([taken.fact]))
    return told if told.value.start else taken.fact


def _any_date(seen: Observed, papers: Papers) -> Fact[DateSpan] | None:
    """A date of a paper, of the period where it bears one."""
    dates = [fact for fact in seen.dates if fact.value.start and fact.role != "printed"]
    inside = (fact for fact in dates if in_period(fact.value, papers.period))
    return next(chain(inside, dates), None)


def _is_asked_for(
    fact: Fact[Event], seen: Observed, cell: Indicator[PhotosTaking], papers: Papers, rules: RuleSet
) -> bool:
    takes = cell.takes
    wanted = (*takes.events, *takes.open_events)
    if fact.value.kind not in wanted or is_against(fact, takes.against) or stands_in_rules(fact, seen, rules):
        return False
    of_fairs = any(kind in rules.words.photos.fairs for kind in wanted)
    if of_fairs and is_news(seen, rules) and not _is_of_school(fact, seen, papers, rules):
        return False
    return published(seen, fact, papers, rules) and (not of_fairs or is_told_own(fact, seen, papers, rules))
