"""Papers that LibreOffice opens beside OpenDocument: RTF, sheets in XML, and what it saves in old formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.nothing_lost import open_documents
from tests.nothing_lost.planting import LOST, READ, ROW, Paper, Place, Seed
from verifier.model import SourceFile, Terms
from verifier.readers import office


def spelt(text: str) -> str:
    """As RTF has characters beyond ASCII."""
    return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in text)


def within(around: str) -> Callable[[Seed], str]:
    """0 is the sentence, 1 the picture."""

    def plant(seed: Seed) -> str:
        size = "\\picw240\\pich240\\picwgoal3600\\pichgoal3600"
        return around.format(spelt(seed.sentence), f"{{\\pict\\pngblip{size} {seed.picture.hex()}}}")

    return plant


SHAPE = (
    "\\pard{{\\shp{{\\*\\shpinst\\shpleft0\\shptop0\\shpright4000\\shpbottom1000{{\\sp{{\\sn shapeType}}{{\\sv 202}}}}"
)
SHAPE += "{{\\shptxt \\pard {0}\\par}}}}}}\\par"
ROW_OF_TABLE = "\\trowd\\cellx4000\\cellx8000\\pard\\intbl {0}\\cell\\pard\\intbl {1}\\cell\\row\\pard "
FIELD = '\\pard {{\\field{{\\*\\fldinst HYPERLINK "http://a.cn"}}{{\\fldrslt {0}}}}}\\par '
REMARK = "\\pard 1{{\\*\\atnid a}}{{\\*\\atnauthor b}}\\chatn{{\\*\\annotation \\pard {0}}}\\par "
RICH = (
    Place("paragraph and picture", within("\\pard {0}\\par {1}\\par "), READ, ROW),
    Place("cell of a table", within(ROW_OF_TABLE), READ, ROW),
    Place("text box", within(SHAPE), READ),
    Place("result of a field", within(FIELD), READ),
    Place("footnote", within("\\pard {{\\chftn{{\\footnote\\pard {0}}}}}\\par "), READ),
    Place("remark", within(REMARK), "批注"),
    Place("header", within("{{\\header \\pard {0}\\par}}"), READ),
    Place("footer", within("{{\\footer \\pard {0}\\par}}"), READ),
)  # fmt: skip


def rich(pieces: Sequence[str]) -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg936 {''.join(pieces)}}}".encode("ascii")


def sheet(rows: str) -> Callable[[Seed], str]:
    around = '<Worksheet ss:Name="表{}"><Table>{}</Table></Worksheet>'
    return lambda seed: around.format(seed.number, rows.format(seed.sentence))


CELL = '<Row><Cell><Data ss:Type="String">{0}</Data></Cell></Row>'
OF_TYPES = CELL.replace("<Data", '<ss:Data xmlns="http://www.w3.org/TR/REC-html40"').replace("</Data", "</ss:Data")
OF_TYPES = OF_TYPES.replace("{0}", "<B>{0}</B>")
REMARKED = '<Row><Cell><Data ss:Type="String">甲</Data><Comment><ss:Data>{0}</ss:Data></Comment></Cell></Row>'
XML = (
    Place("cell", sheet(CELL), READ),
    Place("cell with types of its own", sheet(OF_TYPES), READ),
    Place("result of a formula", sheet('<Row><Cell ss:Formula="=R2C1"><Data ss:Type="String">{0}</Data></Cell></Row>'
                                       + CELL), READ),
    Place("hidden row", sheet(CELL.replace("<Row>", '<Row ss:Hidden="1">')), READ),
    Place("remark", sheet(REMARKED), LOST),  # by LibreOffice
)  # fmt: skip
MICROSOFT = "urn:schemas-microsoft-com:office"


def workbook(pieces: Sequence[str]) -> bytes:
    spaces = f'xmlns="{MICROSOFT}:spreadsheet" xmlns:ss="{MICROSOFT}:spreadsheet" xmlns:x="{MICROSOFT}:excel"'
    head = '<?xml version="1.0" encoding="utf-8"?><?mso-application progid="Excel.Sheet"?>'
    return f"{head}<Workbook {spaces}>{''.join(pieces)}</Workbook>".encode()


def saved_as(
    ending: str, paper: Paper[open_documents.Piece], folder: Path, others: Mapping[str, str] | None = None
) -> Paper[open_documents.Piece]:
    """The same paper as LibreOffice saves it in an old format; `others`: place → what else becomes of its sentence."""
    source = folder / paper.name
    source.write_bytes(paper.data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(office.CONVERTED, paper.format, ending)
        file = SourceFile(paper.name, "0", 1, "other", "read", None, source, format=paper.format)
        (made,) = office.convert((file,), folder / ending, Terms())
    assert isinstance(made, SourceFile) and made.stored is not None
    data = made.stored.read_bytes()
    places = tuple(replace(each, text=(others or {}).get(each.name, each.text)) for each in paper.places)
    return Paper(ending, f"{Path(paper.name).stem}.{ending}", places, lambda _: data)


PAPERS = (Paper("rtf", "总结.rtf", RICH, rich), Paper("xml-sheet", "台账.xml", XML, workbook))
