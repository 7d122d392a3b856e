"""Screens, photos and papers as they are laid out on a page, read by the real extractors and judged as a bundle."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tests.counting.station_papers import rules
from verifier.facts import extract
from verifier.model import (
    Document,
    Ground,
    IndicatorResult,
    Observed,
    Page,
    Picture,
    Place,
    ScoreSheet,
    SourceFile,
    Table,
    TextLine,
)
from verifier.pipeline import Sight, judge

SCHOOL = "威海职业学院"
ACCOUNT = "威海职业学院就业创业"
SITE = "威海职业学院就业信息网"
OTHER = "山东外事职业大学"

Laid = tuple[str, int, int, int]
"""text, left, top, height in pixels; a character is as wide as it is high, figures half as wide"""


def _line(path: str, laid: Laid, confidence: float) -> TextLine:
    text, left, top, height = laid
    width = sum(height if ord(char) > 0x2E7F else height // 2 for char in text)
    return TextLine(text, Place(path, 1, (left, top, left + width, top + height)), confidence, "ocr")


def picture(
    path: str,
    laid: Sequence[Laid],
    size: tuple[int, int],
    *,
    taken: str = "",
    confidence: float = 0.97,
    phash: int | None = None,
    parent: str | None = None,
    context: Sequence[TextLine] = (),
    data: str = "",
    sketch: bytes = b"",
    grounds: Sequence[Ground] = (),
    photos: tuple[int, float] = (0, 0.0),
) -> Observed:
    """A picture file with these lines on it; `taken` is the camera's 2024-05-20, the rest is what its pixels say."""
    place = Place(path, 1)
    lines = tuple(_line(path, one, confidence) for one in laid)
    moment = datetime.fromisoformat(f"{taken}T10:00:00") if taken else None
    digest = hashlib.sha256((data or path).encode()).hexdigest()
    file = SourceFile(path, digest, 90_000, "image", "read", parent=parent, pages=1)
    camera = "made-up" if taken else None
    shown = Picture(place, size, moment, camera, phash=phash, sketch=sketch, grounds=tuple(grounds), photos=photos)
    page = Page(place, None, size, lines=lines, needs_ocr=True)
    return read(Document(file, (page,), picture=shown, context=tuple(context)))


def read(document: Document) -> Observed:
    return Observed(document, extract(document, rules().words))


def _wrapped(text: str, left: int, top: int, height: int, width: int) -> list[Laid]:
    many = max(1, width // height)
    parts = [text[at : at + many] for at in range(0, len(text), many)]
    return [(part, left, top + int(1.4 * height) * at, height) for at, part in enumerate(parts)]


def article(
    path: str,
    title: str,
    day: str = "2024年5月20日 17:30",
    account: str = ACCOUNT,
    body: Sequence[str] = ("为做好高校毕业生就业服务工作，现将有关事项公布如下。",),
    *,
    over: Sequence[str] = (),
    **more: Any,
) -> Observed:
    """A post of an account as a phone shows it; `over`: lines above the title (预览, 以下文章来源于…)."""
    laid: list[Laid] = [("9:41", 60, 30, 30), *((text, 60, 120 + 60 * at, 34) for at, text in enumerate(over))]
    top = 120 + 60 * len(over)
    heading = _wrapped(title, 60, top, 60, 960)
    laid += heading
    top = heading[-1][2] + 110
    laid.append((f"{account} {day} 山东".strip(), 60, top, 34))
    top += 110
    for paragraph in body:
        rows = _wrapped(paragraph, 60, top, 42, 960)
        laid += rows
        top = rows[-1][2] + 100
    laid += [("阅读 1024", 60, top + 60, 34), ("在看 6", 860, top + 60, 34)]
    return picture(path, laid, (1080, max(1920, top + 200)), **more)


def account_list(path: str, posts: Sequence[tuple[str, str]], account: str = ACCOUNT, **more: Any) -> Observed:
    """The history of an account: each post with its day under it (title, day)."""
    laid: list[Laid] = [("9:41", 60, 30, 30), (account, 200, 110, 52), ("已关注公众号", 200, 190, 32)]
    top = 320
    for title, day in posts:
        text = _wrapped(title, 60, top, 46, 700)
        laid += text
        top = text[-1][2] + 70
        laid += [(f"{day}", 60, top, 30), ("阅读 356", 420, top, 30), ("赞 5", 640, top, 30)]
        top += 130
    return picture(path, laid, (1080, max(1920, top + 100)), **more)


def site_list(path: str, posts: Sequence[tuple[str, str]], site: str = SITE, **more: Any) -> Observed:
    """A page of a site with a title and its day a row."""
    laid: list[Laid] = [
        (site, 80, 40, 44),
        ("首页 通知公告 招聘信息 政策法规 联系我们", 80, 130, 26),
        ("当前位置：首页 > 通知公告", 80, 200, 22),
    ]
    top = 280
    for title, day in posts:
        laid += [(title, 80, top, 26), (day, 1150, top, 24)]
        top += 56
    laid.append(("首页 上一页 1 2 3 下一页 尾页", 400, top + 40, 22))
    return picture(path, laid, (1400, top + 150), **more)


def site_article(
    path: str,
    title: str,
    day: str = "2024-05-20",
    site: str = SITE,
    body: Sequence[str] = ("为做好高校毕业生就业服务工作，现将有关事项公布如下。",),
    **more: Any,
) -> Observed:
    laid: list[Laid] = [(site, 80, 40, 44), ("当前位置：首页 > 通知公告 > 正文", 80, 140, 22)]
    laid += [(title, 200, 220, 40), (f"发布时间：{day} 来源：{site} 浏览次数：356", 300, 310, 22)]
    laid += [(text, 100, 400 + 60 * at, 28) for at, text in enumerate(body)]
    laid.append(("上一条：关于放假的通知", 100, 440 + 60 * len(body), 24))
    return picture(path, laid, (1400, 700 + 60 * len(body)), **more)


def photo(
    path: str, *lines: str, caption: str = "", heading: str = "", parent: str | None = None, **more: Any
) -> Observed:
    """A photo with a banner, the first line, and smaller signs under it."""
    laid: list[Laid] = [(text, 200, 220 + 120 * at, 80 if at == 0 else 48) for at, text in enumerate(lines)]
    beside = [TextLine(heading, Place(parent or path, line=1), role="heading")] if heading else []
    beside += [TextLine(caption, Place(parent or path, line=2), role="caption")] if caption else []
    return picture(path, laid, (1600, 1200), parent=parent, context=beside, **more)


def paper(path: str, text: str, kind: Any = "word", tables: Sequence[Table] = ()) -> Observed:
    """A document with a line a paragraph; the first is its title."""
    lines = tuple(
        TextLine(line, Place(path, line=at), role="title" if at == 1 else "body")
        for at, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )
    file = SourceFile(path, hashlib.sha256(text.encode() + path.encode()).hexdigest(), 9_000, kind, "read", pages=1)
    return read(Document(file, (Page(Place(path, 1), lines=lines),), tuple(tables)))


def sheet(path: str, *rows: str, title: str = "") -> Observed:
    """A workbook of one sheet, cells divided by |."""
    cells = [tuple(row.split("|")) for row in rows]
    if title:
        cells.insert(0, (title, *[""] * (len(cells[0]) - 1)))
    table = Table(tuple(cells), Place(path), sheet="Sheet1")
    file = SourceFile(path, hashlib.sha256(path.encode()).hexdigest(), 9_000, "sheet", "read", pages=1)
    return read(Document(file, (Page(Place(path, 1)),), (table,)))


def grid(path: str, *rows: str, title: str = "") -> Table:
    return Table(tuple(tuple(row.split("|")) for row in rows), Place(path, line=9), title=title)


@dataclass(frozen=True)
class Outcome:
    """What became of a bundle."""

    sheet: ScoreSheet

    def cell(self, id_: str) -> IndicatorResult:
        return next(each for each in self.sheet.results if each.indicator == id_)

    def points(self, id_: str) -> tuple[float, float, float]:
        one = self.cell(id_)
        return float(one.low), float(one.proposed), float(one.high)

    def fact(self, id_: str, name: str) -> int | None:
        value = self.cell(id_).facts.get(name)
        return None if value is None else int(value)

    def flags(self, id_: str) -> list[tuple[str, str]]:
        """Code and severity's first letter with the file, of every flag of the cell."""
        return sorted((each.code, each.place.file if each.place else "") for each in self.cell(id_).flags)

    def codes(self, id_: str) -> set[str]:
        return {code for code, _ in self.flags(id_)}

    def counted(self, id_: str) -> set[str]:
        return {each.file for each in self.cell(id_).evidence if each.standing in ("firm", "counted")}

    @property
    def loose(self) -> list[tuple[str, str]]:
        """Flags of files and of the bundle that no cell is concerned with, but for those of what is missing."""
        apart = ("submission-incomplete", "school-unknown", "year-unknown", "rules-expired")
        return sorted(
            (each.code, each.place.file if each.place else "") for each in self.sheet.flags if each.code not in apart
        )


def judged(*observed: Observed, year: int | None = 2024, school: str = SCHOOL) -> Outcome:
    """The bundle of these papers, scored."""
    files = tuple(seen.document.file for seen in observed)
    return Outcome(judge(Sight("bundle", files, observed, ()), rules(), year, school).sheet)


def filed(folder: str, *observed: Observed) -> list[Observed]:
    """The same papers in a folder; their facts are read again."""
    moved = []
    for seen in observed:
        moved.append(_moved(seen, f"{folder}/{seen.path}"))
    return moved


def _moved(seen: Observed, path: str) -> Observed:
    def at(place: Place) -> Place:
        return replace(place, file=path)

    document = seen.document
    pages = tuple(
        replace(page, place=at(page.place), lines=tuple(replace(line, place=at(line.place)) for line in page.lines))
        for page in document.pages
    )
    shown = replace(document.picture, place=at(document.picture.place)) if document.picture else None
    tables = tuple(replace(table, place=at(table.place)) for table in document.tables)
    file = replace(document.file, path=path)
    return read(replace(document, file=file, pages=pages, picture=shown, tables=tables))
