"""What lies in a bundle, copied in one go: what is read of it later does not hang on a share that comes and goes."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from verifier.errors import WriteError
from verifier.files.system import reason_of

_PIECE = 1 << 20
_PLAIN_ENDING = re.compile(r"\.\w{1,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Copy:
    stored: Path
    sha256: str
    size: int


def copied(source: Path, work: Path) -> Copy:
    """The file as it lies there now, in `work` under its hash, with its ending.

    Raises OSError when it can't be read, WriteError when there is no room for the copy.
    """
    sha, size = hashlib.sha256(), 0
    with source.open("rb", buffering=0) as file:
        with _room_for(source):
            work.mkdir(parents=True, exist_ok=True)
            target = tempfile.NamedTemporaryFile(dir=work, delete=False)  # noqa: SIM115 it is closed below
        with target:
            while piece := file.read(_PIECE):
                sha.update(piece)
                with _room_for(source):
                    size += target.write(piece)
            with _room_for(source):
                target.flush()
    ending = source.suffix if _PLAIN_ENDING.fullmatch(source.suffix) else ""
    stored = Path(target.name).replace(work / f"{sha.hexdigest()}{ending}")
    return Copy(stored, sha.hexdigest(), size)


@contextmanager
def _room_for(source: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        why = f"临时文件夹放不下「{source.name}」：{reason_of(fault)}"
        raise WriteError(f"{why}。请清理临时文件夹所在的磁盘后重新核验。") from fault
