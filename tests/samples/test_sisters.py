"""The small papers of the good sample in every packing and in sister formats give the same proposed points.

They hold no pictures, so that no model has to run: tests/bench/sisters.py has the whole bundle.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path, PurePosixPath

import pytest

from tests.bench.sisters import Files, bundle_in
from tests.bundle.packers import packed
from tests.engines import Blind
from verifier import pipeline
from verifier.model import RuleSet

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "good" / "bundle"
_SMALL = {".docx": 40_000, ".pdf": 40_000, ".xlsx": 10_000}
"""bytes up to which a paper is taken"""
WAYS = ("zip in GBK", "rar, stored", "nested", "docx→doc", "xlsx→ods", "pdf→ofd")


@pytest.fixture(scope="module")
def papers() -> Files:
    files = packed(SAMPLE)
    return {name: data for name, data in files.items() if len(data) < _SMALL.get(PurePosixPath(name).suffix, 0)}


def points(bundle: Path, work: Path, rules: RuleSet) -> dict[str, Fraction]:
    sight = pipeline.observe(bundle, work, rules, Blind(), None)
    return {result.indicator: result.proposed for result in pipeline.judge(sight, rules).sheet.results}


@pytest.fixture(scope="module")
def right(papers: Files, tmp_path_factory: pytest.TempPathFactory, rules: RuleSet) -> dict[str, Fraction]:
    folder = tmp_path_factory.mktemp("right")
    return points(bundle_in("zip in UTF-8", papers, folder)[0], folder / "work", rules)


def test_the_papers_alone_earn_points_in_many_cells(right):
    assert sum(each > 0 for each in right.values()) > 4


@pytest.mark.parametrize("way", WAYS)
def test_sisters_give_the_same_proposed_points(papers, right, tmp_path, rules, way):
    bundle, count = bundle_in(way, papers, tmp_path)
    assert count > 0
    assert points(bundle, tmp_path / "work", rules) == right
