"""Pictures and pages that stand in the text of a file, as `data:` addresses."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

_DATA = re.compile(r"data:image/([a-z0-9.+-]+)((?:;[^;,]*)*),", re.I)
_PAGE = re.compile(r"\s*data:(?:text/html|application/xhtml\+xml)((?:;[^;,]*)*),", re.I)


def data_picture(address: str) -> tuple[str, bytes] | None:
    """Name and bytes of a picture whose address holds it; None for any other, which is never fetched."""
    head = _DATA.match(address[:200])
    if not head or head[1].lower().startswith("svg"):
        return None
    data = _bytes(address[head.end() :], head[2])
    return f"image.{head[1].lower().replace('jpeg', 'jpg').removeprefix('x-')}", data


def data_page(address: str) -> bytes:
    """The web page that an address holds; nothing for any other, which is never fetched."""
    head = _PAGE.match(address[:200])
    return _bytes(address[head.end() :], head[1]) if head else b""


def _bytes(body: str, coding: str) -> bytes:
    try:
        return base64.b64decode(unquote_to_bytes(body)) if "base64" in coding.lower() else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return b""
