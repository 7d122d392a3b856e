"""What was written into an output folder, with digests of it, so that what was changed since can be told.

Two files of the same form: `digests.json` of what a check or a batch wrote, and `desk.json` of what the review page
wrote after it. Neither keeps anybody from writing both anew; it says what is not as this program left it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from verifier import __version__
from verifier.errors import WriteError
from verifier.files.lock import Held, locked
from verifier.files.output_folder import DESK, DESK_LOCK, DIGESTS, NOT_LISTED, is_output
from verifier.files.system import reason_of
from verifier.files.whole import write_whole

MANIFEST_SCHEMA: Final = "verifier/digests@1"
_PATIENCE = 10
"""seconds to wait for another process"""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written."""

    sha256: str
    size: int
    """bytes"""


@dataclass(frozen=True, slots=True)
class LogState:
    """A log of decisions as it was."""

    lines: int
    head: str
    """hash of the last line; '' for an empty log"""
    reviewer: str = ""
    """of the last line, as `time`"""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    __pydantic_config__ = ConfigDict(extra="forbid")

    schema: Literal["verifier/digests@1"] = MANIFEST_SCHEMA
    program: str = ""
    """version of the one that wrote it last"""
    files: Mapping[str, Written] = field(default_factory=dict)
    """by their paths within the folder, with `/`"""
    writing: tuple[str, ...] = ()
    """what is being written: where a run was ended from outside it stays, and of these files nothing can be told"""
    log: LogState | None = None
    """the decisions, when this was written"""
    in_batch: bool = False
    """a batch made it, so that a summary with digests of its own lies over it"""
    whole: str = ""
    """SHA-256 of the canonical JSON of all the rest"""


class BrokenManifest(Exception):
    """A manifest is not as it was written."""


_MANIFEST = TypeAdapter(Manifest)


def written(path: Path) -> Written:
    """A file as it is now. Raises OSError."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Written(digest, file.tell())


def files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """All files of a folder, by their paths within it with `/`."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def read_manifest(path: Path) -> Manifest | None:
    """What was written; None where there is no such file. Raises BrokenManifest."""
    try:
        data = path.read_bytes()
        told = _MANIFEST.validate_json(data, strict=True)
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as fault:
        raise BrokenManifest from fault
    if _dumped(told) != data:
        raise BrokenManifest
    return told


def write_manifest(path: Path, manifest: Manifest) -> Manifest:
    """Whole or not at all, with its digest. Raises WriteError."""
    write_whole(path, _dumped(manifest), lasting=True)
    return manifest


def whole_of(manifest: Manifest) -> str:
    """The one digest over all."""
    told = _MANIFEST.dump_python(manifest, mode="json", exclude={"whole"})
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _dumped(manifest: Manifest) -> bytes:
    """The same bytes for the same manifest."""
    plain = _MANIFEST.dump_python(replace(manifest, whole=whole_of(manifest)), mode="json")
    return (json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8", "surrogatepass")


def seal(draft: Path, out: Path, log: LogState, *, in_batch: bool) -> None:
    """Writes `digests.json` over all that a check has built in `draft`, which is going to stand in `out`.

    What stays in `out` (a result of before, what the review page wrote) keeps the digests that it had; where nothing
    had any, it is taken as it is. Raises WriteError.
    """
    files = {name: written(path) for name, path in files_in(draft)}
    rebuilt = {name.partition("/")[0] for name in files}
    for name, each in _staying(out).items():
        if name.partition("/")[0] not in rebuilt:
            files[name] = each
    write_manifest(draft / DIGESTS, Manifest(program=__version__, files=files, log=log, in_batch=in_batch))


def _staying(out: Path) -> Mapping[str, Written]:
    try:
        before = read_manifest(out / DIGESTS)
    except BrokenManifest:
        return {}
    if before is not None:
        return before.files
    return {name: written(path) for name, path in files_in(out) if is_output(name) and name not in NOT_LISTED}


def altered(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Those of some files of a check that are not as it wrote them; none where that can't be told."""
    try:
        told = read_manifest(folder / DIGESTS)
    except BrokenManifest:
        return (DIGESTS,)
    known = told.files if told else {}
    return tuple(name for name in names if name in known and not _is(folder / name, known[name]))


def _is(path: Path, was: Written) -> bool:
    try:
        return written(path) == was
    except OSError:
        return False


# --- what is written after a check ------------------------------------------------------------------------------------


def update(folder: Path, change: Callable[[Manifest], Manifest], name: str = DESK, *, anew: bool = False) -> None:
    """Changes what a manifest of a folder says, alone among all processes that do. Raises WriteError.

    A broken one is left as it is, so that it goes on to be told; `anew`: it is written from the beginning.
    """
    with _locked(folder):
        try:
            before = read_manifest(folder / name) or Manifest()
        except BrokenManifest:
            if not anew:
                return
            before = Manifest()
        write_manifest(folder / name, change(before))


@contextmanager
def noting(folder: Path, names: Iterable[str], into: str = DESK, *, anew: bool = False) -> Iterator[None]:
    """While files of a folder are written the manifest says so; in the end it says what they are.

    Where the block is left by a fault it goes on to say that they are being written. `anew`: they are all that it is
    about, so that a broken one gives way. Raises WriteError.
    """
    told = frozenset(names)
    update(folder, lambda before: replace(before, writing=tuple(sorted({*before.writing, *told}))), into, anew=anew)
    yield
    update(folder, lambda before: noted(before, folder, told), into)


def noted(before: Manifest, folder: Path, names: Iterable[str]) -> Manifest:
    """With files as they are now; those that are gone are left out."""
    files = {name: each for name, each in before.files.items() if name not in names}
    for name in names:
        with suppress(FileNotFoundError):
            files[name] = written(folder / name)
    writing = tuple(name for name in before.writing if name not in names)
    return replace(before, program=__version__, files=files, writing=writing)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        with locked(folder / DESK_LOCK, _PATIENCE):
            yield
    except Held as fault:
        raise WriteError("另一个程序正在往结果文件夹里写，请稍后再试") from fault
    except OSError as fault:
        raise WriteError(f"无法写入“{DESK_LOCK}”：{reason_of(fault)}，请检查磁盘空间和权限") from fault
