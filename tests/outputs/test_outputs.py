"""Outputs appear whole or not at all."""

import os
import re
from pathlib import Path

import pytest

import verifier
from tests.outputs.example_results import RULES, empty_result, form, record
from verifier.model import FLAGS
from verifier.outputs import EXPORTED, FORMS, OUTPUTS, Extras, write_export, write_outputs
from verifier.outputs.wording import measure_name, measure_value, number, one_line, yuan


def test_each_output_is_written_and_nothing_else(tmp_path):
    paths = write_outputs(record(empty_result()), form(), tmp_path / "new", Extras())
    assert sorted(os.listdir(tmp_path / "new")) == sorted(name for name, _ in (*OUTPUTS, *FORMS))
    assert all(path.stat().st_size > 1000 for path in paths)


def test_an_export_holds_the_forms_and_the_letter(tmp_path):
    write_export(record(empty_result()), form(), tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted(name for name, _ in EXPORTED)


@pytest.mark.parametrize(
    ("value", "text"),
    [(25, "25"), (19.755, "19.76"), (19.754999, "19.75"), (0.005, "0.01"), (30.0, "30"), (100, "100"), (None, "")],
)
def test_numbers_have_two_decimals_at_most_half_up(value, text):
    assert number(value) == text


def test_facts_and_sums_are_spelled_out():
    names = RULES.measures
    assert (measure_name("retention", names), measure_value("retention", 0.2, names)) == ("本年度留威率", "20%")
    assert (measure_name("fairs", names), measure_value("fairs", 7, names)) == ("校园招聘会（场）", "7")
    by_level = {"undergraduate": 1150, "college": 640}
    assert measure_value("trained_by_level", by_level, names) == "本科 1150，专科 640"
    assert (yuan(50000), yuan(0)) == ("5万元", "0元")


def test_one_line_cuts_long_text():
    assert one_line("一二\n三四五", 4) == "一二 …"


def test_every_flag_that_is_raised_has_a_chinese_name() -> None:
    raised = re.compile(r"""(?:[fF]lag|Doubt)\(\s*"([a-z]+(?:-[a-z]+)+)\"""")
    sources = Path(verifier.__file__).parent.rglob("*.py")
    codes = {code for path in sources for code in raised.findall(path.read_text(encoding="utf-8"))}
    assert len(codes) > 30 and codes <= set(FLAGS)
    names = [kind.name for kind in FLAGS.values()]
    assert len(set(names)) == len(FLAGS) and not any(name.isascii() for name in names)
