"""A resubmission: two results of one school, so that only what changed has to be looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from verifier.language.masking import mask_text
from verifier.model import ResultRecord
from verifier.outputs import wording
from verifier.questions.raised import Raised


@dataclass(frozen=True, slots=True)
class Since:
    """What changed from one result to the next."""

    answered: tuple[Raised, ...]
    """raised no more, their papers being there still"""
    still: tuple[Raised, ...]
    new: tuple[Raised, ...]
    withdrawn: tuple[Raised, ...]
    """raised no more, since the paper that they were about is gone"""
    added: tuple[str, ...]
    """papers, by their names"""
    gone: tuple[str, ...]
    same: int
    """papers that are as they were"""
    cells: tuple[str, ...]
    """that have to be looked at: those of whose questions one came or went, or that an added paper is evidence of"""


def since(earlier: ResultRecord, now: ResultRecord, before: Mapping[str, Raised], after: Mapping[str, Raised]) -> Since:
    """`before`, `after`: what each of the two raises."""
    old, new = _papers(earlier), _papers(now)
    went = [each for number, each in before.items() if number not in after]
    came = tuple(each for number, each in after.items() if number not in before)
    there = {file.sha256 for file in now.files} | {""}
    added = {path for sha256, path in new.items() if sha256 not in old}
    touched = {each.cell for each in (*went, *came)} | set(_cells_of(now, added))
    return Since(
        answered=tuple(each for each in went if each.sha256 in there),
        still=tuple(each for number, each in after.items() if number in before),
        new=came,
        withdrawn=tuple(each for each in went if each.sha256 not in there),
        added=tuple(sorted(added)),
        gone=tuple(sorted(old[sha256] for sha256 in old.keys() - new.keys())),
        same=len(old.keys() & new.keys()),
        cells=tuple(cell.id for cell in now.indicators if cell.id in touched),
    )


def _papers(result: ResultRecord) -> dict[str, str]:
    """Hash and name of what people handed in, without what archives and papers hold and what nobody made."""
    made = {each.path: each for each in result.files if each.sha256 and each.status != "ignored"}
    outer = (path for path in made if made.keys().isdisjoint(map(str, PurePosixPath(path).parents)))
    return {made[path].sha256: path for path in outer}


def _cells_of(result: ResultRecord, papers: Collection[str]) -> Iterator[str]:
    """The cells of which one of the papers, or what it holds, is evidence."""
    for cell in result.indicators:
        files = {piece.file for piece in cell.evidence}
        if any(file == paper or file.startswith(f"{paper}/") for file in files for paper in papers):
            yield cell.id


def told_since(changed: Since) -> str:
    """As text for a terminal."""
    return mask_text("\n".join(_lines(changed)))


def _lines(changed: Since) -> Iterator[str]:
    yield (
        f"与上一次核验相比：不再出现的问题 {len(changed.answered)} 个，仍未解决 {len(changed.still)} 个，"
        f"新出现 {len(changed.new)} 个，材料已撤下 {len(changed.withdrawn)} 个。"
    )
    yield f"材料：没有变化 {changed.same} 份，新交 {len(changed.added)} 份，不在了 {len(changed.gone)} 份。"
    kinds = {"新出现": changed.new, "材料已撤下": changed.withdrawn, "不再出现": changed.answered}
    for name, every in kinds.items():
        yield from (f"  {name} {each.number}  {wording.one_line(each.text, 200)}" for each in every)
    yield from (f"  新交 {path}" for path in changed.added)
    yield from (f"  不在了 {path}" for path in changed.gone)
    if changed.cells:
        yield f"只需看这 {len(changed.cells)} 项指标：{'、'.join(changed.cells)}。"
