"""What a picture file says of itself: camera, times, and every program and source that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from PIL import ExifTags, Image

from verifier.readers.outcome import clean

_PROCESSING = 0x000B
"""EXIF ProcessingSoftware"""
_SOURCE = re.compile(rb"digitalsourcetype/(\w{1,60})")
"""IPTC's kinds of source, in XMP and in the boxes of C2PA alike"""
_AGENT = re.compile(rb"(?:CreatorTool|softwareAgent)(?:=[\"']|>)([^\"'<]{1,80})")
_LABEL = b"AIGC"
"""GB 45438: the label of generated content, in XMP, EXIF or a text of PNG"""


@dataclass(frozen=True, slots=True)
class Said:
    taken_at: datetime | None
    changed_at: datetime | None
    camera: str | None
    software: str | None
    """the program that wrote the file"""
    traces: tuple[str, ...]
    """every program, kind of source and label that the file names; texts of a PNG by their key, `PNG:parameters`"""


def said_by(opened: Image.Image, data: bytes) -> Said:
    """What the file says. `data`: its bytes."""
    try:
        exif = opened.getexif()
        inner = exif.get_ifd(ExifTags.IFD.Exif)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError):
        exif, inner = Image.Exif(), {}
    make, model = _word(exif.get(ExifTags.Base.Make)), _word(exif.get(ExifTags.Base.Model))
    camera = model if model.lower().startswith(make.lower()) else f"{make} {model}"
    traces = tuple(dict.fromkeys(filter(None, _traces(opened, exif, inner, data))))
    programs = [each for each in traces if not each.startswith("PNG:") and each != _LABEL.decode()]
    return Said(
        _moment(_word(inner.get(ExifTags.Base.DateTimeOriginal))),
        _moment(_word(exif.get(ExifTags.Base.DateTime))),
        camera.strip() or None,
        programs[0] if programs else None,
        traces,
    )


def _traces(opened: Image.Image, exif: Image.Exif, inner: Mapping[int, object], data: bytes) -> Iterator[str]:
    yield _word(exif.get(ExifTags.Base.Software))
    yield _word(opened.info.get("Software") or opened.info.get("software"))
    packet = _bytes(opened.info.get("xmp") or opened.info.get("XML:com.adobe.xmp"))
    yield from (_word(found) for found in _AGENT.findall(packet))
    yield _word(exif.get(_PROCESSING))
    yield from (_word(found) for found in _SOURCE.findall(data))
    comment = _bytes(inner.get(ExifTags.Base.UserComment) or exif.get(ExifTags.Base.ImageDescription))
    if _LABEL in packet or _LABEL in comment.replace(b"\0", b""):
        yield _LABEL.decode()
    if opened.format == "PNG":
        yield from (f"PNG:{key}" for key, text in opened.info.items() if isinstance(key, str) and isinstance(text, str))


def _bytes(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode()
    return value if isinstance(value, bytes) else b""


def _word(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return clean(value.partition("\0")[0]) if isinstance(value, str) else ""


def _moment(text: str) -> datetime | None:
    match = re.match(r"(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?", text)
    try:
        return datetime(*(int(part or 0) for part in match.groups())) if match else None  # type: ignore[arg-type]
    except ValueError:
        return None
