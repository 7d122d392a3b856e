# ruff: noqa: E501
"""Further forms of a careers office's papers: boxes in Word, running heads, tables of office systems, mails with files, free pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from html import escape
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Literal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from PIL import Image

from tests.independent.case import Case, Points
from tests.independent.offices_paper import FACES, Paper, Table, Write, case, docx, html, show
from tests.independent.press import Press, photographed, save_scan, scanned

Look = Literal["scan", "grey", "photo", "screen"]


def more(
    cell: str,
    name: str,
    points: Points | float,
    note: str,
    *files: Write,
    alt: Sequence[Points] = (),
    facts: Mapping[str, float] | None = None,
    flags: Sequence[str] = (),
    forbid: Sequence[str] = (),
    school: str = "威海职业学院",
    year: int = 2024,
) -> Case:
    """A case that speaks for one cell, its name told from the other makers'."""
    made = case(
        cell, name, points, note, *files, alt=alt, facts=facts, flags=flags, forbid=forbid, school=school, year=year
    )
    return replace(made, name=f"more-{made.name}")


def boxes(path: str, title: str, levels: Sequence[Sequence[str]], tail: str = "") -> Write:
    """A Word file with a chart: text boxes in rows, / starting a new line in a box."""

    def write(folder: Path, _press: Press) -> None:
        document = Document()
        head = document.add_paragraph()
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        head.add_run(title).bold = True
        anchor = document.add_paragraph()
        for row, level in enumerate(levels):
            width = min(150, 430 // len(level) - 10)
            for at, words in enumerate(level):
                left = (430 - len(level) * (width + 10)) // 2 + at * (width + 10)
                anchor._p.append(parse_xml(_box(words, left, 20 + row * 110, width)))
        for _ in range(len(levels) * 7):
            document.add_paragraph()
        document.add_paragraph(tail)
        document.save(str(place(folder, path)))

    return write


def _box(words: str, left: int, top: int, width: int) -> str:
    lines = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{escape(line)}</w:t></w:r></w:p>'
        for line in words.split("/")
    )
    return (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
        f'<v:rect style="position:absolute;margin-left:{left}pt;margin-top:{top}pt;width:{width}pt;height:84pt;z-index:1" strokecolor="#1f3864">'
        f"<v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )


def headed(path: str, above: str, paper: Paper, below: str = "") -> Write:
    """A Word file whose pages bear a running head and foot."""

    def write(folder: Path, press: Press) -> None:
        docx(path, paper)(folder, press)
        document = Document(str(folder / path))
        section = document.sections[0]
        section.header.paragraphs[0].text = above
        section.footer.paragraphs[0].text = below
        document.save(str(folder / path))

    return write


def system_table(path: str, title: str, rows: Sequence[Sequence[object]], below: str = "") -> Write:
    """What office systems call an Excel export: an HTML table under the name of an .xls file."""

    def write(folder: Path, _press: Press) -> None:
        width = max(map(len, rows))
        body = "".join("<tr>" + "".join(f"<td>{escape(show(cell))}</td>" for cell in row) + "</tr>" for row in rows)
        head = f'<tr><td colspan="{width}" align="center"><b>{escape(title)}</b></td></tr>' if title else ""
        foot = f'<tr><td colspan="{width}">{escape(below)}</td></tr>' if below else ""
        words = (
            '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
            f'<style>td{{mso-number-format:"\\@"}}</style></head><body><table border="1">{head}{body}{foot}</table></body></html>'
        )
        place(folder, path).write_text(words, "utf-8")

    return write


def mail_files(path: str, subject: str, sent: datetime, body: Sequence[str], *files: Write) -> Write:
    """A mail that brings files."""

    def write(folder: Path, press: Press) -> None:
        message = EmailMessage()
        message["Subject"], message["From"] = subject, "招生就业处 <zjc@example.edu.cn>"
        message["To"], message["Date"] = (
            "市高校毕业生就业科 <jyk@example.gov.cn>",
            sent.strftime("%a, %d %b %Y %H:%M:%S +0800"),
        )
        message.set_content("\n".join(body) + "\n")
        with TemporaryDirectory() as room:
            for file in files:
                file(Path(room), press)
            for made in sorted(Path(room).iterdir()):
                message.add_attachment(made.read_bytes(), "application", "octet-stream", filename=made.name)
        # a random boundary would make each run another file
        message.set_boundary("=====part=====")
        place(folder, path).write_bytes(message.as_bytes())

    return write


def free_pdf(path: str, body: str, *, style: str = "", face: str = "song") -> Write:
    """A PDF of one's own HTML."""
    return lambda folder, press: press.pdf(place(folder, path), _page(body, style, face))


def free_picture(
    path: str,
    *bodies: str,
    style: str = "",
    face: str = "song",
    look: Look = "scan",
    width: int = 794,
    height: int = 1123,
    turn: int = 0,
) -> Write:
    """Pages of one's own HTML as a scan, a grey scan, a photo or a screenshot; `turn` in degrees for sheets fed sideways."""

    def write(folder: Path, press: Press) -> None:
        rng = Random(path)
        shown = [
            _seen(press.picture(_page(body, style, face), width=width, height=height, whole=True), look, rng)
            for body in bodies
        ]
        shown = [one.rotate(turn, expand=True) for one in shown]
        target = place(folder, path)
        if path.endswith(".pdf"):
            save_scan(shown, target)
        else:
            shown[0].save(target, quality=82)

    return write


def _seen(sheet: Image.Image, look: Look, rng: Random) -> Image.Image:
    if look == "screen":
        return sheet
    if look == "photo":
        wide = sheet.width > sheet.height
        return photographed(sheet, rng, width=1867 if wide else 1400, height=1400 if wide else 1867)
    return scanned(sheet, rng, grey=look == "grey", skew=0.5)


def sideways(path: str, paper: Paper, *, turn: int = 90) -> Write:
    """A broad sheet that went through the scanner the wrong way."""

    def write(folder: Path, press: Press) -> None:
        sheet = press.picture(html(paper, wide=True), width=1123, height=794, whole=True)
        scanned(sheet, Random(path), skew=0.4).rotate(turn, expand=True).save(place(folder, path), quality=82)

    return write


def stamp(name: str, *, size: int = 130, shape: str = "round") -> str:
    """Where a seal is pressed on a picture."""
    return f'<span class="seal" style="display:inline-block;width:0;height:0" data-name="{escape(name)}" data-size="{size}" data-shape="{shape}"></span>'


def grid(table: Table | Sequence[Sequence[object]], kind: str = "") -> str:
    """A table for one's own HTML."""
    rows = table.rows if isinstance(table, Table) else table
    lines = ("<tr>" + "".join(f"<td>{escape(show(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="{kind}">{"".join(lines)}</table>'


def _page(body: str, style: str, face: str) -> str:
    return f"""<!doctype html><html lang="zh"><head><meta charset="utf-8"><style>
body {{ margin: 0; padding: 56px 64px; font: 16px/1.8 {FACES[face]}; color: #111; background: #fff }}
@media print {{ body {{ padding: 0 }} }} @page {{ size: A4; margin: 18mm 17mm }}
h1 {{ font-size: 1.5em; text-align: center; margin: .3em 0 .7em }} h2 {{ font-size: 1.12em }} p {{ margin: .2em 0; text-indent: 2em }}
table {{ border-collapse: collapse; width: 100%; font-size: .88em; line-height: 1.45 }} td {{ border: 1px solid #333; padding: 4px 6px; text-align: center }}
.r {{ text-align: right; text-indent: 0 }} .c {{ text-align: center; text-indent: 0 }} .next {{ break-before: page }} {style}
</style></head><body>{body}</body></html>"""


def place(folder: Path, path: str) -> Path:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
