"""Papers and drawings of formats that LibreOffice turns into ones that are read: many in one call, shut in."""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import psutil

from verifier.model import Document, SourceFile, Terms
from verifier.readers.decode import decode
from verifier.readers.locks import is_locked, unlocked
from verifier.readers.outcome import Locked, locked, refused, unreadable, unsupported
from verifier.readers.pictures.metafile import drawn
from verifier.readers.terms import under

log = logging.getLogger(__name__)

CONVERTED = {
    **{"doc": "docx", "rtf": "docx", "odt": "docx", "ppt": "pptx", "odp": "pptx", "xml-sheet": "xlsx"},
    "metafile": "pdf",
}
"""format → the one that LibreOffice makes of it"""
TOGETHER = 20
"""papers in one call: starting takes longer than a paper"""
_OF_XML = {"xml-sheet"}
_DRAWN = {"metafile"}
"""formats whose PDF is a picture on a page"""
_DECLARED = re.compile(r"(\A\s*<\?xml[^>]*?encoding=[\"'])[^\"']*([\"'])")
_ENDINGS = {"xml-sheet": "xml", "metafile": "wmf"}
"""where it is another than the format's; LibreOffice tells EMF from WMF by the bytes, but wants such a name"""
_SLOW = "LibreOffice 打开它的时间过长"
_START, _EACH, _SPARE = 40, 10, 10
"""seconds: for starting, for a paper, and less than the process that calls may take"""
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_HOW = "请在本机安装 LibreOffice 后再核验，或用 Word、Excel 或 WPS 另存为 .docx、.xlsx 或 .pptx 后重新提交"
_HOW_DRAWN = "请在本机安装 LibreOffice 后再核验，或改用 JPG 或 PNG 图片后重新提交"
_NOWHERE = "127.0.0.1"
_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
        "BlockUntrustedRefererLinks": "true",
        "DisableActiveContent": "true",
    },
    "Office.Writer/Content/Update": {"Link": "0"},
    "Office.Calc/Content/Update": {"Link": "2"},
    "Inet/Settings": {
        **{"ooInetProxyType": "1", "ooInetHTTPProxyName": _NOWHERE, "ooInetHTTPProxyPort": "9"},
        **{"ooInetHTTPSProxyName": _NOWHERE, "ooInetHTTPSProxyPort": "9"},
    },
}
"""no macro, no link that is followed, and where the network can't be taken away, a way to nowhere"""


def is_converted(file: SourceFile) -> bool:
    """Whether it has to become a paper of another format first."""
    return file.status == "read" and file.stored is not None and file.format in CONVERTED


@cache
def program() -> str | None:
    """LibreOffice on this machine."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def convert(files: Sequence[SourceFile], work: Path, terms: Terms) -> tuple[SourceFile | Document, ...]:
    """Each paper as one that is read, under its own path, or the document that says why it can't be."""
    with under(terms):
        opened = [_unlocked(file, work) for file in files]
    groups: dict[str, list[tuple[int, SourceFile]]] = {}
    for at, file in enumerate(opened):
        if isinstance(file, SourceFile):
            groups.setdefault(CONVERTED[file.format], []).append((at, file))
    found = [file if isinstance(file, Document) else _lost(file) for file in opened]
    made: dict[int, SourceFile | Document] = {}
    for target, group in sorted(groups.items()):
        for at, stored in _run(group, target, work, terms.limits.seconds):
            made[at] = _made(files[at], stored, target) if stored else refused(files[at], _SLOW)
    return tuple(made.get(at, document) for at, document in enumerate(found))


def missing(file: SourceFile) -> Document:
    """The document of a paper that can't be read without LibreOffice."""
    how = _HOW_DRAWN if file.format in _DRAWN else _HOW
    return unsupported(file, "这种格式需要 LibreOffice 才能读取", how)


def _made(file: SourceFile, stored: Path, target: str) -> SourceFile | Document:
    if file.format not in _DRAWN:
        return replace(file, stored=stored, format=target)
    picture = drawn(stored)
    return replace(file, stored=picture, format="png") if picture else _lost(file)


def _lost(file: SourceFile) -> Document:
    return unreadable(file, "文件已损坏，LibreOffice 打不开")


def _unlocked(file: SourceFile, work: Path) -> SourceFile | Document:
    try:
        return unlocked(file, work) if is_locked(file) else file
    except Locked:
        return locked(file)


def _run(
    group: Sequence[tuple[int, SourceFile]], target: str, work: Path, seconds: int
) -> Iterator[tuple[int, Path | None]]:
    """Number and new place of each paper that came out; None for one that there was no time for."""
    source, out = work / "from" / target, work / "to" / target
    for folder in (source, out):
        folder.mkdir(parents=True, exist_ok=True)
    copies = []
    for at, file in group:
        assert file.stored is not None
        copies.append(source / f"{at}.{_ENDINGS.get(file.format, file.format)}")
        _copy(file, copies[-1])
    profile = _profile(work / f"profile-{target}")
    call = [*_shut_in(), program() or "", "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"]
    call += [f"-env:UserInstallation={profile.as_uri()}", "--convert-to", target, "--outdir", str(out)]
    most = min(_START + _EACH * len(group), max(1, seconds - _SPARE))
    in_time = _ends([*call, *map(str, copies)], profile, most)
    for at, _ in group:
        stored = out / f"{at}.{target}"
        if stored.is_file() and stored.stat().st_size:
            yield at, stored
        elif not in_time:
            yield at, None
    shutil.rmtree(source, ignore_errors=True)
    shutil.rmtree(profile, ignore_errors=True)


def _copy(file: SourceFile, target: Path) -> None:
    """LibreOffice knows few of the code pages that XML may name: such a paper goes to it in UTF-8."""
    assert file.stored is not None
    if file.format not in _OF_XML:
        shutil.copyfile(file.stored, target)
        return
    text = decode(file.stored.read_bytes()).removeprefix("\ufeff")
    target.write_text(_DECLARED.sub(r"\1utf-8\2", text, count=1), encoding="utf-8")


def _ends(call: list[str], home: Path, seconds: int) -> bool:
    """Whether it came to its end in time. LibreOffice says nothing of what fails; what is not there afterwards did."""
    away = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), f"http://{_NOWHERE}:9")
    own = {"HOME": str(home), "SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8"} if os.name == "posix" else {}
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(call, stdin=nothing, stdout=nothing, stderr=nothing, env={**os.environ, **away, **own})
    try:
        process.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        log.debug("LibreOffice took more than %d seconds", seconds)
        return False
    finally:
        _end(process.pid)
        process.wait()


def _end(pid: int) -> None:
    """It starts programs of its own, which would outlive it."""
    try:
        leader = psutil.Process(pid)
        for each in (*leader.children(recursive=True), leader):
            each.kill()
    except psutil.Error:
        return


@cache
def _shut_in() -> tuple[str, ...]:
    """A call before the call, that takes the network away; nothing where the machine has none or forbids it."""
    if not sys.platform.startswith("linux") or not shutil.which("unshare"):
        return ()
    for way in (("unshare", "-n", "--"), ("unshare", "-rn", "--")):
        if not subprocess.run([*way, "true"], capture_output=True, check=False).returncode:
            return way
    return ()


def _profile(folder: Path) -> Path:
    folder.joinpath("user").mkdir(parents=True, exist_ok=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    folder.joinpath("user", "registrymodifications.xcu").write_text(f"{head}{items}</oor:items>", encoding="utf-8")
    return folder
