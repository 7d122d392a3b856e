"""Observe: every file of a bundle becomes a document, with what was seen in it."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from verifier.bundle import came_later, interrupted, open_bundle
from verifier.errors import VerifierError
from verifier.facts.examples import without_examples
from verifier.facts.leaves import Paper, with_leaves_joined
from verifier.facts.rosters.hidden import hidden_rows
from verifier.facts.seals.agreeing import settled
from verifier.facts.seals.writing import LEAST_WRITING, unrolled_writing
from verifier.model import (
    SEAL,
    Bundle,
    Document,
    Fact,
    Flag,
    Lost,
    Observed,
    Page,
    Place,
    RuleSet,
    Seal,
    SourceFile,
    StandingCorrection,
    Table,
)
from verifier.ocr import Cache, Corrections, Engine, recognise, say_cut, tables_on, with_layers_checked
from verifier.pipeline.collector import uncollected
from verifier.pipeline.finding import Found, find, looked_at, with_found
from verifier.pipeline.opening import Opening, documents_of
from verifier.pipeline.progress import Progress, Silent
from verifier.workers import Calls

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sight:
    """All that was observed of one bundle."""

    name: str
    files: tuple[SourceFile, ...]
    observed: tuple[Observed, ...]
    flags: tuple[Flag, ...]
    seconds: Mapping[str, float] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    """see `Bundle`"""
    corrections: tuple[StandingCorrection, ...] = ()
    """those that were to be applied"""

    @property
    def pictures(self) -> dict[tuple[str, int], Path]:
        """(file, page) → page picture in reading orientation."""
        return {
            (page.place.file, page.place.page or 1): page.image
            for seen in self.observed
            for page in seen.document.pages
            if page.image is not None
        }


def observe(
    path: Path,
    work: Path,
    rules: RuleSet,
    engine: Engine,
    cache: Cache | None,
    progress: Progress | None = None,
    how: Opening | None = None,
    within: str = "",
    corrections: tuple[StandingCorrection, ...] = (),
) -> Sight:
    """Read every file of a folder or archive: pages, lines, facts. Raises VerifierError when it can't be opened.

    `within`: what stands before the paths of its files, where they are told beside those of a bundle; `corrections`:
    what persons say of lines that were misread.
    """
    how, progress = how or Opening(), progress or Silent()
    try:
        bundle = open_bundle(path, work, how.terms, how.apart)
        files = tuple(replace(file, path=f"{within}{file.path}") for file in bundle.files)
        return _observe(path, replace(bundle, files=files), work, rules, engine, cache, progress, how, corrections)
    except OSError as fault:
        raise interrupted(path, fault) from fault


def _observe(
    path: Path,
    bundle: Bundle,
    work: Path,
    rules: RuleSet,
    engine: Engine,
    cache: Cache | None,
    progress: Progress,
    how: Opening,
    corrections: tuple[StandingCorrection, ...],
) -> Sight:
    clock = time.perf_counter
    started = clock()
    documents = documents_of(bundle, work, how, progress)
    rendered = clock()
    documents = list(with_layers_checked(documents, engine, cache))
    waiting = sum(1 for document in documents for page in document.pages if page.needs_ocr)
    progress.start("识别图片", waiting)
    upright = work / "upright"
    upright.mkdir(parents=True, exist_ok=True)
    by_page = _by_page(corrections)
    documents = list(recognise(documents, upright, engine, cache, progress, by_page, partial(_tables, how.calls)))
    read = with_leaves_joined([without_examples(each) for each in documents], rules.words)
    recognised = clock()
    with uncollected():
        observed, faults = _observed(read, rules, cache, how.calls)
    written = (_with_writing(seen, rules, engine, cache) for seen in observed)
    observed = tuple(settled(seen, rules.words, rules.assessment.seal_alike) for seen in written)
    late = came_later(path, bundle)
    files = (*(paper.document.file for paper in read), *(file for file, _ in late))
    flags = (*bundle.flags, *(flag for paper in read for flag in paper.document.flags), *faults)
    flags += tuple(flag for _, own in late for flag in own)
    seconds = {
        "render": round(rendered - started, 3),
        "recognise": round(recognised - rendered, 3),
        "extract": round(clock() - recognised, 3),
    }
    return Sight(bundle.name, files, observed, flags, seconds, bundle.listed, corrections)


def _tables(calls: Calls, pages: Sequence[Page]) -> list[tuple[Table, ...]]:
    """The tables on pictures of pages; none where the picture is too much for its process."""
    answers = calls.each(tables_on, [(page,) for page in pages], lambda: None)
    return [() if isinstance(answer, Lost) else answer for answer in answers]


def _by_page(corrections: Sequence[StandingCorrection]) -> Corrections:
    found: dict[tuple[str, int], list[StandingCorrection]] = {}
    for each in corrections:
        found.setdefault((each.correction.sha256, each.correction.page), []).append(each)
    return found


def observe_file(
    path: Path,
    work: Path,
    rules: RuleSet,
    engine: Engine,
    cache: Cache | None,
    how: Opening | None = None,
    within: str = "",
) -> Sight:
    """One file as a bundle of its own; see `observe`."""
    folder = work / "one"
    folder.mkdir(parents=True)
    shutil.copyfile(path, folder / path.name)
    return observe(folder, work / "inside", rules, engine, cache, how=how, within=within)


def _observed(
    papers: Sequence[Paper], rules: RuleSet, cache: Cache | None, calls: Calls
) -> tuple[tuple[Observed, ...], list[Flag]]:
    """Each document with its facts. One that an extractor can't digest keeps its row and costs no other."""
    observed: list[Observed] = []
    faults: list[Flag] = []
    read = [paper for paper in papers if _is_read(paper.document)]
    for paper, found in zip(read, find(read, rules, cache, calls), strict=True):
        seen = _with_found(paper, found, rules)
        if seen is None:
            text = "文件打得开，但内容无法分析，没有计入，请换一种格式重新提交"
            faults.append(Flag("unreadable-file", "gap", text, Place(paper.document.file.path)))
        else:
            faults += hidden_rows(seen)
        observed.append(seen or Observed(paper.document))
    return tuple(observed), faults


def _with_found(paper: Paper, found: Found | Lost | None, rules: RuleSet) -> Observed | None:
    """The paper with what was found in it; None where that can't be had."""
    if isinstance(found, Lost) and found.why != "memory":
        log.warning("a paper was given up (%s): %s", found.why, paper.document.file.sha256)
        return None
    try:
        return with_found(paper, found) if isinstance(found, Found) else looked_at(paper, rules)
    except VerifierError:
        raise
    except Exception:
        log.warning("no facts of a paper: %s", paper.document.file.sha256, exc_info=True)
        return None


def _with_writing(seen: Observed, rules: RuleSet, engine: Engine, cache: Cache | None) -> Observed:
    """The paper with the writing of its seals, where it is read for sure."""
    images = {page.place.leaf: page.image for page in seen.document.pages}

    def written(fact: Fact[Seal]) -> Fact[Seal]:
        image, box = images.get(fact.place.leaf), fact.place.box
        if image is None or box is None or fact.value.shape == "unseen":
            return fact
        text, sure = say_cut(
            f"{box} ".encode() + image.read_bytes(), lambda: unrolled_writing(image, box), engine, cache
        )
        if sure < rules.assessment.sure or len(text) < LEAST_WRITING:
            return fact
        head, comma, rest = fact.quote.partition("，")
        return replace(fact, value=replace(fact.value, text=text), quote=f"{head}“{text}”{comma}{rest}")

    return replace(seen, facts=tuple(written(fact) if SEAL.is_of(fact) else fact for fact in seen.facts))


def _is_read(document: Document) -> bool:
    return document.file.status in ("read", "partly-read") and document.file.kind != "archive"
