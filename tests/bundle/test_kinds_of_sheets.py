"""What workbooks of other programs and of other times are taken for, and files that are one paper together."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.readers.mails import compound
from verifier.bundle import open_bundle
from verifier.model import SourceFile

FRAMES = '<html><meta charset="{0}"><frameset rows="*,39"><frame src="{1}.files/sheet001.htm"></frameset></html>'
TABLE = "<html><body><table><tr><td>姓名</td><td>学号</td></tr><tr><td>甲</td><td>1</td></tr></table></body></html>"


def told(tmp_path: Path, **files: bytes) -> dict[str, SourceFile]:
    home = tmp_path / "材料"
    for name, data in files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    bundle = open_bundle(home, tmp_path / "work")
    codes = {flag.code for flag in bundle.flags}
    return {"codes": codes} | {file.path: file for file in bundle.files}  # type: ignore[dict-item]


def zipped(*names: str, **more: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, more.get(name, b"x" * 90))
    return target.getvalue()


@pytest.mark.parametrize("name", ["生源.numbers", "计划.pages", "介绍.key", "生源.zip"])
def test_a_paper_of_apple_is_one_row_that_says_to_export_it(tmp_path: Path, name: str) -> None:
    parts = ("Index/Document.iwa", "Index/Tables/DataList.iwa", "Metadata/Properties.plist", "preview.jpg")
    found = told(tmp_path, **{name: zipped(*parts)})
    assert len(found) == 2 and found["codes"] == {"unsupported-format"}
    assert found[name].status == "unsupported" and "导出为 Excel" in (found[name].reason or "")


def test_a_paper_of_apple_may_be_a_folder_also_in_an_archive(tmp_path: Path) -> None:
    parts = {"生源.numbers/Index.zip": zipped("Index/Document.iwa"), "生源.numbers/Data/photo.jpg": b"x"}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    found = told(tmp_path, **parts, **{"补充.zip": archive.getvalue()})
    assert set(found) == {"codes", "生源.numbers", "补充.zip", "补充.zip/生源.numbers"}
    assert {found[name].status for name in ("生源.numbers", "补充.zip/生源.numbers")} == {"unsupported"}


@pytest.mark.parametrize("name", ["名册.et", "名册.xls", "名册.ett", "名册.xlt"])
@pytest.mark.parametrize("stream", ["Workbook", "WORKBOOK", "Book"])
def test_an_old_workbook_is_one_by_any_of_its_names(tmp_path: Path, name: str, stream: str) -> None:
    found = told(tmp_path, **{name: compound({stream: b"\x09\x08" + bytes(5000)})})
    assert not found["codes"] and (found[name].format, found[name].status) == ("xls", "read")


@pytest.mark.parametrize("ending", ["ods", "odt", "odp", "xls"])
def test_a_paper_of_open_document_with_a_password_is_locked_and_not_damaged(tmp_path: Path, ending: str) -> None:
    kind = {"odt": "text", "odp": "presentation"}.get(ending, "spreadsheet")
    manifest = (
        b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    data = zipped(
        "mimetype", "META-INF/manifest.xml", "content.xml",
        **{"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), "META-INF/manifest.xml": manifest},
    )  # fmt: skip
    found = told(tmp_path, **{f"名册.{ending}": data})
    assert found["codes"] == {"password-protected"} and "密码" in (found[f"名册.{ending}"].reason or "")


@pytest.mark.parametrize("code", ["utf-8", "gb18030"])
def test_a_workbook_saved_as_frames_is_read_from_its_folder(tmp_path: Path, code: str) -> None:
    frames = FRAMES.format(code, "名册").encode(code)
    found = told(tmp_path, **{"甲/名册.xls": frames, "甲/名册.files/sheet001.htm": TABLE.encode(code)})
    assert found["甲/名册.xls"].status == "ignored" and "名册.files/sheet001.htm" in (found["甲/名册.xls"].reason or "")
    assert found["甲/名册.files/sheet001.htm"].status == "read" and not found["codes"]


def test_a_workbook_saved_as_frames_without_its_folder_says_which_is_missing(tmp_path: Path) -> None:
    found = told(tmp_path, **{"名册.xls": FRAMES.format("gb2312", "名册").encode("gb18030")})
    assert found["codes"] == {"unreadable-file"} and "文件夹「名册.files」" in (found["名册.xls"].reason or "")


def test_a_web_table_that_is_called_a_workbook_is_told_as_one(tmp_path: Path) -> None:
    found = told(tmp_path, **{"名册.xls": TABLE.encode()})
    assert found["名册.xls"].format == "html-sheet" and found["codes"] == {"type-mismatch"}
