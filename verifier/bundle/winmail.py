"""What hangs on a mail of Exchange that lies in a winmail.dat (TNEF, [MS-OXTNEF]): the files alone."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

MAGIC = b"\x78\x9f\x3e\x22"
_HEAD, _ATTRIBUTE, _CHECKSUM = 6, struct.Struct("<BII"), 2
_BEGINS, _TITLE, _CONTENT, _PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
"""attributes of an attachment: where it begins, its short name, its bytes, what is told of it beside"""
_LONG_NAME = 0x3707
_NAMED = 0x8000
"""properties from here on bear names of their own, which attachments have no need of"""
_WIDE, _NARROW = 0x1F, 0x1E
_VARIABLE = {_NARROW, _WIDE, 0x0D, 0x102}
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x0A: 4, 0x0B: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8, 0x40: 8, 0x48: 16}
"""bytes that a value of a type takes"""


@dataclass(slots=True)
class _Attachment:
    name: str | bytes = ""
    long_name: str | bytes = ""
    data: bytes | None = None


def attached(packed: bytes) -> Iterator[tuple[str | bytes, bytes]]:
    """Name and bytes of each file, as far as the paper goes; a name in bytes is of the sender's code page."""
    found: list[_Attachment] = []
    for tag, value in _attributes(packed):
        if tag == _BEGINS:
            found.append(_Attachment())
        elif found and tag == _TITLE:
            found[-1].name = value.rstrip(b"\0")
        elif found and tag == _CONTENT:
            found[-1].data = value
        elif found and tag == _PROPERTIES:
            found[-1].long_name = _long_name(value)
    for number, each in enumerate(found, 1):
        if each.data is not None:
            yield each.long_name or each.name or f"附件{number}", each.data


def _attributes(packed: bytes) -> Iterator[tuple[int, bytes]]:
    place = _HEAD
    while place + _ATTRIBUTE.size <= len(packed):
        _, tag, size = _ATTRIBUTE.unpack_from(packed, place)
        place += _ATTRIBUTE.size
        yield tag, packed[place : place + size]
        place += size + _CHECKSUM


def _long_name(told: bytes) -> str | bytes:
    """The name among the properties of an attachment; '' where it is not told, or beyond what can be read."""
    place = 4
    while place + 4 <= len(told):
        kind, number = struct.unpack_from("<HH", told, place)
        place += 4
        if kind in _FIXED and number < _NAMED:
            place += _FIXED[kind]
        elif kind in _VARIABLE and number < _NAMED and place + 8 <= len(told):
            count, size = struct.unpack_from("<II", told, place)
            value = told[place + 8 : place + 8 + size]
            if number == _LONG_NAME and kind in (_WIDE, _NARROW):
                return value.decode("utf-16-le", "replace").rstrip("\0") if kind == _WIDE else value.rstrip(b"\0")
            if count != 1:
                return ""
            place += 8 + size + -size % 4
        else:
            return ""
    return ""
