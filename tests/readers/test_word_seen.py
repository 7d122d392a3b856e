"""What a person sees in a Word paper beside its plain text: numbers, ticks, graphics, notes, pieces of other papers."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.readers.packages import KIND, paragraph, part, parts, photo, read, rendered, run, table, texts, zipped
from verifier.readers import office

LISTS = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>'
    '<w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
)


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    said = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=said)


def listed(folder: Path, *body: str) -> list[str]:
    more = {"word/numbering.xml": part("numbering", LISTS)}
    return texts(read(folder, "".join(body), ("n", "numbering", "numbering.xml"), more=more))


def test_numbers_that_word_writes_are_text(tmp_path):
    body = [numbered("甲"), numbered("乙", 1), numbered("丙", 1), numbered("丁", 2), numbered("戊"), numbered("己", 1)]
    assert listed(tmp_path, *body) == ["一、甲", "（1）乙", "（2）丙", "1.2.1 丁", "二、戊", "（1）己"]


def test_a_list_that_begins_anew_begins_anew_and_others_count_on(tmp_path):
    body = [numbered("甲"), paragraph("正文"), numbered("乙"), numbered("丙", 0, 2), numbered("丁", 0, 2)]
    assert listed(tmp_path, *body) == ["一、甲", "正文", "二、乙", "一、丙", "二、丁"]


def test_bullets_are_no_text_and_a_list_that_is_not_there_counts_nothing(tmp_path):
    assert listed(tmp_path, numbered("甲", 0, 3), numbered("乙", 0, 9), numbered("丙", 0, 0)) == ["甲", "乙", "丙"]


def test_the_numbers_of_rows_in_a_table_are_cells_and_no_part_of_names(tmp_path):
    rows = (
        (numbered(""), paragraph("张三")),
        (numbered(""), numbered("李四", 1)),
        (numbered("甲") + numbered("乙"), ""),
    )
    more = {"word/numbering.xml": part("numbering", LISTS)}
    (document,) = read(tmp_path, table(*rows), ("n", "numbering", "numbering.xml"), more=more)
    assert document.tables[0].rows == (("一、", "张三"), ("二、", "李四"), ("三、甲\n四、乙", ""))


def test_a_style_may_say_the_list_and_the_list_its_level(tmp_path):
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
    )
    lists = LISTS.replace(
        '<w:numFmt w:val="decimal"/><w:lvlText', '<w:numFmt w:val="decimal"/><w:pStyle w:val="H2"/><w:lvlText'
    )
    body = paragraph("甲", properties='<w:pStyle w:val="H"/>') + paragraph("乙", properties='<w:pStyle w:val="H2"/>')
    linked = (("n", "numbering", "numbering.xml"), ("s", "styles", "styles.xml"))
    more = {"word/numbering.xml": part("numbering", lists), "word/styles.xml": part("styles", styles)}
    assert texts(read(tmp_path, body, *linked, more=more)) == ["一、甲", "（1）乙"]


@pytest.mark.parametrize(
    ("tick", "seen"),
    [
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☑专职"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "◻专职"),
        (run("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'), "☑专职"),
        (run("\uf0fe", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "☑专职"),
        ('<w:r><w:sym w:font="宋体" w:char="221A"/></w:r>', "√专职"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>', "专职"),
        (
            '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            f"{run('☒')}</w:sdtContent></w:sdt>",
            "☑专职",
        ),
        (
            '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            f"{run('☐')}</w:sdtContent></w:sdt>",
            "☐专职",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
            f'</w:fldChar></w:r>{run("x")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "☑专职",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/><w:checked w:val="0"/>'
            '</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "☐专职",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/>'
            '<w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("乙")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "乙专职",
        ),
    ],
)
def test_ticks_and_choices(tmp_path, tick, seen):
    assert texts(read(tmp_path, paragraph(tick, "专职"))) == [seen]


@pytest.mark.parametrize(
    ("codes", "seen"),
    [
        ((" eq \\o\\ac(", "□", ",√)"), "☑专职"),
        (("eq \\o\\ac(○,3)",), "③专职"),
        (("EQ \\o(○,", "甲)"), "○甲专职"),
        (("PAGE \\* MERGEFORMAT",), "专职"),
    ],
)
def test_characters_laid_over_each_other(tmp_path, codes, seen):
    inside = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert texts(read(tmp_path, paragraph(begin + inside + end, "专职"))) == [seen]


def test_a_text_field_shows_its_result(tmp_path):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("甲")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(read(tmp_path, paragraph(field, "乙"))) == ["甲乙"]


def shape(string: str, identifier: str = "s1") -> str:
    return f'<w:r><w:pict><v:shape id="{identifier}"><v:textpath string="{string}"/></v:shape></w:pict></w:r>'


def test_wordart_is_a_title_and_a_watermark_is_none(tmp_path):
    body = (
        paragraph(shape("2024年工作计划")) + paragraph("正文") + paragraph(shape("草稿", "PowerPlusWaterMarkObject1"))
    )
    (document,) = read(tmp_path, body)
    assert [(line.text, line.role) for line in document.lines] == [("2024年工作计划", "title"), ("正文", "body")]


POINTS = (
    '<dgm:ptLst><dgm:pt modelId="0" type="doc"/>{}</dgm:ptLst><dgm:cxnLst>'
    '<dgm:cxn modelId="8" srcId="0" destId="2" srcOrd="0"/><dgm:cxn modelId="9" srcId="2" destId="1" srcOrd="0"/>'
    "</dgm:cxnLst>"
)


def smart_art(*inside: str) -> bytes:
    nodes = (
        f'<dgm:pt modelId="{number}"><dgm:spPr>{shape}</dgm:spPr><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>'
        "</dgm:pt>"
        for number, (text, shape) in enumerate(zip(inside[::2], inside[1::2], strict=True), 1)
    )
    return part("dataModel", POINTS.format("".join(nodes)), "dgm")


GRAPHIC = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def test_the_words_and_pictures_of_smartart(tmp_path):
    fill = '<a:blipFill><a:blip r:embed="p"/></a:blipFill>'
    more = {
        "word/diagrams/data1.xml": smart_art("120座", fill, "培训教室", ""),
        "word/diagrams/_rels/data1.xml.rels": f'<Relationships><Relationship Id="p" Type="{KIND}/image" '
        'Target="../media/image9.png"/></Relationships>'.encode(),
        "word/media/image9.png": photo(),
    }
    body = paragraph("场地情况") + paragraph(GRAPHIC.format('<dgm:relIds r:dm="d" r:lo="l"/>'))
    documents = read(tmp_path, body, ("d", "diagramData", "diagrams/data1.xml"), more=more)
    assert texts(documents) == ["场地情况", "培训教室", "120座"]
    assert [each.file.path for each in documents[1:]] == ["总结.docx/image9.png"]


CHART = (
    "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>毕业生去向</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>"
    "<c:barChart><c:ser>"
    '<c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>留威率</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    '<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>2023届</c:v></c:pt><c:pt idx="1"><c:v>2024届</c:v></c:pt>'
    "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:formatCode>0.0%</c:formatCode>"
    '<c:pt idx="0"><c:v>0.41</c:v></c:pt><c:pt idx="1"><c:v>0.45300000000000001</c:v></c:pt></c:numCache></c:numRef>'
    "</c:val></c:ser></c:barChart></c:plotArea></c:chart>"
)


def test_a_chart_is_a_table_under_its_title(tmp_path):
    more = {"word/charts/chart1.xml": part("chartSpace", CHART, "c")}
    body = paragraph(GRAPHIC.format('<c:chart r:id="c"/>'))
    (document,) = read(tmp_path, body, ("c", "chart", "charts/chart1.xml"), more=more)
    assert [line.text for line in document.lines] == ["毕业生去向"]
    assert document.tables[0].rows == (("", "留威率"), ("2023届", "41%"), ("2024届", "45.3%"))


def test_pictures_that_fill_shapes_and_that_an_unknown_element_shows(tmp_path):
    body = (
        paragraph('<w:r><w:pict><v:rect><v:fill r:id="a" type="frame"/></v:rect></w:pict></w:r>')
        + paragraph("图1 招聘会现场")
        + paragraph('<w:r><w:drawing><a:newShape r:embed="b"/></w:drawing></w:r>')
        + paragraph('<w:hyperlink r:id="h"><w:r><w:t>网址</w:t></w:r></w:hyperlink>')
    )
    linked = (("a", "image", "media/a.png"), ("b", "image", "media/b.png"), ("h", "hyperlink", "http://example.com"))
    more = {"word/media/a.png": photo(1), "word/media/b.png": photo(2)}
    documents = read(tmp_path, body, *linked, more=more)
    assert [each.file.path for each in documents[1:]] == ["总结.docx/a.png", "总结.docx/b.png"]
    assert [line.text for line in documents[1].context] == ["图1 招聘会现场"]


def test_a_picture_that_is_shown_nowhere_has_a_row_that_says_so(tmp_path):
    gone = '<w:del><w:r><w:drawing><a:blip r:embed="a"/></w:drawing></w:r></w:del>'
    more = {"word/media/a.png": photo(1), "word/media/b.png": photo(2)}
    linked = (("a", "image", "media/a.png"), ("b", "image", "media/b.png"))
    documents = read(tmp_path, paragraph("正文", gone), *linked, more=more)
    assert [(each.file.path, each.file.status) for each in documents[1:]] == [
        ("总结.docx/未显示-a.png", "ignored"),
        ("总结.docx/未显示-b.png", "ignored"),
    ]


def test_notes_are_read_and_their_pictures_too(tmp_path):
    picture = '<w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r>'
    noted = '<w:endnote w:type="separator" w:id="-1"><w:p/></w:endnote><w:endnote w:id="1">'
    noted += f"{paragraph('可容纳150人')}{paragraph(picture)}</w:endnote>"
    more = {
        "word/endnotes.xml": part("endnotes", noted),
        "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="1">{paragraph("另有机房一间")}</w:footnote>'),
        "word/_rels/endnotes.xml.rels": f'<Relationships><Relationship Id="p" Type="{KIND}/image" '
        'Target="media/n.png"/></Relationships>'.encode(),
        "word/media/n.png": photo(),
    }
    linked = (("e", "endnotes", "endnotes.xml"), ("f", "footnotes", "footnotes.xml"))
    documents = read(tmp_path, paragraph("场地为报告厅"), *linked, more=more)
    assert texts(documents) == ["场地为报告厅", "可容纳150人", "另有机房一间"]
    assert [(each.file.path, each.file.status) for each in documents[1:]] == [("总结.docx/n.png", "read")]


def spelt(text: str) -> str:
    """As RTF has Chinese characters."""
    return "".join(f"\\u{ord(char)}?" for char in text)


SAVED_PAGE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\n<html><body><h1>管理制度</h1><p>第一条 总则</p></body></html>\r\n--B--\r\n"
).encode()
PAGE = "<html><body><h1>管理制度</h1><p>第一条 总则</p></body></html>".encode()
RTF = f"{{\\rtf1\\ansi {spelt('管理制度')}\\par {spelt('第一条')} {spelt('总则')}\\par}}"
INNER = zipped(parts(paragraph("管理制度") + paragraph("第一条 总则")))


@pytest.mark.parametrize(
    ("name", "piece"), [("a.mht", SAVED_PAGE), ("a.html", PAGE), ("a.docx", INNER), ("a.rtf", RTF.encode())]
)
def test_the_pieces_of_other_papers_that_word_takes(tmp_path, name, piece):
    assert office.program() is not None or name != "a.rtf"
    body = paragraph("封面") + '<w:altChunk r:id="k"/>'
    documents = read(tmp_path, body, ("k", "aFChunk", name), more={f"word/{name}": piece})
    assert texts(documents) == ["封面", "管理制度", "第一条 总则"]
    assert documents[0].file.status == "read"
    assert len({line.place.line for line in documents[0].lines}) == 3


def test_pieces_with_tables_and_pictures_keep_their_names_apart(tmp_path):
    picture = base64.b64encode(photo()).decode()
    page = f'<html><p>现场</p><img src="data:image/png;base64,{picture}"/><table><tr><td>姓名</td><td>单位</td></tr>'
    page += "<tr><td>张三</td><td>某公司</td></tr></table></html>"
    other = page.replace(picture, base64.b64encode(photo(2)).decode())
    body = '<w:altChunk r:id="k"/><w:altChunk r:id="l"/>'
    more = {"word/a.html": page.encode(), "word/b.html": other.encode()}
    documents = read(tmp_path, body, ("k", "aFChunk", "a.html"), ("l", "aFChunk", "b.html"), more=more)
    assert [each.file.path for each in documents] == ["总结.docx", "总结.docx/image.png", "总结.docx/image-2.png"]
    assert {each.file.parent for each in documents[1:]} == {"总结.docx"}
    assert [row.rows[1][0] for row in documents[0].tables] == ["张三", "张三"]


def test_a_picture_of_a_piece_and_one_of_the_paper_have_names_of_their_own(tmp_path):
    shown = paragraph('<w:r><w:drawing><a:blip r:embed="a"/></w:drawing></w:r>')
    linked = ("a", "image", "media/a.png")
    inner = zipped(parts(shown, linked, more={"word/media/a.png": photo(2)}))
    more = {"word/media/a.png": photo(1), "word/k.docx": inner}
    documents = read(tmp_path, shown + '<w:altChunk r:id="k"/>', linked, ("k", "aFChunk", "k.docx"), more=more)
    assert [each.file.path for each in documents[1:]] == ["总结.docx/a.png", "总结.docx/a-2.png"]


def test_a_piece_that_is_lost_is_told(tmp_path):
    body = paragraph("封面") + '<w:altChunk r:id="k"/>'
    (document,) = rendered(tmp_path, zipped(parts(body, ("k", "aFChunk", "a.docx"), more={"word/a.docx": b"PK\3\4"})))
    assert (document.file.status, [line.text for line in document.lines]) == ("partly-read", ["封面"])


def test_a_formula_keeps_the_bar_of_a_fraction_and_its_brackets(tmp_path):
    def said(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    share = f"<m:f><m:num>{said('57')}</m:num><m:den>{said('76')}</m:den></m:f>"
    edges = '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>'
    inside = f"{said('留威率=')}{share}<m:d><m:e>{said('75%')}</m:e></m:d><m:d>{edges}<m:e>{said('一')}</m:e></m:d>"
    formula = f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{inside}</m:oMath>'
    assert texts(read(tmp_path, paragraph(formula))) == ["留威率=57/76(75%)[一]"]
