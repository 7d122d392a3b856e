"""Every layout and wording of `group1` through the real pipeline, under telling and under neutral names."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.engines import Blind
from tests.generated.group1 import CELLS, FULL, SCHOOL, YEAR, Case, cases, write
from verifier import pipeline
from verifier.model import IndicatorResult
from verifier.rules import load_rule_set

pytestmark = pytest.mark.slow

CASES = {case.name: case for case in cases()}
RUNS = [(name, neutral) for name, case in CASES.items() for neutral in (False, True) if not (neutral and case.once)]


@pytest.fixture(scope="module")
def sight(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Sight:
    """All cases observed at once, a folder each."""
    root = tmp_path_factory.mktemp("cases")
    for number, (name, neutral) in enumerate(RUNS):
        write(CASES[name], root / f"k{number:03}", neutral)
    return pipeline.observe(root, tmp_path_factory.mktemp("work"), load_rule_set("weihai-2020"), Blind(), None)


def judged(sight: pipeline.Sight, number: int) -> dict[str, IndicatorResult]:
    folder = f"k{number:03}/"
    own = replace(
        sight,
        observed=tuple(seen for seen in sight.observed if seen.path.startswith(folder)),
        files=tuple(file for file in sight.files if file.path.startswith(folder)),
        flags=tuple(flag for flag in sight.flags if flag.place and flag.place.file.startswith(folder)),
    )
    sheet = pipeline.judge(own, load_rule_set("weihai-2020"), YEAR, SCHOOL).sheet
    return {result.indicator: result for result in sheet.results}


def wrong(case: Case, results: dict[str, IndicatorResult]) -> list[str]:
    """What differs from what the case asks for, a line each."""
    told = []
    for cell in CELLS:
        if cell in case.loose:
            continue
        result = results[cell]
        shown = tuple(map(float, (result.low, result.proposed, result.high)))
        codes = {flag.code for flag in result.flags}
        why = "; ".join(f"{each.file.split('/', 1)[1]}: {each.why} [{each.standing}]" for each in result.evidence)
        if cell not in case.points:
            if shown != (0, 0, 0) or codes != {"no-evidence"}:
                told.append(f"{cell} should have nothing: {shown} {codes} {why}")
            continue
        if shown != case.points[cell]:
            told.append(f"{cell} {shown}, not {case.points[cell]}: {codes} {why}")
        missing = case.flags.get(cell, set()) - codes
        if missing:
            told.append(f"{cell} lacks {missing}: {codes} {why}")
        if cell in FULL and not case.flags.get(cell) and {f.code for f in result.flags if f.severity != "note"}:
            told.append(f"{cell} has {codes}: {why}")
    facts = {name: value for result in results.values() for name, value in result.facts.items()}
    for name, value in case.facts.items():
        if facts.get(name) != Fraction(str(value)):
            told.append(f"{name} is {facts.get(name)}, not {value}")
    return told


@pytest.mark.parametrize("number", range(len(RUNS)), ids=[f"{n}{' *' if neutral else ''}" for n, neutral in RUNS])
def test_points_follow_the_content(sight: pipeline.Sight, number: int) -> None:
    name, _ = RUNS[number]
    told = wrong(CASES[name], judged(sight, number))
    assert told == []
