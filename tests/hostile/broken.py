"""Files that are cut short or scrambled: every kind at twenty cuts, and with bytes changed, from a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.hostile.good import good_files

CUTS = 20


def cut_files() -> Iterator[tuple[str, bytes]]:
    for ending, data in good_files().items():
        for at in range(CUTS):
            yield f"{ending.replace('.', '-')}截断{at:02d}.{ending}", data[: len(data) * at // CUTS]


def scrambled_files(each: int = 5) -> Iterator[tuple[str, bytes]]:
    for ending, data in good_files().items():
        for number in range(each):
            yield (
                f"{ending.replace('.', '-')}乱码{number}.{ending}",
                scrambled(data, random.Random(f"{ending}{number}")),
            )


def scrambled(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, some taken out, some said twice."""
    kept = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(kept))
        match chance.randrange(4):
            case 0:
                kept[at] = chance.randrange(256)
            case 1:
                del kept[at : at + chance.randrange(1, 40)]
            case 2:
                kept[at:at] = kept[at : at + chance.randrange(1, 40)]
            case _:
                kept[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"))
        if not kept:
            break
    return bytes(kept)
