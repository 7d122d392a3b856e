"""OFD papers made from nothing, and the same paper as an OFD that a PDF shows."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_MM = 25.4 / 72
_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


@dataclass
class Sheet:
    """A page in millimetres and what is drawn on it, in order."""

    width: float = 210
    height: float = 297
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 4.2, steps: Sequence[float] = ()) -> Sheet:
        """A line whose first character stands on x, y; `steps` from one character to the next."""
        given = " ".join(f"{step:.3f}" for step in steps) or f"g {max(1, len(text) - 1)} {size}"
        box = f"{x:.3f} {y - size:.3f} {self.width - x:.3f} {size * 1.2:.3f}"
        self.drawn.append(
            f'<ofd:TextObject ID="1" Boundary="{box}" Font="3" Size="{size:.3f}">'
            f'<ofd:TextCode X="0" Y="{size:.3f}" DeltaX="{given}">{escape(text)}</ofd:TextCode></ofd:TextObject>'
        )
        return self

    def box(self, left: float, top: float, right: float, bottom: float) -> Sheet:
        """A rectangle, or a ruling that is one."""
        wide, high = right - left, bottom - top
        path = f"M 0 0 L {wide:.3f} 0 L {wide:.3f} {high:.3f} L 0 {high:.3f} C"
        self.drawn.append(
            f'<ofd:PathObject ID="1" Boundary="{left:.3f} {top:.3f} {wide:.3f} {high:.3f}" LineWidth="0.25">'
            f"<ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>"
        )
        return self

    def picture(self, name: str, left: float, top: float, wide: float, high: float) -> Sheet:
        place = f"{left:.3f} {top:.3f} {wide:.3f} {high:.3f}"
        self.drawn.append(
            f'<ofd:ImageObject ID="1" ResourceID={quoteattr(name)} Boundary="{place}" '
            f'CTM="{wide:.3f} 0 0 {high:.3f} 0 0"/>'
        )
        return self


def ofd(
    sheets: Sequence[Sheet], pictures: Mapping[str, bytes] | None = None, parts: Mapping[str, bytes] | None = None
) -> bytes:
    """The package; pictures by the name that a sheet gives them, other parts as they are."""
    files: dict[str, str | bytes] = {
        "OFD.xml": f"<ofd:OFD {_SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        "</ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n, _ in enumerate(sheets))
        + "</ofd:Pages></ofd:Document>",
        "Doc_0/DocumentRes.xml": f'<ofd:Res {_SPACE} BaseLoc="Res"><ofd:MultiMedias>'
        + "".join(
            f'<ofd:MultiMedia ID={quoteattr(name)} Type="Image"><ofd:MediaFile>{name}</ofd:MediaFile></ofd:MultiMedia>'
            for name in pictures or ()
        )
        + "</ofd:MultiMedias></ofd:Res>",
    }
    for number, sheet in enumerate(sheets):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {_SPACE}><ofd:Area><ofd:PhysicalBox>0 0 {sheet.width} {sheet.height}</ofd:PhysicalBox>"
            "</ofd:Area>"
            f'<ofd:Content><ofd:Layer ID="1">{"".join(sheet.drawn)}</ofd:Layer></ofd:Content></ofd:Page>'
        )
    files |= {f"Doc_0/Res/{name}": data for name, data in (pictures or {}).items()} | dict(parts or {})
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return target.getvalue()


def ofd_of_pdf(data: bytes) -> bytes:
    """The same pages: each character, ruling and picture at its place."""
    sheets, pictures = [], {}
    pdf = pdfium.PdfDocument(data)
    with pdfplumber.open(io.BytesIO(data)) as plumber:
        for number, page in enumerate(plumber.pages):
            sheet = Sheet(float(page.width) * _MM, float(page.height) * _MM)
            for name, box, raw in _pictures(pdf[number], number):
                pictures[name] = raw
                sheet.picture(name, *box)
            for ruling in (*page.rects, *page.lines):
                sheet.box(*(float(ruling[side]) * _MM for side in ("x0", "top", "x1", "bottom")))
            for line in _lines(page.chars):
                starts = [float(char["x0"]) * _MM for char in line]
                steps = [after - before for before, after in pairwise(starts)]
                base = (float(line[0]["bottom"]) - 0.12 * float(line[0]["size"])) * _MM
                text = "".join(_plain(char["text"]) for char in line)
                sheet.text(starts[0], base, text, float(line[0]["size"]) * _MM, steps)
            sheets.append(sheet)
    return ofd(sheets, pictures)


def _plain(char: str) -> str:
    """A radical that a PDF names for a character is that character."""
    return unicodedata.normalize("NFKC", char)[:1] if "\u2e80" <= char[:1] <= "\u2fdf" else char[:1]


def _lines(chars: Sequence[Any]) -> Iterator[list[Any]]:
    line: list[Any] = []
    for char in chars:
        if line and (abs(char["bottom"] - line[-1]["bottom"]) > 1 or char["x0"] < line[-1]["x0"]):
            yield line
            line = []
        line.append(char)
    if line:
        yield line


def _pictures(page: Any, number: int) -> Iterator[tuple[str, tuple[float, float, float, float], bytes]]:
    height = page.get_height()
    for index, each in enumerate(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])):
        left, bottom, right, top = each.get_bounds()
        target = io.BytesIO()
        each.get_bitmap(render=True).to_pil().save(target, "PNG")
        box = tuple(side * _MM for side in (left, height - top, right - left, top - bottom))
        yield f"image_{number}_{index}.png", box, target.getvalue()  # type: ignore[misc]
