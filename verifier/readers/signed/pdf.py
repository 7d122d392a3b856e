"""Signatures of a PDF (ISO 32000-1, 12.8): the bytes that each covers, and what was put behind them later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice

import pikepdf

from verifier.model import Box, Page, Place, Signature
from verifier.readers.signed.asn1 import time_of
from verifier.readers.signed.cms import checked
from verifier.readers.signed.fields import signed_fields, widgets
from verifier.readers.signed.shown import Budget, pages_shown
from verifier.readers.signed.verdict import UNREADABLE, Made, Verdict, joined
from verifier.readers.terms import passwords

MARK = b"/ByteRange"
_TIMESTAMP = "/ETSI.RFC3161"
"""of a stamp that says when, and stands for nobody"""
_MOST = 50
_ODD_RANGE = Verdict("unknown", "签名保护的范围不合规范，无法判断")
_CUT = Verdict("disagrees", "文件比签名时短，内容有缺失")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that is signed."""

    value: pikepdf.Object
    rect: tuple[float, ...]
    page: int | None
    """index"""


@dataclass(frozen=True, slots=True)
class _Paper:
    data: bytes
    pdf: pikepdf.Pdf
    file: str
    pages: Sequence[Page]
    """as they were read"""
    now: tuple[str, ...] | None
    """what its pages show; None where nothing was put behind any signature, or that can't be told"""
    budget: Budget

    def is_after(self, end: int) -> bool:
        """Whether anything stands behind."""
        return end < len(self.data.rstrip())


def signatures_of_pdf(data: bytes, file: str, pages: Sequence[Page]) -> tuple[Signature, ...]:
    """The signatures of a PDF, whose pages were read. Raises pikepdf.PdfError and the like where it can't be opened."""
    if MARK not in data:
        return ()
    with _opened(data) as pdf:
        paper = _Paper(data, pdf, file, pages, None, Budget())
        fields = list(islice(_fields(pdf), _MOST))
        if any(paper.is_after(_end(each)) for each in fields):
            paper = replace(paper, now=pages_shown(pdf, paper.budget))
        return tuple(_signature(each, paper) for each in fields)


def _opened(data: bytes) -> pikepdf.Pdf:
    for password in ("", *passwords()):
        try:
            return pikepdf.open(BytesIO(data), password=password)
        except pikepdf.PasswordError:
            continue
    raise pikepdf.PasswordError


def _fields(pdf: pikepdf.Pdf) -> Iterator[_Field]:
    shown = {note.objgen: at for at, page in enumerate(pdf.pages) for note in page.obj.get("/Annots") or ()}
    for field in signed_fields(pdf):
        if field.V.get("/SubFilter") != _TIMESTAMP:
            widget = next((each for each in widgets(field) if each.objgen in shown), field)
            rect = tuple(float(each) for each in widget.get("/Rect") or ())
            yield _Field(field.V, rect, shown.get(widget.objgen))


def _range(field: _Field) -> tuple[int, ...]:
    try:
        return tuple(int(each) for each in field.value["/ByteRange"])
    except (TypeError, ValueError):
        return ()


def _end(field: _Field) -> int:
    """Where the bytes end that it covers."""
    covers = _range(field)
    return covers[2] + covers[3] if len(covers) == 4 else 0


def _signature(field: _Field, paper: _Paper) -> Signature:
    made = _made(_range(field), paper.data)
    if made.verdict.intact == "agrees" and paper.is_after(_end(field)):
        made = replace(made, verdict=joined([made.verdict, _since(paper, _end(field))]))
    signed_at = made.signed_at or time_of(str(field.value.get("/M", "")).removeprefix("D:"))
    signer = made.signer or str(field.value.get("/Name", ""))
    return Signature(_place(field, paper), made.title, signer, signed_at, made.verdict.intact, made.verdict.why)


def _made(covers: tuple[int, ...], data: bytes) -> Made:
    """What is signed is all up to an end, but for the signature itself."""
    if len(covers) != 4 or min(covers) < 0 or covers[0]:
        return Made(_ODD_RANGE)
    if not covers[1] < covers[2] <= covers[2] + covers[3] <= len(data):
        return Made(_CUT if covers[2] + covers[3] > len(data) else _ODD_RANGE)
    hole = data[covers[1] : covers[2]].strip()
    if not (hole.startswith(b"<") and hole.endswith(b">")):
        return Made(_ODD_RANGE)
    try:
        signature = bytes.fromhex(hole[1:-1].decode("ascii"))
    except ValueError:
        return Made(UNREADABLE)
    return checked(signature, data[: covers[1]] + data[covers[2] : covers[2] + covers[3]])


def _since(paper: _Paper, end: int) -> Verdict:
    """Whether the pages are as they were when it was signed, where something was put behind."""
    now = paper.now
    try:
        with _opened(paper.data[:end]) as pdf:
            then = pages_shown(pdf, paper.budget)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        then = None
    if then is None or now is None:
        return Verdict("unknown", "签名之后文件有追加，是否改动了页面无法判断")
    if len(then) != len(now):
        return Verdict("disagrees", f"签名时共 {len(then)} 页，现在 {len(now)} 页")
    changed = [at for at, (one, other) in enumerate(zip(then, now, strict=True), 1) if one != other]
    if changed:
        listed = "、".join(map(str, changed[:10]))
        return Verdict("disagrees", f"第 {listed} 页在签名之后追加了内容、批注或填写")
    return Verdict("agrees", "签名之后文件有追加，页面内容没有变")


def _place(field: _Field, paper: _Paper) -> Place:
    if field.page is None or field.page >= len(paper.pages):
        return Place(paper.file)
    page, sheet = paper.pages[field.page], paper.pdf.pages[field.page]
    place = Place(paper.file, page.place.page)
    if len(field.rect) != 4 or page.size is None:
        return place
    box = tuple(float(each) for each in sheet.cropbox)
    return replace(place, box=_pixels(field.rect, box, int(sheet.obj.get("/Rotate", 0)) % 360, page.size))


def _pixels(rect: tuple[float, ...], sheet: tuple[float, ...], turn: int, size: tuple[int, int]) -> Box | None:
    """Where a rectangle of a page lies in its picture; None for one without area, which nobody sees."""
    wide, high = sheet[2] - sheet[0], sheet[3] - sheet[1]
    if wide <= 0 or high <= 0 or rect[0] == rect[2] or rect[1] == rect[3]:
        return None
    xs = sorted((each - sheet[0]) / wide for each in rect[::2])
    ys = sorted((sheet[3] - each) / high for each in rect[1::2])
    for _ in range(turn // 90):
        xs, ys = sorted(1 - each for each in ys), xs
    left, right = (round(min(1.0, max(0.0, each)) * size[0]) for each in xs)
    top, bottom = (round(min(1.0, max(0.0, each)) * size[1]) for each in ys)
    return (left, top, right, bottom) if left < right and top < bottom else None
