"""`pages/`: the page pictures that a reviewer looks at, as JPEGs of bounded size, personal data blacked out."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

from verifier.files import write_whole
from verifier.files.output_folder import PAGES
from verifier.model import PageRecord, ResultRecord
from verifier.outputs.extras import Masks, Pictures
from verifier.pictures import shown_pages

MOST_PAGES = 2000

log = logging.getLogger(__name__)


def write_pages(result: ResultRecord, folder: Path, pictures: Pictures, mask_boxes: Masks) -> tuple[PageRecord, ...]:
    """Writes the pictures of a bundle into `pages/`, earlier ones go; what the index has to say of them.

    Pages that are evidence come first, and where there are more than MOST_PAGES only those are kept.
    """
    shown = frozenset(_places(result))
    wanted = sorted(pictures, key=lambda page: (page not in shown, page))[:MOST_PAGES]
    target = folder / PAGES
    target.mkdir(mode=0o700, parents=True, exist_ok=True)

    rows = []
    asked = [(pictures[page], mask_boxes.get(page, ())) for page in wanted]
    for (file, page), made in zip(wanted, shown_pages(asked), strict=True):
        if made is None:
            log.warning("a page picture was not written")
            continue
        name = f"{hashlib.sha256(f'{file}:{page}'.encode()).hexdigest()[:20]}.jpg"
        write_whole(target / name, made.data)
        rows.append(PageRecord(file=file, page=page, picture=name, width=made.width, height=made.height))
    for old in set(target.glob("*.jpg")) - {target / row.picture for row in rows}:
        old.unlink(missing_ok=True)
    return tuple(sorted(rows, key=lambda row: (row.file, row.page)))


def _places(result: ResultRecord) -> Iterator[tuple[str, int]]:
    """The pages that evidence and flags name."""
    for cell in result.indicators:
        yield from ((piece.file, piece.page or 1) for piece in cell.evidence)
        yield from ((flag.file, flag.page or 1) for flag in cell.flags if flag.file)
