"""Folders and zips become bundles in which nothing is lost and nothing gets out."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from verifier.bundle import open_bundle
from verifier.bundle.names import display_name
from verifier.bundle.rows import unsafe_reason
from verifier.errors import BundleError, UsageError
from verifier.model import Limits, Lost, Terms
from verifier.readers import render


def png(colour: str = "red") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (80, 60), colour).save(target, "PNG")
    return target.getvalue()


def zipped(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target.getvalue()


def gbk_zip(entries: dict[str, bytes]) -> bytes:
    """A zip as Windows' own packer makes it: names in GBK, no UTF-8 flag."""

    class Entry(zipfile.ZipInfo):
        def _encodeFilenameFlags(self) -> tuple[bytes, int]:
            return self.filename.encode("gbk"), 0

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in entries.items():
            archive.writestr(Entry(name), data)
    return target.getvalue()


def opened(tmp_path: Path, content: dict[str, bytes], limits: Limits | None = None):
    folder = tmp_path / "材料"
    for name, data in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    folder.mkdir(exist_ok=True)
    return open_bundle(folder, tmp_path / "work", Terms(limits or Limits()))


def rows(bundle) -> dict[str, tuple[str, str]]:
    return {file.path: (file.kind, file.status) for file in bundle.files}


def codes(bundle) -> dict[str, str]:
    return {flag.place.file: flag.code for flag in bundle.flags}


def test_a_folder_is_read_in_the_order_of_paths(tmp_path):
    bundle = opened(tmp_path, {"2/乙.png": png(), "1/甲.txt": "正文".encode(), "3.pdf": b"%PDF-1.4 ..."})
    assert bundle.name == "材料"
    assert [file.path for file in bundle.files] == ["1/甲.txt", "2/乙.png", "3.pdf"]
    assert rows(bundle)["2/乙.png"] == ("image", "read")
    assert bundle.files[1].size == len(png())
    assert bundle.flags == ()


def test_an_empty_folder_is_an_empty_bundle(tmp_path):
    assert opened(tmp_path, {}).files == ()


def test_a_missing_path_is_a_wrong_call(tmp_path):
    with pytest.raises(UsageError):
        open_bundle(tmp_path / "没有", tmp_path / "work")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 cut short", b"no archive at all", zipped({"a.txt": b"x"})[:-30]],
    # A zip holds the time it was made: as a name it would differ from one test process to the next.
    ids=["empty", "a signature alone", "no archive", "no end of its list"],
)
def test_a_broken_bundle_archive_stops_the_work(tmp_path, data):
    path = tmp_path / "学校.zip"
    path.write_bytes(data)
    with pytest.raises(BundleError):
        open_bundle(path, tmp_path / "work")


def test_a_zip_bundle_keeps_its_paths_and_bears_its_own_name(tmp_path):
    path = tmp_path / "某学院.zip"
    path.write_bytes(zipped({"某学院/1 办公/照片.png": png(), "某学院/说明.txt": b"abc"}))
    bundle = open_bundle(path, tmp_path / "work")
    assert bundle.name == "某学院"
    assert list(rows(bundle)) == ["某学院/1 办公/照片.png", "某学院/说明.txt"]
    assert all(tmp_path / "work" in file.stored.parents for file in bundle.files)


def test_names_in_gbk_are_read(tmp_path):
    path = tmp_path / "b.zip"
    path.write_bytes(gbk_zip({"政策宣传/威海人才.txt": b"abc", "实习证明/張三丰.png": png()}))
    assert list(rows(open_bundle(path, tmp_path / "work"))) == ["实习证明/張三丰.png", "政策宣传/威海人才.txt"]


def test_a_gbk_name_whose_second_byte_is_a_backslash_stays_one_name(tmp_path):
    path = tmp_path / "b.zip"
    path.write_bytes(gbk_zip({"誠乗.txt": b"abc"}))  # 乗 is 81 5C in GBK
    assert list(rows(open_bundle(path, tmp_path / "work"))) == ["誠乗.txt"]


def test_names_in_utf_8_without_the_flag_are_read(tmp_path):
    data = gbk_zip({"ab.txt": b"abc"}).replace(b"ab.txt", "招".encode() + b".tx")
    path = tmp_path / "b.zip"
    path.write_bytes(data)
    assert list(rows(open_bundle(path, tmp_path / "work"))) == ["招.tx"]


def test_backslashes_of_windows_are_folders(tmp_path):
    path = tmp_path / "b.zip"
    path.write_bytes(zipped({"1 办公\\照片.png": png()}))
    assert list(rows(open_bundle(path, tmp_path / "work"))) == ["1 办公/照片.png"]


def test_what_archives_within_hold_has_rows_of_its_own(tmp_path):
    inner = zipped({"合影.png": png()})
    bundle = opened(tmp_path, {"外.zip": zipped({"内.zip": inner, "说明.txt": b"abc"})})
    assert rows(bundle) == {
        "外.zip": ("archive", "read"),
        "外.zip/内.zip": ("archive", "read"),
        "外.zip/内.zip/合影.png": ("image", "read"),
        "外.zip/说明.txt": ("text", "read"),
    }


def test_the_fourth_archive_within_is_refused_as_one_row(tmp_path):
    data = zipped({"深.txt": b"abc"})
    for name in ("4.zip", "3.zip", "2.zip"):
        data = zipped({name: data})
    bundle = opened(tmp_path, {"1.zip": data})
    assert rows(bundle)["1.zip/2.zip/3.zip/4.zip"] == ("archive", "refused")
    assert len(bundle.files) == 4
    assert codes(bundle) == {"1.zip/2.zip/3.zip/4.zip": "limit-exceeded"}


def test_what_is_packed_beyond_belief_is_one_refused_row_and_none_of_it_is_unpacked(tmp_path):
    limits = Limits(bomb_bytes=1000, bomb_ratio=10)
    bundle = opened(tmp_path, {"胀.zip": zipped({"好.txt": b"abc", "零.bin": bytes(1001)}), "好.txt": b"abc"}, limits)
    assert rows(bundle) == {"好.txt": ("text", "read"), "胀.zip": ("archive", "refused")}
    assert codes(bundle) == {"胀.zip": "limit-exceeded"}
    assert not [path for path in (tmp_path / "work" / "files").rglob("*") if path.is_file()]


def test_an_archive_of_too_many_files_is_one_refused_row(tmp_path):
    archive = zipped({f"{n}.txt": b"" for n in range(3)})
    assert rows(opened(tmp_path / "a", {"许多.zip": archive}, Limits(files=4)))["许多.zip"] == ("archive", "read")
    bundle = opened(tmp_path / "b", {"许多.zip": archive}, Limits(files=3))
    assert (rows(bundle), codes(bundle)) == ({"许多.zip": ("archive", "refused")}, {"许多.zip": "limit-exceeded"})


@pytest.mark.parametrize(
    ("why", "status", "code"),
    [
        ("time", "refused", "limit-exceeded"),
        ("memory", "refused", "limit-exceeded"),
        ("crash", "unreadable", "unreadable-file"),
    ],
)
def test_an_archive_whose_opening_came_to_no_end_is_one_row(tmp_path, why, status, code):
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b"abc"}))
    (tmp_path / "work").mkdir()
    folder = tmp_path / "材料"
    folder.mkdir()
    (tmp_path / "a.zip").rename(folder / "a.zip")
    bundle = open_bundle(folder, tmp_path / "work", apart=lambda *_: Lost(why))
    assert (rows(bundle), codes(bundle)) == ({"a.zip": ("archive", status)}, {"a.zip": code})


def test_a_sheet_that_packs_well_is_read(tmp_path):
    table = "姓名,学号\n".encode() + "张三,20240001\n".encode() * 100_000
    assert rows(opened(tmp_path, {"外.zip": zipped({"名单.csv": table})}))["外.zip/名单.csv"] == ("sheet", "read")


def test_what_is_left_of_the_room_is_shared_by_all_archives(tmp_path):
    each = zipped({"a.txt": os.urandom(600).hex().encode()})
    bundle = opened(tmp_path, {"1.zip": each, "2.zip": each}, Limits(total_bytes=2000))
    assert [status for _, status in rows(bundle).values()] == ["read", "read", "refused"]


def test_a_bundle_of_too_many_files_is_refused_whole(tmp_path):
    with pytest.raises(BundleError, match="3"):
        opened(tmp_path, {f"{n}.txt": b"abc" for n in range(4)}, Limits(files=3))


@pytest.mark.parametrize("name", ["../外.txt", "a/../../外.txt", "/etc/外.txt", "C:\\外.txt", "..\\外.txt"])
def test_an_entry_that_points_outside_is_refused_and_written_nowhere(tmp_path, name):
    path = tmp_path / "in" / "b.zip"
    path.parent.mkdir()
    path.write_bytes(zipped({name: b"abc", "好.txt": b"def"}))
    bundle = open_bundle(path, tmp_path / "work")
    shown = name.replace("\\", "/")
    assert rows(bundle) == {shown: ("text", "refused"), "好.txt": ("text", "read")}
    assert codes(bundle) == {shown: "unsafe-entry"}
    written = [each for each in tmp_path.rglob("*") if each.is_file() and each != path]
    assert all(tmp_path / "work" in each.parents for each in written)


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFCHR | 0o600, stat.S_IFIFO | 0o600])
def test_links_and_devices_in_archives_are_refused(tmp_path, mode):
    entry = zipfile.ZipInfo("链接.txt")
    entry.create_system, entry.external_attr = 3, mode << 16
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "../外.txt")
    assert rows(open_bundle(path, tmp_path / "work")) == {"链接.txt": ("text", "refused")}


def test_links_in_folders_are_refused_and_not_followed(tmp_path):
    outside = tmp_path / "别处"
    outside.mkdir()
    (outside / "秘密.txt").write_text("x")
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "文件.txt").symlink_to(outside / "秘密.txt")
    (folder / "目录").symlink_to(outside)
    (folder / "环").symlink_to(folder)
    os.mkfifo(folder / "管道")
    bundle = open_bundle(folder, tmp_path / "work")
    assert {path: status for path, (_, status) in rows(bundle).items()} == dict.fromkeys(
        ["文件.txt", "目录", "环", "管道"], "refused"
    )
    assert set(codes(bundle).values()) == {"unsafe-entry"}


def locked_zip() -> bytes:
    data = bytearray(zipped({"a.txt": b"abc"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def test_a_locked_archive_is_one_row(tmp_path):
    bundle = opened(tmp_path, {"锁.zip": locked_zip()})
    assert rows(bundle) == {"锁.zip": ("archive", "unreadable")}
    assert codes(bundle) == {"锁.zip": "password-protected"}


def test_a_broken_archive_within_is_one_row(tmp_path):
    bundle = opened(tmp_path, {"坏.zip": zipped({"a.txt": b"abc"})[:-20]})
    assert rows(bundle) == {"坏.zip": ("archive", "unreadable")}


def test_one_damaged_entry_does_not_take_the_others_with_it(tmp_path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("好.txt", b"good words")
        archive.writestr("坏.txt", b"damaged words")
    bundle = opened(tmp_path, {"包.zip": data.getvalue().replace(b"damaged words", b"damaged w0rds")})
    assert rows(bundle)["包.zip/好.txt"] == ("text", "read")
    assert rows(bundle)["包.zip/坏.txt"] == ("text", "unreadable")


def test_files_that_no_person_made_are_ignored_without_a_flag(tmp_path):
    names = [".DS_Store", "a/Thumbs.db", "desktop.ini", "~$报告.docx", "__MACOSX/a/._照片.png", "a/._照片.png"]
    bundle = opened(tmp_path, dict.fromkeys(names, b"x"))
    assert {status for _, status in rows(bundle).values()} == {"ignored"}
    assert len(bundle.files) == len(names)
    assert bundle.flags == ()


def test_empty_and_damaged_files_are_unreadable(tmp_path):
    noise = bytes(range(1, 256)) * 4
    bundle = opened(tmp_path, {"空.pdf": b"", "坏.docx": noise, "坏.jpg": b"plain words", "坏.xlsx": bytes(500)})
    assert {status for _, status in rows(bundle).values()} == {"unreadable"}
    assert set(codes(bundle).values()) == {"unreadable-file"}
    assert rows(bundle)["坏.docx"][0] == "word"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image"),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42....", "other"),
    ],
)
def test_formats_that_are_not_read_have_a_kind_and_say_what_to_do(tmp_path, name, data, kind):
    bundle = opened(tmp_path, {name: data})
    assert rows(bundle) == {name: (kind, "unsupported")}
    assert bundle.flags[0].code == "unsupported-format"
    assert "请" in bundle.flags[0].message


def test_a_locked_office_paper_says_so(tmp_path):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(40)
    bundle = opened(tmp_path, {"名单.xlsx": data, "汇报.pptx": data})
    assert rows(bundle) == {"名单.xlsx": ("sheet", "read"), "汇报.pptx": ("other", "read")}
    documents = [render(file, tmp_path / "read")[0] for file in bundle.files]
    assert [document.file.status for document in documents] == ["unreadable", "unreadable"]
    assert [document.flags[0].code for document in documents] == ["password-protected"] * 2


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("照片.jpg", png(), "image"),
        ("照片.docx", png(), "image"),
        ("名单.xls", b"<html><table><tr><td>a<td>b<tr><td>1<td>2</table></html>", "sheet"),
        ("名单.xlsx", "姓名\t学号\n甲\t1\n".encode(), "sheet"),
        ("包.docx", zipped({"a/照片.png": png()}), "archive"),
    ],
)
def test_content_decides_where_the_ending_says_otherwise(tmp_path, name, data, kind):
    bundle = opened(tmp_path, {name: data})
    assert rows(bundle)[name] == (kind, "read")
    assert codes(bundle)[name] == "type-mismatch"
    assert bundle.flags[0].severity == "note"


def test_xml_that_is_no_sheet_is_not_told_to_be_damaged(tmp_path):
    bundle = opened(tmp_path, {"配置.xml": b'<?xml version="1.0"?>\n<Configuration><a/></Configuration>\n'})
    assert (rows(bundle)["配置.xml"], codes(bundle)["配置.xml"]) == (("text", "unsupported"), "unsupported-format")


def test_an_earlier_output_folder_is_not_read_as_papers(tmp_path):
    result = b'{"school": null, "schema": "verifier/result@1"}'
    content = {"结果/result.json": result, "结果/pages/1.png": png(), "结果/annex2.docx": b"x", "照片.png": png()}
    bundle = opened(tmp_path, content)
    assert rows(bundle)["照片.png"] == ("image", "read")
    assert {status for path, (_, status) in rows(bundle).items() if path.startswith("结果")} == {"ignored"}
    assert all(file.reason for file in bundle.files if file.status == "ignored")


def test_output_in_the_top_folder_does_not_hide_the_papers(tmp_path):
    result = b'{"schema": "verifier/result@1"}'
    bundle = opened(tmp_path, {"result.json": result, "annex2.docx": b"x", "照片.png": png()})
    assert {path: status for path, (_, status) in rows(bundle).items()} == {
        "annex2.docx": "ignored",
        "result.json": "ignored",
        "照片.png": "read",
    }


def test_two_entries_of_one_name_both_have_a_row(tmp_path):
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as archive, pytest.warns(UserWarning):
        archive.writestr("照片.png", png("red"))
        archive.writestr("照片.png", png("blue"))
    bundle = open_bundle(path, tmp_path / "work")
    assert list(rows(bundle)) == ["照片 (2).png", "照片.png"]
    assert len({file.sha256 for file in bundle.files}) == 2


def test_names_are_shown_composed_and_opened_as_they_lie(tmp_path):
    bundle = opened(tmp_path, {"re\u0301sume\u0301.txt": b"abc"})
    assert bundle.files[0].path == "r\u00e9sum\u00e9.txt"
    assert bundle.files[0].stored.read_bytes() == b"abc"


def test_a_folder_name_in_gbk_bytes_is_shown_as_chinese():
    assert display_name("招聘".encode("gbk").decode("utf-8", "surrogateescape")) == "招聘"


@given(st.text(min_size=1, max_size=40))
def test_a_shown_name_never_hides_that_it_points_outside(name):
    shown = display_name(f"../{name}")
    assert unsafe_reason(shown, 0)


def test_two_runs_give_the_same_bundle(tmp_path):
    content = {"b.zip": zipped({"2.txt": b"x", "1.txt": b"y"}), "a.png": png(), "空.txt": b""}
    assert opened(tmp_path, content) == opened(tmp_path, content)
