"""The seals of a paper, each one fact: how it is seen on a page, and what an electronic one says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta, timezone

from verifier.facts.seals.find import find_seals, open_page
from verifier.model import SEAL, Box, Fact, Observed, Page, Seal, Signature, Words

_SHAPES = {"round": "红色圆形印章", "oval": "红色椭圆形印章"}
_CHINA = timezone(timedelta(hours=8))
_TOLD = {
    "agrees": "签章之后没有改动",
    "disagrees": "与签章时不一致：{}",
    "unknown": "签章之后有没有改动无法判断：{}",
}
UNTRUSTED = "证书由谁签发没有核对"
"""of whom it is cannot be told without the certificate of its issuer"""


def extract(seen: Observed, words: Words) -> tuple[Fact[Seal], ...]:
    """A fact for each seal on each page that has a picture, boxes in pixels of it, and for each electronic one."""
    signed = list(seen.document.signatures)
    drawn = [fact for page in seen.document.pages for fact in _drawn(page, signed)]
    return (*drawn, *(electronic(each) for each in signed))


def _drawn(page: Page, signed: list[Signature]) -> Iterator[Fact[Seal]]:
    """The red seals of a page; `signed` loses those that they show."""
    picture = open_page(page.image) if page.image else None
    for one in find_seals(picture) if picture is not None else ():
        place = replace(page.place, box=one.box)
        behind = next(
            (each for each in signed if each.place.leaf == place.leaf and _meet(each.place.box, one.box)), None
        )
        if behind is not None:
            signed.remove(behind)
        quote = "，".join(filter(None, (_SHAPES[one.shape], _said(behind) if behind else "")))
        yield Fact(SEAL, Seal(one.shape, signature=behind), quote, place, one.confidence, "seals")


def electronic(signature: Signature) -> Fact[Seal]:
    """The fact of an electronic seal that is not seen as a red one on a page."""
    return Fact(SEAL, Seal("unseen", signature=signature), _said(signature), signature.place, 1.0, "seals")


def _said(signature: Signature) -> str:
    """Chinese: whose it is, of when, and whether the paper is unchanged since."""
    title = f"电子签章“{signature.title}”" if signature.title else "电子签名"
    at = f"{signature.signed_at.astimezone(_CHINA):%Y-%m-%d %H:%M}" if signature.signed_at else ""
    by = f"签署者“{signature.signer}”" if signature.signer not in ("", signature.title) else ""
    told = _TOLD[signature.intact].format(signature.why)
    if signature.intact == "agrees" and signature.why:
        told = signature.why
    return "；".join(("，".join(filter(None, (title, by, at and f"签于{at}"))), told, UNTRUSTED))


def _meet(one: Box | None, other: Box) -> bool:
    """Whether the middle of one lies in the other."""
    if one is None:
        return False
    return any(
        box[0] <= (inner[0] + inner[2]) / 2 <= box[2] and box[1] <= (inner[1] + inner[3]) / 2 <= box[3]
        for box, inner in ((one, other), (other, one))
    )
