"""Items of a statement: the numbered headings of a 情况说明, or one file each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import eligible
from verifier.counting.eligibility.candidates import candidates, is_picture
from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.matter import names_a_matter, of_another_matter
from verifier.counting.eligibility.period import in_period, outside
from verifier.counting.flags import flag
from verifier.counting.papers.asked import earns
from verifier.counting.papers.innovation_rows import SHORT_SECTION, fields_of_items, is_section, rows_of_items
from verifier.counting.papers.innovations_told import bulleted, innovations_told, listed, outer_roles
from verifier.counting.papers.own_words import goes_through_points, spans_named
from verifier.language.comparing_text import has_word, plain
from verifier.model import (
    HEADING,
    Evidence,
    Fact,
    Flag,
    Indicator,
    ItemsTaking,
    Observed,
    Papers,
    RuleSet,
    Standing,
    Tally,
    weaker,
)

_NAMED_PLAN = re.compile(
    r"[“\"「《][^”\"」》]*[”\"」》]|计划(?=(?:创新|工作|开展|实施|项目|行动|举措)*(?:情况|说明|介绍|案例|报告|总结|材料))"
)
_UNNUMBERED = ("style", "bold")
"""how headings without a number stand out; what is numbered goes before them"""
_SEVERAL = 2
"""headings that are a list of items rather than the one of many"""
_ANNEXES = 12
"""characters of a line with which the list of annexes begins; a longer one only speaks of an annex"""
_SAME_TEXT = 300
"""characters by which the same text in two formats is known"""
_LONGEST_COVER = 200
"""characters of a letter that only sends other papers in"""
_NOT_TELLING = ("notice", "plan", "regulation", "survey", "ledger", "internship-certificate")
"""papers that may speak of innovations and tell of none"""
Told = tuple[Observed, Fact[str], list[Fact[str]]]
"""a paper, what says that it tells of innovations, and the items"""


def count(cell: Indicator[ItemsTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `innovations` counts distinct items; whether they are innovative is for a person.

    Where no statement is there, what a report, a speech or a list of the form's points says of innovations counts.
    """
    evidence: list[Evidence] = []
    flags: list[Flag] = []
    told = _in_statements(cell, papers, rules) or _elsewhere(cell, papers, rules)
    for seen, kind, items in told:
        doubts = (
            *of_another_matter(seen, rules, "创新工作", kind.place),
            *_of_plans(seen, kind, rules),
            *_of_another_year(seen, kind, papers),
        )
        for item in items:
            door = eligible(seen, cell, papers, rules, kind, doubts, read=item)
            flags += door.flags
            evidence.append(_evidence(cell, seen, item, weaker("counted", door.standing)))
    tally = tally_of(evidence, list(dict.fromkeys(flags)), cell.takes.measure)
    return replace(tally, flags=(*tally.flags, *_to_judge(cell, tally)))


def _in_statements(cell: Indicator[ItemsTaking], papers: Papers, rules: RuleSet) -> list[Told]:
    """The statements with their items; one without any is an item itself, but for a letter that only sends others."""
    told = []
    for seen in candidates(papers):
        kind = _statement(seen, cell, papers)
        if kind and not (is_picture(seen) and seen.known_screens):
            told.append((seen, kind, _items(seen, kind, papers, rules)))
    sends = len(told) > 1
    return [
        (seen, kind, items or [kind])
        for seen, kind, items in told
        if items or not (sends and _is_cover(seen, papers, rules))
    ]


def _statement(seen: Observed, cell: Indicator[ItemsTaking], papers: Papers) -> Fact[str] | None:
    """What says that a paper is a statement: its own type, or that of the letter to which it is attached."""
    own = next((fact for fact in seen.document_types if fact.value in cell.takes.documents), None)
    if own or seen.types or is_picture(seen) or not seen.titles:
        return own
    letter = next((each for each in papers.observed if seen.path.startswith(f"{each.path}/")), None)
    sent = (
        next((fact for fact in letter.document_types if fact.value in cell.takes.documents), None) if letter else None
    )
    title = seen.titles[0]
    return replace(sent, quote=title.quote, place=title.place) if sent else None


def _is_cover(seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether a letter only sends other papers in."""
    text = plain(seen.document.text)
    has_sent = any(each.path.startswith(f"{seen.path}/") for each in papers.observed)
    return has_word(text, rules.words.judging.covers) and (has_sent or len(text) <= _LONGEST_COVER)


def _elsewhere(cell: Indicator[ItemsTaking], papers: Papers, rules: RuleSet) -> list[Told]:
    """The papers of other kinds that tell of innovations one by one."""
    told = []
    for seen in candidates(papers):
        if is_picture(seen):
            continue
        of_other = set(seen.types[:1]) & set(_NOT_TELLING) and not goes_through_points(seen, rules)
        items = [] if of_other else list(innovations_told(seen, cell, rules))
        if not items and rules.words.judging.innovation_chapters.any.search(plain(_title(seen))):
            items = list(rows_of_items(seen, papers, rules))
        if items:
            place = items[0].place
            kind = Fact(HEADING, _title(seen), _title(seen), place, items[0].confidence, "items")
            told.append((seen, kind, items))
    return told


def _of_plans(seen: Observed, kind: Fact[str], rules: RuleSet) -> Iterator[Doubt]:
    """The question about a paper whose title speaks of what is to be done."""
    # what is called a plan and told of as done is the name of the work: 返乡对接计划情况说明
    title = _NAMED_PLAN.sub("", plain(_title(seen)))
    if has_word(title, rules.words.judging.intended):
        what = f"“{_title(seen)[:40]}”写的是打算开展的工作"
        yield Doubt("judgement-required", "open", what, "请补充已经开展的情况说明", kind.place)


def _of_another_year(seen: Observed, kind: Fact[str], papers: Papers) -> Iterator[Doubt]:
    """The question about a paper that names no day of the period: in its titles, else anywhere."""
    titled = [span for fact in seen.titles for span, _ in spans_named(fact.value)]
    dated = titled or [fact.value for fact in seen.dates if fact.role != "printed"]
    lies = [inside for span in dated if (inside := in_period(span, papers.period)) is not None]
    signed = titled or any(fact.role == "issued" for fact in seen.dates)
    if lies and signed and not any(lies):
        yield outside(f"“{_title(seen)[:40]}”写明的时间", "情况说明", kind.place)


def _to_judge(cell: Indicator[ItemsTaking], tally: Tally) -> Iterator[Flag]:
    """Where so many items are listed that they earn points, a person has to say whether they are innovations."""
    listed = tally.measures[0].proposed if tally.measures else None
    if listed is not None and earns(cell, cell.takes.measure, listed):
        place = tally.evidence[0].facts[0].place
        yield flag("judgement-required", cell.id, f"列出{listed}项，{cell.takes.note}", place)


def _evidence(cell: Indicator[ItemsTaking], seen: Observed, item: Fact[str], standing: Standing) -> Evidence:
    if item.kind == HEADING:
        why = f"情况说明列有“{item.value}”"
        return Evidence(cell.id, seen.path, (item,), "content", why, standing, plain(item.value))
    # two papers without items are two, however alike their titles; the same text in two formats is one
    key = plain(seen.document.text)[:_SAME_TEXT]
    return Evidence(cell.id, seen.path, (item,), "content", f"情况说明“{_title(seen)}”是一项", standing, key)


def _items(seen: Observed, kind: Fact[str], papers: Papers, rules: RuleSet) -> list[Fact[str]]:
    """The headings of the outermost numbering that names items, else the rows of a table of them.

    Under a heading that is a section (做法) stand measures of one item, unless it speaks of innovations (创新做法), or
    the paper's title names no item. Where one section is the innovations', what stands beside it is none.
    """
    headings = _headings(seen, kind, rules)
    if fields := list(fields_of_items(seen, headings, rules)):
        return fields
    if own := [] if _names_one(seen) else _in_their_section(headings, rules):
        return own
    named, over = _outermost(headings, seen, rules)
    found = named or list(rows_of_items(seen, papers, rules)) or over
    return found if found or _names_one(seen) else list(listed(seen, rules)) or bulleted(seen)


def _outermost(headings: list[Fact[str]], seen: Observed, rules: RuleSet) -> tuple[list[Fact[str]], list[Fact[str]]]:
    """The headings of the outermost numbering that names items, and the one section that may be an item itself."""
    outer: list[Fact[str]] = []
    over: list[Fact[str]] = []
    roles = [fact.role for fact in headings if fact.role not in _UNNUMBERED]
    for role in dict.fromkeys(["named", "ordinal", *roles, *_UNNUMBERED]):
        level = [fact for fact in headings if fact.role == role]
        items = [fact for fact in level if _is_item(fact, headings, outer, seen, rules)]
        if not over and len(items) == 1 < len(level) and _tells_of_doings(items[0], rules):
            # 主要举措 among sections may be one of them; what stands below it tells
            over = items
        elif items and not (role == "spoken" and _names_one(seen)) and (not over or len(items) >= _SEVERAL):
            return items, over
        outer += level
    return [], over


def _tells_of_doings(heading: Fact[str], rules: RuleSet) -> bool:
    return has_word(plain(heading.value), rules.words.judging.innovation_doings)


def _in_their_section(headings: list[Fact[str]], rules: RuleSet) -> list[Fact[str]]:
    """The items under the heading of a report that only says that innovations follow: 二、特色做法.

    Where several headings speak of innovations they name them.
    """
    words = rules.words.judging
    sections: list[list[Fact[str]]] = []
    for at, over in enumerate(headings):
        text = plain(over.value)
        if len(text) > SHORT_SECTION or not has_word(text, words.innovation_words):
            continue
        outer = outer_roles(headings, over)
        end = next((index for index in range(at + 1, len(headings)) if headings[index].role in outer), len(headings))
        below = headings[at + 1 : end]
        items = [fact for fact in below if fact.role == below[0].role and not _is_part(fact, rules)]
        if len(items) >= _SEVERAL:
            sections.append(items)
    return sections[0] if len(sections) == 1 else []


def _headings(seen: Observed, kind: Fact[str], rules: RuleSet) -> list[Fact[str]]:
    """The headings of a statement but for its title, without those of its annexes."""
    end = _end(seen, rules)
    order = {line.place: index for index, line in enumerate(seen.document.lines)}
    marked = (fact for fact in seen.of(HEADING) if fact.label or _may_name(fact, kind, rules))
    return [fact for fact in marked if order.get(fact.place, 0) < end]


def _may_name(fact: Fact[str], kind: Fact[str], rules: RuleSet) -> bool:
    """Whether an unnumbered heading may name something: not the paper's title, nor the school or office alone."""
    text = plain(fact.value)
    return text not in plain(kind.quote) and names_a_matter(text, rules)


def _is_item(
    fact: Fact[str], headings: list[Fact[str]], outer: list[Fact[str]], seen: Observed, rules: RuleSet
) -> bool:
    """Whether a heading names an item: no article, no section, and as an inner one below the right one."""
    if _is_part(fact, rules):
        return False
    return not outer or _may_be_item(fact, headings, outer, seen, rules)


def _is_part(fact: Fact[str], rules: RuleSet) -> bool:
    """Whether a heading is that of an article, or of a section of one item."""
    return _is_article(fact) or is_section(plain(fact.value), rules.words.judging.item_sections)


def _end(seen: Observed, rules: RuleSet) -> int:
    """The line at which the list of annexes begins, else the number of lines."""
    marks = rules.words.judging.annexes
    lines = seen.document.lines
    starts = (index for index, line in enumerate(lines) if index > 1 and plain(line.text).startswith(marks))
    return next((index for index in starts if len(plain(lines[index].text)) <= _ANNEXES), len(lines))


def _may_be_item(
    fact: Fact[str], headings: list[Fact[str]], outer: list[Fact[str]], seen: Observed, rules: RuleSet
) -> bool:
    """Whether an inner heading may be an item, by the outer heading it stands under."""
    before = headings[: headings.index(fact)]
    over = next((other for other in reversed(before) if other in outer), None)
    words = rules.words.judging.innovation_words
    if over is None or has_word(plain(over.value), words):
        return True
    return not _names_one(seen) and has_word(plain(over.value), rules.words.judging.innovation_doings)


def _names_one(seen: Observed) -> bool:
    """Whether the paper's title gives an item its name: in quotes, or after a colon."""
    return re.search(r"[“”\"「《：:—]", _title(seen)) is not None


def _is_article(fact: Fact[str]) -> bool:
    """Whether a numbering is that of a regulation (第一条)."""
    return fact.label.endswith("条")


def _title(seen: Observed) -> str:
    return next((fact.value for fact in seen.titles), seen.path)
