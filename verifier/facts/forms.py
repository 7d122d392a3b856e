"""What a school has filled into the official forms: 附件1, the application, and 附件2, its own scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, islice

from verifier.facts.layout import form_tables, header_text, squeeze, value_after, visual_rows
from verifier.facts.quantities import find_quantities
from verifier.facts.schools import find_schools
from verifier.language.identity_numbers import plain_name
from verifier.language.names import may_be_name
from verifier.language.numerals import fold
from verifier.model import (
    FORM_SCHOOL,
    FORM_YEAR,
    LIAISON,
    SELF_SCORE,
    Document,
    Fact,
    Observed,
    Place,
    Quantity,
    SelfScore,
    Table,
    Words,
)

_SCORE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*分?")
_YEAR = re.compile(r"[(（]?[_\s]*((?:19|20)\d\d)[_\s]*年度?[_\s]*[)）]?")
_SUM = re.compile(r"合计|总[计分]")
_LETTER = re.compile(r"[\u4e00-\u9fffA-Za-z]")
_SUM_FIRST = re.compile(r"^\s*共\s*$")
_HEADER_ROWS = 8
_SCHOOL = re.compile(r"学校名称\s*[:：]\s*[_\s]*([^_\s|][^|\n]{1,40})")

_FormFact = Fact[str] | Fact[int] | Fact[Quantity] | Fact[SelfScore]
_Text = tuple[str, Place, float]
"""a text with its place and how surely it was read"""


@dataclass(frozen=True, slots=True)
class _ScoringColumns:
    """The columns of 附件2."""

    content: range
    """of 指标内容, which may be split"""
    score: int

    def content_of(self, row: Sequence[str]) -> str:
        """The text that stands in the last of the columns of 指标内容."""
        filled = (row[column] for column in reversed(self.content) if row[column].strip())
        return re.sub(r"\s", "", next(filled, ""))


def extract(seen: Observed, words: Words) -> tuple[_FormFact, ...]:
    """Facts of filled official forms; a blank form gives none.

    附件1: `area` and `count` with the form's own word as label, `liaison` (a name), `form-school`.
    附件2: `self-score` with value (text of the cell 指标内容, points), `form-year` (an int), `form-school`.
    """
    document = seen.document
    facts: list[_FormFact] = []
    if _is_application(document, words):
        facts.extend(_of_application(document, words))
    scores = tuple(_self_scores(document, words))
    if scores or _has_scoring_header(document, words):
        facts.extend((*_year_and_school(document, words), *scores))
    return tuple(facts)


def _is_application(document: Document, words: Words) -> bool:
    tables = form_tables(document)
    cells = (cell for table in tables for row in table.rows for cell in row)
    text = re.sub(r"\s", "", "".join((*(line.text for line in document.lines), *cells)))
    marks = words.text.application_form
    return sum(mark in text for mark in marks) >= min(2, len(marks)) and bool(marks)


def _of_application(document: Document, words: Words) -> Iterator[Fact[str] | Fact[Quantity]]:
    for text, place, confidence in _texts(document):
        yield from _filled(text, place, confidence, words)
    liaison = "|".join(map(re.escape, words.text.liaison)) or r"(?!)"
    for rows, table in _rows(document):
        found = value_after(rows, rf"(?:专职|指导站)?(?:{liaison})(?:姓名)?")
        if found and may_be_name(name := plain_name(re.split(r"[(（\s\d]", found[2])[0])):
            yield Fact(LIAISON, name, found[2], _place(document, table, found[0], found[1]), 1.0, "forms")
        school = value_after(rows, r"(?:学校|高校|院校)?名称")
        if school:
            place = _place(document, table, school[0], school[1])
            yield Fact(FORM_SCHOOL, _school(school[2], words), school[2], place, 1.0, "forms", "subject", "名称")


def _texts(document: Document) -> Iterator[_Text]:
    for line in document.lines:
        yield line.text, line.place, line.confidence
    for table in form_tables(document):
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                if cell.strip():
                    yield cell, table.place_of(index, column), 1.0


def _rows(document: Document) -> Iterator[tuple[Sequence[Sequence[str]], Table | None]]:
    for table in form_tables(document):
        yield table.rows, table
    if not document.tables:
        yield [[line.text for line in row] for row in visual_rows(document.lines)], None


def _place(document: Document, table: Table | None, row: int, column: int) -> Place:
    if table is not None:
        return table.place_of(row, column)
    return visual_rows(document.lines)[row][column].place


def _filled(text: str, place: Place, confidence: float, words: Words) -> Iterator[Fact[Quantity]]:
    """The numbers between the printed words of 在校生规模, 场地情况, 人员配备."""
    fields = words.text.application_fields
    by_time = words.text.fulltime[0], words.text.parttime[0]
    plain = fold(text)
    for one in find_quantities(text):
        before = plain[: one.start]
        named = [(before.rfind(field) + len(field), len(field), field) for field in fields if field in before]
        label = max(named)[2] if named else ""
        if not label and _SUM_FIRST.search(before) and any(word in plain for word in by_time):
            label = words.text.application_staff
        if label:
            yield Fact(one.kind, one.quantity, one.quote, place, confidence, "forms", label=label)


def _school(text: str, words: Words) -> str:
    found = find_schools(text, words)
    return found[0].value if found else squeeze(text)


def _has_scoring_header(document: Document, words: Words) -> bool:
    return any(_scoring_header(row, words) for table in form_tables(document) for row in table.rows[:_HEADER_ROWS])


def _scoring_header(row: Sequence[str], words: Words) -> _ScoringColumns | None:
    """The columns of 指标内容 and of 指标得分, when the row is the header of 附件2."""
    heads = [header_text(cell) for cell in row]
    columns = [_column_of(mark, heads) for mark in words.text.scoring_form]
    if -1 in columns:
        return None
    content, score = columns[0], columns[-1]
    after = next((index for index in range(content + 1, len(heads)) if heads[index]), content + 1)
    return _ScoringColumns(range(content, after), score)


def _column_of(mark: str, heads: Sequence[str]) -> int:
    return next((index for index, head in enumerate(heads) if mark in head), -1)


def _self_scores(document: Document, words: Words) -> Iterator[Fact[SelfScore]]:
    for table, index, columns in _scored_rows(document, words):
        written = table.rows[index][columns.score].strip()
        score, content = _SCORE.fullmatch(fold(written).strip()), columns.content_of(table.rows[index])
        if score and content and not _SUM.match(content):
            place = table.place_of(index, columns.score)
            yield Fact(SELF_SCORE, SelfScore(content, Fraction(score[1])), written, place, 1.0, "forms", label=content)


def _scored_rows(document: Document, words: Words) -> Iterator[tuple[Table, int, _ScoringColumns]]:
    """The rows under the header of 附件2, also in the tables of the same width in which it goes on."""
    columns: _ScoringColumns | None = None
    width = 0
    for table in form_tables(document):
        if table.rows and len(table.rows[0]) != width:
            columns = None
        for index, row in enumerate(table.rows):
            if header := _scoring_header(row, words):
                columns, width = header, len(row)
            elif columns and columns.score < len(row):
                yield table, index, columns


def _year_and_school(document: Document, words: Words) -> Iterator[Fact[str] | Fact[int]]:
    texts = [*_texts(document), *((table.title, table.place, 1.0) for table in document.tables if table.title)]
    yield from islice(_years(texts, words), 1)
    yield from islice(chain(_schools_behind_label(texts, words), _schools_in_field(document, words)), 1)


def _years(texts: Sequence[_Text], words: Words) -> Iterator[Fact[int]]:
    for text, place, confidence in texts:
        year = _YEAR.search(text)
        if year and any(word in text for word in words.text.scoring_titles):
            yield Fact(FORM_YEAR, int(year[1]), text.strip(), place, confidence, "forms")


def _schools_behind_label(texts: Sequence[_Text], words: Words) -> Iterator[Fact[str]]:
    """学校名称：… in one text."""
    for text, place, confidence in texts:
        name = _SCHOOL.search(text)
        if name and _LETTER.search(name[1]):
            value = _school(name[1].strip(), words)
            yield Fact(FORM_SCHOOL, value, text.strip(), place, confidence, "forms", "subject", "学校名称")


def _schools_in_field(document: Document, words: Words) -> Iterator[Fact[str]]:
    """学校名称 with the name in the next field."""
    for rows, table in _rows(document):
        if found := value_after(rows, r"学校名称"):
            place = _place(document, table, found[0], found[1])
            yield Fact(FORM_SCHOOL, _school(found[2], words), found[2], place, 1.0, "forms", "subject", "学校名称")
