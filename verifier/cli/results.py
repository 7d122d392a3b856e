"""The commands that look at results: `diff`, `verify`, `sign`, `assure` and `review`."""

from __future__ import annotations

import re
import secrets
import sys
from html import escape, unescape
from pathlib import Path

import click

from verifier.cli import options as option
from verifier.cli.faults import FOUND_WANTING, faults
from verifier.cli.help import Command
from verifier.errors import UsageError


@click.command(cls=Command)
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@click.option("--html", type=click.Path(path_type=Path), metavar="文件", help="另存为网页。")
@option.verbose
def diff(first: Path, second: Path, html: Path | None, verbose: bool) -> None:
    """比较前后两次的核验结果文件夹 FIRST、SECOND：逐项得分、总分、消除和新出现的提示。"""
    with faults(verbose):
        from verifier import comparing

        comparison = comparing.compare(first, second)
        click.echo(comparing.as_text(comparison))
        if html is not None:
            comparing.write_page(comparison, html)
            click.echo(f"网页已写入 {html}", err=True)


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--bundle", type=click.Path(path_type=Path), metavar="材料", help="连同材料一起核对；批量的写各校材料所在的文件夹。"
)
@click.option("--key", type=click.Path(path_type=Path), metavar="公钥", help="核对签名：应当用这把公钥的私钥签过。")
@option.verbose
def verify(folder: Path, bundle: Path | None, key: Path | None, verbose: bool) -> None:
    """查核验结果（FOLDER 是 check 或 batch 的输出文件夹）写出以后有没有被改动过：改了哪里，少了、多了什么。

    没有改动退出码为 0，有改动为 1；整个文件夹都没有清单、说不准的为 2。
    """
    with faults(verbose):
        from verifier import verifying

        every = verifying.verified(folder, bundle, key)
        for each in every:
            click.echo("\n".join(verifying.told(each)))
        if any(each.is_changed for each in every):
            sys.exit(FOUND_WANTING)
        if not any(each.has_manifest for each in every):
            raise UsageError("这份结果没有清单，改动过没有，说不准。请用本程序重新核验。")


@click.command(cls=Command)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--key", type=click.Path(path_type=Path), metavar="私钥", help="签名用的私钥。")
@click.option(
    "--new-key", type=click.Path(path_type=Path), metavar="文件", help="生成一对密钥：私钥写到这里，公钥的名称加 .pub。"
)
@option.verbose
def sign(folder: Path | None, key: Path | None, new_key: Path | None, verbose: bool) -> None:
    """用单位的密钥给核验结果（FOLDER 是 check 或 batch 的输出文件夹）签名，以后用 verify --key 核对。

    私钥请妥善保管，不要放进结果文件夹；公钥可以公开。
    """
    with faults(verbose):
        from verifier import verifying

        if new_key is not None:
            click.echo(f"私钥：{new_key}\n公钥：{verifying.make_key(new_key)}")
        if folder is not None and key is not None:
            click.echo(f"已签名：{'、'.join(each.name for each in verifying.signed(folder, key))}")
        elif folder is not None or new_key is None:
            raise UsageError("请写结果文件夹和 --key 私钥；还没有密钥的先用 --new-key 生成")


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--list", "target", type=click.Path(path_type=Path), metavar="文件", help="抽样，抽查表（CSV）写到这里。")
@click.option("--size", type=click.IntRange(1, 10000), default=60, metavar="处数", help="抽查多少处；不写为 60 处。")
@click.option("--seed", metavar="种子", help="抽样的种子（字母和数字）；不写则随机取一个，写在抽查表里。")
@click.option("--answers", type=click.Path(path_type=Path), metavar="文件", help="填好“对”“错”的抽查表，据此计算。")
@option.verbose
def assure(folder: Path, target: Path | None, size: int, seed: str | None, answers: Path | None, verbose: bool) -> None:
    """抽查一份核验结果（FOLDER 是 check 的输出文件夹）中得分所依据的识别内容，算出读错最多有多少（95%的把握）。

    FOLDER 是 batch 的输出文件夹的，逐校写出抽查到哪一步，哪些学校要先抽查、再抽多少处。

    在审核页（verifier review）的“抽查”上逐处判断，再运行本命令就写出结论。没有网页的，用 --list 写出抽查表，
    对照原件逐行填“对”或“错”，再用 --answers 给出填好的表。
    """
    with faults(verbose):
        from verifier import assuring

        if target is not None and answers is not None:
            raise UsageError("请写 --list 抽样，或写 --answers 给出填好的抽查表，不要两样都写")
        if target is not None:
            from verifier import batch

            sample = assuring.write_list(folder, target, size, seed or secrets.token_hex(4), batch.said_again)
            click.echo(
                f"得分所依据的识别内容共 {sample.readings} 处，再读一次读得不同的 {sample.doubtful} 处；"
                f"抽出 {len(sample.every)} 处（其中最要紧的 {len(sample.surely)} 处全部查），写入 {target}。"
            )
        elif answers is not None:
            done = assuring.answered(folder, answers)
            click.echo("\n".join((done.said.told, *map(assuring.wrong_told, done.wrong))))
        else:
            click.echo("\n".join(assuring.told_of(folder)))


@click.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="端口", help="网页的端口；不写则自动选择。")
@click.option("--rules", "rules_name", metavar="规则集", help="核验时用的规则集文件夹；不写则按结果中的编号查找。")
@click.option("--open", "opens", is_flag=True, help="自动打开浏览器。")
@option.verbose
def review(folder: Path, port: int, rules_name: str | None, opens: bool, verbose: bool) -> None:
    """在本机网页上审核核验结果（FOLDER 是 check 或 batch 的输出文件夹）：看材料、作决定、导出表格。

    网页只在本机可用，地址只能用一次；按 Ctrl+C 结束。
    """
    with faults(verbose):
        from verifier.review import open_desk, serve
        from verifier.workers import working_folder

        with working_folder() as private:
            door = private / "review.html"

            def announce(address: str) -> None:
                click.echo(f"审核页（地址只能用一次，一刻钟内有效；失效后这里会给出新的）：{address}")
                if opens and not door.exists():
                    _open_privately(address, door)

            serve(open_desk(folder, rules_name), port, announce)


def _open_privately(address: str, door: Path) -> None:
    """Opens the page by a file that its user alone can read: everybody sees with what a program was started."""
    door.write_text(page_to(address), "utf-8")
    click.launch(str(door))


def page_to(address: str) -> str:
    """A page that leads on to an address."""
    return f'<!doctype html><meta http-equiv="refresh" content="0; url={escape(address)}">'


def address_in(page: Path) -> str:
    """The address to which such a page leads; '' where there is none."""
    try:
        found = re.search(r'url=([^"]*)"', page.read_text("utf-8"))
    except OSError:
        return ""
    return unescape(found[1]) if found else ""
