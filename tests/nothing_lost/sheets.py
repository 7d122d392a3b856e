"""Every place of a workbook (.xlsx, .xls, .ods) and of a table in text at which a sentence or a picture may stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.nothing_lost.planting import READ, ROW, Paper, Place, Seed
from tests.nothing_lost.word import CATEGORY, CHART_TEXT, LABEL, SERIES, whole
from tests.readers.packages import KIND, SPACES, Link, Parts, links, part, zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'


@dataclass(frozen=True, slots=True)
class Piece:
    """A sheet of its own: its rows and what follows them, the parts behind it, and how it refers to them."""

    rows: str = ""
    after: str = ""
    links: tuple[Link, ...] = ()
    parts: Parts = field(default_factory=dict)
    book: tuple[Link, ...] = ()
    """to what the whole workbook refers"""
    state: str = "visible"
    before: str = ""
    """what stands before the rows"""


def book(pieces: Sequence[Piece]) -> bytes:
    """A sheet a place."""
    listed = "".join(
        f'<sheet name="表{n}" sheetId="{n}" state="{piece.state}" r:id="s{n}"/>' for n, piece in enumerate(pieces, 1)
    )
    files: Parts = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": links(("main", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KIND}"><sheets>{listed}</sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": links(
            *((f"s{n}", "worksheet", f"worksheets/s{n}.xml") for n, _ in enumerate(pieces, 1)),
            *(link for piece in pieces for link in piece.book),
        ),
    }
    for number, piece in enumerate(pieces, 1):
        rows = f"{piece.before}<sheetData>{piece.rows}</sheetData>{piece.after}"
        files[f"xl/worksheets/s{number}.xml"] = f'<worksheet xmlns="{MAIN}" {SPACES}>{rows}</worksheet>'.encode()
        files[f"xl/worksheets/_rels/s{number}.xml.rels"] = links(*piece.links)
        files |= piece.parts
    return zipped(files)


def cell(text: str) -> str:
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def drawing(around: str, *more: Link, parts: Callable[[Seed], Parts] = lambda _: {}) -> Callable[[Seed], Piece]:
    """Something drawn on a sheet: a picture by its id, and maybe the sentence."""

    def plant(seed: Seed) -> Piece:
        name = f"d{seed.number}"
        inside = f"<xdr:twoCellAnchor><xdr:from><xdr:row>1</xdr:row></xdr:from>{around}</xdr:twoCellAnchor>"
        drawn = f"<xdr:wsDr {XDR} {SPACES}>{inside.format(seed.sentence, id='p')}</xdr:wsDr>"
        return Piece(
            cell("正文"),
            '<drawing r:id="d"/>',
            (("d", "drawing", f"../drawings/{name}.xml"),),
            {
                f"xl/drawings/{name}.xml": drawn.encode(),
                f"xl/drawings/_rels/{name}.xml.rels": links(("p", "image", f"../media/{name}.png"), *more),
                f"xl/media/{name}.png": seed.picture,
                **parts(seed),
            },
        )

    return plant


def charted(around: str) -> Callable[[Seed], Piece]:
    """A chart; each is drawn on a sheet of its own and has a part of its own."""

    def plant(seed: Seed) -> Piece:
        name = f"chart{seed.number}"
        inside = f"<c:chart><c:plotArea>{around.format(seed.sentence)}</c:plotArea></c:chart>"
        chart = {f"xl/charts/{name}.xml": part("chartSpace", inside, "c")}
        frame = '<xdr:graphicFrame><a:graphicData><c:chart r:id="c"/></a:graphicData></xdr:graphicFrame>'
        return drawing(frame, ("c", "chart", f"../charts/{name}.xml"), parts=lambda _: chart)(seed)

    return plant


def of_own(kind: str, root: str, around: str, more: Parts | None = None) -> Callable[[Seed], Piece]:
    """A part of its own to which the sheet refers."""

    def plant(seed: Seed) -> Piece:
        name = f"{kind}{seed.number}"
        inside = f'<{root} xmlns="{MAIN}">{around.format(seed.sentence)}</{root}>'
        return Piece(cell("正文"), "", (("o", kind, f"../{name}.xml"),), {f"xl/{name}.xml": inside.encode()})

    return plant


def shared(seed: Seed) -> Piece:
    strings = f'<sst xmlns="{MAIN}"><si><r><t>{seed.sentence[:4]}</t></r><r><t>{seed.sentence[4:]}</t></r></si></sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    return Piece(rows, parts={"xl/strings.xml": strings.encode()}, book=(("str", "sharedStrings", "strings.xml"),))


def in_cell(seed: Seed) -> Piece:
    """A picture that WPS shows in a cell by a formula."""
    pictures = '<etc:cellImages xmlns:etc="e" {}><etc:cellImage><xdr:pic {}><xdr:nvPicPr><xdr:cNvPr name="ID_A"/>'
    pictures += '</xdr:nvPicPr><xdr:blipFill><a:blip r:embed="p"/></xdr:blipFill></xdr:pic></etc:cellImage>'
    rows = '<row r="1"><c r="A1" t="str"><f>DISPIMG("ID_A",1)</f><v>=DISPIMG("ID_A",1)</v></c></row>'
    return Piece(
        rows,
        parts={
            "xl/cellimages.xml": f"{pictures.format(SPACES, XDR)}</etc:cellImages>".encode(),
            "xl/_rels/cellimages.xml.rels": links(("p", "image", "media/in_cell.png")),
            "xl/media/in_cell.png": seed.picture,
        },
        book=(("cells", "cellImage", "cellimages.xml"),),
    )


def referring(element: str, before: bool = False) -> Callable[[Seed], Piece]:
    """A picture to which the sheet itself refers."""

    def plant(seed: Seed) -> Piece:
        name = f"ground{seed.number}"
        link = ("g", "image", f"../media/{name}.png")
        return Piece(cell("正文"), element, (link,), {f"xl/media/{name}.png": seed.picture})

    return plant


def in_margin(seed: Seed) -> Piece:
    """A picture in the header of the printed pages."""
    vml = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="o"><v:shape><v:imagedata o:relid="p"/></v:shape></xml>'
    return Piece(
        cell("正文"),
        '<legacyDrawingHF r:id="v"/>',
        (("v", "vmlDrawing", "../drawings/margin.vml"),),
        {
            "xl/drawings/margin.vml": vml.encode(),
            "xl/drawings/_rels/margin.vml.rels": links(("p", "image", "../media/margin.png")),
            "xl/media/margin.png": seed.picture,
        },
    )


def smart_art(seed: Seed) -> Piece:
    point = f'<dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>{seed.sentence}</a:t></a:r></a:p></dgm:t></dgm:pt>'
    data = {"xl/diagrams/data.xml": part("dataModel", f"{point}</dgm:ptLst>", "dgm")}
    frame = '<xdr:graphicFrame><a:graphicData><dgm:relIds r:dm="c"/></a:graphicData></xdr:graphicFrame>'
    return drawing(frame, ("c", "diagramData", "../diagrams/data.xml"), parts=lambda _: data)(seed)


def embedded(seed: Seed) -> Piece:
    link = ("o", "package", "../embeddings/whole.docx")
    return Piece(cell("正文"), '<oleObjects><oleObject r:id="o"/></oleObjects>', (link,),
                 {"xl/embeddings/whole.docx": whole(seed)})  # fmt: skip


FOOTER = '<headerFooter><oddFooter>&amp;L&amp;"宋体"&amp;12第&amp;P页&amp;R{}</oddFooter></headerFooter>'
UNIT = f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0&quot;{{}}&quot;"/></numFmts>'
UNIT += '<cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>'
PICTURE = '<xdr:pic><xdr:blipFill><a:blip r:embed="{id}"/></xdr:blipFill></xdr:pic>'
BOX = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>{0}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
REMARK = '<commentList><comment ref="A1"><text><r><t>{}</t></r></text></comment></commentList>'
THREAD = '<threadedComment ref="A1"><text>{}</text></threadedComment>'
PLACES = (
    Place("cell", lambda seed: Piece(cell(seed.sentence)), READ),
    Place("cell with text in several types", shared, READ),
    Place("result of a formula", lambda seed: Piece(
        f'<row r="1"><c r="A1" t="str"><f>A2</f><v>{seed.sentence}</v></c></row>'), READ),
    Place("far cell", lambda seed: Piece(cell(seed.sentence).replace('"1"', '"9000"').replace("A1", "AZ9000")), READ),
    Place("merged cell", lambda seed: Piece(
        cell(seed.sentence), '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'), READ),
    Place("hidden sheet", lambda seed: Piece(cell(seed.sentence), state="hidden"), READ),
    Place("very hidden sheet", lambda seed: Piece(cell(seed.sentence), state="veryHidden"), READ),
    Place("hidden row", lambda seed: Piece(cell(seed.sentence).replace("<row", '<row hidden="1"')), READ),
    Place("unit of a number", lambda seed: Piece(
        '<row r="1"><c r="A1" s="1"><v>3</v></c></row>',
        parts={"xl/styles.xml": UNIT.format(seed.sentence).encode()},
        book=(("styles", "styles", "styles.xml"),)), READ),
    Place("picture on the sheet", drawing(PICTURE), "", ROW),
    Place("text box", drawing(BOX), READ),
    Place("group", drawing(f"<xdr:grpSp><xdr:grpSp>{BOX}{PICTURE}</xdr:grpSp></xdr:grpSp>"), READ, ROW),
    Place("filling of a shape", drawing('<xdr:sp><xdr:spPr><a:blipFill><a:blip r:embed="{id}"/></a:blipFill></xdr:spPr>'
                                        "</xdr:sp>"), "", ROW),
    Place("picture that WPS shows in a cell", in_cell, "", ROW),
    Place("ground of the sheet", referring('<picture r:id="g"/>'), "", ROW),
    Place("picture in a printed header", in_margin, "", ROW),
    Place("text in a printed header", lambda seed: Piece(
        cell("正文"), f"<headerFooter><oddHeader>&amp;C{seed.sentence}</oddHeader></headerFooter>"), READ),
    Place("text in a printed footer", lambda seed: Piece(cell("正文"), FOOTER.format(seed.sentence)), READ),
    Place("SmartArt", smart_art, READ),
    Place("title of a chart", charted(f"<c:title>{CHART_TEXT}</c:title>"), READ),
    Place("series of a chart", charted(SERIES), READ),
    Place("category of a chart", charted(CATEGORY), READ),
    Place("label of a chart", charted(LABEL), READ),
    Place("comment", of_own("comments", "comments", REMARK), "批注"),
    Place("threaded comment", of_own("threadedComment", "ThreadedComments", THREAD), "批注"),
    Place("embedded Word paper", embedded, READ, ROW),
)  # fmt: skip


def lines(pieces: Sequence[str]) -> bytes:
    return "\n".join(pieces).encode("gb18030")


RECORDS = (
    Place("cell", lambda seed: f"{seed.sentence},二", READ),
    Place("quoted cell", lambda seed: f'"甲,{seed.sentence}",二', READ),
    Place("second line in a cell", lambda seed: f'"甲\n{seed.sentence}",二', READ),
    Place("longer row", lambda seed: f"1,2,3,4,5,{seed.sentence}", READ),
)
PAPERS: tuple[Paper[Any], ...] = (
    Paper("xlsx", "台账.xlsx", PLACES, book),
    Paper("csv", "台账.csv", RECORDS, lines),
)
