"""What stands on a page of an OFD, drawn as the content of a PDF page: texts at their places, lines, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from verifier.readers.outcome import Damaged, TooLarge
from verifier.readers.parts import Element, attribute, child, children, local
from verifier.readers.pictures.image import flat_picture, open_picture

Numbers = tuple[float, ...]

_TO_POINTS = 72 / 25.4
_OBJECTS = 60_000
_DEEPEST = 20
"""blocks within blocks"""
_THIN = 0.353
_JBIG2 = b"\x97JB2\r\n\x1a\n"
_PAGE_PART = 48
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
_PATH = re.compile(r"([SMLQBAC])|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)")


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
        self._pictures: dict[str, pikepdf.Object] = {}
        self._known: dict[bytes, pikepdf.Stream | None] = {}

    def begin(self, width: float, height: float) -> None:
        """A page of that size in millimetres."""
        self.pdf.add_blank_page(page_size=(max(3.0, width * _TO_POINTS), max(3.0, height * _TO_POINTS)))
        self._content = [_words(_TO_POINTS, 0, 0, -_TO_POINTS, 0, height * _TO_POINTS, "cm")]
        self._pictures = {}

    def end(self) -> None:
        page = self.pdf.pages[-1]
        page.obj.Resources = Dictionary(Font=Dictionary(F=self._font), XObject=Dictionary(self._pictures))
        page.obj.Contents = self.pdf.make_stream("\n".join(self._content).encode("ascii"))

    @contextmanager
    def within(self, matrix: Numbers) -> Iterator[None]:
        """What is drawn meanwhile is moved and scaled."""
        self._content.append(f"q {_words(*matrix, 'cm')}")
        yield
        self._content.append("Q")

    def objects(self, block: Element, picture_of: Callable[[str], bytes | None]) -> None:
        """The texts, paths and pictures of a page, layer or block in their order; `picture_of` reads a resource."""
        for node in islice(_objects(block), _OBJECTS):
            left, top, *_ = (*numbers(attribute(node, "Boundary")), 0.0, 0.0)
            matrix = numbers(attribute(node, "CTM"))
            place = f"1 0 0 1 {_words(left, top)} cm " + (_words(*matrix, "cm") if len(matrix) == 6 else "")
            drawn = self._drawn(node, picture_of)
            if drawn:
                self._content.append(f"q {place} {drawn} Q")

    def picture(self, data: bytes) -> None:
        """A picture on the square from 0, 0 to 1, 1; nothing for one that can't be read."""
        self._content.append(f"q {self._shown(data)} Q")

    def _shown(self, data: bytes | None) -> str:
        if data is not None and data not in self._known:
            self._known[data] = _picture(self.pdf, data)
        stored = self._known[data] if data is not None else None
        if stored is None:
            self.missing += 1
            return ""
        name = f"/P{len(self._pictures)}"
        self._pictures[name] = stored
        return f"1 0 0 -1 0 1 cm {name} Do"

    def _drawn(self, node: Element, picture_of: Callable[[str], bytes | None]) -> str:
        kind = local(node)
        if kind == "TextObject":
            self.wide += sum(not char.isascii() for code in node for char in code.text or "")
            return " ".join(_text(node))
        if kind == "PathObject":
            return _path(node)
        return self._shown(picture_of(attribute(node, "ResourceID")))


def numbers(text: str) -> Numbers:
    try:
        return tuple(float(each) for each in text.split())
    except ValueError:
        return ()


def _objects(block: Element, depth: int = 0) -> Iterator[Element]:
    for node in block:
        if attribute(node, "Visible") == "false":
            continue
        if local(node) in ("TextObject", "PathObject", "ImageObject"):
            yield node
        elif local(node) in ("Content", "Layer", "PageBlock", "Block", "Appearance") and depth < _DEEPEST:
            yield from _objects(node, depth + 1)


def _text(node: Element) -> Iterator[str]:
    """Every character at its place, which the paper gives one by one."""
    size = next(iter(numbers(attribute(node, "Size"))), 0.0)
    x = y = 0.0
    yield f"BT {_colour(node, 'FillColor', 'rg')} /F {_words(size)} Tf"
    for code in children(node, "TextCode"):
        x = next(iter(numbers(attribute(code, "X"))), x)
        y = next(iter(numbers(attribute(code, "Y"))), y)
        across, down = _steps(attribute(code, "DeltaX")), _steps(attribute(code, "DeltaY"))
        at_x, at_y, step = x, y, 0.0
        for char in (code.text or "").strip("\r\n\t"):
            step_down = next(down, 0.0)
            usual = size * (0.5 if char.isascii() else 1.0)
            step = next(across, 0.0 if step_down else step or usual)
            if char.isprintable() and ord(char) < _CODES:
                # as wide as its step, so that no gap before the next one looks like a blank
                wide = step / usual if 0.3 * usual < step <= 1.2 * size else 1.0
                yield f"{_words(wide, 0, 0, -1, at_x, at_y)} Tm <{ord(char):04x}> Tj"
            at_x, at_y = at_x + step, at_y + step_down
    yield "ET"


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


def _path(node: Element) -> str:
    stroke, fill = attribute(node, "Stroke") != "false", attribute(node, "Fill") == "true"
    data = child(node, "AbbreviatedData")
    if data is None or not data.text or not (stroke or fill):
        return ""
    width = next(iter(numbers(attribute(node, "LineWidth"))), _THIN)
    even = "*" if attribute(node, "Rule") == "Even-Odd" else ""
    paint = f"B{even}" if stroke and fill else "S" if stroke else f"f{even}"
    colours = f"{_colour(node, 'StrokeColor', 'RG')} {_colour(node, 'FillColor', 'rg')}"
    return f"{colours} {_words(width, 'w')} {' '.join(_strokes(data.text))} {paint}"


_LEAST_NUMBERS = {"S": 2, "M": 2, "L": 2, "A": 2, "Q": 4, "B": 6, "C": 0}
"""that a command needs to be drawn"""


def _strokes(text: str) -> Iterator[str]:
    """An arc becomes a straight line: what matters are the rulings of tables."""
    here: Numbers = (0.0, 0.0)
    for letter, given in _commands(text):
        if len(given) >= _LEAST_NUMBERS[letter]:
            yield _stroke(letter, here, given)
        here = given[-2:] if len(given) >= 2 else here


def _stroke(letter: str, here: Numbers, given: Numbers) -> str:
    if letter == "C":
        return "h"
    if letter in "SM":
        return _words(*given[:2], "m")
    if letter in "LA":
        return _words(*given[-2:], "l")
    if letter == "B":
        return _words(*given[:6], "c")
    (x0, y0), (x1, y1), (x2, y2) = here, given[:2], given[2:4]
    near = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
    return _words(*near, x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3, x2, y2, "c")


def _commands(text: str) -> Iterator[tuple[str, Numbers]]:
    letter = ""
    given: list[float] = []
    for found in _PATH.finditer(text):
        if found[1]:
            if letter:
                yield letter, tuple(given)
            letter, given = found[1], []
        else:
            given.append(float(found[2]))
    if letter:
        yield letter, tuple(given)


def _colour(node: Element, name: str, operator: str) -> str:
    found = child(node, name)
    values = [_shade(word) for word in attribute(found, "Value").split()] if found is not None else []
    if len(values) == 1:
        values *= 3
    return _words(*(values if len(values) == 3 else (0, 0, 0)), operator)


def _shade(word: str) -> float:
    try:
        value = int(word[1:], 16) if word.startswith("#") else float(word)
    except ValueError:
        value = 0
    return min(max(value / 255, 0.0), 1.0)


def _words(*each: float | str) -> str:
    return " ".join(one if isinstance(one, str) else f"{min(max(one, -1e6), 1e6):.4f}" for one in each)


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


def _picture(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream | None:
    if data.startswith(_JBIG2):
        return _bilevel(pdf, data)
    try:
        opened = open_picture(data)
        if opened.format == "JPEG" and opened.mode in ("RGB", "L"):
            return _stream(pdf, data, opened, Filter=Name.DCTDecode)
        opened.load()
        alpha = opened.convert("RGBA").getchannel("A")
        stored = _stream(pdf, flat_picture(opened).convert("RGB").tobytes(), opened, rgb=True)
        if min(alpha.getextrema()) < 255:  # type: ignore[operator]
            stored.SMask = _stream(pdf, alpha.tobytes(), alpha)
        return stored
    except (Damaged, TooLarge, OSError, ValueError, SyntaxError, EOFError):
        return None


def _bilevel(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream | None:
    """A picture in JBIG2, whose parts a PDF takes as they are, without the head of the file."""
    body = data[13 if data[8:9] == b"\1" else 9 :]
    if len(body) < 19 or body[4] & 0x3F != _PAGE_PART:
        return None
    width, height = int.from_bytes(body[11:15]), int.from_bytes(body[15:19])
    stream = pdf.make_stream(body, Type=Name.XObject, Subtype=Name.Image, BitsPerComponent=1)
    stream.Width, stream.Height = width, height
    stream.ColorSpace, stream.Filter = Name.DeviceGray, Name.JBIG2Decode
    return stream


def _stream(pdf: pikepdf.Pdf, data: bytes, picture: Image.Image, *, rgb: bool = False, **more: Name) -> pikepdf.Stream:
    space = Name.DeviceRGB if rgb or picture.mode == "RGB" else Name.DeviceGray
    stream = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, BitsPerComponent=8, ColorSpace=space, **more)
    stream.Width, stream.Height = picture.size
    return stream


def saved(canvas: Canvas) -> bytes:
    target = BytesIO()
    canvas.pdf.save(target)
    return target.getvalue()
