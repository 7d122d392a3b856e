"""Near misses: papers of offices, contests, lists and reports that resemble what a cell asks for and are not.

`papers/` holds a file a cell. `== form name options` begins a paper; its first line is the title, a line with | a row
of its table, `*40 …` forty rows of made-up people. Forms: text and sheet (files), photo, article, site, sites and
screen (pictures whose text was read). `earns=1.8`: another cell for which the paper rightly speaks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from tests.counting import scenes
from tests.counting.people_papers import name, observe, resident_id, school_number
from tests.facts.papers import paper
from tests.generated.group1 import Block, Case, write
from verifier.model import Box, Observed, Place, Table

HOME = Path(__file__).resolve().parent / "papers"
_OPTION = re.compile(r"(\w+)=(\S+)")


@dataclass(frozen=True)
class NearMiss:
    cell: str
    name: str
    form: str
    lines: tuple[str, ...]
    """the first is the title; rows have | between their cells"""
    options: dict[str, str] = field(default_factory=dict)
    sealed: bool = False

    @property
    def earns(self) -> tuple[str, ...]:
        """Other cells that it rightly speaks for."""
        return tuple(filter(None, self.options.get("earns", "").split(",")))

    @property
    def id(self) -> str:
        return f"{self.cell} {self.name}"

    @property
    def filed(self) -> bool:
        """Whether it is written to a file; else it is a picture whose text was read."""
        return self.form in ("text", "sheet") and not self.sealed


@cache
def near_misses() -> tuple[NearMiss, ...]:
    return tuple(each for path in sorted(HOME.glob("*.txt")) for each in _of_cell(path))


def _of_cell(path: Path) -> Iterator[NearMiss]:
    for part in path.read_text("utf-8").split("== ")[1:]:
        head, *lines = part.strip().split("\n")
        form, named, *more = head.split()
        options = dict(_OPTION.findall(head))
        yield NearMiss(path.stem, named, form, tuple(_people(lines)), options, "sealed" in more)


def _people(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each `*many` row once for each of so many people."""
    for line in lines:
        if not line.startswith("*"):
            yield line
            continue
        many, row = line[1:].split(" ", 1)
        for n in range(1, int(many) + 1):
            yield row.format(n=n, name=name(n), id=resident_id(n), number=school_number(n))


def _blocks(lines: Sequence[str]) -> list[Block]:
    """A title, paragraphs and tables."""
    blocks: list[Block] = [("title", lines[0])]
    rows: list[Sequence[object]] | None = None
    for line in lines[1:]:
        if "|" not in line:
            blocks.append(line)
            rows = None
            continue
        if rows is None:
            rows = []
            blocks.append(rows)
        rows.append(line.split("|"))
    return blocks


def written(one: NearMiss, folder: Path, form: str) -> None:
    """The paper as a file: docx, xlsx, csv or txt."""
    write(Case(one.id, {f"0.{form}": _blocks(one.lines)}), folder, neutral=True)


def forms(one: NearMiss) -> tuple[str, ...]:
    """The formats in which a file of it is made."""
    return ("xlsx", "docx", "csv") if one.form == "sheet" else ("docx", "txt")


def scanned(one: NearMiss, path: str) -> Observed:
    """The paper as a scan whose lines, a large title over them, and ruled table were read."""
    rows = [tuple(line.split("|")) for line in one.lines if "|" in line]
    tables = (Table(tuple(rows), Place(path, 1, (60, 400, 900, 900))),) if rows else ()
    words = "\n".join(line.replace("|", " ") for line in one.lines)
    document = paper(words, kind="pdf", file=path, tables=tables)
    page = document.pages[0]
    title, *rest = page.lines
    head = replace(title, place=Place(path, 1, (200, 10, 200 + 56 * len(title.text), 66)))
    lower = [replace(line, place=replace(line.place, box=_moved(line.place.box))) for line in rest]
    read = replace(document, pages=(replace(page, lines=(head, *lower)),))
    return own_file(observe(read, sealed=one.sealed))


def _moved(box: Box | None) -> Box | None:
    """Below the title, with a margin."""
    return (box[0], box[1] + 120, box[2], box[3] + 120) if box else None


def own_file(seen: Observed) -> Observed:
    """The paper with a hash of its own: papers of equal bytes count once."""
    document = seen.document
    digest = hashlib.sha256(repr((document.file.path, document.pages, document.tables)).encode()).hexdigest()
    return replace(seen, document=replace(document, file=replace(document.file, sha256=digest)))


def shown(one: NearMiss, path: str) -> Observed:
    """The picture, as its text was read."""
    title, *rest = one.lines
    taken, day = one.options.get("taken", ""), one.options.get("day", "2024年5月20日")
    if one.form == "photo":
        return scenes.photo(path, title, *rest, taken=taken)
    if one.form == "article":
        account = one.options.get("account", scenes.ACCOUNT)
        over = [one.options["over"]] if "over" in one.options else []
        return scenes.article(path, title, day, account, rest, over=over)
    site = one.options.get("site", scenes.SITE)
    if one.form == "site":
        return scenes.site_article(path, title, day, site, rest)
    if one.form == "sites":
        return scenes.site_list(path, [_pair(line) for line in rest], site)
    laid = [(line, 60, 120 + 110 * at, 40) for at, line in enumerate(one.lines)]
    return scenes.picture(path, [("10:24", 60, 30, 30), *laid], (1080, 1920))


def _pair(line: str) -> tuple[str, str]:
    title, day = line.split("|")
    return title, day
