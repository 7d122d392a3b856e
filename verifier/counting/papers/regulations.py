"""Several papers asked for together, each known by a title: 工作制度 and 财务管理制度."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from verifier.counting.distinct import tally_of
from verifier.counting.eligibility import Eligibility, eligible
from verifier.counting.eligibility.candidates import candidates, is_picture
from verifier.counting.eligibility.matter import of_another_matter
from verifier.counting.papers.own_words import goes_through_points, is_official
from verifier.language.comparing_text import plain, says_any
from verifier.model import (
    HEADING,
    TITLE,
    Evidence,
    Fact,
    Flag,
    Indicator,
    Observed,
    Papers,
    Part,
    RuleSet,
    Tally,
    TextLine,
    TitledPartsTaking,
)

_BODY = 6
"""lines after a title in which its text has to begin"""
_TEXT = 25
"""characters; a longer line is text and no title in a list of titles"""
_NAMED = re.compile(r"《([^》]{3,60})》")
_FEWEST_ARTICLES = 2
"""articles of a regulation that has its title in the file's name alone"""
_LONGEST_TITLE = 40
"""characters of a regulation's title on a line of its own"""


def count(cell: Indicator[TitledPartsTaking], papers: Papers, rules: RuleSet) -> Tally:
    """The measure `parts` counts the parts that some title names."""
    evidence: list[Evidence] = []
    told: dict[str, list[Eligibility]] = {}
    for seen in candidates(papers):
        for part, title in _titles_of(seen, cell, rules):
            doubts = of_another_matter(seen, rules, "制度", title.place, title.value)
            door = eligible(seen, cell, papers, rules, title, doubts, name="制度")
            why = f"标题“{title.value}”是{part.name}"
            evidence.append(Evidence(cell.id, seen.path, (title,), "content", why, door.standing, part.id))
            told.setdefault(part.id, []).append(door)
    flags = [each for doors in told.values() for each in _of_part(doors)]
    tally = tally_of(evidence, flags, "parts")
    here = {each.key for each in evidence if each.standing in ("firm", "counted")}
    return Tally(tally.evidence, tally.measures, tuple(_once(flags)), settled=bool(here))


def _of_part(doors: Sequence[Eligibility]) -> Iterator[Flag]:
    """What is to say of the titles that name a part: no doubt about one where another one counts for sure."""
    is_sure = any(door.standing == "firm" for door in doors)
    for door in doors:
        if door.standing == "out" or not is_sure:
            yield from door.flags


def _titles_of(seen: Observed, cell: Indicator[TitledPartsTaking], rules: RuleSet) -> Iterator[tuple[Part, Fact[str]]]:
    """Each part once a paper, with the title that names it."""
    first = next((plain(fact.value) for fact in seen.titles), "")
    is_against = says_any(first, cell.takes.against)
    is_bound = is_against and goes_through_points(seen, rules)
    if (is_against and not is_bound) or (is_picture(seen) and _shows_no_text(seen, rules)):
        return
    found: set[str] = set()
    names = list(_bound_in(seen, rules) if is_bound else _names_in(seen, cell, rules))
    for part in cell.takes.parts:
        for fact, name in names:
            is_borne_out = fact.label != "file" or _speaks_of(seen, part, name)
            if part.id not in found and is_borne_out and _names(part, name, rules):
                found.add(part.id)
                yield part, fact


def _shows_no_text(seen: Observed, rules: RuleSet) -> bool:
    """Whether a picture is a screen or shows a happening; a regulation of a school on its wall may speak of such."""
    on_wall = seen.schools and any(_is_title(plain(fact.value), rules) for fact in seen.titles)
    return bool(seen.known_screens or (seen.events and not on_wall))


def _names_in(seen: Observed, cell: Indicator[TitledPartsTaking], rules: RuleSet) -> Iterator[tuple[Fact[str], str]]:
    """What may name a regulation: titles, and lines of their own that end as its title does.

    In a paper of another kind, unless it is the notice that issues one, only the titles of regulations bound into it.
    """
    issued = [(fact, name) for fact in seen.titles for name in _issued_by(plain(fact.value), rules)]
    if not issued and any(kind in cell.takes.not_documents for kind in seen.types[:1]):
        yield from _bound_in(seen, rules)
        return
    yield from issued
    for fact in seen.titles:
        if all(fact is not each for each, _ in issued):
            yield fact, _without_number(plain(fact.value))
    yield from _by_file(seen)
    yield from _in_rows(seen, rules)
    lines = seen.document.lines
    for index, line in enumerate(lines):
        text = _without_number(plain(line.text))
        if _is_title(text, rules) and not is_official(text, rules) and _has_body(lines[index + 1 : index + 1 + _BODY]):
            yield Fact(TITLE, text, line.text.strip(), line.place, line.confidence, "parts", label="line"), text


def _by_file(seen: Observed) -> Iterator[tuple[Fact[str], str]]:
    """The name of a file whose text begins with its articles and bears no title."""
    articles = [fact for fact in seen.of(HEADING) if fact.label.endswith("条")]
    if not seen.titles and len(articles) >= _FEWEST_ARTICLES:
        name = PurePosixPath(seen.path).stem
        yield replace(articles[0], kind=TITLE, value=name, quote=name, label="file"), _without_number(plain(name))


def _speaks_of(seen: Observed, part: Part, name: str) -> bool:
    """Whether the text speaks of what a name alone calls it: 经费 of 经费管理办法, the group before the last."""
    text = plain(seen.document.text)
    told = (match.groups("")[-2:-1] for each in part.titles.each if (match := each.search(name)))
    return any(matter and matter in text for groups in told for matter in groups)


def _in_rows(seen: Observed, rules: RuleSet) -> Iterator[tuple[Fact[str], str]]:
    """The regulations of a table that has the text of each beside its title."""
    for table in seen.document.tables:
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                text = _without_number(plain(cell))
                rest = (*row[:column], *row[column + 1 :])
                if len(cell) <= _LONGEST_TITLE and _is_title(text, rules) and any(map(_is_body, rest)):
                    yield (
                        Fact(TITLE, text, cell.strip(), table.place_of(index, column), 1.0, "parts", label="cell"),
                        text,
                    )


def _is_body(cell: str) -> bool:
    return len(plain(cell)) > 2 * _TEXT and "。" in cell


def _issued_by(title: str, rules: RuleSet) -> tuple[str, ...]:
    """The regulations that a notice issues: 关于印发《…制度》《…办法》的通知 issues two."""
    match = rules.words.judging.rule_issued.any.search(title)
    return tuple(_NAMED.findall(title, match.start())) if match else ()


def _bound_in(seen: Observed, rules: RuleSet) -> Iterator[tuple[Fact[str], str]]:
    """The titles of regulations in a file that begins with, or is known for, another paper."""
    told = (replace(fact, kind=TITLE, value=fact.quote, label="line") for fact in seen.document_types)
    for fact in (*seen.titles, *told):
        text = _without_number(plain(fact.value))
        if _is_title(text, rules) and not is_official(text, rules):
            yield fact, text


def _has_body(following: Sequence[TextLine]) -> bool:
    """Whether text comes after a title: in a mere list of titles none does."""
    return any(re.search(r"[。；]", line.text) or len(plain(line.text)) > _TEXT for line in following)


_NUMBERED = re.compile(
    r"^(?:附[件录表][\d一二三四五六七八九十]{0,3}|第?[一二三四五六七八九十\d]{1,3}[章节部分]*|[（(][一二三四五六七八九十\d]{1,3}[)）])[、.:：．]?"
)


def _without_number(text: str) -> str:
    """《一、工作制度》 → 工作制度."""
    return _NUMBERED.sub("", text).strip("《》“”")


def _is_title(text: str, rules: RuleSet) -> bool:
    """Whether a line is a regulation's title and no sentence that speaks of one."""
    words = rules.words.judging
    if len(text) > _LONGEST_TITLE or not words.rule_title.any.fullmatch(text):
        return False
    return not words.rule_spoken_of.any.search(re.sub(r"[(（《].*", "", text))


def _names(part: Part, title: str, rules: RuleSet) -> bool:
    for expression in part.without.each:
        title = expression.sub("", title)
    found = (expression.search(title) for expression in part.titles.each)
    about = rules.words.judging.rule_about.any
    return any(match and not about.match(title[match.end() :]) for match in found)


def _once(flags: list[Flag]) -> list[Flag]:
    """One flag per code and file."""
    seen: dict[tuple[str, str], Flag] = {}
    for each in flags:
        seen.setdefault((each.code, each.place.file if each.place else ""), each)
    return list(seen.values())
