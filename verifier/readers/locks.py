"""Office papers that want a password: opened with those that the user gave."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from verifier.model import SourceFile
from verifier.readers.outcome import Locked
from verifier.readers.terms import passwords

log = logging.getLogger(__name__)
logging.getLogger("msoffcrypto").setLevel(logging.CRITICAL)  # it tells the keys

_OF_EXCEL = "VelvetSweatshop"
"""with which Excel locks what it opens without asking: workbooks that are only kept from being changed"""


def is_locked(file: SourceFile) -> bool:
    """Whether an old Office paper wants a password."""
    import msoffcrypto

    assert file.stored is not None
    try:
        with file.stored.open("rb") as stored:
            return bool(msoffcrypto.OfficeFile(stored).is_encrypted())
    except Exception as fault:  # it raises what it likes on odd papers, and on those that are none of Office
        log.debug("%s is not known to be locked: %s", file.sha256, type(fault).__name__)
        return False


def unlocked(file: SourceFile, work: Path) -> SourceFile:
    """The file with its bytes as they are without the lock. Raises Locked when no password fits."""
    import msoffcrypto

    assert file.stored is not None
    target = work / "unlocked" / file.sha256
    target.parent.mkdir(parents=True, exist_ok=True)
    for password in (*passwords(), _OF_EXCEL):
        try:
            with file.stored.open("rb") as locked, target.open("wb") as opened:
                office = msoffcrypto.OfficeFile(locked)
                office.load_key(password=password)
                office.decrypt(opened)
            return replace(file, stored=target)
        except Exception as fault:  # it raises what it likes on odd papers; a wrong password is one of them
            log.debug("%s stays locked: %s", file.sha256, type(fault).__name__)
    raise Locked
