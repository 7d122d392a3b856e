"""Values of ASN.1 as signatures hold them, in DER and in the BER that some programs write (ITU-T X.690)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

INTEGER, BITS, OCTETS, NULL, OID, UTF8, SEQUENCE, SET = 2, 3, 4, 5, 6, 12, 0x30, 0x31
UTC_TIME, TIME = 23, 24
_CONSTRUCTED, _CONTEXT = 0x20, 0xA0
_INDEFINITE, _END = 0x80, b"\0\0"
_DEEPEST = 40
"""values within values whose lengths are not said"""
_WIDE = {30: "utf-16-be", 28: "utf-32-be"}
"""tags of texts that are in no UTF-8: BMPString, UniversalString"""


class Malformed(ValueError):
    """What is to be a value of ASN.1 is none, or not the one that is expected."""


@dataclass(frozen=True, slots=True)
class Value:
    tag: int
    """the first octet: class, whether it holds others, number"""
    content: bytes
    whole: bytes
    """with tag and length"""

    @property
    def parts(self) -> tuple[Value, ...]:
        """The values within. Raises Malformed."""
        return tuple(values(self.content))

    def part(self, at: int, tag: int | None = None) -> Value:
        """The value at an index, which has to be of that tag where one is given. Raises Malformed."""
        parts = self.parts
        if at >= len(parts) or (tag is not None and parts[at].tag != tag):
            raise Malformed
        return parts[at]

    def tagged(self, number: int) -> Value | None:
        """The first value within of that number in the context."""
        return next((each for each in self.parts if each.tag == _CONTEXT + number), None)

    @property
    def octets(self) -> bytes:
        """Of octets or bits: what they hold, put together where BER has it in pieces."""
        if self.tag & _CONSTRUCTED:
            return b"".join(each.octets for each in self.parts)
        return self.content[1:] if self.tag == BITS else self.content

    @property
    def number(self) -> int:
        return int.from_bytes(self.content, signed=True)

    @property
    def oid(self) -> str:
        """1.2.840.113549.1.7.2"""
        if self.tag != OID or not self.content:
            raise Malformed
        numbers, number = [], 0
        for octet in self.content:
            number = number << 7 | octet & 0x7F
            if not octet & 0x80:
                numbers.append(number)
                number = 0
        if not numbers:
            raise Malformed
        first = min(numbers[0] // 40, 2)
        return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))

    @property
    def text(self) -> str:
        return self.content.decode(_WIDE.get(self.tag, "utf-8"), "replace").strip("\0 ")

    @property
    def time(self) -> datetime | None:
        """UTC; None where it is no time."""
        digits = self.content.decode("ascii", "replace").strip()
        return time_of(digits if self.tag != UTC_TIME else ("19" if digits[:2] >= "50" else "20") + digits)


def time_of(text: str) -> datetime | None:
    """20240618092233Z, 20240618092233+0800, 2024-06-18 09:22:33 → UTC; without a zone as Chinese clocks show it."""
    zone = text[14:].replace("'", "").replace(":", "") if text[:14].isdigit() else ""
    digits = "".join(filter(str.isdigit, text[:14] if zone else text))[:14]
    try:
        at = datetime.strptime(digits, "%Y%m%d%H%M%S")
        return datetime.strptime(f"{digits}{_offset(zone)}", "%Y%m%d%H%M%S%z").astimezone(UTC) if at else None
    except ValueError:
        return None


def _offset(zone: str) -> str:
    zone = zone.partition(".")[2].lstrip("0123456789") if zone.startswith(".") else zone
    if zone.startswith("Z"):
        return "+0000"
    return zone[:5] if zone[:1] in ("+", "-") and zone[1:5].isdigit() else "+0800"


def value(data: bytes) -> Value:
    """The first value of some bytes; what stands behind it is let be. Raises Malformed."""
    for each in values(data):
        return each
    raise Malformed


def values(data: bytes) -> Iterator[Value]:
    """The values that follow one another in some bytes. Raises Malformed."""
    at = 0
    while at < len(data) and data[at : at + 2] != _END:
        found, at = _value_at(data, at, 0)
        yield found


def _value_at(data: bytes, start: int, depth: int) -> tuple[Value, int]:
    """A value, and where the next begins."""
    if depth > _DEEPEST or start + 2 > len(data) or data[start] & 0x1F == 0x1F:
        raise Malformed
    tag, length, at = data[start], data[start + 1], start + 2
    if length == _INDEFINITE:
        end = at
        while data[end : end + 2] != _END:
            _, end = _value_at(data, end, depth + 1)
        return Value(tag, data[at:end], data[start : end + 2]), end + 2
    if length > _INDEFINITE:
        octets = length & 0x7F
        length, at = int.from_bytes(data[at : at + octets]), at + octets
    if at + length > len(data):
        raise Malformed
    return Value(tag, data[at : at + length], data[start : at + length]), at + length
