"""What is known beside a bundle: last year's papers, and other bundles in which its pictures are sought."""

from __future__ import annotations

import logging
from pathlib import Path

from verifier import pipeline
from verifier.batch.settings import Settings
from verifier.errors import BundleError, UsageError
from verifier.files.output_folder import EVIDENCE, has_result
from verifier.model import (
    InternsTaking,
    Observed,
    OtherBundle,
    RuleSet,
    asks_photo,
)
from verifier.ocr import Cache, Engine
from verifier.record import UnreadableRecord, read_earlier, read_shown

log = logging.getLogger(__name__)

_BUREAU_DATA = "主管部门数据/"
"""stands before the paths of its papers"""
_HARMLESS = frozenset(("read", "ignored", "unsupported"))
"""what became of a file of which nothing is lost that could have been counted"""


def sought(rules: RuleSet) -> frozenset[str]:
    """The cells whose photos and certificates no other bundle may show."""
    return frozenset(cell.id for cell in rules.indicators if asks_photo(cell) or isinstance(cell.takes, InternsTaking))


def history(settings: Settings, rules: RuleSet) -> tuple[OtherBundle, ...]:
    """The outputs of earlier runs, in whatever folders below. Raises UsageError when there are none."""
    if settings.history is None:
        return ()
    found = []
    for path in sorted(settings.history.rglob(EVIDENCE)):
        try:
            found.append(read_shown(path.parent, sought(rules)))
        except UnreadableRecord as fault:
            log.warning("以往的结果文件夹“%s”没有比对：%s", path.parent.name, fault)
    if not found:
        raise UsageError(f"“{settings.history}”里没有以往的核验结果，请给出存放各次输出文件夹的位置")
    return tuple(found)


def last_year(
    settings: Settings, work: Path, rules: RuleSet, engine: Engine, cache: Cache | None, how: pipeline.Opening
) -> tuple[Observed, ...]:
    """The papers of `--last-year`: an output folder, a bundle or a roster."""
    path = settings.last_year
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


def as_other(settings: Settings, last: tuple[Observed, ...]) -> tuple[OtherBundle, ...]:
    """Last year's papers as a bundle in which pictures are sought."""
    if settings.last_year is None or not last:
        return ()
    return (OtherBundle(settings.last_year.name, None, None, last, of_last_year=True),)
