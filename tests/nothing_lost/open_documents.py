"""Every place of papers, workbooks and slides of OpenDocument at which a sentence or a picture may stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.nothing_lost.planting import READ, ROW, Paper, Place, Seed
from tests.readers.packages import zipped

_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{name}="{_OPEN}:{space}:1.0"'
    for name, space in (
        *(("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"), ("style", "style")),
        *(("table", "table"), ("presentation", "presentation"), ("manifest", "manifest"), ("chart", "chart")),
        ("fo", "xsl-fo-compatible"),
    )
)
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"'
MEDIA = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in the body, what stands on every page, and parts of its own."""

    body: str = ""
    master: str = ""
    parts: dict[str, bytes] = field(default_factory=dict)


def paper(kind: str) -> Callable[[Sequence[Piece]], bytes]:
    def made(pieces: Sequence[Piece]) -> bytes:
        body, master = "".join(piece.body for piece in pieces), "".join(piece.master for piece in pieces)
        parts = {name: data for piece in pieces for name, data in piece.parts.items()}
        listed = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{media_type(name)}"/>'
            for name in ("content.xml", "styles.xml", *parts)
        )
        layout = '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" '
        layout += 'fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout>'
        styles = f"<office:automatic-styles>{layout}</office:automatic-styles><office:master-styles>"
        styles += (
            f'<style:master-page style:name="{MASTER[kind]}" style:page-layout-name="L">{master}</style:master-page>'
        )
        return zipped(
            {
                "mimetype": f"{MEDIA}{kind}".encode(),
                "content.xml": f"<office:document-content {SPACES}>{AUTOMATIC}<office:body><office:{kind}>{body}"
                f"</office:{kind}></office:body></office:document-content>".encode(),
                "styles.xml": f"<office:document-styles {SPACES}>{styles}</office:master-styles>"
                "</office:document-styles>".encode(),
                "META-INF/manifest.xml": f'<manifest:manifest {SPACES}><manifest:file-entry manifest:full-path="/" '
                f'manifest:media-type="{MEDIA}{kind}"/>{listed}</manifest:manifest>'.encode(),
                **parts,
            }
        )

    return made


def media_type(name: str) -> str:
    return f"{MEDIA}chart" if name.endswith("/") else "text/xml" if name.endswith(".xml") else "image/png"


MASTER = {"text": "Standard", "spreadsheet": "Default", "presentation": "M"}
AUTOMATIC = '<office:automatic-styles><style:style style:name="H" style:family="table"><style:table-properties '
AUTOMATIC += 'table:display="false"/></style:style></office:automatic-styles>'
IMAGE = '<draw:frame svg:x="1cm" svg:y="5cm" svg:width="4cm" svg:height="4cm" text:anchor-type="as-char"><draw:image '
IMAGE += 'xlink:href="Pictures/{1}.png" xlink:type="simple"/></draw:frame>'
P = "<text:p>{0}</text:p>"


def within(around: str, master: str = "") -> Callable[[Seed], Piece]:
    """0 is the sentence, 1 the number of the place and name of its picture."""

    def plant(seed: Seed) -> Piece:
        shown = {f"Pictures/{seed.number}.png": seed.picture} if "{1}.png" in around + master else {}
        return Piece(around.format(seed.sentence, seed.number), master.format(seed.sentence, seed.number), shown)

    return plant


def _figures(row: Sequence[str]) -> str:
    kinds = ("float" if each.isdigit() else "string" for each in row)
    cells = (
        f'<table:table-cell office:value-type="{kind}" office:value="{each}"><text:p>{each}</text:p></table:table-cell>'
        for kind, each in zip(kinds, row, strict=True)
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def charted(around: str) -> Callable[[Seed], Piece]:
    """A chart with its title and figures, within a frame."""

    def plant(seed: Seed) -> Piece:
        folder = f"Object {seed.number}"
        rows = "".join(map(_figures, (("", "人数"), ("甲", "31"), ("乙", "32"))))
        chart = (
            f'<office:chart><chart:chart svg:width="8cm" svg:height="6cm" chart:class="chart:bar"><chart:title><text:p>'
            f"{seed.sentence}</text:p></chart:title><chart:plot-area chart:data-source-has-labels='both' "
            "table:cell-range-address='local-table.A1:local-table.B3'><chart:series chart:values-cell-range-address="
            "'local-table.B2:local-table.B3' chart:label-cell-address='local-table.B1'><chart:data-point "
            "chart:repeated='2'/></chart:series></chart:plot-area><table:table table:name='local-table'>"
            f"<table:table-columns><table:table-column/></table:table-columns><table:table-rows>{rows}</table:table-rows></table:table>"
            "</chart:chart></office:chart>"
        )
        content = f"<office:document-content {SPACES}><office:body>{chart}</office:body></office:document-content>"
        frame = '<draw:frame svg:width="8cm" svg:height="6cm" text:anchor-type="as-char"><draw:object '
        frame += f'xlink:href="./{folder}" xlink:type="simple"/></draw:frame>'
        return Piece(around.format(frame), parts={f"{folder}/": b"", f"{folder}/content.xml": content.encode()})

    return plant


CELL = '<table:table-cell office:value-type="string">{}</table:table-cell>'
TABLE = '<table:table table:name="表{1}">{2}<table:table-column/><table:table-row>{3}</table:table-row></table:table>'


def table(inside: str, before: str = "") -> str:
    return TABLE.format("", "{1}", before, CELL.format(inside))


NOTE = '<text:p>正文<text:note text:note-class="{}"><text:note-citation>1</text:note-citation><text:note-body>{}'
NOTE += "</text:note-body></text:note></text:p>"
BOX = '<draw:frame svg:width="6cm" svg:height="2cm" text:anchor-type="paragraph"><draw:text-box>{}</draw:text-box>'
BOX += "</draw:frame>"
SHAPE = '<draw:custom-shape svg:x="1cm" svg:y="1cm" svg:width="6cm" svg:height="2cm" text:anchor-type="paragraph">{}'
SHAPE += (
    '<draw:enhanced-geometry svg:viewBox="0 0 9 9" draw:type="rectangle" draw:enhanced-path="M 0 0 L 9 0 9 9 0 9 Z"/>'
)
SHAPE += "</draw:custom-shape>"
REMARK = "<office:annotation><dc:creator>甲</dc:creator><text:p>{0}</text:p></office:annotation>"
TEXTS = (
    Place("paragraph and picture", within(f"<text:p>{{0}}{IMAGE}</text:p>"), READ, ROW),
    Place("heading", within('<text:h text:outline-level="1">{0}</text:h>'), READ),
    Place("item of a list", within(f"<text:list><text:list-item>{P}</text:list-item></text:list>"), READ),
    Place("section", within(f'<text:section text:name="S{{1}}">{P}</text:section>'), READ),
    Place(
        "link", within("<text:p><text:a xlink:href='http://example.cn' xlink:type='simple'>{0}</text:a></text:p>"), READ
    ),
    Place("cell of a table", within(table(f"<text:p>{{0}}{IMAGE}</text:p>") + "<text:p/>"), READ, ROW),
    Place("table in a table", within(table(table(P).replace("表", "内")) + "<text:p/>"), READ),
    Place("text box", within(f"<text:p>{BOX.format(P)}</text:p>"), READ),
    Place("picture in a text box", within(f"<text:p>{BOX.format(f'<text:p>{IMAGE}</text:p>')}</text:p>"), "", ROW),
    Place("shape", within(f"<text:p>{SHAPE.format(P)}</text:p>"), READ),
    Place("footnote", within(NOTE.format("footnote", P)), READ),
    Place("endnote", within(NOTE.format("endnote", P)), READ),
    Place("chart", charted("<text:p>{}</text:p>"), READ),
    Place("filled field", within('<text:p><text:text-input text:description="d">{0}</text:text-input></text:p>'), READ),
    Place("remark", within(f"<text:p>正文{REMARK}</text:p>"), "批注"),
    Place("header", within("", f"<style:header>{P}</style:header>"), READ),
    Place("footer", within("", f"<style:footer>{P}</style:footer>"), READ),
)
TABLES = (
    Place("cell", within(table(P)), READ),
    Place("picture in a cell", within(table(f"{P}{IMAGE}")), READ, ROW),
    Place("picture on the sheet", within(table(P, f"<table:shapes>{IMAGE}</table:shapes>")), READ, ROW),
    Place("text box in a cell", within(table(f"<text:p>甲</text:p>{BOX.format(P)}")), READ),
    Place(
        "shape on the sheet",
        within(table("<text:p>甲</text:p>", f"<table:shapes>{SHAPE.format(P)}</table:shapes>")),
        READ,
    ),
    Place("chart", charted(table("<text:p>甲</text:p>{{}}").replace("{1}", "图").format("{}")), READ),
    Place("hidden sheet", within(table(P).replace("<table:table ", '<table:table table:style-name="H" ', 1)), READ),
    Place("remark", within(table(f"{REMARK}<text:p>甲</text:p>")), "批注"),
    Place("printed header", within("", f"<style:header>{P}</style:header>"), READ),
    Place("printed footer", within("", f"<style:footer>{P}</style:footer>"), READ),
)
PAGE = '<draw:page draw:name="p{1}" draw:master-page-name="M">{0}</draw:page>'


def slide(inside: str) -> Callable[[Seed], Piece]:
    return within(PAGE.format(inside, "{1}"))


FRAME = '<draw:frame svg:x="1cm" svg:y="1cm" svg:width="9cm" svg:height="3cm">{}</draw:frame>'
TEXT_BOX = FRAME.format(f"<draw:text-box>{P}</draw:text-box>")
SLIDES = (
    Place("text box and picture", slide(TEXT_BOX + IMAGE), READ, ROW),
    Place("shape", slide(SHAPE.format(P)), READ),
    Place("group", slide(f"<draw:g>{TEXT_BOX}{IMAGE}</draw:g>"), READ, ROW),
    Place("cell of a table", slide(FRAME.format(table(P))), READ),
    Place("chart", charted(PAGE.format("{0}", "图").replace("{0}", "{}")), READ),
    Place("notes", slide(f"<presentation:notes>{TEXT_BOX}</presentation:notes>"), READ),
    Place("remark", slide(REMARK), "批注"),
)  # fmt: skip
PAPERS = (
    Paper("odt", "总结.odt", TEXTS, paper("text")),
    Paper("odp", "汇报.odp", SLIDES, paper("presentation")),
)
SHEETS = (Paper("ods", "台账.ods", TABLES, paper("spreadsheet")),)
