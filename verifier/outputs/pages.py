"""`pages/`: the page pictures that a reviewer looks at, as JPEGs of bounded size, personal data blacked out."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image, ImageDraw

from verifier.files import write_whole
from verifier.files.output_folder import PAGES
from verifier.model import Box, PageRecord, ResultRecord
from verifier.outputs.crops import within
from verifier.outputs.extras import Masks, Pictures

MOST_PAGES = 2000
WIDEST, MOST_PIXELS, QUALITY = 1600, 5_000_000, 72
THREADS = 2

log = logging.getLogger(__name__)


def write_pages(result: ResultRecord, folder: Path, pictures: Pictures, mask_boxes: Masks) -> tuple[PageRecord, ...]:
    """Writes the pictures of a bundle into `pages/`, earlier ones go; what the index has to say of them.

    Pages that are evidence come first, and where there are more than MOST_PAGES only those are kept.
    """
    shown = frozenset(_places(result))
    wanted = sorted(pictures, key=lambda page: (page not in shown, page))[:MOST_PAGES]
    target = folder / PAGES
    target.mkdir(mode=0o700, parents=True, exist_ok=True)

    def written(page: tuple[str, int]) -> PageRecord | None:
        made = _picture(pictures[page], mask_boxes.get(page, ()))
        if made is None:
            return None
        content, (width, height) = made
        name = f"{hashlib.sha256('{}:{}'.format(*page).encode('utf-8')).hexdigest()[:20]}.jpg"
        write_whole(target / name, content)
        return PageRecord(file=page[0], page=page[1], picture=name, width=width, height=height)

    with ThreadPoolExecutor(THREADS) as pool:
        rows = [row for row in pool.map(written, wanted) if row]
    for old in set(target.glob("*.jpg")) - {target / row.picture for row in rows}:
        old.unlink(missing_ok=True)
    return tuple(sorted(rows, key=lambda row: (row.file, row.page)))


def _places(result: ResultRecord) -> Iterator[tuple[str, int]]:
    """The pages that evidence and flags name."""
    for cell in result.indicators:
        yield from ((piece.file, piece.page or 1) for piece in cell.evidence)
        yield from ((flag.file, flag.page or 1) for flag in cell.flags if flag.file)


def _picture(path: Path, boxes: Sequence[Box]) -> tuple[bytes, tuple[int, int]] | None:
    """The bytes of the JPEG, and the size of the picture that it was made from."""
    try:
        with Image.open(path) as source:
            size = source.size
            scale = min(1.0, WIDEST / size[0], (MOST_PIXELS / (size[0] * size[1])) ** 0.5)
            small = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
            source.draft("RGB", small)
            picture = source.convert("RGB").resize(small, Image.Resampling.BOX, reducing_gap=2.0)
    except (OSError, ValueError, Image.DecompressionBombError) as fault:
        log.warning("a page picture was not written: %s", type(fault).__name__)
        return None
    draw = ImageDraw.Draw(picture)
    for box in boxes:
        draw.rectangle(within([edge * scale for edge in box], small), fill=0)
    stored = io.BytesIO()
    picture.save(stored, "JPEG", quality=QUALITY)
    return stored.getvalue(), size
