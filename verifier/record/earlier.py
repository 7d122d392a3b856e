"""An output folder of another run as papers: of the year before, or of another bundle."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from verifier.files.output_folder import RESULT, has_result
from verifier.model import (
    DATE,
    DOCUMENT_TYPE,
    EARLIER,
    EVENT,
    INTERNSHIP,
    SCREEN,
    DateSpan,
    Document,
    Earlier,
    Employer,
    Event,
    EvidenceRecord,
    Fact,
    FactRecord,
    Internship,
    Kind,
    Observed,
    OtherBundle,
    PaperRecord,
    Person,
    Picture,
    Place,
    ResultRecord,
    SourceFile,
)
from verifier.record.stored import UnreadableRecord, read_evidence, read_result

_VALUES: Mapping[Kind[Any], TypeAdapter[Any]] = {
    DATE: TypeAdapter(DateSpan),
    EVENT: TypeAdapter(Event),
    INTERNSHIP: TypeAdapter(Internship),
    DOCUMENT_TYPE: TypeAdapter(str),
    SCREEN: TypeAdapter(str),
}
"""the kinds of facts that are kept, and the types of their values"""
_KINDS = {kind.name: kind for kind in _VALUES}


@dataclass(frozen=True, slots=True)
class Run:
    """What an output folder has that lasts."""

    shown: OtherBundle
    """as `read_shown`"""
    result: ResultRecord | None
    """None where only the evidence lies there"""
    counted: Earlier | None
    """what was counted; None as `result`"""


def read_run(folder: Path, cells: Collection[str]) -> Run:
    """All that lasts of an output folder. Raises as `read_earlier`."""
    taken_in = read_evidence(folder)
    result = read_result(folder) if has_result(folder) else None
    return Run(_shown(folder, taken_in, cells), result, _counted(result, taken_in) if result is not None else None)


def read_earlier(folder: Path) -> tuple[Observed, ...]:
    """The papers of an output folder, as far as it keeps them, and its counted rates as a fact of kind `earlier`.

    Kept are the bytes' hash, what finds a picture again, the types, the dates and the events.
    Raises UnreadableRecord when the folder is not one that `check` wrote.
    """
    result, taken_in = read_result(folder), read_evidence(folder)
    counted = as_paper(_counted(result, taken_in), f"{folder.name}/{RESULT}")
    return (counted, *(_paper(each, folder.name) for each in taken_in.papers))


def as_paper(counted: Earlier, name: str) -> Observed:
    """What a check counted as a paper of this name, to be measured by."""
    fact = Fact(EARLIER, counted, f"{counted.year}年度核验结果", Place(name), 1.0, "record")
    return Observed(Document(SourceFile(name, "", 0, "other", "read")), (fact,))


def read_shown(folder: Path, cells: Collection[str], of_this_run: bool = False) -> OtherBundle:
    """The pictures and papers that stand as evidence of some cells in an output folder. Raises as `read_earlier`."""
    return _shown(folder, read_evidence(folder), cells, of_this_run)


def _shown(folder: Path, taken_in: EvidenceRecord, cells: Collection[str], of_this_run: bool = False) -> OtherBundle:
    shown = {piece.file for id_, cell in taken_in.cells.items() if id_ in cells for piece in cell.evidence}
    papers = tuple(_paper(paper, folder.name) for paper in taken_in.papers if paper.file in shown)
    return OtherBundle(folder.name, taken_in.school, taken_in.year, papers, of_this_run)


def _counted(result: ResultRecord, taken_in: EvidenceRecord) -> Earlier:
    return Earlier(result.school.name, result.year, _measures(taken_in), _fractions(result))


def _measures(taken_in: EvidenceRecord) -> dict[str, tuple[Fraction | None, ...]]:
    """Low, proposed and high of every measure of every cell."""
    return {name: three for cell in taken_in.cells.values() for name, three in cell.measures.items()}


def _fractions(result: ResultRecord) -> dict[str, tuple[Fraction, Fraction]]:
    return {
        rate.id: (Fraction(rate.numerator), Fraction(rate.denominator))
        for cell in result.indicators
        for rate in cell.rates
        if rate.numerator is not None and rate.denominator
    }


def _paper(paper: PaperRecord, folder: str) -> Observed:
    file = SourceFile(f"{folder}/{paper.file}", paper.sha256, 0, paper.kind, "read")
    place = Place(file.path)
    try:
        facts = tuple(_fact(each, place) for each in paper.facts if each.kind in _KINDS)
        return Observed(Document(file, picture=_picture(paper, place)), facts)
    except ValueError as fault:
        raise UnreadableRecord(f"“{folder}”里的核验结果不完整，请重新核验这份材料") from fault


def _picture(paper: PaperRecord, place: Place) -> Picture | None:
    if paper.phash is None:
        return None
    sketch, marks = b64decode(paper.sketch), b64decode(paper.marks)
    return Picture(place, (0, 0), phash=int(paper.phash, 16), sketch=sketch, marks=marks)


def _fact(fact: FactRecord, place: Place) -> Fact[object]:
    where = replace(place, page=fact.page, box=fact.box)
    kind = _KINDS[fact.kind]
    return Fact(
        kind, _value(kind, fact.value), fact.quote, where, float(fact.confidence), "record", fact.role, fact.label
    )


def _value(kind: Kind[object], told: object) -> object:
    value: object = _VALUES[kind].validate_python(told)
    if isinstance(value, Internship):  # only who it was is compared
        return Internship(Person(value.person.name), value.school, Employer(""), None, None)
    return value
