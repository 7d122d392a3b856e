"""Archives of all kinds are opened alike: names put right, locks and damage told, nothing lost."""

from __future__ import annotations

import gzip
import io
import locale
import tarfile
from pathlib import Path

import pytest

from tests.bundle.packers import libarchive_of, rar4_of, rar_of, zip_of
from verifier.bundle import open_bundle
from verifier.bundle.names import decoded, display_name
from verifier.bundle.packing import Missing
from verifier.errors import BundleError
from verifier.model import Limits, Terms

FILES = {"1 办公场所/面积说明.txt": "办公面积120平方米".encode(), "政策宣传/微信推送.csv": "标题,日期\n".encode() * 9}
WAYS = {
    "rar": rar_of,
    "rar 4": rar4_of,
    "7z": lambda files: libarchive_of(files, "7zip"),
    "tar": lambda files: libarchive_of(files, "pax"),
    "tar.gz": lambda files: libarchive_of(files, "gnutar", "gzip"),
    "tar.bz2": lambda files: libarchive_of(files, "pax", "bzip2"),
    "tar.xz": lambda files: libarchive_of(files, "pax", "xz"),
    "zip in GBK": lambda files: zip_of(files, "gbk"),
    "zip in UTF-8": zip_of,
}


def opened(tmp_path: Path, data: bytes, name: str = "包.bin", limits: Limits | None = None):
    """The rows of an archive that stands in a folder, without the archive's own, and its own."""
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / name).write_bytes(data)
    bundle = open_bundle(folder, tmp_path / "work", Terms(limits or Limits()))
    inside = {file.path.removeprefix(f"{name}/"): file for file in bundle.files if file.path != name}
    return inside, next(file for file in bundle.files if file.path == name), bundle.flags


@pytest.mark.parametrize("way", WAYS)
def test_every_packing_gives_the_same_files(tmp_path, way):
    inside, outer, _ = opened(tmp_path, WAYS[way](FILES))
    assert {path: file.stored.read_bytes() for path, file in inside.items()} == FILES
    assert [file.kind for file in inside.values()] == ["text", "sheet"]
    assert (outer.kind, outer.status) == ("archive", "read")


@pytest.mark.parametrize("way", WAYS)
def test_the_bundle_itself_may_be_packed_in_any_way(tmp_path, way):
    path = tmp_path / f"某学院.{way.split()[0]}"
    path.write_bytes(WAYS[way](FILES))
    assert [file.path for file in open_bundle(path, tmp_path / "work").files] == sorted(FILES)


@pytest.mark.parametrize("way", WAYS)
def test_names_do_not_hang_on_the_locale(tmp_path, way):
    data = WAYS[way](FILES)
    before = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, "C")
    try:
        assert set(opened(tmp_path, data)[0]) == set(FILES)
        assert locale.setlocale(locale.LC_CTYPE) == "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("實習證明/張三豐.txt", "big5"),
        ("就業協議/國立臺灣大學.txt", "big5"),
        ("实习证明/张三丰.txt", "gbk"),
        ("實習證明/張三豐.txt", "gbk"),
        ("招聘会/㐀生僻字.txt", "gb18030"),
        ("学校/实习.txt", "gbk"),
        ("résumé 简历.txt", "utf-8"),
    ],
)
def test_code_pages_of_names_are_told_apart(name, encoding):
    assert decoded([name.encode(encoding), b"readme.txt"]) == [name, "readme.txt"]


def test_a_tar_with_names_in_gbk_is_read(tmp_path):
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.GNU_FORMAT, encoding="gbk") as archive:
        entry = tarfile.TarInfo("政策宣传/威海人才.txt")
        entry.size = 3
        archive.addfile(entry, io.BytesIO(b"abc"))
    assert list(opened(tmp_path, target.getvalue())[0]) == ["政策宣传/威海人才.txt"]


def test_a_single_packed_file_bears_the_name_of_its_archive(tmp_path):
    inside, _, _ = opened(tmp_path, gzip.compress(b"a,b\n1,2\n"), "名单.csv.gz")
    assert {path: file.kind for path, file in inside.items()} == {"名单.csv": "sheet"}


def test_a_packed_text_is_not_taken_for_a_list_of_other_files(tmp_path):
    (tmp_path / "外.txt").write_text("金丝雀", "utf-8")
    listing = f"#mtree\n./a type=file contents={tmp_path}/外.txt\n".encode()
    inside, _, _ = opened(tmp_path, gzip.compress(listing), "表.txt.gz")
    assert {path: file.stored.read_bytes() for path, file in inside.items()} == {"表.txt": listing}


@pytest.mark.parametrize("name", ["../外.txt", "/etc/外.txt", "C:\\外.txt", "a/../../外.txt"])
@pytest.mark.parametrize("way", ["rar", "7z", "tar"])
def test_entries_that_point_outside_are_refused_in_every_packing(tmp_path, way, name):
    inside, _, flags = opened(tmp_path, WAYS[way]({name: b"abc", "好.txt": b"def"}))
    assert {path: file.status for path, file in inside.items()} == {
        name.replace("\\", "/"): "refused",
        "好.txt": "read",
    }
    assert [flag.code for flag in flags if flag.code != "type-mismatch"] == ["unsafe-entry"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_of_a_tar_are_refused(tmp_path, kind):
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        entry = tarfile.TarInfo("链接.txt")
        entry.type, entry.linkname = kind, "../外.txt"
        archive.addfile(entry)
    inside, _, _ = opened(tmp_path, target.getvalue())
    assert {path: file.status for path, file in inside.items()} == {"链接.txt": "refused"}


def test_a_locked_rar_is_one_row(tmp_path):
    inside, outer, flags = opened(tmp_path, rar_of(FILES, locked=True), "锁.rar")
    assert (inside, outer.status, flags[0].code) == ({}, "unreadable", "password-protected")


@pytest.mark.parametrize(
    "data", [b"Rar!\x1a\x07\x01\x00....", b"7z\xbc\xaf\x27\x1c....", b"\x1f\x8b\x08....", b"MSCF...."]
)
def test_a_broken_archive_is_one_row_and_a_broken_bundle_one_sentence(tmp_path, data):
    inside, outer, flags = opened(tmp_path, data)
    assert (inside, outer.status) == ({}, "unreadable")
    assert "unreadable-file" in {flag.code for flag in flags}
    with pytest.raises(BundleError):
        open_bundle(tmp_path / "材料" / "包.bin", tmp_path / "again")


def test_of_a_tar_that_is_cut_short_the_first_files_count(tmp_path):
    data = libarchive_of({"甲.txt": b"abc", "乙.txt": b"def" * 9000, "丙.txt": b"xyz"}, "pax")
    inside, outer, flags = opened(tmp_path, data[:8000], "包.tar")
    assert {path: file.status for path, file in inside.items()} == {"甲.txt": "read", "乙.txt": "unreadable"}
    assert outer.status == "partly-read"
    assert {flag.code for flag in flags} == {"unreadable-file"}


@pytest.mark.parametrize("limits", [Limits(bomb_bytes=2999, bomb_ratio=10), Limits(total_bytes=2999)])
def test_what_unpacks_to_too_much_is_one_refused_row_also_where_no_size_is_told(tmp_path, limits):
    inside, outer, flags = opened(tmp_path, gzip.compress(bytes(3000)), "零.bin.gz", limits)
    assert (inside, outer.status, flags[0].code) == ({}, "refused", "limit-exceeded")
    assert not [path for path in (tmp_path / "work" / "files").rglob("*") if path.is_file()]


def test_archives_of_several_kinds_within_each_other_are_read(tmp_path):
    data = rar_of({"二.7z": libarchive_of({"一.tar.gz": libarchive_of({"信.txt": b"abc"}, "pax", "gzip")}, "7zip")})
    inside, _, _ = opened(tmp_path, data, "三.rar")
    assert inside["二.7z/一.tar.gz/信.txt"].status == "read"


def test_without_libarchive_the_archive_stays_in_the_list_and_says_what_to_install(tmp_path, monkeypatch):
    def missing():
        raise Missing("请在本机安装 libarchive")

    monkeypatch.setattr("verifier.bundle.streamed._library", missing)
    inside, outer, flags = opened(tmp_path, rar_of(FILES), "包.rar")
    assert (inside, outer.status, flags[0].code) == ({}, "unsupported", "unsupported-format")
    assert "安装 libarchive" in flags[0].message
    with pytest.raises(BundleError, match="安装 libarchive"):
        open_bundle(tmp_path / "材料" / "包.rar", tmp_path / "again")


NAMES = {
    "CON.txt": "CON.txt",
    "尾点. ": "尾点. ",
    "照片\u202egpj.txt": "照片\ufffdgpj.txt",
    "换\n行\t表.txt": "换\ufffd行\ufffd表.txt",
    "笑脸😀👨\u200d👩.txt": "笑脸😀👨\u200d👩.txt",
    "e\u0301.txt": "\u00e9.txt",
    "分\u2028段.txt": "分\ufffd段.txt",
}


@pytest.mark.parametrize("raw", NAMES)
@pytest.mark.parametrize("way", ["zip in UTF-8", "7z", "rar"])
def test_odd_names_are_shown_safely_and_read_all_the_same(tmp_path, way, raw):
    inside, _, _ = opened(tmp_path, WAYS[way]({raw: b"abc"}))
    assert {path: file.status for path, file in inside.items()} == {NAMES[raw]: "read"}


def test_a_name_that_is_too_long_is_shown_by_its_start_and_end(tmp_path):
    names = [f"{'长' * 3000}{number}.txt" for number in (1, 2)]
    inside, _, _ = opened(tmp_path, zip_of(dict.fromkeys(names, b"abc")))
    assert len(inside) == 2
    assert all(len(path) <= 210 and path.endswith(".txt") for path in inside)
    assert display_name("a" * 255 + "/b") == f"{'a' * 159}…{'a' * 40}/b"


@pytest.mark.parametrize(
    "name", ["生源信息库.xlsx", "招聘会照片.jpg", "政策宣传 2024.docx", "工作台账.xls", "联通.txt"]
)
def test_an_archive_of_windows_to_which_a_mac_added_has_both_its_names(name: str) -> None:
    raw = [
        b"readme.txt",
        "就业创业指导站/场地证明.pdf".encode("gbk"),
        name.encode(),
        "威海学院/".encode("gbk") + name.encode(),
    ]
    assert decoded(raw) == ["readme.txt", "就业创业指导站/场地证明.pdf", name, f"威海学院/{name}"]
    assert decoded([each.encode("gbk") for each in ("联通公司/联通.txt", "就业/证明.pdf")]) == [
        "联通公司/联通.txt",
        "就业/证明.pdf",
    ]
