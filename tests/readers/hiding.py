"""Chinese text on a page of a PDF, and every way in which a PDF may hide it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pikepdf import Array, Dictionary, Name, String

from tests.readers.pdfs import Paper


@dataclass(frozen=True)
class Bit:
    """A piece of text at its place."""

    x: float
    y: float
    text: str
    size: float = 14

    def drawn(self) -> str:
        return f"BT /C {self.size} Tf {self.x} {self.y} Td <{self.text.encode('utf-16-be').hex()}> Tj ET\n"

    def box(self) -> str:
        return f"{self.x - 5} {self.y - 6} {14 * len(self.text) + 10} 24"


class Sheet(Paper):
    """A page with /C, a Chinese font that it does not bring."""

    def __init__(self) -> None:
        super().__init__()
        self.page.Resources.Font.C = self.chinese()
        self.page.Resources.ExtGState = Dictionary(
            Faint=Dictionary(ca=0.01, CA=0.01), Screen=Dictionary(BM=Name.Screen)
        )

    def chinese(self) -> Dictionary:
        about = Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=2)
        name = Name("/STSong-Light")
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=name, Flags=4, Ascent=880, Descent=-120)
        one = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType0,
            BaseFont=name,
            CIDSystemInfo=about,
            DW=1000,
            FontDescriptor=self.pdf.make_indirect(descriptor),
        )
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/UniGB-UCS2-H"))
        font.DescendantFonts = Array([self.pdf.make_indirect(one)])
        return self.pdf.make_indirect(font)

    def layer_that_is_off(self) -> Dictionary:
        layer = self.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("说明")))
        self.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        return layer

    def note(self, content: str, flags: int) -> None:
        self.form("N", content, BBox=Array([0, 0, 600, 800]))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, F=flags, Rect=Array([0, 0, 600, 800]))
        note.AP = Dictionary(N=self.page.Resources.XObject["/N"])
        self.page.Annots = Array([self.pdf.make_indirect(note)])


Bits = Sequence[Bit]
Way = Callable[[Sheet, Bits], str]


def drawn(bits: Bits) -> str:
    return "".join(bit.drawn() for bit in bits)


def after(operators: str) -> Way:
    return lambda _, bits: f"q {operators}\n{drawn(bits)}Q\n"


def changed(**more: float) -> Way:
    return lambda _, bits: drawn([replace(bit, **more) for bit in bits])


def under_boxes(_: Sheet, bits: Bits) -> str:
    return drawn(bits) + "".join(f"q 1 g {bit.box()} re f Q\n" for bit in bits)


def on_own_ground(_: Sheet, bits: Bits) -> str:
    return "".join(f"0 g {bit.box()} re f\n" for bit in bits) + drawn(bits)


def white_over_a_line(_: Sheet, bits: Bits) -> str:
    lines = "".join(f"0 G {bit.x} {bit.y - 1} m {bit.x + 14 * len(bit.text)} {bit.y - 1} l S\n" for bit in bits)
    return f"{lines}q 1 g {drawn(bits)}Q\n"


def under_pictures(sheet: Sheet, bits: Bits) -> str:
    picture = sheet.pdf.make_stream(b"\xf0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    sheet.page.Resources.XObject.W = picture
    boxes = (f"{14 * len(bit.text) + 10} 0 0 24 {bit.x - 5} {bit.y - 6}" for bit in bits)
    return drawn(bits) + "".join(f"q {box} cm /W Do Q\n" for box in boxes)


def cut_away(sheet: Sheet, bits: Bits) -> str:
    sheet.page.MediaBox, sheet.page.CropBox = Array([0, 0, 1300, 800]), Array([0, 0, 600, 800])
    return drawn([replace(bit, x=bit.x + 650) for bit in bits])


def off_page(_: Sheet, bits: Bits) -> str:
    return drawn([replace(bit, y=bit.y + 900) for bit in bits])


def in_layer(sheet: Sheet, bits: Bits) -> str:
    sheet.page.Resources.Properties = Dictionary(L=sheet.layer_that_is_off())
    return f"/OC /L BDC\n{drawn(bits)}EMC\n"


def in_form_of_layer(sheet: Sheet, bits: Bits) -> str:
    sheet.form("O", drawn(bits), OC=sheet.layer_that_is_off())
    return "/O Do\n"


def in_form_cut_away(sheet: Sheet, bits: Bits) -> str:
    sheet.form("O", drawn(bits), BBox=Array([0, 0, 1, 1]))
    return "/O Do\n"


def flattened(_: Sheet, bits: Bits) -> str:
    return "".join(f"q 1 0 0 0.02 0 {0.98 * bit.y} cm {bit.drawn()}Q\n" for bit in bits)


def shrunk(_: Sheet, bits: Bits) -> str:
    return "".join(f"q 0.02 0 0 0.02 {0.98 * bit.x} {0.98 * bit.y} cm {bit.drawn()}Q\n" for bit in bits)


def in_note(flags: int) -> Way:
    def way(sheet: Sheet, bits: Bits) -> str:
        sheet.note(drawn(bits), flags)
        return ""

    return way


def masked(sheet: Sheet, bits: Bits) -> str:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    sheet.form("M", "0 g 0 0 600 800 re f", Group=group, BBox=Array([0, 0, 600, 800]))
    mask = Dictionary(S=Name.Luminosity, G=sheet.page.Resources.XObject["/M"])
    sheet.page.Resources.ExtGState.Masked = Dictionary(SMask=mask)
    return f"q /Masked gs\n{drawn(bits)}Q\n"


IN_PLACE: dict[str, Way] = {
    "white on white": after("1 g"),
    "nearly white": after("0.97 0.98 0.96 rg"),
    "one per cent opaque": after("/Faint gs"),
    "neither filled nor outlined": after("3 Tr"),
    "clips alone": after("7 Tr"),
    "outlined in white": after("1 G 1 Tr"),
    "clipped to nothing": after("0 0 1 1 re W n"),
    "squeezed": after("1 Tz"),
    "black screened by white": after("1 g 0 0 600 800 re f 0 g /Screen gs"),
    "tiny": changed(size=0.6),
    "shrunk": shrunk,
    "flattened": flattened,
    "under a box": under_boxes,
    "of the colour of its ground": on_own_ground,
    "white over a line": white_over_a_line,
    "under a picture": under_pictures,
    "in a layer that is off": in_layer,
    "in a form of a layer that is off": in_form_of_layer,
    "in a form that cuts it away": in_form_cut_away,
    "under a mask": masked,
}
ELSEWHERE: dict[str, Way] = {
    "cut away": cut_away,
    "off the page": off_page,
    "in a note that is hidden": in_note(2),
    "in a note that no screen shows": in_note(32),
}
WAYS = IN_PLACE | ELSEWHERE
