"""Files that are dropped on the page: copied into a folder that the page names, each whole or not at all."""

from __future__ import annotations

import hmac
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from verifier.files.system import reason_of
from verifier.model import Limits
from verifier.review import asking

_NAME = re.compile(r"\d{4}-\d\d-\d\d \d{6}")
_FORBIDDEN = re.compile(r'[\\:*?"<>|\x00-\x1f]')
"""characters that no file on Windows has in its name, some of which lead elsewhere there"""


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a page takes files that are dropped on it."""

    name: str
    """of the folder for them: when the page was opened"""
    folder: Path
    csrf: str
    accept: str
    """endings of files that are taken by themselves, as a browser wants them"""


def drop(request: Request, endings: Iterable[str]) -> Drop:
    """For a page behind the front door."""
    name = datetime.now().strftime("%Y-%m-%d %H%M%S")
    accept = ",".join(f".{each}" for each in endings)
    return Drop(name, asking.door_of(request).uploads / name, request.scope["csrf"], accept)


async def receive(request: Request) -> Response:
    """One file. It stands in its place when this answers."""
    csrf = request.headers.get("x-csrf", "")
    if not hmac.compare_digest(csrf.encode(), request.scope["csrf"].encode()):
        raise HTTPException(403, "页面已过期，请刷新后重试。")
    target = _target(asking.door_of(request).uploads, request.path_params["name"], request.path_params["path"])
    draft: Path | None = None
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".writing-", delete=False) as file:
            draft, size = Path(file.name), 0
            async for chunk in request.stream():
                size += len(chunk)
                if size > Limits().file_bytes:
                    raise HTTPException(413, f"“{target.name}”太大，没有复制。")
                file.write(chunk)
        os.replace(draft, target)
    except OSError as fault:
        raise HTTPException(500, f"“{target.name}”没有复制成：{reason_of(fault)}。") from fault
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)
    return Response(status_code=204)


def _target(home: Path, name: str, path: str) -> Path:
    """Where a file goes. Raises HTTPException for a name that leads elsewhere."""
    parts = [_FORBIDDEN.sub("_", part) for part in path.split("/")]
    if not _NAME.fullmatch(name) or any(part in ("", ".", "..") for part in parts):
        raise HTTPException(400, "文件名不对，没有复制。")
    return home.joinpath(name, *parts)
