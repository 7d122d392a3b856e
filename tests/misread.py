"""A bundle with a photo of which one line is misread: what an engine is said to have read lies in the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from verifier import batch
from verifier.decisions import append, correction, read_log
from verifier.model import Decision, ResultRecord
from verifier.ocr import Cache, OcrLine, Reading
from verifier.ocr.cache import key_of
from verifier.pipeline import Silent

PHOTO = "4 招聘会/招聘会照片.jpg"
SIZE = (1200, 800)
TITLE, DATE, PHONE = 1, 2, 3
"""numbers of lines"""
FAIR, DAY, CALL = "威海职业学院2024届毕业生校园招聘会", "2024年3月15日", "13812345678"
"""what stands there: a fair, which is worth 5 points in 4.4"""
READ = (FAIR, "2023年3月15日", CALL)
"""the year is misread"""


def box_of(number: int) -> tuple[int, int, int, int]:
    return (150, 80 + 120 * number, 1000, 140 + 120 * number)


@dataclass(frozen=True, slots=True)
class Misread:
    """A bundle, where its results go, and how it is checked."""

    bundle: Path
    out: Path
    settings: batch.Settings

    def read_as(self, lines: Sequence[str], shift: int = 0, path: str = PHOTO) -> None:
        """Puts into the cache what an engine reads in a picture; `shift`: pixels by which its boxes lie lower."""
        boxes = [box_of(number) for number in range(1, 1 + len(lines))]
        read = tuple(
            OcrLine(text, (left, top + shift, right, bottom + shift), 0.93)
            for text, (left, top, right, bottom) in zip(lines, boxes, strict=True)
        )
        with Cache(self.settings.cache or Path()) as cache:
            cache.put(key_of((self.bundle / path).read_bytes(), self.settings.engine()), Reading(0, read))

    def check(self) -> ResultRecord:
        return batch.check(self.bundle, self.out, self.settings, Silent())

    def line(self, text: str, number: int = DATE, read: str = "") -> str:
        """Corrects a line in the log of the results; the hash of the decision. `read`: what was read, if not READ."""
        log = read_log(self.out)
        sha256 = hashlib.sha256((self.bundle / PHOTO).read_bytes()).hexdigest()
        own = correction(sha256, 1, box_of(number), read or READ[number - 1], text)
        time = "2025-01-06T09:30:00+08:00"
        made = Decision("correct", "4.4", PHOTO, None, "按图片更正", "王审核", time, "a" * 64, correction=own)
        return append(self.out, made, log.head).line

    def undo(self, line: str) -> None:
        log = read_log(self.out)
        append(self.out, Decision("undo", "4.4", line, None, "", "王审核", "2025-01-06", "a" * 64), log.head)


def misread(home: Path, school: str = "威海职业学院", lines: Sequence[str] = READ) -> Misread:
    """The bundle in a folder of its own, its photo read."""
    settings = batch.Settings(year=2024, school=school, cache=home / "cache", jobs=1)
    made = Misread(home / "材料", home / "结果", settings)
    draw(made.bundle / PHOTO)
    made.read_as(lines)
    return made


def draw(path: Path) -> None:
    """A picture that no other is like."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.merge("RGB", [Image.effect_noise(SIZE, 60 + 10 * channel) for channel in range(3)]).save(path, quality=90)
