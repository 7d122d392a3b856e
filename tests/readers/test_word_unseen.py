"""Text in a Word paper that a program reads and a person does not see."""

from __future__ import annotations

import pytest

from tests.readers.packages import paragraph, part, photo, read, run, table, texts

WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>'
FILLED = '<w14:{0}><w14:solidFill><w14:srgbClr w14:val="{1}"/></w14:solidFill></w14:{0}>'
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
        FILLED.format("textFill", "FFFFFF"),
        '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>',
        '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="97000"/></w14:srgbClr>'
        "</w14:solidFill></w14:textFill>",
        WHITE + FILLED.format("textOutline", "FEFEFE"),
        f"{WHITE}<w14:textOutline><w14:noFill/></w14:textOutline>",
        f'{WHITE}<w:shd w:val="pct10" w:color="auto" w:fill="auto"/>',
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
        paragraph(
            run(
                "文字说明",
                WHITE + FILLED.format("textFill", "C00000"),
            )
        ),
        paragraph(run("文字说明", f"{WHITE}<w14:textFill><w14:gradFill><w14:gsLst/></w14:gradFill></w14:textFill>")),
        paragraph(
            run(
                "文字说明",
                WHITE + FILLED.format("textOutline", "000000"),
            )
        ),
        paragraph(run("文字说明", WHITE), properties='<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>'),
        paragraph(run("文字说明", WHITE), properties='<w:shd w:val="pct75" w:color="auto" w:fill="auto"/>'),
        paragraph(run("文字说明", WHITE), properties='<w:shd w:val="solid" w:color="auto" w:fill="auto"/>'),
        paragraph(run("文字说明", WHITE), properties='<w:shd w:val="diagStripe" w:color="1F4E79" w:fill="FFFFFF"/>'),
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


@pytest.mark.parametrize("name", ["B", "G"])
def test_the_style_of_a_paragraph_may_shade_it(tmp_path, name):
    styles = '<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:shd w:fill="C00000"/></w:pPr></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="G"><w:basedOn w:val="B"/></w:style>'
    body = paragraph(run("文字说明", WHITE), properties=f'<w:pStyle w:val="{name}"/>')
    documents = read(tmp_path, body, ("s", "styles", "styles.xml"), more={"word/styles.xml": part("styles", styles)})
    assert (texts(documents), documents[0].flags) == (["文字说明"], ())


@pytest.mark.parametrize(
    "said",
    [
        '<w:tblPr><w:shd w:val="clear" w:fill="C00000"/></w:tblPr>',
        '<w:tblPr><w:tblStyle w:val="G"/></w:tblPr>',
        '<w:tblPr><w:tblStyle w:val="D"/></w:tblPr>',
    ],
)
def test_a_table_or_a_style_of_another_may_shade_all_its_cells(tmp_path, said):
    shading = '<w:tblStylePr><w:tcPr><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/></w:tcPr></w:tblStylePr>'
    styles = f'<w:style w:type="table" w:styleId="G">{shading}</w:style>'
    styles += '<w:style w:type="table" w:styleId="D"><w:basedOn w:val="G"/></w:style>'
    body = table((paragraph(run("姓名", WHITE)),)).replace("<w:tbl>", f"<w:tbl>{said}")
    (document,) = read(tmp_path, body, ("s", "styles", "styles.xml"), more={"word/styles.xml": part("styles", styles)})
    assert (document.tables[0].rows, document.flags) == ((("姓名",),), ())


def test_a_row_may_have_a_ground_of_its_own_or_be_hidden(tmp_path):
    white = paragraph(run("姓名", WHITE))
    shaded = '<w:tblPrEx><w:shd w:val="clear" w:fill="C00000"/></w:tblPrEx>'
    first, second, third = (table((each,)) for each in (white, paragraph("甲"), paragraph("一百五十人")))
    rows = (
        first.replace("<w:tr>", f"<w:tr>{shaded}"),
        second,
        third.replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"),
    )
    (document,) = read(tmp_path, "".join(rows).replace("</w:tbl><w:tbl>", ""))
    assert document.tables[0].rows == (("姓名",), ("甲",))
    assert [flag.code for flag in document.flags] == ["content-unconfirmed"]


def test_what_was_deleted_is_told_and_what_was_moved_is_not(tmp_path):
    gone = "<w:del><w:r><w:delText>一百五十人</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t>移走的文字</w:t></w:r></w:moveFrom>"
    documents = read(tmp_path, paragraph("正文", gone))
    assert (texts(documents), len(documents[0].flags)) == (["正文"], 1)
    documents = read(tmp_path, paragraph("正文", moved))
    assert (texts(documents), documents[0].flags) == (["正文"], ())


HIDDEN_BOX = (
    '<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="框" hidden="1"/><wps:wsp xmlns:wps="urn:wps">'
    "<w:txbxContent>{}</w:txbxContent></wps:wsp></wp:anchor></w:drawing></w:r>"
)
FILLED_BOX = (
    '<w:r><w:drawing><wp:anchor><wps:wsp xmlns:wps="urn:wps"><wps:spPr><a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
    "</wps:spPr><w:txbxContent>{}</w:txbxContent></wps:wsp></wp:anchor></w:drawing></w:r>"
)
LOW = '<w:spacing w:line="20" w:lineRule="exact"/>'
GONE = "<w:del><w:r><w:delText>容纳150人</w:delText></w:r></w:del>"
HIDDEN = [
    paragraph(run("容纳150人", WHITE)),
    paragraph(run("容纳150人", '<w:color w:val="000000" w:themeColor="background1"/>')),
    paragraph(run("容纳150人", "<w14:textFill><w14:noFill/></w14:textFill>")),
    paragraph(run("容纳150人", "<w:vanish/>")),
    paragraph(run("容纳150人"), properties=LOW),
    paragraph(GONE),
    paragraph(HIDDEN_BOX.format(paragraph("容纳150人"))),
    paragraph(BOX.replace("v:rect>", 'v:rect style="visibility: hidden">', 1).format(paragraph("容纳150人"))),
    paragraph(FILLED_BOX.format("FFFFFF", paragraph(run("容纳150人", WHITE)))),
    paragraph(f"<w:r><w:rPr><w:vanish/></w:rPr>{BOX.format(paragraph('容纳150人'))[5:]}"),
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_hidden_text_stands_in_its_place_among_all_lines(tmp_path, hidden):
    (document,) = read(tmp_path, paragraph("培训场地") + hidden + paragraph("面积80平方米"))
    (page,) = document.pages
    assert [(line.text, line.place.line) for line in page.lines][:1] == [("培训场地", 1)]
    assert [line.text for line in page.lines] == ["培训场地", "面积80平方米"]
    assert [line.text for line in page.unveiled] == ["培训场地", "容纳150人", "面积80平方米"]
    assert page.unveiled[2] == page.lines[1]
    assert [(flag.code, flag.severity) for flag in document.flags] == [("content-unconfirmed", "review")]


def test_a_run_hidden_within_a_sentence_stands_in_it_among_all_lines(tmp_path):
    body = paragraph("培训场地可容纳", run("一百", WHITE), "五十人。")
    (document,) = read(tmp_path, body)
    assert texts((document,)) == ["培训场地可容纳五十人。"]
    assert [line.text for line in document.pages[0].unveiled] == ["培训场地可容纳一百五十人。"]


def test_hidden_rows_and_cells_stand_in_the_tables_with_all_text(tmp_path):
    body = table(
        (paragraph("姓名"), paragraph("职务")),
        (paragraph("甲某"), paragraph(run("就业站长", WHITE))),
        (paragraph("乙某"), paragraph("联络员")),
    )
    low = '<w:tr><w:trPr><w:trHeight w:val="10" w:hRule="exact"/></w:trPr>'
    (document,) = read(tmp_path, low.join(body.rsplit("<w:tr>", 1)))
    assert [each.rows for each in document.tables] == [(("姓名", "职务"), ("甲某", ""))]
    assert [each.rows for each in document.unveiled] == [(("姓名", "职务"), ("甲某", "就业站长"), ("乙某", "联络员"))]
    assert (len(document.flags), document.pages[0].unveiled) == (1, None)


def test_hidden_text_of_headers_notes_and_pieces_stands_among_all_lines(tmp_path):
    web = "<html><body><p>网页正文</p><p style='display:none'>网页里藏着的</p></body></html>"
    more = {
        "word/header1.xml": part("hdr", paragraph(run("页眉里藏着的", WHITE))),
        "word/endnotes.xml": part("endnotes", f"<w:endnote>{paragraph(run('尾注里藏着的', WHITE))}</w:endnote>"),
        "word/a.htm": web.encode(),
    }
    linked = (("h", "header", "header1.xml"), ("e", "endnotes", "endnotes.xml"), ("c", "aFChunk", "a.htm"))
    (document,) = read(tmp_path, paragraph("正文") + '<w:altChunk r:id="c"/>', *linked, more=more)
    assert texts((document,)) == ["正文", "网页正文"]
    assert [line.text for line in document.pages[0].unveiled] == [
        "正文", "尾注里藏着的", "网页正文", "网页里藏着的", "页眉里藏着的",
    ]  # fmt: skip
    assert len(document.flags) == 1


def test_a_paper_that_hides_nothing_has_no_other_lines(tmp_path):
    visible = paragraph(FILLED_BOX.format("1F4E79", paragraph(run("白字深底", WHITE))))
    (document,) = read(tmp_path, paragraph("正文") + visible)
    assert texts((document,)) == ["正文", "白字深底"]
    assert (document.pages[0].unveiled, document.unveiled, document.flags) == (None, None, ())


def test_a_picture_that_is_hidden_is_not_shown(tmp_path):
    blip = '<wp:anchor><wp:docPr hidden="1"/><a:blip r:embed="p"/></wp:anchor>'
    body = paragraph("正文", f"<w:r><w:drawing>{blip}</w:drawing></w:r>")
    _, picture = read(tmp_path, body, ("p", "image", "media/a.png"), more={"word/media/a.png": photo()})
    assert (picture.file.path, picture.file.status) == ("总结.docx/未显示-a.png", "ignored")
