"""Marks of what people have to write or to look over: each is found, and a rule set with one does not load."""

import re
from collections.abc import Callable

import pytest


@pytest.mark.parametrize("mark", ["待填写：", "待核对："])
@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("ruleset.yaml", "issued_by: 威海市"),
        ("group-4.yaml", "against: [招生咨询会"),
        ("form.yaml", "sender: 威海市"),
        ("blank.yaml", "what: 场地证明"),
        ("words/events.yaml", "- 供需见面会"),
    ],
)
def test_a_mark_in_any_file_is_named_with_its_place(
    broken: Callable[..., str], line_of: Callable[[str, str], int], mark: str, name: str, old: str
) -> None:
    said = broken(name, old, re.sub(r"^(.*?[:\-] \[?)", rf"\g<1>{mark}", old))
    assert f"{name.rpartition('/')[2]} 第{line_of(name, old)}行" in said
    assert mark in said and "（共 1 处，verifier rules lint 逐处列出）" in said


def test_the_words_of_a_mark_within_a_text_are_none(broken: Callable[..., str]) -> None:
    said = broken("ruleset.yaml", "region: 威海", "region: 威海 # 待核对：地区\nregions: 1")
    assert "没有这个键" in said
