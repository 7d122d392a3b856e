"""Word papers: paragraphs, tables and the pictures in them, with the texts that speak of each."""

import hashlib
import io
import zipfile

import docx
import numpy as np
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches, Pt
from PIL import Image

from verifier.model import SourceFile
from verifier.readers import render

LONG = "学校高度重视毕业生就业工作，成立了以校长为组长的领导小组，统筹推进各项任务，全年召开专题会议十余次，" * 2


def photo(seed: int, size: tuple[int, int] = (240, 180)) -> io.BytesIO:
    small = np.random.default_rng(seed).integers(0, 255, (6, 8, 3), dtype=np.uint8)
    target = io.BytesIO()
    Image.fromarray(small).resize(size).save(target, "PNG")
    target.seek(0)
    return target


def saved(paper) -> bytes:
    target = io.BytesIO()
    paper.save(target)
    return target.getvalue()


def rendered(tmp_path, data: bytes):
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    file = SourceFile("总结.docx", hashlib.sha256(data).hexdigest(), len(data), "word", "read", None, stored)
    return render(file, tmp_path / "work")


def put(paper, seed: int) -> None:
    paper.add_paragraph().add_run().add_picture(photo(seed), Inches(2))


def contexts(documents) -> list[list[str]]:
    return [[line.text for line in document.context] for document in documents[1:]]


def test_paragraphs_are_numbered_as_they_run_and_bear_their_roles(tmp_path):
    paper = docx.Document()
    title = paper.add_paragraph("2024年度工作计划")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.add_paragraph("")
    paper.add_paragraph("一、指导思想")
    paper.add_paragraph(LONG)
    paper.add_heading("保障", 2)
    (document,) = rendered(tmp_path, saved(paper))
    assert [(line.text[:8], line.role, line.place.line) for line in document.lines] == [
        ("2024年度工作", "title", 1),
        ("一、指导思想", "heading", 3),
        (LONG[:8], "body", 4),
        ("保障", "heading", 5),
    ]
    assert str(document.lines[1].place) == "总结.docx 第3段"
    assert document.pages[0].image is None


def test_a_first_line_in_big_type_is_the_title_and_body_type_is_not(tmp_path):
    paper = docx.Document()
    paper.add_paragraph().add_run("实习证明").font.size = Pt(22)
    paper.add_paragraph().add_run("兹证明张三同学在我单位实习").font.size = Pt(16)
    (document,) = rendered(tmp_path, saved(paper))
    assert [line.role for line in document.lines] == ["title", "body"]


def test_a_merged_cell_speaks_once_and_the_paragraph_before_is_the_title(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("实习学生名单：")
    table = paper.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "宽"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "高"
    (document,) = rendered(tmp_path, saved(paper))
    assert document.tables[0].rows == (("宽", "", "02"), ("10", "11", "高"), ("20", "21", ""))
    assert document.tables[0].merged == ((0, 0, 0, 1), (1, 2, 2, 2))
    assert document.tables[0].title == "实习学生名单："
    assert document.tables[0].place.line == 2
    assert "宽" not in [line.text for line in document.lines]


def test_a_table_within_a_cell_is_a_table_of_its_own(tmp_path):
    paper = docx.Document()
    outer = paper.add_table(1, 2)
    outer.cell(0, 0).text = "外"
    outer.cell(0, 1).add_table(1, 2).cell(0, 1).text = "内"
    (document,) = rendered(tmp_path, saved(paper))
    assert [table.rows for table in document.tables] == [(("外",),), (("", "内"),)]


def test_text_boxes_and_headers_are_read_and_deleted_text_is_not(tmp_path):
    paper = docx.Document()
    paragraph = paper.add_paragraph("正文")
    box = (
        f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    gone = f"<w:del {nsdecls('w')}><w:r><w:delText>删去</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(gone))
    paper.sections[0].header.paragraphs[0].text = "威海示例学院"
    paper.sections[0].footer.paragraphs[0].text = "- 1 -"
    (document,) = rendered(tmp_path, saved(paper))
    assert [line.text for line in document.lines] == ["正文", "框中文字", "威海示例学院"]
    assert len({line.place.line for line in document.lines}) == 3


def test_a_line_break_within_a_paragraph_makes_two_lines_of_one_place(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("威海某某公司\n2024年6月30日")
    (document,) = rendered(tmp_path, saved(paper))
    assert [(line.text, line.place.line) for line in document.lines] == [("威海某某公司", 1), ("2024年6月30日", 1)]


def test_captions_under_pictures_and_the_headings_over_them(tmp_path):
    paper = docx.Document()
    paper.add_heading("工作总结", 0)
    paper.add_paragraph("一、办公场所")
    put(paper, 1)
    paper.add_paragraph("办公室实景，80平方米")
    put(paper, 2)
    paper.add_paragraph("培训教室 120 座")
    paper.add_paragraph("二、招聘活动")
    paper.add_paragraph(LONG)
    put(paper, 3)
    put(paper, 4)
    paper.add_paragraph("图3 春季双选会")
    documents = rendered(tmp_path, saved(paper))
    assert contexts(documents) == [
        ["工作总结", "一、办公场所", "办公室实景，80平方米"],
        ["工作总结", "一、办公场所", "培训教室 120 座"],
        ["工作总结", "二、招聘活动", "图3 春季双选会"],
        ["工作总结", "二、招聘活动", "图3 春季双选会"],
    ]
    assert [line.role for line in documents[1].context] == ["title", "heading", "caption"]
    assert [line.place.line for line in documents[1].context] == [1, 2, 4]
    assert {line.place.file for line in documents[1].context} == {"总结.docx"}


def test_captions_over_pictures(tmp_path):
    paper = docx.Document()
    for number, text in enumerate(("春季双选会 2024年3月20日", "秋季双选会 2024年10月16日")):
        paper.add_paragraph(text)
        put(paper, number)
    assert contexts(rendered(tmp_path, saved(paper))) == [["春季双选会 2024年3月20日"], ["秋季双选会 2024年10月16日"]]


def test_a_picture_without_a_caption_is_spoken_of_by_the_text_before_it(tmp_path):
    paper = docx.Document()
    paper.add_paragraph(LONG)
    put(paper, 1)
    paper.add_paragraph(LONG + "二")
    assert contexts(rendered(tmp_path, saved(paper))) == [[LONG]]


def test_text_beside_a_picture_in_its_own_paragraph_is_its_caption(tmp_path):
    paper = docx.Document()
    paper.add_paragraph("发放现场 2024年5月20日").add_run().add_picture(photo(1))
    paper.add_paragraph("下一段")
    assert contexts(rendered(tmp_path, saved(paper))) == [["发放现场 2024年5月20日"]]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ([["P1", "P2"], ["春季", "秋季"]], [["春季"], ["秋季"]]),
        ([["春季", "秋季"], ["P1", "P2"]], [["春季"], ["秋季"]]),
        (
            [["序号", "活动", "照片"], ["1", "春季双选会", "P1"], ["2", "秋季双选会", "P2"]],
            [["1", "春季双选会"], ["2", "秋季双选会"]],
        ),
        ([["P1春季", "P2秋季"]], [["春季"], ["秋季"]]),
        ([["办公场所", "P1"]], [["办公场所"]]),
    ],
)
def test_pictures_in_tables_are_spoken_of_by_the_cells_around_them(tmp_path, layout, expected):
    paper = docx.Document()
    table = paper.add_table(len(layout), len(layout[0]))
    for row, texts in enumerate(layout):
        for column, text in enumerate(texts):
            cell = table.cell(row, column)
            if text.startswith("P"):
                cell.paragraphs[0].add_run().add_picture(photo(int(text[1])))
                if text[2:]:
                    cell.add_paragraph(text[2:])
            else:
                cell.text = text
    assert contexts(rendered(tmp_path, saved(paper))) == expected


def test_pictures_are_rows_of_their_own_used_once_and_icons_are_left_out(tmp_path):
    paper = docx.Document()
    for _ in range(2):
        paper.add_paragraph().add_run().add_picture(photo(1))
    paper.add_paragraph().add_run().add_picture(photo(2, (40, 40)))
    documents = rendered(tmp_path, saved(paper))
    assert [document.file.path for document in documents] == ["总结.docx", "总结.docx/image1.png"]
    inside = documents[1]
    assert (inside.file.parent, inside.file.kind, inside.file.status) == ("总结.docx", "image", "read")
    assert inside.file.sha256 == hashlib.sha256(photo(1).getvalue()).hexdigest()
    assert inside.pages[0].needs_ocr and inside.picture.size == (240, 180)


def changed(data: bytes, name: str, new: bytes | None) -> bytes:
    """The paper with one part replaced, or left out."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as archive:
        for entry in old.infolist():
            if entry.filename != name or new is not None:
                archive.writestr(entry.filename, new if entry.filename == name else old.read(entry))
    return target.getvalue()


def one_picture() -> bytes:
    paper = docx.Document()
    paper.add_paragraph("正文")
    paper.add_paragraph().add_run().add_picture(photo(1))
    return saved(paper)


def test_a_missing_picture_leaves_the_paper_partly_read(tmp_path):
    document = rendered(tmp_path, changed(one_picture(), "word/media/image1.png", None))[0]
    assert document.file.status == "partly-read"
    assert [line.text for line in document.lines] == ["正文"]
    assert [flag.code for flag in document.flags] == ["unreadable-file"]


def test_a_damaged_picture_is_unreadable_and_the_paper_is_read(tmp_path):
    paper, inside = rendered(tmp_path, changed(one_picture(), "word/media/image1.png", b"nothing of the kind"))
    assert (paper.file.status, inside.file.status) == ("read", "unreadable")


@pytest.mark.parametrize("part", [None, b"", b"<w:document", b"<a/>"])
def test_a_paper_without_a_body_is_unreadable(tmp_path, part):
    documents = rendered(tmp_path, changed(one_picture(), "word/document.xml", part))
    assert [document.file.status for document in documents] == ["unreadable"]


@pytest.mark.parametrize("keep", [0.01, 0.5, 0.97])
def test_a_paper_cut_short_is_unreadable(tmp_path, keep):
    data = one_picture()
    (document,) = rendered(tmp_path, data[: int(len(data) * keep)])
    assert (document.file.status, len(document.flags)) == ("unreadable", 1)


def test_entities_are_not_unfolded(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("金丝雀", "utf-8")
    body = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "乙"><!ENTITY b SYSTEM "{outside.as_uri()}">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>甲&a;&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    (document,) = rendered(tmp_path, changed(saved(docx.Document()), "word/document.xml", body.encode()))
    assert document.text == "甲"


def test_a_paragraph_is_bold_where_all_of_it_is(tmp_path):
    paper = docx.Document()
    paper.add_paragraph().add_run("all").bold = True
    half = paper.add_paragraph()
    half.add_run("some").bold = True
    half.add_run(" not")
    paper.add_paragraph(style="Intense Quote").add_run("by style")
    paper.styles["Intense Quote"].font.bold = True
    paper.add_paragraph("none")
    document = rendered(tmp_path, saved(paper))[0]
    assert [(line.text, line.bold) for line in document.lines] == [
        ("all", True),
        ("some not", False),
        ("by style", True),
        ("none", False),
    ]
