"""Headers of tables: which row is the header, and which field each column is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from verifier.facts.cells import is_value
from verifier.facts.people import check_id
from verifier.model import Column, Words

Rows = Sequence[Sequence[str]]

SEARCHED_ROWS = 10
_FORM_ROWS_ABOVE = 2
_SAMPLE = 60
_SURE = 1.0
_LIKENESS = 80
_MARGIN = 5
# of these a header may end in the bare two-character word: 本科生姓名
_SHORT_ENDINGS = ("name", "student_number", "class_name", "gender")

_SPACE_AND_MARKS = re.compile(r"[\s*:：、,，;；.。?？!！_\-—'\"“”/\\|]+")
_BRACKETS = re.compile(r"[()\[\]【】〔〕{}<>《》「」]")
_BRACKETED = re.compile(r"[(\[【〔{<《「][^)\]】〕}>》」]*[)\]】〕}>》」]")
_GROUP_ENDING = re.compile(r"(?:基本)?(?:信息|情况|资料)$")


def header_forms(text: str) -> tuple[str, ...]:
    """A header as it is compared: without brackets, and without what stands in brackets."""
    narrow = unicodedata.normalize("NFKC", text).upper()
    whole = _SPACE_AND_MARKS.sub("", _BRACKETS.sub("", narrow))
    short = _SPACE_AND_MARKS.sub("", _BRACKETED.sub("", narrow))
    return (whole, short) if short and short != whole else (whole,)


@dataclass(slots=True)
class HeaderWords:
    """The words of a rule set's columns, ready to be asked; remembers its answers."""

    exact: dict[str, str]
    ranks: dict[str, int]
    """place of a word in its field's list: the earlier one wins where two columns claim a field"""
    others: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    _answers: dict[str, tuple[str, float] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Words) -> HeaderWords:
        exact: dict[str, str] = {}
        ranks: dict[str, int] = {}
        for name, headers in words.columns.items():
            for rank, header in enumerate(headers):
                exact.setdefault(header_forms(header)[0], name)
                ranks.setdefault(header_forms(header)[0], rank)
        pairs = (pair.split("|") for pair in words.lists.get("header_opposites", ()))
        return cls(exact, ranks, words.lists.get("header_others", ()), tuple((pair[0], pair[-1]) for pair in pairs))

    def exactly(self, header: str) -> str | None:
        """The field that the header names word for word."""
        return next((self.exact[form] for form in header_forms(header) if form in self.exact), None)

    def rank(self, header: str) -> int:
        return next((self.ranks[form] for form in header_forms(header) if form in self.ranks), len(self.ranks))

    def recognise(self, header: str) -> tuple[str, float] | None:
        """The field that the header names, and how sure that is (0…1)."""
        if header not in self._answers:
            name = self.exactly(header)
            self._answers[header] = (
                (name, _SURE) if name else self._one_of(header) or self._like(header_forms(header)[-1])
            )
        return self._answers[header]

    def _one_of(self, header: str) -> tuple[str, float] | None:
        """Of 学号/工号 the first part that is known."""
        parts = re.split(r"[/／、]", header)
        name = next((name for part in parts if len(parts) > 1 and (name := self.exactly(part))), None)
        return (name, 0.85) if name else None

    def _like(self, header: str) -> tuple[str, float] | None:
        if len(header) < 3 or len(header) > 16 or any(word in header for word in self.others):
            return None
        endings = [(alias, name) for alias, name in self.exact.items() if self._is_ending(alias, name, header)]
        if endings:
            return max(endings, key=lambda ending: len(ending[0]))[1], 0.9
        return self._most_alike(header) if len(header) >= 4 else None

    def _is_ending(self, alias: str, name: str, header: str) -> bool:
        long_enough = len(alias) >= 3 or (len(alias) == 2 and name in _SHORT_ENDINGS)
        return long_enough and header.endswith(alias) and len(alias) * 2 >= len(header) - 1 and not alias.isascii()

    def _most_alike(self, header: str) -> tuple[str, float] | None:
        best: dict[str, float] = {}
        for alias, name in self.exact.items():
            if len(alias) >= 4 and not self._opposed(header, alias):
                likeness = fuzz.ratio(header, alias, score_cutoff=_LIKENESS - _MARGIN)
                best[name] = max(best.get(name, 0.0), likeness)
        ranked = sorted(best.items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < _LIKENESS or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
            return None
        return ranked[0][0], round(ranked[0][1] / 100 * 0.9, 2)

    def _opposed(self, header: str, alias: str) -> bool:
        return any(
            (one in header and other in alias and one not in alias)
            or (other in header and one in alias and other not in alias)
            for one, other in self.opposites
        )


@dataclass(frozen=True, slots=True)
class Header:
    first: int
    """index of its first row"""
    last: int
    texts: tuple[str, ...]
    """of each column; two rows joined"""
    columns: tuple[Column, ...]

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(column.field for column in self.columns)

    @property
    def unknown(self) -> tuple[str, ...]:
        known = {column.index for column in self.columns}
        return tuple(text for index, text in enumerate(self.texts) if text and index not in known)


def find_header(rows: Rows, start: int, words: HeaderWords) -> Header | None:
    """The header among the first filled rows from `start`; None for a form, a layout table, a table of other things."""
    filled = [
        index for index in range(start, min(len(rows), start + 3 * SEARCHED_ROWS)) if any(map(str.strip, rows[index]))
    ]
    weak: Header | None = None
    for index in filled[:SEARCHED_ROWS]:
        header = _header_at(rows, index, words)
        if header is None or _is_form(rows, start, header, words):
            continue
        if _share(header) >= 0.6:
            return header
        weak = weak or header
    return weak


def is_header_row(row: Sequence[str], words: HeaderWords) -> frozenset[str]:
    """The fields of a row that is a header by exact words alone; empty for any other row."""
    cells = [cell for cell in row if cell.strip()]
    fields = {name for cell in cells if len(cell) <= 16 and (name := words.exactly(cell))}
    return frozenset(fields) if len(fields) >= 3 or (len(fields) == 2 and len(cells) <= 3) else frozenset()


def settle_by_values(header: Header, rows: Rows) -> Header:
    """The header with the columns that their values tell: IDs under any header, codes of destinations."""
    sample = [row for row in rows[header.last + 1 : header.last + 1 + 2 * _SAMPLE] if any(row)][:_SAMPLE]
    columns = [_by_its_values(column, sample) for column in header.columns]
    id_column = next((column for column in columns if column.field == "resident_id"), None)
    if id_column is None or not _share_of_ids(sample, id_column.index):
        shares = {index: _share_of_ids(sample, index) for index in range(len(header.texts))}
        index = max(shares, key=lambda index: shares[index], default=0)
        if shares.get(index, 0.0) >= 0.6:
            columns = [one for one in columns if one.index != index and one.field != "resident_id"]
            columns.append(Column("resident_id", header.texts[index], index, 0.9))
    return Header(header.first, header.last, header.texts, tuple(sorted(columns, key=lambda column: column.index)))


def _by_its_values(column: Column, sample: Rows) -> Column:
    values = [row[column.index].strip() for row in sample if column.index < len(row) and row[column.index].strip()]
    if column.field == "destination" and values and all(re.fullmatch(r"\d{2,3}(\.0)?", value) for value in values):
        return replace(column, field="destination_code")
    if column.field == "employer" and values and all(len(value) <= 2 for value in values):
        return replace(column, field="unit")  # 单位 of a list of things: 台, 套
    return column


def _share_of_ids(sample: Rows, index: int) -> float:
    values = [row[index] for row in sample if index < len(row) and row[index].strip()]
    right = sum(check_id(value)[1] == "valid" for value in values)
    return right / len(values) if right else 0.0


def _header_at(rows: Rows, index: int, words: HeaderWords) -> Header | None:
    upper = [cell.strip() for cell in rows[index]]
    alone = Header(index, index, tuple(upper), _columns([[text] for text in upper], upper, words))
    header = _two_rows(rows, index, alone, words) or alone
    count = len(header.columns)
    values = sum(map(is_value, header.texts))
    filled = sum(map(bool, header.texts))
    enough = count >= 3 or (count >= 2 and _share(header) >= 0.6)
    return header if enough and values * 5 <= filled else None


def _two_rows(rows: Rows, index: int, alone: Header, words: HeaderWords) -> Header | None:
    """The header in two rows, when the second row makes more of it than one row alone."""
    if index + 1 >= len(rows) or sum(map(bool, alone.texts)) < 2:
        return None
    width = max(len(rows[index]), len(rows[index + 1]))
    upper = [*alone.texts, *[""] * (width - len(alone.texts))]
    lower = [cell.strip() for cell in rows[index + 1]] + [""] * (width - len(rows[index + 1]))
    if not any(lower) or any(map(is_value, lower)):
        return None
    choices = _joined(upper, lower)
    texts = [options[0] if options else "" for options in choices]
    columns = _columns(choices, texts, words)
    below = len(_columns([[text] for text in lower], lower, words))
    more = len(columns) > max(len(alone.columns), below)
    only_parts = (
        len(columns) >= len(alone.columns) > below
        and sum(map(bool, lower)) >= 2
        and not any(lower[column.index] for column in alone.columns)
        and any(text and not upper[place] for place, text in enumerate(lower))
    )
    return Header(index, index + 1, tuple(texts), columns) if more or only_parts else None


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[list[str]]:
    """For each column the texts it may be read as, the fullest first; a group's word stands over several columns."""
    choices: list[list[str]] = []
    group = ""
    for over, under in zip(upper, lower, strict=True):
        group = over or (group if under else "")
        if not under or under == over:
            choices.append([over] if over else [])
        else:
            bare = _GROUP_ENDING.sub("", group)
            choices.append(list(dict.fromkeys([group + under, bare + under, under])))
    return choices


def _columns(choices: Sequence[Sequence[str]], texts: Sequence[str], words: HeaderWords) -> tuple[Column, ...]:
    """Columns of the recognised headers; of two headers for one field the surer, then the commoner, then the first."""
    best: dict[str, tuple[float, int, Column]] = {}
    for index, options in enumerate(choices):
        named = next((option for option in options if option and words.exactly(option)), options[0] if options else "")
        answer = words.recognise(named) if named else None
        if answer:
            name, confidence = answer
            claim = (-confidence, words.rank(named), Column(name, texts[index], index, confidence))
            if name not in best or claim[:2] < best[name][:2]:
                best[name] = claim
    return tuple(sorted((claim[2] for claim in best.values()), key=lambda column: column.index))


def _share(header: Header) -> float:
    filled = sum(map(bool, header.texts))
    return len(header.columns) / filled if filled else 0.0


def _is_form(rows: Rows, start: int, header: Header, words: HeaderWords) -> bool:
    """Whether the table is a form of labels and values, in which a row of labels is no header."""
    if sum(_is_labelled(row, words) for row in rows[start : header.first]) >= _FORM_ROWS_ABOVE:
        return True
    labelled = seen = 0
    for row in rows[header.last + 1 : header.last + 7]:
        cells = [cell for cell in row if cell.strip()]
        if not cells or is_header_row(row, words) == header.fields:
            continue
        seen += 1
        labelled += 2 * sum(len(cell) <= 10 and words.exactly(cell) is not None for cell in cells) >= len(cells)
    return labelled * 2 >= seen > 0


def _is_labelled(row: Sequence[str], words: HeaderWords) -> bool:
    """Whether a row has a label in a cell of its own, as forms have; 联系电话：… in one cell is a line of a title."""
    filled = [cell for cell in row if cell.strip()]
    labels = [cell for cell in filled if len(cell) <= 16 and words.exactly(cell)]
    return len(filled) >= 2 and bool(labels) and not any("：" in cell or ":" in cell for cell in filled)
