"""Where a history is, a folder or a database that machines share, and how places of output folders are named in it."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from verifier.files.output_folder import EVIDENCE
from verifier.files.own_folder import own_folder

KEY = "history.key"
KEY_PLACE = "VERIFIER_HISTORY_KEY"
"""the variable of the environment that names the key file of databases which machines share"""
_SECRET = ("password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key")
"""what libpq takes in the query of a URL and nobody may see"""


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL database. As text it has no password."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        """The URL without passwords, also one that can't be parsed since a password is not quoted in it."""
        bare = re.sub(r"(://[^:/?#@]*):.*@", r"\1@", self.url)
        address, *query = re.split(r"[?&]", bare)
        kept = [each for each in query if unquote(each.partition("=")[0]) not in _SECRET]
        return f"{address}?{'&'.join(kept)}" if kept else address

    def without_password(self) -> Server:
        """The same with nothing in it that may not be kept."""
        return Server(str(self))


def named(text: str) -> Path | Server:
    """What the user means by it."""
    return Server(text) if "://" in text else Path(text)


def key_of(place: Path | Server) -> Path:
    """The file with the key: beside the database of a folder, and in a place of the user's own where the database is a
    server's: who steals what lies there has not the key."""
    if isinstance(place, Path):
        return place / KEY
    told = os.environ.get(KEY_PLACE)
    return Path(told) if told else own_folder() / KEY


@dataclass(frozen=True, slots=True)
class Home:
    """From where the places of output folders are named."""

    folder: Path | None
    """of the history; None for one that machines share"""

    def place(self, output: Path) -> str:
        """Below the folder of the history, else from the root; with the machine where the history is shared."""
        whole = output.resolve()
        if self.folder is None:
            return f"{platform.node()}:{whole.as_posix()}"
        return whole.relative_to(self.folder.resolve()).as_posix() if self.holds(output) else whole.as_posix()

    def holds(self, output: Path) -> bool:
        """Whether it lies in the folder of the history."""
        return self.folder is not None and output.resolve().is_relative_to(self.folder.resolve())

    def still(self, place: str) -> Path | None:
        """The output folder of a place, where it still lies there, as far as this machine can tell."""
        if self.folder is not None:
            output = self.folder / place
        else:
            machine, _, path = place.partition(":")
            output = Path(path)
            if machine != platform.node():
                return None
        return output if (output / EVIDENCE).is_file() else None
