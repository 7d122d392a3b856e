"""What the cells of a table of staff say: which column holds the names, and what stands beside one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from verifier.facts.layout import header_text, squeeze
from verifier.facts.staff.texts import CHOICE, chosen, tells
from verifier.language.identity_numbers import plain_name
from verifier.language.names import is_name, may_be_name
from verifier.model import Table, WordList, Words

NAME_HEADER = re.compile(r"(?:工作人员|教师|人员|教职工|职工)?姓名|工作人员|NAME")
_IN_CHARGE = re.compile(r"(?:负责|责任|经办|任职|承办)人(?:员|姓名)?")
"""a header over names, in a table that tells how people work"""
_HOLDER = re.compile(r"(?:任职|在岗|上岗|现任|岗位)(?:人员?|者)(?:姓名)?")
"""on the card of a post, what asks for who holds it"""
_PLACED = re.compile(r"^(?:现任|现|站内|本站|指导站|校内|行政|所任|担任|兼任|主要)+")
"""of a header, where somebody holds a post: 现任职务, 指导站任职"""
_TICK = re.compile(r"[(（\[]?\s*[√✓✔✅☑☒vV是有1●■]\s*[)）\]]?|\[[xX]\]")
_LONGEST_GROUP = 16
"""characters of a row that is the name of a group"""
_LONGEST_ASKED = 12
"""characters of a label with what may be chosen: 任职性质（专职/兼职）"""


def name_column(row: Sequence[str], words: Words, below: Sequence[str] = ()) -> int | None:
    """The column of names when the row is the header of a table of staff."""
    heads = [header_text(cell) for cell in row]
    if not headers(words.text.student_columns).isdisjoint(heads):
        return None
    bare = [_PLACED.sub("", _without_brackets(head)) for head in heads]
    if headers(words.text.staff_columns).isdisjoint((*heads, *bare)):
        return None
    tells_how = any(_asks_how(head, words) for head in heads)
    named = (NAME_HEADER, _IN_CHARGE) if tells_how else (NAME_HEADER,)
    found = (index for each in named for index, head in enumerate(heads) if each.fullmatch(head))
    column = next(found, None)
    return None if column is None or name_beside(row, column, words, below) else column


def _asks_how(head: str, words: Words) -> bool:
    """Whether a header asks whether somebody works full time or part time."""
    return len(head) <= _LONGEST_ASKED and all(
        word[0] in head for word in (words.text.fulltime[0], words.text.parttime[0])
    )


def name_beside(row: Sequence[str], column: int, words: Words, below: Sequence[str]) -> str:
    """The name that stands right of its label, as on a card about one person; '' in the header of a list."""
    value = next(filter(None, map(plain_name, row[column + 1 :])), "")
    under = below[column] if column < len(below) else ""
    is_card = (is_name(value) and not is_name(plain_name(under))) or (may_be_name(value) and is_label(under, words))
    return value if is_card and not is_label(value, words) else ""


def is_label(cell: str, words: Words) -> bool:
    """Whether a cell asks for something that a table of staff tells: 部门, 站内岗位, 是否联络员."""
    label = header_text(cell)
    asked = tuple(headers(words.text.staff_columns))
    is_asked = label.endswith(asked) or _without_brackets(label).endswith(asked)
    return len(label) <= _LONGEST_ASKED and (is_asked or any(word in label for word in words.text.ticked))


def _without_brackets(label: str) -> str:
    return re.sub(r"\(.*\)", "", label)


def cards_in(table: Table, words: Words) -> Iterator[tuple[int, int, str, str]]:
    """Row and column of the label, name and what is said of people who have a card each, of labels with their values.

    The card is of a person, or of a post and says who holds it; it says 专职, 兼职, 联络员 or 站长.
    """
    asked = {label for row in table.rows for label in _asked_in(row, words)}
    if not headers(words.text.student_columns).isdisjoint(asked):
        return
    starts = [
        (index, column, name)
        for index, row in enumerate(table.rows)
        for column, cell in enumerate(row)
        if (name := _on_card(header_text(cell), table.rows[index : index + 2], column, words))
    ]
    ends = [*(index for index, _, _ in starts), len(table.rows)][1:]
    for (index, column, name), end in zip(starts, ends, strict=True):
        said = " ".join(_said_on_card(table.rows[index : max(end, index + 1)], words))
        if tells(said, words) or any(label in said for label in words.text.staff_labels):
            yield index, column, name, said


def _asked_in(row: Sequence[str], words: Words) -> Iterator[str]:
    """What the cells of a row may ask for: not those that stand right of a label, as 辅导员 does of 职务."""
    is_value = False
    for cell in filter(str.strip, row):
        if not is_value:
            yield header_text(cell)
        is_value = not is_value and is_label(cell, words)


def _on_card(label: str, rows: Sequence[Sequence[str]], column: int, words: Words) -> str:
    """The name right of the label that asks for it; '' where none is asked for or stands there."""
    if _HOLDER.fullmatch(label):
        value = next(filter(None, map(plain_name, rows[0][column + 1 :])), "")
        return value if is_name(value) else ""
    return name_beside(rows[0], column, words, next(iter(rows[1:]), ())) if NAME_HEADER.fullmatch(label) else ""


def _said_on_card(rows: Iterable[Sequence[str]], words: Words) -> Iterator[str]:
    for row in rows:
        filled = [cell.strip() for cell in row if cell.strip()]
        # whatever the label is called: 任职方式, 用工形式
        kinds = [cell for cell in filled[1:] if _is_kind(cell, words)]
        alone = kinds[0] if len(kinds) == 1 else None
        yield from (
            said_by(header_text(label), cell, words)
            for label, cell in pairwise(filled)
            if is_label(label, words) or cell == alone
        )


def _is_kind(cell: str, words: Words) -> bool:
    """Whether a cell says no more than that somebody works full time, or part time: 专职, 兼."""
    kinds = (*words.text.fulltime, *words.text.parttime)
    return squeeze(cell) in (*kinds, *(kind[0] for kind in kinds))


@lru_cache(maxsize=8)
def headers(names: WordList) -> frozenset[str]:
    return frozenset(map(header_text, names))


def said_of(head: Sequence[str], row: Sequence[str], title: str, words: Words) -> str:
    """The cells of a row as words; where they leave open who works full time, the title may say that all do."""
    said = [said_by(header_text(header), cell, words) for header, cell in zip(head, row, strict=False)]
    kinds = (words.text.fulltime[0], words.text.parttime[0])
    if any(text in kinds for text in said):
        # 专职辅导员 may work at the station part time: a cell that says just that decides
        said = [text if text in kinds or _is_of_liaison(text, words) else _without_kinds(text, words) for text in said]
    is_told = any(word in " ".join(said) for word in (words.text.fulltime[0], words.text.parttime[0]))
    if not is_told and any(word in title for word in words.text.fulltime_titles):
        said.append(words.text.fulltime[0])
    return " ".join(said)


def groups_of(table: Table, words: Words) -> tuple[str, ...]:
    """By row what the group it stands in is called: the last row with one cell alone that tells how people work."""
    groups, group = [], ""
    for row in table.rows:
        filled = [squeeze(cell) for cell in row if cell.strip()]
        if len(set(filled)) == 1 and len(filled[0]) <= _LONGEST_GROUP:
            group = filled[0] if _tells_one(filled[0], words) else ""
        groups.append(group)
    return tuple(groups)


def in_group(said: str, group: str, words: Words) -> str:
    """What is said of somebody, with the name of the group where the row leaves open who works full time."""
    kinds = (*words.text.fulltime, *words.text.parttime)
    return said if any(kind in said for kind in kinds) else f"{said} {group}".strip()


def with_note(said: str, note: str, words: Words) -> str:
    """What is said of somebody, with what a note says where the row leaves that open."""
    kinds = (*words.text.fulltime, *words.text.parttime)
    return f"{said} {_without_kinds(note, words) if any(kind in said for kind in kinds) else note}".strip()


def _tells_one(text: str, words: Words) -> bool:
    """Whether a text speaks of full time or of part time, and not of both."""
    full, part = (any(word in text for word in kinds) for kinds in (words.text.fulltime, words.text.parttime))
    return full != part


def _is_of_liaison(text: str, words: Words) -> bool:
    return any(word in text for word in words.text.liaison)


def _without_kinds(text: str, words: Words) -> str:
    return re.sub("|".join(map(re.escape, (*words.text.fulltime, *words.text.parttime))), "", text)


def said_by(header: str, cell: str, words: Words) -> str:
    """What a cell says: 专 and 兼 stand for 专职 and 兼职, a tick for its header, a box that is ticked for its word."""
    full, part = words.text.fulltime[0], words.text.parttime[0]
    short = {full[0]: full, part[0]: part}
    asked = any(word in header for word in words.text.ticked)
    text = squeeze(chosen(cell, ("是", "否") if asked and not CHOICE.search(header) else (), words))
    if text in short:
        return short[text]
    if _TICK.fullmatch(text) and asked and not CHOICE.search(header):
        return header.replace("是否", "")
    return part if text == "否" and f"是否{full}" in header else text
