"""A process that opens files gives up what it does not need, as far as the system has means for it."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bundle.packers import rar_of
from tests.workers import calls
from verifier.bundle import open_bundle
from verifier.model import Limits, SourceFile, Terms
from verifier.pipeline import Opening
from verifier.readers.office import convert
from verifier.workers import Calls, Reach, calls_in, held

DATA = Path(__file__).parents[1] / "data"
ON_LINUX = "不能提升权限" in held()
OFFLINE = "不能联网" in held()
KEPT_TO = "只在临时文件夹里写，只读材料和程序" in held()


@pytest.fixture(scope="module")
def reach(tmp_path_factory: pytest.TempPathFactory) -> Reach:
    source = tmp_path_factory.mktemp("source")
    (source / "paper").write_text("paper")
    return Reach(tmp_path_factory.mktemp("home"), (source,))


@pytest.fixture(scope="module")
def crew(reach: Reach) -> Iterator[Calls]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("API_TOKEN", "canary")
        with calls_in(1, Limits(), reach) as found:
            found.each(calls.say, [("start",)], lambda: None)
            yield found


def one(crew: Calls, function: Callable[[str], str], word: object = "") -> str:
    answer = crew.each(function, [(str(word),)], lambda: None)[0]
    assert isinstance(answer, str)
    return answer


def test_what_the_system_says_it_has_is_used() -> None:
    """Else the tests below would be content with nothing."""
    lists, modules = Path("/proc/sys/kernel/seccomp/actions_avail"), Path("/sys/kernel/security/lsm")
    is_known = sys.platform.startswith("linux") and platform.machine() in ("x86_64", "aarch64")
    assert sys.platform.startswith("linux") == ON_LINUX
    assert OFFLINE or not (is_known and lists.exists())
    assert KEPT_TO or not (is_known and modules.exists() and "landlock" in modules.read_text().split(","))


def test_it_writes_in_its_own_folder_alone(crew: Calls, reach: Reach, tmp_path: Path) -> None:
    assert one(crew, calls.write, reach.home / "a") == "done"
    refused = "PermissionError" if KEPT_TO else "done"
    assert one(crew, calls.write, tmp_path / "a") == refused
    assert one(crew, calls.write, reach.read[0] / "a") == refused
    assert one(crew, calls.remove, reach.read[0] / "paper") == refused
    assert one(crew, calls.link, reach.home / "b") == refused


def test_it_reads_what_it_is_to_read_and_no_other_paper(crew: Calls, reach: Reach, tmp_path: Path) -> None:
    for folder in (tmp_path, reach.read[0]):
        (folder / "a").write_text("a")
    assert one(crew, calls.read, reach.read[0] / "a") == "done"
    assert one(crew, calls.read, tmp_path / "a") == ("PermissionError" if KEPT_TO else "done")


def test_it_reaches_nobody_by_any_means(crew: Calls) -> None:
    """Past Python, where its own guard does not look."""
    allowed = "2 10" if os.name == "posix" else ""
    assert one(crew, calls.sockets) == ("" if OFFLINE else allowed)


def test_it_gains_no_rights_and_has_no_hand_on_the_run(crew: Calls) -> None:
    assert one(crew, calls.status, "NoNewPrivs") == ("1" if ON_LINUX else "")
    is_less = ON_LINUX and os.geteuid() == 0  # than root, which it was
    assert one(crew, calls.look_at_parent) == ("PermissionError" if KEPT_TO or is_less else "done")


def test_its_environment_holds_no_token(crew: Calls, reach: Reach) -> None:
    names = one(crew, calls.environment)
    assert "PATH" in names
    assert "API_TOKEN" not in names
    assert one(crew, calls.temporary) == str(reach.home)


def test_what_starts_it_keeps_its_own_environment(crew: Calls) -> None:
    assert os.environ["API_TOKEN"] == "canary"


def test_a_folder_that_came_back_is_read(tmp_path: Path) -> None:
    """To Landlock it is another one, though it has the name of before."""
    source, home = tmp_path / "source", tmp_path / "home"
    home.mkdir()
    with calls_in(1, Limits(), Reach(home, (source,))) as crew:
        assert one(crew, calls.read, source / "a") == "FileNotFoundError"
        source.mkdir()
        (source / "a").write_text("a")
        assert one(crew, calls.read, source / "a") == "done"


def test_libraries_and_programs_that_open_files_work_all_the_same(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.rar").write_bytes(rar_of({"甲.txt": b"paper"}))
    (source / "b.doc").write_bytes((DATA / "old" / "总结.doc").read_bytes())
    paper = SourceFile("b.doc", "b", 1, "word", "read", stored=source / "b.doc", format="doc")
    with calls_in(1, Limits(), Reach(tmp_path, (source,))) as crew:
        files = open_bundle(source, tmp_path / "work", Terms(), Opening(Terms(), crew).apart).files
        made = crew.each(convert, [([paper], tmp_path / "made", Terms())], lambda: None)[0]
    assert [file.path for file in files if file.status == "read"] == ["a.rar", "a.rar/甲.txt", "b.doc"]
    assert isinstance(made, tuple)
    assert isinstance(made[0], SourceFile)
    assert made[0].format == "docx"
