"""Near-duplicates found and pictures taken for one by mistake, and how long an index of many takes to answer.

By hand: python tests/bench/near_pictures.py [--most N] [--pairs N] [--index N] [--burst N]. Pictures: drawn scenes, and
with VERIFIER_CORPUS those of its `real/`. Prints tables; asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from tests.facts.seal_pictures import Array, Random, compressed, glyph, put
from verifier.counting.photos.same_picture import firsts, look_alike
from verifier.likeness import Index, sketched
from verifier.likeness.marks import MARK, MOST
from verifier.model import Document, Observed, Picture, Place, SourceFile
from verifier.readers.pictures.image import whole_hash
from verifier.rules import load_rule_set

Change = Callable[[Random, Array], Array]


def scene(rng: Random, crowd: Random | None = None, people: int = 12) -> Array:
    """A hall with booths; people who stand elsewhere in each photo."""
    picture = np.full((600, 800, 3), rng.integers(170, 215, 3), np.uint8)
    for _ in range(50):
        x, y = int(rng.integers(0, 780)), int(rng.integers(0, 420))
        size = int(rng.integers(20, 160)), int(rng.integers(10, 120))
        cv2.rectangle(picture, (x, y), (x + size[0], y + size[1]), rng.integers(0, 255, 3).tolist(), -1)
    for _ in range(people if crowd is not None else 0):
        assert crowd is not None
        at = int(crowd.integers(0, 780)), int(crowd.integers(250, 560))
        cv2.ellipse(picture, at, (30, 55), 0, 0, 360, crowd.integers(0, 120, 3).tolist(), -1)
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 1))


def _lines(rng: Random, picture: Array, left: int, top: int, rows: int, size: int, colour: int) -> None:
    mask = np.zeros(picture.shape[:2], np.uint8)
    for row in range(rows):
        for index in range(int(rng.integers(6, 12))):
            put(mask, glyph(rng, size), left + index * round(size * 1.1), top + round(row * size * 1.7))
    share = mask.astype(np.float32)[:, :, np.newaxis] / 255
    picture[:] = (picture * (1 - share) + colour * share).astype(np.uint8)


def poster(series: Random, own: Random) -> Array:
    """One of a series: the same ground, head and foot, another title and text."""
    picture = np.full((1000, 720, 3), series.integers(140, 255, 3), np.uint8)
    cv2.rectangle(picture, (0, 900), (720, 1000), series.integers(20, 120, 3).tolist(), -1)
    _lines(series, picture, 40, 30, 1, 26, 40)
    _lines(series, picture, 60, 930, 1, 26, 240)
    _lines(own, picture, 60, 140, 1, 56, 20)
    _lines(own, picture, 60, 300, int(own.integers(5, 9)), 34, 30)
    return picture


def slide(series: Random, own: Random) -> Array:
    """One of a deck."""
    picture = np.full((540, 960, 3), 250, np.uint8)
    cv2.rectangle(picture, (0, 0), (960, 70), series.integers(30, 200, 3).tolist(), -1)
    _lines(series, picture, 700, 500, 1, 18, 90)
    _lines(own, picture, 30, 16, 1, 36, 255)
    _lines(own, picture, 70, 120, int(own.integers(4, 8)), 28, 40)
    return picture


def screen(series: Random, own: Random) -> Array:
    """One of an account: the same head, other posts."""
    picture = np.full((1600, 900, 3), 255, np.uint8)
    cv2.circle(picture, (90, 140), 60, series.integers(0, 255, 3).tolist(), -1)
    _lines(series, picture, 180, 100, 1, 40, 0)
    for row in range(6):
        top = 280 + 210 * row
        _lines(own, picture, 30, top, 2, 34, 20)
        cv2.rectangle(picture, (680, top), (860, top + 140), own.integers(0, 255, 3).tolist(), -1)
    return picture


def _cropped(rng: Random, picture: Array, share: float) -> Array:
    height, width = (round(side * share) for side in picture.shape[:2])
    top, left = (
        int(rng.integers(0, whole - kept + 1)) for whole, kept in zip(picture.shape, (height, width), strict=False)
    )
    return picture[top : top + height, left : left + width]


def _lit(picture: Array, gain: float, more: float) -> Array:
    return np.clip(picture * np.float32(gain) + np.float32(more), 0, 255).astype(np.uint8)


def _framed(rng: Random, picture: Array) -> Array:
    sides = [int(side) for side in rng.uniform(0.03, 0.12, 4) * max(picture.shape)]
    colour = ((255, 255, 255), (0, 0, 0), (200, 220, 235))[int(rng.integers(3))]
    return np.asarray(cv2.copyMakeBorder(picture, *sides, cv2.BORDER_CONSTANT, value=colour))


def _watermarked(rng: Random, picture: Array) -> Array:
    marked = picture.copy()
    height, width = picture.shape[:2]
    size = max(8, width // 30)
    _lines(rng, marked, width // 2, height - 2 * size, 1, size, 245)
    return marked


def _scaled(picture: Array, factor: float) -> Array:
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=way))


CHANGES: dict[str, Change] = {
    "recompressed": lambda rng, one: compressed(one, int(rng.integers(30, 70))),
    "scaled down": lambda rng, one: _scaled(one, float(rng.uniform(0.3, 0.8))),
    "enlarged": lambda rng, one: _scaled(one, float(rng.uniform(1.2, 1.8))),
    "cropped to 90 % of its sides": lambda rng, one: _cropped(rng, one, 0.9),
    "cropped to 80 %": lambda rng, one: _cropped(rng, one, 0.8),
    "cropped to 70 %": lambda rng, one: _cropped(rng, one, 0.7),
    "brighter": lambda rng, one: _lit(one, float(rng.uniform(1.2, 1.5)), 10),
    "darker": lambda rng, one: _lit(one, float(rng.uniform(0.5, 0.8)), 0),
    "turned by 90°": lambda rng, one: np.rot90(one, 1).copy(),
    "turned by 180°": lambda rng, one: np.rot90(one, 2).copy(),
    "turned by 270°": lambda rng, one: np.rot90(one, 3).copy(),
    "in a frame": _framed,
    "with a watermark": _watermarked,
    "cropped, turned, scaled": lambda rng, one: _scaled(np.rot90(_cropped(rng, one, 0.8)).copy(), 0.6),
}

OTHERS: dict[str, Callable[[Random, Random, Random], tuple[Array, Array]]] = {
    "posters of one series": lambda series, one, other: (poster(series, one), poster(_again(series), other)),
    "slides of one deck": lambda series, one, other: (slide(series, one), slide(_again(series), other)),
    "screens of one account": lambda series, one, other: (screen(series, one), screen(_again(series), other)),
    "one hall, other people": lambda series, one, other: (scene(series, one), scene(_again(series), other)),
}


def _again(rng: Random) -> Random:
    """The generator as it was when it was made."""
    return np.random.default_rng(rng.bit_generator.seed_seq)  # type: ignore[attr-defined]


def kept(picture: Array) -> Picture:
    """What is kept of a picture."""
    found = sketched(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY))
    return Picture(Place("x"), (0, 0), sketch=found.sketch, marks=found.marks)


def pictures(most: int) -> list[Array]:
    """Real pictures as far as they go, then drawn ones."""
    found = []
    corpus = os.environ.get("VERIFIER_CORPUS")
    paths = sorted((Path(corpus) / "real").rglob("*")) if corpus else []
    for path in (each for each in paths if each.suffix.lower() in (".png", ".jpg", ".jpeg")):
        picture = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
        if picture is not None and float(picture.std()) > 5 and min(picture.shape[:2]) >= 100 and len(found) < most:
            found.append(_scaled(np.asarray(picture), min(1.0, 1200 / max(picture.shape))))
    drawn = (scene(np.random.default_rng(seed), np.random.default_rng(seed)) for seed in range(max(8, most // 4)))
    return [*found, *drawn]


def found_by_change(wholes: Sequence[Array]) -> Iterator[tuple[str, int, int, int]]:
    """Change, pictures, those that the index brings up, those called the same."""
    known = [kept(picture) for picture in wholes]
    index = Index([(None, each.marks) for each in known])
    rng = np.random.default_rng(7)
    for name, change in CHANGES.items():
        seen = [kept(compressed(change(rng, picture), 80)) for picture in wholes]
        brought = [at in index.candidates(None, one.marks, 6) for at, one in enumerate(seen)]
        same = [up and look_alike(one, known[at], 6) for at, (up, one) in enumerate(zip(brought, seen, strict=True))]
        yield name, len(seen), sum(brought), sum(same)


def false_by_kind(pairs: int) -> Iterator[tuple[str, int, int]]:
    """Kind, pairs of different pictures, those called the same."""
    for name, draw in OTHERS.items():
        wrong = 0
        for seed in range(pairs):
            rngs = [np.random.default_rng(1000 * part + seed) for part in (1, 2, 3)]
            one, other = (kept(compressed(picture, 85)) for picture in draw(*rngs))
            wrong += look_alike(one, other, 6)
        yield name, pairs, wrong


def false_among(wholes: Sequence[Array]) -> tuple[int, int]:
    """Different pictures: those compared (what the index brings up) and those called the same."""
    known = [kept(picture) for picture in wholes]
    index = Index([(None, each.marks) for each in known])
    pairs = {
        (min(at, up), max(at, up)) for at, each in enumerate(known) for up in index.candidates(None, each.marks, 6)
    }
    return len(pairs) - len(known), sum(look_alike(known[a], known[b], 6) for a, b in pairs if a != b)


def answer_times(many: int, asked: int = 50) -> tuple[float, float, float]:
    """Seconds to build an index of so many pictures; median and longest seconds of an answer."""
    rng = np.random.default_rng(3)
    real = [np.frombuffer(kept(picture).marks, MARK) for picture in pictures(40)]
    pool = np.concatenate(real)
    marks = pool[rng.integers(len(pool), size=many * MOST)]
    for _ in range(16):  # as other pictures have them: of the same kinds, and not the same details
        marks["bits"] ^= np.uint64(1) << rng.integers(64, size=len(marks)).astype(np.uint64)
    wholes = rng.integers(1 << 63, size=many).tolist()
    rows = [(wholes[at], marks[at * MOST : (at + 1) * MOST].tobytes()) for at in range(many)]
    start = time.perf_counter()
    index = Index(rows)
    built = time.perf_counter() - start
    times = []
    for at in range(asked):
        start = time.perf_counter()
        index.candidates(wholes[at], real[at % len(real)].tobytes(), 6)
        times.append(time.perf_counter() - start)
    return built, float(np.median(times)), max(times)


def burst(many: int) -> tuple[float, int, int, int]:
    """So many photos of one hall, other people in each, and a changed copy of every fifth: seconds of processor until
    each copy is led to its photo; copies, those led to theirs, photos led to others."""
    changes = list(CHANGES.values())
    rng = np.random.default_rng(5)
    hall = [scene(np.random.default_rng(1), np.random.default_rng(100 + at)) for at in range(many)]
    copies = {many + at // 5: at for at in range(0, many, 5)}
    taken = [*hall, *(changes[at // 5 % len(changes)](rng, hall[at]) for at in copies.values())]
    photos = [_photo(f"{at:05}.jpg", compressed(picture, 85)) for at, picture in enumerate(taken)]
    start = time.process_time()
    found = firsts(photos, load_rule_set("weihai-2020"))
    spent = time.process_time() - start
    right = sum(found.get(f"{copy:05}.jpg") == f"{own:05}.jpg" for copy, own in copies.items())
    return spent, len(copies), right, len(found) - right


def _photo(name: str, picture: Array) -> Observed:
    found = kept(picture)
    whole = whole_hash(Image.fromarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)))
    shown = Picture(Place(name), (0, 0), phash=whole, sketch=found.sketch, marks=found.marks)
    return Observed(Document(SourceFile(name, name, size=1, kind="image", status="read"), (), picture=shown))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=80, help="real pictures")
    parser.add_argument("--pairs", type=int, default=60, help="pairs of each kind")
    parser.add_argument("--index", type=int, default=100_000, help="pictures in the index")
    parser.add_argument("--burst", type=int, default=100, help="photos of one hall")
    options = parser.parse_args(arguments)
    wholes = pictures(options.most)
    print(f"{'change':30} {'pictures':>8} {'brought':>8} {'same':>8}")
    for name, many, brought, same in found_by_change(wholes):
        print(f"{name:30} {many:8} {brought:8} {same:8}", flush=True)
    print(f"\n{'different pictures':30} {'pairs':>8} {'false':>8}")
    for name, many, wrong in false_by_kind(options.pairs):
        print(f"{name:30} {many:8} {wrong:8}", flush=True)
    compared, wrong = false_among(wholes)
    print(f"{'any two of the pictures':30} {compared:8} {wrong:8}")
    spent, copies, right, wrong = burst(options.burst)
    print(f"\nburst of {options.burst} in one hall: {spent:.1f} s; of {copies} copies {right} found, {wrong} false")
    built, median, longest = answer_times(options.index)
    print(f"\nindex of {options.index}: built in {built:.1f} s")
    print(f"an answer takes {1000 * median:.1f} ms, at most {1000 * longest:.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
