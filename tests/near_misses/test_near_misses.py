"""No near miss earns a proposed point, alone or beside a bundle that is one short, and none opens a cell in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.counting.scenes import SCHOOL, photo
from tests.engines import Blind
from tests.near_misses.making import NearMiss, forms, near_misses, scanned, shown, written
from tests.near_misses.short import one_short
from verifier import batch, pipeline
from verifier.model import IndicatorResult, Observed
from verifier.rules import load_rule_set

RULES = load_rule_set("weihai-2020")
GOOD = "山东交通学院（威海）"
LEAST = 15
"""near misses a cell"""
EVERYDAY = 9
"""of so many near misses the everyday run takes one"""


def _each() -> list[ParameterSet]:
    """Every near miss; the everyday run takes some of each cell."""
    return [
        pytest.param(one, id=one.id, marks=() if at % EVERYDAY == 0 else pytest.mark.slow)
        for at, one in enumerate(near_misses())
    ]


def _looks(one: NearMiss, folder: Path) -> Iterator[tuple[str, tuple[Observed, ...]]]:
    """The paper in each of its formats and as a scan, or the picture."""
    asked, name = forms(one) if one.filed else (), f"k{near_misses().index(one):03}"
    for form in asked:
        written(one, folder / name / f"{name} {form}", form)
    sight = pipeline.observe(folder / name, folder / f"{name} work", RULES, Blind(), None) if asked else None
    for form in asked:
        assert sight is not None
        yield form, tuple(seen for seen in sight.observed if seen.path.startswith(f"{name} {form}/"))
    if one.form in ("text", "sheet"):
        yield "scan", (scanned(one, f"{name}.pdf"),)
    else:
        yield one.form, (shown(one, f"{name}.png"),)


def _judged(*observed: Observed, school: str = SCHOOL) -> Mapping[str, IndicatorResult]:
    sight = pipeline.Sight("bundle", tuple(seen.document.file for seen in observed), observed, ())
    return {each.indicator: each for each in pipeline.judge(sight, RULES, 2024, school).sheet.results}


def test_every_cell_has_near_misses() -> None:
    many = Counter(one.cell for one in near_misses())
    assert set(many) == {cell.id for cell in RULES.indicators}
    assert min(many.values()) >= LEAST


@pytest.mark.parametrize("one", _each())
def test_a_near_miss_earns_nothing(one: NearMiss, tmp_path: Path) -> None:
    told = []
    for form, observed in _looks(one, tmp_path):
        assert observed
        for id_, result in _judged(*observed).items():
            if id_ in one.earns:
                continue
            if result.proposed:
                told.append(f"{form}: {id_} has {float(result.proposed)} by {[each.why for each in result.evidence]}")
            codes = {flag.code for flag in result.flags if flag.severity != "note"}
            if result.high and not codes - {"no-evidence"}:
                told.append(f"{form}: {id_} is open without a reason")
    assert told == []


@pytest.mark.slow
@pytest.mark.parametrize("one", near_misses(), ids=lambda one: one.id)
def test_a_near_miss_moves_nothing_beside_papers_that_are_one_short(one: NearMiss, tmp_path: Path) -> None:
    short = one_short()
    before = _judged(*short)
    told = []
    for form, observed in _looks(one, tmp_path):
        for id_, result in _judged(*short, *observed).items():
            if id_ not in one.earns and result.proposed != before[id_].proposed:
                told.append(f"{form}: {id_} has {float(result.proposed)} for {float(before[id_].proposed)}")
    assert told == []


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> tuple[Observed, ...]:
    """The papers of a diligent school."""
    settings = batch.Settings(cache=cache)
    bundle = Path(__file__).parents[2] / "samples/good/bundle"
    work = tmp_path_factory.mktemp("good")
    return pipeline.observe(bundle, work, RULES, settings.engine(), settings.readings()).observed


@pytest.mark.slow
@pytest.mark.parametrize("cell", [cell.id for cell in RULES.indicators])
def test_the_near_misses_of_a_cell_move_nothing_beside_a_whole_bundle(
    cell: str, tmp_path: Path, good: tuple[Observed, ...]
) -> None:
    added = [next(_looks(one, tmp_path))[1] for one in near_misses() if one.cell == cell and not one.earns]
    before, after = _judged(*good, school=GOOD), _judged(*good, *chain.from_iterable(added), school=GOOD)
    moved = {id_: (float(before[id_].proposed), float(after[id_].proposed)) for id_ in before}
    assert {id_: both for id_, both in moved.items() if both[0] != both[1]} == {}


def test_what_only_sounds_like_a_near_miss_counts() -> None:
    """租房补贴 is a policy and no housing agent's; a clock on a photo's watermark makes no screen of it."""
    lines = ("来威海就未来", "高校毕业生就业创业政策", "租房补贴 每月600元", "购房补助 一次性发放")
    assert _judged(photo("0.jpg", *lines, taken="2024-04-09"))["3.3"].proposed == 20
