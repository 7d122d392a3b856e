"""Which wheels the program needs on Windows, at which versions, and where they lie."""

from __future__ import annotations

import hashlib
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

from verifier.errors import UsageError

PYTHON = (3, 13)
PLATFORM = "win_amd64"
_PLACE = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_version": "3.13",
    "python_full_version": "3.13.2",
    "sys_platform": "win32",
    "extra": "",
}
"""what markers are asked about: pip would ask about the machine on which it runs"""
_TAGS: frozenset[Tag] = frozenset(
    [*cpython_tags(PYTHON, platforms=[PLATFORM]), *compatible_tags(PYTHON, "cp313", [PLATFORM])]
)
NOT_FOLLOWED = frozenset({"rapidocr"})
"""taken for the models in the wheel; its code, and what that needs, is never imported"""
NEVER_IMPORTED = frozenset({"openvino-telemetry"})
"""see `ocr.networks`: it needs the network"""

Bring = Callable[["Part", Path], None]
"""brings a part into a folder, if it can; whether it came is seen by looking"""


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked of an index of packages."""

    name: str
    version: str
    sha256: str = ""
    """where its publisher is not the maker of what it holds"""
    is_source: bool = False

    def found(self, folder: Path) -> Path | None:
        """The file in a folder. Raises UsageError where it is another than the one that is meant."""
        names = (path for path in sorted(folder.iterdir()) if self._is(path.name))
        path = next(names, None)
        if path and self.sha256 and hashlib.sha256(path.read_bytes()).hexdigest() != self.sha256:
            raise UsageError(
                f"{path.name} 与本程序认定的文件不同（SHA-256 不符），没有使用。请删除 {path} 后重试，仍不符的不要使用"
            )
        return path

    def _is(self, file: str) -> bool:
        if self.is_source:
            return file in {f"{name}-{self.version}.tar.gz" for name in (self.name, self.name.replace("-", "_"))}
        try:
            name, version, _, tags = parse_wheel_filename(file)
        except InvalidWheelFilename:
            return False
        return name == self.name and str(version) == self.version and not _TAGS.isdisjoint(tags)


def pins(source: Path) -> dict[str, str]:
    """The version of each package on Windows, of constraints.txt in the folder of the source."""
    lines = _text(source / "constraints.txt").splitlines()
    listed = [Requirement(line) for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return {canonicalize_name(each.name): one.version for each in listed if _holds(each) for one in each.specifier}


def requirements(source: Path) -> tuple[str, ...]:
    """What the program asks for, of pyproject.toml in the folder of the source."""
    return tuple(tomllib.loads(_text(source / "pyproject.toml"))["project"]["dependencies"])


def _text(path: Path) -> str:
    """Raises UsageError where it is not there."""
    try:
        return path.read_text("utf-8")
    except OSError as fault:
        raise UsageError(f"找不到 {path}，请在本程序的源代码文件夹里运行，或用 --source 指定它") from fault


def wheels(wanted: Iterable[str], versions: Mapping[str, str], folder: Path, bring: Bring) -> dict[Part, Path]:
    """The wheels of what is wanted and of all that it requires. Raises UsageError, which names all that are missing."""
    found: dict[Part, Path] = {}
    missing: list[str] = []
    waiting = _names(wanted)
    while waiting:
        name = waiting.pop(0)
        if name in NEVER_IMPORTED or name in missing or any(part.name == name for part in found):
            continue
        if name not in versions:
            raise UsageError(f"版本清单里没有 {name} 的版本，请重新生成 constraints.txt")
        part = Part(name, versions[name])
        path = brought(part, folder, bring)
        if path is None:
            missing.append(name)
            continue
        found[part] = path
        waiting += [] if name in NOT_FOLLOWED else _names(_required_by(path))
    if missing:
        told = "、".join(f"{name} {versions[name]}" for name in missing)
        raise UsageError(
            f"缺少 {told} 的 Windows 安装包（wheel，64 位，Python 3.13）。"
            f"请联网重试，或把它放进 {folder}；没有这种安装包的，在 constraints.txt 里换一个有的版本"
        )
    return found


def brought(part: Part, folder: Path, bring: Bring) -> Path | None:
    """Where a part lies, brought there if need be."""
    path = part.found(folder)
    if path is None:
        bring(part, folder)
        path = part.found(folder)
    return path


def _names(requirements: Iterable[str]) -> list[str]:
    return [canonicalize_name(each.name) for each in map(Requirement, requirements) if _holds(each)]


def _holds(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(_PLACE)


def _required_by(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        about = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(archive.read(about).decode()).get_all("Requires-Dist", [])
