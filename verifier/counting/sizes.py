"""A size that papers state: the area of an office, the seats of a training room."""

from __future__ import annotations

from fractions import Fraction

from verifier.model import Evidence, Fact, Flag, Indicator, Measure, Observed, Papers, RuleSet, Standing, Tally

from .sight import (
    candidates,
    first_places,
    flag,
    has_groups,
    hinted,
    is_picture,
    plain,
    school_verdict,
    standing_by_confidence,
)

Sighting = tuple[int, Observed, Fact]
"""rank of the paper (0 is the best), the paper, the quantity"""


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure is the size in the best paper; low and high are the least and the most of all papers."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    sightings: list[Sighting] = []
    mute: list[Observed] = []
    for seen in candidates(papers):
        sizes = stated(seen, cell)
        verdict, other = school_verdict(seen, papers, rules)
        if sizes and verdict == "out":
            flags.append(flag("school-mismatch", cell.id, f"材料属于{other}，不计入，请核对", sizes[0].place))
            evidence.append(_evidence(cell, seen, sizes[0], "out"))
        elif sizes:
            sightings += [(_rank(seen, cell), seen, fact) for fact in sizes]
        elif _speaks(seen, cell, papers):
            mute.append(seen)
    if not sightings:
        return _without_size(cell, mute, evidence, flags)
    best = min(rank for rank, _, _ in sightings)
    by_file: dict[str, Fraction] = {}
    for _, seen, fact in sightings:
        by_file[seen.path] = max(by_file.get(seen.path, Fraction(0)), _number(fact))
    values = list(by_file.values())
    chosen = [by_file[seen.path] for rank, seen, _ in sightings if rank == best]
    evidence += [_evidence(cell, seen, fact, _standing(fact, rules)) for _, seen, fact in sightings]
    if len(set(values)) > 1:
        told = first_places(f"{fact.place}写明{fact.quote.strip()}" for _, _, fact in sightings)
        flags.append(flag("totals-disagree", cell.id, f"几份材料写的数值不一致：{told}，请核对", sightings[0][2].place))
    unsure = [fact for _, _, fact in sightings if _standing(fact, rules) != "firm"]
    low: Fraction | None = min(values)
    if unsure and len(unsure) == len(sightings):
        low = None
        flags.append(flag("low-confidence", cell.id, f"“{unsure[0].quote}”识别把握不足，请看原件", unsure[0].place))
    measure = Measure(cell.takes.fact, low, max(chosen), max(values))
    return Tally(tuple(evidence), (measure,), tuple(flags))


def stated(seen: Observed, cell: Indicator) -> list[Fact]:
    """The quantities of a paper that measure what the cell asks for."""
    takes = cell.takes
    sizes = [
        fact
        for kind in ("area", "count")
        for fact in seen.of(kind)
        if fact.value.unit in takes.units and fact.place.file == seen.path
    ]
    named = [fact for fact in sizes if _measures(fact, seen, takes.measured, takes.not_measured, takes.words)]
    if named or takes.words:
        return named
    whole = plain(seen.document.text)
    free = [fact for fact in sizes if not _has(fact.label + fact.quote, takes.not_measured)]
    about = _has(whole, takes.measured) and seen.types and seen.types[0] == takes.documents[0]
    return free if about and len(free) == 1 else []


def _measures(
    fact: Fact,
    seen: Observed,
    measured: tuple[str, ...],
    not_measured: tuple[str, ...],
    about: tuple[tuple[str, ...], ...],
) -> bool:
    said = plain(fact.label + fact.quote)
    if not _has(said, measured) or _has(plain(fact.label), not_measured):
        return False
    if not about:
        return True
    titles = " ".join(str(title.value) for title in seen.of("title"))
    return bool(has_groups(f"{said} {_line(seen, fact)} {titles}", about))


def _line(seen: Observed, fact: Fact) -> str:
    """The whole line, or the row, in which a quantity stands."""
    for line in seen.document.lines:
        if line.place == fact.place:
            return line.text
    return ""


def _has(text: str, words: tuple[str, ...]) -> bool:
    squeezed = plain(text)
    return any(plain(word) in squeezed for word in words)


def _rank(seen: Observed, cell: Indicator) -> int:
    """Where the paper's type stands in the rule's order; a paper of no type, or one about places, ranks as a proof."""
    listed = cell.takes.documents
    ranks = [listed.index(kind) for kind in seen.types if kind in listed]
    if ranks:
        return ranks[0]
    return 0 if not seen.types or seen.types[0].startswith("venue") else len(listed)


def _speaks(seen: Observed, cell: Indicator, papers: Papers) -> bool:
    """Whether a paper without the size is about the thing: a photo or a paper filed for it."""
    takes = cell.takes
    if is_picture(seen):
        return hinted(seen, cell.id, papers)
    if not takes.documents or takes.documents[0] not in seen.types[:1]:
        return False
    text = plain(seen.document.text)
    return bool(has_groups(text, takes.words)) if takes.words else _has(text, takes.measured)


def _without_size(cell: Indicator, mute: list[Observed], evidence: list[Evidence], flags: list[Flag]) -> Tally:
    for seen in mute:
        picture = is_picture(seen)
        why = "照片没有写明数值" if picture else "材料没有写明数值"
        evidence.append(Evidence(cell.id, seen.path, (), "name-only" if picture else "content", why, "open"))
    papers_ = [seen for seen in mute if not is_picture(seen)]
    if papers_:
        text = f"材料没有写明{cell.name}的数值，请补充写明数值的证明"
        flags.append(flag("partial-evidence", cell.id, text, papers_[0].document.pages[0].place))
    elif mute:
        text = "只有照片，不能确定数值，请补充写明数值的证明"
        flags.append(flag("content-unconfirmed", cell.id, text, mute[0].document.pages[0].place))
    return Tally(tuple(evidence), (), tuple(flags), open_to_max=bool(mute))


def _standing(fact: Fact, rules: RuleSet) -> Standing:
    return standing_by_confidence(fact.confidence, rules.assessment.sure)


def _evidence(cell: Indicator, seen: Observed, fact: Fact, standing: Standing) -> Evidence:
    why = f"写明“{fact.label}{fact.quote}”" if fact.label not in fact.quote else f"写明“{fact.quote}”"
    return Evidence(cell.id, seen.path, (fact,), "content", why, standing, value=_number(fact))


def _number(fact: Fact) -> Fraction:
    number: Fraction = fact.value.number
    return number
