"""Output folders of earlier runs, which are no evidence wherever they lie in a bundle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from verifier.bundle.rows import Row, ignored
from verifier.files.output_folder import LARGEST_RESULT, RESULT, is_output, is_result
from verifier.model import SourceFile

EARLIER = "本工具以前的输出"
"""why they are passed over"""


def without_earlier(rows: Sequence[Row], prefix: str) -> Iterator[Row]:
    """The rows, those of an earlier output folder as passed over."""
    earlier = {str(_within(file, prefix).parent) for file, _ in rows if _tells_result(file)}
    for file, flags in rows:
        inside = _within(file, prefix)
        folders = {str(each) for each in inside.parents} & earlier
        if file.status != "refused" and (folders - {"."} or ("." in folders and is_output(str(inside)))):
            yield ignored(file.path, file.sha256, file.size, EARLIER)
        else:
            yield file, flags


def _within(file: SourceFile, prefix: str) -> PurePosixPath:
    return PurePosixPath(file.path.removeprefix(prefix))


def _tells_result(file: SourceFile) -> bool:
    named = file.path.rpartition("/")[2] == RESULT and file.size <= LARGEST_RESULT
    return named and file.stored is not None and is_result(file.stored.read_bytes())
