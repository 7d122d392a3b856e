"""The output folders on the desk: their results, page pictures and decisions, read again when they change."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

from verifier.decisions import CellState, applied_states, cell_states, read_log
from verifier.errors import RuleError, UsageError
from verifier.files import sweep
from verifier.files.output_folder import DAMAGED_DECISIONS, DECISIONS, EVIDENCE, INDEX, PAGES, RESULT, TEXTS, has_result
from verifier.model import (
    CellRecord,
    Decision,
    DecisionLog,
    EvidenceRecord,
    FailedRecord,
    ResultRecord,
    RuleSet,
    Seen,
    TextRecord,
)
from verifier.record import UnreadableRecord, read_evidence, read_index, read_judged, read_summary_lines, read_texts
from verifier.rules import installed_rule_set, load_rule_set

WRITTEN = (RESULT, EVIDENCE, f"{PAGES}/{INDEX}", f"{PAGES}/{TEXTS}")
DECIDED = (DECISIONS, DAMAGED_DECISIONS)
Stamp = tuple[tuple[int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class PagePicture:
    file: str
    page: int
    picture: Path
    width: int
    height: int


@dataclass(frozen=True, slots=True, eq=False)
class Papers:
    """What a check wrote."""

    result: ResultRecord
    seen: Seen
    evidence: EvidenceRecord
    pages: Mapping[tuple[str, int], PagePicture]
    texts: Mapping[str, TextRecord]
    """by file: papers without page pictures"""
    rules: RuleSet


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """One folder as it stands now."""

    result: ResultRecord
    """with the decisions applied"""
    seen: Seen
    """of the result without them"""
    pages: Mapping[tuple[str, int], PagePicture]
    texts: Mapping[str, TextRecord]
    log: DecisionLog
    has_damaged: bool
    """an earlier damaged part was set aside"""
    states: Mapping[str, CellState]
    evidence: EvidenceRecord
    rules: RuleSet
    same_rules: bool
    """the rule set is the one that judged"""

    @property
    def cells(self) -> Sequence[CellRecord]:
        return self.result.indicators

    def cell(self, name: str) -> CellRecord | None:
        return next((cell for cell in self.cells if cell.id == name), None)

    @property
    def decided(self) -> int:
        return sum(1 for cell in self.cells if cell.decided)

    @property
    def unquestioned(self) -> tuple[str, ...]:
        """The cells without a question on which nobody said anything."""
        return tuple(cell.id for cell in self.cells if cell.status == "ready" and self._is_untouched(cell))

    def _is_untouched(self, cell: CellRecord) -> bool:
        state = self.states[cell.id]
        proposed = Fraction(str(cell.proposed))
        return not state.live and not state.stale and state.computed == proposed

    @property
    def stale(self) -> tuple[Decision, ...]:
        """The decisions that were made on what is different now, in cells that nobody decided since."""
        return tuple(each for state in self.states.values() if state.decided is None for each in state.stale)


@dataclass(slots=True)
class School:
    """One output folder of `check`."""

    name: str
    folder: Path
    rules_name: str | None = None
    _kept: tuple[Stamp, Papers] | None = field(default=None, repr=False)
    _opened: tuple[Stamp, Opened] | None = field(default=None, repr=False)

    def open(self) -> Opened:
        """The folder as it stands now. Raises UsageError when its files can't be read."""
        papers, decisions = (tuple(_stamp(self.folder / part) for part in parts) for parts in (WRITTEN, DECIDED))
        stamp = (*papers, *decisions)
        if self._opened is None or stamp != self._opened[0]:
            try:
                if self._kept is None or papers != self._kept[0]:
                    self._kept = (papers, _papers(self.folder, self.rules_name))
                    _spare()
                self._opened = (stamp, _opened(self.folder, self._kept[1]))
            except (UnreadableRecord, OSError) as fault:
                raise UsageError(f"“{self.name}”的核验结果读不出来：{fault}") from fault
        return self._opened[1]


def _spare() -> None:
    """What a check wrote stays as long as the desk: looking it through for garbage would hold up a click by 0.1 s."""
    gc.collect()
    gc.freeze()


def _papers(folder: Path, rules_name: str | None) -> Papers:
    result, seen = read_judged(folder)
    rules = _rules(rules_name, result.rules.id)
    return Papers(result, seen, read_evidence(folder), _pages(folder), _texts(folder), rules)


def _opened(folder: Path, papers: Papers) -> Opened:
    log = read_log(folder)
    states = cell_states(papers.result, papers.evidence, log.decisions, papers.rules, papers.seen)
    return Opened(
        result=replace(applied_states(papers.result, states, papers.rules), decisions=log.told),
        seen=papers.seen,
        pages=papers.pages,
        texts=papers.texts,
        log=log,
        has_damaged=(folder / DAMAGED_DECISIONS).is_file(),
        states=states,
        evidence=papers.evidence,
        rules=papers.rules,
        same_rules=papers.rules.sha256 == papers.result.rules.sha256,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """All schools of an output folder of `check` or `batch`."""

    folder: Path
    schools: Mapping[str, School]
    """by the name of the folder"""
    failed: tuple[tuple[str, str], ...] = ()
    """bundles of the batch that could not be opened: name and reason"""

    @property
    def alone(self) -> School | None:
        """The school of a desk that has no other."""
        return next(iter(self.schools.values())) if len(self.schools) == 1 and not self.failed else None


def open_desk(folder: Path, rules_name: str | None = None) -> Desk:
    """The desk over a folder. Raises UsageError when it holds no result."""
    sweep(folder, shared=True)
    if has_result(folder):
        name = folder.resolve().name
        return Desk(folder, {name: School(name, folder, rules_name)})
    if not folder.is_dir():
        raise UsageError(f"找不到文件夹“{folder}”，请检查路径")
    found = sorted(path for path in folder.iterdir() if has_result(path) and not path.is_symlink())
    if not found:
        raise UsageError(f"“{folder}”里没有核验结果，请先用 verifier check 或 verifier batch 核验")
    return Desk(folder, {path.name: School(path.name, path, rules_name) for path in found}, _failed(folder))


def _failed(folder: Path) -> tuple[tuple[str, str], ...]:
    try:
        lines = read_summary_lines(folder)
    except UnreadableRecord:
        return ()
    return tuple((line.name, line.error) for line in lines if isinstance(line, FailedRecord))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size


@cache
def _rules(chosen: str | None, named: str) -> RuleSet:
    """The rule set that the user chose, else the one that the result names."""
    try:
        return load_rule_set(chosen) if chosen else installed_rule_set(named)
    except RuleError as fault:
        raise UsageError(f"{fault}；可用 --rules 指定核验时用的规则集文件夹") from fault


def _pages(folder: Path) -> dict[tuple[str, int], PagePicture]:
    """The pictures that the index lists; only names of files that lie in `pages/` itself."""
    try:
        rows = read_index(folder)
    except UnreadableRecord:
        return {}
    known = {path.name: path for path in (folder / PAGES).glob("*.jpg") if path.is_file() and not path.is_symlink()}
    return {
        (row.file, row.page): PagePicture(row.file, row.page, known[row.picture], row.width, row.height)
        for row in rows
        if row.picture in known
    }


def _texts(folder: Path) -> dict[str, TextRecord]:
    """Of a result that an earlier version wrote there are none."""
    try:
        return {text.file: text for text in read_texts(folder)}
    except UnreadableRecord:
        return {}
