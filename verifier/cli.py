"""The commands. The only room that prints, exits and sets up logging; heavy imports come late."""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from verifier import __version__
from verifier.errors import UsageError, VerifierError
from verifier.options import limits_told, terms_of

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Formatter(click.HelpFormatter):
    """Help with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "用法：")

    def write_heading(self, heading: str) -> None:
        told = {"Options": "选项", "Commands": "命令"}.get(heading, heading)
        self.write(f"{told}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, text.replace("[required]", "[必填]")) for name, text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class _Command(click.Command):
    """A command whose help is in Chinese throughout."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本说明。"
        return option


class _Commands(_Command, click.Group):
    """The commands, with click's own complaints in Chinese."""

    command_class = _Command
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


@click.group(cls=_Commands, context_settings=CONTEXT)
@click.version_option(__version__, message="%(version)s", help="显示版本号。")
def main() -> None:
    """核验大学生就业创业服务指导站的考核材料，预填绩效评价表（附件2），逐项写明得分依据和缺口。

    全部在本机运行，不联网。
    """


_READING = (
    click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        metavar="个数",
        help="同时读取几个文件、识别几张图片；不写则按处理器个数，最多 2 个。",
    ),
    click.option("--password", "passwords", multiple=True, metavar="密码", help="加密材料的打开密码，可写多次。"),
    click.option(
        "--password-file",
        type=click.Path(path_type=Path),
        metavar="文件",
        help="写有打开密码的文本文件，每行一个；密码不会被显示或保存。",
    ),
    click.option(
        "--limit",
        "limits",
        multiple=True,
        metavar="名称=数值",
        help=f"放宽或收紧上限，可写多次。默认：{limits_told()}。",
    ),
)
"""options of every command that opens files"""


def _reading(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_READING):
        command = option(command)
    return command


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(
        (
            click.option(
                "--year", type=click.IntRange(2000, 2100), metavar="年度", help="考核年度；不写则从材料中判断。"
            ),
            click.option(
                "--rules", "rules_name", metavar="规则集", help="规则集的编号或文件夹；不写则用该年度有效的一套。"
            ),
            click.option("--school", metavar="名称", help="学校名称；不写则从材料中判断。"),
            click.option(
                "--last-year",
                type=click.Path(path_type=Path),
                metavar="路径",
                help="上年度的材料包、毕业生花名册或核验结果文件夹。",
            ),
            click.option(
                "--history",
                type=click.Path(path_type=Path),
                metavar="文件夹",
                help="存放以往核验结果的文件夹，查找跨年、跨校重复使用的照片。",
            ),
            click.option(
                "--ocr",
                type=click.Choice(["auto", "rapid", "tesseract"]),
                default="auto",
                help="文字识别引擎；auto 为自动选择。",
            ),
            click.option("--fast", is_flag=True, help="加快文字识别；个别字可能与默认的识别结果不同。"),
            click.option(
                "--cache", type=click.Path(path_type=Path), metavar="文件夹", help="文字识别结果的缓存文件夹。"
            ),
            click.option("--no-cache", is_flag=True, help="不使用缓存，全部重新识别。"),
            *_READING,
            click.option("--show-pii", is_flag=True, help="不遮盖身份证号、电话等个人信息（默认遮盖）。"),
            click.option(
                "--fail-on",
                type=click.Choice(["gap", "review"]),
                help="供程序调用：gap 为有缺口时、review 为有缺口或待核时，退出码为 1。",
            ),
            click.option("-q", "--quiet", is_flag=True, help="不显示进度。"),
            click.option("-v", "--verbose", is_flag=True, help="显示详细日志。"),
        )
    ):
        command = option(command)
    return command


@main.command()
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option("--out", required=True, metavar="文件夹", help="输出文件夹；写 - 则只把 result.json 写到标准输出。")
@_options
def check(bundle: Path, out: str, **options: Any) -> None:
    """核验一份材料（文件夹或压缩包 BUNDLE），写出结果。"""
    with _faults(options["verbose"]):
        from verifier import batch

        target = None if out == "-" else Path(out)
        with _progress(options) as progress:
            result = batch.check(bundle, target, _settings(options), progress)
        if target is None:
            sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
        else:
            _say(_closing(result, target), options)
        _fail_on([result], options["fail_on"])


@main.command("batch")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="文件夹", help="输出文件夹，每份材料一个子文件夹。"
)
@_options
def batch_command(folder: Path, out: Path, **options: Any) -> None:
    """逐份核验 FOLDER 下的材料，每个文件夹或压缩包是一所学校的材料，并写出汇总。"""
    with _faults(options["verbose"]):
        from verifier import batch

        with _progress(options) as progress:
            summary = batch.batch(folder, out, _settings(options), progress)
        for row in summary:
            if "error" in row:
                _say(f"{row['name']}：{row['error']}", options)
            else:
                _say(f"{row['name']}：{row['total']['proposed']} 分，{row['grade']['proposed']}", options)
        _say(f"汇总：{out / 'summary.html'}（表格 summary.xlsx）", options)
        _fail_on(batch.results(out, summary), options["fail_on"])


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rules", "rules_name", metavar="规则集", help="规则集的编号或文件夹；不写则用该年度有效的一套。")
@click.option(
    "--ocr", type=click.Choice(["auto", "rapid", "tesseract"]), default="auto", help="文字识别引擎；auto 为自动选择。"
)
@click.option(
    "--picture",
    type=click.Path(path_type=Path),
    metavar="图片",
    help="另存带标框的页面图片；多页时编号为 名称-1.png 等。",
)
@_reading
@click.option("--show-pii", is_flag=True, help="不遮盖身份证号、电话等个人信息（默认遮盖）。")
@click.option("-v", "--verbose", is_flag=True, help="显示详细日志。")
def inspect(file: Path, verbose: bool, picture: Path | None, **options: Any) -> None:
    """查看一份材料 FILE：识别出的文字、表格和信息，能证明哪些指标，为什么。"""
    with _faults(verbose):
        from verifier import batch

        told = {name: options[name] for name in ("ocr", "show_pii")}
        settings = batch.Settings(rules=options["rules_name"], **told, **_opening(options))
        click.echo(batch.inspect(file, settings, picture))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--year", type=click.IntRange(2000, 2100), metavar="年度", help="考核年度；写上则填入表格和附件2的标题。")
@click.option("--rules", "rules_name", metavar="规则集", help="规则集的编号或文件夹；不写则用该年度有效的一套。")
@click.option("-v", "--verbose", is_flag=True, help="显示详细日志。")
def new(folder: Path, year: int | None, rules_name: str | None, verbose: bool) -> None:
    """新建一份空白材料包：FOLDER 下每项指标一个文件夹，附填写说明、名单模板和空白的附件1、2、3。"""
    with _faults(verbose):
        from verifier.blank import new_bundle
        from verifier.rules import load_rule_set, rule_set_for

        chosen = load_rule_set(rules_name) if rules_name else rule_set_for(year)
        written = new_bundle(folder, chosen, year)
        click.echo(f"已新建空白材料包，共 {len(written)} 个文件：{folder}\n请先看其中的“填写说明.txt”。", err=True)


@main.command()
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@click.option("--html", type=click.Path(path_type=Path), metavar="文件", help="另存为网页。")
@click.option("-v", "--verbose", is_flag=True, help="显示详细日志。")
def diff(first: Path, second: Path, html: Path | None, verbose: bool) -> None:
    """比较前后两次的核验结果文件夹 FIRST、SECOND：逐项得分、总分、消除和新出现的提示。"""
    with _faults(verbose):
        from verifier import comparing

        comparison = comparing.compare(first, second)
        click.echo(comparing.as_text(comparison))
        if html is not None:
            comparing.write_page(comparison, html)
            click.echo(f"网页已写入 {html}", err=True)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="端口", help="网页的端口；不写则自动选择。")
@click.option("--rules", "rules_name", metavar="规则集", help="核验时用的规则集文件夹；不写则按结果中的编号查找。")
@click.option("--open", "opens", is_flag=True, help="自动打开浏览器。")
@click.option("-v", "--verbose", is_flag=True, help="显示详细日志。")
def review(folder: Path, port: int, rules_name: str | None, opens: bool, verbose: bool) -> None:
    """在本机网页上审核核验结果（FOLDER 是 check 或 batch 的输出文件夹）：看材料、作决定、导出表格。

    网页只在本机可用，地址只能用一次；按 Ctrl+C 结束。
    """
    with _faults(verbose):
        from verifier.review import open_desk, serve

        def announce(address: str) -> None:
            click.echo(f"审核页（地址只能用一次）：{address}")
            if opens and not shown:
                click.launch(address)
            shown.append(address)

        shown: list[str] = []
        serve(open_desk(folder, rules_name), port, announce)


@main.group()
def rules() -> None:
    """查看和测试规则集。"""


@rules.command("list")
def rules_list() -> None:
    """列出已安装的规则集。"""
    with _faults():
        from verifier.rules import load_rule_set, rule_folders

        for folder in rule_folders():
            each = load_rule_set(folder)
            click.echo(f"{each.id}\t{each.title}\t有效期至 {each.valid_to}")


@rules.command("show")
@click.argument("name")
def rules_show(name: str) -> None:
    """显示规则集 NAME 的各项指标、条款和分档。"""
    with _faults():
        from verifier.rules import load_rule_set
        from verifier.rules.showing import shown

        click.echo(shown(load_rule_set(name)))


@rules.command("test")
@click.argument("name", required=False)
def rules_test(name: str | None) -> None:
    """运行规则集自带的算例；有不符的退出码为 4。"""
    with _faults():
        from verifier.cases import run_cases
        from verifier.rules import rule_folders

        failed = 0
        for folder in [Path(name)] if name and Path(name).is_dir() else rule_folders():
            if name and not Path(name).is_dir() and folder.name != name:
                continue
            outcomes = run_cases(folder)
            wrong = [each for each in outcomes if each.difference]
            failed += len(wrong)
            for each in wrong:
                click.echo(f"✗ {each.name}：{each.difference}", err=True)
            click.echo(f"{folder.name}：{len(outcomes)} 个算例，{len(wrong)} 个不符")
        if failed:
            sys.exit(4)


@rules.command("lint")
@click.argument("path", type=click.Path(path_type=Path))
def rules_lint(path: Path) -> None:
    """检查一套规则（PATH），指出每处错误的行和列。"""
    with _faults():
        from verifier.rules import load_rule_set

        each = load_rule_set(path)
        click.echo(f"{each.id}：没有发现错误（{len(each.indicators)} 项指标）")


def _settings(options: dict[str, Any]) -> Any:
    from verifier.batch import Settings

    return Settings(
        year=options["year"],
        rules=options["rules_name"],
        school=options["school"],
        last_year=options["last_year"],
        history=options["history"],
        ocr=options["ocr"],
        fast=options["fast"],
        cache=None if options["no_cache"] else options["cache"] or _default_cache(),
        show_pii=options["show_pii"],
        **_opening(options),
    )


def _opening(options: dict[str, Any]) -> dict[str, Any]:
    """How files are opened."""
    terms = terms_of(options["limits"], options["passwords"], options["password_file"])
    return {"terms": terms, "jobs": options["jobs"] or min(2, os.cpu_count() or 1)}


def _default_cache() -> Path:
    return Path(click.get_app_dir("verifier")) / "cache"


def _closing(result: dict[str, Any], out: Path) -> str:
    total = result["total"]
    gaps = sum(1 for cell in result["indicators"] if cell["status"] == "gap")
    reviews = sum(1 for cell in result["indicators"] if cell["status"] == "review")
    return (
        f"预填总分 {total['proposed']} 分（{total['low']}–{total['high']}），{result['grade']['proposed']}；"
        f"有缺口的指标 {gaps} 项，待核的 {reviews} 项。\n报告：{out / 'report.html'}"
    )


def _say(text: str, options: dict[str, Any]) -> None:
    if not options["quiet"]:
        click.echo(text if options["show_pii"] else _masked(text), err=True)


def _fail_on(results: list[dict[str, Any]], level: str | None) -> None:
    if level is None:
        return
    bad = {"gap"} if level == "gap" else {"gap", "review"}
    flags = (
        flag
        for result in results
        for flag in (*result["flags"], *(each for cell in result["indicators"] for each in cell["flags"]))
    )
    if any(flag["severity"] in bad for flag in flags):
        sys.exit(1)


@contextmanager
def _progress(options: dict[str, Any]) -> Iterator[Any]:
    """What is shown while the work goes on; gone with it, however it ends."""
    if options["quiet"]:
        from verifier.pipeline import Silent

        yield Silent()
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.stop()


class _Bar:
    """A progress bar on stderr, where that is a screen; one task at a time."""

    def __init__(self) -> None:
        self._bar: Any = None

    def start(self, what: str, total: int) -> None:
        self.stop()
        if total and sys.stderr.isatty():
            self._bar = click.progressbar(length=total, label=what, file=sys.stderr)
            self._bar.render_progress()

    def advance(self, n: int = 1) -> None:
        if self._bar is not None:
            self._bar.update(n)

    def tell(self, text: str) -> None:
        self.stop()
        click.echo(_masked(text), err=True)

    def stop(self) -> None:
        if self._bar is not None:
            click.echo("\r\x1b[K\x1b[?25h", err=True, nl=False)  # the line is empty again, the cursor to be seen
            self._bar = None


def _quiet_libraries() -> None:
    """What native code writes by itself, as libpng does on a broken picture, does not reach the user's screen."""
    if sys.stderr is sys.__stderr__ and sys.stderr is not None and sys.stderr.fileno() == 2:
        sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace", buffering=1)
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)


def _masked(text: str) -> str:
    from verifier.language.identity_numbers import mask_text

    return mask_text(text)


class _Masked(logging.Formatter):
    """What is logged may quote a paper or name a file: personal data is masked in all of it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the traceback that belongs to it."""
        return _masked(super().format(record))


@contextmanager
def _faults(verbose: bool = False) -> Iterator[None]:
    """Errors become one sentence and their exit status; never a bare traceback."""
    _quiet_libraries()
    heard = logging.StreamHandler(sys.stderr)
    heard.setFormatter(_Masked("%(levelname)s:%(name)s:%(message)s"))
    logging.basicConfig(level=logging.ERROR, handlers=[heard])
    logging.captureWarnings(True)  # they speak to programmers
    if verbose:  # ours alone: what libraries log may hold the papers' content
        logging.getLogger("verifier").setLevel(logging.DEBUG)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        yield
    except VerifierError as error:
        click.echo(f"错误：{_masked(str(error))}", err=True)
        sys.exit(error.exit_status)
    except (KeyboardInterrupt, click.Abort):
        click.echo("已中断，没有写出结果。", err=True)
        sys.exit(130)
    except Exception as error:
        if verbose:
            click.echo(_masked(traceback.format_exc()), err=True)
        click.echo(f"程序出错（{type(error).__name__}），加 -v 可看详情，请把它反馈给维护者。", err=True)
        sys.exit(4)
