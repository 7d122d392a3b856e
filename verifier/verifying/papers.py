"""The papers of a bundle beside what a check read of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from verifier import pipeline
from verifier.errors import BundleError, UsageError
from verifier.language.masking import mask_text
from verifier.model import FileRecord, SourceFile
from verifier.record import UnreadableRecord, read_result
from verifier.verifying.found import Found, changed, unsure


def of_papers(folder: Path, bundle: Path, how: pipeline.Opening) -> Iterator[Found]:
    """Papers that were changed, moved, taken away or added since they were read."""
    try:
        records = read_result(folder).files
        with tempfile.TemporaryDirectory() as work:  # in the folder of the run
            files = pipeline.papers_of(bundle, Path(work), how)
    except UnreadableRecord:  # told already
        return
    except (BundleError, UsageError) as fault:
        yield changed(f"材料打不开，不能核对：{fault}")
        return
    yield from compared(records, files)


def compared(records: Sequence[FileRecord], files: Sequence[SourceFile]) -> Iterator[Found]:
    """Names in records may be masked, or numbered where two are alike: then the content alone decides.

    What a paper or an archive holds is as it was where that is; what nobody made is passed over.
    """
    made = [each for each in records if each.status != "ignored"]
    known = {each.path: each for each in made if each.sha256}
    now = {each.path: each for each in files if each.sha256 and each.status != "ignored"}
    for path in _outer(known):
        yield from _of_one(known[path], now)
    hashes = {each.sha256 for each in known.values()}
    for path in _outer(now):
        if now[path].sha256 not in hashes and not {path, mask_text(path)} & set(known):
            yield changed(f"多出材料“{mask_text(path)}”：核验时没有它。")
    if lost := len(made) - len(known):
        yield unsure(f"有 {lost} 个文件核验时没有读到内容，无从核对。")


def _of_one(was: FileRecord, now: Mapping[str, SourceFile]) -> Iterator[Found]:
    alike = {name for name, file in now.items() if file.sha256 == was.sha256}
    if not alike:
        yield _gone(was.path, now)
    elif was.path not in alike and _is_plain(was.path):
        name, at = mask_text(was.path), mask_text(min(alike))
        yield changed(f"材料“{name}”换了位置或名称，这份内容现在是“{at}”的。")


def _outer(files: Mapping[str, object]) -> Iterator[str]:
    """Those that no other of them holds."""
    for path in files:
        parts = path.split("/")
        if not any("/".join(parts[:at]) in files for at in range(1, len(parts))):
            yield path


def _gone(path: str, now: Mapping[str, SourceFile]) -> Found:
    if path in now:
        return changed(f"材料“{mask_text(path)}”核验以后被改动过：内容与核验时读的不同。")
    if not _is_plain(path):
        return changed(f"核验时读的材料“{path}”已没有同样内容的文件：被改动、移走或删除了。")
    return changed(f"材料“{mask_text(path)}”不见了：核验时有。")


def _is_plain(path: str) -> bool:
    """Whether a record has the name as it is."""
    return "*" not in path
