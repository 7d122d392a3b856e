"""What can't be opened now is no damaged file: it is tried again, told to who runs the check, and never taken over."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.readers.packages import paragraph, parts, run, zipped
from verifier import bundle, pipeline, readers
from verifier.bundle import reach
from verifier.cli import main
from verifier.errors import BundleError
from verifier.files.system import reason_of
from verifier.model import RuleSet, SourceFile, Terms
from verifier.pipeline import Silent
from verifier.pipeline.opening import documents_of

PLAN = "就业创业服务指导站2024年工作计划\n一、工作目标：做好服务。\n二、3月举办春季招聘会。\n2024年1月5日\n"


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "PAUSES", (0.0, 0.0, 0.0))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "各校" / "威海职业学院"
    (root / "台账").mkdir(parents=True)
    (root / "计划.txt").write_text(PLAN, "utf-8")
    (root / "台账" / "台账.txt").write_text("工作台账\n2024年3月5日 招聘会\n", "utf-8")
    return root


def failing(times: int, name: str, whole: Callable[[Path], str], code: int = errno.EACCES) -> Callable[[Path], str]:
    """`digest` that can't open the files of a name so many times."""
    left = [times]

    def digest(path: Path) -> str:
        if path.name == name and left[0]:
            left[0] -= 1
            raise PermissionError(code, "refused", str(path))
        return whole(path)

    return digest


@pytest.mark.parametrize("times", [1, 3])
def test_a_file_that_is_held_for_a_moment_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    monkeypatch.setattr(bundle, "digest", failing(times, "计划.txt", bundle.digest))
    found = bundle.open_bundle(folder, tmp_path / "work")
    assert [(file.path, file.status, file.out_of_reach) for file in found.files] == [
        ("台账/台账.txt", "read", False),
        ("计划.txt", "read", False),
    ]


def test_a_file_that_stays_held_is_not_told_to_be_damaged(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "digest", failing(99, "计划.txt", bundle.digest))
    found = bundle.open_bundle(folder, tmp_path / "work")
    file = next(file for file in found.files if file.path == "计划.txt")
    assert (file.status, file.out_of_reach) == ("unreadable", True)
    assert file.reason == "文件打不开（没有权限，或正被别的程序打开），这次没有读到，请重新核验"
    assert [(flag.code, flag.severity) for flag in found.flags] == [("unreadable-file", "gap")]
    assert "损坏" not in found.flags[0].message


def test_a_folder_that_is_away_for_a_moment_is_read_whole(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reach, "PAUSES", (0.05, 0.2, 0.5, 1.0))
    scandir, away = bundle.os.scandir, [True]

    def listed(path: Path) -> object:
        if Path(path).name == "台账" and away[0]:
            raise OSError(errno.EHOSTDOWN, "gone", str(path))
        return scandir(path)

    monkeypatch.setattr(bundle.os, "scandir", listed)
    threading.Timer(0.3, lambda: away.__setitem__(0, False)).start()
    found = bundle.open_bundle(folder, tmp_path / "work")
    assert [(file.path, file.status) for file in found.files] == [("台账/台账.txt", "read"), ("计划.txt", "read")]


def test_a_folder_that_stays_away_keeps_its_row(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = bundle.os.scandir

    def listed(path: Path) -> object:
        if Path(path).name == "台账":
            raise OSError(errno.EHOSTDOWN, "gone", str(path))
        return scandir(path)

    monkeypatch.setattr(bundle.os, "scandir", listed)
    found = bundle.open_bundle(folder, tmp_path / "work")
    assert [(file.path, file.status, file.out_of_reach) for file in found.files] == [
        ("台账", "unreadable", True),
        ("计划.txt", "read", False),
    ]


def test_a_bundle_that_is_gone_ends_with_a_sentence(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed(path: Path) -> object:
        raise OSError(errno.ESTALE, "gone", str(path))

    monkeypatch.setattr(bundle.os, "scandir", listed)
    with pytest.raises(BundleError) as told:
        bundle.open_bundle(folder, tmp_path / "work")
    assert told.value.exit_status == 3
    assert "所在的磁盘、移动盘或网络位置断开了" in str(told.value)


class Gone:
    """Calls here, of which the first ones find a file away that comes back a little later."""

    def __init__(self, times: int) -> None:
        self.left = times

    def each(self, function: Callable[..., object], arguments: list[tuple], done: Callable[[], None]) -> list[object]:
        return [self._one(function, each) for each in arguments]

    def _one(self, function: Callable[..., object], arguments: tuple) -> object:
        file = arguments[0]
        if not isinstance(file, SourceFile) or file.path != "计划.txt" or not self.left:
            return function(*arguments)
        self.left -= 1
        assert file.stored is not None
        aside = file.stored.rename(file.stored.with_name("aside"))
        threading.Timer(0.2, aside.rename, (file.stored,)).start()
        return function(*arguments)


def test_a_file_that_is_away_while_it_is_read_is_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reach, "PAUSES", (0.5, 0.5, 0.5))
    opened = bundle.open_bundle(folder, tmp_path / "work")
    how = pipeline.Opening(Terms(), Gone(2))  # type: ignore[arg-type]
    found = documents_of(opened, tmp_path / "work", how, Silent())
    assert [(each.file.path, each.file.status) for each in found] == [("台账/台账.txt", "read"), ("计划.txt", "read")]
    assert "招聘会" in found[1].text
    assert found[1].flags == ()


def test_a_file_that_is_saved_meanwhile_is_read_as_it_is_then(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reach, "PAUSES", (0.3, 0.3))
    paper = folder / "计划.docx"
    paper.write_bytes(zipped(parts(paragraph(run("工作计划")))))
    opened = bundle.open_bundle(folder, tmp_path / "work")
    paper.write_bytes(paper.read_bytes()[:200])
    whole = zipped(parts(paragraph(run("2024年工作计划"))))
    threading.Timer(0.1, paper.write_bytes, (whole,)).start()
    found = {each.file.path: each for each in documents_of(opened, tmp_path / "work", pipeline.Opening(), Silent())}
    assert (found["计划.docx"].text, found["计划.docx"].file.status) == ("2024年工作计划", "read")


def test_a_file_that_is_damaged_is_told_so_at_once(folder: Path, tmp_path: Path) -> None:
    (folder / "计划.docx").write_bytes(zipped(parts(paragraph(run("工作计划"))))[:300])
    opened = bundle.open_bundle(folder, tmp_path / "work")
    found = {each.file.path: each for each in documents_of(opened, tmp_path / "work", pipeline.Opening(), Silent())}
    file = found["计划.docx"].file
    assert (file.status, file.out_of_reach) == ("unreadable", False)


def test_a_check_tells_who_runs_it_and_a_batch_does_not_keep_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = bundle.digest
    monkeypatch.setattr(bundle, "digest", failing(99, "计划.txt", whole))
    arguments = ["batch", str(folder.parent), "--out", str(tmp_path / "out"), "--year", "2024", "--jobs", "1", "-q"]
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 0
    assert (
        "注意：威海职业学院：有 1 个文件这次打不开，没有读到：计划.txt。请检查磁盘、网络和权限后重新核验。"
        in told.output
    )
    monkeypatch.setattr(bundle, "digest", whole)
    told = CliRunner().invoke(main, [argument for argument in arguments if argument != "-q"])
    assert "没有变化" not in told.output
    assert "打不开" not in told.output
    told = CliRunner().invoke(main, [argument for argument in arguments if argument != "-q"])
    assert "没有变化，沿用上次的结果" in told.output


class Full:
    """Calls in a process for which the disk is full."""

    def each(self, function: Callable[..., object], arguments: list[tuple], done: Callable[[], None]) -> list[object]:
        raise OSError(errno.ENOSPC, "no space left")


def test_a_full_disk_is_no_damaged_paper(folder: Path, tmp_path: Path, rules: RuleSet) -> None:
    with pytest.raises(BundleError, match="磁盘已满") as told:
        pipeline.observe(folder, tmp_path / "work", rules, None, None, None, pipeline.Opening(Terms(), Full()))  # type: ignore[arg-type]
    assert told.value.exit_status == 3


def test_a_reader_for_which_the_disk_is_full_says_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: SourceFile, work: Path) -> None:
        raise ValueError("wrapped") from OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(readers, "_read", full)
    opened = bundle.open_bundle(folder, tmp_path / "work")
    with pytest.raises(OSError, match="no space left"):
        readers.render(opened.files[0], tmp_path / "work")


def test_where_there_is_no_room_nothing_is_told_to_be_damaged(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "计划.docx").write_bytes(b"PK\x03\x04 half a paper")
    (folder / "总结.pdf").write_bytes(b"%PDF-1.4 half a paper")
    opened = bundle.open_bundle(folder, tmp_path / "work")
    write = Path.write_bytes

    def written(path: Path, content: bytes) -> int:
        if path.name == "probe":
            raise OSError(errno.ENOSPC, "no space left", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", written)
    with pytest.raises(OSError, match="no space left"):
        documents_of(opened, tmp_path / "work", pipeline.Opening(), Silent())


@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.ENOSPC, "磁盘已满"), (errno.EBUSY, "正被别的程序占用"), (9999, "系统错误 9999"), (0, "系统没有说明原因")],
)
def test_the_system_is_quoted_in_chinese(code: int, said: str) -> None:
    assert reason_of(OSError(code, "told in English") if code else OSError()) == said
