"""The names of happenings: where one begins and ends in a text, and whether two are of one event."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from verifier.facts.dates import find_dates
from verifier.model import Words

_LONGEST_NAME = 44
_WINDOW = 16
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
    kind: str
    name: str
    start: int
    end: int
    bare: bool


def event_name_key(name: str, words: Words) -> str:
    """A name without school, year and words like 举办 or 现场, to compare it with others."""
    key = plain(name)
    for school in _school_names(words):
        key = key.replace(school, "")
    key = _YEAR_OF_NAME.sub("", key)
    for filler in sorted(words.event_names.fillers, key=len, reverse=True):
        key = key.replace(filler, "")
    return re.sub(r"[\W_]", "", key)


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
    heads = _heads(text, words)
    named: list[Named] = []
    for kind, start, end in heads:
        if named and start < named[-1].end:
            continue
        begin = _begins(text, start, words)
        kind, finish = _ends(text, kind, end, heads, words)
        name = text[begin:finish].strip(" ·-—_/|").strip()
        name = _unquoted(name)
        whole = re.sub(r"[\W_]", "", text)
        bare = begin >= start and finish <= end
        lone = whole == re.sub(r"[\W_]", "", name)
        if bare and not sign and (lone or kind in words.event_names.not_bare):
            continue
        named.append(Named(kind, name, begin, finish, bare))
    return named


def _heads(text: str, words: Words) -> list[tuple[str, int, int]]:
    """Kind, start and end of each head, the longest of those that overlap, in the order of the text."""
    found: list[tuple[str, int, int]] = []
    for kind, named in words.events.items():
        if any(word in text for word in named.unless):
            continue
        barred = (*words.event_names.not_after, *named.not_after)
        spans = sorted(hit.span() for one in named.heads.each for hit in one.finditer(text) if hit[0])
        for start, end in _united(spans):
            if not text[end:].lstrip().startswith(barred):
                found.append((kind, start, end))
    kept: list[tuple[str, int, int]] = []
    for head in sorted(found, key=lambda each: (each[1] - each[2], each[1])):
        if all(head[2] <= other[1] or other[2] <= head[1] for other in kept):
            kept.append(head)
    return sorted(kept, key=lambda each: each[1])


def _united(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that overlap as one: 专场招聘 and 招聘会 are 专场招聘会."""
    last: tuple[int, int] | None = None
    for start, end in spans:
        if last and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _begins(text: str, head: int, words: Words) -> int:
    """Where the name begins: after the last boundary, date or word that leads to it, before its head."""
    begin = max(0, head - _LONGEST_NAME)
    for edge in _EDGE.finditer(text, begin, head):
        begin = edge.end()
    for found in find_dates(text):
        if found.end <= head and found.span.precision in ("day", "month") and found.end > begin:
            begin = found.end
    quoted = _open_quote(text, begin, head)
    limit = quoted if quoted is not None else head
    for word in words.event_names.stops:
        at = text.rfind(word, begin, limit)
        if 0 <= at <= head - len(word):
            begin = max(begin, at + len(word))
    for _ in range(3):
        rest = text[begin:head]
        while rest and rest[0] in _LEADING:
            rest = rest[1:]
        school = next((name for name in _school_names(words) if rest.startswith(name)), "")
        campus = re.match(r"[(][\u4e00-\u9fff]{2,6}[)]", rest)
        rest = rest[len(school) or (campus.end() if campus else 0) :]
        begin = head - len(rest)
    return begin


def _open_quote(text: str, begin: int, head: int) -> int | None:
    """Where a quotation begins that is not closed before the head: what it holds is name."""
    for at in range(head - 1, begin - 1, -1):
        if text[at] in _CLOSE_QUOTE and text[at] not in _OPEN_QUOTE:
            return None
        if text[at] in _OPEN_QUOTE and text[at] not in _CLOSE_QUOTE:
            return at
    return None


def _ends(text: str, kind: str, end: int, heads: Sequence[tuple[str, int, int]], words: Words) -> tuple[str, int]:
    """Kind and end of a name: of the heads that follow without a boundary the last decides; then its tail."""
    family = words.event_names.one_name
    for other, start, stop in heads:
        between = text[end:start]
        akin = other == kind or (other in family and kind in family)
        if akin and start >= end and len(between) <= _WINDOW and not _PARTED.search(between):
            kind, end = other, stop
    for tail in words.events[kind].tails.each:
        if more := tail.match(text[end:]):
            end += more.end()
    if text[end : end + 1] in tuple(_CLOSE_QUOTE):
        end += 1
    return kind, end


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


def plain(text: str) -> str:
    """NFKC without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def plain_line(text: str) -> str:
    """NFKC; blanks beside Chinese characters out, so that dates stay apart from other figures."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"(?<=[^\x00-\x7f])[ \t]+(?=[^\x00-\x7f])", "", plain)
