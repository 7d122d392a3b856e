"""Employment agreements: who agreed with whom and when, and whether the paper says that it holds no more."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from verifier.facts.certificates.sentence import read
from verifier.facts.certificates.spelling import wide_brackets
from verifier.facts.layout import squeeze, visual_rows
from verifier.language.dates import find_dates
from verifier.language.header_words import HeaderWords
from verifier.language.identity_numbers import check_id, plain_name
from verifier.language.names import employer_in, may_be_name
from verifier.language.numerals import fold
from verifier.model import AGREEMENT, Agreement, DateSpan, Document, Employer, Fact, Observed, Person, Place, Words

_KEYS = ("resident_id", "student_number", "candidate_number", "credit_code")
_FIELD_BREAK = re.compile(r"(?:\s{2,}|[\s,;。、|]+(?=(?:[\u4e00-\u9fff]\s?){2,12}(?:\([^()]*\))?\s*:))")
_LABELLED = re.compile(r"([^:]{2,24}?)\s*:\s*(.*)")
_NAME = re.compile(r"[\u4e00-\u9fff·•]{2,}")
_BIRTH = re.compile(r"出生[^,。|]{0,6}$")
_LONGEST_TITLE = 30
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    """folded and squeezed"""
    place: Place
    confidence: float


_Row = tuple[_Cell, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one agreement of a file, which may hold many, says."""

    rows: Sequence[_Row]
    values: Mapping[str, Sequence[_Cell]]
    """field → its values, in the order in which they stand; `party` of the labels 甲方 and 乙方"""

    def cells(self, *fields: str) -> Iterator[_Cell]:
        """The values of the fields, those of the first field first."""
        return (cell for name in fields for cell in self.values.get(name, ()))

    def first(self, name: str) -> str:
        """The first value of a field; '' for none."""
        return next((cell.text for cell in self.cells(name)), "")

    def holding(self, text: str) -> _Cell:
        """The first cell in which a text stands; the first of all where it stands in none."""
        return next((cell for row in self.rows for cell in row if text in cell.text), self.rows[0][0])

    def quote(self, cell: _Cell) -> str:
        """The row of a cell; of a value cut out of one that value."""
        return next((_text(row) for row in self.rows if cell in row), cell.text)


def extract(seen: Observed, words: Words) -> tuple[Fact[Agreement], ...]:
    """A fact of kind `agreement` for every employment agreement, and for every paper that dissolves one."""
    document = seen.document
    if (document.file.kind == "sheet" and seen.rosters) or not _is_agreement(seen, words):
        return ()
    labels = HeaderWords.of(words)
    facts: list[Fact[Agreement]] = []
    rows = [row for row in _rows(document, words) if _text(row)]
    for part in _parts(rows, words):
        fact = _of_part(_Part(part, _values(part, labels, words)), words)
        if facts and not fact.value.person.name:
            continue  # a further page, or its heading repeated
        facts.append(fact)
    return tuple(facts)


def _is_agreement(seen: Observed, words: Words) -> bool:
    """By a title; or by the name of an agreement in a text between two parties."""
    names = words.people.agreement_titles
    titles = [squeeze(fact.value) for fact in seen.titles[:2]]
    first = next((title for title in titles if _has(title, (*names, *words.people.agreement_end_titles))), None)
    if first is not None and not _has(first, words.people.not_agreements):
        return True
    text = seen.document.text
    return all(party in text for party in words.people.agreement_parties) and _has(squeeze(text), names)


def _has(text: str, names: Iterable[str]) -> bool:
    return any(name in text for name in names)


# --- rows, cells and parts ------------------------------------------------------------------------------------------


def _rows(document: Document, words: Words) -> Iterator[_Row]:
    """Every row of lines, then of tables, as cells; a line that holds several fields is several cells."""
    run_on = _run_on(words)
    for line_row in visual_rows(document.lines):
        yield tuple(
            _Cell(squeeze(text), line.place, line.confidence)
            for line in line_row
            for text in run_on.sub(r"\1|\2", _parted(line.text)).split("|")
            if text.strip()
        )
    for table in document.tables:
        for index, table_row in enumerate(table.rows):
            yield tuple(
                _Cell(squeeze(text), table.place_of(index, column), 1.0)
                for column, cell in enumerate(table_row)
                for text in _parted(cell).split("|")
            )


def _parted(text: str) -> str:
    """A text with | where a field ends and the next begins."""
    return _FIELD_BREAK.sub("|", fold(text).replace("_", " "))


def _run_on(words: Words) -> re.Pattern[str]:
    """Where the label of a key follows a value without a gap: 乙方：张三身份证号：…"""
    keys = "|".join(map(re.escape, sorted(_headers_of(_KEYS, words), key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"(?<=:)([^:|]*?[^:|])((?:{keys})(?:\([^()]*\))?\s*:)")


def _headers_of(fields: Iterable[str], words: Words) -> Iterator[str]:
    return (header for name in fields for header in words.columns.get(name, ()) if not header.isascii())


def _parts(rows: Sequence[_Row], words: Words) -> Iterator[list[_Row]]:
    """The agreements of a file: a new one begins at a title."""
    part: list[_Row] = []
    for row in rows:
        if part and _is_title(_text(row), words):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _is_title(text: str, words: Words) -> bool:
    names = (*words.people.agreement_titles, *words.people.agreement_end_titles)
    return len(text) <= _LONGEST_TITLE and _has(text, names) and not re.search(r"[,。;:]|\d{4}", text)


# --- what a part says -----------------------------------------------------------------------------------------------


def _values(rows: Iterable[_Row], labels: HeaderWords, words: Words) -> dict[str, list[_Cell]]:
    parties = words.people.agreement_parties
    found: dict[str, list[_Cell]] = {}
    for row in rows:
        for at, cell in enumerate(row):
            label, value = _label_of(cell.text, labels)
            if not label:
                continue
            name = "party" if label.startswith(tuple(parties)) else labels.exactly(label) or ""
            said = _Cell(value, cell.place, cell.confidence) if value else _next_value(row[at + 1 :], labels)
            if said is not None:
                found.setdefault(name, []).append(said)
    return found


def _label_of(text: str, labels: HeaderWords) -> tuple[str, str]:
    """Label and value of a cell; a label alone has no value, any other text no label."""
    found = _LABELLED.fullmatch(text)
    if found and labels.exactly(found[1]):
        return found[1], found[2]
    return (text, "") if len(text) <= 20 and labels.exactly(text) else ("", "")


def _next_value(cells: Sequence[_Cell], labels: HeaderWords) -> _Cell | None:
    following = next((cell for cell in cells if cell.text), None)
    return following if following is not None and not _label_of(following.text, labels)[0] else None


def _of_part(part: _Part, words: Words) -> Fact[Agreement]:
    named = next((cell for cell in part.cells("name", "party") if _name_in(cell.text)), None)
    person = _person(part, _name_in(named.text)) if named else Person()
    employer = _employer(part, words)
    if not person.name or not employer.name:
        person, employer = _of_sentences(part, person, employer, words)
    where = named or part.holding(person.name)
    ended = _ended(part, words)
    agreement = Agreement(person, employer, _day(part, ended), ended)
    return Fact(AGREEMENT, agreement, part.quote(where), where.place, where.confidence, "agreements")


def _name_in(text: str) -> str:
    """The person's name with which a value begins; '' for the name of an employer, and for anything else."""
    run = _NAME.match(text)
    name = plain_name(run[0]) if run else ""
    return name if may_be_name(name) else ""


def _employer(part: _Part, words: Words) -> Employer:
    values = [cell.text for cell in part.cells("employer", "party")]
    name = next((found for text in values if (found := employer_in(text, words.employers))), "")
    if not name:
        name = next((text for text in values if len(text) >= 5 and not _name_in(text) and not find_dates(text)), "")
    return Employer(
        wide_brackets(name), part.first("credit_code"), part.first("employer_address"), part.first("employer_place")
    )


def _person(part: _Part, name: str) -> Person:
    resident_id, state = check_id(part.first("resident_id"))
    number, candidate = (re.sub(r"[^0-9A-Za-z]", "", part.first(key)) for key in ("student_number", "candidate_number"))
    return Person(name, resident_id, state, number, candidate, part.first("major"))


def _of_sentences(part: _Part, person: Person, employer: Employer, words: Words) -> tuple[Person, Employer]:
    """Person and employer as sentences name them, where no label does: 我单位与毕业生张三签订的就业协议已解除."""
    said = read([_text(row) for row in part.rows], [], words)
    if not person.name and said.people:
        person = said.people[0]
    return person, employer if employer.name else said.employer


def _day(part: _Part, ended: str) -> DateSpan | None:
    """The day of signing, where a label says it; else the last day on the paper, which tells when it was dissolved."""
    signed = [one.span for cell in part.cells("signed_on") for one in find_dates(cell.text) if one.span.start]
    if signed and not ended:
        return signed[-1]
    return max(_days(part.rows), key=lambda day: str(day.start), default=None)


def _days(rows: Iterable[_Row]) -> Iterator[DateSpan]:
    """The days of a year that is said, and of nobody's birth."""
    for text in map(_text, rows):
        for one in find_dates(text):
            if one.span.start and one.span.precision == "day" and not _BIRTH.search(text[: one.start]):
                yield one.span


def _ended(part: _Part, words: Words) -> str:
    """The words that say that the agreement holds no more: a field's, a title's or stamp's, else a sentence's."""
    fields = (f"解除日期：{cell.text}" for cell in part.cells("dissolved_on") if find_dates(cell.text))
    rows = (_text(row) for row in part.rows if _is_end(row, words))
    return next(itertools.chain(fields, rows, _ending_sentences(part, words)), "")


def _is_end(row: _Row, words: Words) -> bool:
    """Whether a row is the title of a paper that dissolves an agreement, or has a stamp or a remark that does."""
    text = _text(row)
    stamped = any(cell.text.strip("!()[]【】") in words.people.agreement_ended_alone for cell in row)
    return stamped or (_is_title(text, words) and _has(text, words.people.agreement_end_titles))


def _ending_sentences(part: _Part, words: Words) -> Iterator[str]:
    """What sentences say of the end. What a clause says of some later case is none."""
    ends = _ending(words.people.agreement_ended_after, words.people.agreement_ended_by)
    for sentence in re.split(r"[。;!]", "".join(map(_text, part.rows))):
        for word in words.people.not_dissolved:
            sentence = sentence.replace(word, "")
        if found := ends.search(sentence):
            said = sentence[: found.end()].rpartition(":")[2]
            if not _has(said, words.people.clause_words):
                yield said[-_LONGEST_QUOTE:]


def _ending(before: Sequence[str], verbs: Sequence[str]) -> re.Pattern[str]:
    """已解除, 已于2024年8月1日经双方协商解除: one of the verbs not far after one of the words that say it is done."""
    return re.compile(rf"(?:{'|'.join(before)})[^。;:]{{0,24}}?(?:{'|'.join(verbs)})")


def _text(row: _Row) -> str:
    return "".join(cell.text for cell in row)
