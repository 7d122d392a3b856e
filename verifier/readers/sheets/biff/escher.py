"""Drawings of old workbooks ([MS-ODRAW]): pictures with the row at which each stands, and where text boxes stand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_CONTAINER = 0xF
_STORE_ENTRY, _SHAPE, _OPTIONS, _ANCHOR, _TEXT = 0xF007, 0xF004, 0xF00B, 0xF010, 0xF00D
_BITMAPS = {0xF01D: ("jpg", 17), 0xF02A: ("jpg", 17), 0xF01E: ("png", 17), 0xF01F: ("bmp", 17), 0xF029: ("tif", 17)}
_METAFILES = {0xF01A: "emf", 0xF01B: "wmf", 0xF01C: "pict"}
"""type → ending, and of bitmaps the bytes before the picture where it has one identifier"""
_TWO_IDS = {0xF01D: (0x46B, 0x6E3), 0xF02A: (0x46B, 0x6E3), 0xF01E: (0x6E1,), 0xF01F: (0x7A9,), 0xF029: (0x6E5,)}
"""instances that have a second identifier of 16 bytes"""
_META_HEAD = 34
_PICTURE = 0x0104
"""property: the number of the picture in the store"""
_FILL_KIND, _FILL, _FILL_SWITCHES, _SHAPE_SWITCHES = 0x0180, 0x0181, 0x01BF, 0x03BF
_IS_FILLED, _IS_HIDDEN = 0x10, 0x02
_SAID = 16
"""bits by which a switch is told from one that says whether it is told"""
_WHITE = b"\xff\xff\xff\0"
_BITMAP_HEAD = 14


@dataclass(frozen=True, slots=True)
class Shape:
    row: int
    """number of the row at which it begins"""
    picture: int = 0
    """number in the store, from 1; 0 for none"""
    has_text: bool = False
    fill: bytes | None = None
    """red, green, blue and the kind of the colour; None where it has none, or more than one"""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    kind: int
    instance: int
    is_container: bool
    data: bytes


def _parts(data: bytes) -> Iterator[_Part]:
    at = 0
    while at + 8 <= len(data):
        head, kind, size = struct.unpack_from("<HHI", data, at)
        yield _Part(kind, head >> 4, head & 0xF == _CONTAINER, data[at + 8 : at + 8 + size])
        at += 8 + size


def _every(data: bytes, depth: int = 0) -> Iterator[_Part]:
    """All parts, those in containers too; a shape stays whole."""
    for part in _parts(data):
        if part.is_container and part.kind != _SHAPE and depth < 16:
            yield from _every(part.data, depth + 1)
        else:
            yield part


def pictures_of(group: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each picture in the store of a workbook, in their order; an empty place keeps its own."""
    entries = (part for part in _every(group) if part.kind == _STORE_ENTRY)
    for number, entry in enumerate(entries, 1):
        blip = next(_parts(entry.data[36 + _name_length(entry.data) :]), None)
        ending, data = _picture(blip) if blip is not None else ("bin", b"")
        yield f"image{number}.{ending}", data


def _name_length(entry: bytes) -> int:
    return entry[33] if len(entry) > 33 else 0


def _picture(blip: _Part) -> tuple[str, bytes]:
    if blip.kind in _BITMAPS:
        ending, head = _BITMAPS[blip.kind]
        data = blip.data[head + 16 * (blip.instance in _TWO_IDS[blip.kind]) :]
        return ending, _with_head(data) if ending == "bmp" else data
    ending = _METAFILES.get(blip.kind, "bin")
    packed = blip.data[16 + _META_HEAD :]
    try:
        return ending, zlib.decompress(packed)
    except zlib.error:
        return ending, packed


def _with_head(data: bytes) -> bytes:
    """A bitmap of Windows (DIB) as the file that it would be."""
    if len(data) < 40:
        return data
    size, _, _, _, depth, _ = struct.unpack_from("<IiiHHI", data)
    colours = struct.unpack_from("<I", data, 32)[0] or (1 << depth if depth <= 8 else 0)
    start = _BITMAP_HEAD + size + 4 * colours
    return b"BM" + struct.pack("<IHHI", _BITMAP_HEAD + len(data), 0, 0, start) + data


def drawing_of(data: bytes) -> Drawing:
    """The shapes of a sheet in their order; of those in a group the row is the group's."""
    row, shapes = 1, []
    for part in _every(data):
        if part.kind != _SHAPE:
            continue
        inner = {each.kind: each for each in _parts(part.data)}
        if (anchor := inner.get(_ANCHOR)) and len(anchor.data) >= 18:
            row = struct.unpack_from("<H", anchor.data, 6)[0] + 1
        options = _options(inner.get(_OPTIONS))
        hidden = _is_on(options, _SHAPE_SWITCHES, _IS_HIDDEN, False)
        shapes.append(Shape(row, options.get(_PICTURE, 0), _TEXT in inner, _fill(options), hidden))
    return Drawing(tuple(shapes))


def _options(part: _Part | None) -> Mapping[int, int]:
    """The properties of a shape by their numbers."""
    if part is None:
        return {}
    places = range(0, min(len(part.data), 6 * part.instance) - 5, 6)
    return {name & 0x3FFF: value for name, value in (struct.unpack_from("<HI", part.data, at) for at in places)}


def _is_on(options: Mapping[int, int], name: int, switch: int, usual: bool) -> bool:
    value = options.get(name, 0)
    return bool(value & switch) if value & switch << _SAID else usual


def _fill(options: Mapping[int, int]) -> bytes | None:
    if options.get(_FILL_KIND) or not _is_on(options, _FILL_SWITCHES, _IS_FILLED, True):
        return None
    return options[_FILL].to_bytes(4, "little") if _FILL in options else _WHITE
