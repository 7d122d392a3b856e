"""Whatever arrives: hundreds of broken and odd files in one bundle cost only themselves, and nothing is let in or out.

All are made here from good ones, and none would do harm where a guard fails: the test would say so, and no more.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.hostile import good
from tests.hostile.broken import broken, broken_files
from tests.hostile.odd import CANARY, LIMITS, NO_FILES, OVER, PATHS, odd_files
from verifier.bundle import open_bundle
from verifier.readers import render

pytestmark = pytest.mark.slow

HOME = Path(__file__).resolve().parents[2]
LIMITED = [part for name, value in LIMITS.items() for part in ("--limit", f"{name}={value}")]
STATUSES = {"read", "partly-read", "unreadable", "unsupported", "refused", "ignored"}


@dataclass(frozen=True)
class Run:
    """A check in a process of its own, all of whose folders are watched."""

    home: Path
    code: int
    said: str
    watched: tuple[tuple[str, str], ...]
    """what was done, and to what"""

    @property
    def out(self) -> Path:
        return self.home / "out"

    @property
    def result(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.out / "result.json").read_text("utf-8"))
        return found

    def outputs(self) -> Iterator[tuple[str, bytes]]:
        """Every file written and every part of one."""
        for path in sorted(self.out.rglob("*")):
            if path.is_file():
                yield path.name, path.read_bytes()
                if path.suffix in (".docx", ".xlsx"):
                    with zipfile.ZipFile(path) as parts:
                        yield from ((f"{path.name}/{part}", parts.read(part)) for part in parts.namelist())


def checked(home: Path, *options: str, **watch: str) -> Run:
    """A check of `home`/材料 with everything that it may write under `home`."""
    for folder in ("tmp", "user"):
        (home / folder).mkdir(exist_ok=True)
    log = home / "watch.log"
    log.unlink(missing_ok=True)
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(HOME / "tests" / "hostile" / "watch"), str(HOME))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHON_WATCH_LOG": str(log),
        **{name: str(home / "tmp") for name in ("TMPDIR", "TMP", "TEMP")},
        **{name: str(home / "user") for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_CONFIG_HOME")},
        **watch,
    }
    program = str(HOME / "tests" / "hostile" / "watch" / "run.py")
    command = [sys.executable, program, "check", str(home / "材料"), "--out", str(home / "out"), *options]
    done = subprocess.run(command, cwd=HOME, env=environment, capture_output=True)
    lines = log.read_text("utf-8", "replace").splitlines()
    watched = tuple((what, path) for what, _, path in (line.partition("\t") for line in lines))
    return Run(home, done.returncode, done.stderr.decode("utf-8", "replace") + done.stdout.decode(), watched)


def written(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.fixture(scope="module")
def bad_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    outside = tmp_path_factory.mktemp("outside") / "outside.txt"
    outside.write_text(CANARY, "utf-8")
    return dict((*broken_files(), *odd_files(outside.as_uri())))


@pytest.fixture(scope="module")
def bundle(bad_files: dict[str, bytes]) -> dict[str, bytes]:
    return bad_files | _good_papers()


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, bundle: dict[str, bytes]) -> Run:
    home = tmp_path_factory.mktemp("hostile")
    written(home / "材料", bundle)
    return checked(home, *LIMITED)


def test_there_are_hundreds_of_bad_files(bad_files: dict[str, bytes]) -> None:
    assert len(bad_files) >= 200
    assert {name.rpartition(".")[2] for name in bad_files} >= {name.rpartition(".")[2] for name in good.good_files()}


def test_the_run_comes_to_its_end_and_shows_no_traceback(run: Run) -> None:
    assert run.code == 0, run.said
    assert "Traceback" not in run.said and "Error" not in run.said
    assert [line for line in run.said.splitlines() if line and not re.search(r"[\u4e00-\u9fff]", line)] == []


def test_no_file_is_missing_and_each_says_why(run: Run, bundle: dict[str, bytes]) -> None:
    rows = {row["path"]: row for row in run.result["files"]}
    assert set(bundle) - set(rows) == set()
    assert len(rows) == len(run.result["files"])
    assert {row["status"] for row in rows.values()} <= STATUSES
    assert [path for path, row in rows.items() if row["status"] != "read" and not row["reason"]] == []


def test_nothing_is_written_but_to_the_output_the_cache_and_the_temporary_folder(run: Run) -> None:
    allowed = tuple(str(run.home / folder) for folder in ("out", "tmp", "user"))
    wrote = {path for what, path in run.watched if what == "write"}
    assert any(path.startswith(allowed[0]) for path in wrote)
    assert sorted(path for path in wrote if not path.startswith((*allowed, os.devnull, "/dev/"))) == []
    assert {each.name for each in run.home.iterdir()} == {"材料", "out", "tmp", "user", "watch.log"}
    assert list((run.home / "tmp").iterdir()) == []


def test_the_bundle_is_as_it_was(run: Run, bundle: dict[str, bytes]) -> None:
    home = run.home / "材料"
    assert {
        path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()
    } == bundle


def test_no_socket_is_opened_and_no_program_started(run: Run) -> None:
    assert {path for what, path in run.watched if what == "socket"} == set()
    started = {Path(path).name for what, path in run.watched if what == "start"}
    assert started <= {Path(sys.executable).name, "ldconfig", "gcc", "cc", "ld", "objdump"}, (
        "ctypes looks for libarchive"
    )


def test_what_stands_outside_is_not_brought_in(run: Run) -> None:
    assert [name for name, data in run.outputs() if CANARY.encode() in data] == []


def test_entries_that_lead_away_are_refused(run: Run) -> None:
    rows = statuses(run)
    leading = [path for path in rows if re.match(rf"(路径\d|{'|'.join(NO_FILES)})\.zip/", path)]
    assert len(leading) == 2 * len(PATHS) + len(NO_FILES)
    assert {path for path in leading if rows[path] == "read"} == {f"路径{n}.zip/好.txt" for n in range(len(PATHS))}
    assert {path for path in leading if rows[path] != "read"} == {path for path in leading if rows[path] == "refused"}


def statuses(run: Run) -> dict[str, str]:
    return {row["path"]: row["status"] for row in run.result["files"]}


@pytest.mark.parametrize("name", OVER)
def test_what_is_over_a_limit_is_refused_or_read_as_far_as_the_limit_goes(run: Run, name: str) -> None:
    codes = {flag["code"] for flag in run.result["flags"] if flag.get("file") == name}
    assert (statuses(run)[name], codes - {"unassigned"}) == (OVER[name], {"limit-exceeded"})


def test_archives_end_at_the_depth_that_is_set(run: Run) -> None:
    assert max(path.count(".zip") for path in statuses(run)) == LIMITS["depth"] + 1


def test_a_reader_that_dies_costs_its_file_alone(run: Run) -> None:
    dead = next(row for row in run.result["files"] if row["path"] == "abort.txt")
    assert dead["status"] == "unreadable" and "中止" in dead["reason"]
    assert statuses(run)["脚本.txt"] == "read"


def test_no_cell_of_a_workbook_starts_a_formula_from_the_bundle(run: Run) -> None:
    formulas = {
        text.decode()
        for name, data in run.outputs()
        if "worksheets/" in name
        for text in re.findall(rb"<f[^>]*>(.*?)</f>", data)
    }
    assert [text for text in formulas if not re.match(r"COUNTIF|IF\(|SUM|SUBTOTAL|B2|&quot;|\"", text)] == []


def test_no_script_of_the_bundle_stands_in_the_report(run: Run) -> None:
    report = (run.out / "report.html").read_text("utf-8")
    assert "<script" not in report and "<iframe" not in report and " onerror" not in re.sub(r"&lt;.*?&gt;", "", report)
    assert "default-src 'none'" in report
    assert re.findall(r"(?:src|href)=\"(?!#|data:)([^\"]*)\"", report) == []


# --- good papers beside bad ones ------------------------------------------------------------------


def test_bad_files_take_no_point_from_good_ones(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "材料", _good_papers())
    alone = checked(tmp_path, *LIMITED)
    assert alone.code == 0, alone.said
    assert points(run) == points(alone)
    assert sum(points(run).values()) > 0


def points(run: Run) -> dict[str, float]:
    return {cell["id"]: cell["proposed"] for cell in run.result["indicators"]}


def _good_papers() -> dict[str, bytes]:
    import io

    import docx

    def word(*paragraphs: str) -> bytes:
        paper, target = docx.Document(), io.BytesIO()
        for text in paragraphs:
            paper.add_paragraph(text)
        paper.save(target)
        return target.getvalue()

    school = "威海海洋职业学院"
    proof = f"兹证明{school}指导站办公场所位于行政楼108室，室内面积36平方米，供指导站固定使用。"
    return {
        "基础工作/计划.docx": word(f"{school}就业创业服务指导站2024年工作计划", "三月举办春季招聘会。"),
        "基础工作/场地证明.docx": word("场地证明", proof),
    }


# --- killed at any moment -------------------------------------------------------------------------


def test_what_a_killed_run_leaves_is_whole_and_is_swept_by_the_next(tmp_path: Path) -> None:
    written(tmp_path / "材料", _good_papers())
    for moment in (1, 9, 20):
        killed = checked(tmp_path, "--no-cache", WATCH_KILL_AT=str(moment), WATCH_KILL_IN=f"{tmp_path.name}/out/")
        assert killed.code == -9
        for name, data in killed.outputs():
            assert name.startswith(".") or _is_whole(name, data), (moment, name)
    assert list((tmp_path / "tmp").glob("verifier-*"))
    again = checked(tmp_path, "--no-cache")
    assert again.code == 0, again.said
    assert list((tmp_path / "tmp").iterdir()) == []
    assert [path.name for path in again.out.rglob("*") if path.name.startswith(".") or "part" in path.suffix] == []


def _is_whole(name: str, data: bytes) -> bool:
    if name.endswith(".json"):
        return bool(json.loads(data))
    return data.endswith(b"</html>") or data.startswith((b"PK", b"\xff\xd8", b"<"))


# --- readers and broken files ---------------------------------------------------------------------


@pytest.mark.parametrize("ending", sorted(good.good_files()))
def test_no_broken_file_raises(tmp_path: Path, ending: str) -> None:
    """In this process: what the readers themselves can't bear would be seen here."""
    written(tmp_path / "材料", dict(broken(ending)))
    for file in open_bundle(tmp_path / "材料", tmp_path / "work").files:
        for document in render(file, tmp_path / "work"):
            assert document.file.status in STATUSES
            assert (document.file.reason is None) == (document.file.status == "read")


def test_no_reader_brings_in_what_stands_outside(tmp_path: Path) -> None:
    """Looked for in all that is read: the outputs say only what counts."""
    (tmp_path / "outside.txt").write_text(CANARY, "utf-8")
    written(tmp_path / "材料", dict(odd_files((tmp_path / "outside.txt").as_uri())))
    files = open_bundle(tmp_path / "材料", tmp_path / "work").files
    read = [document for file in files for document in render(file, tmp_path / "work")]
    entities = [each for each in read if each.file.path.endswith("实体.docx")]
    assert [each.text for each in entities] == ["前"] * 3
    assert [each.file.path for each in read if CANARY in repr(each)] == []
    unpacked = [path for path in (tmp_path / "work").rglob("*") if path.is_file()]
    assert unpacked and [path for path in unpacked if CANARY.encode() in path.read_bytes()] == []
