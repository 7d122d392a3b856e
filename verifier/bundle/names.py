"""Names of files: bytes of an unknown code page become text, and text becomes what can safely be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 200
"""characters of one part of a path that are shown"""
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
_TURNS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""marks that turn the direction of writing: behind them gpj.exe reads as exe.jpg"""
_USUAL = {"gb18030": ("gb2312", range(0xB0, 0xD8)), "big5": ("big5", range(0xA4, 0xC7))}
"""code page → where its everyday characters stand: an encoding and the first bytes"""


def display_name(raw: str) -> str:
    """A name as it is shown: NFC, forward slashes, nothing that is no character or turns the text around."""
    if any("\udc80" <= char <= "\udcff" for char in raw):
        raw = decoded([raw.encode("utf-8", "surrogateescape")])[0]
    name = unicodedata.normalize("NFC", raw).replace("\\", "/")
    shown = "".join("\ufffd" if char in _TURNS or unicodedata.category(char) in _UNSEEN else char for char in name)
    return "/".join(_shortened(part) for part in shown.split("/"))


def tidy(name: str) -> str:
    """`./a//b` is a/b; what points elsewhere stays as it stands."""
    return re.sub(r"(?<=.)/(\./|/)+", "/", re.sub(r"^(\./+)+", "", name))


def decoded(names: Sequence[str | bytes]) -> list[str]:
    """The names of one archive, which one machine wrote: those in bytes are of one code page."""
    raw = [name for name in names if isinstance(name, bytes)]
    encoding = _code_page(raw)
    return [name.decode(encoding, "replace") if isinstance(name, bytes) else name for name in names]


def decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _code_page(names: Sequence[bytes]) -> str:
    """UTF-8 when all names can be; else GB 18030 or Big5, whichever makes more everyday characters of them."""
    if all(decodes(name, "utf-8") for name in names):
        return "utf-8"
    able = [encoding for encoding in _USUAL if all(decodes(name, encoding) for name in names)]
    return max(able, key=lambda encoding: _everyday(names, encoding), default="gb18030")


def _everyday(names: Sequence[bytes], encoding: str) -> float:
    """Share of everyday characters among those beyond ASCII."""
    home, rows = _USUAL[encoding]
    text = [char for name in names for char in name.decode(encoding) if not char.isascii()]
    homes = (char.encode(home, "ignore") for char in text)
    return sum(bool(each) and each[0] in rows for each in homes) / max(1, len(text))


def _shortened(part: str) -> str:
    """A part of a path that is too long for a person: its start, and its end with the ending."""
    return part if len(part) <= LONGEST else f"{part[: LONGEST - 41]}…{part[-40:]}"
