"""Graduates who stay: this year's share against last year's, from two rosters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verifier.counting.eligibility.candidates import own_papers
from verifier.counting.flags import flag
from verifier.counting.people.agreements import agreements, overruled_flags
from verifier.counting.people.clashes import clash_flags
from verifier.counting.people.class_counts import Count, count_class, earlier_count, rate_of, unknown_places
from verifier.counting.people.class_rosters import ClassRoster, ClassRosters, class_rosters
from verifier.counting.people.destinations import wrong_codes
from verifier.counting.people.rosters_sent import faults, named_rows
from verifier.counting.text_units import units_of_text
from verifier.facts.employers import TELLING_FIELDS
from verifier.language.comparing_text import has_groups, plain
from verifier.model import (
    STATEMENT,
    Agreement,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Measure,
    Papers,
    Rate,
    RetentionTaking,
    RuleSet,
    Tally,
)

_PLACES = ("employer", *TELLING_FIELDS)


def count(cell: Indicator[RetentionTaking], papers: Papers, rules: RuleSet) -> Tally:
    """Measures `retention`, `retention_last`, `change` and the changes by other definitions, as fractions of 1."""
    rosters = class_rosters(cell, papers, rules)
    signed = agreements(papers)
    now, last = count_class(rosters.this, rules, signed), count_class(rosters.last, rules, signed)
    before, piece, told = earlier_count(cell, papers) if now and not last else (last, (), ())
    stated = () if now and before else tuple(_stated(cell, papers, rules))
    sent = (*rosters.evidence, *piece)
    evidence = (*sent, *stated, *_borne_out(cell, signed))
    flags = [*rosters.flags, *told]
    if rosters.evidence or stated:
        flags += _note(cell, bool(signed), rosters)
    flags += (*_faults_of_rows(cell, rosters, papers, rules), *_overruled(cell, now, before))
    if blind := _without_places(cell, rosters.both):
        return Tally(evidence, (), (*flags, blind), open_to_max=True, settled=False)
    rates = tuple(_rates(now, before))
    if now and before and papers.year is not None:
        flags += (found for each in rosters.both for found in unknown_places(cell, each, rules))
        return Tally(evidence, _measures(now, before), tuple(flags), rates=rates)
    is_open = bool(stated) or any(each.standing != "out" for each in sent)
    if is_open and papers.year is not None:
        flags.append(_missing(cell, now, before))
    return Tally(evidence, _measures_of_this(now), tuple(flags), open_to_max=is_open, settled=False, rates=rates)


def _measures_of_this(now: Count | None) -> tuple[Measure, ...]:
    """This year's share, and by the other definitions, which next year's check of this school may ask for."""
    if now is None:
        return ()
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


def _rates(now: Count | None, before: Count | None) -> Iterator[Rate]:
    if now:
        yield rate_of("retention", "change", now)
    if before:
        yield rate_of("retention_last", "", before)


# --- what a person is told ------------------------------------------------------------------------------------------


def _note(cell: Indicator[RetentionTaking], agreed: bool, rosters: ClassRosters) -> Iterator[Flag]:
    """That nothing bears the rosters out: no agreement was sent, and none of them has a column about agreements."""
    tables = [each.cohort.roster for each in rosters.both]
    if not agreed and not any(table.has("agreement_number") or table.has("agreement_state") for table in tables):
        yield flag("judgement-required", cell.id, f"{cell.takes.note}。", None, "note")


def _faults_of_rows(cell: Indicator, rosters: ClassRosters, papers: Papers, rules: RuleSet) -> Iterator[Flag]:
    for each in rosters.both:
        yield from faults(cell, named_rows(each.rows))
        yield from wrong_codes(cell, each.rows)
    yield from clash_flags(cell, (each.cohort for each in rosters.both), papers, rules)


def _overruled(cell: Indicator, *counts: Count | None) -> Iterator[Flag]:
    for each in filter(None, counts):
        yield from overruled_flags(cell, each.overruled)


def _without_places(cell: Indicator, rosters: Iterable[ClassRoster]) -> Flag | None:
    """`columns-missing` where a roster has no column that could tell where anybody works."""
    for each in rosters:
        roster = each.cohort.roster
        if not any(map(roster.has, _PLACES)):
            text = f"花名册没有就业单位和单位所在地，不能计算{cell.name}，请补充"
            return flag("columns-missing", cell.id, text, roster.place)
    return None


def _missing(cell: Indicator, now: Count | None, before: Count | None) -> Flag:
    lacking = "和".join(name for name, one in (("本年度", now), ("上年度", before)) if one is None)
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
        if seen.posts or seen.events:
            continue
        for text, place, confidence in units_of_text(seen):
            if has_groups(text, cell.takes.words) and "%" in plain(text):
                fact = Fact(STATEMENT, text, text[:80], place, confidence, "retention")
                yield Evidence(cell.id, seen.path, (fact,), "content", f"只写明{cell.name}，没有花名册", "open")
                break
