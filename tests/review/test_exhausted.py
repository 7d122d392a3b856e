"""A desk that can open nothing more says so once, lets new browsers wait, and answers again when there is room."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.review.browser import PATIENCE, Client, write_one_poster

FEW = """
import resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))
from verifier.cli import main
main(["review", sys.argv[1]])
"""
_SENTENCE = "同时打开的连接或文件过多"


def test_more_connections_than_files_can_be_opened_are_one_sentence(tmp_path: Path) -> None:
    write_one_poster(tmp_path / "school")
    said = tmp_path / "said"
    with said.open("wb") as errors:
        desk = subprocess.Popen(
            [sys.executable, "-c", FEW, str(tmp_path / "school")], stdout=subprocess.PIPE, stderr=errors, text=True
        )
    assert desk.stdout is not None
    address = re.search(r":(\d+)/(\?token=\S+)", desk.stdout.readline())
    assert address is not None
    port = int(address[1])
    held = [socket.create_connection(("127.0.0.1", port)) for _ in range(60)]
    last = time.monotonic() + PATIENCE
    while _SENTENCE not in said.read_text("utf-8") and time.monotonic() < last:
        time.sleep(0.1)
    for each in held:
        each.close()
    assert Client(port).ask("GET", f"/{address[2]}")[0] == 303
    desk.send_signal(signal.SIGINT)
    desk.communicate()
    assert said.read_text("utf-8").count(_SENTENCE) == 1
    assert "Traceback" not in said.read_text("utf-8")
