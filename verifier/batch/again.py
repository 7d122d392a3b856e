"""Lines of the page pictures of a result, read a second time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from verifier import pipeline
from verifier.batch.original import ALONE
from verifier.batch.settings import Settings
from verifier.model import Box, Terms
from verifier.ocr import say_again


def said_again(pages: Sequence[tuple[Path, tuple[int, int], tuple[Box, ...]]]) -> list[list[str] | None]:
    """What lines say; None for a page whose picture can't be decoded. Raises EngineError.

    Of each page its picture, the size of the page in whose pixels boxes are, and the boxes of the lines.
    """
    if not pages:
        return []
    engine = Settings().engine()
    folders = {path.parent for path, _, _ in pages}
    with ALONE, pipeline.working_folder() as work, pipeline.opening(Terms(), 1, work, *folders):
        return [say_again(path, boxes, size, engine) for path, size, boxes in pages]
