"""The command that looks into what lasts of earlier runs: `history`."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli import options as option
from verifier.cli.faults import faults, masked
from verifier.cli.help import Command
from verifier.errors import UsageError
from verifier.model import Number


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--forget", metavar="学校", help="删除这所学校一个年度的全部记录，须同时写 --year；学校名称照列出的写。")
@option.year("要删除的年度。")
@option.verbose
def history(folder: Path, forget: str | None, year: int | None, verbose: bool) -> None:
    """列出历史库（FOLDER 是 --history 用的文件夹）里有哪些学校、年度和总分；也用来删除。"""
    with faults(verbose):
        if (forget is None) != (year is None):
            raise UsageError("删除要同时写明学校和年度：--forget 学校 --year 年度")
        from verifier.history import kept_in

        with kept_in(folder) as memory:
            if forget is None or year is None:
                for run in memory.runs():
                    whose = run.school or "学校未知", str(run.year or "年度未知")
                    told = (*whose, run.at, _points(run.proposed), run.name)
                    click.echo(masked("\t".join(told)))
                return
            left = memory.forget(forget, year)
        click.echo(f"已从历史库删除“{forget}”{year}年度的全部记录。", err=True)
        for output in left:
            click.echo(f"注意：结果文件夹“{output}”还在，下次核验会再次收入；不要它的话请一并删除。", err=True)


def _points(total: Number | None) -> str:
    return "没有得分记录" if total is None else f"{total} 分"
