"""What is compared: this project's reading, a plain loop of rapidocr, plain tesseract; each in a process of its own."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

Lines = list[tuple[str, float]]
Read = Callable[[Sequence[Path]], Callable[[], list[Lines]]]
"""from pictures to what is timed: opening files and taking fingerprints is no part of reading"""


@dataclass(frozen=True, slots=True)
class Pass:
    """One reader's go at some pictures."""

    lines: list[Lines]
    seconds: float
    cpu: float
    peak: int
    """megabytes that its process has taken at most, 0 where the system doesn't tell"""


class Worker:
    """A process that holds one reader, warm."""

    def __init__(self, make: Callable[[], Read], warm: Path) -> None:
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), _start, (make,))
        self.read([warm])

    def read(self, pictures: Sequence[Path]) -> Pass:
        return self.ask(pictures).result()

    def ask(self, pictures: Sequence[Path]) -> Any:
        """The same, not waited for."""
        return self._pool.submit(_pass, list(pictures))

    def close(self) -> None:
        self._pool.shutdown()


_READ: list[Read] = []


def _start(make: Callable[[], Read]) -> None:
    _READ.append(make())


def _pass(pictures: list[Path]) -> Pass:
    read = _READ[0](pictures)
    start, cpu = time.perf_counter(), time.process_time()
    lines = read()
    return Pass(lines, time.perf_counter() - start, time.process_time() - cpu, _peak())


def _peak() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def ours(fast: bool = False, jobs: int = 2, name: str = "rapid") -> Read:
    """`recognise` over pictures as the project's own readers hand them over, without a cache."""
    from verifier.bundle import open_bundle
    from verifier.ocr import open_engine, recognise
    from verifier.readers import render

    engine = open_engine(name, fast, jobs)
    home = tempfile.TemporaryDirectory()

    def read(pictures: Sequence[Path]) -> Callable[[], list[Lines]]:
        work = Path(tempfile.mkdtemp(dir=home.name))
        bundle = work / "bundle"
        bundle.mkdir()
        for index, path in enumerate(pictures):
            (bundle / f"{index:04}{path.suffix}").write_bytes(path.read_bytes())
        files = sorted(open_bundle(bundle, work).files, key=lambda file: file.path)
        documents = [render(file, work)[0] for file in files]
        return lambda: [
            [(line.text, line.confidence) for line in document.lines] for document in recognise(documents, work, engine)
        ]

    return read


def rapidocr() -> Read:
    """rapidocr with its defaults, picture by picture: onnxruntime on all cores."""

    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "error"})

    def read(pictures: Sequence[Path]) -> list[Lines]:
        results = [engine(str(path)) for path in pictures]
        return [list(zip(one.txts or (), map(float, one.scores or ()), strict=True)) for one in results]

    return lambda pictures: lambda: read(pictures)


def tesseract() -> Read:
    """Tesseract as it comes, with simplified Chinese."""
    import pytesseract
    from PIL import Image

    def one(path: Path) -> Lines:
        words = pytesseract.image_to_data(Image.open(path), lang="chi_sim", output_type=pytesseract.Output.DICT)
        lines: dict[tuple[int, ...], list[int]] = {}
        for index, text in enumerate(words["text"]):
            if text.strip():
                place = tuple(words[key][index] for key in ("block_num", "par_num", "line_num"))
                lines.setdefault(place, []).append(index)
        return [
            ("".join(words["text"][index] for index in part), min(float(words["conf"][index]) for index in part) / 100)
            for part in lines.values()
        ]

    return lambda pictures: lambda: [one(path) for path in pictures]


READERS: dict[str, Callable[[], Read]] = {
    "verifier": ours,
    "verifier --fast": partial(ours, True),
    "rapidocr": rapidocr,
    "tesseract": tesseract,
}
PROCESSES: dict[str, Callable[[], Read]] = {"verifier --jobs 1": partial(ours, False, 1), "rapidocr": rapidocr}
"""what is measured as two processes, each reading half"""
