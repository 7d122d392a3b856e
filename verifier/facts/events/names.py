"""The names of happenings: where one begins and ends in a text, and whether two are of one event."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from verifier.facts.dates import find_dates
from verifier.language.comparing_text import plain
from verifier.model import Words

LONGEST_NAME = 44
"""characters before the head of a name, and of the name of a poster"""
_LONG_HEAD = 5
"""characters of a head that is told without one of them: 就业座 may be part of 就业座谈会"""
_LONGEST_MIDDLE = 16
"""characters between two heads of one name"""
_EDGE = re.compile(r"[,。;:!?|\n\t、]|\.{2,}|…|—{2,}|--+|[→>]|\d{1,2}[.)](?=\D)|\(\d+\)")
_PARTED = re.compile(r"[,。;:!?、|和及与]")
_LEADING = " ,)】]}·-—_/|年月日于暨和与及了的"
_OPEN_QUOTE = "“\"'‘「『《〈"
_CLOSE_QUOTE = "”\"'’」』》〉"
_YEAR_OF_NAME = re.compile(
    r"(?:(?:19|20)\d\d[-—~至])?(?<![第\d])(?:19|20)?\d\d(?:学年度?|年度?|届|级)(?:应届)?(?:高校)?(?:毕业生)?|(?:19|20)\d\d年?"
)
_ORDINAL = re.compile(r"第?[一二三四五六七八九十\d]+(?=[届场次期站批日轮])|\d+")


@dataclass(frozen=True, slots=True)
class Named:
    """An event that a text names, and where."""

    kind: str
    name: str
    start: int
    end: int
    bare: bool
    """the name is its head alone: 招聘会"""


@dataclass(frozen=True, slots=True)
class _Head:
    """The words of a name that say what kind of event it is."""

    kind: str
    start: int
    end: int

    def overlaps(self, other: _Head) -> bool:
        return self.start < other.end and other.start < self.end


def event_name_key(name: str, words: Words) -> str:
    """A name without school, year and words like 举办 or 现场, to compare it with others."""
    key = plain(name)
    for school in _school_names(words):
        key = key.replace(school, "")
    key = _YEAR_OF_NAME.sub("", key)
    for filler in sorted(words.event_names.fillers, key=len, reverse=True):
        key = key.replace(filler, "")
    return _letters(key)


def same_event_name(one: str, other: str, words: Words) -> bool:
    """Whether two names are of one event: alike at 90 of 100, and neither season nor number tells them apart."""
    keys = event_name_key(one, words), event_name_key(other, words)
    if not all(keys):
        return False
    least = words.event_names.alike
    return fuzz.ratio(*keys) >= least and _differences(keys[0], words) == _differences(keys[1], words)


def _differences(key: str, words: Words) -> tuple[frozenset[str], tuple[str, ...]]:
    marks = frozenset(word.rstrip("季") for word in words.event_names.differences if word in key)
    return marks, tuple(found.lstrip("第") for found in _ORDINAL.findall(key))


def names_in(text: str, words: Words, sign: bool = False) -> list[Named]:
    """The events that a stretch of text names, each with its whole name.

    `sign`: a sign, banner or caption, where a bare word (招聘会) is a name too.
    """
    heads = _heads(text, words) or (_misread_heads(text, words) if sign else [])
    named: list[Named] = []
    for head in heads:
        if named and head.start < named[-1].end:
            continue
        one = _named(text, head, heads, words)
        if _is_column(one, text, head, words):
            continue
        if sign or not one.bare or not _is_mere_word(one, text, words):
            named.append(one)
    return named


def _named(text: str, head: _Head, heads: Sequence[_Head], words: Words) -> Named:
    begin = _begins(text, head.start, words)
    last = _last_head(text, head, heads, words)
    end = _ends(text, last, words)
    name = _unquoted(text[begin:end].strip(" ·-—_/|").strip())
    return Named(last.kind, name, begin, end, begin >= head.start and end <= head.end)


def _is_mere_word(named: Named, text: str, words: Words) -> bool:
    """Whether a bare head names no event: it is all the text there is, or of a kind that is spoken of in general."""
    return named.kind in words.event_names.not_bare or _letters(text) == _letters(named.name)


def _is_column(named: Named, text: str, head: _Head, words: Words) -> bool:
    """Whether a name is that of a column of a page: 近期双选会, 大型招聘会 更多."""
    if _letters(text[named.end :]) in words.event_names.column_ends:
        return True
    name = _letters(named.name)
    return any(name == f"{column}{_letters(text[head.start : head.end])}" for column in words.event_names.columns)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _heads(text: str, words: Words) -> list[_Head]:
    """The heads of names, the longest of those that overlap, in the order of the text."""
    found = [head for kind in words.events for head in _heads_of(kind, text, words)]
    kept: list[_Head] = []
    for head in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if not any(map(head.overlaps, kept)):
            kept.append(head)
    return sorted(kept, key=lambda each: each.start)


def _heads_of(kind: str, text: str, words: Words) -> Iterator[_Head]:
    """The heads of one kind, where no word says that the text is of another matter, or that the name is another's."""
    spans = sorted(hit.span() for one in words.events[kind].heads.each for hit in one.finditer(text) if hit[0])
    yield from (head for span in _united(spans) if _is_own(head := _Head(kind, *span), text, words))


def _is_own(head: _Head, text: str, words: Words) -> bool:
    """Whether no word says that the text is of another matter, or that something else bears the name."""
    event = words.events[head.kind]
    barred = (*words.event_names.not_after, *event.not_after)
    return not any(word in text for word in event.unless) and not text[head.end :].lstrip().startswith(barred)


def _misread_heads(text: str, words: Words) -> list[_Head]:
    """The head that a sign has with one character lost or misread: 春季双逸会, 专场招会; the last of several."""
    found = [
        head
        for kind, event in words.events.items()
        for hit in _misread(event.misread).finditer(text)
        if not any(word in hit[0] for word in words.event_names.other_words)
        if _is_own(head := _Head(kind, *hit.span()), text, words)
    ]
    return [max(found, key=lambda head: (head.end, head.end - head.start))] if found else []


@lru_cache(maxsize=32)
def _misread(names: tuple[str, ...]) -> re.Pattern[str]:
    """Each name with one of its characters, neither the first nor the last, another or, in a long name, gone."""
    spoiled = (
        f"{name[:at]}[^,。]{'?' if len(name) >= _LONG_HEAD else ''}{name[at + 1 :]}"
        for name in names
        for at in range(1, len(name) - 1)
    )
    return re.compile("|".join(spoiled) or r"(?!)")


def _united(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one: 专场招聘 and 招聘会 are 专场招聘会."""
    united: list[tuple[int, int]] = []
    for start, end in spans:
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united


def _begins(text: str, head: int, words: Words) -> int:
    """Where the name begins: after the last boundary, date or word that leads to it, before its head."""
    farthest = max(0, head - LONGEST_NAME)
    edges = (edge.end() for edge in _EDGE.finditer(text, farthest, head))
    dates = (each.end for each in find_dates(text) if each.end <= head and each.span.precision in ("day", "month"))
    begin = max((farthest, *edges, *dates))
    quoted = _open_quote(text, begin, head)
    for word in words.event_names.stops:
        at = text.rfind(word, begin, head if quoted is None else quoted)
        if at >= 0:
            begin = at + len(word)
    lead = _lead(_school_names(words)).match(text, begin, head)
    return lead.end() if lead else begin


@lru_cache(maxsize=32)
def _lead(schools: tuple[str, ...]) -> re.Pattern[str]:
    """Schools, campuses in brackets and signs that stand before a name and are no part of it."""
    parts = "|".join(map(re.escape, schools)) or r"(?!)"
    return re.compile(rf"(?:[{re.escape(_LEADING)}]*(?:{parts}|[(][\u4e00-\u9fff]{{2,6}}[)])?){{3}}")


def _open_quote(text: str, begin: int, head: int) -> int | None:
    """Where a quotation begins that is not closed before the head: what it holds is name."""
    for at in range(head - 1, begin - 1, -1):
        if text[at] in _CLOSE_QUOTE and text[at] not in _OPEN_QUOTE:
            return None
        if text[at] in _OPEN_QUOTE and text[at] not in _CLOSE_QUOTE:
            return at
    return None


def _last_head(text: str, head: _Head, heads: Sequence[_Head], words: Words) -> _Head:
    """The head that decides on the kind of a name: the last of those that follow without a boundary."""
    for other in heads:
        between = text[head.end : other.start]
        follows = other.start >= head.end and len(between) <= _LONGEST_MIDDLE and not _PARTED.search(between)
        if follows and (other.kind == head.kind or {other.kind, head.kind} <= set(words.event_names.one_name)):
            head = other
    return head


def _ends(text: str, head: _Head, words: Words) -> int:
    """Where a name ends: after the tails of its last head."""
    end = head.end
    for tail in words.events[head.kind].tails.each:
        if more := tail.match(text[end:]):
            end += more.end()
    return end + text.startswith(tuple(_CLOSE_QUOTE), end)


def _unquoted(name: str) -> str:
    """A name without a quotation mark that has no other half."""
    for left, right in zip("“‘「『《〈(【[", "”’」』》〉)】]", strict=True):
        if left in name and right not in name:
            name = name.replace(left, "")
        elif right in name and left not in name:
            name = name.replace(right, "")
        if name.startswith(left) and name.endswith(right) and name.count(left) == 1:
            name = name[1:-1]
    return name.strip()


def _school_names(words: Words) -> tuple[str, ...]:
    return _longest_first(tuple(name for school in words.schools for name in (school.name, *school.aliases)))


@lru_cache(maxsize=32)
def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({plain(name) for name in names if len(name) >= 2}, key=lambda name: (-len(name), name)))


def plain_line(text: str) -> str:
    """NFKC; blanks beside Chinese characters out, so that dates stay apart from other figures."""
    narrow = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"(?<=[^\x00-\x7f])[ \t]+(?=[^\x00-\x7f])", "", narrow)
