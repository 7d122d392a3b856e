"""Whether a paper is unchanged since it was sealed: three answers, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from verifier.model import Outcome


@dataclass(frozen=True, slots=True)
class Verdict:
    intact: Outcome
    why: str
    """Chinese: what disagrees with what, or why it can't be told"""


@dataclass(frozen=True, slots=True)
class Made:
    """What a signature says of itself, and whether what it covers is as it was."""

    verdict: Verdict
    signer: str = ""
    """whom the certificate names"""
    title: str = ""
    """name of the seal; '' of a signature without one"""
    signed_at: datetime | None = None
    """UTC, by its own word"""


UNREADABLE = Verdict("unknown", "签名数据损坏或格式无法识别")
UNSIGNED = Verdict("disagrees", "签名值与签名证书不符")
NO_SUCH_SIGNATURE = Verdict("unknown", "内容与签名所记一致，但签名值的算法无法验证")
NO_SUCH_DIGEST = Verdict("unknown", "签名所用的摘要算法无法计算")


def joined(verdicts: Iterable[Verdict]) -> Verdict:
    """One disagreement decides, else one doubt; the reasons of what decides, each once."""
    every = list(verdicts)
    for outcome in ("disagrees", "unknown"):
        if told := [each.why for each in every if each.intact == outcome]:
            return Verdict(outcome, "；".join(dict.fromkeys(told)))
    return Verdict("agrees", "；".join(dict.fromkeys(each.why for each in every if each.why)))


def of_signature(holds: bool | None) -> Verdict:
    """What follows from whether the key bears the signature out."""
    if holds is None:
        return NO_SUCH_SIGNATURE
    return Verdict("agrees", "") if holds else UNSIGNED


def of_digest(agrees: bool | None, changed: str) -> Verdict:
    """What follows from whether a digest agrees; `changed`: Chinese, what it says where it does not."""
    if agrees is None:
        return NO_SUCH_DIGEST
    return Verdict("agrees", "") if agrees else Verdict("disagrees", changed)
