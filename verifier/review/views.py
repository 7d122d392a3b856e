"""What the templates show, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar
from urllib.parse import urlencode

from verifier.decisions import CellState, holds
from verifier.errors import UsageError
from verifier.language.masking import mask_text
from verifier.model import Box, CellRecord, Decision, Number, PieceRecord, RowRecord
from verifier.outputs import wording
from verifier.outputs.priorities import stakes
from verifier.outputs.urgency import Urgency, urgency
from verifier.record import place_of
from verifier.review.desk import Opened, PagePicture, School

T = TypeVar("T")

KINDS: Mapping[str, str] = {
    "accept": "采用预填分",
    "points": "另行给分",
    "exclude": "排除材料",
    "include": "计入材料",
    "reading": "确定读法",
    "ask": "请学校补充",
    "undo": "撤销",
}
STANDINGS: Mapping[str, str] = {"firm": "计入", "counted": "计入，有疑问", "open": "待核，未计入", "out": "不计入"}
STATES: Mapping[str, str] = {
    "": "全部",
    "open": "未决定",
    "decided": "已决定",
    "asked": "已请学校补充",
    "stale": "有旧决定",
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What a reviewer looks for among the cells."""

    q: str = ""
    flag: str = ""
    """a code, or a severity"""
    state: str = ""

    @property
    def query(self) -> str:
        """As the end of an address, with its ?; '' when nothing is sought."""
        told = {name: value for name in ("q", "flag", "state") if (value := getattr(self, name))}
        return f"?{urlencode(told)}" if told else ""

    def found(self, opened: Opened) -> list[CellRecord]:
        """The cells that fit, in the order of the form."""
        return [cell for cell in opened.cells if self._fits(cell, opened)]

    def _fits(self, cell: CellRecord, opened: Opened) -> bool:
        if self.flag and not any(self.flag in (flag.code, flag.severity) for flag in cell.flags):
            return False
        state = opened.states[cell.id]
        fits = {
            "open": cell.decided is None,
            "decided": cell.decided is not None,
            "asked": bool(state.asked),
            "stale": bool(state.stale) and state.decided is None,
        }
        if not fits.get(self.state, True):
            return False
        words = self.q.lower().split()
        return not words or all(word in _text(cell) for word in words)


def _text(cell: CellRecord) -> str:
    """All that a search looks through."""
    parts = [cell.id, cell.name, cell.clause, cell.clause_text]
    for row in cell.evidence:
        parts += [row.file, row.text, row.why]
    parts += [flag.message for flag in cell.flags]
    return "\n".join(parts).lower()


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence of a cell."""

    number: int
    name: str
    """as decisions call it"""
    file: str
    why: str
    standing: str
    counts: bool
    changed: str
    """excluded, included or ''"""
    place: str
    """as people see it"""
    rows: tuple[PieceRecord, ...]

    @property
    def state(self) -> str:
        told = {"excluded": "已由审核人员排除", "included": "已由审核人员计入"}
        return told.get(self.changed) or STANDINGS[self.standing]


def pieces(cell: CellRecord, opened: Opened) -> tuple[Piece, ...]:
    """The pieces of a cell, those that count or could count first."""
    rows: dict[str, list[PieceRecord]] = {}
    for row in cell.evidence:
        rows.setdefault(row.piece, []).append(row)
    ordered = sorted(rows.values(), key=lambda own: own[0].standing == "out")
    state = opened.states[cell.id]
    return tuple(_piece(number, own, state) for number, own in enumerate(ordered, 1))


def _piece(number: int, rows: list[PieceRecord], state: CellState) -> Piece:
    first = rows[0]
    changed = state.excluded.get(first.piece) or state.included.get(first.piece)
    return Piece(
        number=number,
        name=first.piece,
        file=first.file,
        why=changed.reason if changed else first.why,
        standing=first.standing,
        counts=first.counted,
        changed=_TURNS[changed.kind] if changed else "",
        place=wording.citation(first),
        rows=tuple(rows),
    )


_TURNS: Mapping[str, str] = {"exclude": "excluded", "include": "included"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page picture beside a piece, with what is marked on it."""

    shown: PagePicture
    boxes: tuple[Box, ...]
    """of the piece"""
    others: tuple[Box, ...]
    """of other pieces of the cell on the same page"""
    at: int
    """place among the pages of the file, from 1"""
    of: int
    before: int | None
    """page number of the page before"""
    after: int | None


def sheet(piece: Piece, every: Sequence[Piece], opened: Opened, page: int | None) -> Sheet | None:
    """The picture of a page of the piece's file: of the one asked for, else of the first that it stands on."""
    numbers = sorted(number for file, number in opened.pages if file == piece.file)
    if not numbers:
        return None
    wanted = (page, *(row.page for row in piece.rows))
    chosen = next((number for number in wanted if number is not None and number in numbers), numbers[0])
    at = numbers.index(chosen)
    marked = set(_boxes([piece], chosen))
    others = set(_boxes([other for other in every if other.file == piece.file], chosen)) - marked
    before, after = neighbours(numbers, at)
    return Sheet(
        shown=opened.pages[piece.file, chosen],
        boxes=tuple(sorted(marked, key=lambda box: (box[1], box[0]))),
        others=tuple(sorted(others)),
        at=at + 1,
        of=len(numbers),
        before=before,
        after=after,
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper without page pictures beside a piece."""

    name: str
    rows: tuple[tuple[RowRecord, bool, bool], ...]
    """row, whether the piece stands there, whether another piece of the cell does"""
    is_table: bool

    @property
    def title(self) -> str:
        return self.name if self.is_table or not self.name.isdecimal() else f"第{self.name}页"

    @property
    def is_own(self) -> bool:
        return any(own for _, own, _ in self.rows)


def parts(piece: Piece, every: Sequence[Piece], opened: Opened) -> tuple[Part, ...]:
    """What a paper without page pictures says: the parts on which the piece stands, or all where it names none."""
    text = opened.texts.get(piece.file)
    if text is None:
        return ()
    own, others = _stands([piece]), _stands(each for each in every if each.file == piece.file)
    shown = [
        Part(
            part.name,
            tuple((row, (part.name, row.at) in own, (part.name, row.at) in others - own) for row in part.rows),
            any(len(row.cells) > 1 for row in part.rows),
        )
        for part in text.parts
    ]
    return tuple(part for part in shown if part.is_own) or tuple(shown)


def _stands(pieces: Iterable[Piece]) -> set[tuple[str, str]]:
    return {place_of(row.cell, row.page, row.line) for piece in pieces for row in piece.rows} - {("", "")}


def neighbours(every: Sequence[T], at: int) -> tuple[T | None, T | None]:
    """What stands before and after a place in a row."""
    return every[at - 1] if at else None, every[at + 1] if at + 1 < len(every) else None


def _boxes(pieces: Iterable[Piece], page: int) -> Iterator[Box]:
    for row in (row for piece in pieces for row in piece.rows):
        if row.box and (row.page or 1) == page:
            yield row.box


@dataclass(frozen=True, slots=True)
class Line:
    """One decision of the log as a person reads it."""

    decision: Decision
    what: str
    state: str
    """有效, 已撤销, 旧结果 or ''"""


def lines(opened: Opened, cell: str = "") -> tuple[Line, ...]:
    """The decisions on a cell (all cells when none is named), the last first."""
    undone = {each.target for each in opened.log.decisions if each.kind == "undo"}
    by_line = {each.line: each for each in opened.log.decisions}
    found = []
    for each in opened.log.decisions:
        if cell and each.indicator != cell:
            continue
        state = "已撤销" if each.line in undone else "有效" if holds(each, opened.seen) else "旧结果，不采用"
        found.append(Line(each, told(each, by_line, opened), "" if each.kind == "undo" else state))
    return tuple(reversed(found))


def told(decision: Decision, by_line: Mapping[str, Decision], opened: Opened) -> str:
    """What was decided, in a few words."""
    name = KINDS[decision.kind]
    if decision.kind == "undo":
        first = by_line.get(decision.target)
        return f"{name}：{told(first, by_line, opened)}" if first else name
    if decision.kind in ("exclude", "include"):
        name = f"{name}“{_piece_told(decision, opened)}”"
    if decision.kind == "reading":
        cell = opened.cell(decision.indicator)
        texts = {reading.id: reading.text for reading in cell.readings} if cell else {}
        name = f"{name}（{texts.get(decision.target, decision.target)}）"
    if decision.kind == "ask":
        return name
    return f"{name}，{points(decision.points)}" if decision.points is not None else f"{name}，分数待定"


def _piece_told(decision: Decision, opened: Opened) -> str:
    """The file that a decision is about, and what stands there where the cell has several pieces of it."""
    cell = opened.cell(decision.indicator)
    rows = cell.evidence if cell else ()
    own = next((row for row in rows if row.piece == decision.target), None)
    if own is None:
        return mask_text(decision.target)
    is_alone = all(row.piece == own.piece for row in rows if row.file == own.file)
    return own.file if is_alone or not own.text else f"{own.file}：{wording.one_line(own.text, 30)}"


def points(value: Number | Fraction) -> str:
    """12.5 分"""
    return f"{wording.number(float(value))}分"


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One line of the list of schools."""

    name: str
    opened: Opened | None
    fault: str = ""

    @property
    def urgency(self) -> Urgency | None:
        return urgency(self.opened.result) if self.opened else None

    @property
    def next(self) -> str:
        """The undecided cell on which most points of the total hang; '' where all are decided."""
        if self.opened is None:
            return ""
        hanging = stakes(self.opened.result)
        open_cells = [cell.id for cell in self.opened.cells if cell.decided is None]
        return max(open_cells, key=lambda cell: hanging.get(cell, Decimal(0)), default="")


ORDERS: Mapping[str, str] = {
    "": "先看哪一所",
    "name": "学校名称",
    "open": "未定的分数",
    "waiting": "等学校补充的项数",
    "stale": "旧决定的项数",
}
"""by what the list of schools is sorted"""


def in_order(rows: Sequence[SchoolRow], by: str) -> list[SchoolRow]:
    """The schools that want a reviewer first, or by what was chosen; those that can't be read on top."""

    def rank(row: SchoolRow) -> tuple[object, ...]:
        if row.opened is None or row.urgency is None:
            return (False,)
        keys: Mapping[str, tuple[object, ...]] = {
            "name": (row.opened.result.school.name or row.name,),
            "open": (-row.urgency.open,),
            "waiting": (-row.urgency.waiting,),
            "stale": (-len(row.opened.stale),),
        }
        return (True, *keys.get(by, (not row.opened.stale, *row.urgency.order)))

    return sorted(rows, key=rank)


def school_row(school: School) -> SchoolRow:
    """A school that can't be read stands in the list with the reason."""
    try:
        return SchoolRow(school.name, school.open())
    except UsageError as fault:
        return SchoolRow(school.name, None, mask_text(str(fault)))


def codes(opened: Opened) -> tuple[str, ...]:
    """The codes of all flags of the cells, those that stand most often first."""
    many: dict[str, int] = {}
    for cell in opened.cells:
        for flag in cell.flags:
            many[flag.code] = many.get(flag.code, 0) + 1
    return tuple(sorted(many, key=lambda code: (-many[code], code)))
