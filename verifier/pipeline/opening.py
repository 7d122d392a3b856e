"""The files of a bundle are opened: what each shows, whatever opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from verifier.bundle import as_it_is, has_libarchive, is_changed, open_bundle, patiently, unread
from verifier.model import Bundle, Document, Limits, Lost, SourceFile, Terms
from verifier.ocr import Cache
from verifier.pictures import decoded_by
from verifier.pipeline.progress import Progress, Silent
from verifier.pipeline.remembering import Remembering
from verifier.readers import given_up, is_rendered, office, render
from verifier.readers.pictures.metafile import is_icon
from verifier.workers import Calls, Here, Reach, calls_in

Answer = TypeVar("Answer")
_ROOM = 4 << 20
"""bytes that there must be room for"""
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
def opening(terms: Terms, jobs: int, work: Path, *sources: Path, before: Cache | None = None) -> Iterator[Opening]:
    """Files are opened in so many processes, none of which the run depends on; for 0 in this one.

    They read what lies in `sources`, and write into `work` alone where the system can hold them to it. `before`: what
    is kept of files that were opened before.
    """
    with calls_in(jobs, terms.limits, Reach(work, sources)) as made:
        calls = Remembering(made, before) if before is not None else made
        with decoded_by(calls):
            yield Opening(terms, calls)


def papers_of(bundle: Path, work: Path, how: Opening) -> tuple[SourceFile, ...]:
    """All files of a bundle, those in archives too, not yet read. Raises UsageError and BundleError."""
    return open_bundle(bundle, work, how.terms, how.apart).files


def programs() -> tuple[str, ...]:
    """The programs of this machine without which some files stay unread."""
    found = {"LibreOffice": office.program() is not None, "libarchive": has_libarchive()}
    return tuple(name for name, there in found.items() if there)


def documents_of(bundle: Bundle, work: Path, how: Opening, progress: Progress) -> list[Document]:
    """The documents of all files, in the bundle's order. Each is read in a folder of its own, side by side.

    A file that was saved meanwhile, or whose reader died, is tried again when all others have been read.
    """
    found = _read(bundle.files, work, how, progress)
    lost = [file for file in bundle.files if file.status == "read" and found[file][0].file.out_of_reach]

    def again(file: SourceFile) -> list[tuple[tuple[SourceFile, tuple[Document, ...]], bool]]:
        folder = work / f"again-{bundle.files.index(file)}"
        now = as_it_is(file, folder)
        documents = _read([now], folder, how, Silent())[now]
        return [((file, documents), is_changed(now))]

    found.update(patiently(lost, again))
    documents = [document for file in bundle.files for document in found[file]]
    return list(_with_drawings(documents, work / "drawings", how))


def _with_drawings(documents: Sequence[Document], work: Path, how: Opening) -> Iterator[Document]:
    """The documents; those of drawings inside papers as LibreOffice draws them, but for icons."""
    waiting = [document.file for document in documents if office.is_converted(document.file)]
    drawn = _read(waiting, work, how, Silent()) if waiting else {}
    for document in documents:
        for each in drawn.get(document.file, (document,)):
            if each is document or not is_icon(each):
                yield replace(each, context=document.context)


def _reached(file: SourceFile, documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents of a file. What looks damaged may have been half written when the bundle was opened."""
    told = documents[0].file
    if file.status != "read" or told.status == "read" or told.out_of_reach or not is_changed(file):
        return documents
    row, flags = unread(file)
    return (Document(row, flags=flags),)


def _read(
    files: Sequence[SourceFile], work: Path, how: Opening, progress: Progress
) -> dict[SourceFile, tuple[Document, ...]]:
    """Each file with its documents."""
    converted = dict(zip(files, _converted(files, work / "converted", how), strict=True))
    waiting = [each for each in converted.values() if isinstance(each, SourceFile) and is_rendered(each)]
    progress.start("打开文件", len(waiting))
    asked = [(file, work / "read" / str(at), how.terms) for at, file in enumerate(waiting)]
    answers = dict(zip(waiting, how.calls.each(render, asked, progress.advance), strict=True))
    found: dict[SourceFile, tuple[Document, ...]] = {}
    if any(not isinstance(answer, Lost) and answer[0].file.status == "unreadable" for answer in answers.values()):
        _refuse_full(work)
    for file, each in converted.items():
        found[file] = _reached(file, (each,) if isinstance(each, Document) else _documents(each, answers, how))
    return found


def _refuse_full(work: Path) -> None:
    """Raises OSError where there is no room in the temporary folder: libraries call papers damaged then."""
    work.mkdir(parents=True, exist_ok=True)
    probe = work / "probe"
    try:
        probe.write_bytes(bytes(_ROOM))
    finally:
        probe.unlink(missing_ok=True)


def _documents(
    file: SourceFile, answers: Mapping[SourceFile, tuple[Document, ...] | Lost], how: Opening
) -> tuple[Document, ...]:
    answer = answers.get(file, (Document(file),))
    return given_up(file, answer, how.terms.limits) if isinstance(answer, Lost) else answer


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
