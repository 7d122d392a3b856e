# ruff: noqa: E501
"""Screens as phones, tablets and desktops show them: WeChat's own views, browsers, and the sites of several vendors."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from PIL import Image

# Family names stand without quotes: they are put into attributes that are quoted themselves.
SANS = "Noto Sans CJK SC,WenQuanYi Micro Hei,sans-serif"
SERIF = "Noto Serif CJK SC,WenQuanYi Micro Hei,serif"
SONG = "AR PL UMing CN,Noto Serif CJK SC,WenQuanYi Micro Hei,serif"
HEI = "WenQuanYi Zen Hei,WenQuanYi Micro Hei,sans-serif"
KAI = "AR PL UKai CN,WenQuanYi Micro Hei,serif"
RESET = "*{box-sizing:border-box;margin:0;padding:0}a{color:inherit;text-decoration:none}ul{list-style:none}"


def uri(image: Image.Image, quality: int = 85) -> str:
    """A picture as an address that HTML can show."""
    held = io.BytesIO()
    image.convert("RGB").save(held, "JPEG", quality=quality)
    return "data:image/jpeg;base64," + base64.b64encode(held.getvalue()).decode()


@dataclass(frozen=True)
class Shot:
    """A picture in a Word file, `wide` centimetres, its caption beneath it or (with `above`) over it."""

    image: Image.Image
    caption: str = ""
    wide: float = 14
    above: bool = False


Block = str | Shot | Sequence[Sequence["str | Shot"]]
"""a paragraph (with "# " before it a heading, with "^" centred), a picture, or a table's rows"""


def word(path: Path, blocks: Sequence[Block], face: str = "仿宋") -> None:
    """A Word file of such blocks."""
    paper = Document()
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), face)
    for block in blocks:
        if isinstance(block, str):
            heading = block.startswith("# ")
            line = paper.add_paragraph()
            run = line.add_run(block.removeprefix("# ").removeprefix("^"))
            if heading:
                run.bold, run.font.size = True, Pt(18)
                run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")
            if heading or block.startswith("^"):
                line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif isinstance(block, Shot):
            _show(paper, block)
        else:
            table = paper.add_table(len(block), len(block[0]), style="Table Grid")
            for cells, row in zip(block, table.rows, strict=True):
                for value, cell in zip(cells, row.cells, strict=True):
                    if isinstance(value, str):
                        cell.text = value
                    else:
                        cell.paragraphs[0].add_run().add_picture(_jpeg(value.image), width=Cm(value.wide))
                        if value.caption:
                            cell.add_paragraph(value.caption)
    paper.save(str(path))


def _show(paper: object, shot: Shot) -> None:
    for part in ("caption", "image") if shot.above else ("image", "caption"):
        if part == "caption" and not shot.caption:
            continue
        line = paper.add_paragraph()  # type: ignore[attr-defined]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if part == "image":
            line.add_run().add_picture(_jpeg(shot.image), width=Cm(shot.wide))
        else:
            line.add_run(shot.caption).font.size = Pt(10.5)


def _jpeg(image: Image.Image) -> io.BytesIO:
    held = io.BytesIO()
    image.convert("RGB").save(held, "JPEG", quality=85)
    held.seek(0)
    return held


@dataclass(frozen=True)
class Post:
    """One message of an account or one item of a site."""

    title: str
    date: str
    reads: str = ""


def thumb(title: str, wide: int, high: int) -> str:
    """A cover picture: colours and shapes that follow from the title."""
    rng = Random(title)
    hue = rng.randrange(360)
    art = rng.choice(
        [
            f"<circle cx=70 cy=20 r=46 fill='hsl({hue + 40},70%,62%)'/><path d='M0 78 Q30 40 60 70 T120 50 V120 H0Z' fill='hsl({hue + 200},45%,38%)'/>",
            f"<path d='M0 90 L25 46 L44 72 L70 30 L120 92 V120 H0Z' fill='hsl({hue},35%,35%)'/><circle cx=92 cy=22 r=10 fill='#fff6d0'/>",
            f"<rect x=8 y=30 width=22 height=70 fill='hsl({hue},30%,45%)'/><rect x=38 y=14 width=30 height=90 fill='hsl({hue},28%,55%)'/><rect x=76 y=44 width=34 height=60 fill='hsl({hue},30%,40%)'/>",
        ]
    )
    return (
        f"<svg viewBox='0 0 110 100' preserveAspectRatio='xMidYMid slice' width={wide} height={high} "
        f"style='background:linear-gradient(160deg,hsl({hue},60%,72%),hsl({hue + 60},50%,52%));border-radius:4px;flex:none'>{art}</svg>"
    )


def _signs(ink: str) -> str:
    """Signal, network and battery of a status bar."""
    return (
        f"<svg width=70 height=14 viewBox='0 0 70 14' fill='{ink}'><rect x=0 y=8 width=3 height=5 rx=1 /><rect x=5 y=6 width=3 height=7 rx=1 /><rect x=10 y=3 width=3 height=10 rx=1 /><rect x=15 y=0 width=3 height=13 rx=1 />"
        f"<path d='M24 5 q8 -6 16 0 l-2 2 q-6 -4 -12 0z M28 9 q4 -3 8 0 l-4 4z'/><rect x=45 y=1 width=20 height=11 rx=3 fill='none' stroke='{ink}'/><rect x=47 y=3 width=13 height=7 rx=1 /><rect x=66 y=4 width=2 height=5 rx=1 /></svg>"
    )


def status_bar(clock: str, dark: bool = False, android: bool = False) -> str:
    """The top line of a phone."""
    ink = "#e8e8e8" if dark else "#111"
    if android:
        return f"<div style='height:30px;display:flex;justify-content:space-between;align-items:center;padding:0 14px;font-size:12px;color:{ink}'><span>{clock}</span><span style='display:flex;gap:6px;align-items:center'><small>5G</small>{_signs(ink)}<small>76</small></span></div>"
    return f"<div style='height:46px;display:flex;justify-content:space-between;align-items:center;padding:6px 26px 0 34px;font-size:16px;font-weight:600;color:{ink}'><span>{clock}</span>{_signs(ink)}</div>"


def _phone(body: str, dark: bool, back: str = "", extra: str = "") -> str:
    ground, ink = ("#111", "#d5d5d5") if dark else (back or "#fff", "#191919")
    return f"<meta charset=utf-8><style>{RESET}body{{font-family:{SANS};background:{ground};color:{ink}}}{extra}</style>{body}"


def wx_bar(middle: str, dark: bool, left: str = "‹", right: str = "···") -> str:
    """WeChat's title bar."""
    ink = "#ddd" if dark else "#191919"
    return f"<div style='height:44px;display:flex;align-items:center;justify-content:space-between;padding:0 16px;color:{ink};font-size:17px'><span style='font-size:28px;font-weight:300;width:60px'>{left}</span><b style='font-weight:500'>{middle}</b><span style='width:60px;text-align:right;font-weight:700;letter-spacing:1px'>{right}</span></div>"


def wx_article(
    title: str,
    account: str,
    date: str,
    body: Sequence[str],
    *,
    clock: str = "9:41",
    dark: bool = False,
    android: bool = False,
    place: str = "山东",
    original: str = "",
    source: str = "",
    note: str = "",
    reads: str = "",
    photos: Sequence[str] = (),
) -> str:
    """An article in WeChat's reader; `source` marks a repost, `original` names its writer, `note` is a grey bar on top."""
    grey, link = ("#777", "#7d90a9") if dark else ("#9a9a9a", "#576b95")
    meta = (
        f"<span style='background:{'#222' if dark else '#f2f2f2'};padding:1px 5px;border-radius:2px;margin-right:8px'>原创</span>{original} "
        if original
        else ""
    )
    meta += f"<span style='color:{link};margin:0 10px 0 0'>{account}</span><span>{date}</span>" + (
        f"<span style='margin-left:10px'>{place}</span>" if place else ""
    )
    card = (
        f"<div style='background:{'#1c1c1c' if dark else '#f7f7f7'};border-radius:8px;padding:12px 14px;margin:0 0 22px;font-size:14px;color:{grey}'>以下文章来源于{source.split('|')[0]} ，作者{source.split('|')[1]}<div style='margin-top:6px;color:{'#bbb' if dark else '#333'}'>◉ <b>{source.split('|')[0]}</b> .</div></div>"
        if source
        else ""
    )
    bar = (
        f"<div style='background:{'#3a3322' if dark else '#fdf6e3'};color:#b8860b;font-size:14px;padding:9px 16px'>{note}</div>"
        if note
        else ""
    )
    paras = "".join(
        f"<p style='margin:0 0 18px;line-height:1.78;font-size:17px;text-align:justify'>{line}</p>" for line in body
    )
    shots = "".join(
        f"<img src='{one}' style='width:100%;display:block;margin:0 0 16px;border-radius:3px'>" for one in photos
    )
    foot = (
        f"<div style='display:flex;justify-content:space-between;font-size:15px;color:{grey};padding:14px 0 22px'><span>阅读 {reads}</span><span>♡ 赞 {max(3, len(title) // 2)}&emsp;⇪ 分享&emsp;❀ 在看 {len(title) // 3}</span></div>"
        if reads
        else ""
    )
    return _phone(
        f"{status_bar(clock, dark, android)}{wx_bar('', dark, '✕' if android else '‹')}{bar}<div style='padding:18px 18px 0'><h1 style='font-size:22px;line-height:1.4;font-weight:600;margin-bottom:14px'>{title}</h1><div style='font-size:15px;color:{grey};margin-bottom:22px'>{meta}</div>{card}{paras}{shots}{foot}</div>",
        dark,
    )


def wx_account(
    name: str,
    posts: Sequence[Post],
    *,
    intro: str,
    body: str = "",
    dark: bool = False,
    android: bool = False,
    clock: str = "14:26",
    top: bool = True,
) -> str:
    """An account's own page; without `top` it is scrolled down to the messages. Posts of one date stand together."""
    grey, line, card = ("#777", "#222", "#191919") if dark else ("#9a9a9a", "#eee", "#fff")
    head = (
        f"<div style='display:flex;gap:14px;padding:14px 18px;background:{card}'><div style='width:62px;height:62px;border-radius:50%;background:radial-gradient(circle,#fff 34%,#1f4f9c 36%);flex:none'></div><div><b style='font-size:19px'>{name}</b><p style='font-size:14px;color:{grey};margin-top:6px;line-height:1.5'>{intro}</p><p style='font-size:13px;color:{grey};margin-top:4px'>{body}</p></div></div>"
        f"<div style='display:flex;gap:10px;padding:2px 18px 14px;background:{card}'><span style='flex:1;background:{'#222' if dark else '#f2f2f2'};text-align:center;padding:9px;border-radius:6px;font-size:15px;color:#07c160'>已关注公众号</span><span style='flex:1;background:{'#222' if dark else '#f2f2f2'};text-align:center;padding:9px;border-radius:6px;font-size:15px'>发消息</span></div>"
        f"<div style='display:flex;gap:28px;padding:8px 18px 10px;font-size:15px;background:{card};border-bottom:1px solid {line}'><b>消息</b><span style='color:{grey}'>服务</span><span style='color:{grey}'>视频号</span></div>"
        if top
        else ""
    )
    rows, last = "", ""
    for post in posts:
        if post.date != last:
            rows += f"<div style='padding:16px 18px 6px;color:{grey};font-size:13px'>{post.date}</div>"
            last = post.date
        rows += f"<div style='display:flex;justify-content:space-between;gap:14px;padding:12px 18px;background:{card};border-bottom:1px solid {line}'><div><div style='font-size:16px;line-height:1.42'>{post.title}</div><div style='font-size:12px;color:{grey};margin-top:8px'>阅读 {post.reads}&emsp;赞 {len(post.title) % 9 + 1}</div></div>{thumb(post.title, 72, 72)}</div>"
    return _phone(f"{status_bar(clock, dark, android)}{wx_bar('' if top else name, dark)}{head}{rows}", dark, "#f4f4f4")


def wx_chat(name: str, cards: Sequence[Post], *, clock: str = "20:08") -> str:
    """The account's messages as they came, a card under each hour."""
    rows = "".join(
        f"<div style='text-align:center;color:#aaa;font-size:12px;padding:18px 0 10px'>{post.date}</div><div style='margin:0 14px;background:#fff;border-radius:8px;overflow:hidden'>{thumb(post.title, 362, 150)}<div style='padding:12px 14px;font-size:17px;line-height:1.4'>{post.title}</div></div>"
        for post in cards
    )
    return _phone(
        f"{status_bar(clock)}{wx_bar(name, False, '‹', '○')}{rows}<div style='margin-top:26px;background:#f7f7f7;border-top:1px solid #ddd;display:flex;justify-content:space-around;padding:16px 0 26px;font-size:15px'><span>⌨</span><span>≡ 招聘信息</span><span>≡ 就业政策</span><span>≡ 就业服务</span></div>",
        False,
        "#ededed",
    )


def wx_group(name: str, talk: Sequence[tuple[str, str]], *, clock: str = "10:32", android: bool = True) -> str:
    """A group's talk: (who, what); who == "" is a line of time; what may be HTML."""
    rows = ""
    for who, what in talk:
        if not who:
            rows += f"<div style='text-align:center;color:#b2b2b2;font-size:12px;padding:12px 0'>{what}</div>"
            continue
        hue = Random(who).randrange(360)
        rows += f"<div style='display:flex;gap:10px;padding:7px 12px'><div style='width:40px;height:40px;border-radius:5px;background:linear-gradient(135deg,hsl({hue},50%,70%),hsl({hue + 70},45%,45%));flex:none'></div><div><div style='font-size:12px;color:#8a8a8a;margin-bottom:4px'>{who}</div><div style='background:#fff;border-radius:5px;padding:10px 12px;font-size:16px;line-height:1.5;max-width:270px'>{what}</div></div></div>"
    return _phone(
        f"{status_bar(clock, android=android)}{wx_bar(name, False)}{rows}<div style='height:90px'></div><div style='position:fixed;bottom:0;left:0;right:0;background:#f7f7f7;border-top:1px solid #ddd;display:flex;gap:12px;padding:10px 12px 22px;align-items:center;font-size:24px'>◎<span style='flex:1;background:#fff;height:38px;border-radius:5px'></span>☺ ⊕</div>",
        False,
        "#ededed",
    )


def wx_search(word: str, account: str, posts: Sequence[Post], *, clock: str = "16:50") -> str:
    """WeChat's search within the articles."""
    rows = "".join(
        f"<div style='display:flex;gap:12px;padding:14px 0;border-bottom:1px solid #eee'><div style='flex:1'><div style='font-size:17px;line-height:1.4'>{post.title.replace(word, f'<span style=color:#e64340>{word}</span>')}</div><div style='font-size:13px;color:#9a9a9a;margin-top:8px'>{account}&emsp;{post.date}</div></div>{thumb(post.title, 84, 64)}</div>"
        for post in posts
    )
    return _phone(
        f"{status_bar(clock)}<div style='display:flex;gap:10px;align-items:center;padding:6px 14px'><div style='flex:1;background:#f2f2f2;border-radius:6px;padding:8px 12px;font-size:16px'>⌕ {word}</div><span style='color:#576b95;font-size:16px'>取消</span></div><div style='display:flex;gap:22px;padding:10px 16px;font-size:15px;color:#888;border-bottom:1px solid #eee'><span>全部</span><b style='color:#07c160'>文章</b><span>视频</span><span>小程序</span></div><div style='padding:0 16px'>{rows}</div>",
        False,
    )


def mp_backend(account: str, posts: Sequence[Post], *, total: int, page: str = "1 / 9") -> str:
    """The publishing record of the account's own back office, seen in a browser."""
    rows, last = "", ""
    for post in posts:
        day, _, hour = post.date.partition(" ")
        if day != last:
            rows += f"<div style='display:flex;gap:18px;padding:18px 0 8px;color:#9a9a9a;font-size:14px'><span>{day}</span></div>"
            last = day
        rows += f"<div style='display:flex;gap:16px;align-items:center;padding:12px 16px;background:#fff;border:1px solid #ececec;border-radius:4px;margin-bottom:6px'>{thumb(post.title, 58, 58)}<div style='flex:1'><div style='font-size:15px'>{post.title}</div><div style='color:#b2b2b2;font-size:12px;margin-top:9px'>{hour}&emsp;◉ {post.reads}&emsp;♡ {len(post.title) % 7}&emsp;⇪ {len(post.title) % 11 + 2}&emsp;✎ 0</div></div><span style='color:#07c160;font-size:13px'>已发表</span></div>"
    menu = "".join(
        f"<div style='padding:9px 26px;{'color:#07c160;background:#f2f9f4' if word == '发表记录' else ''}'>{word}</div>"
        for word in (
            "首页",
            "内容管理",
            "草稿箱",
            "素材库",
            "发表记录",
            "原创",
            "合集",
            "互动管理",
            "留言",
            "用户管理",
            "数据分析",
            "设置与开发",
        )
    )
    return browser(
        f"<div style='display:flex;background:#f6f8f9;font-family:{SANS};color:#1f2329;min-height:900px'><div style='width:180px;background:#fff;font-size:14px;padding-top:14px;border-right:1px solid #eee'><div style='padding:8px 22px 20px;font-size:16px'><b>◉ 公众号</b></div>{menu}</div><div style='flex:1;padding:22px 34px'><div style='display:flex;justify-content:space-between;align-items:center'><b style='font-size:20px'>发表记录</b><span style='font-size:14px;color:#666'><b>{account}</b></span></div><div style='display:flex;justify-content:space-between;border-bottom:1px solid #e5e5e5;padding:16px 0 10px;font-size:14px'><span><b style='color:#07c160'>全部 ({total})</b>&emsp;已通知&emsp;未通知</span><span style='color:#999;border:1px solid #ddd;padding:4px 60px 4px 10px;background:#fff'>标题/关键词</span></div>{rows}<div style='text-align:right;font-size:13px;color:#666;padding:14px 0'>{page}&emsp;下一页&emsp;跳转</div></div></div>",
        "https://mp.weixin.qq.com/cgi-bin/appmsgpublish?sub=list&begin=0&count=10&lang=zh_CN",
        "公众号",
    )


def browser(inside: str, address: str, tab: str, *, taskbar: str = "", dark: bool = False, lean: bool = False) -> str:
    """A page in a desktop browser's window; `taskbar` is the clock of a Windows desktop beneath, `lean` has no tabs."""
    chrome, field, ink = ("#202124", "#35363a", "#ddd") if dark else ("#dfe3e8", "#fff", "#333")
    tabs = (
        ""
        if lean
        else f"<div style='height:34px;display:flex;align-items:flex-end;padding-left:10px;font-size:12px'><span style='background:{field};border-radius:8px 8px 0 0;padding:7px 14px;min-width:190px'>◈ {tab[:18]}&emsp;×</span><span style='padding:7px 12px'>＋</span><span style='margin-left:auto;padding:6px 16px;letter-spacing:12px'>—▢✕</span></div>"
    )
    foot = (
        f"<div style='position:fixed;bottom:0;left:0;right:0;height:40px;background:#e9eef6;display:flex;align-items:center;justify-content:space-between;padding:0 14px;font-size:12px;color:#222'><span style='font-size:16px'>⊞ ⌕ ▭ ◉ ▤</span><span style='text-align:right;line-height:1.3'>{taskbar}</span></div>"
        if taskbar
        else ""
    )
    return f"<meta charset=utf-8><style>{RESET}body{{font-family:{SANS};color:#222;background:#fff}}</style><div style='background:{chrome};color:{ink};font-family:{SANS}'>{tabs}<div style='height:38px;background:{field if not lean else chrome};display:flex;align-items:center;gap:14px;padding:0 14px;font-size:15px'>← → ⟳ ⌂<span style='flex:1;background:{'#202124' if dark else '#eef1f5'};border-radius:15px;padding:5px 16px;font-size:13px'>⚲ {address}</span>☆ ⋮</div></div>{inside}{foot}"


# ---- sites, each in the manner of another vendor ----


def site_boda_list(
    name: str,
    crumb: str,
    posts: Sequence[Post],
    *,
    pages: str = "共168条 1/12 首页 上页 下页 尾页",
    hue: str = "#8c1d24",
) -> str:
    """A list as the common campus site builder makes it: banner, menu, left column, dotted rows with the date at the right."""
    nav = "".join(
        f"<span style='padding:0 22px'>{word}</span>"
        for word in ("首页", "中心概况", "通知公告", "政策法规", "招聘信息", "就业指导", "创新创业", "下载专区")
    )
    side = "".join(
        f"<li style='padding:10px 16px;border-bottom:1px dashed #ddd;{'background:#f4e9e9;color:' + hue if word == crumb else ''}'>› {word}</li>"
        for word in ("通知公告", "政策法规", "工作动态", "招聘信息", "就业指导")
    )
    rows = "".join(
        f"<li style='display:flex;justify-content:space-between;padding:11px 4px;border-bottom:1px dotted #bbb;font-size:14px'><span>▪ {post.title}</span><span style='color:#888;white-space:nowrap'>{post.date}</span></li>"
        for post in posts
    )
    return f"<div style='background:linear-gradient(90deg,{hue},#c9a063);height:104px;color:#fff;display:flex;align-items:center;padding:0 120px;font:bold 30px {SERIF}'>{name}</div><div style='background:{hue};color:#fff;font-size:15px;padding:11px 100px'>{nav}</div><div style='display:flex;gap:26px;padding:20px 120px'><div style='width:190px'><div style='background:{hue};color:#fff;padding:12px 16px;font-size:17px'>{crumb}</div><ul style='border:1px solid #ddd;font-size:14px'>{side}</ul></div><div style='flex:1'><div style='border-bottom:2px solid {hue};padding-bottom:8px;display:flex;justify-content:space-between;font-size:13px;color:#666'><b style='font-size:17px;color:{hue}'>{crumb}</b><span>当前位置: 首页 &gt;&gt; {crumb}</span></div><ul>{rows}</ul><div style='text-align:center;font-size:13px;color:#555;padding:18px'>{pages}</div></div></div><div style='background:#444;color:#ccc;text-align:center;font-size:12px;padding:16px'>版权所有：{name}&emsp;地址：山东省威海市&emsp;邮编：264200</div>"


def site_boda_article(
    name: str,
    crumb: str,
    title: str,
    meta: str,
    body: Sequence[str],
    *,
    ends: tuple[str, str] = ("无", "无"),
    hue: str = "#0d4c92",
) -> str:
    """An article of the same kind of site, serif text between the next and the last item."""
    paras = "".join(
        f"<p style='text-indent:2em;line-height:2;font:16px/2 {SONG};margin-bottom:6px'>{line}</p>" for line in body
    )
    return f"<div style='background:{hue};height:92px;color:#fff;display:flex;align-items:center;padding:0 130px;font:bold 27px {SERIF}'>{name}</div><div style='padding:14px 130px;font-size:13px;color:#777;border-bottom:1px solid #e4e4e4'>您的位置： 首页 &gt; {crumb} &gt; 正文</div><div style='padding:26px 170px'><h1 style='font:bold 24px {HEI};text-align:center;color:#222'>{title}</h1><div style='text-align:center;font-size:13px;color:#888;padding:16px 0;border-bottom:1px dashed #ccc;margin-bottom:20px'>{meta}</div>{paras}<div style='margin-top:28px;font-size:14px;line-height:2;color:#444;border-top:1px solid #e4e4e4;padding-top:12px'>上一条：{ends[0]}<br>下一条：{ends[1]}<div style='text-align:right'>【<u>关闭窗口</u>】</div></div></div>"


def site_cloud_list(name: str, crumb: str, posts: Sequence[Post], *, hue: str = "#1677ff") -> str:
    """A list as the employment platforms of the cloud vendors make it: cards with the day in a box."""
    rows = ""
    for post in posts:
        year_month, _, day = post.date.rpartition("-")
        rows += f"<div style='display:flex;gap:20px;align-items:center;padding:15px 18px;border-bottom:1px solid #f0f0f0'><div style='width:74px;text-align:center;background:#f3f7ff;border-radius:6px;padding:6px 0;color:{hue}'><div style='font-size:23px;font-weight:700;line-height:1.15'>{day}</div><div style='font-size:12px'>{year_month}</div></div><div style='flex:1'><div style='font-size:16px;color:#1f2329'>{post.title}</div><div style='font-size:12px;color:#a0a6ad;margin-top:7px'>来源：就业指导中心&emsp;浏览 {post.reads or 0} 次</div></div><span style='color:{hue};font-size:13px'>查看详情 ›</span></div>"
    nav = "".join(
        f"<span style='{'color:' + hue + ';border-bottom:3px solid ' + hue if word == crumb else ''};padding:20px 4px'>{word}</span>"
        for word in ("首页", "宣讲会", "双选会", "招聘公告", "就业政策", "通知公告", "生涯指导")
    )
    return f"<div style='background:#f5f6f8;min-height:900px'><div style='background:#fff;display:flex;align-items:center;justify-content:space-between;padding:0 130px;box-shadow:0 1px 4px #ddd'><b style='font-size:21px;color:{hue};padding:16px 0'>◍ {name}</b><div style='display:flex;gap:26px;font-size:15px'>{nav}</div><span style='font-size:13px;border:1px solid {hue};color:{hue};border-radius:4px;padding:6px 14px'>学生登录</span></div><div style='margin:18px 130px;background:#fff;border-radius:8px'><div style='padding:14px 18px;font-size:13px;color:#8a9099;border-bottom:1px solid #f0f0f0'>当前位置：首页 / {crumb}</div>{rows}<div style='text-align:center;padding:20px;font-size:13px;color:#555'>‹ <b style='color:{hue}'>1</b> 2 3 4 5 … 21 ›</div></div></div>"


def site_old(name: str, crumb: str, posts: Sequence[Post]) -> str:
    """A list from an old table-built site, small song type and brackets round the date."""
    rows = "".join(
        f"<tr><td style='padding:5px 8px;border-bottom:1px dotted #9bb'>· {post.title}</td><td style='white-space:nowrap;color:#666;border-bottom:1px dotted #9bb'>[{post.date}]</td></tr>"
        for post in posts
    )
    return f"<div style='width:980px;margin:0 auto;font:14px/1.5 {SONG};background:#fff'><div style='height:120px;background:linear-gradient(#bfe0f7,#eef7fd 60%,#7fb2d9);font:bold 32px {KAI};color:#0b3d70;padding:36px 50px'>{name}</div><div style='background:#2a6fb0;color:#fff;padding:7px 20px;word-spacing:14px'>网站首页 | 机构设置 | 政策法规 | 招聘信息 | 就业动态 | 创业园地 | 资料下载</div><div style='padding:8px 20px;background:#eaf3fa;color:#555'>今日天气：多云转晴&emsp;欢迎访问{name}！</div><div style='padding:10px 26px'><div style='font-weight:bold;color:#1d5a95;border-bottom:2px solid #2a6fb0;padding:6px'>■ {crumb}</div><table style='width:100%;border-collapse:collapse'>{rows}</table><p style='text-align:right;padding:12px;color:#555'>共 63 条记录 第 1/4 页 [首页] [上一页] [下一页] [尾页]</p></div></div>"


def site_phone(name: str, address: str, inside: str, *, clock: str = "11:07", android: bool = True) -> str:
    """A site in a phone's own browser."""
    return _phone(
        f"{status_bar(clock, android=android)}<div style='display:flex;gap:10px;align-items:center;padding:6px 12px;background:#f4f4f4'><span style='flex:1;background:#e6e6e8;border-radius:16px;padding:7px 14px;font-size:14px;color:#444'>⚲ {address}</span>⟳</div><div style='background:#b01e23;color:#fff;padding:13px 16px;font-size:18px;display:flex;justify-content:space-between'><b>{name}</b><span>☰</span></div>{inside}<div style='height:50px'></div><div style='position:fixed;bottom:0;left:0;right:0;background:#fafafa;border-top:1px solid #ddd;display:flex;justify-content:space-around;padding:11px;font-size:19px;color:#555'>‹ › ⌂ ▢ ☰</div>",
        False,
    )
