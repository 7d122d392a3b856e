"""Outputs appear whole or not at all."""

import os
import re
from pathlib import Path

import pytest

import verifier
from tests.outputs.example_results import empty_result, form
from verifier.counting.sight import SEVERITIES
from verifier.errors import UsageError
from verifier.outputs import FORMS, LETTER, OUTPUTS, write_export, write_outputs
from verifier.outputs.whole import write_whole
from verifier.outputs.wording import FLAGS, fact_value, number, one_line, yuan


def test_each_output_is_written_and_nothing_else(tmp_path):
    paths = write_outputs(empty_result(), form(), tmp_path / "new", {})
    assert sorted(os.listdir(tmp_path / "new")) == sorted(name for name, _ in (*OUTPUTS, *FORMS))
    assert all(path.stat().st_size > 1000 for path in paths)


def test_an_export_holds_the_forms_and_the_letter(tmp_path):
    write_export(empty_result(), form(), tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted(name for name, _ in (*FORMS, LETTER))


def test_a_second_run_replaces_the_first(tmp_path):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old and longer")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new" and os.listdir(tmp_path) == ["a.txt"]


def test_a_target_that_cannot_be_replaced_leaves_no_draft(tmp_path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").touch()
    with pytest.raises(UsageError, match="无法写入"):
        write_whole(tmp_path / "taken", b"x")
    assert os.listdir(tmp_path) == ["taken"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(25, "25"), (19.755, "19.76"), (19.754999, "19.75"), (0.005, "0.01"), (30.0, "30"), (100, "100"), (None, "")],
)
def test_numbers_have_two_decimals_at_most_half_up(value, text):
    assert number(value) == text


def test_facts_and_sums_are_spelled_out():
    assert fact_value("retention", 0.2) == "20%"
    assert fact_value("trained_by_level", {"undergraduate": 1150, "college": 640}) == "本科 1150，专科 640"
    assert (yuan(50000), yuan(0)) == ("5万元", "0元")


def test_one_line_cuts_long_text():
    assert one_line("一二\n三四五", 4) == "一二 …"


def test_every_flag_that_is_raised_has_a_chinese_name() -> None:
    raised = re.compile(r"""(?:[fF]lag|Doubt)\(\s*"([a-z]+(?:-[a-z]+)+)\"""")
    sources = Path(verifier.__file__).parent.rglob("*.py")
    codes = {code for path in sources for code in raised.findall(path.read_text(encoding="utf-8"))} | set(SEVERITIES)
    assert len(codes) > 30 and codes <= set(FLAGS)
    assert len(set(FLAGS.values())) == len(FLAGS) and not any(name.isascii() for name in FLAGS.values())
