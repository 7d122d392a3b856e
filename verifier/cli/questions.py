"""The commands about questions to a school: what became of them, out and back by a folder or a zip."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli import options as option
from verifier.cli.faults import faults
from verifier.cli.help import Commands


class _Listing(Commands):
    """Without a command's name in front the folder is listed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = next((each for each in args if not each.startswith("-")), "")
        return super().parse_args(ctx, args if not named or named in self.commands else ["list", *args])


@click.group(cls=_Listing)
def questions() -> None:
    """向学校提出的问题：每个编号现在怎样（questions 结果文件夹），写出问题，收回答复。"""


@questions.command("list")
@click.argument("folder", type=click.Path(path_type=Path))
@option.verbose
def questions_list(folder: Path, verbose: bool) -> None:
    """列出核验结果（FOLDER 是 check 的输出文件夹）里各编号的问题：未提出、已提出、已答复、已解决、不再追问。"""
    with faults(verbose):
        from verifier.questions.keeping import standing
        from verifier.questions.told import told

        click.echo(told(standing(folder).questions))
