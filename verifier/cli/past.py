"""The command that looks into what lasts of earlier runs: `history`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.cli import options as option
from verifier.cli.faults import faults, masked
from verifier.cli.help import Command
from verifier.errors import UsageError
from verifier.model import Number

if TYPE_CHECKING:
    from verifier.history import Server


@click.command(cls=Command)
@click.argument("history", metavar="FOLDER")
@click.option("--forget", metavar="学校", help="删除这所学校一个年度的全部记录，须同时写 --year；学校名称照列出的写。")
@option.year("要删除的年度。")
@click.option(
    "--take-in",
    type=click.Path(path_type=Path, exists=False),
    metavar="文件夹",
    help="把这个文件夹里以往的核验结果全部收入历史库；没有历史库时新建。",
)
@option.rules_name
@option.verbose
def history(
    history: str, forget: str | None, year: int | None, take_in: Path | None, rules_name: str | None, verbose: bool
) -> None:
    """列出历史库（FOLDER 是 --history 用的文件夹或网址）里有哪些学校、年度和总分；也用来收入以往的结果和删除。"""
    with faults(verbose):
        if (forget is None) != (year is None):
            raise UsageError("删除要同时写明学校和年度：--forget 学校 --year 年度")
        if forget is not None and take_in is not None:
            raise UsageError("收入和删除请分两次运行：--take-in 文件夹，或 --forget 学校 --year 年度")
        from verifier.history import named

        place = named(history)
        if take_in is not None:
            _take_in(place, take_in, rules_name)
        elif forget is not None and year is not None:
            _forget(place, forget, year)
        else:
            _list(place)


def _list(place: Path | Server) -> None:
    from verifier.history import kept_in

    with kept_in(place) as memory:
        for run in memory.runs():
            whose = run.school or "学校未知", str(run.year or "年度未知")
            click.echo(masked("\t".join((*whose, run.at, _points(run.proposed), run.name))))


def _forget(place: Path | Server, school: str, year: int) -> None:
    from verifier.history import kept_in

    with kept_in(place) as memory:
        left = memory.forget(school, year)
    click.echo(f"已从历史库删除“{school}”{year}年度的全部记录。", err=True)
    for output in left:
        _warn(f"结果文件夹“{output}”还在，下次核验会再次收入；不要它的话请一并删除。")


def _take_in(place: Path | Server, folder: Path, rules_name: str | None) -> None:
    from verifier.batch import Settings, sought
    from verifier.history import taken_in

    new = taken_in(place, folder, sought(Settings(rules=rules_name).rule_set()), _warn)
    click.echo(f"已收入 {new} 份新的核验结果。", err=True)


def _warn(text: str) -> None:
    click.echo(f"注意：{masked(text)}", err=True)


def _points(total: Number | None) -> str:
    return "没有得分记录" if total is None else f"{total} 分"
