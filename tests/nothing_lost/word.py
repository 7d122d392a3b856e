"""Every place of a Word paper (.docx) at which a sentence or a picture may stand."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.bundle.test_inside import dropped
from tests.nothing_lost.planting import READ, ROW, Paper, Place, Seed
from tests.readers.packages import Link, Parts, paragraph, part, parts, run, table, zipped

MARGIN = ROW
"""pictures in headers and footers have rows that say where they stand, and are not read"""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in the body, the parts behind it, and how the body refers to them."""

    body: str = ""
    links: tuple[Link, ...] = ()
    parts: Parts = field(default_factory=dict)


def paper(pieces: Sequence[Piece]) -> bytes:
    links = [link for piece in pieces for link in piece.links]
    more = {name: data for piece in pieces for name, data in piece.parts.items()}
    return zipped(parts("".join(piece.body for piece in pieces), *links, more=more))


def written(around: str) -> Callable[[Seed], Piece]:
    """The sentence within XML that is a paragraph or more."""
    return lambda seed: Piece(around.format(seed.sentence))


def run_of(around: str) -> Callable[[Seed], Piece]:
    """The sentence within XML that is a part of a paragraph."""
    return lambda seed: Piece(paragraph(around.format(seed.sentence)))


def drawn(around: str) -> Callable[[Seed], Piece]:
    """Within XML that is a part of a paragraph: a picture by its id, and maybe the sentence."""

    def plant(seed: Seed) -> Piece:
        name, identifier = f"p{seed.number}.png", f"p{seed.number}"
        body = paragraph(around.format(seed.sentence, id=identifier))
        return Piece(body, ((identifier, "image", f"media/{name}"),), {f"word/media/{name}": seed.picture})

    return plant


SHOWN = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="{id}"/></a:graphicData></a:graphic>'
SHOWN += "</wp:inline></w:drawing></w:r>"
RUN = "<w:r><w:t>{}</w:t></w:r>"
GRAPHIC = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline></w:drawing>"
GRAPHIC += "</w:r>"
BOX = "<w:r><w:pict><v:rect><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
NEW_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wps:wsp xmlns:wps='wps'><wps:txbx><w:txbxContent>{}"
    "</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


def of_own(name: str, kind: str, around: str = "{}", more: str = "", root: str = "") -> Callable[[Seed], Piece]:
    """A part of its own to which the body refers, whose paragraphs have the sentence and the picture."""

    def plant(seed: Seed) -> Piece:
        holder = f"{name}{seed.number}"
        shown = paragraph(RUN.format(seed.sentence)) + paragraph(SHOWN.format(id="p"))
        picture = f"Target='media/{holder}.png'"
        relations = f"<Relationships><Relationship Id='p' Type='x/image' {picture}/></Relationships>"
        return Piece(
            more,
            ((holder, kind, f"{holder}.xml"),),
            {
                f"word/{holder}.xml": part(root or kind, around.format(shown)),
                f"word/_rels/{holder}.xml.rels": relations.encode(),
                f"word/media/{holder}.png": seed.picture,
            },
        )

    return plant


def smart_art(seed: Seed) -> Piece:
    point = '<dgm:ptLst><dgm:pt modelId="1"><dgm:spPr><a:blipFill><a:blip r:embed="p"/></a:blipFill></dgm:spPr><dgm:t>'
    point += f"<a:p><a:r><a:t>{seed.sentence}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
    relations = b'<Relationships><Relationship Id="p" Type="x/image" Target="../media/smart.png"/></Relationships>'
    return Piece(
        paragraph(GRAPHIC.format('<dgm:relIds r:dm="smart"/>')),
        (("smart", "diagramData", "diagrams/data.xml"),),
        {
            "word/diagrams/data.xml": part("dataModel", point, "dgm"),
            "word/diagrams/_rels/data.xml.rels": relations,
            "word/media/smart.png": seed.picture,
        },
    )


CHART_TEXT = "<c:tx><c:rich><a:p><a:r><a:t>{}</a:t></a:r></a:p></c:rich></c:tx>"


def chart(around: str) -> Callable[[Seed], Piece]:
    def plant(seed: Seed) -> Piece:
        name = f"chart{seed.number}"
        inside = f"<c:chart><c:plotArea>{around.format(seed.sentence)}</c:plotArea></c:chart>"
        return Piece(
            paragraph(GRAPHIC.format(f'<c:chart r:id="{name}"/>')),
            ((name, "chart", f"charts/{name}.xml"),),
            {
                f"word/charts/{name}.xml": part("chartSpace", inside, "c"),
                f"word/charts/_rels/{name}.xml.rels": (
                    f'<Relationships><Relationship Id="p" Type="x/image" Target="../media/{name}.png"/></Relationships>'
                ).encode(),
                f"word/media/{name}.png": seed.picture,
            },
        )

    return plant


ON_CHART = "<c:relSizeAnchor><a:sp><a:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:txBody></a:sp><a:pic>"
ON_CHART += '<a:blip r:embed="p"/></a:pic></c:relSizeAnchor>'


def on_chart(seed: Seed) -> Piece:
    """A text box and a picture that lie on a chart."""
    plain = chart("<c:title/>")(seed)
    name = f"chart{seed.number}"
    relations = f'<Relationships><Relationship Id="u" Type="x/chartUserShapes" Target="../drawings/{name}.xml"/>'
    own = f'<Relationships><Relationship Id="p" Type="x/image" Target="../media/{name}.png"/></Relationships>'
    parts = {
        f"word/charts/_rels/{name}.xml.rels": f"{relations}</Relationships>".encode(),
        f"word/drawings/{name}.xml": part("userShapes", ON_CHART.format(seed.sentence), "c"),
        f"word/drawings/_rels/{name}.xml.rels": own.encode(),
    }
    return Piece(plain.body, plain.links, plain.parts | parts)


POINT = '<c:pt idx="0"><c:v>{}</c:v></c:pt>'
SERIES = f'<c:ser><c:tx>{POINT}</c:tx><c:val><c:pt idx="0"><c:v>1</c:v></c:pt></c:val></c:ser>'
CATEGORY = f'<c:ser><c:cat>{POINT}</c:cat><c:val><c:pt idx="0"><c:v>1</c:v></c:pt></c:val></c:ser>'
LABEL = f'<c:ser><c:dLbls><c:dLbl><c:idx val="0"/>{CHART_TEXT}</c:dLbl></c:dLbls></c:ser>'


def html(seed: Seed) -> bytes:
    data = base64.b64encode(seed.picture).decode()
    return f'<html><p>{seed.sentence}</p><img src="data:image/png;base64,{data}"></html>'.encode()


def saved_page(seed: Seed) -> bytes:
    picture = base64.encodebytes(seed.picture).decode()
    return (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f'<html><p>{seed.sentence}</p><img src="a.png"></html>\n--B\n'
        f"Content-Type: image/png\nContent-Location: a.png\nContent-Transfer-Encoding: base64\n\n{picture}\n--B--\n"
    ).encode()


def whole(seed: Seed) -> bytes:
    """Another Word paper."""
    return paper([drawn(RUN + SHOWN)(seed)])


def chunk(ending: str, made: Callable[[Seed], bytes]) -> Callable[[Seed], Piece]:
    def plant(seed: Seed) -> Piece:
        name = f"chunk{seed.number}"
        link = (name, "aFChunk", f"{name}.{ending}")
        return Piece(f'<w:altChunk r:id="{name}"/>', (link,), {f"word/{name}.{ending}": made(seed)})

    return plant


def embedded(ending: str, kind: str, made: Callable[[Seed], bytes]) -> Callable[[Seed], Piece]:
    def plant(seed: Seed) -> Piece:
        name = f"embedded{seed.number}"
        link = (name, kind, f"embeddings/{name}.{ending}")
        shown = f'<w:r><w:object><o:OLEObject xmlns:o="o" r:id="{name}"/></w:object></w:r>'
        return Piece(paragraph(shown), (link,), {f"word/embeddings/{name}.{ending}": made(seed)})

    return plant


def field_of(code: str, data: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


CHOICE = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="{}"/></w:ddList></w:ffData>'
    '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
NUMBERED = '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
NUMBERED += '<w:lvlText w:val="{}·%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'


def numbered(seed: Seed) -> Piece:
    body = paragraph("一项", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    lists = {"word/numbering.xml": part("numbering", NUMBERED.format(seed.sentence))}
    return Piece(body, (("numbering", "numbering", "numbering.xml"),), lists)


BODY = (
    Place("paragraph", drawn(RUN + SHOWN), READ, ROW),
    Place("heading", written('<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'), READ),
    Place("text split over runs", lambda seed: Piece(paragraph(*map(run, seed.sentence))), READ),
    Place("hyperlink", run_of(f"<w:hyperlink>{RUN}</w:hyperlink>"), READ),
    Place("smart tag and custom XML", run_of(f"<w:smartTag><w:customXml>{RUN}</w:customXml></w:smartTag>"), READ),
    Place("content control in a line", run_of(f"<w:sdt><w:sdtContent>{RUN}</w:sdtContent></w:sdt>"), READ),
    Place("content control over paragraphs", written(
        f"<w:sdt><w:sdtContent><w:p>{RUN}</w:p></w:sdtContent></w:sdt>"), READ),
    Place("tracked insertion", run_of(f"<w:ins>{RUN}</w:ins>"), READ),
    Place("tracked move", run_of(f"<w:moveTo>{RUN}</w:moveTo>"), READ),
    Place("tracked deletion", run_of("<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"), "看不见的文字"),
    Place("hidden run", run_of("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"), "看不见的文字"),
    Place("result of a field", run_of(field_of("REF a")), READ),
    Place("result of a simple field", run_of(f"<w:fldSimple w:instr='REF a'>{RUN}</w:fldSimple>"), READ),
    Place("text field of a form", run_of(field_of("FORMTEXT", "<w:ffData><w:textInput/></w:ffData>")), READ),
    Place("chosen entry of a form", run_of(CHOICE), READ),
    Place("text of automatic numbers", numbered, READ),
    Place("formula", run_of("<m:oMath xmlns:m='m'><m:r><m:t>{}</m:t></m:r></m:oMath>"), READ),
    Place("base of a ruby", run_of(f"<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>{RUN}"
                                   "</w:rubyBase></w:ruby></w:r>"), READ),
    Place("comment", lambda seed: Piece(
        paragraph("正文"), (("comments", "comments", "comments.xml"),),
        {"word/comments.xml": part("comments", f'<w:comment w:id="1">{paragraph(seed.sentence)}</w:comment>')},
    ), "批注"),
)  # fmt: skip
TABLES = (
    Place("cell of a table", lambda seed: Piece(table((paragraph(seed.sentence),))), READ),
    Place("cell of a nested table", lambda seed: Piece(table((table((paragraph(seed.sentence),)),))), READ),
    Place("picture in a cell", lambda seed: Piece(
        table((drawn(RUN + SHOWN)(seed).body,)), drawn("")(seed).links, drawn("")(seed).parts), READ, ROW),
    Place("row and cell in content controls", written(
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p>{RUN}</w:p></w:tc></w:sdtContent></w:sdt>"
        "</w:tr></w:sdtContent></w:sdt></w:tbl>"), READ),
)  # fmt: skip
DRAWINGS = (
    Place("text box of old", drawn(BOX.format(f"<w:p>{RUN}{SHOWN}</w:p>")), READ, ROW),
    Place("text box of now", drawn(NEW_BOX.format(f"<w:p>{RUN}{SHOWN}</w:p>")), READ, ROW),
    Place("table in a text box", run_of(BOX.format(table((f"<w:p>{RUN}</w:p>",)))), READ),
    Place("WordArt of old", run_of('<w:r><w:pict><v:shape id="s"><v:textpath string="{}"/></v:shape></w:pict></w:r>'),
          READ),
    Place("SmartArt", smart_art, READ, ROW),
    Place("title of a chart", chart(f"<c:title>{CHART_TEXT}</c:title>"), READ),
    Place("series of a chart", chart(SERIES), READ),
    Place("category of a chart", chart(CATEGORY), READ),
    Place("label of a chart", chart(LABEL), READ),
    Place("drawings on a chart", on_chart, READ, ROW),
    Place("filling of a chart", chart('<c:spPr><a:blipFill><a:blip r:embed="p"/></a:blipFill></c:spPr>'), "", ROW),
    Place("VML picture", drawn('<w:r><w:pict><v:shape><v:imagedata r:id="{id}"/></v:shape></w:pict></w:r>'), "", ROW),
    Place("filling of a VML shape", drawn('<w:r><w:pict><v:rect><v:fill r:id="{id}" type="frame"/></v:rect></w:pict>'
                                          "</w:r>"), "", ROW),
    Place("filling of a shape", drawn(GRAPHIC.format('<a:blipFill><a:blip r:embed="{id}"/></a:blipFill>')), "", ROW),
    Place("picture that the paper does not show", drawn("<w:del>" + SHOWN + "</w:del>"), "", ROW),
)  # fmt: skip
APART = (
    Place("header", of_own("header", "header", root="hdr"), READ, MARGIN),
    Place("footer", of_own("footer", "footer", root="ftr"), READ, MARGIN),
    Place("footnote", of_own("footnotes", "footnotes", '<w:footnote w:id="1">{}</w:footnote>'), READ, ROW),
    Place("endnote", of_own("endnotes", "endnotes", '<w:endnote w:id="1">{}</w:endnote>'), READ, ROW),
    Place("piece of a web page", chunk("html", html), READ, ROW),
    Place("piece of a saved web page", chunk("mht", saved_page), READ, ROW),
    Place("piece of a Word paper", chunk("docx", whole), READ, ROW),
    Place("embedded Word paper", embedded("docx", "package", whole), READ, ROW),
    Place("dropped file", embedded("bin", "oleObject", lambda seed: dropped("页.html", html(seed))), READ, ROW),
    Place("dropped picture", embedded("bin", "oleObject", lambda seed: dropped("图.png", seed.picture)), "", ROW),
)  # fmt: skip
PAPERS = (Paper("docx", "总结.docx", (*BODY, *TABLES, *DRAWINGS, *APART), paper),)
