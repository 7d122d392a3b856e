"""Bytes of a text file become text: byte-order marks, UTF-16, UTF-8, GB 18030, then the likeliest of the others."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from verifier.language.letters import gbk_behind

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD = 200_000
_PIECE = 1 << 20
_SAMPLE = 4000
"""bytes that tell UTF-16 without its mark"""
_HIGH_BYTES, _FEWER = 20, 4
"""of UTF-16: high bytes of which more than one is zero, and how many times fewer zeros its low bytes have"""
_FOR_ONE_LOST = 50
"""characters beyond ASCII that must stand for each that a code page can't read"""


def decode(data: bytes) -> str:
    """The text, lines ended by \\n. Bytes that fit no code page become U+FFFD."""
    text = data.decode(encoding_of(BytesIO(data)), "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(stored: BinaryIO) -> str:
    """The code page of a text file, of which only a piece at a time is held."""
    head = stored.read(_HEAD)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if wide := _without_mark(head[:_SAMPLE]):
        return wide
    fitting = next((encoding for encoding in ("utf-8", "gb18030") if _fits(stored, encoding)), None)
    if fitting == "utf-8" and gbk_behind(head.decode(fitting, "ignore")):
        return "gb18030"
    return fitting or _guessed(head)


def _fits(stored: BinaryIO, encoding: str) -> bool:
    """A file cut within a character, or with one bad byte, still fits."""
    lost = sum(text.count("\ufffd") for text in _pieces(stored, encoding))
    return not lost or lost * _FOR_ONE_LOST < sum(map(_beyond_ascii, _pieces(stored, encoding)))


def _pieces(stored: BinaryIO, encoding: str) -> Iterator[str]:
    stored.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while piece := stored.read(_PIECE):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _without_mark(head: bytes) -> str:
    """UTF-16 without its mark: line ends, commas and digits have a byte of zero on one side."""
    for encoding, high, low in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        zeros = high.count(0)
        if zeros * _HIGH_BYTES > len(high) and low.count(0) * _FEWER < zeros:
            return encoding
    return ""


def _guessed(head: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    return best.encoding if best else "gb18030"
