"""Internship facts: one person of one certificate, single, as a form, or with a list of names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.facts.certificates.sentence import Certificate, open_ended, read
from verifier.facts.layout import field_columns, page_grids, squeeze, visual_rows
from verifier.language.dates import find_dates
from verifier.language.identity_numbers import check_id, plain_name
from verifier.language.names import is_name, may_be_name
from verifier.model import (
    INTERNSHIP,
    DateSpan,
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
_NEW = re.compile(r"(?:证明|鉴定表|鉴定|鉴定书|证书|评价表|考核表)(?:书|表)?$")
_HEAD_ROWS = 8
_FIELDS = (
    "name",
    "resident_id",
    "student_number",
    "candidate_number",
    "major",
    "employer",
    "employer_place",
    "employer_address",
    "period",
    "period_from",
    "period_to",
    "school",
    "post",
)
_PERSON_FIELDS = frozenset(_FIELDS) - {"name", "employer", "employer_place", "employer_address", "school"}
_ID_TEXT = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{3,10}[*＊]{4,14}\d{0,4}[Xx]?)(?!\d)")

_NUMBER_TEXT = re.compile(r"(?!1[3-9]\d{9}$)[A-Za-z]{0,3}\d{6,14}")


@dataclass(slots=True)
class _Part:
    """The lines of one certificate of a file that may hold many."""

    rows: list[tuple[TextLine, ...]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [" ".join(line.text for line in row) for row in self.rows]

    @property
    def lines(self) -> tuple[TextLine, ...]:
        return tuple(line for row in self.rows for line in row)


@dataclass(frozen=True, slots=True)
class _Row:
    """A person of a list, with what the row itself says of school, employer and period."""

    person: Person
    place: Place
    quote: str
    confidence: float = 1.0
    period: DateSpan | None = None
    employer: str = ""
    address: str = ""
    school: str = ""


def extract(seen: Observed, words: Words) -> tuple[Fact[Internship], ...]:
    """A fact of kind `internship` for every person whom an internship certificate names."""
    document = seen.document
    if document.file.kind == "sheet" or not _may_certify(seen, words):
        return ()
    seals = tuple(fact.value.text for fact in seen.seals)
    facts: list[Fact[Internship]] = []
    for part in _parts(document):
        facts.extend(_of_part(part, document, words, seals))
    return tuple(facts)


def _may_certify(seen: Observed, words: Words) -> bool:
    if any("intern" in kind for kind in seen.types):
        return True
    document = seen.document
    rows = [squeeze(" ".join(line.text for line in row)) for row in visual_rows(document.lines)]
    rows += ["".join(row) for table in document.tables for row in table.rows[:4]]
    head = [*rows[:_HEAD_ROWS], *(table.title for table in document.tables)]
    short = [row for row in head if len(row) <= 40]
    if any(word in row for row in short for word in words.text.internship_not):
        return False
    if any(word in row for row in short for word in words.text.internship_titles):
        return True
    return _CERTIFIES.search("".join(rows)) is not None


def _parts(document: Document) -> list[_Part]:
    """The certificates of a file: a new one begins at a title, or at a page that certifies anew."""
    parts = [_Part()]
    titled = certified = False
    for page in document.pages:
        rows = visual_rows(page.lines)
        certifies = _CERTIFIES.search("".join(line.text for row in rows for line in row)) is not None
        fresh = certified and certifies
        for number, row in enumerate(rows):
            text = squeeze(" ".join(line.text for line in row)).strip('“”"《》')
            title = len(text) <= 30 and _NEW.search(text) is not None and not re.search(r"[,，。;；:：]|特此|附", text)
            if (title and titled) or (fresh and number == 0):
                parts.append(_Part())
                titled = False
            fresh = False
            titled = titled or title
            parts[-1].rows.append(row)
        certified = certified or certifies
    for table in document.tables:
        _home(parts, table).tables.append(table)
    return [part for part in parts if part.rows or part.tables]


def _home(parts: Sequence[_Part], table: Table) -> _Part:
    """The certificate that a table belongs to: the last one that begins before it."""
    home = parts[0]
    for part in parts[1:]:
        first = part.rows[0][0].place
        here = (table.place.page or 0, table.place.line or 0)
        if (first.page if table.place.page else 0, first.line if table.place.line else 0) <= here:
            home = part
    return home


def _of_part(part: _Part, document: Document, words: Words, seals: Sequence[str]) -> Iterator[Fact[Internship]]:
    rows = list(_listed(part, document, words))
    forms = ["|".join(cell for cell in row) for table in part.tables if not _header(table, words) for row in table.rows]
    texts = part.texts
    letter = [text.replace(" ", "|") if _is_form_row(row) else text for text, row in zip(texts, part.rows, strict=True)]
    certificate = read(texts, [*forms, *(text for text in letter if "|" in text)], words, seals)
    lines = part.lines
    if rows:
        for row in rows:
            internship = _of_row(row, certificate)
            yield Fact(INTERNSHIP, internship, row.quote, row.place, row.confidence, "internships")
        return
    for person in certificate.people:
        period = open_ended(certificate.period, certificate.issued)
        internship = Internship(
            person, certificate.school, certificate.employer, period, certificate.issued, certificate.role
        )
        place, quote, confidence = _where(person, lines, part.tables)
        yield Fact(INTERNSHIP, internship, quote, place, confidence, "internships")


def _is_form_row(row: tuple[TextLine, ...]) -> bool:
    return len(row) >= 2 and any(len(squeeze(line.text)) <= 8 for line in row)


def _of_row(row: _Row, certificate: Certificate) -> Internship:
    employer = certificate.employer
    if row.employer:
        employer = Employer(
            row.employer, address=row.address or (employer.address if employer.name == row.employer else "")
        )
    period = open_ended(row.period or certificate.period, certificate.issued)
    return Internship(
        row.person, row.school or certificate.school, employer, period, certificate.issued, certificate.role
    )


def _where(person: Person, lines: Sequence[TextLine], tables: Sequence[Table]) -> tuple[Place, str, float]:
    """Where a person's name stands; a name broken over two lines stands at the first."""
    for line in lines:
        if person.name in squeeze(line.text):
            return line.place, line.text.strip(), line.confidence
    for table in tables:
        for index, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                if person.name in plain_name(cell):
                    return table.place_of(index, column), " ".join(filter(None, map(str.strip, row))), 1.0
    for first, second in itertools.pairwise(lines):
        if person.name in squeeze(first.text) + squeeze(second.text):
            return first.place, first.text.strip() + second.text.strip(), min(first.confidence, second.confidence)
    place = lines[0].place if lines else tables[0].place
    return place, person.name, min((line.confidence for line in lines), default=1.0)


def _header(table: Table, words: Words) -> tuple[int, dict[str, int]] | None:
    """Row and columns of the header of a list of people; None for a form."""
    for index, row in enumerate(table.rows[:8]):
        columns = field_columns(row, words, _FIELDS)
        if any(is_name(plain_name(cell)) or cell.strip().isdigit() for cell in row):
            continue  # the row of a form: 姓名 | 张三 | 学号 | 2021001
        if "name" in columns and _PERSON_FIELDS & columns.keys() and _names_below(table, index, columns["name"]):
            return index, columns
    return None


def _names_below(table: Table, head: int, column: int) -> bool:
    below = [row[column] for row in table.rows[head + 1 : head + 6] if column < len(row) and row[column].strip()]
    return any(may_be_name(plain_name(cell)) for cell in below)


def _listed(part: _Part, document: Document, words: Words) -> Iterator[_Row]:
    """The people of the lists: of tables, else of rows that only boxes on the page show."""
    found = False
    last: dict[str, int] | None = None
    for table in part.tables:
        head = _header(table, words)
        if head is None and last and table.rows and len(table.rows[0]) > max(last.values()):
            head = (-1, last)  # a list that goes on on the next page, without its header
        if head is None:
            continue
        last = head[1]
        for index, row in enumerate(table.rows[head[0] + 1 :], head[0] + 1):
            cells = {name: row[column] for name, column in head[1].items() if column < len(row)}
            quote = " ".join(filter(None, map(str.strip, row)))
            if one := _row(cells, table.place_of(index, head[1]["name"]), quote, 1.0):
                found = True
                yield one
    if not found:
        yield from _of_grids(part, document, words)


def _of_grids(part: _Part, document: Document, words: Words) -> Iterator[_Row]:
    own = set(part.lines)
    last: _Row | None = None
    for grid in page_grids(document, "姓名"):
        columns = field_columns([line.text for line in grid[0].lines], words, _FIELDS)
        if "name" not in columns or not _PERSON_FIELDS & columns.keys():
            continue
        for row in grid[1:]:
            if row.lines[0] not in own:
                continue
            values = {name: line.text for name, column in columns.items() if (line := row.cells[column])}
            anchor = row.cells[columns["name"]] or row.lines[0]
            texts = [line.text.strip() for line in row.lines]
            confidence = min(line.confidence for line in row.lines)
            one = _row(_sorted_out(values, texts), anchor.place, " ".join(texts), confidence)
            if one and not (last and one.person == last.person and _same_height(one.place, last.place)):
                last = one
                yield one


def _same_height(a: Place, b: Place) -> bool:
    """Whether two rows are two readings of one."""
    return a.page == b.page and a.box is not None and b.box is not None and a.box[1] < b.box[3] and b.box[1] < a.box[3]


def _sorted_out(values: dict[str, str], texts: Sequence[str]) -> dict[str, str]:
    """The values of a row read from a picture; what was glued together or lost its header is told by its shape."""
    name = re.sub(r"^[\d\s.、|]+|[\s|]*[男女]?[\s|\d]*$", "", values.get("name", ""))
    if len(name) < 2:
        glued = re.match(r"\d{1,3}[\s.、]*([\u4e00-\u9fff·]{2,10})(?=\s|$)", texts[0])
        name = glued[1] if glued else values.get("name", "")
    sorted_out = {**values, "name": name}
    for text in texts:
        plain = re.sub(r"(?<=\d)\s(?=[\dXx])", "", text)
        if match := _ID_TEXT.search(plain):
            sorted_out["resident_id"] = match[0]
        elif _NUMBER_TEXT.fullmatch(plain) and not values.keys() & {"student_number", "candidate_number"}:
            sorted_out["student_number"] = plain
    return sorted_out


def _row(cells: dict[str, str], place: Place, quote: str, confidence: float) -> _Row | None:
    name = plain_name(cells.get("name", ""))
    if not may_be_name(name):
        return None
    resident_id, state = check_id(cells.get("resident_id", ""))
    number = re.sub(r"[\s'’.]", "", cells.get("student_number", ""))
    candidate = re.sub(r"[\s'’.]", "", cells.get("candidate_number", ""))
    major = squeeze(cells.get("major", ""))
    if not (resident_id or number or candidate or major or cells.get("period") or cells.get("post")):
        return None
    person = Person(name, resident_id, state, number, candidate, major)
    return _Row(
        person,
        place,
        quote,
        confidence,
        _row_period(cells),
        squeeze(cells.get("employer", "")),
        squeeze(cells.get("employer_address") or cells.get("employer_place", "")),
        squeeze(cells.get("school", "")),
    )


def _row_period(cells: dict[str, str]) -> DateSpan | None:
    spans = [one.span for one in find_dates(re.sub(r"\s+", "", cells.get("period", ""))) if one.span.start]
    if spans:
        first, last = spans[0], spans[-1]
        return replace(first, end=last.end) if first.start and last.end and last.end >= first.start else first
    begin = [one.span for one in find_dates(cells.get("period_from", "")) if one.span.start]
    end = [one.span for one in find_dates(cells.get("period_to", "")) if one.span.end]
    if begin and end:
        return DateSpan(begin[0].start, end[-1].end, end[-1].precision)
    return None
