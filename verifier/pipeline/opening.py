"""The files of a bundle are opened: what each shows, whatever opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from verifier.bundle import has_libarchive
from verifier.model import Bundle, Document, Limits, Lost, SourceFile, Terms
from verifier.pipeline.progress import Progress
from verifier.readers import given_up, is_rendered, office, render
from verifier.workers import Calls, Here, calls_in

Answer = TypeVar("Answer")
Converted = dict[SourceFile, SourceFile | Document]
"""a paper of an old format → as one that is read, or the document that says why it can't be"""


@dataclass(frozen=True, slots=True)
class Opening:
    """How files are opened."""

    terms: Terms = field(default_factory=Terms)
    calls: Calls = field(default_factory=Here)

    def apart(self, function: Callable[..., Answer], arguments: tuple[object, ...]) -> Answer | Lost:
        """One call."""
        return self.calls.each(function, [arguments], lambda: None)[0]


@contextmanager
def opening(terms: Terms, jobs: int) -> Iterator[Opening]:
    """Files are opened in so many processes, none of which the run depends on; for 0 in this one."""
    with calls_in(jobs, terms.limits) as calls:
        yield Opening(terms, calls)


def programs() -> tuple[str, ...]:
    """The programs of this machine without which some files stay unread."""
    found = {"LibreOffice": office.program() is not None, "libarchive": has_libarchive()}
    return tuple(name for name, there in found.items() if there)


def documents_of(bundle: Bundle, work: Path, how: Opening, progress: Progress) -> list[Document]:
    """The documents of all files, in the bundle's order. Each is read in a folder of its own, side by side."""
    files = _converted(bundle.files, work / "converted", how)
    terms, waiting = how.terms, [file for file in files if isinstance(file, SourceFile) and is_rendered(file)]
    progress.start("打开文件", len(waiting))
    asked = [(file, work / "read" / str(at), terms) for at, file in enumerate(waiting)]
    answers = dict(zip(waiting, how.calls.each(render, asked, progress.advance), strict=True))
    documents: list[Document] = []
    for file in files:
        if isinstance(file, Document):
            documents.append(file)
            continue
        answer = answers.get(file, (Document(file),))
        documents += given_up(file, answer, terms.limits) if isinstance(answer, Lost) else answer
    return documents


def _converted(files: Sequence[SourceFile], work: Path, how: Opening) -> list[SourceFile | Document]:
    """The files, those of old formats as ones that are read: many in one call, then each that was lost alone."""
    old = [file for file in files if office.is_converted(file)]
    if office.program() is None:
        found: Converted = {file: office.missing(file) for file in old}
    else:
        groups = [old[at : at + office.TOGETHER] for at in range(0, len(old), office.TOGETHER)]
        found = _called(groups, work / "together", how)
        found |= _called([[file] for file in old if file not in found], work / "alone", how)
    return [found.get(file, file) for file in files]


def _called(groups: Sequence[Sequence[SourceFile]], work: Path, how: Opening) -> Converted:
    """What became of the papers, a call a group; papers that a call for several lost are left out."""
    asked = [(group, work / str(at), how.terms) for at, group in enumerate(groups)]
    found: Converted = {}
    for group, answer in zip(groups, how.calls.each(office.convert, asked, lambda: None), strict=True):
        found |= _outcome(group, answer, how.terms.limits)
    return found


def _outcome(
    group: Sequence[SourceFile], answer: tuple[SourceFile | Document, ...] | Lost, limits: Limits
) -> Converted:
    alone = len(group) == 1
    if isinstance(answer, Lost):
        return {file: given_up(file, answer, limits)[0] for file in group if alone}
    return {file: made for file, made in zip(group, answer, strict=True) if alone or isinstance(made, SourceFile)}
