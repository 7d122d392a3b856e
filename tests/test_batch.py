"""Many bundles: what is checked again and what is not, and the summary that a bureau looks at first."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from lxml import html

from tests.counting.test_likeness import CHANGES, saved, scene
from tests.test_passwords import PASSWORD, locked_pdf
from verifier import batch
from verifier.batch import Settings, checking
from verifier.errors import UsageError, WriteError
from verifier.files import alone
from verifier.model import Limits, Terms
from verifier.pipeline import Silent
from verifier.readers import office
from verifier.record import read_years


class Watched(Silent):
    """Keeps which bundles were said to be kept as they are."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def tell(self, text: str) -> None:
        if "沿用" in text:
            self.kept.append(text.split("：")[0])


SETTINGS = Settings(year=2024, ocr="tesseract", jobs=0)
PLAN = "威海甲学院就业创业服务指导站2024年工作计划\n三月举办校园招聘会\n2024年1月5日\n"


def write_plan(folder: Path, text: str = PLAN) -> None:
    home = folder / "1 基础工作"
    home.mkdir(parents=True)
    (home / "=计划.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def schools(tmp_path: Path) -> Path:
    """Two schools that have nothing to do with each other, and an archive that can't be opened."""
    home = tmp_path / "各校"
    write_plan(home / "甲学院")
    write_plan(home / "乙大学", PLAN.replace("甲学院", "乙大学"))
    (home / "坏的.zip").write_bytes(b"PK\x03\x04 cut short")
    return home


def run(schools: Path, settings: Settings = SETTINGS) -> tuple[list[str], Mapping[str, Any]]:
    """The bundles that were kept as they were, and the rows by name."""
    watched = Watched()
    batch.batch(schools, schools.parent / "汇总", settings, watched)
    rows = json.loads((schools.parent / "汇总" / "summary.json").read_text("utf-8"))
    return watched.kept, {row["name"]: row for row in rows}


def outputs(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name not in ("result.json", "made-from.json")
    }


def test_what_has_not_changed_is_not_checked_again_and_gives_the_same_summary(schools: Path) -> None:
    assert run(schools)[0] == []
    before = outputs(schools.parent / "汇总")
    kept, rows = run(schools)
    assert sorted(kept) == ["乙大学", "甲学院"]
    assert outputs(schools.parent / "汇总") == before
    assert "error" in rows["坏的"] and rows["甲学院"]["total"]["proposed"] > 0


def test_a_stopped_batch_goes_on_where_it_stopped(schools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = checking.checked

    def stopped(bundle: Path, *rest: Any) -> Any:
        if bundle.name == "甲学院":
            raise KeyboardInterrupt
        return check(bundle, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(checking, "checked", stopped)
        with pytest.raises(KeyboardInterrupt):
            run(schools)
    assert not (schools.parent / "汇总" / "summary.json").exists()
    kept, rows = run(schools)
    assert kept == ["乙大学"] and set(rows) == {"甲学院", "乙大学", "坏的"}


def test_a_batch_keeps_no_earlier_results(schools: Path) -> None:
    run(schools)
    paper = next(path for path in (schools / "乙大学").rglob("*") if path.is_file())
    paper.write_bytes(b"x")
    run(schools)
    assert not list((schools.parent / "汇总").rglob("earlier"))


def test_two_batches_do_not_write_into_one_folder(schools: Path) -> None:
    with alone(schools.parent / "汇总"), pytest.raises(WriteError, match="另一次核验正在往"):
        run(schools)


def test_a_batch_ends_where_there_is_no_room(schools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All others would be read in vain."""
    seen = []

    def full(bundle: Path, *rest: Any) -> Any:
        seen.append(bundle.name)
        raise WriteError("磁盘已满")

    monkeypatch.setattr(checking, "checked", full)
    with pytest.raises(WriteError):
        run(schools)
    assert len(seen) == 1


def test_what_a_killed_batch_left_half_written_goes(schools: Path) -> None:
    draft = schools.parent / "汇总" / ".writing-1-abc.tmp"
    draft.parent.mkdir()
    draft.touch()
    run(schools)
    assert not draft.exists() and not (draft.parent / ".running.lock").exists()


@pytest.mark.parametrize("change", ["text", "a file more", "a file less", "the output", "the evidence"])
def test_what_has_changed_is_checked_again(schools: Path, change: str) -> None:
    home, out = schools / "甲学院" / "1 基础工作", schools.parent / "汇总" / "甲学院"
    run(schools)
    before = (out / "result.json").read_bytes()
    match change:
        case "text":
            (home / "=计划.txt").write_text("没有内容", encoding="utf-8")
        case "a file more":
            (home / "总结.txt").write_text("2024年工作总结", encoding="utf-8")
        case "a file less":
            (home / "=计划.txt").unlink()
        case "the output":
            (out / "result.json").unlink()
        case "the evidence":
            (out / "evidence.json").write_text("{", encoding="utf-8")
    assert run(schools)[0] == ["乙大学"]
    files = [json.loads(each)["files"] for each in (before, (out / "result.json").read_bytes())]
    assert (files[0] == files[1]) == change.startswith("the ")


@pytest.mark.parametrize(
    "settings",
    [
        Settings(year=2023, ocr="tesseract", jobs=0),
        Settings(year=2024, school="丙学院", ocr="tesseract", jobs=0),
        Settings(year=2024, ocr="tesseract", jobs=0, show_pii=True),
        Settings(year=2024, ocr="tesseract", jobs=0, terms=Terms(Limits(files=10))),
        Settings(year=2024, ocr="tesseract", jobs=0, rules="weihai-2020"),
    ],
    ids=["year", "school", "personal data", "limits", "rules named"],
)
def test_other_settings_check_all_again(schools: Path, settings: Settings) -> None:
    run(schools)
    assert run(schools, settings)[0] == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"甲学院": 1}', '{"甲学院": {"source": 1}}'])
def test_a_damaged_note_of_what_was_done_only_costs_time(schools: Path, text: str) -> None:
    run(schools)
    (schools.parent / "汇总" / "made-from.json").write_text(text, encoding="utf-8")
    kept, rows = run(schools)
    assert kept == [] and len(rows) == 3


def test_a_film_is_no_reason_to_check_again_but_a_new_program_is(
    schools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (schools / "甲学院" / "录像.mp4").write_bytes(b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41" + b"\0" * 200)
    monkeypatch.setattr(office, "program", lambda: None)
    rows = run(schools)[1]
    assert "unsupported-format" in {flag["code"] for flag in rows["甲学院"]["flags"]}
    assert len(run(schools)[0]) == 2
    monkeypatch.setattr(office, "program", lambda: "soffice")
    assert run(schools)[0] == []


def test_what_was_locked_is_tried_again_with_a_password(schools: Path) -> None:
    (schools / "甲学院" / "名单.pdf").write_bytes(locked_pdf())
    assert "password-protected" in {flag["code"] for flag in run(schools)[1]["甲学院"]["flags"]}
    assert len(run(schools)[0]) == 2
    told = replace(SETTINGS, terms=Terms(passwords=(PASSWORD,)))
    kept, rows = run(schools, told)
    assert kept == ["乙大学"] and "password-protected" not in {flag["code"] for flag in rows["甲学院"]["flags"]}


@pytest.mark.slow
def test_a_photo_of_another_school_is_told_when_that_school_comes_later_and_no_more_when_it_is_gone(
    tmp_path: Path,
) -> None:
    home, whole = tmp_path / "各校", scene(5, 1)
    for name, picture in (("甲校", whole), ("乙校", scene(6, 1))):
        folder = home / name / "4.8创业大赛"
        folder.mkdir(parents=True)
        saved(folder, "现场.jpg", picture)

    def reused(rows: Mapping[str, Any]) -> list[str]:
        return [
            name for name, row in rows.items() if "reused-across-schools" in {each["code"] for each in row["flags"]}
        ]

    kept, rows = run(home)
    assert (kept, reused(rows)) == ([], [])
    late = home / "丙校" / "4.8创业大赛"
    late.mkdir(parents=True)
    saved(late, "合影.jpg", CHANGES["cropped by a third"](whole))
    kept, rows = run(home)
    assert sorted(kept) == ["乙校", "甲校"] and sorted(reused(rows)) == ["丙校", "甲校"]
    assert "他校或往年用过的材料（2）" in (tmp_path / "汇总" / "summary.html").read_text("utf-8")
    kept, rows = run(home)
    assert len(kept) == 3 and sorted(reused(rows)) == ["丙校", "甲校"]
    shutil.rmtree(home / "丙校")
    kept, rows = run(home)
    assert len(kept) == 2 and reused(rows) == []


def test_the_summary_names_every_bundle_with_its_points_and_leads_to_its_report(schools: Path) -> None:
    rows = run(schools)[1]
    out = schools.parent / "汇总"
    page = html.fromstring((out / "summary.html").read_text("utf-8"))
    links = {link.text_content(): link.get("href") for link in page.iter("a") if "report" in link.get("href")}
    assert len(links) == 2
    assert all((out / unquote(address)).is_file() for address in links.values())
    assert "打不开的材料（1）" in page.text_content() and rows["坏的"]["error"] in page.text_content()

    book = openpyxl.load_workbook(out / "summary.xlsx")
    assert book.sheetnames == ["总表", "各项得分", "提示"]
    overview = {row[0]: row for row in book["总表"].iter_rows(min_row=2, values_only=True)}
    assert set(overview) == set(rows) and overview["坏的"][1] == rows["坏的"]["error"]
    for name in ("甲学院", "乙大学"):
        assert overview[name][3:6] == tuple(rows[name]["total"][key] for key in ("proposed", "low", "high"))
        assert overview[name][11] == sum(flag["severity"] == "gap" for flag in rows[name]["flags"])
    head, *points = book["各项得分"].iter_rows(values_only=True)
    assert len(head) == 2 + 27 and len(points) == 2
    result = json.loads((out / "甲学院" / "result.json").read_text("utf-8"))
    own = next(row for row in points if row[0] == "甲学院")
    assert list(own[2:]) == [cell["proposed"] for cell in result["indicators"]]
    flags = sum(len(row["flags"]) for row in rows.values() if "flags" in row)
    assert book["提示"].max_row == 1 + flags
    files = {cell.value for cell in book["提示"]["G"]} - {None, "文件"}
    assert all(not value.startswith("=") for value in files)


def test_the_summary_tells_what_the_history_knows_of_the_year_before(schools: Path) -> None:
    (schools.parent / "历史库").mkdir()
    last = replace(SETTINGS, year=2023, history=schools.parent / "历史库")
    shutil.rmtree(schools / "乙大学")
    run(schools, last)
    shutil.rmtree(schools.parent / "汇总")
    write_plan(schools / "乙大学", PLAN.replace("甲学院", "乙大学"))
    run(schools, replace(last, year=2024))
    book = openpyxl.load_workbook(schools.parent / "汇总" / "summary.xlsx")
    head, *rows = book["总表"].iter_rows(values_only=True)
    told = {row[0]: row[head.index("上年度")] for row in rows}
    assert told == {"甲学院": 0, "乙大学": None, "坏的": None}
    assert (schools.parent / "汇总" / "summary.html").read_text("utf-8").count("上年度 0") == 1
    kept = schools.parent / "汇总" / "甲学院"
    assert [(run.year, len(run.cells)) for run in read_years(kept)] == [(2023, 27)]
    assert read_years(schools.parent / "汇总" / "乙大学") == ()
    (kept / "pages" / "years.json").write_text("[{}]")
    assert read_years(kept) == ()


def test_what_is_written_is_for_its_owner_alone(schools: Path) -> None:
    saved(schools / "甲学院", "现场.jpg", scene(5, 1))
    before = os.umask(0)
    try:
        run(schools)
    finally:
        os.umask(before)
    out = schools.parent / "汇总"
    assert (out / "甲学院" / "pages" / "index.json").is_file()
    assert [path for path in (out, *out.rglob("*")) if os.name != "nt" and path.stat().st_mode & 0o077] == []


def test_one_school_with_two_bundles_is_told(tmp_path: Path) -> None:
    for name in ("甲学院", "甲学院 补充"):
        write_plan(tmp_path / "各校" / name)
    run(tmp_path / "各校", Settings(year=2024, school="威海甲学院", ocr="tesseract", jobs=0))
    assert "威海甲学院有不止一份材料" in (tmp_path / "汇总" / "summary.html").read_text("utf-8")


def test_a_time_that_changed_alone_is_a_change(schools: Path) -> None:
    run(schools)
    os.utime(schools / "甲学院" / "1 基础工作" / "=计划.txt", (1, 1))
    assert run(schools)[0] == ["乙大学"]


def test_a_bundle_that_is_called_as_the_summary_has_a_folder_of_its_own(schools: Path) -> None:
    write_plan(schools / "summary.json", PLAN.replace("甲学院", "丙大学"))
    _, rows = run(schools)
    assert "summary.json（材料）" in rows
    assert run(schools)[0] == ["summary.json（材料）", "乙大学", "甲学院"]


@pytest.mark.parametrize("where", ["", "缓存", "甲学院/缓存"])
def test_a_cache_within_the_papers_is_refused(schools: Path, tmp_path: Path, where: str) -> None:
    settings = replace(SETTINGS, cache=schools / where)
    with pytest.raises(UsageError, match="缓存文件夹"):
        batch.batch(schools, tmp_path / "out", settings, Silent())
    with pytest.raises(UsageError, match="缓存文件夹"):
        batch.check(schools, tmp_path / "out", settings, Silent())
    assert not (tmp_path / "out").exists()
