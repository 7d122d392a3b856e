# ruff: noqa: E501
"""Scenes drawn so that they pass for phone photos: halls, stands, rooms, stages, boards; and camera stamps."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import cv2
import numpy as np
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from PIL import Image, ImageDraw, ImageFont

from tests.independent.case import Case, Points
from tests.independent.press import Press, save_scan, scanned

SANS = "Noto Sans CJK SC,WenQuanYi Micro Hei,sans-serif"
SERIF = "Noto Serif CJK SC,WenQuanYi Micro Hei,serif"
KAI = "AR PL UKai CN,WenQuanYi Micro Hei,serif"
ZEN = "WenQuanYi Zen Hei,WenQuanYi Micro Hei,sans-serif"
FACE = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
WEEK = "一二三四五六日"
ROLLS = (
    ("linear-gradient(#c91820,#7d0b10)", "#fff"), ("linear-gradient(#1660bd,#0b2f74)", "#fff"), ("linear-gradient(#fdf4e0,#f6cf86)", "#7a1010"),
    ("linear-gradient(#e9f5ff,#9fd0f5)", "#0b2f74"),
)  # fmt: skip
"""paint and ink of roll-ups"""

SHIRTS = ("#2f4a7a", "#b23b3b", "#dfe3e8", "#3b3b40", "#6f8f5a", "#c9a04a", "#7d5a8c", "#e9d9c8", "#224f4f", "#8a3f2a")
SKIN = ("#e8c1a0", "#dcb08c", "#f0cfb2")
FIRMS = (
    "威海海晏船舶重工", "荣成鸿洋食品", "山东润泽医药", "威海迪川电子", "文登力源机械", "乳山蓝岸生物", "威高隅医疗科技", "青禾连锁超市",
    "海韵大酒店", "北洋智联科技", "金帆国际物流", "天成建工集团", "好当佳渔业", "华岳铸造", "卡尔通轮胎", "世纪星幼教",
)  # fmt: skip


class Photo:
    """A scene of 1200 × 900: shapes and things with writing, each over what came before."""

    def __init__(self, rng: Random, ground: str) -> None:
        self.rng, self.ground, self.shapes, self.layers = rng, ground, "", ""

    def html(self) -> str:
        self.lay()
        return (
            f"<body style='margin:0;width:1200px;height:900px;overflow:hidden;position:relative;background:{self.ground}'>"
            f"{self.layers}</body>"
        )

    def lay(self, thing: str = "") -> None:
        """Puts what was drawn so far under the thing."""
        self.layers += f"<svg width=1200 height=900 style='position:absolute;left:0;top:0'>{self.shapes}</svg>{thing}"
        self.shapes = ""

    def box(self, x: float, y: float, w: float, h: float, fill: str, more: str = "") -> None:
        self.shapes += f"<rect x='{x:.0f}' y='{y:.0f}' width='{w:.0f}' height='{h:.0f}' fill='{fill}' {more}/>"

    def person(self, x: float, foot: float, tall: float) -> None:
        """A plain figure, standing; below the picture's edge it seems to sit or stand near."""
        rng, head = self.rng, tall * 0.075
        top, skin = rng.choice(SHIRTS), rng.choice(SKIN)
        up, hip, wide = foot - tall, foot - tall * 0.48, tall * 0.125
        turned = rng.random() < 0.4
        self.shapes += (
            f"<path d='M{x - wide * 0.7:.0f} {hip - 8:.0f}L{x - wide * 0.6:.0f} {foot:.0f}h{wide * 0.5:.0f}L{x:.0f} {hip + 30:.0f}L{x + wide * 0.1:.0f} {foot:.0f}h{wide * 0.5:.0f}L{x + wide * 0.7:.0f} {hip - 8:.0f}z' fill='{rng.choice(('#23262f', '#39435a', '#55504a'))}'/>"
            f"<path d='M{x - wide:.0f} {up + head * 3:.0f}Q{x:.0f} {up + head * 1.6:.0f} {x + wide:.0f} {up + head * 3:.0f}L{x + wide * 0.8:.0f} {hip:.0f}H{x - wide * 0.8:.0f}z' fill='{top}'/>"
            f"<path d='M{x + wide * 0.85:.0f} {up + head * 3:.0f}q{wide * rng.uniform(0.1, 0.7):.0f} {tall * 0.14:.0f} {-wide * rng.uniform(0, 0.4):.0f} {tall * 0.26:.0f}' stroke='{top}' stroke-width='{wide * 0.42:.0f}' fill='none' stroke-linecap='round'/>"
            f"<ellipse cx='{x:.0f}' cy='{up + head:.0f}' rx='{head * 0.85:.0f}' ry='{head:.0f}' fill='{'#1d1a19' if turned else skin}'/>"
            f"<path d='M{x - head * 0.9:.0f} {up + head:.0f}a{head * 0.9:.0f} {head:.0f} 0 0 1 {head * 1.8:.0f} 0q{-head * 0.9:.0f} {-head * 0.7:.0f} {-head * 1.8:.0f} 0z' fill='#1d1a19'/>"
        )

    def crowd(self, count: int, foot: float, tall: float, left: float = 20, right: float = 1180) -> None:
        for at in sorted(self.rng.uniform(left, right) for _ in range(count)):
            self.person(at, foot + self.rng.uniform(-14, 18), tall * self.rng.uniform(0.88, 1.08))

    def heads(self, rows: int, top: float) -> None:
        """Backs of an audience."""
        for row in range(rows):
            y, size = top + row * 82, 26 + row * 9
            for x in range(-20 + row % 2 * 40, 1240, size * 3):
                at = x + self.rng.uniform(-9, 9)
                self.shapes += f"<ellipse cx='{at:.0f}' cy='{y + size * 2.2:.0f}' rx='{size * 1.35:.0f}' ry='{size * 1.2:.0f}' fill='{self.rng.choice(SHIRTS)}'/><circle cx='{at:.0f}' cy='{y:.0f}' r='{size}' fill='#221d1b'/>"

    def sign(
        self, lines: Sequence[str], x: float, y: float, w: float, h: float, *, paint: str = "#c8161d", ink: str = "#fff",
        font: str = SANS, turn: str = "", more: str = "", fill: float = 0.62, tight: float = 0.94,
    ) -> None:  # fmt: skip
        """A banner, plate, screen or board with writing as large as it holds."""
        size = min(h * fill / len(lines), w * tight / max(map(len, lines)))
        text = "".join(f"<div>{line}</div>" for line in lines)
        self.lay(
            f'<div style="position:absolute;left:{x:.0f}px;top:{y:.0f}px;width:{w:.0f}px;height:{h:.0f}px;background:{paint};color:{ink};'
            f"font:700 {size:.1f}px/1.3 {font};display:flex;flex-direction:column;justify-content:center;align-items:center;white-space:nowrap;"
            f'transform:{turn or "none"};{more}">{text}</div>'
        )


def split(text: str, lines: int) -> list[str]:
    """A long name over so many lines, broken in the middle."""
    if lines == 1 or len(text) < 10:
        return [text]
    at = len(text) // 2 + (len(text) % 2)
    for shift in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5):
        if (
            2 < at + shift < len(text) - 2
            and text[at + shift - 1] in "年届季暨）院生区市会赛省”"
            and text[at + shift] not in "）届生市大区"
        ):
            at += shift
            break
    return [text[:at], text[at:]]


def hall(rng: Random, words: Sequence[str], firms: Sequence[str] = FIRMS, extra: str = "") -> str:
    """A gymnasium with a banner over rows of stands."""
    photo = Photo(rng, rng.choice(("#c9cdd0", "#b7b9ad", "#d7cfc0", "#9fb0bd")))
    photo.box(0, 560, 1200, 340, rng.choice(("#b98a55", "#7f9a86", "#8f8f93", "#a65f43")))
    photo.box(0, 0, 1200, 120, "#6d7680")
    for x in range(0, 1200, 150):
        photo.shapes += f"<path d='M{x} 0l75 110l75 -110' stroke='#4d545c' stroke-width='5' fill='none'/><ellipse cx='{x + 75}' cy='40' rx='34' ry='10' fill='#fbf8e6'/>"
    for x in (60, 340, 620, 900):
        photo.box(x, 250, 220, 130, "#dfe9ef", "opacity='.75'")
    photo.sign(
        words,
        110,
        140,
        980,
        84 if len(words) == 1 else 128,
        font=rng.choice((SANS, SERIF, ZEN)),
        ink=rng.choice(("#fff", "#ffe94a")),
        turn=f"rotate({rng.uniform(-1.6, 1.6):.1f}deg)",
    )
    photo.crowd(9, 610, 220)
    names = rng.sample(list(firms), min(5, len(firms)))
    for at, firm in enumerate(names):
        x = 20 + at * 240
        photo.box(x, 590, 205, 90, rng.choice(("#27549c", "#c23a32", "#e8e8e4")))
        photo.box(x - 6, 580, 217, 14, "#f4f1ea")
        photo.sign(
            [firm], x + 12, 470, 180, 40, paint="#f5f8fb", ink="#14315f", fill=0.6, more="border:2px solid #2a5caa;"
        )
    photo.crowd(rng.randint(5, 9), 860, 330)
    if extra:
        photo.sign([extra], 880, 300, 250, 60, paint="#1b58a6")
    return photo.html()


def square(rng: Random, words: Sequence[str], arch: bool = True) -> str:
    """A campus square: sky, a building, tents, an inflated arch or a banner between poles."""
    photo = Photo(
        rng,
        f"linear-gradient({rng.choice(('#9fc6ea,#e8f1f6', '#b9c4cc,#dfe3e4', '#7fb2e5,#f2efe4'))} 45%,#a7a49c 45%,#8b8780)",
    )
    photo.box(120, 150, 960, 270, rng.choice(("#b5735a", "#d8cfbf", "#c3c8cc")))
    for x in range(150, 1050, 75):
        for y in (175, 240, 305):
            photo.box(x, y, 46, 42, "#6d8798")
    for x in range(-30, 1200, 205):
        photo.shapes += f"<path d='M{x} 520l100 -80l100 80z' fill='{rng.choice(('#c8242b', '#1f5fb0', '#e9e6df'))}'/>"
        photo.box(x + 8, 520, 6, 150, "#ddd")
        photo.box(x + 20, 590, 165, 70, "#3763a5")
    if arch:
        photo.shapes += (
            "<path d='M110 640V350Q110 250 210 250H990Q1090 250 1090 350V640H1000V370H200V640z' fill='#d3131b'/>"
        )
        photo.sign(words, 210, 262, 780, 100, paint="transparent", ink="#fff27a", font=ZEN)
    else:
        photo.box(96, 210, 8, 430, "#777")
        photo.box(1096, 210, 8, 430, "#777")
        photo.sign(
            words, 104, 300, 992, 104, turn=f"rotate({rng.uniform(-2, 2):.1f}deg) skewX({rng.uniform(-4, 4):.0f}deg)"
        )
    photo.crowd(rng.randint(8, 14), 700, 210)
    photo.crowd(rng.randint(4, 7), 890, 330)
    return photo.html()


def stage(rng: Random, words: Sequence[str], below: Sequence[str] = (), bright: bool = False, rows: int = 3) -> str:
    """A hall with an LED screen or a printed backdrop over a stage."""
    photo = Photo(rng, "linear-gradient(#25222a,#473c36)" if not bright else "linear-gradient(#e5dccb,#b9a98e)")
    photo.box(0, 500, 1200, 90, "#7b4b2c")
    paint = rng.choice((
        "linear-gradient(120deg,#0b2a7a,#1c6fd8 60%,#0a1f5c)", "linear-gradient(160deg,#8e0b12,#dd2a23 55%,#8e0b12)",
        "radial-gradient(circle at 70% 30%,#3ba2e8,#123a8f 70%)", "linear-gradient(90deg,#3c1a78,#7a2fc0,#2a1460)",
    ))  # fmt: skip
    photo.sign(
        words,
        120,
        40,
        960,
        290,
        paint=paint,
        ink=rng.choice(("#fff", "#ffe9a0")),
        font=rng.choice((SANS, SERIF, ZEN)),
        fill=0.42,
        tight=0.86,
    )
    if below:
        photo.sign(below, 120, 330, 960, 62, paint="#0d1f52", ink="#dfe9ff", fill=0.6, tight=0.8)
    photo.person(300, 570, 168)
    if rng.random() < 0.6:
        photo.crowd(3, 572, 170, 760, 1050)
    photo.box(265, 500, 70, 90, "#5a3521")
    photo.heads(rows, 660)
    return photo.html()


def table(
    rng: Random,
    cloth: Sequence[str],
    stands: Sequence[Sequence[str]] = (),
    above: Sequence[str] = (),
    papers: bool = True,
) -> str:
    """A table with a cloth that bears writing, piles of paper on it, people on both sides, roll-ups beside it."""
    photo = Photo(
        rng,
        f"linear-gradient({rng.choice(('#d9e4ea,#c4ccc8', '#efe6d6,#d6c6ab', '#a9c7e4,#d9dccf', '#cfd2cc,#b0b3ab'))} 62%,{rng.choice(('#8f8a82', '#7c8a72', '#a8927a'))} 62%)",
    )
    for x in range(0, 1200, 190):
        photo.box(x, 40 if not above else 150, 120, 220, "#8fa5b3", "opacity='.5'")
    photo.crowd(rng.randint(3, 4), 640, 350, 300, 900)
    left = 250
    photo.box(left - 14, 560, 730, 26, "#a31218")
    photo.sign(
        cloth, left, 584, 700, 150, font=rng.choice((SANS, ZEN, SERIF)), ink=rng.choice(("#fff", "#ffe94a")), fill=0.55
    )
    if papers:
        for x in range(left + 40, left + 640, 105):
            for lift in range(rng.randint(2, 5)):
                photo.box(
                    x + rng.uniform(-4, 4),
                    548 - lift * 7,
                    70,
                    9,
                    rng.choice(("#fdfdf8", "#f0c9c4", "#cfe1f2")),
                    "stroke='#99a' stroke-width='.6'",
                )
    if above:
        photo.sign(above, 90, 40, 1020, 88 if len(above) == 1 else 130, turn=f"rotate({rng.uniform(-1.4, 1.4):.1f}deg)")
    for at, lines in enumerate(stands):
        photo.sign(
            lines,
            (20, 985)[at % 2],
            230,
            200,
            520,
            paint=rng.choice(
                (
                    "linear-gradient(#1560b8,#7cc0f0)",
                    "linear-gradient(#c41a1f,#f3a15a)",
                    "linear-gradient(#0e7f6d,#bfe6c8)",
                )
            ),
            fill=0.4,
            turn=f"skewY({(3, -3)[at % 2]}deg)",
            more="justify-content:flex-start;padding-top:34px;box-sizing:border-box;",
        )
    photo.crowd(rng.randint(1, 2), 905, 400, 60, 215)
    photo.crowd(rng.randint(1, 2), 905, 400, 990, 1150)
    return photo.html()


def room(
    rng: Random,
    wall: Sequence[str] = (),
    plates: Sequence[str] = (),
    door: Sequence[str] = (),
    banner: Sequence[str] = (),
) -> str:
    """An office where two or three people sit over a desk; writing on the wall, the desk, the door or a banner."""
    photo = Photo(
        rng,
        f"linear-gradient({rng.choice(('#eef0ec,#dcdfd8', '#f2ead9,#e3d6be', '#dfe8ef,#cdd8de'))} 68%,{rng.choice(('#b08b62', '#9b9b98', '#c9b493'))} 68%)",
    )
    shelf, way = (30, 930) if rng.random() < 0.5 else (965, 40)
    if rng.random() < 0.6:
        photo.box(shelf, 200, 200, 420, "#8a5a36")
        for y in range(220, 600, 90):
            for x in range(shelf + 14, shelf + 180, 18):
                photo.box(x, y + rng.randint(0, 14), 13, 66, rng.choice(("#b33", "#357", "#696", "#ca5", "#eee")))
    else:
        photo.box(shelf, 150, 200, 280, "#a9cbe6", "stroke='#fff' stroke-width='12'")
        photo.box(shelf + 94, 150, 10, 280, "#fff")
        photo.shapes += f"<path d='M{shelf + 100} 640q-90 -130 -60 -190M{shelf + 100} 640q0 -150 20 -210M{shelf + 100} 640q80 -110 70 -170' stroke='#3c7a44' stroke-width='16' fill='none'/>"
        photo.box(shelf + 60, 620, 80, 80, "#b9c0c4")
    photo.box(way, 150, 220, 500, rng.choice(("#a97a4c", "#8d98a3", "#7b5b3d")))
    photo.box(way + 20, 175, 180, 260, rng.choice(("#c79a69", "#b6c1ca")))
    if wall:
        paint, ink = rng.choice((("transparent", "#0d3d7a"), ("#14508f", "#fff"), ("transparent", "#b3161c")))
        photo.sign(wall, 290, 110, 600, 120, paint=paint, ink=ink, font=ZEN, fill=0.7)
    if door:
        photo.sign(
            door, way + 15, 85, 190, 52, paint="#f6f6f2", ink="#222", fill=0.62, more="border:2px solid #b08d57;"
        )
    if banner:
        photo.sign(banner, 240, 30, 690, 62, turn=f"rotate({rng.uniform(-1, 1):.1f}deg)")
    photo.person(rng.randint(400, 460), 690, 370)
    photo.person(rng.randint(740, 850), 700, 380)
    if rng.random() < 0.5:
        photo.person(600, 680, 350)
    photo.box(280, 560, 640, 30, "#8b5a30")
    photo.box(300, 590, 600, 170, "#a46c3c")
    photo.box(330, 490, 110, 72, "#23272e")
    for at, plate in enumerate(plates):
        photo.sign([plate], 480 + at * 170, 512, 158, 48, paint="#c8161d", fill=0.6)
    return photo.html()


def lobby(rng: Random, stands: Sequence[Sequence[str]], tall: int = 620) -> str:
    """Roll-up banners in a lobby with people passing."""
    photo = Photo(rng, "linear-gradient(#dfe2e3,#cfc9bd 66%,#a9a39a 66%,#c3beb4)")
    for x in range(0, 1200, 300):
        photo.box(x + 20, 30, 240, 340, "#b9d2e2", "opacity='.6'")
    photo.crowd(4, 640, 260)
    wide = min(330.0, 1040 / len(stands))
    for at, lines in enumerate(stands):
        left = 90.0 + at * (1060 / len(stands))
        photo.box(left - 10, 130 + tall - 8, wide + 10, 16, "#555")
        photo.lay()
        head, *rest = lines
        paint, ink = rng.choice(ROLLS)
        body = "".join(f"<div>{line}</div>" for line in rest)
        photo.layers += (
            f'<div style="position:absolute;left:{left:.0f}px;top:130px;width:{wide - 10:.0f}px;height:{tall}px;box-sizing:border-box;padding:30px 14px;'
            f'background:{paint};color:{ink};font:500 {wide / 13:.0f}px/1.75 {SANS};transform:skewY({rng.uniform(-3, 3):.1f}deg)">'
            f'<div style="font:800 {min(wide * 0.88 / len(head), 58):.0f}px/1.35 {SANS};text-align:center;margin-bottom:22px">{head}</div>{body}</div>'
        )
    return photo.html()


def shot(
    press: Press, html: str, rng: Random, *, width: int = 1200, height: int = 900, scale: float = 1.25
) -> Image.Image:
    """A scene as the phone took it: a little turned, unevenly lit, with noise."""
    return lens(press.picture(html, width, height, scale), rng)


def lens(image: Image.Image, rng: Random, noise: float = 5.0) -> Image.Image:
    w, h = image.size
    grain = np.random.default_rng(rng.randrange(1 << 30))
    inner = np.array([[rng.uniform(0, 0.022) * w, rng.uniform(0, 0.02) * h] for _ in range(4)], np.float32)
    corners = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float32)
    taken = corners + inner * np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    pixels = cv2.warpPerspective(
        np.asarray(image, np.float32), cv2.getPerspectiveTransform(taken, corners), (w, h), flags=cv2.INTER_CUBIC
    )
    xs, ys = np.meshgrid(np.linspace(-1, 1, w, dtype=np.float32), np.linspace(-1, 1, h, dtype=np.float32))
    light = 1.04 - 0.16 * ((xs - rng.uniform(-0.5, 0.5)) ** 2 + (ys - rng.uniform(-0.5, 0.5)) ** 2) / 2
    pixels = pixels * light[..., None] * np.array([rng.uniform(0.96, 1.02), 1.0, rng.uniform(0.93, 1.02)], np.float32)
    pixels = cv2.GaussianBlur(pixels, (0, 0), 0.7) + grain.normal(0, noise, (h, w, 1)).astype(np.float32)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def wall(rng: Random, kind: str, width: int = 1500, height: int = 1125) -> Image.Image:
    """What a poster hangs on: brick, paint, glass (a showcase), cork or door."""
    image = Image.new(
        "RGB",
        (width, height),
        {
            "brick": "#9d5b45",
            "paint": "#d9d4c6",
            "glass": "#3f6d55",
            "cork": "#c39a68",
            "door": "#8b5e3a",
            "tile": "#cfd6d8",
        }[kind],
    )
    draw = ImageDraw.Draw(image)
    if kind in ("brick", "tile"):
        high, wide = (46, 120) if kind == "brick" else (150, 150)
        for row, y in enumerate(range(0, height, high)):
            for x in range(-wide // 2 * (row % 2 if kind == "brick" else 0), width, wide):
                shade = rng.randint(-14, 14)
                base = (157, 91, 69) if kind == "brick" else (207, 214, 216)
                draw.rectangle((x + 2, y + 2, x + wide - 3, y + high - 3), fill=tuple(value + shade for value in base))
    elif kind == "glass":
        draw.rectangle((20, 20, width - 20, height - 20), outline="#b9bdc2", width=26)
        for x in (width // 3, 2 * width // 3):
            draw.rectangle((x - 8, 20, x + 8, height - 20), fill="#b9bdc2")
    elif kind == "door":
        for x in (80, width // 2 + 40):
            draw.rectangle((x, 60, x + width // 2 - 120, height - 60), outline="#6d4526", width=10)
    for _ in range(60):
        x, y, size = rng.randint(0, width - 1), rng.randint(0, height - 1), rng.randint(4, 60)
        spot = image.crop((x, y, x + 1, y + 1)).tobytes()
        draw.ellipse(
            (x, y, x + size, y + size // 2), fill=(max(spot[0] - 4, 0), max(spot[1] - 4, 0), max(spot[2] - 4, 0))
        )
    return image


def hung(
    ground: Image.Image, sheet: Image.Image, quad: Sequence[tuple[float, float]], shade: float = 1.0
) -> Image.Image:
    """The sheet on the ground, its corners at these fractions (clockwise from the upper left)."""
    w, h = ground.size
    corners = np.array([[0, 0], [sheet.width, 0], [sheet.width, sheet.height], [0, sheet.height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, (np.array(quad) * [w, h]).astype(np.float32))
    laid = cv2.warpPerspective(np.asarray(sheet, np.float32) * shade, matrix, (w, h), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones((sheet.height, sheet.width), np.float32), matrix, (w, h))
    shadow = cv2.GaussianBlur(np.roll(mask, (9, 9), (0, 1)), (0, 0), 8)[..., None]
    pixels = np.asarray(ground, np.float32) * (1 - 0.35 * shadow)
    return Image.fromarray((pixels * (1 - mask[..., None]) + laid * mask[..., None]).clip(0, 255).astype(np.uint8))


def askew(rng: Random, left: float, top: float, w: float, h: float, much: float = 0.03) -> list[tuple[float, float]]:
    return [
        (x + rng.uniform(-much, much), y + rng.uniform(-much, much))
        for x, y in ((left, top), (left + w, top), (left + w, top + h), (left, top + h))
    ]


def collage(parts: Sequence[Image.Image], title: str = "", gap: int = 12) -> Image.Image:
    """Four or fewer photos in one, as picture apps join them, with a title above."""
    w, h = 760, 570
    rows = -(-len(parts) // 2)
    head = 110 if title else 0
    image = Image.new("RGB", (2 * w + 3 * gap, rows * (h + gap) + gap + head), "white")
    if title:
        ImageDraw.Draw(image).text(
            (image.width / 2, head / 2 + 6),
            title,
            fill="#222",
            font=_face(min(52, image.width // (len(title) + 2))),
            anchor="mm",
        )
    for at, part in enumerate(parts):
        image.paste(
            part.resize((w, h), Image.Resampling.LANCZOS), (gap + at % 2 * (w + gap), head + gap + at // 2 * (h + gap))
        )
    return image


STAMPS = ("plain", "day", "short", "slash", "chinese", "lunar", "card", "strip")


def stamp(image: Image.Image, style: str, when: date, rng: Random, place: str = "") -> Image.Image:
    """What a camera app writes into the picture."""
    image = image.copy()
    draw = ImageDraw.Draw(image, "RGBA")
    unit, w, h = image.width // 46, image.width, image.height
    clock = f"{rng.randint(8, 16):02}:{rng.randint(0, 59):02}"
    week = WEEK[when.weekday()]
    iso = f"{when:%Y-%m-%d}"

    def write(x: float, y: float, text: str, size: float, ink: str = "white", anchor: str = "ls") -> None:
        draw.text((x + 2, y + 2), text, fill=(0, 0, 0, 150), font=_face(int(size)), anchor=anchor)
        draw.text(
            (x, y), text, fill=ink, font=_face(int(size)), anchor=anchor, stroke_width=1, stroke_fill=(30, 30, 30, 200)
        )

    match style:
        case "plain":
            write(unit, h - unit * 2.6, f"{iso} {clock}", unit * 1.3)
            write(unit, h - unit, place or "山东省威海市", unit * 1.1)
        case "day":
            write(unit, h - unit * 3.6, clock, unit * 3)
            draw.rectangle((unit * 9.4, h - unit * 6, unit * 9.6, h - unit * 3.5), fill="#f7c325")
            write(unit * 10, h - unit * 4.9, iso, unit * 1.15)
            write(unit * 10, h - unit * 3.6, f"星期{week} 晴 {rng.randint(4, 27)}°C", unit * 1.1)
            write(unit, h - unit * 1.6, place or "威海市", unit * 1.2)
        case "short":
            write(w - unit, h - unit, f"{when:%y-%m-%d}", unit * 1.6, "#ff8a1f", "rs")
        case "slash":
            write(w - unit, h - unit, f"{when:%Y/%m/%d} {clock}", unit * 1.3, "#ffd24a", "rs")
        case "chinese":
            write(unit, unit * 2.4, f"{when.year}年{when.month}月{when.day}日 星期{week}", unit * 1.3)
            if place:
                write(unit, unit * 4.2, place, unit * 1.1)
        case "lunar":
            write(unit, h - unit * 4, f"{when.year}年{when.month}月{when.day}日 星期{week} {clock}", unit * 1.25)
            write(
                unit,
                h - unit * 2.4,
                f"农历{'腊正二三四五六七八九十冬'[when.month - 1]}月{rng.choice(('初三', '初九', '十二', '十七', '廿一', '廿六'))}",
                unit * 1.1,
            )
            write(unit, h - unit * 0.9, place or "威海", unit * 1.1)
        case "card":
            draw.rounded_rectangle((unit, h - unit * 8, unit * 17, h - unit), unit // 2, fill=(20, 60, 120, 190))
            draw.rounded_rectangle((unit, h - unit * 8, unit * 17, h - unit * 5.9), unit // 2, fill=(247, 190, 30, 235))
            draw.text((unit * 9, h - unit * 6.9), "工作记录", fill="#222", font=_face(int(unit * 1.3)), anchor="mm")
            for row, text in enumerate(
                (
                    f"时间：{when:%Y.%m.%d} {clock}",
                    f"天气：多云 {rng.randint(3, 28)}°C",
                    f"地点：{(place or '威海市')[:14]}",
                )
            ):
                draw.text(
                    (unit * 1.6, h - unit * (4.7 - row * 1.5)),
                    text,
                    fill="white",
                    font=_face(int(unit * 0.98)),
                    anchor="lm",
                )
        case _:
            taller = Image.new("RGB", (w, h + unit * 4), "white")
            taller.paste(image)
            pen = ImageDraw.Draw(taller)
            pen.text(
                (unit, h + unit * 2),
                rng.choice(("HUAWEI Mate 60", "Xiaomi 14", "vivo X100", "OPPO Reno11")),
                fill="#111",
                font=_face(int(unit * 1.3)),
                anchor="lm",
            )
            pen.text((w - unit, h + unit * 1.3), "26mm f/1.6 1/100s ISO80", fill="#333", font=_face(unit), anchor="rm")
            pen.text((w - unit, h + unit * 2.8), f"{when:%Y.%m.%d} {clock}", fill="#888", font=_face(unit), anchor="rm")
            return taller
    return image


def save(image: Image.Image, path: Path, taken: date | None = None, clock: str = "09:41:27") -> None:
    """JPG or PNG by the name's ending; with a date, the camera's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".png":
        image.save(path)
        return
    exif = Image.Exif()
    if taken:
        told = f"{taken:%Y:%m:%d} {clock}"
        exif[271], exif[272], exif[306] = "HUAWEI", "ALN-AL00", told
        exif.get_ifd(0x8769).update({36867: told, 36868: told})
    image.save(path, quality=84, exif=exif)


def word(
    path: Path,
    title: str,
    photos: Sequence[tuple[Image.Image, str]],
    lead: str = "",
    above: bool = False,
    grid: bool = False,
) -> None:
    """Photos with captions in a Word file, one under another or in a table of two columns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    if title:
        document.add_heading(title, 1)
    if lead:
        document.add_paragraph(lead)
    cells = document.add_table(-(-len(photos) // 2) * 2, 2) if grid else None
    for at, (photo, caption) in enumerate(photos):
        held = io.BytesIO()
        photo.save(held, "JPEG", quality=82)
        if cells:
            cells.cell(at // 2 * 2, at % 2).paragraphs[0].add_run().add_picture(held, width=Cm(7.4))
            cells.cell(at // 2 * 2 + 1, at % 2).text = caption
            continue
        if above:
            document.add_paragraph(caption)
        document.add_paragraph().add_run().add_picture(held, width=Cm(14))
        if not above:
            document.add_paragraph(caption).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(path))


def page(
    press: Press, title: str, photos: Sequence[tuple[Image.Image, str]], rng: Random, font: str = SERIF
) -> Image.Image:
    """A printed page with photos and captions, scanned."""
    body = "".join(
        f"<p style='text-align:center;margin:14px 0'><img src='{inline(photo)}' style='width:520px'><br>{caption}</p>"
        for photo, caption in photos
    )
    return scanned(
        press.picture(
            f"<body style='margin:60px 70px;font:17px/1.7 {font}'><h2 style='text-align:center'>{title}</h2>{body}</body>"
        ),
        rng,
    )


def inline(image: Image.Image) -> str:
    held = io.BytesIO()
    image.save(held, "JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(held.getvalue()).decode()


def days(rng: Random, count: int, year: int, first: int = 3, last: int = 12, apart: int = 9) -> list[date]:
    """Ascending dates within months of a year, some days apart."""
    start, end = date(year, first, 4), date(year, last, 24)
    room_ = (end - start).days - apart * (count - 1)
    steps = sorted(rng.randint(0, room_) for _ in range(count))
    return [start + timedelta(days=step + at * apart) for at, step in enumerate(steps)]


Draw = Callable[[Press, Random], Image.Image]
FILE_NAMES = ("IMG_{0}.jpg", "微信图片_{0}.jpg", "{0}.jpg", "照片{0}.jpg", "DSC0{0}.JPG", "现场{0}.png")


def photo_case(
    name: str, cell: str, draws: Sequence[Draw], points: Points, *, when: Sequence[date | None] = (), how: str = "plain", place: str = "",
    folders: Sequence[str] = ("",), captions: Sequence[str] = (), title: str = "", note: str = "", flags: Sequence[str] = (),
    alt: Sequence[Points] = (), more: Mapping[str, Points] | None = None, facts: Mapping[str, float] | None = None, school: str = "威海职业学院",
    year: int = 2024, others: Mapping[str, Sequence[Points]] | None = None,
) -> Case:  # fmt: skip
    """Photos that bear their dates in one way: a stamp's style, exif, word or page (captions), or none."""

    def write(folder: Path, press: Press) -> None:
        rng = Random(name)
        where = folder / rng.choice(folders)
        photos = [draw(press, rng) for draw in draws]
        dated = [*when, *[None] * (len(photos) - len(when))]
        if how in STAMPS:
            photos = [
                stamp(photo, how, day, rng, place) if day else photo for photo, day in zip(photos, dated, strict=True)
            ]
        if how in ("word", "grid"):
            word(
                where / f"{title or '照片'}.docx",
                title,
                list(zip(photos, captions, strict=True)),
                grid=how == "grid",
                above=rng.random() < 0.3,
            )
            return
        if how == "page":
            where.mkdir(parents=True, exist_ok=True)
            told = list(zip(photos, captions, strict=True))
            save_scan(
                [page(press, title, told[at : at + 2], rng) for at in range(0, len(told), 2)],
                where / f"{title or '照片'}.pdf",
            )
            return
        pattern = rng.choice(FILE_NAMES)
        for at, (photo, day) in enumerate(zip(photos, dated, strict=True), 1):
            file = pattern.format(f"{rng.randint(100, 999)}{at}")
            if how == "exif":
                file = file.replace(".png", ".jpg")
            save(
                photo,
                where / file,
                day if how == "exif" else None,
                f"{rng.randint(8, 17):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}",
            )

    return Case(
        name, cell, write, {cell: points, **(more or {})}, alt={**({cell: alt} if alt else {}), **(others or {})}, facts={cell: facts} if facts else {},
        want_flags=[(cell, flag) for flag in flags], note=note, school=school, year=year,
    )  # fmt: skip


def _face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FACE, max(size, 9))
