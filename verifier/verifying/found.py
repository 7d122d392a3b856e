"""What was found where a folder was compared with what was written down of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Found:
    kind: Literal["changed", "unsure"]
    """unsure: whether it is as it was can't be told"""
    text: str
    """one Chinese sentence"""


@dataclass(frozen=True, slots=True)
class Verified:
    """A folder that was looked at."""

    name: str
    has_manifest: bool
    files: int
    """that were compared"""
    found: tuple[Found, ...]
    with_papers: bool = False
    """whether the papers were looked at too"""

    @property
    def is_changed(self) -> bool:
        return any(each.kind == "changed" for each in self.found)


def told(verified: Verified) -> Iterator[str]:
    """Chinese lines: what was found of a folder."""
    wrong = [each.text for each in verified.found if each.kind == "changed"]
    open_ = [each.text for each in verified.found if each.kind == "unsure"]
    if wrong:
        yield f"{verified.name}：写出以后有改动，{len(wrong)} 处："
    elif verified.has_manifest:
        but = "，但有说不准的" if open_ else ""
        papers = "，材料也与核验时一致" if verified.with_papers else ""
        yield f"{verified.name}：没有改动，清单上的 {verified.files} 个文件都与写出时一致{papers}{but}。"
    else:
        yield f"{verified.name}：说不准。"
    yield from (f"  · {text}" for text in wrong)
    yield from (f"  · 说不准：{text}" for text in open_)


def changed(text: str) -> Found:
    return Found("changed", text)


def unsure(text: str) -> Found:
    return Found("unsure", text)
