"""Slides: texts, tables, notes and pictures, each with its page."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Container
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from verifier.model import Document, SourceFile
from verifier.readers import render

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SIZE = '<p:sldSz cx="9144000" cy="6858000"/>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def shape(*lines: str, title: bool = False) -> str:
    holder = '<p:nvPr><p:ph type="title"/></p:nvPr>' if title else ""
    paragraphs = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return f"<p:sp><p:nvSpPr>{holder}</p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>"


def table(*rows: tuple[str, ...]) -> str:
    cells = (
        "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{t}</a:t></a:r></a:p></a:txBody></a:tc>" for t in r) for r in rows
    )
    return f"<p:graphicFrame><a:tbl>{''.join(f'<a:tr>{row}</a:tr>' for row in cells)}</a:tbl></p:graphicFrame>"


def picture(identifier: str) -> str:
    return f'<p:pic><p:blipFill><a:blip r:embed="{identifier}"/></p:blipFill></p:pic>'


def links(*each: tuple[str, str, str]) -> str:
    rows = (f'<Relationship Id="{i}" Type="{KIND}/{kind}" Target="{target}"/>' for i, kind, target in each)
    return f"<Relationships>{''.join(rows)}</Relationships>"


def photo(seed: int) -> bytes:
    target = io.BytesIO()
    small = np.random.default_rng(seed).integers(0, 255, (6, 8, 3), dtype=np.uint8)
    Image.fromarray(small).resize((240, 180)).save(target, "PNG")
    return target.getvalue()


def talk(
    slides: list[str],
    links_of: dict[int, str] | None = None,
    parts: dict[str, bytes] | None = None,
    hidden: Container[int] = (),
) -> bytes:
    """The slides are shown in their order, the parts are numbered from the other end."""
    last = len(slides)
    listed = "".join(f'<p:sldId id="{256 + n}" r:id="r{n}"/>' for n in range(last))
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": links(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{listed}</p:sldIdLst>{SIZE}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": links(*((f"r{n}", "slide", f"slides/s{last - n}.xml") for n in range(last))),
    }
    for number, slide in enumerate(slides):
        show = 'show="0"' if number in hidden else ""
        files[f"ppt/slides/s{last - number}.xml"] = (
            f"<p:sld {SPACES} {show}><p:cSld><p:spTree>{slide}</p:spTree></p:cSld></p:sld>"
        )
        files[f"ppt/slides/_rels/s{last - number}.xml.rels"] = (links_of or {}).get(number, links())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in (files | (parts or {})).items():
            package.writestr(name, data)
    return target.getvalue()


def rendered(tmp_path: Path, data: bytes) -> tuple[Document, ...]:
    stored = tmp_path / "in.bin"
    stored.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    return render(
        SourceFile("汇报.pptx", sha256, len(data), "other", "read", None, stored, format="pptx"), tmp_path / "work"
    )


def test_slides_come_in_the_order_in_which_they_are_shown(tmp_path):
    (document,) = rendered(tmp_path, talk([shape("双选会", title=True) + shape("5月20日", "体育馆"), shape("第二页")]))
    assert [[line.text for line in page.lines] for page in document.pages] == [
        ["双选会", "5月20日", "体育馆"],
        ["第二页"],
    ]
    assert [line.role for line in document.pages[0].lines] == ["title", "body", "body"]
    assert (document.file.status, document.file.pages, document.pages[1].place.page) == ("read", 2, 2)


def test_a_table_is_a_table_under_the_title_of_its_slide(tmp_path):
    rows = (("姓名", "单位"), ("甲某", "威海某某有限公司"))
    (document,) = rendered(tmp_path, talk([shape("实习名单", title=True) + table(*rows)]))
    assert (document.tables[0].rows, document.tables[0].title) == (rows, "实习名单")
    assert [line.text for line in document.lines] == ["实习名单"]


def test_notes_are_read_with_their_slide(tmp_path):
    notes = f"<p:notes {SPACES}>{shape('讲稿：全年六场')}{shape('1')}</p:notes>".encode()
    data = talk([shape("招聘会")], {0: links(("n", "notesSlide", "../notes/n1.xml"))}, {"ppt/notes/n1.xml": notes})
    assert [line.text for line in rendered(tmp_path, data)[0].lines] == ["招聘会", "讲稿：全年六场"]


def test_pictures_come_once_with_what_their_slide_says(tmp_path):
    seen = links(("p", "image", "../media/a.png"), ("q", "image", "../media/b.png"))
    slides = [shape("双选会现场", title=True) + picture("p") + picture("q") + shape("企业56家"), picture("p")]
    parts = {"ppt/media/a.png": photo(1), "ppt/media/b.png": photo(2)}
    _, first, second = rendered(tmp_path, talk(slides, {0: seen, 1: seen}, parts))
    assert (first.file.path, second.file.path) == ("汇报.pptx/a.png", "汇报.pptx/b.png")
    assert [line.text for line in first.context] == ["双选会现场", "企业56家"]


def test_a_damaged_slide_costs_no_other(tmp_path):
    data = talk([shape("第一页"), shape("第二页")], parts={"ppt/slides/s2.xml": b"<p:sld"})
    document = rendered(tmp_path, data)[0]
    assert document.file.status == "partly-read"
    assert [line.text for line in document.lines] == ["第二页"]


def test_smartart_and_charts_are_read_and_fill_pictures_are_pictures(tmp_path):
    diagram = (
        '<dgm:dataModel xmlns:dgm="urn:d" xmlns:a="urn:a" xmlns:r="urn:r"><dgm:ptLst><dgm:pt modelId="1">'
        "<dgm:t><a:p><a:r><a:t>培训座位120个</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    )
    chart = (
        '<c:chartSpace xmlns:c="urn:c" xmlns:a="urn:a"><c:chart><c:title><a:p><a:r><a:t>场次</a:t></a:r></a:p>'
        '</c:title><c:ser><c:tx><c:v>招聘会</c:v></c:tx><c:cat><c:pt idx="0"><c:v>春季</c:v></c:pt></c:cat>'
        '<c:val><c:formatCode>General</c:formatCode><c:pt idx="0"><c:v>6</c:v></c:pt></c:val></c:ser>'
        "</c:chart></c:chartSpace>"
    )
    drawn = (
        '<p:graphicFrame><dgm:relIds xmlns:dgm="urn:d" r:dm="d"/></p:graphicFrame>'
        '<p:graphicFrame><c:chart xmlns:c="urn:c" r:id="c"/></p:graphicFrame>'
        '<p:grpSp><p:grpSp><p:sp><p:spPr><a:blipFill><a:blip r:embed="p"/></a:blipFill></p:spPr></p:sp></p:grpSp>'
        "</p:grpSp>"
    )
    seen = links(("d", "diagramData", "../d.xml"), ("c", "chart", "../c.xml"), ("p", "image", "../media/a.png"))
    parts = {"ppt/d.xml": diagram.encode(), "ppt/c.xml": chart.encode(), "ppt/media/a.png": photo(1)}
    document, inside = rendered(tmp_path, talk([shape("情况", title=True) + drawn], {0: seen}, parts))
    assert [line.text for line in document.lines] == ["情况", "培训座位120个", "场次"]
    assert [(table.title, table.rows) for table in document.tables] == [("场次", (("", "招聘会"), ("春季", "6")))]
    assert inside.file.path == "汇报.pptx/a.png"


def numbered(text: str, kind: str, level: int = 0) -> str:
    return f'<a:p><a:pPr lvl="{level}"><a:buAutoNum type="{kind}"/></a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>'


def test_numbers_and_symbols_that_the_program_draws(tmp_path):
    tick = '<a:p><a:r><a:rPr><a:sym typeface="Wingdings 2"/></a:rPr><a:t>R</a:t></a:r><a:r><a:t>专职</a:t></a:r></a:p>'
    body = (
        numbered("甲", "ea1ChsPeriod") + numbered("乙", "arabicParenBoth", 1) + numbered("丙", "arabicParenBoth", 1)
        + numbered("丁", "ea1ChsPeriod") + numbered("戊", "circleNumDbPlain", 1) + tick
    )  # fmt: skip
    (document,) = rendered(tmp_path, talk([f"<p:sp><p:txBody>{body}</p:txBody></p:sp>"]))
    assert [line.text for line in document.lines] == ["一.甲", "(1)乙", "(2)丙", "二.丁", "① 戊", "☑专职"]


WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
WHITE_BY_STYLE = f"<a:defRPr>{WHITE}</a:defRPr>"
LIGHT = '<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="95000"/></a:schemeClr></a:solidFill>'
NAVY = '<a:solidFill><a:srgbClr val="000080"/></a:solidFill>'
CLEAR = '<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>'
OFF = '<p:spPr><a:xfrm><a:off x="-3000000" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm></p:spPr>'
PLACE = '<a:xfrm><a:off x="{}" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm>'
GROUND = '<p:sp><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="5000000"/></a:xfrm>{}</p:spPr></p:sp>'


def styled(properties: str, attributes: str = "", around: str = "") -> str:
    run = f"<a:r><a:rPr {attributes}>{properties}</a:rPr><a:t>容纳150人</a:t></a:r>"
    return f"<p:sp><p:nvSpPr/>{around}<p:txBody><a:p>{run}</a:p></p:txBody></p:sp>"


def seen_and_whole(tmp_path: Path, slide: str) -> tuple[list[str], list[str], Document]:
    (document,) = rendered(tmp_path, talk([slide]))
    whole = document.with_unseen() or document
    return [line.text for line in document.lines], [line.text for line in whole.lines], document


@pytest.mark.parametrize(
    "hidden",
    [
        shape("容纳150人").replace("<p:nvSpPr>", '<p:nvSpPr><p:cNvPr id="3" name="x" hidden="1"/>'),
        styled("", around=OFF),
        styled("", around=OFF.replace('x="-3000000"', 'x="9144000"')),
        styled("", 'sz="100"'),
        styled("", 'strike="sngStrike"'),
        styled("<a:noFill/>"),
        styled(WHITE),
        styled(LIGHT),
        styled(f"<a:ln>{LIGHT}</a:ln>{WHITE}"),
        styled(WHITE, around=f"<p:spPr>{PLACE.format(0)}<a:ln w='9525'>{NAVY}</a:ln></p:spPr>"),
        styled(CLEAR),
        styled(NAVY, around=f"<p:spPr>{NAVY}</p:spPr>"),
        GROUND.format(NAVY) + styled(WHITE, around=f"<p:spPr>{PLACE.format(6000000)}</p:spPr>"),
        styled("").replace(
            "<a:p>", f"<a:lstStyle><a:lvl1pPr><a:defRPr>{WHITE}</a:defRPr></a:lvl1pPr></a:lstStyle><a:p>"
        ),
    ],
)
def test_what_nobody_sees_of_a_slide_is_read_apart_and_told_once(tmp_path, hidden):
    seen, whole, document = seen_and_whole(tmp_path, shape("培训场地", title=True) + hidden + shape("80平方米"))
    assert (seen, whole) == (["培训场地", "80平方米"], ["培训场地", "容纳150人", "80平方米"])
    assert [(flag.code, flag.severity, flag.place.page) for flag in document.flags] == [
        ("content-unconfirmed", "review", 1)
    ]


@pytest.mark.parametrize(
    "visible",
    [
        styled(NAVY),
        styled("", 'sz="900"'),
        styled(WHITE, around=f"<p:spPr>{NAVY}</p:spPr>"),
        styled(WHITE, around="<p:spPr/><p:style/>"),
        GROUND.format(NAVY) + styled(WHITE, around=f"<p:spPr>{PLACE.format(2000000)}</p:spPr>"),
        GROUND.format(NAVY) + styled(WHITE),
        GROUND.format(f"<a:ln w='900000'>{NAVY}</a:ln>") + styled(WHITE),
        "<p:contentPart/>" + styled(WHITE),
        styled(f"<a:ln>{NAVY}</a:ln>{WHITE}"),
        styled(WHITE) + "</p:spTree><p:bg><p:bgPr>" + NAVY + "</p:bgPr></p:bg><p:spTree>",
        styled('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'),
    ],
)
def test_what_is_seen_of_a_slide_is_read(tmp_path, visible):
    seen, whole, document = seen_and_whole(tmp_path, visible)
    assert (seen, whole, document.flags) == (["容纳150人"], ["容纳150人"], ())
    assert (document.pages[0].unveiled, document.unveiled) == (None, None)


def test_a_hidden_slide_is_not_shown_and_its_pictures_have_rows(tmp_path):
    slides = [shape("第一页"), shape("容纳150人") + picture("p")]
    data = talk(slides, {1: links(("p", "image", "../media/a.png"))}, {"ppt/media/a.png": photo(1)}, hidden={1})
    document, unshown = rendered(tmp_path, data)
    assert [line.text for line in document.lines] == ["第一页"]
    assert [line.text for line in document.pages[1].unveiled or ()] == ["容纳150人"]
    assert [(flag.code, flag.place.page) for flag in document.flags] == [("content-unconfirmed", 2)]
    assert (unshown.file.path, unshown.file.status) == ("汇报.pptx/未显示-a.png", "ignored")
