"""A rule set's own cases: exact facts in, points and flags out; mistakes named with file, line and key."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from verifier.cases import cells_without, exact, load_cases, run_cases, score_groups
from verifier.cli import main
from verifier.errors import RuleError
from verifier.rules import load_rule_set, rule_folders

WEIHAI = next(folder for folder in rule_folders() if folder.name == "weihai-2020")
RULES = load_rule_set(WEIHAI)


@pytest.fixture
def ran(tmp_path):
    """Runs the cases of one text beside a copy of Weihai's rules."""

    def runs(text: str):
        folder = Path(shutil.copytree(WEIHAI, tmp_path / "copy", ignore=shutil.ignore_patterns("cases")))
        (folder / "cases").mkdir()
        (folder / "cases" / "own.yaml").write_text(text, encoding="utf-8")
        return run_cases(folder)

    return runs


def test_weihais_own_cases_come_out_as_written():
    outcomes = run_cases(WEIHAI)
    assert [each for each in outcomes if each.difference] == []
    assert len(outcomes) > 200
    assert len({each.name for each in outcomes}) > 180


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (16, Fraction(16)),
        ("19.99", Fraction(1999, 100)),
        ("80%", Fraction(4, 5)),
        ("79.99 %", Fraction(7999, 10000)),
        ("1740/2468", Fraction(435, 617)),
        ("860/4100 - 800/4000", Fraction(2, 205)),
        ("10 + 1000 * (860/4100 - 800/4000)", Fraction(810, 41)),
        ("-0.01%", Fraction(-1, 10000)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("unknown", None),
    ],
)
def test_numbers_and_arithmetic_are_exact(written, number):
    assert exact(written) == number


@pytest.mark.parametrize("written", ["", "many", "1/0", "2 ** 8", "len(x)", "1 +", "True", True, None, "1j"])
def test_anything_else_is_no_number(written):
    with pytest.raises(ValueError, match=r".*"):
        exact(written)


def test_a_wrong_expectation_is_told_with_what_came_out(ran):
    outcomes = ran("""
cells:
  "4.4":
    - name: 五场
      facts: {fairs: 5}
      points: 8
      readings: {at-five: 5}
      final: 2.8
    - name: 六场
      facts: {fairs: 6}
      points: 8
""")
    assert [each.name for each in outcomes] == ["4.4 五场", "4.4 六场"]
    assert outcomes[0].difference == (
        "得分应为8/8/8，实为5/5/8；提示应为无，实为rule-ambiguous；"
        "读法 at-five 应得5分，实得8分；折合总分应为2.8分，实为1.75分"
    )
    assert outcomes[1].difference == ""


def test_a_wrong_expectation_of_the_sheet_is_told(ran):
    (outcome,) = ran("""
sheets:
  - name: 七十分
    groups: {"1": 70, "2": 70, "3": 70, "4": 70, "5": 70}
    total: [70, 70, 71]
    grade: 不合格
    award: 40000
""")
    assert outcome.difference == (
        "总分应为70/70/71，实为70/70/70；等次应为不合格（可能：不合格），实为合格（可能：不合格、合格）；"
        "奖补应为40000（可能：40000），实为0（可能：0）；提示应为无，实为rule-ambiguous"
    )


def test_a_changed_threshold_makes_its_cases_fail(tmp_path):
    folder = Path(shutil.copytree(WEIHAI, tmp_path / "copy"))
    path = folder / "group-3.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("posts > 15", "posts > 16"), encoding="utf-8")
    wrong = {each.name for each in run_cases(folder) if each.difference}
    assert wrong == {"3.1 16条", "3.2 16条"}


CASE = "    - {name: 一, facts: {posts: 16}, points: 30}\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            'cells:\n  "3.1":\n    - {name: 一, fact: {posts: 16}, points: 30}\n',
            "own.yaml 第3行第17列 cells.3.1.0.fact：没有这个键；此处可写：name、points、facts、flags",
        ),
        ("case: []\n", "own.yaml 第1行第1列 case：没有这个键；此处可写：cells、sheets"),
        (f'cells:\n  "9.9":\n{CASE}', "own.yaml 第2行第3列 cells.9.9：没有这项指标；可写：1.1、1.2"),
        (f'cells:\n  "4.4":\n{CASE}', "第3行第25列 cells.4.4.0.facts.posts：这项指标的分档不用这个事实；可写：fairs"),
        ('cells:\n  "3.1":\n    - {name: 一, facts: {posts: 16}}\n', "cells.3.1.0.points：缺少键 points"),
        ('cells:\n  "3.1":\n    - {name: 一, points: many}\n', "cells.3.1.0.points：“many”应是数或算式"),
        ('cells:\n  "3.1":\n    - {name: 一, points: [1, 2]}\n', "最低、预填、最高三个数"),
        ('cells:\n  "3.1":\n    - {name: 一, points: 0, evidence: none}\n', "可写：'firm'、'counted'"),
        ('cells:\n  "3.1":\n    - {name: 一, points: 0, readings: {other: 1}}\n', "readings.other：这项指标没有"),
        ('sheets:\n  - {name: 一, groups: {"1": 5}, total: 1, grade: 优秀, award: 0}\n', "应写全各组的得分：1、2、3"),
        (f'cells:\n  "3.1":\n{CASE}  "3.1":\n{CASE}', "own.yaml 第4行第3列 3.1：同一个键写了两次"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_case_is_named_with_file_place_key_and_what_is_allowed(ran, text, says):
    with pytest.raises(RuleError) as caught:
        ran(text)
    assert says in str(caught.value)


def test_a_rule_set_without_cases_has_no_outcomes(tmp_path):
    folder = Path(shutil.copytree(WEIHAI, tmp_path / "copy", ignore=shutil.ignore_patterns("cases")))
    assert run_cases(folder) == ()
    assert cells_without(folder) == tuple(cell.id for cell in RULES.indicators)


def test_a_cell_that_no_case_tries_is_told(tmp_path):
    folder = Path(shutil.copytree(WEIHAI, tmp_path / "copy"))
    assert cells_without(folder) == ()
    path = folder / "cases" / "group-5.yaml"
    path.write_text('cells:\n  "5.1": []\n', encoding="utf-8")
    assert cells_without(folder) == ("5.1",)
    done = CliRunner().invoke(main, ["rules", "test", str(folder)])
    assert (done.exit_code, "✗ 5.1：没有算例，请在 copy/cases 中补上" in done.output) == (4, True)


def test_one_number_stands_for_all_three(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text('cells: {"3.1": [{name: 一, facts: {posts: [1, 2, unknown]}, points: 25}]}', encoding="utf-8")
    (case,) = load_cases(path, RULES).cells["3.1"]
    assert case.facts["posts"] == (1, 2, None)
    assert case.points == (25, 25, 25)


def test_points_of_groups_keep_their_fractions():
    three = {group.id: (Fraction(1, 3), Fraction(2, 3), Fraction(1)) for group in RULES.groups}
    sheet = score_groups(three, RULES)
    assert (sheet.total.low, sheet.total.proposed, sheet.total.high) == (Fraction(1, 3), Fraction(2, 3), 1)
