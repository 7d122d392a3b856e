"""Bundles in which made-up personal numbers stand at any place of any format, and an engine that reads some more."""

from __future__ import annotations

import io
import json
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from PIL import Image, PngImagePlugin

from tests.bundle.packers import libarchive_of, rar_of, zip_of
from tests.nothing_lost import archives, ofd, open_documents, pdfs, sheets, slides, texts, word
from tests.nothing_lost.planting import Paper
from tests.people.layout import Book, books
from tests.people.mixes import mixed
from tests.people.students import year_of
from tests.people.tables import rolls_of
from tests.people.writing import write
from tests.planted.numbers import Planted, planted
from verifier.ocr.engine import Array, OcrLine, Reading

HOME = Path(__file__).parents[2]
SCREENS = tuple(sorted((HOME / "tests" / "data" / "screens").glob("*.json")))
EVERY_PLACE: tuple[Paper[Any], ...] = (
    *(*word.PAPERS, *slides.PAPERS, *sheets.PAPERS, *ofd.PAPERS, *texts.PAPERS, *archives.PAPERS[:1]),
    *open_documents.SHEETS,
)
CARRIERS = (
    "{}",
    "{}",
    "威海甲学院就业创业服务指导站2024年工作计划 {}",
    "关于印发《就业指导站财务管理制度》的通知（{}）",
    "威海甲学院2024年春季校园招聘会{}",
    "2024年5月20日，{}在威海甲学院举办就业创业大赛",
    "兹证明威海甲学院张三（{}）于2024年3月1日至2024年6月30日在我公司实习",
    "指导站办公场所位于行政楼108室，室内面积36平方米，联系{}",
    "工作人员：王芳，专职联络员，{}",
    "实习单位（盖章）：威海示例精密制造有限公司{}",
    "主办单位：威海甲学院就业处{}",
    "2024届毕业生共1280人，填报人{}，有效问卷1100份",
    "一、留威夜校{}吸引毕业生留威就业",
    "培训地点：大学生活动中心 座位60个 {}",
    "威海市高校毕业生就业创业政策 生活补贴 购房补贴 {}",
)
FOLDERS = (
    "1 基础工作",
    "2 信息采集",
    "3 政策宣传/微信推送",
    "3 政策宣传/张贴海报",
    "4 活动/招聘会",
    "4 活动/创业大赛",
    "5 创新",
)
_TEXTS = re.compile(
    r"(?<=>)([^<>]{2,})(?=</(?:w:t|t|a:t|dc:title|dc:creator|cp:keywords|dc:description|cp:lastModifiedBy)>)"
)
_SOWN = (".docx", ".xlsx", ".csv")
_NOT_IN_NAMES = re.compile(r"[/:\n\[\]?*]")
_NAMES = re.compile(r'(?<=<sheet name=")([^"]{1,12})')

_UNSEEN = re.compile("[\u200b\u2060]")
_DIGITS = tuple("0123456789〇零一二三四五六七八九幺")

T = TypeVar("T")


@dataclass(slots=True)
class Sower:
    """Makes numbers, and keeps all that were planted."""

    chance: random.Random
    sown: list[Planted] = field(default_factory=list)

    def sentence(self, _: int = 0, fits: Callable[[str], bool] = lambda _: True) -> str:
        """A sentence of a paper that has a number in it."""
        return self.chance.choice(CARRIERS).format(self.number(fits))

    def number(self, fits: Callable[[str], bool] = lambda _: True, before: str = "", behind: str = "") -> str:
        """A number as it is written, which fits where it is to stand.

        `before`, `behind`: what stands there. Of a digit beside digits nobody could tell that it is none of them.
        """
        made = planted(self.chance)
        while not fits(made.written) or _runs_on(before, made.written) or _runs_on(made.written, behind):
            made = planted(self.chance)
        self.sown.append(made)
        return made.written

    def name(self, stem: str = "") -> str:
        """Of a file, a folder or a sheet."""
        return f"{stem}{self.number(lambda text: len(text) < 25 and _NOT_IN_NAMES.search(text) is None, stem)}"


def _runs_on(text: str, more: str) -> bool:
    """Whether a row of digits goes on in another text, whatever signs that nobody sees stand between."""
    one, other = (_UNSEEN.sub("", unicodedata.normalize("NFKC", each)) for each in (text, more))
    return one[-1:] in _DIGITS and other[:1] in _DIGITS


def _is_gbk(text: str) -> bool:
    return text.encode("gbk", "replace").decode("gbk") == text


def _is_ascii(text: str) -> bool:
    return text.isascii() and "\n" not in text and "_" not in text


def write_bundle(folder: Path, seed: int, whole: bool = True) -> tuple[list[Planted], Screens]:
    """A bundle for a seed; what was planted, and an engine that reads its screens. Or some of each kind."""
    chance = random.Random(seed)
    sower = Sower(chance)

    def some(every: Sequence[T]) -> Sequence[T]:
        return every if whole else chance.sample(every, -(-len(every) // 5))

    for at, own in enumerate(some(EVERY_PLACE)):
        sown = replace(
            own, sentence=partial(sower.sentence, fits=_is_gbk) if own.name == "邮件.msg" else sower.sentence
        )
        _put(folder, sower, own.name, sown.data, named=at % 2 == 0)
    latin = replace(pdfs.PAPERS[0], sentence=lambda _: f"Tel {sower.number(_is_ascii)}")
    _put(folder, sower, latin.name, latin.data)
    samples = HOME / "samples" / chance.choice(("good", "flawed")) / "bundle"
    for path in some([each for each in sorted(samples.rglob("*")) if each.suffix in _SOWN and each.stat().st_size]):
        target = folder / path.relative_to(samples)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.with_name(sower.name(target.stem) + target.suffix).write_bytes(_sown(path, sower))
    _write_rosters(folder, sower, seed, 8 if whole else 1)
    _write_odd(folder, sower, 100 if whole else 10)
    return sower.sown, _screens(folder, sower, some(SCREENS))


def _put(folder: Path, sower: Sower, name: str, data: bytes, named: bool = True) -> None:
    home = folder / sower.chance.choice(FOLDERS)
    home = home / sower.name() if sower.chance.random() < 0.3 else home
    home.mkdir(parents=True, exist_ok=True)
    stem, dot, ending = name.partition(".")
    (home / (f"{sower.name(stem)}{dot}{ending}" if named else name)).write_bytes(data)


# --- papers as schools write them -------------------------------------------------------------------------------------


def _sown(path: Path, sower: Sower, many: int = 8) -> bytes:
    if path.suffix == ".csv":
        return _sown_text(path.read_text("gb18030"), sower, many).encode("gb18030")
    target = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith(".xml"):
                data = _sown_part(data.decode(), sower, many).encode()
            package.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def _sown_part(xml: str, sower: Sower, many: int) -> str:
    """A part of an office paper: its texts, what is told of it, and the names of its sheets."""
    xml = _NAMES.sub(lambda found: sower.name(found[0]), xml)
    texts = list(_TEXTS.finditer(xml))
    for found in sorted(sower.chance.sample(texts, min(many, len(texts))), key=lambda each: -each.start()):
        at = sower.chance.choice((found.start(), found.end(), sower.chance.randrange(found.start(), found.end())))
        if ";" not in xml[at - 6 : at + 6]:  # within an entity nothing is planted
            xml = xml[:at] + sower.number(before=xml[at - 9 : at], behind=xml[at : at + 9]) + xml[at:]
    return xml


def _sown_text(text: str, sower: Sower, many: int) -> str:
    lines = text.split("\n")
    for at in (0, *sower.chance.sample(range(len(lines)), many)):
        where = sower.chance.randrange(len(lines[at]) + 1)
        before, behind = lines[at][:where], lines[at][where:]
        lines[at] = before + sower.number(lambda text: "," not in text, before, behind) + behind
    return "\n".join(lines)


def _write_rosters(folder: Path, sower: Sower, seed: int, many: int) -> None:
    """Tables of people with every messy habit: majors, employers, heads, titles and names of sheets are planted."""
    habits = mixed(seed)
    for at, roll in enumerate(rolls_of(year_of(seed), seed)[:many]):
        own = habits[at % len(habits)]
        fits = _is_gbk if "gbk" in own.form else bool
        for name, book in books(roll, own, seed):
            home = folder / sower.chance.choice(FOLDERS)
            home.mkdir(parents=True, exist_ok=True)
            write(_sown_book(book, sower, fits), f"{sower.name(name)}表", own.form, home)


def _sown_book(book: Book, sower: Sower, fits: Callable[[str], bool]) -> Book:
    for sheet in book:
        sheet.name = sower.name(sheet.name[:5])[:31]
        for row in sower.chance.sample(sheet.rows, min(4, len(sheet.rows))) + sheet.rows[:3]:
            told = [at for at, value in enumerate(row) if isinstance(value, str) and len(value) > 1]
            if told:
                at = sower.chance.choice(told)
                row[at] = f"{row[at]}{sower.number(fits, str(row[at]))}"
    return book


# --- papers that can't be read, and archives --------------------------------------------------------------------------


def _write_odd(folder: Path, sower: Sower, many: int) -> None:
    for name, data in (
        ("空.pdf", b""),
        ("断.docx", b"PK\x03\x04 cut short"),
        ("坏.png", b"\x89PNG\r\n\x1a\n broken"),
        ("宣传.mp4", b"\0\0\0\x18ftypmp42" + bytes(64)),
        ("说明.txt", "\n".join(sower.sentence() for _ in range(many)).encode()),
        ("旧说明.txt", "\n".join(sower.sentence(fits=_is_gbk) for _ in range(5)).encode("gb18030")),
        ("名单.csv", "\n".join(",".join(sower.number() for _ in range(3)) for _ in range(many)).encode()),
        ("信.eml", _mail(sower)),
        ("包.zip", zip_of({f"{sower.name()}/{sower.name('名单')}.txt": sower.sentence().encode() for _ in range(4)})),
        ("出.zip", zip_of({f"../{sower.name('外')}.txt": b"1", f"{sower.name('坏')}.docx": b"PK\x03\x04"})),
        ("包.7z", libarchive_of({f"{sower.name('内')}.txt": sower.sentence().encode()}, "7zip")),
        ("锁.rar", rar_of({f"{sower.name('锁')}.txt": b"secret"}, locked=True)),
    ):  # fmt: skip
        _put(folder, sower, name, data)


def _mail(sower: Sower) -> bytes:
    return (
        f"From: {sower.number(_is_ascii)} <a@example.cn>\nTo: b@example.cn\nSubject: {sower.number(_is_ascii)}\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"{sower.sentence()}\n{sower.sentence()}\n"
    ).encode()


# --- pictures ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Screens:
    """Reads in a picture what was made up for it; in any other nothing."""

    readings: Sequence[Reading]
    name = "screens"
    version = "1"
    settings = ""
    jobs = 1

    def read(self, image: Array) -> Reading:
        mark, number = image[0, 0, :2]
        return self.readings[number] if mark == 77 and number < len(self.readings) else Reading()

    def say(self, strips: Sequence[Array]) -> list[tuple[str, float]]:
        return [("", 0.0) for _ in strips]


def _screens(folder: Path, sower: Sower, kept: Sequence[Path]) -> Screens:
    readings = []
    for number, path in enumerate(kept):
        data = json.loads(path.read_text("utf-8"))
        readings.append(Reading(lines=tuple(_lines(data["lines"], sower))))
        pixels = np.full((data["size"][1], data["size"][0], 3), 255, np.uint8)
        pixels[0, 0] = (0, number, 77)
        about = PngImagePlugin.PngInfo()
        about.add_text("Author", sower.number(_is_ascii))
        about.add_itxt("Description", sower.sentence())
        target = io.BytesIO()
        Image.fromarray(pixels).save(target, "PNG", pnginfo=about)
        _put(folder, sower, f"{path.stem}.png", target.getvalue())
    return Screens(tuple(readings))


def _lines(kept: Sequence[Sequence[Any]], sower: Sower) -> Iterator[OcrLine]:
    """The lines of a screen; a third of them has a number at its end, or is one."""
    for text, left, top, right, bottom, sure in kept:
        if sower.chance.random() < 0.3:
            text = sower.chance.choice((text, "", f"{text} "))
            text += sower.number(lambda number: "\n" not in number, text)
        yield OcrLine(text, (left, top, right, bottom), sure)
