"""What a bundle and a file may take."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond any of these a file or an archive is refused, or read as far as the limit goes."""

    # of a bundle and of its archives
    files: int = 20_000
    file_bytes: int = 1 << 30
    total_bytes: int = 4 << 30
    """unpacked, from all archives together or from one office paper"""
    depth: int = 3
    """archives within archives; the bundle itself does not count"""
    bomb_ratio: int = 200
    bomb_bytes: int = 100 << 20
    """an entry is a bomb when it unpacks to more than this and to more than `bomb_ratio` times its packed size"""

    # of one file while it is read
    pages: int = 500
    """of a PDF, frames of a TIFF; those after are not read"""
    pixels: int = 150_000_000
    """of a picture"""
    cells: int = 40_000_000
    """of the rectangle of a sheet that is laid out; a sheet that reaches further is read without its empty cells"""
    characters: int = 2_000_000
    """of running text; tables are apart"""
    seconds: int = 180
    """of processor time; several times as many by the clock"""
    memory_bytes: int = 3 << 30
    """of the process that reads it"""


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds while a bundle is read."""

    limits: Limits = Limits()
    passwords: tuple[str, ...] = field(default=(), repr=False)
    """tried on protected files; never shown, logged or stored"""


@dataclass(frozen=True, slots=True)
class Lost:
    """A piece of work given up: too long, too large for the memory, its process ended, or it gave no answer of ours."""

    why: Literal["time", "memory", "crash", "answer"]
