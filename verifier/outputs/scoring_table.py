"""The table of 附件2 as a grid: what stands where, and what is merged. Its wording is the rule set's form.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verifier.outputs.word import Merge
from verifier.outputs.wording import one_line

NUMBER, GROUP, AREA, CONTENT, STANDARD, REQUIREMENT, SCORE, FINAL = range(8)
KEYS = ("number", "group", "area", "content", "standard", "requirement")
"""what form.yaml calls the first six columns"""
LEFT = {STANDARD, REQUIREMENT}
"""columns of running text; the others are centred"""


def title_of(form: Mapping[str, Any], year: int | None) -> str:
    title: str = form["title"]
    return title if year is None else title.replace("___", str(year))


def school_line(form: Mapping[str, Any], result: Mapping[str, Any]) -> str:
    return f"{form['school']}{one_line((result.get('school') or {}).get('name') or '')}"


def wording(form: Mapping[str, Any]) -> list[list[str]]:
    """The printed texts, eight a row: the header, the cells of the form, the total. Merged ones are empty."""
    columns = form["columns"]
    head = [*columns[: AREA + 1], "", *columns[AREA + 1 :]]
    rows = [[*(row.get(key, "") for key in KEYS), "", ""] for row in form["rows"]]
    return [head, *rows, [form["total"], *[""] * FINAL]]


def merges(rows: Sequence[Mapping[str, Any]]) -> list[Merge]:
    """Corners of every merged block of the table; row 0 is the header."""
    last = len(rows) + 1
    blocks: list[Merge] = [((0, AREA), (0, CONTENT)), ((last, NUMBER), (last, REQUIREMENT))]
    blocks += [((at, AREA), (at, CONTENT)) for at, row in enumerate(rows, 1) if "content" not in row]
    keys = ((NUMBER, "number"), (GROUP, "group"), (AREA, "area"), (REQUIREMENT, "requirement"), (FINAL, "number"))
    for column, key in keys:
        starts = [at for at, row in enumerate(rows, 1) if row[key]]
        ends = [at - 1 for at in starts[1:]] + [last - 1]
        blocks += [((top, column), (end, column)) for top, end in zip(starts, ends, strict=True) if top < end]
    return blocks
