"""What only the whole bundle shows: the same bytes twice, one picture filed for two cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.counting.eligibility.reuse import reused
from verifier.counting.flags import flag
from verifier.counting.photos.same_picture import filed_apart, firsts, is_photo
from verifier.model import (
    SEAL,
    Evidence,
    Fact,
    Flag,
    Observed,
    Papers,
    Place,
    RuleSet,
    Seal,
    SourceFile,
    Tally,
    asks_photo,
)

_SMALL = 20_000
"""bytes; smaller pictures inside documents are logos and ornaments"""


def twins(files: Sequence[SourceFile]) -> tuple[Mapping[str, str], tuple[Flag, ...]]:
    """path → path of the first file with the same bytes, and one note for each file that was submitted again."""
    firsts_of: dict[str, SourceFile] = {}
    found: dict[str, str] = {}
    flags: list[Flag] = []
    for file in files:
        if file.status in ("ignored", "refused") or not file.size or not file.sha256:
            continue
        first = firsts_of.setdefault(file.sha256, file)
        if first is file:
            continue
        found[file.path] = first.path
        if not _within_twin(file, found) and not (file.parent and file.size < _SMALL):
            text = f"与“{first.path}”内容完全相同，只计一次，如不需要可删去"
            flags.append(Flag("duplicate-file", "note", text, Place(file.path)))
    return found, tuple(flags)


def _within_twin(file: SourceFile, found: Mapping[str, str]) -> bool:
    """Whether the document or archive that holds the file was submitted twice as a whole."""
    parts = file.path.split("/")
    return any("/".join(parts[:end]) in found for end in range(1, len(parts)))


def near_twins(observed: Sequence[Observed], rules: RuleSet) -> Mapping[str, str]:
    """path → path of the first photo that shows the same picture, cropped, scaled or recompressed."""
    return firsts([seen for seen in observed if is_photo(seen)], rules)


def contradictions(papers: Papers, tallies: Mapping[str, Tally], rules: RuleSet) -> Mapping[str, Tally]:
    """Tallies with `reused-across-indicators` in each cell for which a photo is filed that belongs to another one."""
    own = [cell.id for cell in rules.indicators if asks_photo(cell)]
    photos = [seen for seen in papers.observed if is_photo(seen) and _is_filed(seen.path, papers, own)]
    homes = _homes(tallies, own)
    grown = dict(tallies)
    for group in _groups(photos, rules):
        home = _home(group, homes, papers, own)
        for path in group:
            cell = filed_apart(path, group, home, papers.hints)
            if cell is not None and cell in grown:
                grown[cell] = _with_reuse(grown[cell], cell, path, home, rules)
    return grown


def _groups(photos: Sequence[Observed], rules: RuleSet) -> list[list[str]]:
    """The paths of photos that show one picture, for each that is shown more than once."""
    firsts = near_twins(photos, rules)
    alike: dict[str, list[str]] = {first: [] for first in firsts.values()}
    for seen in photos:
        first = firsts.get(seen.path, seen.path)
        if first in alike:
            alike[first].append(seen.path)
    return list(alike.values())


def _homes(tallies: Mapping[str, Tally], own: Sequence[str]) -> Mapping[str, str]:
    """Path of a photo → the cell that counts it."""
    counted = ((each.file, cell) for cell in own if cell in tallies for each in tallies[cell].evidence if _counts(each))
    return dict(counted)


def shown_elsewhere(papers: Papers, tallies: Mapping[str, Tally], rules: RuleSet) -> Mapping[str, Tally]:
    """Tallies with a flag for each photo that only its name files for a cell and that another bundle shows too."""
    grown = dict(tallies)
    for cell in rules.indicators:
        if not asks_photo(cell) or cell.id not in grown:
            continue
        named = [each.file for each in grown[cell.id].evidence if each.support == "name-only"]
        flags = tuple(
            flag(doubt.code, cell.id, doubt.message, doubt.place)
            for path in dict.fromkeys(named)
            for doubt in reused(path, papers, "这张照片", Place(path, page=1))
        )
        grown[cell.id] = replace(grown[cell.id], flags=(*grown[cell.id].flags, *flags))
    return grown


def sealed(papers: Papers, tallies: Mapping[str, Tally]) -> Mapping[str, Tally]:
    """Tallies in which the first piece of a paper shows its electronic seals too, and those of another body than signs.

    They move no points.
    """
    signed = {seen.path: seals for seen in papers.observed if (seals := _telling(seen))}
    return {cell: _with_seals(tally, signed) for cell, tally in tallies.items()} if signed else tallies


def _telling(seen: Observed) -> tuple[Fact[Seal], ...]:
    return tuple(fact for fact in seen.of(SEAL) if fact.value.signature or fact.value.named == "disagrees")


def _with_seals(tally: Tally, signed: Mapping[str, tuple[Fact[Seal], ...]]) -> Tally:
    waiting = dict(signed)
    evidence = [
        replace(each, facts=(*each.facts, *waiting.pop(each.file, ()))) if each.facts else each
        for each in tally.evidence
    ]
    return replace(tally, evidence=tuple(evidence))


def _is_filed(path: str, papers: Papers, own: Sequence[str]) -> bool:
    filed = papers.hints.get(path, ())
    return bool(filed) and all(cell in own for cell in filed)


def _counts(each: Evidence) -> bool:
    return each.standing != "out"


def _home(group: Sequence[str], homes: Mapping[str, str], papers: Papers, own: Sequence[str]) -> str:
    """The cell that the picture belongs to by content, else the first that it is filed for."""
    by_content = [homes[path] for path in (*group, *(papers.twins.get(path, "") for path in group)) if path in homes]
    if by_content:
        return by_content[0]
    filed = [cell for path in group for cell in papers.hints.get(path, ())]
    return min(filed, key=own.index)


def _with_reuse(tally: Tally, cell: str, path: str, home: str, rules: RuleSet) -> Tally:
    name = next(each.name for each in rules.indicators if each.id == home)
    text = f"这张照片也用于{home}“{name}”，一张照片只计一项，请换用本项的照片"
    flag = Flag("reused-across-indicators", "review", text, Place(path, page=1), cell)
    evidence = Evidence(cell, path, (), "contradicted", f"同一张照片已用于{home}", "out", f"reused:{path}")
    kept = tuple(each for each in tally.evidence if each.file != path or each.standing != "out")
    return replace(tally, evidence=(*kept, evidence), flags=(*tally.flags, flag))
