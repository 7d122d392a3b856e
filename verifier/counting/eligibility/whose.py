"""Whose a paper, an account or a school's name is: the assessed school's, its parent's, another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz

from verifier.counting.eligibility.doubts import Doubt
from verifier.facts.schools import find_schools
from verifier.language.comparing_text import plain
from verifier.model import Fact, Observed, Papers, Place, RuleSet, Standing

_MISREAD = 80
"""likeness of a school's name, of the same length, to a name that is no school's: one character was misread"""
_PARENT = "parent:"
"""before the name of a school that stands for all its campuses"""


# --- a paper --------------------------------------------------------------------------------------------------------


def whose_paper(seen: Observed, papers: Papers, rules: RuleSet) -> tuple[Standing, str]:
    """firm: of the assessed school or of none; open: only the parent is named; out: another's, with its name.

    A picture that names no school is of the school of the document it is pasted into.
    """
    album = _album_of(seen, papers)
    if album is not None:
        return whose_paper(album, papers, rules)
    if not papers.school or any(fact.value == papers.school for fact in seen.schools):
        return "firm", ""
    telling = [fact.value for fact in seen.schools if _tells(fact, seen)]
    if other := _first_whole(telling):
        return "out", other
    is_open = _name_parent(telling, papers, rules) and not _is_sealed(seen, papers.school, rules)
    return ("open" if is_open else "firm"), ""


def _is_sealed(seen: Observed, school: str, rules: RuleSet) -> bool:
    """Whether a seal on a paper is the school's, as that of a campus may be where the text names only its parent."""
    named = (one.value for seal in seen.seals for one in find_schools(seal.value.text, rules.words))
    return school in named


def _album_of(seen: Observed, papers: Papers) -> Observed | None:
    """The document that holds a picture which names no school."""
    owner = seen.document.file.parent
    if owner is None or seen.schools:
        return None
    return next((each for each in papers.observed if each.path == owner), None)


def _tells(school: Fact[str], seen: Observed) -> bool:
    """Whether a school that a paper names is the one that it is of; a picture names no school by the way."""
    return school.role in ("subject", "issuer", "account") or seen.document.file.kind == "image"


def _first_whole(names: Sequence[str]) -> str:
    """The first name that tells the campus too, or is of a school that has no other; '' where none does."""
    return next((name for name in names if not name.startswith(_PARENT)), "")


def _name_parent(names: Sequence[str], papers: Papers, rules: RuleSet) -> bool:
    known = parents(papers, rules)
    return any(name.removeprefix(_PARENT) in known for name in names)


def is_others(seen: Observed, papers: Papers, rules: RuleSet) -> bool:
    """Whether a paper is another school's."""
    return whose_paper(seen, papers, rules)[0] == "out"


def parents(papers: Papers, rules: RuleSet) -> tuple[str, ...]:
    """The names of the assessed school's parent."""
    return next((school.parents for school in rules.words.schools if school.name == papers.school), ())


def of_another(name: str, school: str, place: Place | None = None) -> Doubt:
    """What is said of another school's paper; `name`: what the paper is called."""
    return Doubt("school-mismatch", "out", f"{name}属于{school or '其他学校'}", "不计入，请核对", place)


def of_parent(place: Place | None = None) -> Doubt:
    """What is said of a paper that names only the parent school."""
    return Doubt("judgement-required", "open", "只写有学校总校的名称，看不出是不是本校区的", "请审核人员核对", place)


# --- a name ---------------------------------------------------------------------------------------------------------


def whose_school(name: str, papers: Papers, rules: RuleSet) -> Literal["own", "parent", "other", ""]:
    """Whose a school's name is: the assessed one's, its parent's, another's; '' when no school is named."""
    if not name.strip() or not papers.school:
        return ""
    found = [one.value for one in find_schools(name, rules.words)]
    if papers.school in found or plain(papers.school) == plain(name):
        return "own"
    if _name_parent(found, papers, rules):
        return "parent"
    return "other" if found else ""


# --- an account -----------------------------------------------------------------------------------------------------


def whose_account(account: str, papers: Papers, rules: RuleSet) -> tuple[Standing, str]:
    """Of an account or site, by its name: firm: the assessed school's; out: another's, with its name; else open."""
    named = [one.value for one in find_schools(account, rules.words)]
    if papers.school is None:
        return ("firm" if named else "open"), ""
    told = _first_whole(named)
    if papers.school in named or _bears(account, papers.school) or _is_misread_own(told, papers.school, rules):
        return "firm", ""
    other = told or _other_parent(named, papers, rules)
    return ("out" if other else "open"), other


def _other_parent(named: Sequence[str], papers: Papers, rules: RuleSet) -> str:
    """The first name that is not of the assessed school's parent; '' where all are."""
    return next((name for name in named if not _name_parent([name], papers, rules)), "").removeprefix(_PARENT)


def _is_misread_own(name: str, own: str, rules: RuleSet) -> bool:
    """Whether a name that is no school's is the assessed school's but for one character."""
    if any(name == school.name for school in rules.words.schools):
        return False
    return any(_misread(name, each) for each in _names(own, rules))


def _names(school: str, rules: RuleSet) -> Sequence[str]:
    return next(((each.name, *each.aliases) for each in rules.words.schools if each.name == school), (school,))


def _bears(account: str, school: str) -> bool:
    return _folded(school) in _folded(account)


def _folded(name: str) -> str:
    return re.sub(r"[()\[\]·\-—]", "", plain(name)).upper()


def _misread(name: str, school: str) -> bool:
    one, other = _folded(name), _folded(school)
    return len(one) == len(other) and fuzz.ratio(one, other) >= _MISREAD
