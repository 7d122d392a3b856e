"""Happenings that a notice or poster in a picture only tells of: when, where and for whom stands under the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.language.comparing_text import plain
from verifier.model import Box, Event, Fact, Page, TextLine, Words

_STAMP = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}\D?\d{1,2}:\d[1-46-9]")
"""of a camera that writes when and where on its photos: nothing is announced for 10:37"""
_ANNOUNCED = 2
"""things that a poster tells of a happening, at least"""
_BULLET = re.compile(r"^[●•·◆◇■□★☆▪▶➤✓]")
_LISTED = 2
"""lines with such a mark that are a list, at least: a banner has none"""
_MARK = 0.65
"""of the height: under it stand the marks of cameras, which tell time and place too"""
_GAP = 1.5
"""between two lines of one poster, in heights of the name over them"""


def is_told_of(fact: Fact[Event], page: Page | None, words: Words) -> bool:
    """Whether a notice or poster in the picture tells of a happening that the picture names."""
    box = fact.place.box
    if page is None or box is None or fact.value.kind not in words.photos.poster_tells or is_low(box, page):
        return False
    under = [plain(line.text) for line in _block_under(box, page.lines)]
    told = [plain(fact.quote), *(_BULLET.sub("", text) for text in under)]
    if any(map(_STAMP.search, told)):
        return False
    listed = sum(_BULLET.match(text) is not None for text in under) >= _LISTED
    return listed + sum(any(map(one.search, told)) for one in words.photos.announcing.each) >= _ANNOUNCED


def is_low(box: Box, page: Page) -> bool:
    """Whether something stands where cameras set their marks."""
    return page.size is not None and box[1] > _MARK * page.size[page.turn % 180 == 0]


def _block_under(name: Box, lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines that follow one another under a name, down to the first gap."""
    left, top, right, bottom = name
    # a name of several rows is as high as all of them
    rows = (box[3] - box[1] for line in lines if (box := line.place.box) and top <= box[1] and box[3] <= bottom)
    letter = max(rows, default=bottom - top)
    reach = _GAP * letter
    # what is told begins at the edge of the poster, beside a name in its middle
    left, right = left - letter, right + letter
    for line in sorted(lines, key=lambda line: line.place.box[1] if line.place.box else 0):
        box = line.place.box
        if box is None or box[1] + box[3] <= 2 * bottom - (box[3] - box[1]) or box[0] >= right or box[2] <= left:
            continue
        if box[1] - bottom > reach:
            return
        left, right, bottom = min(left, box[0]), max(right, box[2]), max(bottom, box[3])
        yield line
