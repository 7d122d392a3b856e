"""The fairs of public agencies that students were sent to, by photos, notices and screens."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import eligible
from verifier.counting.eligibility.candidates import candidates, hinted
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.period import by_time, in_period, outside, undated
from verifier.counting.eligibility.whose import whose_account
from verifier.counting.photos.belonging import is_against
from verifier.counting.photos.bound_rules import stands_in_rules
from verifier.counting.photos.mentions import published
from verifier.counting.photos.paper_dates import day_of_mention
from verifier.counting.photos.paper_pictures import is_paper
from verifier.counting.photos.photo import photo_of
from verifier.counting.photos.same_picture import is_photo
from verifier.counting.photos.verdict import eased, photos_for
from verifier.counting.photos.whose_fair import is_told_public, names_agency
from verifier.facts.dates import find_dates
from verifier.facts.events.names import names_in, plain_line
from verifier.language.comparing_text import has_word, plain
from verifier.model import (
    EVENT,
    DateSpan,
    Event,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    PublicFairTaking,
    RuleSet,
    Tally,
)

_HEADS = 2
"""titles that say what a paper is"""

Named = tuple[Fact[Event], Fact[DateSpan] | None]
"""a fair as a paper names it, and its date"""


def count(cell: Indicator[PublicFairTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts the notices, photos and screens that name a fair of a public agency."""
    kept, copies = photos_for(cell, papers, rules)
    evidence = [one.evidence(cell) for one in (*kept, *copies)]
    flags = [each for one in (*kept, *copies) for each in one.flags]
    for seen, named in _telling(cell, papers, rules):
        piece, own = _judged(cell, seen, named, papers, rules)
        unsure = piece.standing == "out" or _stranger(seen, named[0], papers, rules)
        if unsure and _is_of_another_cell(seen, cell, papers):
            continue
        evidence.append(piece)
        flags += own
    open_question = papers.period is None and any(each.standing != "out" for each in evidence)
    return tally_of(evidence, eased(cell, evidence, flags), open_to_max=open_question)


def _telling(cell: Indicator[PublicFairTaking], papers: Papers, rules: RuleSet) -> Iterator[tuple[Observed, Named]]:
    """The papers that name a fair of a public agency, each with one of the period where it names one."""
    for seen in candidates(papers):
        named = _named(seen, cell, papers, rules) if _may_tell(seen, cell, rules) else []
        if named:
            yield seen, min(named, key=lambda pair: _rank(pair, seen, papers, rules))


def _rank(named: Named, seen: Observed, papers: Papers, rules: RuleSet) -> tuple[int, bool]:
    """Fairs of the period come first, and of these what no stranger's account says."""
    fact, dated = named
    order = {True: 0, None: 1, False: 2}
    return order[in_period(dated.value if dated else None, papers.period)], bool(_stranger(seen, fact, papers, rules))


def _stranger(seen: Observed, fact: Fact[Event], papers: Papers, rules: RuleSet) -> str:
    """The account, neither the school's nor an agency's, of which nothing but a title in a list names a fair."""
    listed = [post.value for post in seen.posts if post.place == fact.place and post.value.view == "list"]
    accounts = [post.account for post in listed if post.account]
    words = rules.words.photos.agency_accounts
    if any(names_agency(each, rules) or has_word(plain(each), words) for each in accounts):
        return ""
    if any(whose_account(each, papers, rules)[0] == "firm" for each in accounts):
        return ""
    return next(iter(accounts), "")


def _of_stranger(seen: Observed, fact: Fact[Event], papers: Papers, rules: RuleSet) -> tuple[Doubt, ...]:
    account = _stranger(seen, fact, papers, rules)
    what = f"只有账号“{account}”的标题写到“{fact.value.name}”，看不出是公共服务机构举办的"
    told = Doubt("judgement-required", "open", what, "请补充通知或公共服务机构发布的页面", fact.place)
    return (told,) if account else ()


def _is_of_another_cell(seen: Observed, cell: Indicator[PublicFairTaking], papers: Papers) -> bool:
    """Whether a post is filed for another cell, or for none and no notice: where it does not count, it is no question.

    A notice of a fair that is filed for no cell was sent in for this one.
    """
    if not (seen.screens or seen.posts) or hinted(seen, cell.id, papers):
        return False
    listed = any(fact.value.view != "article" for fact in seen.posts)
    notice = any(kind in cell.takes.documents for kind in seen.types) and not listed
    return bool(papers.hints.get(seen.path)) or not notice


def _may_tell(seen: Observed, cell: Indicator[PublicFairTaking], rules: RuleSet) -> bool:
    """Whether a paper is a notice, a screen, or of no type; no photo, and no table."""
    if seen.document.file.kind == "sheet" or (is_photo(seen) and not is_paper(photo_of(seen), rules.words)):
        return False
    if _is_of_rules(seen, cell, rules):
        return False
    if not seen.types:
        return True
    asked = any(kind in cell.takes.documents for kind in seen.types) or bool(seen.screens or seen.posts)
    return asked and seen.types[0] not in cell.takes.not_documents


def _is_of_rules(seen: Observed, cell: Indicator[PublicFairTaking], rules: RuleSet) -> bool:
    """Whether a paper is by its titles a plan or rules, of which none is a fair's own."""
    words = rules.words.photos
    heads = words.ahead_heads, words.rule_heads, words.guide_heads
    titles = [fact.quote.split("\n") for fact in seen.titles[:_HEADS] if fact.label != "sheet-name"]
    # where a text is in letters of one size, what follows the title is taken for more of it
    told = (plain_line("".join(lines[:end])) for lines in titles for end in range(1, len(lines) + 1))
    own = [title for title in told if any(each.any.search(title) for each in heads)]
    named = {each.kind for title in own for each in names_in(title, rules.words, sign=True)}
    return bool(own) and not named & set(cell.takes.events)


def _named(seen: Observed, cell: Indicator[PublicFairTaking], papers: Papers, rules: RuleSet) -> list[Named]:
    """The fairs of public agencies that a paper names, each with its date."""
    return [
        (fact, day_of_mention(seen, fact))
        for fact in _events_of(seen, rules)
        if fact.value.kind in cell.takes.events
        and not is_against(fact, cell.takes.against)
        and not stands_in_rules(fact, seen, rules)
        and published(seen, fact, papers, rules)
        and is_told_public(fact, seen, papers, rules)
    ]


def _events_of(seen: Observed, rules: RuleSet) -> Iterator[Fact[Event]]:
    """The happenings of a paper; of a chat that announces one, those that its lines name."""
    yield from seen.events
    if not seen.screens or seen.posts:
        return
    for line in seen.document.lines:
        text = plain_line(line.text)
        days = [found.span for found in find_dates(text) if found.span.start is not None]
        for named in names_in(text, rules.words):
            event = Event(named.kind, named.name, days[0] if days else None)
            yield Fact(EVENT, event, text[:80], line.place, line.confidence, "fairs")


def _judged(
    cell: Indicator, seen: Observed, told: Named, papers: Papers, rules: RuleSet
) -> tuple[Evidence, tuple[Flag, ...]]:
    fact, dated = told
    name = f"“{fact.value.name}”"
    inside = in_period(dated.value, papers.period) if dated else None
    late = outside(f"{name}的日期“{dated.quote if dated else ''}”", "材料", dated.place if dated else None)
    unknown = undated(f"看不出{name}在哪一天", "请补充写明日期的材料", fact.place)
    door = eligible(
        seen,
        cell,
        papers,
        rules,
        fact,
        (*by_time(inside, papers, late, unknown), *_of_stranger(seen, fact, papers, rules)),
        confidence=min(fact.confidence, dated.confidence) if dated else None,
        circular=True,
    )
    why = door.reason or f"材料写明公共服务机构的招聘活动{name}"
    facts = (fact, dated) if dated else (fact,)
    return Evidence(cell.id, seen.path, facts, "content", why, door.standing, seen.path), door.flags
