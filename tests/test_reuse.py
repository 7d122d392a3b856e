"""A photo or a certificate that another bundle shows too: in a batch, and in the outputs of earlier runs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.counting.photo_papers import SCHOOL, photo, points
from tests.counting.station_papers import rules
from tests.counting.test_likeness import CHANGES, saved, scene
from verifier import batch
from verifier.batch import Settings
from verifier.errors import UsageError
from verifier.history import kept_in
from verifier.model import INTERNSHIP, Employer, Fact, Internship, Observed, OtherBundle, Person, Place
from verifier.pipeline import Silent
from verifier.reuse import Elsewhere

OTHER = "威海职业学院"
SIGN = "大学生创新创业大赛决赛"


def codes_of(seen: Observed, *bundles: OtherBundle, year: int | None = 2024) -> list[str]:
    found = Elsewhere(bundles, rules()).reused([seen], "本校", SCHOOL, year)
    return [reuse.code for reuse in found.get(seen.path, ())]


@pytest.mark.parametrize(
    ("bundle", "codes"),
    [
        (OtherBundle("x", OTHER, 2024, ()), ["reused-across-schools"]),
        (OtherBundle("x", OTHER, 2021, ()), ["reused-across-schools"]),
        (OtherBundle("x", SCHOOL, 2023, ()), ["reused-from-earlier"]),
        (OtherBundle("x", SCHOOL, 2024, ()), []),
        (OtherBundle("x", SCHOOL, 2025, ()), []),
        (OtherBundle("x", None, None, ()), []),
        (OtherBundle("x", None, None, (), of_last_year=True), ["reused-from-earlier"]),
        (OtherBundle("x", None, 2024, (), of_this_run=True), ["reused-across-schools"]),
        (OtherBundle("x", SCHOOL, 2024, (), of_this_run=True), []),
        (OtherBundle("本校", None, None, (), of_this_run=True), []),
    ],
)
def test_whose_bundle_shows_a_picture_decides_what_it_is(bundle: OtherBundle, codes: list[str]) -> None:
    shown = replace(bundle, shown=(photo("b.jpg", SIGN, data="x"),))
    assert codes_of(photo("a.jpg", SIGN, data="x"), shown) == codes


@pytest.mark.parametrize(("lines", "taken", "most"), [
    (("威海市人力资源和社会保障局", "威海市高校毕业生就业创业政策", "生活补贴 购房补贴", "2024年6月"), "", 20),
    ((SCHOOL, "威海市人力资源和社会保障局", "威海市高校毕业生就业创业政策", "生活补贴", "2024年6月"), "", 0),
    (("威海市人力资源和社会保障局", "威海市高校毕业生就业创业政策", "生活补贴 购房补贴"), "2024-06-05", 0),
])  # fmt: skip
def test_only_the_file_of_a_poster_of_the_bureau_may_be_everywhere(
    lines: tuple[str, ...], taken: str, most: int
) -> None:
    seen = photo("a.jpg", *lines, taken=taken)
    elsewhere = Elsewhere([OtherBundle("x", OTHER, 2024, (photo("b.jpg", *lines, data="a.jpg"),))], rules())
    assert points("3.3", seen, reused=elsewhere.reused([seen], "本校", SCHOOL, 2024)) == (most, most, 20)


def test_a_certificate_is_the_same_only_of_the_same_people(tmp_path: Path) -> None:
    image = saved(tmp_path, "a.jpg", scene(4))
    again = saved(tmp_path, "b.jpg", CHANGES["scaled"](scene(4)))

    def certificate(path: str, name: str, image: Path) -> Observed:
        seen = photo(path, image=image)
        value = Internship(Person(name), SCHOOL, Employer("威海甲有限公司"), None, None)
        return replace(seen, facts=(*seen.facts, Fact(INTERNSHIP, value, name, Place(path, 1))))

    one = certificate("a.jpg", "张一", image)
    same, another = (certificate("b.jpg", name, again) for name in ("张一", "李二"))
    assert codes_of(one, OtherBundle("x", OTHER, 2024, (same,))) == ["reused-across-schools"]
    assert codes_of(one, OtherBundle("x", OTHER, 2024, (another,))) == []


def bundle(folder: Path, picture: Any) -> Path:
    home = folder / "4.8创业大赛"
    home.mkdir(parents=True)
    saved(home, "现场.jpg", picture)
    return folder


def reused(out: Path) -> list[tuple[str, str, str]]:
    record = json.loads((out / "result.json").read_text("utf-8"))
    return [
        (cell["id"], flag["code"], flag["file"])
        for cell in record["indicators"]
        for flag in cell["flags"]
        if flag["code"].startswith("reused-")
    ]


@pytest.mark.slow
def test_a_batch_and_later_runs_find_a_photo_again_in_both_bundles(tmp_path: Path) -> None:
    whole = scene(5, 1)
    bundle(tmp_path / "各校" / "甲校", whole)
    bundle(tmp_path / "各校" / "乙校", CHANGES["cropped by a third"](whole))
    bundle(tmp_path / "各校" / "丙校", scene(6, 1))
    settings = Settings(year=2024, ocr="tesseract", jobs=0)
    rows = batch.batch(tmp_path / "各校", tmp_path / "汇总", settings, Silent())
    wanted = [("4.8", "reused-across-schools", "4.8创业大赛/现场.jpg")]
    assert [reused(tmp_path / "汇总" / name) for name in ("甲校", "乙校", "丙校")] == [wanted, wanted, []]
    told = {row.name: len(list(row.reuses)) for row in rows}
    assert told == {"甲校": 1, "乙校": 1, "丙校": 0}

    last = Settings(year=2023, school=OTHER, ocr="tesseract", jobs=0)
    batch.check(tmp_path / "各校" / "丙校", tmp_path / "以往" / "2023", last, Silent())
    later = Settings(year=2024, school=OTHER, ocr="tesseract", jobs=0, history=tmp_path / "以往")
    batch.check(tmp_path / "各校" / "丙校", tmp_path / "今年", later, Silent())
    assert reused(tmp_path / "今年") == [("4.8", "reused-from-earlier", "4.8创业大赛/现场.jpg")]


def test_a_history_without_results_is_told_in_one_sentence(tmp_path: Path) -> None:
    bundle(tmp_path / "甲校", scene(5))
    with pytest.raises(UsageError, match="没有以往的核验结果"):
        batch.check(tmp_path / "甲校", None, Settings(ocr="tesseract", history=tmp_path, jobs=0), Silent())


@pytest.mark.slow
def test_runs_go_into_a_history_and_a_batch_is_not_checked_again_for_its_own(tmp_path: Path) -> None:
    bundle(tmp_path / "去年" / "丙校", scene(6, 1))
    bundle(tmp_path / "各校" / "丙校", CHANGES["scaled"](scene(6, 1)))
    lasting = tmp_path / "历史"
    lasting.mkdir()
    last, now = (
        Settings(year=year, school=OTHER, ocr="tesseract", jobs=0, history=lasting, cache=tmp_path / "cache")
        for year in (2023, 2024)
    )
    batch.check(tmp_path / "去年" / "丙校", tmp_path / "去年结果", last, Silent())
    assert reused(tmp_path / "去年结果") == []
    batch.check(tmp_path / "去年" / "丙校", tmp_path / "去年结果", last, Silent())
    assert reused(tmp_path / "去年结果") == [] and "历年得分" not in (tmp_path / "去年结果" / "report.html").read_text(
        "utf-8"
    )

    told: list[str] = []

    class Told(Silent):
        def tell(self, text: str) -> None:
            told.append(text)

    for kept in ([], ["丙校：没有变化，沿用上次的结果"]):
        told.clear()
        batch.batch(tmp_path / "各校", tmp_path / "汇总", now, Told())
        assert told == kept
        assert reused(tmp_path / "汇总" / "丙校") == [("4.8", "reused-from-earlier", "4.8创业大赛/现场.jpg")]
    assert "历年得分" in (tmp_path / "汇总" / "丙校" / "report.html").read_text("utf-8")
    with kept_in(lasting) as memory:
        assert [(run.year, run.name) for run in memory.runs()] == [(2023, "去年结果"), (2024, "丙校")]
