"""The report for people: one HTML file that holds everything it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from verifier.outputs import wording
from verifier.outputs.crops import Box, Crop, Spot, cut_crops
from verifier.outputs.figures import figures
from verifier.outputs.priorities import by_severity, priorities, stakes
from verifier.outputs.rendering import SURE, rendered
from verifier.outputs.whole import write_whole

MOST_CROPS = 300
FIRST_ROUND = 10
"""crops a cell gets before any cell gets more: one cell with hundreds of papers leaves the others theirs"""
MOST_ROWS = 300
"""pieces of evidence without a picture that a cell lists"""
FIRST_THINGS = 5
MOST_ROSTERS = 100
"""tables of people listed"""

Pictures = Mapping[tuple[str, int], Path]
Masks = Mapping[tuple[str, int], Sequence[Box]]


@dataclass(frozen=True, slots=True)
class Card:
    """One spot of a page and all that was read there."""

    place: str
    crop: Crop | None
    pieces: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class CellView:
    cell: Mapping[str, Any]
    weight: Decimal
    cards: tuple[Card, ...]
    """spots with a crop"""
    rows: tuple[Card, ...]
    """spots without one"""
    left_out: int
    """spots not listed"""
    flags: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class FileGroup:
    title: str
    files: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Part of 0…100 on which the total stands, so that the marks near the top lie apart."""

    start: int
    marks: tuple[Mapping[str, Any], ...]

    def at(self, points: Any) -> float:
        """Where points stand, in per cent of the scale's length."""
        share = (wording.exact(points) - self.start) / (100 - self.start) * 100
        return float(round(min(max(share, Decimal(0)), Decimal(100)), 2))


def write_report(
    result: Mapping[str, Any],
    target: Path,
    pictures: Pictures | None = None,
    note: str = "",
    *,
    scale: Sequence[Mapping[str, Any]] = (),
    document_names: Mapping[str, str] | None = None,
    mask_boxes: Masks | None = None,
) -> None:
    """Writes the report of a result (the record's dict).

    `pictures`: page pictures in reading orientation. `note`: a line at the foot. `scale`: marks of the total
    (`at`, `text`, `award`). `document_names`: id of a document type → Chinese. `mask_boxes`: parts of pages to
    black out.
    """
    write_whole(
        target, report_html(result, pictures or {}, note, scale, document_names or {}, mask_boxes or {}).encode("utf-8")
    )


def report_html(
    result: Mapping[str, Any],
    pictures: Pictures,
    note: str,
    scale: Sequence[Mapping[str, Any]],
    document_names: Mapping[str, str],
    mask_boxes: Masks,
) -> str:
    first = priorities(result)
    crops = cut_crops(_spots_shown(result, pictures), pictures, mask_boxes)
    low = wording.exact(result["total"]["low"])
    return rendered(
        "report.html",
        result=result,
        first=first[:FIRST_THINGS],
        more=len(first) - FIRST_THINGS,
        scale=Scale(min(60, int(low // 10 * 10)), tuple(scale)),
        cells=[_view(result, cell, crops) for cell in result["indicators"]],
        rates=figures(result),
        rosters=result.get("rosters") or (),
        top_flags=by_severity(result.get("flags") or ()),
        file_groups=_file_groups(result.get("files") or ()),
        document_names=document_names,
        note=note,
        MOST_ROSTERS=MOST_ROSTERS,
    )


def _spot(piece: Mapping[str, Any]) -> Spot:
    box = piece.get("box")
    return piece["file"], piece.get("page") or 1, (box[0], box[1], box[2], box[3]) if box else None


def _spots_shown(result: Mapping[str, Any], pictures: Pictures) -> list[Spot]:
    """The spots that get a crop, at most MOST_CROPS: the cells with most points at stake first."""
    points = stakes(result)
    ranked = sorted(result["indicators"], key=lambda cell: -points.get(cell["id"], Decimal(-1)))
    by_cell = [list(_spots_of(cell, pictures)) for cell in ranked]
    first = [spot for spots in by_cell for spot in spots[:FIRST_ROUND]]
    rest = [spot for spots in by_cell for spot in spots[FIRST_ROUND:]]
    return list(dict.fromkeys(first + rest))[:MOST_CROPS]


def _spots_of(cell: Mapping[str, Any], pictures: Pictures) -> Iterator[Spot]:
    """What did not count or is unsure comes first: that is what a reviewer wants to see."""
    pieces = [piece for piece in cell.get("evidence") or () if _has_picture(piece, pictures)]
    pieces.sort(key=lambda piece: (piece.get("counted", True), wording.exact(piece.get("confidence", 1)) >= SURE))
    yield from dict.fromkeys(_spot(piece) for piece in pieces)


def _has_picture(piece: Mapping[str, Any], pictures: Pictures) -> bool:
    in_text = piece.get("cell") or piece.get("line")
    return bool(piece.get("file")) and not in_text and (piece["file"], piece.get("page") or 1) in pictures


def _view(result: Mapping[str, Any], cell: Mapping[str, Any], crops: Mapping[Spot, Crop]) -> CellView:
    weight = next((wording.exact(group["weight"]) for group in result["groups"] if group["id"] == cell["group"]), 0)
    together: dict[Any, list[Mapping[str, Any]]] = {}
    for piece in cell.get("evidence") or ():
        key = (*_spot(piece), piece.get("cell"), piece.get("line"))
        together.setdefault(key, []).append(piece)
    spots = [
        Card(wording.citation(pieces[0]), None if key[3] or key[4] else crops.get(key[:3]), tuple(pieces))
        for key, pieces in together.items()
    ]
    rows = [card for card in spots if card.crop is None]
    return CellView(
        cell=cell,
        weight=Decimal(weight),
        cards=tuple(card for card in spots if card.crop),
        rows=tuple(rows[:MOST_ROWS]),
        left_out=max(0, len(rows) - MOST_ROWS),
        flags=tuple(by_severity(cell.get("flags") or ())),
    )


def _file_groups(files: Sequence[Mapping[str, Any]]) -> tuple[FileGroup, ...]:
    """All files, each once; those that want somebody's attention first."""

    def group(file: Mapping[str, Any]) -> int:
        if file["status"] == "ignored":
            return 3
        if file["status"] != "read":
            return 0
        return 2 if file["indicators"] else 1

    titles = ("没有完整读取", "已读取，没有用于任何指标", "已读取，用于指标", "系统文件，已略过")
    sorted_files = [FileGroup(title, tuple(f for f in files if group(f) == at)) for at, title in enumerate(titles)]
    return tuple(entry for entry in sorted_files if entry.files)
