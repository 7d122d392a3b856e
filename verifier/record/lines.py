"""What was read in the page pictures of papers that a result cites, line by line: to be corrected where it is seen."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.language.masking import mask_numbers, personal_in, without
from verifier.model import LineRecord, Observed, Page, PageLinesRecord, ResultRecord
from verifier.record.masking import Masking


def to_lines(observed: Iterable[Observed], result: ResultRecord, masking: Masking) -> tuple[PageLinesRecord, ...]:
    """The read pages of the files that evidence or a flag names.

    Texts are masked as a log of decisions masks them, but for a result that is not masked.
    """
    cited = {piece.file for cell in result.indicators for piece in cell.evidence}
    cited |= {flag.file for flag in result.every_flag if flag.file}
    pages: dict[tuple[str, int], PageLinesRecord] = {}
    for seen in observed:
        for page in seen.document.pages:
            at = (masking.name(page.place.file), page.place.page or 1)
            if at not in pages and {at[0], masking.name(seen.path)} & cited:
                pages[at] = PageLinesRecord(file=at[0], page=at[1], lines=_lines(page, result.unmasked, masking))
    return tuple(page for page in pages.values() if page.lines)


def _lines(page: Page, unmasked: bool, masking: Masking) -> tuple[LineRecord, ...]:
    read = [(line, line.place.box) for line in page.lines if line.origin == "ocr"]
    broken = () if unmasked else personal_in("\n".join(line.text for line, _ in read))

    def masked(text: str) -> str:
        """A number that runs on into the next line is known by both."""
        return masking.text(text) if unmasked else without(mask_numbers(masking.text(text)), broken)

    return tuple(
        LineRecord(
            box=box,
            text=masked(line.text),
            confidence=line.confidence,
            corrected=line.corrected,
            read_as=masked(line.read_as),
        )
        for line, box in read
        if box is not None
    )
