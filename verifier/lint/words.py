"""Entries of lists that a full-width comma or quote has made one word of several: YAML parts them by half-width signs.

Such an entry is found in no paper, so that a cell gives no points and nothing else tells why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from verifier.lint.findings import WORDS, Finding, placed
from verifier.model import Expressions, RuleSet
from verifier.rules.yamlfile import Keys

Entry = tuple[Keys, str, str]
"""where an entry stands, its text, and the first sign in it that is in doubt"""

_IN_WORD = re.compile(r"[，；“”‘’]|、(?!.*等)|^[（【「『](?=.*[）】」』]$)")
"""a phrase that counts up its things (计算机、网络等设备) is one entry"""
_IN_EXPRESSION = re.compile(r"[，；]|^[“‘「『（【](?=.*[”’」』）】]$)")
"""an expression may ask for a 、 or a quote that stands in a paper"""
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
"""of an expression: in it a sign is one of several that fit"""


def of_words(rules: RuleSet) -> Iterator[Finding]:
    for each in placed(rules):
        for part in ("names", "takes"):
            for keys, entry, sign in _doubtful(getattr(each.cell, part), (part,)):
                yield each.finding("word-joined", keys, entry, _told(entry, sign))
    for field in fields(rules.words):
        if field.name not in rules.borrowed:
            for keys, entry, sign in _doubtful(getattr(rules.words, field.name), (field.name,)):
                yield Finding("word-joined", f"{WORDS}/{field.name}", keys, f"{field.name} {entry}", _told(entry, sign))


def _told(entry: str, sign: str) -> str:
    return f"这一项 {entry} 里有全角的 {sign} ，是不是几个词，或多了引号？列表里的逗号和引号用半角，如 [甲, 乙]"


def _doubtful(data: object, keys: Keys) -> Iterator[Entry]:
    """The entries in doubt of all lists in it."""
    if isinstance(data, Expressions):
        for at, each in enumerate(data.each):
            if found := _IN_EXPRESSION.search(_CLASS.sub("", each.pattern)):
                yield (*keys, at), each.pattern, found[0]
    elif is_dataclass(data):
        for field in fields(data):
            yield from _doubtful(getattr(data, field.name), (*keys, field.name))
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _doubtful(value, (*keys, key))
    elif isinstance(data, tuple):
        for at, value in enumerate(data):
            if isinstance(value, str) and (found := _IN_WORD.search(value)):
                yield (*keys, at), value, found[0]
            elif not isinstance(value, str):
                yield from _doubtful(value, (*keys, at))
