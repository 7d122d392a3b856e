"""The command that makes an empty bundle: `new`."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli import options as option
from verifier.cli.faults import faults
from verifier.cli.help import Command


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
@option.year("考核年度；写上则填入表格和附件2的标题。")
@option.rules_name
@option.verbose
def new(folder: Path, year: int | None, rules_name: str | None, verbose: bool) -> None:
    """新建一份空白材料包：FOLDER 下每项指标一个文件夹，附填写说明、名单模板和空白的附件1、2、3。"""
    with faults(verbose):
        from verifier.blank import new_bundle
        from verifier.rules import load_rule_set, rule_set_for

        chosen = load_rule_set(rules_name) if rules_name else rule_set_for(year)
        written = new_bundle(folder, chosen, year)
        click.echo(f"已新建空白材料包，共 {len(written)} 个文件：{folder}\n请先看其中的“填写说明.txt”。", err=True)
