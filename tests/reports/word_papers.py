"""Word papers and slides of kinds that other tools lost, one function a report."""

from __future__ import annotations

import io
import zipfile

from tests.bundle.packers import Files
from tests.readers import packages as word
from tests.readers import test_slides as slides
from tests.reports.sheet_papers import HEAD, opendocument

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


_KIND = "application/vnd.openxmlformats-officedocument"
_MAINS = {
    "word/document": f"{_KIND}.wordprocessingml.document.main+xml",
    "ppt/presentation": f"{_KIND}.presentationml.presentation.main+xml",
}
_PARTS = {
    "word/numbering": f"{_KIND}.wordprocessingml.numbering+xml",
    "word/comments": f"{_KIND}.wordprocessingml.comments+xml",
    "ppt/slides/": f"{_KIND}.presentationml.slide+xml",
    "ppt/slideLayouts/": f"{_KIND}.presentationml.slideLayout+xml",
}


def _package(parts: word.Parts) -> bytes:
    """The package with the kinds of its parts, as Office asks for them."""
    space = "http://schemas.openxmlformats.org/package/2006"
    kinds = ((name, kind) for name in parts for begin, kind in (_MAINS | _PARTS).items() if name.startswith(begin))
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds)
    plain = {
        "xml": "application/xml",
        "png": "image/png",
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
    }
    usual = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in plain.items())
    types = f'{HEAD}<Types xmlns="{space}/content-types">{usual}{listed}</Types>'.encode()
    told = f'<Relationships xmlns="{space}/relationships">'.encode()
    linked = {name: data.replace(b"<Relationships>", told) for name, data in parts.items()}
    return word.zipped({"[Content_Types].xml": types} | {name: linked[name] for name in linked if name[0] != "["})


def _paper(body: str, *linked: word.Link, more: word.Parts | None = None) -> bytes:
    return _package(word.parts(body, *linked, more=more))


def _said(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def docx_equation_in_a_sentence() -> Files:
    formula = f"<m:oMath {MATH}>{_said('42')}</m:oMath>"
    return {"场地说明.docx": _paper(word.paragraph("指导站办公面积为", formula, word.run("平方米。")))}


def docx_equation_of_its_own() -> Files:
    part = f"<m:f><m:num>{_said('57')}</m:num><m:den>{_said('76')}</m:den></m:f>"
    formula = f"<m:oMathPara {MATH}><m:oMath>{_said('留威率=')}{part}{_said('=75%')}</m:oMath></m:oMathPara>"
    return {"留威率.docx": _paper(word.paragraph("计算过程：") + f"<w:p>{formula}</w:p>")}


def docx_row_that_starts_late() -> Files:
    def row(*cells: str, before: int = 0) -> str:
        late = f'<w:trPr><w:gridBefore w:val="{before}"/></w:trPr>' if before else ""
        return f"<w:tr>{late}{''.join(f'<w:tc>{word.paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    grid = f"<w:tblGrid>{'<w:gridCol/>' * 3}</w:tblGrid>"
    rows = row("院系", "姓名", "性质") + row("护理系", "于海宁", "专职") + row("毕承远", "兼职", before=1)
    return {"工作人员.docx": _paper(f"<w:tbl>{grid}{rows}</w:tbl>")}


def docx_strict() -> Files:
    """As Word saves it by the name of Strict Open XML."""
    body = word.paragraph("威海海澜学院2024年就业工作计划", properties='<w:pStyle w:val="1"/>') + word.table(
        (word.paragraph("月份"), word.paragraph("工作")), (word.paragraph("3月"), word.paragraph("春季双选会"))
    )
    kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = word.parts(body)
    strict = {
        name: data.replace(word.KIND.encode(), kinds.encode()).replace(
            word.W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
        for name, data in parts.items()
    }
    return {"计划.docx": _package(strict)}


def docx_smart_tag() -> Files:
    tag = f'<w:smartTag w:uri="urn:x" w:element="PersonName">{word.run("张毓秀")}</w:smartTag>'
    place = f'<w:customXml w:uri="urn:x" w:element="place">{word.run("威海")}</w:customXml>'
    return {"证明.docx": _paper(word.paragraph("兹证明", tag, word.run("同学在"), place, word.run("实习。")))}


def docx_link_in_a_cell() -> Files:
    link = f'<w:hyperlink w:anchor="a">{word.run("威海临港机电厂")}</w:hyperlink>'
    rows = (word.paragraph("单位"), word.paragraph("人数")), (word.paragraph(link), word.paragraph("12"))
    return {"单位.docx": _paper(word.table(*rows))}


def docx_list_under_a_heading() -> Files:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbers = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbers += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = word.paragraph("职责", properties='<w:pStyle w:val="2"/><w:outlineLvl w:val="1"/>')
    body += word.paragraph("收集岗位", properties=item) + word.paragraph("登记求职", properties=item)
    return {
        "职责.docx": _paper(
            body, ("n", "numbering", "numbering.xml"), more={"word/numbering.xml": word.part("numbering", numbers)}
        )
    }


def docx_hyphens_of_dates() -> Files:
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    date = [word.run("2024"), hyphen, word.run("06"), hyphen, word.run("30")]
    soft = "<w:r><w:softHyphen/></w:r>"
    return {"时间.docx": _paper(word.paragraph("实习截止：", *date, word.run("，共120"), soft, word.run("天")))}


def docx_text_box_with_a_table() -> Files:
    rows = (word.paragraph("姓名"), word.paragraph("岗位")), (word.paragraph("于海宁"), word.paragraph("质检员"))
    inside = word.paragraph("实习名单") + word.table(*rows) + word.paragraph("")
    box = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    return {"名单.docx": _paper(word.paragraph("附件", box))}


def docx_main_part_elsewhere() -> Files:
    parts = word.parts(word.paragraph("就业指导站管理制度"))
    parts["_rels/.rels"] = word.links(("main", "officeDocument", "/word/document2.xml"))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    return {"制度.docx": _package(parts)}


def docx_words_from_right_to_left() -> Files:
    """Run containers of direction, which a copy from a web page leaves behind."""
    inner = f'<w:dir w:val="ltr">{word.run("留威")}</w:dir><w:bdo w:val="ltr">{word.run("57人")}</w:bdo>'
    return {"说明.docx": _paper(word.paragraph("2024届", inner, word.run("。")))}


def docx_old_merged_cells() -> Files:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{word.paragraph(text)}</w:tc>"

    first, rest = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    rows = f"<w:tr>{cell('工作人员', first)}{cell('', rest)}{cell('电话')}</w:tr>"
    rows += f"<w:tr>{cell('于海宁')}{cell('专职')}{cell('2024001')}</w:tr>"
    return {"人员.docx": _paper(f"<w:tbl>{rows}</w:tbl>")}


def docx_pinyin_guide() -> Files:
    ruby = f"<w:r><w:ruby><w:rt>{word.run('zhé')}</w:rt><w:rubyBase>{word.run('喆')}</w:rubyBase></w:ruby></w:r>"
    return {"名单.docx": _paper(word.paragraph("实习学生：张", ruby, word.run("同学")))}


def docx_comment_on_a_name() -> Files:
    marks = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    body = word.paragraph("负责人", f"{marks[0]}{word.run('于海宁')}{marks[1]}")
    note = f'<w:comment w:id="0" w:author="审核">{word.paragraph("此人已调离")}</w:comment>'
    return {
        "通知.docx": _paper(
            body, ("c", "comments", "comments.xml"), more={"word/comments.xml": word.part("comments", note)}
        )
    }


def pptx_photo_as_background() -> Files:
    photo = slides.photo(7)
    fill = '<a:blipFill><a:blip r:embed="p"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    ground = f"<p:bg><p:bgPr>{fill}</p:bgPr></p:bg>"
    slide = slides.shape("春季校园招聘会", title=True)
    data = slides.talk([slide], {0: slides.links(("p", "image", "../media/a.png"))}, {"ppt/media/a.png": photo})
    return {"招聘会.pptx": _changed(data, "ppt/slides/s1.xml", "<p:cSld>", f"<p:cSld>{ground}")}


def _parts(package: bytes) -> word.Parts:
    with zipfile.ZipFile(io.BytesIO(package)) as there:
        return {name: there.read(name) for name in there.namelist()}


def _changed(package: bytes, part: str, old: str, new: str) -> bytes:
    parts = _parts(package)
    assert old.encode() in parts[part]
    return _package(parts | {part: parts[part].replace(old.encode(), new.encode(), 1)})


def _with_layout(layout: str, slide: str, more: str = "") -> bytes:
    page = f"<p:sldLayout {slides.SPACES}><p:cSld><p:spTree>{layout}</p:spTree></p:cSld></p:sldLayout>".encode()
    data = slides.talk(
        [slide], {0: slides.links(("l", "slideLayout", "../slideLayouts/l1.xml"))}, {"ppt/slideLayouts/l1.xml": page}
    )
    return _changed(data, "ppt/slides/s1.xml", "<p:sld ", f"<p:sld {more} ")


def pptx_words_of_the_layout() -> Files:
    words = slides.shape("威海海澜学院大学生就业创业服务指导站")
    prompt = slides.shape("单击此处编辑母版标题样式", title=True)
    return {"汇报.pptx": _with_layout(words + prompt, slides.shape("培训教室面积120平方米"))}


def pptx_layout_that_is_not_shown() -> Files:
    return {"汇报.pptx": _with_layout(slides.shape("办公面积300平方米"), slides.shape("培训情况"), 'showMasterSp="0"')}


def pptx_strict() -> Files:
    data = slides.talk([slides.shape("招聘会总结", title=True) + slides.shape("全年六场")])
    parts = _parts(data)
    for old, new in (
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "officeDocument/relationships"),
        ("http://schemas.openxmlformats.org/presentationml/2006/main", "presentationml/main"),
        ("http://schemas.openxmlformats.org/drawingml/2006/main", "drawingml/main"),
    ):
        parts = {
            name: raw.replace(old.encode(), f"http://purl.oclc.org/ooxml/{new}".encode()) for name, raw in parts.items()
        }
    return {"总结.pptx": _package(parts)}


def pptx_field_in_a_line() -> Files:
    field = '<a:fld id="{1}" type="datetime1"><a:rPr/><a:t>2024年5月20日</a:t></a:fld>'
    body = f"<p:sp><p:nvSpPr/><p:txBody><a:p><a:r><a:t>双选会 </a:t></a:r>{field}</a:p></p:txBody></p:sp>"
    return {"总结.pptx": _package(_parts(slides.talk([body])))}


def odt_section_and_tail() -> Files:
    """Text in a section, after a bookmark and in the header of the page; a drawing whose part is missing."""
    names = {each: each for each in ("office", "text", "style", "table")} | {"draw": "drawing", "svg": "svg-compatible"}
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"' for name, of in names.items())
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    box = (
        '<draw:frame text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box>'
        "<text:p>培训座位120个</text:p></draw:text-box></draw:frame>"
    )
    lost = '<draw:frame svg:width="2cm" svg:height="2cm"><draw:object xlink:href="./Object 9"/></draw:frame>'
    body = (
        f'<text:section text:name="s"><text:p>办公面积42平方米</text:p></text:section>'
        f'<text:p>值班<text:bookmark text:name="b"/>电话2024001{box}</text:p><text:p>{lost}联系人于海宁</text:p>'
    )
    content = (
        f'{HEAD}<office:document-content {spaces} office:version="1.3"><office:body><office:text>{body}</office:text>'
        "</office:body></office:document-content>"
    )
    header = "<style:header><text:p>威海海澜学院就业指导站</text:p></style:header>"
    styles = (
        f'{HEAD}<office:document-styles {spaces} office:version="1.3"><office:automatic-styles>'
        '<style:page-layout style:name="pm1"/></office:automatic-styles><office:master-styles>'
        f'<style:master-page style:name="Standard" style:page-layout-name="pm1">{header}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return {"说明.odt": opendocument(kind, {"content.xml": content, "styles.xml": styles})}


def rtf_two_code_pages() -> Files:
    """Letters as bytes of GBK and as numbers of Unicode with what stands for them in old programs."""

    def old(text: str) -> str:
        return "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))

    new = "".join(f"\\u{ord(char)}\\'3f" for char in "培训座位")
    font = "{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}"
    text = f"{{\\rtf1\\ansi\\ansicpg936\\uc1{font}\\f0 {old('办公面积42平方米')}\\par {new}120{old('个')}\\par}}"
    return {"说明.rtf": text.encode("ascii")}
