"""Pages a second of `recognise` against a plain loop of rapidocr over the same page pictures, in one run.

By hand: python tests/bench/ocr_speed.py FOLDER [--most N]. FOLDER is a bundle; its page pictures are rendered first.
Prints a table; asserts nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np

from verifier.bundle import open_bundle
from verifier.model import Document
from verifier.ocr import Cache, open_engine, recognise
from verifier.readers import render


def documents_of(folder: Path, work: Path, most: int | None) -> list[Document]:
    """The documents of a bundle that have page pictures to read, at most so many."""
    found: list[Document] = []
    for file in open_bundle(folder, work).files:
        found += [each for each in render(file, work) if any(page.needs_ocr for page in each.pages)]
    return found[:most]


def pictures_of(documents: Sequence[Document]) -> list[Path]:
    return [page.image for each in documents for page in each.pages if page.needs_ocr and page.image is not None]


def plain_loop(pictures: Sequence[Path]) -> int:
    """rapidocr as it comes, picture by picture; the number of lines read."""
    from rapidocr import RapidOCR

    engine = RapidOCR()
    lines = 0
    for path in pictures:
        result = engine(cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR))
        lines += len(result.txts or ())
    return lines


def ours(documents: Sequence[Document], work: Path, cache: Cache | None) -> int:
    """The number of lines that `recognise` reads."""
    read = recognise(documents, work, open_engine(), cache)
    return sum(len(page.lines) for each in read for page in each.pages)


def timed(what: Callable[[], int]) -> tuple[float, int]:
    """Seconds and what came out."""
    start = time.perf_counter()
    result = what()
    return time.perf_counter() - start, result


def measure(folder: Path, most: int | None = None) -> list[tuple[str, int, float, int]]:
    """Rows of name, pages, seconds, lines: ours cold, ours from the cache, the plain loop."""
    with tempfile.TemporaryDirectory() as home:
        work = Path(home)
        documents = documents_of(folder, work / "bundle", most)
        pictures = pictures_of(documents)
        upright = work / "upright"
        upright.mkdir()
        rows = []
        cache = Cache(work / "cache")
        for name, run in (
            ("verifier, cold", lambda: ours(documents, upright, cache)),
            ("verifier, from the cache", lambda: ours(documents, upright, cache)),
            ("plain rapidocr loop", lambda: plain_loop(pictures)),
        ):
            seconds, lines = timed(run)
            rows.append((name, len(pictures), seconds, lines))
        cache.close()
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=None, help="documents at most")
    chosen = parser.parse_args()
    for name, pages, seconds, lines in measure(chosen.folder, chosen.most):
        print(f"{name:26} {pages} pages  {seconds:7.2f} s  {pages / seconds:6.2f} pages/s  {lines} lines")
    if sys.platform != "win32":
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory of the whole run: {peak:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
