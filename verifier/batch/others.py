"""What is known beside a bundle: last year's papers, and other bundles in which its pictures are sought."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier import pipeline
from verifier.batch.settings import Settings
from verifier.errors import BundleError, UsageError
from verifier.files.output_folder import EVIDENCE, has_result, has_summary
from verifier.history import Memory, history_of
from verifier.model import (
    InternsTaking,
    Observed,
    OtherBundle,
    RuleSet,
    asks_photo,
)
from verifier.ocr import Cache, Engine
from verifier.record import UnreadableRecord, read_earlier, read_result

log = logging.getLogger(__name__)

_BUREAU_DATA = "主管部门数据/"
"""stands before the paths of its papers"""
_HARMLESS = frozenset(("read", "ignored", "unsupported"))
"""what became of a file of which nothing is lost that could have been counted"""


def sought(rules: RuleSet) -> frozenset[str]:
    """The cells whose photos and certificates no other bundle may show."""
    return frozenset(cell.id for cell in rules.indicators if asks_photo(cell) or isinstance(cell.takes, InternsTaking))


@contextmanager
def history(
    settings: Settings, rules: RuleSet, out: Path | None, progress: pipeline.Progress
) -> Iterator[Memory | None]:
    """What lasts of earlier runs, with the outputs in whatever folders below `--history`; None without that.

    `out`: where this run writes. Raises UsageError when there is nothing, or what is there is damaged, WriteError for
    a database that is out of reach.
    """
    if settings.history is None:
        yield None
        return
    with history_of(settings.history, sought(rules), out, progress.tell) as memory:
        yield memory


def keep(memory: Memory | None, out: Path, rules: RuleSet) -> None:
    """Puts a run that is finished, and lies in `out`, into the history."""
    if memory is not None and memory.lasts:
        memory.take_in(out, sought(rules))


def last_year(
    settings: Settings,
    memory: Memory | None,
    of: tuple[str, pipeline.Sight],
    work: Path,
    rules: RuleSet,
    engine: Engine,
    cache: Cache | None,
    how: pipeline.Opening,
) -> tuple[Observed, ...]:
    """The papers of `--last-year`: an output folder, a bundle or a roster, or a folder with one of each school; without
    it what the history says that the year before counted.

    `of`: the name of the bundle that is checked, and what was seen of it.
    """
    if settings.last_year is None:
        return memory.last_year(*pipeline.whose(of[1], rules, settings.year, settings.school)) if memory else ()
    path = _of_school(settings.last_year, *of, settings.school, rules)
    if path is None:
        return ()
    if has_result(path) and (path / EVIDENCE).is_file():
        try:
            return read_earlier(path)
        except UnreadableRecord as fault:
            raise UsageError(f"上年度的结果文件夹“{path}”读不出来：{fault}，或改用花名册") from fault
    if path.is_file() and not pipeline.is_archive(path):
        sight = pipeline.observe_file(path, work, rules, engine, cache, how)
    else:
        sight = pipeline.observe(path, work, rules, engine, cache, how=how)
    if lost := [file.path for file in sight.files if file.out_of_reach]:
        raise BundleError(f"上年度的材料有 {len(lost)} 个文件打不开（{lost[0]}），请检查磁盘、网络和权限后重新核验。")
    return sight.observed


def _of_school(path: Path, name: str, sight: pipeline.Sight, school: str | None, rules: RuleSet) -> Path | None:
    """Of a folder of outputs of many schools that of this one, by the school that they are of; of a folder of bundles
    the one that bears the name of this; any other path itself."""
    if not path.is_dir() or has_result(path):
        return path
    folders = [each for each in sorted(path.iterdir()) if each.is_dir()]
    outputs = [each for each in folders if has_result(each)]
    if outputs and (has_summary(path) or outputs == folders):  # a result among the papers of a bundle is another thing
        wanted, _ = pipeline.school_of(sight, school, rules)
        own = [each for each in outputs if wanted and _school_of(each) == wanted]
        found = own if len(own) == 1 else [each for each in own if each.name == name]
        if not found:
            log.warning("上年度的 %d 份结果里没有“%s”的，或不止一份，没有比对上年度。", len(outputs), wanted or name)
        return next(iter(found), None)
    return next((each for each in sorted(path.iterdir()) if each.name == name), path)


def _school_of(output: Path) -> str | None:
    try:
        return read_result(output).school.name
    except UnreadableRecord as fault:
        log.warning("上年度的结果文件夹“%s”读不出来：%s", output.name, fault)
        return None


def bureau_data(
    settings: Settings, work: Path, rules: RuleSet, engine: Engine, cache: Cache | None, how: pipeline.Opening
) -> tuple[Observed, ...]:
    """The papers of `--bureau-data`, of all schools: one file, a folder or an archive.

    Raises BundleError where what is there can't be read.
    """
    path = settings.bureau_data
    if path is None:
        return ()
    observe = pipeline.observe_file if path.is_file() and not pipeline.is_archive(path) else pipeline.observe
    sight = observe(path, work, rules, engine, cache, how=how, within=_BUREAU_DATA)
    if lost := [file.path for file in sight.files if file.status not in _HARMLESS]:
        raise BundleError(f"主管部门数据有 {len(lost)} 个文件没有读全（{lost[0]}），按它计算会出错，请检查后重新核验。")
    return sight.observed


def held_by_bureau(settings: Settings, rules: RuleSet) -> tuple[Observed, ...]:
    """What the bureau holds, read once for all schools. Raises as `bureau_data`."""
    if settings.bureau_data is None:
        return ()
    with (
        pipeline.working_folder() as work,
        pipeline.opening(settings.terms, settings.jobs, work, settings.bureau_data, before=settings.opened()) as how,
    ):
        return bureau_data(settings, work / "bureau", rules, settings.engine(), settings.readings(), how)


def as_other(settings: Settings, last: tuple[Observed, ...]) -> tuple[OtherBundle, ...]:
    """Last year's papers as a bundle in which pictures are sought."""
    if settings.last_year is None or not last:
        return ()
    return (OtherBundle(settings.last_year.name, None, None, last, of_last_year=True),)
