"""A paper that only has to be there: its type and its words tell it."""

from __future__ import annotations

import re

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import eligible
from verifier.counting.eligibility.candidates import candidates, hinted, is_picture
from verifier.counting.flags import flag
from verifier.counting.papers.own_words import filled_in, is_official, may_tell
from verifier.counting.text_units import units_of_text
from verifier.facts.quantities import find_quantities
from verifier.language.comparing_text import has_groups, plain
from verifier.model import (
    TEXT,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Place,
    PresenceTaking,
    RuleSet,
    Tally,
)


def count(cell: Indicator[PresenceTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `found` counts papers whose content speaks for the cell."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    photos: list[Observed] = []
    for seen in candidates(papers):
        told = _told(seen, cell, rules)
        if told is None:
            if is_picture(seen) and hinted(seen, cell.id, papers) and not seen.events and cell.takes.words:
                photos.append(seen)
            continue
        fact, why = told
        door = eligible(seen, cell, papers, rules, fact)
        flags += door.flags
        evidence.append(Evidence(cell.id, seen.path, (fact,), "content", why, door.standing, key=seen.path))
    if not any(each.standing in ("firm", "counted") for each in evidence):
        for seen in photos:
            place = seen.document.pages[0].place
            text = "只有文件夹或文件名说明照片内容，请看图确认，或补充说明材料"
            flags.append(flag("content-unconfirmed", cell.id, text, place))
            evidence.append(Evidence(cell.id, seen.path, (), "name-only", "只有名称说明内容", "open", key=seen.path))
    return tally_of(evidence, flags)


def _told(seen: Observed, cell: Indicator[PresenceTaking], rules: RuleSet) -> tuple[Fact[object], str] | None:
    takes = cell.takes
    if is_picture(seen) and takes.events and not seen.screens:
        event = next((fact for fact in seen.events if fact.value.kind in takes.events), None)
        if event is not None:
            return event, f"照片文字写明“{event.quote}”"
    kinds = [fact for fact in seen.document_types if fact.value in takes.documents]
    if not kinds and not _may_be_plain(seen, cell, rules):
        return None
    if kinds and not takes.words:
        return kinds[0], f"材料类型为“{kinds[0].label}”（{kinds[0].quote}）"
    titles = " ".join(title.value for title in seen.titles[:2])
    if any(plain(word) in plain(titles) for word in takes.against):
        return None
    typed = bool(kinds) and kinds[0].value != "summary"
    whole = titles if typed else ""
    for text, place, confidence in units_of_text(seen) if typed else _sentences(seen):
        own = filled_in(text, rules)
        words = has_groups(f"{whole} {own}", takes.words)
        if not words or not has_groups(own, takes.words[:1]) or is_official(text, rules):
            continue
        listed = bool(kinds) and kinds[0].value == takes.documents[0]
        if takes.at_hand and not listed and not _is_at_hand(f"{whole} {text}", takes.against, rules):
            continue
        fact = Fact(TEXT, text, text[:60], place, confidence, "presence")
        return fact, f"写明“{'”“'.join(words)}”"
    return None


def _sentences(seen: Observed) -> list[tuple[str, Place, float]]:
    """The text of a paper on many things, a sentence each: what stands far apart is of different things."""
    return [
        (sentence, place, confidence)
        for text, place, confidence in units_of_text(seen)
        for sentence in re.split(r"[。；;！!？?]", text)
        if sentence.strip()
    ]


def _may_be_plain(seen: Observed, cell: Indicator[PresenceTaking], rules: RuleSet) -> bool:
    readable = seen.document.file.kind in ("word", "sheet", "pdf", "text")
    return "plain" in cell.takes.documents and readable and may_tell(seen, cell.takes.documents, rules)


def _is_at_hand(text: str, against: tuple[str, ...], rules: RuleSet) -> bool:
    """Whether a text counts things or says that they are provided, and does not only name them."""
    squeezed = plain(text)
    if any(plain(word) in squeezed for word in against):
        return False
    if any(word in squeezed for word in rules.words.judging.at_hand):
        return True
    units = rules.words.judging.thing_units
    return any(one.quantity.unit in units for one in find_quantities(text))
