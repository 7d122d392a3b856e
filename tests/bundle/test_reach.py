"""What can't be opened now is no damaged file: it is tried again, told to who runs the check, and never taken over."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from tests.readers.packages import paragraph, parts, run, zipped
from verifier import bundle, pipeline, readers
from verifier.batch import checking
from verifier.batch import folder as batch_folder
from verifier.bundle import folder as in_folder
from verifier.bundle import packing, reach
from verifier.bundle.copies import Copy, copied
from verifier.cli import main
from verifier.errors import BundleError, WriteError
from verifier.files.system import reason_of
from verifier.model import Bundle, Lost, RuleSet, SourceFile, Terms
from verifier.pipeline import Silent, observing
from verifier.pipeline.opening import documents_of
from verifier.workers import Here

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


def failing(times: int, name: str) -> Callable[[Path, Path], Copy]:
    """`copied` that can't open the files of a name so many times."""
    left = [times]

    def taken(path: Path, work: Path) -> Copy:
        if path.name == name and left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "refused", str(path))
        return copied(path, work)

    return taken


@pytest.mark.parametrize("times", [1, 3])
def test_a_file_that_is_held_for_a_moment_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    monkeypatch.setattr(in_folder, "copied", failing(times, "计划.txt"))
    found = bundle.open_bundle(folder, tmp_path / "work")
    assert [(file.path, file.status, file.out_of_reach) for file in found.files] == [
        ("台账/台账.txt", "read", False),
        ("计划.txt", "read", False),
    ]


def test_a_file_that_stays_held_is_not_told_to_be_damaged(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_folder, "copied", failing(99, "计划.txt"))
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
    scandir, away = in_folder.os.scandir, [True]

    def listed(path: Path) -> object:
        if Path(path).name == "台账" and away[0]:
            raise OSError(errno.EHOSTDOWN, "gone", str(path))
        return scandir(path)

    monkeypatch.setattr(in_folder.os, "scandir", listed)
    threading.Timer(0.3, lambda: away.__setitem__(0, False)).start()
    found = bundle.open_bundle(folder, tmp_path / "work")
    assert [(file.path, file.status) for file in found.files] == [("台账/台账.txt", "read"), ("计划.txt", "read")]


def test_a_folder_that_is_back_when_the_others_have_been_read_is_read_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir, refusals = in_folder.os.scandir, [OSError(errno.EHOSTDOWN, "gone")]

    def listed(path: Path) -> object:
        if Path(path).name == "台账" and refusals:
            raise refusals.pop()
        return scandir(path)

    monkeypatch.setattr(in_folder.os, "scandir", listed)
    found = bundle.open_bundle(folder, tmp_path / "work")
    assert [(file.path, file.status) for file in found.files] == [("台账/台账.txt", "read"), ("计划.txt", "read")]


def test_a_folder_that_is_away_when_all_has_been_read_is_not_read_twice(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir, listings = in_folder.os.scandir, [1, 2]

    def listed(path: Path) -> object:
        if Path(path).name == "台账" and listings.pop() == 1:
            listings.append(1)
            raise OSError(errno.EHOSTDOWN, "gone", str(path))
        return scandir(path)

    monkeypatch.setattr(in_folder.os, "scandir", listed)
    found = bundle.open_bundle(folder, tmp_path / "work")
    assert [file.path for file in found.files] == ["台账/台账.txt", "计划.txt"]
    assert in_folder.came_later(folder, found) == ()


def test_a_folder_that_stays_away_keeps_its_row(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = in_folder.os.scandir

    def listed(path: Path) -> object:
        if Path(path).name == "台账":
            raise OSError(errno.EHOSTDOWN, "gone", str(path))
        return scandir(path)

    monkeypatch.setattr(in_folder.os, "scandir", listed)
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

    monkeypatch.setattr(in_folder.os, "scandir", listed)
    with pytest.raises(BundleError) as told:
        bundle.open_bundle(folder, tmp_path / "work")
    assert told.value.exit_status == 3
    assert "所在的磁盘、移动盘或网络位置断开了" in str(told.value)


def test_a_bundle_that_goes_while_it_is_read_ends_with_a_sentence(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path, work: Path) -> Copy:
        if folder.exists():
            folder.rename(tmp_path / "away")
        return copied(path, work)

    monkeypatch.setattr(in_folder, "copied", gone)
    with pytest.raises(BundleError, match="已经不在原来的位置") as told:
        bundle.open_bundle(folder, tmp_path / "work")
    assert told.value.exit_status == 3


def test_what_is_away_once_the_bundle_is_opened_is_read_all_the_same(folder: Path, tmp_path: Path) -> None:
    Image.new("RGB", (80, 60)).save(folder / "照片.png")
    (folder / "名单.zip").write_bytes(zipped({"名单.txt": "2024届毕业生名单"}))
    opened = bundle.open_bundle(folder, tmp_path / "work")
    folder.rename(folder.with_name("away"))
    found = documents_of(opened, tmp_path / "work", pipeline.Opening(), Silent())
    assert {each.file.path: each.file.status for each in found} == dict.fromkeys(
        ("台账/台账.txt", "计划.txt", "照片.png", "名单.zip", "名单.zip/名单.txt"), "read"
    )
    assert all(page.image is None or page.image.exists() for each in found for page in each.pages)
    assert all(each.flags == () for each in found)


def test_an_archive_that_is_away_for_a_moment_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "威海职业学院.zip"
    archive.write_bytes(zipped({"计划.txt": PLAN}))
    monkeypatch.setattr(bundle, "copied", failing(2, archive.name))
    found = bundle.open_bundle(archive, tmp_path / "work")
    assert [(file.path, file.status) for file in found.files] == [("计划.txt", "read")]


def test_a_temporary_folder_without_room_is_no_damaged_paper(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "work").write_text("no folder")
    with pytest.raises(WriteError, match="临时文件夹放不下「台账") as told:
        bundle.open_bundle(folder, tmp_path / "work")
    assert told.value.exit_status == 3


def test_a_file_that_is_saved_meanwhile_is_read_as_it_is_then(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reach, "PAUSES", (0.3, 0.3))
    paper = folder / "计划.docx"
    paper.write_bytes(zipped(parts(paragraph(run("2024年工作计划")))))
    whole = paper.read_bytes()
    paper.write_bytes(whole[:200])
    opened = bundle.open_bundle(folder, tmp_path / "work")
    paper.write_bytes(whole[:300])
    threading.Timer(0.1, paper.write_bytes, (whole,)).start()
    found = {each.file.path: each for each in documents_of(opened, tmp_path / "work", pipeline.Opening(), Silent())}
    assert (found["计划.docx"].text, found["计划.docx"].file.status) == ("2024年工作计划", "read")


def test_a_file_that_is_empty_while_it_is_being_saved_is_read_as_it_is_then(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = folder / "计划.txt"
    paper.write_bytes(b"")

    def saved(path: Path, work: Path) -> Copy:
        copy = copied(path, work)
        paper.write_text(PLAN, "utf-8")
        return copy

    monkeypatch.setattr(in_folder, "copied", saved)
    assert {file.path: file.status for file in bundle.open_bundle(folder, tmp_path / "work").files}[
        "计划.txt"
    ] == "read"


def test_what_was_not_there_when_a_folder_was_listed_is_read_all_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = (folder / "台账").rename(tmp_path / "away")

    def back(path: Path, work: Path) -> Copy:
        if away.exists():
            away.rename(folder / "台账")
        return copied(path, work)

    monkeypatch.setattr(in_folder, "copied", back)
    found = bundle.open_bundle(folder, tmp_path / "work")
    assert [(file.path, file.status) for file in found.files] == [("台账/台账.txt", "read"), ("计划.txt", "read")]


def test_what_comes_when_all_has_been_read_is_told_and_not_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is there before and after, but was away while the folder was read."""
    paper, away = folder / "计划.txt", tmp_path / "away"
    opens = observing.open_bundle

    def opened(*arguments: object) -> Bundle:
        paper.rename(away)
        try:
            return opens(*arguments)  # type: ignore[arg-type]
        finally:
            away.rename(paper)

    arguments = ["batch", str(folder.parent), "--out", str(tmp_path / "out"), "--year", "2024", "--jobs", "1"]
    with monkeypatch.context() as patched:
        patched.setattr(observing, "open_bundle", opened)
        told = CliRunner().invoke(main, arguments)
    assert "有 1 个文件这次打不开，没有读到：计划.txt" in told.output
    again = CliRunner().invoke(main, arguments)
    assert "没有变化" not in again.output
    assert "打不开" not in again.output


def test_what_is_saved_while_it_is_checked_is_checked_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens = observing.open_bundle

    def opened(*arguments: object) -> Bundle:
        found = opens(*arguments)  # type: ignore[arg-type]
        (folder / "计划.txt").write_text(PLAN + "2024年3月10日举办春季招聘会\n", "utf-8")
        return found

    arguments = ["batch", str(folder.parent), "--out", str(tmp_path / "out"), "--year", "2024", "--jobs", "1"]
    with monkeypatch.context() as patched:
        patched.setattr(observing, "open_bundle", opened)
        told = CliRunner().invoke(main, arguments)
    assert "核验时有材料没有读到或正在变动，下次会重新核验" in told.output
    assert "没有变化" not in CliRunner().invoke(main, arguments).output
    assert "没有变化，沿用上次的结果" in CliRunner().invoke(main, arguments).output


def test_a_bundle_that_comes_when_the_others_have_been_listed_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = folder.with_name("威海甲学院")

    def checked(*arguments: object) -> object:
        late.mkdir(exist_ok=True)
        raise BundleError("读不出来")

    monkeypatch.setattr(checking, "checked", checked)
    told = CliRunner().invoke(main, ["batch", str(folder.parent), "--out", str(tmp_path / "out"), "--year", "2024"])
    assert told.exit_code == 0
    assert "威海甲学院：核验开始后才出现，这次没有核验，请再运行一次" in told.output


def test_papers_that_are_gone_when_a_batch_begins_end_with_a_sentence(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = batch_folder.os.scandir

    def listed(path: Path) -> object:
        if Path(path) == folder.parent:
            raise OSError(errno.EHOSTDOWN, "gone", str(path))
        return scandir(path)

    monkeypatch.setattr(batch_folder.os, "scandir", listed)
    told = CliRunner().invoke(main, ["batch", str(folder.parent), "--out", str(tmp_path / "out"), "--year", "2024"])
    assert told.exit_code == 3
    assert "所在的磁盘、移动盘或网络位置断开了" in told.output


def test_a_file_that_is_damaged_is_told_so_at_once(folder: Path, tmp_path: Path) -> None:
    (folder / "计划.docx").write_bytes(zipped(parts(paragraph(run("工作计划"))))[:300])
    opened = bundle.open_bundle(folder, tmp_path / "work")
    found = {each.file.path: each for each in documents_of(opened, tmp_path / "work", pipeline.Opening(), Silent())}
    file = found["计划.docx"].file
    assert (file.status, file.out_of_reach) == ("unreadable", False)


def test_a_check_tells_who_runs_it_and_a_batch_does_not_keep_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_folder, "copied", failing(99, "计划.txt"))
    arguments = ["batch", str(folder.parent), "--out", str(tmp_path / "out"), "--year", "2024", "--jobs", "1", "-q"]
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 0
    assert (
        "注意：威海职业学院：有 1 个文件这次打不开，没有读到：计划.txt。请检查磁盘、网络和权限后重新核验。"
        in told.output
    )
    monkeypatch.setattr(in_folder, "copied", copied)
    told = CliRunner().invoke(main, [argument for argument in arguments if argument != "-q"])
    assert "没有变化" not in told.output
    assert "打不开" not in told.output
    told = CliRunner().invoke(main, [argument for argument in arguments if argument != "-q"])
    assert "没有变化，沿用上次的结果" in told.output


class Dying:
    """Calls in processes that die so many times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def each(
        self, function: Callable[..., object], arguments: list[tuple[object, ...]], done: Callable[[], None]
    ) -> list[object]:
        self.left -= 1
        return [Lost("crash")] * len(arguments) if self.left >= 0 else Here().each(function, arguments, done)


@pytest.mark.parametrize(("times", "reached"), [(1, True), (99, False)])
def test_a_file_whose_reader_died_is_tried_again_and_not_kept(
    folder: Path, tmp_path: Path, times: int, reached: bool
) -> None:
    opened = bundle.open_bundle(folder, tmp_path / "work")
    how = pipeline.Opening(Terms(), Dying(times))  # type: ignore[arg-type]
    found = [each.file for each in documents_of(opened, tmp_path / "work", how, Silent())]
    assert {(file.status == "read", file.out_of_reach) for file in found} == {(reached, not reached)}


def test_an_archive_whose_unpacking_died_is_not_kept(folder: Path, tmp_path: Path) -> None:
    (folder / "名单.zip").write_bytes(zipped({"名单.txt": "2024届毕业生名单"}))
    found = bundle.open_bundle(folder, tmp_path / "work", Terms(), lambda function, arguments: Lost("crash"))
    file = next(file for file in found.files if file.path == "名单.zip")
    assert (file.status, file.out_of_reach) == ("unreadable", True)


class Full:
    """Calls in a process for which the disk is full."""

    def __init__(self, code: int) -> None:
        self.code = code

    def each(self, function: Callable[..., object], arguments: list[tuple], done: Callable[[], None]) -> list[object]:
        raise OSError(self.code, "no space left")


@pytest.mark.parametrize(("code", "said"), [(errno.ENOSPC, "磁盘已满"), (errno.EDQUOT, "磁盘配额已用完")])
def test_a_full_disk_is_no_damaged_paper(folder: Path, tmp_path: Path, rules: RuleSet, code: int, said: str) -> None:
    how = pipeline.Opening(Terms(), Full(code))  # type: ignore[arg-type]
    with pytest.raises(WriteError, match=said) as told:
        pipeline.observe(folder, tmp_path / "work", rules, None, None, None, how)  # type: ignore[arg-type]
    assert told.value.exit_status == 3


def test_an_archive_for_which_there_is_no_room_is_not_told_to_be_damaged(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "名单.zip").write_bytes(zipped({"名单.txt": "2024届毕业生名单"}))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(bundle, "unpack", full)
    with pytest.raises(WriteError, match="磁盘已满"):
        bundle.open_bundle(folder, tmp_path / "work")


def test_where_no_file_can_be_opened_any_more_no_archive_is_told_to_be_damaged(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "名单.zip").write_bytes(zipped({"名单.txt": "2024届毕业生名单"}))

    def exhausted(*_: object) -> None:
        raise packing.Broken from OSError(errno.EMFILE, "too many open files")

    monkeypatch.setattr(packing.Zip, "listing", exhausted)
    with pytest.raises(BundleError, match="同时打开的文件过多"):
        bundle.open_bundle(folder, tmp_path / "work")


def test_last_years_papers_that_cannot_be_opened_end_a_check(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = tmp_path / "去年"
    last.mkdir()
    (last / "花名册.txt").write_text("姓名\n", "utf-8")
    monkeypatch.setattr(in_folder, "copied", failing(99, "花名册.txt"))
    arguments = ["check", str(folder), "--out", str(tmp_path / "out"), "--year", "2024", "--jobs", "1"]
    told = CliRunner().invoke(main, [*arguments, "--last-year", str(last)])
    assert told.exit_code == 3
    assert "上年度的材料有 1 个文件打不开（花名册.txt）" in told.output


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
