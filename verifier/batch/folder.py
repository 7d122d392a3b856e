"""The folder of a batch: which bundles lie in it, and what has to be known of it before any points."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from verifier import pipeline
from verifier.batch.notices import is_result_folder
from verifier.batch.settings import Settings
from verifier.files.output_folder import WRITTEN_BY_BATCH, has_result, has_summary
from verifier.model import RuleSet

_MOST_NAMED = 5
"""files or folders that a sentence names"""


def bundles_of(folder: Path, out: Path) -> dict[str, Path]:
    """By the name that the output folder bears: the bundle's, without its archive ending."""
    bundles: dict[str, Path] = {}
    for entry in filter(_is_bundle, _entries(folder, out)):
        bundle = Path(entry.path)
        name = _name(bundle)
        name = f"{name}（材料）" if name.lower() in WRITTEN_BY_BATCH else name
        bundles[bundle.name if name in bundles else name] = bundle
    return bundles


def of_folder(folder: Path, out: Path, settings: Settings) -> tuple[str, ...]:
    """What has to be known of the folder, a Chinese sentence each."""
    bundles = bundles_of(folder, out)
    files = [Path(entry.path) for entry in _entries(folder, out) if entry.is_file()]
    loose = [path.name for path in files if not pipeline.is_archive(path)]
    told = [*_of_nothing(folder, bundles), *of_one_school(folder, bundles.values(), settings.rule_set())]
    if loose and not is_result_folder(folder):
        told.append(
            f"“{folder.name}”下有 {len(loose)} 个文件不在任何一所学校的文件夹里，没有读：{_named(loose)}。"
            "请放进所属学校的文件夹后重新核验。"
        )
    return tuple(map(settings.mask, told))


def of_one_school(folder: Path, bundles: Collection[Path], rules: RuleSet) -> tuple[str, ...]:
    """That the folder is one school's own bundle, where the folders in it are named for cells."""
    names = [_name(bundle) for bundle in bundles]
    if not pipeline.looks_like_one_school(names, rules):
        return ()
    return (
        f"“{folder.name}”下的文件夹（{_named(names)}）像是一所学校的各项材料，却各按一所学校核验了，得分没有意义；"
        "请按一所学校的材料重新核验。",
    )


def _of_nothing(folder: Path, bundles: Collection[str]) -> Iterator[str]:
    if is_result_folder(folder):
        yield f"“{folder.name}”是核验结果文件夹，不是材料，请给出各校材料所在的文件夹。"
    elif not bundles:
        yield f"“{folder.name}”下没有文件夹或压缩包，没有核验任何材料，请给出各校材料所在的文件夹。"


def _named(names: list[str]) -> str:
    return "、".join(names[:_MOST_NAMED]) + ("等" if len(names) > _MOST_NAMED else "")


def _entries(folder: Path, out: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda each: each.name)
    except OSError as fault:
        raise pipeline.interrupted(folder, fault) from fault
    for entry in entries:
        path = Path(entry.path)
        if path.name.startswith((".", "~$", "__MACOSX")) or path.name.lower() in _SYSTEM_FILES:
            continue
        if not entry.is_symlink() and path.resolve() != out.resolve():
            yield entry


_SYSTEM_FILES = ("thumbs.db", "desktop.ini")


def _is_bundle(entry: os.DirEntry[str]) -> bool:
    """As the folder lists it: one that is away a moment later is a bundle all the same."""
    path = Path(entry.path)
    if entry.is_file():
        return pipeline.is_archive(path)
    return entry.is_dir() and not has_result(path) and not has_summary(path)


def _name(bundle: Path) -> str:
    name = bundle.resolve().name
    if bundle.is_dir():
        return name
    stem = name.removesuffix(bundle.suffix)
    return stem[:-4] if stem.lower().endswith(".tar") else stem
