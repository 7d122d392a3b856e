"""Names of schools: those the rule set knows by name and alias, and any other by its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, zip_longest

from rapidfuzz.distance import Levenshtein

from verifier.facts.layout import column_label, header_row, label_of, row_label, squeeze, visual_rows
from verifier.language.numerals import fold
from verifier.model import SCHOOL, Document, Fact, Observed, Place, School, Table, TextLine, Words

_DROPPED = re.compile(r"[\s()（）\[\]【】〔〕{}「」“”\"'·・.\-_—]")
_MAYBE = re.compile(r"大学|学院|学校|高等专科|校区|分校")
_HAN = r"[\u4e00-\u9fff]"
_SHAPE = re.compile(
    rf"(?P<lead>{_HAN}{{2,18}}?)(?P<kind>大学(?!生|城|毕业|英语|语文|物理|数学|期间|路|园)|学院|高等专科学校|专科学校|职业学校|学校)"
    rf"(?P<campus>\s*[(（]{_HAN}{{2,8}}[)）]|{_HAN}{{2,3}}(?:校区|分校))?"
)
_OTHER_CAMPUS = re.compile(rf"\s*[(（]{_HAN}{{2,6}}[)）]|{_HAN}{{2,4}}?(?:校区|分校)")
_SHORT_ALIAS = 3
_LONG_LABEL = 4
"""characters of a label that may stand at the end of a longer one"""
_CLOSING, _OPENING = re.compile(r"[)）】〕]"), re.compile(r"[(（【〔]")
_FIRST_LINES, _LAST_LINES = 3, 4
"""where a school that has a line nearly for itself is the one the paper is of: the head, and the signature"""
_OWN_LINE = 0.5
"""of a line, how much of it the school's name is"""
_CERTIFIES = "兹证明"
"""what is certified is of the school that follows: its rooms, its students"""
_CERTIFIED = re.compile(r"兹|证明|特此|我校|系我")
_PARENT = "parent:"
"""before the name of a school that stands for all its campuses"""
_SHORTEST_MISREAD, _UNDER_SEAL = 5, 2
"""letters of a line that may be a school's name misread, and those at its end that may be lost"""
_OF_STUDENTS = re.compile(r"学生|同学|毕业生|专业|学院")


@dataclass(frozen=True, slots=True)
class FoundSchool:
    start: int
    """offsets in the text that was searched"""
    end: int
    value: str
    """canonical name; `parent:` before the bare name of a parent school; else as written, brackets wide"""


def extract(seen: Observed, words: Words) -> tuple[Fact[str], ...]:
    """A fact of kind `school` for every school named, with its role: subject, account or mention.

    In tables each school stands once a column, at its first place.
    """
    titles = {squeeze(fact.quote) for fact in seen.titles if fact.label != "sheet-name"}
    in_context = (
        _fact(one, line.text, line.place, line.confidence, "mention")
        for line in seen.document.context
        for one in find_schools(line.text, words)
    )
    return (*_of_lines(seen.document.lines, words, titles), *in_context, *_of_tables(seen.document, words, titles))


def _of_lines(lines: Sequence[TextLine], words: Words, titles: Set[str]) -> Iterator[Fact[str]]:
    beside = {left: right for row in visual_rows(lines) for left, right in pairwise(row)}
    for number, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        edge = number < _FIRST_LINES or number >= len(lines) - _LAST_LINES
        titled = squeeze(line.text) in titles or line.role in {"title", "heading"}
        following = beside.get(line) or below
        text, found = _with_next(line.text, following.text if following else "", words)
        if line.origin == "ocr" and not any(_is_listed(one, words) for one in found):
            found = tuple(_misread(text, words, lost=bool(found))) or found
        for one in found:
            yield _fact(one, text, line.place, line.confidence, _role(text, one, words, edge, titled))


def _with_next(text: str, following: str, words: Words) -> tuple[str, tuple[FoundSchool, ...]]:
    """The schools of a line, with one whose name is broken over to the next line."""
    found = find_schools(text, words)
    text, following = text.rstrip(), following.strip()
    if not re.match(rf"[(（]|{_HAN}", following):
        return text, found
    whole = _across(text, following, words)
    campus = "|".join(map(re.escape, words.places.names))
    is_whole_here = any(one.end == len(text) for one in found)
    if whole is None or (is_whole_here and not re.match(rf"[(（]|(?:{campus})校区", following)):
        return text, found
    before = (one for one in found if one.end <= whole.start)
    return text + following[: whole.end - len(text)], (*before, whole)


def _is_listed(found: FoundSchool, words: Words) -> bool:
    """Whether a name is that of a school of the rule set, or of the parent of one."""
    return found.value.startswith(_PARENT) or any(found.value == school.name for school in words.schools)


def _misread(text: str, words: Words, lost: bool) -> Iterator[FoundSchool]:
    """The listed school whose name a line is but for one letter, or but for the last two, over which a seal stands.

    `lost`: a line that is a school's name as it stands may have lost a letter alone, or it is another school.
    """
    line = folded(text)
    if len(line) < _SHORTEST_MISREAD:
        return
    names = {folded(school.name): school.name for school in words.schools}
    near = {name: Levenshtein.distance(line, name) for name in names}
    told = [name for name in names if near[name] <= 1 or (name.startswith(line) and near[name] <= _UNDER_SEAL)]
    if lost:
        told = [name for name in told if len(name) - len(line) == near[name] == 1]
    if told:
        # of two equally near the longer: letters are lost rather than added
        yield FoundSchool(0, len(text), names[min(told, key=lambda name: (near[name], -len(name)))])


def _across(text: str, following: str, words: Words) -> FoundSchool | None:
    """The school of the list whose name begins in a text and ends in the one that follows."""
    known = {school.name for school in words.schools}
    found = (one for one in find_schools(text + following, words) if one.start < len(text) < one.end)
    return next((one for one in found if one.value in known), None)


def find_schools(text: str, words: Words) -> tuple[FoundSchool, ...]:
    """Every school in a text, left to right; of two that overlap the longer. Brackets and spaces do not matter."""
    found: list[FoundSchool] = []
    refused: list[tuple[int, int]] = []
    names = _names(words.schools)
    if _MAYBE.search(text) or names.pattern.search(folded(text)):
        plain, places = _compact(text)
        for match in names.pattern.finditer(plain):
            if not _stands_alone(plain, match):
                continue
            start, end = places[match.start()], places[match.end() - 1] + 1
            one = _known(text, plain, match, (start, end), names, words)
            if one is None:
                refused.append((start, end))
            else:
                found.append(one)
    spans = (*refused, *((one.start, one.end) for one in found))
    found.extend(_by_shape(text, spans, words))
    return tuple(sorted(found, key=lambda one: one.start))


def _known(
    text: str, plain: str, match: re.Match[str], span: tuple[int, int], names: _Names, words: Words
) -> FoundSchool | None:
    """A school known by name at this place, another campus of its parent, or nothing."""
    (start, end), name = span, match[0].upper()
    town = next((each for each in words.places.names if name.endswith(each)), "")
    if town and plain[match.end() : match.end() + 1] == "市":
        parent = names.parent_of.get(names.canonical[name])
        return FoundSchool(start, end - len(town), f"{_PARENT}{parent}") if parent else None
    if name in names.parents:
        return _parent(text, start, end, names.canonical[name], words)
    is_bracket_cut = _CLOSING.match(text, end) and _OPENING.search(text, start, end)
    return FoundSchool(start, end + 1 if is_bracket_cut else end, names.canonical[name])


def _parent(text: str, start: int, end: int, value: str, words: Words) -> FoundSchool | None:
    """The parent school named here, another campus of it, or nothing where another body's name goes on."""
    if any(text.startswith(word, end) for word in words.text.no_campus):
        return None
    if campus := _OTHER_CAMPUS.match(text, end):
        return FoundSchool(start, campus.end(), _wide(squeeze(text[start : campus.end()])))
    return FoundSchool(start, end, value)


@dataclass(frozen=True, slots=True)
class _Names:
    canonical: dict[str, str]
    """name without brackets and spaces, in capitals → value"""
    parents: frozenset[str]
    parent_of: dict[str, str]
    """school → full bare name of its parent"""
    pattern: re.Pattern[str]


@lru_cache(maxsize=8)
def _names(schools: tuple[School, ...]) -> _Names:
    canonical: dict[str, str] = {}
    for school in schools:
        for name in (school.name, *school.aliases):
            canonical[folded(name)] = school.name
    parents: dict[str, str] = {}
    for school in schools:
        full = max(school.parents, key=len, default="")
        parents.update({folded(name): f"{_PARENT}{full}" for name in school.parents if folded(name) not in canonical})
    ordered = sorted({**parents, **canonical}, key=len, reverse=True)
    expression = "|".join(map(re.escape, ordered))
    return _Names(
        {**parents, **canonical},
        frozenset(parents),
        {school.name: max(school.parents, key=len) for school in schools if school.parents},
        re.compile(expression or r"(?!)", re.IGNORECASE),
    )


def folded(name: str) -> str:
    return _DROPPED.sub("", fold(name)).upper()


def _compact(text: str) -> tuple[str, list[int]]:
    """The text without spaces, brackets and hyphens, and where each of its characters stood."""
    plain = fold(text)
    places = [index for index, char in enumerate(plain) if not _DROPPED.match(char)]
    return "".join(plain[index] for index in places), places


def _stands_alone(plain: str, match: re.Match[str]) -> bool:
    """Whether a short alias is a name here: 威职就业, but not 威海洋溢; Latin ones stand between other characters."""
    name, after = match[0], plain[match.end() : match.end() + 1]
    if name.isascii():
        before = plain[match.start() - 1 : match.start()]
        return not (before.isascii() and before.isalpha()) and not (after.isascii() and after.isalpha())
    if len(name) <= _SHORT_ALIAS:
        return not re.match(_HAN, after) or after in "就学毕招的官微团青校公指创宣在是有大为双春秋"
    return True


def _by_shape(text: str, taken: tuple[tuple[int, int], ...], words: Words) -> Iterator[FoundSchool]:
    """Schools that the rule set does not know, cut out of the sentence about them."""
    if not _MAYBE.search(text):
        return
    masked = text
    for start, end in taken:
        masked = masked[:start] + "，" * (end - start) + masked[end:]
    position = 0
    while match := _SHAPE.search(masked, position):
        position = match.end()
        lead = _cut(match["lead"], words)
        if lead == match["lead"] and any(end == match.start() for _, end in taken):
            continue  # 山东大学（威海）商学院 is a department
        if not _is_school(lead, match["kind"], words):
            continue
        start = match.end("lead") - len(lead)
        name = lead + match["kind"] + _wide(match["campus"] or "")
        yield FoundSchool(start, match.end(), name)


def _cut(lead: str, words: Words) -> str:
    """The part of a name's beginning after the last word that leads to a name: 兹证明山东 → 山东."""
    start = 0
    for word in words.text.school_leads:
        at = lead.rfind(word)
        # a word of one character is cut only where a name of some length remains
        if at >= 0 and (len(word) > 1 or len(lead) - at - 1 >= 2):
            start = max(start, at + len(word))
    return lead[start:]


def _is_school(lead: str, kind: str, words: Words) -> bool:
    if len(lead) < 2 or lead in words.text.no_schools:
        return False
    if kind == "大学" or kind.endswith("专科学校"):
        return True
    if any(word in lead for word in words.text.school_kinds):
        return True
    return kind == "学院" and len(lead) > 2 and _begins_with_place(lead, words)


def _begins_with_place(lead: str, words: Words) -> bool:
    """Whether a name begins with a place and goes on: 青岛工学院."""
    places = (*words.places.names, *words.places.outside, *words.text.school_regions)
    return any(len(lead) > len(place) and lead.startswith(place) for place in places)


def _wide(text: str) -> str:
    return text.strip().replace("(", "（").replace(")", "）")


def _role(text: str, one: FoundSchool, words: Words, edge: bool, titled: bool) -> str:
    before, after = squeeze(text[: one.start]), squeeze(text[one.end :])
    if _is_labelled(before, after, words):
        return "subject"
    if _is_account(text, after, words):
        return "account"
    if titled or before.endswith(_CERTIFIES) or (_CERTIFIED.search(before) and _OF_STUDENTS.search(after)):
        return "subject"
    own_line = one.end - one.start >= _OWN_LINE * len(text.strip())
    return "subject" if edge and own_line else "mention"


def _is_labelled(before: str, after: str, words: Words) -> bool:
    """Whether a label stands before a name: 学校名称：; without a colon only where the name is the end."""
    label = re.sub(r"[\s:：(（]+$", "", before)
    return bool(label) and (before != label or not after) and label.endswith(words.text.school_labels)


def _is_account(text: str, after: str, words: Words) -> bool:
    """Whether a name is that of an account or a site of the school: 某大学就业, 公众号：某大学."""
    tail = re.sub(r"^[)）\s·\-—]+", "", after)
    ends = (re.match(rf"{word}(?!{_HAN})", tail) for word in words.text.account_tails)
    return any(ends) or any(mark in text for mark in words.text.account_marks)


def _of_tables(document: Document, words: Words, titles: set[str]) -> Iterator[Fact[str]]:
    for table in document.tables:
        met: set[tuple[str, int]] = set()
        head = header_row(table)
        for index, column, cell, one in _named_in(table, words):
            if (one.value, column) in met:
                continue
            met.add((one.value, column))
            label = label_of(table, index, column, head)
            own = _is_own(row_label(table, index, column, head), words) or _is_own(
                column_label(table, index, column, head), words
            )
            role = "subject" if own or squeeze(cell) in titles else "mention"
            if _role(cell, one, words, False, False) == "account":
                role = "account"
            fact = _fact(one, cell, table.place_of(index, column), 1.0, role)
            yield replace(fact, label=label)


def _named_in(table: Table, words: Words) -> list[tuple[int, int, str, FoundSchool]]:
    """The schools of each column's different texts with row and column of the first, from top to bottom."""
    found = []
    for column, cells in enumerate(zip_longest(*table.rows, fillvalue="")):
        for cell in filter(_may_hold_name, set(cells)):
            found += [(cells.index(cell), column, cell, one) for one in find_schools(cell, words)]
    return sorted(found, key=lambda each: (each[0], each[1], each[3].start))


def _may_hold_name(cell: str) -> bool:
    return len(cell) >= 2 and (cell.isalpha() or not cell.isascii())


def _is_own(label: str, words: Words) -> bool:
    """Whether a cell's label says that the school in it is the one the paper is of."""
    labels = words.text.school_labels
    return label in labels or any(label.endswith(name) for name in labels if len(name) >= _LONG_LABEL)


def _fact(one: FoundSchool, text: str, place: Place, confidence: float, role: str) -> Fact[str]:
    return Fact(SCHOOL, one.value, text[one.start : one.end].strip(), place, confidence, "schools", role)
