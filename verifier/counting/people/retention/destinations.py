"""Where a graduate of a roster went: to work or to study, under an agreement that holds, in the region or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from verifier.counting.flags import flag
from verifier.counting.people.rosters.rosters_sent import where
from verifier.facts.employers import TELLING_FIELDS, employer_of
from verifier.language.choices import read_choice
from verifier.language.comparing_text import has_word, plain
from verifier.language.identity_numbers import is_wrong_credit_code
from verifier.model import Employer, Flag, Indicator, Roster, RosterRow, RuleSet

Went = Literal["work", "agreement", "business", "study", "intern", "none", ""]
"""'' where the text says nothing that the rule set knows"""
Stay = Literal["local", "unknown", ""]
"""'': no work, or work elsewhere"""

_NO_WORK = {"study": "升学或出国（境）", "intern": "实习见习，不是就业", "none": "没有就业"}
_CODE = re.compile(r"[\d\s.、:：\-—_()（）]*")


def went(row: RosterRow, rules: RuleSet) -> Went:
    """The kind of destination by the longest word of the rule set in the text. A bare code tells nothing."""
    return _kind(_said(row), rules)


@lru_cache(maxsize=4096)
def _kind(text: str, rules: RuleSet) -> Went:
    best: Went = ""
    longest = 0
    for kind, words in rules.words.people.destinations.items():
        for word in words:
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
    name, told = employer_name(row, rules), tuple(row.values.get(field, "") for field in TELLING_FIELDS)
    if not name and not (kind and any(told)):
        return "", "没有就业单位"
    employer = _located(name, told, rules)
    if employer.locality == "local":
        return "local", f"在本市就业：{employer.reason}"
    if employer.locality == "outside":
        return "", f"单位不在本市：{employer.reason}"
    return ("unknown", f"看不出单位所在地：{employer.reason}") if name else ("", "没有就业单位")


@lru_cache(maxsize=1 << 14)
def _located(name: str, told: tuple[str, ...], rules: RuleSet) -> Employer:
    """Many graduates go to one employer, which is looked up once."""
    return employer_of({"employer": name, **dict(zip(TELLING_FIELDS, told, strict=True))}, rules.words.places)


def is_dissolved(row: RosterRow, roster: Roster, rules: RuleSet) -> bool:
    """Whether the agreement holds no more: by a state, a date of dissolving, or a remark."""
    values = row.values
    if any(map(str.isdigit, values.get("dissolved_on", ""))):
        return True
    state = plain(values.get("agreement_state", ""))
    answer = _answer(state, rules) if state else None
    if answer is not None:
        header = next((plain(column.header) for column in roster.columns if column.field == "agreement_state"), "")
        return answer if has_word(header, rules.words.people.dissolved) else not answer and "有效" in header
    return any(_says_dissolved(text, rules) for text in (state, _said(row), plain(values.get("remark", ""))) if text)


@lru_cache(maxsize=256)
def _answer(state: str, rules: RuleSet) -> bool | None:
    """Yes or no under a header that asks; None for any other text."""
    choice = read_choice(state, ("是", "否"))
    state = choice.kept if choice is not None else state
    for words, answer in ((rules.words.people.says_yes, True), (rules.words.people.says_no, False)):
        if state.upper() in (plain(word).upper() for word in words):
            return answer
    return None


@lru_cache(maxsize=4096)
def _says_dissolved(text: str, rules: RuleSet) -> bool:
    choice = read_choice(text, rules.words.people.dissolved)
    text = choice.kept if choice is not None else text
    for word in rules.words.people.not_dissolved:
        text = text.replace(word, "")
    return has_word(text, rules.words.people.dissolved)


def employer_name(row: RosterRow, rules: RuleSet) -> str:
    """The employer; '' for a cell that says there is none."""
    name = row.values.get("employer", "").strip()
    return "" if plain(name) in _blanks(rules) else name


@lru_cache(maxsize=8)
def _blanks(rules: RuleSet) -> frozenset[str]:
    return frozenset(map(plain, rules.words.people.blank_employers))


def wrong_codes(cell: Indicator, rows: Sequence[RosterRow], roster: Roster) -> Iterator[Flag]:
    """`id-invalid` for the employers' credit codes that fail their check; what they say of the place counts."""
    wrong = [
        replace(row, place=roster.place_in(row, name))
        for row in rows
        if is_wrong_credit_code(row.values.get(name := _code_field(row), ""))
    ]
    if wrong:
        text = f"{len(wrong)}行的统一社会信用代码校验位不符（{where(wrong)}），请核对原件"
        yield flag("id-invalid", cell.id, text, wrong[0].place)


def _code_field(row: RosterRow) -> str:
    """The column that has the code of a row's employer."""
    return "credit_code" if row.values.get("credit_code") else "employer_code"


def _said(row: RosterRow) -> str:
    return _words(row.values.get("destination", ""))


@lru_cache(maxsize=4096)
def _words(destination: str) -> str:
    text = plain(destination)
    return "" if _CODE.fullmatch(text) else text
