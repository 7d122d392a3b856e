"""Runs the page on this machine alone, until it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import uvicorn

from verifier.errors import UsageError
from verifier.review.app import create_app
from verifier.review.desk import Desk
from verifier.review.front.door import Door
from verifier.review.guard import Keys

HOST = "127.0.0.1"


_TICKS = 10
"""a second"""


class _Server(uvicorn.Server):
    """A server that says on which port it listens, and looks about every second."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[int], None], look: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready, self._look = ready, look

    async def startup(self, sockets: Any = None) -> None:
        """As uvicorn's, and then tells the port."""
        await super().startup(sockets)
        if self.started:
            self._ready(self.servers[0].sockets[0].getsockname()[1])

    async def on_tick(self, counter: int) -> bool:
        if counter % _TICKS == 0:
            self._look()
        return await super().on_tick(counter)

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
