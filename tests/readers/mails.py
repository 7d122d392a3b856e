"""Mails of Outlook, made from nothing: a compound file (MS-CFB) with the properties of a message (MS-OXMSG)."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = Mapping[str, Any]
"""name → bytes of a stream, or a tree"""


def compound(tree: Tree) -> bytes:
    """A compound file of version 3 with these streams and storages."""
    nodes: list[list[Any]] = [["Root Entry", 5, b"", _FREE]]
    _place(tree, 0, nodes)
    mini, mini_fat, fat, sectors = bytearray(), [], [], bytearray()
    for node in nodes[1:]:
        if node[1] == 2 and len(node[2]) < _CUTOFF:
            node.append(_chained(mini, mini_fat, node[2], _MINI))
    for node in nodes[1:]:
        if node[1] == 2 and len(node[2]) >= _CUTOFF:
            node.append(_chained(sectors, fat, node[2], _SECTOR))
    start_mini = _chained(sectors, fat, bytes(mini), _SECTOR)
    mini_table = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    mini_table += b"\xff" * (-len(mini_table) % _SECTOR)
    start_mini_fat = _chained(sectors, fat, mini_table, _SECTOR)
    nodes[0].append(start_mini)
    nodes[0][2] = bytes(mini)
    directory = b"".join(map(_entry, nodes))
    directory += bytes(-len(directory) % _SECTOR)
    start_directory = _chained(sectors, fat, directory, _SECTOR)
    count = next(n for n in range(1, 100) if n * 128 >= len(fat) + n)
    places = range(len(fat), len(fat) + count)
    fat += [_FAT] * count
    table = struct.pack(f"<{len(fat)}I", *fat)
    sectors += table + b"\xff" * (count * _SECTOR - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, count, start_directory, 0, _CUTOFF, start_mini_fat, 1, _END, 0)
    difat = [*places] + [_FREE] * (109 - count)
    return header + struct.pack("<109I", *difat) + bytes(sectors)


def _place(tree: Tree, parent: int, nodes: list[list[Any]]) -> None:
    """Children hang in a row, each to the right of the one before."""
    last = None
    for name in sorted(tree, key=lambda each: (len(each), each.upper())):
        value = tree[name]
        number = len(nodes)
        nodes.append([name, 2 if isinstance(value, bytes) else 1, value if isinstance(value, bytes) else b"", _FREE])
        if last is None:
            nodes[parent][3] = number
        else:
            nodes[last].insert(4, number)
        last = number
        if not isinstance(value, bytes):
            _place(value, number, nodes)


def _chained(store: bytearray, fat: list[int], data: bytes, unit: int) -> int:
    count = -(-len(data) // unit)
    if not count:
        return _END
    start = len(fat)
    fat += [*range(start + 1, start + count), _END]
    store += data + bytes(count * unit - len(data))
    return start


def _entry(node: list[Any]) -> bytes:
    name, kind, data, child, *rest = node
    raw = name.encode("utf-16-le") + b"\0\0"
    start = rest.pop() if kind in (2, 5) else 0
    right = rest[0] if rest else _FREE
    head = raw + bytes(64 - len(raw)) + struct.pack("<HBB", len(raw), kind, 1)
    return head + struct.pack("<III", _FREE, right, child) + bytes(36) + struct.pack("<IQ", start, len(data))


def outlook(
    subject: str,
    body: str,
    *,
    html: str = "",
    sent: datetime | None = None,
    attached: Mapping[str, bytes] | None = None,
    shown: Mapping[str, bytes] | None = None,
    mails: Mapping[str, Tree] | None = None,
) -> Tree:
    """The storages and streams of a message; `shown` by content id, `mails` are messages within it."""
    tree: dict[str, Any] = {
        "__properties_version1.0": bytes(32) + _sent(sent),
        "__substg1.0_0037001F": _wide(subject),
        "__substg1.0_0C1A001F": _wide("张老师"),
        "__substg1.0_1000001F": _wide(body),
    }
    if html:
        tree["__substg1.0_10130102"] = html.encode("gbk")
    number = 0
    for name, data in (attached or {}).items():
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__substg1.0_3707001F": _wide(name),
            "__substg1.0_37010102": data,
        }
        number += 1
    for identifier, data in (shown or {}).items():
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__substg1.0_3707001F": _wide(f"{identifier}.png"),
            "__substg1.0_3712001F": _wide(identifier),
            "__substg1.0_37010102": data,
        }
        number += 1
    for name, mail in (mails or {}).items():
        inner = {**mail, "__properties_version1.0": bytes(24)}
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__substg1.0_3001001F": _wide(name),
            "__substg1.0_3701000D": inner,
        }
        number += 1
    return tree


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _sent(moment: datetime | None) -> bytes:
    if moment is None:
        return b""
    ticks = round((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10_000_000)
    return struct.pack("<IIQ", 0x00390040, 6, ticks)


def winmail(files: Mapping[str, bytes], long_names: bool = False) -> bytes:
    """What Exchange packs for Outlook (MS-OXTNEF); with long names these stand in Unicode beside short ones."""

    def attribute(level: int, tag: int, data: bytes) -> bytes:
        return struct.pack("<BII", level, tag, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    made = struct.pack("<IH", 0x223E9F78, 1) + attribute(1, 0x00089006, struct.pack("<I", 0x10000))
    made += attribute(1, 0x00069007, struct.pack("<II", 936, 0))
    for number, (name, data) in enumerate(files.items()):
        short = f"FUJIAN~{number}.CSV" if long_names else name
        made += attribute(2, 0x00069002, bytes(14)) + attribute(2, 0x00018010, short.encode("gbk") + b"\0")
        made += attribute(2, 0x0006800F, data)
        if long_names:
            wide = name.encode("utf-16-le") + b"\0\0"
            told = struct.pack("<IHHIHHII", 2, 0x03, 0x3705, 1, 0x1F, 0x3707, 1, len(wide)) + wide
            made += attribute(2, 0x00069005, told + bytes(-len(wide) % 4))
    return made
