# ruff: noqa: E501 (what the screens say stands in one piece)
"""Pages of sites: lists and articles in many designs, with and without the browser around them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from tests.shown.canvas import Canvas, cut, width_of
from tests.shown.scene import Entry, Form, Scene
from tests.shown.stories import Story

_COLUMNS = ("通知公告", "就业政策", "政策法规", "新闻动态", "就业资讯", "中心公告")
_MENUS = (
    ["首页", "通知公告", "招聘信息", "政策法规", "下载专区", "联系我们"],
    ["网站首页", "机构设置", "就业动态", "招聘会", "宣讲会", "就业指导"],
    ["首页", "学生服务", "单位服务", "职业发展", "关于我们"],
)


def _head(canvas: Canvas, site: str, column: str, rng: random.Random) -> tuple[float, bool]:
    """Browser, banner, menu and way back; where the page goes on, and whether the site is named."""
    width, top, named = canvas.width, 0.0, False
    look = rng.choice(["browser", "whole", "whole", "cropped"])
    if look == "browser":
        canvas.put(cut(f"{column}-{site}", 15, 260), 40, 10, 15)
        canvas.put(f"https://jy.example.edu.cn/info/{rng.randrange(1000, 9999)}.htm", 160, 46, 16)
        top = 80
    if look != "cropped":
        canvas.put(site, rng.choice([60, 90, 140]), top + 24, rng.choice([30, 36, 44]), bold=True)
        named = True
        canvas.row(rng.choice(_MENUS), 80, top + 100, 18, rng.choice([36, 56]))
        top += 150
    way = rng.choice(
        [f"当前位置：首页 > {column}", f"您现在的位置：网站首页 >> {column}", f"当前位置： 首页 / {column}",
         f"您的位置：首页 → {column} → 正文", f"首页 > {column} > 正文", ""]
    )  # fmt: skip
    if look == "cropped" and not way:
        way = f"当前位置：首页 > {column}"
    if rng.random() < 0.6:
        canvas.put(column, 80, top + 16, 24, bold=True)
    if way:
        canvas.put(way, max(80, width - width_of(way, 15) - 120), top + 20, 15, faint=True)
    return top + 70, named


def _foot(canvas: Canvas, site: str, top: float, rng: random.Random, pages: bool) -> tuple[float, bool]:
    named = False
    if pages and rng.random() < 0.8:
        pager = rng.choice(
            [["首页", "上一页", "1", "2", "3", "下一页", "尾页"], ["共156条", "1/8", "首页", "上页", "下页", "尾页"],
             ["<", "1", "2", "3", "4", "...", "12", ">"], ["每页 15 记录", "总共 211 记录", "第一页 <<上一页 下一页>> 尾页"]]
        )  # fmt: skip
        canvas.row(pager, canvas.width * 0.35, top + 24, 15, 16)
        top += 50
    if rng.random() < 0.5:
        line = rng.choice(
            [
                f"版权所有：{site}",
                f"版权所有 © {site} 地址：山东省威海市文化西路1号",
                f"主办单位：{site}　鲁ICP备05002368号",
            ]
        )
        canvas.put(line, canvas.width * 0.25, top + 40, 15, faint=True)
        top, named = top + 70, True
    return top, named


def list_page(rng: random.Random, posts: Sequence[Story], site: str) -> Scene:
    """A column of the site, in one of several designs."""
    canvas = Canvas(rng.choice([1100, 1280, 1366, 1600, 1920]))
    top, above = _head(canvas, site, rng.choice(_COLUMNS), rng)
    left, right = 80.0, canvas.width - 120.0
    if rng.random() < 0.35:
        for at, text in enumerate(rng.sample(_COLUMNS, 4)):
            canvas.put(text, 80, top + 50 * at, 18)
        left = 320.0
    design = rng.choice([_rows, _rows, _rows_left, _boxes, _cards])
    bottom, form = design(canvas, posts, left, top, right, rng)
    end, below = _foot(canvas, site, max(bottom, top + 220), rng, True)
    canvas.height = round(end + 30)
    entries = tuple(Entry(post, form, above or below) for post in posts)
    return Scene(f"web{design.__name__}", canvas, "web-list", entries)


def _day(day: date, rng: random.Random, style: str) -> str:
    return {"-": f"{day:%Y-%m-%d}", "/": f"{day:%Y/%m/%d}", ".": f"{day:%Y.%m.%d}", "年": f"{day:%Y年%m月%d日}",
        "[]": f"[{day:%Y-%m-%d}]", "()": f"（{day:%Y-%m-%d}）", "short": f"{day:%m-%d}", "[short]": f"[{day:%m-%d}]",
        "timed": f"{day:%Y-%m-%d} 09:{day.day:02d}"}[style]  # fmt: skip


_STYLES = ("-", "-", "-", "/", ".", "年", "[]", "()", "short", "[short]", "timed")


def _rows(
    canvas: Canvas, posts: Sequence[Story], left: float, top: float, right: float, rng: random.Random
) -> tuple[float, Form]:
    """A title a row, its day at the right edge."""
    style, size = rng.choice(_STYLES), rng.choice([16, 18, 20])
    mark = rng.choice(["", "", "· ", "• ", "▪ ", "> ", "[通知公告] "])
    for post in posts:
        when = _day(post.day, rng, style)
        room = right - left - width_of(when, size) - 60
        canvas.put(cut(f"{mark}{post.title}", size, room), left, top, size)
        if rng.random() < 0.08:
            canvas.put("NEW", min(right - 140, left + width_of(post.title, size) + 30), top, 0.7 * size)
        canvas.put(when, right - width_of(when, size), top, size, faint=True)
        top += size * rng.choice([2.0, 2.4])
    return top, "yearless" if "short" in style else "full"


def _rows_left(
    canvas: Canvas, posts: Sequence[Story], left: float, top: float, right: float, rng: random.Random
) -> tuple[float, Form]:
    """The day before the title."""
    style = rng.choice(("-", "/", "[]", ".", "[short]"))
    for post in posts:
        day = canvas.put(_day(post.day, rng, style), left, top, 17, faint=True)
        canvas.put(cut(post.title, 17, right - day.right - 24), day.right + rng.choice([12, 24]), top, 17)
        top += 40
    return top, "yearless" if "short" in style else "full"


def _boxes(
    canvas: Canvas, posts: Sequence[Story], left: float, top: float, right: float, rng: random.Random
) -> tuple[float, Form]:
    """The day in a box, in two lines; the title and its beginning beside it."""
    month_first = rng.random() < 0.3
    for post in posts:
        large, small = (
            (f"{post.day:%m-%d}", f"{post.day:%Y}") if month_first else (f"{post.day:%d}", f"{post.day:%Y-%m}")
        )
        canvas.put(large, left + 6, top + 2, 28)
        canvas.put(small, left, top + 36, 15)
        canvas.put(cut(post.title, 20, right - left - 120), left + 110, top + 2, 20, bold=True)
        canvas.put(cut(post.body[0] + post.body[1], 15, right - left - 140), left + 110, top + 36, 15, faint=True)
        top += 82
    return top, "full"


def _cards(
    canvas: Canvas, posts: Sequence[Story], left: float, top: float, right: float, rng: random.Random
) -> tuple[float, Form]:
    """Title, beginning, then the day with the number of readers."""
    label = rng.choice(["", "发布时间：", "时间："])
    for post in posts:
        canvas.put(cut(post.title, 20, right - left), left, top, 20, bold=True)
        canvas.put(cut(post.body[0] + post.body[1], 15, right - left - 100), left, top + 32, 15, faint=True)
        canvas.row(
            [f"{label}{post.day:%Y-%m-%d}", f"浏览：{rng.randrange(10, 900)}"], left, top + 60, 14, 24, faint=True
        )
        top += 104
    return top, "full"


def article_page(rng: random.Random, post: Story, site: str) -> Scene:
    canvas = Canvas(rng.choice([1100, 1280, 1366, 1600]))
    top, above = _head(canvas, site, rng.choice(_COLUMNS), rng)
    left, width = 120.0, canvas.width - 240.0
    size = rng.choice([22, 26, 30])
    for line in _balanced(post.title, size, width):
        canvas.centred(line, canvas.width / 2, top + 10, size, bold=True)
        top += 1.4 * size
    texts, sourced = _meta(post, site, rng)
    gap = 24
    whole = sum(width_of(text, 15) for text in texts) + gap * (len(texts) - 1)
    canvas.row(texts, max(left, (canvas.width - whole) / 2), top + 24, 15, gap, faint=True)
    top += 70
    for text in post.body:
        top = canvas.text("　　" + text, left, top, 17, width, gap=0.8) + 20
    if rng.random() < 0.6:
        canvas.put(f"上一条：{rng.choice(['关于放假的通知', '校园招聘会公告'])}", left, top + 20, 15)
        canvas.put("下一条：关于就业数据报送的通知", left, top + 48, 15)
        top += 80
    end, below = _foot(canvas, site, top, rng, False)
    canvas.height = round(max(end + 30, 600))
    return Scene("web-article", canvas, "web-article", (Entry(post, "full", above or below or sourced),))


def _balanced(text: str, size: float, width: float) -> list[str]:
    if width_of(text, size) <= width:
        return [text]
    return [text[: len(text) // 2 + 2], text[len(text) // 2 + 2 :]]


def _meta(post: Story, site: str, rng: random.Random) -> tuple[list[str], bool]:
    """The line under the title: the day with its label, and others in some order."""
    day = post.day
    when = rng.choice(
        [
            f"{day:%Y-%m-%d}",
            f"{day:%Y-%m-%d} {post.clock}",
            f"{day:%Y年%m月%d日}",
            f"{day:%Y/%m/%d} {post.clock}:00",
            f"{day:%Y-%m-%d} {post.clock}:21",
        ]
    )
    label = rng.choice(["发布时间：", "发布日期：", "发布时间: ", "时间：", "日期：", "更新时间："])
    texts = [f"{label}{when}"]
    sourced = rng.random() < 0.3
    if sourced:
        texts.append(f"来源：{site}")
    if rng.random() < 0.4:
        texts.append(rng.choice(["作者：王小明", "编辑：李老师", "发布人：admin"]))
    if rng.random() < 0.7:
        texts.append(rng.choice(["浏览次数：", "点击数：", "浏览量：", "点击："]) + str(rng.randrange(9, 999)))
    rng.shuffle(texts)
    if rng.random() < 0.2:
        texts.append("字体：【大 中 小】")
    return texts, sourced
