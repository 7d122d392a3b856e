"""Bundles by makers who have not read the extractors: right cells, wrong ones, and those that pay too much.

By hand: python -m tests.bench.independent FOLDER [MODULE …] [--held-out] [--only PREFIX] [--beside] [-v]. The cases are
written to the folder once and taken from there the next time, with the readings of their pictures. With --beside each
is laid beside the good sample, under its school's name, instead: no cell may lose proposed points, and none that the
case does not speak for may gain any. Where a paper says that there are more or fewer people, rates that are measured by
them move with reason, and are counted apart. Asserts nothing.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests import independent
from tests.independent.case import Case
from tests.independent.press import Press
from tests.independent.trial import Reader, differences, overpaid, renamed, unexplained
from verifier import pipeline
from verifier.model import IndicatorResult, Observed, RuleSet
from verifier.rules import load_rule_set

GOOD = Path(__file__).resolve().parents[2] / "samples/good/bundle"
SCHOOL = "山东交通学院（威海）"
"""the school of the good sample"""


def cases(modules: Sequence[str] = ()) -> Iterator[Case]:
    """The cases of the modules whose names begin so, or of all makers."""
    for each in pkgutil.iter_modules(independent.__path__):
        module = importlib.import_module(f"tests.independent.{each.name}")
        own = getattr(module, "cases", None)
        if own and own.__module__ == module.__name__ and (not modules or each.name.startswith(tuple(modules))):
            yield from own()


def written(chosen: Sequence[Case], folder: Path) -> None:
    """Their bundles in the folder, those that are not there yet."""
    missing = [case for case in chosen if not (folder / case.name / "truth.json").exists()]
    if not missing:
        return
    with Press() as press:
        for case in missing:
            case.write(folder / case.name, press)


def tried(chosen: Sequence[Case], folder: Path, verbose: bool = False) -> Counter[tuple[str, str]]:
    """(cell, "right", "wrong", "overpaid" or "unexplained") → how many cases."""
    reader = Reader(load_rule_set("weihai-2020"), cache=folder / "readings")
    told: Counter[tuple[str, str]] = Counter()
    for case in chosen:
        with tempfile.TemporaryDirectory() as work:
            judged = reader.judged(reader.sight(folder / case.name / "bundle", Path(work)), case.year, case.school)
        wrong, paid, dark = differences(case, judged), overpaid(case, judged), unexplained(judged)
        told[case.cell, "wrong" if wrong else "right"] += 1
        told[case.cell, "overpaid"] += bool(paid)
        told[case.cell, "unexplained"] += bool(dark)
        if verbose and (wrong or dark):
            print(
                f"{case.name} ({case.note})", *wrong, *(f"{cell} is open without a reason" for cell in dark), sep="\n  "
            )
    return told


def moved(chosen: Sequence[Case], folder: Path) -> int:
    """How many cases take proposed points from the good sample, or give them to cells of others; tells which."""
    rules = load_rule_set("weihai-2020")
    reader = Reader(rules, cache=folder / "readings")
    many = measured = 0
    with tempfile.TemporaryDirectory() as work:
        good = reader.sight(GOOD, Path(work)).observed
        before = cells(good, rules)
        for case in chosen:
            own = Path(work, case.name)
            observed = reader.sight(folder / case.name / "bundle", own).observed
            after = cells((*good, *(as_of(seen, case.school, rules) for seen in observed)), rules)
            changed = {
                cell
                for cell in before
                if after[cell].proposed < before[cell].proposed
                or (after[cell].proposed > before[cell].proposed and cell not in case.cells)
            }
            based = {cell for cell in changed if bases(after[cell]) != bases(before[cell])}
            measured += bool(based)
            many += bool(changed - based)
            for cell in sorted(changed):
                of_people = "，".join(f"{each:g}" for each in bases(after[cell])) if cell in based else ""
                told = f"{before[cell].proposed:g} → {after[cell].proposed:g}"
                print(case.name, cell, told, of_people and f"measured by {of_people}", flush=True)
    print(f"{many} of {len(chosen)} move points; {measured} change how many people a rate is measured by")
    return many


def cells(observed: Sequence[Observed], rules: RuleSet) -> dict[str, IndicatorResult]:
    """The results by cell of the good sample's school."""
    sight = pipeline.Sight("bundle", tuple(seen.document.file for seen in observed), tuple(observed), ())
    judged = pipeline.judge(sight, rules, 2024, SCHOOL)
    return {each.indicator: each for each in judged.sheet.results}


def bases(result: IndicatorResult) -> tuple[float, ...]:
    """By how many people the rates of a cell are measured."""
    found = (outlook.rate.denominator for outlook in result.outlooks)
    return tuple(float(each) for each in found if each is not None)


def as_of(seen: Observed, school: str, rules: RuleSet) -> Observed:
    """The paper as one of the good sample's school."""
    listed = next((each for each in rules.words.schools if each.name == school), None)
    return renamed(seen, (school, *(listed.aliases if listed else ())), SCHOOL, rules)


def table(told: Counter[tuple[str, str]]) -> str:
    heads = ("right", "wrong", "overpaid", "unexplained")
    cells = sorted({cell for cell, _ in told})
    rows = [[cell, *(str(told[cell, head]) for head in heads)] for cell in cells]
    rows.append(["all", *(str(sum(told[cell, head] for cell in cells)) for head in heads)])
    return "\n".join("".join(f"{value:>12}" for value in row) for row in [["cell", *heads], *rows])


if __name__ == "__main__":
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("modules", nargs="*")
    ask.add_argument("--held-out", action="store_true")
    ask.add_argument("--only", default="")
    ask.add_argument("--beside", action="store_true")
    ask.add_argument("-v", "--verbose", action="store_true")
    asked = ask.parse_args()
    some = [
        case for case in cases(asked.modules) if case.held_out is asked.held_out and case.name.startswith(asked.only)
    ]
    written(some, asked.folder)
    if asked.beside:
        moved(some, asked.folder)
    else:
        print(table(tried(some, asked.folder, asked.verbose)))
