"""Bundles in, output folders out: one check is a batch of one. One trap per bundle."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verifier import __version__, pipeline
from verifier.errors import UsageError, VerifierError
from verifier.facts.blackout import personal_boxes
from verifier.language.identity_numbers import mask_person, mask_text
from verifier.model import Observed, OtherBundle, Person, RuleSet, ScoreSheet, Terms
from verifier.ocr import Cache, Engine, open_engine
from verifier.outputs import Lists, Row, write_outputs, write_summary
from verifier.outputs.pages import write_pages
from verifier.outputs.whole import sweep
from verifier.record import read_earlier, read_shown, to_evidence, to_result, write_json
from verifier.resume import Ledger, Made, fingerprint
from verifier.reuse import Elsewhere
from verifier.rules import load_rule_set, rule_set_for

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    year: int | None = None
    rules: str | None = None
    school: str | None = None
    last_year: Path | None = None
    history: Path | None = None
    """outputs of earlier runs"""
    ocr: str = "auto"
    fast: bool = False
    cache: Path | None = None
    show_pii: bool = False
    terms: Terms = field(default_factory=Terms)
    jobs: int = 2
    """files that are opened, and then pictures that are read, side by side; 0: no process of its own opens a file"""


def check(
    bundle: Path,
    out: Path | None,
    settings: Settings,
    progress: pipeline.Progress,
    others: tuple[OtherBundle, ...] | None = None,
) -> dict[str, Any]:
    """Check one bundle and write its outputs into `out` (None: write nothing); the record.

    `others`: the bundles in which its pictures are sought, when not those of `--history` alone.

    Raises UsageError for a path that is not there or an output folder inside the bundle, BundleError for a bundle
    that can't be opened.
    """
    _refuse(bundle, out)
    engine = _engine(settings)
    cache = Cache(settings.cache) if settings.cache else None
    rules = load_rule_set(settings.rules) if settings.rules else rule_set_for(settings.year)
    with pipeline.working_folder() as work, pipeline.opening(settings.terms, settings.jobs) as how:
        sight = pipeline.observe(bundle, work / "bundle", rules, engine, cache, progress, how)
        last = _last_year(settings, work / "last", rules, engine, cache, how)
        told = {"tool": __version__, "ocr": engine.name, "version": engine.version, "settings": engine.settings}
        known = _history(settings, rules) if others is None else others
        elsewhere = Elsewhere((*known, *_as_other(settings, last)), rules)
        judged = pipeline.judge(sight, rules, settings.year, settings.school, last, told, elsewhere)
        mask = _mask(settings.show_pii)
        result = to_result(
            judged.sheet, judged.papers, rules, judged.identity, mask, sight.seconds, judged.rolls, judged.station
        )
        if out is not None:
            progress.start("写出结果", 0)
            _write(result, judged, sight, rules, out, settings.show_pii)
    return result


def _engine(settings: Settings) -> Engine:
    return open_engine(settings.ocr, settings.fast, max(1, settings.jobs))


def batch(folder: Path, out: Path, settings: Settings, progress: pipeline.Progress) -> list[dict[str, Any]]:
    """Check every bundle in `folder` in turn; one row a bundle, also written as `summary.json`, .xlsx and .html.

    A bundle whose outputs were made from what is there now is not checked again. One that shows pictures of another
    is, when all have been seen, and is written again, whole.
    """
    _refuse(folder, out)
    if not folder.is_dir():
        raise UsageError(f"“{folder}”不是文件夹，请给出各校材料所在的文件夹")
    rules = load_rule_set(settings.rules) if settings.rules else rule_set_for(settings.year)
    earlier = _history(settings, rules)
    bundles: dict[str, Path] = {}
    for bundle in _bundles(folder, out):
        name = _name(bundle)
        bundles[bundle.name if name in bundles else name] = bundle
    out.mkdir(parents=True, exist_ok=True)
    ledger, known = Ledger(out, bool(settings.terms.passwords)), _decisive(settings, rules)
    sources = {name: fingerprint([bundle], known) for name, bundle in bundles.items()}
    found: dict[str, Mapping[str, Any] | str] = {}
    for name, bundle in bundles.items():
        same = ledger.result(name, sources[name])
        if same is not None:
            progress.tell(f"{name}：没有变化，沿用上次的结果")
        found[name] = same or _checked(bundle, name, out, settings, progress, earlier)
        if same is None and not isinstance(found[name], str):
            ledger.write(name, Made(sources[name]))
    beside = [read_shown(out / name, _sought(rules), True) for name, one in found.items() if not isinstance(one, str)]
    among = Elsewhere(beside, rules)
    for each in beside:
        reused = among.reused(each.shown, each.name, each.school, each.year)
        shared = tuple(
            f"{path} {one.code} {one.school} {one.year} {one.path}" for path in sorted(reused) for one in reused[path]
        )
        if shared != ledger.beside(each.name):
            others = (*earlier, *beside) if shared else earlier
            found[each.name] = _checked(bundles[each.name], each.name, out, settings, progress, others)
            if not isinstance(found[each.name], str):
                ledger.write(each.name, Made(sources[each.name], shared))
    rows = [_row(name, one) for name, one in found.items()]
    write_summary([_summed(name, one) for name, one in found.items()], out)
    write_json(rows, out / "summary.json")
    return rows


def _decisive(settings: Settings, rules: RuleSet) -> tuple[str, ...]:
    """Whatever decides the outputs of a bundle besides its files."""
    engine = _engine(settings)
    told = (settings.year, settings.school, settings.show_pii, settings.terms.limits, settings.rules and rules.id)
    before = fingerprint([path for path in (settings.last_year, settings.history) if path], ())
    reading = (engine.name, engine.version, engine.settings, *pipeline.programs())
    return (__version__, rules.sha256, *reading, *map(repr, told), before)


def results(out: Path, summary: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records of the bundles of a summary that could be opened."""
    return [
        json.loads((out / row["name"] / "result.json").read_text(encoding="utf-8"))
        for row in summary
        if "error" not in row
    ]


def _checked(
    bundle: Path,
    name: str,
    out: Path,
    settings: Settings,
    progress: pipeline.Progress,
    others: tuple[OtherBundle, ...],
) -> dict[str, Any] | str:
    """The record of a bundle, or why there is none."""
    try:
        return check(bundle, out / name, settings, progress, others)
    except VerifierError as error:
        return str(error)
    except Exception as error:  # the border of a bundle: the batch goes on
        log.debug("a bundle failed", exc_info=True)
        return f"核验时程序出错（{type(error).__name__}），请单独核验这一份"


def _summed(name: str, found: Mapping[str, Any] | str) -> Row:
    return Row(name, None, found) if isinstance(found, str) else Row(name, found)


def _row(name: str, found: Mapping[str, Any] | str) -> dict[str, Any]:
    """The line of a bundle in `summary.json`."""
    if isinstance(found, str):
        return {"name": name, "error": found}
    top = [{"code": flag["code"], "severity": flag["severity"], "indicator": None} for flag in found["flags"]]
    cells = [
        {"code": flag["code"], "severity": flag["severity"], "indicator": cell["id"]}
        for cell in found["indicators"]
        for flag in cell["flags"]
    ]
    return {
        "name": name,
        "school": found["school"]["name"],
        "year": found["year"],
        "total": found["total"],
        "grade": found["grade"],
        "award_yuan": found["award_yuan"],
        "flags": top + cells,
    }


def _bundles(folder: Path, out: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        if path.name.startswith((".", "~$", "__MACOSX")) or path.is_symlink() or path.resolve() == out.resolve():
            continue
        earlier = (path / "result.json").is_file() or (path / "summary.json").is_file()
        if (path.is_dir() and not earlier) or (path.is_file() and pipeline.is_archive(path)):
            yield path


def _name(bundle: Path) -> str:
    name = bundle.resolve().name
    if bundle.is_dir():
        return name
    stem = name.removesuffix(bundle.suffix)
    return stem[:-4] if stem.lower().endswith(".tar") else stem


def _refuse(bundle: Path, out: Path | None) -> None:
    if not bundle.exists():
        raise UsageError(f"找不到“{bundle}”，请检查路径")
    if out is None:
        return
    target, source = out.resolve(), bundle.resolve()
    if target == source or source in target.parents:
        raise UsageError("输出文件夹不能放在材料文件夹里面，请换一个位置")
    if out.exists() and not out.is_dir():
        raise UsageError(f"“{out}”已经是一个文件，请换一个输出文件夹")


def _sought(rules: RuleSet) -> frozenset[str]:
    """The cells whose photos and certificates no other bundle may show."""
    return frozenset(cell.id for cell in rules.indicators if cell.takes.own_photo or cell.takes.fact == "interns")


def _history(settings: Settings, rules: RuleSet) -> tuple[OtherBundle, ...]:
    """The outputs of earlier runs, in whatever folders below."""
    if settings.history is None:
        return ()
    found = []
    for path in sorted(settings.history.rglob("evidence.json")):
        try:
            found.append(read_shown(path.parent, _sought(rules)))
        except (ValueError, KeyError, TypeError, OSError):
            log.warning("以往的结果文件夹“%s”读不出来，没有与它比对，请重新核验后再放入", path.parent.name)
    if not found:
        raise UsageError(f"“{settings.history}”里没有以往的核验结果，请给出存放各次输出文件夹的位置")
    return tuple(found)


def _as_other(settings: Settings, last: tuple[Observed, ...]) -> tuple[OtherBundle, ...]:
    if settings.last_year is None or not last:
        return ()
    return (OtherBundle(settings.last_year.name, None, None, last, of_last_year=True),)


def _last_year(
    settings: Settings, work: Path, rules: RuleSet, engine: Any, cache: Cache | None, how: pipeline.Opening
) -> tuple[Observed, ...]:
    if settings.last_year is None:
        return ()
    path = settings.last_year
    if (path / "result.json").is_file() and (path / "evidence.json").is_file():
        try:
            return read_earlier(path)
        except (ValueError, KeyError, TypeError, OSError) as fault:
            raise UsageError(f"上年度的结果文件夹“{path}”读不出来，请重新核验上年度材料，或改用花名册") from fault
    if path.is_file() and not pipeline.is_archive(path):
        return pipeline.observe_file(path, work, rules, engine, cache, how).observed
    return pipeline.observe(path, work, rules, engine, cache, how=how).observed


def _write(
    result: dict[str, Any],
    judged: pipeline.Judgement,
    sight: pipeline.Sight,
    rules: RuleSet,
    out: Path,
    show_pii: bool,
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    sweep(out)
    (out / "result.json").unlink(missing_ok=True)  # it is written last: where it is, the folder is whole
    write_json(to_evidence(judged.papers, judged.tallies, rules, _mask(show_pii)), out / "evidence.json")
    names = {kind.id: kind.name for kind in rules.words.documents}
    boxes = {} if show_pii else personal_boxes(sight.observed)
    lists = _lists(judged.sheet, show_pii)
    write_outputs(result, rules.form, out, sight.pictures, document_names=names, mask_boxes=boxes, lists=lists)
    write_pages(result, out, sight.pictures, boxes)
    write_json(result, out / "result.json")


def _mask(show_pii: bool) -> Callable[[str], str]:
    return str if show_pii else mask_text


def _lists(sheet: ScoreSheet, show_pii: bool) -> Lists:
    """The people behind every rate."""
    rows = {
        (result.indicator, outlook.rate.id): outlook.rate.rows
        for result in sheet.results
        for outlook in result.outlooks
    }
    return Lists(rows) if show_pii else Lists(rows, mask_person, mask_text)


def _as_it_is(person: Person) -> Person:
    return person


def inspect(file: Path, settings: Settings, picture: Path | None = None) -> str:
    """What the tool sees in one file, as text; with `picture` its pages are drawn there, with boxes."""
    from verifier.inspecting import described
    from verifier.marking import check_target, draw_pages

    if not file.is_file():
        raise UsageError(f"找不到文件“{file}”，请检查路径")
    if picture is not None:
        check_target(picture, file)
    rules = load_rule_set(settings.rules) if settings.rules else rule_set_for(None)
    with pipeline.working_folder() as work, pipeline.opening(settings.terms, settings.jobs) as how:
        sight = pipeline.observe_file(file, work, rules, _engine(settings), None, how)
        judged = pipeline.judge(sight, rules)
        text = described(sight, judged, rules, _as_it_is if settings.show_pii else mask_person)
        if picture is not None:
            black = {} if settings.show_pii else personal_boxes(sight.observed)
            drawn = draw_pages(sight, judged, rules, black, picture)
            text += f"\n图片：{'、'.join(path.name for path in drawn)}"
    return text if settings.show_pii else "\n".join(mask_text(line) for line in text.split("\n"))
