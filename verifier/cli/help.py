"""Help and complaints of the command line in Chinese throughout."""

from __future__ import annotations

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
    if isinstance(error, click.NoSuchOption):
        return f"没有选项 {error.option_name}"
    if isinstance(error, click.BadParameter) and error.param:
        option = isinstance(error.param, click.Option)
        name = error.param.opts[0] if option else error.param.human_readable_name
        return f"缺少 {name}" if isinstance(error, click.MissingParameter) else f"{name} 的值不对"
    return "没有这个命令，或参数多了"
