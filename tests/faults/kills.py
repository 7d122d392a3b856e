"""Commands that are killed at any moment: what was written is whole or as before, what was acknowledged stays.

`python -m tests.faults.kills 500 1` tries 500 ends of check, batch, the desk (saving, exporting, answering a sample),
the store of readings and taking in a reply in turn, from seed 1. Half of them come before some call that changes what
is on the disk, half at some time.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.faults.counted import Fault, Tries, by_hand
from tests.faults.forked import Place, prepared
from tests.faults.killed_between import checked, replied, sampled, tried_answers, tried_reply
from tests.faults.killed_commands import batch, check, done, tried
from tests.faults.killed_desk import desk, filling, tried_cache, tried_export, tried_saving

Try = Callable[[Place, random.Random], Iterator[Fault]]


def subjects(home: Path) -> dict[str, Try]:
    """What is killed, each done once without that."""
    once, first = desk(home / "desk"), checked(home / "checked")
    return {
        "check": partial(tried, done(home / "check", check)),
        "batch": partial(tried, done(home / "batch", batch)),
        "desk": partial(tried_saving, once),
        "export": partial(tried_export, once),
        "cache": partial(tried_cache, filling(home / "cache")),
        "sample": partial(tried_answers, sampled(home / "sample", first)),
        "reply": partial(tried_reply, replied(home / "reply", first)),
    }


def kills(home: Path, many: int, seed: int) -> Tries:
    """So many tries, from that seed on."""
    with prepared(home / "first"):
        own = subjects(home / "once")
        for at in range(seed, seed + many):
            name = list(own)[at % len(own)]
            place = Place(home / "try").made()
            yield f"{name}, seed {at}", list(own[name](place, random.Random(at)))
            shutil.rmtree(place.home)


if __name__ == "__main__":
    by_hand("kills", 500, kills)
