"""PDF papers written by hand: lines, a ruled table, a red seal. The text layer is what they are for."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence

from PIL import Image

Merged = tuple[int, int, int, int]
"""first row, first column, last row, last column"""
SIZE = (842, 595)
"""points, width and height"""
_MARGIN, _FONT, _ROW = 30, 7, 13
_SHOWN = re.compile(rb"<([0-9a-f]+)> Tj")
_TO_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /All def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{} endcmap CMapName currentdict /CMap defineresource pop end end"""


def paper(
    title: str,
    rows: Sequence[Sequence[str]],
    above: Sequence[str] = (),
    below: Sequence[str] = (),
    seal: Image.Image | None = None,
    merged: Sequence[Merged] = (),
) -> bytes:
    """Pages with a title and lines, the table that goes on from page to page, the last lines, and a seal over them."""
    contents = list(_pages(title, rows, above, below, merged))
    if seal is not None:
        contents[-1] += "q 110 0 0 110 600 30 cm /S Do Q\n"
    return _written([content.encode("ascii") for content in contents], seal)


def _pages(
    title: str,
    rows: Sequence[Sequence[str]],
    above: Sequence[str],
    below: Sequence[str],
    merged: Sequence[Merged],
) -> Iterator[str]:
    widths = _widths(rows)
    content, top = "", SIZE[1] - 40
    if title:
        content, top = _line(title, SIZE[0] / 2 - 7 * len(title), top, 14), top - 30
    for line in above:
        content, top = content + _line(line, _MARGIN, top, 10), top - 18
    for number, row in enumerate(rows):
        if top < 60:
            yield content
            content, top = "", SIZE[1] - 40
        content, top = (
            content + _row(row, widths, top, [each for each in merged if each[0] <= number <= each[2]], number),
            top - _ROW,
        )
    top -= 20
    for line in below:
        content, top = content + _line(line, 560, top, 10), top - 18
    yield content


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    count = max(map(len, rows), default=0)
    widest = [max((_length(row[at]) for row in rows if at < len(row)), default=1) for at in range(count)]
    whole = sum(width + 1 for width in widest)
    scale = min(_FONT, (SIZE[0] - 2 * _MARGIN) / whole) if whole else _FONT
    return [(width + 1) * scale for width in widest]


def _length(text: str) -> float:
    """In characters of full width."""
    return sum(0.5 if char < "\x80" else 1 for char in text)


def _row(row: Sequence[str], widths: Sequence[float], top: float, merged: Sequence[Merged], number: int) -> str:
    """The ruled cells of one row with their texts; a merged cell is ruled as one."""
    left, found = float(_MARGIN), ""
    for at, width in enumerate(widths):
        text = row[at] if at < len(row) else ""
        size = min(_FONT, (width - 2) / _length(text)) if text else _FONT
        inside = next((each for each in merged if each[1] <= at <= each[3]), (number, at, number, at))
        if inside[:2] == (number, at):
            across, down = sum(widths[at : inside[3] + 1]), _ROW * (inside[2] - number + 1)
            found += f"0.5 w {left:.2f} {top + _ROW - down:.2f} {across:.2f} {down} re S\n"
        found += _line(text, left + 1, top + 4, size) if text else ""
        left += width
    return found


def _line(text: str, left: float, bottom: float, size: float) -> str:
    return f"BT /F {size:.2f} Tf {left:.2f} {bottom:.2f} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def _written(contents: Sequence[bytes], seal: Image.Image | None) -> bytes:
    """The file: every page with the one font, and the picture of the seal where there is one."""
    used = sorted({code for content in contents for text in _SHOWN.findall(content) for code in _codes(text)})
    ranges = "".join(
        f"{len(part)} beginbfchar\n" + "".join(f"<{code}> <{code}>\n" for code in part) + "endbfchar\n"
        for part in (used[at : at + 100] for at in range(0, len(used), 100))
    )
    count = len(contents)
    kids = " ".join(f"{8 + 2 * at} 0 R" for at in range(count))
    picture = seal or Image.new("RGBA", (1, 1))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 1000/W[0 127 500]>>",
        _stream("", _TO_UNICODE.format(ranges).encode()),
        _stream(_image(picture, "/ColorSpace/DeviceRGB/SMask 7 0 R"), picture.convert("RGB").tobytes()),
        _stream(_image(picture, "/ColorSpace/DeviceGray"), picture.convert("RGBA").getchannel("A").tobytes()),
    ]
    for at, content in enumerate(contents):
        page = f"/Parent 2 0 R/MediaBox[0 0 {SIZE[0]} {SIZE[1]}]/Contents {9 + 2 * at} 0 R"
        objects.append(f"<</Type/Page{page}/Resources<</Font<</F 3 0 R>>/XObject<</S 6 0 R>>>>>>".encode())
        objects.append(_stream("", content))
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, tail)


def _codes(text: bytes) -> list[str]:
    return [text[at : at + 4].decode() for at in range(0, len(text), 4)]


def _image(picture: Image.Image, more: str) -> str:
    return f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/BitsPerComponent 8{more}"


def _stream(head: str, data: bytes) -> bytes:
    packed = zlib.compress(data)
    return f"<<{head}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"
