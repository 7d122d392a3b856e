"""Rows of lists that name the office or the room of another than the station."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.counting.eligibility.doubts import Doubt
from verifier.counting.eligibility.matter import title_of
from verifier.facts.schools import find_schools
from verifier.language.comparing_text import has_word, plain
from verifier.model import Fact, Observed, RuleSet

_OFFICE = re.compile(
    r"[\u4e00-\u9fff()]{1,14}(?:处|(?<!全)部|(?<!本)科|委|系|学院|工会|研究所|图书馆|医院|食堂)|(?:党政|党委|校长|院长)办公室"
)
_LONGEST = 16
"""characters of a cell that says where a thing stands"""


def names_other_office(cells: Sequence[str], rules: RuleSet) -> bool:
    """Whether the row of a list is another office's; a school of several in a list is none."""
    told = [plain(cell) for cell in cells]
    offices = (cell for cell in told if _OFFICE.fullmatch(cell))
    is_other = any(all(one.end < len(cell) for one in find_schools(cell, rules.words)) for cell in offices)
    return is_other and not has_word("".join(told), rules.words.judging.own_matters)


def kept_elsewhere(seen: Observed, fact: Fact[str], rules: RuleSet) -> tuple[Doubt, ...]:
    """The question about a thing of a list that, by its row, another office has, or another room than the station's.

    A list whose title names the station's work is the station's.
    """
    words = rules.words.judging
    cells = next(
        (
            row
            for table in seen.document.tables
            for index, row in enumerate(table.rows)
            if table.place_of(index) == fact.place
        ),
        (),
    )
    if has_word(title_of(seen) + plain("".join(cells)), (*words.own_matters, *words.host_offices)):
        return ()
    rooms = (cell for cell in cells if len(cell) <= _LONGEST)
    other = next(
        (cell for cell in rooms if names_other_office([cell], rules) or has_word(plain(cell), words.other_places)), ""
    )
    what = f"清单写明设备在“{other.strip()}”，看不出供指导站使用"
    return (
        (Doubt("judgement-required", "open", what, "请审核人员确认，或补充指导站的设备清单", fact.place),)
        if other
        else ()
    )
