"""A rule set as one page to be printed: the form with its points, each cell with its clause, readings and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verifier.files import write_whole
from verifier.model import Band, Grade, Group, Indicator, RuleSet
from verifier.outputs.rendering import rendered
from verifier.rules.showing import condition_told, day_told, heading, number, tier_told, weight_told, word_lines
from verifier.rules.showing_words import shown_words

TEMPLATE = "rules.html"
_KEY = re.compile(r".*?（\w+）：", re.ASCII)
"""a comment, which may have a colon of its own, and the key that it stands over"""
_NOTHING = ("：无", "：null")
"""ends of lines of words that say nothing"""


@dataclass(frozen=True, slots=True)
class ReadingShown:
    heading: str
    text: str
    tiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellShown:
    cell: Indicator
    max: str
    share: str
    """of the total"""
    readings: tuple[ReadingShown, ...]
    words: tuple[tuple[str, str], ...]
    """what they are of, and the words"""


@dataclass(frozen=True, slots=True)
class GroupShown:
    group: Group
    weight: str
    cells: tuple[CellShown, ...]


@dataclass(frozen=True, slots=True)
class WordLine:
    """A line of the words of the whole rule set; `depth` 0 heads a file."""

    depth: int
    label: str
    text: str


def write_page(rules: RuleSet, folder: Path, target: Path) -> None:
    """Writes the page of the rule set in a folder. Raises WriteError."""
    write_whole(target, page(rules, folder).encode("utf-8"))


def page(rules: RuleSet, folder: Path) -> str:
    """The page as HTML, self-contained."""
    assessment = rules.assessment
    return rendered(
        TEMPLATE,
        rules=rules,
        period=f"{day_told(assessment.period_from)}至{day_told(assessment.period_to)}",
        groups=tuple(_group(group, rules) for group in rules.groups),
        grades=tuple(map(_band, sorted(rules.grades, key=lambda band: -band.least))),
        awards=tuple(map(_band, sorted(rules.awards, key=lambda band: -band.least))),
        standards=tuple(_standards(rules)),
        words=tuple(_word_lines(folder)),
    )


def _group(group: Group, rules: RuleSet) -> GroupShown:
    cells = tuple(_cell(cell, group, rules) for cell in group.indicators)
    return GroupShown(group, weight_told(group, rules), cells)


def _cell(cell: Indicator, group: Group, rules: RuleSet) -> CellShown:
    readings = tuple(
        ReadingShown(heading(each, at), each.text, tuple(tier_told(tier, rules.measures) for tier in each.tiers))
        for at, each in enumerate(cell.readings)
    )
    words = tuple((label, words) for label, _, words in (line.partition("：") for line in word_lines(cell, rules)))
    return CellShown(cell, number(cell.max), number(cell.max * group.weight), readings, words)


def _band(band: Band) -> tuple[str, str, str]:
    worth = band.name if isinstance(band, Grade) else f"{band.yuan}元"
    return worth, f"{number(band.least)}–{number(band.most)}分", band.cite


def _standards(rules: RuleSet) -> Iterator[tuple[str, str, str]]:
    for each in rules.standards:
        told = "，且".join(condition_told(condition, rules.measures) for condition in each.all)
        yield each.text, each.cite, f"由指标{each.indicator}的材料判断{'：' if told else ''}{told}"


def _word_lines(folder: Path) -> Iterator[WordLine]:
    for line in shown_words(folder).splitlines():
        text = line.strip()
        depth = (len(line) - len(line.lstrip())) // 2
        if text and not text.endswith(_NOTHING):
            key = _KEY.match(text)
            label, _, words = (text[: key.end() - 1], "", text[key.end() :]) if key else text.partition("：")
            yield WordLine(depth, label.strip("【】"), words)
