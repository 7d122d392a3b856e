"""Runs the page on this machine alone, until it is stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import uvicorn

from verifier.errors import UsageError
from verifier.files.system import of_the_machine
from verifier.review.app import create_app
from verifier.review.desk import Desk
from verifier.review.front.door import Door
from verifier.review.guard import Keys

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
_WAITING = 128
"""connections that may wait; asyncio tries so many in a row where it can't take one"""
_TICKS = 10
"""a second"""


class _Server(uvicorn.Server):
    """A server that says on which port it listens, and looks about every second."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[int], None], look: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready, self._look = ready, look
        self._is_exhausted = False

    async def startup(self, sockets: Any = None) -> None:
        """As uvicorn's, and then tells the port."""
        await super().startup(sockets)
        if self.started:
            self.servers[0].get_loop().set_exception_handler(
                lambda loop, context: self._is_heard(context) or loop.default_exception_handler(context)
            )
            self._ready(self.servers[0].sockets[0].getsockname()[1])

    async def on_tick(self, counter: int) -> bool:
        if counter % _TICKS == 0:
            self._look()
        return await super().on_tick(counter)

    def _is_heard(self, context: dict[str, object]) -> bool:
        """That no more connections can be taken is told once: they wait, and asyncio tries again every second."""
        fault = context.get("exception")
        if not isinstance(fault, OSError) or not of_the_machine(fault):
            return False
        if not self._is_exhausted:
            self._is_exhausted = True
            log.error("同时打开的连接或文件过多，新的网页要等其他的关闭后才能打开")
        return True

    def end(self) -> None:
        """Ends when what is asked has been answered."""
        self.should_exit = True


def make_server(
    desk: Desk | None, port: int, announce: Callable[[str], None], door: Door | None = None
) -> uvicorn.Server:
    """A server over a desk, or behind a front door; `announce` is told each address that opens the page once.

    `port` 0: any free one.
    """
    keys = Keys()

    def ready(number: int) -> None:
        keys.announce = lambda token: announce(f"http://{HOST}:{number}/?token={token}")
        keys.renew()

    def look() -> None:
        """Who wants in again takes the entrance away; a new one is put there."""
        if door and door.entrance and not door.entrance.exists():
            keys.renew()

    config = uvicorn.Config(
        create_app(desk, keys, door),
        host=HOST,
        port=port,
        backlog=_WAITING,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        ws="none",
        proxy_headers=False,
    )
    server = _Server(config, ready, look)
    if door:
        door.end = server.end
    return server


def serve(desk: Desk | None, port: int, announce: Callable[[str], None], door: Door | None = None) -> None:
    """Serves until the program is interrupted, or ended on the page. Raises UsageError when the port is taken."""
    try:
        make_server(desk, port, announce, door).run()
    except SystemExit as fault:
        raise UsageError(f"端口 {port} 已被占用，请换一个，或不写 --port 由程序选择") from fault
    finally:
        if door:
            door.stop()
