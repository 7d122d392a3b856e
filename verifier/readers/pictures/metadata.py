"""What a picture file says of itself: camera, times, and every program and source that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

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
        value = value.decode("latin-1")
    if isinstance(value, str) and not value.isascii():
        value = _rightly_decoded(value)
    return clean(value.partition("\0")[0]) if isinstance(value, str) else ""


def _rightly_decoded(text: str) -> str:
    """EXIF knows ASCII only, and Pillow takes any other byte for Latin-1; phones write UTF-8, and in times GBK."""
    codes = ("utf-8", "gb18030") if _DAY.match(text) else ("utf-8",)
    for code in codes:
        try:
            return text.encode("latin-1").decode(code)
        except UnicodeError:
            continue
    return text


_DAY = re.compile(r"(\d{4})\s?[:\-/.年]\s?(\d{1,2})\s?[:\-/.月]\s?(\d{1,2})(?!\d)")
_CLOCK = re.compile(
    r"(?P<half>上午|下午|晚上|中午|凌晨|[ap]\.?m\b)?\s*(?P<hour>\d{1,2})[:时](?P<minute>\d{2})(?:[:分](?P<second>\d{2}))?"
    r"\s*(?P<after>[ap]\.?m\b)?",
    re.I,
)


def _moment(text: str) -> datetime | None:
    """When it was; a clock that can't be read costs the time and not the day, which is what is asked for."""
    day = _DAY.match(text)
    try:
        begins = datetime(int(day[1]), int(day[2]), int(day[3])) if day else None
    except ValueError:
        return None
    return begins and begins + _time_of_day(text[day.end() if day else 0 :])


def _time_of_day(text: str) -> timedelta:
    """Since midnight; some cameras give 24 for the hour after midnight, phones 下午2:04 for 14:04."""
    clock = _CLOCK.search(text)
    if clock is None:
        return timedelta()
    half = (clock["half"] or clock["after"] or "").lower()
    hour, minute, second = int(clock["hour"]) % 24, int(clock["minute"]), int(clock["second"] or 0)
    if half.startswith(("下", "晚", "中", "p")) and hour < 12 and not (half == "中午" and hour == 11):
        hour += 12
    elif half.startswith(("上", "凌", "a")) and hour == 12:
        hour = 0
    return timedelta(hours=hour, minutes=minute, seconds=second) if max(minute, second) < 60 else timedelta()
