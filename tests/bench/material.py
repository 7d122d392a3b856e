"""The sets of pictures that reading is measured on: easy, hard, long; drawn from a seed or found in a corpus."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from PIL import Image

from tests.bench import conditions, rendered
from tests.bench.conditions import Condition
from tests.bench.rendered import Drawn, Template

CORPUS = "VERIFIER_CORPUS"
"""the environment variable that names a folder with `real/manifest.tsv` and its pictures"""
EXIF = {90: 8, 180: 3, 270: 6}
"""the orientation that turns a picture upright again which was turned clockwise so far"""
ORIENTATION = 274


@dataclass(frozen=True, slots=True)
class Picture:
    path: Path
    lines: tuple[str, ...]
    """what stands on it, in reading order as far as `whole`"""
    kind: str
    whole: bool
    """whether `lines` is all that stands on it, in order; of real ones some lines are known"""


def easy(folder: Path, most: int) -> list[Picture]:
    """Real pictures with known text as they are, and clean papers, screens and scenes: two of three are drawn."""
    drawn = _drawn(folder, "easy", (*rendered.PAPERS, *rendered.SCREENS, *rendered.SCENES), {"plain": conditions.plain})
    return _mixed(real(), drawn, most)


def hard(folder: Path, most: int) -> list[Picture]:
    """Drawn and real pictures turned, tilted, askew, dark, blurred, large, small, stamped; columns of text."""
    ways: dict[str, Condition] = {
        **{f"turned {degrees}": conditions.turned(degrees) for degrees in (90, 180, 270)},
        "dark": conditions.dark,
        "small": conditions.small,
        "sealed": conditions.sealed,
        **{f"exif {degrees}": conditions.turned(degrees) for degrees in (90, 180, 270)},
        "tilted": conditions.tilted,
        "askew": conditions.askew,
        "blurred": conditions.blurred,
        "vertical": conditions.plain,
        "vertical turned 90": conditions.turned(90),
        "large": conditions.large,
    }
    templates = (*rendered.PAPERS, *rendered.SCREENS, *rendered.SCENES)
    return _mixed(_spoilt(folder), _drawn(folder, "hard", templates, ways), most)


def long(folder: Path, most: int) -> list[Picture]:
    """Screens stitched to 1080 × 12,000 and more."""
    return [
        _saved(folder / f"long-{seed}.png", conditions.long_screen(Random(f"long {seed}")), "long")
        for seed in range(most)
    ]


SETS = {"easy": easy, "hard": hard, "long": long}


def real() -> list[Picture]:
    """The pictures of the corpus whose text is known, smallest first; none when no corpus is named."""
    if not os.environ.get(CORPUS):
        return []
    folder = Path(os.environ[CORPUS]) / "real"
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    known = [(folder / row["file"], row["gt_text"]) for row in rows if row.get("gt_text")]
    return [
        Picture(path, tuple(line for line in text.split(" / ") if line.strip()), "real", False)
        for path, text in sorted(known, key=lambda one: one[0].stat().st_size)
        if path.suffix.lower() in (".jpg", ".jpeg", ".png")
    ]


def _spoilt(folder: Path) -> Iterator[Picture]:
    """Real pictures turned, tilted and darkened."""
    ways = (*(conditions.turned(degrees) for degrees in (90, 180, 270)), conditions.dark, conditions.tilted)
    names = ("real turned 90", "real turned 180", "real turned 270", "real dark", "real tilted")
    for index, picture in enumerate(real()):
        drawn = Drawn(Image.open(picture.path).convert("RGB"), picture.lines)
        way = index % len(ways)
        spoilt = ways[way](Random(f"real {index}"), drawn)
        yield _saved(folder / f"real-{index}.png", spoilt, names[way], whole=False)


def _drawn(folder: Path, name: str, templates: tuple[Template, ...], ways: dict[str, Condition]) -> Iterator[Picture]:
    """Endlessly: every condition in turn, each time with another template."""
    seed = 0
    while True:
        for kind, condition in ways.items():
            random = Random(f"{name} {seed}")
            template = random.choice(templates) if len(ways) > 1 else templates[seed % len(templates)]
            if kind == "sealed":
                template = random.choice((rendered.notice, rendered.certificate))
            if kind.startswith("vertical"):
                template = rendered.upright_banner
            drawn = condition(random, template(random))
            turn = int(kind.split()[1]) if kind.startswith("exif") else 0
            ending = "png" if kind in ("dark", "small", "plain") else "jpg"
            yield _saved(folder / f"{name}-{seed}.{ending}", drawn, kind, turn)
            seed += 1


def _saved(path: Path, drawn: Drawn, kind: str, turn: int = 0, whole: bool = True) -> Picture:
    exif = Image.Exif()
    if turn:
        exif[ORIENTATION] = EXIF[turn]
    drawn.image.save(path, quality=88, exif=exif)
    return Picture(path, drawn.lines, kind, whole)


def _mixed(found: Iterator[Picture] | list[Picture], drawn: Iterator[Picture], most: int) -> list[Picture]:
    """A third of `found`, the rest drawn."""
    some = list(islice(found, most // 3))
    return [*some, *islice(drawn, most - len(some))]
