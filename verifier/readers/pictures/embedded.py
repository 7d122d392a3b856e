"""Pictures that stand in the text of a file, as `data:` addresses."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

_DATA = re.compile(r"data:image/([a-z0-9.+-]+)((?:;[^;,]*)*),", re.I)


def data_picture(address: str) -> tuple[str, bytes] | None:
    """Name and bytes of a picture whose address holds it; None for any other, which is never fetched."""
    head = _DATA.match(address[:200])
    if not head or head[1].lower().startswith("svg"):
        return None
    body = address[head.end() :]
    try:
        data = base64.b64decode(unquote_to_bytes(body)) if "base64" in head[2].lower() else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        data = b""
    return f"image.{head[1].lower().replace('jpeg', 'jpg').removeprefix('x-')}", data
