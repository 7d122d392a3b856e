"""The commands as a user meets them: exit statuses, what goes where, and what is promised of every run."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from docx import Document
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

from tests.bundle.packers import libarchive_of, rar4_of, rar_of, zip_of
from tests.written import written
from verifier.cli import main
from verifier.cli.faults import faults
from verifier.cli.progress import progress as shown_progress
from verifier.workers import held

HOME = Path(__file__).parent.parent
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SCHOOL = "威海海洋职业学院"
ID = "379901200203044219"
"""fictional: no region 3799 exists"""
PACKERS = {"tar": None, "tar.gz": "gzip", "tgz": "gzip", "tar.bz2": "bzip2", "tar.xz": "xz", "tar.zst": "zstd"}

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command with its own cache, so that nothing of this machine is read or written."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A small bundle without pictures: a plan, a proof of rooms, a roster, a note, and something that is no paper."""
    folder = tmp_path / "材料"
    (folder / "基础工作").mkdir(parents=True)
    _word(folder / "基础工作" / "计划.docx", f"{SCHOOL}就业创业服务指导站2024年工作计划", "三月举办春季招聘会。")
    proof = f"兹证明{SCHOOL}指导站办公场所位于行政楼108室，室内面积36平方米，供指导站固定使用。"
    _word(folder / "基础工作" / "场地证明.docx", "场地证明", proof)
    _roster(folder / "名单.xlsx", [("林小满", ID, "2021003001"), ("周一帆", "379901200105126632", "2021003002")])
    (folder / "说明.txt").write_text(f"{SCHOOL}2024年度材料，联系电话13800001234", encoding="utf-8")
    (folder / "宣传片.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(64))
    return folder


def _word(path: Path, *paragraphs: str) -> None:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def _roster(path: Path, people: list[tuple[str, str, str]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([f"{SCHOOL}2024届毕业生生源信息库"])
    sheet.append(["序号", "姓名", "身份证号", "学号", "生源地", "专业"])
    for number, (name, resident_id, school_number) in enumerate(people, 1):
        sheet.append([number, name, resident_id, school_number, "山东省威海市", "航海技术"])
    book.save(path)


def _without_engine(path: Path) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(path.read_text("utf-8"))
    result.pop("engine")
    return result


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


def _is_one_chinese_sentence(done: Result) -> bool:
    said = done.stderr.strip()
    return "\n" not in said and bool(CHINESE.search(said)) and "Traceback" not in said


# What a check writes


def test_a_check_writes_its_files_whole_and_says_where_the_report_is(run: Run, bundle: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    done = run("check", bundle, "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert str(out / "report.html") in done.stderr
    assert {"result.json", "evidence.json", "report.html", "annex2.docx"} <= {each.name for each in out.iterdir()}
    assert [each for each in out.rglob("*") if each.is_file() and not each.stat().st_size] == []
    assert [each.name for each in out.rglob("*") if each.name.startswith((".", "tmp")) or "tmp" in each.suffix] == []


def test_every_file_of_the_bundle_has_one_row(run: Run, bundle: Path, tmp_path: Path) -> None:
    run("check", bundle, "--out", tmp_path / "out")
    result = _without_engine(tmp_path / "out" / "result.json")
    assert sorted(row["path"] for row in result["files"]) == sorted(
        path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()
    )
    assert {row["path"]: row["status"] for row in result["files"]}["宣传片.mp4"] == "unsupported"


def test_the_record_has_all_cells_and_the_year_and_school_of_the_papers(run: Run, bundle: Path, tmp_path: Path) -> None:
    run("check", bundle, "--out", tmp_path / "out")
    result = _without_engine(tmp_path / "out" / "result.json")
    assert (result["schema"], result["year"], result["school"]["name"]) == ("verifier/result@1", 2024, SCHOOL)
    assert len(result["indicators"]) == 27
    points = {cell["id"]: (cell["low"], cell["proposed"], cell["high"]) for cell in result["indicators"]}
    assert points["1.1"] == (10, 10, 10)
    assert points["1.7"] == (15, 15, 15)
    assert points["2.6"] == (0, 0, 0)
    assert all(low <= proposed <= high for low, proposed, high in points.values())


def test_the_options_say_year_and_school(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    run("check", tmp_path / "空", "--out", tmp_path / "out", "--year", 2023, "--school", "威海职业学院")
    result = _without_engine(tmp_path / "out" / "result.json")
    assert (result["year"], result["school"]["name"]) == (2023, "威海职业学院")
    assert result["period"] == {"from": "2023-01-01", "to": "2023-12-31"}


def test_out_dash_writes_the_record_alone_to_standard_output(bundle: Path) -> None:
    command = [sys.executable, "-m", "verifier", "check", str(bundle), "--out", "-", "--no-cache"]
    done = subprocess.run(command, cwd=HOME, capture_output=True)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["schema"] == "verifier/result@1"


def test_a_zip_gives_what_its_folder_gives(run: Run, bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "材料.zip", "w") as archive:
        for path in sorted(bundle.rglob("*")):
            archive.write(path, path.relative_to(bundle).as_posix())
    run("check", bundle, "--out", tmp_path / "a")
    run("check", tmp_path / "材料.zip", "--out", tmp_path / "b")
    assert _without_engine(tmp_path / "a" / "result.json") == _without_engine(tmp_path / "b" / "result.json")


# Exit statuses


def test_an_empty_folder_is_a_bundle_with_nothing_in_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    done = run("check", tmp_path / "空", "--out", tmp_path / "out")
    assert done.exit_code == 0
    result = _without_engine(tmp_path / "out" / "result.json")
    assert result["files"] == []
    assert (result["total"]["low"], result["total"]["proposed"]) == (0, 0)


@pytest.mark.parametrize("command", ["check", "batch"])
def test_a_path_that_does_not_exist_is_wrong_usage(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path / "没有", "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert _is_one_chinese_sentence(done)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["check", "batch"])
@pytest.mark.parametrize("inside", ["", "out", "a/b"])
def test_an_output_folder_inside_the_bundle_is_wrong_usage(run: Run, bundle: Path, command: str, inside: str) -> None:
    before = sorted(bundle.rglob("*"))
    done = run(command, bundle, "--out", bundle / inside)
    assert done.exit_code == 2
    assert _is_one_chinese_sentence(done)
    assert sorted(bundle.rglob("*")) == before


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut short", b"Rar!\x1a\x07\x01\x00 no zip"])
def test_an_archive_that_cannot_be_opened_writes_nothing(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "坏.zip").write_bytes(data)
    done = run("check", tmp_path / "坏.zip", "--out", tmp_path / "out")
    assert done.exit_code == 3
    assert _is_one_chinese_sentence(done)
    assert not (tmp_path / "out").exists()


def test_an_unknown_rule_set_is_wrong_usage(run: Run, bundle: Path, tmp_path: Path) -> None:
    done = run("check", bundle, "--out", tmp_path / "out", "--rules", "yantai-2020")
    assert done.exit_code == 2
    assert _is_one_chinese_sentence(done)


def test_fail_on_gap_is_met_by_a_gap(run: Run, bundle: Path, tmp_path: Path) -> None:
    assert run("check", bundle, "--out", tmp_path / "out", "--fail-on", "gap").exit_code == 1
    assert (tmp_path / "out" / "result.json").is_file()


def test_a_fault_of_the_program_is_one_sentence(
    run: Run, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr("verifier.batch.check", broken)
    done = run("check", bundle, "--out", tmp_path / "out")
    assert done.exit_code == 4
    assert _is_one_chinese_sentence(done)
    assert "a mistake of ours" in run("check", bundle, "--out", tmp_path / "out", "-v").output


# Promises


def test_a_check_opens_no_connection(run: Run, bundle: Path, tmp_path: Path, offline: None) -> None:
    page = '<html><img src="http://198.51.100.7/a.png"><p>威海就业政策</p><script src="//198.51.100.7/b.js"></script>'
    (bundle / "网页.html").write_text(page, encoding="utf-8")
    picture = Image.new("RGB", (400, 120), "white")
    ImageDraw.Draw(picture).text((20, 40), "2024-05-20", fill="black", font_size=48)
    picture.save(bundle / "照片.png")
    done = run("check", bundle, "--out", tmp_path / "out", "--no-cache")
    assert done.exit_code == 0


def test_two_checks_give_the_same_bytes(run: Run, bundle: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run("check", bundle, "--out", tmp_path / name).exit_code == 0
    assert written(tmp_path / "a") == written(tmp_path / "b")


@pytest.mark.slow
def test_one_job_and_two_give_the_same_bytes(run: Run, bundle: Path, tmp_path: Path) -> None:
    samples = sorted((HOME / "samples" / "good" / "bundle").rglob("*.jpg"))[::3][:11]
    for number, path in enumerate([*samples, samples[0]]):  # one of them twice
        with Image.open(path) as picture:
            picture.thumbnail((640, 640))
            picture.save(bundle / f"照片{number}.jpg")
    for name, jobs in (("a", 1), ("b", 2)):
        assert run("check", bundle, "--out", tmp_path / name, "--no-cache", "--jobs", jobs).exit_code == 0
    assert any(line.get("fact") for line in _evidence_of_pictures(tmp_path / "a"))
    assert written(tmp_path / "a") == written(tmp_path / "b")


def _evidence_of_pictures(out: Path) -> Iterator[dict[str, Any]]:
    cells = _without_engine(out / "result.json")["indicators"]
    yield from (row for cell in cells for row in cell["evidence"] if row["file"].endswith(".jpg"))


def test_the_place_of_a_bundle_does_not_change_its_result(run: Run, bundle: Path, tmp_path: Path) -> None:
    run("check", bundle, "--out", tmp_path / "a")
    moved = tmp_path / "别处" / bundle.name
    moved.parent.mkdir()
    shutil.move(bundle, moved)
    run("check", moved, "--out", tmp_path / "b")
    assert (tmp_path / "a" / "evidence.json").read_bytes() == (tmp_path / "b" / "evidence.json").read_bytes()


def test_personal_data_is_masked_unless_asked_for(run: Run, bundle: Path, tmp_path: Path) -> None:
    done = run("check", bundle, "--out", tmp_path / "out", "-v")
    told = [("", done.output), *_texts_within(tmp_path / "out")]
    assert {"report.html", "people.xlsx", "annex2.docx"} <= {name for name, _ in told}
    for name, text in told:
        assert ID not in text, name
        assert "13800001234" not in text, name
    assert ID in run("inspect", bundle / "名单.xlsx", "--show-pii").stdout


def _texts_within(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file by its name, and of a package of Office every part."""
    for path in folder.rglob("*"):
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as parts:
                yield path.name, "".join(parts.read(part).decode("utf-8", "replace") for part in parts.namelist())
        elif path.is_file():
            yield path.name, path.read_bytes().decode("utf-8", "replace")


def test_the_bundle_is_not_changed(run: Run, bundle: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in bundle.rglob("*") if path.is_file()}
    run("check", bundle, "--out", tmp_path / "out")
    assert {path: path.read_bytes() for path in bundle.rglob("*") if path.is_file()} == before


def test_messages_of_the_record_are_chinese_sentences(run: Run, bundle: Path, tmp_path: Path) -> None:
    run("check", bundle, "--out", tmp_path / "out")
    result = _without_engine(tmp_path / "out" / "result.json")
    flags = [*result["flags"], *(flag for cell in result["indicators"] for flag in cell["flags"])]
    assert flags
    assert [flag for flag in flags if not CHINESE.search(flag["message"])] == []
    assert [text for text in _texts(result) if "Traceback" in text or str(tmp_path) in text] == []


def test_a_later_check_replaces_an_earlier_one_in_the_same_folder(run: Run, bundle: Path, tmp_path: Path) -> None:
    run("check", bundle, "--out", tmp_path / "out")
    (bundle / "基础工作" / "计划.docx").unlink()
    (tmp_path / "out" / "decisions.jsonl").write_text("{}\n", encoding="utf-8")
    run("check", bundle, "--out", tmp_path / "out")
    paths = [row["path"] for row in _without_engine(tmp_path / "out" / "result.json")["files"]]
    assert "基础工作/计划.docx" not in paths
    assert (tmp_path / "out" / "decisions.jsonl").read_text("utf-8") == "{}\n"


# With the programs of the system


@pytest.mark.parametrize("width", [1366, 390])
def test_the_report_fits_a_browser_window_and_asks_for_nothing(
    run: Run, bundle: Path, tmp_path: Path, width: int
) -> None:
    run("check", bundle, "--out", tmp_path / "out")
    asked: list[str] = []
    said: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((tmp_path / "out" / "report.html").as_uri())
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        shown = page.inner_text("body")
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert (said, overflow <= 0) == ([], True)
    assert SCHOOL in shown


def test_the_second_engine_reads_pictures_too(run: Run, tmp_path: Path) -> None:
    picture = Image.new("RGB", (900, 200), "white")
    ImageDraw.Draw(picture).text((60, 60), "2024-05-20 17:30", fill="black", font_size=64)
    picture.save(tmp_path / "a.png")
    done = run("inspect", tmp_path / "a.png", "--ocr", "tesseract")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "2024-05-20" in done.stdout


# The other commands


def test_a_batch_goes_on_after_a_bundle_that_cannot_be_opened(run: Run, bundle: Path, tmp_path: Path) -> None:
    schools = tmp_path / "各校"
    schools.mkdir()
    shutil.copytree(bundle, schools / "甲校")
    (schools / "乙校.zip").write_bytes(b"PK\x03\x04 cut short")
    done = run("batch", schools, "--out", tmp_path / "out")
    assert done.exit_code == 0
    rows = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    by_name = {row["name"]: row for row in rows}
    assert set(by_name) == {"甲校", "乙校"}
    assert CHINESE.search(by_name["乙校"]["error"])
    assert {"school", "year", "total", "grade", "award_yuan", "flags"} <= set(by_name["甲校"])
    assert (tmp_path / "out" / "甲校" / "report.html").is_file()
    assert "summary.html" in done.stderr and (tmp_path / "out" / "summary.html").is_file()
    assert "甲校：没有变化，沿用上次的结果" in run("batch", schools, "--out", tmp_path / "out").stderr


@pytest.mark.slow
def test_a_batch_takes_every_kind_of_archive_for_a_bundle(run: Run, tmp_path: Path) -> None:
    schools = tmp_path / "各校"
    schools.mkdir()
    files = {"基础工作/计划.txt": f"{SCHOOL}就业创业服务指导站2024年工作计划\n三月举办招聘会\n".encode()}
    packed = {
        **{"甲.zip": zip_of(files, "gbk"), "乙.rar": rar_of(files), "丙.RAR": rar4_of(files)},
        **{f"丁.{ending}": libarchive_of(files, "pax", packer) for ending, packer in PACKERS.items()},
        "戊.7z": libarchive_of(files, "7zip"),
    }
    for name, data in packed.items():
        (schools / name).write_bytes(data)
    run("batch", schools, "--out", tmp_path / "out")
    rows = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert len(rows) == len(packed) and {row["name"] for row in rows} >= set("甲乙丙丁戊")
    totals = [row["total"]["proposed"] for row in rows]
    assert set(totals) == {totals[0]} and totals[0] > 0
    for row in rows:
        files_of = json.loads((tmp_path / "out" / row["name"] / "result.json").read_text("utf-8"))["files"]
        assert [(file["path"], file["status"]) for file in files_of] == [("基础工作/计划.txt", "read")]


def test_a_batch_does_not_read_its_own_output_as_a_bundle(run: Run, bundle: Path, tmp_path: Path) -> None:
    schools = tmp_path / "各校"
    schools.mkdir()
    shutil.copytree(bundle, schools / "甲校")
    run("check", bundle, "--out", schools / "去年的结果")
    run("batch", schools, "--out", tmp_path / "out")
    rows = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert [row["name"] for row in rows] == ["甲校"]


def test_events_are_not_written_among_the_papers(run: Run, bundle: Path, tmp_path: Path) -> None:
    done = run("check", bundle, "--out", tmp_path / "out", "--log-json", bundle / "log")
    assert (done.exit_code, _is_one_chinese_sentence(done)) == (2, True)
    assert not (bundle / "log").exists()


def test_inspect_shows_lines_facts_and_cells_masked(run: Run, bundle: Path) -> None:
    done = run("inspect", bundle / "基础工作" / "场地证明.docx")
    assert done.exit_code == 0
    assert "室内面积36平方米" in done.stdout
    assert "1.1" in done.stdout
    assert ID not in run("inspect", bundle / "名单.xlsx").stdout


def test_inspect_of_a_file_that_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    done = run("inspect", tmp_path / "没有.docx")
    assert done.exit_code == 2
    assert _is_one_chinese_sentence(done)


def test_rules_are_listed_shown_tested_and_checked(run: Run) -> None:
    assert run("rules", "list").stdout.startswith("weihai-2020\t")
    shown = run("rules", "show", "weihai-2020")
    assert (shown.exit_code, "微信推送" in shown.stdout) == (0, True)
    assert run("rules", "test", "weihai-2020").exit_code == 0
    assert run("rules", "lint", HOME / "rules" / "weihai-2020").exit_code == 0


def test_lint_names_file_and_line_of_a_mistake(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(HOME / "rules" / "weihai-2020", folder)
    lines = (folder / "group-1.yaml").read_text("utf-8").splitlines()
    mistake = next(number for number, line in enumerate(lines) if line.strip() == "max: 10") + 1
    lines.insert(mistake, "    maximum: 10")
    (folder / "group-1.yaml").write_text("\n".join(lines), encoding="utf-8")
    done = run("rules", "lint", folder)
    assert done.exit_code == 2
    assert _is_one_chinese_sentence(done)
    for said in ("group-1.yaml", f"第{mistake + 1}行", "maximum"):
        assert said in done.stderr


GROUPS = {(): main, ("rules",): main.commands["rules"]}
COMMANDS = [*GROUPS, *((*above, name) for above, group in GROUPS.items() for name in group.commands)]


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_explains_itself_in_chinese_throughout(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words, "--help")
    assert done.exit_code == 0
    assert CHINESE.search(done.stdout) and done.stdout.startswith("用法：")
    for english in ("Options:", "Commands:", "Show ", "[required]", " TEXT", " INTEGER"):
        assert english not in done.stdout


@pytest.mark.parametrize("fails", [False, True])
def test_the_progress_shows_on_a_screen_and_leaves_nothing_there(monkeypatch: pytest.MonkeyPatch, fails: bool) -> None:
    screen = StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", screen)
    with suppress(KeyboardInterrupt), shown_progress(quiet=False) as progress:
        progress.start("打开文件", 2)
        progress.advance()
        if fails:
            raise KeyboardInterrupt
        progress.advance()
    shown = screen.getvalue()
    assert "打开文件" in shown and "1/2" in shown and ("2/2" in shown) != fails
    assert shown.endswith("\r\x1b[K\x1b[?25h")


def test_the_progress_in_a_file_is_a_line_a_bundle_without_personal_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    file = StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    with shown_progress(quiet=False) as progress:
        for number, name in enumerate(("甲学院", "乙学院13812345678"), 1):
            progress.bundle(name, number, 2)
            progress.start("打开文件", 2)
            progress.advance()
    first, second = file.getvalue().splitlines()
    assert first == "第 1 份，共 2 份：甲学院"
    assert re.fullmatch(r"第 2 份，共 2 份：乙学院138\*{4}5678（还要约 \d+ 分钟；至此缺口 0 处，待核 0 处）", second)


def test_help_loads_nothing_heavy() -> None:
    heavy = ["cv2", "numpy", "rapidocr", "openvino", "pydantic", "lxml", "docx", "PIL", "jinja2"]
    code = f"import sys, verifier.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_rules_in_words_load_nothing_of_what_pages_are_made_of() -> None:
    heavy = ["cv2", "numpy", "PIL", "jinja2", "verifier.outputs"]
    rooms = "verifier.cli.rulesets, verifier.rules.showing, verifier.telling"
    code = f"import sys, {rooms}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def test_version_is_said_and_what_opens_files_is_kept_from(run: Run) -> None:
    done = run("--version")
    assert done.exit_code == 0
    version, kept = done.stdout.splitlines()
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert all(what in kept for what in held())


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["check"], "缺少 BUNDLE"),
        (["check", "x", "--no-such"], "没有选项 --no-such"),
        (["check", "x", "--out", "y", "--year", "abc"], "--year 的值不对"),
        (["check", "x", "--out", "y", "--year", "1999"], "应是 2000 至 2100 之间的整数"),
        (["check", "x", "--out", "y", "--ocr", "best"], "只能写 auto、rapid、tesseract"),
        (["check", "x", "--out", "y", "--fail-on", "note"], "只能写 gap、review"),
        (["check", "x", "--out", "y", "--yaer", "2024"], "没有选项 --yaer，是不是 --year"),
        (["check", "x", "--out", "y", "--zzz"], "可用的有：--out、--year、"),
        (["check", "x", "--out", "y", "--year"], "--year 后面缺少要写的值"),
        (["check", "x"], "缺少 --out（结果放在哪个文件夹），请加上 --out 文件夹；"),
        (["check", "x", "--out", "y", "--folder", "z"], "没有选项 --folder，可用的有："),
        (["check", "x", "y", "--out", "z"], "多了参数 y"),
        (["chekc", "x"], "没有命令 chekc，是不是 check"),
        (["no-such"], "没有命令 no-such，可用的有：assure、batch、check、"),
    ],
)
def test_a_wrong_call_is_told_in_chinese(call: list[str], told: str) -> None:
    done = CliRunner().invoke(main, call)
    assert done.exit_code == 2
    assert told in done.output
    assert not re.search(r"Error|Missing|Usage", done.output)


def test_names_of_files_are_masked_and_still_told_apart(run: Run, bundle: Path, tmp_path: Path) -> None:
    named = f"基础工作/林小满{ID}.docx"
    (bundle / "基础工作" / "场地证明.docx").rename(bundle / named)
    (bundle / f"基础工作/林小满{ID.replace('2002', '2001')}.docx").write_bytes(b"")
    (bundle / "13800001234.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(64))
    (bundle / f"{ID}.zip").write_bytes(b"PK\x03\x04 cut short")
    done = run("check", bundle, "--out", tmp_path / "out", "-v")
    seen = [done.stderr, *(text for _, text in _everything(tmp_path / "out"))]
    assert [text for text in seen if ID in text or "13800001234" in text] == []
    files = [row["path"] for row in _without_engine(tmp_path / "out" / "result.json")["files"]]
    masked = "基础工作/林小满3799**********4219.docx"
    assert {masked, f"{masked} (2)"} <= set(files) and len(set(files)) == len(files)
    assert "林小满3799**********4219.docx" in (tmp_path / "out" / "report.html").read_text("utf-8")


def _everything(out: Path) -> Iterator[tuple[str, str]]:
    """Every file written, and every part of an office file, as text."""
    for path in sorted(each for each in out.rglob("*") if each.is_file()):
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as parts:
                yield from ((path.name, parts.read(part).decode("utf-8", "replace")) for part in parts.namelist())
        else:
            yield path.name, path.read_text("utf-8", "replace")


def test_what_is_said_and_logged_is_masked(run: Run, tmp_path: Path) -> None:
    done = run("check", tmp_path / f"{ID}.zip", "--out", tmp_path / "out", "-v")
    assert done.exit_code == 2
    assert ID not in done.stderr and "3799**********4219" in done.stderr


def test_a_new_bundle_is_told_with_its_place_and_a_full_folder_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("new", tmp_path / "材料", "--year", "2024")
    assert (done.exit_code, done.stdout) == (0, "")
    assert str(tmp_path / "材料") in done.stderr and (tmp_path / "材料" / "填写说明.txt").is_file()
    again = run("new", tmp_path / "材料")
    assert again.exit_code == 2 and _is_one_chinese_sentence(again)


def test_two_results_are_compared_on_standard_output_and_as_a_page(run: Run, bundle: Path, tmp_path: Path) -> None:
    run("check", bundle, "--out", tmp_path / "a")
    done = run("diff", tmp_path / "a", tmp_path / "a", "--html", tmp_path / "diff.html")
    assert done.exit_code == 0
    assert "没有变化的 27 项" in done.stdout and "<!DOCTYPE html>" in (tmp_path / "diff.html").read_text("utf-8")
    wrong = run("diff", tmp_path / "a", bundle)
    assert wrong.exit_code == 2 and _is_one_chinese_sentence(wrong)


def test_a_full_disk_is_one_sentence_wherever_it_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, faults():
        raise OSError(errno.ENOSPC, "no space left", "/tmp/verifier-1")
    assert ended.value.code == 3
    assert capsys.readouterr().err == "错误：磁盘已满，没有写完的结果不会留下。请清理磁盘后重试。\n"


@pytest.mark.parametrize("name", [name for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)])
def test_a_signal_to_end_ends_a_command_in_order(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    number = getattr(signal, name)
    before = {number: signal.signal(number, signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)}
    try:
        with pytest.raises(SystemExit) as ended, faults():
            os.kill(os.getpid(), number)
            time.sleep(5)
        assert ended.value.code == 128 + number
        assert "已中断。没有写完的结果不会留下，原有的结果没有动。" in capsys.readouterr().err
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
