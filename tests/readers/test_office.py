"""Papers of old and other formats: LibreOffice turns them into ones that are read, shut in, many in one call."""

from __future__ import annotations

import gzip
import http.server
import io
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image

from tests.readers.mails import compound
from tests.readers.metafiles import emf, wmf
from tests.readers.packages import paragraph, parts, photo, zipped
from verifier import pipeline
from verifier.bundle import open_bundle
from verifier.model import Document, Lost, Terms
from verifier.readers import office

pytestmark = pytest.mark.slow

DATA = Path(__file__).parent.parent / "data" / "old"
ROWS = (("序号", "姓名", "单位"), ("1", "甲某", "威海某某有限公司"), ("2", "乙某", "荣成某某有限公司"))
LINES = ["指导站工作总结", "一、基本情况", "指导站办公面积120平方米，全年举办招聘会6场。", "以上。"]
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{name}="{_OPEN}:{space}:1.0"'
    for name, space in (
        *(("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible")),
        *(("presentation", "presentation"), ("manifest", "manifest")),
    )
)


def opened_format(kind: str, body: str) -> bytes:
    """A paper of OpenDocument with this body."""
    files = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {SPACES} "
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        "META-INF/manifest.xml": f'<manifest:manifest {SPACES}><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="application/vnd.oasis.opendocument.{kind}"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return target.getvalue()


def read(folder: Path, work: Path) -> dict[str, Document]:
    bundle = open_bundle(folder, work / "bundle")
    documents = pipeline.documents_of(bundle, work / "work", pipeline.Opening(), pipeline.Silent())
    return {document.file.path: document for document in documents}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    return read(DATA, tmp_path_factory.mktemp("work"))


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_words_tables_and_pictures_of_old_papers_are_read_under_their_own_names(documents, ending):
    document = documents[f"总结.{ending}"]
    assert (document.file.kind, document.file.status, document.file.format) == ("word", "read", "docx")
    assert texts(document) == LINES
    assert document.lines[0].role == "title"
    assert document.tables[0].rows == ROWS
    (picture,) = (each for each in documents.values() if each.file.parent == f"总结.{ending}")
    assert picture.pages[0].size == (120, 90)


@pytest.mark.parametrize("ending", ["ppt", "odp", "pptx"])
def test_slides_are_pages(documents, ending):
    document = documents[f"汇报.{ending}"]
    assert (document.file.kind, document.file.status, document.file.pages) == ("other", "read", 2)
    assert [[line.text for line in page.lines] for page in document.pages] == [
        ["双选会现场", "2024年5月20日"],
        ["第二页"],
    ]
    assert [page.place.page for page in document.pages] == [1, 2]


def test_a_workbook_in_xml_is_a_sheet(documents):
    document = documents["名单.xml"]
    assert (document.file.kind, document.file.status) == ("sheet", "read")
    assert document.tables[0].rows == ROWS


def test_without_libreoffice_every_paper_stays_in_the_list_and_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "program", lambda: None)
    documents = read(DATA, tmp_path)
    old = {path: document for path, document in documents.items() if "pptx" not in path}
    assert {document.file.status for document in old.values()} == {"unsupported"}
    assert all("安装 LibreOffice" in document.flags[0].message for document in old.values())


def test_a_paper_that_cannot_be_opened_costs_no_other(tmp_path):
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "好.doc").write_bytes((DATA / "总结.doc").read_bytes())
    (folder / "坏.doc").write_bytes(compound({"WordDocument": b"\xec\xa5" + bytes(5000)}))
    (folder / "坏.odt").write_bytes((DATA / "总结.odt").read_bytes()[:3000])
    documents = read(folder, tmp_path)
    assert documents["好.doc"].file.status == "read"
    assert documents["坏.doc"].file.status == documents["坏.odt"].file.status == "unreadable"


@pytest.mark.parametrize(("password", "status"), [("威海2024", "read"), ("别的", "unreadable")])
def test_a_paper_that_wants_a_password_is_opened_with_one_that_fits_and_else_says_so(tmp_path, password, status):
    folder = tmp_path / "材料"
    folder.mkdir()
    with (DATA / "汇报.pptx").open("rb") as plain, (folder / "锁.ppt").open("wb") as locked:
        OOXMLFile(plain).encrypt("威海2024", locked)
    bundle = open_bundle(folder, tmp_path / "bundle")
    opening = pipeline.Opening(Terms(passwords=(password,)))
    (document,) = pipeline.documents_of(bundle, tmp_path / "work", opening, pipeline.Silent())
    assert document.file.status == status
    assert {flag.code for flag in document.flags} == ({"password-protected"} if status == "unreadable" else set())


class Calls:
    """Gives up the first call, as if a paper in it had hung."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def each(self, function, arguments, done):
        if function is office.convert:
            self.sizes += [len(files) for files, *_ in arguments]
            if len(self.sizes) == 1:
                return [Lost("time")]
        return [function(*each) for each in arguments]


def test_papers_of_a_call_that_was_given_up_are_read_one_by_one(tmp_path):
    folder = tmp_path / "材料"
    folder.mkdir()
    for name in ("总结.doc", "总结.rtf"):
        (folder / name).write_bytes((DATA / name).read_bytes())
    calls = Calls()
    bundle = open_bundle(folder, tmp_path / "bundle")
    documents = pipeline.documents_of(bundle, tmp_path / "work", pipeline.Opening(calls=calls), pipeline.Silent())
    assert calls.sizes == [2, 1, 1]
    assert {document.file.status for document in documents} == {"read"}


def test_a_paper_that_libreoffice_does_not_finish_is_not_told_to_be_damaged(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "_ends", lambda *_: False)
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "长.doc").write_bytes((DATA / "总结.doc").read_bytes())
    document = read(folder, tmp_path)["长.doc"]
    assert (document.file.status, document.flags[0].code) == ("refused", "limit-exceeded")


@pytest.fixture
def asked() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine: its port, and what it was asked for."""
    paths: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, paths
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("confined", [True, False])
def test_pictures_and_templates_elsewhere_are_never_fetched(tmp_path, monkeypatch, asked, confined):
    port, paths = asked
    if not confined:
        monkeypatch.setattr(office, "_shut_in", lambda: ())
    folder = tmp_path / "材料"
    folder.mkdir()
    link = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    picture = f'<draw:image xlink:href="http://127.0.0.1:{port}/a.png" {link}/>'
    frame = f'<draw:frame svg:width="5cm" svg:height="5cm" text:anchor-type="as-char">{picture}</draw:frame>'
    (folder / "远.odt").write_bytes(opened_format("text", f"<text:p>正文{frame}</text:p>"))
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "http://127.0.0.1:{port}/b.png" \\d}}{{\fldrslt}}}}'
    (folder / "远.rtf").write_text(rf"{{\rtf1\ansi {{\*\template http://127.0.0.1:{port}/c.dot}} words {field}}}")
    documents = read(folder, tmp_path)
    assert texts(documents["远.odt"]) == ["正文"]
    assert "words" in texts(documents["远.rtf"])[0]
    assert paths == []


def with_drawings(folder: Path) -> Path:
    """A drawing of Windows by itself, two in a paper under their caption, and an icon."""
    shown = '<w:r><w:drawing><a:blip r:embed="{}"/></w:drawing></w:r>'
    body = paragraph(*map(shown.format, "ab")) + paragraph("图1 招聘会现场") + paragraph(shown.format("c"))
    linked = (("a", "image", "a.emf"), ("b", "image", "b.wmz"), ("c", "image", "c.emf"))
    with Image.open(io.BytesIO(photo(3))) as whole:
        icon = io.BytesIO()
        whole.resize((30, 30)).save(icon, "PNG")
    drawings = {
        "word/a.emf": emf(photo(1)),
        "word/b.wmz": gzip.compress(wmf(photo(2))),
        "word/c.emf": emf(icon.getvalue()),
    }
    folder.mkdir()
    (folder / "总结.docx").write_bytes(zipped(parts(body, *linked, more=drawings)))
    (folder / "现场.emf").write_bytes(emf(photo(4)))
    return folder


def test_drawings_of_windows_are_pictures_by_themselves_and_in_papers(tmp_path):
    found = read(with_drawings(tmp_path / "in"), tmp_path / "work")
    inside = [found["总结.docx/a.emf"], found["总结.docx/b.wmz"]]
    assert found.keys() == {"总结.docx", "现场.emf", *(each.file.path for each in inside)}
    for document in (found["现场.emf"], *inside):
        assert document.file.status == "read" and document.pages[0].needs_ocr and document.picture is not None
    assert inside[0].picture.size == pytest.approx((750, 562), abs=4)  # at 300 dots an inch
    assert [[line.text for line in each.context] for each in inside] == [["图1 招聘会现场"]] * 2


def test_a_drawing_that_nothing_draws_has_a_row_that_says_what_to_do(tmp_path, monkeypatch):
    folder = with_drawings(tmp_path / "in")
    (folder / "坏.emf").write_bytes(emf(photo())[:90])
    found = read(folder, tmp_path / "work")
    assert (found["坏.emf"].file.status, len(found["坏.emf"].flags)) == ("unreadable", 1)
    monkeypatch.setattr(office, "program", lambda: None)
    found = read(folder, tmp_path / "again")
    for path in ("现场.emf", "总结.docx/a.emf", "总结.docx/b.wmz"):
        assert found[path].file.status == "unsupported" and "LibreOffice" in found[path].flags[0].message
