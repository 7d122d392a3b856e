"""Dates that a camera set: in the metadata of the file, or as a mark on the picture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from verifier.counting.photos.dated import EXTRACTOR, Dated, complete
from verifier.counting.photos.photo import Photo
from verifier.facts.dates import find_dates
from verifier.facts.events.announced import is_low
from verifier.facts.posts.screen_lines import spaced
from verifier.language.comparing_text import has_word, plain
from verifier.model import DATE, Box, DateSpan, Fact, TextLine, Words

_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}(?!\d)")
_ONLY_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_CLOCK_FIRST = re.compile(r"(?<!\d)(\d{1,2}:\d{2}(?::\d{2})?)(?=(?:19|20)\d\d\D)")
_NUMERIC = re.compile(r"[\d.\-/\s:：]+")
_MARKED_ROLES = ("taken", "", "published", "issued")
"""roles that the words about a mark may have given its date; a mark says nothing of an event or of printing"""
_LOW, _HALF = 0.75, 0.5
"""of height and width of a picture: cameras print the date low in its left or right half"""
_MOST_BESIDE = 16
"""characters that stand with the date of a mark in its line"""
_SETTINGS = re.compile(r"f/\d|ISO ?\d|\d ?mm\b.*\d/\d+ ?s")
"""of a camera, in the strip that a phone sets under its photos with the moment"""
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_LABEL = 6
"""characters of a label that stands over what it tells, at most"""


def dates_of_camera(photo: Photo, words: Words) -> list[Dated]:
    """The moment that the metadata tell, and the dates of the marks."""
    return [*_of_metadata(photo), *_of_marks(photo, words)]


def _of_metadata(photo: Photo) -> Iterator[Dated]:
    picture = photo.seen.document.picture
    if picture is None or picture.taken_at is None:
        return
    day = picture.taken_at.date()
    span = DateSpan(day, day, "day", day.month, day.day)
    quote = f"{picture.taken_at:%Y-%m-%d %H:%M}（相机时间）"
    yield Dated("camera", Fact(DATE, span, quote, picture.place, 1.0, EXTRACTOR, "taken"))


def _of_marks(photo: Photo, words: Words) -> Iterator[Dated]:
    read = complete(fact for fact in photo.facts(DATE) if photo.said_by(fact) is None)
    places = {fact.place for fact in read}
    marks = (fact for fact in read if _is_mark(fact, photo, words))
    for fact in (*marks, *_glued(line for line in photo.lines if line.place not in places)):
        yield Dated("watermark", fact)


def _glued(lines: Iterable[TextLine]) -> Iterator[Fact[DateSpan]]:
    """Dates that were read as one with the time of day before or after them: 09:42 | 2024.06.06."""
    for line in lines:
        text = spaced(_CLOCK_FIRST.sub(r"\1 ", unicodedata.normalize("NFKC", line.text)))
        if text == line.text or not _CLOCK.search(text):
            continue
        for found in find_dates(text):
            if found.span.precision == "day" and found.span.start is not None:
                yield Fact(DATE, found.span, found.quote, line.place, line.confidence, EXTRACTOR, "taken")


def _is_mark(fact: Fact[DateSpan], photo: Photo, words: Words) -> bool:
    """Whether a date in the picture was set on it by a camera, which says so, or by what else its mark shows."""
    line = next((one for one in photo.lines if one.place == fact.place), None)
    if line is None or fact.value.precision != "day" or _is_told(line, photo, words):
        return False
    if (fact.role == "taken" and has_word(line.text, words.photos.taken_words)) or _SETTINGS.search(line.text):
        return True
    bare = len(plain(line.text)) <= len(plain(fact.quote)) + _MOST_BESIDE
    return bare and fact.role in _MARKED_ROLES and (_shows_mark(line, photo, words) or _is_stamp(line, photo))


def _is_told(line: TextLine, photo: Photo, words: Words) -> bool:
    """Whether a date stands under a label of a poster, which tells the time of day too; marks of cameras are low."""
    box = line.place.box
    if box is None or photo.page is None or is_low(box, photo.page):
        return False
    labels = (one for one in photo.lines if len(plain(one.text)) <= _LABEL and one.place.box)
    over = (one for one in labels if one.place.box and _is_over(one.place.box, box))
    return any(words.photos.announcing.any.search(plain(one.text)) for one in over)


def _is_over(label: Box, box: Box) -> bool:
    """Whether a label stands just over a line and begins where it does."""
    letter = box[3] - box[1]
    return abs(label[0] - box[0]) <= letter and 0 <= box[1] + box[3] - label[1] - label[3] <= 4 * letter


def _shows_mark(line: TextLine, photo: Photo, words: Words) -> bool:
    """Whether the time of day stands with a date, or the picture bears what watermarks do."""
    shown = [plain(one.text) for one in photo.lines]
    timed = _CLOCK.search(line.text) is not None or any(map(_ONLY_CLOCK.fullmatch, shown))
    timed |= _is_under(line, photo, _LOW) and any(map(_WEEKDAY.fullmatch, shown))
    return timed or any(map(words.screens.watermark.any.search, shown))


def _is_stamp(line: TextLine, photo: Photo) -> bool:
    """Whether a line is of figures only, in a lower corner of the picture."""
    box = line.place.box
    if box is None or not _is_under(line, photo, _LOW) or not _NUMERIC.fullmatch(line.text):
        return False
    width = _size(photo)[0]
    return box[0] > _HALF * width or box[2] < _HALF * width


def _is_under(line: TextLine, photo: Photo, share: float) -> bool:
    """Whether a line stands lower than that share of the picture's height."""
    height = _size(photo)[1]
    return bool(height) and line.place.box is not None and line.place.box[1] > share * height


def _size(photo: Photo) -> tuple[int, int]:
    """Width and height of a picture as it is read; 0 where they are not known."""
    if photo.page is None or photo.page.size is None:
        return 0, 0
    width, height = photo.page.size
    return (width, height) if photo.page.turn % 180 == 0 else (height, width)
