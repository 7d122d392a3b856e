"""Help and complaints of the command line in Chinese throughout."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from verifier.errors import UsageError


class Formatter(click.HelpFormatter):
    """Help with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "用法：")

    def write_heading(self, heading: str) -> None:
        told = {"Options": "选项", "Commands": "命令"}.get(heading, heading)
        self.write(f"{told}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, text.replace("[required]", "[必填]")) for name, text in rows], col_max, col_spacing)


class Context(click.Context):
    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is in Chinese throughout."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本说明。"
        return option


class Commands(Command, click.Group):
    """The commands, with click's own complaints in Chinese."""

    command_class = Command
    group_class = type

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """As click's, but a wrong call is told in the users' language."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, False, **extra)
        try:
            sys.exit(super().main(args, prog_name, complete_var, False, **extra) or 0)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(error.exit_code)
        except click.UsageError as error:
            click.echo(f"错误：{_told(error)}；加 --help 可看用法。", err=True)
            sys.exit(UsageError.exit_status)


def _told(error: click.UsageError) -> str:
    """What is wrong with a call, and what would be right."""
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}，{_meant(error.option_name, _options(error.ctx))}"
        case click.MissingParameter() if error.param:
            return f"缺少 {_name(error.param)}{_what(error.param)}{_to_add(error.param)}"
        case click.BadParameter() if error.param:
            return f"{_name(error.param)} 的值不对，{_right(error.param)}"
        case click.BadOptionUsage():
            return f"{error.option_name} 后面缺少要写的值"
    return _of_arguments(error)


def _of_arguments(error: click.UsageError) -> str:
    context = error.ctx
    given = re.findall(r"'([^']*)'|\(([^()]*)\)", error.message)
    word = next((quoted or bracketed for quoted, bracketed in given), "")
    if context is not None and isinstance(context.command, click.Group):
        return f"没有命令 {word}，{_meant(word, context.command.list_commands(context))}"
    return f"多了参数 {word}，名称中有空格的请加引号" if word else "参数不对"


def _options(context: click.Context | None) -> list[str]:
    parameters = context.command.get_params(context) if context else []
    return [each.opts[-1] for each in parameters if isinstance(each, click.Option)]


def _meant(word: str, known: Sequence[str]) -> str:
    """The one that is most alike, else all that there are."""
    plain = {each.lstrip("-"): each for each in known}  # dashes that all of them begin with make no two alike
    alike = difflib.get_close_matches(word.lstrip("-"), plain, 1)
    return f"是不是 {plain[alike[0]]}" if alike else f"可用的有：{'、'.join(known)}"


def _name(parameter: click.Parameter) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name


def _what(parameter: click.Parameter) -> str:
    """What a parameter is, in brackets, without the cases in which it is something else."""
    told = (parameter.help or "") if isinstance(parameter, click.Option) else ""
    return f"（{told.rstrip('。').removesuffix('[必填]').partition('；')[0]}）" if told else ""


def _to_add(parameter: click.Parameter) -> str:
    """How it is written."""
    return f"，请加上 {parameter.opts[0]} {parameter.metavar}" if isinstance(parameter, click.Option) else ""


def _right(parameter: click.Parameter) -> str:
    kind = parameter.type
    if isinstance(kind, click.Choice):
        return f"只能写 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f"应是 {kind.min} 至 {kind.max} 之间的整数"
    return f"应是{parameter.make_metavar(click.Context(click.Command('')))}"
