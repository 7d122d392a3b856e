"""The spelling in which the texts of a certificate are searched, and the one in which names are kept."""

from __future__ import annotations

import re

from verifier.facts.layout import squeeze
from verifier.language.numerals import fold


def flat(text: str) -> str:
    """A text as one run: folded, without blanks, rules to write on and borders of cells."""
    return re.sub(r"[\s_|]", "", fold(text))


def tidy_row(row: str) -> str:
    """The row of a form with its cells joined by |, and no blanks around."""
    return re.sub(r"\s*\|\s*", "|", squeeze(row).replace("_", ""))


def wide_brackets(name: str) -> str:
    """A name with the brackets that Chinese names are written with: 山东大学(威海) → 山东大学（威海）."""
    return name.replace("(", "（").replace(")", "）")
