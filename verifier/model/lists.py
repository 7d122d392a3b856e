"""What the texts and lists of a rule set hold: words, expressions, ids.

The type of a field says what it holds: words, regular expressions, or ids of what stands elsewhere in the rule set.
Nothing has a default: what is missing, unknown or empty is an error when the rule set is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

MAY_BE_EMPTY = "may be empty"

WordList = tuple[str, ...]
"""words; at least one"""
MaybeWordList = Annotated[WordList, MAY_BE_EMPTY]
MaybeText = Annotated[str, MAY_BE_EMPTY]


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a text that names something else of the rule set; the loader checks that it is there."""

    to: Literal["document-type", "paper-type", "document-name", "event", "column", "measure", "indicator", "flag"]


DocumentTypeId = Annotated[str, Refers("document-type")]
PaperTypeId = Annotated[str, Refers("paper-type")]
"""a document type, or `plain` for papers of none"""
DocumentTypeName = Annotated[str, Refers("document-name")]
EventKindId = Annotated[str, Refers("event")]
FieldId = Annotated[str, Refers("column")]
MeasureId = Annotated[str, Refers("measure")]
IndicatorId = Annotated[str, Refers("indicator")]
FlagCode = Annotated[str, Refers("flag")]


@dataclass(frozen=True)
class Expressions:
    """Regular expressions of which one is enough, compiled when the rule set is loaded."""

    each: tuple[re.Pattern[str], ...]

    @cached_property
    def any(self) -> re.Pattern[str]:
        """All of them as alternatives, in their order; without any it fits nothing. Most are never asked for."""
        return re.compile("|".join(f"(?:{each.pattern})" for each in self.each) or r"(?!)")

    @classmethod
    def of(cls, texts: Sequence[str]) -> Expressions:
        """Raises re.error for the first that is no regular expression."""
        return cls(tuple(map(re.compile, texts)))

    def __bool__(self) -> bool:
        return bool(self.each)

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Where each expression that fits a part of the text does so first, in the order of the list."""
        if self.any.search(text):
            yield from (match for one in self.each if (match := one.search(text)))


MaybeExpressions = Annotated[Expressions, MAY_BE_EMPTY]
