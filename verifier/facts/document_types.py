"""What kind of paper a document is, by its content alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from verifier.facts.headings import numbered
from verifier.facts.layout import squeeze, visual_rows
from verifier.facts.unfilled import is_unfilled
from verifier.language.comparing_text import plain
from verifier.language.examples import is_example
from verifier.model import (
    DOCUMENT_TYPE,
    TEMPLATE,
    Document,
    DocumentType,
    Fact,
    Observed,
    Place,
    Roster,
    TextLine,
    Words,
)

_LONGEST = 4000
"""characters of a text in which words are looked for: what a paper is stands at its beginning and its end"""
_HEADS = 3
"""titles that say what a paper is not; those that follow are less sure to be its own"""
_BOUND_AS = ("word", "pdf", "text")
"""files into which papers are bound; a picture and a sheet are one paper"""
_LONGEST_TITLE, _LONGEST_LIST_ENTRY = 40, 25
"""characters of a title within a file; a longer line than an entry of a list is text"""
_BODY = 6
"""lines under a title within a file in which its text begins"""
_FEWEST_CELLS = 3
"""in a row of a table; an entry of a table of contents has its page beside it"""
_QUOTED = re.compile(r"[“「][^”」\n]*[”」]")
_NO_TITLE = re.compile(r"[，,。；;：:、…]|\.{2}|^(?:附件?|第?[\d一二三四五六七八九十]+[章节、.．)）]|[（(])")
_POINT = re.compile(r"\d{1,2}[.．]\d{1,2}\s*(?=(?:19|20)\d\d\s*(?:年|学年))")
"""the number of a form's point before a title that names its year"""
_ANY_POINT = re.compile(r"\d{1,2}[.．]\d{1,2}(?!\d*\s*(?:万?元|%|㎡|平))")
_TOLD_OF = re.compile(r"已(?:制定|经|有|按|完成|印发|下发|建立)|详见|见附|附后|制[定订]了|均有|齐全|得分|自评[得为:：]")
"""what is said of a paper that is elsewhere"""
_TITLE_GOES_ON = re.compile(r"(?:年度|工作|分析|汇总|统计|数据|报告|说明|情况|材料|表|书|册|函|[（(].{1,12}[）)])*")
_ANNEX = re.compile(r"附[件录表]\s*(?:[\d一二三四五六七八九十]{1,3}|[A-Ha-h])\s*[:：、.．]?\s*(?=[\u4e00-\u9fff《“])")
"""of a heading: what follows is the title of a paper that is bound in behind"""
_PART = re.compile(
    r"第[\d一二三四五六七八九十]{1,3}(?:部分|[章篇编节卷])[、:：.．\s]*|[\d一二三四五六七八九十]{1,3}[、.．]\s*(?!\d(?!\d{3}))|[(（][\d一二三四五六七八九十]{1,3}[)）]\s*"
)
"""of a volume's headings: the number of the paper whose title follows"""
_TEXT = re.compile(
    r"[。；]|^\s*(?:第?[\d一二三四五六七八九十]{1,3}[章条节、.．)）]|[（(][\d一二三四五六七八九十]{1,3}[)）])"
)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What of a document tells its kind."""

    titles: tuple[Fact[str], ...]
    """the surest first"""
    rosters: tuple[Roster, ...]
    text: str
    """beginning and end, without spaces"""
    most_rows: int
    """filled rows of its fullest table"""
    of_tables: frozenset[str]
    """titles of its tables"""
    is_volume: bool
    """whether a title says that several papers are bound into it"""

    @property
    def heads(self) -> str:
        """The surest titles, each a line."""
        return "\n".join(squeeze(fact.value) for fact in self.titles[:_HEADS])


@dataclass(frozen=True, slots=True)
class _Sign:
    """What tells a kind."""

    quote: str = ""
    place: Place | None = None
    """None where it stands all over the paper"""


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """Facts of kind `document-type`: the value is the type's id, the quote what told it.

    What the paper is stands first, each type once, in the rule set's order; after it the papers that are bound into
    the same file, each of which speaks for itself.
    """
    paper = _paper(seen, words)
    facts: dict[str, Fact[str]] = {}
    named: set[str] = set()
    for kind in words.documents:
        if sign := _sign(kind, paper):
            place = sign.place or _beginning(seen.document)
            facts[kind.id] = Fact(DOCUMENT_TYPE, kind.id, sign.quote, place, 1.0, "doctypes", label=kind.name)
            named |= {kind.id} if kind.title or kind.columns else set()
    if paper.is_volume:
        # what words all over a volume tell is one of the papers in it
        facts = {kind: facts[kind] for kind in sorted(facts, key=lambda kind: kind not in named)}
    if not facts or not facts.keys() <= set(words.judging.judged_when_blank):
        facts = {fact.value: fact for fact in _template(seen, words)} | facts
    is_broad = next(iter(facts), None) in words.judging.broad_papers
    return (*facts.values(), *(() if is_broad else _bound(seen, paper, words)))


def _beginning(document: Document) -> Place:
    """Where to look for what stands all over a paper."""
    return document.pages[0].place if document.pages else Place(document.file.path)


def _template(seen: Observed, words: Words) -> Iterator[Fact[str]]:
    """That the paper is a form that nobody has filled in, whatever its title says."""
    kind = next((kind for kind in reversed(words.documents) if kind.id == TEMPLATE), None)
    titles = {squeeze(line) for fact in seen.titles for line in (fact.value, *fact.quote.split("\n"))}
    if kind and is_unfilled(seen.document, titles):
        yield Fact(DOCUMENT_TYPE, kind.id, kind.name, Place(seen.path), 1.0, "doctypes", label=kind.name)


def _paper(seen: Observed, words: Words) -> _Paper:
    junk = tuple(map(plain, words.tables.junk_rows))
    titles = seen.titles[:_HEADS]
    return _Paper(
        titles=seen.titles,
        rosters=tuple(fact.value for fact in seen.rosters),
        text=_text(seen.document),
        most_rows=max((sum(_is_filled(row, junk) for row in table.rows) for table in seen.document.tables), default=0),
        of_tables=frozenset(squeeze(table.title) for table in seen.document.tables),
        is_volume=any(words.text.volumes.any.search(squeeze(title.value)) for title in titles),
    )


def _is_filled(row: Sequence[str], junk: tuple[str, ...]) -> bool:
    """Whether anything stands in a row of a table but an example, a sum or a remark."""
    first = next(filter(None, map(plain, row)), "")
    return bool(first) and not is_example(first) and not first.startswith(junk)


def _sign(kind: DocumentType, paper: _Paper) -> _Sign | None:
    """The first quote and the first place that the conditions of a kind give; None where one of them fails."""
    if _is_ruled_out(kind, paper):
        return None
    conditions = (kind.title, _in_titles), (kind.words, _in_text), (kind.columns, _in_columns)
    sign = _Sign()
    for is_asked, find in conditions:
        if not is_asked:
            continue
        told = find(kind, paper)
        if told is None:
            return None
        sign = _Sign(sign.quote or told.quote, sign.place or told.place)
    return sign


def _is_ruled_out(kind: DocumentType, paper: _Paper) -> bool:
    heads = "\n".join(_without_names(title, kind) for title in paper.heads.split("\n"))
    if kind.not_title.any.search(heads):
        return True
    return kind.most_rows is not None and paper.most_rows > kind.most_rows


def _without_names(title: str, kind: DocumentType) -> str:
    """A title without what stands in quotes, where the rest says the kind: “一生一策台账”创新工作情况说明."""
    bare = _QUOTED.sub("", title) if kind.title else title
    return bare if bare != title and kind.title.any.search(bare) else title


def _in_titles(kind: DocumentType, paper: _Paper) -> _Sign | None:
    found = (fact for fact in paper.titles if kind.title.any.search(squeeze(fact.value)))
    return next((_Sign(fact.quote, fact.place) for fact in found), None)


def _in_text(kind: DocumentType, paper: _Paper) -> _Sign | None:
    """A word of each group, and none that the kind must not have."""
    if any(squeeze(word) in paper.text for word in kind.not_words):
        return None
    told = [next((word for word in group if squeeze(word) in paper.text), None) for group in kind.words]
    return None if None in told else _Sign("、".join(map(str, told)))


def _in_columns(kind: DocumentType, paper: _Paper) -> _Sign | None:
    """A table of people or a ledger that has a column of each group."""
    for roster in paper.rosters:
        if all(any(map(roster.has, group)) for group in kind.columns):
            return _Sign(roster.title or "表头", roster.place)
    return None


def _text(document: Document) -> str:
    """What stands at the beginning and at the end, without spaces."""
    lines = [line.text for line in document.lines]
    rows = [row for table in document.tables for row in table.rows]
    few = [*rows[:_LONGEST], *rows[-_LONGEST:]] if len(rows) > 2 * _LONGEST else rows
    whole = squeeze("\n".join([*lines, *map("\t".join, few)]))
    return whole if len(whole) <= 2 * _LONGEST else whole[:_LONGEST] + whole[-_LONGEST:]


# --- papers bound into one file -------------------------------------------------------------------------------------


def _bound(seen: Observed, paper: _Paper, words: Words) -> Iterator[Fact[str]]:
    """The papers whose titles stand within a file, over a text: under those of a table of contents none stands."""
    if seen.document.file.kind not in _BOUND_AS:
        return
    lines = seen.document.lines
    own = "".join(squeeze(fact.quote) for fact in paper.titles)
    named = ((index, _named(line, paper, words)) for index, line in enumerate(lines))
    heads = [(index, kind) for index, kind in named if kind]
    ends = [*(index for index, _ in heads), len(lines)][1:]
    for (index, kind), end in zip(heads, ends, strict=True):
        line = lines[index]
        below = _below(line, lines[index + 1 : end], paper)
        if kind.id in words.text.bound_papers and squeeze(line.text) not in own and _has_text(line, below, paper):
            yield Fact(
                DOCUMENT_TYPE, kind.id, line.text.strip(), line.place, line.confidence, "doctypes", label=kind.name
            )


def _below(head: TextLine, lines: Sequence[TextLine], paper: _Paper) -> Sequence[TextLine]:
    """The lines of a paper under its title; of a form's point or a volume's part none if told of as elsewhere."""
    text = head.text.strip()
    is_part = paper.is_volume and _PART.match(text) is not None
    if not _POINT.match(text) and not is_part:
        return lines
    own = lines if is_part else list(takewhile(lambda line: not _ANY_POINT.match(line.text.strip()), lines))
    return () if any(_TOLD_OF.search(line.text) for line in own[:_BODY]) else own


def _named(line: TextLine, paper: _Paper, words: Words) -> DocumentType | None:
    """The kind of paper that a line is the title of: what it ends with, the last of several, says it."""
    bare = _ANNEX.sub("", _POINT.sub("", line.text.strip()))
    part = _PART.match(bare) if paper.is_volume else None
    text = squeeze(bare[part.end() :] if part else bare).strip("《》“”")
    if len(text) > _LONGEST_TITLE or _NO_TITLE.search(text):
        return None
    told = [
        (match.end(), kind)
        for kind in words.documents
        if not kind.not_title.any.search(text)
        for match in chain.from_iterable(each.finditer(text) for each in kind.title.each)
        if _TITLE_GOES_ON.fullmatch(text, match.end())
    ]
    kind = max(told, key=lambda each: each[0], default=(0, None))[1]
    return kind if kind and (not kind.words or _in_text(kind, paper)) and not kind.columns else None


def _has_text(head: TextLine, below: Sequence[TextLine], paper: _Paper) -> bool:
    """Whether a title within a file has its text: that of an annex or a volume's part begins at once."""
    text = head.text.strip()
    if not _ANNEX.match(text) and not (paper.is_volume and _PART.match(text)):
        return _is_text(below)
    if squeeze(text) in paper.of_tables:
        return True
    style, first = numbered(text), numbered(below[0].text) if below else None
    is_next = style is not None and first is not None and first[0] == style[0]
    return not is_next and _is_text(below[:1])


def _is_text(lines: Sequence[TextLine]) -> bool:
    """Whether text begins here: a sentence, a numbered paragraph, or a table, of which a scan has cells alone."""
    first = lines[:_BODY]
    is_table = any(len(row) >= _FEWEST_CELLS for row in visual_rows(first))
    return is_table or any(_TEXT.search(line.text) or len(squeeze(line.text)) > _LONGEST_LIST_ENTRY for line in first)
