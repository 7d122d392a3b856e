"""Bundles of which some readings are wrong, looked at by samples: how often what is stated of all of them holds.

`python -m tests.bench.assurance 2000` simulates so many and prints the share; stated are 95 %. Half of them have wrong
readings anywhere, half above all among those that bear little, where a sample looks least; in half of them a second
reading doubts seven of ten that are wrong, and one of fourteen that is right.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from fractions import Fraction

from verifier.assuring.drawing import Reading, sample_of
from verifier.assuring.stating import Assured, stated


@dataclass(frozen=True, slots=True)
class Simulated:
    said: Assured
    truly: int
    """readings that are wrong"""

    @property
    def holds(self) -> bool:
        return self.truly <= self.said.most


def simulated(seed: int) -> Simulated:
    """A bundle, and what a sample of it says."""
    chance = random.Random(seed)
    many = chance.randrange(5, 600)
    readings = [
        Reading(f"{at}.jpg", 1, "0,0,1,1", "date", "", ("3.1",), Fraction(chance.randrange(1, 100), 10))
        for at in range(many)
    ]
    readings.sort(key=lambda each: each.stake)
    among = readings if chance.random() < 0.5 else readings[: max(1, many // 2)]
    wrong = {each.key for each in chance.sample(among, int(len(among) * chance.choice((0.01, 0.05, 0.1, 0.3))))}
    doubt = chance.choice((0.0, 0.7))
    doubtful = {each.key for each in readings if chance.random() < (doubt if each.key in wrong else doubt / 10)}
    sample = sample_of(readings, chance.choice((10, 20, 40, 60, 100)), f"{chance.randrange(10**8)}", doubtful)
    return Simulated(stated(sample, {each.key: each.key not in wrong for each in sample.every}), len(wrong))


def main(many: int) -> None:
    tries = [simulated(seed) for seed in range(many)]
    held = sum(each.holds for each in tries)
    spare = sum(each.said.most - each.truly for each in tries) / many
    print(f"the bound held in {held} of {many} bundles ({held / many:.2%}), on average {spare:.1f} readings above")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
