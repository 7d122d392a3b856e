"""Drawings of Windows that show a picture, made from nothing ([MS-EMF], [MS-WMF])."""

from __future__ import annotations

import io
import struct

import numpy as np
from PIL import Image

_COPY = 0xCC0020


def emf(picture: bytes) -> bytes:
    """The picture's pixels, copied onto a drawing of their size."""
    bitmap = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as opened:
        wide, high = opened.size
        opened.convert("RGB").save(bitmap, "BMP")
    about, rows = bitmap.getvalue()[14:54], bitmap.getvalue()[54:]
    shown = struct.pack("<8i", 0, 0, wide - 1, high - 1, 0, 0, 0, 0) + struct.pack("<ii", wide, high)
    shown += struct.pack("<6I", 80, len(about), 80 + len(about), len(rows), 0, _COPY) + struct.pack("<ii", wide, high)
    records = _record(81, shown + about + rows) + _record(14, struct.pack("<III", 0, 16, 20))
    hundredths = (wide * 2646 // 100, high * 2646 // 100)
    head = struct.pack("<II8i", 1, 88, 0, 0, wide - 1, high - 1, 0, 0, *hundredths) + b" EMF"
    head += struct.pack("<IIIHHIII", 0x10000, 88 + len(records), 3, 1, 0, 0, 0, 0)
    return head + struct.pack("<4i", 1920, 1080, 508, 286) + records


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(data)) + data


def wmf(picture: bytes, across: int = 8) -> bytes:
    """The picture as so many coloured boxes a side; nothing says how large it is."""
    with Image.open(io.BytesIO(picture)) as opened:
        fields = np.asarray(opened.convert("RGB").resize((across, across), Image.Resampling.BOX))
    records = [
        _call(0x020B, 0, 0),
        _call(0x020C, 30 * across, 30 * across),
        _call(0x02FA, 5, 0, 0, 0, 0),
        _call(0x012D, 0),
    ]
    for down, right in np.ndindex(across, across):
        red, green, blue = map(int, fields[down, right])
        records.append(struct.pack("<IHH4Bh", 7, 0x02FC, 0, red, green, blue, 0, 0))
        left, top = 30 * right, 30 * down
        records += [_call(0x012D, 1), _call(0x041B, top + 31, left + 31, top, left), _call(0x01F0, 1)]
    records.append(_call(0))
    longest = max(map(len, records)) // 2
    size = 9 + sum(map(len, records)) // 2
    return struct.pack("<HHHIHIH", 1, 9, 0x300, size, 2, longest, 0) + b"".join(records)


def _call(function: int, *words: int) -> bytes:
    return struct.pack(f"<IH{len(words)}h", 3 + len(words), function, *words)
