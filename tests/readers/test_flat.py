"""Office papers in unusual wrappings: one file of XML, names with other slashes, parts in other folders."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.readers.packages import Parts, document, flat, links, paragraph, part, parts, photo, rendered, texts, zipped
from verifier.bundle import open_bundle
from verifier.model import Document
from verifier.readers import render

SHOWN = '<w:r><w:pict><v:shape><v:imagedata r:id="p"/></v:shape></w:pict></w:r>'
PAPER = parts(
    paragraph("工作计划") + paragraph(SHOWN) + paragraph("一、总体思路"),
    ("p", "image", "media/image1.png"),
    ("h", "header", "header1.xml"),
    more={"word/media/image1.png": photo(), "word/header1.xml": part("hdr", paragraph("威海示例学院"))},
)
LINES = ["工作计划", "一、总体思路", "威海示例学院"]
WORD_2003 = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">
<w:styles><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>
<w:body><wx:sect><w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>工作计划</w:t></w:r></w:p>
<wx:sub-section><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr>
<w:r><w:t>总体</w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>旧的</w:delText></w:r>
</aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>思路</w:t></w:r>
</aml:content></aml:annotation></w:p></wx:sub-section>
<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc>
<w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:pict><w:binData w:name="wordml://03000001.png">{base64.encodebytes(photo()).decode()}</w:binData>
<v:shape><v:imagedata src="wordml://03000001.png"/></v:shape></w:pict></w:r></w:p>
<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>威海示例学院</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body>
</w:wordDocument>"""


def turned(name: str) -> str:
    return name.replace("/", "\\") if not name.startswith("[") else name


def elsewhere(files: Parts) -> Parts:
    """The main part in the folder of another program, and relations that say so."""
    moved = {name.replace("word/", "content/"): data for name, data in files.items()}
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types><Override PartName="/content/document.xml" ContentType="{main}"/></Types>'
    return {
        **moved,
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": links(("m", "officeDocument", "/content/document.xml")),
    }


def bundled(folder: Path, name: str, data: bytes) -> tuple[Document, ...]:
    """The file as the program meets it, by its name."""
    (folder / "in").mkdir()
    (folder / "in" / name).write_bytes(data)
    (file,) = open_bundle(folder / "in", folder / "bundle").files
    return render(file, folder / "work")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("计划.docx", zipped(PAPER)),
        ("计划.docx", zipped({turned(name): data for name, data in PAPER.items()})),
        ("计划.docx", zipped({name.replace("media/image1", "Media/Image1"): data for name, data in PAPER.items()})),
        ("计划.docx", zipped(elsewhere(PAPER))),
        ("计划", zipped(elsewhere(PAPER))),
        ("计划.doc", flat(PAPER)),
        ("计划.xml", flat(PAPER)),
        ("计划.docx", flat(PAPER)),
        ("计划.doc", flat(PAPER).decode().encode("utf-16")),
        ("计划.doc", WORD_2003.encode()),
        ("计划.xml", WORD_2003.replace("UTF-8", "gb2312").encode("gb18030")),
        ("计划.doc", WORD_2003.replace('<?mso-application progid="Word.Document"?>', "").encode()),
    ],
)
def test_the_same_paper_in_every_wrapping(tmp_path, name, data):
    documents = bundled(tmp_path, name, data)
    assert (documents[0].file.status, texts(documents)) == ("read", LINES)
    assert [each.file.status for each in documents[1:]] == ["read"]


def test_what_word_2003_says_of_tables_and_changes(tmp_path):
    (document, _) = rendered(tmp_path, WORD_2003.encode())
    assert [(line.text, line.role) for line in document.lines][:2] == [
        ("工作计划", "title"),
        ("一、总体思路", "heading"),
    ]
    assert document.tables[0].rows == (("甲", "1"), ("", "2"))
    assert document.tables[0].merged == ((0, 0, 1, 0),)


def test_a_picture_of_many_megabytes_does_not_cost_a_flat_paper(tmp_path):
    files = {**PAPER, "word/media/image1.png": photo() + bytes(9 << 20)}
    documents = rendered(tmp_path, flat(files))
    assert texts(documents) == LINES and len(documents) == 2


def test_a_flat_paper_that_is_cut_is_damaged(tmp_path):
    (document_,) = rendered(tmp_path, flat(PAPER)[:-40])
    assert document_.file.status == "unreadable"


def test_other_xml_is_no_paper(tmp_path):
    (document_,) = bundled(tmp_path, "数据.xml", b"<?xml version='1.0'?><rows><row/></rows>")
    assert document_.file.format == "code"


def test_a_body_without_relations_is_read(tmp_path):
    files = {"[Content_Types].xml": b"<Types/>", "word/document.xml": document(paragraph("正文"))}
    assert texts(rendered(tmp_path, zipped(files))) == ["正文"]
