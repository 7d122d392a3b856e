"""A zip that holds itself: unpacked it is the same file again, without end.

The packed stream is a program of two orders: "the next n bytes stand here" and "say the last n bytes again". It is laid
out so that what it says is the head of the archive, the program itself and the tail. The checksum of the archive stands
within the archive; since a CRC is linear over single bits, the one that fits is the solution of 32 equations.
"""

from __future__ import annotations

import struct
import zlib

NAME = b"a/a.zip"
"""seven characters: the orders below fit into five bytes for a head of this length"""
_LENGTHS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115)
_DISTANCES = (1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97)


def quine_zip() -> bytes:
    """The archive whose checksum is the one that stands in it."""
    base = zlib.crc32(_archive(0))
    columns = [zlib.crc32(_archive(1 << bit)) ^ base ^ (1 << bit) for bit in range(32)]
    return _archive(_solved(columns, base))


def _archive(check: int) -> bytes:
    size = 30 + len(NAME) + len(_program(bytes(37), bytes(75)))
    packed, whole = size - 37, size + 75
    about = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0x21, check, packed, whole) + struct.pack("<H", len(NAME))
    head = b"PK\x03\x04" + about + bytes(2) + NAME
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + about + bytes(16) + NAME
    tail = entry + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), size, 0)
    return head + _program(head, tail) + tail


def _program(head: bytes, tail: bytes) -> bytes:
    again_47, again_20 = _again(18, 29), _again(10, 10)
    last = _bits("010" + _copy(84, 84) + "0000000" + "100") + struct.pack("<HH", 75, 75 ^ 0xFFFF) + tail
    first = _here(37) + head + _here(47)
    return b"".join(
        (
            *(_here(37), head, _here(47), first, again_47, _here(5), again_47, _here(5), _here(5)),
            *(_here(20), again_47, _here(5), _here(5), _here(20), again_20),
            *(_here(20), again_20, _here(20), again_20, _here(20), again_20),
            *(_here(20), again_20, _here(0), _here(0), _here(84), again_20),
            *(_here(0), _here(0), _here(84), last, last),
        )
    )


def _here(count: int) -> bytes:
    """The next bytes stand as they are."""
    return b"\0" + struct.pack("<HH", count, count ^ 0xFFFF)


def _again(first: int, second: int) -> bytes:
    """As many bytes as both together are said again; the zeros that end the order may reach into the next one."""
    distance = first + second
    return _bits("010" + _copy(first, distance) + _copy(second, distance))[:5].ljust(5, b"\0")


def _copy(length: int, distance: int) -> str:
    """The bits of one copy in deflate's fixed code."""
    number = max(at for at, base in enumerate(_LENGTHS) if base <= length)
    extra = max(0, (number - 4) // 4)
    far = max(at for at, base in enumerate(_DISTANCES) if base <= distance)
    more = max(0, (far - 2) // 2)
    said = _low_first(length - _LENGTHS[number], extra)
    return f"{number + 1:07b}{said}{far:05b}{_low_first(distance - _DISTANCES[far], more)}"


def _low_first(value: int, count: int) -> str:
    return "".join(str(value >> bit & 1) for bit in range(count))


def _bits(text: str) -> bytes:
    return bytes(int(text[at : at + 8][::-1].rjust(8, "0"), 2) for at in range(0, len(text), 8))


def _solved(columns: list[int], target: int) -> int:
    """The bits whose columns, put together by exclusive or, give the target."""
    solved: list[tuple[int, int]] = []
    for bit, column in enumerate(columns):
        made = 1 << bit
        for value, by in solved:
            if column ^ value < column:
                column, made = column ^ value, made ^ by
        if column:
            solved = sorted([*solved, (column, made)], reverse=True)
    answer = 0
    for value, by in solved:
        if target ^ value < target:
            target, answer = target ^ value, answer ^ by
    assert target == 0, "no checksum fits"
    return answer
