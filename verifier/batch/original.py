"""The original of a file that was read: a copy of what lies in the bundle, if it is still what a check read."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import IO

from verifier import pipeline
from verifier.errors import VerifierError
from verifier.files.origin import origin_of
from verifier.files.system import reason_of
from verifier.model import FileRecord, Terms

_PIECE = 1 << 20
ALONE = Lock()
"""the temporary folder of a run is one for the whole process"""


class NoOriginal(VerifierError):
    """It can't be given, with the reason in Chinese."""


@dataclass(frozen=True, slots=True)
class Original:
    name: str
    """its own, which a record may mask"""
    content: IO[bytes]
    """gone from the disk when it is closed"""
    size: int


def original(out: Path, files: Sequence[FileRecord], path: str) -> Original:
    """The file of the bundle of an output folder which its record, among `files`, calls `path`.

    Of a picture that was pasted into a paper it is the paper. Raises NoOriginal.
    """
    bundle = origin_of(out)
    if bundle is None:
        raise NoOriginal(
            "本机没有记下这份结果的材料放在哪里，可能是在别的电脑上核验的，或结果文件夹移动过。"
            "请在本机重新核验这份材料，或直接到材料所在的文件夹里打开。"
        )
    if not bundle.exists():
        raise NoOriginal("材料已不在核验时的位置：可能移动、改名过，或磁盘、共享文件夹没有接上。")
    chain = sorted((each for each in files if _holds(each.path, path)), key=lambda each: len(each.path))
    if not chain or not all(each.sha256 for each in chain):
        raise NoOriginal(f"核验时没有读到“{path}”，不能确认原件是哪一份。请到材料所在的文件夹里查看。")
    with ALONE, _readable(path), ExitStack() as failed:
        content = failed.enter_context(tempfile.TemporaryFile())
        name = _into(content, bundle, chain)
        failed.pop_all()
    return Original(name, content, content.seek(0, 2))


def _holds(holder: str, path: str) -> bool:
    return path == holder or path.startswith(f"{holder}/")


@contextmanager
def _readable(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise NoOriginal(f"“{path}”打不开：{reason_of(fault)}。") from fault


def _into(content: IO[bytes], bundle: Path, chain: Sequence[FileRecord]) -> str:
    """Copies the last of the files, each of which holds the next; its own name."""
    outer, inner = (None, chain) if bundle.is_file() else (chain[0], chain[1:])
    lying = bundle if outer is None else _lying(bundle, outer)
    if not inner:
        _copy(lying, chain[-1], content)
        return lying.name
    with pipeline.working_folder() as work, pipeline.opening(Terms(), 1, work) as how:
        found = pipeline.held_in(lying, chain[-1].sha256, work, how.terms, how.apart)
        if found is not None and found.stored is not None:
            _copy(found.stored, chain[-1], content)
            return PurePosixPath(found.path).name
    if len(chain) > 1 and chain[-2].kind != "archive":
        return _into(content, bundle, chain[:-1])
    holder = f"压缩包“{chain[-2].path}”" if len(chain) > 1 else "材料压缩包"
    raise NoOriginal(f"“{chain[-1].path}”在{holder}里，没能取出来；请打开这个压缩包查看。")


def _lying(bundle: Path, file: FileRecord) -> Path:
    try:
        return pipeline.file_in(bundle, file.path, file.sha256)
    except pipeline.Amiss as amiss:
        if amiss.what == "changed":
            raise _changed(file) from None
        raise NoOriginal(f"“{file.path}”已不在材料里，可能移走、改名或删除了。请找回它，或重新核验这份材料。") from None


def _changed(file: FileRecord) -> NoOriginal:
    return NoOriginal(f"“{file.path}”在核验以后改动过，已不是核验时读的那一份，没有打开。请重新核验这份材料。")


def _copy(source: Path, file: FileRecord, content: IO[bytes]) -> None:
    """What is given is what was hashed, also where the file is saved anew meanwhile."""
    sha = hashlib.sha256()
    with source.open("rb") as stream:
        while piece := stream.read(_PIECE):
            sha.update(piece)
            content.write(piece)
    if sha.hexdigest() != file.sha256:
        raise _changed(file)
