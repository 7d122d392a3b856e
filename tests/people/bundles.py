"""Whole small bundles with known people, written to a folder and judged as the program does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from tests.engines import Blind
from tests.facts.seal_pictures import seal_mask
from tests.people.habits import NAMES, Habits
from tests.people.layout import Book, books, named_apart
from tests.people.pages import paper
from tests.people.students import SCHOOL, YEAR, Year, year_of
from tests.people.tables import rolls_of
from tests.people.writing import write
from verifier import pipeline
from verifier.model import Flag, IndicatorResult, RuleSet
from verifier.ocr.engine import Engine
from verifier.rules import load_rule_set

CELLS = ("2.1", "2.2", "2.3", "2.4", "4.1", "4.2", "4.3", "4.6")


@cache
def rules() -> RuleSet:
    return load_rule_set("weihai-2020")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the program made of a bundle."""

    results: Mapping[str, IndicatorResult]
    flags: tuple[Flag, ...]

    @property
    def facts(self) -> dict[str, Fraction]:
        return {name: value for cell in CELLS for name, value in self.results[cell].facts.items()}

    @property
    def points(self) -> dict[str, Fraction]:
        return {cell: self.results[cell].proposed for cell in CELLS}

    def codes(self, cell: str) -> set[str]:
        return {flag.code for flag in self.results[cell].flags}


def judged(
    folder: Path, work: Path, school: str | None = SCHOOL, year: int = YEAR, engine: Engine | None = None
) -> Outcome:
    """The bundle in a folder, read from its files and scored."""
    sight = pipeline.observe(folder, work, rules(), engine or Blind(), None)
    sheet = pipeline.judge(sight, rules(), year, school).sheet
    return Outcome({result.indicator: result for result in sheet.results}, sheet.flags)


def wrong(seed: int, habits: Sequence[Habits], folder: Path) -> dict[str, tuple[object, object]]:
    """Facts and points that are not those of the people behind the papers: what is true, and what came out."""
    year = year_of(seed)
    write_bundle(year, habits, seed, folder / "bundle")
    found = judged(folder / "bundle", folder / "work")
    asked: dict[str, object] = {**year.facts, **year.points}
    made: dict[str, object] = {**found.facts, **found.points}
    return {name: (value, made.get(name)) for name, value in asked.items() if made.get(name) != value}


def write_bundle(year: Year, habits: Sequence[Habits], seed: int, folder: Path) -> None:
    """Every table of people of a year, each with habits of its own (the last go on), and a sealed list of interns."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [(name, book, each.form) for book, each, name in _files(year, habits, seed)]
    telling = habits[0].files == "telling"
    for number, (name, book, form) in enumerate(files):
        write(book, f"{number:02}{name}" if telling else f"IMG_{number * 7 % 101:04}", form, folder)
    name = "实习证明.pdf" if telling else "IMG_9999.pdf"
    (folder / name).write_bytes(internships(year, habits[0]))


def _files(year: Year, habits: Sequence[Habits], seed: int) -> Iterator[tuple[Book, Habits, str]]:
    own = [habits[min(at, len(habits) - 1)] for at in range(len(rolls_of(year, seed)))]
    rolls = [rolls_of(year, seed, each.keys, each.place)[at] for at, each in enumerate(own)]
    found = [
        (book, each, name) for roll, each in zip(rolls, own, strict=True) for name, book in books(roll, each, seed)
    ]
    if habits[0].files == "one":
        yield named_apart([sheet for book, _, _ in found for sheet in book]), habits[0], "就业材料"
    else:
        yield from found


def internships(year: Year, habits: Habits) -> bytes:
    """A firm's certificate of all interns, sealed on its last page."""
    rows = [["序号", "姓名", "身份证号", "学号", "专业", "起止时间"]]
    rows += [
        [str(at), str(NAMES[habits.names](who.name)), who.resident_id, who.number, who.major, "2024.3.1-2024.6.30"]
        for at, who in enumerate(year.interns, 1)
    ]
    return certificate(rows, len(year.interns))


def certificate(
    rows: list[list[str]], many: int, school: str = SCHOOL, firm: str = "威海示例精密制造有限公司"
) -> bytes:
    above = [
        f"兹证明{school}以下{many}名毕业生于2024年3月1日至2024年6月30日在我公司实习，名单如下：" if many > 1 else ""
    ]
    below = ["特此证明。", f"实习单位（盖章）：{firm}", "2024年7月1日"]
    return paper("实习证明", rows, above, below, seal())


@cache
def seal() -> Image.Image:
    """A round red seal on nothing."""
    mask = seal_mask(np.random.default_rng(5), 220)
    red = np.zeros((*mask.shape, 4), np.uint8)
    red[..., 0], red[..., 1], red[..., 2], red[..., 3] = 205, 25, 30, mask
    return Image.fromarray(cv2.GaussianBlur(red, (3, 3), 0), "RGBA")
