"""A seal beside the names and the day at the foot of its paper: one fact, that agrees or does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    is_typed: bool
    """else it was read from a picture, where a letter may be misread"""


def same_body(name: str, written: str, alike: int) -> bool:
    """Whether what is written on a seal is the name of a body, which it may have more of, or a letter misread."""
    one, other = sorted((plain(name), plain(written)), key=len)
    return max(fuzz.ratio(one, other), fuzz.ratio(one, other[: len(one)])) >= alike


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
    title = seal.signature.title if seal.signature else ""
    names = tuple(each for each in (_Name(seal.text, is_typed=False), _Name(title, is_typed=True)) if each.text)
    if names:
        named, issuer = _agreement(names, bodies, alike)
    else:
        named, issuer = _by_signer(seal, bodies)
    day = _day(fact, box, seen)
    told = "，".join(filter(None, (_said(seal, bool(names), issuer, named), *_said_of_day(seal, day))))
    value = replace(seal, issuer=issuer, issued=day, named=named)
    return replace(fact, value=value, quote=f"{fact.quote}；{told}")


def _agreement(names: Sequence[_Name], bodies: Sequence[_Name], alike: int) -> tuple[Outcome, str]:
    """Whether the seal is one of the bodies', and which."""
    if not bodies:
        return "unknown", ""
    ours = next((body for body in bodies if all(_is_same(body, name, alike) for name in names)), None)
    return ("agrees", ours.text) if ours else ("disagrees", bodies[0].text)


def _is_same(body: _Name, name: _Name, alike: int) -> bool:
    if not (body.is_typed and name.is_typed):
        return same_body(body.text, name.text, alike)
    one, other = plain(body.text), plain(name.text)
    return one in other or other in one


def _by_signer(seal: Seal, bodies: Sequence[_Name]) -> tuple[Outcome, str]:
    """Of what bears no name of a seal: whom the certificate names may be the body, or somebody who acts for it."""
    signer = plain(seal.signature.signer) if seal.signature else ""
    ours = next((body.text for body in bodies if signer and plain(body.text) == signer), "")
    return ("agrees", ours) if ours else ("unknown", bodies[0].text if bodies else "")


def _bodies(fact: Fact[Seal], box: Box, seen: Observed, words: Words) -> Iterator[_Name]:
    """Names of bodies that stand by themselves in lines on or beside the seal, from the top."""
    schools = [(each.place, each.quote) for each in seen.of(SCHOOL)]
    for line in seen.document.lines:
        if line.place.leaf != fact.place.leaf or line.place.box is None or not _is_beside(line.place.box, box):
            continue
        text = strip_marks(_unlabelled(line)).strip()
        school = next((quote for place, quote in schools if place == line.place and quote in text), "")
        name = employer_in(text, words.employers) or school
        if name and len(plain(name)) >= _ALONE * len(plain(text)):
            yield _Name(name, is_typed=line.origin == "text")


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


def _said(seal: Seal, has_name: bool, issuer: str, named: Outcome) -> str:
    if named == "agrees":
        return f"与落款“{issuer}”一致"
    if named == "disagrees":
        return f"与落款“{issuer}”不是同一单位"
    if not issuer:
        return "旁边没有读到落款单位，无法核对"
    if has_name or seal.shape != "unseen":
        return "印章文字没有读清，是否为落款单位的印章无法判断"
    return f"没有印章名称，是否由落款“{issuer}”签署无法判断"


def _said_of_day(seal: Seal, day: DateSpan | None) -> Iterator[str]:
    if day is None or day.start is None or day.end is None:
        return
    yield f"落款日期{day.start}" if day.start == day.end else f"落款日期{day.start}至{day.end}"
    signed = seal.signature.signed_at if seal.signature else None
    if signed is not None and (signed + _CHINA).date() < day.start:
        yield "签章早于落款日期"
