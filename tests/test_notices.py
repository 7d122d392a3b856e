"""What has to be known before any points is said at the top of the report and on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from verifier.cli import main
from verifier.files.output_folder import REPORT, SUMMARY_PAGE

PLAN = "威海职业学院就业创业服务指导站2024年工作计划\n三月举办校园招聘会\n2024年1月5日\n"


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def plan(folder: Path, text: str = PLAN) -> Path:
    folder.mkdir(parents=True)
    (folder / "计划.txt").write_text(text, encoding="utf-8")
    return folder


def said(*words: object) -> list[str]:
    """What a command says on stderr that has to be known, though it is told to be quiet."""
    done = CliRunner().invoke(main, [*map(str, words), "--quiet", "--ocr", "tesseract", "--no-cache"])
    assert done.exit_code == 0, done.stderr
    return [line.removeprefix("注意：") for line in done.stderr.splitlines() if line.startswith("注意：")]


def on_top(page: Path) -> list[str]:
    """The sentences that stand before the points."""
    found = html.fromstring(page.read_bytes()).xpath("//p[@class='notice'][not(preceding::section)]")
    return [each.text_content().removeprefix("▲ ").strip() for each in found]


def test_of_papers_that_bear_out_school_and_year_nothing_has_to_be_known(tmp_path: Path) -> None:
    bundle, out = plan(tmp_path / "材料"), tmp_path / "结果"
    assert said("check", bundle, "--out", out, "--school", "威海职业学院", "--year", 2024) == []
    assert on_top(out / REPORT) == []


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    bundle, out = tmp_path / "空", tmp_path / "结果"
    bundle.mkdir()
    (bundle / "Thumbs.db").write_bytes(b"")
    (told,) = said("check", bundle, "--out", out)
    assert told.startswith("这份材料里没有可以核验的文件，0分只说明没有材料")
    assert on_top(out / REPORT) == [told]


def test_an_output_folder_that_is_given_as_a_bundle_is_told(tmp_path: Path) -> None:
    first, out = tmp_path / "第一次", tmp_path / "结果"
    said("check", plan(tmp_path / "材料"), "--out", first)
    told = said("check", first, "--out", out)
    assert told[0].startswith("“第一次”是核验结果文件夹") and on_top(out / REPORT) == told


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--school", "威海海洋职业学院"), "没有一份材料写着指定的学校“威海海洋职业学院”，材料写的是“威海职业学院”"),
        (("--year", "2031"), "没有一份材料的日期、标题或文字是指定的2031年，材料多数是2024年的"),
    ],
)
def test_a_school_or_a_year_that_no_paper_supports_is_told(tmp_path: Path, option: tuple[str, str], told: str) -> None:
    out = tmp_path / "结果"
    (line,) = said("check", plan(tmp_path / "材料"), "--out", out, *option)
    assert line.startswith(told) and line.endswith(("请核对指定的学校名称。", "请核对指定的考核年度。"))
    assert "--" not in line
    assert on_top(out / REPORT) == [line]


def test_one_schools_own_folder_given_to_batch_is_told(tmp_path: Path) -> None:
    home, out = tmp_path / "威海职业学院", tmp_path / "汇总"
    for name in ("1.1 办公场所", "二、信息采集", "工作计划"):
        plan(home / name)
    (told,) = said("batch", home, "--out", out)
    assert told.startswith("“威海职业学院”下的文件夹（1.1 办公场所、二、信息采集、工作计划）像是一所学校的各项材料")
    assert "请按一所学校的材料重新核验" in told
    assert on_top(out / SUMMARY_PAGE) == [told]
    assert on_top(out / "工作计划" / REPORT) == [told]


def test_loose_files_beside_bundles_are_told_and_schools_are_no_cells(tmp_path: Path) -> None:
    home, out = tmp_path / "各校", tmp_path / "汇总"
    plan(home / "威海职业学院")
    plan(home / "山东大学（威海）", PLAN.replace("威海职业学院", "山东大学（威海）"))
    for name in ("说明.docx", "照片.jpg", "Thumbs.db", "~$说明.docx"):
        (home / name).write_bytes(b"x")
    (told,) = said("batch", home, "--out", out)
    assert told.startswith("“各校”下有 2 个文件不在任何一所学校的文件夹里，没有读：照片.jpg、说明.docx。")
    assert on_top(out / SUMMARY_PAGE) == [told]


def test_a_folder_without_bundles_and_one_of_results_are_told(tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    (told,) = said("batch", empty, "--out", tmp_path / "汇总")
    assert told.startswith("“空”下没有文件夹或压缩包") and on_top(tmp_path / "汇总" / SUMMARY_PAGE) == [told]
    (told,) = said("batch", tmp_path / "汇总", "--out", tmp_path / "再汇总")
    assert told.startswith("“汇总”是核验结果文件夹")


def test_the_plan_of_another_school_tells_nothing_of_the_year(tmp_path: Path) -> None:
    bundle = plan(tmp_path / "papers")
    for number in (1, 2):
        text = PLAN.replace("职业学院", "海洋职业学院").replace("2024", "2023")
        (bundle / f"别校{number}.txt").write_text(text, "utf-8")
    words = ("--school", "威海职业学院", "--out", tmp_path / "out")
    assert said("check", bundle, *words) == []
    result = json.loads((tmp_path / "out" / "result.json").read_text("utf-8"))
    assert (result["school"]["name"], result["year"]) == ("威海职业学院", 2024)


@pytest.mark.parametrize("option", ["--last-year", "--bureau-data", "--history"])
def test_a_path_that_is_not_there_is_told_before_anything_is_read(
    tmp_path: Path, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verifier.pipeline.observe", None)
    for command in ("check", "batch"):
        words = (command, plan(tmp_path / command / "papers"), "--out", tmp_path / "out", option, tmp_path / "没有")
        done = CliRunner().invoke(main, list(map(str, words)))
        assert done.exit_code == 2 and "找不到" in done.stderr and "没有”，请检查路径" in done.stderr


def test_where_no_paper_is_of_the_named_school_all_tell_the_year(tmp_path: Path) -> None:
    bundle = plan(tmp_path / "papers")
    said("check", bundle, "--school", "烟台某某学院", "--out", tmp_path / "out")
    result = json.loads((tmp_path / "out" / "result.json").read_text("utf-8"))
    assert result["year"] == 2024
