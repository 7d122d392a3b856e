"""What a result is written to: one line a file in OUTPUTS, or in FORMS for a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from verifier.files import whole_folder
from verifier.files.output_folder import ANNEX2, ANNEX2_BOOK, ANNEX3, LETTER, PEOPLE, REPORT
from verifier.model import Form, ResultRecord
from verifier.outputs.collected import collected_told
from verifier.outputs.extras import Extras, extras_of
from verifier.outputs.forms.annex2 import write_annex2
from verifier.outputs.forms.annex2_book import write_annex2_book
from verifier.outputs.forms.application import may_earn_award, write_annex3
from verifier.outputs.forms.blank import blank_annex2, blank_application, blank_paper, blank_table
from verifier.outputs.forms.letter import write_missing
from verifier.outputs.forms.publication import write_publication
from verifier.outputs.forms.wanted import Chosen, Wanted, is_settled, wanted
from verifier.outputs.people import Lists, write_people
from verifier.outputs.points import choice
from verifier.outputs.rendering import rendered
from verifier.outputs.report import write_report
from verifier.outputs.summary import Row, write_summary

__all__ = [
    "EXPORTED",
    "FORMS",
    "OUTPUTS",
    "PATIENCE",
    "Chosen",
    "Extras",
    "Lists",
    "Row",
    "Wanted",
    "blank_annex2",
    "blank_application",
    "blank_paper",
    "blank_table",
    "choice",
    "collected_told",
    "extras_of",
    "is_settled",
    "may_earn_award",
    "rendered",
    "wanted",
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


PATIENCE = 10
"""seconds that an export waits for another"""
FORMS: tuple[tuple[str, FormWriter], ...] = (
    (ANNEX2, write_annex2),
    (ANNEX2_BOOK, write_annex2_book),
    (ANNEX3, write_annex3),
)
EXPORTED = (*(name for name, _ in FORMS), LETTER)
"""names of the files that `write_export` may write"""
OUTPUTS: tuple[tuple[str, Writer], ...] = (
    (REPORT, write_report),
    (PEOPLE, _people),
)


def write_forms(result: ResultRecord, form: Form, folder: Path) -> tuple[Path, ...]:
    """Writes the official forms of a result, each whole or not at all; the paths written.

    A result with decisions shows them. Raises UsageError when a file can't be written.
    """
    return _written(result, form, folder, FORMS)


def write_export(result: ResultRecord, form: Form, folder: Path, chosen: Chosen | None = None) -> None:
    """The forms and the letter to the school; no 附件3 for a school that gets no award, no letter that asks nothing.

    All of them, or those of before stay. Raises WriteError.
    """
    forms = [each for each in FORMS if each[0] != ANNEX3 or may_earn_award(result)]
    chosen = chosen or Chosen()
    asks = any(chosen.has(each) for each in wanted(result, form.letter))
    names = {*(name for name, _ in forms), *((LETTER,) if asks else ())}
    with whole_folder(folder, names, PATIENCE, gone=set(EXPORTED) - names) as draft:
        _written(result, form, draft, forms)
        if asks:
            write_missing(result, form, draft / LETTER, chosen)


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
