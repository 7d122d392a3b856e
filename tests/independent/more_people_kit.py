"""Further kinds of file that lists of people come in."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.independent.people_kit import CSS, Columns, Draw, Person, Row, html_table, lines, text
from tests.independent.press import photographed, save_scan, scanned

if TYPE_CHECKING:
    from tests.independent.press import Press

CHSI: Columns = [
    ("考生号", "exam"),
    ("姓名", "name"),
    ("性别", "sex"),
    ("出生日期", "birth"),
    ("证件类型", "=居民身份证"),
    ("证件号码", "id"),
    ("学号", "number"),
    ("民族", "nation"),
    ("政治面貌", "=共青团员"),
    ("专业代码", "major_code"),
    ("专业名称", "major"),
    ("层次", "level"),
    ("学习形式", "=普通全日制"),
    ("学制", "years"),
    ("分院", "college"),
    ("系所函授站", "="),
    ("班号", "clazz"),
    ("入学日期", "entry8"),
    ("预计毕业日期", "leave8"),
    ("学籍状态", "=在籍注册学籍"),
]
"""as the national register of students gives them out"""


def panels(people: Sequence[Person], columns: Columns, count: int = 2) -> list[list[object]]:
    """The list broken into so many blocks side by side, as offices do to save paper."""
    body = lines(people, columns)
    depth = -(-len(body) // count)
    blank: list[object] = [""] * len(columns)
    body += [blank] * (depth * count - len(body))
    heads: list[object] = []
    for _ in range(count):
        heads += [head for head, _ in columns]
    return [heads, *[[cell for part in range(count) for cell in body[at + part * depth]] for at in range(depth)]]


def web_workbook(path: str, rows: Sequence[Row]) -> Draw:
    """A page with a table that a system calls a workbook."""
    head = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
    return text(path, f"{head}{html_table(rows)}</body></html>")


def unicode_text(path: str, rows: Sequence[Row]) -> Draw:
    """What spreadsheets save as Unicode text: UTF-16 with tabs."""
    return text(path, "".join("\t".join(map(str, row)) + "\r\n" for row in rows), "utf-16")


def wide_scan(path: str, *pages: str, kind: str = "scan") -> Draw:
    """Pages laid across, scanned or photographed: a PDF without text layer, or a picture by the name's ending."""

    def draw(folder: Path, press: Press) -> None:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        taken = []
        for at, page in enumerate(pages):
            rng = Random(f"{path}{at}")
            sheet = press.picture(f"{CSS}<div class=sheet style='padding:44px 58px'>{page}</div>", 1123, 794)
            taken.append(photographed(sheet, rng, width=1867, height=1400) if kind == "photo" else scanned(sheet, rng))
        if path.endswith(".pdf"):
            save_scan(taken, place)
        else:
            taken[0].save(place, quality=84)

    return draw


def screen(path: str, html: str, *, width: int = 1440, height: int = 820) -> Draw:
    """A screenshot."""

    def draw(folder: Path, press: Press) -> None:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        press.picture(f"<meta charset=utf-8>{html}", width, height, scale=1.25).save(place)

    return draw


def mail_with_file(path: str, subject: str, day: str, body: str, name: str, data: bytes) -> Draw:
    """A mail with a csv attached."""

    def draw(folder: Path, press: Press) -> None:
        message = EmailMessage()
        message["Subject"], message["From"], message["To"] = subject, "xjk@example.cn", "zhidaozhan@weihai-demo.cn"
        message["Date"] = day
        message.set_content(body)
        message.add_attachment(data, maintype="text", subtype="csv", filename=name)
        # A random boundary would make each run another file.
        message.set_boundary("=====part=====")
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(message.as_bytes())

    return draw
