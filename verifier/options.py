"""What the user says about reading: limits and passwords, as texts of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from verifier.errors import UsageError
from verifier.model import Limits, Terms

_MEGA = 1 << 20
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class _Limit:
    field: str
    """of `Limits`"""
    unit: int
    text: str
    """Chinese, with the unit"""


LIMITS = {
    "files": _Limit("files", 1, "文件总数"),
    "file": _Limit("file_bytes", _MEGA, "单个文件的 MB 数"),
    "total": _Limit("total_bytes", _MEGA, "解压后总共的 MB 数"),
    "depth": _Limit("depth", 1, "压缩包嵌套的层数"),
    "ratio": _Limit("bomb_ratio", 1, "压缩的倍数"),
    "pages": _Limit("pages", 1, "一个文件的页数"),
    "pixels": _Limit("pixels", _MILLION, "一张图片的百万像素数"),
    "cells": _Limit("cells", _MILLION, "一个工作表的百万单元格数"),
    "text": _Limit("characters", 10_000, "一个文件正文的万字数"),
    "time": _Limit("seconds", 1, "读一个文件占用处理器的秒数"),
    "memory": _Limit("memory_bytes", _MEGA, "读一个文件的内存 MB 数"),
}
"""by the name that the user writes"""


def limits_told() -> str:
    """The names, what they mean and their defaults, for the help of the option."""
    usual = Limits()
    return "，".join(f"{name}={getattr(usual, each.field) // each.unit} {each.text}" for name, each in LIMITS.items())


def terms_of(limits: Iterable[str], passwords: Iterable[str], password_file: Path | None) -> Terms:
    """The terms that the options say. Raises UsageError for one that can't be understood."""
    chosen = Limits()
    for text in limits:
        name, _, value = text.partition("=")
        if name not in LIMITS or not value.isascii() or not value.isdigit() or not int(value):
            raise UsageError(f"--limit {text} 看不懂，请写成 名称=正整数，名称可以是 {'、'.join(LIMITS)}")
        chosen = replace(chosen, **{LIMITS[name].field: int(value) * LIMITS[name].unit})
    return Terms(chosen, tuple(dict.fromkeys([*passwords, *(_lines(password_file) if password_file else ())])))


def _lines(path: Path) -> list[str]:
    """The passwords of a text file, one a line."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"密码文件“{path}”读不出来，请给出 UTF-8 编码、每行一个密码的文本文件") from fault
    return [line for line in text.splitlines() if line]
