"""Screens of WeChat as phones and computers show them, each template with its own layout."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.shown.canvas import Canvas, cut, width_of, wrapped
from tests.shown.scene import Entry, Form, Scene
from tests.shown.stories import Story

_WIDTHS = (720, 750, 828, 1080, 1125, 1170, 1440)
_PROVINCES = ("山东", "北京", "上海", "浙江")
_WEEK = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone's screen; `unit` is the width of a 375th of it in pixels."""

    width: int
    dark: bool
    status: tuple[str, ...]
    """what its top bar shows; () where it was cut off"""

    @property
    def unit(self) -> float:
        return self.width / 375

    @classmethod
    def any(cls, rng: random.Random) -> Phone:
        clock = f"{rng.randrange(24):d}:{rng.randrange(60):02d}"
        others = rng.choice([("5G", "86"), ("中国移动", "5G", "64%"), ("4G", "HD", "100"), ("WiFi", "38%"), ()])
        status = rng.choice([(clock, *others), (*others, clock), (clock,), (f"下午{clock}", *others), ()])
        return cls(rng.choice(_WIDTHS), rng.random() < 0.25, status)

    def page(self) -> Canvas:
        """A page with its status bar; `height` is where the next line stands."""
        u = self.unit
        canvas = Canvas(self.width)
        if self.dark:
            canvas.paper, canvas.ink, canvas.faint = (25, 25, 25), (210, 210, 210), (125, 125, 125)
        if self.status:
            left, *right = self.status
            canvas.put(left, 26 * u, 14 * u, 13 * u)
            x = self.width - 18 * u
            for text in reversed(right):
                x -= width_of(text, 11 * u) + 8 * u
                canvas.put(text, x, 15 * u, 11 * u)
        canvas.height = round(44 * u) if self.status else round(6 * u)
        return canvas


def _bar(canvas: Canvas, phone: Phone, title: str, rng: random.Random) -> None:
    u, top = phone.unit, canvas.height
    if rng.random() < 0.7:
        canvas.put(rng.choice(["<", "×", "〈", "←"]), 14 * u, top + 13 * u, 16 * u)
    if title:
        canvas.centred(title, phone.width / 2, top + 13 * u, 16 * u, bold=True)
    if rng.random() < 0.6:
        canvas.put(rng.choice(["...", "···", "Q"]), phone.width - 36 * u, top + 13 * u, 16 * u)
    canvas.height = round(top + 46 * u)


def _shot(canvas: Canvas, phone: Phone, rng: random.Random) -> Canvas:
    """The page as a shot of the whole screen, or cut to what stands on it."""
    if rng.random() < 0.75:
        canvas.height = max(canvas.height, round(rng.choice([1.78, 2.05, 2.17]) * phone.width))
    return canvas


def day_text(day: date, form: Form, captured: date, rng: random.Random) -> str:
    """The day as an account's list shows it."""
    if form == "relative":
        ago = (captured - day).days
        return "今天" if ago == 0 else "昨天" if ago == 1 else "星期" + _WEEK[day.weekday()]
    if form == "yearless":
        return f"{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"


def forms_of(posts: Sequence[Story], captured: date, relative: bool = True) -> list[Form]:
    """How an account shows the days of its posts: relative in the last week, without a year in the year of capture."""
    found: list[Form] = []
    for post in posts:
        near = 0 <= (captured - post.day).days <= 6
        found.append("relative" if relative and near else "yearless" if post.day.year == captured.year else "full")
    return found


def entries_of(posts: Sequence[Story], forms: Sequence[Form], named: bool = True) -> tuple[Entry, ...]:
    """The posts as shown; a day without a year is settled by one with a year under it, or between two."""
    first_full = next((at for at, form in enumerate(forms) if form == "full"), None)
    return tuple(
        Entry(post, form, named, form == "yearless" and first_full is not None)
        for at, (post, form) in enumerate(zip(posts, forms, strict=True))
    )


def replaced(post: Story, **changed: Any) -> Story:
    return replace(post, **changed)


# --- articles ---------------------------------------------------------------------------------------


def article(rng: random.Random, post: Story) -> Scene:
    """A post as the account's reader opens it."""
    phone = Phone.any(rng)
    canvas, u = phone.page(), phone.unit
    _bar(canvas, phone, "", rng)
    draft = post.state == "draft"
    if draft:
        canvas.text(
            rng.choice(["此为临时链接，仅用于预览，将在短期内失效。", "预览", "（预览）", "临时预览链接，仅用于预览"]),
            16 * u, canvas.height + 4 * u, 13 * u, 343 * u,
        )  # fmt: skip
        canvas.height += round(30 * u)
    top = canvas.text(post.title, 16 * u, canvas.height + 10 * u, 22 * u, 343 * u, gap=0.4, bold=True)
    shown, top = _meta(canvas, phone, post, top + 14 * u, rng)
    if post.repost_of:
        top = canvas.text(
            f"以下文章来源于{post.repost_of} ，作者编辑部", 30 * u, top + 24 * u, 13 * u, 320 * u, faint=True
        )
    if rng.random() < 0.4:
        canvas.put("点击上方蓝字关注我们", 90 * u, top + 24 * u, 14 * u)
        top += 40 * u
    top = _paragraphs(canvas, post.body, 16 * u, top + 28 * u, 17 * u, 343 * u, rng)
    canvas.height = round(top + 60 * u)
    if rng.random() < 0.5:
        _foot(canvas, phone, top + 20 * u, rng)
    done = _shot(canvas, phone, rng)
    if rng.random() < 0.25 and not draft:  # the shot was cut at its foot
        done = canvas.cropped(0, max(0.75 * canvas.height, shown_bottom(canvas)))
    return Scene("article", done, "wechat-article", (Entry(post, shown),))


def shown_bottom(canvas: Canvas) -> float:
    return sorted(one.bottom for one in canvas.pieces)[min(len(canvas.pieces) - 1, 9)]


def _meta(canvas: Canvas, phone: Phone, post: Story, top: float, rng: random.Random) -> tuple[Form, float]:
    """The line under the title, in one of the orders that versions of WeChat have had."""
    u, size = phone.unit, 15 * phone.unit
    day = post.day
    when = rng.choice(
        [f"{day:%Y-%m-%d} {post.clock}", f"{day.year}年{day.month}月{day.day}日 {post.clock}", f"{day:%Y-%m-%d}",
         f"{day.year}年{day.month}月{day.day}日"]
    )  # fmt: skip
    place = rng.choice(["", *_PROVINCES, f"发表于{rng.choice(_PROVINCES)}"])
    author = rng.choice(["", "", "就业服务中心", "王小明", "编辑部"])
    head = [text for text in (rng.choice(["", "原创"]), author) if text]
    order = rng.choice(["new", "new", "new", "old"])
    texts = [*head, post.account, when, place] if order == "new" else [when, *head, post.account]
    left, bottom = 16 * u, top
    for text in (text for text in texts if text):
        if left > 16 * u and left + width_of(text, size) > 359 * u:
            left, bottom = 16 * u, bottom + 1.6 * size
        canvas.put(text, left, bottom, size, faint=text != post.account)
        left += width_of(text, size) + 9 * u
    return "full", bottom + size


def _paragraphs(
    canvas: Canvas, body: Sequence[str], left: float, top: float, size: float, width: float, rng: random.Random
) -> float:
    for text in body:
        if rng.random() < 0.3:
            canvas.block(left, top, left + width, top + 0.5 * width, (120, 150, 180))
            top += 0.5 * width + size
        top = canvas.text(text, left, top, size, width, gap=0.7) + 1.4 * size
    return top


def _foot(canvas: Canvas, phone: Phone, top: float, rng: random.Random) -> None:
    u = phone.unit
    texts = rng.choice(
        [[f"阅读 {rng.randrange(10, 9999)}", f"赞 {rng.randrange(90)}", f"在看 {rng.randrange(90)}"],
         ["分享", f"收藏 {rng.randrange(90)}", f"在看 {rng.randrange(90)}", f"赞 {rng.randrange(90)}"],
         ["阅读原文", f"阅读 {rng.randrange(10, 9999)}"], ["喜欢此内容的人还喜欢"], ["写留言"]]
    )  # fmt: skip
    canvas.row(texts, 16 * u, top, 14 * u, 30 * u, faint=True)
    canvas.height = round(top + 60 * u)


def deleted(rng: random.Random, post: Story) -> Scene:
    phone = Phone.any(rng)
    canvas, u = phone.page(), phone.unit
    _bar(canvas, phone, "", rng)
    canvas.centred(
        rng.choice(["该内容已被发布者删除", "此内容因违规无法查看", "该内容已被发布者删除"]),
        phone.width / 2,
        300 * u,
        18 * u,
    )
    canvas.height = round(700 * u)
    return Scene("deleted", _shot(canvas, phone, rng), "wechat-article", (Entry(post, "none", False),))


def desktop_article(rng: random.Random, post: Story) -> Scene:
    """The article in a browser or in the window of WeChat for computers."""
    canvas = Canvas(rng.choice([1280, 1440, 1920]))
    middle, width = canvas.width / 2, 640
    left = middle - width / 2
    browser = rng.random() < 0.6
    if browser:
        canvas.put(post.title[:14] + "…  ×", 60, 12, 16)
        canvas.put(f"https://mp.weixin.qq.com/s/{rng.randrange(10**9):x}", 200, 50, 17)
    else:
        canvas.put("微信", 20, 14, 16)
        canvas.row(["—", "□", "×"], canvas.width - 120, 14, 16, 20)
    top = canvas.text(post.title, left, 120, 24, width, bold=True)
    texts = [post.account, f"{post.day:%Y-%m-%d} {post.clock}", rng.choice(["", *_PROVINCES])]
    top = canvas.row([text for text in texts if text], left, top + 20, 16, 10, faint=True)
    if rng.random() < 0.5:
        canvas.put("听全文", left, top + 14, 15, faint=True)
        top += 30
    top = _paragraphs(canvas, post.body, left, top + 34, 17, width, rng)
    if browser and rng.random() < 0.7:
        canvas.put("微信扫一扫关注该公众号", middle + width / 2 + 60, 420, 14, faint=True)
    canvas.height = max(720, round(top + 40))
    return Scene("desktop-article", canvas, "wechat-article", (Entry(post, "full"),))


# --- lists ------------------------------------------------------------------------------------------


def _account_head(canvas: Canvas, phone: Phone, account: str, rng: random.Random) -> float:
    """The name of the account with what stands about it; where the list begins."""
    u, top = phone.unit, canvas.height
    look = rng.choice(["profile", "bar", "backdrop"])
    if look == "bar":
        canvas.centred(account, phone.width / 2, top + 12 * u, 17 * u, bold=True)
        return top + 50 * u
    canvas.put(account, 84 * u, top + 8 * u, 20 * u, bold=True)
    top = canvas.text(
        rng.choice(["发布就业政策、招聘信息与活动通知。", "服务毕业生就业创业的官方平台", "为毕业生提供就业指导服务"]),
        84 * u, top + 36 * u, 13 * u, 270 * u, faint=True,
    )  # fmt: skip
    texts = [f"{rng.randrange(20, 999)}篇原创内容", f"{rng.randrange(2, 40)}个朋友关注"]
    top = canvas.row(texts[: rng.choice([1, 2])], 84 * u, top + 8 * u, 13 * u, 12 * u, faint=True)
    if look == "profile":
        canvas.row(
            [rng.choice(["关注公众号", "已关注公众号", "已关注"]), "发消息"], 84 * u, top + 16 * u, 15 * u, 60 * u
        )
        top += 36 * u
    canvas.row(
        rng.choice([["消息", "视频号", "服务"], ["全部", "文章", "视频"], ["消息", "服务"]]),
        20 * u,
        top + 24 * u,
        15 * u,
        34 * u,
    )
    return top + 60 * u


Layer = Callable[[Canvas, Phone, Sequence[Story], Sequence[str], float, random.Random], float]


def _days_under(
    canvas: Canvas, phone: Phone, posts: Sequence[Story], days: Sequence[str], top: float, rng: random.Random
) -> float:
    """Title beside a picture, its day and readers under it."""
    u = phone.unit
    figures = rng.random() < 0.8
    size = rng.choice([16, 17]) * u
    for post, day in zip(posts, days, strict=True):
        canvas.block(290 * u, top, 359 * u, top + 60 * u, (150, 160, 170))
        bottom = canvas.text(post.title, 16 * u, top, size, 258 * u)
        under = [day, f"阅读 {rng.randrange(10, 3000)}", f"赞 {rng.randrange(1, 40)}"] if figures else [day]
        canvas.row(under, 16 * u, bottom + 10 * u, 12 * u, 10 * u, faint=True)
        top = max(bottom + 24 * u, top + 60 * u) + 26 * u
    return top


def _days_over(
    canvas: Canvas, phone: Phone, posts: Sequence[Story], days: Sequence[str], top: float, rng: random.Random
) -> float:
    """A day over each group of cards."""
    u = phone.unit
    centred = rng.random() < 0.4
    before = ""
    for post, day in zip(posts, days, strict=True):
        if day != before:
            if centred:
                canvas.centred(day, phone.width / 2, top, 13 * u, faint=True)
            else:
                canvas.put(day, 16 * u, top, 15 * u, faint=True)
            top += 28 * u
        before = day
        canvas.block(290 * u, top, 343 * u, top + 50 * u, (150, 160, 170))
        bottom = canvas.text(post.title, 30 * u, top, 16 * u, 240 * u)
        canvas.put(f"阅读 {rng.randrange(10, 3000)}", 30 * u, bottom + 8 * u, 12 * u, faint=True)
        top = max(bottom + 22 * u, top + 50 * u) + 22 * u
    return top


def _history(
    canvas: Canvas, phone: Phone, posts: Sequence[Story], days: Sequence[str], top: float, rng: random.Random
) -> float:
    """The old page of all messages: title, day and 原创 under it."""
    u = phone.unit
    for post, day in zip(posts, days, strict=True):
        bottom = canvas.text(post.title, 16 * u, top, 17 * u, 260 * u)
        canvas.row([day, *(["原创"] if rng.random() < 0.3 else [])], 16 * u, bottom + 8 * u, 13 * u, 12 * u, faint=True)
        top = bottom + 46 * u
    return top


LAYERS: tuple[Layer, ...] = (_days_under, _days_over, _history)


def account_lists(
    rng: random.Random,
    posts: Sequence[Story],
    captured: date,
    *,
    a_screen: int = 5,
    overlap: int = 1,
    stitched: bool = False,
    full: bool = False,
) -> list[Scene]:
    """An account's posts, scrolled over screens that overlap, or stitched into one long one."""
    phone = Phone.any(rng)
    layer = rng.choice(LAYERS)
    forms = ["full"] * len(posts) if full else forms_of(posts, captured)
    days = [day_text(post.day, form, captured, rng) for post, form in zip(posts, forms, strict=True)]
    step = len(posts) if stitched else max(1, a_screen - overlap)
    scenes = []
    for first in range(0, max(1, len(posts) - (0 if stitched else overlap)), step):
        if first and len(posts) - first < 2:
            continue
        part = slice(first, first + (len(posts) if stitched else a_screen))
        canvas = phone.page()
        top = canvas.height + 10 * phone.unit
        headed = first == 0 or rng.random() < 0.5
        if first == 0:
            top = _account_head(canvas, phone, posts[0].account, rng)
        elif headed:
            canvas.centred(posts[0].account, phone.width / 2, canvas.height + 10 * phone.unit, 17 * phone.unit)
            top = canvas.height + 50 * phone.unit
        bottom = layer(canvas, phone, posts[part], days[part], top, rng)
        canvas.height = round(bottom + 20 * phone.unit)
        name = "stitched" if stitched else f"list{layer.__name__}"
        scenes.append(
            Scene(
                name,
                canvas if stitched else _shot(canvas, phone, rng),
                "wechat-list",
                entries_of(posts[part], forms[part], headed),
            )
        )
    return scenes


def search(rng: random.Random, posts: Sequence[Story], captured: date) -> Scene:
    """What a search in WeChat finds: title, beginning, account and day of each."""
    phone = Phone.any(rng)
    canvas, u = phone.page(), phone.unit
    canvas.row(
        [rng.choice(["威海就业", "就业政策", "人才补贴"]), "搜索"], 50 * u, canvas.height + 8 * u, 16 * u, 190 * u
    )
    canvas.row(["全部", "视频", "文章", "公众号", "小程序"], 16 * u, canvas.height + 44 * u, 15 * u, 22 * u)
    top = canvas.height + 84 * u
    forms = forms_of(posts, captured, relative=False)
    for post, form in zip(posts, forms, strict=True):
        top = canvas.text(post.title, 16 * u, top, 17 * u, 343 * u)
        for line in wrapped(post.body[0], 14 * u, 250 * u)[:2]:
            top = canvas.put(line, 16 * u, top + 6 * u, 14 * u, faint=True).bottom
        when = day_text(post.day, form, captured, rng)
        canvas.row([post.account, when], 16 * u, top + 8 * u, 12 * u, 10 * u, faint=True)
        top += 50 * u
    canvas.height = round(top)
    entries = tuple(Entry(post, form) for post, form in zip(posts, forms, strict=True))
    return Scene("search", _shot(canvas, phone, rng), "wechat-list", entries)


# --- what is no post --------------------------------------------------------------------------------


def chat(rng: random.Random, posts: Sequence[Story]) -> Scene:
    """A group in which posts are passed on."""
    phone = Phone.any(rng)
    canvas, u = phone.page(), phone.unit
    _bar(canvas, phone, f"2024届毕业生就业群({rng.randrange(40, 300)})", rng)
    top = canvas.height + 10 * u
    for post in posts:
        clock = f"{rng.choice(['上午', '下午', '昨天 ', ''])}{rng.randrange(1, 12)}:{rng.randrange(60):02d}"
        canvas.centred(clock, phone.width / 2, top, 12 * u, faint=True)
        canvas.put(rng.choice(["李老师", "辅导员王老师", "就业助理"]), 62 * u, top + 24 * u, 12 * u, faint=True)
        if rng.random() < 0.5:
            canvas.put("@所有人 请大家及时查看", 66 * u, top + 46 * u, 16 * u)
            top += 44 * u
        bottom = canvas.text(post.title, 74 * u, top + 48 * u, 16 * u, 220 * u)
        canvas.put(cut(post.body[0], 12 * u, 150 * u), 74 * u, bottom + 8 * u, 12 * u, faint=True)
        canvas.put(post.account, 74 * u, bottom + 34 * u, 11 * u, faint=True)
        top = bottom + 70 * u
        canvas.put(rng.choice(["收到", "好的"]), 290 * u, top, 16 * u)
        top += 40 * u
    canvas.put("按住 说话", 150 * u, top + 30 * u, 16 * u)
    canvas.height = round(top + 80 * u)
    return Scene("chat", _shot(canvas, phone, rng), "chat")


def moments(rng: random.Random, posts: Sequence[Story]) -> Scene:
    phone = Phone.any(rng)
    canvas, u = phone.page(), phone.unit
    _bar(canvas, phone, "朋友圈", rng)
    top = canvas.height + 10 * u
    for post in posts:
        canvas.put(rng.choice(["李老师", "小王", "就业小助手"]), 62 * u, top, 16 * u, bold=True)
        canvas.put(rng.choice(["转发给需要的同学", "欢迎关注", "大家看看"]), 62 * u, top + 26 * u, 16 * u)
        bottom = canvas.text(post.title, 112 * u, top + 60 * u, 14 * u, 240 * u)
        canvas.put(
            rng.choice(["2小时前", "昨天", "30分钟前", f"{post.day.month}月{post.day.day}日"]),
            62 * u,
            bottom + 18 * u,
            13 * u,
            faint=True,
        )
        top = bottom + 70 * u
    canvas.height = round(top)
    return Scene("moments", _shot(canvas, phone, rng), "")


def mini_program(rng: random.Random) -> Scene:
    phone = Phone.any(rng)
    canvas, u = phone.page(), phone.unit
    canvas.centred(rng.choice(["就业服务平台", "智慧就业", "云就业"]), phone.width / 2, canvas.height + 12 * u, 17 * u)
    canvas.put("···  ○", phone.width - 70 * u, canvas.height + 12 * u, 16 * u)
    top = canvas.height + 60 * u
    for _ in range(rng.randrange(3, 6)):
        canvas.row(
            [
                rng.choice(["机械工程师", "行政专员", "护士", "前端开发"]),
                f"{rng.randrange(4, 9)}k-{rng.randrange(9, 15)}k",
            ],
            16 * u,
            top,
            17 * u,
            120 * u,
        )
        canvas.row(
            [f"威海某某{rng.randrange(99)}有限公司", "环翠区", "本科"], 16 * u, top + 28 * u, 13 * u, 14 * u, faint=True
        )
        top += 74 * u
    canvas.row(["首页", "职位", "消息", "我的"], 30 * u, top + 20 * u, 13 * u, 60 * u)
    canvas.height = round(top + 60 * u)
    return Scene("mini-program", _shot(canvas, phone, rng), "")


def video_channel(rng: random.Random, post: Story) -> Scene:
    phone = Phone.any(rng)
    canvas, u = phone.page(), phone.unit
    canvas.row(["关注", "朋友", "推荐"], 120 * u, canvas.height + 12 * u, 16 * u, 20 * u)
    top = canvas.height + 500 * u
    canvas.put(post.account, 60 * u, top, 16 * u, bold=True)
    top = canvas.text(f"{post.title} #就业", 16 * u, top + 30 * u, 15 * u, 300 * u)
    canvas.row([str(rng.randrange(9, 999)) for _ in range(4)], 30 * u, top + 30 * u, 14 * u, 60 * u)
    canvas.height = round(top + 70 * u)
    return Scene("video-channel", _shot(canvas, phone, rng), "")


def platform(rng: random.Random, school: str) -> Scene:
    phone = Phone.any(rng)
    canvas, u = phone.page(), phone.unit
    _bar(canvas, phone, "威海市就业服务平台", rng)
    top = canvas.height + 20 * u
    for text in ("个人中心", "王小明 已实名认证", f"毕业院校：{school}", "我的简历", "我的投递", "退出登录"):
        canvas.put(text, 24 * u, top, 17 * u)
        top += 52 * u
    canvas.height = round(top + 40 * u)
    return Scene("platform", _shot(canvas, phone, rng), "platform")
