"""Whether what lies in an output folder is still what the program wrote, and the papers what it read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verifier import pipeline
from verifier.errors import UsageError
from verifier.files import put_in_place, refuse_running
from verifier.files.manifest import BrokenManifest, read_manifest
from verifier.files.origin import origin_of
from verifier.files.output_folder import DIGESTS, EARLIER, EXPORT, PAGES, SUMMARY, has_result, has_summary
from verifier.language.masking import mask_text
from verifier.model import FailedRecord, Terms
from verifier.record import UnreadableRecord, read_summary_lines
from verifier.verifying.contents import compared
from verifier.verifying.decided import of_log
from verifier.verifying.found import Found, Verified, changed, told, unsure
from verifier.verifying.papers import of_papers
from verifier.verifying.recounted import of_points
from verifier.verifying.signing import make_key, of_signature, sign

__all__ = ["Found", "Verified", "make_key", "signed", "told", "verified"]


def signed(folder: Path, key: Path) -> tuple[Path, ...]:
    """Signs a folder of a check, or a summary and each folder under it, in which nothing was changed; which were.

    Raises UsageError and WriteError.
    """
    for each in verified(folder):
        if each.is_changed or not each.has_manifest:
            raise UsageError(f"“{each.name}”写出以后有改动，或没有清单，没有签名；请先用 verifier verify 查看")
    folders = [folder, *_schools(folder)] if not has_result(folder) else [folder]
    for each_folder in folders:
        sign(each_folder, key)
    return tuple(folders)


def verified(folder: Path, bundle: Path | None = None, key: Path | None = None, jobs: int = 1) -> tuple[Verified, ...]:
    """What can be told of a folder of a check, or of the summary of a batch and of each folder in it.

    `bundle`: the papers are looked at too, of a batch the folder with those of all; archives are opened in so many
    processes. `key`: the public key that has to have signed it. Raises UsageError for a folder without a result, for
    papers that are not there and for a key that is none; WriteError while a check writes there.
    """
    if bundle is None:
        return _verified(folder, None, key)
    if not bundle.exists():
        raise UsageError(f"找不到“{bundle}”，请检查路径")
    with pipeline.working_folder() as work, pipeline.opening(Terms(), jobs, work, bundle) as how:
        return _verified(folder, _Papers(bundle, how), key)


@dataclass(frozen=True, slots=True)
class _Papers:
    bundle: Path
    how: pipeline.Opening

    def of(self, school: Path) -> Path:
        """Those of one school in the folder of all: by what this machine knows, else by name."""
        known = origin_of(school)
        if known is not None and known.parent == self.bundle.resolve() and known.exists():
            return known
        named = (path for path in sorted(self.bundle.iterdir()) if school.name in (path.name, path.stem))
        return next(named, self.bundle / school.name)


def _verified(folder: Path, papers: _Papers | None, key: Path | None) -> tuple[Verified, ...]:
    refuse_running(folder)
    put_in_place(folder)
    if has_result(folder):
        return (_of_check(folder, key, papers, papers.bundle if papers else None),)
    schools = _schools(folder)
    if not schools and not has_summary(folder):
        if (folder / DIGESTS).is_file():
            return (_of_check(folder, key, papers, papers.bundle if papers else None),)
        raise UsageError(f"“{folder}”里没有核验结果，请写 check 或 batch 的输出文件夹")
    found = [_of_check(school, key, papers, papers.of(school) if papers else None) for school in schools]
    return (_of_summary(folder, schools, key), *found)


def _schools(folder: Path) -> list[Path]:
    return sorted(filter(_is_school, folder.iterdir())) if folder.is_dir() else []


def _is_school(folder: Path) -> bool:
    if not folder.is_dir() or folder.name in (EARLIER, EXPORT, PAGES):
        return False
    put_in_place(folder)
    return has_result(folder) or (folder / DIGESTS).is_file()


def _of_check(folder: Path, key: Path | None, papers: _Papers | None, bundle: Path | None) -> Verified:
    put_in_place(folder / EXPORT)
    seen = compared(folder, DIGESTS)
    found = [*seen.found, *of_log(folder), *of_points(folder, seen.has_manifest), *of_signature(folder, key)]
    if papers is not None and bundle is not None:
        found += of_papers(folder, bundle, papers.how)
    has_papers = papers is not None
    return Verified(mask_text(folder.resolve().name), seen.has_manifest, seen.files, tuple(found), has_papers)


def _of_summary(folder: Path, schools: list[Path], key: Path | None) -> Verified:
    put_in_place(folder / EXPORT)
    seen = compared(folder, DIGESTS, schools)
    found = [*seen.found, *_of_schools(folder, schools), *of_signature(folder, key)]
    if not seen.has_manifest and any(map(_is_in_batch, schools)):
        found.append(changed(f"汇总的清单“{DIGESTS}”不见了：各校的结果是批量核验写的，写出时有这份清单。"))
    return Verified(f"{mask_text(folder.resolve().name)}（汇总）", seen.has_manifest, seen.files, tuple(found))


def _is_in_batch(school: Path) -> bool:
    try:
        told = read_manifest(school / DIGESTS)
    except BrokenManifest:
        return False
    return told is not None and told.in_batch


def _of_schools(folder: Path, schools: list[Path]) -> Iterator[Found]:
    """Results that a summary has and that are not there, or the other way round."""
    try:
        lines = read_summary_lines(folder)
    except UnreadableRecord:
        return
    named = {line.name for line in lines if not isinstance(line, FailedRecord)}
    there = {school.name for school in schools}
    for name in sorted(named - there):
        yield changed(f"“{mask_text(name)}”的结果不见了：“{SUMMARY}”里有它。")
    for name in sorted(there - {line.name for line in lines}):
        yield unsure(f"“{mask_text(name)}”的结果不在“{SUMMARY}”里：是另外核验、放进来的，或是以前批量核验留下的。")
