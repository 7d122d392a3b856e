"""Every place of slides (.pptx) at which a sentence or a picture may stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.nothing_lost.planting import READ, ROW, Paper, Place, Seed
from tests.nothing_lost.word import CATEGORY, CHART_TEXT, LABEL, SERIES, whole
from tests.readers.packages import Link, Parts, part
from tests.readers.test_slides import SPACES, links, shape, table, talk


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on one slide, the parts behind it, and how the slide refers to them."""

    slide: str = ""
    links: tuple[Link, ...] = ()
    parts: Parts = field(default_factory=dict)


def deck(pieces: Sequence[Piece]) -> bytes:
    """A slide a place."""
    targets = {number: links(*piece.links) for number, piece in enumerate(pieces)}
    more = {name: data for piece in pieces for name, data in piece.parts.items()}
    return talk([piece.slide for piece in pieces], targets, more)


def shown(around: str) -> Callable[[Seed], Piece]:
    """Within XML of the slide: a picture by its id, and maybe the sentence."""

    def plant(seed: Seed) -> Piece:
        name = f"p{seed.number}.png"
        link = ("p", "image", f"../media/{name}")
        return Piece(around.format(seed.sentence, id="p"), (link,), {f"ppt/media/{name}": seed.picture})

    return plant


def of_own(kind: str, root: str, slide: str = "", around: str = "") -> Callable[[Seed], Piece]:
    """A part of its own to which the slide refers."""

    def plant(seed: Seed) -> Piece:
        name = f"{kind}{seed.number}"
        said = (around or shape("{0}") + PICTURE).format(seed.sentence, id="p")
        picture = ("p", "image", f"../media/{name}.png")
        return Piece(
            slide or shape("正文"),
            (("o", kind, f"../{kind}/{name}.xml"),),
            {
                f"ppt/{kind}/{name}.xml": f"<p:{root} {SPACES}>{said}</p:{root}>".encode(),
                f"ppt/{kind}/_rels/{name}.xml.rels": links(picture).encode(),
                f"ppt/media/{name}.png": seed.picture,
            },
        )

    return plant


def graphic(kind: str, root: str, prefix: str, slide: str, around: str) -> Callable[[Seed], Piece]:
    def plant(seed: Seed) -> Piece:
        name = f"{root}{seed.number}"
        picture = ("p", "image", f"../media/{name}.png")
        return Piece(
            f"<p:graphicFrame>{slide}</p:graphicFrame>",
            (("o", kind, f"../graphics/{name}.xml"),),
            {
                f"ppt/graphics/{name}.xml": part(root, around.format(seed.sentence), prefix),
                f"ppt/graphics/_rels/{name}.xml.rels": links(picture).encode(),
                f"ppt/media/{name}.png": seed.picture,
            },
        )

    return plant


def master(seed: Seed) -> Piece:
    """Behind a layout that shows nothing of its own."""
    plain = of_own("slideMaster", "sldMaster")(seed)
    layout = f"ppt/layout{seed.number}.xml"
    return Piece(
        plain.slide,
        (("o", "slideLayout", f"../layout{seed.number}.xml"),),
        {
            **plain.parts,
            layout: f"<p:sldLayout {SPACES}/>".encode(),
            f"ppt/_rels/layout{seed.number}.xml.rels": links(
                ("m", "slideMaster", f"slideMaster/slideMaster{seed.number}.xml")
            ).encode(),
        },
    )


def embedded(seed: Seed) -> Piece:
    frame = '<p:graphicFrame><p:oleObj r:id="o"><p:embed/><p:pic><p:blipFill><a:blip r:embed="p"/></p:blipFill></p:pic>'
    return Piece(
        f"{frame}</p:oleObj></p:graphicFrame>",
        (("o", "package", "../embeddings/whole.docx"),),
        {"ppt/embeddings/whole.docx": whole(seed)},
    )


PICTURE = '<p:pic><p:blipFill><a:blip r:embed="{id}"/></p:blipFill></p:pic>'
CHART = '<c:chart xmlns:c="c" r:id="o"/>'
SMART_ART = '<dgm:relIds xmlns:dgm="d" r:dm="o"/>'
POINT = '<dgm:ptLst><dgm:pt modelId="1"><dgm:spPr><a:blipFill><a:blip r:embed="p"/></a:blipFill></dgm:spPr><dgm:t>'
POINT += "<a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"


def charted(around: str) -> Callable[[Seed], Piece]:
    return graphic("chart", "chartSpace", "c", CHART, f"<c:chart>{around}</c:chart>")


FRAME = '<p:pic><p:nvPicPr><p:nvPr><a:videoFile r:link="v"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="{id}"/>'
FRAME += "</p:blipFill></p:pic>"
CELL = '<p:graphicFrame><a:tbl><a:tr><a:tc><a:tcPr><a:blipFill><a:blip r:embed="{id}"/></a:blipFill></a:tcPr></a:tc>'
CELL += "</a:tr></a:tbl></p:graphicFrame>"
FILLED = '<p:sp><p:spPr><a:blipFill><a:blip r:embed="{id}"/></a:blipFill></p:spPr></p:sp>'
BULLET = (
    '<p:sp><p:txBody><a:p><a:pPr><a:buBlip><a:blip r:embed="{id}"/></a:buBlip></a:pPr><a:r><a:t>{0}</a:t></a:r></a:p>'
)
BULLET += "</p:txBody></p:sp>"
NEWER = f'<mc:AlternateContent xmlns:mc="m"><mc:Choice>{shape("{0}")}</mc:Choice><mc:Fallback/></mc:AlternateContent>'

PLACES = (
    Place("title and picture", shown(shape("{0}", title=True) + PICTURE), READ, ROW),
    Place("text box", shown(shape("{0}")), READ),
    Place("field", shown(shape("").replace("<a:r><a:t></a:t></a:r>", "<a:fld><a:t>{0}</a:t></a:fld>")), READ),
    Place("cell of a table", shown(table(("{0}",))), READ),
    Place("filling of a cell", shown(CELL), "", ROW),
    Place("group in a group", shown(f"<p:grpSp><p:grpSp>{shape('{0}')}{PICTURE}</p:grpSp></p:grpSp>"), READ, ROW),
    Place("filling of a shape", shown(FILLED), "", ROW),
    Place("picture as a bullet", shown(BULLET), READ, ROW),
    Place("newer drawing beside an older", shown(NEWER), READ),
    Place("formula", shown(
        '<p:sp><p:txBody><a:p><m:oMath xmlns:m="m"><m:r><m:t>{0}</m:t></m:r></m:oMath></a:p></p:txBody></p:sp>'), READ),
    Place("frame that stands for a film", shown(FRAME), "", ROW),
    Place("ground of the slide", shown(
        '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="{id}"/></a:blipFill></p:bgPr></p:bg>' + shape("{0}")), READ, ROW),
    Place("notes", of_own("notesSlide", "notes"), READ, ROW),
    Place("layout", of_own("slideLayout", "sldLayout"), READ, ROW),
    Place("master", master, READ, ROW),
    Place("comment", of_own("comments", "cmLst", around="<p:cm><p:text>{0}</p:text></p:cm>"), "批注"),
    Place("newer comment", of_own("comments", "cmLst", around="<p:cm><p:txBody><a:p><a:r><a:t>{0}</a:t></a:r></a:p>"
                                  "</p:txBody></p:cm>"), "批注"),
    Place("SmartArt", graphic("diagramData", "dataModel", "dgm", SMART_ART, POINT), READ, ROW),
    Place("title of a chart", charted(f"<c:title>{CHART_TEXT}</c:title>"), READ),
    Place("series of a chart", charted(SERIES), READ),
    Place("category of a chart", charted(CATEGORY), READ),
    Place("label of a chart", charted(LABEL), READ),
    Place("filling of a chart", charted('<c:spPr><a:blipFill><a:blip r:embed="p"/></a:blipFill></c:spPr>'), "", ROW),
    Place("embedded Word paper", embedded, READ, ROW),
    Place("hidden slide", lambda seed: Piece(shape(seed.sentence)), READ),
)  # fmt: skip
PAPERS = (Paper("pptx", "汇报.pptx", PLACES, deck),)
