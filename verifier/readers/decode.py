"""Bytes of a text file become text: byte-order marks, UTF-16, UTF-8, GB 18030, then the likeliest of the others."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> str:
    """The text, lines ended by \\n. Bytes that fit no code page become U+FFFD."""
    return _text(data).replace("\r\n", "\n").replace("\r", "\n")


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _without_mark(data[:4000]):
        return data.decode(wide, "replace")
    utf8 = data.decode("utf-8", "replace")
    lost = utf8.count("\ufffd")
    # a file cut within a character, or with one bad byte, is still UTF-8
    if not lost or lost * 50 < sum(char > "\x7f" for char in utf8):
        return utf8
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return _guessed(data)


def _without_mark(head: bytes) -> str:
    """UTF-16 without its mark: line ends, commas and digits have a byte of zero on one side."""
    for encoding, high, low in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        zeros = high.count(0)
        if zeros * 20 > len(high) and low.count(0) * 4 < zeros:
            return encoding
    return ""


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    gbk = data.decode("gb18030", "replace")
    if gbk.count("\ufffd") * 50 < sum(char > "\x7f" for char in gbk):
        return gbk
    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding, "replace") if best else gbk
