"""The files of a folder beside what its manifests say of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from verifier.bundle.rows import ignored_reason
from verifier.files import is_draft
from verifier.files.manifest import BrokenManifest, Manifest, Written, files_in, read_manifest, written
from verifier.files.output_folder import (
    ANNEX2,
    ANNEX2_BOOK,
    ANNEX3,
    DAMAGED_DECISIONS,
    DESK,
    DIGESTS,
    EVIDENCE,
    LETTER,
    LETTER_CHOICE,
    LOCKS,
    NOT_LISTED,
    OUTLINE,
    PEOPLE,
    PUBLICATION,
    PUBLICATION_BOOK,
    QUESTIONS,
    REPORT,
    RESULT,
    SAMPLE,
    SUMMARY,
    SUMMARY_BOOK,
    SUMMARY_PAGE,
)
from verifier.language.masking import mask_text
from verifier.record import UnreadableRecord, read_result
from verifier.verifying.found import Found, changed, unsure

_CALLED: Mapping[str, str] = {
    RESULT: "核验结果",
    EVIDENCE: "评分依据",
    REPORT: "报告",
    PEOPLE: "人员名单",
    ANNEX2: "附件2",
    ANNEX2_BOOK: "附件2",
    ANNEX3: "附件3",
    LETTER: "补充材料的函",
    QUESTIONS: "给学校的问题",
    LETTER_CHOICE: "函件的选择",
    SAMPLE: "抽查记录",
    DAMAGED_DECISIONS: "另存的审核记录",
    PUBLICATION: "公示表",
    PUBLICATION_BOOK: "公示表",
    SUMMARY: "汇总",
    SUMMARY_BOOK: "汇总表",
    SUMMARY_PAGE: "汇总页",
}
_OFFICE_LOCKS = (".~lock.", "~$")


@dataclass(frozen=True, slots=True)
class Compared:
    has_manifest: bool
    """what a check or a batch wrote can be compared"""
    files: int
    """that were compared"""
    found: tuple[Found, ...]


def compared(folder: Path, name: str, inner: Collection[Path] = ()) -> Compared:
    """A folder beside its manifest of that name and that of the desk; `inner`: folders in it that have their own."""
    found: list[Found] = []
    own, desk = (_read(folder, each, found) for each in (name, DESK))
    if own is None and not found:
        found.append(_without(folder))
    listed: dict[str, list[Written]] = {}
    for manifest in filter(None, (own, desk)):
        for path, each in manifest.files.items():
            listed.setdefault(path, []).append(each)
    writing = {path for manifest in filter(None, (own, desk)) for path in manifest.writing} - {*NOT_LISTED}
    there = {path: at for path, at in files_in(folder) if not any(each in at.parents for each in inner)}
    found += _of_listed(listed, writing, there)
    if own is not None:
        found += _of_others(there, {*listed, *writing})
    return Compared(own is not None, len(listed), tuple(found))


def _read(folder: Path, name: str, found: list[Found]) -> Manifest | None:
    try:
        return read_manifest(folder / name)
    except BrokenManifest:
        way_out = "确认审核记录无误后，删去它并重新核验" if name == DESK else "请重新核验"
        found.append(changed(f"清单“{name}”本身被改动过{_when(folder / name)}，不能再用它核对；{way_out}。"))
        return None


def _without(folder: Path) -> Found:
    """That there is no manifest: of a result that an earlier version wrote there never was one."""
    try:
        is_new = "code" in read_result(folder).engine
    except UnreadableRecord:
        is_new = False
    if is_new:
        return changed(f"清单“{DIGESTS}”不见了：核验时写有这份清单。")
    return unsure(f"没有清单“{DIGESTS}”，可能是以前的版本写的：改动过没有，说不准。请重新核验。")


def _of_listed(
    listed: Mapping[str, list[Written]], writing: Collection[str], there: Mapping[str, Path]
) -> Iterator[Found]:
    names = {each.sha256: path for path, known in listed.items() for each in known}
    for path in sorted({*listed, *writing}):
        if path in writing:
            yield unsure(f"“{_shown(path)}”上次没有写完（中途退出）：改动过没有，说不准。请重新核验或重新导出。")
        elif path not in there:
            if path != OUTLINE:  # it may be deleted, and is made again
                yield changed(f"“{_shown(path)}”{_called(path)}不见了：写出时有。")
        elif (now := _now(there[path])) not in listed[path]:
            yield changed(_sentence(path, there[path], listed[path][-1], now, names))


def _now(path: Path) -> Written:
    try:
        return written(path)
    except OSError:
        return Written("", 0)


def _sentence(path: str, at: Path, was: Written, now: Written, names: Mapping[str, str]) -> str:
    told = f"“{_shown(path)}”{_called(path)}写出以后被改动过{_when(at)}："
    if not now.sha256:
        return f"{told}现在打不开。"
    if now.sha256 in names:
        return f"{told}现在的内容是“{_shown(names[now.sha256])}”的。"
    return f"{told}现在 {now.size} 字节，写出时 {was.size} 字节，内容不同。"


def _of_others(there: Mapping[str, Path], known: Collection[str]) -> Iterator[Found]:
    """What nobody wrote down."""
    for path, at in there.items():
        if path in known or _is_passed_over(path, at):
            continue
        yield changed(f"多出“{_shown(path)}”{_called(path)}：不在清单上，不是本程序这样写的{_when(at)}。")


def _is_passed_over(path: str, at: Path) -> bool:
    """The lists themselves, the log, empty locks, drafts, and what systems and office programs put there."""
    if path in LOCKS:
        return at.stat().st_size == 0
    if any(map(is_draft, path.split("/"))):
        return True
    return path in NOT_LISTED or bool(ignored_reason(path)) or at.name.startswith(_OFFICE_LOCKS)


def _called(path: str) -> str:
    called = _CALLED.get(path.rpartition("/")[2], "")
    return f"（{called}）" if called else ""


def _shown(path: str) -> str:
    return mask_text(path)


def _when(path: Path) -> str:
    """When a file was saved last, as far as the system knows."""
    try:
        saved = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return ""
    return f"（系统记的保存时间是{saved:%Y-%m-%d %H:%M}）"
