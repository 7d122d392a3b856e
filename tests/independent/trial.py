"""Reads and judges cases, says where they differ from their truth, and lays them beside a whole bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from tests.independent.case import Case, Points
from verifier import pipeline
from verifier.batch import Settings
from verifier.facts.leaves import Paper
from verifier.model import Document, IndicatorResult, Observed, RuleSet, Table, TextLine
from verifier.ocr import Cache, Engine
from verifier.pipeline.finding import looked_at


class Reader:
    """Reads bundles, one after the other, with one engine."""

    def __init__(self, rules: RuleSet, engine: Engine | None = None, cache: Path | None = None) -> None:
        self.rules = rules
        self.engine = engine or Settings().engine()
        self.cache = Cache(cache) if cache else None

    def sight(self, bundle: Path, work: Path) -> pipeline.Sight:
        return pipeline.observe(bundle, work, self.rules, self.engine, self.cache)

    def judged(self, sight: pipeline.Sight, year: int, school: str) -> pipeline.Judgement:
        return pipeline.judge(sight, self.rules, year, school)


def differences(case: Case, judged: pipeline.Judgement) -> list[str]:
    """Where the result is not what the case says."""
    results = {each.indicator: each for each in judged.sheet.results}
    return [
        *(told for cell, points in case.cells.items() for told in _points(case, results[cell], points)),
        *(
            f"{cell}: {name} is {results[cell].facts.get(name)}, not {value}"
            for cell, facts in case.facts.items()
            for name, value in facts.items()
            if not _equal(results[cell].facts.get(name), value)
        ),
        *(f"{cell or 'top'}: lacks {code}" for cell, code in case.want_flags if code not in _codes(judged, cell)),
        *(f"{cell or 'top'}: has {code}" for cell, code in case.forbid_flags if code in _codes(judged, cell)),
    ]


def overpaid(case: Case, judged: pipeline.Judgement) -> list[str]:
    """The cells that get more proposed points than any right answer gives."""
    results = {each.indicator: each for each in judged.sheet.results}
    return [
        cell
        for cell, points in case.cells.items()
        if float(results[cell].proposed) > max(right[1] for right in _rights(case, cell, points)) + 0.01
    ]


def unexplained(judged: pipeline.Judgement) -> list[str]:
    """The open cells without a flag that says why."""
    return [
        each.indicator
        for each in judged.sheet.results
        if each.high > each.proposed and not {f.code for f in each.flags if f.severity != "note"} - {"no-evidence"}
    ]


def renamed(seen: Observed, old: Sequence[str], new: str, rules: RuleSet) -> Observed:
    """The paper as it would be read if it named the new school wherever it names the old one."""
    names = sorted(old, key=len, reverse=True)

    def text(said: str) -> str:
        for name in names:
            said = said.replace(name, new)
        return said

    def line(one: TextLine) -> TextLine:
        return replace(one, text=text(one.text))

    def table(one: Table) -> Table:
        rows = tuple(tuple(map(text, row)) for row in one.rows)
        return replace(one, rows=rows, title=text(one.title))

    document = seen.document
    pages = tuple(replace(page, lines=tuple(map(line, page.lines))) for page in document.pages)
    named: Document = replace(
        document,
        pages=pages,
        tables=tuple(map(table, document.tables)),
        grids=tuple(map(table, document.grids)),
        context=tuple(map(line, document.context)),
    )
    return looked_at(Paper(named), rules)


def _points(case: Case, result: IndicatorResult, points: Points) -> list[str]:
    got = tuple(map(float, (result.low, result.proposed, result.high)))
    if any(
        all(abs(a - b) < 0.01 for a, b in zip(got, right, strict=True))
        for right in _rights(case, result.indicator, points)
    ):
        return []
    facts = {name: float(value) for name, value in result.facts.items()}
    codes = [flag.code for flag in result.flags]
    return [f"{result.indicator}: {_plain(got)}, not {_plain(points)}; {facts} {codes}"]


def _rights(case: Case, cell: str, points: Points) -> list[Points]:
    return [points, *case.alt.get(cell, ())]


def _codes(judged: pipeline.Judgement, cell: str | None) -> set[str]:
    flags = judged.sheet.flags if cell is None else next(r for r in judged.sheet.results if r.indicator == cell).flags
    return {flag.code for flag in flags}


def _equal(got: Fraction | None, value: float) -> bool:
    return got is not None and abs(float(got) - value) < 1e-4


def _plain(points: Sequence[float]) -> str:
    return "/".join(f"{value:g}" for value in points)
