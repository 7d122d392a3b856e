"""What the answers to a sample say of all readings, exactly, and the sentence for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from verifier.assuring.bound import DOUBT, most_wrong
from verifier.assuring.drawing import Reading, Sample


@dataclass(frozen=True, slots=True)
class Assured:
    """What a sample that was looked at says."""

    readings: int
    looked: int
    wrong: int
    most: int
    """readings that are wrong at most, with 95 % confidence"""

    @property
    def share(self) -> Fraction:
        return Fraction(self.most, self.readings)

    @property
    def percent(self) -> str:
        """Of `share`, upwards to a tenth."""
        tenths = -(-self.share.numerator * 1000 // self.share.denominator)
        return f"{tenths // 10}.{tenths % 10}%"

    @property
    def told(self) -> str:
        return (
            f"抽查 {self.looked}/{self.readings} 处，读错 {self.wrong} 处；"
            f"在95%的把握下，影响得分的读错不超过 {self.percent}（{self.most} 处）。"
        )


def bounded(readings: int, surely: Collection[str], drawn: Collection[str], said: Mapping[str, bool]) -> Assured:
    """What answers say of so many readings: of those that bear most each was looked at, so that only of the rest, from
    which `drawn` was drawn, anything has to be bounded. `said`: whether each was read rightly, by its key."""
    wrong, drawn_wrong = (sum(1 for key in keys if not said[key]) for keys in (surely, drawn))
    of_rest = most_wrong(readings - len(surely), len(drawn), drawn_wrong, DOUBT)
    return Assured(readings, len(surely) + len(drawn), wrong + drawn_wrong, wrong + of_rest)


def stated(sample: Sample, said: Mapping[str, bool]) -> Assured:
    """What answers to a sample say, by the keys of what was drawn."""
    surely, drawn = ([each.key for each in part] for part in (sample.surely, sample.drawn))
    return bounded(sample.readings, surely, drawn, said)


def wrong_told(reading: Reading) -> str:
    """Chinese: a reading that is wrong, in a line."""
    return f"  · 读错：{reading.file} {reading.spot}（指标 {'、'.join(reading.cells)}）"
