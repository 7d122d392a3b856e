"""Where a graduate of a roster went: to work or to study, under an agreement that holds, in the region or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from verifier.facts.employers import TELLING_FIELDS, employer_of
from verifier.facts.people import is_wrong_credit_code
from verifier.model import Flag, Indicator, Roster, RosterRow, RuleSet

from .cohorts import where
from .sight import flag, plain

Went = Literal["work", "agreement", "business", "study", "intern", "none", ""]
"""'' where the text says nothing that the rule set knows"""
Stay = Literal["local", "unknown", ""]
"""'': no work, or work elsewhere"""

_KINDS: tuple[Went, ...] = ("none", "study", "intern", "business", "agreement", "work")
"""of two words of one length the kind that stands first decides"""
_NO_WORK = {"study": "升学或出国（境）", "intern": "实习见习，不是就业", "none": "没有就业"}
_CODE = re.compile(r"[\d\s.、:：\-—_()（）]*")


def went(row: RosterRow, rules: RuleSet) -> Went:
    """The kind of destination by the longest word of the rule set in the text. A bare code tells nothing."""
    text = _said(row)
    best: Went = ""
    longest = 0
    for kind in _KINDS:
        for word in rules.words.lists.get(f"destination_{kind}", ()):
            if len(word) > longest and word in text:
                best, longest = kind, len(word)
    return best


def stays(row: RosterRow, roster: Roster, rules: RuleSet) -> tuple[Stay, str]:
    """Whether the graduate works in the region, and what decided it, in Chinese.

    Every kind of work counts, and an own business; further study, internships and dissolved agreements do not. Where
    no destination is given an employer stands for work.
    """
    kind = went(row, rules)
    if kind in _NO_WORK:
        return "", f"{_NO_WORK[kind]}：{_said(row)}"
    if is_dissolved(row, roster, rules):
        return "", "协议已解除"
    values = {**row.values, "employer": employer_name(row, rules)}
    if not values["employer"] and not (kind and any(map(values.get, TELLING_FIELDS))):
        return "", "没有就业单位"
    employer = employer_of(values, rules.words.places)
    if employer.locality == "local":
        return "local", f"在本市就业：{employer.reason}"
    if employer.locality == "outside":
        return "", f"单位不在本市：{employer.reason}"
    return ("unknown", f"看不出单位所在地：{employer.reason}") if values["employer"] else ("", "没有就业单位")


def is_dissolved(row: RosterRow, roster: Roster, rules: RuleSet) -> bool:
    """Whether the agreement holds no more: by a state, a date of dissolving, or a remark."""
    lists = rules.words.lists
    values = row.values
    if any(character.isdigit() for character in values.get("dissolved_on", "")):
        return True
    state = plain(values.get("agreement_state", ""))
    header = next((plain(column.header) for column in roster.columns if column.field == "agreement_state"), "")
    asked = any(word in header for word in lists.get("dissolved", ()))
    if state and any(state.upper() == plain(word).upper() for word in (*lists.get("yes", ()), *lists.get("no", ()))):
        positive = any(state.upper() == plain(word).upper() for word in lists.get("yes", ()))
        return positive if asked else not positive and "有效" in header
    return any(_says_dissolved(text, rules) for text in (state, _said(row), plain(values.get("remark", ""))))


def _says_dissolved(text: str, rules: RuleSet) -> bool:
    for word in rules.words.lists.get("not_dissolved", ()):
        text = text.replace(word, "")
    return any(word in text for word in rules.words.lists.get("dissolved", ()))


def employer_name(row: RosterRow, rules: RuleSet) -> str:
    """The employer; '' for a cell that says there is none."""
    name = row.values.get("employer", "").strip()
    return "" if plain(name) in map(plain, rules.words.lists.get("blank_employers", ())) else name


def wrong_codes(cell: Indicator, rows: Sequence[RosterRow]) -> Iterator[Flag]:
    """`id-invalid` for the employers' credit codes that fail their check; what they say of the place counts."""
    wrong = [
        row
        for row in rows
        if is_wrong_credit_code(row.values.get("credit_code") or row.values.get("employer_code", ""))
    ]
    if wrong:
        text = f"{len(wrong)}行的统一社会信用代码校验位不符（{where(wrong)}），请核对原件"
        yield flag("id-invalid", cell.id, text, wrong[0].place)


def _said(row: RosterRow) -> str:
    text = plain(row.values.get("destination", ""))
    return "" if _CODE.fullmatch(text) else text
