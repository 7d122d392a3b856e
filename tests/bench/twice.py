"""Lines that are misread, read a second time: how many of them say something else then, and how many of the others.

`python -m tests.bench.twice 30` takes so many pictures of the sample bundles, makes them small, blurred and coarse so
that some lines are misread, and reads those twice. What the whole picture says is taken for right.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from verifier.assuring.twice import bare
from verifier.model import Box
from verifier.ocr import OcrLine, Reading, open_engine, say_again
from verifier.ocr.engine import Engine

SAMPLES = Path(__file__).parent.parent.parent / "samples"
SURE = 0.97
"""confidence from which a line of the whole picture is taken for right"""


def pictures(many: int) -> list[Path]:
    found = sorted(path for name in ("good", "flawed") for path in (SAMPLES / name).rglob("*.[jp][pn]g"))
    random.Random(5).shuffle(found)
    return found[:many]


def spoiled(picture: Image.Image, chance: random.Random, path: Path) -> float:
    """Writes a picture that is harder to read; how much smaller it is."""
    share = chance.choice((0.3, 0.4, 0.5, 1.0))
    small = picture.resize((max(1, int(picture.width * share)), max(1, int(picture.height * share))))
    small = small.filter(ImageFilter.GaussianBlur(chance.choice((0, 0.6, 1.0))))
    small.save(path, "JPEG", quality=chance.choice((15, 30, 60)))
    return share


def read(picture: Image.Image, engine: Engine) -> Reading:
    return engine.read(np.ascontiguousarray(np.asarray(picture.convert("RGB"))[:, :, ::-1]))


def same_place(box: Box, lines: list[OcrLine], share: float) -> OcrLine | None:
    """The line of the whole picture that lies where one of the small picture does."""
    for line in lines:
        other = [edge * share for edge in line.box]
        wide, high = min(box[2], other[2]) - max(box[0], other[0]), min(box[3], other[3]) - max(box[1], other[1])
        both = max(0.0, wide) * max(0.0, high)
        sizes = [(each[2] - each[0]) * (each[3] - each[1]) for each in (box, other)]
        if both > 0.6 * (sum(sizes) - both):
            return line
    return None


def main(many: int) -> None:
    engine, chance, found = open_engine(), random.Random(5), Counter[tuple[bool, bool]]()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.jpg"
        for each in pictures(many):
            picture = Image.open(each).convert("RGB")
            picture.thumbnail((2200, 2200))
            whole, share = read(picture, engine), spoiled(picture, chance, path)
            small = Image.open(path)
            first = read(small, engine)
            if whole.turn or first.turn:
                continue
            said = say_again(path, [line.box for line in first.lines], small.size, engine) or []
            right = [line for line in whole.lines if line.confidence > SURE]
            for line, again in zip(first.lines, said, strict=True):
                true = same_place(line.box, right, share)
                if true is not None:
                    found[bare(true.text) != bare(line.text), bare(again) != bare(line.text)] += 1
    wrong, well = (found[is_wrong, True] + found[is_wrong, False] for is_wrong in (True, False))
    print(f"of {wrong} misread lines {found[True, True]} were doubted, of {well} others {found[False, True]}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
