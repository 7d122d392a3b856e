"""Graduates who stay: this year's share against last year's, from two rosters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verifier.counting.eligibility.candidates import own_papers
from verifier.counting.flags import flag
from verifier.counting.people.retention.agreements import agreements, overruled_flags
from verifier.counting.people.retention.class_counts import Count, count_class, earlier_count, rate_of, unknown_places
from verifier.counting.people.retention.class_rosters import ClassRoster, ClassRosters, class_rosters
from verifier.counting.people.retention.destinations import wrong_codes
from verifier.counting.people.rosters.clashes import clash_flags
from verifier.counting.people.rosters.rosters_sent import faults, named_rows
from verifier.counting.text_units import units_of_text
from verifier.facts.employers import TELLING_FIELDS
from verifier.language.comparing_text import has_groups, has_word, plain
from verifier.model import (
    STATEMENT,
    Agreement,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Observed,
    Papers,
    Rate,
    RetentionTaking,
    RuleSet,
    Tally,
)

_PLACES = ("employer", *TELLING_FIELDS)
_QUOTED = 80
"""characters of a text that the evidence shows"""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the papers show of the two classes."""

    rosters: ClassRosters
    now: Count | None
    before: Count | None
    sent: tuple[Evidence, ...]
    """the rosters, and what an earlier check counted"""
    stated: tuple[Evidence, ...]
    """rates in words, where the rosters are not enough"""
    flags: tuple[Flag, ...]

    @property
    def counts(self) -> tuple[Count, ...]:
        return tuple(filter(None, (self.now, self.before)))

    @property
    def is_open(self) -> bool:
        """Whether what is lacking could bring points."""
        return bool(self.stated) or any(each.standing != "out" for each in self.sent)


def count(cell: Indicator[RetentionTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `retention`, `retention_last`, `change` and the changes by other definitions, as fractions of 1."""
    signed = agreements(papers)
    found = _found(cell, signed, papers, rules)
    evidence = (*found.sent, *found.stated, *_borne_out(cell, signed))
    flags = (*found.flags, *_faults(cell, found, bool(signed), papers, rules))
    if blind := _without_places(cell, found.rosters.both):
        return Tally(evidence, (), (*flags, blind), open_to_max=True, settled=False)
    rates = tuple(_rates(found))
    if found.now is None or found.before is None or papers.year is None:
        if found.is_open and papers.year is not None:
            flags = (*flags, _missing(cell, found))
        measures = _measures_of_this(found.now) if found.now else ()
        return Tally(evidence, measures, flags, open_to_max=found.is_open, settled=False, rates=rates)
    unknown = (told for each in found.rosters.both for told in unknown_places(cell, each, rules))
    return Tally(evidence, _measures(found.now, found.before), (*flags, *unknown), rates=rates)


def _found(
    cell: Indicator[RetentionTaking], signed: Sequence[Fact[Agreement]], papers: Papers, rules: RuleSet
) -> _Found:
    """The classes by the rosters; last year's else by an earlier check; without both what papers state."""
    rosters = class_rosters(cell, papers, rules)
    now, before = count_class(rosters.this, rules, signed), count_class(rosters.last, rules, signed)
    piece: tuple[Evidence, ...] = ()
    told: tuple[Flag, ...] = ()
    if now and not before:
        before, piece, told = earlier_count(cell, papers)
    stated = () if now and before else tuple(_stated(cell, papers, rules))
    return _Found(rosters, now, before, (*rosters.evidence, *piece), stated, (*rosters.flags, *told))


def _measures_of_this(now: Count) -> tuple[Measure, ...]:
    """This year's share, and by the other definitions, which next year's check of this school may ask for."""
    shares = now.shares
    return (
        Measure("retention", shares.share, shares.share, shares.with_unknown),
        *(Measure(name, value, value, value, False) for name, value in shares.others.items()),
    )


def _measures(now: Count, before: Count) -> tuple[Measure, ...]:
    this, last = now.shares, before.shares
    low, proposed, high = this.share - last.with_unknown, this.share - last.share, this.with_unknown - last.share
    changes = {name: value - last.others[name] for name, value in this.others.items() if name in last.others}
    return (
        *_measures_of_this(now),
        Measure("retention_last", last.with_unknown, last.share, last.share),
        Measure("change", low, proposed, high, False),
        *(Measure(name.replace("retention", "change"), value, value, value, False) for name, value in changes.items()),
    )


def _rates(found: _Found) -> Iterator[Rate]:
    if found.now:
        yield rate_of("retention", "change", found.now)
    if found.before:
        yield rate_of("retention_last", "", found.before)


# --- what a person is told ------------------------------------------------------------------------------------------


def _faults(
    cell: Indicator[RetentionTaking], found: _Found, agreed: bool, papers: Papers, rules: RuleSet
) -> Iterator[Flag]:
    """What speaks against the rosters, whatever the share comes to; `agreed`: agreements were sent beside them."""
    if found.sent or found.stated:
        yield from _note(cell, agreed, found.rosters)
    for each in found.rosters.both:
        yield from faults(cell, named_rows(each.rows))
        yield from wrong_codes(cell, each.rows, each.cohort.roster)
    yield from clash_flags(cell, (each.cohort for each in found.rosters.both), papers, rules)
    for counted in found.counts:
        yield from overruled_flags(cell, counted.overruled)


def _note(cell: Indicator[RetentionTaking], agreed: bool, rosters: ClassRosters) -> Iterator[Flag]:
    """That nothing bears the rosters out: no agreement was sent, and none of them has a column about agreements."""
    tables = [each.cohort.roster for each in rosters.both]
    if not agreed and not any(table.has("agreement_number") or table.has("agreement_state") for table in tables):
        yield flag("judgement-required", cell.id, f"{cell.takes.note}。", None, "note")


def _without_places(cell: Indicator, rosters: Iterable[ClassRoster]) -> Flag | None:
    """`columns-missing` where a roster has no column that could tell where anybody works."""
    for each in rosters:
        roster = each.cohort.roster
        if not any(map(roster.has, _PLACES)):
            text = f"花名册没有就业单位和单位所在地，不能计算{cell.name}，请补充"
            return flag("columns-missing", cell.id, text, roster.place)
    return None


def _missing(cell: Indicator, found: _Found) -> Flag:
    lacking = "和".join(name for name, one in (("本年度", found.now), ("上年度", found.before)) if one is None)
    text = f"没有{lacking}毕业生花名册，不能计算{cell.name}增减，请补充"
    return flag("denominator-missing", cell.id, text)


# --- agreements and stated rates ------------------------------------------------------------------------------------


def _borne_out(cell: Indicator, signed: Sequence[Fact[Agreement]]) -> list[Evidence]:
    """Papers that are employment agreements: they bear out the roster and count nothing by themselves."""
    of_file: dict[str, list[Fact[Agreement]]] = {}
    for fact in signed:
        of_file.setdefault(fact.place.file, []).append(fact)
    why = "就业协议，可与花名册核对"
    return [Evidence(cell.id, file, tuple(facts), "content", why) for file, facts in of_file.items()]


def _stated(cell: Indicator[RetentionTaking], papers: Papers, rules: RuleSet) -> Iterator[Evidence]:
    """A stated rate without rosters leaves the cell open."""
    for seen in own_papers(papers, rules):
        happenings = {fact.value.kind for fact in seen.events} - {rules.words.photos.poster_event}
        if not seen.posts and not happenings and (fact := next(_rates_stated(seen, cell, rules), None)):
            yield Evidence(cell.id, seen.path, (fact,), "content", f"只写明{cell.name}，没有花名册", "open")


def _rates_stated(seen: Observed, cell: Indicator[RetentionTaking], rules: RuleSet) -> Iterator[Fact[str]]:
    """What gives the rate: a text with a percentage, a figure under its name in a table, figures by place."""
    for text, place, confidence in units_of_text(seen):
        if has_groups(text, cell.takes.words) and "%" in plain(text):
            yield Fact(STATEMENT, text, text[:_QUOTED], place, confidence, "retention")
    for fact in seen.percents:
        if has_groups(fact.label, cell.takes.words):
            quote = f"{fact.label} {fact.quote}"[:_QUOTED]
            yield Fact(STATEMENT, fact.label, quote, fact.place, fact.confidence, "retention")
    titled = next(
        (title for title in seen.titles if has_word(plain(title.value), rules.words.people.stay_titles)), None
    )
    figures = (fact for fact in (*seen.percents, *seen.counts) if fact.label and not seen.rosters)
    if titled and (first := next(figures, None)):
        said = f"{titled.value} {first.label} {first.quote}"
        yield Fact(STATEMENT, said, said[:_QUOTED], first.place, first.confidence, "retention")
