"""What a result is written to: one line a file in OUTPUTS."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verifier.outputs.annex2 import write_annex2
from verifier.outputs.annex2_book import write_annex2_book
from verifier.outputs.application import write_annex3
from verifier.outputs.blank import blank_annex2 as blank_annex2
from verifier.outputs.blank import blank_application as blank_application
from verifier.outputs.blank import blank_table as blank_table
from verifier.outputs.missing import write_missing
from verifier.outputs.people import Lists as Lists
from verifier.outputs.people import write_people
from verifier.outputs.renaming import renamed, shown_names
from verifier.outputs.rendering import rendered as rendered
from verifier.outputs.report import write_report
from verifier.outputs.summary import Row as Row
from verifier.outputs.summary import write_summary as write_summary
from verifier.outputs.whole import write_whole as write_whole


@dataclass(frozen=True, slots=True)
class Extras:
    """What the outputs need beside the result."""

    form: Mapping[str, Any]
    """form.yaml of the rule set"""
    pictures: Mapping[tuple[str, int], Path]
    """(file path, page) → page picture in reading orientation"""
    note: str = ""
    document_names: Mapping[str, str] = field(default_factory=dict)
    """id of a document type → Chinese"""
    mask_boxes: Mapping[tuple[str, int], Sequence[tuple[int, int, int, int]]] = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)
    """the people behind the rates"""


Writer = Callable[[Mapping[str, Any], Extras, Path], None]


def _report(result: Mapping[str, Any], extras: Extras, target: Path) -> None:
    write_report(
        result,
        target,
        extras.pictures,
        extras.note,
        scale=extras.form.get("scale", ()),
        document_names=extras.document_names,
        mask_boxes=extras.mask_boxes,
    )


def _people(result: Mapping[str, Any], extras: Extras, target: Path) -> None:
    write_people(result, extras.lists, target)


Form = Callable[[Mapping[str, Any], Mapping[str, Any], Path], None]
"""writes one file from a result and form.yaml"""

FORMS: tuple[tuple[str, Form], ...] = (
    ("annex2.docx", write_annex2),
    ("annex2.xlsx", write_annex2_book),
    ("annex3.docx", write_annex3),
)
LETTER: tuple[str, Form] = ("missing.docx", write_missing)
OUTPUTS: tuple[tuple[str, Writer], ...] = (
    ("report.html", _report),
    ("people.xlsx", _people),
)


def write_forms(result: Mapping[str, Any], form: Mapping[str, Any], folder: Path) -> tuple[Path, ...]:
    """Writes the official forms of a result, each whole or not at all; the paths written.

    A result with decisions (`decided` in a cell and at the top, `asked` in a cell) shows them.
    Raises UsageError when a file can't be written.
    """
    return _written(result, form, folder, FORMS)


def write_export(result: Mapping[str, Any], form: Mapping[str, Any], folder: Path) -> tuple[Path, ...]:
    """As `write_forms`, and the letter to the school."""
    return _written(result, form, folder, (*FORMS, LETTER))


def _written(
    result: Mapping[str, Any], form: Mapping[str, Any], folder: Path, forms: Sequence[tuple[str, Form]]
) -> tuple[Path, ...]:
    result = renamed(result, shown_names(result))
    for name, write in forms:
        write(result, form, folder / name)
    return tuple(folder / name for name, _ in forms)


def write_outputs(
    result: Mapping[str, Any],
    form: Mapping[str, Any],
    folder: Path,
    pictures: Mapping[tuple[str, int], Path],
    *,
    note: str = "",
    document_names: Mapping[str, str] | None = None,
    mask_boxes: Mapping[tuple[str, int], Sequence[tuple[int, int, int, int]]] | None = None,
    lists: Lists | None = None,
) -> tuple[Path, ...]:
    """Writes each output of a result (the record's dict) into `folder`, each whole or not at all; the paths written.

    Raises UsageError when a file can't be written.
    """
    names = shown_names(result)
    shown = {(names.get(file, file), page): picture for (file, page), picture in pictures.items()}
    boxes = {(names.get(file, file), page): each for (file, page), each in (mask_boxes or {}).items()}
    extras = Extras(form, shown, note, document_names or {}, boxes, lists or Lists())
    for name, write in OUTPUTS:
        write(renamed(result, names), extras, folder / name)
    return (*write_forms(result, form, folder), *(folder / name for name, _ in OUTPUTS))
