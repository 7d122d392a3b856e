"""The commands. The only room that prints, exits and sets up logging; heavy imports come late."""

from __future__ import annotations

import sys

import click

from verifier import __version__
from verifier.cli.bundles import new
from verifier.cli.checking import batch, check, inspect
from verifier.cli.help import Commands
from verifier.cli.page import desk, has_screen
from verifier.cli.past import history
from verifier.cli.questions import questions
from verifier.cli.results import assure, diff, review, sign, verify
from verifier.cli.rulesets import rules
from verifier.cli.shipping import portable, selftest

__all__ = ["main"]


def _say_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from verifier.workers import held

    click.echo(__version__)
    click.echo(f"打开材料的进程：{'；'.join(held()) or '这个系统没有可用的限制，只限时间和内存'}。")
    context.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version, help="显示版本号和本机的防护。"
)
@click.pass_context
def main(context: click.Context) -> None:
    """核验大学生就业创业服务指导站的考核材料，预填绩效评价表（附件2），逐项写明得分依据和缺口。

    在有桌面的终端里不写命令，则在浏览器里打开核验页（同 desk），否则显示本说明。全部在本机运行，不联网。
    """
    if context.invoked_subcommand is not None:
        return
    if not has_screen() or sys.stdout is None or not sys.stdout.isatty():
        raise click.exceptions.NoArgsIsHelpError(context)
    context.invoke(desk)


COMMANDS = (
    desk,
    check,
    batch,
    inspect,
    new,
    diff,
    questions,
    history,
    verify,
    sign,
    assure,
    review,
    rules,
    selftest,
    portable,
)
for command in COMMANDS:
    main.add_command(command)
