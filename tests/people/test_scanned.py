"""A roster that was sent as a scan: its people count, though a character here and there was misread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.ocr.drawn import Scan
from tests.people.bundles import Outcome, judged, write_bundle
from tests.people.habits import Habits
from tests.people.students import SCHOOL, YEAR, Year, year_of
from tests.people.tables import HEADERS, Roll, rolls_of
from verifier.model import Box
from verifier.ocr.engine import Array, Reading

SEED = 4
KEYS = ("name", "resident_id", "student_number")
FIELDS = (*KEYS, "destination", "employer", "employer_place", "agreement_state")
PAGE = 18
"""rows"""


@dataclass(slots=True)
class Told:
    """An engine that knows the pages by their looks: they may come in any order."""

    pages: list[Scan]
    name: str = "told"
    version: str = "1"
    settings: str = ""
    jobs: int = 1

    def read(self, image: Array) -> Reading:
        if image.shape[0] == image.shape[1]:  # the picture of a seal
            return Reading()
        page = min(self.pages, key=lambda each: float(np.abs(_looks(each.picture()) - _looks(image)).mean()))
        across, down = image.shape[1] / page.size[0], image.shape[0] / page.size[1]
        lines = (replace(line, box=_scaled(line.box, across, down)) for line in page.reading().lines)
        return Reading(0, tuple(lines))

    def say(self, strips: Sequence[Array]) -> list[tuple[str, float]]:
        return [("", 0.0) for _ in strips]


def _looks(image: Array) -> Array:
    return np.asarray(cv2.resize(image, (200, 200), interpolation=cv2.INTER_AREA), np.float32).mean(axis=2)


def _scaled(box: Box, across: float, down: float) -> Box:
    return round(box[0] * across), round(box[1] * down), round(box[2] * across), round(box[3] * down)


def scanned(roll: Roll, misread: Sequence[tuple[int, int, str, str]] = ()) -> list[Scan]:
    """The pages of a roster; the header stands on the first. `misread`: row, column, text there, text read."""
    rows = [[str(record[name]) for name in FIELDS] for record in roll.records]
    for row, column, is_there, is_read in misread:
        assert is_there in rows[row][column]
        rows[row][column] = rows[row][column].replace(is_there, is_read, 1)
    rows = [[HEADERS[name][0] for name in FIELDS], *rows]
    starts = range(0, len(rows), PAGE)
    titles = [f"{SCHOOL}{roll.title}", *[""] * len(starts)]
    glued = ((2, 3), (5, 3))
    return [
        Scan(rows[at : at + PAGE], title, glued=glued, lean=0.3 * (-1) ** at)
        for at, title in zip(starts, titles, strict=False)
    ]


def outcome(tmp_path: Path, year: Year, pages: Sequence[Scan]) -> Outcome:
    """The bundle of a year whose 花名册 are gone but for these pages and last year's workbook."""
    folder = tmp_path / "bundle"
    write_bundle(year, [Habits()], SEED, folder)
    next(folder.glob(f"*{YEAR}届毕业生花名册*")).unlink()
    pictures = [Image.fromarray(page.picture()) for page in pages]
    pictures[0].save(folder / "花名册扫描.pdf", save_all=True, append_images=pictures[1:])
    return judged(folder, tmp_path / "work", engine=Told(list(pages)))


@pytest.fixture(scope="module")
def year() -> Year:
    return year_of(SEED)


@pytest.fixture(scope="module")
def roll(year: Year) -> Roll:
    return rolls_of(year, SEED)[0]


def test_everybody_of_a_scanned_roster_counts(tmp_path: Path, year: Year, roll: Roll) -> None:
    found = outcome(tmp_path, year, scanned(roll))
    assert {name: found.facts.get(name) for name in year.facts} == year.facts
    assert found.points == year.points
    assert not found.codes("4.2") & {"name-id-mismatch", "totals-disagree"}


def test_a_misread_character_costs_nobody_and_is_told(tmp_path: Path, year: Year, roll: Roll) -> None:
    people = year.graduates
    names = [(at, 0, people[at].name[-1], "囗") for at in (1, 3)]
    digits = [(at, 1, people[at].resident_id[-5], "Z") for at in (5,)]
    found = outcome(tmp_path, year, scanned(roll, [*names, *digits]))
    assert {name: found.facts.get(name) for name in year.facts} == year.facts
    assert found.points == year.points
    assert "name-id-mismatch" in found.codes("4.1") | found.codes("4.2")
