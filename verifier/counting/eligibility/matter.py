"""What a paper is about: the station's own work, or another body's or another matter's, by its title first."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.counting.eligibility.doubts import Doubt
from verifier.facts.schools import find_schools
from verifier.language.comparing_text import has_word, plain
from verifier.model import Observed, Place, RuleSet, WordList

_TITLES = 3
"""titles that may say it together: the school, the station, the paper"""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_NUMERALS = re.compile(r"[\d〇零一二三四五六七八九十]+(?:[年月日号期届级份季度]+)?")


def of_another_matter(
    seen: Observed, rules: RuleSet, name: str, place: Place | None = None, title: str = ""
) -> tuple[Doubt, ...]:
    """The question about a paper of work that does not seem to be the station's; `name`: what the paper is called.

    `title`: what is judged instead of the paper's own titles.
    """
    told = plain(title) or title_of(seen)
    return () if is_own_work(seen, rules, told) else (_doubt(told, name, place),)


def of_another_body(seen: Observed, rules: RuleSet, name: str, place: Place | None = None) -> tuple[Doubt, ...]:
    """The question about a paper of rooms or things that are not the school's or its station's."""
    title, text = title_of(seen), plain(seen.document.text)
    words = rules.words.judging
    of_body = has_word(title, words.other_bodies) or (has_word(text, words.firms) and not seen.schools)
    return (_doubt(title, name, place),) if of_body and not has_word(title + text, words.own_matters) else ()


def _doubt(title: str, name: str, place: Place | None) -> Doubt:
    what = f"“{title[:40]}”看不出是指导站的{name}"
    return Doubt("judgement-required", "open", what, "请审核人员确认，或补充指导站自己的材料", place)


def is_own_work(seen: Observed, rules: RuleSet, title: str) -> bool:
    """Whether a paper may tell of the station's work.

    Its title decides by a matter of the station, then by another body or place. A title of neither that names a matter
    of its own leaves it to the text; one that names no matter at all does so only where the text speaks of a firm.
    """
    words = rules.words.judging
    if has_word(title, words.own_matters):
        return True
    if has_word(title, (*words.other_bodies, *words.other_places)):
        return False
    text = plain(seen.document.text)
    if has_word(text, words.own_matters):
        return True
    return not names_a_matter(title, rules) and (bool(seen.schools) or not has_word(text, words.firms))


def title_of(seen: Observed) -> str:
    """The titles at the head of a paper in one; the name of a sheet only where nothing else is one."""
    titles = [fact for fact in seen.titles if fact.label != "sheet-name"] or list(seen.titles)
    return plain("".join(dict.fromkeys(fact.value for fact in titles[:_TITLES])))


def names_a_matter(title: str, rules: RuleSet) -> bool:
    """Whether something is left of a title without the school, the year and the words that any title may have."""
    for found in reversed(find_schools(title, rules.words)):
        title = title[: found.start] + title[found.end :]
    bare = _plain_words(rules.words.judging.plain_titles).sub("", _NUMERALS.sub("", title))
    return _HAN.search(bare) is not None


@lru_cache(maxsize=8)
def _plain_words(words: WordList) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
