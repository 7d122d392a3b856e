"""Innovations that papers tell which are no statements of them: a report's chapter, a list of points, a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.counting.papers.form_points import is_point, rows_told
from verifier.language.comparing_text import has_word, plain
from verifier.model import HEADING, Fact, Indicator, Observed, Place, RuleSet, TextLine

_LEAST = 12
"""characters of an item with what is told of it"""
_LONGEST_NAME = 50
_LONGEST_CHAPTER = 24
_NUMERALS = "一二三四五六七八九十"
_MARKS = (
    re.compile(r"[①-⑩]"),
    re.compile(rf"(?<![{_NUMERALS}])[{_NUMERALS}]是(?!否)"),
    re.compile(rf"第[{_NUMERALS}](?:项|个|点)?[,，、:：]"),
    re.compile(rf"其[{_NUMERALS}][,，、:：]?"),
    re.compile(rf"[（(][{_NUMERALS}][)）]"),
    re.compile(r"[（(]\d{1,2}[)）]"),
    re.compile(rf"(?<![{_NUMERALS}第])[{_NUMERALS}]、"),
    re.compile(r"(?<![\d.])\d{1,2}(?:、|[.．](?!\d)|[)）])"),
)
"""what items are numbered with within one text"""
_ORDER = {
    **{each: at for at, each in enumerate(_NUMERALS, 1)},
    **{chr(0x2460 + at): at + 1 for at in range(10)},
}
_ELSEWHERE = re.compile(
    r"^(?:有|无|是|已?完成|达标|符合.{0,4}|.{0,8}见.{1,30}|.{0,6}附件.{0,10}|"
    r"\d+[项个分].{0,12})[。;]?$"
)
"""what says only that the thing is there, or where"""
_ANNEX = re.compile(r"附[件录表][\d一二三四五六七八九十]{0,3}[:、.]?([^。;,]+)$")
_SENT_ON = re.compile(r"(?:见|附于|列于)(?:本?[\u4e00-\u9fff]{0,4})?(?:附件|附录|附表|附后|后附|第.{1,3}[章页部])")
_LONGEST_SENT_ON = 60
"""characters of a text that says only where the innovations are told"""
_LETTERS = "ABCDEFGH"
_BULLET = re.compile(r"\s*([-*•●◆■▪▶★☆✓➤➢◇○]|[A-H][.．、])\s*(?=\S)")
_SHORTEST_NAME = 4
_FIRST = re.compile(r"[。；;：:，,！!\n]")


def innovations_told(seen: Observed, cell: Indicator, rules: RuleSet) -> Iterator[Fact[str]]:
    """The items of the first of these that the paper has: a row of points, a chapter, a list that is announced."""
    ways = (_in_rows(seen, cell, rules), _in_chapter(seen, cell, rules), listed(seen, rules))
    yield from next((items for way in ways if (items := list(way))), [])


def enumerated(text: str) -> list[str]:
    """The items of a text by its outermost numbering, which begins with 1 and goes on; else none."""
    runs = [run for pattern in _MARKS if len(run := _run(pattern, text)) > 1]
    if not runs:
        return []
    marks = min(runs, key=lambda run: run[0].start())
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = [text[mark.end() : end].strip(" 　\n；;。，,") for mark, end in zip(marks, ends, strict=True)]
    return [item for item in items if item]


def _run(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The marks that count on from 1."""
    run: list[re.Match[str]] = []
    for mark in pattern.finditer(text):
        if _value(mark[0]) == len(run) + 1:
            run.append(mark)
    return run


def _value(mark: str) -> int:
    digits = re.search(r"\d+", mark)
    return int(digits[0]) if digits else next((_ORDER[char] for char in mark if char in _ORDER), 0)


def _in_rows(seen: Observed, cell: Indicator, rules: RuleSet) -> Iterator[Fact[str]]:
    """The items beside the cell's wording in a list of the form's points, each row's first telling text."""
    for text, place in rows_told(seen, cell, rules):
        if len(plain(text)) >= _LEAST and not _ELSEWHERE.fullmatch(plain(text)):
            yield from _items_of(text, place, 1.0)


def _items_of(text: str, place: Place, confidence: float) -> Iterator[Fact[str]]:
    paragraphs = [part for part in text.split("\n") if len(plain(part)) >= _LEAST]
    for item in enumerated(text) or (paragraphs if len(paragraphs) > 1 else [text]):
        yield _fact(item, place, confidence)


def _in_chapter(seen: Observed, cell: Indicator, rules: RuleSet) -> Iterator[Fact[str]]:
    """The items of the first chapter on innovations that has some; one may only say where the others stand."""
    starts = (at for at, line in enumerate(seen.document.lines) if _is_chapter(line, seen, cell, rules))
    yield from next((items for start in starts if (items := list(_below(seen, start, rules)))), [])


def _below(seen: Observed, start: int, rules: RuleSet) -> Iterator[Fact[str]]:
    """The items of a chapter: its headings of one kind, else what its text numbers, else itself."""
    lines = seen.document.lines
    if _SENT_ON.search(plain("".join(line.text for line in lines[start + 1 : start + 2]))[:_LONGEST_SENT_ON]):
        return
    headings = {fact.place: fact for fact in seen.of(HEADING) if fact.label}
    own = headings.get(lines[start].place)
    end = _end(lines, start, own, headings, rules)
    below = [headings[line.place] for line in lines[start + 1 : end] if line.place in headings]
    level = [fact for fact in below if fact.role == below[0].role]
    whole = enumerated(level[0].quote) if len(level) == 1 else []
    if level and not whole:
        yield from level
        return
    text = "\n".join(line.text for line in lines[start + 1 : end])
    if len(plain(text)) >= _LEAST and own is not None:
        place, confidence = lines[start + 1].place, lines[start + 1].confidence
        yield from (_fact(item, place, confidence) for item in enumerated(text) or [text])


def _is_chapter(line: TextLine, seen: Observed, cell: Indicator, rules: RuleSet) -> bool:
    """Whether a line heads the chapter: the cell's own wording, or a heading or an annex that speaks of innovations."""
    if is_point(line.text, cell):
        return True
    heading = next((fact for fact in seen.of(HEADING) if fact.place == line.place), None)
    annex = _ANNEX.match(plain(line.text))
    text = plain(heading.value) if heading else annex[1] if annex else ""
    return 0 < len(text) <= _LONGEST_CHAPTER and rules.words.judging.innovation_chapters.any.search(text) is not None


def _end(
    lines: Sequence[TextLine],
    start: int,
    own: Fact[str] | None,
    headings: dict[Place, Fact[str]],
    rules: RuleSet,
) -> int:
    """Where a chapter ends: at the next point of the form, or the next heading of its level or of one over it."""
    outer = outer_roles(list(headings.values()), own) if own else ()
    for at in range(start + 1, len(lines)):
        heading = headings.get(lines[at].place)
        if heading and heading.role in outer:
            return at
        if any(is_point(lines[at].text, each) for each in rules.indicators):
            return at
    return len(lines)


def outer_roles(headings: Sequence[Fact[str]], own: Fact[str]) -> tuple[str, ...]:
    """The numberings of a paper down to that of one of its headings, the outermost first."""
    roles = list(dict.fromkeys(fact.role for fact in headings))
    return tuple(roles[: roles.index(own.role) + 1])


def listed(seen: Observed, rules: RuleSet) -> Iterator[Fact[str]]:
    """The items after a sentence that says that innovations follow, unless it speaks of what is to be done."""
    lines = seen.document.lines
    words = rules.words.judging
    headings = {fact.place for fact in seen.of(HEADING) if fact.label}
    over = ""
    for at, line in enumerate(lines):
        said = plain(line.text)
        if line.place in headings:
            over = said[:_LONGEST_CHAPTER]
        is_to_come = has_word(over + said, (*words.intended, *words.to_come))
        if is_to_come or not words.innovations_told.any.search(said):
            continue
        after = line.text + "\n" + "\n".join(each.text for each in lines[at + 1 :])
        if items := [item for item in enumerated(after) if len(plain(item)) >= _LEAST]:
            yield from (_fact(item, line.place, line.confidence) for item in items)
            return


def bulleted(seen: Observed) -> list[Fact[str]]:
    """The lines with one kind of bullet, or with letters that go on from A."""
    marked = [(match, line) for line in seen.document.lines if (match := _BULLET.match(line.text))]
    kinds = dict.fromkeys(_kind(match[1]) for match, _ in marked)
    for kind in kinds:
        same = [(match, line) for match, line in marked if _kind(match[1]) == kind]
        texts = [line.text[match.end() :] for match, line in same]
        in_order = kind != _LETTERS or [match[1][0] for match, _ in same] == list(_LETTERS[: len(same)])
        if len(same) > 1 and in_order and all(len(plain(text)) >= _SHORTEST_NAME for text in texts):
            return [_fact(text, line.place, line.confidence) for text, (_, line) in zip(texts, same, strict=True)]
    return []


def _kind(mark: str) -> str:
    return _LETTERS if mark[0] in _LETTERS else mark


def _fact(item: str, place: Place, confidence: float) -> Fact[str]:
    name = (_FIRST.split(item.strip())[0] or item)[:_LONGEST_NAME]
    return Fact(HEADING, name, item.strip()[:80], place, confidence, "items")
