"""Output folders of earlier runs, which are no evidence wherever they lie in a bundle."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from verifier.bundle.rows import Row, ignored
from verifier.model import SourceFile

_RESULT_BYTES = 64 << 20
_OUTPUTS = {
    "annex2.docx",
    "annex2.xlsx",
    "annex3.docx",
    "missing.docx",
    "people.xlsx",
    "report.html",
    "evidence.json",
    "result.json",
    "decisions.jsonl",
}
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
    named = file.path.rpartition("/")[2] == "result.json" and file.stored is not None
    return named and file.size <= _RESULT_BYTES and file.stored is not None and _is_result(file.stored.read_bytes())


def is_output_folder(folder: Path) -> bool:
    """Whether a folder holds a result."""
    result = folder / "result.json"
    try:
        state = result.lstat()
        return stat.S_ISREG(state.st_mode) and state.st_size <= _RESULT_BYTES and _is_result(result.read_bytes())
    except OSError:
        return False


def _is_result(data: bytes) -> bool:
    return re.search(rb'"schema"\s*:\s*"verifier/result@1"', data) is not None


def is_output(path: str) -> bool:
    """Whether a file of an output folder, by its path in it, was written by this program."""
    return path in _OUTPUTS or path.startswith("pages/")
