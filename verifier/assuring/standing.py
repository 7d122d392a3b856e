"""How far the sample of a result is looked at: drawn, answered one by one, taken back, stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from verifier.assuring.drawing import Reading, readings_of, sample_of
from verifier.assuring.kept import SCHEMA, Answer, Draw, Kept, UnreadableSample, alone, read_kept, write_kept
from verifier.assuring.stating import Assured, bounded
from verifier.assuring.twice import ReadAgain, differing
from verifier.errors import UsageError
from verifier.model import ResultRecord


class NotAsked(Exception):
    """An answer to what the sample at hand does not ask."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The sample at hand, with what was said of it."""

    draw: Draw
    said: Mapping[str, Answer]
    """by key, those of this sample"""
    readings: Mapping[str, Reading] = field(default_factory=dict)
    """by key, those of this sample; none where it was drawn of another result"""
    earlier: tuple[Assured | None, ...] = ()
    """what the samples before it said of the same result; None for one that was not answered to its end"""

    @property
    def is_current(self) -> bool:
        """Whether the result is still the one of which it was drawn."""
        return bool(self.readings)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Keys without an answer, in the order in which they are looked at."""
        return tuple(key for key in self.draw.keys if key not in self.said)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Keys of what was read wrongly."""
        return tuple(key for key in self.draw.keys if key in self.said and not self.said[key].right)

    @property
    def last(self) -> Answer | None:
        """The answer that was given last."""
        return list(self.said.values())[-1] if self.said else None

    @property
    def assured(self) -> Assured | None:
        """What it says; None before it is answered to its end."""
        return _assured(self.draw, self.said)

    @property
    def told(self) -> str:
        """Chinese, in a sentence or two."""
        seen = len(self.draw.keys) - len(self.waiting)
        said = self.assured.told if self.assured else f"抽查还没有做完：已看 {seen}/{len(self.draw.keys)} 处。"
        return (
            said if self.is_current else f"抽样以后结果变过（重新核验，或更正了文字），请另抽一次。对当时的结果：{said}"
        )


def standing(folder: Path, result: ResultRecord, seen: str) -> Standing | None:
    """The sample of an output folder; None where none was drawn. `seen`: hash of the result, as decisions have it.

    Raises UnreadableSample.
    """
    kept = read_kept(folder)
    return _standing(kept, result, seen) if kept else None


def _standing(kept: Kept, result: ResultRecord, seen: str) -> Standing:
    draw, every = kept.draws[-1], {each.key: each for each in kept.answers}
    said = {key: answer for key, answer in every.items() if key in draw.keys}
    now = {each.key: each for each in readings_of(result)} if draw.result == seen else {}
    is_current = all(key in now for key in draw.keys)
    own = {key: now[key] for key in draw.keys} if is_current else {}
    before = tuple(_assured(each, every) for each in kept.draws[:-1] if each.result == draw.result)
    return Standing(draw, said, own, before)


def _assured(draw: Draw, said: Mapping[str, Answer]) -> Assured | None:
    if any(key not in said for key in draw.keys):
        return None
    return bounded(draw.readings, draw.surely, draw.drawn, {key: said[key].right for key in draw.keys})


def draw(folder: Path, result: ResultRecord, chosen: Draw, again: ReadAgain) -> None:
    """Draws a sample and keeps it; what was said of the same readings before holds on, since it is no matter of chance.

    `chosen`: seed, size, who and when; the rest is filled in. `again` reads a second time, once for a result. Raises
    UsageError where no points hang on a reading, and WriteError.
    """
    readings = readings_of(result)
    if not readings:
        raise UsageError("没有得分所依据的读数，不用抽查")
    known = next((each for each in reversed(_before(folder).draws) if each.result == chosen.result), None)
    doubtful = known.again if known else differing(folder, readings, again)
    sample = sample_of(readings, chosen.size, chosen.seed, doubtful)
    surely, drawn = (tuple(each.key for each in part) for part in (sample.surely, sample.drawn))
    made = replace(chosen, readings=sample.readings, surely=surely, drawn=drawn, again=doubtful)
    with alone(folder):
        before = _before(folder)
        write_kept(folder, replace(before, draws=(*before.draws, made)))


def _before(folder: Path) -> Kept:
    """What is kept; what can't be read gives way."""
    try:
        return read_kept(folder) or Kept(SCHEMA, ())
    except UnreadableSample:
        return Kept(SCHEMA, ())


def answer(folder: Path, seed: str, given: Answer) -> None:
    """Keeps what was said of a reading, in the place of what was said before.

    Raises NotAsked where the sample at hand is another one, or does not ask it; UnreadableSample and WriteError.
    """
    with alone(folder):
        kept = _at_hand(folder, seed)
        if given.key not in kept.draws[-1].keys:
            raise NotAsked
        write_kept(folder, replace(kept, answers=(*_without(kept, given.key), given)))


def take_back(folder: Path, seed: str, key: str) -> None:
    """Takes an answer back. Raises as `answer`."""
    with alone(folder):
        kept = _at_hand(folder, seed)
        write_kept(folder, replace(kept, answers=_without(kept, key)))


def _at_hand(folder: Path, seed: str) -> Kept:
    kept = read_kept(folder)
    if kept is None or kept.draws[-1].seed != seed:
        raise NotAsked
    return kept


def _without(kept: Kept, key: str) -> tuple[Answer, ...]:
    return tuple(each for each in kept.answers if each.key != key)
