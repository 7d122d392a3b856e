"""The log of decisions beside what was written down of it: changed, cut, exchanged or added lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from verifier.decisions import read_log
from verifier.files.manifest import BrokenManifest, LogState, Manifest, read_manifest
from verifier.files.output_folder import DAMAGED_DECISIONS, DECISIONS, DESK, DIGESTS
from verifier.model import DecisionLog
from verifier.verifying.found import Found, changed, unsure


def of_log(folder: Path) -> Iterator[Found]:
    """What is not as it was written in the log."""
    log = read_log(folder)
    if log.damage is not None:
        place = "" if log.damage.missing else f"第 {log.damage.number} 行："
        yield changed(f"审核记录“{DECISIONS}”{place}{log.damage.what}{_last(log)}。")
        return
    own, desk = (_read(folder, name) for name in (DIGESTS, DESK))
    if desk is not None and desk.log is not None:
        yield from _beside(log, desk.log, DECISIONS in desk.writing)
        if DECISIONS not in desk.writing and _size(folder) != log.size:
            yield changed(f"审核记录“{DECISIONS}”末尾多出一段不成行的内容：不是本程序这样写的。")
    elif own is not None and own.log is not None:
        yield from _beside(log, own.log, False)
    elif log.decisions:
        yield unsure("没有另记审核记录有几条：末尾少了没有，说不准。")
    if own is not None and own.log is not None and not (folder / DAMAGED_DECISIONS).exists():
        yield from (each for each in _beside(log, own.log, True) if len(log.decisions) < own.log.lines)


def _read(folder: Path, name: str) -> Manifest | None:
    try:
        return read_manifest(folder / name)
    except BrokenManifest:  # told already
        return None


def _size(folder: Path) -> int:
    path = folder / DECISIONS
    return path.stat().st_size if path.exists() else 0


def _beside(log: DecisionLog, known: LogState, writing: bool) -> Iterator[Found]:
    """`writing`: a line may be there that was being added when its program was ended."""
    more = len(log.decisions) - known.lines
    by = f"（由{known.reviewer}于{known.time}作出）" if known.reviewer else ""
    if more < 0:
        yield changed(f"审核记录少了最后 {-more} 条：记下的有 {known.lines} 条，最后一条{by}不在了{_last(log)}。")
    elif known.lines and log.decisions[known.lines - 1].line != known.head:
        yield changed(f"审核记录的第 {known.lines} 条{by}不是当时保存的那一条：记录被改写或替换过。")
    elif more > int(writing):
        added = log.decisions[known.lines + int(writing) :]
        told = "；".join(f"{each.reviewer}，{each.time}，{each.indicator or each.kind}" for each in added[:3])
        yield changed(f"审核记录多出 {len(added)} 条（{told}）：不是审核页这样写的，或由以前的版本写入。")


def _last(log: DecisionLog) -> str:
    """Who wrote the last line that is sound."""
    if not log.decisions:
        return ""
    last = log.decisions[-1]
    return f"；之前完好的最后一条由{last.reviewer}于{last.time}作出"
