# ruff: noqa: E501
"""Screens and photos for the wall_pictures_* makers: phone and window frames, stamps, scans, collages."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from tests.independent import anew_pictures_kit as kit
from tests.independent.case import Points
from tests.independent.press import Press

Draw = Callable[[Press], Image.Image]
Make = Callable[[Path, Press], None]
ZERO: Points = (0, 0, 0)
NOT_SHOWN: dict[str, Points] = dict.fromkeys(("3.3", "3.4", "4.4", "4.7", "4.8", "1.3"), ZERO)
"""a screen is no poster, no leaflet and no event"""
PLAIN = "*{margin:0;padding:0;box-sizing:border-box}body{overflow:hidden}"
PHONE = {"ios": (390, 844), "android": (360, 800), "harmony": (360, 780), "old": (375, 667)}


def page(body: str, size: tuple[int, int], scale: float = 1, ground: str = "#fff", style: str = "") -> Draw:
    """HTML as a picture of so many points, times the scale."""
    return kit.desk(body, size=size, ground=ground, style=PLAIN + style, scale=scale)


def bundle(*items: tuple[str, Draw] | tuple[str, Draw, datetime], quality: int = 84) -> Make:
    """Pictures under their names; a moment is written as a camera's EXIF."""

    def make(folder: Path, press: Press) -> None:
        for name, draw, *moment in items:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            image = draw(press).convert("RGB")
            if path.suffix == ".png":
                image.save(path)
                continue
            exif = Image.Exif()
            if moment:
                when = moment[0].strftime("%Y:%m:%d %H:%M:%S")
                exif.update({0x010F: "HUAWEI", 0x0110: "ALN-AL00", 0x0132: when})
                exif.get_ifd(0x8769)[0x9003] = when
            image.save(path, quality=quality, exif=exif)

    return make


def beside(*makes: Make) -> Make:
    """Several makes in one folder."""

    def make(folder: Path, press: Press) -> None:
        for each in makes:
            each(folder, press)

    return make


def text(name: str, body: str) -> Make:
    """A text file."""

    def make(folder: Path, press: Press) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")

    return make


# --- screens ------------------------------------------------------------------------------------------


def top(system: str, clock: str, ink: str) -> str:
    """The bar of a phone's system."""
    left, right, pad = {
        "ios": (f"<b>{clock}</b>", "▂▄▆ &nbsp;5G <b>▰▰▱</b>", "14px 30px 6px"),
        "android": (f"{clock} ✉", "5G⁺ ▂▄▆ 67%", "8px 16px 6px"),
        "harmony": (f"中国移动 ▂▄▆ {clock}", "⌁ 58% ▰", "8px 20px 6px"),
        "old": ("●●●○○ 中国联通", f"{clock} &nbsp; 41% ▰", "4px 8px"),
    }[system]
    return f"<div style='display:flex;justify-content:space-between;padding:{pad};font-size:13px;color:{ink}'><span>{left}</span><span>{right}</span></div>"


def phone(
    body: str,
    system: str = "ios",
    clock: str = "15:42",
    *,
    ground: str = "#fff",
    ink: str = "#191919",
    scale: float = 3,
    style: str = "",
    tall: int = 0,
) -> Draw:
    """A phone's screenshot; a tall one is a screenshot that was scrolled."""
    wide, high = PHONE[system]
    pill = (
        f"<i style='position:fixed;bottom:7px;left:{wide // 2 - 66}px;width:132px;height:5px;border-radius:3px;background:{ink}'></i>"
        if system == "ios" and not tall
        else ""
    )
    return page(
        top(system, clock, ink) + body + pill, (wide, tall or high), scale, ground, f"body{{color:{ink}}}" + style
    )


def nav(title: str, right: str = "···", left: str = "‹", ground: str = "transparent") -> str:
    """The head of a view in a phone."""
    return f"<div style='display:flex;justify-content:space-between;align-items:center;padding:9px 16px;font-size:17px;background:{ground}'><span style='font-size:22px'>{left}</span><b>{title}</b><span>{right}</span></div>"


def cover(seed: str, wide: int, high: int, style: str = "") -> str:
    """A picture of no content in place of a thumbnail."""
    hue = Random(seed).randrange(360)
    return f"<i style='flex:none;display:inline-block;width:{wide}px;height:{high}px;border-radius:4px;background:linear-gradient({hue}deg,hsl({hue} 55% 62%),hsl({hue + 50} 45% 38%));{style}'></i>"


def window(
    body: str,
    address: str,
    tab: str,
    size: tuple[int, int] = (1366, 768),
    scale: float = 1,
    *,
    bare: bool = False,
    taskbar: str = "",
) -> Draw:
    """A computer's screen with a browser, or only the page in it."""
    head = (
        ""
        if bare
        else f"<div style='background:#cfe0f5;padding:6px 10px 0;font-size:12px'><span style='background:#fff;padding:6px 40px 6px 12px;border-radius:6px 6px 0 0;display:inline-block'>{tab}　✕</span>　+　<span style='float:right'>—　▢　✕</span></div><div style='padding:5px 12px;background:#fff;border-bottom:1px solid #ccc;font-size:13px;color:#555'>◁　▷　⟳　⌂　<span style='background:#f2f4f7;padding:3px 20px;border-radius:12px;display:inline-block;width:62%'>{address}</span>　☆　⋮</div>"
    )
    low = (
        f"<div style='position:fixed;bottom:0;left:0;right:0;height:38px;background:#e8eef6;font-size:12px;padding:4px 12px;text-align:right;color:#222'>中　^　{taskbar.replace(' ', '<br>')}</div>"
        if taskbar
        else ""
    )
    return page(head + body + low, size, scale)


# --- marks, prints ------------------------------------------------------------------------------------


def over(draw: Draw, marks: str, base: int = 1000, ink: tuple[int, int, int] = (255, 255, 255)) -> Draw:
    """White words of HTML laid over a picture, in the ink; its width is the base."""

    def drawn(press: Press) -> Image.Image:
        image = draw(press)
        high = round(base * image.height / image.width)
        mask = (
            page(marks, (base, high), image.width / base, "#000", "body{color:#fff}")(press)
            .convert("L")
            .resize(image.size)
        )
        image = image.copy()
        image.paste((30, 30, 30), mask=mask.filter(ImageFilter.MaxFilter(3)).point(lambda part: part * 0.85))
        image.paste(ink, mask=mask)
        return image

    return drawn


def mark(draw: Draw, day: str, clock: str = "09:46", place: str = "威海市·威海职业学院", week: str = "") -> Draw:
    """The mark of an app: large clock, day, place, lower left."""
    return over(
        draw,
        f"<div style='position:fixed;left:34px;bottom:40px'><span style='font-size:58px;border-right:5px solid;padding-right:16px;margin-right:14px'>{clock}</span><span style='display:inline-block;font-size:23px;line-height:1.35'>{day}<br>{week or '多云 18°C'}</span><div style='font-size:24px;margin-top:12px'>◉ {place}</div></div>",
    )


def digits(draw: Draw, words: str) -> Draw:
    """Orange digits of a compact camera, lower right."""
    return over(
        draw,
        f"<div style='position:fixed;right:44px;bottom:34px;font:bold 34px Liberation Mono'>{words}</div>",
        ink=(255, 150, 40),
    )


def framed(draw: Draw, left: str, right: str) -> Draw:
    """A white strip below, as phones add it."""

    def drawn(press: Press) -> Image.Image:
        image = draw(press)
        strip = page(
            f"<div style='display:flex;justify-content:space-between;padding:26px 36px;font-size:25px;color:#222'><b>{left}</b><span>{right}</span></div>",
            (1000, 86),
            image.width / 1000,
        )(press).convert("RGB")
        whole = Image.new("RGB", (image.width, image.height + strip.height), "#fff")
        whole.paste(image, (0, 0))
        whole.paste(strip, (0, image.height))
        return whole

    return drawn


def inline(image: Image.Image, style: str = "width:100%") -> str:
    """A picture within HTML."""
    kept = io.BytesIO()
    image.convert("RGB").save(kept, "JPEG", quality=90)
    return f"<img style='{style}' src='data:image/jpeg;base64,{base64.b64encode(kept.getvalue()).decode()}'>"


def holding(draw: Callable[[Sequence[str]], Draw], *photos: Draw) -> Draw:
    """A screen or print that shows photos: the HTML of each goes to the maker."""
    return lambda press: draw([inline(photo(press).resize((1000, 750))) for photo in photos])(press)


def scan(body: str, turn: float = 0.5, tone: int = 250, size: tuple[int, int] = (794, 1123)) -> Draw:
    """A printed sheet from a scanner."""

    def drawn(press: Press) -> Image.Image:
        sheet = page(f"<div style='padding:70px 74px'>{body}</div>", size, 1.9)(press).convert("RGB")
        data = np.asarray(sheet.rotate(turn, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))).astype(np.float32)
        grain = np.random.default_rng(len(body)).normal(0, 3, data.shape[:2])
        return Image.fromarray(np.clip(data * tone / 255 + grain[..., None], 0, 255).astype(np.uint8))

    return drawn
