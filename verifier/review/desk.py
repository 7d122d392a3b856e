"""The output folders on the desk: their results, page pictures and decisions, read again when they change."""

from __future__ import annotations

import gc
import logging
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from threading import Lock

from verifier.decisions import CellState, applied_states, cell_states, read_log
from verifier.errors import RuleError, UsageError, WriteError
from verifier.files import sweep
from verifier.files.manifest import altered
from verifier.files.output_folder import (
    DAMAGED_DECISIONS,
    DECISIONS,
    EVIDENCE,
    INDEX,
    LINES,
    PAGES,
    RESULT,
    TEXTS,
    has_result,
)
from verifier.model import (
    CellRecord,
    Decision,
    DecisionLog,
    EvidenceRecord,
    FailedRecord,
    LineRecord,
    ResultRecord,
    RuleSet,
    Seen,
    TextRecord,
)
from verifier.outline import (
    Outline,
    digests_of,
    outline_of,
    read_outline,
    sources_of,
    stale_of,
    unquestioned_of,
    without_papers_of,
    write_outline,
)
from verifier.record import (
    UnreadableRecord,
    read_evidence,
    read_index,
    read_judged,
    read_lines,
    read_summary_lines,
    read_texts,
)
from verifier.rules import installed_folder, installed_rule_set, load_rule_set, rule_set_digest

WRITTEN = (RESULT, EVIDENCE, *(f"{PAGES}/{name}" for name in (INDEX, TEXTS, LINES)))
DECIDED = (DECISIONS, DAMAGED_DECISIONS)
Stamp = tuple[tuple[int, int, int] | None, ...]
MOST_OPEN = 8
"""schools whose pages are kept in memory: some megabytes each"""

_log = logging.getLogger(__name__)


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
    """without the papers"""
    pages: Mapping[tuple[str, int], PagePicture]
    texts: Mapping[str, TextRecord]
    """by file: papers without page pictures"""
    lines: Mapping[tuple[str, int], Sequence[LineRecord]]
    """by file and page: what was read in page pictures"""
    rules: RuleSet
    altered: Sequence[str]
    """files that are not as the check wrote them"""


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """One folder as it stands now."""

    result: ResultRecord
    """with the decisions applied"""
    judged: ResultRecord
    """without them"""
    seen: Seen
    """of that"""
    pages: Mapping[tuple[str, int], PagePicture]
    texts: Mapping[str, TextRecord]
    lines: Mapping[tuple[str, int], Sequence[LineRecord]]
    log: DecisionLog
    has_damaged: bool
    """an earlier damaged part was set aside"""
    states: Mapping[str, CellState]
    evidence: EvidenceRecord
    rules: RuleSet
    same_rules: bool
    """the rule set is the one that judged"""
    altered: Sequence[str]

    @property
    def cells(self) -> Sequence[CellRecord]:
        return self.result.indicators

    def cell(self, name: str) -> CellRecord | None:
        return next((cell for cell in self.cells if cell.id == name), None)

    def plain(self, name: str) -> CellRecord:
        """A cell as the check left it."""
        return next(cell for cell in self.judged.indicators if cell.id == name)

    @property
    def decided(self) -> int:
        return sum(1 for cell in self.cells if cell.decided)

    @property
    def unquestioned(self) -> tuple[str, ...]:
        """The cells without a question on which nobody said anything."""
        return unquestioned_of(self.result, self.states)

    @property
    def without_papers(self) -> tuple[str, ...]:
        """The cells for which nothing was sent, and no more than 0 points can come of it, as `unquestioned`."""
        return without_papers_of(self.result, self.states)

    @property
    def stale(self) -> tuple[Decision, ...]:
        """The decisions that were made on what is different now."""
        return stale_of(self.states)


@dataclass(frozen=True, slots=True)
class _Held:
    """What was read of a folder, and how its files stood then."""

    written: Stamp
    papers: Papers
    decided: Stamp
    opened: Opened


@dataclass(slots=True)
class Shelf:
    """Few schools stay open: that which was looked at longest ago is closed for the next one."""

    most: int = MOST_OPEN
    _held: OrderedDict[Path, _Held] = field(default_factory=OrderedDict, repr=False)
    _alone: Lock = field(default_factory=Lock, repr=False)

    def __len__(self) -> int:
        return len(self._held)

    def take(self, folder: Path) -> _Held | None:
        with self._alone:
            if folder in self._held:
                self._held.move_to_end(folder)
            return self._held.get(folder)

    def put(self, folder: Path, held: _Held) -> None:
        with self._alone:
            self._held[folder] = held
            self._held.move_to_end(folder)
            while len(self._held) > self.most:
                self._held.popitem(last=False)


@dataclass(slots=True)
class School:
    """One output folder of `check`."""

    name: str
    folder: Path
    rules_name: str | None = None
    shelf: Shelf = field(default_factory=Shelf, repr=False)
    _digests: tuple[Stamp, tuple[str, str]] | None = field(default=None, repr=False)
    _outline: tuple[Stamp, Outline] | None = field(default=None, repr=False)

    def open(self) -> Opened:
        """The folder as it stands now. Raises UsageError when its files can't be read."""
        written, decided = self._stamps()
        held = self.shelf.take(self.folder)
        if held is None or (held.written, held.decided) != (written, decided):
            with self._naming():
                papers = held.papers if held and held.written == written else self._read()
                held = _Held(written, papers, decided, _opened(self.folder, papers))
            self.shelf.put(self.folder, held)
        return held.opened

    def outline(self) -> Outline:
        """The folder as it stands now, in a few lines. Raises as `open`, which it spares where it can."""
        written, decided = self._stamps()
        if self._outline is None or self._outline[0] != (*written, *decided):
            with self._naming():
                outline = self._kept_outline(written) or self._made_outline(written, decided)
            self._outline = ((*written, *decided), outline)
        return self._outline[1]

    def _kept_outline(self, written: Stamp) -> Outline | None:
        """The one that lies in the folder, if it follows from what lies there now."""
        kept, log = read_outline(self.folder), read_log(self.folder)
        if kept is None or kept.sources.decisions != log.head:
            return None
        try:
            digests = self._digests_of(written)
        except OSError:  # what is told of it is told by who opens it
            return None
        now = sources_of(digests, _rules_digest(self.rules_name, kept.rules), log)
        return kept.outline if kept.sources == now else None

    def _made_outline(self, written: Stamp, decided: Stamp) -> Outline:
        """A new one, which is kept in the folder unless its files were changed meanwhile."""
        opened = self.open()
        made = outline_of(opened.result, opened.states, opened.log)
        sources = sources_of(self._digests_of(written), opened.rules.sha256, opened.log)
        if self._stamps() == (written, decided):
            try:
                write_outline(made, opened.result.rules.id, sources, self.folder)
            except WriteError as fault:
                _log.debug("an outline is not kept: %s", type(fault).__name__)
        return made

    def _digests_of(self, written: Stamp) -> tuple[str, str]:
        if self._digests is None or self._digests[0] != written:
            self._digests = (written, digests_of(self.folder))
        return self._digests[1]

    def _stamps(self) -> tuple[Stamp, Stamp]:
        """How the files stand that a check writes, and those of the decisions."""
        written, decided = (tuple(_stamp(self.folder / part) for part in parts) for parts in (WRITTEN, DECIDED))
        return written, decided

    def _read(self) -> Papers:
        papers = _papers(self.folder, self.rules_name)
        _spare()
        return papers

    @contextmanager
    def _naming(self) -> Iterator[None]:
        try:
            yield
        except (UnreadableRecord, OSError) as fault:
            raise UsageError(f"“{self.name}”的核验结果读不出来：{fault}") from fault


def _spare() -> None:
    """What a check wrote stays as long as the desk: looking it through for garbage would hold up a click by 0.1 s."""
    gc.collect()
    gc.freeze()


def _papers(folder: Path, rules_name: str | None) -> Papers:
    result, seen = read_judged(folder)
    rules = _rules(rules_name, result.rules.id)
    taken_in = replace(read_evidence(folder), papers=())  # much, of which no decision asks
    changed = altered(folder, WRITTEN)
    return Papers(result, seen, taken_in, _pages(folder), _texts(folder), _lines(folder), rules, changed)


def _opened(folder: Path, papers: Papers) -> Opened:
    log = read_log(folder)
    states = cell_states(papers.result, papers.evidence, log.decisions, papers.rules, papers.seen)
    return Opened(
        result=replace(applied_states(papers.result, states, papers.rules, log.decisions), decisions=log.told),
        judged=papers.result,
        seen=papers.seen,
        pages=papers.pages,
        texts=papers.texts,
        lines=papers.lines,
        log=log,
        has_damaged=(folder / DAMAGED_DECISIONS).is_file(),
        states=states,
        evidence=papers.evidence,
        rules=papers.rules,
        same_rules=papers.rules.sha256 == papers.result.rules.sha256,
        altered=papers.altered,
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
        raise UsageError(f"“{folder}”里没有核验结果，请先核验材料，再打开放结果的文件夹")
    shelf = Shelf()
    return Desk(folder, {path.name: School(path.name, path, rules_name, shelf) for path in found}, _failed(folder))


def _failed(folder: Path) -> tuple[tuple[str, str], ...]:
    try:
        lines = read_summary_lines(folder)
    except UnreadableRecord:
        return ()
    return tuple((line.name, line.error) for line in lines if isinstance(line, FailedRecord))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size, about.st_ino


@cache
def _rules(chosen: str | None, named: str) -> RuleSet:
    """The rule set that the user chose, else the one that the result names."""
    try:
        return load_rule_set(chosen) if chosen else installed_rule_set(named)
    except RuleError as fault:
        raise UsageError(f"{fault}；可用 --rules 指定核验时用的规则集文件夹") from fault


@cache
def _rules_digest(chosen: str | None, named: str) -> str:
    """Of the rule set that `_rules` gives, which need not be loaded for it."""
    try:
        return rule_set_digest(chosen or installed_folder(named))
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


def _lines(folder: Path) -> dict[tuple[str, int], Sequence[LineRecord]]:
    """As `_texts`."""
    try:
        return {(page.file, page.page): page.lines for page in read_lines(folder)}
    except UnreadableRecord:
        return {}
