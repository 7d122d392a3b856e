"""The zip: the same bytes from the same parts."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import verifier
from verifier.errors import UsageError
from verifier.files import write_whole
from verifier.portable import texts
from verifier.portable.contents import CPYTHON, RUNTIME, Entry, of_cpython, of_program, of_runtime, of_wheel
from verifier.portable.fetching import bring
from verifier.portable.parts import Bring, Part, brought, pins, requirements, wheels

_DAY = (2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Zip:
    size: int
    parts: tuple[tuple[str, int], ...]
    """bytes that each part takes in the zip, the largest first"""


def write_zip(target: Path, source: Path, shelf: Path | None = None, bring: Bring = bring) -> Zip:
    """Packs the program of `source`; `shelf` is where parts lie and are put. Raises UsageError, WriteError."""
    with TemporaryDirectory() as own:
        folder = shelf or Path(own)
        folder.mkdir(parents=True, exist_ok=True)
        found = wheels(requirements(source), pins(source), folder, bring)
        python, runtime = (_needed(part, folder, bring) for part in (CPYTHON, RUNTIME))
        of_wheels = (entry for part, path in found.items() for entry in of_wheel(part, path))
        whole = chain(of_cpython(python), of_runtime(runtime), of_wheels, of_program(source))
        packed, content = _packed({entry.name: entry for entry in whole}.values(), (source / "LICENSE").read_bytes())
    write_whole(target, content)
    return packed


def _needed(part: Part, folder: Path, bring: Bring) -> Path:
    path = brought(part, folder, bring)
    if path is None:
        raise UsageError(f"缺少 {part.name} {part.version}，请联网重试，或把它的安装包放进 {folder}")
    return path


def _packed(entries: Iterable[Entry], licence: bytes) -> tuple[Zip, bytes]:
    """The number in the file to click changes with any other file: what has passed the self-test is this very zip."""
    buffer = io.BytesIO()
    sizes: dict[str, int] = {}
    number = hashlib.sha256()
    with zipfile.ZipFile(buffer, "w") as archive:

        def put(part: str, name: str, content: bytes) -> None:
            about = _about(name, content)
            archive.writestr(about, content, compresslevel=9)
            sizes[part] = sizes.get(part, 0) + about.compress_size
            number.update(f"{name}\0{len(content)}\0{about.CRC}\n".encode())

        for entry in sorted(entries, key=lambda each: each.name):
            put(entry.part, entry.name, entry.read())
        put("verifier", "LICENSE.txt", licence)
        put("verifier", texts.NOTE, texts.note(verifier.__version__))
        put("verifier", texts.SELFTEST, texts.selftest())
        put("verifier", texts.START, texts.start(number.hexdigest()[:16]))
    content = buffer.getvalue()
    return Zip(len(content), tuple(sorted(sizes.items(), key=lambda each: (-each[1], each[0])))), content


def _about(name: str, content: bytes) -> zipfile.ZipInfo:
    """A fixed day, and a time that the content tells: unpacked over an older version, a file of its time and length
    would leave Python with what it compiled of the older one."""
    seconds = zlib.crc32(content) % 43200 * 2
    about = zipfile.ZipInfo(f"{texts.FOLDER}/{name}", (*_DAY, seconds // 3600, seconds // 60 % 60, seconds % 60))
    about.compress_type = zipfile.ZIP_DEFLATED
    about.create_system = 0
    return about
