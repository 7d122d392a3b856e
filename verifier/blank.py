"""The empty bundle that a school fills: a folder a cell with a note in it, tables to fill in, the blank forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from verifier.errors import RuleError, UsageError
from verifier.files import write_whole
from verifier.model import Blank, Form, Indicator, RuleSet
from verifier.outputs import blank_annex2, blank_application, blank_paper, blank_table

GAP = "      "
"""where a school writes its class"""


def new_bundle(folder: Path, rules: RuleSet, year: int | None = None) -> tuple[Path, ...]:
    """Writes the empty bundle of a rule set into `folder`; the paths written.

    Raises UsageError when the folder is there and not empty, or can't be written; RuleError when the rule set has no
    empty bundle.
    """
    if rules.blank is None or rules.form is None:
        lacking = "blank.yaml" if rules.blank is None else "form.yaml"
        raise RuleError(f"规则集 {rules.id} 没有 {lacking}，不能新建空白材料包")
    _refuse(folder)
    written = []
    for path, content in _files(rules, rules.blank, rules.form, year):
        write_whole(folder / path, content)
        written.append(folder / path)
    return tuple(written)


def _refuse(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"“{folder}”已经是一个文件，请换一个文件夹名称")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"“{folder}”里已有文件，为免覆盖没有写入，请换一个空文件夹或新的名称")


def _files(rules: RuleSet, blank: Blank, form: Form, year: int | None) -> Iterator[tuple[str, bytes]]:
    """Path in the bundle and content, in the form's order."""
    cells = rules.indicators
    yield blank.note, _note([line.format(count=len(cells)) for line in blank.root], blank)
    yield blank.forms.annex1, blank_application(form.annex1)
    yield blank.forms.annex2, blank_annex2(form, year)
    yield blank.forms.annex3, blank_application(form.annex3)
    for cell in cells:
        folder = _folder(cell, rules)
        yield f"{folder}/{blank.note}", _note(_lines(cell, blank, rules.group_of(cell.id).weight), blank)
        for table in blank.tables:
            if table.indicator == cell.id:
                title = table.title.format(year=year or GAP, last=year - 1 if year else GAP)
                yield f"{folder}/{table.file}", blank_table(title, table)
        for paper in blank.papers:
            if paper.indicator == cell.id:
                yield f"{folder}/{paper.file}", blank_paper(paper, str(year or GAP))


def _folder(cell: Indicator, rules: RuleSet) -> str:
    group = rules.group_of(cell.id)
    return f"{_name(f'{group.id} {group.name}')}/{_name(f'{cell.id} {cell.name}')}"


def _name(text: str) -> str:
    """A name that every system takes for a folder."""
    return re.sub(r'[\\/:*?"<>|]', "", text).strip(" .。")


def _lines(cell: Indicator, blank: Blank, weight: Fraction) -> list[str]:
    note = blank.notes[cell.id]
    most, total = _plain(cell.max), _plain(cell.max * weight)
    mistakes = "；".join(f"{at}．{text}" for at, text in enumerate(note.mistakes, 1))
    return [
        blank.opening.format(id=cell.id, name=cell.name.rstrip("。"), max=most),
        f"值多少：{blank.worth.format(max=most, weight=f'{_plain(weight * 100)}%', total=total)}。",
        f"放什么：{note.what}。",
        f"放多少：{note.many}。",
        f"时间要求：{note.dates}。",
        f"评分标准：{cell.clause.text}",
        f"常见错误：{mistakes}。",
    ]


def _plain(number: Fraction) -> int | float:
    return int(number) if number.denominator == 1 else float(number)


def _note(lines: list[str], blank: Blank) -> bytes:
    """Text as the editors of Windows open it."""
    return "".join(f"{line}\r\n" for line in (*lines, blank.closing)).encode("utf-8-sig")
