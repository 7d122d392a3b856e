"""Staff in rows that stand under no header, and what a note says of those whose names bear a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from verifier.facts.staff.texts import is_person, names_post, tells
from verifier.language.identity_numbers import plain_name
from verifier.language.names import NAME
from verifier.language.numerals import fold
from verifier.model import Words

_FEWEST = 2
"""people whom rows tell of: a name beside a word may stand there by chance"""
_NAMED = re.compile(rf"\s*(?P<name>{NAME})\s*(?:同志|老师)?\s*(?:\((?P<note>[^()]*)\))?\s*")
_MARK = "★☆▲△●◆◇■※*#"
_MARKED = re.compile(rf"^\s*([{re.escape(_MARK)}])\s*|\s*([{re.escape(_MARK)}])\s*$")
_LEGEND = re.compile(
    rf"(?P<mark>[{re.escape(_MARK)}])[^,，。;；:：、]{{0,6}}?(?:为|是|表示|[:：])\s*(?P<said>[^,，。;；]{{2,20}})"
)
_OTHERS = re.compile(r"(?:其余|其他|余者?)(?:人员|同志|的|均|都|者)*(?:为|是|系)(?P<said>[^,，。;；]{2,12})")


def people_in_rows(rows: Sequence[Sequence[str]], words: Words) -> Iterator[tuple[int, int, str, str]]:
    """Row, column, name and what is said, where rows without a header name somebody each beside a post.

    At least two rows have to say of a post, and one of them of full or part time or of a post of the station: whom
    to call (联络人) many lists tell. What stands between them is of the same list.
    """
    found = [(index, *told) for index, row in enumerate(rows) if (told := _told(row, words))]
    posts = [index for index, _, _, said in found if names_post(said, words)]
    signs = (*words.text.fulltime, *words.text.parttime, *words.text.staff_labels)
    if len(posts) >= _FEWEST and any(sign in said for *_, said in found for sign in signs):
        yield from (each for each in found if posts[0] <= each[0] <= posts[-1])


def _told(row: Sequence[str], words: Words) -> tuple[int, str, str] | None:
    """Column of the only name of a row, the name, and what stands beside it."""
    named = [(column, match) for column, cell in enumerate(row) if (match := _name_in(cell, words))]
    if len(named) != 1:
        return None
    column, match = named[0]
    said = " ".join((*row[:column], match["note"] or "", *row[column + 1 :])).strip()
    return (column, plain_name(match["name"]), said) if said else None


def _name_in(cell: str, words: Words) -> re.Match[str] | None:
    match = _NAMED.fullmatch(fold(unmarked(cell)))
    duties = (*words.text.staff_duties, *words.text.staff_labels)
    return match if match and is_person(plain_name(match["name"]), words) and match["name"] not in duties else None


def unmarked(cell: str) -> str:
    """The cell of a name without the mark to which a note belongs: ★ 张三, 张三*."""
    return _MARKED.sub("", cell)


def legend(texts: Iterable[str], words: Words) -> Mapping[str, str]:
    """What a note says of those whose names bear a mark, and under '' of the others: 加★者为专职，其余为兼职."""
    said: dict[str, str] = {}
    for text in texts:
        for match in _LEGEND.finditer(text):
            if tells(match["said"], words):
                said[match["mark"]] = match["said"]
                others = _OTHERS.search(text, match.end())
                if others and tells(others["said"], words):
                    said[""] = others["said"]
    return said


def by_mark(cell: str, told: Mapping[str, str]) -> str:
    """What the note says of somebody, by the mark that stands at the name."""
    marked = _MARKED.search(cell)
    return told.get(next(filter(None, marked.groups()), "") if marked else "", "")
