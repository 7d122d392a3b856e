"""Internship facts: one person of one certificate, single, as a form, or with a list of names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.facts.certificates.listed_people import PersonRow, cells_of, is_list, listed
from verifier.facts.certificates.name_lists import people_below, people_in_cells
from verifier.facts.certificates.people import people_by_row
from verifier.facts.certificates.sentence import Certificate, read
from verifier.facts.layout import squeeze, visual_rows
from verifier.language.identity_numbers import plain_name
from verifier.language.names import employer_in
from verifier.language.numerals import fold
from verifier.model import (
    INTERNSHIP,
    Document,
    Employer,
    Fact,
    Internship,
    Observed,
    Person,
    Place,
    Table,
    TextLine,
    Words,
)

_CERTIFIES = re.compile(r"(?:兹|证明|现有|今有)[^。]{0,120}(?:实习|见习|顶岗|实践)")
_TITLE = re.compile(r"(?:证明|鉴定表|鉴定|鉴定书|证书|评价表|考核表)(?:书|表)?$")
_NUMBERED = re.compile(r"(?:\s*[(（][^()（）]{1,8}[)）])?(?:\s*(?:№|[Nn][Oo]\.?|编号[:：]?|第)\s*[\w-]+号?)?$")
"""what may follow a title: （回执联） № 2024060"""
_NO_TITLE = re.compile(r"[,，。;；:：]|特此|附")
_LONGEST_TITLE = 30
_HEAD_ROWS, _HEAD_TABLE_ROWS = 8, 4
"""rows of a page and of a table in which a title may stand"""
_LONGEST_HEAD_ROW = 40
"""characters; a longer row is running text"""
_HEADING = re.compile(
    r"(?:(?:\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十\d]{1,2}[、.:])(?P<led>[^,。;:()]{4,40})(?:\([^()]{1,12}\))?|"
    r"(?P<bare>[^,。;:()]{4,40})\([^()]{0,6}\d+[人名]\))"
)
"""the heading of a list: an employer with its number, or with how many are with it"""
_LONGEST_LABEL = 8
"""characters of what stands before a field"""
_PageRow = tuple[TextLine, ...]
"""lines side by side"""


@dataclass(slots=True)
class _Part:
    """The rows of one certificate of a file that may hold many."""

    rows: list[_PageRow] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def lines(self) -> tuple[TextLine, ...]:
        return tuple(line for row in self.rows for line in row)


def extract(seen: Observed, words: Words) -> tuple[Fact[Internship], ...]:
    """A fact of kind `internship` for every person whom an internship certificate names."""
    document = seen.document
    if not _may_certify(seen, words) or (document.file.kind == "sheet" and not _is_letter(document)):
        return ()
    seals = tuple(fact.value.text for fact in seen.seals)
    return tuple(fact for part in _parts(document) for fact in _of_part(part, document, words, seals))


def _is_letter(document: Document) -> bool:
    """Whether a workbook holds a certificate as on paper: a title alone in its row, and a sentence that certifies."""
    alone = [row for table in document.tables for row in _alone(table)]
    is_titled = any(len(row) <= _LONGEST_TITLE and _TITLE.search(_NUMBERED.sub("", row)) for row in alone)
    return is_titled and any(map(certifies, alone))


def _alone(table: Table) -> Iterator[str]:
    """The rows of a table of which one cell is filled: what stands over a list, and under it."""
    for row in table.rows:
        filled = [cell for cell in row if cell.strip()]
        if len(filled) == 1:
            yield squeeze(filled[0])


def certifies(text: str) -> bool:
    """Whether a sentence of a text certifies an internship."""
    return _CERTIFIES.search(text) is not None


def _may_certify(seen: Observed, words: Words) -> bool:
    """By its type; else by a title, or a sentence that certifies, where no title says that it is something else."""
    if not set(words.text.internship_papers).isdisjoint(seen.types):
        return True
    document = seen.document
    rows = [squeeze(_text(row)) for row in visual_rows(document.lines)]
    rows += ["".join(row) for table in document.tables for row in table.rows[:_HEAD_TABLE_ROWS]]
    head = [*rows[:_HEAD_ROWS], *(table.title for table in document.tables)]
    titles = "\n".join(row for row in head if len(row) <= _LONGEST_HEAD_ROW)
    if _has(titles, words.text.internship_not):
        return False
    return _has(titles, words.text.internship_titles) or certifies("".join(rows))


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _text(row: _PageRow) -> str:
    return " ".join(line.text for line in row)


# --- the certificates of a file -------------------------------------------------------------------------------------


def _parts(document: Document) -> list[_Part]:
    """The certificates of a file: a new one begins at a further title, or at a page that certifies anew."""
    parts = [_Part()]
    for row, anew in _page_rows(document):
        if anew or (_is_title(row) and any(map(_is_title, parts[-1].rows))):
            parts.append(_Part())
        parts[-1].rows.append(row)
    for table in document.tables:
        _home(parts, table).tables.append(table)
    return [part for part in parts if part.rows or part.tables]


def _page_rows(document: Document) -> Iterator[tuple[_PageRow, bool]]:
    """The rows of all pages, and whether one is the first of a page that certifies after an earlier page did."""
    certified = False
    for page in document.pages:
        rows = visual_rows(page.lines)
        certifying = certifies("".join(line.text for row in rows for line in row))
        for number, row in enumerate(rows):
            yield row, certified and certifying and number == 0
        certified = certified or certifying


def _is_title(row: _PageRow) -> bool:
    text = _NUMBERED.sub("", squeeze(_text(row))).strip('“”"《》')
    return len(text) <= _LONGEST_TITLE and _TITLE.search(text) is not None and not _NO_TITLE.search(text)


def _home(parts: Sequence[_Part], table: Table) -> _Part:
    """The certificate that a table belongs to: the one with the line over it, else the last that begins before it."""
    title = squeeze(table.title)
    under = [part for part in parts if title and any(squeeze(_text(row)) == title for row in part.rows)]
    home = next((part for part in under if not part.tables), None)
    if home and table.place.line is None:
        return home
    home = parts[0]
    for part in parts[1:]:
        first = part.rows[0][0].place
        here = (table.place.page or 0, table.place.line or 0)
        if (first.page if table.place.page else 0, (first.line or 0) if table.place.line else 0) <= here:
            home = part
    return home


# --- what a certificate says ----------------------------------------------------------------------------------------


def _of_part(part: _Part, document: Document, words: Words, seals: Sequence[str]) -> Iterator[Fact[Internship]]:
    """The people of its tables; where it has none, of its rows of names, else those whom sentences and fields name."""
    lists = [table for table in part.tables if is_list(table, words)]
    texts = [*map(_text, part.rows), *(text for table in lists for text in _alone(table))]
    certificate = read(texts, list(_form_rows(part, words)), words, seals)
    rows = [_headed(row, part, words) for row in listed(part.tables, part.lines, document, words)]
    named = () if rows else _listed_by_name(part)
    told = certificate.people
    # a line of a sentence that runs on may begin with a name, as the row of a list does
    is_part = {each.name for each in named} < {each.name for each in told}
    people = told if is_part or not named else named
    for row in rows or [PersonRow(person, *_where(person, part)) for person in people]:
        yield Fact(INTERNSHIP, _of_row(row, certificate), row.quote, row.place, row.confidence, "internships")


def _headed(row: PersonRow, part: _Part, words: Words) -> PersonRow:
    """A person of a list with the employer that the heading over the list names: 一、某某有限公司（8人）."""
    if row.employer:
        return row
    over = [line for line in part.lines if _stands_over(line.place, row.place)]
    names = (_employer_of_heading(line.text, words) for line in sorted(over, key=lambda line: _position(line.place)))
    return replace(row, employer=next(filter(None, reversed(list(names))), ""))


def _employer_of_heading(text: str, words: Words) -> str:
    match = _HEADING.fullmatch(fold(squeeze(text)))
    told = (match["led"] or match["bare"]) if match else ""
    return told if told and employer_in(told, words.employers) == told else ""


def _position(place: Place) -> tuple[int, int]:
    """Where something stands in its file: page and height, or number of its paragraph."""
    return place.page or 0, place.box[1] if place.box else place.line or 0


def _stands_over(one: Place, other: Place) -> bool:
    return (one.box is None) == (other.box is None) and _position(one) <= _position(other)


def _listed_by_name(part: _Part) -> tuple[Person, ...]:
    texts = list(map(_text, part.rows))
    return people_by_row(texts) or people_below(texts) or people_in_cells(table.rows for table in part.tables)


def _form_rows(part: _Part, words: Words) -> Iterator[str]:
    """The rows of its forms, cells joined by |: of tables that are no list, and of lines side by side."""
    for table in part.tables:
        if not is_list(table, words):
            yield from map("|".join, table.rows)
    for row in part.rows:
        text = _text(row).replace(" ", "|") if _is_form_row(row) else _text(row)
        if "|" in text:
            yield text


def _is_form_row(row: _PageRow) -> bool:
    return len(row) >= 2 and any(len(squeeze(line.text)) <= _LONGEST_LABEL for line in row)


def _of_row(row: PersonRow, certificate: Certificate) -> Internship:
    employer = certificate.employer
    if row.employer:
        employer = Employer(
            row.employer, address=row.address or (employer.address if employer.name == row.employer else "")
        )
    period = row.period or certificate.period
    return Internship(
        row.person, row.school or certificate.school, employer, period, certificate.issued, certificate.role
    )


def _where(person: Person, part: _Part) -> tuple[Place, str, float]:
    """Where a person's name stands: place, quote and confidence."""
    lines = part.lines
    place = lines[0].place if lines else part.tables[0].place
    nowhere = place, person.name, min((line.confidence for line in lines), default=1.0)
    return next(_mentions(person.name, part), nowhere)


def _mentions(name: str, part: _Part) -> Iterator[tuple[Place, str, float]]:
    """Every line and cell with a name; then the first line of every two over which it is broken."""
    lines = part.lines
    for line in lines:
        if name in squeeze(line.text):
            yield line.place, line.text.strip(), line.confidence
    for table in part.tables:
        for index, row in enumerate(table.rows):
            for column in (column for column, cell in enumerate(row) if name in plain_name(cell)):
                yield table.place_of(index, column), cells_of(row), 1.0
    for first, second in itertools.pairwise(lines):
        if name in squeeze(first.text) + squeeze(second.text):
            yield first.place, first.text.strip() + second.text.strip(), min(first.confidence, second.confidence)
