"""Output folders of small bundles, and what a history of them finds. All people are made up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from tests.counting.photo_papers import SCHOOL, photo
from tests.counting.station_papers import rules
from tests.decisions.judged import judged
from verifier.batch.others import sought
from verifier.history import Memory, Server, history_of
from verifier.model import INTERNSHIP, Employer, Fact, Internship, Observed, Person, Place, SchoolRecord
from verifier.record import write_evidence, write_result
from verifier.reuse import Elsewhere

OTHER = "威海职业学院"
SIGN = "大学生创新创业大赛决赛"
CELLS = sought(rules())


class Opened(Protocol):
    """Opens a history of whichever kind, with the outputs below a folder."""

    def __call__(
        self, folder: Path, own: Path | None = None, told: list[str] | None = None
    ) -> AbstractContextManager[Memory]: ...


def certificate(path: str, name: str, image: Path) -> Observed:
    """A certificate of an internship that is a picture."""
    seen = photo(path, image=image)
    value = Internship(Person(name), SCHOOL, Employer("威海甲有限公司"), None, None)
    return replace(seen, facts=(*seen.facts, Fact(INTERNSHIP, value, name, Place(path, 1))))


def output(folder: Path, school: str | None, year: int | None, *papers: Observed) -> Path:
    """An output folder of a bundle of these papers, all of which stand as evidence of 4.8."""
    result, evidence = judged(*map(_hashed, papers))
    folder.mkdir(parents=True, exist_ok=True)
    taken = evidence.cells["4.8"]
    pieces = judged(photo("x.jpg", SIGN, taken="2024-05-20"))[1].cells["4.8"].evidence[:1]
    own = tuple(replace(piece, file=paper.path) for piece in pieces for paper in papers)
    cells = {**evidence.cells, "4.8": replace(taken, evidence=own)}
    write_evidence(replace(evidence, school=school, year=year, cells=cells), folder)
    write_result(replace(result, school=SchoolRecord(name=school), year=year), folder)
    return folder


def _hashed(seen: Observed) -> Observed:
    """With a hash of the picture as a whole, as every picture that was read has one."""
    picture = seen.document.picture
    if picture is None or not picture.sketch or picture.phash is not None:
        return seen
    phash = int.from_bytes(hashlib.sha256(seen.path.encode()).digest()[:8], "big")
    return replace(seen, document=replace(seen.document, picture=replace(picture, phash=phash)))


@contextmanager
def history(place: Path | Server, own: Path | None = None, told: list[str] | None = None) -> Iterator[Memory]:
    """The history of a folder or server, open."""
    tell = (told if told is not None else []).append
    with history_of(place, CELLS, own, tell) as memory:
        yield memory


def codes(memory: Memory, seen: Observed, school: str | None = SCHOOL, year: int | None = 2024) -> list[str]:
    """What a bundle of this school and year is told of a picture of it."""
    found = Elsewhere((), rules(), memory).reused([seen], "本校", school, year)
    return [reuse.code for reuse in found.get(seen.path, ())]
