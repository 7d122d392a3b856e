"""Where rule sets lie, and what the head of one says of it before it is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from verifier.errors import RuleError
from verifier.rules.yamlfile import read_yaml


def rule_folders() -> tuple[Path, ...]:
    """The folders of the rule sets that are installed."""
    package = Path(__file__).resolve().parent.parent
    for home in (package / "_rules", package.parent / "rules"):
        if home.is_dir():
            return tuple(sorted(folder for folder in home.iterdir() if (folder / "ruleset.yaml").is_file()))
    return ()


def is_demonstration(folder: Path) -> bool:
    """Whether a rule set says of itself that no bundle is scored by it unasked."""
    return _head(folder).get("demonstration") is True


def base_of(folder: Path) -> Path | None:
    """The rule set whose words another one uses: beside it, else installed. Raises RuleError where there is none."""
    name, own = _head(folder).get("words_of"), folder.resolve()
    if not isinstance(name, str) or not name:  # what is no text is told when the head is loaded
        return None
    every = (*_beside(own, name), *rule_folders())
    found = next((each for each in every if each.name == name and each != own), None)
    if found is None:
        known = "、".join(each.name for each in rule_folders() if each.name != folder.name)
        raise read_yaml(folder / "ruleset.yaml").error(("words_of",), f"找不到规则集“{name}”；可写：{known}")
    return found


def _beside(own: Path, name: str) -> tuple[Path, ...]:
    """The folder of that name beside a rule set; a path, which could lead anywhere, names none."""
    found = own.parent / name
    return (found,) if Path(name).name == name and (found / "words").is_dir() else ()


def _head(folder: Path) -> dict[str, Any]:
    """The head as it is written; {} where it is no YAML, which loading tells."""
    try:
        head: dict[str, Any] = read_yaml(folder / "ruleset.yaml").data
    except RuleError:
        return {}
    return head
