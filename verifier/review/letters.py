"""What a reviewer chose to ask a school for, and until when: kept beside its result, for every way of exporting."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from pydantic import TypeAdapter, ValidationError

from verifier.files import write_whole
from verifier.files.manifest import noting
from verifier.files.output_folder import LETTER_CHOICE
from verifier.outputs import Chosen, Wanted
from verifier.review.refused import Refused

ITEM = "item-"
"""before the key of a thing that the letter may ask for, as the name of its box"""
SCHEMA: Final = "verifier/letter@1"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    schema: Literal["verifier/letter@1"]
    chosen: Chosen


_KEPT = TypeAdapter(_Kept)


def chosen_of(sent: Mapping[str, str], items: tuple[Wanted, ...]) -> Chosen:
    """What the page asks the school for, of the `items` that it shows. Raises Refused for a day that is none."""
    try:
        deadline = date.fromisoformat(sent["deadline"]) if sent.get("deadline") else None
    except ValueError:
        raise Refused("补交期限应写成年-月-日，例如 2025-01-10。") from None
    ticked = frozenset(each.key for each in items if f"{ITEM}{each.key}" in sent)
    return Chosen(ticked, frozenset(each.key for each in items) - ticked, deadline)


def remembered(folder: Path) -> Chosen:
    """What was chosen last in an output folder; all that is usual where nothing was."""
    try:
        return _KEPT.validate_json((folder / LETTER_CHOICE).read_bytes(), strict=True).chosen
    except FileNotFoundError:
        return Chosen()
    except (OSError, ValidationError) as fault:
        log.debug("what a letter asks for is not known any more: %s", type(fault).__name__)
        return Chosen()


def remember(folder: Path, chosen: Chosen) -> None:
    """Raises WriteError."""
    with noting(folder, [LETTER_CHOICE]):
        write_whole(folder / LETTER_CHOICE, _KEPT.dump_json(_Kept(SCHEMA, chosen)))
