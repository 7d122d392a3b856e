"""Seals found and red things taken for one: in drawn pages by kind, and in real pictures where they are given.

By hand: python tests/bench/seals.py [--each N]. With VERIFIER_CORPUS (a folder of pictures, seals in its `seal/`)
the real ones are looked at too. Prints tables; asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np

from tests.facts.seal_pictures import (
    NO_SEALS,
    PAGE,
    Drawn,
    Random,
    laid,
    no_seal,
    page,
    photographed,
    put,
    scanned,
    seal_mask,
    stamped,
)
from verifier.facts.seals.find import find_seals

Row = tuple[str, int, int, int]
"""kind, seals there, found, found where none is"""


def small(rng: Random, faded: bool = False) -> Drawn:
    """A seal of 5 to 9 % of the page's width, as on a page photographed from far."""
    diameter = int(rng.uniform(0.05, 0.09) * PAGE[1])
    layer = np.zeros(PAGE, np.uint8)
    left, top = int(rng.integers(380, 600)), int(rng.integers(690, 880))
    put(layer, seal_mask(rng, diameter), left, top)
    alpha = float(rng.uniform(0.3, 0.45)) if faded else float(rng.uniform(0.6, 0.95))
    picture = laid(page(rng), layer, (45, 35, 210), alpha)
    return Drawn(picture, (left, top, left + diameter, top + diameter))


KINDS: dict[str, Callable[[Random], Drawn]] = {
    "round": lambda rng: stamped(rng),
    "round, no star": lambda rng: stamped(rng, star=False),
    "oval": lambda rng: stamped(rng, oval=True),
    "partly off the page": lambda rng: stamped(rng, cut=True),
    "faded": lambda rng: stamped(rng, faded=True),
    "oval, faded": lambda rng: stamped(rng, oval=True, faded=True),
    "small": lambda rng: small(rng),
    "small, faded": lambda rng: small(rng, faded=True),
    "photographed": lambda rng: photographed(rng, stamped(rng)),
    "photographed, faded": lambda rng: photographed(rng, stamped(rng, faded=True)),
}


def _meet(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two boxes share half of their common area."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return False
    areas = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return 2 * width * height > areas - width * height


def found_by_kind(each: int) -> Iterator[Row]:
    """Pages with one seal, scanned."""
    for kind, draw in KINDS.items():
        found = others = 0
        for seed in range(each):
            rng = np.random.default_rng(1000 + seed)
            drawn = draw(rng)
            boxes = [seal.box for seal in find_seals(scanned(rng, drawn.picture))]
            hits = [box for box in boxes if _meet(box, drawn.box)]
            found += bool(hits)
            others += len(boxes) - len(hits)
        yield kind, each, found, others


def false_by_kind(each: int) -> Iterator[Row]:
    """Pages with something red that is no seal; a page counts once."""
    for kind in NO_SEALS:
        wrong = 0
        for seed in range(each):
            rng = np.random.default_rng(1000 + seed)
            picture = no_seal(rng, kind)
            wrong += bool(find_seals(scanned(rng, picture) if seed % 2 else picture))
        yield kind, 0, 0, wrong


def found_in(corpus: Path) -> Iterator[Row]:
    """Real pictures: how many seals are found in each of those with seals, and in all the others."""
    for path in sorted(corpus.rglob("*")):
        if path.suffix.lower() not in (".png", ".jpg", ".jpeg"):
            continue
        picture = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
        if picture is not None and ((many := len(find_seals(np.asarray(picture)))) or path.parent.name == "seal"):
            yield f"{path.parent.name}/{path.name}", 0, many, 0


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=60, help="pages of each kind")
    each = parser.parse_args(arguments).each
    print(f"{'kind':24} {'seals':>6} {'found':>6} {'beside':>6}")
    rows = list(found_by_kind(each))
    for kind, there, found, others in rows:
        print(f"{kind:24} {there:6} {found:6} {others:6}")
    print(f"{'all':24} {sum(row[1] for row in rows):6} {sum(row[2] for row in rows):6} {sum(row[3] for row in rows):6}")
    print(f"\n{'red, but no seal':24} {'pages':>6} {'false':>6}")
    wrong = list(false_by_kind(each))
    for kind, _, _, false in wrong:
        print(f"{kind:24} {each:6} {false:6}")
    print(f"{'all':24} {each * len(wrong):6} {sum(row[3] for row in wrong):6}")
    if corpus := os.environ.get("VERIFIER_CORPUS"):
        print(f"\n{'real picture':60} {'found':>6}")
        for name, _, found, _ in found_in(Path(corpus)):
            print(f"{name:60} {found:6}")


if __name__ == "__main__":
    main(sys.argv[1:])
