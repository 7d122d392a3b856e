"""A seal beside the names and the day at the foot of its paper: one fact, that agrees or does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from rapidfuzz import fuzz

from verifier.language.comparing_text import plain
from verifier.language.names import employer_in, strip_marks
from verifier.model import DATE, SCHOOL, SEAL, Box, DateSpan, Fact, Observed, Outcome, Seal, TextLine, Words

_ASIDE, _ABOVE = 0.6, 0.15
"""in sizes of the seal: how far beside it, and over or under it, the name at the foot of a paper may stand"""
_ALONE = 0.7
"""share of a line that a name takes which stands at the foot by itself; in a sentence it is no signature"""
_DAY_AWAY = 1.0
"""in sizes of the seal: how far its day may stand"""
_LABEL = ("：", ":")
_CHINA = timedelta(hours=8)


def same_body(name: str, written: str, alike: int) -> bool:
    """Whether what is written on a seal is the name of a body, which it may have more of, or a letter misread."""
    one, other = plain(name), plain(written)
    return max(fuzz.ratio(one, other), fuzz.partial_ratio(one, other)) >= alike


def settled(seen: Observed, words: Words, alike: int) -> Observed:
    """The paper whose seals know the body and the day beside them; `alike`: 0…100, from which on two names are one."""
    if not seen.of(SEAL):
        return seen
    facts = (_beside(fact, seen, words, alike) if SEAL.is_of(fact) else fact for fact in seen.facts)
    return replace(seen, facts=tuple(facts))


def _beside(fact: Fact[Seal], seen: Observed, words: Words, alike: int) -> Fact[Seal]:
    seal, box = fact.value, fact.place.box
    if box is None:
        return fact
    bodies = tuple(_bodies(fact, box, seen, words))
    names = tuple(filter(None, (seal.text, seal.signature.title if seal.signature else "")))
    named, issuer = _agreement(names, bodies, alike)
    day = _day(fact, box, seen)
    told = [fact.quote, *_said(names, issuer, named), *_said_of_day(seal, day)]
    value = replace(seal, issuer=issuer, issued=day, named=named)
    return replace(fact, value=value, quote="，".join(filter(None, told)))


def _agreement(names: Sequence[str], bodies: Sequence[str], alike: int) -> tuple[Outcome, str]:
    """Whether the seal is one of the bodies', and which."""
    if not names or not bodies:
        return "unknown", bodies[0] if bodies else ""
    ours = next((body for body in bodies if all(same_body(body, name, alike) for name in names)), "")
    return ("agrees", ours) if ours else ("disagrees", bodies[0])


def _bodies(fact: Fact[Seal], box: Box, seen: Observed, words: Words) -> Iterator[str]:
    """Names of bodies that stand by themselves in lines on or beside the seal, from the top."""
    schools = [(each.place, each.quote) for each in seen.of(SCHOOL)]
    for line in seen.document.lines:
        if line.place.leaf != fact.place.leaf or line.place.box is None or not _is_beside(line.place.box, box):
            continue
        text = strip_marks(_unlabelled(line)).strip()
        school = next((quote for place, quote in schools if place == line.place and quote in text), "")
        name = employer_in(text, words.employers) or school
        if name and len(plain(name)) >= _ALONE * len(plain(text)):
            yield name


def _unlabelled(line: TextLine) -> str:
    """实习单位：威海某某有限公司 → 威海某某有限公司"""
    return next((line.text.rpartition(mark)[2] for mark in _LABEL if mark in line.text), line.text)


def _is_beside(line: Box, seal: Box) -> bool:
    aside, above = _ASIDE * (seal[2] - seal[0]), _ABOVE * (seal[3] - seal[1])
    return (
        line[0] < seal[2] + aside
        and line[2] > seal[0] - aside
        and line[1] < seal[3] + above
        and line[3] > seal[1] - above
    )


def _day(fact: Fact[Seal], box: Box, seen: Observed) -> DateSpan | None:
    """The day at the foot of the paper that stands nearest to the seal."""
    size = box[3] - box[1]
    near = [
        (abs((there.place.box[1] + there.place.box[3]) / 2 - (box[1] + box[3]) / 2), at, there.value)
        for at, there in enumerate(seen.of(DATE))
        if there.role == "issued" and there.place.leaf == fact.place.leaf and there.place.box
    ]
    away, _, day = min(near, default=(0.0, 0, None), key=lambda one: one[:2])
    return day if away <= _DAY_AWAY * size else None


def _said(names: Sequence[str], issuer: str, named: Outcome) -> Iterator[str]:
    if named == "agrees":
        yield f"与落款“{issuer}”一致"
    elif named == "disagrees":
        yield f"与落款“{issuer}”不是同一单位"
    elif not names:
        yield "印章文字没有读清，是否为落款单位的印章无法判断"
    else:
        yield "旁边没有读到落款单位，无法核对"


def _said_of_day(seal: Seal, day: DateSpan | None) -> Iterator[str]:
    if day is None or day.start is None or day.end is None:
        return
    yield f"落款日期{day.start}" if day.start == day.end else f"落款日期{day.start}至{day.end}"
    signed = seal.signature.signed_at if seal.signature else None
    if signed is not None and (signed + _CHINA).date() < day.start:
        yield "签章早于落款日期"
