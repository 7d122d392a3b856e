"""The container of old Office papers, of mails of Outlook and of papers that want a password: streams in one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO, Protocol

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""its first bytes"""


class Container(Protocol):
    """An opened container, as olefile has it; a path is the names of storages and of a stream, with /."""

    def exists(self, path: str) -> bool: ...

    def listdir(self) -> list[list[str]]: ...

    def openstream(self, path: str) -> BinaryIO: ...


@contextmanager
def opened(data: bytes) -> Iterator[Container]:
    """The container. Raises OSError, ValueError, TypeError or IndexError for one that is damaged."""
    import olefile

    with olefile.OleFileIO(BytesIO(data)) as container:
        yield container


def stream(container: Container, *path: str) -> bytes:
    """The bytes of a stream; none where there is none of that name."""
    name = "/".join(path)
    return bytes(container.openstream(name).read()) if container.exists(name) else b""
