"""Rows of the bundle: what became of one file, with the flag that says so."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import replace
from pathlib import Path

from verifier.bundle.formats import Format, format_by_ending
from verifier.bundle.kinds import OPEN_DOCUMENTS, identify
from verifier.model import FileStatus, Flag, Place, Severity, SourceFile

Row = tuple[SourceFile, tuple[Flag, ...]]

_IGNORED = {
    ".ds_store": "系统自动生成的文件",
    "thumbs.db": "系统自动生成的文件",
    "ehthumbs.db": "系统自动生成的文件",
    "desktop.ini": "系统自动生成的文件",
}


def ignored_reason(path: str) -> str:
    """Why a file that no person made is passed over; '' for any other."""
    folders, _, base = path.rpartition("/")
    if "__MACOSX" in folders.split("/") or base.startswith("._"):
        return "macOS 压缩时附带的文件"
    if base.startswith(("~$", ".~")):
        return "办公软件的临时文件"
    return _IGNORED.get(base.lower(), "")


def unsafe_reason(path: str, mode: int) -> str:
    """Why an entry must not be opened: a link, a device, a path that leaves the bundle; '' for a plain file."""
    if stat.S_ISLNK(mode):
        return "是一个链接"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "是设备或管道，不是普通文件"
    if path.startswith("/") or re.match(r"[A-Za-z]:", path):
        return "使用了绝对路径"
    return "路径指向材料之外" if ".." in path.split("/") else ""


def refused(path: str, size: int, why: str, *, code: str = "unsafe-entry", sha256: str = "") -> Row:
    """A row for an entry that is not opened."""
    advice = "请提交文件本身" if code == "unsafe-entry" else "请拆分或缩小后重新提交"
    return _row(path, sha256, size, format_by_ending(path), "refused", why, code, advice)


def ignored(path: str, sha256: str, size: int, why: str) -> Row:
    return SourceFile(path, sha256, size, format_by_ending(path).kind, "ignored", f"{why}，不作为材料"), ()


def unreadable(path: str, size: int, why: str, *, code: str = "unreadable-file", sha256: str = "") -> Row:
    """A row for a file or archive whose bytes can't be used."""
    again = "请重新压缩后提交" if format_by_ending(path).kind == "archive" else "请重新导出或重新拍摄后提交"
    advice = "请解除密码后重新提交" if code == "password-protected" else again
    return _row(path, sha256, size, format_by_ending(path), "unreadable", why, code, advice)


def out_of_reach(path: str, size: int, why: str, sha256: str = "") -> Row:
    """A row for what could not be opened now, which says nothing of its content."""
    reason = f"{why}，这次没有读到"
    message = f"「{path}」{reason}；这不等于材料有问题，请关闭正在使用它的程序、检查磁盘和网络后重新核验。"
    flag = Flag("unreadable-file", "gap", message, Place(path))
    kind = format_by_ending(path).kind
    file = SourceFile(path, sha256, size, kind, "unreadable", f"{reason}，请重新核验", out_of_reach=True)
    return file, (flag,)


def unsupported(path: str, size: int, why: str, advice: str, *, sha256: str = "") -> Row:
    """A row for a file that can't be read on this machine."""
    return _row(path, sha256, size, format_by_ending(path), "unsupported", why, "unsupported-format", advice)


def partly(file: SourceFile, why: str) -> Row:
    """The row of an archive of which something is lost."""
    flag = Flag("unreadable-file", "gap", f"「{file.path}」{why}，请重新压缩后提交。", Place(file.path))
    return replace(file, status="partly-read", reason=f"{why}，请重新压缩后提交"), (flag,)


def row_of(path: str, stored: Path, sha256: str, size: int) -> Row:
    """The row of a plain file that lies at `stored`, by its content."""
    if not size:
        return unreadable(path, 0, "文件是空的（0 字节）", sha256=sha256)
    identity = identify(stored, path)
    found = identity.format
    if identity.fault == "locked" and (
        found.convert or found.id in OPEN_DOCUMENTS
    ):  # else its reader has the passwords
        return _row(
            path, sha256, size, found, "unreadable", "文件有打开密码", "password-protected", "请解除密码后重新提交"
        )
    if identity.fault == "damaged":
        why = f"文件内容已损坏，不是有效的{found.name}"
        return _row(path, sha256, size, found, "unreadable", why, "unreadable-file", "请重新导出后提交")
    if found.convert:
        why = f"{found.name}暂不能读取"
        file, flags = _row(path, sha256, size, found, "unsupported", why, "unsupported-format", found.convert)
        return replace(file, stored=stored, format=found.id), flags
    flags = (_mismatch(path, found),) if identity.mismatch else ()
    return SourceFile(path, sha256, size, found.kind, "read", None, stored, format=found.id), flags


def digest(path: Path) -> str:
    """sha256 of a file, hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _row(path: str, sha256: str, size: int, form: Format, status: FileStatus, why: str, code: str, advice: str) -> Row:
    reason = f"{why}，{advice}"
    severity: Severity = "gap"
    flag = Flag(code, severity, f"「{path}」{reason}。", Place(path))
    return SourceFile(path, sha256, size, form.kind, status, reason), (flag,)


def _mismatch(path: str, found: Format) -> Flag:
    ending = path.rpartition(".")[2]
    message = f"「{path}」的扩展名是 .{ending}，内容却是{found.name}，已按内容读取，建议改正扩展名。"
    return Flag("type-mismatch", "note", message, Place(path))
