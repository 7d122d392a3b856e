"""Text under seals: how much of the lines that a red seal lies on is read, by kind of seal, beside plain rapidocr.

By hand: python -m tests.bench.under_seals [--each 10] [--readers verifier,rapidocr] [--keep FOLDER]. The lower half of
a certificate at 150 dots an inch is drawn from a seed in the fonts of this machine, sealed, and scanned (soft, noisy,
compressed); what is written round the seals stands nowhere else on it. Only lines of which a seal's ring, star or
writing touches a letter count. Prints a table; asserts nothing.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.bench.conditions import FIRMS, SCHOOLS
from tests.bench.likeness import Lines, score
from tests.bench.readers import READERS, Worker
from tests.facts.seal_pictures import Array, put, scanned, worn

SIZE = (1240, 900)
"""width, height"""
FONTS = ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "wqy-microhei.ttc")
"""those that the machine has are taken"""
INK = (28, 28, 30)
TOUCHED = 0.01
"""share of a line's box that a seal covers where it counts as under it"""
LETTERS = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
NAMES = "子涵浩然欣怡梓萱宇轩思远嘉琪明哲雨桐文博晓彤佳宁"


@dataclass(frozen=True, slots=True)
class Kind:
    """How seals of a kind look; each a range from which is drawn."""

    alpha: tuple[float, float]
    """1.0 covers"""
    diameter: tuple[float, float] = (0.17, 0.24)
    """in widths of the page"""
    seals: int = 1
    blended: bool = False
    """laid over the letters as a picture is, instead of soaking into paper as ink does"""
    flat: float = 1.0


KINDS = {
    "red": Kind((0.65, 0.9)),
    "dark": Kind((0.95, 1.0)),
    "faded": Kind((0.25, 0.4)),
    "overlapping": Kind((0.6, 0.9), seals=2),
    "blended": Kind((0.45, 0.7), blended=True),
    "oval": Kind((0.6, 0.9), flat=0.68),
    "large": Kind((0.6, 0.9), (0.34, 0.42)),
}


@dataclass(frozen=True, slots=True)
class Sealed:
    kind: str
    picture: Array
    lines: tuple[str, ...]
    """those under a seal, from the top"""


@dataclass(slots=True)
class Share:
    """What was read right of the lines under seals."""

    lines: int = 0
    whole: int = 0
    """without a fault"""
    nearly: int = 0
    """with nine of ten characters right"""
    characters: int = 0
    wrong: int = 0

    def add(self, known: Sequence[str], read: Lines) -> None:
        for line in known:
            one = score([line], read, False)
            self.lines += 1
            self.whole += not one.wrong
            self.nearly += one.right
            self.characters += one.characters
            self.wrong += one.wrong

    def __str__(self) -> str:
        parts = ((self.whole, self.lines), (self.nearly, self.lines), (self.characters - self.wrong, self.characters))
        return "  ".join(f"{100 * part / max(1, of):6.2f} % of {of:5}" for part, of in parts)


HEAD = f"{'':12} {'':12} lines whole         lines with .9        characters"


def pictures(each: int, seed: int = 20) -> Iterator[Sealed]:
    """So many of each kind."""
    for number in range(each):
        for kind in KINDS:
            yield drawn(kind, f"{seed} {number} {kind}")


def drawn(name: str, seed: str) -> Sealed:
    """A certificate's lower half with a seal of a kind on it."""
    random, kind = Random(seed), KINDS[name]
    rng = np.random.default_rng(random.getrandbits(32))
    page = Image.new("RGB", SIZE, (252, 252, random.randint(244, 252)))
    pen, face = ImageDraw.Draw(page), _font(random.choice(_faces()), random.randint(25, 31))
    firm = random.choice(FIRMS)
    placed = []
    texts = [*_sentences(random, firm), "特此证明。", firm, f"2024年{random.randint(1, 12)}月{random.randint(1, 28)}日"]
    top = 40
    for at, text in enumerate(texts):
        left = 110 if at < len(texts) - 2 else SIZE[0] - 170 - int(face.getlength(text))
        pen.text((left, top), text, INK, face)
        placed.append((text, pen.textbbox((left, top), text, face)))
        top += random.randint(52, 66)
    picture = np.asarray(page)[:, :, ::-1].copy()
    anchor, below = random.choice((placed[-2:], placed[-2:], placed[2:4]))
    middle = (anchor[1][0] + anchor[1][2]) / 2, (anchor[1][1] + below[1][3]) / 2
    others = [each for each in (*FIRMS, *SCHOOLS) if not any(each in text for text in texts)]
    layers = list(_layers(random, rng, kind, others, middle))
    for layer in layers:
        picture = _laid(picture, layer, random, kind)
    covered = np.maximum.reduce(layers) > 80
    under = tuple(text for text, (x0, y0, x1, y1) in placed if covered[y0:y1, x0:x1].mean() > TOUCHED)
    return Sealed(name, scanned(rng, picture), under)


def _sentences(random: Random, firm: str) -> Iterator[str]:
    school = random.choice(SCHOOLS)
    yield f"兹证明{school}学生{_name(random)}（学号：{random.randint(10**9, 10**10)}）"
    yield f"于2024年{random.randint(1, 5)}月{random.randint(1, 28)}日至2024年{random.randint(6, 12)}月在我单位实习，"
    yield f"岗位为{random.choice(('软件测试', '机械装配', '会计助理', '船舶设计', '客户服务'))}，表现良好，考核合格。"
    yield f"联系人：{_name(random)}　联系电话：0631-{random.randint(10**6, 10**7)}"
    yield f"单位地址：威海市{random.choice(('环翠区', '文登区', '荣成市', '乳山市'))}青岛路{random.randint(1, 300)}号"
    yield f"统一社会信用代码：9137100{random.randint(10**9, 10**10)}X"


def _name(random: Random) -> str:
    return random.choice(LETTERS) + "".join(random.sample(NAMES, 2))


def _layers(
    random: Random, rng: np.random.Generator, kind: Kind, names: Sequence[str], middle: tuple[float, float]
) -> Iterator[Array]:
    """Where each seal has ink, as masks of the page."""
    for number in range(kind.seals):
        diameter = round(random.uniform(*kind.diameter) * SIZE[0])
        mask = _seal(random, random.choice(names), diameter, kind.flat)
        layer = np.zeros(SIZE[::-1], np.uint8)
        aside = (random.uniform(-0.5, 0.3) - 0.5 * number) * diameter
        left, top = middle[0] - diameter / 2 + aside, middle[1] - diameter / 2 + random.uniform(-0.25, 0.2) * diameter
        put(layer, worn(rng, mask), round(left), min(round(top), SIZE[1] - diameter - 4))
        yield layer


def _seal(random: Random, text: str, diameter: int, flat: float) -> Array:
    """A seal with ring, name along it and star, as it lies on the page."""
    side = 2 * diameter
    layer = Image.new("L", (side, side))
    pen, radius, middle = ImageDraw.Draw(layer), side / 2 - 6, side / 2
    pen.ellipse((6, 6, side - 6, side - 6), outline=255, width=random.randint(side // 50, side // 28))
    star = [
        (middle + reach * math.sin(tip * math.pi / 5), middle - reach * math.cos(tip * math.pi / 5))
        for tip in range(10)
        for reach in (radius * (0.3 if tip % 2 == 0 else 0.115),)
    ]
    pen.polygon(star, 255)
    size = int(min(0.26 * radius, 3.4 * radius / len(text)))
    for index, character in enumerate(text):
        angle = (index - (len(text) - 1) / 2) * min(24.0, 260 / len(text))
        glyph = Image.new("L", (2 * size, 2 * size))
        ImageDraw.Draw(glyph).text((size, size), character, 255, _font(_faces()[0], size), anchor="mm")
        glyph = glyph.rotate(-angle, Image.Resampling.BICUBIC)
        x = middle + 0.76 * radius * math.sin(math.radians(angle)) - size
        y = middle - 0.76 * radius * math.cos(math.radians(angle)) - size
        layer.paste(255, (round(x), round(y)), glyph)
    turned = layer.rotate(random.uniform(-18, 18), Image.Resampling.BICUBIC)
    return np.asarray(cv2.resize(np.asarray(turned), (diameter, round(diameter * flat)), interpolation=cv2.INTER_AREA))


def _laid(picture: Array, layer: Array, random: Random, kind: Kind) -> Array:
    colour = np.array([random.randint(25, 60), random.randint(20, 50), random.randint(190, 230)], np.float32)
    share = (layer.astype(np.float32) / 255 * random.uniform(*kind.alpha))[:, :, np.newaxis]
    over = colour if kind.blended else picture * colour / 255
    return np.asarray(picture * (1 - share) + over * share).astype(np.uint8)


@cache
def _faces() -> list[str]:
    """The fonts of the machine, of those that are wanted."""
    found = {path.name: str(path) for path in Path("/usr/share/fonts").rglob("*.tt[cf]")}
    return [found[name] for name in FONTS if name in found]


@cache
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face, max(8, size), index=2 if "CJK" in face else 0)


@dataclass(slots=True)
class Shares:
    """What one reader read, by kind of seal."""

    kinds: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    total: Share = field(default_factory=Share)

    def add(self, sealed: Sealed, read: Lines) -> None:
        self.kinds[sealed.kind].add(sealed.lines, read)
        self.total.add(sealed.lines, read)


def measure(
    found: Sequence[Sealed], readers: dict[str, Callable[[Sequence[Path]], list[Lines]]], folder: Path
) -> dict[str, Shares]:
    """What each reader reads of the pictures, which are written to the folder."""
    paths = []
    for number, each in enumerate(found):
        paths.append(folder / f"{number:03}-{each.kind}.png")
        cv2.imwrite(str(paths[-1]), each.picture)
    told = {}
    for name, read in readers.items():
        told[name] = Shares()
        for each, lines in zip(found, read(paths), strict=True):
            told[name].add(each, lines)
    return told


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--readers", default="verifier,rapidocr")
    parser.add_argument("--keep", type=Path, help="the pictures are left there")
    given = parser.parse_args()
    found = list(pictures(given.each))
    with tempfile.TemporaryDirectory() as work:
        folder = given.keep or Path(work)
        folder.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(folder / "warm.png"), found[0].picture)
        workers = {name: Worker(READERS[name], folder / "warm.png") for name in given.readers.split(",")}
        readers = {name: (lambda paths, worker=worker: worker.read(paths).lines) for name, worker in workers.items()}
        told = measure(found, readers, folder)
        for worker in workers.values():
            worker.close()
    print(f"{len(found)} pictures\n{HEAD}")
    for name, shares in told.items():
        for kind, share in (*shares.kinds.items(), ("all", shares.total)):
            print(f"{name:12} {kind:12} {share}")


if __name__ == "__main__":
    main()
