"""Scenes, albums, screens and lists of people for the anew_* makers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from random import Random

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from PIL import Image

from tests.independent import late_people_kit as lp
from tests.independent import late_pictures_kit as pic
from tests.independent.fresh_station_kit import Make, Rows, Value
from tests.independent.press import Press

Mark = tuple[str, str, str]
"""day, clock and place of a camera's mark"""


def shot(
    press: Press,
    seed: str,
    body: str,
    *,
    ground: str = "#b3151d",
    ink: str = "#fff6d8",
    size: tuple[int, int] = (900, 240),
    at: Sequence[tuple[float, float]] = ((0.1, 0.12), (0.9, 0.1), (0.89, 0.36), (0.11, 0.38)),
    crowd: int = 9,
    mark: Mark | None = None,
) -> Image.Image:
    """A room in which a banner, screen or board hangs and people stand."""
    rng = Random(seed)
    pixels = pic.wall(rng, (1600, 1200), (205, 204, 198), (126, 112, 98), 0.74)
    pic.hang(pixels, pic.sign(press, body, size, ground, ink), tuple(at))
    if crowd:
        pic.people(pixels, rng, crowd, 0.62)
    photo = pic.taken(pixels, rng)
    return pic.marked(press, photo, *mark) if mark else photo


def scene(name: str, body: str, moment: datetime | None = None, **how: object) -> Make:
    """The room as a JPEG, with the camera's moment if given."""

    def make(folder: Path, press: Press) -> None:
        pic.save(shot(press, name, body, **how), folder / name, moment)  # type: ignore[arg-type]

    return make


def album(name: str, before: Sequence[str], shots: Sequence[tuple[str, str]], after: Sequence[str] = ()) -> Make:
    """A Word file: lines (the first its title), photos of rooms each with a caption, lines."""

    def make(folder: Path, press: Press) -> None:
        document = Document()
        for at, line in enumerate(before):
            paragraph = document.add_paragraph()
            run = paragraph.add_run(line)
            if at == 0:
                paragraph.alignment, run.bold = WD_ALIGN_PARAGRAPH.CENTER, True
        for at, (body, caption) in enumerate(shots):
            data = io.BytesIO()
            shot(press, f"{name}{at}", body, crowd=5 + at % 4).resize((1200, 900)).save(data, "JPEG", quality=85)
            document.add_picture(io.BytesIO(data.getvalue()), Cm(13))
            document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
            document.add_paragraph(caption).alignment = WD_ALIGN_PARAGRAPH.CENTER
        for line in after:
            document.add_paragraph(line)
        document.save(str(lp.put(folder, name)))

    return make


def phone(name: str, body: str, *, high: int = 844, ground: str = "#fff", clock: str = "10:26") -> Make:
    """A phone's screenshot."""

    def make(folder: Path, press: Press) -> None:
        image = pic.screen(press, pic.ios_bar(clock) + body, (390, high), 2.5, ground=ground)
        image.save(lp.put(folder, name))

    return make


def desk(name: str, body: str, *, wide: int = 1200, high: int = 800, style: str = "") -> Make:
    """A screenshot of a browser or a program."""

    def make(folder: Path, press: Press) -> None:
        pic.screen(press, body, (wide, high), 1.3, style).save(lp.put(folder, name))

    return make


def sealed(name: str, title: str, body: str, firm: str, day: str, below: str = "") -> Make:
    """A PDF with a text layer and an electronic seal."""
    return lambda folder, press: press.pdf(
        lp.put(folder, name), lp.sheet(title, body + lp.signed(firm, day, below=below))
    )


def titled(title: str, head: Sequence[str], rows: Sequence[Sequence[Value]], *below: Sequence[Value]) -> Rows:
    """A joined title over a table, lines under it."""
    return [[title, *["<"] * (len(head) - 1)], list(head), *rows, *below]


def para(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)
