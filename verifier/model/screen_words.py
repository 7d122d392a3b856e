"""The words of screens: what is on them, what it is worth, and which kind of screen it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from verifier.model.lists import MAY_BE_EMPTY, DocumentTypeId, Expressions, WordList

ScreenKind = Literal["wechat-article", "wechat-list", "web-article", "web-list", "chat", "none"]
ScreenMeasure = Literal[
    "wechat", "wechat_strong", "wechat_signs", "wechat_lead", "web", "web_strong", "web_signs", "site",
    "published", "chat", "chat_lead", "deleted", "lines", "typed", "narrow",
    "days", "labelled", "under_title", "spoken", "stacked", "named", "entries", "list_days", "readers",
]  # fmt: skip
"""what is counted on a screen; of what is so or not, 1 or 0"""


@dataclass(frozen=True, slots=True)
class ScreenWorth:
    """What the signs on a screen are worth."""

    strong: int
    """each expression of `wechat_strong`, `web_strong` that fits"""
    weak: int
    """each expression of `wechat_weak`, `web_weak` that fits"""
    wechat_address: int
    """the address of an article beside"""
    under_title: int
    """for WeChat: a day between a title and a text"""
    labelled: int
    """for a site: a day with a label"""
    site_address: int
    """for a site: its address over the page"""
    site_head: int
    """for a site: its name is the first line"""
    site_bar: int
    """for a site: that line stands in the middle, as in the bar of a phone's browser"""
    sure_lead: int
    """points by which a channel leads at least, where the other has the worth of a strong sign: else it is in doubt"""
    list_sign: int
    """so many dated lines, where there is one"""


@dataclass(frozen=True, slots=True)
class ScreenRule:
    """What makes a screen one of a kind: all has to hold."""

    kind: ScreenKind
    least: Mapping[ScreenMeasure, int]
    """the measure is this or more"""
    most: Annotated[Mapping[ScreenMeasure, int], MAY_BE_EMPTY]
    """the measure is this or less"""

    def fits(self, measures: Mapping[ScreenMeasure, int]) -> bool:
        enough = all(measures[name] >= bound for name, bound in self.least.items())
        return enough and all(measures[name] <= bound for name, bound in self.most.items())


@dataclass(frozen=True, slots=True)
class RowStates:
    """What a list of posts says in a row of one that is not to be seen: alone, at the end of a line or in brackets."""

    deleted: WordList
    draft: WordList


@dataclass(frozen=True, slots=True)
class ScreenWords:
    """Screens of accounts and sites, and what a post is about; expressions are for text without blanks (NFKC)."""

    worth: ScreenWorth
    kinds: tuple[ScreenRule, ...]
    """the first that fits decides what a screen is"""
    wechat_strong: Expressions
    """what shows a WeChat article or page"""
    wechat_weak: Expressions
    """what only speaks for a WeChat article or page"""
    wechat_address: Expressions
    """the address of a WeChat article, which leaves no doubt"""
    web_strong: Expressions
    """what shows a page of a site"""
    web_weak: Expressions
    """what only speaks for a page of a site"""
    chat: Expressions
    """what shows a chat"""
    platform: Expressions
    """what shows a page of the bureau's platform"""
    list_signs: Expressions
    """a page of an account or a site that has many posts"""
    noise: Expressions
    """lines of an article's surroundings that are no title, no account and no post"""
    status: Expressions
    """what stands in the top bar of a phone: clock, network, battery"""
    watermark: Expressions
    """a watermark of a camera, no line of an article"""
    addresses: Expressions
    """a line that is an address, as cameras print it under the time: no text of an article"""
    stats: Expressions
    """what stands beside the day of a post and belongs to neither title nor account"""
    labels: Expressions
    """the labels in the line under a web article's title"""
    draft: Expressions
    """the draft that WeChat shows before publishing; 预览时标签不可点 stands in every saved article"""
    follow: Expressions
    """the button beside an account's name; the first group is the name where both were read as one"""
    row_states: RowStates
    """what a list says of a post that was taken down or is not published yet"""
    deleted: Expressions
    """a post that was taken down"""
    repost: Expressions
    """the first group is where a repost was taken from"""
    site_words: Expressions
    """names of sites: a line at the top of a page, or in its foot, that is one"""
    site_heads: Expressions
    """how the name of a site ends, where it is the first line of a page"""
    site_foot: Expressions
    """what stands in the foot of a site's page"""
    list_of_wechat: WordList
    """of a list of posts in a table: they are of a WeChat account"""
    list_of_website: WordList
    """of a list of posts in a table: they are of a site"""
    list_names: WordList
    """of a paper's title: it is a list"""
    lists_of_days: tuple[DocumentTypeId, ...]
    """papers that may list posts a line each, beside those of no kind"""
    list_of_posts: WordList
    """of a table: it lists posts"""
    topic_local: WordList
    """names the city in a post; a school's, account's or street's name is taken out first"""
    topic_here: WordList
    """these name the city only where the text names no other one"""
    street_ends: WordList
    """how the names of streets end: 威海路 is no place"""
    street_not: WordList
    """what begins as such an ending and is none"""
    topic_schools: Expressions
    """schools that are on no list; narrow brackets"""
    topic_employment: WordList
    """what a post about employment or starting a business says"""
