"""What a result is written to: one line a file in OUTPUTS, or in FORMS for a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from verifier.files.output_folder import ANNEX2, ANNEX2_BOOK, ANNEX3, LETTER, PEOPLE, REPORT
from verifier.model import Form, ResultRecord
from verifier.outputs.extras import Extras, extras_of
from verifier.outputs.forms.annex2 import write_annex2
from verifier.outputs.forms.annex2_book import write_annex2_book
from verifier.outputs.forms.application import write_annex3
from verifier.outputs.forms.blank import blank_annex2, blank_application, blank_table
from verifier.outputs.forms.letter import write_missing
from verifier.outputs.forms.publication import write_publication
from verifier.outputs.people import Lists, write_people
from verifier.outputs.rendering import rendered
from verifier.outputs.report import write_report
from verifier.outputs.summary import Row, write_summary

__all__ = [
    "EXPORTED",
    "FORMS",
    "OUTPUTS",
    "Extras",
    "Lists",
    "Row",
    "blank_annex2",
    "blank_application",
    "blank_table",
    "extras_of",
    "rendered",
    "write_export",
    "write_forms",
    "write_outputs",
    "write_publication",
    "write_summary",
]

FormWriter = Callable[[ResultRecord, Form, Path], None]
Writer = Callable[[ResultRecord, Extras, Path], None]


def _people(result: ResultRecord, extras: Extras, target: Path) -> None:
    write_people(result, extras.lists, target)


FORMS: tuple[tuple[str, FormWriter], ...] = (
    (ANNEX2, write_annex2),
    (ANNEX2_BOOK, write_annex2_book),
    (ANNEX3, write_annex3),
)
EXPORTED: tuple[tuple[str, FormWriter], ...] = (*FORMS, (LETTER, write_missing))
OUTPUTS: tuple[tuple[str, Writer], ...] = (
    (REPORT, write_report),
    (PEOPLE, _people),
)


def write_forms(result: ResultRecord, form: Form, folder: Path) -> tuple[Path, ...]:
    """Writes the official forms of a result, each whole or not at all; the paths written.

    A result with decisions shows them. Raises UsageError when a file can't be written.
    """
    return _written(result, form, folder, FORMS)


def write_export(result: ResultRecord, form: Form, folder: Path) -> tuple[Path, ...]:
    """As `write_forms`, and the letter to the school."""
    return _written(result, form, folder, EXPORTED)


def _written(
    result: ResultRecord, form: Form, folder: Path, forms: Sequence[tuple[str, FormWriter]]
) -> tuple[Path, ...]:
    for name, write in forms:
        write(result, form, folder / name)
    return tuple(folder / name for name, _ in forms)


def write_outputs(result: ResultRecord, form: Form, folder: Path, extras: Extras) -> tuple[Path, ...]:
    """Writes each output of a result into `folder`, each whole or not at all; the paths written.

    Raises UsageError when a file can't be written.
    """
    for name, write in OUTPUTS:
        write(result, extras, folder / name)
    return (*write_forms(result, form, folder), *(folder / name for name, _ in OUTPUTS))
