"""Which cells a paper's folder and name speak of, and what becomes of papers whose content speaks for none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from verifier.model import (
    NEVER_EVIDENCE,
    Evidence,
    Flag,
    Indicator,
    Observed,
    Papers,
    Place,
    RuleSet,
    SourceFile,
    Tally,
)


def hints(paths: tuple[str, ...], rules: RuleSet) -> Mapping[str, tuple[str, ...]]:
    """For each path the cells that its folders, else its own name, speak of; the deepest folder decides."""
    found = {}
    for path in paths:
        parts = path.split("/")
        cells = next((cells for part in reversed(parts[:-1]) if (cells := _cells_of(part, rules))), ())
        own = _cells_of(parts[-1].rsplit(".", 1)[0], rules)
        found[path] = cells or own
    return {path: cells for path, cells in found.items() if cells}


def areas(path: str, rules: RuleSet) -> tuple[str, ...]:
    """The cells whose area of the form (评估指标) or group a folder of the path names."""
    for part in reversed(path.split("/")[:-1]):
        cells = tuple(cell.id for cell in rules.indicators if cell.area and cell.area in part)
        if cells:
            return cells
    return ()


def _cells_of(name: str, rules: RuleSet) -> tuple[str, ...]:
    """The cells that one name speaks of: its number at the front, else the cells with the longest word in it."""
    numbered = [cell.id for cell in rules.indicators if re.match(rf"\D{{0,3}}{re.escape(cell.id)}(?![\d.])", name)]
    if numbered:
        return tuple(numbered)
    lengths = {cell.id: max((len(word) for word in cell.names if word in name), default=0) for cell in rules.indicators}
    best = max(lengths.values(), default=0)
    return tuple(cell for cell, length in lengths.items() if length == best) if best else ()


def settle(
    papers: Papers, tallies: Mapping[str, Tally], file_flags: tuple[Flag, ...], rules: RuleSet
) -> tuple[Mapping[str, Tally], tuple[Flag, ...]]:
    """Papers that no cell's content takes: by name only, `misfiled` or `unassigned`; faults of files in their cells.

    Returns the completed tallies, and the flags that no cell is concerned with.
    """
    grown = {cell.id: tallies.get(cell.id, Tally()) for cell in rules.indicators}
    cells = {cell.id: cell for cell in rules.indicators}
    claimed: dict[str, list[str]] = {}
    for cell_id, tally in grown.items():
        for each in tally.evidence:
            claimed.setdefault(each.file, []).append(cell_id)
    top: list[Flag] = []
    albums = {seen.document.file.parent for seen in papers.observed if seen.path in claimed}
    for seen in papers.observed:
        if seen.path in papers.twins or seen.path in albums - claimed.keys():
            continue
        if seen.types and seen.types[0] in NEVER_EVIDENCE:
            continue
        if seen.path in claimed:
            flag = _misfiled(seen, claimed[seen.path], papers, rules)
            if flag and flag.indicator:
                grown[flag.indicator] = _with(grown[flag.indicator], flags=(flag,))
            continue
        told = _by_name(seen, papers, cells, claimed, rules)
        for cell_id, evidence, flag in told:
            beside = _beside_papers(seen, cells[cell_id], tallies.get(cell_id, Tally()))
            grown[cell_id] = _with(grown[cell_id], (evidence,), () if beside else (flag,), open_to_max=not beside)
        if not told and not _needs_no_cell(seen, claimed, rules):
            place = _place(seen)
            top.append(Flag("unassigned", "review", "看不出这份材料对应哪项指标，请确认是否需要", place))
    _file_faults(papers, grown, file_flags, top)
    return grown, tuple(top)


def _beside_papers(seen: Observed, cell: Indicator, tally: Tally) -> bool:
    """A photo beside a counted paper, in a cell that does not ask for photos: it illustrates and opens no question."""
    counted = any(each.standing in ("firm", "counted") for each in tally.evidence)
    return seen.document.file.kind == "image" and counted and not cell.takes.own_photo and not cell.takes.channel


def _with(
    tally: Tally, evidence: tuple[Evidence, ...] = (), flags: tuple[Flag, ...] = (), open_to_max: bool = False
) -> Tally:
    return replace(
        tally,
        evidence=(*tally.evidence, *evidence),
        flags=(*tally.flags, *flags),
        open_to_max=tally.open_to_max or open_to_max,
    )


def _misfiled(seen: Observed, claims: list[str], papers: Papers, rules: RuleSet) -> Flag | None:
    """The flag for a paper in a folder of cells that it does not speak for; in its photo cell, else the first."""
    folder = seen.path.rsplit("/", 1)[0] + "/" if "/" in seen.path else ""
    owner = seen.document.file.parent
    filed = next((cells for part in reversed(folder.split("/")) if part and (cells := _cells_of(part, rules))), ())
    if owner or not filed or set(filed) & set(claims) or set(areas(seen.path, rules)) & set(claims):
        return None
    known = {cell.id: cell for cell in rules.indicators}
    home = next((claim for claim in claims if known[claim].takes.own_photo), claims[0])
    text = f"内容属于{home}“{known[home].name}”，却放在{'、'.join(filed)}的文件夹中，已按内容计入，请核对"
    return Flag("misfiled", "review", text, _place(seen), home)


def _by_name(
    seen: Observed,
    papers: Papers,
    cells: Mapping[str, Indicator],
    claimed: Mapping[str, list[str]],
    rules: RuleSet,
) -> list[tuple[str, Evidence, Flag]]:
    """What a name alone says: it can only widen the cell, and only where the content does not speak against it."""
    if seen.document.file.parent in claimed or seen.of("screen") or seen.of("post"):
        return []
    required = rules.words.judging.required_papers
    hinted = papers.hints.get(seen.path, ())
    if not hinted or len(hinted) > 2 or any(kind in required for kind in seen.types[:1]):
        return []
    text = "".join(seen.document.text.split())
    told = []
    for cell_id in hinted:
        cell = cells[cell_id]
        if any(word in text for word in cell.takes.against):
            continue
        place = _place(seen)
        evidence = Evidence(cell_id, seen.path, (), "name-only", "只有文件夹或文件名说明内容", "open", seen.path)
        message = "只有文件夹或文件名说明这份材料的内容，请打开查看后确认"
        told.append((cell_id, evidence, Flag("content-unconfirmed", "review", message, place, cell_id)))
    return told


def _needs_no_cell(seen: Observed, claimed: Mapping[str, list[str]], rules: RuleSet) -> bool:
    parent = seen.document.file.parent
    if parent is not None and (parent in claimed or not seen.document.text.strip()):
        return True
    required = rules.words.judging.required_papers
    return any(kind in required for kind in seen.types)


def _file_faults(papers: Papers, grown: dict[str, Tally], file_flags: tuple[Flag, ...], top: list[Flag]) -> None:
    """A fault of a file filed for cells stands in them; the cell stays open where it has nothing else."""
    files = {file.path: file for file in papers.files}
    for flag in file_flags:
        path = flag.place.file if flag.place else ""
        file = files.get(path)
        hinted = papers.hints.get(path, ())
        lost = file is not None and file.status in ("unreadable", "unsupported", "refused")
        if not lost or not hinted or len(hinted) > 2:
            cell_id = next((cell for cell, tally in grown.items() if any(e.file == path for e in tally.evidence)), None)
            if cell_id is None:
                top.append(flag)
            else:
                grown[cell_id] = _with(grown[cell_id], flags=(replace(flag, indicator=cell_id),))
            continue
        for cell_id in hinted:
            evidence = Evidence(cell_id, path, (), "name-only", _why(file), "open", path)
            empty = not grown[cell_id].evidence
            own = replace(flag, indicator=cell_id)
            grown[cell_id] = _with(grown[cell_id], (evidence,), (own,), open_to_max=empty)


def _why(file: SourceFile | None) -> str:
    return f"打不开，只有名称说明内容（{file.reason}）" if file and file.reason else "打不开，只有名称说明内容"


def _place(seen: Observed) -> Place:
    return Place(seen.path, page=1) if seen.document.pages and seen.document.pages[0].image else Place(seen.path)
