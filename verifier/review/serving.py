"""Runs the page on this machine alone, until it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import uvicorn

from verifier.errors import UsageError
from verifier.review.app import create_app
from verifier.review.desk import Desk
from verifier.review.guard import Keys

HOST = "127.0.0.1"


class _Server(uvicorn.Server):
    """A server that says on which port it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[int], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: Any = None) -> None:
        """As uvicorn's, and then tells the port."""
        await super().startup(sockets)
        if self.started:
            self._ready(self.servers[0].sockets[0].getsockname()[1])


def make_server(desk: Desk, port: int, announce: Callable[[str], None]) -> uvicorn.Server:
    """A server over a desk; `announce` is told each address that opens the page once. `port` 0: any free one."""
    keys = Keys()

    def ready(number: int) -> None:
        keys.announce = lambda token: announce(f"http://{HOST}:{number}/?token={token}")
        keys.renew()

    config = uvicorn.Config(
        create_app(desk, keys),
        host=HOST,
        port=port,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        ws="none",
        proxy_headers=False,
    )
    return _Server(config, ready)


def serve(desk: Desk, port: int, announce: Callable[[str], None]) -> None:
    """Serves until the program is interrupted. Raises UsageError when the port is taken."""
    try:
        make_server(desk, port, announce).run()
    except SystemExit as fault:
        raise UsageError(f"端口 {port} 已被占用，请换一个，或不写 --port 由程序选择") from fault
