"""What a school sends back: sentences in the sheet, papers in folders named by the numbers.

A reply is opened as a bundle is: archives within their limits, every file in a process of its own.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path, PurePosixPath

from verifier import pipeline
from verifier.errors import UsageError, WriteError
from verifier.files.system import reason_of
from verifier.files.whole import replace_patiently
from verifier.language.masking import mask_text
from verifier.model import Bundle, SourceFile, Terms
from verifier.questions.keeping import Said, Standing, keep
from verifier.questions.sending import NOTE, RECORD, source_of
from verifier.questions.sheet import Answered, answers_in, number_in
from verifier.questions.states import Question

HANDED_IN = "补交"
"""folder of a bundle into which the papers of replies go"""
_OTHERS = "其他"
"""in it, for those that were in no folder of a number"""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)
"""names that Windows keeps for devices"""
_LONGEST = 80
"""characters of a name, so that a path stays within what Windows takes"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file of a reply."""

    file: SourceFile
    number: str | None
    """of the question in whose folder it lay"""


@dataclass(frozen=True, slots=True)
class Reply:
    answers: tuple[Answered, ...]
    """rows of the sheet, those without an answer too"""
    papers: tuple[Paper, ...]
    lost: tuple[str, ...]
    """names of files that can't be had out of it"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a reply."""

    questions: int
    """that were answered now"""
    sentences: int
    papers: int
    """that came with them"""
    known: int
    """answers that were taken before, or to what is settled"""
    unknown: tuple[str, ...]
    """numbers that are none of this result"""
    loose: int
    """papers that lay in no folder of a number"""
    lost: tuple[str, ...]
    copied: int
    """papers that were put into the bundle"""


def take(before: Standing, source: Path, reviewer: str, into: Path | None = None, jobs: int = 1) -> Taken:
    """Writes what a school answers to the log; its papers go `into` a folder of its bundle where one is named.

    Raises UsageError for what is no reply to these questions, BundleError for an archive that can't be opened, and
    WriteError.
    """
    if into is not None:
        _check_home(before, into)
    with pipeline.working_folder() as work, pipeline.opening(Terms(), jobs, work, source) as how:
        reply = _read(source, work, how)
        _check(before, reply, source)
        copied = sum(_copied(each, into) for each in reply.papers) if into is not None else 0
    numbers = dict.fromkeys(filter(None, (*(each.number for each in reply.papers), *_answered(reply))))
    known = {number: own for number in numbers if (own := before.of(number)) is not None}
    news = [said for number, own in known.items() if (said := _said(own, reply)) is not None]
    keep(before, news, reviewer)
    return Taken(
        questions=len(news),
        sentences=sum(bool(each.text) for each in news),
        papers=sum(len(each.papers) for each in news),
        known=len(known) - len(news),
        unknown=tuple(number for number in numbers if number not in known),
        loose=sum(each.number is None for each in reply.papers),
        lost=tuple(map(mask_text, reply.lost)),
        copied=copied,
    )


def numbers_asked(source: Path, jobs: int = 1) -> tuple[str, ...]:
    """The numbers in the sheet that a school was sent, as a folder, an archive or alone. Raises as `take`."""
    with pipeline.working_folder() as work, pipeline.opening(Terms(), jobs, work, source) as how:
        asked = dict.fromkeys(each.number for each in _read(source, work, how).answers)
    if not asked:
        raise UsageError(f"“{source.name}”里没有主管部门的问题表")
    return tuple(asked)


def _read(source: Path, work: Path, how: pipeline.Opening) -> Reply:
    if source.is_file() and not pipeline.is_archive(source):  # the sheet alone
        source = _alone(source, work / "alone")
    every = pipeline.papers_of(source, work / "reply", how)
    files = [each for each in _outer(every) if each.path.rpartition("/")[2] not in (NOTE, RECORD)]
    rows = _answers(files, work / "sheets", how)
    papers = [each for each in files if each.path not in rows]
    return Reply(
        answers=tuple(chain.from_iterable(rows.values())),
        papers=tuple(Paper(each, _number(each)) for each in papers if each.stored is not None),
        lost=tuple(each.path for each in papers if each.stored is None),
    )


def _alone(source: Path, home: Path) -> Path:
    """A folder with a copy of the file."""
    home.mkdir()
    try:
        shutil.copyfile(source, home / source.name)
    except OSError as fault:
        raise UsageError(f"“{source.name}”打不开：{reason_of(fault)}") from fault
    return home


def _outer(files: Sequence[SourceFile]) -> list[SourceFile]:
    """What people put there, without what archives and papers hold."""
    made = {each.path: each for each in files if each.status != "ignored"}
    return [each for path, each in made.items() if made.keys().isdisjoint(map(str, PurePosixPath(path).parents))]


def _answers(files: Sequence[SourceFile], work: Path, how: pipeline.Opening) -> Mapping[str, tuple[Answered, ...]]:
    """The rows of each sheet of questions, by its path; what lies in the folder of a number is a paper."""
    sheets = tuple(each for each in files if each.kind == "sheet" and each.status == "read" and not _number(each))
    read = pipeline.documents_of(Bundle("", sheets), work, how, pipeline.Silent())
    found = {document.file.path: tuple(answers_in(document)) for document in read}
    return {path: rows for path, rows in found.items() if rows}


def _number(file: SourceFile) -> str | None:
    """Of the deepest folder that names one."""
    return next(filter(None, map(number_in, reversed(file.path.split("/")[:-1]))), None)


def _check(before: Standing, reply: Reply, source: Path) -> None:
    """Raises UsageError for what answers other questions, or none."""
    own = source_of(before.result)
    others = {each.source for each in reply.answers} - {own, ""}
    if others:
        raise UsageError(f"“{source.name}”答复的是“{mask_text(min(others))}”的问题，这份结果是“{own}”的，没有收")
    is_answered = any(each.text for each in reply.answers) or any(each.number for each in reply.papers)
    if not is_answered and not (reply.answers and reply.papers):
        raise UsageError(
            f"“{source.name}”里没有答复：问题表的“答复”一栏没有填，以编号命名的文件夹里也没有材料，请核对给的是不是学校交回的"
        )


def _answered(reply: Reply) -> Iterator[str]:
    return (each.number for each in reply.answers if each.text)


def _said(own: Question, reply: Reply) -> Said | None:
    """The answer to a question; None for one that is known, or that nobody waits for any more."""
    texts = dict.fromkeys(each.text for each in reply.answers if each.number == own.number)
    papers = [each.file for each in reply.papers if each.number == own.number]
    said = Said(
        kind="answered",
        number=own.number,
        text=mask_text("；".join(filter(None, texts))),
        papers=tuple(mask_text(each.path.rpartition("/")[2]) for each in papers),
        hashes=tuple(dict.fromkeys(each.sha256 for each in papers)),
    )
    is_known = own.state == "answered" and (said.text, said.papers) == (own.answer, own.papers)
    return None if is_known or (own.is_done and own.raised is None) else said


# --- papers into the bundle -------------------------------------------------------------------------------------------


def _check_home(before: Standing, into: Path) -> None:
    out, home = before.folder.resolve(), into.resolve()
    if not home.is_dir():
        raise UsageError(f"“{into}”不是文件夹：请给出这所学校的材料文件夹；材料是压缩包的，请先解压")
    if home == out or home in out.parents or out in home.parents:
        raise UsageError("材料文件夹和结果文件夹不能互相包含，请核对")


def _copied(paper: Paper, into: Path) -> int:
    """Puts a paper into the bundle, named as it was; one that lies there with this content is left as it is."""
    assert paper.file.stored is not None
    parts = paper.file.path.split("/")
    if paper.number:
        at = next(at for at in reversed(range(len(parts) - 1)) if number_in(parts[at]) == paper.number)
        parts = [paper.number, *parts[at + 1 :]]
    else:
        parts = [_OTHERS, parts[-1]]
    target = into.joinpath(HANDED_IN, *map(_plain, parts))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        free = _free(target, paper.file.stored)
        if free is None:
            return 0
        draft = free.with_name(f".writing-{free.name}"[:_LONGEST])
        shutil.copyfile(paper.file.stored, draft)
        replace_patiently(draft, free)
    except OSError as fault:
        raise WriteError(f"补交的材料写不进“{into.name}”：{reason_of(fault)}，请检查磁盘空间和权限后重试") from fault
    return 1


def _plain(name: str) -> str:
    """A name that every system takes, and that leads nowhere else."""
    cut = _FORBIDDEN.sub("", name).strip(" .")
    stem, dot, ending = cut.rpartition(".")
    short = cut if len(cut) <= _LONGEST else f"{stem[: _LONGEST - len(ending) - 1]}{dot}{ending}"[-_LONGEST:]
    return f"_{short}" if _RESERVED.match(short) else short or "材料"


def _free(target: Path, content: Path) -> Path | None:
    """A name that is not taken; None where the same content bears one of them."""
    for number in count(1):
        own = target if number == 1 else target.with_name(f"{target.stem} ({number}){target.suffix}")
        if not own.exists():
            return own
        if own.is_file() and own.stat().st_size == content.stat().st_size and own.read_bytes() == content.read_bytes():
            return None
    return None
