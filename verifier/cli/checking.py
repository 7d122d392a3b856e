"""The commands that open papers: `check`, `batch` and `inspect`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from verifier.cli import options as option
from verifier.cli.faults import FOUND_WANTING, faults, masked
from verifier.cli.help import Command
from verifier.cli.options import Checking, Inspecting, Opening
from verifier.cli.progress import progress
from verifier.errors import UsageError
from verifier.files.output_folder import REPORT, SUMMARY_BOOK, SUMMARY_PAGE
from verifier.files.own_folder import readings_folder
from verifier.model import ResultRecord
from verifier.options import terms_of

if TYPE_CHECKING:
    from verifier.batch import Settings

_MOST_NAMED = 5
"""files that a sentence names"""


@click.command(cls=Command)
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, metavar="文件夹", help="结果放在哪个文件夹；写 - 则只把 result.json 写到标准输出。"
)
@option.checking
def check(bundle: Path, out: str, **options: Unpack[Checking]) -> None:
    """核验一份材料（文件夹或压缩包 BUNDLE），写出结果。"""
    with faults(options["verbose"]):
        from verifier.batch import check
        from verifier.record import dumped

        folder = None if out == "-" else Path(out)
        with progress(options["quiet"], _log(options, bundle)) as told:
            result = check(bundle, folder, _settings(options), told)
        if folder is None:
            sys.stdout.write(dumped(result))
        else:
            _say(_closing(result, folder), options)
        _tell_notices("", result.notices)
        _tell_unread("", result)
        _fail_on([result], options["fail_on"])


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="文件夹", help="输出文件夹，每份材料一个子文件夹。"
)
@option.scheduler
@option.checking
def batch(folder: Path, out: Path, scheduler: str | None, **options: Unpack[Checking]) -> None:
    """逐份核验 FOLDER 下的材料，每个文件夹或压缩包是一所学校的材料，并写出汇总。"""
    with faults(options["verbose"]):
        from verifier.batch import batch, of_folder

        with progress(options["quiet"], _log(options, folder)) as told:
            rows = batch(folder, out, _settings(options), told, scheduler)
        notices = of_folder(folder, out, _settings(options))
        for row in rows:
            found = row.result
            _say(f"{row.name}：{f'{found.total.proposed} 分，{found.grade.proposed}' if found else row.error}", options)
            if found:
                _tell_notices(f"{row.name}：", [each for each in found.notices if each not in notices])
                _tell_unread(f"{row.name}：", found)
        _tell_notices("", notices)
        _say(f"汇总：{out / SUMMARY_PAGE}（表格 {SUMMARY_BOOK}）", options)
        _fail_on([row.result for row in rows if row.result], options["fail_on"])


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@option.rules_name
@option.ocr
@click.option(
    "--picture",
    type=click.Path(path_type=Path),
    metavar="图片",
    help="另存带标框的页面图片；多页时编号为 名称-1.png 等。",
)
@option.opening
@option.show_pii
@option.verbose
def inspect(file: Path, verbose: bool, picture: Path | None, **options: Unpack[Inspecting]) -> None:
    """查看一份材料 FILE：识别出的文字、表格和信息，能证明哪些指标，为什么。"""
    with faults(verbose):
        from verifier.batch import Settings, inspect

        settings = Settings(
            rules=options["rules_name"],
            ocr=options["ocr"],
            show_pii=options["show_pii"],
            terms=terms_of(options["limits"], options["passwords"], options["password_file"]),
            jobs=_jobs(options),
        )
        click.echo(inspect(file, settings, picture))


def _settings(options: Checking) -> Settings:
    from verifier.batch import Settings
    from verifier.history import named

    return Settings(
        year=options["year"],
        rules=options["rules_name"],
        school=options["school"],
        last_year=options["last_year"],
        history=named(options["history"]) if options["history"] else None,
        bureau_data=options["bureau_data"],
        ocr=options["ocr"],
        fast=options["fast"],
        cache=None if options["no_cache"] else options["cache"] or readings_folder(),
        show_pii=options["show_pii"],
        terms=terms_of(options["limits"], options["passwords"], options["password_file"]),
        jobs=_jobs(options),
    )


def _log(options: Checking, papers: Path) -> Path | None:
    """Where events go. Raises UsageError for a place among the papers, which are never written to."""
    log = options["log_json"]
    if log is not None and papers.resolve() in log.resolve().parents:
        raise UsageError("--log-json 的文件不能放在材料文件夹里面，请换一个位置")
    return log


def _jobs(options: Opening) -> int:
    from verifier.batch import usual_jobs

    return options["jobs"] or usual_jobs()


def _tell_notices(name: str, notices: Sequence[str]) -> None:
    """What has to be known before any points, told also when nothing else is."""
    for notice in notices:
        click.echo(f"注意：{masked(f'{name}{notice}')}", err=True)


def _tell_unread(name: str, result: ResultRecord) -> None:
    """What could not be opened is told to who runs it, also when nothing else is: the school can't mend it."""
    lost = [file.path for file in result.files if file.out_of_reach]
    if lost:
        named = "、".join(lost[:_MOST_NAMED]) + ("等" if len(lost) > _MOST_NAMED else "")
        text = f"{name}有 {len(lost)} 个文件这次打不开，没有读到：{named}。请检查磁盘、网络和权限后重新核验。"
        click.echo(f"注意：{masked(text)}", err=True)


def _closing(result: ResultRecord, out: Path) -> str:
    from verifier.batch import collected_told

    total, statuses = result.total, [cell.status for cell in result.indicators]
    return (
        f"预填总分 {total.proposed} 分（{total.low}–{total.high}），{result.grade.proposed}；"
        f"有缺口的指标 {statuses.count('gap')} 项，待核的 {statuses.count('review')} 项。\n"
        f"{collected_told(result)}\n报告：{out / REPORT}"
    )


def _say(text: str, options: Checking) -> None:
    if not options["quiet"]:
        click.echo(text if options["show_pii"] else masked(text), err=True)


def _fail_on(results: Sequence[ResultRecord], level: str | None) -> None:
    if level is None:
        return
    bad = {"gap"} if level == "gap" else {"gap", "review"}
    if any(flag.severity in bad for result in results for flag in result.every_flag):
        sys.exit(FOUND_WANTING)
