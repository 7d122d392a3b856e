"""Whether this installation works: every native library is loaded, and a picture is read the way all papers are.

What fails there fails silently elsewhere: papers would stand in the report as not read, or without a line of text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

from verifier.errors import VerifierError

NATIVE: dict[str, str] = {
    "_ctypes": "系统接口",
    "_sqlite3": "识别结果的缓存",
    "_multiprocessing": "读取材料的进程",
    "psutil": "读取材料的进程",
    "yaml": "规则集",
    "pydantic_core": "以往的结果",
    "charset_normalizer": "文本",
    "rapidfuzz": "比较文字",
    "markupsafe": "报告",
    "lxml": "Word、网页",
    "python_calamine": "表格",
    "cffi": "加密的材料",
    "cryptography": "加密的材料",
    "pikepdf": "PDF",
    "pypdfium2": "PDF",
    "PIL": "图片",
    "pillow_heif": "手机照片",
    "numpy": "图片",
    "cv2": "图片",
    "pyclipper": "文字识别",
    "openvino": "文字识别",
}
"""the packages that hold machine code, and what can't be read without them"""
_ELSEWHERE = ("cv2.cv2", "openvino.frontend.", "PIL._imagingtk")
"""loaded under another name, or never: models of other makes, windows of Tk, which CPython may be without"""
PICTURE = Path(__file__).parent / "picture.png"
SAYS = "就业创业服务指导站"


def run(tell: Callable[[str], None]) -> None:
    """Tries all; `tell` names each thing before it is tried, for a crash ends the process without a word.

    Raises VerifierError, which says what fails, why, and the way out.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # as in `ocr.networks`
    failed = [f"{name}（{used}）：{reason}" for name, used in NATIVE.items() if (reason := _load(name, used, tell))]
    if failed:
        raise VerifierError(f"下列部件不能用：{'；'.join(failed)}。{_WAY_OUT}")
    tell("识别一张图片")
    _read()


def _load(package: str, used: str, tell: Callable[[str], None]) -> str:
    """Why it can't be loaded. Each module by itself: some packages do without, slower or with less, and say nothing."""
    tell(f"载入 {package}（{used}）")
    try:
        import_module(package)
        for name in _modules(package):
            import_module(name)
    except ModuleNotFoundError as fault:
        return f"缺少 {fault.name}"
    except Exception as fault:  # a library in the wrong place may raise anything when it starts
        return " ".join(str(fault).split()) or type(fault).__name__
    return ""


def _modules(package: str) -> Iterator[str]:
    """The modules of machine code that lie in a package."""
    spec = find_spec(package)
    for root in map(Path, (spec and spec.submodule_search_locations) or ()):
        for path in sorted(root.rglob("*")):
            ending = next((each for each in _ENDINGS if path.name.endswith(each)), None)
            if ending:
                name = ".".join((package, *path.parent.relative_to(root).parts, path.name.removesuffix(ending)))
                if not name.startswith(_ELSEWHERE):
                    yield name


_ENDINGS = tuple(each for each in EXTENSION_SUFFIXES if each != ".so")
"""what ends in .so alone is a library that a module loads"""
_WAY_OUT = (
    "多半是文件没有全部解压、被安全软件隔离，或被系统阻止："
    "请重新解压到本机硬盘，让管理员把这个文件夹加入安全软件的信任名单后再试；"
    "系统须是 64 位的 Windows 10 以上。仍不行的，请把本窗口的内容发给提供程序的人"
)


def _read() -> None:
    from verifier.batch import Settings, inspect

    seen = inspect(PICTURE, Settings(ocr="rapid", jobs=1))
    if SAYS not in "".join(seen.split()):
        told = "；".join(line.strip() for line in seen.splitlines()[:3])
        raise VerifierError(
            f"识别不出自带图片上的文字“{SAYS}”，用它核验会漏掉材料，请不要使用。{_WAY_OUT}。识别的结果：{told}"
        )
