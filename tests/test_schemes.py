"""The demonstrations: other published schemes as rule sets alone, each with a bundle and results set by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner

from tests.decisions.judged import decision
from verifier.cases import cases_of, coverage, run_cases
from verifier.cli import main
from verifier.decisions import apply
from verifier.lint import look_over, open_findings
from verifier.outputs.points import final_of
from verifier.record import read_evidence, read_judged
from verifier.rules import folder_of, load_rule_set

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NAMES = ("jianxi", "chongfen")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for name in NAMES:
        made[name] = tmp_path_factory.mktemp(name) / "out"
        wanted = expected(name)
        words = ("--rules", wanted["rules"], "--year", str(wanted["year"]), "--out", str(made[name]))
        done = CliRunner().invoke(main, ["check", str(SAMPLES / name / "bundle"), *words])
        assert done.exit_code in (0, 2), done.output
    return made


def expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SAMPLES / name / "expected.json").read_text(encoding="utf-8"))
    return data


def result(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    return data


def spread(row: dict[str, Any]) -> tuple[float, float, float]:
    return row["low"], row["proposed"], row["high"]


@pytest.mark.parametrize("name", NAMES)
def test_points_and_facts_are_those_set_by_hand(outputs: dict[str, Path], name: str) -> None:
    found, wanted = result(outputs[name]), expected(name)
    assert found["school"]["name"] == wanted["school"]
    assert {cell["id"]: spread(cell) for cell in found["indicators"]} == {
        cell: spread(row) for cell, row in wanted["indicators"].items()
    }
    for cell in found["indicators"]:
        for fact, value in wanted["indicators"][cell["id"]]["facts"].items():
            assert cell["facts"][fact] == pytest.approx(value), (cell["id"], fact)


@pytest.mark.parametrize("name", NAMES)
def test_groups_total_and_grade_are_those_set_by_hand(outputs: dict[str, Path], name: str) -> None:
    found, wanted = result(outputs[name]), expected(name)
    assert {group["id"]: spread(group) for group in found["groups"]} == {
        group: spread(row) for group, row in wanted["groups"].items()
    }
    assert spread(found["total"]) == spread(wanted["total"])
    assert (found["grade"], found["award_yuan"]) == (wanted["grade"], wanted["award_yuan"])


@pytest.mark.parametrize("name", NAMES)
def test_flags_are_those_set_by_hand(outputs: dict[str, Path], name: str) -> None:
    found = result(outputs[name])
    flags = [(flag, cell["id"]) for cell in found["indicators"] for flag in cell["flags"]]
    flags += [(flag, None) for flag in found["flags"]]
    told = {(flag["code"], flag["severity"], cell, flag.get("file")) for flag, cell in flags}
    assert told == {(row["code"], row["severity"], row["indicator"], row["file"]) for row in expected(name)["flags"]}


@pytest.mark.parametrize("name", NAMES)
def test_the_form_of_the_scheme_bears_its_wording_and_the_points(outputs: dict[str, Path], name: str) -> None:
    wanted = expected(name)
    form = load_rule_set(wanted["rules"]).form
    table = docx.Document(str(outputs[name] / "annex2.docx")).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert form is not None and [row[4] for row in rows[1:-1]] == [row.standard for row in form.rows]
    assert [float(row[6]) for row in rows[1:-1]] == [row["proposed"] for row in wanted["indicators"].values()]
    groups = list(dict.fromkeys((row.indicator[0], found[7]) for row, found in zip(form.rows, rows[1:-1], strict=True)))
    assert [float(points) for _, points in groups] == [row["proposed"] for row in wanted["groups"].values()]
    assert float(rows[-1][7]) == wanted["total"]["proposed"]


@pytest.mark.parametrize("name", NAMES)
def test_its_cases_hold_and_try_all_and_lint_leaves_nothing_open(name: str) -> None:
    folder = folder_of(expected(name)["rules"])
    rules = load_rule_set(folder)
    assert rules.demonstration and "示范" in rules.title
    assert not [each for each in run_cases(folder) if each.difference]
    tried = coverage(rules, cases_of(folder, rules))
    assert (tried.thresholds, tried.tiers, tried.bands, tried.words, tried.numbers) == ((), (), (), (), ())
    assert not open_findings(look_over(folder, None, date(2026, 11, 30)))


def test_nothing_more_is_asked_for_where_the_bonus_is_full(outputs: dict[str, Path]) -> None:
    page = (outputs["chongfen"] / "report.html").read_text(encoding="utf-8")
    assert "加分，最多 10 分" in page and "直接计分" in page
    assert "论文和调查报告再增加" not in page.split("各组得分")[0]


def test_what_a_reviewer_decides_of_a_bonus_counts_up_to_its_cap(outputs: dict[str, Path]) -> None:
    found, seen = read_judged(outputs["chongfen"])
    rules, evidence = load_rule_set("chongfen-jiuye"), read_evidence(outputs["chongfen"])

    def decided(points: int) -> tuple[float, float, float]:
        """Of 3.2, which has 9: of the group, of the total, and what the form says of the group."""
        made = apply(found, evidence, [decision(found, "points", "3.2", points=points, line="a")], rules, seen)
        assert made.decided is not None
        group = next(each for each in made.groups if each.id == "3")
        own = next(each.points for each in made.decided.groups if each.id == "3")
        return float(own), float(made.decided.total), float(final_of(made, group))

    assert decided(7) == (10, 21, 10)
    assert decided(5) == (9, 20, 9)


def test_scored_again_under_the_same_rules_nothing_moves(outputs: dict[str, Path]) -> None:
    done = CliRunner().invoke(main, ["rules", "try", "chongfen-jiuye", str(outputs["chongfen"])])
    assert "0 项有变动" in done.output and "21分 → 21分" in done.output, done.output
