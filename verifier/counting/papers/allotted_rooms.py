"""Rooms that a paper gives to the station without saying how large they are: the minutes of a meeting, a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.counting.papers.own_words import asks_for, is_broad, is_not_there, may_tell
from verifier.counting.text_units import sentences_of_text
from verifier.facts.running_lines import run_on
from verifier.language.comparing_text import plain, says_any
from verifier.model import Indicator, Observed, RuleSet, StatedSizeTaking


def is_allotted(seen: Observed, cell: Indicator[StatedSizeTaking], rules: RuleSet) -> bool:
    """Whether a sentence of a paper gives the station a room that the cell asks for.

    What speaks of everything, such as the year's summary, proves no room by naming it.
    """
    kinds = (*cell.takes.documents, *cell.takes.also_documents)
    if is_broad(seen.types, rules) or not may_tell(seen, kinds, rules):
        return False
    words = rules.words.judging
    return any(
        says_any(text, words.station)
        and says_any(text, cell.names)
        and words.allotted.any.search(plain(text))
        and not asks_for(text, rules)
        and not is_not_there(text, seen, rules)
        for text in _sentences(seen)
    )


def _sentences(seen: Observed) -> Iterator[str]:
    yield from (text for text, _, _ in sentences_of_text(seen))
    for line in run_on(seen.document.lines):
        yield from re.split(r"[。；;]", line.text)
