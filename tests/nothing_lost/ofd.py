"""Every place of an OFD at which a sentence or a picture may stand; a page a place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.nothing_lost.planting import READ, ROW, Paper, Place, Seed
from tests.nothing_lost.word import html
from tests.readers.ofds import Sheet, ofd
from tests.readers.packages import zipped

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
OTHERS = "这一页上还有别的文字，占两行以上，因此不是扫描件，也不是空白页。"


@dataclass(frozen=True, slots=True)
class Piece:
    """What is drawn on a page, the pictures behind it, and what it adds to other parts."""

    drawn: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    parts: dict[str, bytes] = field(default_factory=dict)
    resources: str = ""
    common: str = ""
    """to what all pages of the paper have in common"""
    page: str = ""
    """to the page, before its content"""
    notes: str = ""
    """to what is annotated on the page"""


def paper(pieces: Sequence[Piece]) -> bytes:
    sheets = [Sheet(drawn=[piece.drawn]).text(20, 250, OTHERS).text(20, 260, OTHERS) for piece in pieces]
    made = _parts(ofd(sheets, {name: data for piece in pieces for name, data in piece.pictures.items()}))
    _put(made, "Doc_0/DocumentRes.xml", "</ofd:Res>", "".join(piece.resources for piece in pieces))
    _put(made, "Doc_0/Document.xml", "</ofd:CommonData>", "".join(piece.common for piece in pieces))
    listed = ""
    for number, piece in enumerate(pieces):
        _put(made, f"Doc_0/Pages/Page_{number}/Content.xml", "<ofd:Content>", piece.page)
        made |= {name.format(number): data.replace(b"{page}", b"%d" % number) for name, data in piece.parts.items()}
        if piece.notes:
            made[f"Doc_0/Annots/{number}.xml"] = f"<ofd:PageAnnot {SPACE}>{piece.notes}</ofd:PageAnnot>".encode()
            listed += f'<ofd:Page PageID="{number}"><ofd:FileLoc>Annots/{number}.xml</ofd:FileLoc></ofd:Page>'
    made["Doc_0/Annots.xml"] = f"<ofd:Annotations {SPACE}>{listed}</ofd:Annotations>".encode()
    _put(made, "Doc_0/Document.xml", "</ofd:Document>", "<ofd:Annotations>Annots.xml</ofd:Annotations>")
    return zipped(made)


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _put(parts: dict[str, bytes], name: str, before: str, more: str) -> None:
    parts[name] = parts[name].replace(before.encode(), (more + before).encode())


def both(seed: Seed) -> str:
    """What draws the sentence and the picture."""
    return "".join(Sheet().text(20, 40, seed.sentence).picture(f"p{seed.number}", 20, 60, 80, 60).drawn)


def drawn(around: str = "{}", **more: str) -> Callable[[Seed], Piece]:
    """Both within XML of the page; in `more` 0 is both, 1 the number of the place."""

    def plant(seed: Seed) -> Piece:
        said = {name: text.format(both(seed), seed.number) for name, text in more.items()}
        return Piece(around.format(both(seed), seed.number), {f"p{seed.number}": seed.picture}, **said)

    return plant


def template(order: str) -> Callable[[Seed], Piece]:
    def plant(seed: Seed) -> Piece:
        content = f'<ofd:Content><ofd:Layer ID="1">{both(seed)}</ofd:Layer></ofd:Content>'
        where = f"Doc_0/Tpls/{seed.number}.xml"
        return Piece(
            pictures={f"p{seed.number}": seed.picture},
            parts={where: f"<ofd:Page {SPACE}>{content}</ofd:Page>".encode()},
            common=f'<ofd:TemplatePage ID="t{seed.number}" BaseLoc="Tpls/{seed.number}.xml"/>',
            page=f'<ofd:Template TemplateID="t{seed.number}" ZOrder="{order}"/>',
        )

    return plant


def sealed(as_page: bool) -> Callable[[Seed], Piece]:
    """An electronic seal, whose picture is a PNG or a small OFD."""

    def plant(seed: Seed) -> Piece:
        inside = ofd([Sheet(80, 60).text(5, 8, seed.sentence).picture("p", 10, 12, 60, 48)], {"p": seed.picture})
        folder = f"Doc_0/Signs/Sign_{seed.number}"
        where = '<SignedInfo><StampAnnot PageRef="{page}" Boundary="100 150 80 60"/></SignedInfo>'
        signature = f"<Signature>{where}<SignedValue>/{folder}/SignedValue.dat</SignedValue></Signature>"
        value = b"\x30\x82\x01\x00ES" + (inside if as_page else seed.picture) + b"\x02\x01\x28"
        return Piece(parts={f"{folder}/Signature.xml": signature.encode(), f"{folder}/SignedValue.dat": value})

    return plant


def attached(seed: Seed) -> Piece:
    entry = '<ofd:Attachment ID="1" Name="附件" Format="html"><ofd:FileLoc>a.html</ofd:FileLoc></ofd:Attachment>'
    listed = f"<ofd:Attachments {SPACE}>{entry}</ofd:Attachments>"
    return Piece(parts={"Doc_0/Attachs/Attachments.xml": listed.encode(), "Doc_0/Attachs/a.html": html(seed)})


def remarked(seed: Seed) -> Piece:
    """What somebody wrote to a place that he marked."""
    return Piece(notes=f'<ofd:Annot ID="1" Type="Highlight"><ofd:Remark>{seed.sentence}</ofd:Remark></ofd:Annot>')


PATTERN = (
    '<ofd:PathObject ID="4" Boundary="0 0 210 297" Stroke="false" Fill="true"><ofd:FillColor>'
    '<ofd:Pattern Width="210" Height="297"><ofd:CellContent>{}</ofd:CellContent></ofd:Pattern></ofd:FillColor>'
    "<ofd:AbbreviatedData>M 0 0 L 210 0 L 210 297 L 0 297 C</ofd:AbbreviatedData></ofd:PathObject>"
)
UNIT = '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="u{1}"><ofd:Content>{0}</ofd:Content>'
UNIT += "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
NOTE = '<ofd:Annot ID="1" Type="{}"><ofd:Appearance Boundary="0 0 210 297">{{}}</ofd:Appearance></ofd:Annot>'
PLACES = (
    Place("text and picture of a page", drawn(), READ, ROW),
    Place("block in blocks", drawn("<ofd:PageBlock><ofd:PageBlock>{}</ofd:PageBlock></ofd:PageBlock>"), READ, ROW),
    Place("pattern that fills a path", drawn(PATTERN), READ, ROW),
    Place("unit that the page shows", drawn('<ofd:CompositeObject ID="9" Boundary="0 0 210 297" ResourceID="u{1}"/>',
                                            resources=UNIT), READ, ROW),
    Place("template behind the page", template("Background"), READ, ROW),
    Place("template before the page", template("Foreground"), READ, ROW),
    Place("stamp", drawn("", notes=NOTE.format("Stamp")), READ, ROW),
    Place("watermark", drawn("", notes=NOTE.format("Watermark")), READ, ROW),
    Place("highlight", drawn("", notes=NOTE.format("Highlight")), READ, ROW),
    Place("picture of a seal", sealed(False), "", ROW),
    Place("seal that is an OFD", sealed(True), READ, ROW),
    Place("attached file", attached, READ, ROW),
    Place("what is not shown", drawn('<ofd:PageBlock Visible="false">{}</ofd:PageBlock>'), "看不见", "看不见"),
    Place("remark of a note", remarked, "批注"),
)  # fmt: skip
PAPERS = (Paper("OFD", "材料.ofd", PLACES, paper),)
