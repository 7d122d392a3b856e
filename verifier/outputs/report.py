"""The report for people: one HTML file that holds everything it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PurePosixPath

from verifier.files import write_whole
from verifier.model import TEMPLATE, CellRecord, FileRecord, FlagRecord, PieceRecord, ResultRecord, ScaleMark
from verifier.outputs import wording
from verifier.outputs.collected import COLLECTED, collected
from verifier.outputs.crops import Crop, Spot, cut_crops
from verifier.outputs.extras import Extras, Pictures
from verifier.outputs.figures import figures
from verifier.outputs.priorities import by_severity, of_the_bureau, priorities, stakes
from verifier.outputs.rendering import SURE, rendered
from verifier.outputs.trend import trend

MOST_CROPS = 300
FIRST_ROUND = 10
"""crops a cell gets before any cell gets more: one cell with hundreds of papers leaves the others theirs"""
MOST_ROWS = 300
"""pieces of evidence without a picture that a cell lists"""
FIRST_THINGS = 5
_UPPER_PART = (3, 5)
"""share of the total from which on its scale shows the upper part alone"""
MOST_ROSTERS = 100
"""tables of people listed"""


@dataclass(frozen=True, slots=True)
class Card:
    """One spot of a page and all that was read there."""

    place: str
    crop: Crop | None
    pieces: tuple[PieceRecord, ...]

    @property
    def is_fine(self) -> bool:
        """Whether all that was read there counts, surely and without a doubt."""
        return all(
            each.standing == "firm" and wording.exact(each.confidence) >= SURE and not _is_odd(each)
            for each in self.pieces
        )


def _is_odd(piece: PieceRecord) -> bool:
    """Whether it is a seal since which the paper is not surely the same, or not that of the body that signs."""
    told = piece.value if piece.fact == "seal" and isinstance(piece.value, Mapping) else {}
    return told.get("unchanged", "agrees") != "agrees" or told.get("named") == "disagrees"


@dataclass(frozen=True, slots=True)
class Spots:
    """Evidence of a cell as the report shows it."""

    cards: tuple[Card, ...]
    """spots with a crop"""
    rows: tuple[Card, ...]
    """spots without one"""

    @property
    def pieces(self) -> int:
        return sum(len(card.pieces) for card in (*self.cards, *self.rows))


@dataclass(frozen=True, slots=True)
class CellView:
    cell: CellRecord
    weight: Decimal
    doubtful: Spots
    fine: Spots
    """what nobody has to look at: folded on a screen"""
    left_out: int
    """spots not listed"""
    flags: tuple[FlagRecord, ...]


@dataclass(frozen=True, slots=True)
class FileGroup:
    title: str
    files: tuple[FileRecord, ...]
    is_fine: bool
    """nobody has to look at them: folded on a screen"""


@dataclass(frozen=True, slots=True)
class Scale:
    """The upper part of all points, on which the total stands, so that the marks near the top lie apart."""

    start: int
    end: int
    marks: tuple[ScaleMark, ...]

    def at(self, points: wording.Amount) -> float:
        """Where points stand, in per cent of the scale's length."""
        share = (wording.exact(points) - self.start) / (self.end - self.start) * 100
        return float(round(min(max(share, Decimal(0)), Decimal(100)), 2))


def write_report(result: ResultRecord, extras: Extras, target: Path) -> None:
    """Writes the report of a result."""
    write_whole(target, report_html(result, extras).encode("utf-8"))


def report_html(result: ResultRecord, extras: Extras) -> str:
    first = priorities(result, extras.bureau)
    crops = cut_crops(_spots_shown(result, extras.pictures), extras.pictures, extras.mask_boxes)
    low, upper = wording.exact(result.total.low), extras.most * _UPPER_PART[0] // _UPPER_PART[1]
    return rendered(
        "report.html",
        result=result,
        first=first[:FIRST_THINGS],
        more=first[FIRST_THINGS:],
        collected=collected(result),
        COLLECTED=COLLECTED,
        bureau=of_the_bureau(result, extras.bureau),
        scale=Scale(upper if low >= upper else 0, extras.most, extras.scale),
        cells=[_view(result, cell, crops) for cell in result.indicators],
        rates=figures(result),
        rosters=result.rosters,
        top_flags=by_severity(result.flags),
        file_groups=_file_groups(result.files),
        has_inner=_has_inner(result.files),
        measures=extras.measures,
        groups=extras.groups,
        trend=trend(result, extras.before),
        note=extras.note,
        standards_cite=extras.standards_cite,
        MOST_ROSTERS=MOST_ROSTERS,
    )


def _spot(piece: PieceRecord) -> Spot:
    return piece.file, piece.page or 1, piece.box


def _spots_shown(result: ResultRecord, pictures: Pictures) -> list[Spot]:
    """The spots that get a crop, at most MOST_CROPS: the cells with most points at stake first."""
    points = stakes(result)
    ranked = sorted(result.indicators, key=lambda cell: -points.get(cell.id, Decimal(-1)))
    by_cell = [list(_spots_of(cell, pictures)) for cell in ranked]
    first = [spot for spots in by_cell for spot in spots[:FIRST_ROUND]]
    rest = [spot for spots in by_cell for spot in spots[FIRST_ROUND:]]
    return list(dict.fromkeys(first + rest))[:MOST_CROPS]


def _spots_of(cell: CellRecord, pictures: Pictures) -> Iterator[Spot]:
    """What did not count or is unsure comes first: that is what a reviewer wants to see."""
    pieces = [piece for piece in cell.evidence if _has_picture(piece, pictures)]
    pieces.sort(key=lambda piece: (piece.counted, wording.exact(piece.confidence) >= SURE))
    yield from dict.fromkeys(_spot(piece) for piece in pieces)


def _has_picture(piece: PieceRecord, pictures: Pictures) -> bool:
    return not _is_in_text(piece) and (piece.file, piece.page or 1) in pictures


def _is_in_text(piece: PieceRecord) -> bool:
    return bool(piece.cell or piece.line)


def _view(result: ResultRecord, cell: CellRecord, crops: Mapping[Spot, Crop]) -> CellView:
    weights = {group.id: wording.exact(group.weight) for group in result.groups}
    cards = _cards(cell, crops)
    rows = [card for card in cards if card.crop is None]
    shown = [*(card for card in cards if card.crop), *rows[:MOST_ROWS]]
    return CellView(
        cell=cell,
        weight=weights.get(cell.group, Decimal(0)),
        doubtful=_spots(card for card in shown if not card.is_fine),
        fine=_spots(card for card in shown if card.is_fine),
        left_out=max(0, len(rows) - MOST_ROWS),
        flags=tuple(by_severity(cell.flags)),
    )


def _spots(cards: Iterable[Card]) -> Spots:
    own = tuple(cards)
    return Spots(tuple(card for card in own if card.crop), tuple(card for card in own if not card.crop))


def _cards(cell: CellRecord, crops: Mapping[Spot, Crop]) -> list[Card]:
    together: dict[tuple[Spot, str | None, int | None], list[PieceRecord]] = {}
    for piece in cell.evidence:
        together.setdefault((_spot(piece), piece.cell, piece.line), []).append(piece)
    return [
        Card(wording.citation(pieces[0]), None if _is_in_text(pieces[0]) else crops.get(key[0]), tuple(pieces))
        for key, pieces in together.items()
    ]


def _has_inner(files: Sequence[FileRecord]) -> bool:
    """Whether some were taken out of others: there are more than the folder lists."""
    paths = {file.path for file in files}
    return any(paths & {str(each) for each in PurePosixPath(path).parents} for path in paths)


def _file_groups(files: Sequence[FileRecord]) -> tuple[FileGroup, ...]:
    """All files, each once; those that want somebody's attention first."""

    def group(file: FileRecord) -> int:
        if file.status == "ignored":
            return 3
        if file.status != "read":
            return 0
        if not file.indicators:
            return 4 if file.document_type == TEMPLATE else 1
        return 2

    titles = (
        "没有完整读取",
        "已读取，没有用于任何指标",
        "已读取，用于指标",
        "系统文件，已略过",
        "填写说明和空白模板，不作为材料",
    )
    sorted_files = [
        FileGroup(title, tuple(f for f in files if group(f) == at), is_fine=at > 1) for at, title in enumerate(titles)
    ]
    return tuple(entry for entry in sorted_files if entry.files)
