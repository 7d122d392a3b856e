"""Which readings the points of a result hang on, and a sample of them that anybody can draw again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from verifier.model import Box, PieceRecord, ResultRecord

Place = tuple[str, int | None, str, str]
"""file, page, spot and fact of a reading"""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that was read, and counts."""

    file: str
    page: int | None
    spot: str
    """where on it: the box, the cell of a sheet or the line, as text"""
    fact: str
    text: str
    cells: tuple[str, ...]
    """the cells of the form whose points hang on it"""
    stake: Fraction
    """points of the total that it bears: those of its cells, shared out among all that counts there"""
    sha256: str = ""
    """of the file"""
    box: Box | None = None
    """on a page picture"""

    @property
    def key(self) -> str:
        """The same for the same text at the same place of the same file, whatever else stands in the result."""
        told = f"{self.file}\0{self.page}\0{self.spot}\0{self.fact}\0{self.text}\0{self.sha256}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Sample:
    readings: int
    """of which it was drawn"""
    surely: tuple[Reading, ...]
    """those that were doubtful at a second reading, then those that bear most: all of them are looked at"""
    drawn: tuple[Reading, ...]
    """of the rest, each as likely as any other"""
    doubtful: int = 0
    """of all readings, those that a second one made doubtful"""

    @property
    def every(self) -> tuple[Reading, ...]:
        return (*self.surely, *self.drawn)

    @property
    def rest(self) -> int:
        """Of how many `drawn` was drawn."""
        return self.readings - len(self.surely)


def readings_of(result: ResultRecord) -> tuple[Reading, ...]:
    """All readings on which points hang, each once."""
    weights = {group.id: Fraction(str(group.weight)) for group in result.groups}
    digests = {file.path: file.sha256 for file in result.files}
    found: dict[Place, Reading] = {}
    for cell in result.indicators:
        counted = [piece for piece in cell.evidence if piece.counted and piece.fact != "file"]
        share = Fraction(str(cell.proposed)) * weights.get(cell.group, Fraction(0)) / max(1, len(counted))
        for piece in counted if share else ():
            place = place_of(piece)
            known = found.get(place)
            cells, stake = (known.cells, known.stake) if known else ((), Fraction(0))
            cells = (*cells, *({cell.id} - {*cells}))
            found[place] = Reading(*place, piece.text, cells, stake + share, digests.get(piece.file, ""), piece.box)
    return tuple(found.values())


def place_of(piece: PieceRecord) -> Place:
    return (piece.file, piece.page, _spot(piece), piece.fact)


def _spot(piece: PieceRecord) -> str:
    if piece.cell is not None:
        return piece.cell
    if piece.line is not None:
        return str(piece.line)
    return ",".join(map(str, piece.box)) if piece.box is not None else ""


def sample_of(readings: Sequence[Reading], size: int, seed: str, doubtful: Collection[str] = ()) -> Sample:
    """So many of them: for one half those that bear most, for the other half any of the rest.

    `doubtful`: keys of readings that go before all others in the first half. Whatever stands in it takes nothing from
    chance: the second half is drawn from all that is left. The order in which that is drawn is that of hashes of seed
    and reading, so that the same seed draws the same on every machine, and nobody who has not chosen the seed can tell
    which.
    """
    by_stake = sorted(readings, key=lambda each: (each.key not in doubtful, -each.stake, each.key))
    surely = tuple(by_stake[: size // 2])
    rest = sorted(by_stake[len(surely) :], key=lambda each: _lot(seed, each))
    return Sample(len(readings), surely, tuple(rest[: size - len(surely)]), len(doubtful))


def _lot(seed: str, reading: Reading) -> str:
    return hashlib.sha256(f"{seed}\0{reading.key}".encode()).hexdigest()
