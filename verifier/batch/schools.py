"""The bundles of many schools, one after the other, and a summary over them. One trap a bundle."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from verifier import __version__, pipeline
from verifier.assuring import sentence_of
from verifier.batch import checking
from verifier.batch.folder import bundles_of, of_folder, of_one_school
from verifier.batch.others import bureau_data, history, keep, sought
from verifier.batch.settings import Settings, form_of, refuse
from verifier.decided import decided_result
from verifier.decisions import corrections_standing, read_log
from verifier.errors import UsageError, VerifierError, WriteError
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


def batch(folder: Path, out: Path, settings: Settings, progress: pipeline.Progress) -> tuple[Row, ...]:
    """Check every bundle in `folder` in turn; one row a bundle, also written as `summary.json`, .xlsx and .html.

    A bundle whose outputs were made from what is there now is not checked again. One that shows pictures of another
    is, when all have been seen, and is written again, whole.
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
    ):
        known = _decisive(settings, rules, memory)
        sources = {name: _source(bundle, known, out / name) for name, bundle in bundles.items()}
        ledger = Ledger(out, bool(settings.terms.passwords))
        held, ordered = _held(settings, rules), settings.ordered(folder, out, many=True)
        run = _Run(bundles, sources, known, ledger, out, settings, progress, memory, unasked, told, held, ordered)
        rows = _among_each_other(run, rules, {name: run.kept_or_checked(name) for name in bundles})
        for row in rows:
            if row.result is not None:
                keep(memory, out / row.folder, rules)
        rows += tuple(run.late(name) for name in bundles_of(folder, out) if name not in bundles)
        write_summary([_decided(row, out) for row in rows], out, of_folder(folder, out, settings))
        write_summary_lines([_line(row) for row in rows], out)
        (out / SIGNATURE).unlink(missing_ok=True)  # of the summary before
    return rows


def _held(settings: Settings, rules: RuleSet) -> tuple[Observed, ...]:
    """What the bureau holds is read once for all schools."""
    if settings.bureau_data is None:
        return ()
    with (
        pipeline.working_folder() as work,
        pipeline.opening(settings.terms, settings.jobs, work, settings.bureau_data, before=settings.opened()) as how,
    ):
        return bureau_data(settings, work / "bureau", rules, settings.engine(), settings.readings(), how)


def _among_each_other(run: _Run, rules: RuleSet, found: Mapping[str, Row]) -> tuple[Row, ...]:
    """The rows; bundles that show pictures of others are checked again with them."""
    rows = dict(found)
    beside = tuple(read_shown(run.out / name, sought(rules), True) for name, row in found.items() if row.result)
    among = Elsewhere(beside, rules)
    for each in beside:
        shared = _told(among.reused(each.shown, each.name, each.school, each.year))
        if shared != run.ledger.beside(each.name):
            rows[each.name] = run.checked(each.name, beside if shared else (), shared)
    return tuple(rows.values())


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

    def kept_or_checked(self, name: str) -> Row:
        """A bundle that has not changed is not checked again."""
        same = self.ledger.result(name, self.sources[name])
        if same is None:
            return self.checked(name)
        remember_origin(self.out / name, self.bundles[name])
        remember_order(self.out / name, self.ordered)
        self.progress.tell(f"{name}：没有变化，沿用上次的结果")
        return self._row(name, same)

    def checked(self, name: str, beside: tuple[OtherBundle, ...] = (), shared: tuple[str, ...] = ()) -> Row:
        """A bundle with its result, or why there is none.

        `beside`: the others of the batch; `shared`: its pictures that they show too.
        """
        self.progress.bundle(self.settings.mask(name), 1 + list(self.bundles).index(name), len(self.bundles))
        try:
            bundle, folder = self.bundles[name], self.out / name
            checked = checking.checked(
                bundle, folder, self.settings, self.progress, beside, self.memory, self.notices, self.held
            )
            remember_order(folder, self.ordered)
        except WriteError:  # the next would end so too, after all of it has been read
            raise
        except VerifierError as error:
            return self._row(name, None, str(error))
        except Exception as error:  # the border of a bundle: the batch goes on
            log.debug("a bundle failed", exc_info=True)
            return self._row(name, None, f"核验时程序出错（{type(error).__name__}），请单独核验这一份")
        if self._lasts(name, checked):
            self.ledger.write(name, Made(self.sources[name], shared))
        else:
            self.progress.tell(f"{name}：核验时有材料没有读到或正在变动，下次会重新核验")
        return self._row(name, checked.result)

    def late(self, name: str) -> Row:
        """A bundle that came when the others had been listed."""
        return self._row(name, None, "核验开始后才出现，这次没有核验，请再运行一次")

    def _row(self, name: str, result: ResultRecord | None, error: str = "") -> Row:
        row = Row(self.settings.mask(name), name, result, self.settings.mask(error), self.bureau)
        self.progress.ended(row.name, result, row.error)
        return row

    def _lasts(self, name: str, checked: checking.Checked) -> bool:
        """Whether the same would come out again: all was there and could be opened, and nothing has changed since."""
        bundle = self.bundles[name]
        reached = not any(file.out_of_reach for file in checked.result.files)
        same = _source(bundle, self.known, self.out / name) == self.sources[name]
        return reached and same and pipeline.names_in(bundle) <= checked.listed


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
