"""A seal beside the body and the day at the foot of its paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from verifier.facts.seals.agreeing import settled
from verifier.model import (
    DATE,
    SEAL,
    DateSpan,
    Document,
    Fact,
    Observed,
    Page,
    Place,
    RuleSet,
    Seal,
    Signature,
    SourceFile,
    TextLine,
)

FILE, FIRM = "证明.jpg", "威海某某机械有限公司"
BOX = (700, 1000, 900, 1200)
DAY = DateSpan(date(2024, 6, 18), date(2024, 6, 18))
SENTENCE = "兹证明青岛某某船舶有限公司委派的学生二十四人在我单位实习，表现良好，特此证明。"


def seen(seal: Seal, *lines: tuple[str, int], day: int | None = 1140) -> Observed:
    """A page with a seal and lines at these heights beside it."""
    placed = tuple(TextLine(text, Place(FILE, 1, (560, top, 880, top + 36)), 0.98, "ocr") for text, top in lines)
    facts: list[Fact[object]] = [Fact(SEAL, seal, "红色圆形印章", Place(FILE, 1, BOX))]
    if day is not None:
        facts.append(Fact(DATE, DAY, "2024年6月18日", Place(FILE, 1, (640, day, 860, day + 36)), role="issued"))
    document = Document(SourceFile(FILE, "0" * 64, 9, "image", "read"), (Page(Place(FILE, 1), lines=placed),))
    return Observed(document, tuple(facts))


def found(paper: Observed, rules: RuleSet) -> Fact[Seal]:
    (fact,) = settled(paper, rules.words, rules.assessment.seal_alike).of(SEAL)
    return fact


def test_a_seal_of_the_body_that_signs_agrees_and_knows_its_day(rules: RuleSet) -> None:
    for written in (FIRM, f"{FIRM}人事专用章", "威海某某机槭有限公司"):
        fact = found(seen(Seal("round", written), (f"单位：{FIRM}（盖章）", 1080), ("2024年6月18日", 1140)), rules)
        assert (fact.value.named, fact.value.issuer, fact.value.issued) == ("agrees", FIRM, DAY)
        assert fact.quote == f"红色圆形印章；与落款“{FIRM}”一致，落款日期2024-06-18"


def test_a_seal_of_another_body_disagrees_and_says_with_what(rules: RuleSet) -> None:
    fact = found(seen(Seal("round", "烟台另一家食品有限公司"), (FIRM, 1080)), rules)
    assert (fact.value.named, fact.value.issuer) == ("disagrees", FIRM)
    assert f"与落款“{FIRM}”不是同一单位" in fact.quote


@pytest.mark.parametrize(
    ("written", "lines", "told"),
    [
        ("", [(FIRM, 1080)], "印章文字没有读清，是否为落款单位的印章无法判断"),
        (FIRM, [("特此证明。", 1080)], "旁边没有读到落款单位，无法核对"),
        (FIRM, [(FIRM, 300)], "旁边没有读到落款单位，无法核对"),
        (FIRM, [(SENTENCE, 1020)], "旁边没有读到落款单位，无法核对"),
    ],
    ids=["unread", "no name", "a name far off", "a name in a sentence"],
)
def test_what_was_not_read_cant_be_told(rules: RuleSet, written: str, lines: list[tuple[str, int]], told: str) -> None:
    fact = found(seen(Seal("round", written), *lines, day=300), rules)
    assert (fact.value.named, fact.value.issued) == ("unknown", None)
    assert fact.quote == f"红色圆形印章；{told}"


def test_of_two_bodies_that_sign_either_may_seal(rules: RuleSet) -> None:
    lines = (("青岛某某船舶有限公司", 1020), (FIRM, 1080))
    assert found(seen(Seal("round", FIRM), *lines), rules).value.named == "agrees"


def test_an_electronic_seal_is_of_whom_both_its_name_and_its_writing_are(rules: RuleSet) -> None:
    early = datetime(2024, 6, 17, 15, 59, tzinfo=UTC)
    signature = Signature(Place(FILE, 1, BOX), FIRM, FIRM, early, "agrees")
    seal = Seal("round", signature=signature)
    fact = found(seen(seal, (FIRM, 1080)), rules)
    assert fact.value.named == "agrees" and fact.quote.endswith("落款日期2024-06-18，签章早于落款日期")
    other = replace(seal, text="烟台另一家食品有限公司")
    assert found(seen(other, (FIRM, 1080)), rules).value.named == "disagrees"
    late = replace(seal, signature=replace(signature, signed_at=early.replace(hour=16)))
    assert found(seen(late, (FIRM, 1080)), rules).quote.endswith("落款日期2024-06-18")
