"""What a page that shows an account, a site or a chat is: an article, a list of posts, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from verifier.facts.posts.screen_days import is_date_line
from verifier.facts.posts.screen_layout import TEXT, Layout, is_typed, layout_of
from verifier.facts.posts.screen_lines import Shown, look, rows_of, signs_in, telling
from verifier.model import Document, Page, Place, Words

Kind = Literal["wechat-article", "wechat-list", "web-article", "web-list", "chat", "platform", ""]
_PLATFORM = 2
"""expressions of the platform that show a page of it"""
_QUOTED = 4
"""words that are quoted of those that tell the kind"""
_FRAMED = 4
"""lines of a screen that may have a bar or a head over it, at least"""
_LEAST_PANEL, _LEAST_PARTED = 4, 12
"""lines of a panel, and of all panels together, at least"""
_STRIP = 4
"""pixels between two panels, more than"""
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_ADDRESS = re.compile(r"https?://")
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:上午|下午)?\d{1,2}:\d\d")


@dataclass(frozen=True, slots=True)
class Screen:
    kind: Kind
    shown: tuple[Shown, ...]
    """from top to bottom"""
    place: Place
    quote: str = ""
    """the words that tell it"""
    boxed: bool = True
    in_doubt: bool = False
    """an account and a site are about as likely"""

    @property
    def channel(self) -> Literal["wechat", "website"]:
        return "wechat" if self.kind.startswith("wechat") else "website"


def screens_of(document: Document, words: Words) -> tuple[Screen, ...]:
    """A screen for each page, or for each of the screens that lie side by side on it."""
    if document.file.kind == "sheet":
        return ()
    found: list[Screen] = []
    for page in document.pages:
        shown = look(page)
        panels = _panels(shown)
        each = [_screen(panel, page, words) for panel in panels] if len(panels) > 1 else []
        if len(each) > 1 and all(_is_whole(one, words) for one in each):
            found.extend(each)
        else:
            found.append(_screen(shown, page, words))
    return tuple(found)


def _is_whole(screen: Screen, words: Words) -> bool:
    """Whether a panel is a screen of its own, and not the column of days of one."""
    texts = [one for one in telling(screen.shown, words, TEXT) if not is_date_line(one, words)]
    return screen.kind.endswith(("article", "list")) and len(texts) >= 2


def _screen(shown: tuple[Shown, ...], page: Page, words: Words) -> Screen:
    boxed = all(line.place.box for line in page.lines)
    shown = _without_status(_without_print_head(shown), words)
    if is_typed(page) and not _is_published(shown, words):
        return Screen("", shown, page.place, boxed=boxed)
    layout = layout_of(shown, page, words)
    kind = _kind(layout, words)
    channels = {"wechat": layout.wechat, "web": layout.web}
    told = channels.get(kind.partition("-")[0], layout.others)
    quotes = [*told.strong, *told.weak, *(one.text for one, _ in layout.metas[:1])]
    first = told.first or next((one for one, _ in layout.metas), None)
    place = first.line.place if first else page.place
    in_doubt = layout.is_in_doubt(words.screens.worth)
    return Screen(kind, shown, place, "、".join(quotes[:_QUOTED]) if kind else "", boxed, in_doubt)


def _is_published(shown: Sequence[Shown], words: Words) -> bool:
    """Whether something shows an account or a site."""
    return bool(signs_in(shown, words.screens.wechat_strong) or signs_in(shown, words.screens.web_strong))


def _kind(layout: Layout, words: Words) -> Kind:
    """By the first rule that fits; what is no account's or site's page may be one of the platform."""
    rule = next((rule for rule in words.screens.kinds if rule.fits(layout.measures)), None)
    if rule is not None and rule.kind != "none":
        return rule.kind
    return "platform" if len(layout.others.weak) >= _PLATFORM else ""


def _without_print_head(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """The lines without what a browser prints over a page: the moment of printing and the page's title."""
    printed = len(shown) >= _FRAMED and any(_ADDRESS.search(one.bare) for one in shown[-2:])
    if not printed or not _PRINTED.match(shown[0].text):
        return shown
    first = shown[0]
    return tuple(one for one in shown if one.middle > first.middle + first.height)


def _without_status(shown: tuple[Shown, ...], words: Words) -> tuple[Shown, ...]:
    """The lines without a phone's top bar: its clock, network and battery."""
    if len(shown) < _FRAMED:
        return shown
    first = rows_of(shown)[0]
    bar = words.screens.status.any
    clock = any(_CLOCK.search(one.bare) for one in first)
    if not clock or not all(bar.fullmatch(one.bare) for one in first):
        return shown
    return tuple(one for one in shown if one not in first)


def _panels(shown: Sequence[Shown]) -> list[tuple[Shown, ...]]:
    """Lines parted where a blank strip runs from top to bottom; one panel when there is none."""
    if len(shown) < _LEAST_PARTED:
        return [tuple(shown)]
    panels: list[list[Shown]] = []
    reach = -1
    for one in sorted(shown, key=lambda each: each.box[0]):
        if panels and one.box[0] <= reach + _STRIP:
            panels[-1].append(one)
        else:
            panels.append([one])
        reach = max(reach, one.box[2])
    return [
        tuple(sorted(each, key=lambda one: (one.middle, one.box[0]))) for each in panels if len(each) >= _LEAST_PANEL
    ]
