"""A rule set begun from a form in Word: what its table says is taken over, what it does not say is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verifier.errors import UsageError
from verifier.files import write_whole
from verifier.model import RuleSet
from verifier.rules.loading import Source as Written
from verifier.rules.loading import read_source
from verifier.rules.unfilled import unfilled
from verifier.starting.blanks import blank
from verifier.starting.drafting import Data, Source, form, groups, head, is_told
from verifier.starting.table import read_form
from verifier.starting.writing import dumped, marked_text

__all__ = ["Begun", "begin"]


@dataclass(frozen=True, slots=True)
class Begun:
    files: tuple[Path, ...]
    groups: int
    named: int
    """names of groups that differ; fewer than groups where the table does not say for sure which rows are one"""
    cells: int
    read: int
    """cells of which the clause said the tiers"""
    waiting: int
    """marks that people have to look at"""


def begin(folder: Path, paper: Path, policy: str, model: RuleSet, home: Path) -> Begun:
    """Writes a rule set for the form in a Word file, its words and ways of counting after a model that lies in `home`.

    Raises UsageError where the folder is not empty or the form can't be read.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"“{folder}”里已有文件，为免覆盖没有写入，请换一个空文件夹或新的名称")
    known = read_source(home)
    source = _source(paper, policy, model, known)
    drawn = list(groups(source))
    written = []
    for name, content in _files(folder.resolve().name, drawn, source, known, home):
        write_whole(folder / name, content)
        written.append(folder / name)
    cells = [cell for _, group in drawn for cell in group["indicators"]]
    told = sum(map(is_told, cells))
    names = {group["name"] for _, group in drawn}
    return Begun(tuple(written), len(drawn), len(names), len(cells), told, len(unfilled(read_source(folder))))


def _source(paper: Path, policy: str, model: RuleSet, known: Written) -> Source:
    cells = {cell["id"]: cell for file in known.groups for cell in file.data["indicators"]}
    return Source(read_form(paper), policy, model, known.head.data, cells, known.form.data if known.form else None)


def _files(
    id_: str, drawn: list[tuple[str, Data]], source: Source, known: Written, home: Path
) -> Iterator[tuple[str, bytes]]:
    yield "ruleset.yaml", dumped(head(source, id_), "由 verifier rules new 起草；写法见 rules/README.md")
    for at, (_, group) in enumerate(drawn, 1):
        yield f"group-{at}.yaml", dumped(group, f"第{group['id']}组。每组各项指标的满分之和为100")
    ids = [cell["id"] for _, group in drawn for cell in group["indicators"]]
    if made := form(source, ids):
        yield "form.yaml", dumped(made, "附表的文字照录；其他表格和函参照另一套规则，请核对")
    if known.blank:
        yield "blank.yaml", dumped(blank(source, known.blank.data, ids), "空材料夹的说明和表格，参照另一套规则，请核对")
    yield "remarks.yaml", dumped({"accepted": []}, "对 verifier rules lint 所列问题的说明，不影响得分")
    for path in sorted((home / "words").glob("*.yaml")):
        yield f"words/{path.name}", marked_text(path, source.local())
