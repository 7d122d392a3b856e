"""One article of an account or a site, read from the screen that shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from verifier.facts.posts.accounts import account_of
from verifier.facts.posts.screen_kind import Screen
from verifier.facts.posts.screen_lines import PROVINCE, Day, Shown, behind, day_in, is_noise, meta_of, signs
from verifier.model import POST, Box, Fact, Place, Post, TextLine, Words

BODY = 2000
"""characters of the text that are kept"""
_BYLINES, _AS_LARGE = 8, 0.86
"""lines over the day among which the title is; how large its letters are beside the largest there"""
_FOOT = re.compile(
    r"^(?:<?[上下]一[条篇]|前一篇|后一篇|版权所有|阅读(?:量)?[\d.]+[万wW+]*|写留言|喜欢此内容的人|预览时标签|相关(?:文章|新闻|阅读)|END$)"
)


def read_article(screen: Screen, words: Words, schools: Sequence[str]) -> Fact[Post] | None:
    """The article's post; None when the screen shows neither title nor that it was deleted.

    `schools`: names by which a line is known to name a school.
    """
    shown = screen.shown
    deleted = next((one for one in shown if signs(one.bare, words.screens.deleted)), None)
    if deleted and len(shown) <= 8:
        return _fact(Post("", screen.channel, state="deleted"), deleted.text, deleted.line.place, 1.0)
    meta, day = _meta(screen, words)
    title = _title(screen, meta, words)
    if not title:
        return None
    account = account_of(screen, title, meta, day, words, schools)
    column = _below(screen, title, meta, account, words)
    body = "\n".join(one.line.text for one in column)[:BODY]
    text = joined([one.line.text for one in title])
    # a word of a draft stands above the text or under it, never in it
    around = [one for one in shown if one not in column and one not in title]
    draft = any(signs(one.bare, words.screens.draft) for one in around)
    state: Literal["published", "draft"] = "draft" if draft else "published"
    name = account if isinstance(account, str) else account.text
    post = Post(text, screen.channel, name, day.span if day else None, body, "article", state, _repost(shown, words))
    parts = [*title, meta] if meta else title
    return _fact(post, text, place_of(title), least(parts), day.quote if day else "")


def _fact(post: Post, quote: str, place: Place, confidence: float, date: str = "") -> Fact[Post]:
    return Fact(POST, post, quote, place, confidence, "posts", label=date)


def joined(texts: Sequence[str]) -> str:
    """Lines of one title as one: no blank between Chinese characters."""
    text = " ".join(str(each).strip() for each in texts)
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
    return min((one.line.confidence for one in lines if len(one.bare) >= 4), default=1.0)


def _meta(screen: Screen, words: Words) -> tuple[Shown | None, Day | None]:
    """The line under the title, with its day."""
    found = [(one, day) for one in screen.shown if (day := meta_of(one, words))]
    labelled = next(((one, day) for one, day in found if day.labelled), None)
    if labelled:
        return labelled
    limit = _text_begins(screen, words)
    first = next(((one, day) for one, day in found if one.middle <= limit and _has_title(one, screen, words)), None)
    return first or _glued(screen, limit, words) or (None, None)


def _glued(screen: Screen, limit: float, words: Words) -> tuple[Shown, Day] | None:
    """A day and the account's name that were read as one, without a mark between them."""
    for one in screen.shown if screen.channel == "wechat" else ():
        day = day_in(one.text, words) if one.middle <= limit and len(one.bare) <= 30 else None
        if day and day.span and day.span.start and not day.before and re.fullmatch(r"\w+", behind(day, words)):
            return (one, day) if _has_title(one, screen, words) else None
    return None


def _text_begins(screen: Screen, words: Words) -> float:
    """The height of the first sentence: a day under it is no day of publication."""
    for one in screen.shown:
        if len(one.bare) >= 12 and one.bare[-1] in "。;" and not is_noise(one, words):
            return float(one.box[1])
    return float("inf")


def _has_title(meta: Shown, screen: Screen, words: Words) -> bool:
    return any(one.middle < meta.middle and len(one.bare) >= 4 and not is_noise(one, words) for one in screen.shown)


def _title(screen: Screen, meta: Shown | None, words: Words) -> list[Shown]:
    usable = [one for one in screen.shown if len(one.bare) >= 1 and (_noiseless(one, words))]
    if meta is None:
        return _largest(screen, usable)
    above = [
        one
        for one in usable
        if one.middle < meta.middle - 0.4 * meta.height and one is not meta and _over(one, meta, screen)
    ]
    if not above:
        return []
    return _block(above, _nearest(above, screen), screen)


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
        marked = [i for i, one in enumerate(above) if one.line.role in ("title", "heading") and len(one.bare) >= 5]
        if marked:
            return marked[-1]
        start = max(0, len(above) - 4)
        return max(range(start, len(above)), key=lambda i: (len(above[i].bare) >= 8, len(above[i].bare), i))
    if screen.channel == "website":
        return len(above) - 1
    near = [one for one in above[-_BYLINES:] if len(one.bare) >= 4]
    largest = max((one.letter for one in near), default=0.0)
    return max((at for at, one in enumerate(above) if one.letter >= _AS_LARGE * largest), default=len(above) - 1)


def _block(lines: list[Shown], last: int, screen: Screen) -> list[Shown]:
    """The lines of one title that ends with `last`."""
    block = [lines[last]]
    for one in reversed(lines[:last]):
        if not screen.boxed or len(block) >= 4 or not _one_title(one, block[0], lines):
            break
        block.insert(0, one)
    return block


def _one_title(upper: Shown, lower: Shown, lines: Sequence[Shown]) -> bool:
    """Whether two lines, one under the other, are parts of one title."""
    tall, low = max(upper.letter, lower.letter), min(upper.letter, lower.letter)
    alike = 0.8 if min(len(upper.bare), len(lower.bare)) > 3 else 0.5
    low_box = min(upper.height, lower.height)
    if low < alike * tall or lower.box[1] - upper.box[3] > 0.9 * low_box:
        return False
    aligned = abs(upper.box[0] - lower.box[0]) <= low_box
    centred = abs(upper.box[0] + upper.box[2] - lower.box[0] - lower.box[2]) <= 3 * low_box
    return (aligned or centred) and upper.box[2] - upper.box[0] >= 0.75 * (lower.box[2] - lower.box[0])


def _largest(screen: Screen, usable: Sequence[Shown]) -> list[Shown]:
    """The title of a screen that shows no day: the largest text of its upper half."""
    if not screen.boxed:
        return [one for one in usable if one.line.role == "title" and len(one.bare) >= 5][:1]
    bottom = max((one.box[3] for one in screen.shown), default=0)
    upper = [one for one in usable if one.box[1] < 0.5 * bottom and len(one.bare) >= 5]
    texts = sorted(one.height for one in usable if len(one.bare) >= 5)
    if not upper:
        return []
    first = max(upper, key=lambda one: (one.height, -one.box[1]))
    if texts and first.height < 1.15 * texts[len(texts) // 2]:
        return []
    rows = [one for one in usable if one.middle >= first.middle]
    block = [first]
    for one in rows[1:]:
        if len(block) >= 4 or not _one_title(block[-1], one, rows):
            break
        block.append(one)
    for one in reversed([each for each in usable if each.middle < first.middle]):
        if len(block) >= 4 or not _one_title(one, block[0], rows):
            break
        block.insert(0, one)
    return block


def _below(screen: Screen, title: list[Shown], meta: Shown | None, account: str | Shown, words: Words) -> list[Shown]:
    """The lines of the text, to the first line of the foot."""
    top = (meta or title[-1]).middle
    after = [one for one in screen.shown if one.middle > top + 2 and one is not meta and one not in title]
    column = min((one.box[0] for one in after if len(one.bare) >= 15), default=0) if screen.boxed else 0
    kept: list[Shown] = []
    for one in after:
        if _FOOT.match(one.bare):
            break
        if not kept and PROVINCE.fullmatch(one.bare):
            continue
        if not is_noise(one, words) and one.box[2] >= column and one is not account and len(one.bare) > 1:
            kept.append(one)
    return kept


def _repost(shown: Sequence[Shown], words: Words) -> str:
    for one in shown:
        for found in words.screens.repost.found(one.bare):
            return re.sub(r"作者.*$", "", found[1])
    return ""


def goes_on(post: Fact[Post], lines: Sequence[TextLine]) -> Fact[Post]:
    """The post with the lines of the page that follows."""
    from dataclasses import replace

    value = post.value
    body = "\n".join([value.body, *(line.text for line in lines)])[:BODY]
    return replace(post, value=replace(value, body=body))
