"""The order of the stages: observe a bundle, judge what was observed. The only room that knows it."""

from __future__ import annotations

import gc
import logging
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from verifier import assign, cross, identity
from verifier.bundle import has_libarchive, open_bundle
from verifier.counting import tally
from verifier.counting.people.roster_summary import rolls
from verifier.counting.people.totals import totals_flags
from verifier.facts import extract
from verifier.facts.rosters.hidden import hidden_rows
from verifier.facts.schools import folded
from verifier.facts.seals.writing import LEAST_WRITING, unrolled_writing
from verifier.model import (
    Bundle,
    Document,
    Fact,
    Flag,
    Lost,
    Observed,
    Papers,
    Place,
    Roll,
    RuleSet,
    ScoreSheet,
    SourceFile,
    StandardResult,
    Tally,
    Terms,
)
from verifier.ocr import Cache, Engine, recognise, say
from verifier.readers import given_up, is_rendered, office, render
from verifier.record import Identity
from verifier.reuse import Elsewhere
from verifier.score import score
from verifier.station import standards
from verifier.workers import Calls, Here, calls_in
from verifier.workers import working_folder as working_folder

log = logging.getLogger(__name__)


class Progress(Protocol):
    """Told how far the work is; does nothing by default."""

    def start(self, what: str, total: int) -> None: ...

    def advance(self, n: int = 1) -> None: ...

    def tell(self, text: str) -> None: ...


class Silent:
    """A progress that nobody watches."""

    def start(self, what: str, total: int) -> None:
        """Nothing to show."""

    def advance(self, n: int = 1) -> None:
        """Nothing to show."""

    def tell(self, text: str) -> None:
        """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Sight:
    """All that was observed of one bundle."""

    name: str
    files: tuple[SourceFile, ...]
    observed: tuple[Observed, ...]
    flags: tuple[Flag, ...]
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def pictures(self) -> dict[tuple[str, int], Path]:
        """(file, page) → page picture in reading orientation."""
        return {
            (seen.path, page.place.page or 1): page.image
            for seen in self.observed
            for page in seen.document.pages
            if page.image is not None
        }


@dataclass(frozen=True, slots=True)
class Judgement:
    sheet: ScoreSheet
    papers: Papers
    tallies: Mapping[str, Tally]
    identity: Identity
    rolls: tuple[Roll, ...] = ()
    """the tables of people"""
    station: tuple[StandardResult, ...] = ()
    """the standards on which the station was set up"""


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector, which would go through every row of a large roster again and again.

    Nothing is lost by it: rows are frozen and hold no cycles, and what does is collected afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Opening:
    """How files are opened."""

    terms: Terms = field(default_factory=Terms)
    calls: Calls = field(default_factory=Here)

    def apart(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
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


def observe(
    path: Path,
    work: Path,
    rules: RuleSet,
    engine: Engine,
    cache: Cache | None,
    progress: Progress | None = None,
    how: Opening | None = None,
) -> Sight:
    """Read every file of a folder or archive: pages, lines, facts. Raises VerifierError when it can't be opened."""
    progress, how = progress or Silent(), how or Opening()
    clock = time.perf_counter
    started = clock()
    bundle = open_bundle(path, work, how.terms, how.apart)
    documents = documents_of(bundle, work, how, progress)
    rendered = clock()
    waiting = sum(1 for document in documents for page in document.pages if page.needs_ocr)
    progress.start("识别图片", waiting)
    upright = work / "upright"
    upright.mkdir(parents=True, exist_ok=True)
    read = recognise(documents, upright, engine, cache, progress)
    recognised = clock()
    with uncollected():
        observed, faults = _observed(read, rules)
    observed = tuple(_with_writing(seen, rules, engine, cache) for seen in observed)
    flags = (*bundle.flags, *(flag for document in read for flag in document.flags), *faults)
    seconds = {
        "render": round(rendered - started, 3),
        "recognise": round(recognised - rendered, 3),
        "extract": round(clock() - recognised, 3),
    }
    return Sight(bundle.name, tuple(document.file for document in read), observed, flags, seconds)


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
    found: dict[SourceFile, SourceFile | Document] = {}
    old = [file for file in files if office.is_converted(file)]
    if office.program() is None:
        found = {file: office.missing(file) for file in old}
        old = []
    size = office.TOGETHER
    for together in ([old[at : at + size] for at in range(0, len(old), size)], [[file] for file in old]):
        left = [[file for file in group if file not in found] for group in together]
        groups = [group for group in left if group]
        asked = [(group, work / f"{len(found)}-{at}", how.terms) for at, group in enumerate(groups)]
        for group, answer in zip(groups, how.calls.each(office.convert, asked, lambda: None), strict=True):
            alone = len(group) == 1
            if isinstance(answer, Lost):
                found |= {file: given_up(file, answer, how.terms.limits)[0] for file in group if alone}
            else:
                made = zip(group, answer, strict=True)
                found |= {file: each for file, each in made if alone or isinstance(each, SourceFile)}
    return [found.get(file, file) for file in files]


def _observed(documents: Sequence[Document], rules: RuleSet) -> tuple[tuple[Observed, ...], list[Flag]]:
    """Each document with its facts. One that an extractor can't digest keeps its row and costs no other."""
    observed: list[Observed] = []
    faults: list[Flag] = []
    for document in documents:
        if not _is_read(document):
            continue
        try:
            facts = extract(document, rules.words)
            faults += hidden_rows(document, facts)
            observed.append(Observed(document, facts))
        except Exception:
            log.warning("no facts of a paper: %s", document.file.sha256, exc_info=True)
            observed.append(Observed(document, ()))
            text = "文件打得开，但内容无法分析，没有计入，请换一种格式重新提交"
            faults.append(Flag("unreadable-file", "gap", text, Place(document.file.path)))
    return tuple(observed), faults


def _with_writing(seen: Observed, rules: RuleSet, engine: Engine, cache: Cache | None) -> Observed:
    """The paper with the writing of its seals, where it is read for sure."""
    images = {page.place.page: page.image for page in seen.document.pages}
    facts = []
    for fact in seen.facts:
        image = images.get(fact.place.page) if fact.kind == "seal" else None
        strip = unrolled_writing(image, fact.place.box) if image and fact.place.box else None
        if strip is not None:
            text, sure = say([strip], engine, cache)[0]
            if sure >= rules.assessment.sure and len(text) >= LEAST_WRITING:
                fact = replace(fact, value=replace(fact.value, text=text), quote=f"{fact.quote}“{text}”")
        facts.append(fact)
    return replace(seen, facts=tuple(facts))


def _is_read(document: Document) -> bool:
    return document.file.status in ("read", "partly-read") and document.file.kind != "archive"


def judge(
    sight: Sight,
    rules: RuleSet,
    year: int | None = None,
    school: str | None = None,
    last_year: Sequence[Observed] = (),
    engine: Mapping[str, object] | None = None,
    elsewhere: Elsewhere | None = None,
) -> Judgement:
    """Match what was observed to the cells and score them."""
    found, fact = identity.find_school(sight.observed, rules)
    named = identity.named_school(school, rules) if school else found
    year = year or identity.find_year(sight.observed, rules)
    twins, twin_flags = cross.twins(sight.files)
    papers = Papers(
        observed=sight.observed,
        files=sight.files,
        school=named,
        year=year,
        period=identity.period_of(year, rules) if year else None,
        last_year=tuple(last_year),
        twins=twins,
        hints=assign.hints(tuple(file.path for file in sight.files), rules),
        reused=elsewhere.reused(sight.observed, sight.name, named, year) if elsewhere else {},
    )
    with uncollected():
        tallies: Mapping[str, Tally] = {cell.id: tally(cell, papers, rules) for cell in rules.indicators}
    tallies = cross.contradictions(papers, tallies, rules)
    tallies, loose = assign.settle(papers, tallies, sight.flags, rules)
    tallies = cross.shown_elsewhere(papers, tallies, rules)
    flags = (*loose, *twin_flags, *totals_flags(papers, rules, tallies), *_flags_of_bundle(papers, rules, named))
    tallies = _once(tallies)
    sheet = score(rules, tallies, _self_scores(sight.observed, rules), flags)
    told = Identity(named, None if school else fact, dict(engine or {}))
    return Judgement(sheet, papers, tallies, told, rolls(papers, rules), standards(rules, tallies))


def _once(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    """One flag per code, cell and file: the first says it, and how many more there are."""
    done: dict[str, Tally] = {}
    for cell, each in tallies.items():
        kept: dict[tuple[str, str], list[Flag]] = {}
        for flag in each.flags:
            kept.setdefault((flag.code, flag.place.file if flag.place else ""), []).append(flag)
        flags = tuple(_joined(same) for same in kept.values())
        done[cell] = replace(each, flags=flags)
    return done


def _joined(same: list[Flag]) -> Flag:
    more = len({flag.message for flag in same}) - 1
    return replace(same[0], message=f"{same[0].message}（同类问题共{more + 1}处）") if more else same[0]


def _self_scores(observed: Sequence[Observed], rules: RuleSet) -> dict[str, Fact]:
    """The school's own scores of its 附件2, by cell: the wording of 指标内容 tells which."""
    scores: dict[str, Fact] = {}
    by_text = {_wording(cell.name): cell.id for cell in rules.indicators}
    rows: Any = rules.form.get("rows", ())
    by_text |= {_wording(row["content"]): row["indicator"] for row in rows if row.get("content")}
    for seen in observed:
        for fact in seen.of("self-score"):
            cell = by_text.get(_wording(fact.value[0]))
            if cell and cell not in scores:
                scores[cell] = fact
    return scores


def _wording(text: str) -> str:
    """The words of a cell of the form, without blanks and full stops."""
    return folded(text).replace("。", "").replace(".", "")


def _flags_of_bundle(papers: Papers, rules: RuleSet, school: str | None) -> list[Flag]:
    flags = []
    if papers.year is None:
        flags.append(Flag("year-unknown", "review", "看不出考核年度，请用 --year 指定后重新核验"))
    elif not rules.valid_from.year <= papers.year <= rules.valid_to.year:
        text = f"考核年度{papers.year}年不在规则集有效期内（至{rules.valid_to}），请确认是否沿用"
        flags.append(Flag("rules-expired", "review", text))
    if not school:
        flags.append(Flag("school-unknown", "review", "看不出是哪所学校的材料，请用 --school 指定后重新核验"))
    there = {fact.label for seen in papers.observed for fact in seen.of("document-type")}
    missing = [name for name in rules.words.judging.submission if name not in there]
    if missing:
        text = f"缺少{'、'.join(missing)}，五（三）要求一并提交，请补充"
        flags.append(Flag("submission-incomplete", "gap", text))
    return flags


def observe_file(
    path: Path, work: Path, rules: RuleSet, engine: Engine, cache: Cache | None, how: Opening | None = None
) -> Sight:
    """One file as a bundle of its own."""
    folder = work / "one"
    folder.mkdir(parents=True)
    shutil.copyfile(path, folder / path.name)
    return observe(folder, work / "inside", rules, engine, cache, how=how)
