"""The table of 附件2 as a grid: what stands where, and what is merged. Its wording is the rule set's form.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.model import Form, FormRow
from verifier.outputs.forms.word import Merge
from verifier.outputs.wording import one_line

NUMBER, GROUP, AREA, CONTENT, STANDARD, REQUIREMENT, SCORE, FINAL = range(8)
LEFT = {STANDARD, REQUIREMENT}
"""columns of running text; the others are centred"""


def title_of(form: Form, year: int | None) -> str:
    return form.title if year is None else form.title.replace("___", str(year))


def school_line(form: Form, school: str | None) -> str:
    return f"{form.school}{one_line(school or '')}"


def wording(form: Form) -> list[list[str]]:
    """The printed texts, eight a row: the header, the cells of the form, the total. Merged ones are empty."""
    head = [*form.columns[: AREA + 1], "", *form.columns[AREA + 1 :]]
    return [head, *map(_printed, form.rows), [form.total, *[""] * FINAL]]


def _printed(row: FormRow) -> list[str]:
    return [row.number, row.group, row.area, row.content or "", row.standard, row.requirement, "", ""]


def merges(rows: Sequence[FormRow]) -> list[Merge]:
    """Corners of every merged block of the table; row 0 is the header."""
    last = len(rows) + 1
    blocks: list[Merge] = [((0, AREA), (0, CONTENT)), ((last, NUMBER), (last, REQUIREMENT))]
    blocks += [((at, AREA), (at, CONTENT)) for at, row in enumerate(rows, 1) if row.content is None]
    printed = [_printed(row) for row in rows]
    for column in (NUMBER, GROUP, AREA, REQUIREMENT):
        blocks += _runs([texts[column] for texts in printed], column)
    blocks += _runs([texts[NUMBER] for texts in printed], FINAL)  # a group is summed up beside its number
    return blocks


def _runs(texts: Sequence[str], column: int) -> Iterator[Merge]:
    """Blocks of a filled cell and the empty ones under it, from row 1."""
    starts = [at for at, text in enumerate(texts, 1) if text]
    for top, after in pairwise([*starts, len(texts) + 1]):
        if after - top > 1:
            yield (top, column), (after - 1, column)
