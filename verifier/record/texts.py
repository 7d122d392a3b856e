"""What papers without page pictures say around what is cited: sheets, Word, slides, texts, mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby, repeat

from verifier.model import Document, Observed, ResultRecord, RowRecord, SectionRecord, TextRecord
from verifier.record.masking import Masking

FIRST, AROUND = 12, 3
"""rows of each part that are kept, and on each side of what is cited"""
LONGEST, WIDEST, LONGEST_HEAD = 200, 40, 12
"""characters of a cell or paragraph, cells of a row, and characters of what may be the name of a column"""

Cited = frozenset[tuple[str, str]]
"""of a file: part (sheet, page or '') and row"""


@dataclass(frozen=True, slots=True)
class _Row:
    at: str
    """its number in the paper"""
    cells: tuple[str, ...]
    heads: tuple[str, ...] = ()
    """of the columns"""

    def masked(self, masking: Masking) -> tuple[str, ...]:
        """Numbers under a header are masked as if they stood behind it."""
        heads = (*self.heads, *[""] * len(self.cells))
        masked = [(head, masking.text(cell)) for head, cell in zip(heads, self.cells[:WIDEST], strict=False)]
        return tuple(_cut(masking.labelled(cell, f"{head}：") if head else cell) for head, cell in masked)


def to_texts(observed: Iterable[Observed], result: ResultRecord, masking: Masking) -> tuple[TextRecord, ...]:
    """The papers that evidence or a flag of the result names and that have no page picture, each around those places.

    Texts are masked as in the result; of a column of personal numbers by its header.
    """
    cited = _cited(result)
    found = []
    for seen in observed:
        name = masking.name(seen.document.file.path)
        if name in cited and all(page.image is None for page in seen.document.pages):
            parts = tuple(_kept(part, rows, cited[name], masking) for part, rows in _parts(seen.document))
            found.append(TextRecord(file=name, parts=tuple(part for part in parts if part.rows)))
    return tuple(found)


def _cited(result: ResultRecord) -> dict[str, Cited]:
    places: dict[str, set[tuple[str, str]]] = {}
    for cell in result.indicators:
        for piece in cell.evidence:
            places.setdefault(piece.file, set()).add(place_of(piece.cell, piece.page, piece.line))
    for flag in result.every_flag:
        if flag.file:
            places.setdefault(flag.file, set()).add(place_of(flag.cell, flag.page, flag.line))
    return {file: frozenset(own) for file, own in places.items()}


def place_of(cell: str | None, page: int | None, line: int | None) -> tuple[str, str]:
    """Part and row of a place in a record; '' where it names none."""
    if cell:
        sheet, _, at = cell.rpartition("!")
        return sheet, at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (str(page) if page else "", str(line) if line else "")


def _parts(document: Document) -> Iterator[tuple[str, list[_Row]]]:
    """The parts of a paper in its order: a sheet, a page of slides, or the whole of a text with its tables."""
    blocks: list[tuple[str, int, list[_Row]]] = []
    for page in document.pages:
        for line in page.lines:
            part, at = place_of(line.place.cell, line.place.page, line.place.line)
            blocks.append((part, line.place.line or 0, [_Row(at, (line.text,))]))
    for table in document.tables:
        part, at = place_of(table.place.cell, table.place.page, table.place.line)
        numbers = map(str, table.row_numbers or count(1)) if table.sheet else repeat(at)
        heads = tuple(head if len(head) < LONGEST_HEAD else "" for head in table.rows[0]) if table.rows else ()
        rows = [_Row(next(numbers), row, heads if place else ()) for place, row in enumerate(table.rows)]
        blocks.append((part, table.place.line or 0, rows))
    order = {part: at for at, part in reversed(list(enumerate(part for part, _, _ in blocks)))}
    ordered = sorted(blocks, key=lambda own: (order[own[0]], own[1]))
    for part, own in groupby(ordered, key=lambda each: each[0]):
        yield part, [row for _, _, block in own for row in block]


def _kept(part: str, rows: Sequence[_Row], cited: Cited, masking: Masking) -> SectionRecord:
    """The first rows of a part and those around what is cited in it, and how many are left out."""
    name = masking.text(part)
    own = [at for at, row in enumerate(rows) if (name, row.at) in cited]
    wanted = {*range(FIRST), *(near for at in own for near in range(at - AROUND, at + AROUND + 1))}
    kept: list[RowRecord] = []
    left = 0
    for at, row in enumerate(rows):
        if at not in wanted:
            left += 1
            continue
        kept.append(RowRecord(at=row.at, cells=row.masked(masking), left=left))
        left = 0
    if left:
        kept.append(RowRecord(at="", cells=(), left=left))
    return SectionRecord(name=name, rows=tuple(kept))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
