"""Rule sets: the policy as data, loaded strictly from a folder of YAML files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from verifier.errors import RuleError
from verifier.model import RuleSet
from verifier.rules.folders import base_of, is_demonstration, rule_folders
from verifier.rules.loading import assembled, digest_of, read_source
from verifier.rules.unfilled import refuse_unfilled
from verifier.rules.words import load_words

__all__ = [
    "folder_of",
    "installed_folder",
    "installed_rule_set",
    "load_rule_set",
    "naming",
    "rule_folders",
    "rule_set_digest",
    "rule_set_for",
    "with_digest",
]

_LONGEST_ID = 40
"""characters of an id that a message shows"""


def load_rule_set(name: str | Path) -> RuleSet:
    """The rule set of an installed id, or of a folder or its `ruleset.yaml`.

    Raises RuleError: names file, line, key and what is allowed there.
    """
    folder = folder_of(name)
    with naming(folder):
        base = base_of(folder)
    files = [*folder.rglob("*.yaml"), *(base.glob("words/*.yaml") if base else ())]
    return _loaded(folder, tuple(_state(path) for path in sorted(files)))


def rule_set_digest(name: str | Path) -> str:
    """The `sha256` of `load_rule_set`, without loading it. Raises RuleError where there is no such rule set."""
    return digest_of(folder_of(name))


def _state(path: Path) -> tuple[str, int, int]:
    about = path.stat()
    return str(path), about.st_mtime_ns, about.st_size


@lru_cache(maxsize=8)
def _loaded(folder: Path, _: tuple[tuple[str, int, int], ...]) -> RuleSet:
    """The rule set of a folder whose files are in that state: a batch asks for it with every bundle."""
    with naming(folder):
        source = read_source(folder)
        refuse_unfilled(source)
        rules = assembled(source, load_words(source.words, source.borrowed))
        if folder in rule_folders() and rules.id != folder.name:  # it is asked for by the one and listed by the other
            raise source.head.error(("id",), f"应与文件夹同名，写作 {folder.name}")
        return rules


def installed_rule_set(id_: str) -> RuleSet:
    """The installed rule set that a result names. A result is data: what it names never leads to a folder elsewhere.

    Raises RuleError.
    """
    return load_rule_set(installed_folder(id_))


def installed_folder(id_: str) -> Path:
    """As `installed_rule_set`, its folder."""
    found = next((folder for folder in rule_folders() if folder.name == id_), None)
    if found is None:
        raise RuleError(f"核验时用的规则集“{id_[:_LONGEST_ID]}”没有安装在本机")
    return found


def with_digest(sha256: str, others: Sequence[RuleSet] = (), beside: Path | None = None) -> RuleSet | None:
    """The rule set of that digest among the others, those that are installed and those that lie beside a folder.

    None where it is not there.
    """
    known = next((rules for rules in others if rules.sha256 == sha256), None)
    near = sorted(path.parent for path in beside.resolve().parent.glob("*/ruleset.yaml")) if beside else []
    folder = next((each for each in (*rule_folders(), *near) if _has_digest(each, sha256)), None)
    return known or (load_rule_set(folder) if folder else None)


def _has_digest(folder: Path, sha256: str) -> bool:
    try:
        return digest_of(folder) == sha256
    except RuleError:  # a draft beside names a rule set for its words that is not there
        return False


@contextmanager
def naming(folder: Path) -> Iterator[None]:
    """Where several rule sets are installed, a fault says first in which folder it is."""
    try:
        yield
    except RuleError as fault:
        if len(_offered()) < 2:
            raise
        raise RuleError(f"{folder.name}：{fault}") from fault


def _offered() -> tuple[Path, ...]:
    """The installed rule sets by which bundles are scored unasked."""
    return tuple(folder for folder in rule_folders() if not is_demonstration(folder))


def rule_set_for(year: int | None) -> RuleSet:
    """The rule set valid in that year, else the newest; a demonstration is none."""
    installed = [load_rule_set(folder) for folder in _offered()]
    if not installed:
        raise RuleError("没有安装任何规则集，请重新安装本工具")
    valid = [rules for rules in installed if year and rules.valid_from.year <= year <= rules.valid_to.year]
    return max(valid or installed, key=lambda rules: (rules.valid_to, rules.id))


def folder_of(name: str | Path) -> Path:
    """The folder that an installed id, a folder or its `ruleset.yaml` means. Raises RuleError."""
    for folder in rule_folders():
        if folder.name == str(name):
            return folder
    path = Path(name)
    folder = path.parent if path.is_file() else path
    if (folder / "ruleset.yaml").is_file():
        return folder
    known = "、".join(folder.name for folder in rule_folders())
    raise RuleError(f"找不到规则集“{name}”：请写已安装的编号（{known}），或规则集文件夹的路径")
