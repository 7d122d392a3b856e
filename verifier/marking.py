"""Page pictures with boxes round what was seen in them: lines by confidence, seals, facts that a cell takes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from verifier.errors import UsageError
from verifier.files import write_whole
from verifier.model import Box, Observed, Place, RuleSet, TextLine
from verifier.pictures import pixels
from verifier.pipeline import Judgement, Sight

Colour = tuple[int, int, int]

SURE = 0.9
"""confidence from which a line is drawn as read for sure"""
TEXT, GOOD, FAIR, POOR, SEAL, FACT = (
    *((90, 110, 140), (0, 140, 60), (225, 140, 0)),
    *((200, 0, 0), (190, 0, 160), (20, 80, 230)),
)
FONTS = ("NotoSansCJK-Regular.ttc", "msyh.ttc", "simhei.ttf", "wqy-zenhei.ttc", "wqy-microhei.ttc", "PingFang.ttc")
"""the first that the machine has writes the legend; without any it has colours and figures"""
_HEIGHT = 40


def draw_pages(
    sight: Sight, judged: Judgement, rules: RuleSet, black: Mapping[tuple[str, int], Sequence[Box]], target: Path
) -> list[Path]:
    """Write each page picture with its boxes; of several pages to `name-1.png` and so on. The paths written.

    `black`: boxes by (file, page) that are blacked out. Raises UsageError when there is no page picture.
    """
    pictures = sight.pictures
    if not pictures:
        raise UsageError("这份材料没有页面图片，画不出方框，请去掉 --picture")
    used = [fact.place for tally in judged.tallies.values() for each in tally.evidence for fact in each.facts]
    paths = []
    for number, ((file, page), path) in enumerate(pictures.items(), 1):
        seen = next(each for each in sight.observed if each.path == file)
        opened = pixels(path)
        if opened is None:
            continue
        picture = Image.fromarray(opened[:, :, ::-1])
        _draw(picture, [*_boxes(seen, page, float(rules.assessment.sure)), *_facts(used, file, page)])
        pen = ImageDraw.Draw(picture)
        for left, top, right, bottom in black.get((file, page), ()):
            pen.rectangle((left, top, max(left, right), max(top, bottom)), fill=0)
        name = target if len(pictures) == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}")
        _save(_with_legend(picture, float(rules.assessment.sure)), name)
        paths.append(name)
    return paths


def check_target(target: Path, source: Path) -> None:
    """Raises UsageError where a picture can't or must not be written."""
    if target.suffix.lower() not in (".png", ".jpg", ".jpeg"):
        raise UsageError(f"“{target}”不是图片的名称，请用 .png 或 .jpg 结尾")
    if not target.parent.is_dir():
        raise UsageError(f"找不到文件夹“{target.parent}”，请先建好再写图片")
    mine = [target, *target.parent.glob(f"{target.stem}-*{target.suffix}")]
    if any(path.exists() and os.path.samefile(path, source) for path in mine):
        raise UsageError("图片不能写到材料本身上，请换一个名称")


def _boxes(seen: Observed, page: int, fair: float) -> Iterator[tuple[Box, Colour, int]]:
    for line in seen.document.lines:
        if line.place.page == page and line.place.box:
            yield line.place.box, _colour(line, fair), 1
    for fact in seen.seals:
        if fact.place.page == page and fact.place.box:
            yield fact.place.box, SEAL, 3


def _colour(line: TextLine, fair: float) -> Colour:
    if line.origin != "ocr":
        return TEXT
    if line.confidence >= SURE:
        return GOOD
    return FAIR if line.confidence >= fair else POOR


def _facts(used: Iterable[Place], file: str, page: int) -> Iterator[tuple[Box, Colour, int]]:
    for place in dict.fromkeys(used):
        if place.file == file and place.page == page and place.box:
            left, top, right, bottom = place.box
            yield (left - 4, top - 4, right + 4, bottom + 4), FACT, 2


def _draw(picture: Image.Image, boxes: Iterable[tuple[Box, Colour, int]]) -> None:
    pen = ImageDraw.Draw(picture)
    stroke = max(1, round(max(picture.size) / 1200))
    for (left, top, right, bottom), colour, width in boxes:
        pen.rectangle((left, top, max(left, right), max(top, bottom)), outline=colour, width=width * stroke)


def _with_legend(picture: Image.Image, fair: float) -> Image.Image:
    """The picture with a strip under it that says what the colours mean."""
    scale = max(0.5, min(3.0, picture.width / 1000))
    height = round(_HEIGHT * scale)
    entries = (
        (GOOD, "识别有把握", f">={SURE:.2f}"),
        (FAIR, "把握一般", f">={fair:.2f}"),
        (POOR, "把握不足", f"<{fair:.2f}"),
        (TEXT, "原有文字", ""),
        (SEAL, "印章", ""),
        (FACT, "用作依据", ""),
    )
    whole = Image.new("RGB", (picture.width, picture.height + height), "white")
    whole.paste(picture, (0, 0))
    pen = ImageDraw.Draw(whole)
    font, has_words = _font(round(height * 0.4))
    step = picture.width / len(entries)
    for at, (colour, words, figure) in enumerate(entries):
        left, top = round(at * step + 0.1 * height), picture.height + round(0.25 * height)
        side = round(0.5 * height)
        pen.rectangle((left, top, left + side, top + side), outline=colour, width=max(2, side // 6))
        text = f"{words} {figure}".strip() if has_words else figure
        size = font.size
        while isinstance(font, ImageFont.FreeTypeFont) and size > 6 and font.getlength(text) > step - 1.8 * side:
            size -= 1
            font = font.font_variant(size=size)
        pen.text((left + round(1.4 * side), top), text, fill="black", font=font)
    return whole


def _font(size: int) -> tuple[ImageFont.FreeTypeFont, bool]:
    for name in FONTS:
        try:
            return ImageFont.truetype(name, max(8, size)), True
        except OSError:
            continue
    font = ImageFont.load_default(max(8, size))
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font, False


def _save(picture: Image.Image, path: Path) -> None:
    stored = io.BytesIO()
    picture.save(stored, "PNG" if path.suffix.lower() == ".png" else "JPEG")
    write_whole(path, stored.getvalue())
