"""Text in a Word paper that a program reads and a person does not see."""

from __future__ import annotations

import pytest

from tests.readers.packages import paragraph, part, read, run, table, texts

WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>'
BOX = "<w:r><w:pict><v:rect><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"


def styled(name: str, properties: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:rPr>{properties}</w:rPr></w:style>'


@pytest.mark.parametrize(
    "properties",
    [
        WHITE,
        '<w:color w:val="F2F2F2"/>',
        '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="0D0D0D"/>',
        '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
        '<w:sz w:val="4"/>',
        "<w:strike/>",
        "<w:dstrike/>",
        "<w:vanish/>",
        '<w:rStyle w:val="C"/>',
    ],
)
def test_text_that_nobody_sees_is_not_read_and_told_once(tmp_path, properties):
    body = paragraph("正文") + paragraph(run("容纳150人", properties)) + paragraph(run("又一处文字", properties))
    more = {"word/styles.xml": part("styles", styled("C", "<w:vanish/>", "character"))}
    documents = read(tmp_path, body, ("s", "styles", "styles.xml"), more=more)
    assert texts(documents) == ["正文"]
    assert [(flag.code, flag.severity, flag.place.line) for flag in documents[0].flags] == [
        ("content-unconfirmed", "review", 2)
    ]
    assert "容纳150人" in documents[0].flags[0].message


@pytest.mark.parametrize(
    "styles",
    [
        styled("N", WHITE, more='w:default="1"'),
        f"<w:docDefaults><w:rPrDefault><w:rPr>{WHITE}</w:rPr></w:rPrDefault></w:docDefaults>",
        styled("B", "<w:vanish/>")
        + '<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:basedOn w:val="B"/></w:style>',
    ],
)
def test_styles_and_defaults_may_hide_text_and_a_run_shows_it_again(tmp_path, styles):
    shown = run("看得见", '<w:color w:val="000000"/><w:vanish w:val="0"/>')
    body = paragraph("看不见的文字") + paragraph(shown)
    documents = read(tmp_path, body, ("s", "styles", "styles.xml"), more={"word/styles.xml": part("styles", styles)})
    assert texts(documents) == ["看得见"]
    assert [flag.code for flag in documents[0].flags] == ["content-unconfirmed"]


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("文字说明", '<w:color w:val="auto"/>')),
        paragraph(run("文字说明", '<w:color w:val="808080"/>')),
        paragraph(run("文字说明", '<w:color w:val="FFFF00"/>')),
        paragraph(run("文字说明", '<w:sz w:val="9"/>')),
        paragraph(run("文字说明", WHITE + '<w:highlight w:val="darkBlue"/>')),
        paragraph(run("文字说明", WHITE), properties='<w:shd w:val="clear" w:fill="C00000"/>'),
        paragraph(BOX.format(paragraph(run("文字说明", WHITE)))),
        paragraph(run("文字说明", WHITE)) + paragraph('<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>'),
        paragraph(run("文字说明", WHITE)) + paragraph('<w:r><w:pict><v:rect style="z-index:-1"/></w:pict></w:r>'),
        paragraph(run("文字说明", '<w:strike w:val="0"/><w:vanish w:val="false"/>')),
    ],
)
def test_text_that_can_be_seen_is_read(tmp_path, body):
    documents = read(tmp_path, body)
    assert (texts(documents), documents[0].flags) == (["文字说明"], ())


def test_white_type_on_a_dark_cell_is_seen_and_on_a_white_one_is_not(tmp_path):
    white = paragraph(run("姓名", WHITE))
    (document,) = read(tmp_path, table((DARK + white, white), (paragraph("甲"), paragraph("乙"))))
    assert document.tables[0].rows == (("姓名", ""), ("甲", "乙"))
    assert len(document.flags) == 1


def test_the_style_of_a_table_may_shade_its_cells(tmp_path):
    shading = '<w:tblStylePr><w:tcPr><w:shd w:fill="4472C4"/></w:tcPr></w:tblStylePr>'
    styles = f'<w:style w:type="table" w:styleId="G">{shading}</w:style>'
    body = table((paragraph(run("姓名", WHITE)),)).replace(
        "<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="G"/></w:tblPr>'
    )
    (document,) = read(tmp_path, body, ("s", "styles", "styles.xml"), more={"word/styles.xml": part("styles", styles)})
    assert (document.tables[0].rows, document.flags) == ((("姓名",),), ())


def test_what_was_deleted_is_told_and_what_was_moved_is_not(tmp_path):
    gone = "<w:del><w:r><w:delText>一百五十人</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t>移走的文字</w:t></w:r></w:moveFrom>"
    documents = read(tmp_path, paragraph("正文", gone))
    assert (texts(documents), len(documents[0].flags)) == (["正文"], 1)
    documents = read(tmp_path, paragraph("正文", moved))
    assert (texts(documents), documents[0].flags) == (["正文"], ())
