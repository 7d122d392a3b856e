"""Which class a table of people is of, and whether it is of graduates or of students still enrolled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from verifier.facts.rosters.extract import EXPLAINS
from verifier.language.comparing_text import has_word, plain
from verifier.model import TABLE_LEFT_OUT, Observed, Papers, Place, Roster, RosterRow, RuleSet, documents_of

Side = Literal["graduates", "enrolled"]
Told = Literal["rows", "title", "grade", "name", ""]
"""what told the class: dates in the rows, a title, grade and length of study, only the file's name, nothing"""

_HAN_YEAR = re.compile(r"[二][〇零○O0][一二三四五六七八九〇零○]{2}(?=年|届)")
_DIGITS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
_CLASS = re.compile(
    r"((?:19|20)\d\d|(?<![\d第])\d\d)届"
    r"|((?:19|20)\d\d)(?:年度?)?(?:本校|全校|我校)?(?:应届|普通|高校|高等学校|本专科|本科|专科|高职|全日制|夏季|秋季)*毕业(?:生|年度|班)"
    r"|(?:19|20)\d\d[-—–~至](20\d\d)学年"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?!级|年\d|年?[-./—–~至]\d)")
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)")
_SHORT_GRADE = re.compile(r"(?<!\d)(\d\d)级")
_GRADE = re.compile(r"(?<!\d)((?:19|20)?\d\d)级")
_SHORTEST_STUDY = 2
"""years, from a college to a bachelor's degree"""
_LENGTH = re.compile(r"([1-8一二三四五六七八两])")
_LENGTHS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_USUAL = {"undergraduate": 4, "college": 3, "postgraduate": 3}
"""years of study"""
_OF_TABLES = "sheet-name", "sheet-title", "table-title"
"""labels of titles that are a table's"""
_OF_GRADUATES = ("certificate_number", "degree_certificate", "completion", "employer")
_GRADES_ENROLLED = 3
"""graduates of one year are of two grades, at the usual lengths of study"""
_SHARE = 0.05
"""years of fewer rows than this are slips"""


def class_years(text: str) -> tuple[int, ...]:
    """The graduating classes that a text names: 2024届, 24届, 2024年应届毕业生, 2023—2024学年."""
    squeezed = _HAN_YEAR.sub(lambda found: found[0].translate(_DIGITS), plain(text))
    found = []
    for match in _CLASS.finditer(squeezed):
        found.append(_of_century(int(next(group for group in match.groups() if group))))
    return tuple(dict.fromkeys(found))


def titles_of(seen: Observed, roster: Roster) -> str:
    """All that stands over a roster: its own titles, and the paper's where they are not those of other tables."""
    only = len(seen.rosters) == 1
    explaining = {_sheet(fact.place) for fact in seen.of(TABLE_LEFT_OUT) if fact.label == EXPLAINS} - {""}
    outer = [
        fact.value
        for fact in seen.titles
        if (only and _sheet(fact.place) not in explaining) or fact.label not in _OF_TABLES
    ]
    return plain(" ".join(dict.fromkeys([roster.title, *outer])))


def _sheet(place: Place) -> str:
    return place.cell.split("!")[0] if place.cell else ""


def row_year(row: RosterRow) -> int | None:
    """The year in which the row says that its person graduates."""
    return _final(row) or _expected(row)


def class_of(
    seen: Observed, roster: Roster, rows: tuple[RosterRow, ...], papers: Papers, rules: RuleSet
) -> tuple[int | None, Told]:
    """The class of a roster of graduates, and what told it."""
    return next((each for each in _classes(seen, roster, rows, papers, rules) if each[0]), (None, ""))


def _classes(
    seen: Observed, roster: Roster, rows: tuple[RosterRow, ...], papers: Papers, rules: RuleSet
) -> Iterator[tuple[int | None, Told]]:
    """What may tell the class, the surest first."""
    yield _most(_counted(rows, row_year)), "rows"
    if class_years(roster.title):  # of two rosters in one paper each says its class, and the paper's title both
        yield _of_title(roster.title, papers, rules), "title"
    yield _of_title(titles_of(seen, roster), papers, rules), "title"
    implied = _counted(rows, _implied)
    if implied.total() * 2 > len(rows):
        yield _most(implied), "grade"
    for part in reversed(seen.path.split("/")):
        yield _of_title(plain(part), papers, rules), "name"


def _of_title(title: str, papers: Papers, rules: RuleSet) -> int | None:
    named = class_years(title)
    if named:
        return papers.year if papers.year in named else named[0]
    if papers.year and has_word(title, rules.words.people.last_year):
        return papers.year - 1
    if papers.year and has_word(title, rules.words.people.this_year):
        return papers.year
    years = set(_YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 else None


def enrolled_in(title: str, rows: Iterable[RosterRow]) -> int | None:
    """The year in which the people of a roster were enrolled: the last that its title or the grade of a row names.

    None where the title names none.
    """
    named = [int(year) for year in _YEAR.findall(title)]
    return max([*named, *filter(None, map(_grade, rows))]) if named else None


# --- graduates or enrolled ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of people as the clues to its side see it."""

    roster: Roster
    rows: tuple[RosterRow, ...]
    year: int | None
    """the assessed one"""
    by_title: Side | None
    """what the title says"""
    finals: frozenset[int]
    """in which graduates left, by the rows"""
    expected: frozenset[int]
    """in which students will leave, by the rows"""

    def years(self, year_of: Callable[[RosterRow], int | None]) -> frozenset[int]:
        """The years that the rows bear by another question."""
        return _without_slips(self.rows, year_of)

    def by_last(self, years: frozenset[int]) -> Side | None:
        """Enrolled are those of whom some graduate after the assessed year; None where there are no years."""
        if not years:
            return None
        return "enrolled" if self.year and max(years) > self.year else "graduates"


def side_of(seen: Observed, roster: Roster, rows: tuple[RosterRow, ...], papers: Papers, rules: RuleSet) -> Side:
    """Graduates or enrolled: several classes to come say enrolled; then the title; then the columns; then the name."""
    enrolled = roster.has("grade") or roster.has("enrolled_on")
    found = (side for side in _sides(seen, roster, rows, papers, rules) if side)
    return next(found, "enrolled" if enrolled else "graduates")


def _sides(
    seen: Observed, roster: Roster, rows: tuple[RosterRow, ...], papers: Papers, rules: RuleSet
) -> Iterator[Side | None]:
    """What may tell the side, the surest first."""
    finals, expected = _without_slips(rows, _final), _without_slips(rows, _expected)
    table = _Table(roster, rows, papers.year, _by_words(titles_of(seen, roster), rules), finals, expected)
    yield _by_classes_to_come(table)
    yield _by_destination(table)
    yield _by_class_of_the_year(table)
    yield table.by_title
    yield "enrolled" if names_grade_to_come(titles_of(seen, roster), papers.year) else None
    yield _by_state(table)
    yield table.by_last(table.expected)
    yield _by_end(table)
    yield table.by_last(table.years(_implied))
    yield _by_grades(table)
    yield _by_usual_length(table)
    yield _by_words(plain(seen.path), rules)
    yield _by_hint(seen, papers, rules)


def _by_words(text: str, rules: RuleSet) -> Side | None:
    enrolled = has_word(text, rules.words.people.enrolled_titles)
    graduates = has_word(text, rules.words.people.graduate_titles)
    if enrolled == graduates:
        return None
    return "enrolled" if enrolled else "graduates"


def names_grade_to_come(title: str, year: int | None) -> bool:
    """Whether a title names grades alone that can't have graduated by the end of a year: those of the year before."""
    grades = [_of_century(int(grade)) for grade in _GRADE.findall(title)]
    return year is not None and bool(grades) and min(grades) > year - _SHORTEST_STUDY


def _of_century(year: int) -> int:
    return year if year > 100 else 2000 + year


def _by_classes_to_come(table: _Table) -> Side | None:
    """Several classes after the assessed year; or one beside others, unless the title speaks of graduates."""
    years = table.finals | table.expected
    to_come = sum(year > table.year for year in years) if table.year else 0
    several = to_come > 1 or (to_come == 1 and len(years) > 1 and table.by_title != "graduates")
    return "enrolled" if several else None


def _by_destination(table: _Table) -> Side | None:
    return "graduates" if table.roster.has("destination") or table.roster.has("destination_code") else None


def _by_class_of_the_year(table: _Table) -> Side | None:
    """A list called one of students, all of whom graduated in the assessed year."""
    if table.by_title != "enrolled" or table.roster.has("enrolment_state"):
        return None
    return "graduates" if table.finals == {table.year} else None


def _by_state(table: _Table) -> Side | None:
    return "enrolled" if table.roster.has("enrolment_state") or len(table.expected) > 1 else None


def _by_end(table: _Table) -> Side | None:
    """What only those have who are done: a day of graduation, a certificate, an employer."""
    return "graduates" if table.finals or any(map(table.roster.has, _OF_GRADUATES)) else None


def _by_grades(table: _Table) -> Side | None:
    """Three grades side by side, or one that came a year ago or later, are still enrolled."""
    grades = table.years(_grade)
    if len(grades) >= _GRADES_ENROLLED:
        return "enrolled"
    return "enrolled" if grades and table.year and max(grades) >= table.year - 1 else None


def _by_usual_length(table: _Table) -> Side | None:
    usual = table.years(_usual)
    return "graduates" if table.year and usual and max(usual) <= table.year else None


def _by_hint(seen: Observed, papers: Papers, rules: RuleSet) -> Side | None:
    """What the cells say that the file is filed for."""
    filed = papers.hints.get(seen.path, ())
    sides = {side for cell in rules.indicators if cell.id in filed for side in wanted_sides(documents_of(cell.takes))}
    return sides.pop() if len(sides) == 1 else None


def wanted_sides(documents: Iterable[str]) -> Iterator[Side]:
    """The side of the rosters that a cell asks for, by its document types."""
    kinds = tuple(documents)
    if "enrolled-roster" in kinds:
        yield "enrolled"
    if any(kind.endswith("-roster") and kind != "enrolled-roster" for kind in kinds):
        yield "graduates"


# --- years of rows --------------------------------------------------------------------------------------------------


def _counted(rows: Iterable[RosterRow], year_of: Callable[[RosterRow], int | None]) -> Counter[int]:
    """How many rows bear each year."""
    return Counter(year for row in rows if (year := year_of(row)))


def _without_slips(rows: tuple[RosterRow, ...], year_of: Callable[[RosterRow], int | None]) -> frozenset[int]:
    """The years that more than a few of the rows bear."""
    found = _counted(rows, year_of)
    return frozenset(year for year, number in found.items() if number > _SHARE * len(rows))


def _most(years: Counter[int]) -> int | None:
    """The year that most rows bear, the latest of those; None without a year."""
    return max(years, key=lambda year: (years[year], year), default=None)


def _final(row: RosterRow) -> int | None:
    return _year_in(row.values.get("graduated_on", ""))


def _expected(row: RosterRow) -> int | None:
    return _year_in(row.values.get("expected_graduation", ""))


def _year_in(text: str) -> int | None:
    found = _ANY_YEAR.search(text)
    if found:
        return int(found[1])
    named = class_years(text) if text else ()
    return named[0] if named else None


def _grade(row: RosterRow) -> int | None:
    text = row.values.get("grade") or row.values.get("enrolled_on", "")
    found = _ANY_YEAR.search(text)
    if found:
        return int(found[1])
    short = _SHORT_GRADE.search(text)
    return 2000 + int(short[1]) if short else None


def _usual(row: RosterRow) -> int | None:
    """The class when the course is of the usual length of its level: a hint that tells no class by itself."""
    grade = _grade(row)
    return grade + _USUAL.get(row.person.level, 4) if grade else None


def _implied(row: RosterRow) -> int | None:
    """Grade and length of study tell the class."""
    grade = _grade(row)
    found = _LENGTH.search(row.values.get("study_length", ""))
    if not grade or not found:
        return None
    return grade + (_LENGTHS.get(found[1]) or int(found[1]))
