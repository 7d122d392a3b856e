"""Cells that ask for photos: posters, leaflets handed out, fairs, consultations, contests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from verifier.counting.distinct import tally_of
from verifier.counting.flags import flag
from verifier.counting.photos.dated import ends
from verifier.counting.photos.fairs import Counted, Fair, counted_fairs, same_fair
from verifier.counting.photos.filed_late import filed_late
from verifier.counting.photos.leaflets import leaflets_for
from verifier.counting.photos.mentions import Mention, mentions_for
from verifier.counting.photos.same_event import is_same_event
from verifier.counting.photos.verdict import Judged, eased, photos_for
from verifier.model import EVENT, Evidence, Flag, Indicator, Measure, Papers, PhotosTaking, RuleSet, Tally


def count(cell: Indicator[PhotosTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure (`fairs`, else `found`) counts distinct happenings, or photos that show one."""
    kept, copies = photos_for(cell, papers, rules)
    if cell.takes.distinct == "event":
        tally = _distinct(cell, kept, copies, papers, rules)
    else:
        tally = _any(cell, kept, copies, papers, rules)
    late = tuple(filed_late(cell, papers, rules))
    tally = replace(
        tally,
        evidence=(*tally.evidence, *(piece for piece, _ in late)),
        flags=(*tally.flags, *(told for _, told in late)),
    )
    sets_open = papers.period is None and any(each.standing != "out" for each in tally.evidence)
    return Tally(tally.evidence, tally.measures, tally.flags, open_to_max=sets_open)


def _any(
    cell: Indicator[PhotosTaking], kept: tuple[Judged, ...], copies: tuple[Judged, ...], papers: Papers, rules: RuleSet
) -> Tally:
    """One photo is enough."""
    evidence = [one.evidence(cell) for one in kept] + [one.evidence(cell) for one in copies]
    flags = [each for one in (*kept, *copies) for each in one.flags]
    if not cell.takes.printed_dates:
        more, doubts = leaflets_for(cell, papers, rules)
        evidence += more
        flags += doubts
    else:
        said = mentions_for(cell, papers, rules)
        evidence += [_mentioned(cell, mention, f"mention:{index}") for index, mention in enumerate(said)]
        if not any(one.standing in ("firm", "counted") for one in kept):
            flags += _only_mentioned(cell, said)
    flags = eased(cell, evidence, flags)
    return tally_of(evidence, [*flags, *_notes(cell, kept, evidence)], cell.takes.measure)


def _notes(cell: Indicator[PhotosTaking], kept: tuple[Judged, ...], evidence: list[Evidence]) -> list[Flag]:
    """What a person has to look at wherever something counts; where dates matter, when all are of one date."""
    if not cell.takes.note or not any(each.standing in ("firm", "counted") for each in evidence):
        return []
    counted = [one for one in kept if one.standing in ("firm", "counted")]
    days = {(one.dating.best.span.start, one.dating.best.span.end) for one in counted if one.dating.best}
    if cell.takes.printed_dates and len(days) != 1:
        return []
    return [flag("judgement-required", cell.id, cell.takes.note, severity="note")]


def _mentioned(cell: Indicator[PhotosTaking], mention: Mention, key: str) -> Evidence:
    return Evidence(cell.id, mention.seen.path, mention.facts, "content", mention.why, "open", key)


def _again(cell: Indicator[PhotosTaking], mention: Mention) -> Evidence:
    """A paper that names only fairs that photos or other papers show."""
    why = f"{mention.why}，该场已有照片或其他材料"
    return Evidence(cell.id, mention.seen.path, mention.facts, "content", why, "out", f"again:{mention.seen.path}")


def _only_mentioned(cell: Indicator[PhotosTaking], said: tuple[Mention, ...] | list[Mention]) -> list[Flag]:
    if not said:
        return []
    first = said[0]
    text = f"只有通知、推送、台账或海报提到“{first.said.quote}”，没有现场照片，请补充照片"
    return [flag("content-unconfirmed", cell.id, text, first.said.place)]


def _distinct(
    cell: Indicator[PhotosTaking], kept: tuple[Judged, ...], copies: tuple[Judged, ...], papers: Papers, rules: RuleSet
) -> Tally:
    """Distinct fairs by photo; those that other papers alone name count in high."""
    photos = (*kept, *copies)
    shown = [_fair(one) for one in kept if one.standing != "out"]
    every = mentions_for(cell, papers, rules)
    said = _unseen(every, shown, rules)
    result = counted_fairs([*shown, *(fair for _, fair in said)], rules)
    evidence = [_shown_as(cell, one, result) for one in photos]
    evidence += [_mentioned(cell, mention, result.keys.get(fair.id, "")) for mention, fair in said]
    evidence += _known_already(cell, every, evidence)
    flags = [each for one in photos for each in one.flags if not _is_settled(each, one, result.merged)]
    flags += _of_one_day(cell, result)
    if _moves(cell, result.counts):
        flags += _only_mentioned(cell, [mention for mention, _ in said])
    measure = cell.takes.measure
    low, proposed, high = map(Fraction, result.counts)
    measures = (Measure(measure, low, proposed, high, shown=measure != "found"),) if evidence else ()
    return Tally(tuple(evidence), measures, tuple(flags))


def _shown_as(cell: Indicator[PhotosTaking], one: Judged, result: Counted) -> Evidence:
    """A photo as evidence of the fair that it was counted with."""
    key = one.photo.key
    return one.evidence(cell, result.keys.get(key, ""), result.joint.get(key, ""))


def _fair(one: Judged) -> Fair:
    return Fair(one.photo.key, one.event, one.dating.days, tuple(each.span for each in one.dating.dates), one.standing)


def _known_already(cell: Indicator[PhotosTaking], every: Iterable[Mention], told: Iterable[Evidence]) -> list[Evidence]:
    """The papers that name no fair besides those that are evidence already, each once, by what it names last."""
    files = {each.file for each in told}
    last = {one.seen.path: one for one in every}
    return [_again(cell, mention) for path, mention in last.items() if path not in files]


def _of_one_day(cell: Indicator[PhotosTaking], result: Counted) -> Iterator[Flag]:
    """Two names on one date count as one fair, and a person has to say whether they are two."""
    for one, other in result.doubtful:
        text = f"“{one.name}”与“{other.name}”是同一天，按一场计，请确认是否为两场招聘会"
        yield flag("judgement-required", cell.id, text, other.event.place)


def _is_settled(each: Flag, one: Judged, merged: frozenset[str]) -> bool:
    """Whether a photo without a date shows a fair that another photo dates."""
    return each.code == "date-missing" and one.photo.key in merged


def _unseen(said: Iterable[Mention], shown: Iterable[Fair], rules: RuleSet) -> list[tuple[Mention, Fair]]:
    """The fairs that other papers name and no photo shows, each once."""
    known = list(shown)
    found: list[tuple[Mention, Fair]] = []
    for index, mention in enumerate(said):
        fair = _fair_said(f"mention:{index}", mention)
        if fair is not None and not any(_is_known(fair, each, rules) for each in known):
            found.append((mention, fair))
            known.append(fair)
    return found


def _fair_said(id: str, mention: Mention) -> Fair | None:
    """The fair that a paper names; a kind of paper names none that could be told from another."""
    if not EVENT.is_of(mention.said):
        return None
    span = mention.date.value if mention.date else None
    days = (ends(span),) if span and span.start and span.precision == "day" else ()
    return Fair(id, mention.said, days, (span,) if span else (), "open")


def _is_known(fair: Fair, other: Fair, rules: RuleSet) -> bool:
    """Whether a fair that a paper names may be one that is known: of the same day, or named alike without a day."""
    if fair.days and other.days:
        return fair.meets(other) or same_fair(fair, other, rules)
    return is_same_event(fair.event, other.event, rules)


def _moves(cell: Indicator[PhotosTaking], counts: tuple[int, int, int]) -> bool:
    """Whether what counts in high only could bring another tier."""
    _, proposed, high = counts
    asked = (each for rule in cell.readings for tier in rule.tiers for each in (*tier.all, *tier.any))
    return any(
        proposed < each.value <= high if each.operator == ">=" else proposed <= each.value < high for each in asked
    )
