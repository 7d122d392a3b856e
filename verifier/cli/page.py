"""The command that opens the page on which all else is done: `desk`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click

from verifier.cli import options as option
from verifier.cli.faults import faults
from verifier.cli.help import Command
from verifier.cli.results import address_in, page_to
from verifier.files.own_folder import own_folder

_ANSWERS = 10.0
"""seconds within which a desk that runs puts a new entrance where one was taken away"""


def has_screen() -> bool:
    """Whether a browser can show itself here."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


@click.command(cls=Command)
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="端口", help="网页的端口；不写则自动选择。")
@click.option("--shortcut", is_flag=True, help="只在桌面和应用程序菜单里建一个打开本页的快捷方式。")
@option.verbose
def desk(port: int, shortcut: bool, verbose: bool) -> None:
    """在浏览器里核验：选材料、看进度、看报告、逐项审核、导出表格。

    网页只在本机可用；已经打开的，再运行一次就回到那一页。按 Ctrl+C 或在网页首页点“结束程序”结束。
    """
    with faults(verbose):
        if shortcut:
            from verifier.shortcut import write_shortcuts

            for path in write_shortcuts():
                click.echo(f"已建快捷方式：{path}", err=True)
            return
        _open(port)


def _open(port: int) -> None:
    from verifier.files.lock import Held, locked

    home = own_folder()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    entrance = home / "desk.html"
    try:
        with locked(home / "desk.lock"):
            _serve(port, entrance)
    except Held:
        _return_to(entrance)


def _serve(port: int, entrance: Path) -> None:
    from platformdirs import user_documents_path

    from verifier.files import write_whole
    from verifier.review import Door, Memory, serve

    entrance.unlink(missing_ok=True)
    shows = has_screen()

    def announce(address: str) -> None:
        nonlocal shows
        click.echo(f"网页地址（只能用一次，一刻钟内有效；失效后这里会给出新的）：{address}", err=True)
        write_whole(entrance, page_to(address).encode())
        if shows:
            click.launch(str(entrance))
            shows = False

    door = Door(Memory(entrance.with_name("results.json")), user_documents_path() / "核验材料", entrance)
    try:
        serve(None, port, announce, door)
    finally:
        entrance.unlink(missing_ok=True)


def _return_to(entrance: Path) -> None:
    """To the page of the desk that runs already, by an entrance of its own."""
    entrance.unlink(missing_ok=True)
    last = time.monotonic() + _ANSWERS
    while not entrance.exists() and time.monotonic() < last:
        time.sleep(0.1)
    address = address_in(entrance)
    told = f"，或用这个地址（只能用一次，一刻钟内有效）：{address}" if address else "。"
    click.echo(f"网页已经在本机打开，请看浏览器{told}", err=True)
    if has_screen():
        click.launch(str(entrance))
