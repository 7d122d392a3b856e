"""`--bureau-data`: what the bureau holds of all schools goes into each school's result, and into a batch."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.counting.people_papers import name, resident_id
from verifier.cli import main
from verifier.record import read_result

SCHOOLS = ("威海职业学院", "山东大学（威海）")
TITLE = "就业服务平台注册用户"


def table(path: Path, title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[title], header, *rows])
    return path


def bundle(folder: Path, school: str, first: int) -> Path:
    """A school that sends nothing but the roster of its 100 graduates."""
    rows = [[name(n), resident_id(n), "威海市"] for n in range(first, first + 100)]
    table(folder / "生源.csv", f"{school}2024届毕业生生源信息库", ["姓名", "身份证号", "生源地"], rows)
    return folder


def held(path: Path, registered: Sequence[int]) -> Path:
    """The bureau's export: so many people of each school."""
    rows = [
        [name(n), resident_id(n), school, "2024-05-01", "2024-06"]
        for at, school in enumerate(SCHOOLS)
        for n in range(1000 * at, 1000 * at + registered[at])
    ]
    return table(path, TITLE, ["姓名", "身份证号", "毕业院校", "注册时间", "毕业时间"], rows)


def called(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--year", "2024", "--ocr", "tesseract"])


def cell(out: Path, id_: str = "4.2") -> dict[str, Any]:
    told = json.loads((out / "result.json").read_text("utf-8"))
    return next(each for each in told["indicators"] if each["id"] == id_)


@pytest.mark.parametrize("lies", ["file", "folder"])
def test_one_school_s_people_are_taken_out_of_the_bureau_s_data(tmp_path: Path, lies: str) -> None:
    data = held(tmp_path / "局里" / "平台.csv", (85, 40))
    out = tmp_path / "结果"
    sent = bundle(tmp_path / "材料", SCHOOLS[0], 0)
    done = called("check", sent, "--out", out, "--bureau-data", data if lies == "file" else data.parent)
    assert done.exit_code == 0, done.output
    found = cell(out)
    assert (found["proposed"], found["facts"], found["flags"]) == (10, {"graduates": 100, "registered": 85}, [])
    (piece,) = found["evidence"]
    assert (piece["file"], piece["counted"]) == ("主管部门数据/平台.csv", True)
    result = read_result(out)
    assert [file.path for file in result.files] == ["生源.csv"]
    (told,) = result.bureau_data
    assert (told.path, told.indicators, len(told.sha256)) == ("主管部门数据/平台.csv", ("4.2",), 64)
    report = (out / "report.html").read_text("utf-8")
    assert "主管部门数据（1），不是学校报送的材料" in report
    assert not any(resident_id(n) in text for n in (3, 1003) for text in (report, (out / "evidence.json").read_text()))


def test_without_the_bureau_s_data_the_record_does_not_speak_of_them(tmp_path: Path) -> None:
    called("check", bundle(tmp_path / "材料", SCHOOLS[0], 0), "--out", tmp_path / "结果")
    assert "bureau_data" not in json.loads((tmp_path / "结果" / "result.json").read_text("utf-8"))


def test_a_batch_reads_it_once_for_all_schools_and_again_when_it_has_changed(tmp_path: Path) -> None:
    data = held(tmp_path / "局里" / "平台.csv", (85, 40))
    for at, school in enumerate(SCHOOLS):
        bundle(tmp_path / "各校" / school, school, 1000 * at)
    out = tmp_path / "汇总"
    first = called("batch", tmp_path / "各校", "--out", out, "--bureau-data", data.parent)
    assert first.exit_code == 0, first.output
    assert [cell(out / school)["proposed"] for school in SCHOOLS] == [10, 0]
    again = called("batch", tmp_path / "各校", "--out", out, "--bureau-data", data.parent)
    assert again.output.count("没有变化") == 2
    held(data, (85, 90))
    later = called("batch", tmp_path / "各校", "--out", out, "--bureau-data", data.parent)
    assert "没有变化" not in later.output
    assert [cell(out / school)["proposed"] for school in SCHOOLS] == [10, 10]


def test_what_is_not_there_or_cannot_be_read_whole_ends_the_run_in_a_sentence(tmp_path: Path) -> None:
    sent, out = bundle(tmp_path / "材料", SCHOOLS[0], 0), tmp_path / "结果"
    missing = called("check", sent, "--out", out, "--bureau-data", tmp_path / "没有")
    assert missing.exit_code == 2 and "找不到主管部门数据" in missing.output
    (tmp_path / "局里").mkdir()
    (tmp_path / "局里" / "平台.xlsx").write_bytes(b"PK\x03\x04 cut")
    damaged = called("check", sent, "--out", out, "--bureau-data", tmp_path / "局里")
    assert damaged.exit_code == 3 and "主管部门数据有 1 个文件没有读全（主管部门数据/平台.xlsx）" in damaged.output
    assert not (out / "result.json").exists()


def test_data_without_anybody_of_the_school_are_said_to_be_so(tmp_path: Path) -> None:
    sent = bundle(tmp_path / "材料", SCHOOLS[0], 0)
    told = "给出的主管部门数据中没有本校可用于指标4.2、4.6的人员"
    for registered, words in (((0, 40), told), ((85, 40), "没有本校可用于指标4.6的人员")):
        data = held(tmp_path / "平台.csv", registered)
        done = called("check", sent, "--out", tmp_path / f"结果{registered[0]}", "--bureau-data", data)
        assert words in done.stderr
    alone = called("check", sent, "--out", tmp_path / "结果")
    assert "主管部门数据" not in alone.stderr
