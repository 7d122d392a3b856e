"""Who holds a happening, as a text says it."""

from __future__ import annotations

import re

from verifier.facts.events.names import plain_line
from verifier.model import Document, Words

_LONGEST_LABELLED = 60
"""characters of a line that gives the organiser after a label; a longer one is running text"""
_HEAD, _SIGNATURE = 1, 3
"""lines of a letter that name its writer: over it, and under it with the day"""
_LONGEST_HEAD = 30
"""characters of a line that names the writer of a letter alone"""
_LONGEST_PLACE = 10
"""characters of the names of a province, a city or a district before a body: 山东省威海市"""
_PLACE = re.compile(r"(?:[\u4e00-\u9fff]{2,4}[省市区县]){1,2}$")


def organiser_in(text: str, words: Words) -> str:
    """The body that a stretch of text says holds the event: after a label, else a public one that it names."""
    return _after_label(text, words) or public_body(text, words)


def organiser_of(document: Document, words: Words) -> str:
    """The body that a paper says holds its events: after a label; in a picture else a public one that it names."""
    short = (line.text for line in (*document.context, *document.lines) if len(line.text) <= _LONGEST_LABELLED)
    labelled = next(filter(None, (_after_label(plain_line(text), words) for text in short)), "")
    if labelled:
        return labelled
    if document.file.kind != "image":
        return _writer_of(document, words)
    return next(filter(None, (public_body(plain_line(line.text), words) for line in document.lines)), "")


def _writer_of(document: Document, words: Words) -> str:
    """The public body whose name heads or signs a letter to the school: what it announces it holds itself."""
    lines = [plain_line(line.text) for line in document.lines]
    if not any(word in line for line in lines for word in words.organisers.letters):
        return ""
    ends = (line for line in (*lines[:_HEAD], *lines[-_SIGNATURE:]) if len(line) <= _LONGEST_HEAD)
    schools = tuple(name for school in words.schools for name in (school.name, *school.aliases))
    return next(filter(None, (public_body(line, words) for line in ends if not any(map(line.count, schools)))), "")


def _after_label(text: str, words: Words) -> str:
    """What stands after 主办单位：, or between 由 and 主办."""
    labels = "|".join(map(re.escape, sorted(words.organisers.labels, key=len, reverse=True)))
    verbs = "|".join(map(re.escape, words.organisers.verbs))
    labelled = re.search(rf"(?:{labels})\s*[::]\s*([^,。;:|\n]{{2,40}})", text)
    found = labelled or re.search(rf"由([^,。;:|\n]{{2,30}}?)(?:{verbs})", text)
    return found[1].strip() if found else ""


def public_body(text: str, words: Words) -> str:
    """The whole name of the public body that a text names first; the telling word where no body is named."""
    hits = ((text.find(word), -len(word), word) for word in words.organisers.public if word in text)
    at, _, word = min(hits, default=(0, 0, ""))
    body = _whole_body(word, text[at:], words)
    return _place_before(text[:at], words) + body if body else word


def _whole_body(word: str, text: str, words: Words) -> str:
    """The name of a body from the telling word to its end (人力资源和社会保障局); '' where it has no end."""
    ends = words.organisers.body_ends
    if word.endswith(ends):
        return word
    found = re.match(rf"{word}[\u4e00-\u9fff]{{0,8}}?(?:{'|'.join(ends)})", text) if word else None
    return found[0] if found else ""


def _place_before(text: str, words: Words) -> str:
    """The names of places with which a text ends, without what leads to them: 由威海市 → 威海市."""
    found = _PLACE.search(text[-_LONGEST_PLACE:])
    place = found[0] if found else ""
    for stop in (*words.event_names.stops, *words.organisers.leads):
        place = place.rsplit(stop, 1)[-1]
    return place
