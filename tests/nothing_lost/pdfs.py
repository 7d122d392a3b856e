"""Every place of a PDF at which a sentence or a picture may stand; a page a place."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from tests.bundle.test_inside import clipped
from tests.nothing_lost.planting import READ, ROW, Paper, Place, Seed
from tests.nothing_lost.word import html

Piece = Callable[[pikepdf.Pdf, pikepdf.Object], str]
"""puts what it needs into a paper and on a page, and gives what the page draws"""
LINES = "".join(f"BT /F 12 Tf 40 {y} Td (The text of a page that has more than one line) Tj ET " for y in (100, 120))


def paper(pieces: Sequence[Piece]) -> bytes:
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    held = pdf.make_indirect(font)
    for piece in pieces:
        pdf.add_blank_page(page_size=(600, 800))
        page = pdf.pages[-1].obj
        page.Resources = Dictionary(Font=Dictionary(F=held), XObject=Dictionary())
        page.Contents = pdf.make_stream((LINES + piece(pdf, page)).encode("latin-1"))
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def words(text: str) -> str:
    return f"BT /F 14 Tf 40 700 Td ({text}) Tj ET "


def written(around: str) -> Callable[[Seed], Piece]:
    """The sentence within operators of the page."""
    return lambda seed: lambda *_: around.format(seed.sentence)


def raster(pdf: pikepdf.Pdf, data: bytes, **more: pikepdf.Object) -> pikepdf.Stream:
    pixels = Image.open(io.BytesIO(data)).convert("RGB")
    return pdf.make_stream(
        pixels.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=pixels.width, Height=pixels.height,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8, **more,
    )  # fmt: skip


SHOW = "q 240 0 0 180 40 400 cm /P Do Q "


def form(pdf: pikepdf.Pdf, page: pikepdf.Object, seed: Seed, **more: pikepdf.Object) -> pikepdf.Stream:
    """A form that shows both."""
    made = pdf.make_stream((words(seed.sentence) + SHOW).encode(), Type=Name.XObject, Subtype=Name.Form, **more)
    made.BBox = Array([0, 0, 600, 800])
    made.Resources = Dictionary(Font=page.Resources.Font, XObject=Dictionary(P=raster(pdf, seed.picture)))
    return made


def on_page(seed: Seed) -> Piece:
    def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
        page.Resources.XObject["/P"] = raster(pdf, seed.picture)
        return words(seed.sentence) + SHOW

    return drawn


def as_jpeg(seed: Seed) -> Piece:
    def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
        target = io.BytesIO()
        pixels = Image.open(io.BytesIO(seed.picture)).convert("RGB")
        pixels.save(target, "JPEG", quality=95)
        page.Resources.XObject["/P"] = pdf.make_stream(
            target.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=pixels.width, Height=pixels.height,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
        )  # fmt: skip
        return SHOW

    return drawn


def with_mask(seed: Seed) -> Piece:
    def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
        mask = pdf.make_stream(
            b"\xff", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )  # fmt: skip
        page.Resources.XObject["/P"] = raster(pdf, seed.picture, SMask=mask)
        return SHOW

    return drawn


def stencil(seed: Seed) -> Piece:
    """A picture of one bit, drawn in the colour of the page's type: how faxes and some scanners keep a page."""

    def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
        dark = ~np.asarray(Image.open(io.BytesIO(seed.picture)).convert("1"))
        page.Resources.XObject["/P"] = pdf.make_stream(
            np.packbits(~dark, axis=1).tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=240, Height=240,
            ImageMask=True, BitsPerComponent=1,
        )  # fmt: skip
        return "0 g " + SHOW

    return drawn


def inline(seed: Seed) -> Piece:
    def drawn(_pdf: pikepdf.Pdf, _page: pikepdf.Object) -> str:
        pixels = Image.open(io.BytesIO(seed.picture)).convert("RGB")
        data = pixels.tobytes().hex()
        return f"q 240 0 0 180 40 400 cm BI /W 240 /H 240 /CS /RGB /BPC 8 /F /AHx ID {data}> EI Q "

    return drawn


def within_form(depth: int) -> Callable[[Seed], Piece]:
    def plant(seed: Seed) -> Piece:
        def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
            made = form(pdf, page, seed)
            for _ in range(depth - 1):
                outer = pdf.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 600, 800]))
                outer.Resources = Dictionary(XObject=Dictionary(X=made))
                made = outer
            page.Resources.XObject["/X"] = made
            return "/X Do "

        return drawn

    return plant


def layered(state: Name) -> Callable[[Seed], Piece]:
    """In a layer that is on or off."""

    def plant(seed: Seed) -> Piece:
        def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
            layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"Layer {seed.number}")))
            told = pdf.Root.get("/OCProperties") or Dictionary(
                OCGs=Array([]), D=Dictionary(ON=Array([]), OFF=Array([]))
            )
            pdf.Root.OCProperties = told
            pdf.Root.OCProperties.OCGs.append(layer)
            pdf.Root.OCProperties.D[state].append(layer)
            page.Resources.Properties = Dictionary(L=layer)
            page.Resources.XObject["/P"] = raster(pdf, seed.picture)
            return f"/OC /L BDC {words(seed.sentence)}{SHOW} EMC "

        return drawn

    return plant


def tiled(seed: Seed) -> Piece:
    def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
        pattern = form(pdf, page, seed)
        del pattern.Subtype, pattern.Type
        pattern.Type, pattern.PatternType, pattern.PaintType, pattern.TilingType = Name.Pattern, 1, 1, 1
        pattern.XStep, pattern.YStep = 600, 800
        page.Resources.Pattern = Dictionary(T=pattern)
        return "/Pattern cs /T scn 30 390 300 340 re f "

    return drawn


def own_letters(seed: Seed) -> Piece:
    """A font whose letters are drawings; what they stand for is told beside."""

    def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
        letters = sorted(set(seed.sentence))
        box = pdf.make_stream(b"500 0 d0 50 0 400 600 re f")
        names = [f"/l{ord(char)}" for char in letters]
        differences: list[object] = []
        for char, name in zip(letters, names, strict=True):
            differences += [ord(char), Name(name)]
        pairs = "".join(f"<{ord(char):02x}> <{ord(char):04x}>\n" for char in letters)
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
            f"1 begincodespacerange <00> <ff> endcodespacerange {len(letters)} beginbfchar\n"
            f"{pairs}endbfchar endcmap end end"
        )
        page.Resources.Font["/T3"] = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]), FirstChar=32, LastChar=126,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(dict.fromkeys(names, box)),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array(differences)), Widths=Array([500] * 95),
            Resources=Dictionary(), ToUnicode=pdf.make_stream(cmap.encode()),
        )  # fmt: skip
        return f"BT /T3 14 Tf 40 700 Td ({seed.sentence}) Tj ET "

    return drawn


def note(kind: Name, appearance: bool = True, **more: pikepdf.Object) -> Callable[[Seed], Piece]:
    """An annotation, with or without how it looks."""

    def plant(seed: Seed) -> Piece:
        def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
            said = {"Contents": String(f"10 {seed.sentence}")} if kind not in (Name.Stamp, Name.Widget) else {}
            each = Dictionary(Type=Name.Annot, Subtype=kind, Rect=Array([0, 0, 600, 800]), F=4, **said, **more)
            if appearance:
                each.AP = Dictionary(N=form(pdf, page, seed))
            else:
                each.Rect = Array([40, 600, 440, 640])
            page.Annots = Array([pdf.make_indirect(each)])
            return ""

        return drawn

    return plant


def field(appearance: bool) -> Callable[[Seed], Piece]:
    """A field of a form that is filled in."""

    def plant(seed: Seed) -> Piece:
        def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
            each = Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"f{seed.number}"), V=String(seed.sentence),
                Rect=Array([40, 600, 400, 640]), F=4, DA=String("/F 14 Tf 0 g"),
            )  # fmt: skip
            if appearance:
                inside = f"/Tx BMC q BT /F 14 Tf 0 g 2 10 Td ({seed.sentence}) Tj ET Q EMC"
                look = pdf.make_stream(
                    inside.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 360, 40])
                )
                look.Resources = Dictionary(Font=page.Resources.Font)
                each.AP = Dictionary(N=look)
            held = pdf.make_indirect(each)
            page.Annots = Array([held])
            if "/AcroForm" not in pdf.Root:
                pdf.Root.AcroForm = Dictionary(Fields=Array([]), DR=Dictionary(Font=page.Resources.Font))
            pdf.Root.AcroForm.Fields.append(held)
            return ""

        return drawn

    return plant


def attached(seed: Seed) -> Piece:
    def drawn(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> str:
        for name, data in (("a.html", html(seed)),):
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data, filename=name)
        return ""

    return drawn


def paper_clip(seed: Seed) -> Piece:
    def drawn(pdf: pikepdf.Pdf, page: pikepdf.Object) -> str:
        page.Annots = Array([pdf.make_indirect(clipped(pdf, "b.html", html(seed)))])
        return ""

    return drawn


UNSEEN, REMARK = "看不见的文字", "批注"
PLACES = (
    Place("text and picture of a page", on_page, READ, ROW),
    Place("picture that is a JPEG", as_jpeg, "", ROW),
    Place("picture with a mask", with_mask, "", ROW),
    Place("picture in the content of the page", inline, "", ROW),
    Place("form", within_form(1), READ, ROW),
    Place("form in forms", within_form(4), READ, ROW),
    Place("layer that is on", layered(Name.ON), READ, ROW),
    Place("layer that is off", layered(Name.OFF), UNSEEN, ROW),
    Place("pattern that fills a shape", tiled, "图案中有文字没有读", ROW),
    Place("font of drawings", own_letters, READ),
    Place("turned text", written("BT /F 14 Tf 0 1 -1 0 300 300 Tm ({}) Tj ET "), READ),
    Place("typewriter note", note(Name.FreeText), READ, ROW),
    Place("typewriter note without a look", note(Name.FreeText, False, DA=String("/F 12 Tf 0 g")), READ),
    Place("stamp", note(Name.Stamp), READ, ROW),
    Place("other note with a look", note(Name.Square), READ, ROW),
    Place("highlight", note(Name.Highlight, False), REMARK),
    Place("sticky note", note(Name.Text, False), REMARK),
    Place("field of a form", field(True), READ),
    Place("field of a form without a look", field(False), READ),
    Place("attached file", attached, READ, ROW),
    Place("file as a paper clip", paper_clip, READ, ROW),
    Place("picture of one bit", stencil, "", ROW),
)
PAPERS = (Paper("PDF", "材料.pdf", PLACES, paper, lambda number: f"Sentence {number:02} of this paper"),)
