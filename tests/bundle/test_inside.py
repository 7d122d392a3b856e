"""Files attached to PDFs and embedded in office papers are files of the bundle."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
from PIL import Image

from tests.bundle.packers import zip_of
from tests.readers.mails import compound, winmail
from verifier.bundle import open_bundle

LINK = '<Relationship Id="r{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{1}" {2}/>'


def png() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (80, 60), "red").save(target, "PNG")
    return target.getvalue()


def dropped(name: str, data: bytes) -> bytes:
    """A file as Windows packs it when it is dropped into a paper."""
    raw = name.encode("gbk")
    body = b"\2\0" + raw + b"\0C:\\a\\" + raw + b"\0\0\0\3\0" + struct.pack("<I", 4) + b"C:\\\0"
    body += struct.pack("<I", len(data)) + data
    return compound({"\x01Ole10Native": struct.pack("<I", len(body)) + body})


def paper_with(parts: dict[str, bytes], links: list[tuple[str, str]]) -> bytes:
    """A Word paper with these parts, to which its body or a chart refers."""
    plain = io.BytesIO()
    docx.Document().save(plain)
    target = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/_rels/document.xml.rels":
                more = "".join(LINK.format(900 + n, kind, where) for n, (kind, where) in enumerate(links))
                data = data.replace(b"</Relationships>", f"{more}</Relationships>".encode())
            new.writestr(entry.filename, data)
        for name, data in parts.items():
            new.writestr(name, data)
    return target.getvalue()


def rows(tmp_path: Path, name: str, data: bytes) -> dict[str, tuple[str, str]]:
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / name).write_bytes(data)
    bundle = open_bundle(folder, tmp_path / "work")
    return {file.path: (file.kind, file.status) for file in bundle.files}


def test_files_embedded_in_a_paper_are_taken_out_whatever_is_around_them(tmp_path):
    sheet = zip_of({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"})
    parts = {
        "word/embeddings/sheet1.xlsx": sheet,
        "word/embeddings/oleObject1.bin": dropped("合影.png", png()),
        "word/embeddings/oleObject2.bin": compound({"Package": sheet}),
        "word/embeddings/oleObject3.bin": compound({"Equation Native": b"x=1"}),
    }
    links = [("oleObject" if name.endswith("bin") else "package", f'Target="{name[5:]}"') for name in parts]
    found = rows(
        tmp_path, "总结.docx", paper_with(parts, [*links, ("oleObject", 'Target="f.doc" TargetMode="External"')])
    )
    assert found == {
        "总结.docx": ("word", "read"),
        "总结.docx/sheet1.xlsx": ("sheet", "read"),
        "总结.docx/合影.png": ("image", "read"),
        "总结.docx/oleObject2": ("sheet", "read"),
    }


def test_the_figures_behind_a_chart_are_no_file_of_the_bundle(tmp_path):
    link = LINK.format(1, "package", 'Target="../embeddings/sheet1.xlsx"')
    parts = {"word/embeddings/sheet1.xlsx": b"PK", "word/charts/_rels/chart1.xml.rels": f"<R>{link}</R>".encode()}
    assert list(rows(tmp_path, "总结.docx", paper_with(parts, [("chart", 'Target="charts/chart1.xml"')]))) == [
        "总结.docx"
    ]


def test_files_attached_to_a_pdf_are_read(tmp_path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for name, data in (("名单.csv", b"a,b\n1,2\n"), ("../合影.png", png())):
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data, filename=name)
    target = io.BytesIO()
    pdf.save(target)
    assert rows(tmp_path, "总结.pdf", target.getvalue()) == {
        "总结.pdf": ("pdf", "read"),
        "总结.pdf/合影.png": ("image", "read"),
        "总结.pdf/名单.csv": ("sheet", "read"),
    }


def clipped(pdf: pikepdf.Pdf, name: str, data: bytes) -> pikepdf.Object:
    """A file that hangs on a page as a paper clip."""
    file = pikepdf.AttachedFileSpec(pdf, data, filename=name).obj
    return pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, FS=file)


def test_files_that_hang_on_pages_of_a_pdf_are_read_each_once(tmp_path):
    pdf = pikepdf.new()
    for _ in range(2):
        pdf.add_blank_page()
    both = clipped(pdf, "名单.csv", b"a,b\n1,2\n")
    other = clipped(pdf, "D:\\材料\\合影.png", png())
    text = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text)
    pdf.pages[0].obj.Annots = pikepdf.Array([text, both])
    pdf.pages[1].obj.Annots = pikepdf.Array([both, pdf.make_indirect(other)])
    belonging = pikepdf.AttachedFileSpec(pdf, b"c,d\n3,4\n", filename="")
    pdf.Root.AF = pikepdf.Array([both.FS, belonging.obj, pikepdf.Dictionary(F=pikepdf.String("elsewhere.csv"))])
    target = io.BytesIO()
    pdf.save(target)
    found = rows(tmp_path, "说明.pdf", target.getvalue())
    assert found.keys() == {"说明.pdf", "说明.pdf/名单.csv", "说明.pdf/合影.png", "说明.pdf/附件2"}


def test_the_files_of_a_portfolio_are_read_in_all_its_branches(tmp_path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    files = [pikepdf.AttachedFileSpec(pdf, f"a\n{n}\n".encode(), filename=f"名单{n}.csv").obj for n in (1, 2)]
    branches = [pdf.make_indirect({"/Names": [pikepdf.String(f"<{n}>x"), file]}) for n, file in enumerate(files)]
    for number, branch in enumerate(branches):
        branch.Limits = pikepdf.Array([pikepdf.String(f"<{number}>x")] * 2)
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles={"/Kids": branches})
    pdf.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection, View=pikepdf.Name.D)
    target = io.BytesIO()
    pdf.save(target)
    assert rows(tmp_path, "合集.pdf", target.getvalue()).keys() == {
        "合集.pdf",
        "合集.pdf/名单1.csv",
        "合集.pdf/名单2.csv",
    }


@pytest.mark.parametrize("prefix", ["ofd:", ""])
def test_files_attached_to_an_ofd_are_read_but_what_it_keeps_for_programs(tmp_path, prefix):
    listed = (
        ('Name="实习名单" Format="csv"', "名单.csv"),
        ('Name="合影.png"', "/Doc_0/Attachs/a.PNG"),
        ('Name="R&amp;D.csv"', "Attachs\\b.csv"),
        ('Name="数据.csv" Visible="false"', "名单.csv"),
        ('Name="无.csv"', "nowhere.csv"),
    )
    entries = "".join(
        f"<{prefix}Attachment ID='1' {said}><{prefix}FileLoc>{place}</{prefix}FileLoc></{prefix}Attachment>"
        for said, place in listed
    )
    data = zip_of(
        {
            "OFD.xml": b"<OFD/>",
            "Doc_0/Attachs/Attachments.xml": f"<{prefix}Attachments>{entries}</{prefix}Attachments>".encode(),
            "Doc_0/Attachs/名单.csv": b"a,b\n1,2\n",
            "Doc_0/Attachs/a.png": png(),
            "Doc_0/Attachs/b.csv": b"c,d\n3,4\n",
        }
    )
    assert rows(tmp_path, "材料.ofd", data).keys() == {
        "材料.ofd",
        "材料.ofd/实习名单.csv",
        "材料.ofd/合影.png",
        "材料.ofd/R&D.csv",
    }


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4 cut", zip_of({"[Content_Types].xml": b"<", "word/document.xml": b"<"})[:-9]]
)
def test_what_is_wrong_with_a_paper_is_left_to_its_reader(tmp_path, data):
    assert [status for _, status in rows(tmp_path, "坏文件", data).values()] == ["read"]


@pytest.mark.parametrize("long_names", [True, False])
def test_what_exchange_packs_for_outlook_is_unpacked(tmp_path, long_names):
    files = {"生源信息库.csv": "姓名,生源地\n张三,威海\n".encode(), "说明.txt": "说明".encode()}
    home = tmp_path / "in"
    home.mkdir()
    data = winmail(files, long_names)
    (home / "winmail.dat").write_bytes(data)
    (home / "cut.dat").write_bytes(data[: len(data) // 2])
    rows = {file.path: file.status for file in open_bundle(home, tmp_path / "work").files}
    assert {path for path in rows if path.startswith("winmail.dat/")} == {f"winmail.dat/{name}" for name in files}
    assert {status for path, status in rows.items() if not path.startswith("cut.dat/")} == {"read"}
