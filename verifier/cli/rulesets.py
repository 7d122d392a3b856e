"""The commands about rule sets: what is installed, what one says, and how one is written and tried."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from verifier.cli.faults import faults
from verifier.cli.help import Commands
from verifier.errors import RuleError, VerifierError

_policies = click.option(
    "--policy",
    "policies",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="文件",
    help="政策原文（docx、txt），用来核对引文、读取有效期；正文和附表是几个文件的，每个写一次。",
)


@click.group(cls=Commands)
def rules() -> None:
    """查看和测试规则集。"""


@rules.command("list")
def rules_list() -> None:
    """列出已安装的规则集，示范的在后。"""
    with faults():
        from verifier.rules import load_rule_set, rule_folders

        for each in sorted(map(load_rule_set, rule_folders()), key=lambda each: each.demonstration):
            click.echo(f"{each.id}\t{each.title}\t有效期至 {each.valid_to}")


@rules.command("show")
@click.argument("name")
@click.option("--html", type=click.Path(path_type=Path), metavar="文件", help="改为写成网页，可以打印（A4）。")
def rules_show(name: str, html: Path | None) -> None:
    """显示规则集 NAME 的各项指标、条款、分档和识别用词。"""
    with faults():
        from verifier.rules import folder_of, load_rule_set
        from verifier.rules.showing import shown
        from verifier.rules.showing_words import shown_words

        if html is not None:
            from verifier.telling.printing import write_page  # with all that pages are made of, which text needs not

            write_page(load_rule_set(name), folder_of(name), html)
            click.echo(f"网页已写入 {html}", err=True)
            return
        click.echo(shown(load_rule_set(name)))
        click.echo(shown_words(folder_of(name)))


@rules.command("explain")
@click.argument("cell")
@click.option("--rules", "name", metavar="规则集", help="规则集的编号或文件夹；不写则用最新的一套。")
def rules_explain(cell: str, name: str | None) -> None:
    """用文字说明一项指标（CELL 是指标号或名称）：什么计入，什么不计，怎样得分。"""
    with faults():
        from verifier.rules import load_rule_set, rule_set_for
        from verifier.telling import explained

        click.echo(explained(cell, load_rule_set(name) if name else rule_set_for(None)))


@rules.command("diff")
@click.argument("first")
@click.argument("second")
def rules_diff(first: str, second: str) -> None:
    """用文字说明两套规则（FIRST、SECOND）有哪些不同，每处只说一次。"""
    with faults():
        from verifier.rules import load_rule_set
        from verifier.telling import differences

        click.echo(differences(load_rule_set(first), load_rule_set(second)))


@rules.command("test")
@click.argument("name", required=False)
@click.option("--coverage", "covered", is_flag=True, help="列出哪些分档、界限、读法、分数段和词表没有算例。")
@click.option("--suggest", is_flag=True, help="为没有算例的起草算例，写入规则集的 cases 文件夹，经人核对后才计入。")
def rules_test(name: str | None, covered: bool, suggest: bool) -> None:
    """运行规则集自带的算例；有不符的，或有指标没有算例的，退出码为 4。"""
    with faults():
        failed = sum(_tested(folder, covered, suggest) for folder in _folders(name))
        if failed:
            sys.exit(VerifierError.exit_status)


def _tested(folder: Path, covered: bool, suggest: bool) -> int:
    """Runs the cases of a rule set; how many are wrong or missing."""
    from verifier.cases import cases_of, cells_without, coverage, coverage_shown, drafts, run_cases, write_drafts
    from verifier.rules import load_rule_set

    rules = load_rule_set(folder)
    files = cases_of(folder, rules)
    outcomes = run_cases(folder)
    wrong = [each for each in outcomes if each.difference]
    untried = cells_without(folder)
    for each in wrong:
        click.echo(f"✗ {each.name}：{each.difference}", err=True)
    for cell in untried:
        click.echo(f"✗ {cell}：没有算例，请在 {folder.name}/cases 中补上", err=True)
    waiting = sum(file.drafts for file in files)
    told = f"，另有 {waiting} 个草稿待核对（删去 draft: true 后计入）" if waiting else ""
    click.echo(f"{folder.name}：{len(outcomes)} 个算例，{len(wrong)} 个不符{told}")
    if covered:
        click.echo(coverage_shown(coverage(rules, files), rules))
    if suggest:
        text = drafts(rules, files)
        click.echo(f"草稿已写入 {write_drafts(folder, text)}，请逐条核对" if text else "没有缺少的算例")
    return len(wrong) + len(untried)


def _folders(name: str | None) -> list[Path]:
    """Of the rule sets that a name or a path means; all where there is none."""
    from verifier.rules import rule_folders

    if name and Path(name).is_dir():
        return [Path(name)]
    return [folder for folder in rule_folders() if name in (None, "", folder.name)]


@rules.command("lint")
@click.argument("path", type=click.Path(path_type=Path))
@_policies
def rules_lint(path: Path, policies: tuple[Path, ...]) -> None:
    """检查一套规则（PATH），指出每处错误和待确定问题的行和列。

    条款没有写明的、分档有空档或重叠的、没有算例的，逐处列出；已由读法或 remarks.yaml 中的说明确定的也列出。
    由 rules new 起草的，先逐处列出待填写和待核对的。有错误或待确定的问题时，退出码为 2。
    """
    with faults():
        from verifier.lint import findings_shown, look_over, open_findings, read_policy
        from verifier.rules import folder_of, load_rule_set
        from verifier.rules.loading import read_source
        from verifier.rules.unfilled import shown, unfilled

        if waiting := unfilled(read_source(folder_of(path))):
            click.echo(f"还有 {len(waiting)} 处待填写或待核对，填好后再运行本命令：")
            click.echo(shown(waiting))
            sys.exit(RuleError.exit_status)
        each, folder = load_rule_set(path), folder_of(path).resolve()
        found = look_over(path, "\n".join(map(read_policy, policies)) if policies else None, date.today())
        open_ones = open_findings(found)
        told = f"待确定的问题 {len(open_ones)} 处，已确定的 {len(found) - len(open_ones)} 处"
        click.echo(f"{each.id}：没有发现错误（{len(each.indicators)} 项指标）；{told}")
        click.echo(findings_shown(found, bool(policies)))
        if each.id != folder.name:
            click.echo(f"编号 {each.id} 与文件夹名 {folder.name} 不同，安装前请改成一样", err=True)
        if open_ones:
            sys.exit(RuleError.exit_status)


@rules.command("try")
@click.argument("name", metavar="规则集")
@click.argument("folder", type=click.Path(path_type=Path), metavar="结果文件夹")
def rules_try(name: str, folder: Path) -> None:
    """用另一套（或改过的）规则重算已有的核验结果，说明哪些指标的得分会变，不重新读材料。

    结果文件夹是 check 或 batch 的输出文件夹，不会改动。词表、考核期、计数方式的改动要重新核验才看得出，会逐处说明；
    审核时的决定不计在内。
    """
    with faults():
        from verifier.record import read_evidence
        from verifier.rules import folder_of, load_rule_set, with_digest
        from verifier.trying import folders_of, trial_text, tried

        changed = load_rule_set(name)
        for each in folders_of(folder):
            before = with_digest(read_evidence(each).rules.sha256, (changed,), folder_of(name))
            click.echo(trial_text(tried(changed, each, before)))


@rules.command("new")
@click.argument("folder", type=click.Path(path_type=Path), metavar="文件夹")
@click.option("--form", type=click.Path(path_type=Path), required=True, metavar="文件", help="附表（docx）。")
@_policies
@click.option("--like", metavar="规则集", help="词表和计数方式参照哪一套规则；不写则用最新的一套。")
def rules_new(folder: Path, form: Path, policies: tuple[Path, ...], like: str | None) -> None:
    """从 Word 附表起草一套规则，写入文件夹（文件夹名就是规则集编号）。

    表中写明的分组、指标、分数、条款和分档照录，其余标明待填写或待核对，用 verifier rules lint 逐处列出。
    """
    with faults():
        from verifier.lint import read_policy
        from verifier.rules import folder_of, load_rule_set, rule_set_for
        from verifier.starting import begin

        model = load_rule_set(like) if like else rule_set_for(None)
        text = "\n".join(map(read_policy, policies))
        written = begin(folder, form, text, model, folder_of(like or model.id))
        click.echo(f"写入 {len(written.files)} 个文件：{folder}")
        click.echo(f"{written.groups} 组 {written.cells} 项指标，其中 {written.read} 项读出了分档")
        if written.named < written.groups:
            click.echo(f"分组不确定：读成 {written.groups} 组，不同的组名只有 {written.named} 个，请核对各组")
        click.echo(f"待填写和待核对的 {written.waiting} 处，运行 verifier rules lint {folder} 逐处列出")


@rules.command("schema")
@click.argument("folder", type=click.Path(path_type=Path), metavar="文件夹")
def rules_schema(folder: Path) -> None:
    """把规则文件的 JSON Schema 写入文件夹，编辑器用它补全、说明和检查。"""
    with faults():
        from verifier.lint.schemas import editor_settings, write_schemas

        click.echo(f"写入 {len(write_schemas(folder))} 个文件：{folder}")
        click.echo("VS Code 装 YAML 插件后，把下面的设置写进 .vscode/settings.json：")
        click.echo(editor_settings(folder.resolve()))
