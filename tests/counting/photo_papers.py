"""Photos, posts and notices of a bundle of 2024, small enough to be read at a glance."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.counting.station_papers import rules
from tests.facts.papers import paper
from verifier.counting import tally
from verifier.facts import extract
from verifier.likeness import Sketched, sketched
from verifier.model import (
    POST,
    SCREEN,
    DateSpan,
    Document,
    Fact,
    Observed,
    Page,
    Papers,
    Picture,
    Place,
    Post,
    SourceFile,
    Tally,
    TextLine,
)
from verifier.score import score_cell

SCHOOL = "山东大学（威海）"
PERIOD = (date(2024, 1, 1), date(2024, 12, 31))


def photo(
    path: str,
    *lines: str,
    taken: str = "",
    software: str | None = None,
    caption: str = "",
    heading: str = "",
    confidence: float = 0.97,
    phash: int | None = None,
    parent: str | None = None,
    image: Path | None = None,
    data: str = "",
) -> Observed:
    """A photo with these lines in it, a quarter of the picture's width apart from nothing; `taken`: 2024-05-20."""
    place = Place(path, 1)
    moment = datetime.fromisoformat(f"{taken}T10:00:00") if taken else None
    shown = tuple(
        TextLine(text, Place(path, 1, (100, 200 + 90 * at, 100 + 40 * len(text), 260 + 90 * at)), confidence, "ocr")
        for at, text in enumerate(lines)
    )
    beside = [TextLine(heading, Place(parent or path, line=1), role="heading")] if heading else []
    beside += [TextLine(caption, Place(parent or path, line=2), role="caption")] if caption else []
    file = _file(path, "image", data or path, parent)
    page = Page(place, image, (1600, 1200), lines=shown, needs_ocr=True)
    kept = sketched(np.asarray(Image.open(image).convert("L"))) if image else Sketched(b"", b"")
    picture = Picture(place, (1600, 1200), moment, None, software, phash, kept.sketch, kept.marks)
    return _observed(Document(file, (page,), picture=picture, context=tuple(beside)))


def word(path: str, text: str, kind: Any = "word", **more: Any) -> Observed:
    """A paper with a line a paragraph."""
    return _observed(paper(text, kind=kind, file=path, **more))


def design(path: str, text: str) -> Observed:
    """A page from a layout, as PDF."""
    document = paper(text, kind="pdf", file=path)
    pages = tuple(
        replace(page, design=True, lines=tuple(replace(line, origin="text", confidence=1.0) for line in page.lines))
        for page in document.pages
    )
    return _observed(replace(document, pages=pages))


def screen(path: str, *posts: Fact[Post], software: str | None = None, kind: str = "wechat-article") -> Observed:
    """A screenshot that shows these posts."""
    place = Place(path, 1)
    file = _file(path, "image", path, None)
    document = Document(file, (Page(place),), picture=Picture(place, (1080, 1920), software=software))
    placed = tuple(
        replace(fact, place=Place(path, 1, (0, 100 * at, 900, 100 * at + 60))) for at, fact in enumerate(posts)
    )
    return Observed(document, (Fact(SCREEN, kind, "阅读", place), *placed))


def post(
    title: str,
    day: str = "2024-05-20",
    account: str = "山东大学（威海）就业",
    body: str = "",
    confidence: float = 0.98,
    channel: Any = "wechat",
    view: Any = "article",
    state: Any = "published",
    repost_of: str = "",
) -> Fact[Post]:
    """A post; `day` is 2024-05-20, 05-20 without a year, or ''."""
    span = None
    if len(day) == 10:
        start = date.fromisoformat(day)
        span = DateSpan(start, start, "day", start.month, start.day)
    elif day:
        span = DateSpan(None, None, "day", int(day[:2]), int(day[3:]))
    value = Post(title, channel, account, span, body, view, state, repost_of)
    return Fact(POST, value, title, Place(""), confidence, "posts", label=day)


def bundle(*observed: Observed, year: int | None = 2024, **more: Any) -> Papers:
    """The papers of a bundle; `hints`, `twins` and `last_year` as in Papers."""
    period = (date(year, 1, 1), date(year, 12, 31)) if year else None
    more.setdefault("school", SCHOOL)
    return Papers(observed, tuple(seen.document.file for seen in observed), year=year, period=period, **more)


def counted(cell: str, papers: Papers) -> Tally:
    return tally(next(each for each in rules().indicators if each.id == cell), papers, rules())


def points(cell: str, *observed: Observed, **more: Any) -> tuple[float, float, float]:
    """Low, proposed and high of a cell."""
    indicator = next(each for each in rules().indicators if each.id == cell)
    result = score_cell(indicator, tally(indicator, bundle(*observed, **more), rules()), rules())
    return float(result.low), float(result.proposed), float(result.high)


def fact_of(name: str, cell: str, *observed: Observed, **more: Any) -> tuple[int, ...]:
    """Low, proposed and high of a counted fact."""
    measure = next(each for each in counted(cell, bundle(*observed, **more)).measures if each.name == name)
    return tuple(int(value) if value is not None else -1 for value in (measure.low, measure.proposed, measure.high))


def flags(cell: str, *observed: Observed, **more: Any) -> set[tuple[str, str]]:
    """Code and file of every flag of a cell."""
    found = counted(cell, bundle(*observed, **more)).flags
    return {(flag.code, flag.place.file if flag.place else "") for flag in found}


def codes(cell: str, *observed: Observed, **more: Any) -> set[str]:
    return {code for code, _ in flags(cell, *observed, **more)}


def _file(path: str, kind: Any, data: str, parent: str | None) -> SourceFile:
    return SourceFile(path, hashlib.sha256(data.encode()).hexdigest(), 50_000, kind, "read", parent=parent, pages=1)


def _observed(document: Document) -> Observed:
    return Observed(document, extract(document, rules().words))
