"""The documents that leave the desk: forms and letter of each school, and the results of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from verifier.assuring import sentence_of
from verifier.decisions import countersigned
from verifier.errors import UsageError
from verifier.files import put_in_place, whole_folder
from verifier.files.manifest import noting
from verifier.files.output_folder import (
    ANNEX2,
    ANNEX2_BOOK,
    ANNEX3,
    DECISIONS,
    EXPORT,
    LETTER,
    PUBLICATION,
    PUBLICATION_BOOK,
    QUESTIONS,
    RESULT,
    SUMMARY_BOOK,
    SUMMARY_PAGE,
    has_summary,
)
from verifier.language.masking import mask_text
from verifier.model import Form, ResultRecord, RuleSet
from verifier.outputs import EXPORTED, PATIENCE, Chosen, Row, write_export, write_publication, write_summary
from verifier.record import read_years
from verifier.review import letters
from verifier.review.desk import Desk, Opened, School
from verifier.review.refused import Refused

OF_SCHOOL: Mapping[str, str] = {
    ANNEX2: "附件2 绩效评价表（Word）",
    ANNEX2_BOOK: "附件2 绩效评价表（Excel）",
    ANNEX3: "附件3 奖补申请表（Word）",
    LETTER: "请学校补充材料的函（Word）",
    QUESTIONS: "给学校的问题和答复表（压缩包）",
}
OF_ALL: Mapping[str, str] = {PUBLICATION: "结果公示表（Word）", PUBLICATION_BOOK: "结果公示表（Excel）"}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written."""

    name: str
    title: str
    old: bool
    """the result or the decisions are newer"""


def export(school: School, chosen: Chosen | None = None) -> None:
    """Writes the forms of a school with its decisions, and the letter: what was `chosen` now is remembered.

    Raises WriteError when they can't be, Refused where a second person has to sign first.
    """
    opened = school.open()
    if chosen is not None:
        letters.remember(school.folder, chosen)
    if lacks_signature(opened):
        raise Refused("规则集要求第二人复核：请先由没有作过决定的另一人在本页复核签字，再写出表格。", 409)
    _write_forms(school, opened.result, opened.rules)


def lacks_signature(opened: Opened) -> bool:
    """Whether a second person has to sign before anything is exported."""
    return opened.rules.countersign and countersigned(opened.log, opened.seen.result) is None


def _write_forms(school: School, result: ResultRecord, rules: RuleSet) -> None:
    with noting(school.folder, [f"{EXPORT}/{name}" for name in EXPORTED]):
        write_export(result, _form(rules), school.folder / EXPORT, letters.remembered(school.folder))


def export_all(desk: Desk) -> None:
    """Writes the documents of all schools, the results as they are made public, and the summary anew.

    A school that can't be read is told in the table of results. Raises WriteError when a folder can't be written; those
    written before it stay. Raises Refused where a second person has to sign first, and nothing was written.
    """
    read: list[tuple[School, ResultRecord, RuleSet]] = []
    faults: dict[str, str] = {}
    unsigned: list[str] = []
    for school in desk.schools.values():
        try:
            opened = school.open()
        except UsageError as fault:
            faults[school.name] = mask_text(str(fault))
        else:
            read.append((school, opened.result, opened.rules))
            if lacks_signature(opened):
                unsigned.append(mask_text(school.name))
    if unsigned:
        raise Refused(f"规则集要求第二人复核，还没有复核签字的：{'、'.join(unsigned)}。请在各校“导出”页签字。", 409)
    missing = [*map(mask_text, faults), *(name for name, _ in desk.failed)]
    forms = {rules.id: _form(rules) for _, _, rules in read}
    if len(forms) > 1:
        raise UsageError(
            f"各校核验时用的规则集不同（{'、'.join(forms)}），不能合成一张公示表；请用同一套规则集重新核验"
        )
    for school, result, rules in read:
        _write_forms(school, result, rules)
    results = [(mask_text(school.name), result) for school, result, _ in read]
    for form in forms.values():
        with (
            noting(desk.folder, [f"{EXPORT}/{name}" for name in OF_ALL]),
            whole_folder(desk.folder / EXPORT, OF_ALL, PATIENCE) as draft,
        ):
            write_publication(results, missing, form.publication, draft)
    if has_summary(desk.folder):
        told = [
            Row(
                mask_text(school.name),
                school.name,
                result,
                bureau=_form(rules).letter.unasked,
                assured=sentence_of(school.folder),
                before=read_years(school.folder),
            )
            for school, result, rules in read
        ]
        told += [Row(mask_text(name), name, None, fault) for name, fault in faults.items()]
        with noting(desk.folder, [SUMMARY_PAGE, SUMMARY_BOOK]):
            write_summary([*told, *(Row(name, name, None, error) for name, error in desk.failed)], desk.folder)


def _form(rules: RuleSet) -> Form:
    if rules.form is None:
        raise UsageError(f"规则集 {rules.id} 没有 form.yaml，不能写出表格")
    return rules.form


def exported(school: School) -> tuple[Exported, ...]:
    """What was exported of a school."""
    return _there(school.folder, OF_SCHOOL, [school])


def exported_of_all(desk: Desk) -> tuple[Exported, ...]:
    """What was exported of all schools together."""
    return _there(desk.folder, OF_ALL, desk.schools.values())


def _there(folder: Path, titles: Mapping[str, str], schools: Iterable[School]) -> tuple[Exported, ...]:
    put_in_place(folder / EXPORT)
    files = {name: folder / EXPORT / name for name in titles}
    changed = max(_changed(school.folder / name) for school in schools for name in (RESULT, DECISIONS))
    return tuple(
        Exported(name, titles[name], _changed(path) < changed) for name, path in files.items() if path.is_file()
    )


def _changed(path: Path) -> int:
    """When a file was last written, in nanoseconds; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
