"""Rendered screens with known posts, read by the engine: posts, titles, days, accounts, states and kinds.

By hand: python tests/bench/screens.py [--seeds 68] [--from 0] [--photographed] [--faults]. The screens come from the
templates of tests/shown, drawn with the fonts of this machine. Prints a table; asserts nothing.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.shown.deck import deal
from tests.shown.drawing import draw
from tests.shown.measure import measured
from tests.shown.scene import Scene
from verifier.model import Document, Page, Place, SourceFile
from verifier.ocr import open_engine, recognise

Read = Callable[[Scene, int, int], Document]
"""a scene, its seed and its number → the screen with its lines"""
_MEASURES = (
    ("kind of screen", "kind", ("right", "wrong")),
    ("posts", "post", ("found", "missed", "too many")),
    ("titles", "title", ("right", "wrong")),
    ("days", "date", ("right", "wrong", "missed", "unsure")),
    ("accounts", "account", ("right", "wrong", "guessed")),
    ("published, draft, deleted", "state", ("right", "wrong")),
    ("reposts", "repost", ("right", "wrong")),
)


def measure(seeds: Iterable[int], read: Read, tell: Callable[[str], None] = lambda _: None) -> Counter[str]:
    """Counts over the screens of the seeds."""
    told: Counter[str] = Counter()
    for seed in seeds:
        for number, scene in enumerate(deal(seed)):
            counts, faults = measured(scene, read(scene, seed, number))
            told += counts
            for fault in faults:
                tell(f"{seed}/{number} {scene.template}: {fault}")
    return told


def table(told: Counter[str]) -> str:
    """A row a measure."""
    return "\n".join(
        f"{name:28}" + "  ".join(f"{told[f'{key} {state}']:5} {state}" for state in states)
        for name, key, states in _MEASURES
    )


def by_engine(folder: Path, photographed: bool) -> Read:
    """Reads a scene as it is drawn, by the engine."""
    engine = open_engine()

    def read(scene: Scene, seed: int, number: int) -> Document:
        path = folder / f"{seed}-{number}.png"
        image = draw(scene.canvas, random.Random(f"{seed}/{number}"), photographed)
        image.save(path)
        file = SourceFile(path.name, f"{seed}-{number}", 1, "image", "read", stored=path, pages=1)
        page = Page(Place(path.name, 1), path, image.size, needs_ocr=True)
        return recognise([Document(file, (page,))], folder, engine)[0]

    return read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=68)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--photographed", action="store_true", help="as a camera sees the screen")
    parser.add_argument("--faults", action="store_true", help="a line for each fault")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        read = by_engine(Path(home), chosen.photographed)
        seeds = range(chosen.first, chosen.first + chosen.seeds)
        print(table(measure(seeds, read, print if chosen.faults else lambda _: None)))


if __name__ == "__main__":
    main()
