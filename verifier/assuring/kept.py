"""`sample.json`: the samples that were drawn of a result at the desk, and the answers to them, beside the result.

It is written whole and lasting at each answer, and its digest stands in `desk.json`: what was said survives whatever
ends the program, and is missed when somebody else changes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from pydantic import TypeAdapter, ValidationError

from verifier.errors import WriteError
from verifier.files import write_whole
from verifier.files.lock import Held, locked
from verifier.files.manifest import noting
from verifier.files.output_folder import DECISIONS_LOCK, SAMPLE
from verifier.files.system import reason_of

SCHEMA: Final = "verifier/sample@1"
_PATIENCE = 10
"""seconds to wait for another process"""


@dataclass(frozen=True, slots=True)
class Draw:
    """A sample that was drawn. By `result` and `seed` anybody draws the same again."""

    seed: str
    size: int
    """readings that were asked for"""
    result: str
    """hash of the result, as decisions have it"""
    reviewer: str
    time: str
    """ISO 8601 with the offset"""
    readings: int
    """of which it was drawn"""
    surely: tuple[str, ...]
    """keys of those that are looked at in any case"""
    drawn: tuple[str, ...]
    """keys of those that chance took from the rest"""
    again: Mapping[str, str] = field(default_factory=dict)
    """of all readings that a second one made doubtful, by key: what it said"""

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.surely, *self.drawn)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of a reading, in whichever sample it was."""

    key: str
    right: bool
    reviewer: str
    time: str


@dataclass(frozen=True, slots=True)
class Kept:
    schema: Literal["verifier/sample@1"]
    draws: tuple[Draw, ...]
    """the last is the one at hand; none is forgotten, for whoever draws until it suits shows it"""
    answers: tuple[Answer, ...] = ()
    """the last one given last"""


class UnreadableSample(Exception):
    """The file is not as this program writes it; the message is Chinese."""


_KEPT = TypeAdapter(Kept)


def read_kept(folder: Path) -> Kept | None:
    """What is kept in an output folder; None where nothing was drawn. Raises UnreadableSample."""
    try:
        kept = _KEPT.validate_json((folder / SAMPLE).read_bytes(), strict=True)
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise UnreadableSample(f"抽查记录“{SAMPLE}”打不开（{reason_of(fault)}）") from fault
    except ValidationError as fault:
        raise UnreadableSample(f"抽查记录“{SAMPLE}”的内容不完整或被改动过") from fault
    return kept if kept.draws else None


def write_kept(folder: Path, kept: Kept) -> None:
    """On the disk when this returns. Raises WriteError."""
    data = json.dumps(_KEPT.dump_python(kept, mode="json"), ensure_ascii=False, indent=1)
    with noting(folder, [SAMPLE]):
        write_whole(folder / SAMPLE, data.encode("utf-8", "surrogatepass"), lasting=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Alone among all that change it. Raises WriteError."""
    try:
        with locked(folder / DECISIONS_LOCK, _PATIENCE):
            yield
    except Held as fault:
        raise WriteError("另一个程序正在写审核记录，请稍后再试") from fault
    except OSError as fault:
        raise WriteError(f"无法写入“{SAMPLE}”：{reason_of(fault)}，请检查磁盘空间和权限") from fault
