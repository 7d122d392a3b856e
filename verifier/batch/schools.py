"""The bundles of many schools, one after the other, and a summary over them. One trap a bundle."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from verifier import __version__, pipeline
from verifier.assuring import sentence_of
from verifier.batch import checking
from verifier.batch.elsewhere import There, there
from verifier.batch.errands import attempted, lasts
from verifier.batch.folder import bundles_of, of_folder, of_one_school
from verifier.batch.others import held_by_bureau, history, keep, sought
from verifier.batch.settings import Settings, form_of, refuse
from verifier.decided import decided_result
from verifier.decisions import corrections_standing, read_log
from verifier.errors import UsageError
from verifier.files import alone
from verifier.files.manifest import noting
from verifier.files.origin import Ordered, remember_order, remember_origin
from verifier.files.output_folder import DECISIONS, DIGESTS, SIGNATURE, WRITTEN_BY_BATCH
from verifier.history import Memory
from verifier.model import FailedRecord, Observed, OtherBundle, ResultRecord, Reuse, RuleSet, SummaryFlag, SummaryRecord
from verifier.outputs import Row, write_summary
from verifier.record import SummaryLine, UnreadableRecord, read_shown, read_years, write_summary_lines
from verifier.resume import Ledger, Made, fingerprint
from verifier.reuse import Elsewhere

log = logging.getLogger(__name__)


def batch(
    folder: Path, out: Path, settings: Settings, progress: pipeline.Progress, scheduler: str | None = None
) -> tuple[Row, ...]:
    """Check every bundle in `folder` in turn; one row a bundle, also written as `summary.json`, .xlsx and .html.

    A bundle whose outputs were made from what is there now is not checked again. One that shows pictures of another
    is, when all have been seen, and is written again, whole. `scheduler`: the address of the one on whose machines
    bundles are checked, else it is done here.
    """
    refuse(folder, out, settings)
    if not folder.is_dir():
        raise UsageError(f"“{folder}”不是文件夹，请给出各校材料所在的文件夹")
    rules = settings.rule_set()
    bundles = bundles_of(folder, out)
    told = of_one_school(folder, bundles.values(), rules)
    unasked = form_of(rules).letter.unasked
    with (
        history(settings, rules, out, progress) as memory,
        alone(out),
        noting(out, WRITTEN_BY_BATCH, DIGESTS, anew=True),
        there(scheduler, folder, out, settings, rules, told, progress) as machines,
    ):
        known = _decisive(settings, rules, memory)
        sources = {name: _source(bundle, known, out / name) for name, bundle in bundles.items()}
        ledger = Ledger(out, bool(settings.terms.passwords))
        held = held_by_bureau(settings, rules) if machines is None else ()
        ordered = settings.ordered(folder, out, many=True)
        run = _Run(
            bundles, sources, known, ledger, out, settings, progress, memory, unasked, told, held, ordered, machines
        )
        rows = _among_each_other(run, rules, run.kept_or_checked())
        for row in rows:
            if row.result is not None:
                keep(memory, out / row.folder, rules)
        rows += tuple(run.late(name) for name in bundles_of(folder, out) if name not in bundles)
        write_summary([_decided(row, out) for row in rows], out, of_folder(folder, out, settings))
        write_summary_lines([_line(row) for row in rows], out)
        (out / SIGNATURE).unlink(missing_ok=True)  # of the summary before
    return rows


def _among_each_other(run: _Run, rules: RuleSet, found: Mapping[str, Row]) -> tuple[Row, ...]:
    """The rows; bundles that show pictures of others are checked again with them."""
    rows, again = dict(found), dict[str, tuple[str, ...]]()
    beside = tuple(read_shown(run.out / name, sought(rules), True) for name, row in found.items() if row.result)
    among = Elsewhere(beside, rules)
    for each in beside:
        shared = _told(among.reused(each.shown, each.name, each.school, each.year))
        if shared != run.ledger.beside(each.name):
            again[each.name] = shared
    return tuple({**rows, **run.checked(again, beside)}.values())


@dataclass(frozen=True, slots=True)
class _Run:
    """The bundles of a batch by name, and all that is needed to check one."""

    bundles: Mapping[str, Path]
    sources: Mapping[str, str]
    """what the outputs of each are made from"""
    known: tuple[str, ...]
    """what decides them besides its files"""
    ledger: Ledger
    out: Path
    settings: Settings
    progress: pipeline.Progress
    memory: Memory | None
    """of earlier runs"""
    bureau: tuple[str, ...]
    """codes of flags about which a school is not asked"""
    notices: tuple[str, ...]
    """what has to be known of the whole folder, for each report"""
    held: tuple[Observed, ...]
    """what the bureau itself holds"""
    ordered: Ordered | None
    """how all of it came to be"""
    machines: There | None
    """on which bundles are checked, else here"""

    def kept_or_checked(self) -> dict[str, Row]:
        """All bundles; one that has not changed is not checked again."""
        if self.machines is None:
            return {name: self._kept(name) or self._checked_here(name) for name in self.bundles}
        rows = {name: row for name in self.bundles if (row := self._kept(name)) is not None}
        rows.update(self._checked_there({name: () for name in self.bundles if name not in rows}))
        return {name: rows[name] for name in self.bundles}

    def checked(self, again: Mapping[str, tuple[str, ...]], beside: tuple[OtherBundle, ...]) -> Mapping[str, Row]:
        """Some bundles checked once more: the pictures of each that others show too, and all bundles of the batch."""
        if self.machines is not None:
            alone = {name: shared for name, shared in again.items() if not shared}
            with_others = {name: shared for name, shared in again.items() if shared}
            return {**self._checked_there(alone), **self._checked_there(with_others, beside)}
        return {name: self._checked_here(name, beside if shared else (), shared) for name, shared in again.items()}

    def _kept(self, name: str) -> Row | None:
        """A bundle that has not changed; None for any other."""
        same = self.ledger.result(name, self.sources[name])
        if same is None:
            return None
        remember_origin(self.out / name, self.bundles[name])
        remember_order(self.out / name, self.ordered)
        self.progress.tell(f"{name}：没有变化，沿用上次的结果")
        return self._row(name, same)

    def _checked_here(self, name: str, beside: tuple[OtherBundle, ...] = (), shared: tuple[str, ...] = ()) -> Row:
        """A bundle with its result, or why there is none.

        `beside`: the others of the batch; `shared`: its pictures that they show too.
        """
        self.progress.bundle(self.settings.mask(name), 1 + list(self.bundles).index(name), len(self.bundles))
        bundle, folder = self.bundles[name], self.out / name
        found = attempted(
            lambda: checking.checked(
                bundle, folder, self.settings, self.progress, beside, self.memory, self.notices, self.held
            )
        )
        if isinstance(found, str):
            return self._row(name, None, found)
        return self._noted(name, found.result, lasts(bundle, found), shared)

    def _checked_there(
        self, wanted: Mapping[str, tuple[str, ...]], beside: tuple[OtherBundle, ...] = ()
    ) -> dict[str, Row]:
        """As `_checked_here`, all of them side by side: each is told of when it has ended."""
        if self.machines is None or not wanted:
            return {}
        rows: dict[str, Row] = {}
        self.progress.start("核验各校", len(wanted))
        for name, found, lasting in self.machines.checked(
            {name: self.bundles[name] for name in wanted}, self.out, beside
        ):
            self.progress.bundle(self.settings.mask(name), 1 + len(rows), len(wanted))
            if isinstance(found, str):
                rows[name] = self._row(name, None, found)
            else:
                remember_origin(self.out / name, self.bundles[name])
                rows[name] = self._noted(name, found, lasting, wanted[name])
            self.progress.advance()
        return rows

    def _noted(self, name: str, result: ResultRecord, lasting: bool, shared: tuple[str, ...]) -> Row:
        """A bundle whose outputs are whole; what they were made from, when the same would come out again: nothing has
        changed since."""
        remember_order(self.out / name, self.ordered)
        if lasting and _source(self.bundles[name], self.known, self.out / name) == self.sources[name]:
            self.ledger.write(name, Made(self.sources[name], shared))
        else:
            self.progress.tell(f"{name}：核验时有材料没有读到或正在变动，下次会重新核验")
        return self._row(name, result)

    def late(self, name: str) -> Row:
        """A bundle that came when the others had been listed."""
        return self._row(name, None, "核验开始后才出现，这次没有核验，请再运行一次")

    def _row(self, name: str, result: ResultRecord | None, error: str = "") -> Row:
        row = Row(self.settings.mask(name), name, result, self.settings.mask(error), self.bureau)
        self.progress.ended(row.name, result, row.error)
        return row


def _source(bundle: Path, known: tuple[str, ...], out: Path) -> str:
    """What the outputs of a bundle are made from: its files, what else decides them, and what persons corrected."""
    corrections = (each.decision.line for each in corrections_standing(read_log(out)))
    return fingerprint([bundle], (*known, *corrections))


def _decided(row: Row, out: Path) -> Row:
    """The row with what reviewers decided, and looked at, since the bundle was checked first."""
    if row.result is None:
        return row
    row = replace(row, assured=sentence_of(out / row.folder), before=read_years(out / row.folder))
    if not (out / row.folder / DECISIONS).is_file():
        return row
    try:
        return replace(row, result=decided_result(out / row.folder))
    except UnreadableRecord as fault:
        log.warning("the decisions on %s can't be read: %s", row.name, fault)
        return row


def _told(reused: Mapping[str, tuple[Reuse, ...]]) -> tuple[str, ...]:
    """Which pictures of a bundle others show too, to be compared with the last time."""
    return tuple(
        f"{path} {one.code} {one.school} {one.year} {one.path}" for path in sorted(reused) for one in reused[path]
    )


def _decisive(settings: Settings, rules: RuleSet, memory: Memory | None) -> tuple[str, ...]:
    """Whatever decides the outputs of a bundle besides its files."""
    engine = settings.engine()
    told = (settings.year, settings.school, settings.show_pii, settings.terms.limits, settings.rules and rules.id)
    beside = (settings.last_year, settings.bureau_data)
    before = fingerprint([path for path in beside if path], [memory.state()] if memory is not None else ())
    reading = (engine.name, engine.version, engine.settings, *pipeline.programs())
    return (__version__, rules.sha256, *reading, *map(repr, told), before)


# --- the summary -------------------------------------------------------------------------------------------------


def _line(row: Row) -> SummaryLine:
    """The line of a bundle in `summary.json`."""
    if row.result is None:
        return FailedRecord(name=row.name, error=row.error)
    return SummaryRecord(
        name=row.folder,
        school=row.result.school.name,
        year=row.result.year,
        total=row.result.total,
        grade=row.result.grade,
        award_yuan=row.result.award_yuan,
        flags=tuple(_flags(row.result)),
    )


def _flags(result: ResultRecord) -> Iterator[SummaryFlag]:
    for flag in result.flags:
        yield SummaryFlag(code=flag.code, severity=flag.severity, indicator=None)
    for cell in result.indicators:
        yield from (SummaryFlag(code=flag.code, severity=flag.severity, indicator=cell.id) for flag in cell.flags)
