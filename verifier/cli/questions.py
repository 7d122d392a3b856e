"""The commands about questions to a school: what became of them, out and back by a folder or a zip."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from verifier.cli import options as option
from verifier.cli.faults import faults
from verifier.cli.help import Commands

_by = click.option("--by", "reviewer", required=True, metavar="姓名", help="经办人，记入审核记录。")


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
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="结果",
    help="与这个结果文件夹比；不写则与同一文件夹的上一次比。",
)
@click.option(
    "--asked",
    type=click.Path(path_type=Path),
    metavar="问题",
    help="学校用：主管部门发来的问题（文件夹、压缩包或表），看自查后还有哪些没有解决。",
)
@option.verbose
def questions_list(folder: Path, since: Path | None, asked: Path | None, verbose: bool) -> None:
    """列出核验结果（FOLDER 是 check 的输出文件夹）里各编号的问题：未提出、已提出、已答复、已解决、不再追问。

    重新核验过的，先列出变了什么：哪些问题已解决、新出现，哪些材料是新交的，只需看哪几项指标。
    """
    with faults(verbose):
        from verifier.questions.keeping import earlier_than, standing
        from verifier.questions.since import told_since
        from verifier.questions.told import told, told_left

        now = standing(folder)
        if asked is not None:
            from verifier.questions.receiving import numbers_asked

            click.echo(told_left(now.questions, numbers_asked(asked)))
            return
        if (changed := earlier_than(now, since)) is not None:
            click.echo(told_since(changed) + "\n")
        click.echo(told(now.questions))


@questions.command("export")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@_by
@click.option("--number", "numbers", multiple=True, metavar="编号", help="只问这些编号；不写则问全部待补充、待说明的。")
@click.option("--all", "everything", is_flag=True, help="连同通常由审核人员自己判断的一起问。")
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), metavar="日期", help="请学校在这一天前交回，如 2025-01-10。"
)
@option.verbose
def questions_export(
    folder: Path,
    target: Path,
    reviewer: str,
    numbers: tuple[str, ...],
    everything: bool,
    until: datetime | None,
    verbose: bool,
) -> None:
    """把核验结果 FOLDER 里要问学校的写到 TARGET（文件夹，或名称以 .zip 结尾的压缩包），记为已提出。

    里面有要学校填“答复”的表、说明，和每个编号一个放补交材料的文件夹。
    """
    with faults(verbose):
        from verifier.questions.keeping import standing
        from verifier.questions.sending import chosen, send

        before = standing(folder)
        asked = chosen(before, numbers, everything)
        send(before, target, reviewer, asked, until.date() if until else None)
        click.echo(f"写出问题 {len(asked)} 个：{target}")


@questions.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("source", type=click.Path(path_type=Path))
@_by
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="材料文件夹", help="把补交的材料放进这所学校的材料文件夹。"
)
@option.verbose
def questions_import(folder: Path, source: Path, reviewer: str, into: Path | None, verbose: bool) -> None:
    """把学校交回的 SOURCE（文件夹、压缩包，或填好的问题表）收进核验结果 FOLDER：答复的文字和补交了哪些材料。"""
    with faults(verbose):
        from verifier.questions.keeping import standing
        from verifier.questions.receiving import take
        from verifier.questions.told import told_taken

        click.echo(told_taken(take(standing(folder), source, reviewer, into), into is not None))


@questions.command("close")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("numbers", nargs=-1, required=True)
@_by
@click.option("--reason", required=True, metavar="理由", help="为什么算解决，或不再追问。")
@click.option("--give-up", "gives_up", is_flag=True, help="记为不再追问；不写则记为已解决。")
@option.verbose
def questions_close(
    folder: Path, numbers: tuple[str, ...], reviewer: str, reason: str, gives_up: bool, verbose: bool
) -> None:
    """把核验结果 FOLDER 里编号为 NUMBERS 的问题记为已解决，或不再追问。核验不再提出的不用记。"""
    with faults(verbose):
        from verifier.questions.keeping import close, standing

        closed = close(standing(folder), numbers, "given-up" if gives_up else "settled", reason, reviewer)
        click.echo(f"已记 {closed} 个问题。")
