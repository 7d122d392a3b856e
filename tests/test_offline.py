"""A check reads pictures also where the very class of sockets is gone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent

PROGRAM = """
import socket, sys

def refuse(*where, **more):
    raise AssertionError("a socket was opened")

socket.socket = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from verifier.cli import main

main(["check", sys.argv[1], "--out", sys.argv[2], "--no-cache", "-q"])
"""


def test_a_picture_is_read_where_sockets_are_no_class(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    pictures = (HOME / "samples" / "good" / "bundle").rglob("01.jpg")
    (bundle / "01.jpg").write_bytes(next(iter(sorted(pictures))).read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(bundle), str(tmp_path / "out")], cwd=HOME, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert '"wechat-article"' in (tmp_path / "out" / "evidence.json").read_text("utf-8")
