"""Whether a picture or certificate was used before, or by another school too."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.counting.eligibility.doubts import Doubt
from verifier.model import Papers, Place, Reuse


def reused(path: str, papers: Papers, name: str, place: Place | None = None) -> Iterator[Doubt]:
    """A doubt for each other bundle that shows it; `name`: what it is called."""
    for reuse in papers.reused.get(path, ()):
        what, todo = _told(reuse)
        yield Doubt(reuse.code, "open", f"{name}{what}，不计入", todo, place)


def _told(reuse: Reuse) -> tuple[str, str]:
    """Chinese: where else it is, and what to do."""
    year = f"{reuse.year}年度" if reuse.year else ""
    if reuse.code == "reused-from-earlier":
        return f"在{year or '上年度'}的材料中已经用过（{reuse.path}）", "请换用考核年度的材料"
    return f"也出现在“{reuse.school}”{year}的材料中（{reuse.path}）", "请核实是哪所学校的"
