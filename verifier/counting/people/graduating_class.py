"""Which class a table of people is of, and whether it is of graduates or of students still enrolled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from verifier.language.comparing_text import plain
from verifier.model import Observed, Papers, Roster, RosterRow, RuleSet, documents_of

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
_LENGTH = re.compile(r"([1-8一二三四五六七八两])")
_LENGTHS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_USUAL = {"undergraduate": 4, "college": 3, "postgraduate": 3}
"""years of study"""
_SHARE = 0.05
"""years of fewer rows than this are slips"""


def class_years(text: str) -> tuple[int, ...]:
    """The graduating classes that a text names: 2024届, 24届, 2024年应届毕业生, 2023—2024学年."""
    squeezed = _HAN_YEAR.sub(lambda found: found[0].translate(_DIGITS), plain(text))
    found = []
    for match in _CLASS.finditer(squeezed):
        year = int(next(group for group in match.groups() if group))
        found.append(year if year > 100 else 2000 + year)
    return tuple(dict.fromkeys(found))


def titles_of(seen: Observed, roster: Roster) -> str:
    """All that stands over a roster: its own titles, and the paper's where they are not those of other tables."""
    only = len(seen.rosters) == 1
    outer = [
        fact.value for fact in seen.titles if only or fact.label not in ("sheet-name", "sheet-title", "table-title")
    ]
    return plain(" ".join(dict.fromkeys([roster.title, *outer])))


def row_year(row: RosterRow) -> int | None:
    """The year in which the row says that its person graduates."""
    return _year_in(row.values.get("graduated_on", "")) or _year_in(row.values.get("expected_graduation", ""))


def class_of(
    seen: Observed, roster: Roster, rows: tuple[RosterRow, ...], papers: Papers, rules: RuleSet
) -> tuple[int | None, Told]:
    """The class of a roster of graduates, and what told it."""
    years = Counter(year for row in rows if (year := row_year(row)))
    if years:
        return _most(years), "rows"
    year = _of_title(titles_of(seen, roster), papers, rules)
    if year:
        return year, "title"
    implied = Counter(year for row in rows if (year := _implied(row)))
    if implied and sum(implied.values()) * 2 > len(rows):
        return _most(implied), "grade"
    for part in reversed(seen.path.split("/")):
        if year := _of_title(plain(part), papers, rules):
            return year, "name"
    return None, ""


def _of_title(title: str, papers: Papers, rules: RuleSet) -> int | None:
    named = class_years(title)
    if named:
        return papers.year if papers.year in named else named[0]
    if papers.year:
        for word, year in ((w, papers.year - 1) for w in rules.words.people.last_year):
            if word in title:
                return year
        if any(word in title for word in rules.words.people.this_year):
            return papers.year
    years = set(_YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 else None


def side_of(seen: Observed, roster: Roster, rows: tuple[RosterRow, ...], papers: Papers, rules: RuleSet) -> Side:
    """Graduates or enrolled: several classes to come say enrolled; then the title; then the columns; then the name."""
    title = titles_of(seen, roster)
    by_title = _by_words(title, rules.words.people.enrolled_titles, rules.words.people.graduate_titles)
    finals, expected = _big_years(rows, "graduated_on"), _big_years(rows, "expected_graduation")
    to_come = [year for year in finals | expected if papers.year and year > papers.year]
    if len(to_come) > 1 or (to_come and len(finals | expected) > 1 and by_title != "graduates"):
        return "enrolled"
    if roster.has("destination") or roster.has("destination_code"):
        return "graduates"
    if by_title == "enrolled" and finals == {papers.year} and not roster.has("enrolment_state"):
        return "graduates"
    if by_title:
        return by_title
    return (
        _by_columns(roster, rows, finals, expected, papers)
        or _by_words(plain(seen.path), rules.words.people.enrolled_titles, rules.words.people.graduate_titles)
        or _by_hint(seen, papers, rules)
        or ("enrolled" if roster.has("grade") or roster.has("enrolled_on") else "graduates")
    )


def _by_words(text: str, enrolled: Iterable[str], graduates: Iterable[str]) -> Side | None:
    says_enrolled, says_graduates = (any(word in text for word in words) for words in (enrolled, graduates))
    if says_enrolled == says_graduates:
        return None
    return "enrolled" if says_enrolled else "graduates"


def _by_columns(
    roster: Roster, rows: tuple[RosterRow, ...], finals: set[int], expected: set[int], papers: Papers
) -> Side | None:
    if roster.has("enrolment_state") or len(expected) > 1:
        return "enrolled"
    if expected:
        return "enrolled" if papers.year and max(expected) > papers.year else "graduates"
    if finals or any(map(roster.has, ("certificate_number", "degree_certificate", "completion", "employer"))):
        return "graduates"
    implied = _big(Counter(year for row in rows if (year := _implied(row))), len(rows))
    if implied:
        return "enrolled" if papers.year and max(implied) > papers.year else "graduates"
    grades = _big(Counter(year for row in rows if (year := _grade(row))), len(rows))
    if len(grades) > 2 or (grades and papers.year and max(grades) >= papers.year - 1):
        return "enrolled"
    usual = _big(Counter(year for row in rows if (year := _usual(row))), len(rows))
    return "graduates" if papers.year and usual and max(usual) <= papers.year else None


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


def _big_years(rows: tuple[RosterRow, ...], field: str) -> set[int]:
    return _big(Counter(year for row in rows if (year := _year_in(row.values.get(field, "")))), len(rows))


def _big(years: Counter[int], rows: int) -> set[int]:
    return {year for year, number in years.items() if number > _SHARE * rows}


def _most(years: Counter[int]) -> int:
    return min(years.items(), key=lambda item: (-item[1], -item[0]))[0]


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
