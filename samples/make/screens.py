# ruff: noqa: E501 (what the papers say stands in one piece)
"""Screens of a phone and of a desktop browser, as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from browser import Browser
from PIL import Image

STATUS = """<div class=status><span>%s</span><span>&#9679;&#9679;&#9679; 5G &#9646;&#9646; %d%%</span></div>"""


@dataclass(frozen=True, slots=True)
class Item:
    """One post: title, ISO date, paragraphs."""

    title: str
    day: str
    body: tuple[str, ...] = ()


def chinese_day(day: str) -> str:
    year, month, date = (int(part) for part in day.split("-"))
    return f"{year}年{month}月{date}日"


def wechat_article(browser: Browser, account: str, item: Item, random: Random, style: int = 0) -> Image.Image:
    """An article open in WeChat; `style` 0: 2024年5月20日 17:30 山东, 1: 2024-05-20 17:30."""
    clock = f"{random.randint(8, 21)}:{random.randint(10, 59)}"
    hour = f"{random.randint(8, 20):02d}:{random.randint(10, 59)}"
    day = chinese_day(item.day) if style == 0 else item.day
    body = "".join(f"<p>{text}</p>" for text in item.body)
    tint = random.choice(("#2b6cb0", "#b03a2e", "#1e7b5a", "#7a4fa3", "#b9770e"))
    place = "&ensp;山东" if style == 0 else ""
    return browser.picture(
        f"""<html><head><meta charset=utf-8><style>
body{{margin:0;font:17px/1.75 'Noto Sans CJK SC';color:#222;background:#fff}}
.status{{display:flex;justify-content:space-between;padding:8px 20px;font-size:14px}}
.bar{{display:flex;justify-content:space-between;padding:4px 18px 10px;font-size:22px;color:#333}}
.art{{padding:6px 18px}}h1{{font:500 22px/1.4 'Noto Sans CJK SC';margin:4px 0 12px}}
.meta{{font-size:15px;color:#999;margin-bottom:20px}}.meta b{{font-weight:400;color:#576b95;margin:0 10px 0 0}}
.pic{{height:{random.randint(110, 190)}px;border-radius:4px;margin:14px 0;background:linear-gradient({random.randint(20, 160)}deg,{tint},#f3e7c9 {random.randint(45, 90)}%);
color:#fff;font:bold 22px/1.3 'Noto Sans CJK SC';display:flex;align-items:center;justify-content:center;text-align:center}}
p{{margin:0 0 14px}}.foot{{color:#999;font-size:15px;padding:8px 18px;display:flex;justify-content:space-between}}
.tab{{position:absolute;bottom:0;left:0;right:0;height:46px;background:#fafafa;border-top:1px solid #eee}}</style></head><body>
{STATUS % (clock, random.randint(20, 98))}<div class=bar><span>&#10005;</span><span>&#8943;</span></div>
<div class=art><h1>{item.title}</h1><div class=meta>{"原创&ensp;" if random.random() < 0.2 else ""}<b>{account}</b>{day}&ensp;{hour}{place}</div>
<div class=pic>{random.choice(("就业有路 留威有位", "政策直通车", "就业服务进校园", "青春留威"))}</div>{body}</div>
<div class=foot><span>阅读 {random.randint(60, 980)}</span><span>赞 {random.randint(1, 20)}&emsp;在看 {random.randint(1, 12)}</span></div><div class=tab></div></body></html>""",
        400, 860, 1.8,
    )[0]  # fmt: skip


def wechat_list(browser: Browser, account: str, items: list[Item], random: Random) -> Image.Image:
    """The account's page with its posts, newest first."""
    rows = "".join(
        f"<div class=day>{chinese_day(item.day)}</div><div class=row><div>{item.title}<small>阅读 {random.randint(50, 800)}</small></div>"
        f"<i style='background:linear-gradient({random.randint(0, 180)}deg,#{random.randint(0, 0xFFFFFF):06x},#eee)'></i></div>"
        for item in items
    )
    return browser.picture(
        f"""<html><head><meta charset=utf-8><style>
body{{margin:0;font:17px/1.5 'Noto Sans CJK SC';color:#1a1a1a;background:#ededed}}
.status{{display:flex;justify-content:space-between;padding:8px 20px;font-size:14px;background:#fff}}
.head{{background:#fff;padding:16px 20px 18px}}.head b{{font-size:22px;font-weight:500}}.head small{{display:block;color:#888;font-size:14px}}
.tabs{{background:#fff;border-top:1px solid #eee;padding:10px 20px;color:#07c160}}
.day{{color:#999;font-size:14px;padding:12px 20px 6px}}.row{{background:#fff;padding:14px 20px;display:flex;justify-content:space-between;gap:16px}}
.row i{{flex:0 0 72px;height:72px;border-radius:4px}}.row small{{display:block;color:#aaa;font-size:13px}}</style></head><body>
{STATUS % (f"{random.randint(8, 21)}:{random.randint(10, 59)}", random.randint(20, 98))}
<div class=head><b>{account}</b><small>{random.randint(40, 200)}篇原创内容　{random.randint(2, 9)}个朋友关注</small></div>
<div class=tabs>消息</div>{rows}</body></html>""",
        400, 860, 1.8, True,
    )[0]  # fmt: skip


WEB = """<html><head><meta charset=utf-8><style>
body{margin:0;font:16px/1.9 'Noto Sans CJK SC';color:#333;background:#f4f6f8}
.chrome{background:#dee1e6;padding:8px 12px 0;font-size:13px}.chrome .t{display:inline-block;background:#fff;padding:5px 18px;border-radius:8px 8px 0 0}
.url{background:#fff;padding:6px 14px;font-size:13px;color:#555;border-bottom:1px solid #ddd}.url span{background:#f1f3f4;border-radius:14px;padding:3px 16px;display:inline-block;width:70%%}
.top{background:%s;color:#fff;padding:20px 90px;font-size:30px;font-weight:bold}.nav{background:%s;color:#fff;padding:6px 90px;word-spacing:28px;font-size:15px}
.main{margin:14px 90px;background:#fff;padding:16px 34px 26px;min-height:430px}.crumb{color:#888;font-size:14px;border-bottom:1px solid #eee}
h1{font-size:24px;text-align:center;margin:18px 0 6px}.meta{text-align:center;color:#888;font-size:14px;border-bottom:1px dashed #ddd;margin-bottom:14px;padding-bottom:6px}
p{text-indent:2em;margin:0 0 8px}.pn{color:#666;font-size:14px;border-top:1px solid #eee;margin-top:16px;padding-top:8px}
li{list-style:none;display:flex;justify-content:space-between;border-bottom:1px dotted #ccc;padding:5px 0}ul{padding:0}li span{color:#999}</style></head><body>
<div class=chrome><span class=t>%s</span></div><div class=url>&#8592; &#8594; &#8635; <span>%s</span></div>
<div class=top>%s</div><div class=nav>首页 通知公告 政策法规 招聘信息 宣讲会 双选会 就业指导 下载专区</div><div class=main>%s</div></body></html>"""


def web_article(
    browser: Browser, site: str, url: str, item: Item, random: Random, colour: str = "#1f5fa8"
) -> Image.Image:
    """An article of an employment site in a desktop browser."""
    body = "".join(f"<p>{text}</p>" for text in item.body)
    inner = (
        f"<div class=crumb>当前位置：首页 &gt; 通知公告 &gt; 正文</div><h1>{item.title}</h1>"
        f"<div class=meta>发布时间：{item.day}　来源：就业指导中心　浏览次数：{random.randint(40, 900)}</div>{body}"
        "<div class=pn>上一条：关于发放求职登记表的说明<br>下一条：没有了</div>"
    )
    html = WEB % (
        colour,
        colour + "cc",
        item.title[:12] + "…",
        f"{url}/info/{random.randint(1000, 9999)}.htm",
        site,
        inner,
    )
    return browser.picture(html, 1180, random.choice((760, 800, 840)), 1.25)[0]


def web_list(
    browser: Browser, site: str, url: str, items: list[Item], colour: str = "#1f5fa8", word: str = ""
) -> Image.Image:
    """A column of the site: titles with their dates; the answer of its search when `word` is given."""
    rows = "".join(f"<li>{item.title}<span>{item.day}</span></li>" for item in items)
    head = f"站内搜索：“{word}”　共检索到 {len(items)} 条结果" if word else "当前位置：首页 &gt; 通知公告"
    html = WEB % (colour, colour + "cc", site, f"{url}/list.htm", site, f"<div class=crumb>{head}</div><ul>{rows}</ul>")
    return browser.picture(html, 1180, 800, 1.25, True)[0]


POSTER = """<html><head><meta charset=utf-8><style>
body{margin:0;width:700px;height:1000px;font-family:'Noto Sans CJK SC';color:#fff;background:linear-gradient(%ddeg,%s,%s)}
.o{padding:60px 56px}.s{font-size:26px;letter-spacing:4px}h1{font-size:%dpx;line-height:1.25;margin:22px 0 26px}
.b{background:rgba(255,255,255,.93);color:#223;border-radius:16px;padding:22px 30px;font-size:27px;line-height:1.75}.b b{color:%s}
.f{position:absolute;bottom:40px;left:56px;right:56px;font-size:24px;border-top:2px solid #fff;padding-top:14px}</style></head><body><div class=o>
<div class=s>%s</div><h1>%s</h1><div class=b>%s</div></div><div class=f>%s</div></body></html>"""


def poster(
    browser: Browser, above: str, title: str, lines: list[str], foot: str, colours: tuple[str, str], random: Random
) -> Image.Image:
    """A policy poster of 700 × 1000."""
    size = 66 if len(title) < 18 else 54
    body = "<br>".join(f"<b>●</b> {line}" for line in lines)
    html = POSTER % (random.randint(120, 220), *colours, size, colours[0], above, title, body, foot)
    return browser.picture(html, 700, 1000, 1)[0]
