"""Draws the pictures beside it with Pillow: python make_pictures.py /path/to/NotoSansCJK-Regular.ttc."""

from __future__ import annotations

import math
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FONT = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"


def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


def sheet(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (width, height), "white")
    return picture, ImageDraw.Draw(picture)


def save(picture: Image.Image, name: str, colours: int = 16) -> None:
    picture.quantize(colours).save(HERE / name, optimize=True)


def certificate() -> Image.Image:
    """A title, three lines of text, and two dates side by side in cells."""
    picture, draw = sheet(640, 420)
    draw.text((320, 50), "实习证明", font=font(44), fill="black", anchor="mm")
    for row, text in enumerate(("兹证明王小明同学在我单位实习", "实习岗位为软件测试工程师", "表现良好，特此证明")):
        draw.text((60, 120 + row * 48), text, font=font(26), fill="black")
    draw.text((60, 300), "2024年3月1日", font=font(24), fill="black")
    draw.text((380, 300), "2024年6月30日", font=font(24), fill="black")
    draw.rectangle((40, 290, 600, 340), outline="black")
    draw.line((340, 290, 340, 340), fill="black")
    return picture


def long_screen() -> Image.Image:
    """A screen of a phone, saved in one: 16 dated lines."""
    picture, draw = sheet(540, 4400)
    for row in range(16):
        text = f"第{row + 1}期动态：2024年{row % 12 + 1}月{row + 3}日"
        draw.text((30, 60 + row * 271), text, font=font(30), fill="#333")
    return picture


def columns() -> Image.Image:
    """Three columns of upright characters, read from right to left."""
    picture, draw = sheet(420, 560)
    for column, text in enumerate(("热烈欢迎新同学", "就业创业指导站", "服务毕业生留威")):
        for row, character in enumerate(text):
            draw.text((330 - column * 120, 30 + row * 72), character, font=font(60), fill="black")
    return picture


def poster() -> Image.Image:
    """Two lines of light text on red."""
    picture = Image.new("RGB", (480, 640), (196, 30, 36))
    draw = ImageDraw.Draw(picture)
    draw.text((240, 160), "春季招聘会", font=font(76), fill=(255, 236, 130), anchor="mm")
    draw.text((240, 470), "2024年5月20日", font=font(40), fill="white", anchor="mm")
    return picture


def stamped() -> Image.Image:
    """The issuer and the date under a red seal."""
    picture, draw = sheet(700, 460)
    for row, text in enumerate(("该生遵守纪律，工作认真负责。", "特此证明。")):
        draw.text((50, 40 + row * 50), text, font=font(26), fill="black")
    draw.text((300, 230), "威海市蓝海科技有限公司", font=font(26), fill="#222")
    draw.text((400, 280), "2024年11月28日", font=font(26), fill="#222")
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    ink = ImageDraw.Draw(layer)
    red, (x, y), radius = (206, 32, 44, 255), (470, 262), 118
    ink.ellipse((x - radius, y - radius, x + radius, y + radius), outline=red, width=7)
    tips = [(34 if k % 2 == 0 else 13) for k in range(10)]
    ink.polygon(
        [(x + t * math.sin(k * math.pi / 5), y - t * math.cos(k * math.pi / 5)) for k, t in enumerate(tips)], fill=red
    )
    name = "威海市蓝海科技有限公司"
    for index, character in enumerate(name):
        angle = math.radians(-120 + 240 * index / (len(name) - 1))
        cell = Image.new("RGBA", (48, 48), (0, 0, 0, 0))
        ImageDraw.Draw(cell).text((24, 24), character, font=font(30), fill=red, anchor="mm")
        cell = cell.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        at = (round(x + 0.76 * radius * math.sin(angle) - 24), round(y - 0.76 * radius * math.cos(angle) - 24))
        layer.alpha_composite(cell, at)
    layer.putalpha(layer.getchannel("A").point(lambda value: round(value * 0.85)))
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def roster() -> Image.Image:
    """A ruled list, scanned a little askew."""
    picture, draw = sheet(1240, 520)
    draw.text((620, 60), "示例职业学院2024届毕业生花名册", font=font(34), fill="black", anchor="mm")
    rows = [
        ("序号", "姓名", "身份证号", "学号", "单位名称"),
        ("1", "赵伟", "379910200201010014", "2020000101", "威海示例制造有限公司"),
        ("2", "欧阳静", "379910200202020028", "2020000102", "烟台示例机械有限公司"),
        ("3", "司马文博", "37991020020303003X", "2020000103", "威海示例制造有限公司"),
        ("合计", "3人", "", "", ""),
    ]
    edges = (70, 160, 330, 640, 840, 1170)
    for row, texts in enumerate(rows):
        for text, left, right in zip(texts, edges, edges[1:], strict=False):
            top = 110 + 62 * row
            draw.rectangle((left, top, right, top + 62), outline="#333")
            draw.text(((left + right) / 2, top + 31), text, font=font(25), fill="black", anchor="mm")
    return picture.rotate(0.5, resample=Image.Resampling.BICUBIC, fillcolor="white")


def transparent() -> Image.Image:
    """Black text on nothing: shown on white everywhere."""
    picture = Image.new("RGBA", (420, 120), (0, 0, 0, 0))
    ImageDraw.Draw(picture).text((30, 35), "威海市就业服务", font=font(44), fill=(0, 0, 0, 255))
    return picture


if __name__ == "__main__":
    save(certificate(), "certificate.png")
    save(long_screen(), "long_screen.png", 4)
    save(columns(), "columns.png", 4)
    save(poster(), "poster.png")
    save(stamped(), "stamped.png", 64)
    save(roster(), "roster.png", 8)
    transparent().save(HERE / "transparent.png", optimize=True)
