"""A copy of Weihai's rule set to break, and what loading it then says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from verifier.errors import RuleError
from verifier.rules import load_rule_set, rule_folders

WEIHAI = next(folder for folder in rule_folders() if folder.name == "weihai-2020")
DEMONSTRATIONS = tuple(folder for folder in rule_folders() if folder != WEIHAI)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The rule set's folder, to be changed freely."""
    return Path(shutil.copytree(WEIHAI, tmp_path / "copy"))


@pytest.fixture
def broken(copy: Path) -> Callable[..., str]:
    """Replaces one text of one file and gives the message of the error that follows."""

    def breaks(name: str, old: str, new: str) -> str:
        file = copy / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old} does not stand in {name}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(RuleError) as caught:
            load_rule_set(copy)
        return str(caught.value)

    return breaks


@pytest.fixture
def line_of() -> Callable[[str, str], int]:
    """The line of a file of the sound rule set in which a text stands first, from 1."""

    def line(name: str, text: str) -> int:
        before = (WEIHAI / name).read_text(encoding="utf-8").split(text, 1)[0]
        return before.count("\n") + 1

    return line
