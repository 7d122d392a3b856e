"""Files that are one paper together: a workbook saved as frames with its folder, a paper of Apple that is a folder."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from verifier.bundle.formats import format_of
from verifier.bundle.kinds import OF_APPLE
from verifier.bundle.rows import Row, unreadable, unsupported
from verifier.model import SourceFile

_OF_APPLE_FOLDER = re.compile(r"(.*?\.(?:numbers|pages|key))/(.+)", re.I)
_FRAME = re.compile(r"<(?:frame|link)\b[^>]*?\b(?:src|href)\s*=\s*[\"']?([^\"'>\s]+)", re.I)
_PAGE = re.compile(r"\.html?$", re.I)


def apple_folders_as_one(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those of a folder that is a paper of Numbers, Pages or Keynote as one that says to export it."""
    within = [_OF_APPLE_FOLDER.fullmatch(file.path) for file, _ in rows]
    papers = {found[1] for found in within if found and OF_APPLE.search(found[2])}
    done: set[str] = set()
    for row, found in zip(rows, within, strict=True):
        if not found or found[1] not in papers:
            yield row
        elif found[1] not in done:
            done.add(found[1])
            yield _as_one(found[1], [file for file, _ in rows if file.path.startswith(f"{found[1]}/")])


def _as_one(path: str, files: Iterable[SourceFile]) -> Row:
    parts = list(files)
    form = format_of("iwork")
    sha256 = hashlib.sha256("".join(file.sha256 for file in parts).encode()).hexdigest()
    return unsupported(path, sum(file.size for file in parts), f"{form.name}暂不能读取", form.convert, sha256=sha256)


def frames_told(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows; a page of frames says nothing itself: what it shows is read for itself, or is missing."""
    known = list(rows)
    paths = {file.path for file, _ in known}
    for file, flags in known:
        yield _frames(file, paths) if file.format == "frames" and file.status == "read" else (file, flags)


def _frames(file: SourceFile, paths: set[str]) -> Row:
    shown = _shown_by(file)
    there = [path for path in shown if path in paths]
    if there:
        reason = f"内容在「{there[0]}」里，已另行读取"
        return replace(file, status="ignored", reason=reason), ()
    folder = posixpath.dirname(shown[0]) if shown else f"{posixpath.splitext(file.path)[0]}.files"
    return unreadable(file.path, file.size, f"内容在文件夹「{folder}」里，没有一并提交", sha256=file.sha256)


def _shown_by(file: SourceFile) -> list[str]:
    assert file.stored is not None
    raw = file.stored.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("gb18030", "replace")
    home = posixpath.dirname(file.path)
    targets = dict.fromkeys(unquote(found).replace("\\", "/") for found in _FRAME.findall(text))
    return [posixpath.normpath(posixpath.join(home, target)) for target in targets if _PAGE.search(target)]
