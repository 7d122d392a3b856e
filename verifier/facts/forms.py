"""What a school has filled into the official forms: 附件1, the application, and 附件2, its own scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

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

_FormFact = Fact[str] | Fact[int] | Fact[Quantity] | Fact[SelfScore]

_SCORE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*分?")
_YEAR = re.compile(r"[(（]?[_\s]*((?:19|20)\d\d)[_\s]*年度?[_\s]*[)）]?")
_SCHOOL = re.compile(r"学校名称\s*[:：]\s*[_\s]*([^_\s|][^|\n]{1,40})")


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


def _texts(document: Document) -> Iterator[tuple[str, Place, float]]:
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
    plain = fold(text)
    for one in find_quantities(text):
        before = plain[: one.start]
        named = [(before.rfind(field) + len(field), len(field), field) for field in fields if field in before]
        label = max(named)[2] if named else ""
        if not label and re.search(r"^\s*共\s*$", before) and re.search(r"专职|兼职", plain):
            label = "人员配备"
        if label:
            yield Fact(one.kind, one.quantity, one.quote, place, confidence, "forms", label=label)


def _school(text: str, words: Words) -> str:
    found = find_schools(text, words)
    return found[0].value if found else squeeze(text)


def _has_scoring_header(document: Document, words: Words) -> bool:
    return any(_scoring_header(row, words) for table in form_tables(document) for row in table.rows[:8])


def _scoring_header(row: Sequence[str], words: Words) -> tuple[range, int] | None:
    """The columns of 指标内容 and the column of 指标得分, when the row is the header of 附件2."""
    marks = words.text.scoring_form
    heads = [header_text(cell) for cell in row]
    if not marks or not all(any(mark in head for head in heads) for mark in marks):
        return None
    content = next(index for index, head in enumerate(heads) if marks[0] in head)
    score = next(index for index, head in enumerate(heads) if marks[-1] in head)
    after = next((index for index in range(content + 1, len(heads)) if heads[index]), content + 1)
    return range(content, after), score


def _self_scores(document: Document, words: Words) -> Iterator[Fact[SelfScore]]:
    columns: tuple[range, int] | None = None
    width = 0
    for table in form_tables(document):
        if width and table.rows and len(table.rows[0]) != width:
            columns = None
        for index, row in enumerate(table.rows):
            if found := _scoring_header(row, words):
                columns, width = found, len(row)
                continue
            if columns is None or columns[1] >= len(row):
                continue
            score = _SCORE.fullmatch(fold(row[columns[1]]).strip())
            content = next((row[column] for column in reversed(columns[0]) if row[column].strip()), "")
            content = re.sub(r"\s", "", content)
            if score and content and not re.match(r"合\s*计|总\s*[计分]", content):
                place = table.place_of(index, columns[1])
                value = SelfScore(content, Fraction(score[1]))
                yield Fact(SELF_SCORE, value, row[columns[1]].strip(), place, 1.0, "forms", label=content)


def _year_and_school(document: Document, words: Words) -> Iterator[Fact[str] | Fact[int]]:
    texts = [*_texts(document), *((table.title, table.place, 1.0) for table in document.tables if table.title)]
    title = next(((text, place, sure) for text, place, sure in texts if "评价表" in text and _YEAR.search(text)), None)
    if title and (year := _YEAR.search(title[0])):
        yield Fact(FORM_YEAR, int(year[1]), title[0].strip(), title[1], title[2], "forms")
    for text, place, confidence in texts:
        match = _SCHOOL.search(text)
        if match and re.search(r"[\u4e00-\u9fffA-Za-z]", match[1]):
            name = _school(match[1].strip(), words)
            yield Fact(FORM_SCHOOL, name, text.strip(), place, confidence, "forms", "subject", "学校名称")
            return
    for rows, table in _rows(document):
        if found := value_after(rows, r"学校名称"):
            place = _place(document, table, found[0], found[1])
            yield Fact(FORM_SCHOOL, _school(found[2], words), found[2], place, 1.0, "forms", "subject", "学校名称")
            return
