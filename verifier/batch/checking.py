"""One bundle in, one output folder out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from verifier import __version__, pipeline
from verifier.batch.earlier import keep_earlier
from verifier.batch.notices import of_bundle
from verifier.batch.others import as_other, bureau_data, history, keep, last_year
from verifier.batch.settings import Settings, form_of, refuse
from verifier.decisions import corrections_standing, log_state, read_log
from verifier.facts.blackout import personal_boxes
from verifier.files import whole_folder
from verifier.files.manifest import seal
from verifier.files.origin import remember_order, remember_origin
from verifier.files.output_folder import SIGNATURE, WRITTEN_BY_CHECK
from verifier.files.program import code_digest
from verifier.history import Memory
from verifier.language.identity_numbers import mask_person
from verifier.model import Observed, OtherBundle, PastRun, ResultRecord, RuleSet, ScoreSheet
from verifier.ocr import Engine, models_of
from verifier.outline import write_first
from verifier.outputs import Lists, extras_of, write_outputs
from verifier.outputs.pages import write_pages
from verifier.record import (
    Masking,
    masking_of,
    to_corrections,
    to_evidence,
    to_lines,
    to_result,
    to_texts,
    write_evidence,
    write_index,
    write_lines,
    write_result,
    write_texts,
    write_years,
)
from verifier.reuse import Elsewhere

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Checked:
    result: ResultRecord
    listed: frozenset[str]
    """names of all that the bundle held when it was opened"""


def check(bundle: Path, out: Path | None, settings: Settings, progress: pipeline.Progress) -> ResultRecord:
    """Check one bundle and write its outputs into `out` (None: write nothing); the record.

    Raises UsageError for a path that is not there or an output folder inside the bundle, BundleError for a bundle
    that can't be opened, WriteError where there is no room.
    """
    refuse(bundle, out, settings)
    rules = settings.rule_set()
    with history(settings, rules, out, progress) as memory:
        result = checked(bundle, out, settings, progress, memory=memory, keeps=True).result
        if out is not None:
            remember_order(out, settings.ordered(bundle, out))
            keep(memory, out, rules)
    progress.ended(settings.mask(bundle.name), result, "")
    return result


def checked(
    bundle: Path,
    out: Path | None,
    settings: Settings,
    progress: pipeline.Progress,
    others: tuple[OtherBundle, ...] = (),
    memory: Memory | None = None,
    notices: tuple[str, ...] = (),
    held: tuple[Observed, ...] | None = None,
    keeps: bool = False,
    engine: Engine | None = None,
) -> Checked:
    """As `check`, and what there was of the bundle.

    `others`: bundles in which its pictures are sought, beside `memory`, those of earlier runs; `notices`: what has to
    be known of the folder in which it lies; `held`: the papers of `--bureau-data`, where they have been
    read; `keeps`: the last result of the folder stays beside the new one (a batch may check a bundle twice, and the
    first of the two is none); `engine`: one that is at work already.
    """
    refuse(bundle, out, settings)
    engine, cache, rules = engine or settings.engine(), settings.readings(), settings.rule_set()
    if out is not None:
        form_of(rules)
    sources = [path for path in (bundle, settings.last_year, settings.bureau_data) if path is not None]
    with (
        whole_folder(out, WRITTEN_BY_CHECK, gone=[SIGNATURE]) if out is not None else nullcontext() as draft,
        pipeline.working_folder() as work,
        pipeline.opening(settings.terms, settings.jobs, work, *sources, before=settings.opened()) as how,
    ):
        corrections = corrections_standing(read_log(out)) if out is not None else ()
        sight = pipeline.observe(bundle, work / "bundle", rules, engine, cache, progress, how, corrections=corrections)
        last = last_year(settings, memory, (bundle.name, sight), work / "last", rules, engine, cache, how)
        if held is None:
            held = bureau_data(settings, work / "bureau", rules, engine, cache, how)
        told = _made_by(engine)
        elsewhere = Elsewhere((*others, *as_other(settings, last)), rules, memory)
        judged = pipeline.judge(sight, rules, settings.year, settings.school, last, told, elsewhere, held)
        masking = masking_of(judged.papers, settings.mask)
        result = to_result(
            judged.sheet,
            judged.papers,
            rules,
            judged.identity,
            masking,
            sight.seconds,
            judged.rolls,
            judged.station,
            (*notices, *of_bundle(bundle), *judged.notices),
            settings.show_pii,
            to_corrections(corrections, judged.corrected),
        )
        if draft is not None:
            progress.start("写出结果", 0)
            before = memory.years_before(result.school.name, result.year) if memory is not None else ()
            _write(result, judged, sight, rules, draft, settings, masking, before)
            if keeps and out is not None:
                keep_earlier(out, draft)
            if out is not None:
                seal(draft, out, log_state(read_log(out)), in_batch=not keeps)
    if out is not None:
        remember_origin(out, bundle)
    return Checked(result, sight.listed)


def _made_by(engine: Engine) -> Mapping[str, object]:
    """The program, and the engine with its models."""
    of_program = {"tool": __version__, "code": code_digest(), "models": models_of(engine)}
    return {**of_program, "ocr": engine.name, "version": engine.version, "settings": engine.settings}


def _write(
    result: ResultRecord,
    judged: pipeline.Judgement,
    sight: pipeline.Sight,
    rules: RuleSet,
    out: Path,
    settings: Settings,
    masking: Masking,
    before: tuple[PastRun, ...],
) -> None:
    evidence = to_evidence(judged.papers, judged.tallies, rules, masking)
    write_evidence(evidence, out)
    pictures = _named(sight.pictures, masking)
    boxes = {} if settings.show_pii else _named(personal_boxes(sight.observed), masking)
    extras = extras_of(rules, pictures, boxes, _lists(judged.sheet, settings, masking), before)
    write_outputs(result, form_of(rules), out, extras)
    write_years(before, out)
    write_index(write_pages(result, out, pictures, boxes), out)
    write_texts(to_texts((*sight.observed, *judged.papers.bureau_data), result, masking), out)
    write_lines(to_lines(sight.observed, result, masking), out)
    write_result(result, out)
    write_first(result, evidence, rules, out)


def _named(pages: Mapping[tuple[str, int], T], masking: Masking) -> dict[tuple[str, int], T]:
    """By the names that the record has for the files."""
    return {(masking.name(file), page): each for (file, page), each in pages.items()}


def _lists(sheet: ScoreSheet, settings: Settings, masking: Masking) -> Lists:
    """The people behind every rate."""
    rows = {
        (result.indicator, outlook.rate.id): outlook.rate.rows
        for result in sheet.results
        for outlook in result.outlooks
    }
    return Lists(rows) if settings.show_pii else Lists(rows, mask_person, masking.text)
