# ruff: noqa: E501
"""Printed things that stand in photos (posters, stands, banners, leaflets), and what apps write over photos."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image

from tests.independent.fresh_pictures_pages import HEI, SANS, SERIF, SONG, uri

if TYPE_CHECKING:
    from tests.independent.press import Press

WEEK = "一二三四五六日"


def sheet(inside: str, back: str, ink: str = "#222", face: str = SANS, pad: int = 40) -> str:
    """A printed sheet's HTML."""
    return f"<meta charset=utf-8><style>*{{box-sizing:border-box;margin:0}}html,body{{height:100%}}body{{background:{back};color:{ink};font-family:{face};padding:{pad}px;overflow:hidden}}</style>{inside}"


@cache
def banner(
    press: Press,
    text: str,
    *,
    back: str = "#c40d12",
    ink: str = "#fff",
    face: str = HEI,
    wide: int = 1700,
    high: int = 130,
    small: str = "",
) -> Image.Image:
    """A cloth banner or the line on a screen."""
    size = min(high * 0.56, wide * 0.94 / max(len(text), 1))
    under = f"<div style='font-size:{high * 0.2:.0f}px;margin-top:4px'>{small}</div>" if small else ""
    return press.picture(
        sheet(
            f"<div style='height:100%;display:flex;flex-direction:column;align-items:center;justify-content:center'><div style='font-size:{size:.0f}px;font-weight:bold;white-space:nowrap'>{text}</div>{under}</div>",
            back,
            ink,
            face,
            4,
        ),
        wide,
        high,
        1,
    )


def poster(
    press: Press, title: str, under: str, points: Sequence[tuple[str, str]], foot: str, *, style: str = "red"
) -> Image.Image:
    """A policy poster, 600 by 850: style red, blue, paper or green."""
    back, ink, lead = {
        "red": ("linear-gradient(#b80f14,#e4452b 55%,#f6d9a8)", "#fff", "#ffe58a"),
        "blue": ("linear-gradient(170deg,#0a3d91,#2f86dd 60%,#d9efff)", "#fff", "#ffe066"),
        "paper": ("#fdf8ec", "#3a2a1c", "#b3261e"),
        "green": ("linear-gradient(#e9f6e4,#bfe3b6)", "#153d1e", "#0b7a32"),
    }[style]
    rows = "".join(
        f"<div style='background:rgba(255,255,255,.93);color:#222;border-left:9px solid {lead};border-radius:7px;padding:11px 15px;margin-bottom:12px'><b style='font-size:24px;color:#a3171c'>{head}</b><div style='font-size:19px;line-height:1.45;margin-top:3px'>{line}</div></div>"
        for head, line in points
    )
    face = SERIF if style == "paper" else SANS
    return press.picture(
        sheet(
            f"<div style='text-align:center;font-size:21px;letter-spacing:5px;opacity:.9'>{under}</div><h1 style='font:900 53px/1.24 {face};color:{lead};text-align:center;margin:16px 0 24px'>{title}</h1>{rows}<div style='position:absolute;bottom:26px;left:40px;right:40px;display:flex;justify-content:space-between;align-items:end;font-size:17px;color:{'#333' if style != 'blue' else '#123'}'><span>{foot}</span>{code(76)}</div>",
            back,
            ink,
            face,
        ),
        600,
        850,
        1.6,
    )


def code(size: int, salt: int = 7) -> str:
    """Something that looks like a square code and cannot be read."""
    cells = "".join(
        f"<rect x={x} y={y} width=1 height=1 />"
        for x in range(21)
        for y in range(21)
        if (x * 31 + y * 17 + x * y * salt) % 5 < 2
    )
    eyes = "".join(
        f"<rect x={x} y={y} width=7 height=7 fill='#111'/><rect x={x + 1} y={y + 1} width=5 height=5 fill='#fff'/><rect x={x + 2} y={y + 2} width=3 height=3 fill='#111'/>"
        for x, y in ((0, 0), (14, 0), (0, 14))
    )
    return f"<svg viewBox='-1 -1 23 23' width={size} height={size} style='background:#fff'>{cells}{eyes}</svg>"


def notice_sheet(press: Press, title: str, body: Sequence[str], sign: Sequence[str]) -> Image.Image:
    """A plain printed notice, black on white, as office printers make it."""
    paras = "".join(f"<p style='text-indent:2em;margin-bottom:8px'>{line}</p>" for line in body)
    return press.picture(
        sheet(
            f"<h1 style='font:bold 34px/1.4 {HEI};text-align:center;margin:20px 0 26px'>{title}</h1><div style='font:21px/1.85 {SONG}'>{paras}<div style='text-align:right;margin-top:24px'>{'<br>'.join(sign)}</div></div>",
            "#fff",
            "#111",
            SONG,
            56,
        ),
        650,
        920,
        1.4,
    )


def booklet(press: Press, title: str, issuer: str, *, hue: int = 5, kind: str = "政策手册") -> Image.Image:
    """The cover of a booklet or of a folded leaflet."""
    return press.picture(
        sheet(
            f"<div style='font-size:19px;opacity:.9'>{kind}</div><h1 style='font:900 43px/1.35 {SANS};margin-top:70px'>{title}</h1><div style='width:110px;height:7px;background:#ffd76a;margin:26px 0'></div><div style='position:absolute;bottom:36px;font-size:21px;line-height:1.6'>{issuer}</div><svg viewBox='0 0 200 80' style='position:absolute;left:0;right:0;bottom:110px;opacity:.3' width=100%><path d='M0 60 Q40 20 80 50 T160 40 T200 55 V80 H0Z' fill='#fff'/></svg>",
            f"linear-gradient(160deg,hsl({hue},72%,42%),hsl({hue + 25},70%,56%))",
            "#fff",
            SANS,
            36,
        ),
        420,
        594,
        1.5,
    )


def stand(press: Press, title: str, lines: Sequence[str], *, hue: int = 210, foot: str = "") -> Image.Image:
    """A roll-up stand, 400 by 1000."""
    rows = "".join(
        f"<div style='background:#fff;color:#222;border-radius:6px;padding:13px;margin-bottom:13px;font-size:21px;line-height:1.4'>{line}</div>"
        for line in lines
    )
    return press.picture(
        sheet(
            f"<h1 style='font:900 45px/1.28 {SANS};text-align:center;margin:34px 0 36px'>{title}</h1>{rows}<div style='position:absolute;bottom:36px;left:0;right:0;text-align:center;font-size:18px'>{foot}</div>",
            f"linear-gradient(hsl({hue},75%,32%),hsl({hue},65%,55%))",
            "#fff",
            SANS,
            26,
        ),
        400,
        1000,
        1.5,
    )


def sign_board(
    press: Press,
    text: str,
    *,
    back: str = "#1d4f91",
    ink: str = "#fff",
    small: str = "",
    wide: int = 560,
    high: int = 170,
) -> Image.Image:
    """A door plate, a table sign or a firm's name over its booth."""
    return banner(press, text, back=back, ink=ink, wide=wide, high=high, small=small)


def screen_wall(press: Press, title: str, lines: Sequence[str], *, hue: int = 220, upper: bool = False) -> Image.Image:
    """What a stage's screen or a projector shows; with `upper` over the heads of those who stand before it."""
    rows = "".join(f"<div style='font-size:34px;margin-top:18px'>{line}</div>" for line in lines)
    size = min(78, int(1280 / max(max(len(part) for part in title.split("<br>")), 1)))
    return press.picture(
        sheet(
            f"<div style='height:100%;display:flex;flex-direction:column;align-items:center;justify-content:{'flex-start;padding-top:36px' if upper else 'center'};text-align:center'><h1 style='font:900 {size}px/1.3 {SANS};text-shadow:0 3px 10px #0008'>{title}</h1>{rows}</div>",
            f"radial-gradient(circle at 70% 20%,hsl({hue},80%,60%),hsl({hue},75%,26%) 60%,hsl({hue + 20},80%,14%))",
            "#fff",
            SANS,
            20,
        ),
        1400,
        700,
        1,
    )


def stamped(
    press: Press, photo: Image.Image, when: datetime, *, style: str = "app", place: str = "", lines: Sequence[str] = ()
) -> Image.Image:
    """The photo with what a camera app writes on it: style app (hour and date with a bar), work (a blue card), strip (a phone maker's white foot) or orange."""
    wide, high = photo.width // 2, photo.height // 2
    day = f"{when:%Y}年{when.month}月{when.day}日"
    week = f"星期{WEEK[when.weekday()]}"
    shade = "text-shadow:0 1px 3px #000a"
    if style == "app":
        mark = f"<div style='position:absolute;left:24px;bottom:26px;color:#fff;{shade}'><div style='display:flex;align-items:center;gap:12px'><span style='font-size:46px;font-weight:500'>{when:%H:%M}</span><span style='width:4px;height:42px;background:#ffc629'></span><span style='font-size:17px;line-height:1.35'>{day}<br>{week}</span></div><div style='font-size:17px;margin-top:5px'>{place}</div></div>"
    elif style == "work":
        told = "".join(f"<div>{line}</div>" for line in lines)
        mark = f"<div style='position:absolute;left:20px;bottom:22px;width:300px;color:#fff;font-size:15px;line-height:1.65'><div style='background:#1b6be0;padding:5px 12px;font-size:18px;font-weight:bold'>工作记录</div><div style='background:rgba(255,255,255,.78);color:#222;padding:7px 12px'>{told}<div>时&emsp;间：{when:%Y.%m.%d %H:%M}</div><div>地&emsp;点：{place}</div></div></div>"
    elif style == "strip":
        mark = ""
    else:
        mark = f"<div style='position:absolute;right:26px;bottom:22px;color:#ff9a2e;font:bold 25px monospace;{shade}'>{when:%Y/%m/%d %H:%M}</div>"
    foot = (
        f"<div style='height:64px;background:#fff;display:flex;justify-content:space-between;align-items:center;padding:0 26px;font-family:{SANS};color:#222'><b style='font-size:19px'>{place}</b><span style='font-size:15px;color:#666'>23mm f/1.8 1/60s ISO200&emsp;{when:%Y.%m.%d %H:%M:%S}</span></div>"
        if style == "strip"
        else ""
    )
    html = f"<meta charset=utf-8><style>*{{margin:0;box-sizing:border-box}}body{{font-family:{SANS}}}</style><div style='position:relative;width:{wide}px;height:{high}px'><img src='{uri(photo, 92)}' style='width:100%;height:100%;display:block'>{mark}</div>{foot}"
    return press.picture(html, wide, high + (64 if foot else 0), 2)


def collage(
    press: Press,
    photos: Sequence[Image.Image],
    *,
    columns: int = 2,
    title: str = "",
    wide: int = 900,
    gap: int = 8,
    captions: Sequence[str] = (),
) -> Image.Image:
    """Several photos in one picture, as album apps make it."""
    cells = "".join(
        f"<div><img src='{uri(photo)}' style='width:100%;height:{wide // columns * 3 // 4}px;object-fit:cover;display:block'>{f'<div style=padding:6px;font-size:17px;text-align:center>{captions[at]}</div>' if captions else ''}</div>"
        for at, photo in enumerate(photos)
    )
    head = f"<h1 style='font-size:28px;text-align:center;padding:18px'>{title}</h1>" if title else ""
    return press.picture(
        f"<meta charset=utf-8><style>*{{margin:0;box-sizing:border-box}}body{{font-family:{SANS};background:#fff}}</style>{head}<div style='display:grid;grid-template-columns:repeat({columns},1fr);gap:{gap}px;padding:{gap}px'>{cells}</div>",
        wide,
        400,
        1.6,
        whole=True,
    )
