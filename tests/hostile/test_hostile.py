"""Whatever arrives: hundreds of broken and hostile files in one bundle cost only themselves, and harm nothing."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile import good
from tests.hostile.broken import cut_files, scrambled, scrambled_files
from tests.hostile.traps import CANARY, traps
from verifier.bundle import open_bundle
from verifier.readers import render

pytestmark = pytest.mark.slow

HOME = Path(__file__).resolve().parents[2]
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
        "WATCH_LOG": str(log),
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
    real = ((path.name, path.read_bytes()) for path in (HOME / "tests" / "data" / "malformed").iterdir())
    return dict((*cut_files(), *scrambled_files(), *traps(outside.as_uri()), *real))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, bad_files: dict[str, bytes]) -> Run:
    home = tmp_path_factory.mktemp("hostile")
    written(home / "材料", bad_files)
    return checked(home, "--limit", "time=60", "--limit", "memory=1024", "--limit", "text=5")


def test_there_are_hundreds_of_bad_files(bad_files: dict[str, bytes]) -> None:
    assert len(bad_files) >= 500
    assert {name.rpartition(".")[2] for name in bad_files} >= {name.rpartition(".")[2] for name in good.good_files()}


def test_the_run_comes_to_its_end_and_shows_no_traceback(run: Run) -> None:
    assert run.code == 0, run.said
    assert "Traceback" not in run.said and "Error" not in run.said
    assert [line for line in run.said.splitlines() if line and not re.search(r"[\u4e00-\u9fff]", line)] == []


def test_no_file_is_missing_and_each_says_why(run: Run, bad_files: dict[str, bytes]) -> None:
    rows = {row["path"]: row for row in run.result["files"]}
    assert set(bad_files) - set(rows) == set()
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


def test_the_bundle_is_as_it_was(run: Run, bad_files: dict[str, bytes]) -> None:
    assert {path.name: path.read_bytes() for path in (run.home / "材料").iterdir()} == bad_files


def test_no_socket_is_opened_and_no_program_started(run: Run) -> None:
    assert {path for what, path in run.watched if what == "socket"} == set()
    started = {Path(path).name for what, path in run.watched if what == "start"}
    assert started <= {Path(sys.executable).name, "ldconfig", "gcc", "cc", "ld", "objdump"}, (
        "ctypes looks for libarchive"
    )


def test_what_stands_outside_is_not_brought_in(run: Run) -> None:
    assert [name for name, data in run.outputs() if CANARY.encode() in data] == []


def test_entries_that_lead_away_are_refused(run: Run) -> None:
    rows = {row["path"]: row["status"] for row in run.result["files"]}
    leading = [path for path in rows if re.search(r"^(路径\d|链接|块设备|字符设备|管道)\.zip/", path)]
    assert len(leading) == 18
    assert {path for path in leading if rows[path] == "read"} == {f"路径{n}.zip/好.txt" for n in range(7)}


@pytest.mark.parametrize(
    "name", ["扁平炸弹.zip", "许多.zip", "像素炸弹.png", "像素炸弹.bmp", "像素炸弹.tif", "大部件.docx"]
)
def test_bombs_are_refused_with_their_limit(run: Run, name: str) -> None:
    row = next(row for row in run.result["files"] if row["path"] == name)
    codes = {flag["code"] for flag in run.result["flags"] if flag.get("file") == name}
    assert (row["status"], codes) == ("refused", {"limit-exceeded"})


def test_archives_end_at_the_depth_that_is_set(run: Run) -> None:
    rows = {row["path"]: row["status"] for row in run.result["files"]}
    assert max(path.count(".zip") for path in rows) == 4
    assert rows["自含.zip/a/a.zip/a/a.zip/a/a.zip"] == "refused"


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


def test_bad_files_take_no_point_from_good_ones(tmp_path: Path, bad_files: dict[str, bytes]) -> None:
    points = []
    for name, bad in (("a", {}), ("b", dict(random.Random(2024).sample(sorted(bad_files.items()), 50)))):
        home = tmp_path / name
        home.mkdir()
        written(home / "材料", bad | _good_papers())
        run = checked(home, "--limit", "time=60", "--no-cache")
        assert run.code == 0, run.said
        points.append({cell["id"]: cell["proposed"] for cell in run.result["indicators"]})
    assert points[0] == points[1]
    assert sum(points[0].values()) > 0


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


@pytest.mark.parametrize("moment", [1, 9, 20])
def test_what_a_killed_run_leaves_is_whole_and_is_swept_by_the_next(tmp_path: Path, moment: int) -> None:
    written(tmp_path / "材料", _good_papers())
    killed = checked(tmp_path, "--no-cache", WATCH_KILL_AT=str(moment), WATCH_KILL_IN=f"{tmp_path.name}/out/")
    assert killed.code == -9
    for name, data in killed.outputs():
        if not name.startswith("."):
            assert _is_whole(name, data), name
    stale = list((tmp_path / "tmp").glob("verifier-*"))
    assert stale
    os.utime(stale[0], (0, 0))
    again = checked(tmp_path, "--no-cache")
    assert again.code == 0, again.said
    assert list((tmp_path / "tmp").iterdir()) == []
    assert [path.name for path in again.out.rglob("*") if path.name.startswith(".") or "part" in path.suffix] == []


def _is_whole(name: str, data: bytes) -> bool:
    if name.endswith(".json"):
        return bool(json.loads(data))
    return data.endswith(b"</html>") or data.startswith((b"PK", b"\xff\xd8", b"<"))


# --- readers and changed bytes --------------------------------------------------------------------


@pytest.mark.parametrize("ending", sorted(good.good_files()))
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1 << 32))
def test_no_changed_bytes_raise(tmp_path: Path, ending: str, seed: int) -> None:
    """In this process: what the readers themselves can't bear would be seen here."""
    folder = tmp_path / str(seed)
    folder.mkdir(exist_ok=True)
    (folder / f"a.{ending}").write_bytes(scrambled(good.good_files()[ending], random.Random(seed)))
    for file in open_bundle(folder, tmp_path / "work").files:
        for document in render(file, tmp_path / "work"):
            assert document.file.status in STATUSES
            assert (document.file.reason is None) == (document.file.status == "read")
