# ruff: noqa: E501, RUF100
"""Papers that the `more_premises_*` makers share: prints of an office system, albums, bound volumes, chats."""

from __future__ import annotations

import html as html_module
from collections.abc import Sequence
from datetime import timedelta, timezone
from pathlib import Path
from random import Random

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from tests.independent.premises_kit import SANS, Block, Rows, Write, flat, head, page, pdf_of, sub, table, title
from tests.independent.premises_rooms import Item, room
from tests.independent.press import Press

ZONE = timezone(timedelta(hours=8))

WHV, SEA, WSZ, YAO = "威海职业学院", "威海海洋职业学院", "山东外事职业大学", "山东药品食品职业学院"
HIT, HWS, SDU = "哈尔滨工业大学（威海）", "哈尔滨理工大学荣成校区", "山东大学（威海）"
BJ, SJT = "北京交通大学（威海）", "山东交通学院（威海）"

Step = tuple[str, str, str, str]
"""node, person, opinion, time"""
Shot = tuple[str, Sequence[Item], str]
"""kind of room, what hangs in it, caption"""


def office_system(name: str, form: str, fields: Sequence[tuple[str, str]], steps: Sequence[Step]) -> Write:
    """A form as the browser prints it from the office system, with the opinions of its flow below."""
    rows = "".join(f"<tr><th>{key}</th><td>{html_module.escape(value)}</td></tr>" for key, value in fields)
    flow = "".join(
        f"<div class=s><b>{node}</b>　{person}<p>{html_module.escape(opinion)}</p><i>{when}</i></div>"
        for node, person, opinion, when in steps
    )
    return pdf_of(
        f"<meta charset=utf-8><style>@page{{margin:12mm 14mm}}body{{margin:0;font:14px/1.6 {SANS};color:#222}}.top{{color:#888;font-size:11px;border-bottom:1px solid #ccc}}"
        "h1{font-size:21px;text-align:center;margin:18px 0}table{width:100%;border-collapse:collapse}th,td{border:1px solid #9ab;padding:7px 9px;text-align:left}"
        "th{width:22%;background:#eef3f8;font-weight:400}h2{font-size:15px;color:#2468b0;margin:18px 0 6px}.s{border-bottom:1px dashed #bbb;padding:5px 0}"
        f".s p{{margin:2px 0 2px 1em}}.s i{{font-style:normal;color:#888;font-size:12px}}</style><div class=top>{name}　打印预览</div><h1>{form}</h1>"
        f"<table>{rows}</table><h2>流转意见</h2>{flow}"
    )


def album(heading: str, under: str, shots: Sequence[Shot]) -> Write:
    """Photos with captions in a Word paper."""

    def write(path: Path, press: Press, rng: Random) -> None:
        paper = Document()
        for text, style in ((heading, "Title"), (under, "Normal")):
            paper.add_paragraph(text, style=style).alignment = WD_ALIGN_PARAGRAPH.CENTER
        shot = path.with_suffix(".jpg")
        for kind, items, caption in shots:
            room(kind, *items)(shot, press, rng)
            line = paper.add_paragraph()
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            line.add_run().add_picture(str(shot), width=Cm(12))
            paper.add_paragraph(caption).alignment = WD_ALIGN_PARAGRAPH.CENTER
        shot.unlink()
        paper.save(str(path))

    return write


def volume(school: str, name: str, parts: Sequence[tuple[str, Sequence[Block]]], date: str) -> list[Block]:
    """A bound volume: cover, contents with leaders, and each part on a page of its own."""
    blocks = [sub("　"), sub("　"), title(name), sub("　"), sub(school), sub("大学生就业创业服务指导站"), sub(date)]
    blocks += [page(), sub("　"), title("目　录")]
    blocks += [flat(f"{heading}{'.' * (54 - 2 * len(heading))}{at}") for at, (heading, _) in enumerate(parts, 1)]
    for heading, body in parts:
        blocks += [page(), sub("　"), head(heading), *body]
    return blocks


def chat(*lines: tuple[str, str, str]) -> str:
    """Messages (who, when, what) as the desktop client copies them."""
    return "\n\n".join(f"{who} {when}\n{what}" for who, when, what in lines) + "\n"


def checked(rows: Rows, widths: Sequence[float] = (2.2, 3.4, 7, 3.4)) -> Block:
    """What a school says to each point it is asked for, and where the proof lies."""
    return table([["指标序号", "指标内容", "完成情况", "佐证材料"], *rows], widths=widths)
