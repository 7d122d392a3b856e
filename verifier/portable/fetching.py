"""What is missing is fetched by pip, the one thing in this program that reaches for the network, and only then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from verifier.portable.parts import PLATFORM, Part

_PIP = ("-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps")
_WHEEL = (
    *("--only-binary=:all:", "--implementation", "cp", "--python-version", "3.13"),
    *("--platform", PLATFORM),
)
_SOURCE = ("--no-binary=:all:",)


def bring(part: Part, folder: Path) -> None:
    """Brings a part into a folder, if the index of packages has it.

    pip runs what stands in a source package before it hands it out: so its hash is checked by pip itself, before that.
    """
    with TemporaryDirectory() as work:
        wanted = Path(work) / "wanted.txt"
        exact = f" --hash=sha256:{part.sha256}" if part.sha256 else ""
        wanted.write_text(f"{part.name}=={part.version}{exact}\n")
        kind = _SOURCE if part.is_source else _WHEEL
        command = [sys.executable, *_PIP, *kind, "--dest", str(folder), "-r", str(wanted)]
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
