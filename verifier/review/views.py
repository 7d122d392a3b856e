"""What the templates show, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import TypeVar
from urllib.parse import urlencode

from verifier.decisions import CellState
from verifier.errors import UsageError
from verifier.language.masking import mask_text
from verifier.model import Box, CellRecord, Decision, Number, PieceRecord, RowRecord, whole
from verifier.outline import Outline
from verifier.outputs import wording
from verifier.record import place_of
from verifier.review.correcting import ReadLine, read_lines
from verifier.review.desk import Opened, PagePicture, School

T = TypeVar("T")


class Exact(str):
    """Printed as it is where other texts are masked: addresses, and what a form sends back."""

    __slots__ = ()


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
    queue: str = ""
    """'1': one cell after another over all schools, whatever else is sought"""

    @property
    def query(self) -> str:
        """As the end of an address, with its ?; '' when nothing is sought."""
        told = {name: value for name in ("q", "flag", "state", "queue") if (value := getattr(self, name))}
        return Exact(f"?{urlencode(told)}" if told else "")

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
    parts += [f"{flag.message} {flag.number}" for flag in cell.flags]
    return "\n".join(parts).lower()


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing of a paper that counts or not as a whole: a person, a post, a size."""

    name: str
    """as decisions call it"""
    why: str
    standing: str
    counts: bool
    changed: str
    """excluded, included or ''"""
    rows: tuple[PieceRecord, ...]

    @property
    def state(self) -> str:
        return CHANGES.get(self.changed) or STANDINGS[self.standing]

    @property
    def is_out(self) -> bool:
        """Whether it does not count now, so that it can be included."""
        return self.changed == "excluded" or (self.standing in ("open", "out") and self.changed != "included")


CHANGES: Mapping[str, str] = {"excluded": "已由审核人员排除", "included": "已由审核人员计入"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A file with the pieces of a cell's evidence that stand on it."""

    number: int
    file: str
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """As decisions call it."""
        return self.pieces[0].name if len(self.pieces) == 1 else whole(self.file)

    @property
    def rows(self) -> tuple[PieceRecord, ...]:
        return tuple(row for piece in self.pieces for row in piece.rows)

    @property
    def place(self) -> str:
        """As people see it."""
        return wording.citation(self.rows[0]) if len(self.pieces) == 1 else self.file

    @property
    def counts(self) -> int:
        return sum(1 for piece in self.pieces if piece.counts)

    @property
    def is_out(self) -> bool:
        return all(piece.is_out for piece in self.pieces)

    @property
    def state(self) -> str:
        """Of its pieces, where all are in one; else how many count."""
        states = {piece.state for piece in self.pieces}
        return states.pop() if len(states) == 1 else f"{len(self.pieces)}处，计入{self.counts}处"

    @property
    def why(self) -> str:
        """Of its pieces, where it is the same."""
        reasons = {piece.why for piece in self.pieces}
        return reasons.pop() if len(reasons) == 1 else ""


def papers(cell: CellRecord, opened: Opened) -> tuple[Paper, ...]:
    """The papers of a cell, those that count or could count first."""
    rows: dict[str, list[PieceRecord]] = {}
    for row in cell.evidence:
        rows.setdefault(row.piece, []).append(row)
    state = opened.states[cell.id]
    files: dict[str, list[Piece]] = {}
    for own in sorted(rows.values(), key=lambda own: own[0].standing == "out"):
        files.setdefault(own[0].file, []).append(_piece(own, state))
    return tuple(Paper(number, file, tuple(pieces)) for number, (file, pieces) in enumerate(files.items(), 1))


def _piece(rows: list[PieceRecord], state: CellState) -> Piece:
    first = rows[0]
    changed = state.excluded.get(first.piece) or state.included.get(first.piece)
    return Piece(
        name=first.piece,
        why=changed.reason if changed else first.why,
        standing=first.standing,
        counts=first.counted,
        changed=_TURNS[changed.kind] if changed else "",
        rows=tuple(rows),
    )


_TURNS: Mapping[str, str] = {"exclude": "excluded", "include": "included"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page picture of a paper, with what is marked on it."""

    shown: PagePicture
    boxes: tuple[Box, ...]
    """of the pieces"""
    at: int
    """place among the pages of the file, from 1"""
    of: int
    before: int | None
    """page number of the page before"""
    after: int | None
    lines: tuple[ReadLine, ...]
    """what was read on it, to be corrected"""

    def fixing(self, number: int | None) -> ReadLine | None:
        """The line of that number, which is to be corrected."""
        return next((each for each in self.lines if each.number == number), None)

    @property
    def first(self) -> int:
        """The number of the line at which correcting begins: the first that is evidence."""
        return next((each.number for each in self.lines if each.is_own), 1)


def sheet(paper: Paper, opened: Opened, page: int | None) -> Sheet | None:
    """The picture of a page of the paper: of the one asked for, else of the first that a piece stands on."""
    numbers = sorted(number for file, number in opened.pages if file == paper.file)
    if not numbers:
        return None
    wanted = (page, *(row.page for row in paper.rows))
    chosen = next((number for number in wanted if number is not None and number in numbers), numbers[0])
    at = numbers.index(chosen)
    boxes = {row.box for row in paper.rows if row.box and (row.page or 1) == chosen}
    before, after = neighbours(numbers, at)
    return Sheet(
        shown=opened.pages[paper.file, chosen],
        boxes=tuple(sorted(boxes, key=lambda box: (box[1], box[0]))),
        at=at + 1,
        of=len(numbers),
        before=before,
        after=after,
        lines=read_lines(opened, paper.file, chosen, sorted(boxes)),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper without page pictures beside a piece."""

    name: str
    rows: tuple[tuple[RowRecord, bool], ...]
    """row, and whether a piece stands there"""
    is_table: bool

    @property
    def title(self) -> str:
        return self.name if self.is_table or not self.name.isdecimal() else f"第{self.name}页"

    @property
    def is_own(self) -> bool:
        return any(own for _, own in self.rows)


def parts(paper: Paper, opened: Opened) -> tuple[Part, ...]:
    """What a paper without page pictures says: the parts on which a piece stands, or all where none is named."""
    text = opened.texts.get(paper.file)
    if text is None:
        return ()
    own = {place_of(row.cell, row.page, row.line) for row in paper.rows} - {("", "")}
    shown = [
        Part(
            part.name,
            tuple((row, (part.name, row.at) in own) for row in part.rows),
            any(len(row.cells) > 1 for row in part.rows),
        )
        for part in text.parts
    ]
    return tuple(part for part in shown if part.is_own) or tuple(shown)


def original_id(path: str) -> str:
    """Of a file of the bundle, for addresses."""
    return Exact(sha256(path.encode()).hexdigest()[:16])


def original_of(paper: Paper, opened: Opened) -> str:
    """The id of the file that a paper is; '' for one that the result doesn't list, or that could not be read."""
    is_read = any(file.path == paper.file and file.sha256 for file in opened.result.files)
    return original_id(paper.file) if is_read else ""


def neighbours(every: Sequence[T], at: int) -> tuple[T | None, T | None]:
    """What stands before and after a place in a row."""
    return every[at - 1] if at else None, every[at + 1] if at + 1 < len(every) else None


def points(value: Number | Fraction) -> str:
    """12.5 分"""
    return f"{wording.number(float(value))}分"


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One line of the list of schools."""

    name: str
    outline: Outline | None
    fault: str = ""


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
        if row.outline is None:
            return (False,)
        urgency = row.outline.urgency
        keys: Mapping[str, tuple[object, ...]] = {
            "name": (row.outline.school or row.name,),
            "open": (-urgency.open,),
            "waiting": (-urgency.waiting,),
            "stale": (-row.outline.stale,),
        }
        return (True, *keys.get(by, (not row.outline.stale, *urgency.order)))

    return sorted(rows, key=rank)


def school_row(school: School) -> SchoolRow:
    """A school that can't be read stands in the list with the reason."""
    try:
        return SchoolRow(school.name, school.outline())
    except UsageError as fault:
        return SchoolRow(school.name, None, mask_text(str(fault)))


def seen_of(cell: CellRecord, opened: Opened) -> tuple[tuple[str, str], ...]:
    """What a cell of the check shows a reviewer, in names and values that a change of it is told by."""
    plain = opened.plain(cell.id)
    measures = opened.rules.measures
    spread = f"（{wording.span(plain.low, plain.high)}）" if plain.low != plain.high else ""
    flags = sorted({wording.flag_name(flag.code) for flag in plain.flags})
    return (
        ("预填", f"{wording.number(plain.proposed)}{spread}"),
        *(
            (wording.measure_name(name, measures), wording.measure_value(name, value, measures))
            for name, value in plain.facts.items()
        ),
        ("计入的材料", f"{len({row.piece for row in plain.evidence if row.counted})}处"),
        ("不计入的材料", f"{len({row.piece for row in plain.evidence if not row.counted})}处"),
        ("提示", "、".join(flags) or "没有"),
    )


def changes_since(decision: Decision, cell: CellRecord, opened: Opened) -> tuple[tuple[str, str, str], ...]:
    """Name, then and now, of what a cell shows otherwise than when it was decided; none where that was not kept."""
    now, then = dict(seen_of(cell, opened)), dict(decision.saw)
    names = [*then, *(name for name in now if name not in then)] if then else []
    return tuple(
        (name, then.get(name, "没有"), now.get(name, "没有")) for name in names if then.get(name) != now.get(name)
    )


def codes(opened: Opened) -> tuple[str, ...]:
    """The codes of all flags of the cells, those that stand most often first."""
    many: dict[str, int] = {}
    for cell in opened.cells:
        for flag in cell.flags:
            many[flag.code] = many.get(flag.code, 0) + 1
    return tuple(sorted(many, key=lambda code: (-many[code], code)))
