"""The folders of this machine, as they are chosen from, and what their names say before anything is read."""

from __future__ import annotations

import os
import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

from verifier.files.output_folder import has_result
from verifier.files.system import reason_of
from verifier.model import RuleSet

MOST = 2000
"""entries of a folder that a page lists, and of a bundle that are looked at"""
RESULTS = "核验结果"
_YEARS = 3
"""years that a page names, those that stand most often"""
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SCHOOL = re.compile(r"大学|学院|学校|职院|高专|技师")


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder, with what may be chosen in it."""

    at: Path
    folders: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()
    fault: str = ""
    """why it can't be listed"""

    @property
    def up(self) -> Path | None:
        return self.at.parent if self.at.parent != self.at else None


def listing(at: Path, with_files: bool) -> Listing:
    """The folder without what its owner keeps out of sight."""
    try:
        with os.scandir(at) as entries:
            found = sorted(islice((each for each in entries if _is_shown(each.name)), MOST), key=lambda each: each.name)
            folders = tuple(Path(each.path) for each in found if each.is_dir())
            files = tuple(Path(each.path) for each in found if with_files and each.is_file())
    except OSError as fault:
        return Listing(at, fault=f"这个文件夹打不开：{reason_of(fault)}。")
    return Listing(at, folders, files)


def _is_shown(name: str) -> bool:
    """A name that no page could send back, since it is no text, is left out too."""
    return not name.startswith((".", "~$", "$")) and name.isprintable()


def starts() -> tuple[tuple[str, Path], ...]:
    """Where people keep their papers."""
    known = (
        ("桌面", user_desktop_path()),
        ("文档", user_documents_path()),
        ("下载", user_downloads_path()),
        ("主文件夹", Path.home()),
    )
    roots = [Path(f"{letter}:\\") for letter in string.ascii_uppercase[2:]] if os.name == "nt" else [Path("/media")]
    return tuple((name, path) for name, path in (*known, *((str(each), each) for each in roots)) if path.is_dir())


@dataclass(frozen=True, slots=True)
class Look:
    """What names alone say of a bundle."""

    files: int
    """`MOST` where there are as many or more"""
    many: bool
    """it seems to hold the bundles of several schools"""
    years: tuple[int, ...]
    schools: tuple[str, ...]


def look(bundle: Path, rules: RuleSet) -> Look:
    """A quick look; nothing is opened."""
    paths = list(islice(_files(bundle), MOST))
    text = "\n".join([bundle.name, *(str(path.relative_to(bundle)) for path in paths)])
    schools = [each.name for each in rules.words.schools if any(one in text for one in (each.name, *each.aliases))]
    years = [int(year) for year, _ in Counter(_YEAR.findall(text)).most_common(_YEARS)]
    return Look(len(paths), _holds_many(bundle), tuple(sorted(years)), tuple(schools))


def is_empty(bundle: Path) -> bool:
    """Whether no file lies in a bundle that can be listed."""
    return next(_files(bundle), None) is None


def _files(bundle: Path) -> Iterator[Path]:
    if bundle.is_file():
        yield bundle.parent / bundle.name
    for folder, folders, names in os.walk(bundle):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(names) if _is_shown(name))


def _holds_many(bundle: Path) -> bool:
    """Most of what lies in it is named as schools are."""
    here = listing(bundle, with_files=True)
    names = [path.name for path in (*here.folders, *here.files) if not has_result(path)]
    return len(names) > 1 and 2 * sum(1 for name in names if _SCHOOL.search(name)) > len(names)


def usual_out(bundle: Path) -> Path:
    """Beside the bundle; among the user's documents where nothing can be written there."""
    name = f"{bundle.stem if bundle.is_file() else bundle.name} {RESULTS}"
    beside = os.access(bundle.parent, os.W_OK)
    return (bundle.parent if beside else user_documents_path() / RESULTS) / name
