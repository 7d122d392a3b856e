"""Items of a statement: the numbered headings of a 情况说明, or one file each."""

from __future__ import annotations

from verifier.model import Evidence, Fact, Flag, Indicator, Observed, Papers, RuleSet, Tally

from .sight import candidates, flag, is_picture, plain, school_verdict
from .tallying import tally_of


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure `innovations` counts distinct items; whether they are innovative is for a person."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    sections = rules.words.lists.get("item_sections", ())
    for seen in candidates(papers):
        kinds = [fact for fact in seen.of("document-type") if fact.value in cell.takes.documents]
        if not kinds or (is_picture(seen) and seen.of("screen")):
            continue
        verdict, other = school_verdict(seen, papers, rules)
        if verdict == "out":
            flags.append(flag("school-mismatch", cell.id, f"材料属于{other}，不计入，请核对", kinds[0].place))
        for item in _items(seen, sections) or [kinds[0]]:
            standing = "counted" if verdict == "firm" else verdict
            name = str(item.value) if item.kind == "heading" else _title(seen)
            why = f"情况说明列有“{name}”"
            evidence.append(Evidence(cell.id, seen.path, (item,), "content", why, standing, plain(name)))
    tally = tally_of(evidence, flags, cell.takes.fact)
    enough = tally.measures and (tally.measures[0].proposed or 0) >= 2
    if enough:
        first = evidence[0].facts[0]
        flags.append(
            flag("judgement-required", cell.id, f"列出{tally.measures[0].proposed}项，{cell.takes.note}", first.place)
        )
    return Tally(tally.evidence, tally.measures, tuple(flags))


def _items(seen: Observed, sections: tuple[str, ...]) -> list[Fact]:
    """The headings of the outermost numbering that names at least one item of its own."""
    headings = [fact for fact in seen.of("heading") if fact.label]
    for role in dict.fromkeys(["named", "ordinal", *(fact.role for fact in headings)]):
        level = [fact for fact in headings if fact.role == role]
        own = [fact for fact in level if not _is_section(plain(str(fact.value)), sections)]
        if own and role in ("named", "ordinal"):
            return own
        if len(own) >= 2 or (own and len(own) == len(level)):
            return own
    return []


def _is_section(heading: str, sections: tuple[str, ...]) -> bool:
    """Whether a heading names a part of one item (背景, 成效) and no item."""
    return len(heading) <= 8 and any(word in heading for word in sections)


def _title(seen: Observed) -> str:
    return next((str(fact.value) for fact in seen.of("title")), seen.path)
