"""Items of a statement: the numbered headings of a 情况说明, or one file each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.counting.distinct import tally_of
from verifier.counting.sight import candidates, flag, is_picture, plain, school_verdict, standing_by_confidence
from verifier.model import HEADING, Evidence, Fact, Flag, Indicator, Observed, Papers, RuleSet, Tally, weaker


def count(cell: Indicator, papers: Papers, rules: RuleSet) -> Tally:
    """The measure `innovations` counts distinct items; whether they are innovative is for a person."""
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    sections = rules.words.judging.item_sections
    for seen in candidates(papers):
        kinds = [fact for fact in seen.document_types if fact.value in cell.takes.documents]
        if not kinds or (is_picture(seen) and seen.screens):
            continue
        verdict, other = school_verdict(seen, papers, rules)
        if verdict == "out":
            flags.append(flag("school-mismatch", cell.id, f"材料属于{other}，不计入，请核对", kinds[0].place))
        for item in _items(seen, sections, rules) or [kinds[0]]:
            sure = standing_by_confidence(item.confidence, rules.assessment.sure)
            if verdict == "firm" and sure != "firm":
                flags.append(flag("low-confidence", cell.id, f"“{item.quote}”识别把握不足，请看原件", item.place))
            standing = weaker("counted", verdict)
            named = item.kind == HEADING
            name = item.value if named else _title(seen)
            why = f"情况说明列有“{name}”" if named else f"情况说明“{name}”是一项"
            # two papers without items are two, however alike their titles; the same text in two formats is one
            key = plain(name) if named else plain(seen.document.text)[:300]
            evidence.append(Evidence(cell.id, seen.path, (item,), "content", why, standing, key))
    tally = tally_of(evidence, flags, cell.takes.fact)
    enough = tally.measures and (tally.measures[0].proposed or 0) >= 2
    if enough:
        first = evidence[0].facts[0]
        flags.append(
            flag("judgement-required", cell.id, f"列出{tally.measures[0].proposed}项，{cell.takes.note}", first.place)
        )
    return Tally(tally.evidence, tally.measures, tuple(flags))


def _items(seen: Observed, sections: tuple[str, ...], rules: RuleSet) -> list[Fact[str]]:
    """The headings of the outermost numbering that names items, else the rows of a table of them.

    Under a heading that is a section (做法) stand measures of one item, unless it speaks of innovations (创新做法), or
    the paper's title names no item.
    """
    end = _end(seen, rules)
    order = {line.place: index for index, line in enumerate(seen.document.lines)}
    headings = [
        fact for fact in seen.of(HEADING) if (fact.label or fact.role == "style") and order.get(fact.place, 0) < end
    ]
    roles = list(dict.fromkeys(["named", "ordinal", *(fact.role for fact in headings)]))
    for position, role in enumerate(roles):
        level = [fact for fact in headings if fact.role == role and not _is_article(fact)]
        own = [fact for fact in level if not _is_section(plain(fact.value), sections)]
        outer = [fact for fact in headings if fact.role in roles[:position]]
        if outer:
            own = [fact for fact in own if _may_be_item(fact, headings, outer, seen, rules)]
        if role == "spoken" and _names_one(seen):
            continue
        if own:
            return own
    return list(_rows(seen, rules))


def _end(seen: Observed, rules: RuleSet) -> int:
    """The line at which the list of annexes begins, else the number of lines."""
    marks = rules.words.judging.annexes
    lines = seen.document.lines
    starts = (index for index, line in enumerate(lines) if index > 1 and plain(line.text).startswith(marks))
    return next((index for index in starts if len(plain(lines[index].text)) <= 12), len(lines))


def _may_be_item(
    fact: Fact[str], headings: list[Fact[str]], outer: list[Fact[str]], seen: Observed, rules: RuleSet
) -> bool:
    """Whether an inner heading may be an item, by the outer heading it stands under."""
    before = headings[: headings.index(fact)]
    over = next((other for other in reversed(before) if other in outer), None)
    words = rules.words.judging.innovation_words
    if over is None or any(word in plain(over.value) for word in words):
        return True
    return not _names_one(seen) and any(word in plain(over.value) for word in rules.words.judging.innovation_doings)


def _names_one(seen: Observed) -> bool:
    """Whether the paper's title gives an item its name: in quotes, or after a colon."""
    return re.search(r"[“”\"「《：:—]", _title(seen)) is not None


def _is_article(fact: Fact[str]) -> bool:
    """Whether a numbering is that of a regulation (第一条)."""
    return fact.label.endswith("条")


def _rows(seen: Observed, rules: RuleSet) -> Iterator[Fact[str]]:
    """The rows of a table whose header names the item."""
    names = rules.words.judging.innovation_columns
    for table in seen.document.tables:
        head = next((index for index, row in enumerate(table.rows[:4]) if _column(row, names) is not None), None)
        if head is None:
            continue
        column = _column(table.rows[head], names) or 0
        for index, row in enumerate(table.rows[head + 1 :], head + 1):
            text = row[column].strip() if column < len(row) else ""
            if len(text) >= 3 and not text.isdigit():
                yield Fact(HEADING, text[:50], text[:80], table.place_of(index, column), 1.0, "items")


def _column(row: Sequence[str], names: Sequence[str]) -> int | None:
    if sum(1 for cell in row if cell.strip()) < 2:
        return None
    return next((index for index, cell in enumerate(row) if any(plain(cell).endswith(name) for name in names)), None)


def _is_section(heading: str, sections: tuple[str, ...]) -> bool:
    """Whether a heading names a part of one item (背景, 成效) and no item."""
    return len(heading) <= 14 and any(
        heading.startswith(word) or (len(heading) <= 8 and word in heading) or heading.endswith(word)
        for word in sections
    )


def _title(seen: Observed) -> str:
    return next((fact.value for fact in seen.titles), seen.path)
