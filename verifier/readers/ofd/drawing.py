"""What stands on a page of an OFD, drawn as the content of a PDF page: texts at their places, lines, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from verifier.readers.ofd.elements import Numbers, attribute, child, children, is_shown, name_of, numbers
from verifier.readers.ofd.paths import (
    Resources,
    clips,
    colour_of,
    coloured,
    is_clear,
    is_seen,
    operator,
    painted,
    strokes,
    tiles,
)
from verifier.readers.ofd.rasters import raster_of
from verifier.readers.parts import Element

_TO_POINTS = 72 / 25.4
_OBJECTS = 60_000
_DEEPEST = 20
"""blocks within blocks"""
_FAR = 20_000
"""millimetres by which what is not shown lies off the page: found like what hides on a page of a PDF"""
_DRAWN = ("textobject", "pathobject", "imageobject", "compositeobject")
_BLOCKS = ("content", "layer", "pageblock", "block", "appearance", "cellcontent")
_CODES = 0x10000
"""characters that the font has a code of two bytes for"""
_FONT = b"""<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 907 500]
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >>
/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 /Ascent 880 /Descent -120
/CapHeight 880 /StemV 93 /FontBBox [0 -120 1000 880] >> >>"""
"""Latin letters of Adobe-GB1 take half the width of the others"""
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
%s
endcmap end end"""
_ROWS = "\n".join(
    "\n".join((f"{len(rows)} beginbfrange", *(f"<{each:02x}00> <{each:02x}ff> <{each:02x}00>" for each in rows)))
    + "\nendbfrange"
    for rows in (range(100), range(100, 200), range(200, 256))
)
"""every code is the character itself; a CMap holds at most a hundred ranges at a time"""


class Canvas:
    """The pages of a PDF that shows an OFD; all coordinates are millimetres from the top left corner."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.missing = 0
        """pictures that can't be read"""
        self.wide = 0
        """characters beyond ASCII that were drawn"""
        self._font = _font(self.pdf)
        self._content: list[str] = []
        self._room = 0
        """objects that the page may still draw"""
        self._pictures: dict[str, pikepdf.Object] = {}
        self._known: dict[bytes, pikepdf.Stream | None] = {}

    def begin(self, width: float, height: float) -> None:
        """A page of that size in millimetres."""
        self.pdf.add_blank_page(page_size=(max(3.0, width * _TO_POINTS), max(3.0, height * _TO_POINTS)))
        self._content = [operator(_TO_POINTS, 0, 0, -_TO_POINTS, 0, height * _TO_POINTS, "cm")]
        self._pictures = {}
        self._room = _OBJECTS

    def end(self) -> None:
        page = self.pdf.pages[-1]
        page.obj.Resources = Dictionary(Font=Dictionary(F=self._font), XObject=Dictionary(self._pictures))
        page.obj.Contents = self.pdf.make_stream("\n".join(self._content).encode("ascii"))

    @contextmanager
    def within(self, matrix: Numbers) -> Iterator[None]:
        """What is drawn meanwhile is moved and scaled."""
        self._content.append(f"q {operator(*matrix, 'cm')}")
        yield
        self._content.append("Q")

    def objects(self, block: Element, resources: Resources, depth: int = 0) -> None:
        """The texts, paths, pictures and units of a page, layer or block in their order."""
        for node, shown in _objects(block):
            if not self._room or depth > _DEEPEST:  # a unit may show itself
                return
            self._room -= 1
            left, top, *_ = (*numbers(attribute(node, "Boundary")), 0.0, 0.0)
            with self.within((1, 0, 0, 1, left if shown else left + _FAR, top)):
                matrix = numbers(attribute(node, "CTM"))
                self._content += clips(node)
                self._content += [operator(*matrix, "cm")] * (len(matrix) == 6)
                self._draw(node, resources, depth)

    def picture(self, data: bytes) -> None:
        """A picture on the square from 0, 0 to 1, 1; nothing for one that can't be read."""
        self._content.append(f"q {self._shown(data)} Q")

    def _shown(self, data: bytes | None) -> str:
        if data is not None and data not in self._known:
            self._known[data] = raster_of(self.pdf, data)
        stored = self._known[data] if data is not None else None
        if stored is None:
            self.missing += 1
            return ""
        name = f"/P{len(self._pictures)}"
        self._pictures[name] = stored
        return f"1 0 0 -1 0 1 cm {name} Do"

    def _draw(self, node: Element, resources: Resources, depth: int) -> None:
        kind = name_of(node)
        if kind == "textobject":
            self.wide += sum(not char.isascii() for code in node for char in code.text or "")
            self._content += _text(node, resources)
        elif kind == "pathobject":
            self._path(node, resources, depth)
        elif kind == "imageobject":
            self._content.append(self._shown(resources.picture(attribute(node, "ResourceID"))))
        elif (unit := resources.resource(attribute(node, "ResourceID"))) is not None:
            self.objects(unit, resources, depth + 1)

    def _path(self, node: Element, resources: Resources, depth: int) -> None:
        outline = " ".join(strokes(attribute(node, "AbbreviatedData")))
        fill = attribute(node, "Fill").lower() == "true"
        pattern = child(colour_of(node, "FillColor", resources), "Pattern") if fill else None
        if outline and pattern is not None:
            self._content += ["q", outline, "W n"]
            for x, y in tiles(node, pattern):
                with self.within((1, 0, 0, 1, x, y)):
                    self.objects(pattern, resources, depth + 1)
            self._content.append("Q")
        elif outline:
            self._content.append(painted(node, outline, fill, resources))


def _objects(block: Element, shown: bool = True, depth: int = 0) -> Iterator[tuple[Element, bool]]:
    """What a block draws, and whether it is shown."""
    for node in block:
        seen = shown and is_shown(node) and not is_clear(attribute(node, "Alpha"))
        if name_of(node) in _DRAWN:
            yield node, seen
        elif name_of(node) in _BLOCKS and depth < _DEEPEST:
            yield from _objects(node, seen, depth + 1)


def _text(node: Element, resources: Resources) -> Iterator[str]:
    """Every character at its place, which the paper gives one by one."""
    size = next(iter(numbers(attribute(node, "Size"))), 0.0)
    colour = colour_of(node, "FillColor", resources)
    unfilled = attribute(node, "Fill").lower() == "false" and attribute(node, "Stroke").lower() != "true"
    if unfilled or not is_seen(colour):
        return
    x = y = 0.0
    yield f"BT {coloured(colour, 'rg')} /F {operator(size)} Tf"
    for code in children(node, "TextCode"):
        x = next(iter(numbers(attribute(code, "X"))), x)
        y = next(iter(numbers(attribute(code, "Y"))), y)
        yield from _letters(code, x, y, size)
    yield "ET"


def _letters(code: Element, x: float, y: float, size: float) -> Iterator[str]:
    across, down = _steps(attribute(code, "DeltaX")), _steps(attribute(code, "DeltaY"))
    step = 0.0
    for char in (code.text or "").strip("\r\n\t"):
        step_down = next(down, 0.0)
        usual = size * (0.5 if char.isascii() else 1.0)
        step = next(across, 0.0 if step_down else step or usual)
        if char.isprintable() and ord(char) < _CODES:
            # as wide as its step, so that no gap before the next one looks like a blank
            wide = step / usual if 0.3 * usual < step <= 1.2 * size else 1.0
            yield f"{operator(wide, 0, 0, -1, x, y)} Tm <{ord(char):04x}> Tj"
        x, y = x + step, y + step_down


def _steps(text: str) -> Iterator[float]:
    """`3 g 2 3.5 4` is 3, 3.5, 3.5, 4."""
    words = iter(text.replace(",", " ").split())
    for word in words:
        try:
            if word != "g":
                yield float(word)
                continue
            count, value = int(next(words, "0")), float(next(words, "0"))
        except ValueError:
            return
        yield from (value for _ in range(min(count, 10_000)))


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """One font for all texts, not embedded; what each code stands for is told apart from the font."""
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/STSong-Light"),
            Encoding=Name("/UniGB-UCS2-H"),
            DescendantFonts=Array([pdf.make_indirect(pikepdf.Object.parse(_FONT))]),
            ToUnicode=pdf.make_stream(_TO_UNICODE % _ROWS.encode("ascii")),
        )
    )


def saved(canvas: Canvas) -> bytes:
    target = BytesIO()
    canvas.pdf.save(target)
    return target.getvalue()
