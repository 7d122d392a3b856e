"""Names of files: bytes of an unknown code page become text, and text becomes what can safely be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from verifier.language.letters import gbk_behind

LONGEST = 200
"""characters of one part of a path that are shown"""
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
_TURNS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""marks that turn the direction of writing: behind them gpj.exe reads as exe.jpg"""
_USUAL = {
    "gb18030": ("gb2312", range(0xB0, 0xD8)),
    "big5": ("big5", range(0xA4, 0xC7)),
    "utf-8": ("gb2312", range(0xB0, 0xD8)),
}
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
    """The names of one archive: those in bytes are of one code page, but for what a second program added in UTF-8."""
    parts = {part for name in names if isinstance(name, bytes) for part in name.split(b"/")}
    encoding = _code_page(list(parts))
    return [_decoded(name, encoding) if isinstance(name, bytes) else name for name in names]


def _decoded(name: bytes, encoding: str) -> str:
    """A folder and a file in it may be of two code pages; / is no part of a letter in any of them."""
    return "/".join(
        part.decode("utf-8" if _is_unicode(part, encoding) else encoding, "replace") for part in name.split(b"/")
    )


def _is_unicode(part: bytes, encoding: str) -> bool:
    """Whether a name of an archive in another code page is in UTF-8, as a zip is when a Mac adds to one of Windows."""
    if part.isascii() or not decodes(part, "utf-8"):
        return False
    return not decodes(part, encoding) or _everyday([part], "utf-8") > _everyday([part], encoding)


def decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _code_page(names: Sequence[bytes]) -> str:
    """UTF-8 when all names can be and are not Chinese in GBK; else GB 18030 or Big5, whichever makes more everyday
    characters of the others."""
    others = [name for name in names if not decodes(name, "utf-8")]
    if not others:
        return "gb18030" if gbk_behind(b"/".join(names).decode()) else "utf-8"
    able = [encoding for encoding in ("gb18030", "big5") if all(decodes(name, encoding) for name in others)]
    return max(able, key=lambda encoding: _everyday(others, encoding), default="gb18030")


def _everyday(names: Sequence[bytes], encoding: str) -> float:
    """Share of everyday characters among those beyond ASCII."""
    home, rows = _USUAL[encoding]
    text = [char for name in names for char in name.decode(encoding) if not char.isascii()]
    homes = (char.encode(home, "ignore") for char in text)
    return sum(bool(each) and each[0] in rows for each in homes) / max(1, len(text))


def _shortened(part: str) -> str:
    """A part of a path that is too long for a person: its start, and its end with the ending."""
    return part if len(part) <= LONGEST else f"{part[: LONGEST - 41]}…{part[-40:]}"
