"""Whose an account or site is, by its name."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from verifier.counting.sight import plain
from verifier.facts.schools import find_schools
from verifier.model import Papers, RuleSet, Standing

_MISREAD = 80
"""likeness of a school's name, of the same length, to a name that is no school's: one character was misread"""


def owner(account: str, papers: Papers, rules: RuleSet) -> tuple[Standing, str]:
    """firm: of the assessed school; out: of another one, with its name; open: of nobody known, or not shown."""
    own = papers.school
    if not account.strip():
        return "open", ""
    named = [one.value for one in find_schools(account, rules.words)]
    if own is None:
        return ("firm" if named else "open"), ""
    if own in named or _bears(account, own):
        return "firm", ""
    listed = {school.name for school in rules.words.schools}
    for name in named:
        if name in listed:
            return "out", name
        if name.startswith("parent:"):
            continue
        misread = any(_misread(name, each) for each in _names(own, rules))
        return ("firm", "") if misread else ("out", name)
    parents = {parent for school in rules.words.schools if school.name == own for parent in school.parents}
    strangers = [name for name in named if name.removeprefix("parent:") not in parents]
    return ("out", strangers[0].removeprefix("parent:")) if strangers else ("open", "")


def _names(school: str, rules: RuleSet) -> tuple[str, ...]:
    return next(((each.name, *each.aliases) for each in rules.words.schools if each.name == school), (school,))


def _bears(account: str, school: str) -> bool:
    return _folded(school) in _folded(account)


def _folded(name: str) -> str:
    return re.sub(r"[()\[\]·\-—]", "", plain(name)).upper()


def _misread(name: str, school: str) -> bool:
    one, other = _folded(name), _folded(school)
    return len(one) == len(other) and fuzz.ratio(one, other) >= _MISREAD
