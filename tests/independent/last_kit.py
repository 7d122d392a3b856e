"""Shorthand of the la-* makers: blocks as in `late_station_kit`; ⟦name⟧ is a red seal where a picture is made."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from random import Random

from PIL import Image

from tests.independent import late_people_kit as lp
from tests.independent import late_station_kit as ls
from tests.independent.anew_kit import Make
from tests.independent.case import Case, Points
from tests.independent.late_people_kit import Student
from tests.independent.press import Press, photographed, save_scan, scanned

Blocks = Sequence[ls.Block]
_SEAL = re.compile("⟦(.+?)⟧")


def case(
    name: str,
    cell: str,
    points: Points,
    note: str,
    *makes: Make,
    more: Mapping[str, Points] | None = None,
    alt: Sequence[Points] = (),
    facts: Mapping[str, float] | None = None,
    flags: Sequence[str] = (),
    forbid: Sequence[str] = (),
    school: str = "威海职业学院",
    year: int = 2024,
) -> Case:
    """A case whose facts, flags and other answers belong to its own cell; `more` are neighbours that are told too."""

    def make(folder: Path, press: Press) -> None:
        for one in makes:
            one(folder, press)

    return Case(
        name=f"la-{name}",
        cell=cell,
        make=make,
        cells={cell: points, **(more or {})},
        alt={cell: alt} if alt else {},
        facts={cell: facts} if facts else {},
        want_flags=[(cell, flag) for flag in flags],
        forbid_flags=[(cell, flag) for flag in forbid],
        note=note,
        school=school,
        year=year,
    )


def doc(name: str, *blocks: ls.Block, styled: bool = False, wide: bool = False, header: str = "") -> Make:
    """A Word file; no seal is drawn."""
    return lambda folder, _: ls.word(lp.put(folder, name), blocks, styled=styled, wide=wide, header=header)


def pdf(name: str, *blocks: ls.Block, css: str = "", before: str = "") -> Make:
    """A PDF with a text layer; ⟦name⟧ is an electronic seal."""
    return lambda folder, press: press.pdf(lp.put(folder, name), _inked(ls.web(blocks, css=css, before=before)))


def _inked(html: str) -> str:
    def stamp(found: re.Match[str]) -> str:
        image = lp.stamp(found[1]).replace("class=stamp", "style='position:absolute;left:-70px;top:-75px;width:150px'")
        return f"<span style='position:relative'>{image}</span>"

    return _SEAL.sub(stamp, html)


def pages(press: Press, blocks: Blocks, css: str = "") -> list[Image.Image]:
    """The printed pages, with their seals."""
    parts: list[list[ls.Block]] = [[]]
    for block in blocks:
        if block == "---":
            parts.append([])
        else:
            parts[-1].append(block)
    marked = (_SEAL.sub(r"<span class=seal data-name='\1'></span>", ls.web(part, css=css)) for part in parts)
    style = ".seal{display:inline-block;width:0;height:0}"
    return [press.picture(page.replace("<style>", f"<style>{style}")) for page in marked]


def scan(name: str, *blocks: ls.Block, grey: bool = False, css: str = "", skew: float = 0.7) -> Make:
    """Through a scanner, as a PDF of pictures or as one picture, by the name."""

    def make(folder: Path, press: Press) -> None:
        rng, path = Random(name), lp.put(folder, name)
        sheets = [scanned(sheet, rng, grey=grey, skew=skew) for sheet in pages(press, blocks, css)]
        if path.suffix == ".pdf":
            save_scan(sheets, path)
        else:
            sheets[0].save(path, quality=84)

    return make


def photo(name: str, *blocks: ls.Block, css: str = "") -> Make:
    """The print photographed with a phone, one picture a page: 1.jpg, 2.jpg where there are several."""

    def make(folder: Path, press: Press) -> None:
        path, made = lp.put(folder, name), pages(press, blocks, css)
        for at, sheet in enumerate(made, 1):
            to = path if len(made) == 1 else path.with_stem(f"{path.stem}{at}")
            photographed(sheet, Random(f"{name}{at}")).save(to, quality=82)

    return make


def xls(name: str, sheets: Mapping[str, Sequence[ls.Row]], widths: Sequence[float] = ()) -> Make:
    return lambda folder, _: ls.sheets(lp.put(folder, name), sheets, widths=widths)


def book(name: str, sheets: Mapping[str, lp.Rows]) -> Make:
    """A workbook whose first row of one cell is a joined title."""
    return lambda folder, _: lp.book(lp.put(folder, name), sheets)


def txt(name: str, text: str, encoding: str = "utf-8-sig") -> Make:
    return lambda folder, _: write(lp.put(folder, name), text, encoding)


def write(path: Path, text: str, encoding: str) -> None:
    path.write_bytes(text.encode(encoding))


def csv(name: str, rows: Sequence[Sequence[object]], encoding: str = "utf-8-sig") -> Make:
    return txt(name, "\r\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in rows), encoding)


def roster(name: str, people: Sequence[Student], title: str) -> Make:
    """A plain roster of graduates with their origin."""
    return book(name, {"Sheet1": [[title], *lp.origins(people)]})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)
