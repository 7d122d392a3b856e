"""The commands for whoever ships the tool, and for a machine on which it does not start: `portable`, `selftest`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verifier.cli import options as option
from verifier.cli.faults import faults
from verifier.cli.help import Command
from verifier.files.own_folder import own_folder

_MEGABYTE = 1 << 20
_SHOWN = 10
"""parts whose sizes are told one by one"""


@click.command(cls=Command)
@click.argument("target", metavar="FOLDER.zip", type=click.Path(path_type=Path))
@click.option(
    "--wheels",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="存放安装包的文件夹：有的直接用，缺的联网取来放进去；不写则全部联网取，用完删除。",
)
@click.option(
    "--source",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="文件夹",
    help="本程序的源代码文件夹；不写则用当前文件夹。",
)
@option.verbose
def portable(target: Path, wheels: Path | None, source: Path, verbose: bool) -> None:
    """制作 Windows 免安装包 FOLDER.zip：解压后双击“启动”即可使用，不联网。

    供分发本程序的人在源代码文件夹里运行；要用 pip 联网取 Windows 的安装包。
    """
    with faults(verbose):
        from verifier.portable import write_zip

        click.echo("正在准备各个部件……", err=True)
        made = write_zip(target, source, wheels)
        for name, size in made.parts[:_SHOWN]:
            click.echo(f"  {size / _MEGABYTE:6.1f} MB　{name}", err=True)
        rest = sum(size for _, size in made.parts[_SHOWN:])
        click.echo(f"  {rest / _MEGABYTE:6.1f} MB　其余 {len(made.parts[_SHOWN:])} 个部件", err=True)
        click.echo(f"免安装包：{target}，{made.size / _MEGABYTE:.1f} MB", err=True)


@click.command(cls=Command)
@click.option("--once", metavar="编号", help="这个编号的程序在本机通过过自检的，不再重复。")
@option.verbose
def selftest(once: str | None, verbose: bool) -> None:
    """自检：逐个载入程序的部件，识别一张图片；有不行的，说明原因和办法。"""
    with faults(verbose):
        from verifier.files import write_whole
        from verifier.selftest import run

        passed, this = own_folder() / "selftest.txt", f"{once} {sys.executable}\n".encode()
        if once and passed.is_file() and passed.read_bytes() == this:
            return
        click.echo("正在自检，请稍候……", err=True)
        run(lambda what: click.echo(f"  {what}", err=True))
        click.echo("自检通过。", err=True)
        if once:
            write_whole(passed, this)
