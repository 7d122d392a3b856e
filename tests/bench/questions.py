"""Three rounds of questions between a bureau and a school over a bundle with faults that are mended round by round.

`python -m tests.bench.questions 100` plays so many and prints how many ended with every question settled and with the
points that the mended papers promise. Papers and points are those of `tests/generated/group1.py`. Each cell is right
from the start, or mended in one of the rounds, some first by another faulty paper: by one in the folder of a number, by
one anywhere in the reply, or by a bundle that is handed in anew; or the school has nothing and says so.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import openpyxl
from PIL import Image, ImageDraw

from tests.engines import Blind
from tests.generated.group1 import FULL, SCHOOL, YEAR, Case, cases, write
from verifier import batch
from verifier.ocr import Reading
from verifier.pipeline import Silent
from verifier.questions.keeping import Standing, close, earlier_than, standing
from verifier.questions.receiving import take
from verifier.questions.sending import SHEET, chosen, send
from verifier.questions.states import PROGRAM, Question
from verifier.verifying import verified

ROUNDS = 3
"""in the last of them nothing is mended, but what the mended papers gave rise to is asked and answered"""
PHONE = "13800001234"
"""in every answer: it must not stand in anything that is written"""
BUREAU = "王审核"
Way = Literal["numbered", "anywhere", "anew"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a school has for a cell, round by round; round 0 is what it hands in at first."""

    papers: Mapping[int, Case]
    """the last one is right"""
    way: Way = "numbered"

    @property
    def has_any(self) -> bool:
        return bool(self.papers)


@dataclass(slots=True)
class Played:
    """How it ended."""

    seed: int
    left: list[str] = field(default_factory=list)
    """questions that are not settled"""
    points: dict[str, tuple[float, int]] = field(default_factory=dict)
    """of cells that did not come out as promised: points, and those promised"""
    told: list[str] = field(default_factory=list)
    """what else is wrong"""
    by_check: int = 0
    """questions that were asked and that a check settled"""
    by_person: int = 0
    pictures: list[int] = field(default_factory=list)
    """that were read in each check"""

    @property
    def is_right(self) -> bool:
        return not (self.left or self.points or self.told) and not any(self.pictures[1:])


class _Counting(Blind):
    """An engine that sees nothing, and counts."""

    def __init__(self) -> None:
        self.pictures = 0

    def read(self, image: Any) -> Reading:
        self.pictures += 1
        return super().read(image)


class _Settings(batch.Settings):
    """With an engine that is counted."""

    counting: Any = None

    def engine(self) -> Any:
        return type(self).counting


@cache
def _known() -> tuple[Mapping[str, Sequence[Case]], Mapping[str, Sequence[Case]]]:
    """By cell the cases that speak for it alone: those with all points and nothing open, those that earn none."""
    right: dict[str, list[Case]] = {}
    faulty: dict[str, list[Case]] = {}
    for case in cases():
        cell, points = next(iter(case.points.items()), ("", None))
        if case.once or case.loose or len(case.points) != 1 or cell not in FULL or points is None:
            continue
        if points == (FULL[cell],) * 3 and not case.flags:
            right.setdefault(cell, []).append(case)
        elif points[1] == 0:
            faulty.setdefault(cell, []).append(case)
    return right, faulty


def planned(chance: random.Random) -> dict[str, Plan]:
    """A plan a cell; of each kind there is one at least."""
    right, faulty = _known()
    cells = list(right)
    chance.shuffle(cells)
    plans = {}
    for at, cell in enumerate(cells):
        good, way = chance.choice(right[cell]), chance.choice(("numbered", "anywhere", "anew"))
        kind = at if at < 5 else chance.randrange(5)
        papers = {
            0: {0: good},
            1: {chance.randint(1, ROUNDS - 1): good},
            2: {0: chance.choice(faulty[cell]), chance.randint(1, ROUNDS - 1): good},
            3: {1: chance.choice(faulty[cell]), ROUNDS - 1: good},
            4: {},
        }[kind]
        plans[cell] = Plan(papers, way)
    return plans


def play(seed: int, work: Path) -> Played:
    """One bundle through all rounds."""
    chance, played = random.Random(seed), Played(seed)
    plans = planned(chance)
    engine = _Settings.counting = _Counting()
    settings = _Settings(cache=work / "cache", jobs=0, year=YEAR, school=SCHOOL)
    own, held, out = work / "school", work / "bureau", work / "out"
    _hand_in(own, plans, 0)
    _pictures(own / "3.3张贴海报")
    shutil.copytree(own, held)
    for round_ in range(ROUNDS + 1):
        before = engine.pictures
        batch.check(held, out, settings, Silent())
        played.pictures.append(engine.pictures - before)
        now = standing(out)
        _look(now, round_, played)
        if round_ == ROUNDS or not chosen(now, everything=True):
            break
        reply = _answered(now, plans, round_ + 1, work / f"round-{round_ + 1}", own)
        _take_in(now, reply, held, own, plans, round_ + 1)
        _close(out, round_ + 1)
    _close(out, ROUNDS + 1)
    _judge(standing(out), plans, played)
    _look_for(PHONE, out, played)
    if any(each.is_changed for each in verified(out)):
        played.told.append("verify says that something was changed")
    return played


def _hand_in(folder: Path, plans: Mapping[str, Plan], round_: int) -> None:
    """What the school has in a round, the paper of before taken away."""
    for cell, plan in plans.items():
        if (case := plan.papers.get(round_)) is not None:
            shutil.rmtree(folder / cell, ignore_errors=True)
            write(case, folder / cell, neutral=False)


def _pictures(folder: Path) -> None:
    folder.mkdir(parents=True)
    for shade in (40, 120):
        image = Image.new("RGB", (300, 200), (shade, 90, 40))
        ImageDraw.Draw(image).rectangle((20, 20, 60 + shade, 120), fill=(250, 250, shade))
        image.save(folder / f"IMG_{shade}.png")


def _answered(now: Standing, plans: Mapping[str, Plan], round_: int, work: Path, own: Path) -> Path:
    """What the bureau asks goes out as a zip; the school mends its bundle, fills in the sheet and packs its reply."""
    work.mkdir()
    asked = chosen(now, everything=True)
    send(now, work / "问题.zip", BUREAU, asked)
    with zipfile.ZipFile(work / "问题.zip") as archive:
        archive.extractall(work / "stick")
    home = next((work / "stick").iterdir())
    _hand_in(own, plans, round_)
    numbers = {each.cell: each.number for each in asked}
    for cell, plan in plans.items():
        case = plan.papers.get(round_)
        if case is not None and plan.way != "anew":
            where = numbers.get(cell, "") if plan.way == "numbered" else ""
            write(case, home / (where or f"补充{cell}"), neutral=False)
    _fill(home / SHEET, {each.number: _sentence(each, plans) for each in asked})
    archive_path = shutil.make_archive(str(work / "答复"), "zip", home.parent)
    return Path(archive_path)


def _sentence(question: Question, plans: Mapping[str, Plan]) -> str:
    plan = plans.get(question.cell)
    return "" if plan is not None and plan.has_any else f"本校没有这类材料，联系人{PHONE}"


def _fill(sheet: Path, answers: Mapping[str, str]) -> None:
    book = openpyxl.load_workbook(sheet)
    rows = book.worksheets[0]
    heads = [cell.value for cell in rows[1]]
    for row in rows.iter_rows(min_row=2):
        row[heads.index("答复")].value = answers[str(row[heads.index("编号")].value)] or None
    book.save(sheet)


def _take_in(now: Standing, reply: Path, held: Path, own: Path, plans: Mapping[str, Plan], round_: int) -> None:
    """The reply into the bureau's log and bundle; a paper that was replaced goes, as the school says."""
    for cell, plan in plans.items():
        if round_ in plan.papers:
            shutil.rmtree(held / cell, ignore_errors=True)
            for path in list(held.glob(f"补交/*/补充{cell}")) + list(held.glob(f"补交/{cell}-*")):
                shutil.rmtree(path)
            for case in [each for at, each in plan.papers.items() if at < round_]:
                for name in case.papers:
                    (held / "补交" / "其他" / Path(name).name).unlink(missing_ok=True)
            if plan.way == "anew":
                shutil.copytree(own / cell, held / cell)
    take(standing(now.folder), reply, BUREAU, held, jobs=0)


def _close(out: Path, round_: int) -> None:
    """What was answered in words is settled by a person; in the end so is what is the bureau's own to find out."""
    now = standing(out)
    answered = [each.number for each in now.questions if each.state == "answered" and each.answer and each.raised]
    if answered:
        close(now, answered, "settled", "已核实，没有这类材料", BUREAU)
    if round_ > ROUNDS:
        now = standing(out)
        own = [each.number for each in now.questions if not each.is_done and each.raised and not each.raised.asks]
        if own:
            close(now, own, "settled", "已查业务系统", BUREAU)


def _look(now: Standing, round_: int, played: Played) -> None:
    """A check after a round tells what changed, and settles nothing that it still raises."""
    if round_ and earlier_than(now) is None:
        played.told.append(f"nothing is told of round {round_}")
    for each in now.questions:
        if each.raised is not None and each.state == "settled" and each.last and each.last.reviewer == PROGRAM:
            played.told.append(f"{each.number} is raised and counts as settled by itself")


def _judge(now: Standing, plans: Mapping[str, Plan], played: Played) -> None:
    played.left = [f"{each.number} {each.state} {each.why}" for each in now.questions if not each.is_done]
    for cell in now.result.indicators:
        plan = plans.get(cell.id)
        promised = FULL[cell.id] if plan is not None and plan.has_any else 0
        if cell.proposed != promised:
            played.points[cell.id] = (float(cell.proposed), promised)
    asked = [each for each in now.questions if each.rounds]
    by_itself: Sequence[Question] = [each for each in asked if each.raised is None]
    played.by_check = len(by_itself)
    played.by_person = sum(1 for each in now.questions if each.raised is not None and each.is_done)
    if any(each.cell in plans and not plans[each.cell].has_any for each in by_itself):
        played.told.append("a cell without papers was settled by itself")


def _look_for(number: str, folder: Path, played: Played) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and number.encode() in path.read_bytes():
            played.told.append(f"{path.name} tells a personal number")


def games(seeds: Sequence[int]) -> Iterator[Played]:
    for seed in seeds:
        with tempfile.TemporaryDirectory() as work:
            yield play(seed, Path(work))


def main(many: int) -> None:
    began, right, by_check, by_person = time.process_time(), 0, 0, 0
    for played in games(range(many)):
        right += played.is_right
        by_check, by_person = by_check + played.by_check, by_person + played.by_person
        if not played.is_right:
            print(played, flush=True)
    spent = (time.process_time() - began) / many
    print(
        f"{right} of {many} bundles ended with every question settled and the promised points; "
        f"{by_check} questions settled by checks, {by_person} by persons; {spent:.1f} s of processor each"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
