"""Parts of sentences that name words, papers, events and columns of a rule set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verifier.model import Expressions, RuleSet
from verifier.rules.showing import type_names


def names_of(types: Iterable[str], rules: RuleSet) -> str:
    """Kinds of papers by their names."""
    called = type_names(rules)
    return "、".join(called[each] for each in types)


def events_told(kinds: Iterable[str], rules: RuleSet) -> str:
    """Kinds of events by some of their names, with their ids."""
    return "；".join(f"{_like(rules.words.events[kind].heads)}等（{kind}）" for kind in kinds)


def _like(heads: Expressions) -> str:
    """Some plain words among expressions; the first expression where none is plain."""
    plain = [each.pattern for each in heads.each if re.escape(each.pattern) == each.pattern]
    return "、".join(plain[:3] or [heads.each[0].pattern])


def columns_told(groups: Iterable[Iterable[str]], rules: RuleSet) -> str:
    """Groups of columns by their names."""
    return "；".join("或".join(rules.words.columns[field][0] for field in group) for group in groups)


def groups_told(groups: Sequence[Sequence[str]]) -> Iterator[str]:
    """Groups of words of which each has to be there."""
    if groups:
        yield f"每组词至少有一个：{'；'.join('、'.join(group) for group in groups)}"


def if_any(text: str, words: Sequence[str]) -> Iterator[str]:
    """A sentence that ends with words, where there are any."""
    if words:
        yield f"{text}：{'、'.join(words)}"


def expressions_told(text: str, expressions: Expressions) -> Iterator[str]:
    """A sentence that ends with expressions, where there are any."""
    yield from if_any(f"{text}（正则表达式）", [each.pattern for each in expressions.each])


def papers_told(types: Sequence[str], rules: RuleSet) -> Iterator[str]:
    """The kinds of papers that speak for a cell."""
    if types:
        yield f"材料类型，可信的在前：{names_of(types, rules)}"


AGAINST = "写有下列词的是别的材料，不计"
