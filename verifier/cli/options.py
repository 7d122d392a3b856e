"""Options that several commands share, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

import click

from verifier.options import limits_told

Function = Callable[..., None]
Option = Callable[[Function], Function]


class Opening(TypedDict):
    """What the user says of how files are opened."""

    jobs: int | None
    passwords: tuple[str, ...]
    password_file: Path | None
    limits: tuple[str, ...]


class Checking(Opening):
    """What the user says of a check."""

    year: int | None
    rules_name: str | None
    school: str | None
    last_year: Path | None
    history: str | None
    bureau_data: Path | None
    ocr: str
    fast: bool
    cache: Path | None
    no_cache: bool
    show_pii: bool
    fail_on: str | None
    log_json: Path | None
    quiet: bool
    verbose: bool


class Inspecting(Opening):
    """What the user says of a look into one file."""

    rules_name: str | None
    ocr: str
    show_pii: bool


def year(told: str) -> Option:
    return click.option("--year", type=click.IntRange(2000, 2100), metavar="年度", help=told)


rules_name = click.option(
    "--rules", "rules_name", metavar="规则集", help="规则集的编号或文件夹；不写则用该年度有效的一套。"
)
ocr = click.option(
    "--ocr", type=click.Choice(["auto", "rapid", "tesseract"]), default="auto", help="文字识别引擎；auto 为自动选择。"
)
show_pii = click.option("--show-pii", is_flag=True, help="不遮盖身份证号、电话等个人信息（默认遮盖）。")
scheduler = click.option(
    "--scheduler",
    metavar="地址",
    help="用多台机器核验：Dask 调度器的地址，如 tcp://主机:8786；不写则全部在本机核验。",
)
verbose = click.option("-v", "--verbose", is_flag=True, help="显示详细日志。")

_OPENING: tuple[Option, ...] = (
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
_CHECKING: tuple[Option, ...] = (
    year("考核年度；不写则从材料中判断。"),
    rules_name,
    click.option("--school", metavar="名称", help="学校名称；不写则从材料中判断。"),
    click.option(
        "--last-year",
        type=click.Path(path_type=Path),
        metavar="路径",
        help="上年度的材料包、毕业生花名册或核验结果文件夹；可以是各校的总文件夹，各取本校的一份。",
    ),
    click.option(
        "--history",
        metavar="文件夹或网址",
        help="存放以往核验结果的文件夹，也可以是空文件夹，或多台机器共用的 PostgreSQL 数据库（postgresql://用户@主机/数据库）；"
        "查找跨年、跨校重复使用的照片和证明，并把这次的结果存入其中的历史库。",
    ),
    click.option(
        "--bureau-data",
        type=click.Path(path_type=Path),
        metavar="路径",
        help="主管部门掌握的数据（平台注册、培训系统、名册等的导出文件或所在的文件夹），按毕业院校取出本校的人。",
    ),
    ocr,
    click.option("--fast", is_flag=True, help="加快文字识别；个别字可能与默认的识别结果不同。"),
    click.option("--cache", type=click.Path(path_type=Path), metavar="文件夹", help="文字识别结果的缓存文件夹。"),
    click.option("--no-cache", is_flag=True, help="不使用缓存，全部重新识别。"),
    *_OPENING,
    show_pii,
    click.option(
        "--fail-on",
        type=click.Choice(["gap", "review"]),
        help="供程序调用：gap 为有缺口时、review 为有缺口或待核时，退出码为 1。",
    ),
    click.option(
        "--log-json",
        type=click.Path(path_type=Path),
        metavar="文件",
        help="供程序调用：把进度和每份的结果逐条追加到这个文件，每行一个 JSON。",
    ),
    click.option("-q", "--quiet", is_flag=True, help="不显示进度。"),
    verbose,
)


def opening(command: Function) -> Function:
    """With the options of every command that opens files, as `Opening` has them."""
    return _with(_OPENING, command)


def checking(command: Function) -> Function:
    """With the options of every command that checks, as `Checking` has them."""
    return _with(_CHECKING, command)


def _with(options: tuple[Option, ...], command: Function) -> Function:
    for option in reversed(options):  # the last to be added is the first in the help
        command = option(command)
    return command
