"""Texts as they are compared: the width of characters and the blanks between them say nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from verifier.language.letters import as_seen, one_dot


def plain(text: str) -> str:
    """NFKC without blanks, of letters and dots that look alike one."""
    if not text.isascii() and not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    if not text.isascii():
        text = one_dot(as_seen(text))
    return text if text.isalnum() else "".join(text.split())


def has_word(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in the text, both as they are."""
    return any(word in text for word in words)


def says_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in a text, whatever the width of characters and the blanks in both."""
    return bool(has_groups(text, (words,)))


def has_groups(text: str, groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """One word of each group that stands in the text; () when a group has none."""
    squeezed = plain(text)
    found = []
    for group in groups:
        word = next((word for word in group if plain(word) in squeezed), None)
        if word is None:
            return ()
        found.append(word)
    return tuple(found)
