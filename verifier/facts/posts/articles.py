"""One article of an account or a site, read from the screen that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile
from statistics import median_high
from typing import Literal

from verifier.facts.posts.accounts import account_of
from verifier.facts.posts.picture_messages import read_message
from verifier.facts.posts.screen_days import Day, behind, day_in, meta_of
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import PROVINCE, Shown, is_noise, signs_in, telling
from verifier.model import POST, Box, Fact, Place, Post, TextLine, Words

BODY = 2000
"""characters of the text that are kept"""
_LEFT = 8
"""lines that are left of a deleted post, at most"""
_BYLINES, _AS_LARGE = 8, 0.86
"""lines over the day among which the title is; how large its letters are beside the largest there"""
_TYPED_BYLINES = 4
"""the same where the lines have no boxes"""
_TITLE, _LONG_TITLE = 5, 8
"""characters of a title, at least; from these on it is preferred to a byline"""
_NO_REMAINDER = 4
"""characters of a line that is no short remainder of the one above, at least"""
_LINES_OF_TITLE = 4
_STANDS_OUT = 1.15
"""height of a title beside the middle one of all lines, where no day tells which is the title"""
_ALIKE, _ALIKE_SHORT = 0.8, 0.5
"""letters of two lines of one title: the smaller beside the larger; of few characters the size can't be told well"""
_GLUED = 30
"""characters of a line in which day and account were read as one, at most"""
_SENTENCE = 12
"""characters of a sentence of the text, at least"""
_IN_COLUMN = 15
"""characters of a line that tells where the column of the text begins, at least"""
_INDENT = 3
"""letters by which the lines of a text begin further to the right than others, at most"""
_FOOT = re.compile(
    r"^(?:<?[上下]一[条篇]|前一篇|后一篇|版权所有|阅读(?:量)?[\d.]+[万wW+]*|写留言|喜欢此内容的人|预览时标签|相关(?:文章|新闻|阅读)|END$)"
)


def read_article(screen: Screen, words: Words, schools: Sequence[str]) -> Fact[Post] | None:
    """The article's post; None when the screen shows neither title nor that it was deleted.

    `schools`: names by which a line is known to name a school.
    """
    deleted = next((one for one in screen.shown if signs_in([one], words.screens.deleted)), None)
    if deleted and len(screen.shown) <= _LEFT:
        return _fact(Post("", screen.channel, state="deleted"), deleted.text, deleted.line.place, 1.0)
    message = read_message(screen, words)
    meta, day = message.dated if message else _meta(screen, words)
    title = message.title if message else _title(screen, meta, words)
    if not title:
        return None
    account = message.account if message else account_of(screen, title, meta, day, words, schools)
    column = message.text if message else _below(screen, title, meta, account, words)
    post = Post(
        joined(title),
        screen.channel,
        _name(account),
        day.span if day else None,
        _body(one.line.text for one in column),
        "article",
        _state(screen, [*title, *column], words),
        _repost(screen.shown, words),
        screen.in_doubt,
    )
    parts = [*title, meta] if meta else title
    return _fact(post, post.title, place_of(title), least(parts), day.quote if day else "")


def _name(account: str | Shown) -> str:
    return account if isinstance(account, str) else account.text


def _body(lines: Iterable[str]) -> str:
    return "\n".join(lines)[:BODY]


def _state(screen: Screen, own: Sequence[Shown], words: Words) -> Literal["published", "draft"]:
    # a word of a draft stands above the text or under it, never in it
    around = [one for one in screen.shown if one not in own]
    return "draft" if signs_in(around, words.screens.draft) else "published"


def _fact(post: Post, quote: str, place: Place, confidence: float, date: str = "") -> Fact[Post]:
    return Fact(POST, post, quote, place, confidence, "posts", label=date)


def joined(title: Sequence[Shown]) -> str:
    """Lines of one title as one: no blank between Chinese characters."""
    text = " ".join(one.line.text.strip() for one in title)
    return re.sub(r"(?<=[^\x00-\x7f]) (?=\S)|(?<=\S) (?=[^\x00-\x7f])", "", text)


def place_of(lines: Sequence[Shown]) -> Place:
    """The place that holds all the lines."""
    first = lines[0].line.place
    boxes = [one.line.place.box for one in lines]
    if any(box is None for box in boxes):
        return first
    known: list[Box] = [box for box in boxes if box]
    box = (min(b[0] for b in known), min(b[1] for b in known), max(b[2] for b in known), max(b[3] for b in known))
    return Place(first.file, first.page, box)


def least(lines: Sequence[Shown]) -> float:
    """The lowest confidence of the lines; short remainders are left out, for they are always unsure."""
    return min((one.line.confidence for one in lines if len(one.bare) >= _NO_REMAINDER), default=1.0)


def _meta(screen: Screen, words: Words) -> tuple[Shown | None, Day | None]:
    """The line under the title, with its day."""
    found = [(one, day) for one in screen.shown if (day := meta_of(one, words))]
    labelled = next((pair for pair in found if pair[1].labelled), None)
    limit = _text_begins(screen, words)
    first = next((pair for pair in found if _opens(pair[0], limit, screen, words)), None)
    return labelled or first or _glued(screen, limit, words) or (None, None)


def _glued(screen: Screen, limit: float, words: Words) -> tuple[Shown, Day] | None:
    """A day and the account's name that were read as one, without a mark between them."""
    if screen.channel != "wechat":
        return None
    lines = [one for one in screen.shown if one.middle <= limit and len(one.bare) <= _GLUED]
    days = ((one, day) for one in lines if (day := day_in(one.text, words)) and _runs_on(day, words))
    found = next(days, None)
    return found if found and _opens(found[0], limit, screen, words) else None


def _runs_on(day: Day, words: Words) -> bool:
    """Whether a line begins with a whole day and goes on with a name."""
    whole = day.span is not None and day.span.start is not None and not day.before
    return whole and re.fullmatch(r"\w+", behind(day, words)) is not None


def _text_begins(screen: Screen, words: Words) -> float:
    """The height of the first sentence: a day under it is no day of publication."""
    sentences = (one for one in telling(screen.shown, words, _SENTENCE) if one.bare[-1] in "。;")
    return next((float(one.box[1]) for one in sentences), float("inf"))


def _opens(meta: Shown, limit: float, screen: Screen, words: Words) -> bool:
    """Whether a line may stand between a title and the text."""
    return meta.middle <= limit and bool(
        telling((one for one in screen.shown if one.middle < meta.middle), words, _NO_REMAINDER)
    )


def _title(screen: Screen, meta: Shown | None, words: Words) -> list[Shown]:
    usable = [one for one in screen.shown if _noiseless(one, words)]
    if meta is None:
        return _largest(screen, usable)
    above = [one for one in usable if one.middle < meta.middle - 0.4 * meta.height and _over(one, meta, screen)]
    if not above:
        return []
    last = _nearest(above, screen)
    return _with_upper([above[last]], above[:last] if screen.boxed else [])


def _noiseless(one: Shown, words: Words) -> bool:
    # the short remainder of a wrapped title looks like noise
    return not is_noise(one, words) or (len(one.bare) <= 2 and bool(re.search(r"[\u4e00-\u9fff]", one.bare)))


def _over(one: Shown, meta: Shown, screen: Screen) -> bool:
    """Whether a line stands over the column of the meta line, not beside it."""
    if not screen.boxed:
        return True
    row = [each for each in screen.shown if abs(each.middle - meta.middle) <= 0.5 * meta.height]
    left, right = meta.box[0], meta.box[2]
    for each in reversed(row):
        left = min(left, each.box[0]) if 0 <= left - each.box[2] <= 2 * meta.height else left
    slack = 0.1 * max(each.box[2] for each in screen.shown)
    return one.box[0] < right + slack and one.box[2] > left - slack


def _nearest(above: list[Shown], screen: Screen) -> int:
    """Index of the last line of the title: the nearest that is no name of an account."""
    if not screen.boxed:
        return _nearest_typed(above)
    if screen.channel == "website":
        return len(above) - 1
    near = [one for one in above[-_BYLINES:] if len(one.bare) >= _NO_REMAINDER]
    largest = max((one.letter for one in near), default=0.0)
    return max((at for at, one in enumerate(above) if one.letter >= _AS_LARGE * largest), default=len(above) - 1)


def _nearest_typed(above: list[Shown]) -> int:
    """The same by the style of the lines, else by their length."""
    marked = [at for at, one in enumerate(above) if one.line.role in ("title", "heading") and len(one.bare) >= _TITLE]
    if marked:
        return marked[-1]
    lengths = [(len(one.bare) >= _LONG_TITLE, len(one.bare), at) for at, one in enumerate(above)]
    return max(lengths[-_TYPED_BYLINES:])[-1]


def _with_upper(title: list[Shown], above: Sequence[Shown]) -> list[Shown]:
    """A title with the lines over it that are parts of it."""
    for one in reversed(above):
        if len(title) >= _LINES_OF_TITLE or not _one_title(one, title[0]):
            break
        title = [one, *title]
    return title


def _with_lower(title: list[Shown], below: Sequence[Shown]) -> list[Shown]:
    """A title with the lines under it that are parts of it."""
    for one in below:
        if len(title) >= _LINES_OF_TITLE or not _one_title(title[-1], one):
            break
        title = [*title, one]
    return title


def _one_title(upper: Shown, lower: Shown) -> bool:
    """Whether two lines, one under the other, are parts of one title."""
    tall, low = max(upper.letter, lower.letter), min(upper.letter, lower.letter)
    alike = _ALIKE if min(len(upper.bare), len(lower.bare)) >= _NO_REMAINDER else _ALIKE_SHORT
    low_box = min(upper.height, lower.height)
    if low < alike * tall or lower.box[1] - upper.box[3] > 0.9 * low_box:
        return False
    aligned = abs(upper.box[0] - lower.box[0]) <= low_box
    centred = abs(upper.box[0] + upper.box[2] - lower.box[0] - lower.box[2]) <= 3 * low_box
    return (aligned or centred) and upper.box[2] - upper.box[0] >= 0.75 * (lower.box[2] - lower.box[0])


def _largest(screen: Screen, usable: Sequence[Shown]) -> list[Shown]:
    """The title of a screen that shows no day: the largest text of its upper half."""
    texts = [one for one in usable if len(one.bare) >= _TITLE]
    if not screen.boxed:
        return [one for one in texts if one.line.role == "title"][:1]
    first = max(_upper_half(texts, screen), key=lambda one: (one.height, -one.box[1]), default=None)
    return _around(first, usable) if first and _stands_out(first, texts) else []


def _upper_half(texts: Sequence[Shown], screen: Screen) -> list[Shown]:
    half = 0.5 * max((one.box[3] for one in screen.shown), default=0)
    return [one for one in texts if one.box[1] < half]


def _stands_out(line: Shown, texts: Sequence[Shown]) -> bool:
    return line.height >= _STANDS_OUT * median_high(one.height for one in texts)


def _around(line: Shown, usable: Sequence[Shown]) -> list[Shown]:
    """The title that a line is a part of."""
    above = [one for one in usable if one.middle < line.middle]
    others = [one for one in usable if one.middle >= line.middle][1:]
    return _with_upper(_with_lower([line], others), above)


def _below(screen: Screen, title: list[Shown], meta: Shown | None, account: str | Shown, words: Words) -> list[Shown]:
    """The lines of the text, to the first line of the foot."""
    top = meta or title[-1]
    after = [one for one in screen.shown if one.middle > top.middle + 2 and one not in title]
    left = min((one.box[0] for one in after if len(one.bare) >= _IN_COLUMN), default=0)
    right = _right_of_text(after, left)
    text = telling(takewhile(lambda one: not _FOOT.match(one.bare), after), words, 2)
    column = [one for one in text if one is not account and _reaches(one, left, right, screen)]
    return list(dropwhile(lambda one: PROVINCE.fullmatch(one.bare), column))


def _right_of_text(lines: Sequence[Shown], left: int) -> float:
    """How far the long lines of a text reach that begins at its left edge; what stands beyond is a sidebar."""
    long = [one for one in lines if len(one.bare) >= _IN_COLUMN and one.box[0] - left <= _INDENT * one.letter]
    return max((one.box[2] for one in long), default=float("inf"))


def _reaches(one: Shown, left: int, right: float, screen: Screen) -> bool:
    """Whether a line reaches the column of a text, and does not stand to its left or right."""
    return not screen.boxed or (one.box[2] >= left and one.box[0] < right)


def _repost(shown: Sequence[Shown], words: Words) -> str:
    for one in shown:
        for found in words.screens.repost.found(one.bare):
            return re.sub(r"作者.*$", "", found[1])
    return ""


def goes_on(post: Fact[Post], lines: Sequence[TextLine]) -> Fact[Post]:
    """The post with the lines of the page that follows."""
    value = post.value
    return replace(post, value=replace(value, body=_body([value.body, *(line.text for line in lines)])))
