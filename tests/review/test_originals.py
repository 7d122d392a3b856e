"""打开原件: the paper as it was handed in, if it is still what was read; else a sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import docx
import pytest
from PIL import Image

from tests.review.browser import Client, Running, running
from tests.review.test_sweeping import signed_in
from verifier import batch
from verifier.pipeline import Silent
from verifier.record import read_result
from verifier.review.views import original_id

PLAIN = "4.6/就业管理制度.txt"
MASKED = "4.6/学生名单13812345678.txt"
WORDS = "指导站说明" * 40
DEEP = "打包.zip/内.zip/说明.txt"


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def paper_with_picture() -> bytes:
    picture, paper = io.BytesIO(), io.BytesIO()
    Image.effect_noise((400, 300), 80).save(picture, "png")
    document = docx.Document()
    document.add_paragraph("活动照片")
    document.add_picture(io.BytesIO(picture.getvalue()))
    document.save(paper)
    return paper.getvalue()


CONTENT = {
    PLAIN: "就业管理制度".encode() * 40,
    MASKED: "学生名单".encode() * 40,
    "打包.zip": zipped(
        **{"内.zip": zipped(**{"说明.txt": "指导站说明".encode() * 40}), "活动.docx": paper_with_picture()}
    ),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A bundle and what came out of it."""
    home = tmp_path_factory.mktemp("checked")
    bundle, out = home / "材料", home / "结果"
    put(bundle)
    batch.check(bundle, out, batch.Settings(cache=home / "cache", jobs=1), Silent())
    return bundle, out


def put(bundle: Path) -> None:
    for path, data in CONTENT.items():
        (bundle / path).parent.mkdir(parents=True, exist_ok=True)
        (bundle / path).write_bytes(data)


@pytest.fixture
def bundle(checked: tuple[Path, Path]) -> Iterator[Path]:
    """The bundle, which is as it was again afterwards."""
    yield checked[0]
    put(checked[0])


@pytest.fixture
def out(checked: tuple[Path, Path]) -> Path:
    return checked[1]


@pytest.fixture
def desk(out: Path) -> Iterator[Running]:
    with running(out) as desk:
        yield desk


@pytest.fixture
def client(desk: Running) -> Client:
    return signed_in(desk)


def asked(client: Client, out: Path, path: str) -> tuple[int, str, str]:
    """Status, what was answered and under which name."""
    status, text, headers = client.ask("GET", f"/school/%E7%BB%93%E6%9E%9C/originals/{original_id(path)}")
    return status, text, unquote(headers.get("content-disposition", ""))


def test_a_paper_is_handed_out_as_a_download_under_its_own_name(client: Client, out: Path) -> None:
    status, text, headers = client.ask("GET", f"/school/%E7%BB%93%E6%9E%9C/originals/{original_id(PLAIN)}")
    assert (status, text.encode()) == (200, CONTENT[PLAIN])
    assert unquote(headers["content-disposition"]) == "attachment; filename*=utf-8''就业管理制度.txt"
    assert (headers["content-type"], headers["x-content-type-options"]) == ("application/octet-stream", "nosniff")
    assert headers["cache-control"] == "no-store" and "default-src 'self'" in headers["content-security-policy"]


def test_a_paper_whose_name_is_masked_in_the_record_is_found_by_its_hash(client: Client, out: Path) -> None:
    (path,) = (each.path for each in read_result(out).files if "学生名单" in each.path)
    assert "13812345678" not in path
    assert asked(client, out, path)[2].endswith("学生名单13812345678.txt")


def test_what_lies_in_an_archive_within_an_archive_is_taken_out(client: Client, out: Path) -> None:
    status, text, name = asked(client, out, DEEP)
    assert (status, text, name.endswith("''说明.txt")) == (200, WORDS, True)


def test_of_a_picture_pasted_into_a_paper_the_paper_is_handed_out(client: Client, out: Path) -> None:
    (path,) = (each.path for each in read_result(out).files if "活动.docx/" in each.path)
    status, _, name = asked(client, out, path)
    assert (status, name.endswith("''活动.docx")) == (200, True)


def test_a_paper_that_was_moved_within_the_bundle_is_handed_out_all_the_same(
    client: Client, out: Path, bundle: Path
) -> None:
    (bundle / PLAIN).rename(bundle / "改名.txt")
    status, text, name = asked(client, out, PLAIN)
    assert (status, text.encode(), name.endswith("''改名.txt")) == (200, CONTENT[PLAIN], True)
    (bundle / "改名.txt").unlink()


@pytest.mark.parametrize(
    ("path", "lies", "becomes", "told"),
    [
        (PLAIN, PLAIN, b"other", "改动过"),
        (PLAIN, PLAIN, None, "已不在材料里"),
        (DEEP, "打包.zip", zipped(**{"说明.txt": b"other"}), "“打包.zip”在核验以后改动过"),
        (DEEP, "打包.zip", None, "“打包.zip”已不在材料里"),
    ],
)
def test_what_is_gone_or_changed_is_told_and_not_handed_out(
    client: Client, out: Path, bundle: Path, path: str, lies: str, becomes: bytes | None, told: str
) -> None:
    (bundle / lies).unlink()
    if becomes is not None:
        (bundle / lies).write_bytes(becomes)
    status, text, name = asked(client, out, path)
    assert (status, told in text, name) == (404, True, "")
    assert str(bundle.parent) not in text


def test_a_link_in_the_place_of_a_paper_is_not_followed(client: Client, out: Path, bundle: Path) -> None:
    (bundle / PLAIN).rename(bundle.parent / "elsewhere.txt")
    (bundle / PLAIN).symlink_to(bundle.parent / "elsewhere.txt")
    assert asked(client, out, PLAIN)[0] == 404
    (bundle / PLAIN).unlink()


def test_a_bundle_that_is_away_or_unknown_here_is_told(
    client: Client, out: Path, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = bundle.rename(bundle.parent / "别处")
    assert "材料已不在核验时的位置" in asked(client, out, PLAIN)[1]
    moved.rename(bundle)
    assert asked(client, out, PLAIN)[0] == 200
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert "本机没有记下" in asked(client, out, PLAIN)[1]


@pytest.mark.parametrize("name", ["../result.json", "%2e%2e%2fresult.json", "0000000000000000", "4.6", "%00"])
def test_no_id_leads_to_another_file(client: Client, name: str) -> None:
    status, text, headers = client.ask("GET", f"/school/%E7%BB%93%E6%9E%9C/originals/{name}")
    assert status in (400, 404) and "content-disposition" not in headers and "verifier/result" not in text


def test_who_is_not_signed_in_gets_nothing(desk: Running) -> None:
    assert asked(Client(desk.port), Path(), PLAIN)[0] == 403


def test_of_a_bundle_that_is_an_archive_the_paper_is_taken_out(tmp_path: Path) -> None:
    bundle = tmp_path / "材料.zip"
    bundle.write_bytes(zipped(**{"a.txt": b"paper" * 9, "b.zip": zipped(**{"c.txt": b"another" * 99})}))
    result = batch.check(bundle, tmp_path / "out", batch.Settings(cache=tmp_path / "cache", jobs=1), Silent())
    for path, name, text in (
        ("a.txt", "a.txt", b"paper" * 9),
        ("b.zip/c.txt", "c.txt", b"another" * 99),
    ):
        found = batch.original(tmp_path / "out", result.files, path)
        found.content.seek(0)
        assert (found.name, found.content.read()) == (name, text)
        found.content.close()
    bundle.write_bytes(zipped(**{"b.txt": b"other"}))
    with pytest.raises(batch.NoOriginal, match=r"“a\.txt”在材料压缩包里，没能取出来"):
        batch.original(tmp_path / "out", result.files, "a.txt")
